"""The tables of replies to rejection letters; see ``bot.store.tables``."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, LargeBinary, String, Table

from bot.store.schema import ROW, metadata

# A letter and what is answered to it, sealed with a key of its owner's, who is a keyed hash that
# is another one in every space. ``day`` is when it was begun: thirty days later the row goes.
drafts = Table(
    "drafts",
    metadata,
    Column("id", ROW, primary_key=True),
    Column("space_id", ROW, ForeignKey("spaces.id"), nullable=False),
    Column("owner", String(25), nullable=False),
    Column("day", Date, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Index("ix_drafts_space_id_owner", "space_id", "owner"),
    Index("ix_drafts_day", "day"),
)

# Who wants to be reminded to keep in touch, and on which day (in UTC, at most a day off theirs);
# what the next draft needs is sealed as above.
reminders = Table(
    "reminders",
    metadata,
    Column("id", ROW, primary_key=True),
    Column("space_id", ROW, ForeignKey("spaces.id"), nullable=False),
    Column("owner", String(25), nullable=False),
    Column("day", Date, nullable=False),
    Column("planned", Boolean, nullable=False, default=False),
    Column("sealed", LargeBinary, nullable=False),
    Index("ix_reminders_space_id_owner", "space_id", "owner"),
    Index("ix_reminders_day", "day"),
)
