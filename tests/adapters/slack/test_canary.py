"""A canary on Slack: who people are must turn up nowhere but where Slack has to be told."""

from __future__ import annotations

import io
import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import select

from bot.store.schema import metadata
from bot.store.tables import replies, shares
from tests.adapters.slack.canaries import Canaries, CanariesOverHttp, found, parts
from tests.adapters.slack.conftest import Start
from tests.adapters.slack.tools import (
    CHANGE_VIEW,
    HOOK,
    OPEN_DM,
    OPEN_VIEW,
    POST,
    PUSH_VIEW,
    UPDATE,
    WHISPER,
    answered,
)
from tests.contract.chat import ANA, BEN, HANA, MO
from tests.contract.slack import SlackChat
from tests.contract.steps import TYPED, replied, shared
from tests.test_canary import WORDS, every_flow, with_a_buddy

PUBLISH, WHO = "views.publish", "users.info"
TOLD = {WHISPER: "user", OPEN_DM: "users", PUBLISH: "user_id", WHO: "user"}
"""Where Slack has to be told who somebody is: the methods, and the one argument of each."""

RANDOM = re.compile(r"[a-z2-7]{25}(\.\d+)?")


@pytest.fixture
async def chat(start: Start) -> AsyncIterator[Canaries]:
    """Give people who can be told from everything else."""
    chat = await start(Canaries)
    assert isinstance(chat, Canaries)
    yield chat
    assert not chat.fake.violations


async def from_the_home(chat: Canaries) -> None:
    """Let Ana do on her page what there is to do."""
    ana = chat.people[ANA]
    await chat.done(ana.open_home())
    await chat.done(ana.press_home("Share a rejection"))
    await chat.done(ana.submit(TYPED | {"happened": f"{WORDS} from the home"}))
    await chat.done(ana.press_modal("Change it"))
    await chat.done(ana.submit({"feeling": f"{WORDS} still"}))
    await chat.done(ana.press_modal("Post now"))
    await chat.settle()
    await chat.done(ana.press_home("Who can see what"))
    await chat.done(ana.press_modal("Everything as a file"))
    await ana.close_modal()


@pytest.mark.parametrize("kind", [Canaries, CanariesOverHttp], ids=["socket", "http"])
async def test_the_canary_is_nowhere_but_where_slack_has_to_be_told(
    start: Start, kind: type[Canaries], tmp_path: Path, log_lines: io.StringIO
) -> None:
    chat = await start(kind)
    assert isinstance(chat, Canaries)
    await every_flow(chat)
    await from_the_home(chat)
    told: set[str] = set()
    for request in chat.fake.traffic.requests:
        inside = found(chat, request)
        if request.template in TOLD:
            value = request.body[TOLD[request.template]]
            assert inside == ([value] if isinstance(value, str) else value)
            assert json.dumps(request.body).count(inside[0]) == 1
            told.add(request.template)
        else:
            assert not inside, (request.template, inside)
    assert told >= {OPEN_DM, PUBLISH, WHO}
    frames = [one.text for one in chat.fake.traffic.frames if not one.sent]
    answers = [one.answer + str(one.answer_headers) for one in chat.fake.traffic.deliveries]
    for text in (*frames, *answers, await _counted(chat)):
        assert not [one for one in chat.secrets() if one in text]
    _assert_calls_and_views_name_nobody(chat)
    _assert_marks_are_random(chat, "im:history" in kind.also)
    _assert_everything_is_plain_and_private(chat)
    await _assert_nothing_is_kept(chat, tmp_path, log_lines)


async def test_of_a_buddy_slack_is_told_the_id_to_mention_and_nothing_else(
    chat: Canaries, tmp_path: Path, log_lines: io.StringIO
) -> None:
    await with_a_buddy(chat)
    ids = {person.id for person in chat.people.values()}
    for request in chat.fake.traffic.requests:
        assert set(found(chat, request)) <= ids, request.template
    _assert_calls_and_views_name_nobody(chat)
    await _assert_nothing_is_kept(chat, tmp_path, log_lines)


async def _counted(chat: SlackChat) -> str:
    where = f"http://127.0.0.1:{chat.health.port}/metrics"
    async with aiohttp.ClientSession() as session, session.get(where) as answer:
        return await answer.text()


