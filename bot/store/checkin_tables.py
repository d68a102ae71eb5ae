"""The tables of weekly check-ins; see ``bot.store.tables``."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
)

from bot.store.schema import ROW, metadata

# A member's weekly check-in: when and how is sealed with a key of its owner's, who is a keyed hash
# that is another one in every space. ``week`` is the Monday of the next one that is not planned
# yet, ``plan_on`` the day (in UTC) it falls on; without one it rests.
checkins = Table(
    "checkins",
    metadata,
    Column("id", ROW, primary_key=True),
    Column("space_id", ROW, ForeignKey("spaces.id"), nullable=False),
    Column("owner", String(25), nullable=False),
    Column("week", Date, nullable=False),
    Column("plan_on", Date),
    Column("silent", Integer, nullable=False, default=0),
    Column("sealed", LargeBinary, nullable=False),
    UniqueConstraint("space_id", "owner"),
    Index("ix_checkins_plan_on", "plan_on"),
)

# What a member answered for a week, sealed with the owner's key.
checkin_weeks = Table(
    "checkin_weeks",
    metadata,
    Column("checkin_id", ROW, ForeignKey("checkins.id"), nullable=False),
    Column("week", Date, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    PrimaryKeyConstraint("checkin_id", "week"),
    Index("ix_checkin_weeks_week", "week"),
)

# Two or three buddies, or a pod, from one week to another, and who is in it.
circles = Table(
    "circles",
    metadata,
    Column("id", ROW, primary_key=True),
    Column("space_id", ROW, ForeignKey("spaces.id"), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date, nullable=False),
    Index("ix_circles_space_id_until", "space_id", "until"),
)

circle_members = Table(
    "circle_members",
    metadata,
    Column("circle_id", ROW, ForeignKey("circles.id"), nullable=False),
    Column("checkin_id", ROW, ForeignKey("checkins.id"), nullable=False),
    Column("since", Date, nullable=False),
    Column("left", Boolean, nullable=False, default=False),
    PrimaryKeyConstraint("circle_id", "checkin_id"),
    Index("ix_circle_members_checkin_id", "checkin_id"),
)

# What a space has chosen for its check-ins, the last week that was matched and the last digest.
checkin_spaces = Table(
    "checkin_spaces",
    metadata,
    Column("space_id", ROW, ForeignKey("spaces.id"), primary_key=True),
    Column("sealed", LargeBinary),
    Column("matched", Date),
    Column("digested", Date),
)

# What a digest says, sealed: its numbers stay what they were when something is taken out of it.
digests = Table(
    "digests",
    metadata,
    Column("space_id", ROW, ForeignKey("spaces.id"), nullable=False),
    Column("week", Date, nullable=False),
    Column("post_id", ROW, ForeignKey("posts.id"), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    PrimaryKeyConstraint("space_id", "week"),
)

# Until when nobody writes something cheerful to somebody; under a keyed hash as an inbox is.
spared = Table(
    "spared",
    metadata,
    Column("tag", String(25), nullable=False),
    Column("space_id", ROW, ForeignKey("spaces.id"), nullable=False),
    Column("until", Date, nullable=False),
    PrimaryKeyConstraint("tag", "space_id"),
)
