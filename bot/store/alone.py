"""One process a SQLite file: a second one that would send and plan says so and ends."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from bot.store.engine import Store, StoreFailure


@contextlib.contextmanager
def alone(store: Store) -> Iterator[None]:
    """Hold a SQLite database for this process as long as the block lasts.

    The lock is SQLite's own, on a file beside the database: it works on every system, and goes
    with the process however that ends. On PostgreSQL any number of processes may run. Raises
    ``StoreFailure`` when another process holds it.
    """
    path = store.url.database
    if not store.is_sqlite or path is None or path in ("", ":memory:"):
        yield
        return
    beside = f"{Path(path).resolve()}.running"
    try:
        held = sqlite3.connect(beside, timeout=0, isolation_level=None)
    except sqlite3.OperationalError:
        message = f"{beside} cannot be opened; it keeps a second process from the database"
        raise StoreFailure(message) from None
    with contextlib.closing(held):
        try:
            held.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            message = (
                f"another Comeback is running on {path}; SQLite takes one process, "
                "PostgreSQL any number"
            )
            raise StoreFailure(message) from None
        yield
