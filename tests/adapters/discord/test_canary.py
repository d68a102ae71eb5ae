"""A canary on Discord: who people are must turn up nowhere but where Discord has to be told."""

from __future__ import annotations

import io
import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.store.schema import metadata
from tests.adapters.discord.tools import CALLBACK, CHANGE, OPEN_DM, SEND, answered
from tests.contract.chat import ANA, BEN, HANA, MO
from tests.contract.discord import DiscordChat
from tests.contract.steps import TYPED
from tests.fakes.discord.content import EPHEMERAL
from tests.fakes.discord.traffic import Request
from tests.test_canary import WORDS, every_flow, with_a_buddy

MEMBER = ("GET", "/guilds/{guild_id}/members/{user_id}")


class Canaries(DiscordChat):
    """Everybody's id, names, picture and language can be told from everything else."""

    def furnish(self) -> None:
        """Give everybody a face."""
        super().furnish()
        for number, (who, person) in enumerate(self.people.items()):
            user = self.fake.world.users[person.id]
            user["username"] = f"canaryuser{who}"
            user["global_name"] = f"Canary Global {who}"
            user["avatar"] = f"{number}canaryavatar{who}"
            user["locale"] = f"qq-CANARY{who.upper()}"
            self.fake.world.members[self.guild["id"]][person.id]["nick"] = f"Canarynick {who}"

    def secrets(self) -> Iterator[str]:
        """Yield what must not be found."""
        for who, person in self.people.items():
            yield from (person.id, f"canaryuser{who}", f"Canary Global {who}")
            yield from (f"canaryavatar{who}", f"CANARY{who.upper()}", f"Canarynick {who}")


@pytest.fixture
async def chat(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Canaries]:
    """Give people who can be told from everything else."""
    chat = await Canaries.start(sqlite_url, tmp_path)
    assert isinstance(chat, Canaries)
    chat.fake.interactions.deadline = 10.0
    yield chat
    await chat.close()


def pieces(request: Request) -> Iterator[str]:
    """Yield every piece of a request as text."""
    yield request.path
    yield from request.query.values()
    yield from request.query
    yield json.dumps(request.body, ensure_ascii=False)
    yield json.dumps(request.body)
    for name, content in request.files:
        yield name
        yield content.decode("latin-1")
        yield content.decode("utf-8", "replace")


def found(chat: Canaries, request: Request) -> list[str]:
    """Return the secrets in a request."""
    return [one for one in chat.secrets() if any(one in piece for piece in pieces(request))]


def components(body: Any) -> Iterator[dict[str, Any]]:
    """Yield every component in a body, whatever it is of."""
    if isinstance(body, dict):
        if "type" in body and ("custom_id" in body or "content" in body):
            yield body
        for value in body.values():
            yield from components(value)
    if isinstance(body, list):
        for value in body:
            yield from components(value)


async def with_a_name(chat: Canaries) -> None:
    """Let Ben write under his name, which he may."""
    posts = [seen for seen in await chat.room(BEN) if "I've been there" in seen.buttons]
    await chat.press(BEN, "Write to them", on=posts[-1])
    await chat.submit(BEN, words="With my name.", sign="mention")
    await chat.settle()
    await chat.pass_time(chat.bot.waits.nods)


async def test_the_canary_is_nowhere_but_where_discord_has_to_be_told(
    chat: Canaries, tmp_path: Path, log_lines: io.StringIO
) -> None:
    await every_flow(chat)
    told = 0
    for request in chat.fake.traffic.requests:
        at = (request.method, request.template)
        inside = found(chat, request)
        if at == OPEN_DM:
            assert request.body == {"recipient_id": int(inside[0])}
            assert len(inside) == 1
            told += 1
        elif at == MEMBER:
            assert len(inside) == 1, "whether somebody is still there, of a direct message alone"
        else:
            assert not inside, (request.method, request.template, inside)
    assert told == len({one.body["recipient_id"] for one in chat.fake.traffic.of(*OPEN_DM)})
    frames = [frame.text for frame in chat.fake.traffic.frames if not frame.sent]
    assert not [one for one in chat.secrets() if any(one in frame for frame in frames)]
    _assert_calls_name_nobody(chat)
    await _assert_nothing_is_kept(chat, tmp_path, log_lines)
    _assert_everything_is_plain_and_private(chat)


async def test_of_a_buddy_discord_is_told_the_id_to_mention_and_nothing_else(
    chat: Canaries, tmp_path: Path, log_lines: io.StringIO
) -> None:
    await with_a_buddy(chat)
    ids = {person.id for person in chat.people.values()}
    for request in chat.fake.traffic.requests:
        assert set(found(chat, request)) <= ids, (request.method, request.template)
    _assert_calls_name_nobody(chat)
    await _assert_nothing_is_kept(chat, tmp_path, log_lines)


