"""The environment, read once: one table of name, default and help.

Written by hand on purpose: one frozen dataclass costs nothing, the library that was tried for it a
sixth of the process and of the start.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final, Protocol

from bot.store.engine import StoreFailure, read_url

PREFIX: Final = "COMEBACK_"


class SettingsFailure(Exception):
    """A setting is unknown or wrong; the text says which and what fits, never a secret."""


class Secret:
    """A value nobody prints by mistake."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """Return the value."""
        return self._text

    def __repr__(self) -> str:
        return "••••••"


class _Number(Protocol):
    def __le__(self, other: Any, /) -> bool: ...
    def __ge__(self, other: Any, /) -> bool: ...


def _between(least: _Number, most: _Number, kind: Callable[[str], Any] = int) -> Any:
    def read(text: str) -> Any:
        value = kind(text)
        if not least <= value <= most:
            raise ValueError
        return value

    read.__doc__ = f"a number from {least} to {most}"
    return read


def _snowflake(text: str) -> int:
    """Read an id."""
    if not (text.isdecimal() and text.isascii() and 15 <= len(text) <= 20):
        raise ValueError
    return int(text)


_snowflake.__doc__ = 'the number Discord shows with "Copy ID" in its developer mode'


def _address(*schemes: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not text.startswith(tuple(f"{scheme}://" for scheme in schemes)):
            raise ValueError
        return text

    read.__doc__ = f"an address that begins with {' or '.join(f'{one}://' for one in schemes)}"
    return read


@dataclass(frozen=True, slots=True)
class Shards:
    """Which shards this process runs, of how many."""

    ids: range
    count: int

    def __str__(self) -> str:
        return f"{self.ids.start}-{self.ids.stop - 1}/{self.count}"


def _shards(text: str) -> Shards:
    """Read the first and the last shard and how many there are in all."""
    part, _, count = text.partition("/")
    first, _, last = part.partition("-")
    shards = Shards(range(int(first), int(last or first) + 1), int(count))
    if not (shards.ids and shards.ids.start >= 0 and shards.ids.stop <= shards.count):
        raise ValueError
    return shards


_shards.__doc__ = "the first and the last shard and how many there are in all, as 0-3/16"


def _level(text: str) -> str:
    """DEBUG, INFO, WARNING or ERROR."""
    if text.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR"):
        raise ValueError
    return text.upper()


def _text(text: str) -> str:
    """Return any text."""
    return text


def _is(read: Callable[[str], Any], about: str) -> dict[str, Any]:
    return {"read": read, "about": about}


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting. The environment variable is the name in capitals after ``COMEBACK_``."""

    folder: Path = field(
        default=Path(".comeback"),
        metadata=_is(Path, "where the root key and the SQLite database are kept"),
    )
    database_url: Secret | None = field(
        default=None,
        metadata=_is(Secret, "sqlite:///… or postgresql://…; by default SQLite in the folder"),
    )
    root_key: Secret | None = field(
        default=None,
        metadata=_is(Secret, "the root key itself, as `comeback init --print` shows it"),
    )
    root_key_file: Path | None = field(
        default=None,
        metadata=_is(Path, "a file with the root key only its owner can read; in the folder"),
    )
    retention_days: int = field(
        default=30,
        metadata=_is(_between(1, 365), "days until nobody can tell any more who wrote a share"),
    )
    news_after_seconds: int = field(
        default=120,
        metadata=_is(
            _between(0, 86_400), "seconds that replies are gathered before the author is told"
        ),
    )
    nods_after_seconds: int = field(
        default=1800,
        metadata=_is(
            _between(0, 86_400), "seconds that nods alone are gathered before the author is told"
        ),
    )
    counters_after_seconds: float = field(
        default=2.0,
        metadata=_is(
            _between(0, 60, float), "seconds that nods are gathered before the counters change"
        ),
    )
    port: int = field(
        default=8080,
        metadata=_is(_between(0, 65_535), "the port of /health and /ready; 0 takes a free one"),
    )
    host: str = field(
        default="127.0.0.1", metadata=_is(_text, "the address of /health and /ready")
    )
    log_level: str = field(default="INFO", metadata=_is(_level, "DEBUG, INFO, WARNING or ERROR"))
    discord_token: Secret | None = field(
        default=None, metadata=_is(Secret, "the Discord bot's token")
    )
    discord_application_id: int | None = field(
        default=None,
        metadata=_is(_snowflake, "the application's id, for the invitation; in the token as well"),
    )
    discord_guild: int | None = field(
        default=None,
        metadata=_is(_snowflake, "the one server that sees the commands, while developing"),
    )
    discord_shards: Shards | None = field(
        default=None,
        metadata=_is(_shards, "the shards this process runs, as 0-3/16; by default all"),
    )
    discord_api_url: str | None = field(
        default=None,
        metadata=_is(_address("http", "https"), "where Discord's API is, for a proxy or a test"),
    )
    discord_gateway_url: str | None = field(
        default=None,
        metadata=_is(_address("ws", "wss"), "where Discord's gateway is, for a proxy or a test"),
    )
    slack_bot_token: Secret | None = field(
        default=None, metadata=_is(Secret, "the Slack bot's token, xoxb-…")
    )
    slack_app_token: Secret | None = field(
        default=None, metadata=_is(Secret, "the Slack app's token, xapp-…")
    )

    @property
    def database(self) -> str:
        """The database's URL, the default filled in."""
        if self.database_url:
            return self.database_url.reveal()
        return f"sqlite:///{self.folder / 'comeback.db'}"

    @property
    def key_file(self) -> Path:
        """The root key's file, the default filled in."""
        return self.root_key_file or self.folder / "root.key"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: the variable, its value as it may be shown, where from, and help."""

    variable: str
    value: str
    source: str
    about: str


def variables() -> dict[str, str]:
    """Return the field of ``Settings`` for every variable of the environment."""
    return {f"{PREFIX}{item.name.upper()}": item.name for item in fields(Settings)}


def load(environment: Mapping[str, str] | None = None) -> Settings:
    """Return the settings of the environment; raises ``SettingsFailure``."""
    environment = os.environ if environment is None else environment
    known = variables()
    reads = {item.name: item.metadata["read"] for item in fields(Settings)}
    values: dict[str, Any] = {}
    for variable, text in environment.items():
        if not variable.startswith(PREFIX):
            continue
        if variable not in known:
            near = difflib.get_close_matches(variable, known, n=1)
            hint = f"; did you mean {near[0]}?" if near else "; `comeback settings` lists them"
            raise SettingsFailure(f"{variable} is not a setting{hint}")
        read = reads[known[variable]]
        try:
            values |= {known[variable]: read(text)} if text else {}
        except ValueError:
            message = f"{variable} does not fit: it should be {(read.__doc__ or '').rstrip('.')}"
            raise SettingsFailure(message) from None
    settings = Settings(**values)
    try:
        read_url(settings.database)
    except StoreFailure as fault:
        raise SettingsFailure(f"{PREFIX}DATABASE_URL does not fit: {fault}") from None
    return settings


def table(settings: Settings, environment: Mapping[str, str] | None = None) -> Iterator[Row]:
    """Yield every setting as it may be shown: secrets masked, defaults named as such."""
    environment = os.environ if environment is None else environment
    for item in fields(Settings):
        variable = f"{PREFIX}{item.name.upper()}"
        value = getattr(settings, item.name)
        source = "environment" if environment.get(variable) else "default"
        yield Row(variable, "" if value is None else str(value), source, item.metadata["about"])
