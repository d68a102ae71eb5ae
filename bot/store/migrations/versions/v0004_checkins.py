"""Weekly check-ins, and indexes with which a wave costs the same a row however long it is."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_ROW = sa.String(length=16)
_WAITING = "state IN ('pending', 'sending')"
_PARTIAL = {
    "ix_outbox_due": (["priority", "due"], _WAITING),
    "ix_outbox_lease": (["lease_until"], f"{_WAITING} AND lease_until IS NOT NULL"),
    "ix_outbox_left": (["state", "fault"], "state IN ('dead', 'unsure', 'held')"),
    "ix_outbox_to": (["space_id"], "recipient IS NOT NULL"),
}


def upgrade() -> None:
    """Add seven tables and change the outbox's indexes."""
    op.drop_index("ix_outbox_state_priority_due", table_name="outbox")
    for name, (columns, where) in _PARTIAL.items():
        condition = sa.text(where)
        op.create_index(
            name, "outbox", columns, sqlite_where=condition, postgresql_where=condition
        )
    _checkins()
    _circles()
    op.create_table(
        "checkin_spaces",
        sa.Column("space_id", _ROW, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("matched", sa.Date(), nullable=True),
        sa.Column("digested", sa.Date(), nullable=True),
        _of("checkin_spaces", "space_id", "spaces.id"),
        sa.PrimaryKeyConstraint("space_id", name=op.f("pk_checkin_spaces")),
    )
    op.create_table(
        "digests",
        sa.Column("space_id", _ROW, nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("post_id", _ROW, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        _of("digests", "space_id", "spaces.id"),
        _of("digests", "post_id", "posts.id"),
        sa.PrimaryKeyConstraint("space_id", "week", name=op.f("pk_digests")),
    )
    op.create_table(
        "spared",
        sa.Column("tag", sa.String(length=25), nullable=False),
        sa.Column("space_id", _ROW, nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        _of("spared", "space_id", "spaces.id"),
        sa.PrimaryKeyConstraint("tag", "space_id", name=op.f("pk_spared")),
    )


def _of(table: str, column: str, other: str) -> Any:
    return sa.ForeignKeyConstraint([column], [other], name=op.f(f"fk_{table}_{column}"))


def _checkins() -> None:
    op.create_table(
        "checkins",
        sa.Column("id", _ROW, nullable=False),
        sa.Column("space_id", _ROW, nullable=False),
        sa.Column("owner", sa.String(length=25), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("plan_on", sa.Date(), nullable=True),
        sa.Column("silent", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        _of("checkins", "space_id", "spaces.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checkins")),
        sa.UniqueConstraint("space_id", "owner", name=op.f("uq_checkins_space_id_owner")),
    )
    op.create_index("ix_checkins_plan_on", "checkins", ["plan_on"], unique=False)
    op.create_table(
        "checkin_weeks",
        sa.Column("checkin_id", _ROW, nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        _of("checkin_weeks", "checkin_id", "checkins.id"),
        sa.PrimaryKeyConstraint("checkin_id", "week", name=op.f("pk_checkin_weeks")),
    )
    op.create_index("ix_checkin_weeks_week", "checkin_weeks", ["week"], unique=False)


def _circles() -> None:
    op.create_table(
        "circles",
        sa.Column("id", _ROW, nullable=False),
        sa.Column("space_id", _ROW, nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        _of("circles", "space_id", "spaces.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_circles")),
    )
    op.create_index("ix_circles_space_id_until", "circles", ["space_id", "until"], unique=False)
    op.create_table(
        "circle_members",
        sa.Column("circle_id", _ROW, nullable=False),
        sa.Column("checkin_id", _ROW, nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("left", sa.Boolean(), nullable=False),
        _of("circle_members", "circle_id", "circles.id"),
        _of("circle_members", "checkin_id", "checkins.id"),
        sa.PrimaryKeyConstraint("circle_id", "checkin_id", name=op.f("pk_circle_members")),
    )
    op.create_index("ix_circle_members_checkin_id", "circle_members", ["checkin_id"], unique=False)
