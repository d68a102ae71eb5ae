"""Pictures: uploaded, shown where they belong, and never the reason that words are missing."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest

from bot.people import Room
from bot.platform import Event, Responder
from bot.ui import Button, Card, Picture
from bot.words import Ours
from tests.adapters.slack.conftest import Start
from tests.adapters.slack.test_sending import Remembering
from tests.adapters.slack.tools import POST, UPLOAD, at_rest, events, space_of
from tests.contract.chat import ANA, BEN
from tests.contract.slack import SlackChat, SlackOverHttp
from tests.fakes.slack.faults import Faults
from tests.pictures import png

ASK, COMPLETE = "files.getUploadURLExternal", "files.completeUploadExternal"
DESCRIPTION = "A week: 3 shares, <12> & replies"


def card(words: str = "The week") -> Card:
    """Return a card with a picture."""
    picture = Picture(png(), Ours(DESCRIPTION))
    return Card(text=Ours(words), picture=picture, buttons=(Button(Ours("Go"), "x.y"),))


async def shows(event: Event, responder: Responder) -> None:
    """Answer with a picture."""
    await responder.reply(card())


def at_first(chat: SlackChat) -> None:
    """Forget what was refused: only Slack knows when it has looked at a file."""
    left = [one for one in chat.fake.violations if "invalid slack file" not in one]
    chat.fake.violations[:] = left


async def post(chat: SlackChat) -> None:
    """Put a picture on its way to the support room."""
    await chat.bot.post(await space_of(chat), Room.SUPPORT, card())


async def test_a_picture_is_uploaded_once_and_shown_in_its_message(chat: SlackChat) -> None:
    await post(chat)
    await chat.settle()
    (seen,) = await chat.room(BEN)
    assert seen.picture == (png(), DESCRIPTION)
    assert seen.buttons == ("Go",)
    assert len(chat.fake.traffic.of(UPLOAD)) == 1
    (file,) = chat.fake.files.by_id.values()
    assert (file.name, file.title, file.shared) == ("picture.png", "Picture", ())
    assert file.alt == DESCRIPTION


async def test_a_picture_in_a_direct_message_is_shown(start: Start) -> None:
    chat = await start(Remembering)
    async with chat.bot.transaction():
        await chat.bot.tell(await chat.member(chat.person(ANA)), card())
    await chat.settle()
    (seen,) = await chat.inbox(ANA)
    assert seen.picture == (png(), DESCRIPTION)


BROKEN: dict[str, Callable[[Faults], Any]] = {
    "no address": lambda faults: faults.answer(ASK, error="internal_error"),
    "lost": lambda faults: faults.lose(ASK),
    "refused": lambda faults: faults.answer(UPLOAD, status=500, body="no"),
    "cut": lambda faults: faults.drop(UPLOAD),
    "not completed": lambda faults: faults.answer(COMPLETE, error="file_not_found"),
    "missing": lambda faults: faults.answer(ASK, error="missing_scope"),
}


async def test_where_a_picture_cannot_be_uploaded_its_description_stands_there(
    chat: SlackChat, log_lines: io.StringIO
) -> None:
    for number, break_it in enumerate(BROKEN.values()):
        break_it(chat.fake.faults)
        await chat.bot.post(await space_of(chat), Room.SUPPORT, card(f"number {number}"))
        await at_rest(chat)
        seen = (await chat.room(BEN))[-1]
        assert seen.picture is None
        assert seen.text.startswith(f"number {number}")
        assert DESCRIPTION in seen.text
        assert seen.buttons == ("Go",)
        assert seen.live == ()
    assert len(await chat.room(BEN)) == len(BROKEN)
    assert len(events(log_lines, "slack.no_picture")) == len(BROKEN)


async def test_a_picture_slack_still_looks_at_is_shown_as_soon_as_it_can_be(
    chat: SlackChat,
) -> None:
    chat.fake.faults.slow_files(0.008)
    await post(chat)
    await at_rest(chat)
    (seen,) = await chat.room(BEN)
    assert seen.picture == (png(), DESCRIPTION)
    refused = [one for one in chat.fake.traffic.of(POST) if one.error]
    assert {one.error for one in refused} <= {"invalid_blocks"}
    at_first(chat)


async def test_a_picture_slack_never_gets_done_with_leaves_the_words(chat: SlackChat) -> None:
    chat.fake.faults.slow_files(600)
    await post(chat)
    await at_rest(chat)
    (seen,) = await chat.room(BEN)
    assert seen.text.startswith("The week")
    at_first(chat)


@pytest.mark.parametrize("kind", [SlackChat, SlackOverHttp])
@pytest.mark.parametrize("seconds", [0.0, 0.008])
async def test_a_picture_in_an_answer_is_shown_however_long_slack_looks_at_it(
    start: Start, kind: type[SlackChat], seconds: float
) -> None:
    chat = await start(kind)
    chat.fake.faults.slow_files(seconds)
    chat.bot.handle = shows  # type: ignore[method-assign]
    await chat.say(ANA, "/comeback")
    assert (await chat.last(ANA)).picture == (png(), DESCRIPTION)
    await chat.press(ANA, "Go")
    assert [one.picture for one in await chat.private(ANA)] == [(png(), DESCRIPTION)] * 2
    at_first(chat)
