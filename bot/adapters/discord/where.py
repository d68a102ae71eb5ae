"""In which space something happened: the server, or what a direct message is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

import discord

from bot.adapters.discord.ids import read

if TYPE_CHECKING:
    from bot.adapters.discord.client import Client

_LOOKED_AT: Final = 50  # direct messages, the newest: whoever uses the bot has heard from it


async def spaces_of(client: Client, interaction: discord.Interaction[Any]) -> list[str]:
    """Return the row ids of the spaces the bot wrote to somebody about, the newest first.

    No table says who uses the bot where. The direct messages themselves do, and only the two who
    can read them.
    """
    me, channel = client.user, interaction.channel_id
    if me is None or channel is None:
        return []
    found: dict[str, None] = {}
    history = client.get_partial_messageable(channel).history(limit=_LOOKED_AT)
    async for message in history:
        if message.author.id == me.id:
            found |= dict.fromkeys(_named(message.components))
    return list(found)


def _named(components: Sequence[Any]) -> Iterator[str]:
    for component in components:
        _, space_id = read(getattr(component, "custom_id", None) or "")
        if space_id:
            yield space_id
        yield from _named(getattr(component, "children", ()))
