"""What was asked of a database, recorded in its groups, and asked again of a copy of it alone."""

from __future__ import annotations

import time
from typing import Any

from sqlalchemy import event

from bot.store import Store


class Recorder:
    """Notes every statement that goes through a store: reads by themselves, writes by commit."""

    def __init__(self, store: Store) -> None:
        self.groups: list[tuple[bool, list[tuple[Any, Any]]]] = []
        self._under_way: dict[int, list[tuple[Any, Any]]] = {}
        engine, reader = store.engine.sync_engine, store._reader.sync_engine
        event.listen(engine, "before_execute", self._stated)
        event.listen(engine, "commit", self._committed)
        if store.is_sqlite:  # elsewhere it is the same engine, seen differently
            event.listen(reader, "before_execute", self._read)

    def _stated(
        self, connection: Any, element: Any, multi: Any, values: Any, options: Any
    ) -> None:
        if connection.get_execution_options().get("isolation_level") == "AUTOCOMMIT":
            self._read(connection, element, multi, values, options)
        else:
            mine = self._under_way.setdefault(id(connection), [])
            mine.append((element, multi or values or None))

    def _read(self, connection: Any, element: Any, multi: Any, values: Any, options: Any) -> None:
        self.groups.append((False, [(element, multi or values or None)]))

    def _committed(self, connection: Any) -> None:
        self.groups.append((True, self._under_way.pop(id(connection), [])))


async def replayed(recorder: Recorder, store: Store) -> tuple[float, float]:
    """Ask the same again, one thing after the other; return seconds by the clock and of a core."""
    began, busy = time.perf_counter(), time.process_time()
    for writes, group in recorder.groups:
        async with store.transaction() if writes else store.reading() as db:
            for element, values in group:
                done = await db.execute(element, values)
                if done.returns_rows:
                    done.all()
    return time.perf_counter() - began, time.process_time() - busy
