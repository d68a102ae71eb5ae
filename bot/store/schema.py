"""What every table stands on: one schema for both databases."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from sqlalchemy import BigInteger, Dialect, MetaData, String, TypeDecorator

HEAD: Final = "0005"
"""The newest migration; a test holds it to Alembic's own answer."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept as whole milliseconds since 1970 in UTC on both databases."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Turn an instant into milliseconds."""
        return None if value is None else round(value.timestamp() * 1000)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Turn milliseconds into an instant."""
        return None if value is None else datetime.fromtimestamp(value / 1000, UTC)


ROW: Final = String(16)
"""A row's id: random, so that it says nothing of order or number."""
