"""From the document on screen to the printer: Qt's own PDF printer stands in for the machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from msp_desktop.domain.change import Change
from msp_desktop.domain.meetings import Meeting
from msp_desktop.domain.people import Person
from msp_desktop.papers.bundle import MEETING_BUNDLE
from msp_desktop.papers.export import export
from msp_desktop.services.meetings import delete_meeting, meeting_view, update_meeting
from msp_desktop.services.people import update_person
from msp_desktop.services.produced import produced
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.papers import printing
from msp_desktop.ui.papers.desk import Desk
from msp_desktop.ui.papers.password_dialog import PasswordDialog
from msp_desktop.ui.papers.preview import PAUSE
from msp_desktop.ui.papers.print_dialog import PrintDialog
from msp_desktop.ui.papers.print_run import run_print
from msp_desktop.ui.papers.printing import Printout
from tests.ui.modal import dialog

A4 = (595, 842)
Printer = Callable[..., Path]


def sizes(path: Path) -> list[tuple[int, int]]:
    return [(round(page.mediabox.width), round(page.mediabox.height)) for page in PdfReader(path).pages]


@pytest.mark.parametrize(
    ("tab", "key"),
    [("timeline", "timeline"), ("referent", "referent"), ("inventory", "inventory"), ("meetings", "agenda")],
)
def test_ctrl_p_shows_the_document_of_the_tab_page_by_page(window: MainWindow, tab: str, key: str) -> None:
    window.go_to(tab)

    def look(box: PrintDialog) -> None:
        assert box._shown == key
        assert box.pages.page_count() >= 1
        assert [row.key for row in box._list.on()] == [key]
        assert box._print.isEnabled()

    with dialog(PrintDialog, look):
        window.actions_by_name["print"].trigger()


def test_the_acts_of_a_pair_are_a_file_each(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("msp_desktop.ui.papers.print_dialog.open_outside", opened.append)
    box = PrintDialog(desk, ("appointment",), desk.context())
    qtbot.addWidget(box)
    acts = [row for row in box._list.rows if row.choice.paper.key == "appointment"]
    assert [row.choice.title for row in acts] == [
        "Arrêté portant délégation de fonctions – Mme Nadia Roche",
        "Lettre de mission – Mme Martine Lavergne",
    ]
    assert [row.key for row in box._list.on()] == [row.key for row in acts]
    assert box._title.text() == acts[0].choice.title
    assert "faire relire" in box._said.text()
    box._look_at(acts[1].key)
    assert box._title.text() == acts[1].choice.title
    assert box.pages.page_count() == 1
    box._on_keep()
    names = [view.path.name for view in produced(desk.workspace.reader)]
    assert sorted(names) == [
        "2026-04-28_arrete-delegation_saint-exemple_nadia-roche.pdf",
        "2026-04-28_lettre-de-mission_saint-exemple_martine-lavergne.pdf",
    ]


def test_on_meetings_the_other_papers_are_offered_in_the_same_box(desk: Desk, meeting: Meeting, qtbot: QtBot) -> None:
    box = PrintDialog(desk, ("agenda",), desk.context(meeting.id))
    qtbot.addWidget(box)
    box.show()
    assert [row.key for row in box._list.rows] == ["agenda", "invitations", "attendance", "mayor-brief", "minutes"]
    guests = len(meeting_view(desk.workspace.reader, meeting.id).guests)
    assert [row.copies() for row in box._list.rows] == [guests, 1, 1, 1, 1]
    qtbot.keyClick(box._list.rows[2]._tick, Qt.Key.Key_Space)
    assert box._shown == "attendance"
    assert [row.key for row in box._list.on()] == ["agenda", "attendance"]
    minutes = box._list.row_of("minutes")
    assert minutes is not None
    assert minutes.choice.missing
    minutes.set_on(True)
    assert not minutes.is_on()


def test_all_the_papers_of_the_meeting_leave_in_one_go(
    window: MainWindow, desk: Desk, meeting: Meeting, printer: Printer
) -> None:
    out = printer()
    guests = len(meeting_view(desk.workspace.reader, meeting.id).guests)
    assert guests > 1
    window.go_to("meetings")
    tab = window.current_page()
    tab.show_target(meeting.id)  # type: ignore[attr-defined]
    with dialog(PrintDialog, lambda box: box._print.click()):
        tab._print.click()  # type: ignore[attr-defined]
    written = {view.document.key: view.path for view in produced(desk.workspace.reader)}
    assert set(written) == set(MEETING_BUNDLE)
    pages = {key: len(PdfReader(path).pages) for key, path in written.items()}
    assert len(sizes(out)) == guests * pages["agenda"] + pages["attendance"] + pages["mayor-brief"]
    assert set(sizes(out)) <= {A4, A4[::-1]}
    assert f"{guests + 2} papiers" in window._status._said.text()


def test_what_is_printed_twice_unchanged_is_one_document(desk: Desk, meeting: Meeting, printer: Printer) -> None:
    printer()
    for _time in range(2):
        box = PrintDialog(desk, ("agenda",), desk.context(meeting.id))
        box._print.click()
        box.done(0)
    assert len(produced(desk.workspace.reader)) == 1
    update_meeting(desk.workspace.store, meeting.id, Change(Meeting, place="Préau de l’école"))
    box = PrintDialog(desk, ("agenda",), desk.context(meeting.id))
    box._print.click()
    box.done(0)
    assert [view.path.name[-6:] for view in produced(desk.workspace.reader)] == ["_2.pdf", "le.pdf"]


def test_without_a_printer_a_sentence_and_the_document_opened(
    desk: Desk, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(printing, "printer_names", list)
    monkeypatch.setattr("msp_desktop.ui.papers.print_run.open_outside", opened.append)
    box = PrintDialog(desk, ("agenda",), desk.context(meeting.id))
    box._print.click()
    assert box._said.text().startswith("Cet ordinateur n’a pas d’imprimante.")
    assert [path.name for path in opened] == [produced(desk.workspace.reader)[0].path.name]
    box._list.tick_only(MEETING_BUNDLE)
    box._print.click()
    assert "Le dossier des documents est ouvert" in box._said.text()
    assert opened[-1] == desk.folder
    box.done(0)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_fails_says_so_and_the_document_is_opened(
    window: MainWindow, desk: Desk, printer: Printer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("msp_desktop.ui.papers.print_run.open_outside", opened.append)
    printer(out=tmp_path / "absent" / "dossier" / "imprimante.pdf")
    made = export(desk.workspace.reader, "timeline", tmp_path, desk.context())
    assert run_print(window, [Printout(made.path)], "Calendrier").startswith("L’imprimante s’est arrêtée.")
    assert opened == [made.path]


def test_a_dossier_without_a_meeting_says_what_to_do_first(window: MainWindow, desk: Desk) -> None:
    for row in desk.workspace.reader.all(Meeting):
        delete_meeting(desk.workspace.store, row.id)
    window.go_to("meetings")

    def look(box: PrintDialog) -> None:
        assert not box._print.isEnabled()
        assert {row.choice.missing for row in box._list.rows} == {
            "Il n’y a pas encore de réunion\u00a0: ajoutez-en une d’abord, dans «\u00a0Réunions\u00a0»."
        }
        assert box.pages.page_count() == 0
        assert box.pages.accessibleDescription() == box._list.rows[0].choice.missing

    with dialog(PrintDialog, look):
        window.actions_by_name["print"].trigger()


def test_a_word_copy_is_offered_where_one_may_change_a_sentence(desk: Desk, meeting: Meeting, qtbot: QtBot) -> None:
    box = PrintDialog(desk, ("agenda",), desk.context(meeting.id))
    qtbot.addWidget(box)
    box.show()
    box._word.click()
    assert produced(desk.workspace.reader)[0].path.suffix == ".docx"
    box._look_at("attendance")
    assert not box._word.isVisible()
    box.done(0)


def test_while_the_folder_cannot_be_written_documents_go_elsewhere_which_is_said_once_and_come_back(
    desk: Desk, meeting: Meeting, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("msp_desktop.ui.papers.print_dialog.open_outside", lambda _path: True)
    desk.folder.parent.mkdir(parents=True, exist_ok=True)
    desk.folder.write_text("un fichier à la place du dossier", encoding="utf-8")
    box = PrintDialog(desk, ("agenda",), desk.context(meeting.id))
    for _time in range(2):
        box._keep.click()
    (sentence,) = told
    assert str(desk.folder) in sentence
    (view,) = produced(desk.workspace.reader)
    assert view.is_there
    assert view.path.is_relative_to(tmp_path / "donnees")

    desk.folder.unlink()
    (desk.folder / view.path.name).mkdir(parents=True)  # the name is taken meanwhile
    words = []
    desk.workspace.said.connect(lambda said, _undo: words.append(said))
    box._word.click()
    (document,) = [one for one in produced(desk.workspace.reader) if one.path.suffix == ".pdf"]
    assert (document.path.parent, document.path.name) == (desk.folder, f"{view.path.stem}_2.pdf")
    assert document.is_there
    assert not view.path.parent.exists()
    assert any("répond à nouveau" in said for said in words)
    assert len(told) == 1
    box.done(0)


def test_where_nothing_can_be_written_anywhere_it_is_one_sentence(
    desk: Desk, meeting: Meeting, told: list[str], tmp_path: Path
) -> None:
    for folder in (desk.folder, tmp_path / "donnees" / "Documents"):
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.write_text("un fichier à la place du dossier", encoding="utf-8")
    box = PrintDialog(desk, ("agenda",), desk.context(meeting.id))
    box._keep.click()
    assert len(told) == 2
    assert produced(desk.workspace.reader) == ()
    box.done(0)


def test_the_sheet_beside_the_referent_s_fields_follows_what_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("referent")
    preview = window.current_page()._preview  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: preview._pages.page_count() > 0, timeout=PAUSE + 5000)
    before = preview._pages.grab().toImage()
    assert window.workspace is not None
    person = next(row for row in window.workspace.reader.all(Person) if row.last_name == "Roche")
    update_person(window.workspace.store, person.id, Change(Person, last_name="Rochebrune-Delavallée"))
    qtbot.waitUntil(lambda: preview._pages.grab().toImage() != before, timeout=PAUSE + 5000)


def replaced_by_garbage(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7 abime")


def replaced_by_another(path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(path)


@pytest.mark.parametrize("damage", [replaced_by_garbage, replaced_by_another])
def test_a_file_damaged_or_replaced_since_is_written_anew_before_it_is_printed(
    desk: Desk, meeting: Meeting, printer: Printer, damage: Callable[[Path], None]
) -> None:
    out = printer()
    box = PrintDialog(desk, ("agenda",), desk.context(meeting.id))
    box._print.click()
    (first,) = produced(desk.workspace.reader)
    damage(first.path)
    box._print.click()
    box.done(0)
    latest = produced(desk.workspace.reader)[0]
    assert latest.path != first.path
    assert set(sizes(out)) == {A4}


def test_tab_goes_to_the_buttons_without_changing_the_document(desk: Desk, meeting: Meeting, qtbot: QtBot) -> None:
    box = PrintDialog(desk, ("agenda",), desk.context(meeting.id))
    qtbot.addWidget(box)
    box.show()
    qtbot.waitExposed(box)
    box.activateWindow()
    box._list.rows[0].focus()
    for _time in range(30):
        qtbot.keyClick(box.focusWidget(), Qt.Key.Key_Tab)
        if box.focusWidget() is box._send:
            break
    assert box.focusWidget() is box._send
    assert box._shown == "agenda"
    box._list.rows[0].focus()
    qtbot.keyClick(box.focusWidget(), Qt.Key.Key_Down)
    assert box._shown == "invitations"
    assert box.focusWidget() is box._list.rows[1]._tick
    box.done(0)


def test_opened_on_a_paper_that_cannot_be_made_the_others_are_one_click_away(
    desk: Desk, meeting: Meeting, qtbot: QtBot
) -> None:
    box = PrintDialog(desk, ("minutes",), desk.context(meeting.id))
    qtbot.addWidget(box)
    box.show()
    qtbot.waitExposed(box)
    assert box._shown == "minutes"
    assert box.pages.accessibleDescription()
    assert not box._send.isEnabled()
    assert box._send.accessibleDescription() == box.pages.accessibleDescription()
    qtbot.mouseClick(box._list.rows[0], Qt.MouseButton.LeftButton)
    assert box._send.isEnabled()
    assert box._word.isEnabled()
    box.done(0)


def test_the_wheel_scrolls_the_list_and_not_the_copies(desk: Desk, meeting: Meeting, qtbot: QtBot) -> None:
    box = PrintDialog(desk, ("agenda",), desk.context(meeting.id))
    qtbot.addWidget(box)
    box.show()
    count = box._list.rows[0]._count
    before = count.value()
    middle = count.rect().center().toPointF()
    turn = QWheelEvent(
        middle, count.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(count, turn)
    assert count.value() == before
    box.done(0)


def test_a_name_longer_than_a_page_is_one_sentence(desk: Desk, meeting: Meeting, qtbot: QtBot) -> None:
    guest = meeting_view(desk.workspace.reader, meeting.id).guests[0].person
    update_person(desk.workspace.store, guest.id, Change(Person, last_name="Nom " * 500))
    box = PrintDialog(desk, ("invitations",), desk.context(meeting.id))
    qtbot.addWidget(box)
    assert box.pages.accessibleDescription().startswith("Un nom, une fonction ou une adresse est trop long")
    box.done(0)


def test_a_paper_that_names_people_is_offered_with_a_password(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr("msp_desktop.ui.papers.print_dialog.show_in_folder", shown.append)
    box = PrintDialog(desk, ("inventory-names",), desk.context())
    qtbot.addWidget(box)
    box.show()
    assert box._protect.isVisible()

    def choose(asked: PasswordDialog) -> None:
        asked._first.setText("court")
        asked.accept()
        assert asked.isVisible()
        assert "trop court" in asked._wrong.text()
        asked._first.setText("tilleul-marche-17")
        asked._again.setText("tilleul-marché-17")
        asked.accept()
        assert asked.isVisible()
        asked._again.setText("tilleul-marche-17")
        asked.accept()

    with dialog(PasswordDialog, choose):
        box._protect.click()
    (path,) = shown
    assert path.name.endswith("_protege.pdf")
    assert PdfReader(path, password="tilleul-marche-17").pages[0].extract_text()
    assert box._said.text() == f"Copie protégée\u00a0: {path.name}"
    box._look_at("inventory")
    assert not box._protect.isVisible()
    box.done(0)


def test_no_page_that_is_looked_at_reaches_the_disk(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(tmp_path.rglob("*"))
    monkeypatch.setattr("tempfile.mkdtemp", lambda *_args, **_named: pytest.fail("a temporary folder"))
    box = PrintDialog(desk, ("inventory-names",), desk.context())
    qtbot.addWidget(box)
    box.show()
    assert box.pages.page_count() > 0
    assert set(tmp_path.rglob("*")) == before
    box.done(0)


def test_documents_kept_in_a_synchronised_folder_are_said_to_be(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("msp_desktop.ui.papers.print_dialog.open_outside", lambda _path: True)
    monkeypatch.setenv("OneDrive", str(desk.folder.parent))
    box = PrintDialog(desk, ("timeline",), desk.context())
    qtbot.addWidget(box)
    box._keep.click()
    assert box._said.text().endswith("(dans OneDrive)")
    box.done(0)


def test_of_many_papers_the_one_asked_for_is_in_sight_with_the_keyboard(desk: Desk, qtbot: QtBot) -> None:
    box = PrintDialog(desk, ("questionnaire-results",), desk.context(None))
    qtbot.addWidget(box)
    box.show()
    qtbot.waitExposed(box)
    asked = box._list.row_of("questionnaire-results")
    assert box.focusWidget() is asked._tick
    assert asked.visibleRegion().boundingRect().height() == asked.height()
    box.done(0)
