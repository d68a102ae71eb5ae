"""The tokens of spaces that were added by a page instead of a setting."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add one table."""
    op.create_table(
        "tokens",
        sa.Column("space_id", sa.String(length=16), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["space_id"], ["spaces.id"], name=op.f("fk_tokens_space_id")),
        sa.PrimaryKeyConstraint("space_id", name=op.f("pk_tokens")),
    )
