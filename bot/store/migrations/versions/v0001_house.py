"""The house: identity, shares, replies, receipts and the outbox."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    _identity()
    _shares()
    _replies()
    _delivery()


def _identity() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )
    op.create_table(
        "spaces",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("platform", sa.String(length=16), nullable=False),
        sa.Column("external", sa.String(length=64), nullable=False),
        sa.Column("retention_days", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spaces")),
        sa.UniqueConstraint("platform", "external", name=op.f("uq_spaces_platform_external")),
    )
    op.create_table(
        "day_keys",
        sa.Column("space_id", sa.String(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["space_id"], ["spaces.id"], name=op.f("fk_day_keys_space_id")),
        sa.PrimaryKeyConstraint("space_id", "day", name=op.f("pk_day_keys")),
    )
    op.create_table(
        "kept_forms",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("space_id", sa.String(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["space_id"], ["spaces.id"], name=op.f("fk_kept_forms_space_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_forms")),
    )


def _shares() -> None:
    op.create_table(
        "posts",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("space_id", sa.String(length=16), nullable=False),
        sa.Column("room", sa.String(length=16), nullable=False),
        sa.Column("under", sa.String(length=16), nullable=True),
        sa.Column("drawing", sa.String(length=100), nullable=False),
        sa.Column("ref", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["space_id"], ["spaces.id"], name=op.f("fk_posts_space_id")),
        sa.ForeignKeyConstraint(["under"], ["posts.id"], name=op.f("fk_posts_under")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_posts")),
    )
    op.create_index("ix_posts_space_id_ref", "posts", ["space_id", "ref"], unique=False)
    op.create_table(
        "shares",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("space_id", sa.String(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("author", sa.LargeBinary(), nullable=True),
        sa.Column("share_key", sa.LargeBinary(), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("stage", sa.String(length=16), nullable=True),
        sa.Column("post_id", sa.String(length=16), nullable=True),
        sa.Column("alone", sa.Integer(), nullable=False),
        sa.Column("been", sa.Integer(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_shares_post_id")),
        sa.ForeignKeyConstraint(["space_id"], ["spaces.id"], name=op.f("fk_shares_space_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shares")),
    )
    op.create_index("ix_shares_space_id_day", "shares", ["space_id", "day"], unique=False)
    op.create_table(
        "nods",
        sa.Column("share_id", sa.String(length=16), nullable=False),
        sa.Column("tag", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(["share_id"], ["shares.id"], name=op.f("fk_nods_share_id")),
        sa.PrimaryKeyConstraint("share_id", "tag", name=op.f("pk_nods")),
    )
    op.create_table(
        "voices",
        sa.Column("share_id", sa.String(length=16), nullable=False),
        sa.Column("tag", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["share_id"], ["shares.id"], name=op.f("fk_voices_share_id")),
        sa.PrimaryKeyConstraint("share_id", "tag", name=op.f("pk_voices")),
        sa.UniqueConstraint("share_id", "name", name=op.f("uq_voices_share_id_name")),
    )


def _replies() -> None:
    op.create_table(
        "replies",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("share_id", sa.String(length=16), nullable=False),
        sa.Column("space_id", sa.String(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("signed", sa.String(length=10), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("writer", sa.LargeBinary(), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("post_id", sa.String(length=16), nullable=True),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("thanked", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_replies_post_id")),
        sa.ForeignKeyConstraint(["share_id"], ["shares.id"], name=op.f("fk_replies_share_id")),
        sa.ForeignKeyConstraint(["space_id"], ["spaces.id"], name=op.f("fk_replies_space_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_replies")),
    )
    op.create_index("ix_replies_share_id", "replies", ["share_id"], unique=False)
    op.create_index("ix_replies_space_id_day", "replies", ["space_id", "day"], unique=False)
    op.create_table(
        "receipts",
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("subject", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_receipts")),
    )
    op.create_index("ix_receipts_subject", "receipts", ["subject"], unique=False)


def _delivery() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("space_id", sa.String(length=16), nullable=False),
        sa.Column("key", sa.String(length=100), nullable=True),
        sa.Column("batch", sa.String(length=100), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("recipient", sa.LargeBinary(), nullable=True),
        sa.Column("post_id", sa.String(length=16), nullable=True),
        sa.Column("drawing", sa.String(length=100), nullable=True),
        sa.Column("card", sa.LargeBinary(), nullable=True),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("lease_owner", sa.String(length=16), nullable=True),
        sa.Column("lease_until", sa.BigInteger(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("fault", sa.String(length=32), nullable=True),
        sa.Column("done", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_outbox_post_id")),
        sa.ForeignKeyConstraint(["space_id"], ["spaces.id"], name=op.f("fk_outbox_space_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("batch", name=op.f("uq_outbox_batch")),
        sa.UniqueConstraint("key", name=op.f("uq_outbox_key")),
    )
    op.create_index("ix_outbox_post_id", "outbox", ["post_id"], unique=False)
    op.create_index(
        "ix_outbox_state_priority_due", "outbox", ["state", "priority", "due"], unique=False
    )
