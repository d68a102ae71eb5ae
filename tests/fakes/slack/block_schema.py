"""Slack's own types as a JSON Schema: every piece is checked against the one type it has."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator, validators  # type: ignore[import-untyped]
from jsonschema.exceptions import ValidationError, best_match  # type: ignore[import-untyped]

from tests.fakes.slack.pieces import Json, placed

# Made from @slack/types by `npm run build` in the folder; the Makefile's `test` sees to it.
PLACE = Path(__file__).with_name("schema") / "node_modules" / "contract.json"

# What Slack's reference and slack_sdk have, and the types lack.
BESIDE = {"RichTextList": {"offset": {"type": "integer"}}}


def available() -> bool:
    """Say whether Slack's types are here; without npm they are not."""
    return PLACE.exists()


def faults(name: str, value: Any, at: str) -> list[str]:
    """Return what of a `block`, a `modal` or a `home` does not fit; a view without its blocks."""
    if not available():
        return []
    return [_sentence(error, at) for error in _validator(name).iter_errors(value)]


def _sentence(error: ValidationError, at: str) -> str:
    closest = best_match([error])
    place = at + "".join(f"/{part}" for part in closest.absolute_path)
    if closest.validator == "additionalProperties":
        unknown = sorted(closest.instance.keys() - closest.schema["properties"].keys())
        return placed(f"invalid additional property: {', '.join(unknown)}", place)
    if closest.validator == "required":
        _, missing, *_ = closest.message.split("'")
        return placed(f"missing required field: {missing}", place)
    return placed(closest.message[:200], place)


def _by_type(
    validator: Any, branches: dict[str, Json], instance: Any, schema: Json
) -> Iterator[ValidationError]:
    """Check a thing against the schema of its type, in place of trying all of a union."""
    kind = instance.get("type") if isinstance(instance, dict) else None
    if isinstance(kind, str) and kind in branches:
        yield from validator.descend(instance, branches[kind])
    else:
        yield ValidationError(f"unsupported type: {kind}")


_Validator = validators.extend(Draft7Validator, {"byType": _by_type})


@functools.cache
def _validator(name: str) -> Any:
    return _Validator(_roots()[name])


@functools.cache
def _roots() -> Json:
    """Return the schemas of a block and of the views, with all references put in place."""
    document = json.loads(PLACE.read_text("utf-8"))
    raw = document["definitions"]
    for name, more in BESIDE.items():
        raw[name]["properties"].update(more)
    table: Json = {name: {} for name in raw}
    for name, schema in raw.items():
        table[name].update(_joined(schema, raw, table))
    return {name: _joined(schema, raw, table) for name, schema in document["properties"].items()}


def _joined(schema: Any, raw: Json, table: Json) -> Any:
    if isinstance(schema, list):
        return [_joined(part, raw, table) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return table[_name(schema)]
    if "anyOf" in schema:
        kinds = _kinds(schema, raw, table)
        if kinds:
            return {"byType": kinds}
    return {key: _joined(value, raw, table) for key, value in schema.items()}


def _name(reference: Json) -> str:
    return str(reference["$ref"]).rpartition("/")[2]


def _kinds(union: Json, raw: Json, table: Json) -> dict[str, Json]:
    """Return a union's schemas by the type each asks for, or nothing if one asks for none."""
    kinds: dict[str, list[Json]] = {}
    for leaf in _leaves(union, raw):
        target = raw[_name(leaf)] if "$ref" in leaf else leaf
        kind = target.get("properties", {}).get("type", {}).get("const")
        if kind is None:
            return {}
        kinds.setdefault(kind, []).append(_joined(leaf, raw, table))
    return {
        kind: found[0] if len(found) == 1 else {"anyOf": found} for kind, found in kinds.items()
    }


def _leaves(schema: Json, raw: Json) -> Iterator[Json]:
    target = raw[_name(schema)] if "$ref" in schema else schema
    if "anyOf" in target:
        for part in target["anyOf"]:
            yield from _leaves(part, raw)
    else:
        yield schema
