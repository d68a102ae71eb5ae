"""Discord's OpenAPI document: every body is checked against its route, leniently and strictly."""

from __future__ import annotations

import copy
import functools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, validators  # type: ignore[import-untyped]
from jsonschema.exceptions import ValidationError, best_match  # type: ignore[import-untyped]

Json = dict[str, Any]
PLACE = Path(__file__).resolve().parents[3].parent / "shared/contracts/discord-openapi.json"

CALLBACKS = {
    1: "PongInteractionCallbackRequest",
    4: "CreateMessageInteractionCallbackRequest",
    5: "CreateMessageInteractionCallbackRequest",
    6: "UpdateMessageInteractionCallbackRequest",
    7: "UpdateMessageInteractionCallbackRequest",
    8: "ApplicationCommandAutocompleteCallbackRequest",
    9: "ModalInteractionCallbackRequest",
}
CHANNELS = {1: "UpdateDMRequestPartial", 10: "UpdateThreadRequestPartial"}
CHANNELS |= {11: "UpdateThreadRequestPartial", 12: "UpdateThreadRequestPartial"}

_HOOK = "/webhooks/{webhook_id}/{webhook_token}"
BODIES = {
    "POST /channels/{channel_id}/messages": "MessageCreateRequest",
    "PATCH /channels/{channel_id}/messages/{message_id}": "MessageEditRequestPartial",
    "POST /channels/{channel_id}/messages/{message_id}/threads": (
        "CreateTextThreadWithMessageRequest"
    ),
    "POST /users/@me/channels": "CreatePrivateChannelRequest",
    f"POST {_HOOK}": "IncomingWebhookRequestPartial",
    f"PATCH {_HOOK}/messages/@original": "IncomingWebhookUpdateRequestPartial",
    f"PATCH {_HOOK}/messages/{{message_id}}": "IncomingWebhookUpdateRequestPartial",
}
COMMANDS = frozenset(
    {
        "PUT /applications/{application_id}/commands",
        "PUT /applications/{application_id}/guilds/{guild_id}/commands",
    }
)


