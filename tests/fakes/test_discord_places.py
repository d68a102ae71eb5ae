"""Rooms, threads, direct messages and registered commands: who may do what."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fakes.discord import ApiError, FakeDiscord, NotOffered
from tests.fakes.discord import permissions as may
from tests.fakes.talk import PNG, Json, Raw


@pytest.fixture
def guild(rough: FakeDiscord) -> Json:
    """Return a guild the bot is in."""
    return rough.world.add_guild("Support")


@pytest.fixture
def room(rough: FakeDiscord, guild: Json) -> Json:
    """Return a room everybody sees."""
    return rough.world.add_channel(guild, "general")


DENIED: list[tuple[int, str, str, Any, bool, int]] = [
    (may.VIEW_CHANNEL, "POST", "/messages", {"content": "x"}, False, 50001),
    (may.VIEW_CHANNEL, "GET", "/messages", None, False, 50001),
    (may.VIEW_CHANNEL, "GET", "", None, False, 50001),
    (may.SEND_MESSAGES, "POST", "/messages", {"content": "x"}, False, 50013),
    (may.ATTACH_FILES, "POST", "/messages", {"content": "x"}, True, 50013),
    (may.EMBED_LINKS, "POST", "/messages", {"embeds": [{"title": "x"}]}, False, 50013),
    (may.READ_MESSAGE_HISTORY, "GET", "/messages/{id}", None, False, 50001),
    (may.CREATE_PUBLIC_THREADS, "POST", "/messages/{id}/threads", {"name": "x"}, False, 50013),
]


@pytest.mark.parametrize(("held", "method", "path", "body", "file", "code"), DENIED)
async def test_a_permission_taken_away_is_missed(
    raw: Raw, room: Json, held: int, method: str, path: str, body: Any, file: bool, code: int
) -> None:
    fake, base = raw.fake, f"/channels/{room['id']}"
    _, sent = await raw("POST", f"{base}/messages", {"content": "x"})
    files = {0: ("a.png", PNG)} if file else None
    where = base + path.replace("{id}", sent["id"])
    fake.world.overwrite(room, fake.world.app_id, deny=held)
    status, answer = await raw(method, where, body, files=files)
    assert (status, answer["code"]) == (403, code)
    fake.world.overwrite(room, fake.world.app_id)
    assert (await raw(method, where, body, files=files))[0] < 300


async def test_history_without_permission_is_empty(raw: Raw, room: Json) -> None:
    base = f"/channels/{room['id']}/messages"
    await raw("POST", base, {"content": "x"})
    raw.fake.world.overwrite(room, raw.fake.world.app_id, deny=may.READ_MESSAGE_HISTORY)
    assert await raw("GET", base) == (200, [])


async def test_overwrites_are_applied_in_order(rough: FakeDiscord, guild: Json) -> None:
    world = rough.world
    helpers = world.add_role(guild, "helpers")
    room = world.add_channel(guild, "helpers", only=[helpers])
    ana, mo = rough.person("ana", guild), rough.person("mo", guild, roles=[helpers])
    assert not world.may(ana.id, room)
    assert world.may(mo.id, room) & may.VIEW_CHANNEL
    assert not world.may(world.app_id, room)
    world.overwrite(room, mo, deny=may.VIEW_CHANNEL)
    assert not world.may(mo.id, room)
    world.edit_role(guild, helpers, permissions=str(may.ADMINISTRATOR))
    assert world.may(mo.id, room) == may.EVERYTHING
    world.delete_role(guild, helpers)
    assert not world.may(mo.id, room)
    owner = guild["owner_id"]
    assert world.may(owner, room) == may.EVERYTHING


async def test_one_thread_stands_under_a_message(raw: Raw, room: Json) -> None:
    base = f"/channels/{room['id']}/messages"
    _, sent = await raw("POST", base, {"content": "x"})
    path = f"{base}/{sent['id']}/threads"
    for wrong in (
        {},
        {"name": ""},
        {"name": "x" * 101},
        {"name": "x", "auto_archive_duration": 5},
    ):
        assert (await raw("POST", path, wrong))[1]["code"] == 50035
    status, thread = await raw("POST", path, {"name": "x"})
    assert (status, thread["id"], thread["parent_id"]) == (201, sent["id"], room["id"])
    status, answer = await raw("POST", path, {"name": "x"})
    assert (status, answer["code"]) == (400, 160004)
    _, inside = await raw("POST", f"/channels/{sent['id']}/messages", {"content": "y"})
    nested = f"/channels/{sent['id']}/messages/{inside['id']}/threads"
    assert (await raw("POST", nested, {"name": "x"}))[1]["code"] == 50024
    _, history = await raw("GET", f"/channels/{sent['id']}/messages")
    assert [one["type"] for one in history] == [0, 21]
    system = f"/channels/{sent['id']}/messages/{history[1]['id']}"
    assert (await raw("PATCH", system, {"content": "x"}))[1]["code"] == 50021
    assert (await raw("GET", f"{base}/{sent['id']}"))[1]["thread"]["id"] == sent["id"]


async def test_a_thread_is_archived_locked_and_opened(raw: Raw, room: Json) -> None:
    fake = raw.fake
    _, sent = await raw("POST", f"/channels/{room['id']}/messages", {"content": "x"})
    await raw("POST", f"/channels/{room['id']}/messages/{sent['id']}/threads", {"name": "x"})
    thread, inside = f"/channels/{sent['id']}", f"/channels/{sent['id']}/messages"
    _, said = await raw("POST", inside, {"content": "y"})
    assert (await raw("PATCH", thread, {"archived": True}))[0] == 200
    assert (await raw("PATCH", thread, {"name": "y"}))[1]["code"] == 50083
    assert (await raw("PATCH", f"{inside}/{said['id']}", {"content": "z"}))[1]["code"] == 50083
    assert (await raw("POST", inside, {"content": "opens it"}))[0] == 200
    assert (await raw("GET", thread))[1]["thread_metadata"]["archived"] is False
    fake.clock.forward(1440 * 60)
    assert (await raw("GET", thread))[1]["thread_metadata"]["archived"] is True
    assert (await raw("PATCH", thread, {"archived": False}))[0] == 200
    assert (await raw("PATCH", thread, {"locked": True}))[1]["code"] == 50013
    state = fake.world.channels[sent["id"]]["thread_metadata"]
    state["locked"] = True
    assert (await raw("POST", inside, {"content": "y"}))[1]["code"] == 160005
    state["archived"] = True
    assert (await raw("POST", inside, {"content": "y"}))[1]["code"] == 50083
    allowed = may.MANAGE_THREADS
    fake.world.overwrite(room, fake.world.app_id, allow=allowed)
    assert (await raw("POST", inside, {"content": "y"}))[0] == 200
    fake.world.overwrite(room, fake.world.app_id, deny=may.SEND_MESSAGES_IN_THREADS)
    assert (await raw("POST", inside, {"content": "y"}))[1]["code"] == 50013


async def test_a_moderator_closes_threads_and_deletes(raw: Raw, guild: Json, room: Json) -> None:
    fake, base = raw.fake, f"/channels/{room['id']}/messages"
    keeper = fake.world.add_role(guild, "keepers", may.MANAGE_MESSAGES)
    mo, ana = fake.person("mo", guild, roles=[keeper]), fake.person("ana", guild)
    _, sent = await raw("POST", base, {"content": "x"})
    await raw("POST", f"{base}/{sent['id']}/threads", {"name": "x"})
    fake.world.edit_thread(sent["id"], archived=True, locked=True)
    path = f"/channels/{sent['id']}/messages"
    assert (await raw("POST", path, {"content": "y"}))[1]["code"] == 50083
    with pytest.raises(ApiError) as refused:
        ana.delete(sent)
    assert refused.value.code == 50013
    mo.delete(sent)
    assert (await raw("PATCH", f"{base}/{sent['id']}", {"content": "y"}))[1]["code"] == 10008
    fake.world.delete_channel(room)
    assert (await raw("GET", path))[1]["code"] == 10003


async def test_slow_mode_and_voice(raw: Raw, guild: Json, room: Json) -> None:
    base = f"/channels/{room['id']}/messages"
    raw.fake.world.edit_channel(room, rate_limit_per_user=5)
    assert (await raw("POST", base, {"content": "x"}))[0] == 200
    status, answer = await raw("POST", base, {"content": "x"})
    assert (status, answer["code"]) == (429, 20016)
    raw.fake.clock.forward(5)
    assert (await raw("POST", base, {"content": "x"}))[0] == 200
    group = raw.fake.world.add_channel(guild, "group", kind=4)
    path = f"/channels/{group['id']}/messages"
    assert (await raw("POST", path, {"content": "x"}))[1]["code"] == 50008


async def test_direct_messages_are_opened_once(raw: Raw, guild: Json) -> None:
    fake = raw.fake
    people = [fake.person(f"p{n}", guild) for n in range(3)]
    path = "/users/@me/channels"
    _, first = await raw("POST", path, {"recipient_id": people[0].id})
    assert (await raw("POST", path, {"recipient_id": people[0].id}))[1]["id"] == first["id"]
    assert (await raw("POST", path, {"recipient_id": "1"}))[1]["code"] == 50033
    fake.rates.new_dms = (2, 600)
    assert (await raw("POST", path, {"recipient_id": people[1].id}))[0] == 200
    status, answer = await raw("POST", path, {"recipient_id": people[2].id})
    assert (status, answer["code"]) == (403, 40003)
    assert (await raw("PATCH", f"/channels/{first['id']}", {"name": "x"}))[1]["code"] == 50003


async def test_what_a_bot_may_ask_about_a_guild(raw: Raw, guild: Json, room: Json) -> None:
    fake, base = raw.fake, f"/guilds/{guild['id']}"
    ana = fake.person("ana", guild)
    assert (await raw("GET", base))[1]["name"] == "Support"
    _, counted = await raw("GET", base + "?with_counts=1")
    assert counted["approximate_member_count"] == 3
    assert [one["id"] for one in (await raw("GET", base + "/channels"))[1]] == [room["id"]]
    assert (await raw("GET", base + "/roles"))[1][0]["name"] == "@everyone"
    assert (await raw("GET", f"{base}/members/{ana.id}"))[1]["user"]["username"] == "ana"
    assert (await raw("GET", f"{base}/members/1"))[1]["code"] == 10013
    assert (await raw("GET", base + "/auto-moderation/rules"))[1]["code"] == 50013
    role = fake.world.members[guild["id"]][fake.world.app_id]["roles"][0]
    fake.world.edit_role(guild, role, permissions=str(may.MANAGE_GUILD))
    assert await raw("GET", base + "/auto-moderation/rules") == (200, [])
    assert len((await raw("GET", "/users/@me/guilds"))[1]) == 1
    assert (await raw("GET", "/guilds/1"))[1]["code"] == 10004
    fake.world.remove_bot(guild)
    assert (await raw("GET", base))[1]["code"] == 50001
    assert (await raw("GET", f"/channels/{room['id']}"))[1]["code"] == 50001


def command(name: str = "word", **more: Any) -> Json:
    """Return a command."""
    return {"name": name, "description": "Something", "type": 1} | more


def option(name: str = "word", kind: int = 3, **more: Any) -> Json:
    """Return an option."""
    return {"name": name, "description": "Something", "type": kind} | more


BROKEN: list[tuple[list[Json], str]] = [
    ([command("Word")], "name is invalid"),
    ([command("two words")], "name is invalid"),
    ([command("x" * 33)], "name is invalid"),
    ([command("")], "name is invalid"),
    ([command(description="")], "1 and 100"),
    ([command(description="x" * 101)], "1 and 100"),
    ([command(), command()], "unique"),
    ([command(options=[option(f"o{n}") for n in range(26)])], "25 or fewer"),
    ([command(options=[option(), option()])], "unique"),
    ([command(options=[option(), option("b", required=True)])], "placed before"),
    ([command(options=[option("a", 1), option("b")])], "mutually exclusive"),
    ([command(options=[option("a", 2)])], "holds sub-commands"),
    ([command(options=[option("a", 1, options=[option("b", 1)])])], "no sub-commands"),
    ([command(options=[option(choices=[{"name": "x", "value": "x"}] * 26)])], "25 or fewer"),
    ([command(options=[option(choices=[{"name": "", "value": "x"}])])], "1 and 100"),
    ([command(options=[option(max_length=6001)])], "6000"),
    ([command(options=[option("Bad")])], "name is invalid"),
    ([command(name_localizations={"xx": "wort"})], "locale"),
    ([command(type=3)], "cannot have description"),
    ([{"name": "Menu", "type": 3, "options": [option()]}], "cannot have options"),
    ([command(contexts=[3])], "0 to 2"),
]


@pytest.mark.parametrize(("commands", "sentence"), BROKEN, ids=range(len(BROKEN)))
async def test_a_wrong_command_is_refused(raw: Raw, commands: list[Json], sentence: str) -> None:
    path = f"/applications/{raw.fake.world.app_id}/commands"
    status, answer = await raw("PUT", path, commands)
    assert (status, answer["code"]) == (400, 50035)
    assert sentence in raw.fake.violations[0]


async def test_how_many_and_how_large_commands_may_be(raw: Raw, guild: Json) -> None:
    path = f"/applications/{raw.fake.world.app_id}/commands"
    assert (await raw("PUT", path, [command(f"c{n}") for n in range(101)]))[1]["code"] == 30032
    menus = [{"name": f"M{n}", "type": 3} for n in range(16)]
    assert (await raw("PUT", path, menus))[1]["code"] == 30032
    assert (await raw("PUT", path, menus[:15]))[0] == 200
    choices = [{"name": f"{n:02}" + "x" * 98, "value": f"{n:02}" + "x" * 98} for n in range(20)]
    large = command(options=[option("a", choices=choices), option("b", choices=choices)])
    assert (await raw("PUT", path, [large]))[1]["code"] == 50035
    assert "8000" in raw.fake.violations[-1]
    own = f"/applications/{raw.fake.world.app_id}/guilds/{guild['id']}/commands"
    for _ in range(2):
        assert (await raw("PUT", own, [command(f"c{n}") for n in range(100)]))[0] == 200
    fresh = [command(f"d{n}") for n in range(100)]
    assert (await raw("PUT", own, fresh))[0] == 200
    assert (await raw("PUT", own, [command("one-more")]))[1]["code"] == 30034
    raw.fake.clock.forward(86_400)
    assert (await raw("PUT", own, [command("one-more")]))[0] == 200
    assert (await raw("PUT", "/applications/1/commands", []))[1]["code"] == 20012
    raw.fake.world.scopeless.add(guild["id"])
    assert (await raw("GET", own))[1]["code"] == 50001


async def test_a_client_offers_what_fits_the_place(raw: Raw, guild: Json, room: Json) -> None:
    fake = raw.fake
    fake.interactions.deadline = 0.01
    ana = fake.person("ana", guild)
    path = f"/applications/{fake.world.app_id}/commands"
    inner = option("b", 1, options=[option("n", 4, required=True, min_value=1, max_value=3)])
    await raw(
        "PUT",
        path,
        [
            command("here", contexts=[0]),
            command("direct", contexts=[1]),
            command("staff", default_member_permissions=may.MANAGE_GUILD),
            command("group", options=[option("a", 2, options=[inner])]),
        ],
    )
    direct = ana.open_dm()
    assert (await ana.use(room, "here")).kind == "nothing"
    assert (await ana.use(direct, "direct")).kind == "nothing"
    done = await ana.use(room, "group a b", n=3)
    sent = done.interaction.data["options"][0]["options"][0]["options"]
    assert sent == [{"name": "n", "type": 4, "value": 3}]
    for place, words, options in (
        (direct, "here", {}),
        (room, "direct", {}),
        (room, "staff", {}),
        (room, "group", {}),
        (room, "group a", {}),
        (room, "group a b", {}),
        (room, "group a b", {"n": 4}),
        (room, "group a b", {"n": "3"}),
        (room, "group a b", {"n": 3, "other": 1}),
        (room, "nothing", {}),
    ):
        with pytest.raises(NotOffered):
            await ana.use(place, words, **options)
    fake.world.overwrite(room, guild["id"], deny=may.USE_APPLICATION_COMMANDS)
    with pytest.raises(NotOffered):
        await ana.use(room, "here")
