"""A canary: somebody whose id and words must turn up nowhere but where they put them.

They go through every flow there is; a new flow is added to ``every_flow``. Then everything that
left the bot, everything that was logged at DEBUG and everything in the database is searched.
"""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.store.schema import metadata
from bot.store.tables import closed_inboxes
from tests.contract.chat import ANA, BEN, HANA, Chat
from tests.contract.memory import MemoryChat, person
from tests.contract.steps import TYPED, a_share_id, replied, shared

ZONE = "Asia/Thimphu"
"""Where the canary is: with everybody's profiles, a zone alone would name them."""

WORDS = "canarywords"
"""In everything the canary types, and never asked to be public but in posts."""

LETTER = f"""From: Quentin Zimmerli <quentin@zanzibartex.example>
Subject: Your application as {WORDS}
Message-ID: <{WORDS}@zanzibartex.example>

Dear {WORDS} Pereira,

thank you for interviewing with us for the role of Canary Keeper at Zanzibartex. We have decided to
move forward with another candidate.

Kind regards,
Quentin Zimmerli
Zanzibartex Ltd
"""

NAMED = ("Zimmerli", "Quentin", "anzibartex", "Zebulon", "Quist", "Pereira")
"""Whom the canary's letter names, and whom the canary met."""


@pytest.fixture
async def chat(database_url: str, tmp_path: Path) -> AsyncIterator[MemoryChat]:
    """Give the transcript platform on either database."""
    chat = await MemoryChat.start(database_url, tmp_path)
    yield chat
    await chat.close()


async def every_flow(chat: Chat) -> None:
    """Let Ana, the canary, do all that a member can do."""
    await chat.say(ANA, "/comeback")
    await chat.say(ANA, "/privacy")
    await chat.say(ANA, "/support set-up")
    await chat.say(ANA, f"/nonsense {WORDS}")
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **TYPED | {"happened": ""})
    await chat.press(ANA, "Try again")
    await chat.submit(ANA, happened=f"{WORDS} mail {WORDS}@example.org")
    await chat.press(ANA, "Keep the e-mail")
    await chat.press(ANA, "Take the e-mail out again")
    await chat.press(ANA, "Change it")
    await chat.submit(ANA, feeling=f"{WORDS} too")
    await chat.press(ANA, "Post now")
    await chat.settle()
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **TYPED | {"happened": f"{WORDS} again"})
    await chat.press(ANA, "Post some time")
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **TYPED | {"happened": f"{WORDS} never"})
    await chat.press(ANA, "Cancel")
    await replied(chat)
    await chat.press(HANA, "♥ You are not alone")
    await chat.pass_time(timedelta(hours=1))
    await chat.press(ANA, "Say thanks")
    await chat.press(ANA, "Answer as the author")
    await chat.submit(ANA, words=f"{WORDS} thank you")
    await chat.settle()
    await _as_a_peer(chat)
    await _from_their_page(chat)
    await _with_a_closed_inbox(chat)
    await chat.say(ANA, "/privacy file")
    await chat.press(ANA, "Throw this receipt away")
    await chat.press(ANA, "Close it")
    await chat.settle()
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **TYPED | {"happened": f"{WORDS} a draft that stays"})
    await chat.settle()
    await _checking_in(chat)
    await answering(chat)


async def answering(chat: Chat) -> None:
    """Let the canary answer a letter in every way and ask peers."""
    await chat.say(ANA, "/draft")
    await chat.submit(ANA, letter="too short", company=f"{WORDS} inc")
    await chat.say(ANA, f"/draft {WORDS} typed after the command")
    await chat.submit(ANA, company=f"{WORDS} and Zanzibartex")
    await chat.say(ANA, "/draft")
    await chat.submit(ANA, letter=LETTER)
    for label in ("Plainer", "More formal", "Shorter", "Warmer", "Ask for feedback"):
        await chat.press(ANA, label)
    await chat.press(ANA, "Correct it")
    await chat.submit(ANA, signature=f"{WORDS} Pereira")
    await chat.press(ANA, "Add a moment")
    await chat.submit(ANA, people="Zebulon Quist", when="on Tuesday", moment=f"{WORDS} planning")
    await chat.press(ANA, "Check it")
    await chat.press(ANA, "As a file")
    await chat.press(ANA, "Remind me in 3 months")
    await chat.press(ANA, "Ask peers")
    await chat.press(ANA, "Post now")
    await chat.settle()
    await replied(chat, "Shorter, perhaps.")
    await chat.pass_time(timedelta(days=1))
    await chat.press(ANA, "Edit")
    await chat.submit(ANA, text=f"I demand an answer, {WORDS} Zimmerli.")
    await chat.press(ANA, "Check it")
    await chat.say(ANA, "/draft")
    await chat.submit(ANA, letter="")
    await chat.press(ANA, "Check a text of mine")
    await chat.submit(
        ANA, text=f"Dear Zimmerli, you idiots at Zanzibartex. {WORDS}", letter=LETTER
    )
    await chat.press(ANA, "Delete")
    await chat.press(ANA, "Yes, delete it")


