"""The engine, and transactions that join the one around them."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from base64 import b32encode
from collections.abc import AsyncIterator, Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, event, exc, make_url
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.store import migrate

if TYPE_CHECKING:
    from sqlalchemy.dialects.sqlite import Insert

_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}


class StoreFailure(Exception):
    """The database cannot be used; the text says why, without the password."""


@dataclass(slots=True)
class _Open:
    """A transaction under way, the task it belongs to, and what follows its commit."""

    connection: AsyncConnection
    task: asyncio.Task[Any] | None
    after: list[Callable[[], None]] = field(default_factory=list)


_open: ContextVar[_Open | None] = ContextVar("comeback_transaction", default=None)


def new_id() -> str:
    """Return a new row's id: 60 random bits in base 32, in lower case."""
    return b32encode(secrets.token_bytes(8)).decode().lower()[:12]


def read_url(text: str) -> URL:
    """Return the database's URL with the driver it is used through.

    Raises ``StoreFailure`` for what is neither SQLite nor PostgreSQL.
    """
    try:
        url = make_url(text.replace("postgres://", "postgresql://", 1))
    except (exc.ArgumentError, ValueError):
        message = "it is not a database URL, such as sqlite:///comeback.db or postgresql://…"
        raise StoreFailure(message) from None
    backend = url.drivername.split("+")[0]
    if backend not in _DRIVERS:
        message = f"Comeback keeps its data in SQLite or PostgreSQL, not in {backend!r}"
        raise StoreFailure(message)
    return url.set(drivername=_DRIVERS[backend])


class Store:
    """One database. Repositories take their connection from ``transaction`` or ``reading``."""

    def __init__(self, url: str) -> None:
        self.url = read_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine, self._reader = _sqlite(self.url) if self.is_sqlite else _postgresql(self.url)
        # One writer at a time is all SQLite has; waiting here is fair and costs no busy loop.
        self._writing = asyncio.Lock() if self.is_sqlite else contextlib.nullcontext()
        self.owes_scrub = False
        self.insert = _insert(is_sqlite=self.is_sqlite)
        """``INSERT`` with ``on_conflict_do_nothing`` and ``on_conflict_do_update``."""

    async def open(self) -> None:
        """Bring the schema up to date; raises ``StoreFailure`` when the database is not usable."""
        where = self.url.render_as_string(hide_password=True)
        folder = Path(self.url.database or "").parent
        if self.is_sqlite and not folder.is_dir():
            message = f"there is no folder {folder} for the database; `comeback init` makes ours"
            raise StoreFailure(message)
        try:
            async with self.engine.begin() as connection:
                await connection.run_sync(migrate.upgrade)
        except migrate.TooNew as fault:
            raise StoreFailure(f"{where}: {fault}") from None
        except (exc.SQLAlchemyError, OSError) as fault:
            reason = str(getattr(fault, "orig", None) or fault).split("\n")[0]
            message = f"{where} cannot be used: {reason or type(fault).__name__}"
            raise StoreFailure(message) from None

    async def close(self) -> None:
        """Close every connection."""
        await self._reader.dispose()
        await self.engine.dispose()

    @contextlib.asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncConnection]:
        """Give a connection inside a transaction, the surrounding one when there is one.

        On SQLite a task inside one must not be cancelled: the statement under way goes on in its
        thread, and the connection may keep the lock. Nothing here does; see ``bot.running``.
        """
        around = _open.get()
        if around is not None and around.task is asyncio.current_task():
            yield around.connection
            return
        async with self._writing, self.engine.begin() as connection:
            mine = _Open(connection, asyncio.current_task())
            token = _open.set(mine)
            try:
                yield connection
            finally:
                _open.reset(token)
        for callback in mine.after:
            callback()

    @contextlib.asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """Give a connection to read with, the surrounding transaction's if there is one.

        Without one every query stands for itself.
        """
        around = _open.get()
        if around is not None and around.task is asyncio.current_task():
            yield around.connection
            return
        async with self._reader.connect() as connection:
            yield connection

    def after_commit(self, callback: Callable[[], None]) -> None:
        """Call ``callback`` once the transaction under way is committed, or now without one."""
        around = _open.get()
        if around is not None and around.task is asyncio.current_task():
            around.after.append(callback)
        else:
            callback()

    async def scrub(self) -> None:
        """Make what was deleted leave the disk: SQLite's write-ahead log is emptied.

        While somebody else reads the file it cannot be; then ``owes_scrub`` is set and the
        hourly sweep tries again. A start does it too, for a stop in between.

        ``secure_delete`` overwrites rows in the database's file, but not in the log. PostgreSQL
        has no such step; PRIVACY.md says what its operator does.
        """
        if self.is_sqlite:
            async with self._writing, self._reader.connect() as connection:
                for pragma in ("query_only=OFF", "busy_timeout=1000"):
                    await connection.exec_driver_sql(f"PRAGMA {pragma}")
                done = await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                self.owes_scrub = done.one()[0] != 0
                for pragma in ("query_only=ON", "busy_timeout=30000"):
                    await connection.exec_driver_sql(f"PRAGMA {pragma}")


def _insert(*, is_sqlite: bool) -> Callable[[Table], Insert]:
    """Return the dialect's ``insert``; PostgreSQL's is a twentieth of the process, so not both."""
    if is_sqlite:
        from sqlalchemy.dialects.sqlite import insert

        return insert
    from sqlalchemy.dialects.postgresql import insert as postgresql_insert

    return postgresql_insert  # type: ignore[return-value]  # alike in what is used of it


def _postgresql(url: URL) -> tuple[AsyncEngine, AsyncEngine]:
    """Return an engine to write through, and the same one reading without transactions.

    ``hide_parameters`` here and below: an error or a DEBUG log never holds what somebody wrote.
    """
    engine = create_async_engine(
        url, hide_parameters=True, pool_pre_ping=True, skip_autocommit_rollback=True
    )
    return engine, engine.execution_options(isolation_level="AUTOCOMMIT")


def _sqlite(url: URL) -> tuple[AsyncEngine, AsyncEngine]:
    """Return an engine with the one connection that writes, and one whose connections cannot."""
    from bot.store.cursor import Driver

    how: dict[str, Any] = {
        "module": Driver(),
        "hide_parameters": True,
        "connect_args": {"isolation_level": None, "timeout": 30},
    }
    writer = create_async_engine(url, pool_size=1, max_overflow=0, **how)
    reader = create_async_engine(
        url, isolation_level="AUTOCOMMIT", skip_autocommit_rollback=True, **how
    )
    always = ("secure_delete=ON", "foreign_keys=ON", "busy_timeout=30000")

    @event.listens_for(writer.sync_engine, "connect")
    def prepare_writer(connection: Any, record: object) -> None:
        _pragmas(connection, "journal_mode=WAL", "synchronous=FULL", *always)

    @event.listens_for(reader.sync_engine, "connect")
    def prepare_reader(connection: Any, record: object) -> None:
        _pragmas(connection, "query_only=ON", *always)

    @event.listens_for(writer.sync_engine, "begin")
    def begin(connection: Any) -> None:
        # sqlite3 would begin late and as a reader; upgrading then fails at once when busy.
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return writer, reader


def _pragmas(connection: Any, *pragmas: str) -> None:
    cursor = connection.cursor()
    for pragma in pragmas:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
