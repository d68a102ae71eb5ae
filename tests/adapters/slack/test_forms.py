"""Forms: opened while Slack lets one, sent, and nothing typed into one is ever lost."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable
from typing import Any

import pytest

from bot.context import Context
from bot.platform import Event, Responder
from cogs.share.words import Rejection
from tests.adapters.slack.tools import (
    HOOK,
    OPEN_VIEW,
    WHISPER,
    Gate,
    answered,
    assert_knows_nobody,
    events,
)
from tests.contract.chat import ANA, BEN
from tests.contract.slack import SlackChat
from tests.contract.steps import TYPED, shared

Hurry = Callable[[], None]
TOO_LATE = "That took too long to open. Press it once more."


def words(chat: SlackChat, who: str) -> list[str]:
    """Return what only one person sees."""
    return [one.words for one in chat.people[who].private()]


@pytest.mark.parametrize("late", [False, True])
async def test_a_form_that_can_no_longer_open_is_a_sentence(
    chat: SlackChat, hurry: Hurry, late: bool, log_lines: io.StringIO
) -> None:
    if late:
        hurry()
    gate = Gate(chat)
    using = asyncio.ensure_future(chat.people[ANA].use(chat.support, "/rejection", "some words"))
    while not chat.app.desk._under_way:
        await asyncio.sleep(0.005)
    chat.fake.clock.forward(4)
    gate.open()
    await using
    await answered(chat)
    assert await chat.form(ANA) is None
    assert words(chat, ANA)[-1] == f"{TOO_LATE}\nsome words", "what was typed is not lost"
    assert_knows_nobody(log_lines, chat, "some words")


@pytest.mark.parametrize("error", ["expired_trigger_id", "trigger_expired", "invalid_trigger_id"])
async def test_every_name_slack_has_for_too_late_is_one_sentence(
    chat: SlackChat, error: str
) -> None:
    chat.fake.faults.answer(OPEN_VIEW, error=error)
    await chat.say(ANA, "/rejection")
    assert words(chat, ANA) == [TOO_LATE]
    await chat.say(ANA, "/rejection")
    assert await chat.form(ANA) is not None


@pytest.mark.parametrize("fault", ["lose", "drop"])
async def test_a_form_opens_once_whatever_happens_on_the_way(chat: SlackChat, fault: str) -> None:
    """Lost, it is asked for again, and then Slack says that the trigger was used: for this."""
    getattr(chat.fake.faults, fault)(OPEN_VIEW)
    await chat.say(ANA, "/rejection")
    assert await chat.form(ANA) is not None
    assert words(chat, ANA) == []
    tries = [one.error for one in chat.fake.traffic.of(OPEN_VIEW)]
    assert tries == (["", "exchanged_trigger_id"] if fault == "lose" else ["", ""])
    await chat.submit(ANA, **TYPED)
    assert await chat.form(ANA) is None


async def test_a_form_opened_half_an_hour_ago_is_answered(chat: SlackChat) -> None:
    """Slack's address for the answer is worth nothing by then."""
    await shared(chat)
    await chat.press(BEN, "Write to them")
    await chat.say(ANA, "/rejection")
    chat.fake.clock.forward(31 * 60)
    await chat.submit(ANA, **TYPED)
    assert TYPED["happened"] in words(chat, ANA)[-1]
    await chat.submit(BEN, words="I sat there too.")
    assert "Your words are going up" in words(chat, BEN)[-1]
    assert len(chat.fake.traffic.of(WHISPER)) == 2
    assert {one.error or one.answer for one in chat.fake.traffic.of(HOOK)} >= {"expired_url"}
    await chat.settle()
    assert len(await chat.room(ANA)) == 2


async def test_a_slow_form_is_closed_and_answered_later(chat: SlackChat, hurry: Hurry) -> None:
    await chat.say(ANA, "/rejection")
    hurry()
    gate = Gate(chat)
    outcome = await chat.people[ANA].submit(chat.typed(chat.people[ANA].modal, TYPED))  # type: ignore[arg-type]
    assert (outcome.acked, outcome.body) == (True, None)
    assert await chat.form(ANA) is None
    assert words(chat, ANA) == []
    gate.open()
    await answered(chat)
    assert TYPED["happened"] in words(chat, ANA)[-1]


