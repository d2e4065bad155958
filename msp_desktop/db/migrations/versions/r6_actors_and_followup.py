"""Who is who, what was said, what is owed, and what the town must watch."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from msp_desktop.db.rebuilt import rebuilt

revision = "r6"
down_revision = "r5"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what 1.4 keeps."""
    _add_to_commune()
    _add_to_people()
    _add_to_exchanges()
    _add_what_the_town_watches()
    _give_roles_rows_and_columns()
    _add_to_communication()
    op.create_table(
        "federation_correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("full_name", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("website", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_federation_correction"),
        sa.UniqueConstraint("code", name="uq_federation_correction_code"),
    )
    _move_corrections_of_the_federation()


def _add_to_commune() -> None:
    """Add the data protection officer and the day the directory was last looked through."""
    texts = ("dpo_name", "dpo_email", "dpo_phone")
    with rebuilt("commune") as table:
        for name in texts:
            table.add_column(sa.Column(name, sa.String(), nullable=False, server_default=""))
        table.add_column(sa.Column("privacy_reviewed_on", sa.Date(), nullable=True))
    with rebuilt("commune") as table:
        for name in texts:
            table.alter_column(name, server_default=None)


def _move_corrections_of_the_federation() -> None:
    """Give what the town wrote of its own federation the code of its entry: the first region of one that has two."""
    fields = ("name", "full_name", "phone", "email", "website", "contact")
    ways = ("phone", "email", "website")
    values = ", ".join(f"NULLIF(federation_{name}, '')" if name in ways else f"federation_{name}" for name in fields)
    op.get_bind().execute(
        sa.text(
            f"INSERT INTO federation_correction (code, {', '.join(fields)}, address) "
            "SELECT CASE region_code WHEN '02' THEN '01' WHEN '06' THEN '04' WHEN '' THEN 'own' ELSE region_code END, "
            f"{values}, '' FROM commune WHERE {' || '.join(f'federation_{name}' for name in fields)} != ''"
        )
    )
    with rebuilt("commune") as table:
        for name in fields:
            table.drop_column(f"federation_{name}")


def _add_to_people() -> None:
    """Add the body a person speaks for, where their data come from, and whatever else they are for the town."""
    with rebuilt("person") as table:
        table.add_column(sa.Column("body_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("known_from", sa.String(), nullable=False, server_default=""))
        table.create_foreign_key("fk_person_body_id", "person", ["body_id"], ["id"], ondelete="SET NULL")
        table.create_index("ix_person_body_id", ["body_id"])
    with rebuilt("person") as table:
        table.alter_column("known_from", server_default=None)
    op.create_table(
        "person_role",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person_role"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_person_role_person_id", ondelete="CASCADE"),
        sa.UniqueConstraint("person_id", "category", name="uq_person_role_person_id"),
    )
    op.create_index("ix_person_role_person_id", "person_role", ["person_id"])
    op.create_table(
        "not_same",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("one_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_not_same"),
        sa.ForeignKeyConstraint(["one_id"], ["person.id"], name="fk_not_same_one_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other_id"], ["person.id"], name="fk_not_same_other_id", ondelete="CASCADE"),
        sa.UniqueConstraint("one_id", "other_id", name="uq_not_same_one_id"),
    )
    op.create_index("ix_not_same_one_id", "not_same", ["one_id"])
    op.create_index("ix_not_same_other_id", "not_same", ["other_id"])


