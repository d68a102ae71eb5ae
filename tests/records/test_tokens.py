"""What lets the bot into a workspace: sealed, one a space, gone when it is taken out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.house import House
from bot.identity import sealing
from bot.store.tables import tokens
from tests.houses import open_house


@pytest.fixture
async def house(database_url: str, tmp_path: Path) -> AsyncIterator[House]:
    """Give an open house."""
    house, _ = await open_house(database_url, tmp_path)
    yield house
    await house.close()


async def test_a_token_is_kept_until_it_is_dropped(house: House) -> None:
    space = await house.identity.space("slack", "T1")
    await house.tokens.keep(space.id, {"token": "first"})
    await house.tokens.keep(space.id, {"token": "second"})
    assert await house.tokens.find("slack", "T1") == (space, {"token": "second"})
    assert await house.tokens.find("slack", "T2") is None
    assert await house.tokens.find("discord", "T1") is None
    assert await house.tokens.externals("slack") == ["T1"]
    await house.tokens.drop(space.id)
    assert await house.tokens.find("slack", "T1") is None
    assert await house.tokens.externals("slack") == []


async def test_a_thief_of_the_database_reads_no_token_and_moves_none(house: House) -> None:
    one = await house.identity.space("slack", "T1")
    other = await house.identity.space("slack", "T2")
    await house.tokens.keep(one.id, {"token": "xoxb-canary"})
    await house.tokens.keep(other.id, {"token": "xoxb-other"})
    async with house.store.transaction() as db:
        sealed = (await db.execute(select(tokens.c.sealed))).scalars().all()
        assert not any(b"canary" in content for content in sealed)
        await db.execute(
            update(tokens).where(tokens.c.space_id == other.id).values(sealed=sealed[0])
        )
        await db.execute(
            update(tokens).where(tokens.c.space_id == one.id).values(sealed=sealed[1])
        )
    with pytest.raises(sealing.Broken):
        await house.tokens.find("slack", "T1")
