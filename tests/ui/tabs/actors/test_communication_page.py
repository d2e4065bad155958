"""The page « Communication »: the plan, texts counted and checked as one types, copied, taken again from the dossier."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Wording
from msp_desktop.domain.communications import Communication, CommunicationState
from msp_desktop.domain.people import Person
from msp_desktop.i18n import _
from msp_desktop.services import communication as service
from msp_desktop.services.people import add_person
from msp_desktop.services.referent import update_referent_person
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.tabs.actors.communication_page import CommunicationPage, make
from msp_desktop.ui.tabs.actors.message_panel import MessagePanel
from msp_desktop.ui.tabs.actors.text_part import TextPart
from msp_desktop.ui.widgets.icon_line import IconLine
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW, TODAY


@pytest.fixture
def page(qtbot: QtBot, store: Store) -> Iterator[CommunicationPage]:
    workspace = Workspace(store, lambda: NOW)
    made = make(workspace)
    assert isinstance(made, CommunicationPage)
    workspace.changed.connect(made.refresh)
    qtbot.addWidget(made)
    assert made.panel is not None
    qtbot.addWidget(made.panel)
    made.resize(900, 560)
    made.panel.resize(416, 900)
    made.show()
    made.panel.show()
    yield made
    workspace.flush()


@pytest.fixture
def filled(page: CommunicationPage, store: Store) -> CommunicationPage:
    service.propose_messages(store)
    return page


def panel(page: CommunicationPage) -> MessagePanel:
    assert isinstance(page.panel, MessagePanel)
    return page.panel


def text(page: CommunicationPage) -> TextPart:
    return next(part for part in panel(page).findChildren(TextPart) if part.isVisible())


def editor(page: CommunicationPage) -> QPlainTextEdit:
    return text(page).findChild(QPlainTextEdit)  # type: ignore[return-value]


def said(page: CommunicationPage) -> str:
    lines = [line.words() for line in text(page).findChildren(IconLine) if line.isVisible()]
    labels = [label.text() for label in text(page).findChildren(Label) if label.isVisible()]
    return " | ".join([*lines, *labels]).replace("\u202f", " ").replace("\u00a0", " ")


def press(page: CommunicationPage, words: str) -> None:
    next(b for b in text(page).findChildren(QPushButton) if b.text().endswith(words) and b.isVisible()).click()


def states(page: CommunicationPage) -> list[str]:
    rows = page._table.rows
    return [rows.columns[-1].text(row) for row in rows.rows()]


def test_the_empty_page_begins_with_the_messages_proposed(page: CommunicationPage, store: Store) -> None:
    assert not panel(page).findChildren(TextPart)[0].isVisible()
    assert "Informer régulièrement" in " ".join(label.text() for label in panel(page).findChildren(Label))
    page._empty.button.click()
    assert len(store.reader.all(Communication)) == 5
    assert page.findChild(RecordTable).isVisible()  # type: ignore[union-attr]
    store.undo()
    assert page._empty.isVisible()


def test_a_text_is_counted_as_it_is_typed_and_says_what_is_too_much(qtbot: QtBot, filled: CommunicationPage) -> None:
    editor(filled).setPlainText("a" * 799)
    assert "799 signes sur 800, espaces compris" in said(filled)
    assert "il en reste 1" in said(filled)
    qtbot.keyClicks(editor(filled), "b" * 13)
    assert "812 signes sur 800" in said(filled)
    assert "12 de trop" in said(filled)


def test_a_text_adapted_is_kept_and_taken_again_from_the_dossier(
    qtbot: QtBot, filled: CommunicationPage, store: Store
) -> None:
    given = text(filled).words()
    key = filled.target()
    editor(filled).setPlainText("Nos mots")
    filled._workspace.flush()
    assert store.reader.one(Communication, key).text == "Nos mots"
    press(filled, _("Take it from the dossier again"))
    assert text(filled).words() == given
    store.undo()
    assert text(filled).words() == "Nos mots"


def test_a_text_emptied_stays_empty(filled: CommunicationPage, store: Store) -> None:
    editor(filled).setPlainText("")
    filled._workspace.flush()
    filled.refresh(frozenset())
    assert text(filled).words() == ""


def test_a_text_that_names_somebody_of_the_directory_says_so_at_once(filled: CommunicationPage, store: Store) -> None:
    add_person(store, Person(civility="Dr", first_name="Léa", last_name="Fontanel"))
    assert "Aucun nom de personne" in said(filled)
    editor(filled).setPlainText("Le docteur Fontanel s’en va.")
    assert "Ce texte nomme Dr Léa Fontanel" in said(filled)


def test_the_referent_is_named_by_choice_alone(filled: CommunicationPage, store: Store) -> None:
    update_referent_person(
        store, False, Change(Person, civility="Mme", first_name="Nadia", last_name="Roche", phone="0102030405")
    )
    assert "Nadia" not in text(filled).words()
    press(filled, _("Add the référent’s contact"))
    assert text(filled).words().endswith("Nadia Roche, référente santé, 01 02 03 04 05.".replace(" 0", "\u202f0")) or (
        "Nadia Roche, référente santé" in text(filled).words()
    )
    assert "Ce texte nomme Mme Nadia Roche" in said(filled)


def test_a_text_is_copied_by_a_click(filled: CommunicationPage) -> None:
    editor(filled).setPlainText("À copier\nsur deux lignes")
    press(filled, _("Copy"))
    assert QGuiApplication.clipboard().text() == "À copier\nsur deux lignes"


def test_a_text_ready_to_adapt_is_kept_apart_from_the_plan(filled: CommunicationPage, store: Store) -> None:
    filled._cards["bulletin-long"].click()
    assert filled.target() == "bulletin-long"
    assert "sur 1 500" in said(filled)
    editor(filled).setPlainText("Notre long texte")
    filled._workspace.flush()
    assert [row.code for row in store.reader.all(Wording)] == ["text.bulletin-long"]
    filled._cards["bulletin-court"].click()
    assert text(filled).words() != "Notre long texte"
    filled.show_target("bulletin-long")
    assert text(filled).words() == "Notre long texte"


def test_another_length_gives_the_text_more_room(filled: CommunicationPage, store: Store) -> None:
    key = filled.target()
    panel(filled)._length.chosen.emit(1500)
    assert store.reader.one(Communication, key).longest == 1500
    assert "sur 1 500" in said(filled)
    panel(filled)._length.chosen.emit(0)
    assert "sur" not in said(filled).replace("sur les", "")


def test_the_plan_says_what_is_late_out_and_to_write(filled: CommunicationPage, store: Store) -> None:
    for key, values in (
        (1, {"due_on": date(2026, 4, 27)}),
        (2, {"state": CommunicationState.PUBLISHED, "published_on": date(2026, 4, 24)}),
    ):
        service.update_communication(store, key, Change(Communication, **values), TODAY)
    assert [line.replace("\u00a0", " ") for line in states(filled)] == [
        "paru le 24 avril", "1 jour de retard", "à écrire", "à écrire", "à écrire",
    ]  # fmt: skip


def test_the_four_means_say_how_far_each_is(filled: CommunicationPage, store: Store) -> None:
    assert {line.words() for line in filled._means.values()} == {
        "informer", "expliquer", "valoriser", "associer les habitants",
    }  # fmt: skip
    name = filled._means["informer"].accessibleName()
    assert name.endswith(_("planned"))
    service.update_communication(store, 2, Change(Communication, state=CommunicationState.PUBLISHED), TODAY)
    assert filled._means["informer"].accessibleName() != name


def test_a_message_taken_out_leaves_its_neighbour_and_comes_back(
    qtbot: QtBot, filled: CommunicationPage, store: Store
) -> None:
    filled.show_target(2)
    filled._table.setFocus()
    qtbot.keyClick(filled._table, Qt.Key.Key_Delete)
    assert filled.target() == 3
    store.undo()
    assert filled.target() == 2


def test_the_menu_offers_what_the_plan_has_not_yet(filled: CommunicationPage, store: Store) -> None:
    assert [entry.text() for entry in filled.menu().actions()] == [_("A message of our own…")]
    service.delete_communications(store, [1])
    entries = filled.menu().actions()
    entries[0].trigger()
    assert [row.kit_code for row in store.reader.all(Communication)][-1] == "demarche-engagee"


def test_a_message_is_written_in_the_panel_and_in_the_table(
    qtbot: QtBot, filled: CommunicationPage, store: Store
) -> None:
    index = filled._table.rows.index(0, 3)
    filled._table.rows.setData(index, "affiche")
    assert store.reader.one(Communication, 1).channel == "affiche"
    filled._table.rows.setData(filled._table.rows.index(0, 0), "12 mai")
    assert store.reader.one(Communication, 1).due_on == date(2026, 5, 12)
    assert filled.paper() == ("communication", None)


def test_what_is_found_or_waits_leads_to_its_text(filled: CommunicationPage, store: Store) -> None:
    service.keep_text(store, "site", "Notre page")
    wording = store.reader.all(Wording)[0].id
    assert filled.place_of(DraftKey("Wording", wording, "text")) == "site"
    assert filled.place_of(DraftKey("Communication", "site", "text")) == "site"
    assert filled.place_of(DraftKey("Communication", 2, "text")) == 2
    assert filled.place_of(DraftKey("Wording", 99, "text")) is None


def test_a_text_of_a_hundred_pages_does_not_say_that_nobody_is_named(filled: CommunicationPage) -> None:
    editor(filled).setPlainText("mot " * 6000)
    assert "trop long" in said(filled)
    assert "Aucun nom" not in said(filled)
