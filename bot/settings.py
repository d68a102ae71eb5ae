"""The environment, read once: one table of name, default and help."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from bot.store.engine import StoreFailure, read_url

PREFIX: Final = "COMEBACK_"


class SettingsFailure(Exception):
    """A setting is unknown or wrong; the text says which and what fits, never a secret."""


class Settings(BaseModel):
    """Every setting. The environment variable is the name in capitals after ``COMEBACK_``."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True, extra="forbid")

    folder: Path = Field(
        Path(".comeback"), description="where the root key and the SQLite database are kept"
    )
    database_url: SecretStr | None = Field(
        None, description="sqlite:///… or postgresql://…; by default SQLite in the folder"
    )
    root_key: SecretStr | None = Field(
        None, description="the root key itself, as `comeback init --print` shows it"
    )
    root_key_file: Path | None = Field(
        None, description="a file with the root key only its owner can read; in the folder"
    )
    retention_days: Annotated[int, Field(ge=1, le=365)] = Field(
        30, description="days until nobody can tell any more who wrote a share"
    )
    news_after_seconds: Annotated[int, Field(ge=0, le=86_400)] = Field(
        120, description="seconds that replies are gathered before the author is told"
    )
    nods_after_seconds: Annotated[int, Field(ge=0, le=86_400)] = Field(
        1800, description="seconds that nods alone are gathered before the author is told"
    )
    counters_after_seconds: Annotated[float, Field(ge=0, le=60)] = Field(
        2.0, description="seconds that nods are gathered before the counters change"
    )
    port: Annotated[int, Field(ge=0, le=65_535)] = Field(
        8080, description="the port of /health and /ready when the bot runs; 0 takes a free one"
    )
    host: str = Field("127.0.0.1", description="the address of /health and /ready")
    log_level: str = Field(
        "INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$", description="DEBUG, INFO, WARNING or ERROR"
    )
    discord_token: SecretStr | None = Field(None, description="the Discord bot's token")
    slack_bot_token: SecretStr | None = Field(None, description="the Slack bot's token, xoxb-…")
    slack_app_token: SecretStr | None = Field(None, description="the Slack app's token, xapp-…")

    @property
    def database(self) -> str:
        """The database's URL, the default filled in."""
        if self.database_url:
            return self.database_url.get_secret_value()
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
    help: str


def load(environment: Mapping[str, str] | None = None, **given: Any) -> Settings:
    """Return the environment's settings, ``given`` over them; raises ``SettingsFailure``."""
    environment = os.environ if environment is None else environment
    names = {f"{PREFIX}{name.upper()}": name for name in Settings.model_fields}
    values: dict[str, Any] = {}
    for variable, value in environment.items():
        if not variable.startswith(PREFIX):
            continue
        if variable not in names:
            near = difflib.get_close_matches(variable, names, n=1)
            hint = f"; did you mean {near[0]}?" if near else "; `comeback settings` lists them"
            raise SettingsFailure(f"{variable} is not a setting{hint}")
        if value != "":
            values[names[variable]] = value
    try:
        settings = Settings.model_validate(values | given)
    except ValidationError as fault:
        wrong = fault.errors(include_input=False, include_url=False)[0]
        name = str(wrong["loc"][0])
        about = Settings.model_fields[name].description
        message = f"{PREFIX}{name.upper()} does not fit: {wrong['msg']} ({about})"
        raise SettingsFailure(message) from None
    try:
        read_url(settings.database)
    except StoreFailure as fault:
        raise SettingsFailure(f"{PREFIX}DATABASE_URL does not fit: {fault}") from None
    return settings


def table(settings: Settings, environment: Mapping[str, str] | None = None) -> Iterator[Row]:
    """Yield every setting as it may be shown: secrets masked, defaults named as such."""
    environment = os.environ if environment is None else environment
    for name, field in Settings.model_fields.items():
        variable = f"{PREFIX}{name.upper()}"
        value = getattr(settings, name)
        if isinstance(value, SecretStr):
            value = "••••••"
        source = "environment" if environment.get(variable) else "default"
        yield Row(variable, "" if value is None else str(value), source, field.description or "")
