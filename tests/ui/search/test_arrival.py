"""Each text of a dossier leads to the very field that shows it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.commune import Wording
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.search import terms
from msp_desktop.domain.search_index import Place
from msp_desktop.domain.stages import ProjectStage
from msp_desktop.domain.vigilance.records import VigilanceAside
from msp_desktop.method.guidance import compass
from msp_desktop.services import meetings
from msp_desktop.services.preferences import Preferences
from msp_desktop.services.search import DossierIndex
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.search.arrival import arrive
from msp_desktop.ui.widgets.record_table import RecordTable
from tests.conftest import NOW
from tests.dossiers import open_sample

_PARTICIPATE = (
    "participer aux réunions et instances que d’autres organisent (hors instances du CLS), dont les rencontres de "
    "Saint-Exemple"
)
#: A record and its attribute, what is looked for, the class and the name of the widget one arrives at.
ARRIVALS = (
    ("HealthProfessional", "town", "valbourg", "LineField", "Commune"),
    ("Meeting", "place", "mairie", "LineField", "Lieu"),
    ("AgendaItem", "leads", "federation", "AgendaTable", "Qui mène"),
    ("AgendaItem", "content", "e", "NoteField", "De quoi il s’agit, imprimé sur l’ordre du jour"),
    ("Attendance", "person_id", "dr", "GuestTable", "Invité"),
    ("NextStep", "text", "appeler", "RecordTable", "Quoi"),
    ("Action", "title", "valbourg", "LineField", "Titre de l’action"),
    ("Finding", "answer", "valbourg", "FindingNote", "Constat"),
    ("Offer", "name", "e", "RecordTable", "Nom"),
    ("Need", "said_by", "e", "RecordTable", "Qui le dit"),
    ("Referent", "means", "telephone", "NoteField", "Moyens"),
    ("Briefing", "message", "telephone", "RecordTable", "Ce qui est dit"),
    ("Commitment", "audience", "e", "RecordTable", "À qui"),
    ("Exchange", "said", "e", "NoteField", "Ce qui s’est dit"),
    ("Communication", "message", "e", "NoteField", "Message"),
    ("Person", "phone", "0", "LineField", "Téléphone"),
    ("Person", "notes", "e", "NoteField", "Notes"),
    ("Commune", "mayor_last_name", "e", "LineField", "Nom"),
    ("MeetingPlace", "contact", "e", "LineField", "Qui appeler"),
    ("CoordinationOption", "title", "agent", "RecordTable", "Façon de faire"),
    ("CoordinationOption", "against", "recrutement", "NoteField", "Contre"),
    ("CoordinatorPost", "works_at", "temoin", "LineField", "Lieu de travail"),
    ("Diagnosis", "findings", "habitant", "NoteField", "Les besoins, et ce qui agit sur la santé"),
    ("DiagnosisStep", "title", "chiffres", "RecordTable", "Étape"),
    ("DiagnosisSource", "says", "hospitalisations", "RecordTable", "Ce qu’elle dit"),
    ("WatchNote", "title", "orthophoniste", "RecordTable", "Ce qui a été noté"),
    ("Mission", "text", "rencontres de saint-exemple", "QCheckBox", _PARTICIPATE),
    ("Questionnaire", "drop_at", "pharmacie", "LineField", "Où déposer les feuilles"),
    ("SurveyQuestion", "text", "aidez", "NoteField", "Question"),
    ("SurveyQuestion", "other", "lequel", "LineField", "Mots devant une ligne à remplir"),
    ("SurveyChoice", "label", "orthophoniste", "LinkButton", "Modifier\u00a0: orthophoniste"),
    ("SurveyWords", "words", "cardiologue", "QCheckBox", "cardiologue"),
    ("Premises", "notes", "ancienne poste", "NoteField", "Notes"),
    ("PremisesNeed", "note", "plateau", "RecordTable", "Ce qu’il leur faut"),
    ("WelcomeEntry", "details", "marché", "NoteField", "À savoir"),
    ("WelcomeEntry", "title", "studio", "LineField", "Quoi"),
    ("WelcomeStep", "title", "remettre les cles", "RecordTable", "Que faire"),
)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on the sample dossier, all its panels made."""
    opened = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(opened)
    opened.resize(1366, 697)
    opened.show_store(open_sample(tmp_path))
    opened.show()
    qtbot.waitExposed(opened)
    opened.activateWindow()
    yield opened
    opened.close_dossier()


def places(store: Store, query: str) -> list[Place]:
    """Return where a query finds something in a dossier."""
    index = DossierIndex(lambda: store.reader)
    while index.step():
        pass
    return [place for rows in index.find(query).rows.values() for place in rows]


