"""The long road after day 100, and the town that carries or joins a CLS."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from msp_desktop.db.rebuilt import rebuilt

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
    with rebuilt("project_stage") as table:
        table.add_column(sa.Column("planned_start", sa.Date(), nullable=True))
        table.add_column(sa.Column("planned_on", sa.Date(), nullable=True))
    op.create_table(
        "road_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kit_code", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("help", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_road_step"),
    )
    op.create_table(
        "neighbour_town",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("town", sa.String(), nullable=False),
        sa.Column("distance_km", sa.Float(), nullable=True),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=True),
        sa.Column("begun", sa.Integer(), nullable=True),
        sa.Column("recognised", sa.Integer(), nullable=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("team", "premises", "helped", "hindered", "kept")),
        sa.PrimaryKeyConstraint("id", name="pk_neighbour_town"),
    )
    with rebuilt("assignment") as table:
        for name in ("road_step", "neighbour_town"):
            table.add_column(sa.Column(f"{name}_id", sa.Integer(), nullable=True))
            table.create_foreign_key(f"fk_assignment_{name}_id", name, [f"{name}_id"], ["id"], ondelete="CASCADE")
            table.create_index(f"ix_assignment_{name}_id", [f"{name}_id"])


def _add_conditions() -> None:
    """Add how far the conditions for success are, and the schemes the territory has."""
    op.create_table(
        "condition_rating",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("rating", sa.String(), nullable=False),
        sa.Column("rated_on", sa.Date(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("next_step", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_condition_rating"),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name="fk_condition_rating_action_id", ondelete="SET NULL"
        ),
        sa.UniqueConstraint("code", name="uq_condition_rating_code"),
    )
    op.create_index("ix_condition_rating_action_id", "condition_rating", ["action_id"])
    op.create_table(
        "condition_review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_condition_review"),
        sa.UniqueConstraint("held_on", name="uq_condition_review_held_on"),
    )
    op.create_table(
        "condition_mark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("rating", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_condition_mark"),
        sa.ForeignKeyConstraint(
            ["review_id"], ["condition_review.id"], name="fk_condition_mark_review_id", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("review_id", "code", name="uq_condition_mark_review_id"),
    )
    op.create_index("ix_condition_mark_review_id", "condition_mark", ["review_id"])
    op.create_table(
        "scheme",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kit_code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("carried_by", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("perimeter", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("fit", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_scheme"),
    )
    _add_who("condition_rating_id", "condition_rating")
    _add_who("scheme_id", "scheme")
    _add_who("scheme_contact_id", "scheme")


def _add_who(column: str, table_name: str) -> None:
    """Let people of the directory have a part in the rows of a table."""
    with rebuilt("assignment") as table:
        table.add_column(sa.Column(column, sa.Integer(), nullable=True))
        table.create_foreign_key(f"fk_assignment_{column}", table_name, [column], ["id"], ondelete="CASCADE")
        table.create_index(f"ix_assignment_{column}", [column])


def _add_coordination() -> None:
    """Add how a CLS is coordinated, the coordinator's post, the local diagnosis and the watch on needs."""
    _give_missions_a_sheet()
    _add_the_post()
    _add_the_diagnosis()


