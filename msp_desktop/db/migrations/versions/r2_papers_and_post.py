"""Documents produced, messages sent, and a name for the dossier in calendars."""

import uuid

import sqlalchemy as sa
from alembic import op

from msp_desktop.db.rebuilt import rebuilt

revision = "r2"
down_revision = "r1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the two tables, and commune.uid filled."""
    op.create_table(
        "produced_document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("meeting_uid", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("sources", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("file_digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_produced_document"),
    )
    op.create_table(
        "sending",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=False),
        sa.Column("recipients", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("named_people", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["produced_document.id"], name="fk_sending_document_id", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_sending"),
    )
    op.create_index("ix_sending_document_id", "sending", ["document_id"])
    # Filled at once: the column says NOT NULL, as in a new dossier, and two dossiers never share a name.
    name = str(uuid.uuid4())
    with rebuilt("commune") as table:
        table.add_column(sa.Column("uid", sa.String(), nullable=False, server_default=name))
    with rebuilt("commune") as table:
        table.alter_column("uid", server_default=None)