async def keeping_in_touch(chat: Chat) -> None:
    """Let the canary be reminded of a letter."""
    await chat.pass_time(timedelta(days=100))
    await chat.press(ANA, "Show the draft")
    await chat.press(ANA, "Add what I did since")
    await chat.submit(ANA, since=f"{WORDS} since")


async def _checking_in(chat: Chat) -> None:
    """Let the canary check in by themselves, mistype, look back, and rest."""
    await chat.say(ANA, "/checkin")
    await chat.press(ANA, "Join")
    await chat.submit(ANA, day="wed", time="10:37", city=ZONE, goes_to="digest")
    await chat.pass_time(timedelta(days=3))
    await chat.press(ANA, "Check in")
    await chat.submit(ANA, mood="one", went_well=f"{WORDS} at {WORDS}.org", goal=f"{WORDS} goal")
    await chat.press(ANA, "Count what you did")
    await chat.submit(ANA, applications=f"{WORDS} many")
    await chat.press(ANA, "Try again")
    await chat.submit(ANA, applications="3")
    await chat.press(ANA, "Tell my win")
    await chat.say(ANA, "/checkin")
    await chat.press(ANA, "History")
    await chat.press(ANA, "Pause or holidays")
    await chat.submit(ANA, last=WORDS)
    await chat.press(ANA, "Try again")
    await chat.submit(ANA, last="2027-03-01")
    await chat.pass_time(timedelta(days=2))


async def with_a_buddy(chat: Chat) -> None:
    """Let the canary have a buddy, exclude somebody, share a week, write, and leave."""
    for who, city in ((ANA, ZONE), (BEN, "Lisbon")):
        await chat.say(who, "/checkin")
        await chat.press(who, "Join")
        await chat.submit(who, day="wed", time="10:37", city=city, goes_to="buddy")
    await chat.say(ANA, "/checkin")
    await chat.press(ANA, "Buddy or pod")
    await chat.press(ANA, "Never with")
    await chat.press(ANA, "Add somebody")
    await chat.submit(ANA, person=HANA)
    await chat.pass_time(timedelta(days=7))
    await chat.pass_time(timedelta(days=3))
    await chat.press(ANA, "Check in")
    await chat.submit(ANA, mood="two", went_well=f"{WORDS} shared", goal=f"{WORDS} goal")
    await chat.pass_time(timedelta(days=2))
    await chat.press(ANA, "Write to them")
    await chat.submit(ANA, words=f"{WORDS} to a buddy")
    await chat.press(ANA, "Leave this circle")
    await chat.press(ANA, "Leave")
    await chat.settle()


async def _from_their_page(chat: Chat) -> None:
    """Let the canary look at what is theirs, think twice, and write to what is closed."""
    await chat.say(ANA, f"/rejection {WORDS} after the command")
    await chat.submit(ANA, stage="silence", need="ideas")
    await chat.say(ANA, "/comeback")
    await chat.press(ANA, "Look at it")
    await chat.press(ANA, "Your share")
    await chat.press(ANA, "Delete it")
    await chat.press(ANA, "No, keep it")
    await chat.say(ANA, "/comeback")
    await chat.press(ANA, "Your reply")
    posts = [seen for seen in await chat.room(ANA) if "I've been there" in seen.buttons]
    await chat.press(ANA, "Write to them", on=posts[-1])
    await chat.press(BEN, "Close it")
    await chat.submit(ANA, words=f"{WORDS} too late")
    await chat.press(ANA, "Try again")
    await chat.settle()


