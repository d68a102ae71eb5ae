"""What Slack tells twice is done once, and both times it hears the same."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from bot.platform import Event, Responder
from tests.adapters.slack.conftest import Start
from tests.adapters.slack.tools import OPEN_DM, OPEN_VIEW, POST, Gate, answered, said
from tests.contract.chat import ANA, BEN
from tests.contract.slack import SlackChat, SlackOverHttp
from tests.contract.steps import TYPED, shared
from tests.fakes.slack.delivery import COMMAND, INTERACTIVE, Ack


def last_told(chat: SlackChat) -> tuple[str, Any]:
    """Return the kind and the payload of what the bot was told last."""
    frames = [one.data for one in chat.fake.traffic.frames if one.sent]
    envelope = next(one for one in reversed(frames) if "envelope_id" in one)
    return envelope["type"], envelope["payload"]


async def again(chat: SlackChat) -> Ack:
    """Tell the bot once more what it was told last, and wait until it is done."""
    kind, payload = last_told(chat)
    ack = await chat.fake.delivery.send(kind, payload, answers=True)
    await answered(chat)
    return ack


async def nods(chat: SlackChat) -> int:
    """Return how many people nodded to the newest share."""
    await chat.settle()
    (label,) = [one for one in (await chat.room(BEN))[0].buttons if one.startswith("I've been")]
    return int("".join(letter for letter in label if letter.isdigit()) or 0)


async def test_a_press_told_twice_counts_once(chat: SlackChat) -> None:
    await shared(chat)
    await chat.press(BEN, "I've been there")
    assert await nods(chat) == 1
    for _ in range(3):
        assert (await again(chat)).acked
        assert await nods(chat) == 1, "nobody took it back"
    kept = len(await chat.private(BEN))
    await again(chat)
    assert len(await chat.private(BEN)) == kept
    await chat.press(BEN, "I've been there")
    await chat.press(BEN, "Take it back")
    assert await nods(chat) == 0, "another press is another press"


async def test_a_form_told_twice_is_sent_once_and_hears_the_same(chat: SlackChat) -> None:
    await chat.say(ANA, "/rejection")
    modal = chat.people[ANA].modal
    assert modal is not None
    assert (await again(chat)).acked
    assert len(chat.fake.traffic.of(OPEN_VIEW)) == 1
    await chat.submit(ANA, **TYPED | {"happened": ""})
    kind, payload = last_told(chat)
    first = await chat.fake.delivery.send(kind, payload, answers=True)
    assert first.body["response_action"] == "errors"
    assert (await again(chat)).body == first.body, "what did not fit is said again"
    await chat.submit(ANA, **TYPED)
    before = len(await chat.private(ANA))
    await again(chat)
    assert len(await chat.private(ANA)) == before, "one preview"
    await chat.press(ANA, "Post now")
    await again(chat)
    await chat.settle()
    assert len(await chat.room(BEN)) == 1
    assert len(await chat.inbox(ANA)) == 1, "one receipt"
    assert len(chat.fake.traffic.of(OPEN_DM)) == 1
    await chat.press(BEN, "Write to them")
    await chat.submit(BEN, words="In that same corridor.", sign="pseudonym")
    await again(chat)
    await chat.settle()
    assert len([one for one in await chat.room(ANA) if one.under]) == 1
    assert len(chat.fake.traffic.of(POST)) == 3


async def test_a_command_told_twice_has_the_same_answer(chat: SlackChat) -> None:
    await chat.say(ANA, "/privacy")
    kind, payload = last_told(chat)
    assert kind == COMMAND
    answers = [await chat.fake.delivery.send(kind, payload, answers=True) for _ in range(3)]
    assert answers[0].body["response_type"] == "ephemeral"
    assert all(one.body == answers[0].body for one in answers)
    assert len(chat.fake.traffic.of("chat.postEphemeral")) == 0


async def test_told_twice_at_the_same_time_both_wait_for_the_one_answer(chat: SlackChat) -> None:
    await shared(chat)
    count = 0

    async def counted(event: Event, responder: Responder) -> None:
        nonlocal count
        count += 1
        await handle(event, responder)

    handle = chat.bot.handle
    gate = Gate(chat, counted)
    pressing = asyncio.ensure_future(
        chat.people[BEN].press(chat._visible(chat.people[BEN])[0], "I")
    )
    while not chat.app.desk._under_way:
        await asyncio.sleep(0.001)
    kind, payload = last_told(chat)
    assert kind == INTERACTIVE
    more = [
        asyncio.ensure_future(chat.fake.delivery.send(kind, payload, answers=True))
        for _ in range(3)
    ]
    await asyncio.sleep(0.02)
    assert not pressing.done(), "it is acknowledged when it is done"
    assert not any(one.done() for one in more)
    gate.open()
    assert (await pressing).acked
    assert all([(await one).acked for one in more])
    await answered(chat)
    assert count == 1
    assert await nods(chat) == 1


async def test_what_takes_long_is_acknowledged_meanwhile_and_still_done_once(
    chat: SlackChat, hurry: Callable[[], None]
) -> None:
    await shared(chat)
    ben = chat.people[BEN]
    gate = Gate(chat)
    hurry()
    outcome = await ben.press(chat._visible(ben)[0], "I've been there")
    assert outcome.acked
    kind, payload = last_told(chat)
    ack = await chat.fake.delivery.send(kind, payload, answers=True)
    assert ack.acked
    gate.open()
    await answered(chat)
    assert await nods(chat) == 1


async def test_an_answer_slack_did_not_wait_for_is_there_when_it_asks_again(
    chat: SlackChat,
) -> None:
    async def answer(event: Event, responder: Responder) -> None:
        await responder.reply(said("The one answer."))

    gate = Gate(chat, answer)
    chat.fake.deadline = 0.02
    outcome = await chat.people[ANA].use(chat.support, "/comeback")
    assert outcome.error, "Slack gave up"
    chat.fake.deadline = 10.0
    kind, payload = last_told(chat)
    asking = asyncio.ensure_future(chat.fake.delivery.send(kind, payload, answers=True))
    gate.open()
    ack = await asking
    assert "The one answer." in str(ack.body)


async def test_events_are_answered_at_once_and_the_same_page_is_there_however_often_they_come(
    start: Start,
) -> None:
    chat = await start(SlackOverHttp)
    ana, gate = chat.people[ANA], Gate(chat)
    await ana.open_home()
    assert ana.home is None, "acknowledged before the page is drawn"
    gate.open()
    for _ in range(3):
        chat.fake.http.skew += 1  # later, and so signed anew
        await chat.fake.socket.redeliver_last()
    await answered(chat)
    retried = [one for one in chat.fake.traffic.deliveries if "X-Slack-Retry-Num" in one.headers]
    assert [one.status for one in retried] == [200, 200, 200]
    assert ana.home is not None
    assert ana.home.words.startswith("Your page")
    assert not chat.fake.delivery.waiting, "nothing is to be sent again"


async def test_over_http_a_second_delivery_with_a_new_signature_is_not_done_again(
    start: Start,
) -> None:
    chat = await start(SlackOverHttp)
    await shared(chat)
    await chat.press(BEN, "I've been there")
    last = chat.fake.traffic.deliveries[-1]
    headers = chat.fake.http.signed(last.body, at=float(last.headers["X-Slack-Request-Timestamp"]))
    assert headers["X-Slack-Signature"] == last.headers["X-Slack-Signature"]
    later = chat.fake.http.signed(
        last.body, at=float(last.headers["X-Slack-Request-Timestamp"]) + 60
    )
    assert (await chat.fake.http.send(last.url, last.body, later)).status == 200
    await answered(chat)
    assert await nods(chat) == 1


async def test_what_was_told_is_forgotten_after_a_while(
    chat: SlackChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.adapters.slack.desk._REMEMBERED", 0.0)
    for _ in range(3):
        await chat.say(ANA, "/comeback")
    assert len(chat.app.desk._taken) == 1