async def test_what_does_not_fit_in_a_slow_form_can_be_tried_again_with_every_word(
    chat: SlackChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    await chat.say(ANA, "/rejection")
    monkeypatch.setattr("bot.adapters.slack.desk.DEFER_AFTER", 0.0)
    gate = Gate(chat)
    ana = chat.people[ANA]
    assert ana.modal is not None
    typed = TYPED | {"happened": "Mail me: ana@example.org", "feeling": "*hollow* <&>"}
    too_long = typed | {"field": "x" * 101}
    await ana.submit(chat.typed(ana.modal, too_long))
    gate.open()
    await answered(chat)
    assert "This has 101 characters" in words(chat, ANA)[-1]
    monkeypatch.setattr("bot.adapters.slack.desk.DEFER_AFTER", 60.0)
    await chat.press(ANA, "Try again")
    form = await chat.form(ANA)
    assert form is not None
    assert dict(form.values) == too_long


async def test_mistakes_stand_beside_their_fields(chat: SlackChat) -> None:
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **TYPED | {"happened": " ", "field": "x" * 101})
    form = await chat.form(ANA)
    assert form is not None
    assert form.faults == {
        "happened": "Write a few words here.",
        "field": "This has 101 characters; up to 60 fit here.",
    }
    await chat.submit(ANA, happened="Better.", field="design")
    assert await chat.form(ANA) is None
    assert "Better." in words(chat, ANA)[-1]


@pytest.mark.parametrize("length", [3000, 3001, 3500, 7999])
async def test_a_text_too_long_for_a_form_is_not_lost(chat: SlackChat, length: int) -> None:
    text = ("<&> *so* it was " * 1000)[: length - 3] + "end"
    await chat.say(ANA, f"/rejection {text}")
    form = await chat.form(ANA)
    assert form is not None
    if length <= 3000:
        assert form.values["happened"] == text
        return
    assert form.values["happened"] == ""
    modal = chat.people[ANA].modal
    assert modal is not None
    assert text in modal.words.replace("\n", "")
    assert "This is too long for the field below" in modal.words
    await chat.submit(ANA, **TYPED)
    assert await chat.form(ANA) is None


async def test_a_change_of_a_share_begins_with_every_word_of_it(chat: SlackChat) -> None:
    typed = TYPED | {"happened": "*bold* <@U1> &lt; :smile:\n> no quote\n" + "x" * 1100}
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **typed)
    await chat.press(ANA, "Change")
    form = await chat.form(ANA)
    assert form is not None
    assert dict(form.values) == typed


@pytest.mark.faults
async def test_a_form_is_never_the_answer_to_a_form(
    chat: SlackChat, monkeypatch: pytest.MonkeyPatch, log_lines: io.StringIO
) -> None:
    async def preview(self: Any, ctx: Context, form: Rejection) -> None:
        await self.start(ctx)

    await chat.say(ANA, "/rejection")
    monkeypatch.setattr(type(chat.bot.cogs["share"]), "preview", preview)
    await chat.submit(ANA, **TYPED)
    form = await chat.form(ANA)
    assert form is not None
    assert "Something broke on our side" in form.faults[""]
    assert form.values["happened"] == TYPED["happened"]
    (fault,) = events(log_lines, "event.failed")
    assert "Refused" in fault["raised"]
    assert_knows_nobody(log_lines, chat, TYPED["happened"])


@pytest.mark.faults
async def test_a_handler_that_breaks_leaves_the_form_open_with_every_word(
    chat: SlackChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def preview(self: Any, ctx: Context, form: Rejection) -> None:
        raise ConnectionError

    await chat.say(ANA, "/rejection")
    with monkeypatch.context() as patched:
        patched.setattr(type(chat.bot.cogs["share"]), "preview", preview)
        await chat.submit(ANA, **TYPED)
    form = await chat.form(ANA)
    assert form is not None
    assert "Something broke on our side" in form.faults[""]
    assert dict(form.values) == TYPED
    await chat.submit(ANA)
    assert TYPED["happened"] in words(chat, ANA)[-1]


@pytest.mark.faults
async def test_a_form_that_breaks_before_the_bot_can_take_it_is_a_sentence(
    chat: SlackChat, log_lines: io.StringIO
) -> None:
    async def breaks(event: Event, responder: Responder) -> None:
        raise ConnectionError(chat.person(ANA))

    await chat.say(ANA, "/rejection")
    chat.bot.handle = breaks  # type: ignore[method-assign]
    await chat.submit(ANA, **TYPED)
    (fault,) = events(log_lines, "slack.not_answered")
    assert fault["ticket"] in words(chat, ANA)[-1]
    assert_knows_nobody(log_lines, chat, TYPED["happened"])
