"""Logs that know no one: an allow-list of fields, no messages of others, no exception texts.

Our own events are a name and row ids. What a library logs is reduced to who logged, how loud and
where; what an exception says may be what somebody wrote, so only its class and the places it
passed are kept.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any, Final, TextIO

import structlog

FIELDS: Final = frozenset(
    [
        "event",
        "level",
        "timestamp",
        "logger",
        "where",
        "raised",
        "call",
        "row",
        "kind",
        "fault",
        "count",
        "seconds",
        "ticket",
        "platform",
        "space",
        "version",
        "port",
        "keys",
    ]
)
_log = structlog.get_logger("comeback")


def _allow(logger: Any, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {key: value for key, value in event.items() if key in FIELDS}


class _Foreign(logging.Handler):
    """Passes on that a library logged something, and where, but nothing of what it said."""

    def emit(self, record: logging.LogRecord) -> None:
        raised = record.exc_info[1] if record.exc_info else None
        _log.log(
            record.levelno,
            "library",
            logger=record.name,
            where=f"{Path(record.pathname).name}:{record.lineno}",
            **({"raised": places(raised)} if raised else {}),
        )


def configure(level: str = "INFO", stream: TextIO | None = None, *, plain: bool = False) -> None:
    """Send our events and libraries' records to ``stream`` (standard error), a JSON line each.

    ``plain`` writes for people. ``level`` is a name of ``logging``.
    """
    number = logging.getLevelNamesMapping()[level.upper()]
    last: Any = (
        structlog.dev.ConsoleRenderer(colors=False)
        if plain
        else (structlog.processors.JSONRenderer())
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            _allow,
            last,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(stream or sys.stderr),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers = [_Foreign()]
    root.setLevel(number if number <= logging.DEBUG else max(number, logging.WARNING))


def event(name: str, /, **fields: object) -> None:
    """Log that something happened; fields that are not allowed are left out."""
    _log.info(name, **fields)


def warning(name: str, /, **fields: object) -> None:
    """Log that whoever runs the bot should look at something."""
    _log.warning(name, **fields)


def fault(name: str, raised: BaseException, /, **fields: object) -> None:
    """Log a fault of ours: the exception's class and the places it passed, never its text."""
    _log.error(name, raised=places(raised), **fields)


def places(raised: BaseException) -> str:
    """Return an exception's class and the last eight places it passed, innermost last."""
    frames = traceback.extract_tb(raised.__traceback__)[-8:]
    passed = " > ".join(f"{Path(at.filename).name}:{at.lineno} {at.name}" for at in frames)
    return f"{type(raised).__module__}.{type(raised).__qualname__} {passed}".strip()
