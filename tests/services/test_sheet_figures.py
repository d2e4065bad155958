"""Indicators with what they were, and the lines of a budget."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.action_sheets import IndicatorValue, SheetFunding, SheetIndicator
from msp_desktop.domain.change import Change
from msp_desktop.domain.people import Category, Person
from msp_desktop.errors import UserError
from msp_desktop.services import action_sheets, people
from msp_desktop.services import sheet_figures as service
from tests.dossiers import TODAY


@pytest.fixture
def sheet(store: Store) -> int:
    return action_sheets.add_sheet(store, action_sheets.add_axis(store, "Accès aux soins").id, "Consultations").id


def values(store: Store) -> list[tuple[date, float]]:
    return [(row.measured_on, row.value) for row in action_sheets.plan(store.reader).sheets()[0].indicators[0].values]


def test_a_value_of_a_day_takes_the_place_of_the_one_noted_before(store: Store, sheet: int) -> None:
    row = service.add_indicator(store, sheet, "Séances par mois")
    service.note_value(store, row.id, TODAY, 1)
    service.note_value(store, row.id, date(2026, 1, 5), 0)
    service.note_value(store, row.id, TODAY, 2.5)
    assert values(store) == [(date(2026, 1, 5), 0), (TODAY, 2.5)]
    service.note_value(store, row.id, TODAY, None)
    service.note_value(store, row.id, TODAY, None)
    assert values(store) == [(date(2026, 1, 5), 0)]


def test_a_value_is_corrected_and_taken_away(store: Store, sheet: int) -> None:
    row = service.add_indicator(store, sheet, "Séances par mois")
    service.note_value(store, row.id, TODAY, 1)
    (kept,) = store.reader.all(IndicatorValue)
    service.update_value(store, kept.id, Change(IndicatorValue, value=3.0, measured_on=date(2026, 2, 1)))
    assert values(store) == [(date(2026, 2, 1), 3)]
    service.delete_values(store, [kept.id])
    assert values(store) == []


def test_an_indicator_is_measured_by_something(store: Store, sheet: int) -> None:
    with pytest.raises(UserError):
        service.add_indicator(store, sheet, " ")
    row = service.add_indicator(store, sheet, "Habitants reçus")
    with pytest.raises(UserError):
        service.update_indicator(store, row.id, Change(SheetIndicator, title=""))
    service.note_value(store, row.id, TODAY, 87)
    service.delete_indicators(store, [row.id])
    assert store.reader.all(IndicatorValue) == []
    store.undo()
    assert values(store) == [(TODAY, 87)]


def test_a_new_line_of_a_budget_is_for_the_year_of_the_last_one(store: Store, sheet: int) -> None:
    assert service.budget_year(store, sheet, TODAY) == 2026
    service.add_funding(store, sheet, "ARS", 2028)
    assert service.budget_year(store, sheet, TODAY) == 2028


def test_a_funder_of_the_directory_is_a_reference(store: Store, sheet: int) -> None:
    body = people.add_person(store, Person(organisation="CC du Val", category=Category.EPCI))
    row = service.add_funding(store, sheet, "CC du Val", 2026)
    assert store.reader.one(SheetFunding, row.id).funder == ""
    people.update_person(store, body.id, Change(Person, organisation="CC du Grand Val"))
    (shown,) = action_sheets.plan(store.reader).sheets()[0].funding
    assert shown.funder == "CC du Grand Val"
    service.update_funding(store, row.id, Change(SheetFunding, funder="MSA", planned=500))
    (shown,) = action_sheets.plan(store.reader).sheets()[0].funding
    assert (shown.funder, shown.planned) == ("MSA", 500)
    service.delete_funding(store, [row.id])
    assert action_sheets.plan(store.reader).sheets()[0].funding == ()


def test_a_sum_without_a_funder_is_one_to_be_found(store: Store, sheet: int) -> None:
    service.add_funding(store, sheet, "", 2026)
    assert [share.name for share in action_sheets.plan(store.reader).by_funder()] == [""]
