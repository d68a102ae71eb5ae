"""The way in over HTTP: signed requests to the addresses of the manifest."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import aiohttp

from tests.fakes.slack.delivery import COMMAND, EVENT, FAILED, TIMEOUT, Ack
from tests.fakes.slack.traffic import Delivered
from tests.fakes.slack.world import Json

if TYPE_CHECKING:
    from tests.fakes.slack.server import FakeSlack

FORM, JSON = "application/x-www-form-urlencoded", "application/json"


class Http:
    """Signs and sends. ``skew`` seconds are added to the time of the signature."""

    def __init__(self, fake: FakeSlack) -> None:
        self.fake = fake
        self.skew = 0.0
        self.last: Delivered | None = None
        self._session: aiohttp.ClientSession | None = None

    @property
    def session(self) -> aiohttp.ClientSession:
        """Return the client, made when it is first needed."""
        if self._session is None:
            self._session = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())
        return self._session

    async def stop(self) -> None:
        """Close every connection to the bot."""
        if self._session is not None:
            await self._session.close()

    def signed(
        self,
        body: bytes,
        content_type: str = FORM,
        *,
        at: float | None = None,
        secret: str | None = None,
    ) -> dict[str, str]:
        """Return the headers of a request that Slack signed, at a time, with a secret.

        The bot compares with its own clock, so the time is the real one, plus ``skew``.
        """
        stamp = str(int((time.time() if at is None else at) + self.skew))
        key = (secret or self.fake.world.app.signing_secret).encode()
        digest = hmac.new(key, f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()
        headers = {"Content-Type": content_type, "X-Slack-Request-Timestamp": stamp}
        headers |= {"X-Slack-Signature": f"v0={digest}", "Accept": "application/json,*/*"}
        return headers | {"User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)"}

    async def send(self, url: str, body: bytes, headers: dict[str, str]) -> Delivered:
        """Post something to the bot, right or wrong, and return what came of it."""
        sent = self.last = Delivered(url, body, headers)
        limit = aiohttp.ClientTimeout(total=self.fake.deadline)
        try:
            async with self.session.post(
                url, data=body, headers=headers, timeout=limit, allow_redirects=False
            ) as answer:
                sent.answer = await answer.text()
                sent.answer_headers = dict(answer.headers)
                sent.status = answer.status
        except TimeoutError:
            sent.answer_headers = {"error": TIMEOUT}
        except aiohttp.ClientError:
            sent.answer_headers = {"error": FAILED}
        self.fake.traffic.delivery(sent)
        self.fake.moved()
        return sent

    async def deliver(
        self,
        kind: str,
        payload: Json,
        *,
        answers: bool = False,
        attempt: int = 0,
        reason: str = "",
    ) -> Ack:
        """Send a command, an interaction or an event where the manifest says."""
        manifest = self.fake.world.app.set_up
        if kind == COMMAND:
            url = str(manifest.commands[payload["command"]]["url"])
            body, content_type = urlencode(payload).encode(), FORM
        elif kind == EVENT:
            url, content_type = manifest.events_url, JSON
            body = json.dumps(payload).encode()
        else:
            url, content_type = manifest.interactive_url, FORM
            body = urlencode({"payload": json.dumps(payload)}).encode()
        headers = self.signed(body, content_type)
        if attempt:
            headers |= {"X-Slack-Retry-Num": str(attempt), "X-Slack-Retry-Reason": reason}
        sent = await self.send(url, body, headers)
        return _ack(sent)  # a body where none is read is ignored, as on Slack

    async def replay(self) -> Delivered:
        """Send the last request once more, letter by letter."""
        if self.last is None:
            raise LookupError("nothing was sent yet")
        return await self.send(self.last.url, self.last.body, self.last.headers)

    async def retry_due(self) -> int:
        """Send again the events that are due by the fake's clock."""
        return await self.fake.delivery.retry_due()

    async def verify_url(self) -> bool:
        """Ask the events address for its challenge, as when it is set up."""
        challenge = secrets.token_hex(24)
        asked = {"token": self.fake.world.app.verification_token, "challenge": challenge}
        body = json.dumps(asked | {"type": "url_verification"}).encode()
        url = self.fake.world.app.set_up.events_url
        sent = await self.send(url, body, self.signed(body, JSON))
        if sent.status != 200:
            return False
        given = _ack(sent).body
        return challenge == (given.get("challenge") if isinstance(given, dict) else given)

    async def ssl_check(self, *, post: bool = False) -> list[int]:
        """Look at every command's address, as Slack does now and then; return the statuses."""
        asked = {"ssl_check": "1", "token": self.fake.world.app.verification_token}
        found = []
        for command in self.fake.world.app.set_up.commands.values():
            url = str(command["url"])
            if post:
                body = urlencode(asked).encode()
                found.append((await self.send(url, body, self.signed(body))).status)
            else:
                async with self.session.get(url, params=asked) as answer:
                    found.append(answer.status)
        return found


def _ack(sent: Delivered) -> Ack:
    if not sent.status:
        return Ack(error=sent.answer_headers.get("error", FAILED))
    body: Any = sent.answer or None
    lower = {key.lower(): value for key, value in sent.answer_headers.items()}
    if body and lower.get("content-type", "").startswith(JSON):
        try:
            body = json.loads(body)
        except ValueError:
            body = sent.answer
    final = lower.get("x-slack-no-retry") == "1"
    error = "" if 200 <= sent.status < 300 else "http_error"
    return Ack(sent.status, body, error=error, final=final)
