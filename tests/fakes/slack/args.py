"""Reading a call's arguments: JSON, a form, or the query string."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import BodyPartReader, web

from tests.fakes.slack.errors import ApiError

Json = dict[str, Any]
OBJECTS = frozenset({"attachments", "blocks", "files", "metadata", "view"})
"""Arguments that are JSON inside a form or a query string."""


async def read(request: web.Request, *, form_only: bool) -> Json:
    """Return a call's arguments; raises where its body is none Slack reads."""
    args: Json = dict(request.query)
    kind = request.content_type
    if kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        for key, value in (await request.post()).items():
            args[key] = value if isinstance(value, str) else "(a file)"
    elif raw := await request.read():
        if kind != "application/json":
            raise ApiError("invalid_post_type")
        if form_only:
            return args  # it sees none of the arguments, as on Slack
        args |= _object(raw)
    return {key: _parsed(key, value) for key, value in args.items()}


def _object(raw: bytes) -> Json:
    try:
        body = json.loads(raw)
    except ValueError:
        raise ApiError("invalid_json") from None
    if not isinstance(body, dict):
        raise ApiError("json_not_object")
    return body


def _parsed(key: str, value: Any) -> Any:
    if key not in OBJECTS or not isinstance(value, str) or not value:
        return value
    try:
        return json.loads(value)
    except ValueError:
        wrong = {"blocks": "invalid_blocks_format", "metadata": "invalid_metadata_format"}
        raise ApiError(wrong.get(key, "invalid_arguments")) from None


async def upload(request: web.Request) -> bytes:
    """Return the bytes of an upload, sent as they are or as a form's file."""
    if request.content_type != "multipart/form-data":
        return await request.read()
    found = b""
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        content = bytes(await part.read())
        if part.filename or part.name in ("file", "filename"):
            found = content
    return found
