"""A closed inbox: noted once, tried once, and what is for it waits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Row, select

from bot.identity import Address
from bot.platform import Event, Target, TryLater
from bot.retention import sweep
from bot.store.tables import closed_inboxes
from bot.ui import Card
from bot.words import Ours, plain
from tests.delivery.test_outbox import HELLO, Post
from tests.houses import open_house


class Office(Post):
    """A post with a second process, and somebody whose inbox is closed."""

    other: Post
    tries = 0

    async def notes(self) -> list[Row[Any]]:
        """Return who is noted."""
        async with self.house.store.reading() as db:
            return list((await db.execute(select(closed_inboxes))).all())

    async def states(self) -> list[str]:
        """Return the states of all rows."""
        return sorted(row.state for row in await self.rows())

    async def waiting(self, who: str = "ana") -> list[str]:
        """Return what waits for somebody, in order."""
        found = await self.bot.inboxes.waiting(await self.member(who))
        return [plain(message.card.text) for message in found]

    async def tell(self, *texts: str, who: str = "ana") -> None:
        """Write messages, each a second after the one before."""
        for text in texts:
            await self.bot.tell(await self.member(who), Card(text=Ours(text)))
            self.house.clock.move(timedelta(seconds=1))


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    """Give two processes on one database and one platform; Ana's inbox is closed."""
    office, other = [Office(*await open_house(database_url, tmp_path)) for _ in range(2)]
    office.other = other
    office.platform.closed_inboxes = other.platform.closed_inboxes = {"ana"}
    other.platform.messages = office.platform.messages
    for post in (office, other):
        _counted(office, post)
    yield office
    await other.house.close()
    await office.house.close()


def _counted(office: Office, post: Post) -> None:
    """Count every try to send."""
    send = post.platform.send

    async def counting(target: Target, card: Card, nonce: str) -> str:
        office.tries += 1
        return await send(target, card, nonce)

    post.platform.send = counting  # type: ignore[method-assign]  # a counter around it


async def test_it_is_noted_and_the_message_waits_sealed(office: Office) -> None:
    await office.tell("Hello")
    await office.deliver()
    (row,), (note,) = await office.rows(), await office.notes()
    ana = await office.member()
    assert (note.tag, note.space_id) == (office.house.identity.inbox_tag(ana), ana.space.id)
    assert note.day == office.house.clock.today()
    assert (row.state, row.lease_owner, row.lease_until, row.batch) == ("held", None, None, None)
    assert row.due.time() == time(0), "a row that stays tells no time"
    assert b"Hello" not in row.card
    assert b"ana" not in row.recipient
    assert await office.waiting() == ["Hello"]


async def test_it_is_tried_once_however_much_comes(office: Office) -> None:
    await office.tell(*(f"{number}" for number in range(20)))
    await office.deliver()
    await office.tell("one more")
    office.house.clock.move(timedelta(days=2))
    await office.deliver()
    assert office.tries == 1
    assert await office.waiting() == [*(f"{number}" for number in range(20)), "one more"]


async def test_others_are_reached_meanwhile(office: Office) -> None:
    await office.tell("for Ana")
    await office.tell("for Ben", who="ben")
    await office.deliver()
    assert office.said() == ["for Ben"]
    assert await office.waiting("ben") == []


async def test_what_is_drawn_for_it_is_drawn_once(office: Office) -> None:
    await office.tell("Hello")
    await office.deliver()
    office.drawings.cards = [Card(text=Ours("News")), None]
    for _ in range(2):
        drawing = office.drawings.drawing(office.drawings.next)
        await office.bot.tell(await office.member(), drawing, batch="news")
        await office.deliver()
        office.house.clock.move(timedelta(minutes=1))
    assert office.drawings.cards == []
    assert await office.waiting() == ["Hello", "News"]
    assert all(row.drawing is None for row in await office.rows())


@pytest.mark.faults
async def test_a_drawing_that_fails_before_it_is_held_tells_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    await office.tell("Hello")
    await office.deliver()
    hold = office.house.inboxes.hold

    async def stopped(*args: Any) -> bool:
        await hold(*args)
        raise ConnectionResetError

    with monkeypatch.context() as crash:
        crash.setattr(office.house.inboxes, "hold", stopped)
        await office.tell("News")
        await office.deliver()
    assert await office.states() == ["held", "pending"]
    office.house.clock.move(timedelta(minutes=5))
    await office.deliver()
    assert await office.waiting() == ["Hello", "News"]


