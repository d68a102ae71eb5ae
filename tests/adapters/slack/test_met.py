"""A post whose answer was lost on the way is met again when somebody presses something on it."""

from __future__ import annotations

import pytest

from tests.adapters.slack.tools import POST, states
from tests.contract.chat import ANA, BEN, HANA
from tests.contract.slack import SlackChat
from tests.contract.steps import replied, shared

pytestmark = pytest.mark.faults


async def lost(chat: SlackChat) -> None:
    """Let Ana share a rejection; it stands in the room, and the bot does not know where."""
    chat.fake.faults.lose(POST, channel=chat.support["id"])
    await shared(chat)
    chat.house.clock.move(chat.bot.waits.nods)
    await chat.settle()
    assert (await states(chat))["unsure"] == 1
    assert len(await chat.room(BEN)) == 1


async def test_a_nod_is_counted_on_it_and_its_author_can_delete_it(chat: SlackChat) -> None:
    await lost(chat)
    await chat.press(BEN, "♥ You are not alone")
    await chat.settle()
    (post,) = await chat.room(HANA)
    assert "♥ You are not alone · 1" in post.buttons
    await chat.press(ANA, "Delete it")
    await chat.press(ANA, "Yes, delete")
    await chat.settle()
    assert "Removed by its author." in (await chat.room(HANA))[0].text


async def test_what_was_deleted_meanwhile_goes_when_somebody_presses(chat: SlackChat) -> None:
    await lost(chat)
    await chat.press(ANA, "Delete it")
    await chat.press(ANA, "Yes, delete")
    await chat.settle()
    assert "Removed" not in (await chat.room(HANA))[0].text
    await chat.press(HANA, "I've been there")
    await chat.settle()
    assert "Removed by its author." in (await chat.room(HANA))[0].text


async def test_it_can_be_written_to_by_its_menu(chat: SlackChat) -> None:
    await lost(chat)
    (post,) = await chat.room(BEN)
    await chat.shortcut(BEN, "Write to them", on=post)
    await chat.submit(BEN, words="With you.", sign="pseudonym")
    await chat.settle()
    post, reply = await chat.room(HANA)
    assert reply.under == post.id
    assert "With you." in reply.text


async def test_what_says_a_post_is_another_text_each_time_and_no_person(chat: SlackChat) -> None:
    await shared(chat)
    first = chat.people[BEN].messages(chat.support)[0].blocks[0]["block_id"]
    await chat.press(BEN, "♥ You are not alone")
    await chat.settle()
    await replied(chat)
    second = chat.people[BEN].messages(chat.support)[0].blocks[0]["block_id"]
    assert first != second
    assert first.split(".")[:2] == second.split(".")[:2]
    for block_id in (first, second):
        assert all(person.id not in block_id for person in chat.people.values())
