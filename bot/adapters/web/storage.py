"""The playground's own file: its messages, what was read, and how far its clock was moved.

Apart from the bot's database, as a real platform's messages are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import aiosqlite

from bot.adapters.web.posts import Post
from bot.packing import pack, unpack

FILE: Final = "playground.db"
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "busy_timeout=30000")
_TABLES = """
create table if not exists posts (
    number integer primary key, version integer not null, place text not null, at text not null,
    author text not null, "to" text not null, text text not null, card text,
    under integer, nonce text not null
);
create table if not exists seen (
    person text not null, place text not null, version integer not null,
    primary key (person, place)
);
create table if not exists state (name text primary key, value integer not null);
"""
_COLUMNS = 'number, version, place, at, author, "to", text, card, under, nonce'


class Storage:
    """One SQLite file, written as things happen and read once, when the playground starts."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._open: aiosqlite.Connection | None = None

    async def open(self) -> None:
        """Open the file; it and its folder are made where there are none."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._open = await aiosqlite.connect(self._path)
        for pragma in _PRAGMAS:
            await self._open.execute(f"pragma {pragma}")
        await self._open.executescript(_TABLES)

    async def close(self) -> None:
        """Close the file."""
        if self._open is not None:
            await self._open.close()
            self._open = None

    async def posts(self) -> list[Post]:
        """Return every message, in order."""
        query = f"select {_COLUMNS} from posts order by number"  # noqa: S608 - names of our own
        async with self._file.execute(query) as rows:
            return [_post(row) async for row in rows]

    async def keep(self, posts: Iterable[Post]) -> None:
        """Write messages, new or changed, all or none of them."""
        rows = [_row(post) for post in posts]
        marks = ", ".join("?" * len(_COLUMNS.split(",")))
        await self._file.executemany(
            f"insert or replace into posts ({_COLUMNS}) values ({marks})",  # noqa: S608 - as above
            rows,
        )
        await self._file.commit()

    async def seen(self) -> dict[tuple[str, str], int]:
        """Return up to which version each person has read each place."""
        async with self._file.execute("select person, place, version from seen") as rows:
            return {(person, place): version async for person, place, version in rows}

    async def keep_seen(self, person: str, place: str, version: int) -> None:
        """Write down up to where a person has read a place."""
        await self._file.execute(
            "insert or replace into seen values (?, ?, ?)", (person, place, version)
        )
        await self._file.commit()

    async def count_opening(self) -> int:
        """Return how many times the playground was started, this time included."""
        openings = await self._state("openings") + 1
        await self._keep_state("openings", openings)
        return openings

    async def is_settled(self) -> bool:
        """Return whether the little community was ever brought in to its end."""
        return bool(await self._state("settled"))

    async def keep_settled(self) -> None:
        """Write down that the little community is in."""
        await self._keep_state("settled", 1)

    async def clear(self) -> None:
        """Delete every message."""
        await self._file.execute("delete from posts")
        await self._file.commit()

    async def offset(self) -> timedelta:
        """Return how far the clock was moved."""
        return timedelta(microseconds=await self._state("offset"))

    async def keep_offset(self, offset: timedelta) -> None:
        """Write down how far the clock was moved."""
        await self._keep_state("offset", offset // timedelta(microseconds=1))

    @property
    def _file(self) -> aiosqlite.Connection:
        if self._open is None:
            message = "the playground is not started"
            raise RuntimeError(message)
        return self._open

    async def _state(self, name: str) -> int:
        query = "select value from state where name = ?"
        async with self._file.execute(query, (name,)) as rows:
            row = await rows.fetchone()
        return int(row[0]) if row else 0

    async def _keep_state(self, name: str, value: int) -> None:
        await self._file.execute("insert or replace into state values (?, ?)", (name, value))
        await self._file.commit()


def _row(post: Post) -> tuple[object, ...]:
    card = json.dumps(pack(post.card)) if post.card else None
    at = post.at.isoformat()
    return (
        post.number,
        post.version,
        post.place,
        at,
        post.author,
        post.to,
        post.text,
        card,
        post.under,
        post.nonce,
    )  # fmt: skip - in the order of the columns


def _post(row: aiosqlite.Row) -> Post:
    number, version, place, at, author, to, text, packed, under, nonce = row
    card = unpack(json.loads(packed)) if packed else None
    when = datetime.fromisoformat(at)
    return Post(number, version, place, when, author, to, text, card, under, nonce)
