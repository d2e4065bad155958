"""The tables of 1.9, the first that had them."""

import sqlalchemy as sa
from alembic import op

revision = "f1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "commune",
        sa.Column("insee", sa.String(length=5), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("searched", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("department", sa.String(length=3), nullable=False),
        sa.Column("epci", sa.String(length=9), nullable=False),
        sa.Column("federation", sa.Text(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.String(length=32), nullable=False),
        sa.Column("dossier", sa.String(length=32), nullable=False),
        sa.Column("day_zero", sa.Date(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("late", sa.Integer(), nullable=False),
        sa.Column("vigilances", sa.Text(), nullable=False),
        sa.Column("calm", sa.Integer(), nullable=False),
        sa.Column("contacted", sa.Boolean(), nullable=False),
        sa.Column("contacted_on", sa.Date(), nullable=True),
        sa.Column("referent", sa.String(length=8), nullable=False),
        sa.Column("leaving", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("insee", name=op.f("pk_commune")),
    )
    op.create_index(op.f("ix_commune_department"), "commune", ["department"], unique=False)
    op.create_index(op.f("ix_commune_epci"), "commune", ["epci"], unique=False)
    op.create_index(op.f("ix_commune_calm_searched_insee"), "commune", ["calm", "searched", "insee"], unique=False)
    op.create_table(
        "receipt",
        sa.Column("file", sa.String(length=65), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("verdict", sa.String(length=10), nullable=False),
        sa.Column("why", sa.String(length=20), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("insee", sa.String(length=5), nullable=False),
        sa.Column("commune", sa.Text(), nullable=False),
        sa.Column("dossier", sa.String(length=32), nullable=False),
        sa.Column("content", sa.String(length=32), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_by", sa.Text(), nullable=False),
        sa.Column("sent_on", sa.Text(), nullable=False),
        sa.Column("addition", sa.String(length=32), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("file", name=op.f("pk_receipt")),
    )
    op.create_index(op.f("ix_receipt_added_at"), "receipt", ["added_at"], unique=False)
    op.create_index(op.f("ix_receipt_addition"), "receipt", ["addition"], unique=False)
    op.create_index(op.f("ix_receipt_insee"), "receipt", ["insee"], unique=False)
    op.create_table(
        "saved_view",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("view", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_saved_view")),
    )
    op.create_table(
        "headcount",
        sa.Column("insee", sa.String(length=5), nullable=False),
        sa.Column("list_name", sa.String(length=10), nullable=False),
        sa.Column("profession", sa.String(length=40), nullable=False),
        sa.Column("cell", sa.String(length=16), nullable=False),
        sa.Column("department", sa.String(length=3), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["insee"], ["commune.insee"], name=op.f("fk_headcount_insee")),
        sa.PrimaryKeyConstraint("insee", "list_name", "profession", "cell", name=op.f("pk_headcount")),
        sqlite_with_rowid=False,
    )
    totals = ["list_name", "cell", "department", "profession", "n"]
    op.create_index("ix_headcount_totals", "headcount", totals, unique=False)
    op.create_table(
        "version",
        sa.Column("insee", sa.String(length=5), nullable=False),
        sa.Column("content", sa.String(length=32), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dossier", sa.String(length=32), nullable=False),
        sa.Column("waits", sa.Boolean(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["insee"], ["commune.insee"], name=op.f("fk_version_insee")),
        sa.PrimaryKeyConstraint("insee", "content", name=op.f("pk_version")),
    )
    op.create_index(op.f("ix_version_insee_made_at"), "version", ["insee", "made_at"], unique=False)
