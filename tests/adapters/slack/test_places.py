"""Where an answer is shown: channel, thread, window, direct messages; whatever stopped working."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from tests.adapters.slack.homes import labels, modal_of
from tests.adapters.slack.tools import HOOK, OPEN_DM, OPEN_VIEW
from tests.contract.chat import ANA, BEN, HANA
from tests.contract.slack import SlackChat
from tests.contract.steps import TYPED, replied, shared
from tests.fakes.slack import Shown

TOO_LATE = "That took too long to open. Press it once more."


def on_top(chat: SlackChat, who: str) -> list[Shown]:
    """Return the private answers that stand in the channel itself."""
    return [one for one in chat.people[who].messages(chat.support) if one.ephemeral]


async def test_what_is_pressed_on_a_post_with_replies_is_answered_in_the_channel(
    chat: SlackChat,
) -> None:
    await shared(chat)
    await replied(chat)
    post = (await chat.room(HANA))[0]
    await chat.press(HANA, "I've been there", post)
    await chat.press(HANA, "I've been there", post)
    assert [one.words[:28] for one in on_top(chat, HANA)] == ["Your nod is already counted."]
    await chat.press(HANA, "Write to them", post)
    await chat.submit(HANA, words="Write to me: hana@example.org", sign="pseudonym")
    assert len(on_top(chat, HANA)) == 2, "a preview that asks first"
    await chat.shortcut(HANA, "Write to them", post)
    await chat.submit(HANA, words="With you.", sign="pseudonym")
    assert len(on_top(chat, HANA)) == len(chat.people[HANA].private()) == 3


async def test_what_is_done_in_a_thread_is_answered_in_the_thread(chat: SlackChat) -> None:
    await shared(chat)
    await replied(chat)
    post, reply = await chat.room(HANA)
    hana = chat.people[HANA]
    await chat.shortcut(HANA, "Write to them", reply)
    assert "isn't a share" in (await chat.last(HANA)).text
    await chat.done(hana.press_raw(post.calls[-1], on=chat._looked[reply]))
    await chat.submit(HANA, words="Write to me: hana@example.org", sign="pseudonym")
    await chat.press(HANA, "Change it")
    await chat.submit(HANA, words="With you.")
    told = hana.private()
    assert "Your words are going up" in told[-1].words
    assert {f"{one.channel}/{one.thread_ts}" for one in told} == {post.id}
    assert on_top(chat, HANA) == []


async def test_a_form_that_was_open_too_long_for_its_channel_is_answered_in_a_window(
    chat: SlackChat,
) -> None:
    ana = chat.people[ANA]
    await chat.say(ANA, "/rejection")
    await open_for(chat, timedelta(minutes=27))
    await chat.submit(ANA, **TYPED)
    assert ana.modal is None
    (preview,) = on_top(chat, ANA)
    assert "Post now" in {one.label for one in preview.buttons}
    await chat.say(ANA, "/rejection")
    await open_for(chat, timedelta(minutes=29))
    outcome = await chat.done(ana.submit(TYPED | {"happened": " "}))
    assert outcome.body["response_action"] == "errors"
    await open_for(chat, timedelta(minutes=29))
    outcome = await chat.done(ana.submit(TYPED | {"happened": "After an hour."}))
    assert outcome.body["response_action"] == "update"
    assert "After an hour." in modal_of(ana).words
    assert {"Post now", "Change it"} <= set(labels(modal_of(ana)))
    await chat.done(ana.press_modal("Change it"))
    await open_for(chat, timedelta(minutes=29))
    await chat.done(ana.submit({"happened": "After more than that."}))
    await chat.done(ana.press_modal("Post now"))
    assert "receipt" in modal_of(ana).words
    await chat.settle()
    assert "After more than that." in (await chat.room(BEN))[-1].text
    assert len(ana.private()) == 1, "nothing more is said in the channel"


async def open_for(chat: SlackChat, time: timedelta) -> None:
    """Let time pass while a form is open."""
    chat.house.clock.move(time)
    chat.fake.clock.forward(time.total_seconds())


async def test_a_form_that_meets_a_limit_is_not_waited_for_and_no_word_is_lost(
    chat: SlackChat,
) -> None:
    chat.fake.faults.limit(OPEN_VIEW, 3)
    await chat.say(ANA, "/rejection some words")
    assert (await chat.last(ANA)).text == f"{TOO_LATE}\nsome words"
    assert len(chat.fake.traffic.of(OPEN_VIEW)) == 1, "its trigger does not wait"


@pytest.mark.faults
async def test_a_receipt_is_thrown_away_also_without_slacks_address_for_it(
    chat: SlackChat,
) -> None:
    await shared(chat)
    (receipt,) = await chat.inbox(ANA)
    private = len(await chat.private(ANA))
    chat.fake.faults.answer(HOOK, status=500, body="oops", times=None)
    await chat.press(ANA, "Throw this receipt away", receipt)
    (thrown,) = await chat.inbox(ANA)
    assert thrown.id == receipt.id
    assert thrown.text != receipt.text
    assert "Throw this receipt away" not in thrown.buttons
    assert len(await chat.private(ANA)) == private


async def test_direct_messages_of_several_are_opened_at_the_same_time_and_each_once(
    chat: SlackChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = await chat.app.workspaces.of(chat.workspace.id)
    assert workspace is not None
    opens, asked, all_asked = workspace.sender.conversations_open, [], asyncio.Event()

    async def held(**more: Any) -> Any:
        asked.append(more)
        if len(asked) == 3:
            all_asked.set()
        async with asyncio.timeout(5):
            await all_asked.wait()
        return await opens(**more)

    monkeypatch.setattr(workspace.sender, "conversations_open", held)
    people = [chat.person(who) for who in (ANA, BEN, ANA, HANA, ANA)]
    doors = chat.app.platform.doors
    found = await asyncio.gather(*(doors.channel(workspace, one) for one in people))
    assert len(set(found)) == 3
    assert len({found[0], found[2], found[4]}) == 1
    assert len(chat.fake.traffic.of(OPEN_DM)) == 3
