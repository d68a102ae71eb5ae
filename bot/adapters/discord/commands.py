"""The bot's commands as Discord is told of them, and told again only when they changed."""

from __future__ import annotations

import contextlib
import hashlib
import inspect
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

import discord
from discord import app_commands
from discord.app_commands import AppCommandContext, AppInstallationType

from bot import limits, logs
from bot.commands import Command, Option
from bot.house import House
from bot.words import plain

BARE: Final = "show"
"""What a command alone is called beside its sub-words: Discord's groups cannot be called."""

_NOTE: Final = "discord.commands"
_EVERYWHERE: Final = AppCommandContext(guild=True, dm_channel=True, private_channel=False)
_IN_SERVERS: Final = AppCommandContext(guild=True, dm_channel=False, private_channel=False)
_INSTALLED: Final = AppInstallationType(guild=True, user=False)

Interaction = discord.Interaction[Any]
Took = Callable[[Interaction, str, str, Mapping[str, str]], Awaitable[None]]
"""Takes a command that was used: the word, the sub-word, and its options by name."""
Clicked = Callable[[Interaction, str, discord.Message], Awaitable[None]]
"""Takes a message shortcut that was used: its word, and on which message."""


class Tree(app_commands.CommandTree[Any]):
    """Discord's own tree of commands, which says nothing of what members typed."""

    def __init__(self, client: discord.Client, stale: Callable[[Interaction], Awaitable[None]]):
        super().__init__(client)
        self._stale = stale

    async def on_error(
        self, interaction: Interaction, error: app_commands.AppCommandError, /
    ) -> None:
        """Answer a command of an older bot, as a client that was not reloaded still shows it."""
        logs.event("discord.stale_command", kind=type(error).__name__)
        await self._stale(interaction)


def grow(
    tree: Tree,
    commands: Mapping[str, Command],
    shortcuts: Mapping[str, Command],
    took: Took,
    clicked: Clicked,
) -> None:
    """Put every command and shortcut into the tree."""
    groups: dict[str, app_commands.Group] = {}
    parents = {word.split()[0] for word in commands if " " in word}
    for word, command in sorted(commands.items()):
        first, _, sub = word.partition(" ")
        if first not in parents:
            tree.add_command(_command(command, first, first, "", took))
            continue
        if first not in groups:
            groups[first] = _group(first, commands)
            tree.add_command(groups[first])
        groups[first].add_command(_command(command, sub or BARE, first, sub, took))
    for command in shortcuts.values():
        tree.add_command(_shortcut(command, clicked))


def _group(word: str, commands: Mapping[str, Command]) -> app_commands.Group:
    """Return the group of a word; one that is not a command itself is for servers only."""
    first = commands.get(word) or next(
        command for name, command in commands.items() if name.startswith(f"{word} ")
    )
    return app_commands.Group(
        name=word,
        description=plain(first.description),
        allowed_contexts=_EVERYWHERE if word in commands else _IN_SERVERS,
        allowed_installs=_INSTALLED,
    )


def _command(
    command: Command, name: str, word: str, sub: str, took: Took
) -> app_commands.Command[Any, ..., None]:
    async def call(interaction: Interaction, **options: Any) -> None:
        given = {key: _wire(value) for key, value in options.items() if value is not None}
        await took(interaction, word, sub, given)

    # discord.py reads a command's options from its function's signature.
    call.__signature__ = _signature(command.options)  # type: ignore[attr-defined]  # functions take one
    described = app_commands.describe(
        **{option.name: plain(option.description) for option in command.options}
    )
    is_alone = name == word
    return app_commands.Command(
        name=name,
        description=plain(command.description),
        callback=described(call),
        allowed_contexts=_EVERYWHERE if is_alone else None,
        allowed_installs=_INSTALLED if is_alone else None,
    )


def _signature(options: tuple[Option, ...]) -> inspect.Signature:
    parameters = [inspect.Parameter("interaction", inspect.Parameter.POSITIONAL_OR_KEYWORD)]
    parameters += [
        inspect.Parameter(
            option.name,
            inspect.Parameter.POSITIONAL_OR_KEYWORD,
            default=inspect.Parameter.empty if option.needed else None,
            annotation=_annotation(option.kind),
        )
        for option in options
    ]
    return inspect.Signature(parameters)


def _annotation(kind: Any) -> Any:
    return app_commands.Range[str, 1, limits.ANSWER] if kind is str else kind


def _wire(value: object) -> str:
    return str(int(value)) if isinstance(value, bool) else str(value)


def _shortcut(command: Command, clicked: Clicked) -> app_commands.ContextMenu:
    async def call(interaction: Interaction, message: discord.Message) -> None:
        await clicked(interaction, command.word, message)

    return app_commands.ContextMenu(
        name=plain(command.description),
        callback=call,
        allowed_contexts=_IN_SERVERS,
        allowed_installs=_INSTALLED,
    )


async def sync(tree: Tree, house: House, application_id: int, guild_id: int | None) -> bool:
    """Tell Discord of the commands when they are not what it was told last; say whether.

    With ``guild_id`` for one server alone. What an earlier start told another server is taken
    back. Discord lets a bot make 200 commands a day and server.
    """
    payload = [command.to_dict(tree) for command in tree.get_commands()]
    told = json.dumps(payload, sort_keys=True).encode()
    now = {
        "application": application_id,
        "guild": guild_id,
        "hash": hashlib.sha256(told).hexdigest(),
    }
    known = json.loads(await house.notes.get(_NOTE) or b"{}")
    if known == now:
        return False
    earlier = known.get("guild")
    if earlier and earlier != guild_id and known.get("application") == application_id:
        old = discord.Object(earlier)
        tree.clear_commands(guild=old)
        with contextlib.suppress(discord.Forbidden, discord.NotFound):  # the bot is not there now
            await tree.sync(guild=old)
    guild = discord.Object(guild_id) if guild_id else None
    if guild is not None:
        tree.copy_global_to(guild=guild)
    await tree.sync(guild=guild)
    await house.notes.put(_NOTE, json.dumps(now).encode())
    logs.event("discord.commands_synced", count=len(payload))
    return True
