"""What the papers of the plan say beside it: the contract, its people, the committee that looks at it next."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.store import Store
from msp_desktop.domain.action_sheets import ActionSheet, SheetState
from msp_desktop.domain.change import Change
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.schemes import CLS, Scheme, Standing
from msp_desktop.services import action_sheets, plan_papers, schemes
from msp_desktop.services.meetings import add_meeting, update_meeting
from msp_desktop.services.people import add_person
from tests.dossiers import TODAY


def test_the_contract_is_called_by_its_years_and_its_carrier(store: Store) -> None:
    assert plan_papers.contract(store.reader).title == "Contrat local de santé"
    schemes.update_scheme(
        store, CLS, Change(Scheme, carried_by="CC du Val", starts_on=date(2025, 1, 1), ends_on=date(2029, 12, 31))
    )
    schemes.set_standing(store, CLS, Standing.JOINED)
    found = plan_papers.contract(store.reader)
    assert (found.title, found.carrier) == ("Contrat local de santé, 2025-2029", "CC du Val")
    schemes.set_standing(store, CLS, Standing.CARRIED)
    assert plan_papers.contract(store.reader).carrier == ""


def test_who_pilots_is_said_with_what_they_are(store: Store) -> None:
    action_sheets.add_axis(store, "Prévention")
    sheet = action_sheets.add_sheet(store, 1, "Cantine")
    add_person(
        store,
        Person(
            civility="Mme", last_name="Roche", function="adjointe", organisation="Mairie", category=Category.ELECTED
        ),
    )
    action_sheets.update_sheet(store, sheet.id, Change(ActionSheet, lead="Mme Roche"))
    (paper,) = plan_papers.sheet_papers(store.reader)
    assert (paper.lead.names, paper.lead.detail, paper.lead.count, paper.lead.woman) == (
        "Mme Roche",
        "adjointe, Mairie",
        1,
        True,
    )
    action_sheets.update_sheet(store, sheet.id, Change(ActionSheet, lead="le CCAS"))
    (paper,) = plan_papers.sheet_papers(store.reader)
    assert (paper.lead.detail, paper.lead.count, paper.lead.woman) == ("", 1, False)


def test_the_next_committee_is_the_first_to_come(store: Store) -> None:
    assert plan_papers.plan_paper(store.reader, TODAY).next_committee == ""
    for day in (date(2026, 9, 3), date(2026, 6, 11), date(2026, 1, 5)):
        meeting = add_meeting(store, "copil")
        update_meeting(store, meeting.id, Change(Meeting, held_on=day))
    assert (
        plan_papers.plan_paper(store.reader, TODAY).next_committee
        == "Comité de pilotage du jeudi\u00a011\u00a0juin 2026"
    )
    for row in store.reader.all(Meeting):
        update_meeting(store, row.id, Change(Meeting, state=MeetingState.CANCELLED))
    assert plan_papers.plan_paper(store.reader, TODAY).next_committee == ""


def test_what_is_over_needs_neither_pilot_nor_day(store: Store) -> None:
    action_sheets.add_axis(store, "Prévention")
    first, second = (action_sheets.add_sheet(store, 1, title) for title in ("Une", "Deux"))
    action_sheets.update_sheet(store, first.id, Change(ActionSheet, state=SheetState.DONE))
    action_sheets.update_sheet(store, second.id, Change(ActionSheet, lead="le CCAS"))
    assert plan_papers.not_said(action_sheets.plan(store.reader)) == (0, 1)
