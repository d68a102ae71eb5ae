"""Two bots to try the fake with: a discord.py client, and bare requests."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import discord
from discord import app_commands

from tests.fakes.discord import FakeDiscord, redirected
from tests.fakes.discord.interactions import Interaction
from tests.pictures import png

PNG = png()

Json = dict[str, Any]


class Small(discord.AutoShardedClient):
    """A bot with one of each: commands, a menu, buttons, a form, cards."""

    def __init__(self, **more: Any) -> None:
        intents = discord.Intents.none()
        intents.guilds = True
        none = discord.AllowedMentions.none()
        super().__init__(intents=intents, allowed_mentions=none, guild_ready_timeout=0.05, **more)
        self.tree = app_commands.CommandTree(self)
        self.heard: list[str] = []
        _register(self)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Do not wait between shards; the fake has no window unless a test sets one."""

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def on_error(self, event: str, *args: Any, **more: Any) -> None:
        raise

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        data: Any = interaction.data or {}
        if interaction.type is discord.InteractionType.component:
            await _component(interaction, str(data.get("custom_id")))
        elif interaction.type is discord.InteractionType.modal_submit:
            said = data["components"][1]["component"]["value"]
            text = discord.utils.escape_markdown(said)
            await interaction.response.send_message(f"You said {text}", ephemeral=True)


class Question(discord.ui.Modal, title="A question"):
    """A form with an introduction, a text and a choice."""

    intro: discord.ui.TextDisplay[Any] = discord.ui.TextDisplay("Only *you* see this.")
    words: discord.ui.Label[Any] = discord.ui.Label(
        text="Words",
        description="A few",
        component=discord.ui.TextInput(custom_id="words", default="hello", max_length=50),
    )
    tone: discord.ui.Label[Any] = discord.ui.Label(
        text="Tone",
        component=discord.ui.Select(
            custom_id="tone",
            options=[discord.SelectOption(label="Warm", value="warm", default=True)],
        ),
    )
    where: discord.ui.Label[Any] = discord.ui.Label(
        text="Where", component=discord.ui.ChannelSelect(custom_id="where", required=False)
    )


def card() -> discord.ui.LayoutView:
    """Return a card of V2 components, with a picture, a file and a button."""
    view = discord.ui.LayoutView(timeout=None)
    media = discord.ui.MediaGallery[Any](
        discord.MediaGalleryItem("attachment://garden.png", description="A garden")
    )
    buttons = discord.ui.ActionRow[Any](
        discord.ui.Button(label="Again", custom_id="again"),
        discord.ui.Button(label="Ask", custom_id="ask"),
    )
    view.add_item(
        discord.ui.Container(
            discord.ui.TextDisplay("## A title\nand **bold** <@1>"),
            media,
            discord.ui.File("attachment://notes.txt"),
            buttons,
        )
    )
    return view


def files() -> list[discord.File]:
    """Return the files a card shows."""
    return [
        discord.File(io.BytesIO(PNG), "garden.png"),
        discord.File(io.BytesIO(b"some notes"), "notes.txt"),
    ]


async def _component(interaction: discord.Interaction, custom_id: str) -> None:
    if custom_id == "again":
        view = discord.ui.View(timeout=None)
        view.add_item(discord.ui.Button(label="Once more", custom_id="more"))
        await interaction.response.edit_message(content="Changed", view=view)
    elif custom_id == "ask":
        await interaction.response.send_modal(Question())
    elif custom_id == "more":
        await interaction.response.defer()
        await interaction.edit_original_response(content="Later", view=None)


def _register(bot: Small) -> None:
    tree = bot.tree

    @tree.command(name="hello", description="Say hello")
    async def hello(interaction: discord.Interaction, name: str = "you") -> None:
        view = discord.ui.View(timeout=None)
        view.add_item(discord.ui.Button(label="Again", custom_id="again"))
        text = f"Hello {name}"
        await interaction.response.send_message(text, ephemeral=True, view=view)

    @tree.command(name="slow", description="Think first")
    async def slow(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.edit_original_response(content="Thought")
        await interaction.followup.send("More", ephemeral=True)

    @tree.command(name="ask", description="Open a form")
    async def ask(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Question())

    @tree.command(name="silent", description="Say nothing")
    async def silent(interaction: discord.Interaction) -> None:
        bot.heard.append("silent")

    @tree.context_menu(name="Note this")
    async def note(interaction: discord.Interaction, message: discord.Message) -> None:
        await interaction.response.send_message(f"Noted {message.content}", ephemeral=True)

    group = app_commands.Group(name="privacy", description="Your data")

    @group.command(name="forget", description="Forget me")
    async def forget(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("Forgotten", ephemeral=True)

    tree.add_command(group)


@asynccontextmanager
async def running(fake: FakeDiscord, **more: Any) -> AsyncIterator[Small]:
    """Run a bot until the end of the block."""
    with redirected(fake):
        bot = Small(**more)
        async with bot:
            task = asyncio.ensure_future(bot.start(fake.token))
            await bot.wait_for("ready", timeout=10)
            yield bot
        await asyncio.wait([task])


class Raw:
    """A client that sends what it is told."""

    def __init__(self, fake: FakeDiscord) -> None:
        self.fake = fake
        self._session: aiohttp.ClientSession

    async def __aenter__(self) -> Raw:
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._session.close()

    async def __call__(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        files: dict[int, tuple[str, bytes]] | None = None,
        token: str | None = None,
    ) -> tuple[int, Any]:
        """Send a request and return status and JSON, or nothing."""
        headers = {"Authorization": f"Bot {self.fake.token}" if token is None else token}
        more: Json = {"json": body} if body is not None else {}
        if files:
            form = aiohttp.FormData(quote_fields=False)
            form.add_field("payload_json", json.dumps(body or {}))
            for number, (name, content) in files.items():
                form.add_field(f"files[{number}]", io.BytesIO(content), filename=name)
            more = {"data": form}
        url = self.fake.api + path
        async with self._session.request(method, url, headers=headers, **more) as response:
            self.headers = response.headers
            kind = response.headers.get("Content-Type")
            assert response.status == 204 or kind == "application/json" or response.status == 429
            text = await response.text()
            return response.status, json.loads(text) if kind == "application/json" else text

    async def answer(
        self, interaction: Interaction, kind: int, data: Any = None, **more: Any
    ) -> tuple[int, Any]:
        """Send the first answer to an interaction."""
        path = f"/interactions/{interaction.id}/{interaction.token}/callback?with_response=1"
        body = {"type": kind} | ({"data": data} if data is not None else {})
        return await self("POST", path, body, token="", **more)

    async def hook(
        self, method: str, interaction: Interaction, path: str = "", body: Any = None, **more: Any
    ) -> tuple[int, Any]:
        """Send a request with an interaction's token."""
        base = f"/webhooks/{self.fake.world.app_id}/{interaction.token}{path}"
        return await self(method, base, body, token="", **more)
