"""Slack's requests over HTTP: let in by their signature, once, and answered by the bot."""

from __future__ import annotations

import asyncio
import re
import time
from collections import OrderedDict
from collections.abc import Mapping
from typing import Final

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import SignatureVerifier

from bot import logs, metrics

_AGE: Final = 300  # seconds a signature is good for
_READING: Final = 5.0  # seconds for all of a request; Slack waits three for the answer
_STAMP: Final = re.compile("[0-9]{1,11}")
# https://docs.slack.dev/authentication/verifying-requests-from-slack


class Gate:
    """Turns away what Slack did not sign, or signed long ago, or has sent before.

    Those get 401 and are counted; nothing of them is read.
    """

    def __init__(self, secret: str, bolt: AsyncApp) -> None:
        self._verifier = SignatureVerifier(secret)
        self._bolt = bolt
        self._seen: OrderedDict[str, float] = OrderedDict()
        self.is_open = True

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer one request."""
        if not self.is_open:
            return web.Response(status=503)  # the bot is stopping; Slack tries events again
        reason, content = self._stamped(request.headers), b""
        if not reason:
            try:
                async with asyncio.timeout(_READING):
                    content = await request.read()
            except TimeoutError:
                reason = "slow"
            except web.HTTPRequestEntityTooLarge:
                reason = "large"
            except (web.RequestPayloadError, ConnectionError):  # not what it says, or broken off
                reason = "broken"
        reason = reason or self._refusal(request.headers, content)
        if reason:
            metrics.refused.labels(reason).inc()
            logs.event("slack.refused", kind=reason)
            return web.Response(status=401)
        taken = AsyncBoltRequest(
            body=content.decode("utf-8", "replace"),
            query=request.query_string,
            headers=dict(request.headers),
        )
        return await to_aiohttp_response(await self._bolt.async_dispatch(taken))

    def _stamped(self, headers: Mapping[str, str]) -> str:
        """Return what is wrong with a request before any of it is read."""
        stamp = headers.get("X-Slack-Request-Timestamp", "")
        if not (_STAMP.fullmatch(stamp) and headers.get("X-Slack-Signature")):
            return "unsigned"
        return "old" if abs(time.time() - int(stamp)) > _AGE else ""

    def _refusal(self, headers: Mapping[str, str], content: bytes) -> str:
        """Return what is wrong with a request, nothing if it is Slack's."""
        stamp, signature = headers["X-Slack-Request-Timestamp"], headers["X-Slack-Signature"]
        now = time.time()
        try:
            is_valid = self._verifier.is_valid(content, stamp, signature)
        except (TypeError, UnicodeDecodeError):  # slack_sdk signs and compares text
            is_valid = False
        if not is_valid:
            return "signature"
        while self._seen and next(iter(self._seen.values())) < now:
            self._seen.popitem(last=False)
        if signature in self._seen:
            return "replayed"
        # A stamp may be as far ahead of our clock as behind it.
        self._seen[signature] = now + 2 * _AGE
        return ""
