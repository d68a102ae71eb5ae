"""What a message may hold, and what becomes of it: text, embeds, files, components."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from tests.fakes.discord import components
from tests.fakes.discord.bodies import Files, safe_name
from tests.fakes.discord.errors import ApiError, Fault, refuse
from tests.fakes.discord.pictures import size_of
from tests.fakes.discord.world import Json

EPHEMERAL, LOADING, SUPPRESS_EMBEDS, SILENT, V2 = 1 << 6, 1 << 7, 1 << 2, 1 << 12, 1 << 15
CONTENT = 2000
_MENTION = re.compile(r"<@!?(\d+)>")
_ROLE = re.compile(r"<@&(\d+)>")
_EMBED = (
    ("title", 256),
    ("description", 4096),
    ("footer.text", 2048),
    ("author.name", 256),
)


def is_v2(body: Json, old: Json | None) -> bool:
    """Say whether a message is made of V2 components, by its flag now or before."""
    return bool(((body.get("flags") or 0) | (old["flags"] if old else 0)) & V2)


def faults(body: Json, files: Files, old: Json | None) -> Iterator[Fault]:
    """Yield what of a message's body does not fit; ``old`` is the message an edit changes."""
    text = body.get("content") or ""
    if len(text) > CONTENT:
        yield "content", "BASE_TYPE_MAX_LENGTH", f"Must be {CONTENT} or fewer in length."
    yield from _embeds(body.get("embeds") or [])
    yield from _mentions(body.get("allowed_mentions"))
    yield from _attachments(body, files, old)
    v2 = is_v2(body, old)
    yield from components.faults(body.get("components") or [], v2=v2)
    if v2:
        yield from _only_components(body, files, old)
    nonce = body.get("nonce")
    if isinstance(nonce, str) and len(nonce) > 25:
        yield "nonce", "NONCE_TYPE_TOO_LONG", "Must be 25 or fewer in length."
    if len(body.get("sticker_ids") or ()) > 3:
        yield "sticker_ids", "BASE_TYPE_MAX_LENGTH", "Must be 3 or fewer in length."


def _embeds(embeds: list[Json]) -> Iterator[Fault]:
    if len(embeds) > 10:
        yield "embeds", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length."
    total = 0
    for number, embed in enumerate(embeds):
        for key, most in _EMBED:
            outer, _, inner = key.partition(".")
            value = embed.get(outer)
            text = (value.get(inner) if inner and isinstance(value, dict) else value) or ""
            total += len(text)
            if len(text) > most:
                at = f"embeds.{number}.{key}"
                yield at, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length."
        fields = embed.get("fields") or []
        if len(fields) > 25:
            at = f"embeds.{number}.fields"
            yield at, "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length."
        for place, field in enumerate(fields):
            total += len(field["name"]) + len(field["value"])
            if not 1 <= len(field["name"]) <= 256 or not 1 <= len(field["value"]) <= 1024:
                at = f"embeds.{number}.fields.{place}"
                yield at, "BASE_TYPE_BAD_LENGTH", "A name has 1 to 256, a value 1 to 1024."
    if total > 6000:
        message = "Embed size exceeds maximum size of 6000"
        yield "embeds", "MAX_EMBED_SIZE_EXCEEDED", message


def _mentions(allowed: Any) -> Iterator[Fault]:
    if not isinstance(allowed, dict):
        return
    parse = allowed.get("parse") or []
    for key in ("users", "roles"):
        named = allowed.get(key) or []
        if key in parse and named:
            at = f"allowed_mentions.{key}"
            yield at, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", f"parse:[{key}] excludes {key}."
        if len(named) > 100:
            yield f"allowed_mentions.{key}", "BASE_TYPE_MAX_LENGTH", "Must be 100 or fewer."


def _kept(body: Json, old: Json | None) -> list[Json]:
    """Return the files of a message that an edit does not take away."""
    had = old["attachments"] if old else []
    if body.get("attachments") is None and "attachments" not in body:
        return list(had)
    named = {str(one["id"]) for one in body.get("attachments") or ()}
    return [one for one in had if one["id"] in named]


def _attachments(body: Json, files: Files, old: Json | None) -> Iterator[Fault]:
    known = {str(number) for number in files} | {one["id"] for one in _kept(body, old)}
    for number, one in enumerate(body.get("attachments") or ()):
        if str(one["id"]) not in known:
            yield f"attachments.{number}.id", "ATTACHMENT_NOT_FOUND", "No such file was sent."
        if len(one.get("description") or "") > 1024:
            yield (
                f"attachments.{number}.description",
                "BASE_TYPE_MAX_LENGTH",
                "Must be 1024 or fewer.",
            )
    if len(files) + len(_kept(body, old)) > 10:
        yield "attachments", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length."


