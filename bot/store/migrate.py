"""Migrations, forward only, run at every start."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from bot.store.schema import HEAD

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).with_name("migrations")
_LOCK = 0x436F6D65  # "Come": PostgreSQL's advisory lock, so that two starts do not race


class TooNew(Exception):
    """The database was made by a newer Comeback."""


def upgrade(connection: Connection) -> None:
    """Bring the schema to ``HEAD`` inside the connection's transaction.

    Raises ``TooNew`` when the database is ahead of this program.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    if current(connection) == HEAD:
        return
    # Imported here: it costs a quarter of a second, and most starts have nothing to do.
    from alembic import command
    from alembic.util import CommandError

    config = configuration()
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError:
        message = "it was made by a newer Comeback; update the program, the data is untouched"
        raise TooNew(message) from None


def configuration() -> Config:
    """Return Alembic's configuration: only where the scripts are."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def current(connection: Connection) -> str | None:
    """Return the revision the database is at, nothing for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
