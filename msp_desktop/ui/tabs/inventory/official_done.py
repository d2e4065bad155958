"""The last view of pre-filling: what was written, what takes it back, and what no file can tell."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from msp_desktop.formats.numbers import number
from msp_desktop.i18n import _, ngettext
from msp_desktop.services.open_data.filling import Filling
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.icon_line import IconLine
from msp_desktop.ui.widgets.labels import Label, title
from msp_desktop.ui.widgets.layouts import column, framed, holder, row
from msp_desktop.ui.widgets.tip import show_tip

#: How wide the sheets are at the most, in pixels at 100 %.
_WIDEST = 640


class DoneView(QWidget):
    """Emit `request_fill` to go to what no file tells, `request_undo` to take the import back, `request_more` for other files."""

    request_fill = Signal()
    request_undo = Signal()
    request_more = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title("", wrap=True)
        self._written = IconLine()
        self._undo = PlainButton(_("Take the import back"), "undo")
        self._undo.clicked.connect(self.request_undo)
        more = LinkButton(_("Read other files"), "open")
        more.clicked.connect(self.request_more)
        self._left = Label("", wrap=True)
        self._fill = MainButton("", "right")
        self._fill.clicked.connect(self.request_fill)
        silent = _("No file tells the age of anybody, who is about to leave, nor on which days a practice is really open: ask them, "
                   "with the federation where it can help.")  # fmt: skip
        self._written_sheet = self._sheet(self._title, self._written, row(self._undo, more, -1, spacing=12))
        self._silent_sheet = self._sheet(
            title(_("What the files cannot tell"), wrap=True), Label(silent, wrap=True), self._left, row(self._fill, -1)
        )
        self.setLayout(column(self._written_sheet, self._silent_sheet, -1, spacing=16))

    def show_done(self, sentence: str, *, can_undo: bool, undone: bool, waiting: Filling) -> None:
        """Show what was written, whether it can be taken back or was, of whom something is unknown."""
        self._title.setText(_("Taken back") if undone else _("Written in the dossier"))
        self._written.show_words("undo" if undone else "done", "ink2" if undone else "done", sentence)
        self._undo.setVisible(not undone)
        self._undo.setEnabled(can_undo)
        show_tip(self._undo, "" if can_undo else _("Something else was done since: undo it first (Ctrl+Z)."))
        count = len(waiting.entries)
        words = ngettext(
            "Of {count} professional of the register that came from a file, something is still unknown.",
            "Of {count} professionals of the register that came from a file, something is still unknown.",
            count,
        ).format(count=number(count))
        self._left.setText(words if count else _("All of it is noted."))
        self._fill.setVisible(waiting.next is not None)
        if waiting.next is not None:
            self._fill.setText(_("Note it: {name}").format(name=waiting.next.name))

    def focus_first(self) -> None:
        """Put the keyboard on what is to be done next."""
        first = self._fill if self._fill.isVisibleTo(self) else self._undo
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sheet(self, *parts: object) -> QWidget:
        sheet = framed(holder(column(*parts, margins=(16, 14, 16, 14), spacing=10)))  # type: ignore[arg-type]
        sheet.setMaximumWidth(theme().px(_WIDEST))
        return sheet
