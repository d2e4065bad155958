"""The long road after day 100, and the town that carries or joins a CLS."""

import sqlalchemy as sa
from alembic import op

revision = "r7"
down_revision = "r6"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what 1.5 keeps."""
    _add_road()
    _add_conditions()
    _add_coordination()
    _add_sheets()
    _add_instances()
    _add_walls()
    _add_questionnaire()


def _add_road() -> None:
    """Add the road: planned dates of the stages, their own steps, what neighbouring towns lived."""


def _add_conditions() -> None:
    """Add how far the conditions for success are, and the schemes the territory has."""


def _add_coordination() -> None:
    """Add how a CLS is coordinated, the coordinator's post, the local diagnosis."""


def _add_sheets() -> None:
    """Add priority axes, objectives, action sheets and what they cost."""


def _add_instances() -> None:
    """Add the bodies that steer, the calls watched, the evaluation."""


def _add_walls() -> None:
    """Add what a building would cost, and how newcomers are welcomed."""
    op.create_table(
        "premises",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first_year", sa.Integer(), nullable=True),
        sa.Column("shared_area", sa.Integer(), nullable=True),
        sa.Column("rent", sa.Integer(), nullable=True),
        sa.Column("charges", sa.Integer(), nullable=True),
        sa.Column("works", sa.Integer(), nullable=True),
        sa.Column("grants", sa.Integer(), nullable=True),
        sa.Column("loan_years", sa.Integer(), nullable=True),
        sa.Column("loan_rate", sa.Float(), nullable=True),
        sa.Column("other_costs", sa.Integer(), nullable=True),
        sa.Column("months_to_fill", sa.Integer(), nullable=False),
        sa.Column("leaving_year", sa.Integer(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_premises"),
    )
    op.create_table(
        "premises_need",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("profession", sa.String(), nullable=False),
        sa.Column("offices", sa.Integer(), nullable=False),
        sa.Column("area", sa.Integer(), nullable=True),
        sa.Column("sure", sa.Integer(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column("leaving", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_premises_need"),
    )
    op.create_table(
        "welcome_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("for_whom", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("details", sa.String(), nullable=False),
        sa.Column("on_page", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_welcome_entry"),
    )
    op.create_table(
        "welcome_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kit_code", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("moment", sa.String(), nullable=False),
        sa.Column("for_whom", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_welcome_step"),
    )
    with op.batch_alter_table("assignment") as table:
        for record in ("welcome_entry", "welcome_step"):
            table.add_column(sa.Column(f"{record}_id", sa.Integer(), nullable=True))
            table.create_foreign_key(
                f"fk_assignment_{record}_id", record, [f"{record}_id"], ["id"], ondelete="CASCADE"
            )
            table.create_index(f"ix_assignment_{record}_id", [f"{record}_id"])


def _add_questionnaire() -> None:
    """Add the residents' questionnaire and what they answered."""