async def test_a_key_stays_taken_while_it_waits_and_after(office: Office) -> None:
    ana = await office.member()
    await office.bot.tell(ana, HELLO, key="week")
    await office.deliver()
    await office.bot.tell(ana, HELLO, key="week")
    assert await office.states() == ["held"]
    (message,) = await office.bot.inboxes.waiting(ana)
    await office.bot.inboxes.read(message)
    await office.bot.tell(ana, HELLO, key="week")
    (row,) = await office.rows()
    assert (row.state, row.recipient, row.card) == ("sent", None, None)
    assert await office.waiting() == []


async def test_a_message_without_a_key_goes_once_it_was_read(office: Office) -> None:
    await office.tell("one", "two")
    await office.deliver()
    message, _ = await office.bot.inboxes.waiting(await office.member())
    await office.bot.inboxes.read(message)
    await office.bot.inboxes.read(message)
    assert await office.waiting() == ["two"]
    assert len(await office.rows()) == 1


async def test_another_try_sends_what_still_waits_in_order(office: Office) -> None:
    await office.tell("one", "two", "three")
    await office.deliver()
    ana = await office.member()
    first, *_ = await office.bot.inboxes.waiting(ana)
    await office.bot.inboxes.read(first)
    office.platform.closed_inboxes.clear()
    await office.bot.inboxes.reopen(ana)
    assert office.house.outbox.wake.is_set()
    await office.deliver()
    assert office.said() == ["two", "three"]
    assert await office.rows() == await office.notes() == []


async def test_another_try_that_fails_is_one_try_and_waits_again(office: Office) -> None:
    await office.tell("one", "two", "three")
    await office.deliver()
    for _ in range(3):
        await office.bot.inboxes.reopen(await office.member())
        await office.deliver()
    assert office.tries == 4
    assert await office.waiting() == ["one", "two", "three"]
    assert len(await office.notes()) == 1


async def test_what_is_being_sent_again_is_not_taken_back_by_reading(office: Office) -> None:
    await office.tell("one", "two")
    await office.deliver()
    ana = await office.member()
    one, two = await office.bot.inboxes.waiting(ana)
    office.platform.closed_inboxes.clear()
    await office.bot.inboxes.reopen(ana)
    await office.bot.inboxes.read(one)  # still waits to be sent: it was read, that is enough
    (claimed,) = await office.house.outbox.claim(["memory"], "somebody", 8)
    await office.bot.inboxes.read(two)
    await office.courier._deliver(claimed)
    assert office.said() == ["two"]


@pytest.mark.parametrize("round_", range(3))
async def test_two_processes_hold_everything_and_try_once_each_at_most(
    office: Office, round_: int
) -> None:
    ana = await office.member()
    everything = [f"{number:02}" for number in range(24)]
    await office.tell(*everything)
    office.other.house.clock.move(timedelta(minutes=1))

    async def deliver_all() -> None:
        couriers = (office.courier, office.other.courier)
        while any(await asyncio.gather(*(courier.round() for courier in couriers))):
            pass

    await deliver_all()
    assert office.tries <= 2
    assert await office.waiting() == everything
    tried = office.tries
    await asyncio.gather(
        office.bot.inboxes.reopen(ana), office.other.bot.inboxes.reopen(ana), deliver_all()
    )
    await deliver_all()
    assert office.tries <= tried + 4
    assert await office.waiting() == everything
    office.platform.closed_inboxes.clear()
    await asyncio.gather(office.bot.inboxes.reopen(ana), deliver_all())
    await deliver_all()
    assert sorted(office.said()) == everything
    assert await office.rows() == await office.notes() == []


async def test_reading_in_two_places_at_once_loses_nothing(office: Office) -> None:
    await office.tell("one", "two", "three")
    await office.deliver()

    async def read(post: Post) -> list[str]:
        seen = []
        for message in await post.bot.inboxes.waiting(await post.member()):
            seen.append(plain(message.card.text))
            await post.bot.inboxes.read(message)
        return seen

    here, there = await asyncio.gather(read(office), read(office.other))
    assert {*here, *there} == {"one", "two", "three"}
    assert await office.rows() == []


