"""The connection to Discord: what comes in becomes an event, and is answered in time."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot import logs
from bot.adapters.discord import commands, forms
from bot.adapters.discord.buttons import Press
from bot.adapters.discord.desk import Desk
from bot.adapters.discord.ids import read
from bot.adapters.discord.platform import NAME, Discord
from bot.app import Bot
from bot.house import House, house_of
from bot.settings import Settings

API: Final = "https://discord.com/api/v10"
GATEWAY: Final = "wss://gateway.discord.gg/"

Interaction = discord.Interaction[Any]


def create(settings: Settings, bot: Bot) -> Client:
    """Return the client, ready to be logged in and connected; nothing is asked of Discord yet.

    From then on the house sends through it what is for Discord. Where Discord is, is one setting a
    process: discord.py keeps it in its classes.
    """
    Route.BASE = (settings.discord_api_url or API).rstrip("/")
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.discord_gateway_url or GATEWAY)
    house = house_of(bot)
    client = Client(settings, house, bot)
    house.platforms[NAME] = client.platform
    return client


class Client(discord.AutoShardedClient):
    """discord.py's client without its caches: no messages, no members but the bot itself.

    The sharded one also where one shard is enough: it asks the gateway how many it recommends, and
    there is one way to run instead of two.
    """

    def __init__(self, settings: Settings, house: House, bot: Bot) -> None:
        shards = settings.discord_shards
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # it has no voice
        some = {"shard_ids": list(shards.ids), "shard_count": shards.count} if shards else {}
        super().__init__(
            intents=discord.Intents(guilds=True),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=30.0,
            **some,  # type: ignore[arg-type]  # they must be left out rather than be nothing
        )
        self.house = house
        self.bot = bot
        self.platform = Discord(house, self)
        self.desk = Desk(self, house, bot, self.platform)
        self.tree = commands.Tree(self, self.desk.stale)
        self._settings = settings
        self._syncs = True
        self._turn = asyncio.Lock()
        self._looked_around: set[int] = set()  # shards
        commands.grow(self.tree, bot.commands, bot.shortcuts, self._took, self._clicked)
        self.add_dynamic_items(Press)

    async def setup_hook(self) -> None:
        """Tell Discord of the commands, if they changed."""
        if self.application_id is not None and self._syncs:
            guild = self._settings.discord_guild
            await commands.sync(self.tree, self.house, self.application_id, guild)

    async def look_in(self, token: str) -> None:
        """Log in to ask questions alone: nothing is told to Discord."""
        self._syncs = False
        await self.login(token)

    async def launch_shards(self) -> None:
        """Connect every shard; through the gateway that was set, if one was."""
        if self._settings.discord_gateway_url and not self._settings.discord_shards:
            # discord.py goes where the API says unless it knows the number of shards.
            self.shard_count, _, _ = await self.http.get_bot_gateway()
        await super().launch_shards()

    async def close(self) -> None:
        """Let what is being answered come to its end, then go."""
        await self.desk.close()
        await super().close()
        await self.desk.close()  # what came meanwhile

    # What people did.

    async def _took(
        self, interaction: Interaction, word: str, sub: str, options: Mapping[str, str]
    ) -> None:
        await self.desk.take(interaction, f"/{word}", text=sub, options=options)

    async def _clicked(
        self, interaction: Interaction, word: str, message: discord.Message
    ) -> None:
        about = f"{message.channel.id}/{message.id}"
        await self.desk.take(interaction, f">{word}", about=about)

    async def on_interaction(self, interaction: Interaction) -> None:
        """Take a form that was sent: discord.py knows only those it opened itself, and forgets."""
        if interaction.type is discord.InteractionType.modal_submit:
            data: Any = interaction.data
            call, space_id = read(data["custom_id"])
            form = forms.answers(data["components"], data.get("resolved") or {})
            await self.desk.take(interaction, call, space_id=space_id, form=form)

    # Where the bot is.

    async def on_ready(self) -> None:
        """Say that every server is known."""
        logs.event("discord.ready", count=len(self.guilds))

    async def on_shard_ready(self, shard_id: int) -> None:
        """Notice which servers took the bot out while it was away, and which took it back."""
        await self._in_turn(lambda: self._look_around(shard_id))

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Keep what there was, if the bot comes back in time."""

        async def join() -> None:
            space = await self.house.identity.space(NAME, str(guild.id))
            await self.house.spaces.come_back(space.id)

        await self._in_turn(join)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Begin the week after which everything of the server is deleted."""

        async def leave() -> None:
            space = await self.house.identity.space(NAME, str(guild.id))
            await self.house.spaces.leave(space.id)
            logs.event("discord.left", space=space.id)

        await self._in_turn(leave)

    async def _look_around(self, shard_id: int) -> None:
        here = {guild.id for guild in self.guilds}
        if shard_id in self._looked_around:
            # discord.py keeps the servers that a new session does not name any more.
            named = self.fetch_guilds(limit=None, with_counts=False)
            here &= {guild.id async for guild in named}
        self._looked_around.add(shard_id)
        for space, external in await self.house.spaces.live(NAME):
            if self._shard_of(external) == shard_id and int(external) not in here:
                await self.house.spaces.leave(space.id)
        for space, external in await self.house.spaces.left(NAME):
            if self._shard_of(external) == shard_id and int(external) in here:
                await self.house.spaces.come_back(space.id)

    def _shard_of(self, external: str) -> int:
        return (int(external) >> 22) % (self.shard_count or 1)

    async def _in_turn(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do what follows from one event after the other, as they came, until the bot goes.

        A server that was left and joined again in a moment must not end as one that was left.
        """
        with self.desk.busy():
            async with self._turn:
                if not self.is_closed():
                    await work()

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """Log a fault of ours in an event, without what the event held."""
        raised = sys.exc_info()[1]
        if raised is not None:
            logs.fault("discord.event_failed", raised, call=event_method)