async def _with_a_closed_inbox(chat: Chat) -> None:
    """Let the canary read on their page what could not reach them, and try again until it does."""
    await chat.close_inbox(ANA)
    await shared(chat, happened=f"{WORDS} with a closed inbox")
    await chat.say(ANA, "/privacy file")
    await chat.say(ANA, "/comeback")
    await chat.press(ANA, "Read it here")
    about = await chat.last(ANA)
    await replied(chat)
    await chat.pass_time(timedelta(hours=1))
    await chat.press(ANA, "Try my inbox again", on=about)
    await chat.settle()
    await chat.open_inbox(ANA)
    await chat.say(ANA, "/comeback")
    await chat.press(ANA, "Read it here")
    await chat.press(ANA, "Try my inbox again")
    await chat.settle()


async def _as_a_peer(chat: Chat) -> None:
    """Let the canary nod and write under somebody else's share."""
    await chat.say(BEN, "/rejection")
    await chat.submit(BEN, **TYPED)
    await chat.press(BEN, "Post now")
    await chat.settle()
    posts = [seen for seen in await chat.room(ANA) if "I've been there" in seen.buttons]
    await chat.press(ANA, "I've been there", on=posts[-1])
    await chat.press(ANA, "I've been there", on=posts[-1])
    await chat.press(ANA, "Take it back")
    await chat.press(ANA, "♥ You are not alone", on=posts[-1])
    await chat.press(ANA, "Write to them", on=posts[-1])
    await chat.submit(ANA, words=f"{WORDS} see https://{WORDS}.example.org")
    await chat.press(ANA, "Send it like this")
    await chat.press(ANA, "Write to them", on=posts[-1])
    await chat.submit(ANA, words=f"{WORDS} under a pseudonym")
    await chat.press(ANA, "Take it back")
    await chat.pass_time(timedelta(hours=1))


async def _database(chat: MemoryChat, tmp_path: Path) -> bytes:
    """Return all the bytes of the database, and of the files beside it."""
    found: list[bytes] = [path.read_bytes() for path in tmp_path.iterdir() if path.is_file()]
    async with chat.house.store.reading() as db:
        for table in metadata.sorted_tables:
            for row in (await db.execute(select(table))).all():
                found += [
                    value if isinstance(value, bytes) else str(value).encode() for value in row
                ]
    return b"\n".join(found)


async def test_the_canary_is_nowhere_but_where_it_sang(
    chat: MemoryChat, tmp_path: Path, log_lines: io.StringIO
) -> None:
    await every_flow(chat)
    member = await chat.platform.member(person(ANA))
    secrets = [person(ANA), member.id]
    for message in chat.platform.messages:
        calls = " ".join(button.call for button in message.card.buttons)
        assert not any(secret in calls for secret in [*secrets, WORDS])
        if message.to != person(ANA):
            words = repr(message.card)
            assert not any(secret in words for secret in secrets)
    stored = await _database(chat, tmp_path)
    logged = log_lines.getvalue()
    assert "delivery.sent" in logged
    for secret in [*secrets, WORDS, TYPED["happened"], ZONE, "Thimphu"]:
        assert secret.encode() not in stored, secret
        assert secret not in logged


async def test_a_buddy_learns_a_name_and_the_database_does_not(
    chat: MemoryChat, tmp_path: Path, log_lines: io.StringIO
) -> None:
    await with_a_buddy(chat)
    members = [await chat.platform.member(person(who)) for who in (ANA, BEN, HANA)]
    secrets = [one for who in (ANA, BEN, HANA) for one in (person(who), "Thimphu")]
    secrets += [member.id for member in members]
    for message in chat.platform.messages:
        calls = " ".join(button.call for button in message.card.buttons)
        assert not any(secret in calls for secret in [*secrets, WORDS])
        told = f"{message.card.title}{message.card.text}{message.card.note}"
        assert not any(person(who) in told for who in (ANA, BEN, HANA)), "a mention is a quote's"
        assert message.to in (None, person(ANA), person(BEN))
        if message.to == person(BEN):
            assert HANA not in repr(message.card), "nobody learns whom somebody excludes"
    stored, logged = await _database(chat, tmp_path), log_lines.getvalue()
    for secret in [*secrets, WORDS]:
        assert secret.encode() not in stored, secret
        assert secret not in logged, secret