def _give_missions_a_sheet() -> None:
    """Let the référent's missions and whom he reports to stand beside the coordinator's."""
    with rebuilt("mission") as table:
        table.add_column(sa.Column("sheet", sa.String(), nullable=False, server_default="referent"))
        table.drop_constraint("uq_mission_kit_code", type_="unique")
        table.create_unique_constraint("uq_mission_sheet", ["sheet", "kit_code"])
    with rebuilt("commitment") as table:
        table.add_column(sa.Column("sheet", sa.String(), nullable=False, server_default="referent"))
    for name in ("mission", "commitment"):
        with rebuilt(name) as table:
            table.alter_column("sheet", server_default=None)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _add_the_post() -> None:
    op.create_table(
        "coordination_option",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *_texts("title", "employer"),
        sa.Column("share", sa.Integer(), nullable=True),
        sa.Column("yearly_cost", sa.Integer(), nullable=True),
        sa.Column("ars_part", sa.Integer(), nullable=True),
        *_texts("in_favour", "against"),
        sa.PrimaryKeyConstraint("id", name="pk_coordination_option"),
    )
    op.create_table(
        "coordinator_post",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("option_id", sa.Integer(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        *_texts("decided_by", "reasons"),
        sa.Column("starts_on", sa.Date(), nullable=True),
        *_texts("contract", "grade", "works_at", "travels", "placed", "works_with", "means", "holder"),
        sa.Column("answer_by", sa.Date(), nullable=True),
        *_texts("answer_to", "contact", "signer_title", "signer"),
        sa.PrimaryKeyConstraint("id", name="pk_coordinator_post"),
        sa.ForeignKeyConstraint(
            ["option_id"], ["coordination_option.id"], name="fk_coordinator_post_option_id", ondelete="SET NULL"
        ),
    )
    op.create_index("ix_coordinator_post_option_id", "coordinator_post", ["option_id"])
    _link_people(
        ("coordination_option_id", "coordination_option"),
        ("post_holder_id", "coordinator_post"),
        ("post_contact_id", "coordinator_post"),
        ("post_signer_id", "coordinator_post"),
    )


def _add_the_diagnosis() -> None:
    op.create_table(
        "diagnosis",
        sa.Column("id", sa.Integer(), nullable=False),
        *_texts("territory", "aims", "led_by"),
        sa.Column("budget", sa.Integer(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        *_texts("taking_part", "answer_to"),
        sa.Column("answer_by", sa.Date(), nullable=True),
        *_texts("findings", "priorities", "consistency"),
        sa.PrimaryKeyConstraint("id", name="pk_diagnosis"),
    )
    op.create_table(
        "diagnosis_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *_texts("phase", "title"),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        *_texts("who"),
        sa.PrimaryKeyConstraint("id", name="pk_diagnosis_step"),
    )
    op.create_table(
        "diagnosis_source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *_texts("kind", "title", "holder"),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=True),
        *_texts("says"),
        sa.PrimaryKeyConstraint("id", name="pk_diagnosis_source"),
    )
    op.create_table(
        "watch_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        *_texts("title", "said_by", "follow_up"),
        sa.Column("need_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_watch_note"),
        sa.ForeignKeyConstraint(["need_id"], ["need.id"], name="fk_watch_note_need_id", ondelete="SET NULL"),
    )
    op.create_index("ix_watch_note_need_id", "watch_note", ["need_id"])
    _link_people(
        ("diagnosis_id", "diagnosis"),
        ("diagnosis_step_id", "diagnosis_step"),
        ("diagnosis_source_id", "diagnosis_source"),
        ("watch_note_id", "watch_note"),
    )


def _link_people(*columns: tuple[str, str]) -> None:
    """Let an `Assignment` link people to rows of these tables."""
    with rebuilt("assignment") as table:
        for name, referred in columns:
            table.add_column(sa.Column(name, sa.Integer(), nullable=True))
            table.create_foreign_key(f"fk_assignment_{name}", referred, [name], ["id"], ondelete="CASCADE")
            table.create_index(f"ix_assignment_{name}", [name])


def _add_sheets() -> None:
    """Add priority axes, objectives, action sheets and what they cost."""
    words, number = sa.String, sa.Integer

    def table(name: str, *columns: sa.Column[Any], cascade: dict[str, str], null: dict[str, str] | None = None) -> None:
        references = [(column, to, "CASCADE") for column, to in cascade.items()]
        references += [(column, to, "SET NULL") for column, to in (null or {}).items()]
        op.create_table(
            name,
            sa.Column("id", sa.Integer(), nullable=False),
            *columns,
            sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
            *(
                sa.ForeignKeyConstraint([column], [f"{to}.id"], name=f"fk_{name}_{column}", ondelete=ondelete)
                for column, to, ondelete in references
            ),
        )
        for column, _to, _ondelete in references:
            op.create_index(f"ix_{name}_{column}", name, [column])

    def needed(name: str, kind: Any) -> sa.Column[Any]:
        return sa.Column(name, kind(), nullable=False)

    def maybe(name: str, kind: Any) -> sa.Column[Any]:
        return sa.Column(name, kind(), nullable=True)

    table("axis", needed("position", number), needed("title", words), needed("note", words), cascade={})
    table(
        "axis_objective",
        needed("axis_id", number), needed("position", number), needed("text", words),
        cascade={"axis_id": "axis"},
    )  # fmt: skip
    table(
        "action_sheet",
        needed("axis_id", number), maybe("objective_id", number), needed("position", number),
        *(needed(name, words) for name in ("title", "aim", "public", "lead", "elected", "partners")),
        maybe("starts_on", sa.Date), maybe("due_on", sa.Date),
        *(needed(name, words) for name in ("due_note", "state", "next_step", "notes")),
        cascade={"axis_id": "axis"}, null={"objective_id": "axis_objective"},
    )  # fmt: skip
    table(
        "sheet_step",
        needed("sheet_id", number), needed("position", number), needed("text", words), maybe("due_on", sa.Date),
        needed("who", words), maybe("done_on", sa.Date),
        cascade={"sheet_id": "action_sheet"},
    )  # fmt: skip
    table(
        "sheet_indicator",
        needed("sheet_id", number), needed("position", number), needed("title", words), needed("unit", words),
        maybe("baseline", sa.Float), maybe("target", sa.Float),
        cascade={"sheet_id": "action_sheet"},
    )  # fmt: skip
    table(
        "indicator_value",
        needed("indicator_id", number), needed("measured_on", sa.Date), needed("value", sa.Float),
        cascade={"indicator_id": "sheet_indicator"},
    )  # fmt: skip
    table(
        "sheet_funding",
        needed("sheet_id", number), needed("position", number), needed("funder", words),
        *(needed(name, number) for name in ("year", "planned", "asked", "obtained")),
        cascade={"sheet_id": "action_sheet"},
    )  # fmt: skip
    links = {
        "sheet_lead_id": "action_sheet", "sheet_elected_id": "action_sheet", "sheet_partner_id": "action_sheet",
        "sheet_step_id": "sheet_step", "funding_id": "sheet_funding",
    }  # fmt: skip
    with rebuilt("assignment") as assignment:
        for column, to in links.items():
            assignment.add_column(sa.Column(column, sa.Integer(), nullable=True))
            assignment.create_foreign_key(f"fk_assignment_{column}", to, [column], ["id"], ondelete="CASCADE")
            assignment.create_index(f"ix_assignment_{column}", [column])


def _add_instances() -> None:
    """Add the instances of a CLS and who sits there, the calls watched, the evaluation, the words of yearly reports."""
    op.create_table(
        "instance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("led_by", sa.String(), nullable=False),
        sa.Column("per_year", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.Time(), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_instance"),
    )
    op.create_table(
        "instance_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("instance_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("capacity", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_instance_member"),
        sa.ForeignKeyConstraint(
            ["instance_id"], ["instance.id"], name="fk_instance_member_instance_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_instance_member_person_id", ondelete="CASCADE"),
        sa.UniqueConstraint("instance_id", "person_id", name="uq_instance_member_instance_id"),
    )
    op.create_index("ix_instance_member_instance_id", "instance_member", ["instance_id"])
    op.create_index("ix_instance_member_person_id", "instance_member", ["person_id"])
    op.create_table(
        "call",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("funder", sa.String(), nullable=False),
        sa.Column("kit_code", sa.String(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=True),
        sa.Column("reminded_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("answered_by", sa.String(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=True),
        sa.Column("obtained", sa.Integer(), nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("where", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_call"),
    )
    op.create_table(
        "evaluation_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kit_code", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("indicator", sa.String(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("seen_to_by", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("result_on", sa.Date(), nullable=True),
        sa.Column("priority", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_evaluation_question"),
    )
    op.create_table(
        "activity_year",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("opening", sa.String(), nullable=False),
        sa.Column("outlook", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_activity_year"),
        sa.UniqueConstraint("year", name="uq_activity_year_year"),
    )
    with rebuilt("meeting") as table:
        table.add_column(sa.Column("instance_id", sa.Integer(), nullable=True))
        table.create_foreign_key("fk_meeting_instance_id", "instance", ["instance_id"], ["id"], ondelete="SET NULL")
        table.create_index("ix_meeting_instance_id", ["instance_id"])
    with rebuilt("assignment") as table:
        for name in ("instance", "call", "evaluation_question"):
            table.add_column(sa.Column(f"{name}_id", sa.Integer(), nullable=True))
            table.create_foreign_key(f"fk_assignment_{name}_id", name, [f"{name}_id"], ["id"], ondelete="CASCADE")
            table.create_index(f"ix_assignment_{name}_id", [f"{name}_id"])


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
    with rebuilt("assignment") as table:
        for record in ("welcome_entry", "welcome_step"):
            table.add_column(sa.Column(f"{record}_id", sa.Integer(), nullable=True))
            table.create_foreign_key(
                f"fk_assignment_{record}_id", record, [f"{record}_id"], ["id"], ondelete="CASCADE"
            )
            table.create_index(f"ix_assignment_{record}_id", [f"{record}_id"])


def _add_questionnaire() -> None:
    """Add the residents' questionnaire and what they answered."""
    op.create_table(
        "questionnaire",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=True),
        sa.Column("drop_at", sa.String(), nullable=False),
        sa.Column("handed_out", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_questionnaire"),
    )
    op.create_table(
        "survey_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kit_code", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("most", sa.Integer(), nullable=False),
        sa.Column("other", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_survey_question"),
    )
    op.create_table(
        "survey_choice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kit_code", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_survey_choice"),
        sa.ForeignKeyConstraint(
            ["question_id"], ["survey_question.id"], name="fk_survey_choice_question_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_survey_choice_question_id", "survey_choice", ["question_id"])
    op.create_table(
        "survey_sheet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("entered_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_survey_sheet"),
    )
    op.create_table(
        "survey_tick",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("choice_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_survey_tick"),
        sa.ForeignKeyConstraint(["sheet_id"], ["survey_sheet.id"], name="fk_survey_tick_sheet_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["choice_id"], ["survey_choice.id"], name="fk_survey_tick_choice_id", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("sheet_id", "choice_id", name="uq_survey_tick_sheet_id"),
    )
    op.create_index("ix_survey_tick_sheet_id", "survey_tick", ["sheet_id"])
    op.create_index("ix_survey_tick_choice_id", "survey_tick", ["choice_id"])
    op.create_table(
        "survey_words",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("quotable", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_survey_words"),
        sa.ForeignKeyConstraint(["sheet_id"], ["survey_sheet.id"], name="fk_survey_words_sheet_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["question_id"], ["survey_question.id"], name="fk_survey_words_question_id", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("sheet_id", "question_id", name="uq_survey_words_sheet_id"),
    )
    op.create_index("ix_survey_words_sheet_id", "survey_words", ["sheet_id"])
    op.create_index("ix_survey_words_question_id", "survey_words", ["question_id"])
