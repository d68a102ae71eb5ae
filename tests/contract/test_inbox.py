"""A closed inbox: nothing is lost, and only the member can read what waits."""

from __future__ import annotations

import json
from datetime import timedelta

from tests.contract.chat import ANA, BEN, HANA, Chat, Seen
from tests.contract.steps import TYPED, everything_private, replied, shared


async def page(chat: Chat, who: str) -> Seen:
    """Return somebody's page."""
    await chat.say(who, "/comeback")
    return await chat.last(who)


async def read(chat: Chat, who: str) -> list[Seen]:
    """Return what somebody is shown when they read what waits; the last is about the inbox."""
    before = len(await chat.private(who))
    await chat.press(who, "Read ")
    return (await chat.private(who))[before:]


async def test_a_receipt_waits_on_the_page_and_its_buttons_work(chat: Chat) -> None:
    await chat.close_inbox(ANA)
    await shared(chat)
    assert await chat.inbox(ANA) == []
    await chat.restart()
    assert "One message could not reach your inbox." in (await page(chat, ANA)).text
    receipt, about = await read(chat, ANA)
    assert receipt.private
    assert "Your receipt" in receipt.text
    assert receipt.buttons[:2] == ("Close it", "Delete it")
    assert "To let me in" in about.text
    assert about.buttons == ("Try my inbox again",)
    await chat.press(ANA, "Delete it", on=receipt)
    await chat.press(ANA, "Yes, delete it")
    await chat.settle()
    assert "Removed by its author." in (await chat.room(BEN))[0].text


async def test_what_was_read_is_not_shown_again(chat: Chat) -> None:
    await chat.close_inbox(ANA)
    await shared(chat)
    await page(chat, ANA)
    await read(chat, ANA)
    assert "I can't write to your inbox here." in (await page(chat, ANA)).text
    before = len(await chat.private(ANA))
    await chat.press(ANA, "About your inbox")
    (about,) = (await chat.private(ANA))[before:]
    assert "waits on your page" in about.text
    await chat.press(ANA, "Try my inbox again")
    await chat.open_inbox(ANA)
    await chat.settle()
    assert await chat.inbox(ANA) == []
    assert "inbox" not in (await page(chat, ANA)).text


async def test_news_is_gathered_and_told_once_while_the_inbox_is_closed(chat: Chat) -> None:
    await shared(chat)
    await chat.close_inbox(ANA)
    await replied(chat, "Ben was here.")
    await chat.pass_time(timedelta(hours=1))
    await replied(chat, "Hana as well.", who=HANA)
    await chat.pass_time(timedelta(hours=1))
    assert "2 messages could not reach your inbox." in (await page(chat, ANA)).text
    first, second, about = await read(chat, ANA)
    assert "Ben was here." in first.text
    assert "Ben was here." not in second.text
    assert "Hana as well." in second.text
    assert "shown once" in about.text
    await chat.press(ANA, "Say thanks", on=first)
    await chat.settle()
    assert "Ben was here." in (await chat.inbox(BEN))[-1].text
    assert len(await chat.inbox(ANA)) == 1


async def test_another_try_reaches_an_inbox_that_is_open_again(chat: Chat) -> None:
    await chat.close_inbox(ANA)
    await shared(chat)
    await page(chat, ANA)
    about = (await read(chat, ANA))[-1]
    await shared(chat, happened="The second one.")
    await chat.press(ANA, "Try my inbox again", on=about)
    assert "I'm trying." in (await everything_private(chat, ANA))
    await chat.settle()
    assert await chat.inbox(ANA) == []
    assert "One message could not reach your inbox." in (await page(chat, ANA)).text
    await chat.open_inbox(ANA)
    await chat.pass_time(timedelta(hours=2))
    assert await chat.inbox(ANA) == [], "nobody asked for another try"
    await shared(chat, happened="The third one.")
    assert await chat.inbox(ANA) == []
    await page(chat, ANA)
    await read(chat, ANA)
    await chat.press(ANA, "Try my inbox again")
    await shared(chat, happened="The fourth one.")
    (receipt,) = await chat.inbox(ANA)
    assert "Your receipt" in receipt.text
    assert "inbox" not in (await page(chat, ANA)).text
    await chat.press(ANA, "Close it", on=receipt)
    assert "It is closed." in (await everything_private(chat, ANA))


