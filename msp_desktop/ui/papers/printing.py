"""Print PDFs through Qt's printer dialogue: at 100 %, one page in memory at a time, outside the window's thread."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSizeF, QThread, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.i18n import _
from msp_desktop.ui.papers.page_view import rendered

#: Above this many dots an inch a page weighs more than paper shows.
_FINEST = 300
#: Paper that lacks less than this part of the page is as large: sizes are rounded.
_AS_LARGE = 0.995


class Printout(Struct, frozen=True):
    """A PDF to print and in how many copies."""

    path: Path
    copies: int = 1


def printer_names() -> list[str]:
    """Return the printers of this computer."""
    return QPrinterInfo.availablePrinterNames()


def page_count(path: Path) -> int:
    """Return how many pages a PDF has; OSError where it is none."""
    document, _buffer = _opened(QByteArray(path.read_bytes()))
    try:
        return document.pageCount()
    finally:
        document.close()


def unreadable() -> str:
    """Return the sentence for a document that is gone, or held by another program."""
    return _("A document to print can no longer be read: close the program that has it open, then print again.")


def choose_printer(parent: QWidget, title: str, pages: int) -> QPrinter | None:
    """Show Qt's printer dialogue (printer, copies, pages, both sides, grey) and return the printer, None if given up.

    `pages` is the number of pages where one document is printed; 0 where several are, and no range makes sense.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCreator("Santé 100 jours")
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("Print: {title}").format(title=title))
    if pages:
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, pages)
    else:
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if accepted else None


class PrintJob(QThread):
    """Print papers on a printer; `progressed(done, total)` counts pages, `ended(sentence)` is empty where all went well.

    Ask for an interruption to stop: what is already at the printer is thrown away, and `stopped` tells. `shrunk` tells
    that the paper was smaller than the document's.
    """

    progressed = Signal(int, int)
    ended = Signal(str)

    def __init__(self, printer: QPrinter, printouts: Sequence[Printout], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._printer, self._printouts = printer, tuple(printouts)
        self._begun = False
        self.stopped = False
        self.shrunk = False

    @override
    def run(self) -> None:
        try:
            sentence = self._print()
        except OSError:
            sentence = unreadable()
        self.ended.emit(sentence)

    def _print(self) -> str:
        plan = [(QByteArray(printout.path.read_bytes()), printout.copies) for printout in self._printouts]
        total = sum(len(self._numbers(data)) * copies for data, copies in plan)
        painter = QPainter()
        done = 0
        for data, copies in plan:
            for _copy in range(copies):
                done = self._document(painter, data, done, total)
                if self.isInterruptionRequested():
                    self.stopped = True
                    self._printer.abort()
                    if self._begun:
                        painter.end()
                    return _("Printing was stopped.")
                if done < 0:
                    if self._begun:
                        painter.end()
                    return _("The printer stopped. Check that it is on and has paper, then print again.")
        if not total:
            return _("There is no page to print: choose other pages.")
        return "" if painter.end() else _("The printer stopped. Check that it is on and has paper, then print again.")

    def _document(self, painter: QPainter, data: QByteArray, done: int, total: int) -> int:
        """Print one copy and return how many pages are done; -1 where the printer refuses."""
        numbers = self._numbers(data)
        document, _buffer = _opened(data)
        try:
            for number in numbers:
                if self.isInterruptionRequested():
                    return done
                if not self._turn(painter, document.pagePointSize(number)):
                    return -1
                self._draw(painter, document, number)
                done += 1
                self.progressed.emit(done, total)
            if self._both_sides() and len(numbers) % 2 and done < total and not self._printer.newPage():
                return -1  # the next paper begins on a sheet of its own
        finally:
            document.close()
        return done

    def _numbers(self, data: QByteArray) -> list[int]:
        """Return the pages to print, from 0: those asked for; the blank backs of letters only where there are backs."""
        document, _buffer = _opened(data)
        try:
            asked = self._printer.pageRanges()
            return [
                number
                for number in range(document.pageCount())
                if (len(self._printouts) > 1 or asked.isEmpty() or asked.contains(number + 1))
                and (self._both_sides() or document.getAllText(number).text().strip())
            ]
        finally:
            document.close()

    def _turn(self, painter: QPainter, size: QSizeF) -> bool:
        """Begin the page on paper laid as the document's page is."""
        wide = size.width() > size.height()
        self._printer.setPageOrientation(
            QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        )
        if not self._begun:
            self._begun = bool(painter.begin(self._printer))
            return self._begun
        return bool(self._printer.newPage())

    def _draw(self, painter: QPainter, document: QPdfDocument, number: int) -> None:
        """Draw a page at 100 %: a point of the PDF is a point of the paper, whatever the printer's own margins.

        On paper that is smaller than the page, the page is made smaller: nothing of it is lost.
        """
        size, dots = document.pagePointSize(number), self._printer.resolution()
        paper = self._printer.pageLayout().fullRect(QPageLayout.Unit.Point).size()
        fits = min(paper.width() / size.width(), paper.height() / size.height())
        scale = 1.0 if fits > _AS_LARGE else fits
        self.shrunk = self.shrunk or scale < 1
        picture = rendered(document, number, round(size.width() / 72 * min(dots, _FINEST)))
        if self._printer.colorMode() == QPrinter.ColorMode.GrayScale:
            picture = picture.convertToFormat(QImage.Format.Format_Grayscale8)
        left = max(0.0, paper.width() - size.width() * scale) / 2 if scale < 1 else 0.0
        painter.drawImage(QRectF(QPointF(left, 0) * dots / 72, size * scale * dots / 72), picture)

    def _both_sides(self) -> bool:
        return self._printer.duplex() not in (QPrinter.DuplexMode.DuplexNone, QPrinter.DuplexMode.DuplexAuto)


def _opened(data: QByteArray) -> tuple[QPdfDocument, QBuffer]:
    """Return the document and what it reads from, which must live as long; OSError where it is no PDF."""
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if not document.pageCount():
        raise OSError("no page")
    return document, buffer
