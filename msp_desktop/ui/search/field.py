"""The field of search at the right of the tabs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from typing_extensions import override

from msp_desktop.domain.search import MOST_TYPED
from msp_desktop.i18n import _
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import icon
from msp_desktop.ui.theme.theme import theme_changes
from msp_desktop.ui.widgets.one_line import OneLine

#: The least and the greatest width of the field, in pixels at 100 %.
LEAST, WIDEST = 190, 280
#: What stands beside its words, in pixels at 100 %.
_BESIDE = 54


class SearchField(QLineEdit):
    """Emit `down` for the arrow that goes to the results, `entered` for Enter, `left` for Escape."""

    down = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_field")
        self.setAccessibleName(_("Search in the dossier"))
        self.setAccessibleDescription(_("Arrow down for the results, Enter to go there, Escape to go back"))
        self.setMaxLength(MOST_TYPED)
        self.setValidator(OneLine(self))
        self.addAction(icon("search", "ink2", 16), QLineEdit.ActionPosition.LeadingPosition)
        #: Where the keyboard was before it came here.
        self.before: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)
        theme_changes().changed.connect(self._dress)
        self._dress()
        self._say_what()

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is self and old is not None:
            self.before = old

    def _dress(self) -> None:
        for glyph in self.actions():
            glyph.setIcon(icon("search", "ink2", 16))

    def _say_what(self) -> None:
        """Say what it is for in as many words as it has room for."""
        room = self.width() - theme().px(_BESIDE)
        whole = _("Search in the dossier (Ctrl+F)")
        fits = self.fontMetrics().horizontalAdvance(whole) <= room
        self.setPlaceholderText(whole if fits else _("Search (Ctrl+F)"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_what()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(WIDEST), super().sizeHint().height())

    @override
    def event(self, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()  # it is ours, whatever else listens to it
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        signal = {
            Qt.Key.Key_Down: self.down,
            Qt.Key.Key_Return: self.entered,
            Qt.Key.Key_Enter: self.entered,
            Qt.Key.Key_Escape: self.left,
        }.get(Qt.Key(event.key()))
        if signal is not None:
            signal.emit()
            return
        super().keyPressEvent(event)
