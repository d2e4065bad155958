"""What letters, legal acts, diaries and lists need to hold for any commune."""

import sqlalchemy as sa
from alembic import op

from msp_desktop.db.rebuilt import rebuilt

revision = "r5"
down_revision = "r4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what 1.3 keeps."""
    op.create_table(
        "diary_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("begins", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_diary_entry"),
        sa.UniqueConstraint("uid", name="uq_diary_entry_uid"),
    )
    _add_commitments_and_acts()
    _part_two_missions_in_one()
    _give_messages_a_model_each()


def _add_commitments_and_acts() -> None:
    """Add the lines of « à qui il rend compte », none at first, and what an arrêté needs."""
    op.create_table(
        "commitment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_commitment"),
    )
    with rebuilt("referent") as table:
        table.add_column(sa.Column("decree_number", sa.String(), nullable=False, server_default=""))
        table.add_column(sa.Column("functions", sa.String(), nullable=False, server_default=""))
        table.add_column(sa.Column("deputies_set_on", sa.Date(), nullable=True))
    with rebuilt("referent") as table:
        table.alter_column("decree_number", server_default=None)
        table.alter_column("functions", server_default=None)


def _part_two_missions_in_one() -> None:
    """Give « soutenir les professionnels » a line of its own before « mettre en valeur… »: 1.2 had both in one.

    What the town reworded or set aside stays so; the new line is kept where the old one was.
    """
    connection = op.get_bind()
    find = sa.text("SELECT theme, position, kept FROM mission WHERE kit_code = 'valoriser'")
    merged = connection.execute(find).first()
    if merged is None:
        return
    theme, position, kept = merged
    connection.execute(
        sa.text("UPDATE mission SET position = position + 1 WHERE position >= :position"), {"position": position}
    )
    connection.execute(
        sa.text(
            "INSERT INTO mission (kit_code, theme, position, text, kept) VALUES ('soutenir', :theme, :position, '', :kept)"
        ),
        {"theme": theme, "position": position, "kept": kept},
    )


def _give_messages_a_model_each() -> None:
    """Keep the town's own words for messages that shared a model in 1.2 and have one of their own."""
    for former, now in (("report", "timeline"), ("report", "referent"), ("letter", "referent-letter")):
        for part in ("subject", "body"):
            op.get_bind().execute(
                sa.text("INSERT INTO wording (code, text) SELECT :now, text FROM wording WHERE code = :former"),
                {"now": f"mail.{now}.{part}", "former": f"mail.{former}.{part}"},
            )
