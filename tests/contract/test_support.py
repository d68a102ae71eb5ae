"""Setting up: who may, what is kept, what is said of what is missing."""

from __future__ import annotations

from tests.contract.chat import ANA, MO, Chat
from tests.contract.steps import everything_private, shared


async def test_who_manages_the_space_chooses_its_rooms(chat: Chat) -> None:
    await chat.say(MO, "/support set-up")
    form = await chat.form(MO)
    assert form is not None
    assert form.title == "Set up Comeback"
    await chat.submit(MO, support="support", moderators="moderators", digest="")
    checked = (await chat.last(MO)).text
    assert checked.startswith("Ready")
    assert "The moderators' room" in checked
    assert "digest" not in checked
    await shared(chat)
    assert len(await chat.room(ANA)) == 1


async def test_the_form_begins_with_what_was_chosen(chat: Chat) -> None:
    await chat.say(MO, "/support set-up")
    await chat.submit(MO, support="support", moderators="moderators", digest="support")
    await chat.press(MO, "Choose other rooms")
    form = await chat.form(MO)
    assert form is not None
    assert form.values["support"]
    assert form.values["digest"] == form.values["support"] != form.values["moderators"]
    await chat.submit(MO)
    assert (await chat.last(MO)).text.startswith("Ready")
    await chat.press(MO, "Check again")
    assert (await chat.last(MO)).text.startswith("Ready")


async def test_nobody_else_can(chat: Chat) -> None:
    await chat.say(ANA, "/support set-up")
    assert await chat.form(ANA) is None
    assert "whoever manages this space" in (await chat.last(ANA)).text
    await chat.guess(ANA, "support.take", support="support", moderators="moderators", digest="")
    assert "whoever manages this space" in await everything_private(chat, ANA)
    await chat.guess(ANA, "support.check")
    assert "has all I need" not in await everything_private(chat, ANA)


async def test_moderators_have_a_room_of_their_own(chat: Chat) -> None:
    await chat.say(MO, "/support set-up")
    await chat.submit(MO, support="support", moderators="support", digest="")
    assert "a room of their own" in await everything_private(chat, MO)
    if not chat.inline:
        await chat.press(MO, "Try again")
    await chat.submit(MO, moderators="moderators")
    assert (await chat.last(MO)).text.startswith("Ready")


async def test_shares_go_where_the_room_is_now(chat: Chat) -> None:
    await chat.say(MO, "/support set-up")
    await chat.submit(MO, support="moderators", moderators="support", digest="")
    await shared(chat)
    assert await chat.room(MO, "moderators")
    assert not await chat.room(MO, "support")


async def test_a_channel_that_is_not_there_is_not_chosen(chat: Chat) -> None:
    await chat.say(MO, "/support set-up")
    await chat.submit(MO, support="support", moderators="moderators", digest="")
    await chat.guess(MO, "support.take", support="nowhere", moderators="moderators", digest="")
    await chat.say(MO, "/support set-up")
    form = await chat.form(MO)
    assert form is not None
    assert form.values["support"]
    await chat.submit(MO)
    assert (await chat.last(MO)).text.startswith("Ready")
