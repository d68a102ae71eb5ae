"""The App Home when something is late: slow answers, old triggers, lost answers, closed modals."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from tests.adapters.slack.homes import PUBLISH, at_home, labels, modal_of, previewed
from tests.adapters.slack.tools import CHANGE_VIEW, OPEN_VIEW, Gate, answered
from tests.contract.chat import ANA, BEN
from tests.contract.slack import SlackChat
from tests.contract.steps import TYPED


async def test_an_answer_to_a_modal_that_was_closed_is_in_the_direct_messages(
    chat: SlackChat,
) -> None:
    ana = await previewed(chat)
    gate = Gate(chat)
    pressing = asyncio.ensure_future(ana.press_modal("Post now"))
    while not chat.app.desk._under_way:
        await asyncio.sleep(0.001)
    await ana.close_modal()
    gate.open()
    await chat.done(pressing)
    (answer,) = ana.private()
    assert ana.dm is not None
    assert answer.channel == ana.dm["id"]
    assert answer.ephemeral
    assert "receipt" in answer.words
    await chat.settle()
    assert len(await chat.room(BEN)) == 1


async def test_what_takes_long_keeps_a_modal_open(
    chat: SlackChat, hurry: Callable[[], None]
) -> None:
    await at_home(chat)
    ana = chat.people[ANA]
    await chat.done(ana.press_home("Share a rejection"))
    gate, _ = Gate(chat), hurry()
    outcome = await ana.submit(TYPED)
    assert outcome.acked
    assert modal_of(ana).words == "One moment."
    gate.open()
    await answered(chat)
    assert "Post now" in labels(modal_of(ana))
    # A press on the page: there is no modal yet, and its trigger is good for three seconds.
    ana.reload()
    gate = Gate(chat)
    outcome = await ana.press_home("Who can see what")
    assert outcome.acked
    assert modal_of(ana).words == "One moment."
    chat.fake.clock.forward(60)
    gate.open()
    await answered(chat)
    assert modal_of(ana).words.startswith("Who can see what")
    assert len(chat.fake.views.stacks[ana.id]) == 1


async def test_what_takes_long_is_acknowledged_also_where_no_modal_can_be_kept_open(
    chat: SlackChat, hurry: Callable[[], None]
) -> None:
    await at_home(chat)
    ana = chat.people[ANA]
    hurry()
    for error in ("internal_error", "expired_trigger_id"):
        gate = Gate(chat)
        chat.fake.faults.answer(OPEN_VIEW, error=error)
        assert (await ana.press_home("Who can see what")).acked, "Slack shows no trouble"
        assert ana.modal is None
        gate.open()
        await answered(chat)
        assert modal_of(ana).words.startswith("Who can see what")
        ana.reload()


async def test_a_form_that_comes_too_late_says_so(
    chat: SlackChat, hurry: Callable[[], None]
) -> None:
    await at_home(chat)
    ana = chat.people[ANA]
    gate, _ = Gate(chat), hurry()
    await ana.press_home("Share a rejection")
    gate.open()
    await answered(chat)
    assert not modal_of(ana).submit
    assert modal_of(ana).words == "That took too long to open. Press it once more."


@pytest.mark.parametrize("error", ["expired_trigger_id", "trigger_expired", "invalid_trigger_id"])
async def test_a_trigger_that_is_used_up_leaves_the_direct_messages(
    chat: SlackChat, error: str
) -> None:
    await at_home(chat)
    ana = chat.people[ANA]
    chat.fake.faults.answer(OPEN_VIEW, error=error, times=None)
    await chat.done(ana.press_home("Who can see what"))
    assert ana.modal is None
    (answer,) = ana.private()
    assert answer.words.startswith("Who can see what")
    await chat.done(ana.press_home("Share a rejection"))
    assert len(ana.private()) == 2, "that it came too late is said there as well"


async def test_a_lost_answer_to_an_opened_modal_opens_no_second(chat: SlackChat) -> None:
    await at_home(chat)
    ana = chat.people[ANA]
    chat.fake.faults.lose(OPEN_VIEW)
    await chat.done(ana.press_home("Share a rejection"))
    assert modal_of(ana).submit
    assert not ana.private()
    await chat.done(ana.submit(TYPED))
    chat.fake.faults.lose(CHANGE_VIEW)
    await chat.done(ana.press_modal("Post some time"))
    assert "receipt" in modal_of(ana).words
    assert not ana.private()


async def test_a_page_that_comes_late_does_not_replace_a_newer_one(chat: SlackChat) -> None:
    ana = await previewed(chat)
    chat.fake.faults.slow(PUBLISH, 0.15)
    before = len(chat.fake.traffic.of(PUBLISH))
    await ana.open_home()
    while len(chat.fake.traffic.of(PUBLISH)) == before:
        await asyncio.sleep(0.001)
    await ana.press_modal("Post now")
    await answered(chat)
    assert ana.home is not None
    assert "Your share" in ana.home.words