def _assert_calls_and_views_name_nobody(chat: Canaries) -> None:
    world = chat.fake.world
    places = [*world.channels, *world.workspaces]
    for request in chat.fake.traffic.requests:
        if not isinstance(request.body, dict):
            continue
        for part in parts(request.body):
            for name in ("action_id", "block_id", "callback_id", "value", "external_id"):
                hidden = [*chat.secrets(), *places, WORDS]
                assert not [one for one in hidden if one in str(part.get(name) or "")], name
            assert re.fullmatch("(m[0-9a-f]{24})?", part.get("external_id") or "")
        if request.template in (OPEN_VIEW, PUSH_VIEW, CHANGE_VIEW, PUBLISH):
            kept = json.loads(request.body["view"].get("private_metadata") or "{}")
            assert set(kept) <= {"u", "c", "t", "o", "m", "v", "h", "a"}
            assert kept.get("c", "C").startswith(("C", "D"))
            assert kept.get("u", chat.fake.host).startswith(chat.fake.host)


def _assert_marks_are_random(chat: Canaries, granted: bool) -> None:
    marks = []
    for request in chat.fake.traffic.requests:
        body = request.body if isinstance(request.body, dict) else {}
        about = body.get("metadata")
        if about is None:
            continue
        assert request.template == POST
        assert body["channel"].startswith("D"), "in direct messages alone"
        assert set(about) == {"event_type", "event_payload"}
        assert list(about["event_payload"]) == ["id"]
        assert RANDOM.fullmatch(about["event_payload"]["id"])
        marks.append(about["event_payload"]["id"])
    assert bool(marks) == granted
    assert len(set(marks)) == len(marks)


def _assert_everything_is_plain_and_private(chat: SlackChat) -> None:
    for request in chat.fake.traffic.requests:
        body = request.body
        if request.template in (POST, UPDATE, WHISPER):
            assert body["parse"] == "none"
            assert body["link_names"] in (False, 0, "0", "false")
            assert not {"username", "icon_url", "icon_emoji", "as_user"} & set(body)
        if request.template == POST:
            assert not body["unfurl_links"]
            assert not body["unfurl_media"]
            assert "reply_broadcast" not in body
        if request.template == HOOK:
            assert body["response_type"] == "ephemeral"
    for frame in chat.fake.traffic.frames:
        held = frame.data.get("payload") or {} if not frame.sent else {}
        assert "response_type" not in held or held["response_type"] == "ephemeral"
    assert not chat.fake.urls.replaced or all("D" in one for one in chat.fake.urls.replaced)


async def _assert_nothing_is_kept(chat: Canaries, folder: Path, log: io.StringIO) -> None:
    stored = b"\n".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    async with chat.house.store.reading() as db:
        for table in metadata.sorted_tables:
            stored += repr((await db.execute(select(table))).all()).encode()
    logged, fake = log.getvalue(), chat.fake
    assert "delivery.sent" in logged
    assert '"level": "debug"' in logged, "what libraries say at DEBUG is in it"
    keys = [*fake.urls.by_secret, *fake.triggers._by_id, *fake.world.tokens]
    keys += [fake.app.app_token, fake.app.signing_secret]
    for secret in (*chat.secrets(), *keys, WORDS, TYPED["happened"]):
        assert secret.encode() not in stored, secret
        assert secret not in logged, secret
    for known in (*fake.world.channels, *fake.world.workspaces):
        assert known not in logged
    for _, ts in fake.messages.by_key:
        assert ts not in logged


async def test_a_name_is_where_its_owner_put_it_and_nowhere_else(
    chat: Canaries, log_lines: io.StringIO
) -> None:
    await shared(chat)
    chat.fake.traffic.clear()
    await replied(chat, "With my name.", sign="mention")
    await chat.pass_time(chat.bot.waits.nods)
    ben = chat.people[BEN].id
    naming = [one for one in chat.fake.traffic.requests if found(chat, one)]
    assert {one.template for one in naming} <= {POST, *TOLD}
    for request in naming:
        if request.template == POST:
            assert found(chat, request) == [ben]
            users = [one for one in parts(request.body["blocks"]) if one.get("type") == "user"]
            assert [one["user_id"] for one in users] == [ben]
            assert json.dumps(request.body).count(ben) == 1, "not in the fallback"
    (reply,) = [seen for seen in await chat.room(MO) if seen.under]
    assert "Canary Shown ben" in reply.text
    assert ben not in log_lines.getvalue()


