"""The report of an import: a text to read, to copy, to keep."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from msp_desktop.db.faults import explained
from msp_desktop.errors import UserError
from msp_desktop.files import write_whole
from msp_desktop.i18n import _
from msp_desktop.ui.shell import messages
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import title
from msp_desktop.ui.widgets.layouts import column
from msp_desktop.ui.widgets.sizes import FORM, sized
from msp_desktop.ui.widgets.tab_order import set_tab_order


class ReportDialog(Dialog):
    """Show the report."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = _("Report of the import")
        self.setWindowTitle(heading)
        self._words = words
        self.text = QPlainTextEdit(words)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(heading)
        copy, save = LinkButton(_("Copy"), "copy"), LinkButton(_("Save…"), "document")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(words))
        save.clicked.connect(self._on_save)
        close = MainButton(_("Close"))
        close.clicked.connect(self.accept)
        close.setDefault(True)
        self.setLayout(
            column(title(heading), self.text, foot(close, beside=(copy, save)), margins=(24, 20, 24, 16), spacing=12)
        )
        sized(self, FORM, 520)
        set_tab_order(self)

    def save_to(self, path: Path) -> None:
        """Write the report as a text that Notepad opens; say why where it cannot be."""
        try:
            with explained():
                write_whole(path, self._words.replace("\n", "\r\n").encode("utf-8-sig"))
        except UserError as error:
            messages.tell(self, error.sentence)

    def _on_save(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(self, _("Save the report"), "import.txt", _("Text (*.txt)"))
        if path:
            self.save_to(Path(path))
