"""The period of a report is chosen without typing, or typed; what is shown is what is kept, printed and sent."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.people import Person
from msp_desktop.domain.scope import Audience, Scope
from msp_desktop.papers.catalogue import paper
from msp_desktop.services import journal
from msp_desktop.ui.papers.desk import Desk
from msp_desktop.ui.papers.period_dialog import PeriodDialog
from msp_desktop.ui.papers.print_dialog import PrintDialog
from tests.ui.modal import dialog

KEY = "progress-report"


def asked(qtbot: QtBot, desk: Desk, scope: Scope) -> PeriodDialog:
    box = PeriodDialog(desk.workspace, paper(KEY), scope)
    qtbot.addWidget(box)
    return box


def test_what_was_chosen_is_shown_and_kept(desk: Desk, qtbot: QtBot) -> None:
    for scope in (
        Scope(),
        Scope(date(2026, 3, 29), None, True, Audience.MAYOR),
        Scope(date(2026, 4, 2), date(2026, 4, 20), False, Audience.FEDERATION),
    ):
        box = asked(qtbot, desk, scope)
        box.accept()
        assert box.outcome == scope


def test_a_period_is_chosen_with_a_click(desk: Desk, qtbot: QtBot) -> None:
    box = asked(qtbot, desk, Scope())
    box._periods.button(1).click()
    box.accept()
    assert box.outcome == Scope(since=date(2026, 3, 29))


def test_typing_a_day_chooses_days_of_ones_own(desk: Desk, qtbot: QtBot) -> None:
    box = asked(qtbot, desk, Scope())
    box._begin.pick(date(2026, 4, 10))
    assert box._own.isChecked()
    box.accept()
    assert box.outcome == Scope(since=date(2026, 4, 10))


def test_a_period_that_ends_before_it_begins_is_marked(desk: Desk, qtbot: QtBot) -> None:
    box = asked(qtbot, desk, Scope())
    box._end.pick(date(2026, 3, 1))
    box.accept()
    assert box.outcome is None
    assert box._end.property("wrong")


def test_the_pages_shown_follow_the_choice(desk: Desk, qtbot: QtBot) -> None:
    box = PrintDialog(desk, (KEY,), desk.context())
    qtbot.addWidget(box)
    assert not box._period.isHidden()
    assert box._protect.isHidden()

    def choose(inner: PeriodDialog) -> None:
        inner._names._box.click()
        inner.accept()

    with dialog(PeriodDialog, choose):
        box._period.click()
    assert box._choice().context.scope == Scope(with_names=True)
    assert not box._protect.isHidden(), "a report with names may be given a password"


@pytest.mark.parametrize("key", ["timeline", "referent"])
def test_other_documents_ask_for_no_period(desk: Desk, qtbot: QtBot, key: str) -> None:
    box = PrintDialog(desk, (key,), desk.context())
    qtbot.addWidget(box)
    assert box._period.isHidden()


def test_a_journal_is_asked_of_a_person_and_not_whether_it_names(desk: Desk, qtbot: QtBot) -> None:
    given = Exchange(held_on=date(2026, 3, 2), with_whom="Mme Nouvelle", subject="Premier contact")
    with desk.workspace.store.write("Annuaire") as tx:
        person = tx.insert(Person(civility="Mme", last_name="Nouvelle"))
    journal.note_exchange(desk.workspace.store, given)
    for scope in (Scope(), Scope(person_id=person.id), Scope(date(2026, 4, 1), date(2026, 4, 20), person_id=person.id)):
        box = PeriodDialog(desk.workspace, paper("journal"), scope)
        qtbot.addWidget(box)
        assert not box._names.isVisibleTo(box)
        assert box._person.isVisibleTo(box)
        assert box._begin.value == (scope.since or date(2026, 3, 2))
        box.accept()
        assert box.outcome == scope
