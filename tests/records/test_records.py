"""What the features keep, on both databases: once a person, sealed, and gone in time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.adapters.memory import Memory, _Answer
from bot.app import Bot
from bot.errors import Gone, NotYours
from bot.house import House
from bot.identity import Address
from bot.identity.identity import pseudonym
from bot.people import Member
from bot.platform import Event
from bot.records import Share, ShareState, Signed, Words
from bot.retention import sweep
from bot.store.schema import metadata
from bot.store.tables import kept_forms, nods, replies, shares, voices
from tests.houses import deliver, open_house

WORDS = Words("They said no.", "hollow", "listen", "final", "design")


class World:
    """A house, its records and some people."""

    def __init__(self, house: House, bot: Bot) -> None:
        self.house, self.bot, self.records = house, bot, bot.records
        self.platform = Memory(house, bot)

    async def member(self, who: str) -> Member:
        """Return a member."""
        return await self.platform.member(who)

    async def share(self, who: str = "ana") -> Share:
        """Return a share that is posted."""
        draft = await self.records.shares.draft(await self.member(who), WORDS)
        await self.platform.event(who, f"share.publish:{draft.id}")
        await deliver(self.house, self.bot)
        return await self.records.shares.get(draft.id)


@pytest.fixture
async def world(database_url: str, tmp_path: Path) -> AsyncIterator[World]:
    """Give a house with records."""
    house, bot = await open_house(database_url, tmp_path)
    yield World(house, bot)
    await house.close()


async def test_two_presses_at_once_count_once(world: World) -> None:
    share = await world.share()
    ben = await world.member("ben")
    changed = await asyncio.gather(
        *(world.records.nods.set(share, ben, "alone") for _ in range(6)),
        world.records.nods.set(share, ben, "been"),
    )
    after = await world.records.shares.get(share.id)
    assert after.alone + after.been == 1
    assert any(changed)


async def test_many_people_at_once_are_all_counted(world: World) -> None:
    share = await world.share()
    people = [await world.member(f"person {number}") for number in range(30)]
    await asyncio.gather(*(world.records.nods.set(share, one, "been") for one in people))
    assert (await world.records.shares.get(share.id)).been == 30


async def test_two_people_under_one_share_never_have_one_name(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = await world.share()
    names = iter(["Calm Owl", "Calm Owl", "Calm Owl", "Warm Jay"])
    monkeypatch.setattr("bot.records.replies.pseudonym", lambda *args: next(names))
    assert callable(pseudonym)
    one = await world.records.replies.voice(share, await world.member("ben"))
    two = await world.records.replies.voice(share, await world.member("hana"))
    assert (one, two) == ("Calm Owl", "Warm Jay")
    assert await world.records.replies.voice(share, await world.member("ben")) == "Calm Owl"


async def test_replies_written_at_once_are_told_once_each(world: World) -> None:
    share = await world.share()
    people = [await world.member(f"person {number}") for number in range(8)]

    async def write(one: Member) -> None:
        await world.records.replies.add(share, one, "With you.", Signed.PSEUDONYM)

    told = await asyncio.gather(
        *(write(one) for one in people),
        *(world.records.replies.take_untold(share.id) for _ in range(4)),
    )
    told.append(await world.records.replies.take_untold(share.id))
    ids = [reply.id for batch in told if batch for reply in batch]
    assert len(ids) == len(set(ids)) == 8


async def test_rows_of_anonymous_content_carry_no_member(world: World) -> None:
    share = await world.share()
    ana, ben = await world.member("ana"), await world.member("ben")
    await world.records.nods.set(share, ben, "been")
    await world.records.replies.add(share, ben, "With you.", Signed.MENTION)
    await world.records.kept.add(ben, "reply.send:x", {"words": "typed"})
    known = [member.id.encode() for member in (ana, ben)] + [b"ana", b"ben", b"They said no"]
    async with world.house.store.reading() as db:
        for table in metadata.sorted_tables:
            for row in (await db.execute(select(table))).all():
                for value in row:
                    raw = value if isinstance(value, bytes) else str(value).encode()
                    assert not any(secret in raw for secret in known), table.name


async def test_after_the_retention_only_counts_and_states_are_left(world: World) -> None:
    share = await world.share()
    ben = await world.member("ben")
    await world.records.nods.set(share, ben, "been")
    await world.records.replies.add(share, ben, "With you.", Signed.PSEUDONYM)
    world.house.clock.move(timedelta(days=31))
    await sweep(world.house, world.bot)
    async with world.house.store.reading() as db:
        row = (await db.execute(select(shares))).one()
        assert (row.author, row.share_key, row.words) == (None, None, None)
        assert (row.been, row.state, row.stage) == (1, "up", "final")
        row = (await db.execute(select(replies))).one()
        assert (row.writer, row.words) == (None, None)
        assert (await db.execute(select(nods))).all() == []
        assert (await db.execute(select(voices))).all() == []
    share = await world.records.shares.get(share.id)
    assert share.resting
    assert await world.records.shares.author(share) is None
    assert await world.records.shares.of(await world.member("ana")) == []
    with pytest.raises(Gone):
        await world.records.nods.set(share, ben, "alone")
    with pytest.raises(Gone):
        await world.records.replies.voice(share, ben)


async def test_a_draft_is_its_authors_and_goes_after_a_day_or_two(world: World) -> None:
    ana, ben = await world.member("ana"), await world.member("ben")
    draft = await world.records.shares.draft(ana, WORDS)
    assert (await world.records.shares.draft_of(ana, draft.id)).words == WORDS
    with pytest.raises(NotYours):
        await world.records.shares.draft_of(ben, draft.id)
    with pytest.raises(Gone):
        await world.records.shares.draft_of(ana, "nothing")
    world.house.clock.move(timedelta(days=2))
    await sweep(world.house, world.bot)
    with pytest.raises(Gone):
        await world.records.shares.get(draft.id)


async def test_a_posted_share_is_no_draft_any_more(world: World) -> None:
    share = await world.share()
    with pytest.raises(Gone):
        await world.records.shares.draft_of(await world.member("ana"), share.id)
    assert share.state is ShareState.UP


async def test_what_was_typed_is_kept_for_its_writer_for_a_day(world: World) -> None:
    ana, ben = await world.member("ana"), await world.member("ben")
    kept = await world.records.kept.add(ana, "reply.send:x", {"words": "typed"})
    found = await world.records.kept.get(ana, kept)
    assert (found.call, found.answers) == ("reply.send:x", {"words": "typed"})
    with pytest.raises(NotYours):
        await world.records.kept.get(ben, kept)
    assert [one.id for one in await world.records.kept.of(ana)] == [kept]
    assert await world.records.kept.of(ben) == []
    world.house.clock.move(timedelta(days=1))
    assert (await world.records.kept.get(ana, kept)).id == kept
    world.house.clock.move(timedelta(days=1))
    with pytest.raises(Gone):
        await world.records.kept.get(ana, kept)
    await sweep(world.house, world.bot)
    async with world.house.store.reading() as db:
        assert (await db.execute(select(kept_forms))).all() == []


async def test_retention_is_a_spaces_own(database_url: str, tmp_path: Path) -> None:
    house, bot = await open_house(database_url, tmp_path, COMEBACK_RETENTION_DAYS="3")
    world = World(house, bot)
    share = await world.share()
    house.clock.move(timedelta(days=3))
    await sweep(house, bot)
    assert await bot.records.shares.author(share) == await world.member("ana")
    house.clock.move(timedelta(days=1))
    await sweep(house, bot)
    assert await bot.records.shares.author(share) is None
    await house.close()


async def test_a_share_of_another_space_is_out_of_reach(world: World) -> None:
    share = await world.share()
    elsewhere = await world.house.identity.space("memory", "elsewhere")
    ben = world.house.identity.member(Address("memory", "elsewhere", "ben"), elsewhere)
    for call, form in (
        (f"nod.nod:{share.id}:been", None),
        (f"reply.write:{share.id}", None),
        (f"reply.send:{share.id}", {"words": "With you.", "sign": "pseudonym"}),
    ):
        answer = _Answer(world.platform, "ben", None, is_form=form is not None)
        await world.bot.handle(Event(ben, call, form=form), answer)
        assert "isn't there any more" in world.platform.messages[-1].card.text
    assert (await world.records.shares.get(share.id)).been == 0
    assert await world.records.replies.under(share.id) == []
