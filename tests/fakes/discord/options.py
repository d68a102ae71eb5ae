"""What a client makes of a typed command: sub-commands found, options checked and typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.fakes.discord.selects import ANY_SELECT, CHANNEL_SELECT, ROLE_SELECT, USER_SELECT
from tests.fakes.discord.shapes import member_of, public_user
from tests.fakes.discord.world import DM, THREADS, Json, World, ident

if TYPE_CHECKING:
    from tests.fakes.discord.people import Person

STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER = 3, 4, 5, 6, 7, 8, 9, 10
TOP = 1 << 53
"""Integers are those JavaScript has."""


class NotOffered(LookupError):
    """The client does not offer this here, or does not let it be sent."""


def command_data(
    person: Person,
    place: Json,
    offered: list[Json],
    words: str,
    given: dict[str, Any],
    focused: str = "",
) -> Json:
    """Return an interaction's data for a slash command; raises ``NotOffered``."""
    first, *rest = words.removeprefix("/").split()
    command = next((one for one in offered if one["name"] == first), None)
    if command is None:
        raise NotOffered(f"/{first} is not among {[one['name'] for one in offered]}")
    path: list[Json] = []
    known = command.get("options") or []
    for word in rest:
        inner = next((one for one in known if one["name"] == word and one["type"] < 3), None)
        if inner is None:
            raise NotOffered(f"/{words}: there is no {word!r}")
        path.append(inner)
        known = inner.get("options") or []
    if any(one["type"] < 3 for one in known):
        raise NotOffered(f"/{words} has sub-commands and cannot be used without one")
    options = _options(known, given, focused)
    ids = [str(one["value"]) for one in options if USER <= one["type"] <= MENTIONABLE]
    for inner in reversed(path):
        options = [{"name": inner["name"], "type": inner["type"], "options": options}]
    data: Json = {"id": command["id"], "name": command["name"], "type": command["type"]}
    data["options"] = options
    if command.get("guild_id"):
        data["guild_id"] = command["guild_id"]
    if ids:
        data["resolved"] = resolved(person.fake.world, place, ids)
    return data


def _options(known: list[Json], given: dict[str, Any], focused: str) -> list[Json]:
    names = {one["name"].replace("-", "_"): one["name"] for one in known}
    values = {names.get(key, key): value for key, value in given.items()}
    unknown = values.keys() - {one["name"] for one in known}
    if unknown:
        raise NotOffered(f"there is no option {sorted(unknown)}")
    found = []
    for option in known:
        name = option["name"]
        if name not in values:
            if option.get("required") and not focused:
                raise NotOffered(f"the option {name!r} is required")
            continue
        sent = {"name": name, "type": option["type"]}
        if name == names.get(focused, focused):
            if not option.get("autocomplete"):
                raise NotOffered(f"{name!r} has no autocomplete")
            sent |= {"value": values[name], "focused": True}
        else:
            sent["value"] = _typed(option, values[name])
        found.append(sent)
    return found


def _typed(option: Json, value: Any) -> Any:
    kind, name = option["type"], option["name"]
    if option.get("choices"):
        by_name = {one["name"]: one["value"] for one in option["choices"]}
        value = by_name.get(value, value)
        if value not in by_name.values():
            raise NotOffered(f"{value!r} is no choice of {name!r}")
        return value
    if kind == STRING:
        least, most = option.get("min_length") or 0, option.get("max_length") or 6000
        if not isinstance(value, str) or not max(least, 1) <= len(value) <= most:
            raise NotOffered(f"{name!r} takes {least} to {most} characters")
    elif kind in (INTEGER, NUMBER):
        whole = isinstance(value, int) and not isinstance(value, bool)
        if not whole and not (kind == NUMBER and isinstance(value, float)):
            raise NotOffered(f"{name!r} takes a number")
        least, most = option.get("min_value", -TOP), option.get("max_value", TOP)
        if not least <= value <= most:
            raise NotOffered(f"{name!r} takes {least} to {most}")
    elif kind == BOOLEAN:
        if not isinstance(value, bool):
            raise NotOffered(f"{name!r} is True or False")
    elif kind in (USER, CHANNEL, ROLE, MENTIONABLE):
        return ident(value)
    else:
        raise NotOffered(f"options of type {kind} are not served by this fake")
    return value


def offers(world: World, place: Json, user_id: str, kind: int, one: str) -> bool:
    """Say whether somebody's client has this in a select that Discord fills itself.

    Bots are offered like people. In direct messages there are only the two who write them
    (discord.py's documentation of UserSelect says so).
    """
    guild = world.guild_of(place)
    if guild is None:
        return kind in (USER_SELECT, ANY_SELECT) and one in (user_id, world.app_id)
    is_user = one in world.members[guild["id"]]
    is_role = any(role["id"] == one for role in guild["roles"])
    is_channel = world.channels.get(one, {}).get("guild_id") == guild["id"]
    return {
        USER_SELECT: is_user,
        ROLE_SELECT: is_role,
        ANY_SELECT: is_user or is_role,
        CHANNEL_SELECT: is_channel,
    }[kind]


def resolved(world: World, place: Json, ids: list[str]) -> Json:
    """Return what these ids stand for, as Discord sends it beside them."""
    found: Json = {}
    guild = world.guild_of(place)
    roles = {role["id"]: role for role in guild["roles"]} if guild else {}
    for one in ids:
        if one in world.channels and world.channels[one]["type"] != DM:
            found.setdefault("channels", {})[one] = _channel(world, world.channels[one])
        elif one in roles:
            found.setdefault("roles", {})[one] = roles[one]
        elif one in world.users:
            found.setdefault("users", {})[one] = public_user(world.users[one])
            if guild and one in world.members[guild["id"]]:
                member = member_of(world, guild, one, place)
                keys = set(member) - {"user", "deaf", "mute"}
                found.setdefault("members", {})[one] = {key: member[key] for key in keys}
        else:
            raise LookupError(one)
    return found


def _channel(world: World, channel: Json) -> Json:
    keys = ("id", "name", "type", "parent_id", "guild_id", "position", "flags", "topic", "nsfw")
    shown = {key: channel[key] for key in keys if key in channel}
    if channel["type"] in THREADS:
        shown["thread_metadata"] = channel["thread_metadata"]
    return shown | {"permissions": str(world.may(world.app_id, channel))}