async def test_a_letter_stays_with_whom_it_was_written_to(
    chat: MemoryChat, tmp_path: Path, log_lines: io.StringIO
) -> None:
    await answering(chat)
    await keeping_in_touch(chat)
    member = await chat.platform.member(person(ANA))
    for message in chat.platform.messages:
        calls = " ".join(button.call for button in message.card.buttons)
        assert not any(secret in calls for secret in (*NAMED, WORDS))
        # Not even in a direct message, which a workspace's owner can export.
        own = message.ephemeral and message.to == person(ANA)
        assert own or not any(name in f"{message.card}" for name in NAMED)
    stored, logged = await _database(chat, tmp_path), log_lines.getvalue()
    for secret in (*NAMED, WORDS, "Canary Keeper", person(ANA), member.id):
        assert secret.encode() not in stored, secret
        assert secret not in logged, secret


async def test_while_an_inbox_is_closed_only_its_note_holds_a_keyed_hash(
    chat: MemoryChat, log_lines: io.StringIO
) -> None:
    await chat.close_inbox(ANA)
    await shared(chat, happened=f"{WORDS} with a closed inbox")
    await replied(chat)
    await chat.pass_time(timedelta(hours=1))
    member = await chat.platform.member(person(ANA))
    async with chat.house.store.reading() as db:
        assert (await db.execute(select(closed_inboxes))).all()
        for table in metadata.sorted_tables:
            for row in (await db.execute(select(table))).all():
                text = repr(tuple(row))
                assert member.id not in text
                assert person(ANA) not in text
                assert WORDS not in text
    assert not any(secret in log_lines.getvalue() for secret in (member.id, person(ANA), WORDS))


async def test_deleting_leaves_nothing_that_could_be_opened(
    chat: MemoryChat, tmp_path: Path
) -> None:
    await every_flow(chat)
    await chat.say(ANA, "/privacy forget")
    await chat.press(ANA, "Yes, forget me")
    await chat.settle()
    assert await chat.bot.records.shares.of(await chat.platform.member(person(ANA))) == []
    for seen in await chat.room(BEN):
        assert WORDS not in seen.text
    assert WORDS.encode() not in await _database(chat, tmp_path)


@pytest.mark.faults
@pytest.mark.parametrize(
    "broken",
    ["shares.get", "shares.draft", "replies.add", "nods.set", "posts.add", "receipts.add"],
)
async def test_a_fault_says_nothing_of_whom_or_what_it_hit(
    chat: MemoryChat, log_lines: io.StringIO, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    await shared(chat, happened=WORDS)
    record, _, method = broken.partition(".")

    async def fail(*args: Any, **more: Any) -> None:
        raise ValueError(f"{args} {more} {WORDS} {person(ANA)}")

    monkeypatch.setattr(getattr(chat.bot.records, record), method, fail)
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **TYPED | {"happened": WORDS})
    for label in ("Post now", "Keep the link", "Try again"):
        try:
            await chat.press(ANA, label)
        except LookupError:
            continue
    await chat.press(BEN, "I've been there")
    await chat.guess(BEN, f"reply.send:{await a_share_id(chat)}", words=WORDS, sign="pseudonym")
    await chat.press(ANA, "Delete it")
    await chat.guess(ANA, "share.delete_now:nothing")
    await chat.settle()
    logged = log_lines.getvalue()
    assert "ValueError" in logged
    assert WORDS not in logged
    assert "canary-" not in logged


async def test_the_thief_of_the_database_cannot_tell_who_nodded_or_wrote(
    chat: MemoryChat,
) -> None:
    """With every member's id and all rows, but not the root key, nothing matches."""
    await every_flow(chat)
    members = [await chat.platform.member(person(who)) for who in (ANA, BEN, HANA)]
    async with chat.house.store.reading() as db:
        for table in metadata.sorted_tables:
            for row in (await db.execute(select(table))).all():
                for value in row:
                    for member in members:
                        raw = value if isinstance(value, bytes) else str(value).encode()
                        assert member.id.encode() not in raw
                        assert member.envelope not in raw