def _add_to_exchanges() -> None:
    """Add drafts, the meeting at which people met, the exchange answered, and who sees to the next step."""
    with rebuilt("exchange") as table:
        table.add_column(sa.Column("next_step_by", sa.String(), nullable=False, server_default=""))
        table.add_column(sa.Column("draft", sa.Boolean(), nullable=False, server_default=sa.false()))
        table.add_column(sa.Column("meeting_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("answers_id", sa.Integer(), nullable=True))
        table.create_foreign_key("fk_exchange_meeting_id", "meeting", ["meeting_id"], ["id"], ondelete="SET NULL")
        table.create_foreign_key("fk_exchange_answers_id", "exchange", ["answers_id"], ["id"], ondelete="SET NULL")
        table.create_index("ix_exchange_meeting_id", ["meeting_id"])
        table.create_index("ix_exchange_answers_id", ["answers_id"])
    with rebuilt("exchange") as table:
        table.alter_column("next_step_by", server_default=None)
        table.alter_column("draft", server_default=None)
    with rebuilt("assignment") as table:
        table.add_column(sa.Column("follow_up_id", sa.Integer(), nullable=True))
        table.create_foreign_key("fk_assignment_follow_up_id", "exchange", ["follow_up_id"], ["id"], ondelete="CASCADE")
        table.create_index("ix_assignment_follow_up_id", ["follow_up_id"])


def _add_what_the_town_watches() -> None:
    """Add the points de vigilance set aside, the warning signs ticked, and the stages of the project."""
    op.create_table(
        "vigilance_aside",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("set_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_vigilance_aside"),
        sa.UniqueConstraint("code", name="uq_vigilance_aside_code"),
    )
    op.create_table(
        "alert_sign",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_alert_sign"),
        sa.UniqueConstraint("code", name="uq_alert_sign_code"),
    )
    op.create_table(
        "project_stage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("notes", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_project_stage"),
        sa.UniqueConstraint("code", name="uq_project_stage_code"),
    )


#: The four columns version 1.0.0 had in the table of roles, in their order.
_PARTIES = ("commune", "professionals", "federation", "partners")


def _give_roles_rows_and_columns() -> None:
    """Let the table of roles have columns of the town's own: the four it had become rows, with what was said in them."""
    connection = op.get_bind()
    op.create_table(
        "role_party",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kit_code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_role_party"),
    )
    op.create_table(
        "role_share",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("role_id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("share", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_role_share"),
        sa.ForeignKeyConstraint(["role_id"], ["role.id"], name="fk_role_share_role_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["party_id"], ["role_party.id"], name="fk_role_share_party_id", ondelete="CASCADE"),
        sa.UniqueConstraint("role_id", "party_id", name="uq_role_share_role_id"),
    )
    op.create_index("ix_role_share_role_id", "role_share", ["role_id"])
    op.create_index("ix_role_share_party_id", "role_share", ["party_id"])
    if connection.execute(sa.text("SELECT count(*) FROM role")).scalar():
        for number, code in enumerate(_PARTIES, 1):
            connection.execute(
                sa.text("INSERT INTO role_party (id, position, kit_code, name) VALUES (:number, :number, :code, '')"),
                {"number": number, "code": code},
            )
            connection.execute(
                sa.text(
                    "INSERT INTO role_share (role_id, party_id, share, who) "
                    f"SELECT id, :number, {code}, '' FROM role WHERE {code} <> '' ORDER BY position, id"
                ),
                {"number": number},
            )
    with rebuilt("role") as table:
        for code in _PARTIES:
            table.drop_column(code)
        table.add_column(sa.Column("note", sa.String(), nullable=False, server_default=""))
    with rebuilt("role") as table:
        table.alter_column("note", server_default=None)
    with rebuilt("assignment") as table:
        table.add_column(sa.Column("role_share_id", sa.Integer(), nullable=True))
        table.create_foreign_key(
            "fk_assignment_role_share_id", "role_share", ["role_share_id"], ["id"], ondelete="CASCADE"
        )
        table.create_index("ix_assignment_role_share_id", ["role_share_id"])


def _add_to_communication() -> None:
    """Add to each message its text, how long it may be, and what it was made from."""
    added = (("kit_code", ""), ("means", ""), ("text", ""), ("adapted", sa.false()), ("longest", "800"))
    kinds: dict[str, sa.types.TypeEngine[Any]] = {"adapted": sa.Boolean(), "longest": sa.Integer()}
    with rebuilt("communication") as table:
        for name, value in added:
            kind = kinds.get(name, sa.String())
            table.add_column(sa.Column(name, kind, nullable=False, server_default=value))
    with rebuilt("communication") as table:
        for name, _value in added:
            table.alter_column(name, server_default=None)
