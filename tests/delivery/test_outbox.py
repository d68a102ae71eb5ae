"""Late once, never twice: rows, leases, and what happens when a process stops in between."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Row, select

from bot.adapters.memory import Memory
from bot.app import Bot
from bot.cog import Cog, drawn
from bot.delivery.courier import Courier
from bot.delivery.delivering import ATTEMPTS
from bot.delivery.priority import Priority
from bot.delivery.rows import LEASE
from bot.house import House
from bot.people import Member, Room
from bot.platform import Target, Trace, TryLater, Unreachable
from bot.records import Words
from bot.store.tables import outbox
from bot.ui import Card
from bot.words import Ours, plain
from tests.houses import open_house

HELLO = Card(text=Ours("Hello"))


class Drawings(Cog, name="drawings"):
    """Draws what a test tells it to."""

    cards: list[Card | None]
    failures = 0

    @drawn
    async def next(self) -> Card | None:
        """Return the next card."""
        if self.failures:
            self.failures -= 1
            raise ZeroDivisionError
        return self.cards.pop(0)


class Flaky(Memory):
    """A platform that does what a test tells it to before or after it takes a message."""

    before: list[Exception]
    after: list[Exception]
    trace: Trace | None = None

    async def send(self, target: Target, card: Card, nonce: str) -> str:
        """Fail before, or after, or not."""
        if self.before:
            raise self.before.pop(0)
        ref = await super().send(target, card, nonce)
        if self.after:
            raise self.after.pop(0)
        return ref

    async def find(self, target: Target, nonce: str) -> str | Trace:
        """Know, or not."""
        return self.trace or await super().find(target, nonce)


class Post:
    """A house with a flaky platform and a courier."""

    def __init__(self, house: House, bot: Bot) -> None:
        self.house, self.bot = house, bot
        self.platform = Flaky(house, bot)
        self.platform.before, self.platform.after = [], []
        self.drawings = Drawings(bot)
        self.drawings.cards = []
        bot.add(self.drawings)
        self.courier = Courier(house, bot.draw)

    async def member(self, who: str = "ana") -> Member:
        """Return a member."""
        return await self.platform.member(who)

    async def rows(self) -> list[Row[Any]]:
        """Return what is in the outbox."""
        async with self.house.store.reading() as db:
            return list((await db.execute(select(outbox))).all())

    async def deliver(self) -> None:
        """Deliver what is due now."""
        while await self.courier.round():
            pass

    def said(self) -> list[str]:
        """Return everything that was sent."""
        return [plain(message.card.text) for message in self.platform.messages]


@pytest.fixture
async def post(database_url: str, tmp_path: Path) -> AsyncIterator[Post]:
    """Give a house with a flaky platform."""
    house, bot = await open_house(database_url, tmp_path)
    yield Post(house, bot)
    await house.close()


async def test_a_message_is_sent_once_and_its_row_goes(post: Post) -> None:
    await post.bot.tell(await post.member(), HELLO)
    (row,) = await post.rows()
    assert row.state == "pending"
    assert b"Hello" not in row.card
    assert b"ana" not in row.recipient
    await post.deliver()
    await post.deliver()
    assert post.said() == ["Hello"]
    assert await post.rows() == []


async def test_a_row_shares_the_fate_of_its_reason(post: Post) -> None:
    with pytest.raises(ZeroDivisionError):
        async with post.bot.transaction():
            await post.bot.tell(await post.member(), HELLO)
            raise ZeroDivisionError
    assert await post.rows() == []


async def test_a_key_is_taken_for_ever(post: Post) -> None:
    member = await post.member()
    await post.bot.tell(member, HELLO, key="week")
    await post.bot.tell(member, HELLO, key="week")
    await post.deliver()
    await post.bot.tell(member, HELLO, key="week")
    await post.deliver()
    assert post.said() == ["Hello"]
    (row,) = await post.rows()
    assert (row.state, row.recipient, row.card) == ("sent", None, None)


async def test_a_batch_is_one_message_and_the_soonest_wins(post: Post) -> None:
    member = await post.member()
    drawing = post.drawings.drawing(post.drawings.next)
    now = post.house.clock.now()
    await post.bot.tell(member, drawing, at=now + timedelta(hours=1), batch="news")
    await post.bot.tell(member, drawing, at=now + timedelta(minutes=1), batch="news")
    await post.bot.tell(member, drawing, at=now + timedelta(hours=2), batch="news")
    assert len(await post.rows()) == 1
    post.drawings.cards = [HELLO, HELLO]
    await post.deliver()
    assert post.said() == []
    post.house.clock.move(timedelta(minutes=1))
    await post.deliver()
    assert post.said() == ["Hello"]
    await post.bot.tell(member, drawing, batch="news")
    await post.deliver()
    assert post.said() == ["Hello", "Hello"]


async def test_what_is_due_first_goes_first_and_what_is_urgent_before_it(post: Post) -> None:
    member = await post.member()
    for text, priority in (("digest", Priority.ROUTINE), ("card", Priority.URGENT)):
        await post.bot.tell(member, Card(text=Ours(text)), priority=priority)
    claimed = await post.house.outbox.claim(["memory"], "me", 1)
    assert [row.priority for row in claimed] == [0]


async def test_nothing_to_say_sends_nothing(post: Post) -> None:
    post.drawings.cards = [None]
    await post.bot.tell(await post.member(), post.drawings.drawing(post.drawings.next))
    await post.deliver()
    assert post.said() == []
    assert await post.rows() == []


async def test_a_row_of_a_platform_that_runs_elsewhere_is_left_alone(post: Post) -> None:
    await post.bot.tell(await post.member(), HELLO)
    post.courier.platforms = {}
    assert await post.courier.round() == 0


async def test_two_processes_send_everything_once(post: Post) -> None:
    member = await post.member()
    for number in range(40):
        await post.bot.tell(member, Card(text=Ours(str(number))))
    couriers = [Courier(post.house, post.bot.draw) for _ in range(3)]
    while any(await asyncio.gather(*(courier.round() for courier in couriers))):
        pass
    assert sorted(map(int, post.said())) == list(range(40))


async def test_a_platform_that_asks_for_patience_gets_it(post: Post) -> None:
    post.platform.before = [TryLater(30)]
    await post.bot.tell(await post.member(), HELLO)
    await post.deliver()
    assert post.said() == []
    post.house.clock.move(timedelta(seconds=29))
    await post.deliver()
    assert post.said() == []
    post.house.clock.move(timedelta(seconds=1))
    await post.deliver()
    assert post.said() == ["Hello"]


async def test_what_a_platform_will_never_take_is_dead(post: Post) -> None:
    post.platform.before = [Unreachable("nobody_there")]
    await post.bot.tell(await post.member(), HELLO)
    await post.deliver()
    post.house.clock.move(timedelta(days=1))
    await post.deliver()
    (row,) = await post.rows()
    assert (row.state, row.fault, row.recipient) == ("dead", "nobody_there", None)
    assert post.said() == []


@pytest.mark.faults
async def test_an_answer_that_was_lost_is_found_and_not_sent_again(post: Post) -> None:
    post.platform.after = [ConnectionResetError()]
    await post.bot.tell(await post.member(), HELLO)
    await post.deliver()
    (row,) = await post.rows()
    assert row.state == "sending"
    post.house.clock.move(timedelta(minutes=1))
    await post.deliver()
    assert post.said() == ["Hello"]
    assert await post.rows() == []


@pytest.mark.faults
async def test_a_message_that_never_arrived_is_sent_again(post: Post) -> None:
    post.platform.before = [ConnectionResetError()]
    await post.bot.tell(await post.member(), HELLO)
    await post.deliver()
    post.house.clock.move(timedelta(minutes=1))
    await post.deliver()
    assert post.said() == ["Hello"]


@pytest.mark.faults
async def test_where_it_cannot_be_known_it_is_not_sent_again(post: Post) -> None:
    post.platform.after = [ConnectionResetError()]
    post.platform.trace = Trace.UNKNOWN
    await post.bot.tell(await post.member(), HELLO)
    await post.deliver()
    post.house.clock.move(timedelta(minutes=1))
    await post.deliver()
    assert post.said() == ["Hello"]
    (row,) = await post.rows()
    assert row.state == "unsure"


@pytest.mark.parametrize("point", ["claimed", "marked", "sent"])
async def test_a_process_that_dies_loses_nothing_and_repeats_nothing(
    post: Post, point: str
) -> None:
    await post.bot.tell(await post.member(), HELLO)
    (row,) = await post.house.outbox.claim(["memory"], "the dead one", 8)
    if point != "claimed":
        assert await post.house.outbox.begin(row)
    if point == "sent":
        where = await post.courier._whereto(row)
        from bot.delivery.delivering import nonce_of

        await post.platform.send(where.target, HELLO, nonce_of(row))
    await post.deliver()
    assert post.said() == (["Hello"] if point == "sent" else [])
    post.house.clock.move(LEASE + timedelta(seconds=1))
    await post.deliver()
    assert post.said() == ["Hello"]


async def test_a_process_that_was_too_slow_does_not_send_what_another_took(post: Post) -> None:
    await post.bot.tell(await post.member(), HELLO)
    (slow,) = await post.house.outbox.claim(["memory"], "slow", 8)
    post.house.clock.move(LEASE + timedelta(seconds=1))
    await post.deliver()
    assert not await post.house.outbox.begin(slow)
    assert post.said() == ["Hello"]


@pytest.mark.faults
async def test_a_drawing_that_fails_is_tried_again_and_says_the_same_when_it_works(
    post: Post,
) -> None:
    post.drawings.failures = 2
    post.drawings.cards = [HELLO]
    await post.bot.tell(await post.member(), post.drawings.drawing(post.drawings.next))
    for _ in range(3):
        await post.deliver()
        post.house.clock.move(timedelta(minutes=5))
    assert post.said() == ["Hello"]


@pytest.mark.faults
async def test_what_always_fails_is_dead_in_the_end(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.delivery.delivering.ATTEMPTS", 16)
    post.drawings.failures = 100
    await post.bot.tell(await post.member(), post.drawings.drawing(post.drawings.next))
    for _ in range(17):
        await post.deliver()
        post.house.clock.move(timedelta(hours=2))
    (row,) = await post.rows()
    assert row.state == "dead"
    assert post.drawings.failures == 100 - 16


async def test_a_tell_that_is_tried_again_says_what_it_said_first(post: Post) -> None:
    post.drawings.cards = [HELLO, Card(text=Ours("Something else"))]
    post.platform.before = [TryLater(1)]
    await post.bot.tell(await post.member(), post.drawings.drawing(post.drawings.next))
    await post.deliver()
    post.house.clock.move(timedelta(seconds=2))
    await post.deliver()
    assert post.said() == ["Hello"]


async def test_what_stands_under_a_post_waits_for_it(post: Post) -> None:
    space = (await post.member()).space
    later = post.house.clock.now() + timedelta(minutes=10)
    share = await post.bot.post(space, Room.SUPPORT, Card(text=Ours("share")), at=later)
    await post.bot.post(space, Room.SUPPORT, Card(text=Ours("reply")), under=share)
    await post.deliver()
    assert post.said() == []
    post.house.clock.move(timedelta(minutes=11))
    await post.deliver()
    post.house.clock.move(timedelta(seconds=5))
    await post.deliver()
    assert post.said() == ["share", "reply"]
    assert post.platform.messages[1].under == post.platform.messages[0].id


async def test_what_stands_under_a_post_is_not_lost_when_that_goes_up_meanwhile(
    post: Post,
) -> None:
    space = (await post.member()).space
    before = post.house.clock.now() - timedelta(seconds=1)
    share = await post.bot.post(space, Room.SUPPORT, Card(text=Ours("share")), at=before)
    await post.bot.post(space, Room.SUPPORT, Card(text=Ours("reply")), under=share)
    (claimed,) = await post.house.outbox.claim(["memory"], "another process", 1)

    class Interrupted(Courier):
        """Sees the share not up yet, and looks for its row when that is sent and gone."""

        async def _is_coming(self, post_id: str) -> None:
            await post.courier._deliver(claimed)
            await super()._is_coming(post_id)

    await Interrupted(post.house, post.bot.draw).round()
    await post.deliver()
    assert post.said() == ["share", "reply"]


async def test_a_rush_of_changes_is_one_edit(post: Post) -> None:
    space = (await post.member()).space
    post.drawings.cards = [HELLO, Card(text=Ours("Changed"))]
    drawing = post.drawings.drawing(post.drawings.next)
    post_id = await post.bot.post(space, Room.SUPPORT, drawing)
    await post.deliver()
    for _ in range(50):
        await post.bot.refresh(space, post_id, after=timedelta(seconds=2))
    await post.deliver()
    post.house.clock.move(timedelta(seconds=2))
    await post.deliver()
    assert post.said() == ["Changed"]
    assert post.platform.messages[0].edits == 1


async def test_after_its_day_key_is_gone_a_row_cannot_be_sent(post: Post) -> None:
    at = post.house.clock.now() + timedelta(days=40)
    await post.bot.tell(await post.member(), HELLO, at=at)
    post.house.clock.move(timedelta(days=41))
    await post.house.identity.days.sweep()
    await post.deliver()
    assert post.said() == []
    assert await post.rows() == []


async def test_forgetting_takes_what_is_on_its_way_to_one_person(post: Post) -> None:
    later = post.house.clock.now() + timedelta(hours=1)
    await post.bot.tell(await post.member("ana"), Card(text=Ours("for Ana")), at=later)
    await post.bot.tell(await post.member("ben"), Card(text=Ours("for Ben")), at=later)
    await post.bot.forget(await post.member("ana"))
    post.house.clock.move(timedelta(hours=2))
    await post.deliver()
    assert post.said() == ["for Ben"]


async def test_the_loop_wakes_for_what_is_due_and_for_a_moved_clock(post: Post) -> None:
    member = await post.member()
    running = asyncio.create_task(post.courier.run())
    await post.bot.tell(member, Card(text=Ours("now")))
    while post.said() != ["now"]:
        await asyncio.sleep(0.01)
    later = post.house.clock.now() + timedelta(hours=1)
    await post.bot.tell(member, Card(text=Ours("later")), at=later)
    post.house.clock.move(timedelta(hours=1))
    while post.said() != ["now", "later"]:
        await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_a_platform_may_ask_for_patience_for_a_long_time(post: Post) -> None:
    post.platform.before = [TryLater(1) for _ in range(ATTEMPTS * 2)]
    await post.bot.tell(await post.member(), HELLO)
    for _ in range(ATTEMPTS * 2 + 1):
        await post.deliver()
        post.house.clock.move(timedelta(seconds=2))
    assert post.said() == ["Hello"]


@pytest.mark.faults
async def test_an_outage_of_an_hour_loses_nothing(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*args: object) -> str:
        raise ConnectionRefusedError

    with monkeypatch.context() as outage:
        outage.setattr(post.platform, "send", away)
        outage.setattr(post.platform, "find", away)
        await post.bot.tell(await post.member(), HELLO)
        for _ in range(60):
            await post.deliver()
            post.house.clock.move(timedelta(minutes=1))
    for _ in range(30):
        await post.deliver()
        post.house.clock.move(timedelta(minutes=1))
    assert post.said() == ["Hello"]


async def test_a_sent_row_holds_no_time(post: Post) -> None:
    await post.bot.tell(await post.member(), HELLO, key="week")
    await post.deliver()
    (row,) = await post.rows()
    assert row.due.time() == time(0)
    assert row.lease_until is None


async def test_beginning_to_send_renews_the_lease(post: Post) -> None:
    await post.bot.tell(await post.member(), HELLO)
    (row,) = await post.house.outbox.claim(["memory"], "slow", 8)
    post.house.clock.move(LEASE - timedelta(seconds=5))
    assert await post.house.outbox.begin(row)
    post.house.clock.move(timedelta(seconds=30))
    await post.deliver()
    assert post.said() == []
    await post.house.outbox.finish(row, "sent")
    assert await post.rows() == []


async def test_an_edit_waits_for_the_one_under_way(post: Post) -> None:
    space = (await post.member()).space
    post.drawings.cards = [HELLO, Card(text=Ours("Older")), Card(text=Ours("Newer"))]
    drawing = post.drawings.drawing(post.drawings.next)
    post_id = await post.bot.post(space, Room.SUPPORT, drawing)
    await post.deliver()
    await post.bot.refresh(space, post_id)
    (slow,) = await post.house.outbox.claim(["memory"], "slow", 8)
    assert await post.house.outbox.begin(slow)
    await post.bot.refresh(space, post_id)
    await post.deliver()
    assert post.said() == ["Hello"]
    await post.house.outbox.finish(slow, "sent")
    await post.deliver()
    assert post.said() == ["Older"]


@pytest.mark.faults
async def test_what_is_deleted_while_it_goes_up_does_not_stay_up(post: Post) -> None:
    ana = await post.member("ana")
    words = Words("They said no.", "", "listen", "final", "")
    draft = await post.bot.records.shares.draft(ana, words)
    await post.platform.event("ana", f"share.publish:{draft.id}")
    post.platform.after = [ConnectionResetError()]
    await post.deliver()
    await post.bot.forget(ana)
    for _ in range(4):
        post.house.clock.move(timedelta(minutes=2))
        await post.deliver()
    assert "They said no." not in repr([message.card for message in post.platform.messages])


async def test_midnight_between_two_seals_loses_nothing(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = post.house.identity.seal_member

    async def and_then_midnight(*args: Any) -> Any:
        sealed = await original(*args)
        post.house.clock.move(timedelta(days=1))
        return sealed

    monkeypatch.setattr(post.house.identity, "seal_member", and_then_midnight)
    await post.bot.tell(await post.member(), HELLO)
    await post.deliver()
    assert post.said() == ["Hello"]


async def test_nods_and_their_delivery_do_not_wait_for_each_other(post: Post) -> None:
    ana = await post.member("ana")
    words = Words("They said no.", "", "listen", "final", "")
    draft = await post.bot.records.shares.draft(ana, words)
    await post.platform.event("ana", f"share.publish:{draft.id}")
    await post.deliver()
    for round_ in range(5):
        presses = [
            post.platform.event(f"person {round_} {number}", f"nod.nod:{draft.id}:been")
            for number in range(4)
        ]
        post.house.clock.move(timedelta(hours=1))
        await asyncio.gather(*presses, post.courier.round(), post.courier.round())
    assert (await post.bot.records.shares.get(draft.id)).been == 20
