"""The first view of pre-filling: which files, which communes, then one button that reads."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.domain.commune import Commune
from msp_desktop.i18n import _, ngettext
from msp_desktop.ui.tabs.inventory.official_communes import CommunesPart
from msp_desktop.ui.tabs.inventory.official_files import FilesPart
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.banner import Banner
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, framed, holder, row
from msp_desktop.ui.widgets.tip import show_tip

#: From this width on the files and the communes stand side by side, in pixels at 100 %.
_BESIDE = 780
#: The widest a part is, in pixels at 100 %: beyond, the eye loses its line.
_WIDEST = 560


class ChooseView(QWidget):
    """Emit `request_read` for the button, `request_back` to go on with the list that was read before."""

    request_read = Signal()
    request_back = Signal()

    def __init__(self, commune: Commune, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files, self.communes = FilesPart(), CommunesPart(commune)
        self.said = Banner()
        self.button = MainButton(_("Read the files"), "search")
        self.button.clicked.connect(self.request_read)
        self._back = LinkButton(_("Back to the list already read"), "left")
        self._back.clicked.connect(self.request_back)
        self._back.hide()
        self._promise = Label(_("Nothing is written before you have seen it line by line."), tone="soft", wrap=True)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(16)
        self._sheets: list[QWidget] = []
        for part in (self.files, self.communes):
            sheet = framed(holder(column(part, -1, margins=(16, 14, 16, 14))))
            self._parts.addWidget(sheet, 1)
            self._sheets.append(sheet)
        self._parts.addStretch(0)
        foot = row(self.button, self._promise, spacing=12)
        foot.setStretch(1, 1)
        self.setLayout(column(self.said, row(self._back, -1), self._parts, foot, -1, spacing=12))
        self.files.changed.connect(self._look)
        self.communes.changed.connect(self._look)

    def show_way_back(self, there: bool) -> None:
        """Lead back to the list that was read before, where there is one."""
        self._back.setVisible(there)

    def focus_first(self) -> None:
        """Put the keyboard on what is to be done next: choose a file, or read."""
        (self.button if self.button.isEnabled() else self.files.button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        """Say on the button what it reads, and why it cannot yet."""
        files = self.files.files()
        known = [file for file in files if file.kind is not None]
        why = ""
        if not files:
            why = _("Choose a file first.")
        elif not all(file.is_looked_at for file in files):
            why = _("The files are being looked at.")
        elif not known:
            why = _("None of these files is an official one.")
        elif not self.communes.communes():
            why = _("Add a commune first.")
        # What is to be done next is the main button: choose, then read.
        self.files.button.as_main(not known)
        self.button.as_main(bool(known))
        had_focus = self.button.hasFocus()
        self.button.setText(
            ngettext("Read {count} file", "Read {count} files", len(known)).format(count=len(known))
            if known
            else _("Read the files")
        )
        self.button.setEnabled(not why)
        show_tip(self.button, why)
        if had_focus and why:
            self.files.button.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= theme().px(_BESIDE)
        self._parts.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        for sheet in self._sheets:  # one under the other they are as wide as is asked how high they are
            sheet.setMaximumWidth(theme().px(_WIDEST) if beside else 16_777_215)
