"""Which lines of the federation's answers the town accepted, or left aside."""

import sqlalchemy as sa
from alembic import op

revision = "r10"
down_revision = "r9"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what 1.9 keeps."""
    op.create_table(
        "answered_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_answered_line"),
        sa.UniqueConstraint("key", name="uq_answered_line_key"),
    )
