"""The page that pre-fills, from outside: keys, buttons by their names, what is told and what is written."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from msp_desktop.domain.commune import Commune
from msp_desktop.domain.inventory import HealthProfessional, Offer
from msp_desktop.domain.official import Proposal, Review
from msp_desktop.domain.official_ticks import agreed
from msp_desktop.domain.people import Person
from msp_desktop.i18n import _
from msp_desktop.services import inventory as service
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.tabs.inventory.filling_band import FillingBand
from msp_desktop.ui.tabs.inventory.official_files import FilesPart, size_words
from msp_desktop.ui.tabs.inventory.official_lines import ReviewList
from msp_desktop.ui.tabs.inventory.official_page import OfficialPage
from msp_desktop.ui.tabs.inventory.official_reading import progress_words
from msp_desktop.ui.tabs.inventory.official_state import State, View
from msp_desktop.ui.tabs.inventory.tab import InventoryTab
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.workspace import Workspace
from tests.ui.find import button, named, says
from tools.official_reviews import FINESS, RPPS, review

Open = Callable[..., OfficialPage]


@pytest.fixture
def open_(window: MainWindow) -> Iterator[Open]:
    """Show the page where somebody was: in a review made by hand, or elsewhere."""

    def opened(shown: Review | State | None = None) -> OfficialPage:
        state = shown if isinstance(shown, State) else State(view=View.REVIEW, review=shown or review())
        window.go_to("inventory", ("official", state))
        page = window.current_page().findChild(OfficialPage)
        assert page is not None
        return page

    yield opened
    for page in window.findChildren(OfficialPage):
        page.give_up()


def heads(page: OfficialPage) -> list[str]:
    lines = page.findChild(ReviewList)
    assert lines is not None
    model = lines.model()
    rows = [lines.row_at(model.index(row, 0)) for row in range(model.rowCount())]
    return [row.title for row in rows if row is not None and row.band]


def go_to(page: OfficialPage, name: str) -> None:
    """Go down in the list with the arrows, to somebody by their name."""
    lines = page.review.list
    lines.setFocus()
    for _step in range(20):
        row = lines.row_at(lines.currentIndex())
        if row is not None and row.title == name:
            return
        press(lines, Qt.Key.Key_Down)
    raise AssertionError(f"no line of {name}")


def press(widget: object, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)  # type: ignore[call-overload]


def test_lines_stand_in_groups_and_those_of_a_segment_alone(open_: Open) -> None:
    page = open_()
    assert heads(page) == ["Changés", "Nouveaux", "Disparus", "À confirmer", "Déjà là", "Écartés"]
    button(page, "Nouveaux 2").click()
    assert heads(page) == ["Nouveaux"]
    assert page.state().kind == Proposal.NEW.value


def test_space_ticks_and_the_button_says_what_it_would_do(open_: Open, announced: list[str]) -> None:
    page = open_()
    assert page.review.button.text().strip() == "Ajouter 2, corriger 1"
    assert says(page, "3 lignes cochées. Rien n’est encore écrit.")
    go_to(page, "Dr Paul Vasseur")
    press(page.review.list, Qt.Key.Key_Space)
    assert page.review.button.text().strip() == "Ajouter 3, corriger 1"
    assert announced[-1] == "4 lignes cochées. Rien n’est encore écrit."
    assert says(page.panel, "Dr Paul Vasseur")
    button(page, _("Untick all")).click()
    assert not page.review.button.isEnabled()
    assert page.review.button.toolTip()


def test_a_line_tells_whoever_listens_whether_it_is_ticked(open_: Open) -> None:
    page = open_()
    spoken = page.review.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Mme Anne Petit, infirmière, Saint-Exemple, changé, coché, mode\u00a0: libéral, était mixte, RPPS"


def test_a_field_is_chosen_in_the_panel_from_the_keyboard(open_: Open) -> None:
    page = open_()
    theirs = named(page.panel, QRadioButton, "Exercice\u00a0: libéral, dans le fichier")
    ours = named(page.panel, QRadioButton, "Exercice\u00a0: mixte, dans le dossier")
    assert ours.isChecked()
    ours.setFocus()
    press(ours, Qt.Key.Key_Down)
    assert theirs.isChecked()
    found = page.state().review
    assert found is not None
    assert [one.accepted for one in found.lines[0].differences] == [True, True]
    assert theirs.hasFocus()


def test_the_panel_says_what_the_file_does_not_and_where_it_comes_from(open_: Open) -> None:
    page = open_()
    assert says(page.panel, "Ni l’âge, ni un départ")
    assert says(page.panel, "Licence Ouverte\u00a02.0, fichier du 14\u00a0avril 2026") or says(
        page.panel, "fichier du 14 avril 2026"
    )
    go_to(page, "Laboratoire des Essarts")
    assert says(page.panel, "Ni les horaires")


def test_closing_keeps_what_was_ticked(open_: Open, window: MainWindow) -> None:
    page = open_()
    go_to(page, "Dr Paul Vasseur")
    press(page.review.list, Qt.Key.Key_Space)
    button(page, _("Close")).click()
    assert not page.isVisible()
    assert QApplication.focusWidget() is button(window, _("Pre-fill…"))
    button(window, _("Pre-fill…")).click()
    assert page.isVisible()
    assert page.review.button.text().strip() == "Ajouter 3, corriger 1"


def test_another_size_of_letters_keeps_what_was_ticked(open_: Open, window: MainWindow) -> None:
    page = open_()
    go_to(page, "Dr Paul Vasseur")
    press(page.review.list, Qt.Key.Key_Space)
    window.set_theme("dark", 125)
    again = window.current_page().findChild(OfficialPage)
    assert again is not None
    assert again is not page
    found = again.state().review
    assert found is not None
    assert agreed(found).add == 3
    assert says(again.panel, "Dr Paul Vasseur")


def test_an_incomplete_file_is_told(open_: Open) -> None:
    page = open_(review(files=(replace(RPPS, incomplete=True), FINESS)))
    assert says(page, "il manque la fin de ce fichier")


def test_nobody_found_is_said_and_leads_back(open_: Open) -> None:
    page = open_(Review(files=(RPPS,), communes=("23001",), lines=()))
    assert says(page, "Aucun professionnel de ces communes dans ce fichier.")
    page.focus_main()
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.choose.isVisible()


def test_what_is_agreed_to_is_written_in_one_step_that_one_undo_takes_back(open_: Open, window: MainWindow) -> None:
    workspace = window.workspace
    assert workspace is not None
    before = workspace.reader.all(HealthProfessional), workspace.reader.all(Offer)
    known = before[0][0]
    phone = workspace.reader.one(Person, known.person_id).phone
    lines = tuple(
        replace(
            line,
            entry_id=known.id if line.entry_id else 0,
            differences=tuple(replace(one, old=phone) for one in line.differences if one.attribute == "phone"),
        )
        for line in review().lines[:3]
    )
    page = open_(replace(review(), lines=lines, communes=("23096",)))
    page.review.button.setFocus()
    press(page.review.button, Qt.Key.Key_Return)
    assert says(page, "2 ajoutés, 1 corrigé.") or says(page, "1 ajouté")
    assert len(workspace.reader.all(HealthProfessional)) == len(before[0]) + 1
    assert len(workspace.reader.all(Offer)) == len(before[1]) + 1
    button(page, _("Take the import back")).click()
    assert (workspace.reader.all(HealthProfessional), workspace.reader.all(Offer)) == before
    assert says(page, "L’import est annulé")
    workspace.redo()
    assert says(page, "C’est dans le dossier")
    button(page, _("Close")).click()
    button(window, _("Pre-fill…")).click()
    assert page.choose.isVisible()  # whoever comes back comes for other files


def test_what_no_file_tells_is_asked_one_after_the_other(open_: Open, window: MainWindow) -> None:
    workspace = window.workspace
    assert workspace is not None
    for number in (1, 2):
        service.add_professional(
            workspace.store, Person(last_name=f"Zz{number}"), {"profession": "medecin", "rpps": f"1000000000{number}"}
        )
    page = open_(State(view=View.DONE, done="2 ajoutés."))
    page.focus_main()
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    tab = window.current_tab()
    assert isinstance(tab, InventoryTab)
    assert tab.form.form.editor("age_band").hasFocus()
    band = tab.findChild(FillingBand)
    assert band is not None
    assert band.isVisible()
    assert says(band, "2 professionnels à compléter")
    button(band, "Suivant\u00a0: Zz2").click()
    assert tab.registers.professional() == workspace.reader.find(HealthProfessional, rpps="10000000002").id  # type: ignore[union-attr]
    button(band, _("Later")).click()
    assert not band.isVisible()


def test_communes_are_added_by_their_name(open_: Open, qtbot: QtBot) -> None:
    page = open_(State())
    line = named(page.choose, QLineEdit, _("Add a commune"))
    line.setFocus()
    QTest.keyClicks(line, "gueret")
    press(line, Qt.Key.Key_Return)
    assert page.choose.communes.communes() == ("23096",)
    assert says(page.choose, "Guéret (23000, Creuse)")
    qtbot.waitUntil(lambda: line.text() == "")
    QTest.keyClicks(line, "sainte colombe")
    press(line, Qt.Key.Key_Return)
    assert says(page.choose, "Plusieurs communes s’appellent ainsi")
    button(page.choose, "Retirer\u00a0: Guéret (23000, Creuse)").click()
    assert page.choose.communes.communes() == ()


def test_ones_own_commune_is_sought_with_its_neighbours_or_alone(qtbot: QtBot, workspace: Workspace) -> None:
    with workspace.store.write("x") as tx:
        from msp_desktop.domain.change import Change

        tx.update(1, Change(Commune, name="Bonnat", insee="23025", epci="CC Portes de la Creuse en Marche"))
    page = OfficialPage(workspace)
    qtbot.addWidget(page)
    page.show()
    communes = page.choose.communes
    around = communes.communes()
    assert around[0] == "23025"
    assert len(around) > 5
    named(page, QRadioButton, "Bonnat seulement").click()
    assert communes.communes() == ("23025",)
    assert says(page, "1 commune,")


def test_a_file_is_known_by_its_content_and_another_is_said_to_be_none(
    open_: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    page = open_(State())
    other = tmp_path / "PS_LibreAcces.txt"
    other.write_text("Nom;Prénom\nRoux;Jeanne\n", encoding="utf-8")
    page.add_files([other])
    qtbot.waitUntil(lambda: all(file.is_looked_at for file in page.choose.files.files()))
    assert page.choose.files.files()[0].kind is None
    assert not page.choose.button.isEnabled()
    assert says(page.choose, "PS_LibreAcces.txt")
    button(page.choose, "Retirer\u00a0: PS_LibreAcces.txt").click()
    assert page.choose.files.files() == ()


def test_a_file_dropped_on_the_window_comes_here(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "x.txt"
    file.write_text("x", encoding="utf-8")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file))])
    window.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )
    part = window.current_page().findChild(FilesPart)
    assert part is not None
    assert part.isVisible()
    assert [one.path for one in part.files()] == [file]
    qtbot.waitUntil(lambda: part.files()[0].is_looked_at)


def test_how_far_reading_is_is_told_in_words() -> None:
    assert progress_words(0, 0, None) == "La lecture commence…"
    assert progress_words(320_000_000, 740_000_000, 4) == "320 Mo sur 740 Mo, encore 4 secondes environ."
    assert progress_words(320_000_000, 740_000_000, 130) == "320 Mo sur 740 Mo, encore 2 minutes environ."
    assert size_words(1_240_000) == "1,2 Mo"
    assert size_words(12) == "1 Ko"


def test_who_looks_at_the_files_again_comes_back_to_what_they_ticked(open_: Open) -> None:
    page = open_()
    go_to(page, "Dr Paul Vasseur")
    press(page.review.list, Qt.Key.Key_Space)
    button(page, _("Change the files or the communes…")).click()
    assert page.choose.isVisible()
    button(page, _("Back to the list already read")).click()
    assert page.review.button.text().strip() == "Ajouter 3, corriger 1"
    assert page.review.list.hasFocus()


def test_nothing_read_leads_back_to_no_list(open_: Open) -> None:
    page = open_(State())
    assert not [one for one in page.findChildren(LinkButton) if one.isVisible() and "liste" in one.text()]


def test_cancelled_while_it_is_compared_nothing_is_shown_later(open_: Open, qtbot: QtBot) -> None:
    page = open_(State())
    go_on = threading.Event()
    page.show_reading(1, 1, None)
    page.worker.do(lambda _go: go_on.wait(20) and review())
    button(page.reading, _("Cancel")).click()
    assert not page.worker.is_busy
    go_on.set()
    qtbot.wait(150)
    assert page.choose.isVisible()


def test_who_works_elsewhere_while_files_are_read_keeps_the_keyboard(
    open_: Open, window: MainWindow, qtbot: QtBot
) -> None:
    page = open_(State())
    page.show_reading(1, 1, None)
    window.go_to("meetings")
    elsewhere = window.current_tab()
    assert elsewhere is not None
    elsewhere.focus_main()
    before = QApplication.focusWidget()
    assert before is not None
    page.worker.do(lambda _go: review())
    qtbot.waitUntil(lambda: not page.worker.is_busy)
    assert page.state().view is View.REVIEW
    assert QApplication.focusWidget() is before
    page.reading.read.emit((), ("Ce fichier est vide.",))
    assert QApplication.focusWidget() is before


def test_another_list_is_shown_from_its_first_line(open_: Open) -> None:
    page = open_()
    go_to(page, "Dr Paul Vasseur")
    found = review()
    open_(State(view=View.REVIEW, review=replace(found, lines=found.lines[1:])))
    chosen = page.review.list.row_at(page.review.list.currentIndex())
    assert chosen is not None
    assert says(page.panel, chosen.title)
    assert page.state().line == chosen.key


def test_a_file_dropped_on_the_field_of_communes_goes_to_the_window(open_: Open) -> None:
    page = open_(State())
    assert not named(page.choose, QLineEdit, _("Add a commune")).acceptDrops()
