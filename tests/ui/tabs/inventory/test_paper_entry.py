"""The round trip: the blank grid is printed, filled in with a pen, typed in by keyboard, and printed again."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.inventory import (
    AgeBand,
    Departure,
    Dynamic,
    Finding,
    HealthProfessional,
    Need,
    Offer,
    Opportunity,
    Proximity,
    Tri,
)
from msp_desktop.domain.people import Person
from msp_desktop.papers.export import export
from msp_desktop.papers.paper import Context
from msp_desktop.services.paper_grid import PaperOrigin, keep_line, paper_grid, read_choice
from msp_desktop.ui.tabs.inventory.paper_entry import PaperEntry
from msp_desktop.ui.tabs.inventory.paper_line import PaperLine
from msp_desktop.ui.tabs.inventory.paper_register import RegisterPage
from msp_desktop.ui.tabs.inventory.tab import InventoryTab
from msp_desktop.ui.widgets.modal import give_undo
from msp_desktop.ui.widgets.pick_field import PickField
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW, TODAY
from tests.pdf import places
from tests.ui.modal import dialog

KEY = Qt.Key


@pytest.fixture
def entry(qtbot: QtBot, workspace: Workspace) -> PaperEntry:
    """The entry of an empty inventory, shown."""
    opened = PaperEntry(workspace)
    give_undo(opened, workspace)  # as `run` does
    qtbot.addWidget(opened)
    opened.show()
    qtbot.waitExposed(opened)
    opened.activateWindow()
    return opened


@pytest.fixture
def keys(qtbot: QtBot, entry: PaperEntry) -> Callable[..., None]:
    """Type words, press keys, wherever the keyboard is."""

    def press(*steps: str | Qt.Key, control: bool = False) -> None:
        for step in steps:
            focus = entry.focusWidget()
            assert isinstance(focus, QWidget)
            if isinstance(step, str):
                for letter in step:  # QTest knows the keys of ASCII only
                    event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
                    QApplication.sendEvent(focus, event)
            else:
                modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
                qtbot.keyClick(focus, step, modifier)

    return press


def next_part(entry: PaperEntry) -> None:
    entry.go(1)


def test_a_whole_grid_is_typed_by_keyboard_and_printed(
    entry: PaperEntry, keys: Callable[..., None], store: Store, tmp_path: Path
) -> None:
    assert entry.focusWidget() is entry.filled_on
    keys("3/3/2026", KEY.Key_Return, "Mme Durand", KEY.Key_Return)
    for number in range(1, 9):
        assert entry.focusWidget() is entry.answers[number - 1]
        keys(f"Réponse {number}")
        next_part(entry)
    # A1: Dupont, Claire, infirmier, Valbourg, 3 (50-54), 2 (within 2 years), alone. Enter or Tab from box to box.
    keys("Dupont", KEY.Key_Return, "Claire", KEY.Key_Return, "infirmier", KEY.Key_Tab, "Valbourg", KEY.Key_Return)
    keys("3", KEY.Key_Return, "2", KEY.Key_Tab, "o", KEY.Key_Return, KEY.Key_Tab)
    assert entry.focusWidget().accessibleName() == "A2, Nom"  # type: ignore[union-attr]
    keys("Martin", KEY.Key_Return, KEY.Key_Return, "médecin", KEY.Key_Tab, "ici", KEY.Key_Return)
    next_part(entry)
    keys(
        "pharmacie",
        KEY.Key_Tab,
        "Pharmacie du Pont",
        KEY.Key_Return,
        KEY.Key_Return,
        "ouverte le lundi",
        KEY.Key_Return,
    )
    next_part(entry)
    keys("Repas partagés", KEY.Key_Return, "CCAS", KEY.Key_Return, "le jeudi", KEY.Key_Return)
    next_part(entry)
    keys(
        "Plus de dentiste", KEY.Key_Return, "les familles", KEY.Key_Return, "enfants", KEY.Key_Return, "3", KEY.Key_Tab
    )
    next_part(entry)
    keys("Cabinet libre", KEY.Key_Return, "la mairie", KEY.Key_Return, "rez-de-chaussée", KEY.Key_Return)
    keys("Une seconde", KEY.Key_Return)
    entry.accept()

    reader = store.reader
    assert [row.answer for row in reader.all(Finding, order="position, id")] == [f"Réponse {n}" for n in range(1, 9)]
    first, second = reader.all(HealthProfessional)
    assert (first.profession, first.place, first.town) == ("infirmier", Proximity.NEARBY, "Valbourg")
    assert (first.age_band, first.age_noted_on) == (AgeBand.FROM_50, date(2026, 3, 3))
    assert (first.checked_on, first.source) == (date(2026, 3, 3), "Mme Durand")
    assert {row.noted_on for row in reader.all(Finding)} == {date(2026, 3, 3)}
    assert (first.departure, first.works_alone, first.ready) == (Departure.WITHIN_2, Tri.YES, Tri.UNKNOWN)
    assert (second.profession, second.place, second.town) == ("medecin", Proximity.HERE, "")
    named = {person.id: f"{person.first_name} {person.last_name}".strip() for person in reader.all(Person)}
    assert [named[row.person_id] for row in (first, second)] == ["Claire Dupont", "Martin"]
    (offer,) = reader.all(Offer)
    assert (offer.kind, offer.name, offer.details) == ("pharmacie", "Pharmacie du Pont", "ouverte le lundi")
    (dynamic,) = reader.all(Dynamic)
    assert (dynamic.title, dynamic.who, dynamic.details) == ("Repas partagés", "CCAS", "le jeudi")
    (need,) = reader.all(Need)
    assert (need.title, need.said_by, need.public, need.strength) == ("Plus de dentiste", "les familles", "enfants", 3)
    assert [row.title for row in reader.all(Opportunity)] == ["Cabinet libre", "Une seconde"]

    made = export(reader, "inventory", tmp_path, Context(TODAY, NOW))
    text = "".join(page.extract_text() for page in PdfReader(made.path).pages)
    for words in ("Réponse 1", "Réponse 8", "Pharmacie du Pont", "ouverte le lundi"):
        assert words in text


def test_ctrl_enter_goes_to_the_next_part(entry: PaperEntry, qtbot: QtBot) -> None:
    qtbot.keyClick(entry.filled_on, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert entry.steps.currentRow() == 1
    assert entry._progress.text() == "2 sur 14"


def test_what_is_typed_in_a_line_before_its_name_is_kept_with_it(
    entry: PaperEntry, keys: Callable[..., None], store: Store
) -> None:
    entry.steps.setCurrentRow(9)
    line = entry.registers["professionals"].lines[0]
    line.widgets["where"].setFocus()
    keys("Valbourg", KEY.Key_Return)
    assert line._wrong.isVisible()
    assert "nom" in line._wrong.text()
    assert store.reader.all(HealthProfessional) == []
    line.widgets["last_name"].setFocus()
    keys("Dupont", KEY.Key_Return)
    assert not line._wrong.isVisible()
    assert [row.town for row in store.reader.all(HealthProfessional)] == ["Valbourg"]


def test_a_line_without_a_name_is_not_left_behind_in_silence(
    entry: PaperEntry, keys: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = [True, False]

    def ask(_parent: object, sentence: str, _yes: str, _no: str) -> bool:
        asked.append(sentence)
        return answers.pop(0)

    monkeypatch.setattr("msp_desktop.ui.tabs.inventory.paper_entry.messages.ask", ask)
    entry.steps.setCurrentRow(9)
    entry.registers["professionals"].lines[0].widgets["where"].setFocus()
    keys("Valbourg")
    entry.accept()
    assert entry.isVisible()
    entry.accept()
    assert not entry.isVisible()
    assert "A1" in asked[0]


def test_a_line_changed_later_is_the_same_line(entry: PaperEntry, keys: Callable[..., None], store: Store) -> None:
    entry.steps.setCurrentRow(12)
    keys("Besoin", KEY.Key_Return)
    line = entry.registers["needs"].lines[0]
    line.widgets["title"].setFocus()
    keys(" pressant", KEY.Key_Return)
    assert [row.title for row in store.reader.all(Need)] == ["Besoin pressant"]
    assert len(entry.registers["needs"].lines) == 2


def test_one_undo_takes_back_what_was_typed(entry: PaperEntry, keys: Callable[..., None], store: Store) -> None:
    entry.steps.setCurrentRow(13)
    keys("Cabinet libre", KEY.Key_Return)
    entry.accept()
    store.undo()
    assert store.reader.all(Opportunity) == []


def test_paper_and_screen_bear_the_same_numbers_and_words(qtbot: QtBot, sample: Store, tmp_path: Path) -> None:
    made = export(sample.reader, "inventory-blank", tmp_path, Context(TODAY, NOW))
    text = "\n".join(page.extract_text() for page in PdfReader(made.path).pages)
    screen = PaperEntry(Workspace(sample, lambda: NOW))
    qtbot.addWidget(screen)
    assert re.search(r"^0\. Date.*Rempli par", text, re.MULTILINE)
    for place in range(1, screen.steps.count()):
        assert screen.steps.item(place).text() in text
    for register in screen.grid.registers:
        lines = screen.registers[register.key].lines
        following = lines[-1].label
        assert re.search(rf"^{following}\b", text, re.MULTILINE), "the first empty line of the paper"
        assert following == register.label(len(register.rows))
        assert not re.search(rf"^{lines[0].label}\s*$", text, re.MULTILINE) or len(lines) == 1
        for field in register.fields:
            assert field.title in text
        for legend in register.legends():
            assert " ".join(legend.split()) in " ".join(text.split())


def test_boxes_are_large_enough_for_a_pen(store: Store, tmp_path: Path) -> None:
    """Read what is drawn: writing lines 9 mm apart, boxes to tick of 5 mm, rows 11 mm high."""
    made = export(store.reader, "inventory-blank", tmp_path, Context(TODAY, NOW))
    millimetre = 72 / 25.4
    boxes, steps = [], []
    for page in PdfReader(made.path).pages:
        content = page.get_contents()
        assert content is not None
        drawn = content.get_data().decode("latin-1")
        boxes += [float(found[1]) / millimetre for found in re.finditer(r"([\d.]+) ([\d.]+) re\s+[Ss]\b", drawn)]
        for part in drawn.split(" cm"):  # what is drawn from one origin: the lines under a question, those of a table
            found = {round(float(y), 2) for y in re.findall(r"n 0 ([\d.]+) m [\d.]+ \1 l S", part)}
            lines = sorted(found - {0.0})  # rules are drawn at 0 of their own
            steps += [(high - low) / millimetre for low, high in itertools.pairwise(lines)]
    assert boxes
    assert min(boxes) >= 4.9
    assert steps
    assert min(steps) >= 8.9
    assert min(row_heights(made.path)) >= 10.9


def row_heights(path: Path) -> list[float]:
    """Return the distances between the numbers of following lines (A1, A2…), in millimetres."""
    labels = [(page, found, at) for page, words, at in places(path) if (found := re.fullmatch(r"([A-E])(\d+)", words))]
    heights = [
        (above_at - below_at) * 25.4 / 72
        for (above_page, above, above_at), (below_page, below, below_at) in itertools.pairwise(labels)
        if above_page == below_page and above[1] == below[1] and int(below[2]) == int(above[2]) + 1
    ]
    assert len(heights) > 20, "the registers have lines to write on"
    return heights


def test_the_tab_offers_it_even_while_the_inventory_is_empty(qtbot: QtBot, workspace: Workspace) -> None:
    tab = InventoryTab(workspace)
    qtbot.addWidget(tab)
    tab.show()
    with dialog(PaperEntry, lambda box: box.go(1)):
        tab.empty.request_other.emit(2)


def test_a_line_s_place_is_the_commune_or_a_town_nearby(store: Store) -> None:
    for words, place, town in (
        ("Ici", Proximity.HERE, ""),
        ("sur place", Proximity.HERE, ""),
        ("Bourg-Témoin", Proximity.NEARBY, "Bourg-Témoin"),
    ):
        row_id = keep_line(store, "offers", None, {"name": "X", "where": words}, PaperOrigin(TODAY))
        row = store.reader.one(Offer, row_id or 0)
        assert (row.place, row.town) == (place, town)
    assert keep_line(store, "offers", None, {"name": "", "where": ""}, PaperOrigin(TODAY)) is None
    assert len(paper_grid(store.reader, TODAY).registers[1].rows) == 3


def professional(entry: PaperEntry, keys: Callable[..., None], *steps: str | Qt.Key) -> PaperLine:
    """Go to the professionals, type a line that begins with a name, return it."""
    entry.steps.setCurrentRow(9)
    keys("Dupont", KEY.Key_Return, *steps)
    return entry.registers["professionals"].lines[0]


def test_tab_leads_from_a_question_to_the_next_part(entry: PaperEntry, keys: Callable[..., None]) -> None:
    entry.steps.setCurrentRow(1)
    keys("Une réponse", KEY.Key_Tab)
    assert entry.focusWidget() is entry._next
    keys(KEY.Key_Return)
    assert entry.focusWidget() is entry.answers[1]


def test_enter_goes_through_every_box_of_a_line(entry: PaperEntry, keys: Callable[..., None]) -> None:
    line = professional(entry, keys)
    for name in ("Prénom", "Métier", "Lieu", "Âge", "Départ", "Seul", "Prêt"):
        assert entry.focusWidget().accessibleName() == f"A1, {name}"  # type: ignore[union-attr]
        keys(KEY.Key_Return)
    assert entry.focusWidget().accessibleName() == "A2, Nom"  # type: ignore[union-attr]
    assert entry.isVisible()
    assert not line.not_understood()


def test_the_box_where_the_keyboard_is_is_in_view(entry: PaperEntry, keys: Callable[..., None], qtbot: QtBot) -> None:
    entry.resize(entry.width(), 420)
    entry.steps.setCurrentRow(9)
    page = entry.registers["professionals"]
    for number in range(12):
        keys(f"Nom {number}", *[KEY.Key_Return] * 8)
    for line in page.lines:
        for widget in line.widgets.values():
            widget.setFocus()
            qtbot.wait(5)
            view = page._area.viewport()
            assert view.rect().contains(widget.rect().translated(widget.mapTo(view, QPoint(0, 0))))
    assert page._area.verticalScrollBar().value() > 0


@pytest.mark.parametrize("room", [1100, 800, 500])
def test_lines_never_go_sideways(qtbot: QtBot, workspace: Workspace, entry: PaperEntry, room: int) -> None:
    """In large letters the boxes of a line go under one another, each with its title."""
    for register in entry.grid.registers:
        page = RegisterPage(workspace, register, lambda: register, lambda: PaperOrigin(TODAY), room)  # noqa: B023
        qtbot.addWidget(page)
        page.resize(room, 500)
        page.show()
        qtbot.wait(5)
        assert page._area.horizontalScrollBar().maximum() == 0
        titles = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
        assert {field.title for field in register.fields} <= set(titles)


def test_an_emptied_box_is_no_answer_again(entry: PaperEntry, keys: Callable[..., None], store: Store) -> None:
    line = professional(entry, keys, KEY.Key_Return, "infirmière", KEY.Key_Return, KEY.Key_Return, "3", KEY.Key_Return)
    (row,) = store.reader.all(HealthProfessional)
    assert (row.profession, row.age_band) == ("infirmier", AgeBand.FROM_50)
    for name in ("profession", "age_band"):
        line.widgets[name].setFocus(Qt.FocusReason.TabFocusReason)
        keys(KEY.Key_Delete, KEY.Key_Return)
    (row,) = store.reader.all(HealthProfessional)
    assert (row.profession, row.age_band, row.age_noted_on) == ("autre", AgeBand.UNKNOWN, None)


def test_a_number_outside_the_list_is_said_and_not_left_behind_in_silence(
    entry: PaperEntry, keys: Callable[..., None], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = professional(entry, keys)
    line.widgets["age_band"].setFocus()
    keys("9", KEY.Key_Return)
    assert line._wrong.isVisible()
    assert "de 1 à 6" in line._wrong.text()
    assert [row.age_band for row in store.reader.all(HealthProfessional)] == [AgeBand.UNKNOWN]
    asked: list[str] = []

    def ask(_parent: object, sentence: str, _yes: str, _no: str) -> bool:
        asked.append(sentence)
        return True

    monkeypatch.setattr("msp_desktop.ui.tabs.inventory.paper_entry.messages.ask", ask)
    entry.accept()
    assert entry.isVisible()
    assert "A1\u00a0: Âge" in asked[0]
    line.widgets["age_band"].setFocus(Qt.FocusReason.TabFocusReason)
    keys(KEY.Key_Delete)
    assert not line._wrong.isVisible(), "nothing is wrong with an empty box"
    keys("2", KEY.Key_Return)
    assert not line._wrong.isVisible()
    assert [row.age_band for row in store.reader.all(HealthProfessional)] == [AgeBand.FROM_40]
    entry.accept()
    assert not entry.isVisible()


def test_a_profession_outside_the_list_is_kept_as_written(
    entry: PaperEntry, keys: Callable[..., None], store: Store
) -> None:
    line = professional(entry, keys, KEY.Key_Return, "hypnothérapeute", KEY.Key_Return)
    assert [row.profession for row in store.reader.all(HealthProfessional)] == ["hypnothérapeute"]
    assert line.values()["profession"] == "hypnothérapeute"


def test_the_list_is_one_key_away(entry: PaperEntry, keys: Callable[..., None], store: Store) -> None:
    line = professional(entry, keys)
    field = line.widgets["departure"]
    assert isinstance(field, PickField)
    menu = field.menu()
    assert [action.text() for action in menu.actions()][:3] == ["–", "1  annoncé", "2  d’ici 2 ans"]
    menu.actions()[2].trigger()
    assert [row.departure for row in store.reader.all(HealthProfessional)] == [Departure.WITHIN_2]
    assert field.text() == "d’ici 2 ans"
    field.menu().actions()[0].trigger()
    assert [row.departure for row in store.reader.all(HealthProfessional)] == [Departure.UNKNOWN]


def test_ctrl_z_takes_back_here_too(entry: PaperEntry, keys: Callable[..., None], store: Store, qtbot: QtBot) -> None:
    entry.steps.setCurrentRow(1)
    keys("Une réponse")
    keys(KEY.Key_Z, control=True)
    assert entry.answers[0].toPlainText() == ""
    entry.steps.setCurrentRow(13)
    keys("Cabinet libre", KEY.Key_Return)
    page = entry.registers["opportunities"]
    assert [line.label for line in page.lines] == ["E1", "E2"]
    keys(KEY.Key_Z, control=True)
    assert store.reader.all(Opportunity) == []
    assert [line.label for line in page.lines] == ["E1"]
    assert page.lines[0].is_blank()
    assert entry.focusWidget() is page.lines[0].widgets["title"]
    keys(KEY.Key_Y, control=True)
    assert [row.title for row in store.reader.all(Opportunity)] == ["Cabinet libre"]
    assert page.lines[0].values()["title"] == "Cabinet libre"


def test_nothing_is_written_twice(entry: PaperEntry, keys: Callable[..., None], store: Store) -> None:
    professional(entry, keys, "Claire", KEY.Key_Return, "infirmier", KEY.Key_Return)
    changes: list[object] = []
    entry._workspace.changed.connect(changes.append)
    entry.flush()
    entry.go(1)
    entry.go(-1)
    assert changes == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("", None), ("med", "medecin"), ("Sage femme", "sage-femme"), ("de", "de"), ("sophrologue", "sophrologue")],
)
def test_what_one_writes_for_a_profession(store: Store, typed: str, kept: str | None) -> None:
    field = paper_grid(store.reader, TODAY).registers[0].fields[2]
    assert read_choice(field, typed) == kept


@pytest.mark.parametrize("typed", ["0", "7", "50", "vieux", "1 2", "ans", "et"])
def test_what_is_not_a_number_of_the_list(store: Store, typed: str) -> None:
    field = paper_grid(store.reader, TODAY).registers[0].fields[4]
    with pytest.raises(ValueError, match=typed):
        read_choice(field, typed)


def test_every_choice_can_be_read_where_it_stands(entry: PaperEntry, keys: Callable[..., None]) -> None:
    line = professional(entry, keys)
    for name in ("age_band", "departure"):
        field = line.widgets[name]
        assert isinstance(field, PickField)
        for value, _words in field._choices:
            field.show_typed(value)
            room = field.width() - field.fontMetrics().horizontalAdvance(field.text())
            assert room >= 40, f"{field.text()}: the arrow and the frame need room too"


@pytest.mark.parametrize("number", range(1, 7))
def test_each_number_of_an_age_is_its_age(
    entry: PaperEntry, keys: Callable[..., None], store: Store, number: int
) -> None:
    """« 4 » is the fourth, not the beginning of « 40–49 ans »."""
    line = professional(entry, keys)
    line.widgets["age_band"].setFocus()
    keys(str(number), KEY.Key_Return)
    ages = [band for band in AgeBand if band is not AgeBand.UNKNOWN]
    assert [row.age_band for row in store.reader.all(HealthProfessional)] == [ages[number - 1]]


@pytest.mark.parametrize("typed", ["33/3/2026", "3/3/2062"])
def test_a_wrong_date_of_the_sheet_keeps_the_page_and_is_said(
    entry: PaperEntry, keys: Callable[..., None], store: Store, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    asked: list[str] = []

    def ask(_parent: object, sentence: str, _yes: str, _no: str) -> bool:
        asked.append(sentence)
        return True

    monkeypatch.setattr("msp_desktop.ui.tabs.inventory.paper_entry.messages.ask", ask)
    entry.filled_on.selectAll()
    keys(typed)
    entry.go(1)
    assert entry.steps.currentRow() == 0
    assert entry.focusWidget() is entry.filled_on
    entry.accept()
    assert entry.isVisible()
    assert "12/05/2026" in asked[0]


def test_a_kept_professional_does_not_lose_its_name(
    entry: PaperEntry, keys: Callable[..., None], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = professional(entry, keys)
    name = line.widgets["last_name"]
    name.setFocus(Qt.FocusReason.TabFocusReason)
    keys(KEY.Key_Delete, KEY.Key_Return)
    assert "nom" in line.wrong()
    assert [person.last_name for person in store.reader.all(Person)] == ["Dupont"]
    asked: list[str] = []
    monkeypatch.setattr(
        "msp_desktop.ui.tabs.inventory.paper_entry.messages.ask", lambda _p, said, _y, _n: not asked.append(said)
    )
    entry.accept()
    assert "A1" in asked[0]
    name.setFocus()
    keys("Dupont", KEY.Key_Return)
    assert line.wrong() == ""


def test_a_line_emptied_of_its_words_is_no_line(entry: PaperEntry, keys: Callable[..., None], store: Store) -> None:
    entry.steps.setCurrentRow(12)
    keys("Besoin", KEY.Key_Return)
    page = entry.registers["needs"]
    page.lines[0].widgets["title"].setFocus(Qt.FocusReason.TabFocusReason)
    keys(KEY.Key_Delete, KEY.Key_Return)
    assert store.reader.all(Need) == []
    assert [line.label for line in page.lines] == ["D1"]
    assert page.isAncestorOf(entry.focusWidget())


def test_a_dossier_that_can_only_be_read_is_not_typed_into(qtbot: QtBot, workspace: Workspace) -> None:
    tab = InventoryTab(workspace)
    qtbot.addWidget(tab)
    said: list[str] = []
    workspace.said.connect(lambda sentence, _undo: said.append(sentence))
    workspace.store.read_only = True
    tab.empty.request_other.emit(2)
    assert "lu" in said[0]
