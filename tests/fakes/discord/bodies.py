"""Reading a request's body: JSON, or a form with ``payload_json`` and files."""

from __future__ import annotations

import json
import re
from typing import Any

from aiohttp import BodyPartReader, web

from tests.fakes.discord.errors import ApiError, refused

Files = dict[int, tuple[str, bytes]]
FILE_LIMIT = 10 * 1024 * 1024
"""Bytes of one file, in a server without boosts."""
_FIELD = re.compile(r"files\[(\d+)\]")
_ODD = re.compile(r"[^\w.\-]")


async def read(request: web.Request) -> tuple[Any, Files]:
    """Return a request's JSON, or nothing, and its files by number; raises 50109, 40005."""
    if request.content_type == "multipart/form-data":
        return await _form(request)
    raw = await request.read()
    if not raw:
        return None, {}
    if request.content_type != "application/json":
        raise refused([("", "CONTENT_TYPE_INVALID", 'Expected "Content-Type" header.')])
    return _parse(raw), {}


def _parse(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except ValueError:
        raise ApiError(50109) from None


async def _form(request: web.Request) -> tuple[Any, Files]:
    body: Any = {}
    files: Files = {}
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        content = bytes(await part.read())
        number = _FIELD.fullmatch(part.name or "")
        if part.name == "payload_json":
            body = _parse(content)
        elif number is None or not part.filename:
            raise refused([(part.name or "", "UNKNOWN", "Only payload_json and files[n] here.")])
        elif len(content) > FILE_LIMIT:
            raise ApiError(40005)
        else:
            files[int(number[1])] = (part.filename, content)
    if len(files) > 10:
        raise refused([("files", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.")])
    return body, files


def safe_name(name: str) -> str:
    """Return a file's name as Discord stores it."""
    return _ODD.sub("_", name)
