"""What official files told: the numbers by which they know somebody again, the files, what moved between two of them, public figures."""

import sqlalchemy as sa
from alembic import op

from msp_desktop.db.rebuilt import rebuilt

revision = "r9"
down_revision = "r8"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what 1.8 keeps."""
    for table_name, number in (("health_professional", "rpps"), ("offer", "finess")):
        with rebuilt(table_name) as table:
            table.add_column(sa.Column(number, sa.String(), nullable=False, server_default=""))
        with rebuilt(table_name) as table:
            table.alter_column(number, server_default=None)
    op.create_table(
        "official_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=True),
        sa.Column("read_at", sa.DateTime(), nullable=False),
        sa.Column("communes", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_official_file"),
    )
    op.create_table(
        "movement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("professional_id", sa.Integer(), nullable=True),
        sa.Column("offer_id", sa.Integer(), nullable=True),
        sa.Column("town", sa.String(), nullable=False),
        sa.Column("town_before", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_movement"),
        sa.ForeignKeyConstraint(
            ["professional_id"], ["health_professional.id"], name="fk_movement_professional_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["offer_id"], ["offer.id"], name="fk_movement_offer_id", ondelete="CASCADE"),
    )
    for name in ("professional_id", "offer_id"):
        op.create_index(f"ix_movement_{name}", "movement", [name])
    op.create_table(
        "public_figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("dated_on", sa.Date(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_public_figure"),
    )
