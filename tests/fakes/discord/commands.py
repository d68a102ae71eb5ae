"""Application commands: the rules for registering them, and who is offered which."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tests.fakes.discord import permissions
from tests.fakes.discord.errors import ApiError, Fault, refuse
from tests.fakes.discord.routes import Call, Reply, Router
from tests.fakes.discord.world import DM, Json

if TYPE_CHECKING:
    from tests.fakes.discord.server import FakeDiscord

CHAT, USER, MESSAGE = 1, 2, 3
SUB, GROUP = 1, 2
MOST = {CHAT: 100, USER: 15, MESSAGE: 15}
CREATED_A_DAY = 200
TOTAL = 8000
_TONGUES = (
    "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg "
    "ru uk hi th zh-CN ja zh-TW ko"
)
LOCALES = frozenset(_TONGUES.split(" "))
_WORD = re.compile(r"[-_'\w]{1,32}")
_LIMITS = {"min_length": (0, 6000), "max_length": (1, 6000)}


def _name(path: str, name: Any, kind: int) -> Iterator[Fault]:
    fits = isinstance(name, str) and 1 <= len(name) <= 32
    if fits and kind == CHAT:
        name = unicodedata.normalize("NFC", name)
        fits = bool(_WORD.fullmatch(name)) and name == name.lower()
    if not fits or not name.strip():
        message = "Command name is invalid"
        yield f"{path}name", "APPLICATION_COMMAND_INVALID_NAME", message


def _described(path: str, thing: Json) -> Iterator[Fault]:
    if not 1 <= len(thing.get("description") or "") <= 100:
        yield f"{path}description", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length."


def _localized(path: str, thing: Json, kind: int) -> Iterator[Fault]:
    for key, most in (("name_localizations", 32), ("description_localizations", 100)):
        for locale, text in (thing.get(key) or {}).items():
            at = f"{path}{key}.{locale}"
            if locale not in LOCALES:
                yield at, "UNKNOWN_LOCALE", "Not a locale Discord has."
            if not 1 <= len(text) <= most:
                yield at, "BASE_TYPE_BAD_LENGTH", f"Must be between 1 and {most} in length."
            if key.startswith("name"):
                yield from (fault for fault in _name(f"{at}.", text, kind))


def faults(command: Json, path: str = "") -> Iterator[Fault]:
    """Yield what of one command does not fit."""
    kind = command.get("type") or CHAT
    if kind not in MOST:
        yield f"{path}type", "BASE_TYPE_CHOICES", "Value must be one of (1, 2, 3)."
        return
    yield from _name(path, command.get("name"), kind)
    yield from _localized(path, command, kind)
    options = command.get("options") or []
    if kind == CHAT:
        yield from _described(path, command)
        yield from _options(path, options, 0)
    else:
        if command.get("description"):
            message = "Context menu commands cannot have description"
            yield f"{path}description", "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION", message
        if options:
            message = "Context menu commands cannot have options"
            yield f"{path}options", "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS", message
    if size(command) > TOTAL:
        message = f"Command exceeds maximum size ({TOTAL})"
        yield path.strip("."), "APPLICATION_COMMAND_TOO_LARGE", message
    for key, most in (("contexts", 2), ("integration_types", 1)):
        for value in command.get(key) or ():
            if not 0 <= value <= most:
                yield f"{path}{key}", "BASE_TYPE_CHOICES", f"Value must be 0 to {most}."


def _options(path: str, options: list[Json], depth: int) -> Iterator[Fault]:
    if len(options) > 25:
        yield f"{path}options", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length."
    kinds = {option["type"] for option in options}
    if kinds & {SUB, GROUP} and kinds - {SUB, GROUP}:
        message = "Sub-command and group types are mutually exclusive to all other types"
        yield f"{path}options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message
    names = Counter(option.get("name") for option in options)
    if any(count > 1 for count in names.values()):
        message = "Option names must be unique"
        yield f"{path}options", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", message
    optional = False
    for number, option in enumerate(options):
        at = f"{path}options.{number}."
        if option.get("required") and optional:
            message = "Required options must be placed before non-required options"
            yield at.strip("."), "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message
        optional = optional or not option.get("required")
        yield from _option(at, option, depth)


def _option(at: str, option: Json, depth: int) -> Iterator[Fault]:
    yield from _name(at, option.get("name"), CHAT)
    yield from _described(at, option)
    yield from _localized(at, option, CHAT)
    kind = option["type"]
    inside = option.get("options") or []
    if kind == GROUP:
        if depth or not inside or any(one["type"] != SUB for one in inside):
            message = "A group stands at the top and holds sub-commands"
            yield f"{at}type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message
        yield from _options(at, inside, 1)
    elif kind == SUB:
        if depth > 1 or any(one["type"] in (SUB, GROUP) for one in inside):
            message = "A sub-command holds no sub-commands"
            yield f"{at}type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message
        yield from _options(at, inside, 2)
    else:
        if not 3 <= kind <= 11:
            yield f"{at}type", "BASE_TYPE_CHOICES", "Value must be 1 to 11."
        yield from _values(at, option)


def _values(at: str, option: Json) -> Iterator[Fault]:
    choices = option.get("choices") or []
    if choices and option["type"] not in (3, 4, 10):
        yield f"{at}choices", "BASE_TYPE_MUST_BE_NULL", "This type has no choices."
    if choices and option.get("autocomplete"):
        message = "Autocomplete cannot be used with choices"
        yield f"{at}autocomplete", "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES", message
    if len(choices) > 25:
        yield f"{at}choices", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length."
    for number, choice in enumerate(choices):
        value = choice.get("value")
        long = isinstance(value, str) and not 1 <= len(value) <= 100
        if not 1 <= len(choice.get("name") or "") <= 100 or long:
            where = f"{at}choices.{number}"
            yield where, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length."
    if len({choice.get("name") for choice in choices}) < len(choices):
        message = "Choice names must be unique"
        yield f"{at}choices", "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS", message
    for key, (least, most) in _LIMITS.items():
        value = option.get(key)
        if value is not None and (option["type"] != 3 or not least <= value <= most):
            yield f"{at}{key}", "NUMBER_TYPE_MAX", f"Of a string, {least} to {most}."


def size(thing: Json) -> int:
    """Return a command's size: names, descriptions and values, the longest translation of each."""
    total = 0
    for key in ("name", "description"):
        texts = [thing.get(key) or "", *(thing.get(f"{key}_localizations") or {}).values()]
        total += max(len(text) for text in texts)
    for choice in thing.get("choices") or ():
        total += len(choice["name"]) + len(str(choice["value"]))
    return total + sum(size(option) for option in thing.get("options") or ())


