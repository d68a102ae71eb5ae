"""Your page, who can see what, everything as a file, and forget me."""

from __future__ import annotations

import json
from datetime import timedelta

from tests.contract.chat import ANA, BEN, HANA, Chat
from tests.contract.steps import TYPED, replied, shared


async def test_the_page_shows_what_is_open_and_a_button_for_everything(chat: Chat) -> None:
    await chat.say(ANA, "/comeback")
    page = await chat.last(ANA)
    assert page.private
    assert "Nothing is open" in page.text
    assert page.buttons == (
        "Share a rejection",
        "Weekly check-in",
        "Draft a reply",
        "Who can see what",
    )
    await chat.press(ANA, "Share a rejection")
    await chat.submit(ANA, **TYPED)
    await chat.say(ANA, "/comeback")
    assert "you have not posted" in (await chat.last(ANA)).text
    await chat.press(ANA, "Look at it")
    await chat.press(ANA, "Post now")
    await chat.settle()
    await chat.say(ANA, "/comeback")
    page = await chat.last(ANA)
    assert "with 0 nods" in page.text
    await chat.press(ANA, "Your share")
    assert (await chat.last(ANA)).buttons == ("Close it", "Delete it")
    await chat.say(BEN, "/comeback")
    assert "Nothing is open" in (await chat.last(BEN)).text


async def test_who_can_see_what_is_said_from_the_settings(chat: Chat) -> None:
    await chat.say(ANA, "/privacy")
    page = await chat.last(ANA)
    assert page.private
    assert "for 30 full days" in page.text
    assert f"{chat.readers} people read the room" in page.text


async def test_everything_comes_as_a_file(chat: Chat) -> None:
    await shared(chat)
    await replied(chat, "Ben was here.")
    await chat.press(BEN, "I've been there")
    await chat.say(BEN, "/privacy file")
    given = (await chat.last(BEN)).file
    assert given is not None
    name, content = given
    held = json.loads(content)
    assert name == "comeback.json"
    assert held["replies"][0]["words"] == "Ben was here."
    assert held["nods"][0]["nod"] == "been"
    assert held["shares"] == []
    await chat.say(ANA, "/privacy file")
    given = (await chat.last(ANA)).file
    assert given is not None
    assert json.loads(given[1])["shares"][0]["happened"] == TYPED["happened"]


async def test_forget_me_asks_and_then_forgets(chat: Chat) -> None:
    await shared(chat)
    await replied(chat, "Ben was here.")
    await chat.press(BEN, "♥ You are not alone")
    await chat.settle()
    await chat.say(BEN, "/privacy forget")
    await chat.press(BEN, "No, leave it")
    assert "as it was" in (await chat.last(BEN)).text
    await chat.say(BEN, "/privacy forget")
    await chat.press(BEN, "Yes, forget me")
    await chat.settle()
    post, reply = await chat.room(HANA)
    assert "Removed by its writer." in reply.text
    assert post.buttons[0] == "♥ You are not alone"
    await chat.say(BEN, "/privacy file")
    given = (await chat.last(BEN)).file
    assert given is not None
    assert not any(json.loads(given[1]).values())


async def test_forget_me_takes_shares_drafts_and_what_is_on_its_way(chat: Chat) -> None:
    await shared(chat)
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **TYPED | {"happened": "A draft."})
    await replied(chat)
    await chat.say(ANA, "/privacy forget")
    await chat.press(ANA, "Yes, forget me")
    await chat.settle()
    assert "Removed by its author." in (await chat.room(HANA))[0].text
    before = len(await chat.inbox(ANA))
    await chat.pass_time(timedelta(hours=1))
    assert len(await chat.inbox(ANA)) == before
    await chat.say(ANA, "/comeback")
    assert "Nothing is open" in (await chat.last(ANA)).text