@pytest.mark.faults
async def test_interrupted_between_showing_and_marking_it_is_shown_twice_not_never(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    await office.tell("one", "two", "three")
    await office.deliver()
    read = office.house.inboxes.read
    left = [True, False]

    async def stops(message: Any) -> None:
        if not left.pop(0):
            raise ConnectionResetError
        await read(message)

    with monkeypatch.context() as crash:
        crash.setattr(office.house.inboxes, "read", stops)
        await office.platform.event("ana", "inbox.read")
    await office.platform.event("ana", "inbox.read")
    shown = [plain(message.card.text) for message in office.platform.messages]
    assert [text for text in shown if text in ("one", "two", "three")] == [
        "one",
        "two",
        "two",
        "three",
    ]
    assert await office.rows() == []


@pytest.mark.faults
async def test_what_could_not_be_shown_still_waits(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    await office.tell("one")
    await office.deliver()

    class Silent:
        """A platform that is away."""

        async def reply(self, card: Card) -> bool:
            """Fail."""
            raise ConnectionResetError

    ana = await office.member()
    await office.bot.handle(Event(ana, "inbox.read"), Silent())  # type: ignore[arg-type]  # the one way it is asked for
    assert await office.waiting() == ["one"]


async def test_forgetting_takes_the_note_and_what_waits(office: Office) -> None:
    await office.tell("one")
    await office.deliver()
    await office.tell("on its way")
    await office.bot.forget(await office.member())
    await office.deliver()
    assert await office.rows() == await office.notes() == []
    assert office.tries == 1


async def test_forgetting_while_it_is_sent_leaves_no_note(office: Office) -> None:
    await office.tell("one")
    (row,) = await office.house.outbox.claim(["memory"], "slow", 8)
    assert await office.house.outbox.begin(row)
    ana = await office.member()
    await office.bot.forget(ana)
    assert not await office.house.inboxes.hold(row, HELLO, ana)
    assert await office.rows() == await office.notes() == []


async def test_what_waits_goes_with_its_day_key_and_so_does_the_note(office: Office) -> None:
    await office.bot.tell(await office.member(), HELLO, key="week")
    await office.tell("no key")
    await office.deliver()
    office.house.clock.move(timedelta(days=30))
    await sweep(office.house, office.bot)
    assert sorted(await office.waiting()) == ["Hello", "no key"]
    office.house.clock.move(timedelta(days=1))
    await sweep(office.house, office.bot)
    (row,) = await office.rows()
    assert (row.state, row.recipient, row.card) == ("dropped", None, None)
    assert await office.notes() == []
    assert await office.waiting() == []


async def test_a_note_stays_for_as_long_as_something_waits(office: Office) -> None:
    await office.tell("old")
    await office.deliver()
    office.house.clock.move(timedelta(days=20))
    await office.tell("new")
    await office.deliver()
    office.house.clock.move(timedelta(days=20))
    await sweep(office.house, office.bot)
    assert await office.waiting() == ["new"]
    assert office.tries == 1


async def test_the_same_person_elsewhere_has_another_inbox(office: Office) -> None:
    await office.tell("here")
    await office.deliver()
    space = await office.house.identity.space("memory", "elsewhere")
    there = office.house.identity.member(Address("memory", "elsewhere", "ana"), space)
    assert there == await office.member()
    assert not await office.bot.inboxes.is_closed(there)
    assert await office.bot.inboxes.waiting(there) == []
    await office.bot.inboxes.reopen(there)
    assert await office.waiting() == ["here"]


async def test_a_platform_that_asks_for_patience_has_closed_nothing(office: Office) -> None:
    office.platform.before = [TryLater(5)]
    await office.tell("one")
    await office.deliver()
    assert await office.notes() == []


async def test_who_asks_for_another_try_waits_for_what_is_just_being_held(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    await office.tell("one")
    await office.deliver()
    await office.tell("two")
    hold, being_held = office.house.inboxes.hold, asyncio.Event()

    async def slowly(*args: Any) -> bool:
        being_held.set()
        await asyncio.sleep(0.3)
        return await hold(*args)

    async def ask() -> None:
        await being_held.wait()
        await office.other.bot.inboxes.reopen(await office.other.member())

    monkeypatch.setattr(office.house.inboxes, "hold", slowly)
    await asyncio.gather(office.courier.round(), ask())
    assert await office.states() == ["pending", "pending"]
    assert await office.notes() == []


async def test_another_try_and_a_message_being_held_do_not_miss_each_other(
    office: Office,
) -> None:
    """Whatever comes first, nothing is held without a note: else nobody would look for it."""
    ana = await office.member()

    async def ask() -> None:
        await office.other.bot.inboxes.reopen(ana)

    for number in range(12):
        await office.tell(f"{number:02}")
        await asyncio.gather(office.deliver(), ask())
        if "held" in await office.states():
            assert await office.notes()
    await office.deliver()
    assert await office.waiting() == [f"{number:02}" for number in range(12)]
