"""Strangers: other apps, other workspaces, other organisations, and whoever knows the address."""

from __future__ import annotations

import asyncio
import copy
import io
import re
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import select

from bot import metrics
from bot.adapters.slack import examine
from bot.people import Room
from bot.store.tables import posts
from tests.adapters.slack.conftest import Start
from tests.adapters.slack.tools import (
    HOOK,
    POST,
    assert_knows_nobody,
    events,
    long_card,
    posted,
    space_of,
    states,
)
from tests.contract.chat import ANA, BEN, HANA, MO
from tests.contract.slack import SlackChat, SlackOverHttp
from tests.contract.steps import shared
from tests.fakes.slack import Shown
from tests.fakes.slack.delivery import COMMAND

NOT_HERE = "Comeback isn't in this workspace any more. Whoever manages it can add it again."
SHARED = "is shared with another organisation"
SECRET = "canarybody"  # noqa: S105 - what a request must not leave behind


@pytest.mark.faults
async def test_what_another_app_wrote_is_not_taken_for_a_post_that_was_lost(
    chat: SlackChat,
) -> None:
    chat.fake.faults.lose(POST, channel=chat.support["id"])
    await shared(chat)
    chat.house.clock.move(chat.bot.waits.nods)
    await chat.settle()
    assert (await states(chat))["unsure"] == 1
    (post,) = await chat.room(BEN)
    real, ben = chat._looked[post], chat.people[BEN]
    false = copy.deepcopy(real.raw) | {"ts": chat.fake.world.new_ts(), "bot_id": "B0ELSEWHERE"}
    shortcut = chat.fake.interactions.message_shortcut
    await chat.done(shortcut(ben.user, false, chat.support, "write-to-them"))
    nobodys = {key: value for key, value in false.items() if key != "bot_id"}
    await chat.done(shortcut(ben.user, nobodys, chat.support, "write-to-them"))
    assert await ref(chat, real) is None
    await chat.press(HANA, "I've been there", post)
    assert await ref(chat, real) == post.id, "its own message is"
    await chat.done(shortcut(ben.user, false, chat.support, "write-to-them"))
    assert await ref(chat, real) == post.id


async def ref(chat: SlackChat, shown: Shown) -> str | None:
    """Return which message the post is that a message says it is, as far as the bot knows."""
    _, post_id, *_ = shown.blocks[0]["block_id"].split(".")
    async with chat.house.store.reading() as db:
        found = await db.execute(select(posts.c.ref).where(posts.c.id == post_id))
        return found.scalar_one()


async def test_of_a_post_in_parts_the_last_says_which_post_it_is(chat: SlackChat) -> None:
    async with chat.bot.transaction():
        await chat.bot.post(await space_of(chat), Room.SUPPORT, long_card("part"))
    await chat.settle()
    sent = [one.body["blocks"] for one in posted(chat, chat.support)]
    named = [[str(one.get("block_id", "")) for one in blocks] for blocks in sent]
    assert len(named) > 1
    assert not any(name.startswith("post.") for part in named[:-1] for name in part)
    assert [name.startswith("post.") for name in named[-1]].count(True) == 1


@pytest.fixture
async def open_port(start: Start) -> SlackOverHttp:
    """Give a workspace whose Slack sends its requests to the bot."""
    chat = await start(SlackOverHttp)
    assert isinstance(chat, SlackOverHttp)
    return chat


@pytest.mark.filterwarnings("ignore:Sending a large body")
async def test_requests_that_were_made_to_break_it_are_refused_and_counted(
    open_port: SlackOverHttp, monkeypatch: pytest.MonkeyPatch, log_lines: io.StringIO
) -> None:
    chat, signed = open_port, open_port.fake.http.signed
    url = f"http://127.0.0.1:{chat.health.port}/slack/events"
    body = f"command=/privacy&text={SECRET}".encode()
    chat.fake.traffic.clear()
    big = SECRET.encode() * 110_000
    for sent, headers, reason in (
        (body, signed(body) | {"X-Slack-Signature": "v0=é"}, "signature"),
        (body, signed(body) | {"X-Slack-Signature": "v0=é" + "٣" * 63}, "signature"),
        (b"\xff\xfe" + body, signed(body), "signature"),
        (body * 40_000, signed(body), "large"),
        (big, signed(big), "large"),
    ):
        before = counted(reason)
        answer = await chat.fake.http.send(url, sent, headers)
        assert (answer.status, answer.answer) == (401, ""), reason
        assert counted(reason) == before + 1, reason
    monkeypatch.setattr("bot.adapters.slack.gate._READING", 0.05)
    before = counted("slow")
    status = await never_ending(chat.health.port, signed(body), body)
    assert status.startswith(b"HTTP/1.1 401")
    assert counted("slow") == before + 1
    monkeypatch.setattr("bot.adapters.slack.gate._READING", 5.0)
    before = counted("broken")
    await never_ending(chat.health.port, signed(body), body, seconds=0.05)
    async with asyncio.timeout(5):
        while counted("broken") == before:
            await asyncio.sleep(0.001)
    assert [one["kind"] for one in events(log_lines, "slack.refused")] == [
        *["signature"] * 3,
        *["large"] * 2,
        "slow",
        "broken",
    ]
    errors = [one for one in events(log_lines, "library") if one["level"] == "error"]
    assert not errors, "nobody can fill the log with faults"
    assert not chat.fake.traffic.requests, "nothing is done"
    assert_knows_nobody(log_lines, chat, SECRET)
    await chat.say(ANA, "/comeback")
    assert (await chat.last(ANA)).text.startswith("Your page"), "it goes on"


