"""Windows of the App Home in the worst order: slow, lost, overtaken, too small; and the page."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.adapters.slack.homes import PUBLISH, at_home, labels, modal_of
from tests.adapters.slack.pauses import Deferred, Paused
from tests.adapters.slack.tools import CHANGE_VIEW, OPEN_VIEW, Gate, answered
from tests.contract.chat import ANA, BEN
from tests.contract.slack import SlackChat
from tests.contract.steps import TYPED, shared

ELSEWHERE = "This is too much for one window."


async def test_a_form_that_slack_opens_slowly_is_the_form_and_no_one_moment(
    chat: SlackChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    await at_home(chat)
    ana, faults = chat.people[ANA], chat.fake.faults

    async def asked() -> None:
        while faults.active:
            await asyncio.sleep(0.001)

    faults.slow(OPEN_VIEW, 0.1)
    with monkeypatch.context() as patched:
        patched.setattr("bot.adapters.slack.desk.asyncio", Deferred(asked))
        outcome = await ana.press_home("Share a rejection")
        assert outcome.acked
        assert ana.modal is None, "acknowledged while it is being opened"
    await answered(chat)
    assert modal_of(ana).submit
    assert len(chat.fake.traffic.of(OPEN_VIEW)) == 1
    assert ana.private() == []
    await chat.done(ana.submit(TYPED))
    assert "Post now" in labels(modal_of(ana))


async def test_a_lost_answer_to_one_moment_still_ends_in_the_answer(
    chat: SlackChat, hurry: Callable[[], None]
) -> None:
    await at_home(chat)
    gate, ana = Gate(chat), chat.people[ANA]
    hurry()
    chat.fake.faults.lose(OPEN_VIEW)
    assert (await ana.press_home("Who can see what")).acked
    assert modal_of(ana).words == "One moment."
    gate.open()
    await answered(chat)
    assert modal_of(ana).words.startswith("Who can see what")
    assert len(chat.fake.views.stacks[ana.id]) == 1
    assert ana.private() == []


async def test_one_moment_that_lands_after_the_answer_is_put_right(
    chat: SlackChat, monkeypatch: pytest.MonkeyPatch, hurry: Callable[[], None]
) -> None:
    await at_home(chat)
    ana = chat.people[ANA]
    await chat.done(ana.press_home("Share a rejection"))
    gate, paused, send = Gate(chat), Paused(), chat.fake.delivery.send
    monkeypatch.setattr("bot.adapters.slack.views.asyncio", paused)
    monkeypatch.setattr("bot.adapters.slack.views._OVERTAKEN", 60.0)
    monkeypatch.setattr(chat.fake.delivery, "send", late(send, lambda: bool(paused.asked)))
    hurry()
    submitting = asyncio.ensure_future(ana.submit(TYPED))
    await chat.fake.until(lambda: bool(chat.app.desk._under_way))
    gate.open()
    assert (await submitting).body["response_action"] == "update"
    assert modal_of(ana).words == "One moment.", "it landed last"
    assert len(chat.fake.traffic.of(CHANGE_VIEW)) == 1
    paused.release()
    await answered(chat)
    assert "Post now" in labels(modal_of(ana))
    assert paused.asked == [60.0]
    assert ana.private() == []


def late(
    send: Callable[..., Awaitable[Any]], landed: Callable[[], bool]
) -> Callable[..., Awaitable[Any]]:
    """Return how Slack sends, where an acknowledgment takes longer than what followed it."""

    async def sent(*args: Any, **more: Any) -> Any:
        acknowledged = await send(*args, **more)
        async with asyncio.timeout(5):
            while not landed():
                await asyncio.sleep(0.002)
        return acknowledged

    return sent


async def test_what_is_too_much_for_a_window_is_in_the_messages_and_the_window_says_so(
    chat: SlackChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    await shared(chat)
    await at_home(chat)
    ana = chat.people[ANA]
    await chat.done(ana.press_home("Who can see what"))
    monkeypatch.setattr("bot.adapters.slack.views._SIZE", 500)
    private = len(ana.private())
    await chat.done(ana.press_modal("Everything as a file"))
    assert modal_of(ana).words.startswith(ELSEWHERE)
    told = ana.private()[private:]
    assert ana.dm is not None
    assert {one.channel for one in told} == {ana.dm["id"]}
    assert TYPED["happened"] in "".join(one.words for one in told)
    ana.reload()
    await chat.done(ana.press_home("Share a rejection"))
    await chat.done(ana.submit(TYPED | {"happened": "In the messages."}))
    assert modal_of(ana).words.startswith(ELSEWHERE)
    assert ["In the messages." in one.words for one in ana.private()] == [True]
    await chat.done(ana.press(ana.private()[-1], "Post now"))
    await chat.settle()
    assert "In the messages." in (await chat.room(BEN))[-1].text, "its buttons work there"


async def test_what_was_forgotten_elsewhere_is_gone_from_the_page(
    chat: SlackChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.adapters.slack.desk._GATHERED", 0.01)
    await shared(chat)
    assert "Your share" in (await at_home(chat)).words
    await chat.say(ANA, "/privacy forget")
    await chat.press(ANA, "Yes")
    await answered(chat)
    home = chat.people[ANA].home
    assert home is not None
    assert "Your share" not in home.words
    await chat.say(BEN, "/comeback")
    await answered(chat)
    shown = {one.body["user_id"] for one in chat.fake.traffic.of(PUBLISH)}
    assert shown == {chat.person(ANA)}, "who never opened the page is shown none"
