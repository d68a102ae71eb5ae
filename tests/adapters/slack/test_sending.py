"""Sending through the courier: once each, whatever Slack says or does not say."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.delivery import delivering
from bot.people import Room
from bot.ui import Quote
from bot.words import Ours
from tests.adapters.slack.conftest import Start
from tests.adapters.slack.tools import (
    OPEN_DM,
    POST,
    at_rest,
    events,
    later,
    long_card,
    posted,
    put_everywhere,
    said,
    seen,
    space_of,
    states,
    waiting,
)
from tests.contract.chat import ANA, BEN
from tests.contract.slack import SlackChat
from tests.contract.steps import TYPED, shared
from tests.fakes.slack.faults import Faults

SECOND = timedelta(seconds=1)


class Remembering(SlackChat):
    """The same, and the bot may read its own direct messages."""

    also = ("im:history",)


async def tell(chat: SlackChat, who: str, words: str) -> None:
    """Put a direct message on its way."""
    async with chat.bot.transaction():
        await chat.bot.tell(await chat.member(chat.person(who)), said(words))


NOT_DONE: dict[str, Callable[[Faults], Any]] = {
    "limited": lambda faults: faults.limit(POST, 30, times=9),
    "limited for long": lambda faults: faults.limit(POST, 3000, times=5),
    "503": lambda faults: faults.answer(POST, error="service_unavailable", status=503, times=5),
    "no way to open": lambda faults: faults.limit(OPEN_DM, 30, times=2),
    "out": lambda faults: faults.answer("*", error="account_inactive", times=9),
}


@pytest.mark.parametrize("fault", NOT_DONE)
async def test_what_slack_says_was_not_done_is_done_once(chat: SlackChat, fault: str) -> None:
    expected = await put_everywhere(chat)
    NOT_DONE[fault](chat.fake.faults)
    await at_rest(chat)
    assert not chat.fake.faults.active
    assert seen(chat) == expected
    assert set(await states(chat)) <= {"sent"}


SAYS_NO = ["ratelimited", "invalid_auth", "token_revoked", "token_expired", "service_unavailable"]
SAYS_NO += ["request_timeout", "team_added_to_org", "ekm_access_denied", "something_new"]


async def test_every_refusal_that_passes_is_tried_again(chat: SlackChat) -> None:
    space = await space_of(chat)
    for error in SAYS_NO:
        chat.fake.faults.answer(POST, error=error)
        await chat.bot.post(space, Room.SUPPORT, said(error))
        await later(chat)
    assert seen(chat) == {}
    await at_rest(chat)
    assert seen(chat) == dict.fromkeys(SAYS_NO, 1)


async def test_a_limit_is_kept_to_the_second(chat: SlackChat) -> None:
    chat.fake.faults.limit(POST, 30)
    await chat.bot.post(await space_of(chat), Room.SUPPORT, said("a post"))
    await later(chat)
    await later(chat, 29 * SECOND)
    assert len(posted(chat, chat.support)) == 1
    await later(chat, 2 * SECOND)
    assert seen(chat) == {"a post": 1}


async def test_a_rush_of_posts_all_comes_up_and_does_not_run_against_the_limit(
    chat: SlackChat,
) -> None:
    space = await space_of(chat)
    for number in range(30):
        await chat.bot.post(space, Room.SUPPORT, said(f"number {number}"))
    await at_rest(chat, 2 * SECOND)
    assert seen(chat) == {f"number {number}": 1 for number in range(30)}
    refused = [one for one in posted(chat, chat.support) if one.status == 429]
    assert len(refused) <= 30


UNSURE: dict[str, Callable[[Faults], Any]] = {
    "lost": lambda faults: faults.lose(POST),
    "dropped": lambda faults: faults.drop(POST),
    "502": lambda faults: faults.answer(POST, status=502, body="<html>Bad gateway</html>"),
    "500": lambda faults: faults.answer(POST, error="internal_error", status=500),
    "fatal": lambda faults: faults.answer(POST, error="fatal_error"),
}


@pytest.mark.faults
async def test_in_a_room_what_may_have_been_done_is_never_done_again(
    chat: SlackChat, log_lines: io.StringIO
) -> None:
    space = await space_of(chat)
    for name, break_it in UNSURE.items():
        break_it(chat.fake.faults)
        await chat.bot.post(space, Room.SUPPORT, said(name))
        await later(chat)
    await at_rest(chat)
    told = {"Something is in my way": 1}  # in the moderators' room
    assert seen(chat) == {"lost": 1} | told
    assert await states(chat) == {"unsure": len(UNSURE)}
    assert len(events(log_lines, "delivery.left_unsure")) == len(UNSURE)


@pytest.mark.faults
@pytest.mark.parametrize("fault", UNSURE)
async def test_a_direct_message_is_found_by_its_mark_or_sent_again(
    start: Start, fault: str
) -> None:
    chat = await start(Remembering)
    await tell(chat, ANA, "before")
    await later(chat)
    UNSURE[fault](chat.fake.faults)
    await tell(chat, ANA, "a message")
    await at_rest(chat)
    assert seen(chat) == {"before": 1, "a message": 1}
    assert await states(chat) == {}, "nothing is kept of a message that is out"
    for shown in chat.people[ANA].inbox():
        assert shown.metadata is not None
        assert set(shown.metadata["event_payload"]) == {"id"}


@pytest.mark.faults
async def test_without_leave_to_look_a_direct_message_is_not_sent_twice(chat: SlackChat) -> None:
    chat.fake.faults.lose(POST)
    await tell(chat, ANA, "a message")
    await at_rest(chat)
    assert seen(chat) == {"a message": 1}
    assert await states(chat) == {"unsure": 1}
    assert chat.people[ANA].inbox()[0].metadata is None, "nothing is written that nobody reads"


@pytest.mark.parametrize("part", [1, 2])
async def test_of_a_card_in_several_parts_none_comes_twice(chat: SlackChat, part: int) -> None:
    """A refusal in the middle: what is up stays, and the rest follows."""
    await chat.bot.post(await space_of(chat), Room.SUPPORT, long_card("part"))
    fault = chat.fake.faults.limit(POST, 5, text=_nothing_like_it(chat, part))
    await at_rest(chat)
    assert not fault.times
    assert seen(chat) == {f"part{number}": 1 for number in range(5)}
    assert len(await chat.room(ANA)) == 3


def _nothing_like_it(chat: SlackChat, part: int) -> str:
    """Return the fallback text of a part, by which its request is known."""
    return chat.app.platform.draws.messages(long_card("part"))[part].text


@pytest.mark.faults
@pytest.mark.parametrize("part", [0, 1, 2])
@pytest.mark.parametrize("kind", ["lose", "drop"])
async def test_of_a_direct_message_in_parts_none_comes_twice_and_none_is_missing(
    start: Start, part: int, kind: str
) -> None:
    chat = await start(Remembering)
    async with chat.bot.transaction():
        await chat.bot.tell(await chat.member(chat.person(ANA)), long_card("part"))
    getattr(chat.fake.faults, kind)(POST, text=_nothing_like_it(chat, part))
    await at_rest(chat)
    assert seen(chat) == {f"part{number}": 1 for number in range(5)}
    assert await states(chat) == {}


@pytest.mark.faults
@pytest.mark.parametrize("after", [False, True])
async def test_what_takes_longer_than_the_courier_waits_comes_exactly_once(
    chat: SlackChat, monkeypatch: pytest.MonkeyPatch, after: bool
) -> None:
    """And its post is known, so that it can be changed and deleted."""
    monkeypatch.setattr(delivering, "_PATIENCE", 0.1)
    chat.fake.faults.slow(POST, 0.2, after=after, times=2)
    await chat.bot.post(await space_of(chat), Room.SUPPORT, said("a post"))
    await tell(chat, ANA, "a message")
    await at_rest(chat)
    assert seen(chat) == {"a post": 1, "a message": 1}
    assert await states(chat) == {}, "nothing is left unsure"


async def test_a_card_of_any_length_is_split_before_slack_refuses_it(chat: SlackChat) -> None:
    space = await space_of(chat)
    quotes = tuple(Quote(f"part{n} {'<&> ' * 700}", "A name") for n in range(10))
    card = long_card("x")
    await chat.bot.post(
        space,
        Room.SUPPORT,
        type(card)(title=Ours("t" * 300), text=Ours("So **long** " * 900), quotes=quotes),
    )
    await at_rest(chat, 5 * SECOND)
    shown = chat.people[BEN].messages(chat.support)
    assert sum(one.words.count("long") for one in shown) == 900
    assert sum(one.words.count("<&>") for one in shown) == 7000
    assert set(chat.fake.refusals) <= {"chat.postMessage: ratelimited"}


async def test_what_is_logged_of_a_fault_names_nobody(
    chat: SlackChat, log_lines: io.StringIO
) -> None:
    chat.fake.faults.limit(POST, 3000)
    await shared(chat)
    assert len(await waiting(chat)) >= 1
    await at_rest(chat)
    assert events(log_lines, "delivery.sent")
    for secret in (TYPED["happened"], chat.person(ANA), chat.support["id"], "canary-"):
        assert secret not in log_lines.getvalue()
