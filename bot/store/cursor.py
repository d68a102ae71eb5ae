"""SQLite by aiosqlite with one visit to its thread for a statement, where SQLAlchemy makes four.

Making a cursor, executing, fetching and closing are each handed to the thread and waited for.
Measured: that was more than half of the time of everything the bot does.
"""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import aiosqlite
from sqlalchemy.connectors.asyncio import AsyncAdapt_dbapi_cursor
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_dbapi,
)


@dataclass(frozen=True, slots=True)
class _Done:
    """What a statement left: as a cursor would say it, once it is closed."""

    description: Any = None
    rowcount: int = -1
    lastrowid: int | None = None
    rows: Sequence[Any] = ()


def _execute(connection: sqlite3.Connection, operation: str, parameters: Any) -> _Done:
    """Execute a statement and read all of it, in the connection's thread."""
    cursor = connection.execute(operation, parameters or ())
    try:
        rows = cursor.fetchall() if cursor.description else ()
        return _Done(cursor.description, cursor.rowcount, cursor.lastrowid, rows)
    finally:
        cursor.close()


def _execute_many(connection: sqlite3.Connection, operation: str, parameters: Any) -> _Done:
    """Execute a statement once for each of many parameters, in the connection's thread."""
    cursor = connection.executemany(operation, parameters)
    try:
        return _Done(None, cursor.rowcount, cursor.lastrowid)
    finally:
        cursor.close()


class _Cursor(AsyncAdapt_dbapi_cursor):
    """A cursor that holds nothing open."""

    __slots__ = ("_done", "arraysize")

    def __init__(self, adapt_connection: Any) -> None:
        self._adapt_connection = adapt_connection
        self._connection = adapt_connection._connection  # noqa: SLF001 - as SQLAlchemy's own does
        self._rows = deque()
        self._done = _Done()
        self.arraysize = 1

    @property
    def description(self) -> Any:
        """What the columns are."""
        return self._done.description

    @property
    def rowcount(self) -> int:
        """How many rows were changed."""
        return self._done.rowcount

    @property
    def lastrowid(self) -> int:
        """The last row that was added."""
        return self._done.lastrowid or 0

    async def _async_soft_close(self) -> None:
        pass  # it is closed

    def close(self) -> None:
        """Let go of what was not read."""
        self._rows.clear()

    async def _execute_async(self, operation: Any, parameters: Any) -> Any:
        await self._run(_execute, operation, parameters)
        self._rows = deque(self._done.rows)

    async def _executemany_async(self, operation: Any, seq_of_parameters: Any) -> Any:
        await self._run(_execute_many, operation, seq_of_parameters)

    async def _run(self, what: Any, operation: Any, parameters: Any) -> None:
        connection: Any = self._connection
        inner = connection._conn  # noqa: SLF001 - aiosqlite's connection, and its way to it
        async with self._adapt_connection._execute_mutex:  # noqa: SLF001 - SQLAlchemy's own does
            self._done = await connection._execute(what, inner, operation, parameters)  # noqa: SLF001


class _Connection(AsyncAdapt_aiosqlite_connection):
    __slots__ = ()

    _cursor_cls = _Cursor  # type: ignore[assignment]  # SQLAlchemy's adds nothing to its base


class Driver(AsyncAdapt_aiosqlite_dbapi):
    """The module of ``create_async_engine``: aiosqlite, with cursors of ours."""

    def __init__(self) -> None:
        super().__init__(aiosqlite, sqlite3)

    def connect(self, *arguments: Any, **more: Any) -> AsyncAdapt_aiosqlite_connection:
        """Connect as SQLAlchemy does."""
        made = super().connect(*arguments, **more)
        return _Connection(self, made._connection)  # noqa: SLF001 - the same, seen differently
