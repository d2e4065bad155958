"""What a document carries for the program of whoever gets it: said in words, and chosen before it leaves."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from msp_desktop.db.reader import Reader
from msp_desktop.domain.carried.leaves import Leaves
from msp_desktop.i18n import _
from msp_desktop.papers.embedded import findings_words, withheld_words
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.labels import Label, hint
from msp_desktop.ui.widgets.layouts import column, holder, row
from msp_desktop.ui.widgets.tick import Tick


class LeavingData(QWidget):
    """Say which data leave and which do not; `changed` where something is let out, or no longer.

    What is `written` already is told, and not to be chosen.
    """

    changed = Signal()

    def __init__(self, reader: Reader, leaves: Leaves, *, written: bool = False) -> None:
        super().__init__()
        self._leaves = leaves
        self._sentence = Label("", wrap=True, tone="soft")
        self._sentence.setObjectName("leaving")
        self._kept = Label("\n".join(withheld_words(reader)), wrap=True, tone="late")
        self._kept.setObjectName("kept")
        self._choose = LinkButton(_("Choose…"), "pencil")
        self._choose.setAccessibleName(_("Choose which data leave"))
        self._findings = Tick(
            _("The findings of the inventory, as they are written"), leaves.findings, soft_when_done=False
        )
        self._crossed = Tick(
            _("The crossed table: profession, place, age and departure together"), leaves.crossed, soft_when_done=False
        )
        self._names = Tick(_("The names of professionals and of the référent"), leaves.names, soft_when_done=False)
        written_findings = findings_words(reader)
        self._read = Label("\n".join(written_findings), wrap=True, tone="soft")
        if not written_findings:
            self._read.hide()
        one = hint(_("Nearly every cell of it is one person: whoever knows the commune can tell who that is."))
        self._choices = holder(column(self._names, self._crossed, one, self._findings, self._read, spacing=4))
        self._choices.hide()
        if written:
            self._choose.hide()
        told = row(self._sentence, self._choose)
        told.setStretch(0, 1)
        self.setLayout(column(told, self._kept, self._choices, spacing=4))
        self._choose.clicked.connect(lambda: self._choices.setVisible(self._choices.isHidden()))
        for tick in (self._names, self._crossed, self._findings):
            tick.ticked.connect(self._on_ticked)
        self._show()

    def leaves(self) -> Leaves:
        """Return what is let out."""
        return self._leaves

    def _on_ticked(self) -> None:
        self._leaves = replace(
            self._leaves,
            names=self._names.is_ticked(),
            crossed=self._crossed.is_ticked(),
            findings=self._findings.is_ticked(),
        )
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self._sentence.setText(leaving_words(self._leaves))
        self._kept.setVisible(bool(self._kept.text()) and self._leaves.findings and not self._leaves.names)


def leaving_words(leaves: Leaves) -> str:
    """Return in two sentences which data leave with a document, and which do not."""
    chosen = (
        (leaves.findings, _("the findings of the inventory")),
        (leaves.crossed, _("the crossed table")),
        (leaves.names, _("the names")),
    )
    always = _(
        "the commune, how far it is, the points to watch, professionals counted by profession, care, needs, meetings, next "
        "steps, roles"
    )
    gone = ", ".join((always, *(words for on, words in chosen if on)))
    leaving = _("Also leave, for the program of whoever gets it: {what}.").format(what=gone)
    left = ", ".join(words for on, words in chosen if not on)
    staying = _("These do not: {what}.").format(what=left) if left else ""
    return f"{leaving} {staying}".rstrip()