def _assert_calls_name_nobody(chat: Canaries) -> None:
    places = {*chat.fake.world.channels, *chat.fake.world.guilds}
    for request in chat.fake.traffic.requests:
        for component in components(request.body):
            call = component.get("custom_id", "")
            hidden = [*chat.secrets(), *places, WORDS]
            assert not [one for one in hidden if one in call], call
            assert len(call) <= 100


async def _assert_nothing_is_kept(chat: Canaries, folder: Path, log: io.StringIO) -> None:
    stored = b"\n".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    async with chat.house.store.reading() as db:
        for table in metadata.sorted_tables:
            stored += repr((await db.execute(select(table))).all()).encode()
    logged = log.getvalue()
    assert "delivery.sent" in logged
    for secret in (*chat.secrets(), WORDS, TYPED["happened"]):
        assert secret.encode() not in stored
        assert secret not in logged
    for interaction in chat.fake.interactions.by_token.values():
        assert interaction.token.encode() not in stored
        assert interaction.token not in logged
    for known in (*chat.fake.world.channels, *chat.fake.messages.by_id):
        assert known not in logged


def _assert_everything_is_plain_and_private(chat: DiscordChat) -> None:
    nobody = {"parse": []}
    for request in chat.fake.traffic.requests:
        at, body = (request.method, request.template), request.body
        if at in (SEND, CHANGE) or (
            "/webhooks/" in request.template and request.method != "DELETE"
        ):
            assert _mentions(body) == nobody, at
        if at == CALLBACK and body["type"] in (4, 7):
            assert _mentions(body["data"]) == nobody, at
        if at == CALLBACK and body["type"] in (4, 5):
            assert body["data"]["flags"] & EPHEMERAL
    for message in chat.fake.messages.by_id.values():
        if message["author"]["id"] == chat.fake.world.app_id and message.get("guild_id"):
            private = message["id"] in chat.fake.messages.private_to
            assert private == bool(message.get("interaction_metadata")), message["id"]
            assert private or not message.get("message_reference") or message["type"] == 21
            assert not message["mention_everyone"]
            assert message["mentions"] == [] == message["mention_roles"]


def _mentions(body: dict[str, Any]) -> dict[str, Any]:
    """Return whom a message may mention, defaults left out."""
    allowed = dict(body["allowed_mentions"])
    assert not allowed.pop("replied_user", False)
    return allowed


async def test_a_name_is_where_its_owner_put_it_and_nowhere_else(
    chat: Canaries, log_lines: io.StringIO
) -> None:
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **TYPED)
    await chat.press(ANA, "Post now")
    await chat.settle()
    chat.fake.traffic.clear()
    await with_a_name(chat)
    ben = chat.people[BEN].id
    naming = [one for one in chat.fake.traffic.requests if found(chat, one)]
    assert {(one.method, one.template) for one in naming} <= {SEND, OPEN_DM}
    for request in naming:
        if (request.method, request.template) == SEND:
            assert found(chat, request) == [ben]
            assert json.dumps(request.body).count(ben) == 1
            assert f"<@{ben}>" in json.dumps(request.body)
    (reply,) = [seen for seen in await chat.room(MO) if seen.under]
    assert "@Canary Global ben" in reply.text
    assert not chat.fake.messages.by_id[reply.id]["mentions"], "nobody's phone rings"
    assert ben not in log_lines.getvalue()


async def test_what_somebody_types_rings_nobodys_phone(chat: Canaries) -> None:
    mo, role = chat.people[MO].id, chat.fake.world.guilds[chat.guild["id"]]["roles"][-1]["id"]
    loud = f"@everyone @here <@{mo}> <@&{role}> <#{chat.support['id']}> </comeback:1>"
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **TYPED | {"happened": loud})
    await chat.press(ANA, "Post now")
    await chat.settle()
    await chat.press(BEN, "Write to them")
    await chat.submit(BEN, words=loud)
    if any("Send it as typed" in seen.buttons for seen in await chat.private(BEN)):
        await chat.press(BEN, "Send it as typed")
    await chat.press(HANA, "I've been there")
    await chat.settle()
    assert chat.fake.traffic.of(*CHANGE), "it was drawn again"
    await chat.pass_time(chat.bot.waits.nods)
    await answered(chat)
    for seen in [*await chat.room(HANA), *await chat.inbox(ANA), *await chat.private(ANA)]:
        assert not seen.live, seen.text
    _assert_everything_is_plain_and_private(chat)
