"""Rooms that are chosen, inboxes that are closed, spaces that were left."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add two tables, a column, and what makes deleting a whole space quick."""
    op.add_column("spaces", sa.Column("left_on", sa.Date(), nullable=True))
    op.create_table(
        "rooms",
        sa.Column("space_id", sa.String(length=16), nullable=False),
        sa.Column("room", sa.String(length=16), nullable=False),
        sa.Column("external", sa.String(length=64), nullable=False),
        sa.Column("fault", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["space_id"], ["spaces.id"], name=op.f("fk_rooms_space_id")),
        sa.PrimaryKeyConstraint("space_id", "room", name=op.f("pk_rooms")),
    )
    op.create_table(
        "closed_inboxes",
        sa.Column("tag", sa.String(length=25), nullable=False),
        sa.Column("space_id", sa.String(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["space_id"], ["spaces.id"], name=op.f("fk_closed_inboxes_space_id")
        ),
        sa.PrimaryKeyConstraint("tag", "space_id", name=op.f("pk_closed_inboxes")),
    )
    op.create_index("ix_posts_under", "posts", ["under"], unique=False)
    op.create_index("ix_shares_post_id", "shares", ["post_id"], unique=False)
    op.create_index("ix_replies_post_id", "replies", ["post_id"], unique=False)