@pytest.mark.faults
async def test_a_fault_says_nothing_of_whom_or_what_it_hit(
    chat: Canaries, log_lines: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    await shared(chat, happened=WORDS)

    async def fail(*args: Any, **more: Any) -> None:
        raise ValueError(f"{args} {more} {WORDS} {chat.people[ANA].id}")

    for where in ("views.InModal._show", "answers.InChannel._show", "platform.Slack._write"):
        monkeypatch.setattr(f"bot.adapters.slack.{where}", fail)
    await chat.press(BEN, "I've been there")
    await chat.done(chat.people[ANA].open_home())
    await chat.done(chat.people[ANA].press_home("Who can see what"))
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **TYPED | {"happened": WORDS})
    await chat.press(BEN, "Write to them")
    await chat.submit(BEN, words=WORDS, sign="mention")
    await chat.settle()
    chat.fake.faults.answer("*", error="invalid_arguments", times=None)
    await chat.done(chat.people[HANA].open_home())
    await chat.press(HANA, "Write to them")
    chat.fake.faults.clear()
    logged = log_lines.getvalue()
    assert "ValueError" in logged
    for secret in (*chat.secrets(), WORDS, *chat.fake.world.channels, *chat.fake.triggers._by_id):
        assert secret not in logged
    chat.fake.violations.clear()


WORD = re.compile(r"[A-Za-z0-9_-]{8,}")


def exported(chat: SlackChat, kind: str) -> dict[str, str]:
    """Return a channel's messages as an export holds them, everything that was ever sent."""
    found: dict[str, str] = {}
    for request in chat.fake.traffic.requests:
        if request.template in (POST, UPDATE) and request.body["channel"].startswith(kind):
            channel = request.body["channel"]
            message = {k: v for k, v in request.body.items() if k not in ("channel", "token")}
            found[channel] = found.get(channel, "") + json.dumps(message, ensure_ascii=False)
    return found


def marks_of(text: str) -> set[str]:
    """Return what in a text could be told from everything else: ids, and what is in calls."""
    every = {word for word in WORD.findall(text) if re.search(r"[a-z]\d|\d[a-z]|[A-Z]\d", word)}
    calls = re.findall(r'"action_id": "[^":]*:([^"]*)"', text)
    return every | {part for call in calls for part in call.split(":") if len(part) >= 8}


async def test_an_export_ties_nobody_to_a_share_but_by_their_own_direct_messages(
    chat: Canaries,
) -> None:
    await shared(chat)
    await replied(chat)
    await chat.press(HANA, "♥ You are not alone")
    await chat.pass_time(chat.bot.waits.nods)
    await answered(chat)
    rooms = " ".join(exported(chat, "C").values())
    assert not [one for one in chat.secrets() if one in rooms], "rooms name nobody"
    direct = exported(chat, "D")
    whose = {place: who for who, place in chat.fake.world.dms.items()}
    assert {whose[channel] for channel in direct} == {chat.people[ANA].id}, (
        "who nods, writes or moderates has nothing in their direct messages"
    )
    (share,), written = await _rows(chat)
    assert share in marks_of(rooms)
    assert share in marks_of(" ".join(direct.values())), "as it is said there"
    for text in direct.values():
        assert TYPED["happened"] not in text, "the receipt does not repeat the share"
        # PRIVACY.md: news about replies quote them, and their buttons name the rows.
        assert marks_of(text) & marks_of(rooms) <= {share, *written}


async def _rows(chat: SlackChat) -> tuple[list[str], list[str]]:
    """Return the ids of all shares and replies."""
    async with chat.house.store.reading() as db:
        first = (await db.execute(select(shares.c.id))).scalars().all()
        second = (await db.execute(select(replies.c.id))).scalars().all()
    return list(first), list(second)