@functools.cache
def document() -> Json | None:
    """Return Discord's document, or nothing where it is not there."""
    if not PLACE.exists():
        return None
    loaded = json.loads(PLACE.read_text("utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def _by_type(
    validator: Any, branches: dict[int, Json], instance: Any, schema: Json
) -> Iterator[ValidationError]:
    """Check a thing against the one schema of its type, in place of trying all of a union."""
    kind = instance.get("type") if isinstance(instance, dict) else None
    if isinstance(kind, int) and kind in branches:
        yield from validator.descend(instance, branches[kind])
    else:
        yield ValidationError(f"type must be one of {sorted(branches)}")


_Validator = validators.extend(Draft202012Validator, {"byType": _by_type})


@functools.cache
def _schemas(strict: bool) -> Json:
    """Return all schemas with their references put in place, and unions by their type."""
    found = document()
    assert found is not None
    raw = found["components"]["schemas"]
    table: Json = {name: {} for name in raw}
    for name, schema in raw.items():
        table[name].update(_joined(schema, raw, table, strict))
    return table


def _joined(schema: Any, raw: Json, table: Json, strict: bool) -> Any:
    if isinstance(schema, list):
        return [_joined(part, raw, table, strict) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema and set(schema) <= {"$ref", "description"}:
        return table[_name(schema)]
    joined = {key: _joined(value, raw, table, strict) for key, value in schema.items()}
    for key in ("oneOf", "anyOf"):
        kinds = _kinds(schema.get(key) or [], raw, table)
        if kinds:
            del joined[key]
            joined["byType"] = kinds
    if strict and isinstance(schema.get("properties"), dict) and "type" in schema:
        joined.setdefault("additionalProperties", False)
    return joined


def _name(reference: Json) -> str:
    return str(reference["$ref"]).rpartition("/")[2]


def _kinds(union: list[Json], raw: Json, table: Json) -> dict[int, Json]:
    """Return schemas by the number their type must have, if that tells a union's parts apart."""
    kinds: dict[int, Json] = {}
    for part in union:
        target = raw[_name(part)] if "$ref" in part else {}
        named = (target.get("properties") or {}).get("type", {}).get("enum") or [None]
        for kind in named:
            if kind is None or kind in kinds or "type" not in target["required"]:
                return {}
            kinds[kind] = table[_name(part)]
    return kinds


@functools.cache
def _validator(name: str, strict: bool) -> Any:
    return _Validator(_schemas(strict)[name])


def _schema_for(route: str, body: Any, kind: int | None) -> str | None:
    if route == "POST /interactions/{interaction_id}/{interaction_token}/callback":
        return CALLBACKS.get(body.get("type", 0)) if isinstance(body, dict) else None
    if route == "PATCH /channels/{channel_id}":
        return CHANNELS.get(kind or 0, "UpdateGuildChannelRequestPartial")
    return BODIES.get(route)


def faults(route: str, body: Any, kind: int | None = None) -> list[str]:
    """Return what of a body does not fit; ``kind`` is the channel's type for a PATCH of one."""
    if document() is None:
        return []
    said = _as_documented(route, body)
    if route in COMMANDS:
        pieces = list(enumerate(said or []))
        return [
            f"[{number}]{line}"
            for number, piece in pieces
            for line in _check("ApplicationCommandUpdateRequest", piece)
        ]
    name = _schema_for(route, body, kind)
    return _check(name, said) if name else []


def _check(name: str, body: Any) -> list[str]:
    # What passes strictly passes leniently: the unions left have no part in common.
    error = best_match(_validator(name, strict=True).iter_errors(body))
    if error is None:
        return []
    known = best_match(_validator(name, strict=False).iter_errors(body)) or error
    return [f"{_path(known)}: {known.message[:300]} ({name})"]


def _path(error: ValidationError) -> str:
    return "".join(f".{part}" for part in error.absolute_path) or "."


# What discord.py really sends and the document does not name. Discord takes all of it.


def _as_documented(route: str, body: Any) -> Any:
    """Return a body without what discord.py is known to send beyond the document."""
    said = copy.deepcopy(body)
    if isinstance(said, dict):
        if route == "POST /users/@me/channels" and isinstance(said.get("recipient_id"), int):
            said["recipient_id"] = str(said["recipient_id"])  # a number where a string is named
        message = said.get("data") if "/callback" in route else said
        if isinstance(message, dict):
            _message(message, edit=route.startswith("PATCH") or said.get("type") in (6, 7))
    if route in COMMANDS and isinstance(said, list):
        for command in said:
            _command(command)
    return said


_KEPT = ("proxy_url", "size", "url", "spoiler", "height", "width", "content_type")


def _message(message: Json, *, edit: bool) -> None:
    if edit:
        message.pop("tts", None)  # sent with every message, also with an edit
    for attachment in message.get("attachments") or ():
        attachment["id"] = str(attachment["id"])  # the number of files[n], as a number
        for key in _KEPT:
            attachment.pop(key, None)  # a file kept by an edit is sent back as it was got
    mentions = message.get("allowed_mentions")
    if isinstance(mentions, dict):
        for key in ("users", "roles"):
            if isinstance(mentions.get(key), list):
                mentions[key] = [str(one) for one in mentions[key]]
    for component in _components(message.get("components")):
        for default in component.get("default_values") or ():
            default["id"] = str(default["id"])  # ids of selected things are numbers


def _components(found: Any) -> list[Json]:
    every: list[Json] = []
    for component in found if isinstance(found, list) else ():
        if isinstance(component, dict):
            inner = [component.get(key) for key in ("accessory", "component")]
            every += [component, *_components(component.get("components"))]
            every += _components([one for one in inner if one])
    return every


def _command(command: Any) -> None:
    if isinstance(command, dict):
        command.pop("nsfw", None)  # named in the answer's schema only