class Commands:
    """What is registered, globally (``""``) and by guild."""

    def __init__(self, fake: FakeDiscord) -> None:
        self.fake, self.world = fake, fake.world
        self.registered: dict[str, list[Json]] = {"": []}
        self.puts = 0
        """How often a whole set was sent."""
        self.created: Counter[tuple[str, int]] = Counter()

    def add_to(self, router: Router) -> None:
        """Add the routes."""
        for scope in ("", "/guilds/{guild_id}"):
            template = f"/applications/{{application_id}}{scope}/commands"
            router.add("GET", template, self.get)
            router.add("PUT", template, self.put)

    def _scope(self, call: Call) -> str:
        if call.params["application_id"] != self.world.app_id:
            raise ApiError(20012)
        guild_id = call.params.get("guild_id", "")
        if guild_id and (guild_id not in self.world.present or guild_id in self.world.scopeless):
            raise ApiError(50001)
        return guild_id

    async def get(self, call: Call) -> Reply:
        """GET all commands of a scope."""
        return 200, self.registered.get(self._scope(call), [])

    async def put(self, call: Call) -> Reply:
        """PUT all commands of a scope: what is not named is gone."""
        scope, body = self._scope(call), call.body or []
        self.puts += 1
        refuse(
            fault for number, command in enumerate(body) for fault in faults(command, f"{number}.")
        )
        refuse(_among(body))
        old = {(one["type"], one["name"]): one for one in self.registered.get(scope, [])}
        fresh = [one for one in body if (one.get("type") or CHAT, one["name"]) not in old]
        day = int(self.fake.clock.now() // 86400)
        if self.created[scope, day] + len(fresh) > CREATED_A_DAY:
            raise ApiError(30034)
        self.created[scope, day] += len(fresh)
        self.registered[scope] = [self._stored(scope, one, old) for one in body]
        return 200, self.registered[scope]

    def _stored(self, scope: str, command: Json, old: dict[tuple[int, str], Json]) -> Json:
        kind = command.get("type") or CHAT
        known = old.get((kind, command["name"]))
        held: Json = {"application_id": self.world.app_id, "type": kind, "nsfw": False}
        held |= {"description": "", "dm_permission": True, "contexts": None}
        held |= {"integration_types": [0], "default_member_permissions": None, **command}
        wanted = held["default_member_permissions"]
        held["default_member_permissions"] = None if wanted is None else str(wanted)
        held |= {"type": kind, "version": self.world.new_id()}
        held["id"] = known["id"] if known else self.world.new_id()
        return held | ({"guild_id": scope} if scope else {})

    def offered(self, user_id: str, channel: Json, kind: int = CHAT) -> list[Json]:
        """Return the commands a person's client shows in a channel."""
        guild_id = channel.get("guild_id", "")
        held = self.world.may(user_id, channel)
        allowed = held & permissions.USE_APPLICATION_COMMANDS
        if guild_id and (guild_id not in self.world.present or not allowed):
            return []
        own = self.registered.get(guild_id, []) if guild_id else []
        taken = {(one["type"], one["name"]) for one in own}
        shared = [one for one in self.registered[""] if (one["type"], one["name"]) not in taken]
        every = [one for one in (*own, *shared) if one["type"] == kind]
        return [one for one in every if self._allowed(one, channel, held)]

    def _allowed(self, command: Json, channel: Json, held: int) -> bool:
        direct = channel["type"] == DM
        contexts = command["contexts"]
        if contexts is not None and not command.get("guild_id"):
            if (1 if direct else 0) not in contexts:
                return False
        elif direct and command["dm_permission"] is False:
            return False
        wanted = command["default_member_permissions"]
        if direct or wanted is None:
            return True
        if wanted == "0":
            return bool(held & permissions.ADMINISTRATOR)
        return held & int(wanted) == int(wanted)


def _among(body: list[Json]) -> Iterator[Fault]:
    kinds = Counter(one.get("type") or CHAT for one in body)
    for kind, count in kinds.items():
        if count > MOST[kind]:
            raise ApiError(30032)
    names = Counter((one.get("type") or CHAT, one["name"]) for one in body)
    for number, command in enumerate(body):
        if names[command.get("type") or CHAT, command["name"]] > 1:
            message = "Application command names must be unique"
            yield f"{number}.name", "APPLICATION_COMMANDS_DUPLICATE_NAME", message
