"""Dialogs on a screen too small for them: they scroll as a whole, so that nothing is out of reach."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.ui.widgets.sizes import FRAME_HEIGHT, FRAME_WIDTH
from msp_desktop.ui.widgets.tab_order import set_tab_order


def fit_screen(dialog: QDialog) -> None:
    """Have a dialog scroll as soon as what it holds needs more than the screen has (large letters, a small screen)."""
    _Fit(dialog)


class _Fit(QObject):
    """Look at a dialog when it is shown and when what is in it changes."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        dialog.installEventFilter(self)

    def _room(self) -> QSize:
        room = self._dialog.screen().availableGeometry()
        return QSize(room.width() - FRAME_WIDTH, room.height() - FRAME_HEIGHT)

    def _look(self) -> None:
        dialog, room = self._dialog, self._room()
        least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
        if least.width() > room.width() or least.height() > room.height():
            dialog.removeEventFilter(self)
            _let_scroll(dialog)
            dialog.resize(dialog.size().boundedTo(room))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show or (event.type() == QEvent.Type.LayoutRequest and self._dialog.isVisible()):
            self._look()
        return False


def _let_scroll(dialog: QDialog) -> None:
    layout, focused = dialog.layout(), dialog.focusWidget()
    if layout is None:
        return
    content = QWidget()
    content.setObjectName("scrolled")
    content.setLayout(layout)  # Qt takes it from the dialog, with all that is in it
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setAccessibleName(dialog.windowTitle())
    area.setWidget(content)
    box = QVBoxLayout(dialog)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(area)
    dialog.setMinimumSize(0, 0)
    set_tab_order(dialog)
    if focused is not None:
        focused.setFocus()