class Seen:
    """Where the keyboard is once one has arrived, whether in the window or in a dialog, which is then closed."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self._window, self._qtbot = window, qtbot

    def at(self, place: Place, query: str, wanted: tuple[str, str]) -> tuple[str, str, str]:
        """Arrive; return the class of the widget with the keyboard, its name (or its column's), and what is chosen in it.

        What is made for the first time may be late: what is `wanted` is waited for, a second at the most.
        """
        window, found = self._window, []
        waits = iter(range(40))
        assert window.workspace is not None

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog):
                return
            if told()[:2] != wanted and next(waits, None) is not None:
                QTimer.singleShot(30, look)
                return
            found.append(told())
            dialog.close()

        window.activateWindow()
        window.close_panel()
        QTimer.singleShot(30, look)
        arrive(window, window.workspace, place, terms(query))
        while not found and told()[:2] != wanted and next(waits, None) is not None:
            self._qtbot.wait(30)
        return found[0] if found else told()


def told() -> tuple[str, str, str]:
    """Return what the widget with the keyboard is."""
    widget = QApplication.focusWidget()
    if widget is None:
        return "", "", ""
    chosen = ""
    if isinstance(widget, QLineEdit):
        chosen = widget.selectedText()
    elif isinstance(widget, QPlainTextEdit):
        chosen = widget.textCursor().selectedText()
    name = widget.accessibleName()
    if isinstance(widget, RecordTable):
        name = widget.rows.columns[widget.currentIndex().column()].title
    return type(widget).__name__, name, chosen


def test_each_text_of_the_sample_leads_to_its_field(window: MainWindow, qtbot: QtBot) -> None:
    """The keyboard is in the field, and the match is chosen where it can be."""
    assert window.workspace is not None
    seen, wrong = Seen(window, qtbot), {}
    for record, attribute, query, kind, name in ARRIVALS:
        found = [
            place for place in places(window.workspace.store, query) if (place[0], place[2]) == (record, attribute)
        ]
        assert found, f"the sample says nothing of the kind any more: {record}.{attribute}"
        shown = seen.at(found[0], query, (kind, name))
        if shown[:2] != (kind, name) or (kind in ("LineField", "NoteField", "FindingNote") and not shown[2]):
            wrong[record, attribute] = shown
    assert wrong == {}


def test_one_arrives_at_the_foot_of_another_meeting(window: MainWindow, qtbot: QtBot) -> None:
    """What is shown only then is as high as its words a moment later: the page is scrolled again."""
    workspace = window.workspace
    assert workspace is not None
    held, coming = (meetings.add_meeting(workspace.store, kind) for kind in ("premiere-rencontre", "equipe"))
    step = meetings.add_next_step(workspace.store, held.id, "Relancer le dentiste")
    window.go_to("meetings", coming.id)
    qtbot.wait(200)
    arrive(window, workspace, ("NextStep", step.id, "text"), terms("dentiste"))
    qtbot.wait(400)
    table = QApplication.focusWidget()
    assert isinstance(table, RecordTable)
    assert table.visibleRegion().boundingRect().height() >= table.height() - 2


def test_what_stands_in_a_form_or_a_panel_of_its_own_is_reached(window: MainWindow, qtbot: QtBot) -> None:
    """Stages, objectives, signs, a point set aside, the words of a message."""
    assert window.workspace is not None
    with window.workspace.store.write("Essai") as tx:
        for kind in (ProjectStage, VigilanceAside, Wording):
            for row in window.workspace.reader.all(kind):
                tx.delete(kind, row.id)
        tx.insert(ProjectStage(code=compass().stages[0].code, notes="Zanzibar"))
        tx.insert(Objective(position=9, title="Zanzibar"))
        tx.insert(VigilanceAside(code="medecin-seul", reason="Zanzibar", set_on=date(2026, 4, 1)))
        tx.insert(Wording(code="mail.report.subject", text="Zanzibar"))
    wanted = {
        "ProjectStage": ("NoteField", "Notes"),
        "Objective": ("RecordTable", "Objectif"),
        "VigilanceAside": ("LinkButton", "Remettre\u00a0: Ne chercher que des médecins"),
        "Wording": ("QLineEdit", "Objet"),
    }
    seen = Seen(window, qtbot)
    for place in places(window.workspace.store, "zanzibar"):
        assert seen.at(place, "zanzibar", wanted[place[0]])[:2] == wanted.pop(place[0])
    assert wanted == {}


def test_a_record_gone_meanwhile_leads_nowhere(window: MainWindow) -> None:
    """Nothing happens, and nothing breaks."""
    assert window.workspace is not None
    before = window.current_page()
    arrive(window, window.workspace, ("Exchange", 9_999, "said"), terms("x"))
    assert window.current_page() is before


def test_a_dossier_closed_meanwhile_is_left_alone(window: MainWindow, qtbot: QtBot) -> None:
    """What still looked for its field ends with the dossier."""
    assert window.workspace is not None
    place = next(place for place in places(window.workspace.store, "e") if place[::2] == ("Meeting", "kind"))
    arrive(window, window.workspace, place, terms("e"))
    window.close_dossier()
    qtbot.wait(500)
    assert window.workspace is None