async def never_ending(
    port: int, headers: dict[str, str], body: bytes, *, seconds: float = 5.0
) -> bytes:
    """Send the beginning of a request; wait for the first line of the answer, then go away."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    lines = ["POST /slack/events HTTP/1.1", "Host: x", f"Content-Length: {len(body) + 9}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    writer.write("\r\n".join([*lines, "", ""]).encode() + body)
    try:
        async with asyncio.timeout(seconds):
            return await reader.readline()
    except TimeoutError:
        return b""
    finally:
        writer.close()
        await writer.wait_closed()


def counted(reason: str) -> float:
    """Return how many requests were refused for a reason so far."""
    line = rf'^comeback_slack_refused_total\{{reason="{reason}"\}} (\S+)$'
    found = re.search(line, metrics.text().decode(), re.M)
    return float(found[1]) if found else 0.0


async def test_a_room_shared_with_another_organisation_is_said_and_moderates_nobody(
    chat: SlackChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    mo = await chat.member(chat.person(MO))
    assert (await chat.bot.standing(mo)).moderates
    for flag in ("is_ext_shared", "is_pending_ext_shared"):
        for channel in (chat.support, chat.moderators):
            monkeypatch.setitem(channel, flag, True)
        found = [one.text for one in await examine(chat.app) if not one.fine]
        assert len([text for text in found if SHARED in text]) == 2, found
        assert not (await chat.bot.standing(mo)).moderates
        await chat.say(MO, "/support set-up")
        await chat.submit(MO)
        assert SHARED in (await chat.last(MO)).text
        for channel in (chat.support, chat.moderators):
            monkeypatch.delitem(channel, flag)
        await chat.press(MO, "Check again")
        assert SHARED not in (await chat.last(MO)).text
        assert (await chat.bot.standing(mo)).moderates


async def test_who_is_in_a_workspace_without_the_bot_is_told_so_alone(
    chat: SlackChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    await shared(chat)
    (post,), ben = await chat.room(BEN), chat.people[BEN]
    with monkeypatch.context() as patched:
        patched.setattr(chat.fake.delivery, "send", elsewhere(chat.fake.delivery.send))
        chat.fake.traffic.clear()
        for doing in (
            ben.press(chat._looked[post], "I've been there"),
            ben.message_shortcut("Write to them", chat._looked[post]),
            ben.use(chat.support, "/comeback"),
        ):
            seen = len(ben.private())
            outcome = await chat.done(doing)
            assert outcome.acked
            assert [one.words for one in ben.private()[seen:]] == [NOT_HERE]
        assert (await chat.done(ben.submit_raw("share.preview", {"words": "x"}))).acked
    told = [one.body for one in chat.fake.traffic.of(HOOK)]
    assert [one["replace_original"] for one in told] == [False, False]
    assert chat.fake.urls.replaced == []
    assert [one.text for one in await chat.room(HANA)] == [post.text], "for everybody it stays"
    assert chat.people[HANA].private() == []


def elsewhere(send: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    """Return how Slack sends what somebody does who is in the channel from another workspace."""

    async def sent(kind: str, payload: dict[str, Any], **more: Any) -> Any:
        team = {"id": "T0ELSEWHERE", "domain": "elsewhere"}
        if kind == COMMAND:
            return await send(kind, payload | {"team_id": team["id"]}, **more)
        who = payload["user"] | {"team_id": team["id"]}
        payload = payload | {"team": team, "user": who}
        if "view" in payload:
            payload["view"] = payload["view"] | {"app_installed_team_id": team["id"]}
        return await send(kind, payload, **more)

    return sent
