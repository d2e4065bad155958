"""The sample: a half-filled dossier at its thirty-seventh day, whatever the day it is made."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from msp_desktop.db.copies import problems
from msp_desktop.db.dossier import close_dossier
from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.calendar import is_working_day
from msp_desktop.domain.commune import Commune, Picture
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.meetings import Attendance, Meeting, MeetingState
from msp_desktop.domain.people import Person
from msp_desktop.domain.records import RECORDS
from msp_desktop.errors import UserError
from msp_desktop.formats.quick import month_name
from msp_desktop.formats.typed import Toward, parse_date
from msp_desktop.services.sample import DAY, make_sample
from msp_desktop.services.timeline import timeline
from tests.conftest import TODAY

#: What a town fills in later, or what the program writes by itself.
EMPTY = {
    "Wording",
    "NotSame",
    "VigilanceAside",
    "ProducedDocument",
    "Sending",
    "DiaryEntry",
    "OfficialFile",
    "Movement",
    "AnsweredLine",
}


@pytest.mark.parametrize("today", [date(2026, 4, 28), date(2027, 1, 15), date(2028, 2, 29)])
def test_it_is_always_at_its_thirty_seventh_day(tmp_path: Path, today: date) -> None:
    store = make_sample(tmp_path, today)
    commune = store.reader.one(Commune, 1)
    assert (today - commune.day_zero).days == DAY == 37
    assert commune.is_sample
    assert timeline(store.reader, today).phase == "2"
    close_dossier(store)


def test_every_kind_of_record_has_something_to_show(sample: Store) -> None:
    empty = {record.__name__ for record in RECORDS if not sample.reader.all(record)}
    assert empty <= EMPTY
    assert sample.reader.find(Picture, code="arms") is not None
    assert problems(sample.connection) == []
    assert sample.history.undo_label() is None


def test_nobody_in_it_can_be_reached(sample: Store) -> None:
    """Telephones kept for fiction, addresses that no post can carry."""
    for person in sample.reader.all(Person):
        assert not person.email or person.email.endswith(".invalid"), person.email
        assert not person.phone or person.phone.replace("\u00a0", " ").startswith("01 99 00"), person.phone


def test_what_is_done_is_past_and_what_is_planned_makes_sense(sample: Store) -> None:
    actions = sample.reader.all(Action)
    assert {action.state for action in actions} >= {ActionState.DONE, ActionState.DOING, ActionState.TODO}
    for action in actions:
        assert (action.done_on is not None) is (action.state is ActionState.DONE)
        assert action.done_on is None or action.done_on <= TODAY
        if action.planned_start and action.planned_on:
            assert action.planned_start <= action.planned_on
    assert all(exchange.held_on <= TODAY for exchange in sample.reader.all(Exchange))


def test_a_meeting_is_behind_and_another_ahead(sample: Store) -> None:
    days = {row.state: row.held_on for row in sample.reader.all(Meeting)}
    held, planned = days[MeetingState.HELD], days[MeetingState.PLANNED]
    assert held is not None
    assert planned is not None
    assert held < TODAY < planned
    assert len(sample.reader.all(Attendance)) > 10


def test_one_that_is_there_already_is_set_aside(tmp_path: Path) -> None:
    close_dossier(make_sample(tmp_path, TODAY))
    close_dossier(make_sample(tmp_path, TODAY + timedelta(1)))
    assert sorted(path.name for path in tmp_path.glob("*.msp100")) == ["saint-exemple.msp100", "saint-exemple_2.msp100"]


def test_one_that_is_open_is_left_alone(tmp_path: Path) -> None:
    opened = make_sample(tmp_path, TODAY)
    with pytest.raises(UserError):
        make_sample(tmp_path, TODAY)
    assert [path.name for path in tmp_path.glob("saint*.msp100")] == ["saint-exemple.msp100"]
    close_dossier(opened)


@pytest.mark.parametrize("today", [TODAY, date(2026, 11, 25), date(2027, 5, 3), date(2026, 7, 1)])
def test_its_texts_fit_its_dates_and_nothing_falls_on_a_closed_day(tmp_path: Path, today: date) -> None:
    store = make_sample(tmp_path, today)
    texts, days = [], []
    for record in RECORDS:
        for row in store.reader.all(record):
            for name in row.__struct_fields__:
                value = getattr(row, name)
                if isinstance(value, str):
                    texts.append(value)
                elif isinstance(value, date) and name not in ("mandate_start", "day_zero", "due_on"):
                    days.append((record.__name__, name, value))
    for name, field, day in days:
        assert day.weekday() < 5, (name, field, day)
        assert is_working_day(day, "23"), (name, field, day)
    words = " ".join(texts)
    assert not re.search(r"\{(jour|mois|annee)", words)
    assert not re.search(r"automne|printemps|fin de l’année|en été|cet hiver", words)
    leaving = next(row.departure_on for row in store.reader.all(HealthProfessional) if row.departure_on)
    assert leaving is not None
    assert f"Départ annoncé pour {month_name(leaving.month)} {leaving.year}" in words
    next_one = re.search(r"Date possible : ([^,]+),", words)
    assert next_one is not None
    proposed = parse_date(next_one[1], today, Toward.AHEAD)
    first = next(row.held_on for row in store.reader.all(Meeting, kind="premiere-rencontre"))
    assert proposed is not None
    assert first is not None
    assert timedelta(14) < proposed - first < timedelta(42)
    close_dossier(store)
