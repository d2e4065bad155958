"""Take papers to the printer: choose it, show how far it is, say what went wrong."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from msp_desktop.i18n import _, ngettext
from msp_desktop.ui.outside import open_outside
from msp_desktop.ui.papers import printing
from msp_desktop.ui.papers.printing import PrintJob, Printout


def run_print(parent: QWidget, printouts: Sequence[Printout], title: str) -> str:
    """Print and return the sentence to say; empty where the user gave up choosing a printer.

    With no printer, or one that fails, the PDF is opened instead: another program, or another day, will print it.
    """
    if not printing.printer_names():
        _open(printouts)
        if len(printouts) > 1:
            return _(
                "This computer has no printer. The folder of the documents is open instead: copy them to a USB stick, "
                "or print them from another computer."
            )
        return _(
            "This computer has no printer. The PDF is open instead: copy it to a USB stick, or print it from another "
            "computer (Ctrl+P)."
        )
    try:
        pages = printing.page_count(printouts[0].path) if len(printouts) == 1 else 0
    except OSError:
        return printing.unreadable()
    printer = printing.choose_printer(parent, title, pages)
    if printer is None:
        return ""
    job = PrintJob(printer, printouts, parent)
    failure = _followed(parent, job)
    job.deleteLater()
    if failure:
        if not job.stopped:
            _open(printouts)
        return failure
    total = sum(printout.copies for printout in printouts)
    words = ngettext("Sent to the printer: {count} paper.", "Sent to the printer: {count} papers.", total)
    smaller = _("Its paper is smaller than A4: the pages were made smaller to fit.")
    return " ".join(filter(None, (words.format(count=total), smaller if job.shrunk else "")))


def _open(printouts: Sequence[Printout]) -> None:
    """Open the document, or the folder where there are several."""
    open_outside(printouts[0].path if len(printouts) == 1 else printouts[0].path.parent)


def _followed(parent: QWidget, job: PrintJob) -> str:
    """Run the job under a bar that can stop it, and return its sentence."""
    bar = QProgressDialog(_("Printing…"), _("Stop"), 0, 0, parent)
    bar.setWindowTitle(_("Print"))
    bar.setWindowModality(Qt.WindowModality.WindowModal)
    bar.setMinimumDuration(300)
    bar.setAutoClose(False)
    bar.canceled.connect(job.requestInterruption)
    said: list[str] = []
    loop = QEventLoop()

    def progress(done: int, total: int) -> None:
        bar.setMaximum(total)
        bar.setLabelText(_("Page {done} of {total}").format(done=done, total=total))
        bar.setValue(done)

    job.progressed.connect(progress, Qt.ConnectionType.QueuedConnection)
    job.ended.connect(said.append, Qt.ConnectionType.QueuedConnection)
    job.finished.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    job.start()
    # The signals come from the job's thread: they wait in this one's queue until the loop runs, so none is missed.
    loop.exec()
    job.wait()
    bar.close()
    bar.deleteLater()
    return said[0] if said else ""
