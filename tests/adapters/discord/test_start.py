"""Starting: what Discord is told once, and what is noticed of what happened meanwhile."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta

import pytest

from bot.adapters.discord import commands
from bot.adapters.discord.client import Client
from bot.adapters.discord.connecting import logged_in, stay
from bot.errors import StartFailure
from bot.people import Room
from bot.retention import sweep
from tests.adapters.discord.tools import said, space_of
from tests.contract import discord as contract
from tests.contract.chat import ANA, BEN
from tests.contract.discord import NAME, DiscordChat
from tests.contract.steps import shared
from tests.houses import MONDAY, open_house


async def ready(chat: DiscordChat) -> None:
    """Wait until the bot has looked around."""
    await asyncio.wait_for(chat.client.wait_until_ready(), 5)
    while chat.client.desk._under_way:
        await asyncio.sleep(0.001)


async def left(chat: DiscordChat) -> list[str]:
    """Return the ids of the servers that count as left."""
    return [external for _, external in await chat.house.spaces.left(NAME)]


def names(chat: DiscordChat, scope: str = "") -> set[str]:
    """Return the commands Discord knows, everywhere or in one server."""
    return {one["name"] for one in chat.fake.commands.registered.get(scope, [])}


async def test_discord_is_told_of_the_commands_once(chat: DiscordChat) -> None:
    assert chat.fake.commands.puts == 1
    await chat.restart()
    await chat.restart()
    assert chat.fake.commands.puts == 1
    assert {"comeback", "privacy", "rejection", "support"} <= names(chat)


async def test_and_again_when_they_changed(chat: DiscordChat) -> None:
    tree, app = chat.client.tree, int(chat.fake.world.app_id)
    tree.remove_command("rejection")
    assert await commands.sync(tree, chat.house, app, None)
    assert not await commands.sync(tree, chat.house, app, None)
    assert chat.fake.commands.puts == 2
    assert "rejection" not in names(chat)
    await chat.restart()
    assert "rejection" in names(chat)


async def test_two_that_start_at_once_leave_the_same_commands(chat: DiscordChat) -> None:
    tree, app = chat.client.tree, int(chat.fake.world.app_id)
    before = names(chat)
    await chat.house.notes.drop("discord.commands")
    await asyncio.gather(*(commands.sync(tree, chat.house, app, None) for _ in range(2)))
    assert names(chat) == before
    puts = chat.fake.commands.puts
    await chat.restart()
    assert chat.fake.commands.puts == puts <= 3


async def test_one_server_alone_is_told_while_developing_and_later_it_is_taken_back(
    chat: DiscordChat,
) -> None:
    guild = chat.guild["id"]
    now = chat.house.clock.now()
    for _ in range(2):
        await chat.disconnect()
        await chat.connect(now, COMEBACK_DISCORD_GUILD=guild)
        assert "rejection" in names(chat, guild)
        await chat.say(ANA, "/comeback")
        assert (await chat.last(ANA)).text.startswith("Your page")
    assert chat.fake.commands.puts == 2
    await chat.restart()
    assert names(chat, guild) == set()


async def test_a_server_that_was_told_and_left_is_no_obstacle(chat: DiscordChat) -> None:
    other = chat.fake.world.add_guild("Sandbox")
    now = chat.house.clock.now()
    await chat.disconnect()
    await chat.connect(now, COMEBACK_DISCORD_GUILD=other["id"])
    chat.fake.world.remove_bot(other)
    await chat.restart()
    assert chat.fake.commands.puts >= 2
    await chat.restart()


async def test_the_bot_asks_the_gateway_for_servers_and_nothing_else(chat: DiscordChat) -> None:
    frames = [frame.data for frame in chat.fake.traffic.frames if not frame.sent]
    (identify,) = [frame["d"] for frame in frames if frame["op"] == 2]
    assert identify["intents"] == 1
    assert {frame["op"] for frame in frames} <= {1, 2}, "it asks for no members"
    assert identify.get("presence") in (
        None,
        {"status": "online", "since": 0, "activities": [], "afk": False},
    )


@pytest.mark.parametrize("api", ["wrong token", "nobody there"])
async def test_what_keeps_it_from_starting_is_a_sentence(chat: DiscordChat, api: str) -> None:
    url = chat.fake.api if api == "wrong token" else "http://127.0.0.1:1/api"
    house, bot = await open_house(
        chat.url,
        chat.folder,
        MONDAY,
        COMEBACK_DISCORD_TOKEN="wrong.token.here",  # noqa: S106 - it opens nothing
        COMEBACK_DISCORD_API_URL=url,
        COMEBACK_DISCORD_GATEWAY_URL=chat.fake.gateway_url,
    )
    client = contract.create(house.settings, bot)
    with pytest.raises(StartFailure, match=r"COMEBACK_DISCORD_TOKEN|cannot be reached"):
        async with logged_in(client, house.settings):
            pass
    await house.close()
    contract.create(chat.house.settings, chat.bot)  # where Discord is, is one setting a process
    chat.house.platforms[NAME] = chat.client.platform


@pytest.mark.parametrize("code", [4004, 4011, 4013])
async def test_a_connection_discord_ends_for_good_is_a_sentence(
    chat: DiscordChat, code: int
) -> None:
    await ready(chat)
    chat.fake.gateway.drop(code)
    with pytest.raises(StartFailure, match="Discord"):
        await asyncio.wait_for(asyncio.shield(chat._connection), 5)
    chat._connection = asyncio.create_task(asyncio.sleep(0))


async def test_a_server_the_bot_was_taken_out_of_is_deleted_after_a_week(
    chat: DiscordChat,
) -> None:
    await shared(chat)
    await ready(chat)
    chat.fake.world.remove_bot(chat.guild)
    await until_left(chat, [chat.guild["id"]])
    chat.house.clock.move(timedelta(days=9))
    await sweep(chat.house, chat.bot)
    assert await chat.house.spaces.live(NAME) == []
    assert await left(chat) == []


async def test_a_server_that_takes_it_back_has_everything_as_it_was(chat: DiscordChat) -> None:
    await shared(chat)
    await ready(chat)
    chat.fake.world.remove_bot(chat.guild)
    await until_left(chat, [chat.guild["id"]])
    await chat.bot.post(await space_of(chat), Room.SUPPORT, said("Waits for that."))
    await chat.settle()
    chat.fake.world.add_bot(chat.guild)
    await until_left(chat, [])
    await chat.settle()
    assert [seen.text for seen in await chat.room(BEN)][-1] == "Waits for that."


async def until_left(chat: DiscordChat, guilds: list[str]) -> None:
    """Wait until exactly these servers count as left."""
    async with asyncio.timeout(5):
        while await left(chat) != guilds:
            await asyncio.sleep(0.005)


async def test_a_server_left_while_the_bot_was_away_is_noticed(chat: DiscordChat) -> None:
    other = chat.fake.world.add_guild("Short Visit")
    await chat.restart()
    await ready(chat)
    await space_of(chat, other)
    now = chat.house.clock.now()
    await chat.disconnect()
    chat.fake.world.remove_bot(other)
    await chat.connect(now)
    await ready(chat)
    assert await left(chat) == [other["id"]]
    await chat.disconnect()
    chat.fake.world.add_bot(other)
    await chat.connect(now)
    await ready(chat)
    assert await left(chat) == []


async def test_a_server_that_is_away_for_a_while_is_not_left(chat: DiscordChat) -> None:
    await ready(chat)
    chat.fake.world.make_unavailable(chat.guild)
    await asyncio.sleep(0.05)
    assert await left(chat) == []
    chat.fake.world.make_available(chat.guild)
    await chat.say(ANA, "/comeback")
    assert (await chat.last(ANA)).text.startswith("Your page")


async def test_a_start_during_an_outage_takes_no_server_for_left(chat: DiscordChat) -> None:
    now = chat.house.clock.now()
    await chat.disconnect()
    chat.fake.world.make_unavailable(chat.guild)
    before = chat.client
    connecting = asyncio.create_task(chat.connect(now))
    async with asyncio.timeout(5):
        while chat.client is before or not chat.client.is_ready():
            await asyncio.sleep(0.005)
    assert await left(chat) == []
    member = await chat.member(chat.person("mo"))
    assert (await chat.bot.standing(member)).sets_up, "the roles are asked for"
    chat.fake.world.make_available(chat.guild)
    await connecting


async def test_kicked_and_invited_again_within_a_moment_counts_as_here(chat: DiscordChat) -> None:
    await ready(chat)
    for _ in range(5):
        chat.fake.world.remove_bot(chat.guild)
        chat.fake.world.add_bot(chat.guild)
    async with asyncio.timeout(5):
        while chat.client.desk._under_way or not chat.client.get_guild(int(chat.guild["id"])):
            await asyncio.sleep(0.005)
    await asyncio.sleep(0.05)
    while chat.client.desk._under_way:
        await asyncio.sleep(0.005)
    assert await left(chat) == []


async def test_the_note_of_what_was_told_names_nobody(chat: DiscordChat) -> None:
    note = json.loads(await chat.house.notes.get("discord.commands") or b"{}")
    assert set(note) == {"application", "guild", "hash"}


async def test_a_client_that_is_closed_ends_without_a_word(chat: DiscordChat) -> None:
    client: Client = chat.client
    connection = asyncio.create_task(stay(client)) if client.is_closed() else chat._connection
    await client.close()
    await asyncio.wait_for(connection, 5)
    assert connection.exception() is None
