"""Sums of what each table holds, to tell when a value has changed by itself."""

import sqlalchemy as sa
from alembic import op

revision = "r4"
down_revision = "r3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table; db.migrate fills it, as after every migration, once the tables are as they will be."""
    op.create_table(
        "content_sum",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_content_sum"),
        sqlite_with_rowid=False,
    )
