"""A dossier of version 1.0.0 opens today: nothing is lost, and who was named becomes a reference where that is sure.

`tests/data/dossier-r2.msp100.gz` was written by that version, with something in every column of every table.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from msp_desktop.db.dossier import close_dossier, create_dossier, open_dossier
from msp_desktop.db.store import Store
from msp_desktop.db.tables import TABLES
from msp_desktop.domain.actions import Action
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.communications import Communication
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.meetings import NextStep
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.people import Person
from tests.db.test_migrations import rows, shape

SECOND = Path(__file__).parents[1] / "data" / "dossier-r2.msp100.gz"

#: What stood there as text, from row 2 on; whom it is linked to now; what is left in words.
WHO = [
    ("Mme Anne Roche", None, "Mme Anne Roche"),  # two bear it
    ("Dr Léa Fontanel", 4, ""),
    ("dr lea fontanel", 4, ""),
    ("Léa Fontanel", 4, ""),
    ("CPTS du Val, antenne nord", 5, ""),
    ("M. Jean Martin", 6, ""),
    ("Jean Martin", None, "Jean Martin"),  # two bear it, under two civilities
    ("le secrétariat", None, "le secrétariat"),
    ("Dr Léa Fontanel et le maire", None, "Dr Léa Fontanel et le maire"),
    ("", None, ""),
]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "ancien.msp100"
    path.write_bytes(gzip.decompress(SECOND.read_bytes()))
    return path


@pytest.fixture
def opened(old: Path) -> Iterator[Store]:
    store = open_dossier(old)
    yield store
    close_dossier(store)


def test_the_dossier_has_something_in_every_column_of_every_table(old: Path) -> None:
    for table, kept in rows(old).items():
        for name in kept[0]:
            assert any(row[name] not in (None, "", 0) for row in kept), f"{table}.{name}"


def with_the_four_columns_of_roles(tables: dict[str, list[dict[str, object]]]) -> dict[str, list[dict[str, object]]]:
    """Return the tables with what each party does for a responsibility in a column of its own, as before r6."""
    codes = {row["id"]: row["kit_code"] for row in tables["role_party"]}
    assert list(codes.values()) == ["commune", "professionals", "federation", "partners"]
    told = {(row["role_id"], codes[row["party_id"]]): row["share"] for row in tables["role_share"]}
    roles = [row | {str(code): told.get((row["id"], code), "") for code in codes.values()} for row in tables["role"]]
    return tables | {"role": roles}


def test_every_column_of_every_table_is_as_it_was_but_the_names_that_became_references(old: Path) -> None:
    before = rows(old)
    close_dossier(open_dossier(old))
    after = with_the_four_columns_of_roles(rows(old))
    (corrected,) = after["federation_correction"]
    ways = ("name", "full_name", "phone", "email", "website", "contact")
    after["commune"][0] |= {f"federation_{name}": corrected[name] for name in ways}
    moved = dict(NAMED) | {"alembic_version": "version_num"}
    for table, kept in before.items():
        names = [name for name in kept[0] if name != moved.get(table) and (table, name) != ("exchange", "person_id")]
        assert [[row[name] for name in names] for row in after[table]] == [
            [row[name] for name in names] for row in kept
        ]
    since = {"assignment", "content_sum", "diary_entry", "commitment", "federation_correction", "vigilance_aside"}
    assert set(after) == {
        *before,
        *since,
        "person_role",
        "project_stage",
        "alert_sign",
        "role_party",
        "role_share",
        "condition_rating",
        "condition_review",
        "condition_mark",
        "scheme",
        "not_same",
        "premises",
        "premises_need",
        "welcome_entry",
        "welcome_step",
        "official_file",
        "movement",
        "public_figure",
        *(
            "axis",
            "axis_objective",
            "action_sheet",
            "sheet_step",
            "sheet_indicator",
            "indicator_value",
            "sheet_funding",
        ),
        "questionnaire",
        "survey_question",
        "survey_choice",
        "survey_sheet",
        "survey_tick",
        "survey_words",
        "road_step",
        "neighbour_town",
        "coordination_option",
        "coordinator_post",
        "diagnosis",
        "diagnosis_step",
        "diagnosis_source",
        "watch_note",
        "instance",
        "instance_member",
        "call",
        "evaluation_question",
        "activity_year",
        "answered_line",
    }


def test_it_has_the_same_tables_as_a_dossier_made_today(old: Path, tmp_path: Path) -> None:
    close_dossier(open_dossier(old))
    close_dossier(create_dossier(tmp_path / "neuf.msp100"))
    assert shape(old) == shape(tmp_path / "neuf.msp100")


@pytest.mark.parametrize("record", [Action, Objective, Communication, NextStep, Exchange])
def test_a_name_that_is_exactly_one_person_s_becomes_a_reference_and_any_other_stays(
    opened: Store, record: type
) -> None:
    table = TABLES[record].name
    column = dict(NAMED)[table]
    links = {getattr(row, f"{table}_id"): row.person_id for row in opened.reader.all(Assignment)}
    for number, (_before, person, words) in enumerate(WHO, 2):
        assert (links.get(number), getattr(opened.reader.one(record, number), column)) == (person, words)


def test_an_exchange_keeps_the_very_homonym_it_was_held_with(opened: Store) -> None:
    links = {row.exchange_id: row.person_id for row in opened.reader.all(Assignment, order="id")}
    assert (links[20], opened.reader.one(Exchange, 20).with_whom) == (2, "")
    assert (links[21], opened.reader.one(Exchange, 21).with_whom) == (4, "Léa et sa remplaçante")


def test_every_reference_is_to_somebody(opened: Store) -> None:
    people = {person.id for person in opened.reader.all(Person)}
    assert {row.person_id for row in opened.reader.all(Assignment)} <= people
    assert opened.connection.execute("PRAGMA foreign_key_check").fetchall() == []


NAMED = (
    ("action", "assignee"),
    ("objective", "person"),
    ("communication", "person"),
    ("next_step", "person"),
    ("exchange", "with_whom"),
)