async def test_another_try_can_be_asked_for_after_reading(chat: Chat) -> None:
    await chat.close_inbox(ANA)
    for number in range(7):
        await shared(chat, happened=f"No number {number}.")
    assert "7 messages" in (await page(chat, ANA)).text
    *receipts, about = await read(chat, ANA)
    assert len(receipts) == 5
    assert about.buttons == ("The next 2", "Try my inbox again")
    assert "2 more messages wait." in about.text
    await chat.open_inbox(ANA)
    await chat.press(ANA, "Try my inbox again")
    await chat.settle()
    assert len(await chat.inbox(ANA)) == 2
    assert "inbox" not in (await page(chat, ANA)).text


async def test_many_messages_come_five_at_once_in_order(chat: Chat) -> None:
    await shared(chat)
    await chat.close_inbox(ANA)
    for number in range(6):
        await replied(chat, f"Reply number {number}.")
        await chat.pass_time(timedelta(hours=1))
    await page(chat, ANA)
    first = await read(chat, ANA)
    before = len(await chat.private(ANA))
    await chat.press(ANA, "The next one")
    second = (await chat.private(ANA))[before:]
    told = [seen.text for seen in (*first[:-1], *second[:-1])]
    assert len(told) == 6
    for number, text in enumerate(told):
        assert f"Reply number {number}." in text


async def test_nobody_else_reaches_what_waits(chat: Chat) -> None:
    await chat.close_inbox(ANA)
    await shared(chat)
    assert "inbox" not in (await page(chat, BEN)).text
    await chat.guess(BEN, "inbox.read")
    await chat.guess(BEN, "inbox.try_again")
    await chat.settle()
    assert "Your receipt" not in "".join(seen.text for seen in await chat.private(BEN))
    assert "One message could not reach your inbox." in (await page(chat, ANA)).text


async def test_one_closed_inbox_is_nobody_elses(chat: Chat) -> None:
    await chat.close_inbox(ANA)
    await shared(chat)
    await chat.say(BEN, "/rejection")
    await chat.submit(BEN, **TYPED)
    await chat.press(BEN, "Post now")
    await chat.settle()
    assert "Your receipt" in (await chat.inbox(BEN))[0].text


async def test_the_file_says_what_waits_and_forgetting_takes_it(chat: Chat) -> None:
    await chat.close_inbox(ANA)
    await shared(chat)
    held = await _file(chat)
    assert held["inbox_closed"] is True
    (words,) = held["waiting"]
    assert "Your receipt" in words
    await chat.say(ANA, "/privacy forget")
    await chat.press(ANA, "Yes, forget me")
    await chat.settle()
    assert not any((await _file(chat)).values())
    assert "inbox" not in (await page(chat, ANA)).text


async def test_after_the_retention_nothing_waits_any_more(chat: Chat) -> None:
    await chat.close_inbox(ANA)
    await shared(chat)
    waits = await page(chat, ANA)
    await chat.pass_time(timedelta(days=31))
    await chat.press(ANA, "Read it here", on=waits)
    assert "Nothing waits for you here." in (await chat.last(ANA)).text
    assert "inbox" not in (await page(chat, ANA)).text


async def _file(chat: Chat) -> dict[str, list[str]]:
    await chat.say(ANA, "/privacy file")
    given = (await chat.last(ANA)).file
    assert given is not None
    return dict(json.loads(given[1]))


async def test_what_was_taken_back_is_not_read_later(chat: Chat) -> None:
    await shared(chat)
    await chat.close_inbox(ANA)
    await replied(chat, "This one is taken back.")
    await replied(chat, "This one stays.", who=HANA)
    await chat.pass_time(timedelta(hours=1))
    await chat.press(BEN, "Take it back")
    await chat.say(ANA, "/comeback")
    await chat.press(ANA, "Read")
    read = await everything_private(chat, ANA)
    assert "This one stays." in read
    assert "This one is taken back." not in read
