"""Every table, once, for both databases.

What a thief of the database sees is in these columns: row ids, days, states, counts and
ciphertext. A row a member owns carries ``Member.id``; a row of anonymous content never does.
"""

from __future__ import annotations

from typing import Final

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
    Text,
    UniqueConstraint,
    text,
)

from bot.store.schema import ROW, Instant, metadata

meta = Table(
    "meta", metadata, Column("key", String(32), primary_key=True), Column("value", LargeBinary)
)

spaces = Table(
    "spaces",
    metadata,
    Column("id", ROW, primary_key=True),
    Column("platform", String(16), nullable=False),
    Column("external", String(64), nullable=False),
    Column("retention_days", Integer, nullable=False),
    Column("left_on", Date),  # the day the bot was taken out; a week later all of it goes
    UniqueConstraint("platform", "external"),
)

# Which of the platform's channels is which room, and what kept the bot out of it last.
rooms = Table(
    "rooms",
    metadata,
    Column("space_id", ROW, ForeignKey("spaces.id"), nullable=False),
    Column("room", String(16), nullable=False),
    Column("external", String(64), nullable=False),
    Column("fault", String(32)),
    PrimaryKeyConstraint("space_id", "room"),
)

# What lets the bot into a space that was added by a page; sealed with a key of the root key's.
tokens = Table(
    "tokens",
    metadata,
    Column("space_id", ROW, ForeignKey("spaces.id"), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
)

# Inboxes the platform lets the bot write to no more, each under a keyed hash of its member and the
# space; what was for them waits in the outbox.
closed_inboxes = Table(
    "closed_inboxes",
    metadata,
    Column("tag", String(25), nullable=False),
    Column("space_id", ROW, ForeignKey("spaces.id"), nullable=False),
    Column("day", Date, nullable=False),
    PrimaryKeyConstraint("tag", "space_id"),
)

day_keys = Table(
    "day_keys",
    metadata,
    Column("space_id", ROW, ForeignKey("spaces.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
    PrimaryKeyConstraint("space_id", "day"),
)

# Answers that did not fit, until the form is opened again. Whose they are is inside.
kept_forms = Table(
    "kept_forms",
    metadata,
    Column("id", ROW, primary_key=True),
    Column("space_id", ROW, ForeignKey("spaces.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

# What the bot has put, or will put, in a room; ``ref`` is the platform's id of the bot's message.
posts = Table(
    "posts",
    metadata,
    Column("id", ROW, primary_key=True),
    Column("space_id", ROW, ForeignKey("spaces.id"), nullable=False),
    Column("room", String(16), nullable=False),
    Column("under", ROW, ForeignKey("posts.id")),
    Column("drawing", String(100), nullable=False),
    Column("ref", Text),
    Index("ix_posts_space_id_ref", "space_id", "ref"),
    Index("ix_posts_under", "under"),
)

shares = Table(
    "shares",
    metadata,
    Column("id", ROW, primary_key=True),
    Column("space_id", ROW, ForeignKey("spaces.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("state", String(8), nullable=False),
    Column("author", LargeBinary),
    Column("share_key", LargeBinary),
    Column("words", LargeBinary),
    Column("stage", String(16)),
    Column("post_id", ROW, ForeignKey("posts.id")),
    Column("alone", Integer, nullable=False, default=0),
    Column("been", Integer, nullable=False, default=0),
    Column("told", Integer, nullable=False, default=0),
    Index("ix_shares_space_id_day", "space_id", "day"),
    Index("ix_shares_post_id", "post_id"),
)

nods = Table(
    "nods",
    metadata,
    Column("share_id", ROW, ForeignKey("shares.id"), nullable=False),
    Column("tag", LargeBinary, nullable=False),
    Column("kind", String(8), nullable=False),
    PrimaryKeyConstraint("share_id", "tag"),
)

voices = Table(
    "voices",
    metadata,
    Column("share_id", ROW, ForeignKey("shares.id"), nullable=False),
    Column("tag", LargeBinary, nullable=False),
    Column("name", String(40), nullable=False),
    PrimaryKeyConstraint("share_id", "tag"),
    UniqueConstraint("share_id", "name"),
)

replies = Table(
    "replies",
    metadata,
    Column("id", ROW, primary_key=True),
    Column("share_id", ROW, ForeignKey("shares.id"), nullable=False),
    Column("space_id", ROW, ForeignKey("spaces.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("state", String(8), nullable=False),
    Column("signed", String(10), nullable=False),
    Column("name", String(40), nullable=False),
    Column("writer", LargeBinary),
    Column("words", LargeBinary),
    Column("post_id", ROW, ForeignKey("posts.id")),
    Column("told", Boolean, nullable=False, default=False),
    Column("thanked", Boolean, nullable=False, default=False),
    Index("ix_replies_share_id", "share_id"),
    Index("ix_replies_space_id_day", "space_id", "day"),
    Index("ix_replies_post_id", "post_id"),
)

# The hash of a receipt, and what it lets its holder delete or lock.
receipts = Table(
    "receipts",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    Column("kind", String(8), nullable=False),
    Column("subject", ROW, nullable=False),
    Index("ix_receipts_subject", "subject"),
)

# Conditions of partial indexes. Written out, since with bound values no database would use them.
WAITING: Final = text("state IN ('pending', 'sending')")
LEASED: Final = text("state IN ('pending', 'sending') AND lease_until IS NOT NULL")
LEFT: Final = text("state IN ('dead', 'unsure', 'held')")
TO_SOMEBODY: Final = text("recipient IS NOT NULL")

# Everything the bot sends on its own. ``key`` is for ever; ``batch`` only until the row is sent.
outbox = Table(
    "outbox",
    metadata,
    Column("id", ROW, primary_key=True),
    Column("kind", String(8), nullable=False),
    Column("space_id", ROW, ForeignKey("spaces.id"), nullable=False),
    Column("key", String(100), unique=True),
    Column("batch", String(100), unique=True),
    Column("day", Date, nullable=False),
    Column("recipient", LargeBinary),
    Column("post_id", ROW, ForeignKey("posts.id")),
    Column("drawing", String(100)),
    Column("card", LargeBinary),
    Column("due", Instant, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("state", String(8), nullable=False),
    Column("lease_owner", String(16)),
    Column("lease_until", Instant),
    Column("attempts", Integer, nullable=False, default=0),
    Column("fault", String(32)),
    Column("done", Date),  # the day is enough, and tells nobody when something was typed
    Index("ix_outbox_due", "priority", "due", sqlite_where=WAITING, postgresql_where=WAITING),
    Index("ix_outbox_lease", "lease_until", sqlite_where=LEASED, postgresql_where=LEASED),
    Index("ix_outbox_left", "state", "fault", sqlite_where=LEFT, postgresql_where=LEFT),
    Index("ix_outbox_to", "space_id", sqlite_where=TO_SOMEBODY, postgresql_where=TO_SOMEBODY),
    Index("ix_outbox_post_id", "post_id"),
)