def _only_components(body: Json, files: Files, old: Json | None) -> Iterator[Fault]:
    for key in ("content", "embeds", "sticker_ids", "poll"):
        if body.get(key) or (old and key not in body and old.get(key)):
            message = f"The '{key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
            yield key, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", message
    if old and old["flags"] & V2 and body.get("flags") is not None and not body["flags"] & V2:
        message = "MessageFlags.IS_COMPONENTS_V2 cannot be removed"
        yield "flags", "MESSAGE_FLAGS_INVALID", message
    if old and "components" not in body:
        shown: list[Json] = old["components"]
    else:
        shown = body.get("components") or []
        if not shown:
            yield "components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 40 in length."
    sent = {safe_name(name) for name, _ in files.values()}
    names = sent | {one["filename"] for one in _kept(body, old)}
    used = set()
    for path, item in components.media(shown):
        scheme, _, name = (item.get("url") or "").partition("://")
        if scheme == "attachment":
            used.add(safe_name(name))
            if safe_name(name) not in names:
                message = "The referenced attachment was not found"
                yield f"{path}.url", "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", message
    for name in sorted(sent - used):
        yield "files", "FAKE_FILE_NOT_SHOWN", f"No component shows {name}; nobody would see it."


class Composer:
    """Makes what a message holds out of a body; ``host`` is where its files are served."""

    def __init__(self, host: str, new_id: Any) -> None:
        self.host, self._new_id = host, new_id
        self.files: dict[str, bytes] = {}

    def compose(self, body: Json, files: Files, channel_id: str, old: Json | None) -> Json:
        """Return the fields of a message that change; raises 50035, 50006."""
        refuse(faults(body, files, old))
        fields: Json = {}
        if "content" in body or old is None:
            fields["content"] = (body.get("content") or "").strip()
        if "embeds" in body or old is None:
            fields["embeds"] = [{"type": "rich"} | one for one in body.get("embeds") or ()]
        fields["attachments"] = self._attach(body, files, channel_id, old)
        if "components" in body or old is None:
            fields["components"] = self._resolve(
                copy.deepcopy(body.get("components") or []), fields["attachments"]
            )
        whole = {**(old or {}), **fields}
        full = ("content", "embeds", "components", "attachments", "sticker_items", "poll")
        if not body.get("sticker_ids") and not any(whole.get(key) for key in full):
            raise ApiError(50006)
        return fields

    def _attach(self, body: Json, files: Files, channel_id: str, old: Json | None) -> list[Json]:
        told = {str(one["id"]): one for one in body.get("attachments") or ()}
        found = [
            one | {"description": told[one["id"]].get("description", one.get("description"))}
            if one["id"] in told
            else one
            for one in _kept(body, old)
        ]
        for number, (name, content) in sorted(files.items()):
            if told and str(number) not in told:
                continue  # Discord drops a file its metadata does not name
            attachment_id, stored = self._new_id(), safe_name(name)
            self.files[attachment_id] = content
            url = f"{self.host}/attachments/{channel_id}/{attachment_id}/{stored}"
            one = {"id": attachment_id, "filename": stored, "size": len(content), "url": url}
            one |= {"proxy_url": url, "content_version": 0, "flags": 0}
            description = told.get(str(number), {}).get("description")
            if description:
                one["description"] = description
            width, height, kind = size_of(content, stored)
            one |= {"content_type": kind} | ({"width": width, "height": height} if width else {})
            found.append(one)
        return found

    def _resolve(self, shown: list[Json], attachments: list[Json]) -> list[Json]:
        by_name = {one["filename"]: one for one in attachments}
        taken = {one["id"] for _, one in components.walk(shown) if one.get("id")}
        free = (number for number in range(1, 1 << 16) if number not in taken)
        for _, component in components.walk(shown):
            component["id"] = component.get("id") or next(free)
        for _, item in components.media(shown):
            scheme, _, name = item["url"].partition("://")
            if scheme == "attachment":
                found = by_name[safe_name(name)]
                item |= {"url": found["url"], "proxy_url": found["proxy_url"]}
                item |= {"attachment_id": found["id"], "loading_state": 2, "flags": 0}
                item |= {"content_type": found["content_type"]}
                item |= {key: found.get(key) for key in ("width", "height")}
            else:
                item.setdefault("proxy_url", item["url"])
        for _, component in components.walk(shown):
            if component["type"] == components.FILE:
                url = component["file"]["url"]
                held = next((one for one in attachments if one["url"] == url), None)
                if held:
                    component |= {"name": held["filename"], "size": held["size"]}
        return shown


def text_of(message: Json) -> str:
    """Return every text of a message in which a mention would count."""
    parts = [message["content"]]
    for _, component in components.walk(message["components"]):
        if component["type"] == components.TEXT:
            parts.append(component["content"])
    return "\n".join(parts)


def mentioned(message: Json, allowed: Any) -> tuple[list[str], list[str], bool]:
    """Return the users and roles a message notifies, and whether everybody."""
    text = text_of(message)
    users = list(dict.fromkeys(_MENTION.findall(text)))
    roles = list(dict.fromkeys(_ROLE.findall(text)))
    everyone = "@everyone" in text or "@here" in text
    if not isinstance(allowed, dict):
        return users, roles, everyone
    parse = allowed.get("parse") or []
    if "users" not in parse:
        users = [one for one in users if one in map(str, allowed.get("users") or ())]
    if "roles" not in parse:
        roles = [one for one in roles if one in map(str, allowed.get("roles") or ())]
    return users, roles, everyone and "everyone" in parse
