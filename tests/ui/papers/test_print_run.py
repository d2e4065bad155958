"""From the document to the printer: Qt’s own PDF printer stands in for the machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from PySide6.QtGui import QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from msp_desktop.domain.meetings import Meeting
from msp_desktop.papers.export import export
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.papers import printing
from msp_desktop.ui.papers.desk import Desk
from msp_desktop.ui.papers.print_run import run_print
from msp_desktop.ui.papers.printing import Printout
from tests.pdf import ink, picture
from tests.ui.modal import dialog

A4 = (595, 842)
Printer = Callable[..., Path]


def sizes(path: Path) -> list[tuple[int, int]]:
    return [(round(page.mediabox.width), round(page.mediabox.height)) for page in PdfReader(path).pages]


def replaced_by_garbage(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7 abime")


class BothSides(QPrinter):
    """Qt's PDF printer has one side only: this one says that it was asked for two."""

    def duplex(self) -> QPrinter.DuplexMode:
        return QPrinter.DuplexMode.DuplexLongSide


def test_a_page_is_as_large_on_paper_as_in_the_document(
    window: MainWindow, desk: Desk, printer: Printer, tmp_path: Path
) -> None:
    """Margins at 100 %: both pages, drawn at the same density, put their ink at the same places."""
    out = printer(dots=1200)
    made = export(desk.workspace.reader, "timeline", tmp_path, desk.context())
    assert run_print(window, [Printout(made.path)], "Calendrier") == "Envoyé à l’imprimante\u00a0: 1 papier."
    assert sizes(out) == sizes(made.path)
    assert ink(picture(out)) == pytest.approx(ink(picture(made.path)), abs=2)


def test_some_pages_only_and_in_grey(window: MainWindow, desk: Desk, printer: Printer, tmp_path: Path) -> None:
    def change(made: QPrinter) -> None:
        made.setFromTo(2, 2)
        made.setColorMode(QPrinter.ColorMode.GrayScale)

    out = printer(change)
    made = export(desk.workspace.reader, "inventory", tmp_path, desk.context())
    assert made.pages > 1
    run_print(window, [Printout(made.path)], "État des lieux")
    assert len(sizes(out)) == 1
    assert picture(out, dots=30).isGrayscale()
    assert not picture(made.path, 1, dots=30).isGrayscale(), "the document itself is in colours"


def test_on_both_sides_each_copy_begins_on_a_sheet_of_its_own(
    window: MainWindow, desk: Desk, meeting: Meeting, printer: Printer, tmp_path: Path
) -> None:
    out = printer(kind=BothSides)
    made = export(desk.workspace.reader, "agenda", tmp_path, desk.context(meeting.id))
    assert made.pages == 1
    run_print(window, [Printout(made.path, 3)], "Ordre du jour")
    texts = [bool(page.images) for page in PdfReader(out).pages]
    assert texts == [True, False, True, False, True]


@pytest.mark.parametrize("gone", [0, 1])
def test_a_document_gone_before_it_is_printed_is_one_sentence(
    window: MainWindow, desk: Desk, printer: Printer, tmp_path: Path, gone: int
) -> None:
    printer()
    made = [export(desk.workspace.reader, key, tmp_path, desk.context()) for key in ("timeline", "referent")]
    made[gone].path.unlink()
    sheets = [Printout(entry.path) for entry in made]
    assert run_print(window, sheets, "Deux").startswith("Un document à imprimer ne peut plus être lu")
    assert run_print(window, sheets[gone : gone + 1], "Un").startswith("Un document à imprimer ne peut plus être lu")


def test_giving_up_the_choice_of_a_printer_says_nothing(
    window: MainWindow, tmp_path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "printer_names", lambda: ["Une"])
    made = export(desk.workspace.reader, "timeline", tmp_path, desk.context())
    with dialog(QPrintDialog, lambda box: box.reject()):
        assert run_print(window, [Printout(made.path)], "Calendrier") == ""


def test_a_damaged_document_is_one_sentence_and_nothing_is_printed(
    window: MainWindow, desk: Desk, printer: Printer, tmp_path: Path
) -> None:
    out = printer()
    sound = export(desk.workspace.reader, "timeline", tmp_path, desk.context())
    damaged = tmp_path / "abime.pdf"
    replaced_by_garbage(damaged)
    for sheets in ([Printout(damaged)], [Printout(sound.path), Printout(damaged)]):
        assert run_print(window, sheets, "x").startswith("Un document à imprimer ne peut plus être lu")
    assert not out.exists()


def test_stopping_opens_nothing(
    window: MainWindow, desk: Desk, printer: Printer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("msp_desktop.ui.papers.print_run.open_outside", opened.append)
    monkeypatch.setattr(printing.PrintJob, "isInterruptionRequested", lambda _job: True)
    printer()
    made = export(desk.workspace.reader, "timeline", tmp_path, desk.context())
    assert run_print(window, [Printout(made.path, 3)], "x") == "L’impression a été arrêtée."
    assert opened == []


def pages_of(path: Path) -> list[bool]:
    """Tell for each sheet side that came out whether something is on it."""
    return [bool(page.images) for page in PdfReader(path).pages]


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [("1-2", [True] * 4), ("1", [True, False, True]), ("1,3", [True] * 4), ("", [True, True, True, False] * 2)],
)
def test_both_sides_and_some_pages(
    window: MainWindow, desk: Desk, printer: Printer, tmp_path: Path, ranges: str, expected: list[bool]
) -> None:
    out = printer(lambda made: made.setPageRanges(QPageRanges.fromString(ranges)), kind=BothSides)
    writer, three = PdfWriter(), tmp_path / "trois.pdf"
    page = PdfReader(export(desk.workspace.reader, "timeline", tmp_path, desk.context()).path).pages[0]
    for _time in range(3):
        writer.add_page(page)
    writer.write(three)
    run_print(window, [Printout(three, 2)], "x")
    printed = pages_of(out)
    assert printed == (expected[:-1] if not expected[-1] else expected)


def test_paper_smaller_than_the_page_gets_the_whole_page(
    window: MainWindow, desk: Desk, printer: Printer, tmp_path: Path
) -> None:
    out = printer(lambda made: made.setPageSize(QPageSize(QPageSize.PageSizeId.A5)) and None)
    made = export(desk.workspace.reader, "referent", tmp_path, desk.context())
    assert run_print(window, [Printout(made.path)], "x").endswith("les pages ont été réduites pour y tenir.")
    scale = 420 / 595
    assert ink(picture(out)) == pytest.approx([edge * scale for edge in ink(picture(made.path))], abs=3)


def test_letters_on_one_side_have_no_blank_sheet_between_them(
    window: MainWindow, desk: Desk, meeting: Meeting, printer: Printer, tmp_path: Path
) -> None:
    made = export(desk.workspace.reader, "invitations", tmp_path, desk.context(meeting.id))
    texts = [bool(page.extract_text().strip()) for page in PdfReader(made.path).pages]
    assert False in texts, "blank backs, for both sides"
    out = printer()
    run_print(window, [Printout(made.path)], "x")
    assert pages_of(out) == [True] * texts.count(True)
