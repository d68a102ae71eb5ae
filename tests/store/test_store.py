"""The database: schema, transactions, and what deletion leaves behind."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, insert, select, text, update

from bot.store import Store, StoreFailure
from bot.store.migrate import configuration
from bot.store.schema import HEAD, Instant, metadata
from bot.store.tables import meta, outbox


async def _open(url: str) -> Store:
    store = Store(url)
    await store.open()
    return store


async def test_the_migrations_make_the_schema_of_the_tables(database_url: str) -> None:
    store = await _open(database_url)

    def differences(connection: Connection) -> list[object]:
        return compare_metadata(
            MigrationContext.configure(connection, opts={"compare_type": _same_type}), metadata
        )

    async with store.reading() as db:
        assert await db.run_sync(differences) == []
    await store.close()


def _same_type(context: object, column: object, other: object, kind: object, mine: object) -> bool:
    """Compare types but for ours, which are a plain type underneath."""
    return False if isinstance(mine, Instant) else None  # type: ignore[return-value]  # None: default


def test_head_is_the_newest_migration() -> None:
    assert ScriptDirectory.from_config(configuration()).get_heads() == [HEAD]


async def test_a_second_start_changes_nothing(database_url: str) -> None:
    store = await _open(database_url)
    async with store.transaction() as db:
        await db.execute(insert(meta).values(key="kept", value=b"x"))
    await store.close()
    store = await _open(database_url)
    async with store.reading() as db:
        assert (await db.execute(select(meta.c.value))).scalars().all() == [b"x"]
    await store.close()


async def test_two_starts_at_once_do_not_race(database_url: str) -> None:
    first, second = Store(database_url), Store(database_url)
    await asyncio.gather(first.open(), second.open())
    await first.close()
    await second.close()


async def test_a_database_of_a_newer_version_is_left_alone(database_url: str) -> None:
    store = await _open(database_url)
    async with store.transaction() as db:
        await db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreFailure, match="newer Comeback"):
        await store.open()
    await store.close()


async def test_a_transaction_inside_another_is_part_of_it(database_url: str) -> None:
    store = await _open(database_url)
    said: list[str] = []
    with pytest.raises(ZeroDivisionError):
        async with store.transaction() as db:
            await db.execute(insert(meta).values(key="outer", value=b""))
            async with store.transaction() as inner:
                assert inner is db
                await inner.execute(insert(meta).values(key="inner", value=b""))
                store.after_commit(lambda: said.append("committed"))
            raise ZeroDivisionError
    async with store.reading() as db:
        assert (await db.execute(select(meta))).all() == []
    assert said == []
    async with store.transaction():
        store.after_commit(lambda: said.append("committed"))
        assert said == []
    assert said == ["committed"]
    await store.close()


async def test_a_task_started_inside_a_transaction_has_its_own(database_url: str) -> None:
    store = await _open(database_url)

    async def write(key: str) -> None:
        async with store.transaction() as db:
            await db.execute(insert(meta).values(key=key, value=b""))

    async with store.transaction() as db:
        task = asyncio.create_task(write("other"))
        await db.execute(insert(meta).values(key="mine", value=b""))
        await db.rollback()
    await task
    async with store.reading() as db:
        assert (await db.execute(select(meta.c.key))).scalars().all() == ["other"]
    await store.close()


async def test_many_writers_wait_for_each_other_and_lose_nothing(database_url: str) -> None:
    store = await _open(database_url)
    async with store.transaction() as db:
        await db.execute(insert(meta).values(key="n", value=b"0"))

    async def add() -> None:
        async with store.transaction() as db:
            query = select(meta.c.value).where(meta.c.key == "n").with_for_update()
            number = int((await db.execute(query)).scalar_one())
            await db.execute(update(meta).values(value=str(number + 1).encode()))

    await asyncio.gather(*(add() for _ in range(25)))
    async with store.reading() as db:
        assert (await db.execute(select(meta.c.value))).scalar() == b"25"
    await store.close()


async def test_sqlite_is_set_up_to_lose_nothing_and_to_keep_nothing(sqlite_url: str) -> None:
    store = await _open(sqlite_url)
    async with store.transaction() as db:
        for pragma, value in (
            ("journal_mode", "wal"),
            ("synchronous", 2),
            ("secure_delete", 1),
            ("foreign_keys", 1),
            ("busy_timeout", 30000),
        ):
            assert (await db.exec_driver_sql(f"PRAGMA {pragma}")).scalar() == value
    await store.close()


async def test_what_is_deleted_and_scrubbed_is_not_in_the_files(
    sqlite_url: str, tmp_path: Path
) -> None:
    store = await _open(sqlite_url)
    secret = b"heron-in-the-morning-mist"
    async with store.transaction() as db:
        await db.execute(insert(meta).values(key="secret", value=secret))
    async with store.transaction() as db:
        await db.execute(update(meta).where(meta.c.key == "secret").values(value=None))
    assert any(secret in path.read_bytes() for path in tmp_path.iterdir())
    await store.scrub()
    assert not any(secret in path.read_bytes() for path in tmp_path.iterdir())
    await store.close()


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("mysql://root:hunter2@db/x", "SQLite or PostgreSQL"),
        ("nonsense", "not a database URL"),
        ("", "not a database URL"),
    ],
)
def test_a_wrong_url_is_answered_with_a_sentence(url: str, sentence: str) -> None:
    with pytest.raises(StoreFailure, match=sentence) as raised:
        Store(url)
    assert "hunter2" not in str(raised.value)


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("sqlite:////no/such/folder/x.db", "there is no folder"),
        ("postgresql://u:hunter2@127.0.0.1:1/x", "cannot be used"),
    ],
)
async def test_a_database_that_cannot_be_reached_is_one_sentence(url: str, sentence: str) -> None:
    store = Store(url)
    with pytest.raises(StoreFailure, match=sentence) as raised:
        await store.open()
    assert "hunter2" not in str(raised.value)
    assert "\n" not in str(raised.value)
    await store.close()


def test_every_time_is_an_instant() -> None:
    times = [column for column in outbox.c if column.name in ("due", "lease_until")]
    assert all(isinstance(column.type, Instant) for column in times)


async def test_a_scrub_that_somebody_was_in_the_way_of_is_owed(
    sqlite_url: str, tmp_path: Path
) -> None:
    store = await _open(sqlite_url)
    reader = sqlite3.connect(tmp_path / "comeback.db")
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM meta").fetchall()
    async with store.transaction() as db:
        await db.execute(insert(meta).values(key="secret", value=b"heron"))
    await store.scrub()
    assert store.owes_scrub
    reader.close()
    await store.scrub()
    assert not store.owes_scrub
    await store.close()
