"""Who is who, for how long anybody can tell, and what changing the key does."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.app import Bot
from bot.errors import Gone
from bot.house import House
from bot.identity import Address, Expired, Identity, KeyFailure, RootKey
from bot.identity.identity import nod_tag, pseudonym, receipt_hash, voice_tag
from bot.identity.pseudonyms import words
from bot.identity.sealing import Broken, open_sealed, pad, seal
from bot.people import Member, Space
from bot.retention import sweep
from tests.houses import ROOT, open_house

people = st.text(min_size=1, max_size=40)
keys = st.binary(min_size=32, max_size=32)


def _member(root: RootKey, person: str) -> Member:
    identity = Identity.__new__(Identity)
    identity._member_key = root.derive("member")
    identity._envelope_key = root.derive("envelope")
    return identity.member(Address("memory", "s", person), Space("row", "memory"))


@given(keys, st.binary(max_size=300), st.text(max_size=20))
def test_a_seal_opens_with_its_key_about_its_thing_and_with_no_other(
    key: bytes, content: bytes, about: str
) -> None:
    sealed = seal(key, content, about)
    assert open_sealed(key, sealed, about) == content
    with pytest.raises(Broken):
        open_sealed(key, sealed, f"{about}x")
    with pytest.raises(Broken):
        open_sealed(bytes(32) if key != bytes(32) else b"1" * 32, sealed, about)
    with pytest.raises(Broken):
        open_sealed(key, sealed[:-1] + bytes([sealed[-1] ^ 1]), about)


@given(st.binary(max_size=400))
def test_padding_hides_the_length(content: bytes) -> None:
    assert len(pad(content)) % 128 == 0
    assert pad(content).rstrip(b" ") == content.rstrip(b" ")


@given(people, people)
def test_a_member_is_the_same_everywhere_and_nobody_else(one: str, other: str) -> None:
    root = RootKey(ROOT)
    assert _member(root, one) == _member(root, one)
    assert (_member(root, one) == _member(root, other)) == (one == other)
    assert _member(RootKey(os.urandom(32)), one) != _member(root, one)


@given(people, keys, keys)
def test_pseudonyms_and_tags_are_stable_under_one_share_and_unlinkable_across_two(
    person: str, one: bytes, other: bytes
) -> None:
    member = _member(RootKey(ROOT), person)
    assert pseudonym(one, member) == pseudonym(one, member)
    assert nod_tag(one, member) == nod_tag(one, member)
    assert nod_tag(one, member) != voice_tag(one, member)
    if one != other:
        assert nod_tag(one, member) != nod_tag(other, member)
        assert voice_tag(one, member) != voice_tag(other, member)


def test_a_pseudonym_says_nothing_about_the_next_share() -> None:
    member = _member(RootKey(ROOT), "ana")
    names = [pseudonym(os.urandom(32), member) for _ in range(2000)]
    assert len(set(names)) > 1500  # of 4096 equally likely ones, 1580 are expected
    adjectives, animals = words()
    assert len(set(adjectives)) == len(set(animals)) == 64


def test_neither_a_member_nor_an_address_shows_who_it_is() -> None:
    member = _member(RootKey(ROOT), "canary")
    assert member.id not in repr(member)
    assert "canary" not in repr(member)
    assert "canary" not in repr(Address("memory", "space", "canary"))
    assert b"canary" not in member.envelope


@pytest.fixture
async def house(database_url: str, tmp_path: Path) -> House:
    """Return an open house."""
    house, _ = await open_house(database_url, tmp_path)
    return house


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(age=st.integers(min_value=0, max_value=80), kept=st.integers(min_value=1, max_value=60))
async def test_a_seal_opens_until_its_retention_is_over_and_never_after(
    sqlite_url: str, tmp_path: Path, age: int, kept: int
) -> None:
    house, bot = await open_house(sqlite_url, tmp_path, COMEBACK_RETENTION_DAYS=str(kept))
    space = await house.identity.space("memory", f"{age}/{kept}")
    member = house.identity.member(Address("memory", "s", "ana"), space)
    day, sealed = await house.identity.seal_member(member, "a share")
    assert await house.identity.open_member(space, day, sealed, "a share") == member
    house.clock.move(timedelta(days=age))
    await sweep(house, bot)
    if age <= kept:
        opened = await house.identity.open_member(space, day, sealed, "a share")
        assert house.identity.address(opened).person == "ana"
    else:
        with pytest.raises(Expired):
            await house.identity.open_member(space, day, sealed, "a share")
    await house.close()


async def test_a_restart_does_not_bring_a_deleted_key_back(
    database_url: str, tmp_path: Path
) -> None:
    house, bot = await open_house(database_url, tmp_path)
    space = await house.identity.space("memory", "s")
    day, sealed = await house.identity.seal(space.id, "words", "about")
    house.clock.move(timedelta(days=31))
    await sweep(house, bot)
    await house.close()
    house, _ = await open_house(database_url, tmp_path)
    with pytest.raises(Expired):
        await house.identity.open(space.id, day, sealed, "about")
    await house.close()


async def test_today_has_one_key_however_often_it_is_asked(house: House) -> None:
    space = await house.identity.space("memory", "s")
    assert await house.identity.days.today(space.id) == await house.identity.days.today(space.id)
    house.identity.days._known.clear()
    day, key = await house.identity.days.today(space.id)
    assert day == date(2026, 11, 23)
    assert key == await house.identity.days.key(space.id, day)
    other = await house.identity.space("memory", "other")
    assert (await house.identity.days.today(other.id))[1] != key
    await house.close()


async def test_a_key_made_in_a_transaction_that_failed_is_not_remembered(house: House) -> None:
    space = await house.identity.space("memory", "s")
    with pytest.raises(ZeroDivisionError):
        async with house.store.transaction():
            await house.identity.seal(space.id, "lost", "about")
            raise ZeroDivisionError
    day, sealed = await house.identity.seal(space.id, "kept", "about")
    house.identity.days._known.clear()
    assert await house.identity.open(space.id, day, sealed, "about") == "kept"
    await house.close()


async def test_block_tags_differ_by_space_and_outlive_pseudonyms(house: House) -> None:
    one = await house.identity.space("memory", "one")
    two = await house.identity.space("memory", "two")
    address = Address("memory", "one", "ana")
    here, there = house.identity.member(address, one), house.identity.member(address, two)
    assert house.identity.block_tag(here) == house.identity.block_tag(here)
    assert house.identity.block_tag(here) != house.identity.block_tag(there)
    assert here == there
    await house.close()


async def test_another_root_key_is_noticed_at_start(database_url: str, tmp_path: Path) -> None:
    house, _ = await open_house(database_url, tmp_path)
    await house.close()
    wrong = House(house.settings, RootKey(os.urandom(32)))
    with pytest.raises(KeyFailure, match="not the one this database was made with"):
        await wrong.open()
    await wrong.close()
    again, _ = await open_house(database_url, tmp_path)
    await again.close()


def test_a_key_file_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "root.key"
    made = RootKey.make(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert RootKey.from_file(path).check == made.check
    with pytest.raises(KeyFailure, match="already"):
        RootKey.make(path)
    path.chmod(0o640)
    with pytest.raises(KeyFailure, match="others can read"):
        RootKey.from_file(path)


@pytest.mark.parametrize("content", [b"", b"short", b"\xff\xfe\x00", b"A" * 44, b"!" * 43])
def test_a_broken_key_file_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "root.key"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(KeyFailure, match="not one that"):
        RootKey.from_file(path)
    with pytest.raises(KeyFailure, match="comeback init"):
        RootKey.from_file(tmp_path / "none")


async def test_a_receipt_is_stored_as_a_hash(database_url: str, tmp_path: Path) -> None:
    house, bot = await open_house(database_url, tmp_path)
    assert isinstance(bot, Bot)
    receipt = await bot.records.receipts.add("share", "row")
    assert len(receipt) == 26
    assert len(receipt_hash(receipt)) == 32
    assert await bot.records.receipts.subject("share", receipt) == "row"
    with pytest.raises(Gone):
        await bot.records.receipts.subject("reply", receipt)
    await house.close()
