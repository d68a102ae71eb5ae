"""Replies to rejection letters, and reminders to keep in touch."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_ROW = sa.String(length=16)


def upgrade() -> None:
    """Add two tables."""
    _table("drafts")
    _table("reminders", sa.Column("planned", sa.Boolean(), nullable=False))


def _table(name: str, *more: sa.Column[Any]) -> None:
    """Add a table of things a member owns, each with a day."""
    op.create_table(
        name,
        sa.Column("id", _ROW, nullable=False),
        sa.Column("space_id", _ROW, nullable=False),
        sa.Column("owner", sa.String(length=25), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        *more,
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["space_id"], ["spaces.id"], name=op.f(f"fk_{name}_space_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    op.create_index(f"ix_{name}_space_id_owner", name, ["space_id", "owner"], unique=False)
    op.create_index(f"ix_{name}_day", name, ["day"], unique=False)
