"""The environment, read once: one table of name, default and help.

Written by hand on purpose: one frozen dataclass costs nothing, the library that was tried for it a
sixth of the process and of the start.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any, Final

from bot import reads
from bot.store.engine import StoreFailure, read_url

PREFIX: Final = "COMEBACK_"


class SettingsFailure(Exception):
    """A setting is unknown or wrong; the text says which and what fits, never a secret."""


def _is(read: Callable[[str], Any], about: str) -> dict[str, Any]:
    return {"read": read, "about": about}


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting. Its variable is the name in capitals after ``COMEBACK_``, unless it has one.

    ``SLACK_API_URL`` is what Slack's own tools read as well.
    """

    folder: Path = field(
        default=Path(".comeback"),
        metadata=_is(Path, "where the root key and the SQLite database are kept"),
    )
    database_url: reads.Secret | None = field(
        default=None,
        metadata=_is(
            reads.Secret, "sqlite:///… or postgresql://…; by default SQLite in the folder"
        ),
    )
    root_key: reads.Secret | None = field(
        default=None,
        metadata=_is(reads.Secret, "the root key itself, as `comeback init --print` shows it"),
    )
    root_key_file: Path | None = field(
        default=None,
        metadata=_is(Path, "a file with the root key only its owner can read; in the folder"),
    )
    retention_days: int = field(
        default=30,
        metadata=_is(
            reads.between(1, 365), "days until nobody can tell any more who wrote a share"
        ),
    )
    news_after_seconds: int = field(
        default=120,
        metadata=_is(
            reads.between(0, 86_400), "seconds that replies are gathered before the author is told"
        ),
    )
    nods_after_seconds: int = field(
        default=1800,
        metadata=_is(
            reads.between(0, 86_400),
            "seconds that nods alone are gathered before the author is told",
        ),
    )
    counters_after_seconds: float = field(
        default=2.0,
        metadata=_is(
            reads.between(0, 60, float),
            "seconds that nods are gathered before the counters change",
        ),
    )
    port: int = field(
        default=8080,
        metadata=_is(
            reads.between(0, 65_535),
            "the port of /health, /ready, /metrics and of Slack over HTTP; 0 takes a free one",
        ),
    )
    host: str = field(
        default="127.0.0.1", metadata=_is(reads.words, "the address that port is listened to at")
    )
    log_level: str = field(
        default="INFO", metadata=_is(reads.level, "DEBUG, INFO, WARNING or ERROR")
    )
    discord_token: reads.Secret | None = field(
        default=None, metadata=_is(reads.Secret, "the Discord bot's token")
    )
    discord_application_id: int | None = field(
        default=None,
        metadata=_is(
            reads.snowflake, "the application's id, for the invitation; in the token as well"
        ),
    )
    discord_guild: int | None = field(
        default=None,
        metadata=_is(reads.snowflake, "the one server that sees the commands, while developing"),
    )
    discord_shards: reads.Shards | None = field(
        default=None,
        metadata=_is(reads.shards, "the shards this process runs, as 0-3/16; by default all"),
    )
    discord_api_url: str | None = field(
        default=None,
        metadata=_is(
            reads.address("http", "https"), "where Discord's API is, for a proxy or a test"
        ),
    )
    discord_gateway_url: str | None = field(
        default=None,
        metadata=_is(
            reads.address("ws", "wss"), "where Discord's gateway is, for a proxy or a test"
        ),
    )
    discord_per_second: float = field(
        default=48.5,
        metadata=_is(
            reads.between(0.1, 10_000, float),
            "requests a second to Discord; several processes share its 50, large bots have more",
        ),
    )
    slack_bot_token: reads.Secret | None = field(
        default=None,
        metadata=_is(
            reads.token("xoxb-", "the bot token"), "the one workspace's bot token, xoxb-…"
        ),
    )
    slack_app_token: reads.Secret | None = field(
        default=None,
        metadata=_is(
            reads.token("xapp-", "the app-level token"), "the app's token for Socket Mode, xapp-…"
        ),
    )
    slack_signing_secret: reads.Secret | None = field(
        default=None, metadata=_is(reads.Secret, "what Slack signs its requests over HTTP with")
    )
    slack_client_id: str | None = field(
        default=None, metadata=_is(reads.words, "the app's client id, for several workspaces")
    )
    slack_client_secret: reads.Secret | None = field(
        default=None, metadata=_is(reads.Secret, "the app's client secret, for several workspaces")
    )
    slack_url: str | None = field(
        default=None,
        metadata=_is(reads.address("http", "https"), "where Slack reaches this bot over HTTP"),
    )
    slack_path: str = field(
        default="/slack",
        metadata=_is(
            reads.matching(r"(/[A-Za-z0-9._~-]+)+", "a path such as /slack"),
            "the path below which Slack's requests come in",
        ),
    )
    slack_prefix: str = field(
        default="",
        metadata=_is(
            reads.matching(r"[a-z0-9_-]{1,12}", "at most 12 of a-z, 0-9, - and _, as job-"),
            "what Slack commands begin with, where another app has taken one",
        ),
    )
    slack_api_url: str | None = field(
        default=None,
        metadata=_is(reads.address("http", "https"), "where Slack's API is, for a proxy or a test")
        | {"variable": "SLACK_API_URL"},
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
    return {_variable(item): item.name for item in fields(Settings)}


def _variable(item: Field[Any]) -> str:
    return str(item.metadata.get("variable") or f"{PREFIX}{item.name.upper()}")


def load(environment: Mapping[str, str] | None = None) -> Settings:
    """Return the settings of the environment; raises ``SettingsFailure``."""
    environment = os.environ if environment is None else environment
    known = variables()
    reads = {item.name: item.metadata["read"] for item in fields(Settings)}
    values: dict[str, Any] = {}
    for variable, text in environment.items():
        if not variable.startswith(PREFIX) and variable not in known:
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
        variable = _variable(item)
        value = getattr(settings, item.name)
        source = "environment" if environment.get(variable) else "default"
        yield Row(variable, "" if value is None else str(value), source, item.metadata["about"])
