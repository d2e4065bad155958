"""« Cut, copy, paste, select all » of the menu, on whatever had the keyboard before the menu was opened."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from msp_desktop.i18n import N_, _

#: Each of them: its words, its letter with Ctrl, whether it changes what it is done on.
_VERBS = (
    (N_("Cut"), Qt.Key.Key_X, True),
    (N_("Copy"), Qt.Key.Key_C, False),
    (N_("Paste"), Qt.Key.Key_V, True),
    (N_("Select all"), Qt.Key.Key_A, False),
)
#: When it begins to follow the keyboard, in milliseconds after the window is made.
_LATER = 1000
_Text = QLineEdit | QPlainTextEdit | QTextEdit


class EditMenu(QObject):
    """Add the four to a menu; their keys stay those of the field or table that has the keyboard, and are only shown."""

    def __init__(self, menu: QMenu, window: QWidget) -> None:
        super().__init__(menu)
        self._window = window
        self._target: QWidget | None = None
        self._actions: list[tuple[QAction, Qt.Key, bool]] = []
        for words, key, changes in _VERBS:
            shown = QKeySequence(Qt.Modifier.CTRL | key).toString(QKeySequence.SequenceFormat.NativeText)
            action = menu.addAction(f"{_(words)}\t{shown}")
            action.triggered.connect(partial(self._press, key))
            self._actions.append((action, key, changes))
        menu.aboutToShow.connect(self._show)
        # Not before the first paint: what tells of a widget has classes made that are not needed yet.
        QTimer.singleShot(_LATER, self, self._listen)

    def _listen(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Remember where the keyboard was before it went to a menu, or to the button that opens one."""
        to_menu = isinstance(new, QMenu | QMenuBar) or (isinstance(new, QPushButton) and new.menu() is not None)
        if new is not None and not to_menu and new.window() is self._window:
            self._target = new

    def _present(self) -> QWidget | None:
        return self._target if self._target is not None and isValid(self._target) else None

    def _show(self) -> None:
        """Offer what can be done where the keyboard is; what cannot be is greyed while the menu is open."""
        self._on_focus(None, QApplication.focusWidget())
        target = self._present()
        field = _text_of(target)
        for action, key, changes in self._actions:
            if field is None:
                possible = target is not None and key != Qt.Key.Key_X
            elif key in (Qt.Key.Key_X, Qt.Key.Key_C):
                possible = _has_selection(field) and not (changes and field.isReadOnly())
            else:
                possible = not (changes and field.isReadOnly())
            action.setEnabled(possible)

    def _press(self, key: Qt.Key, _checked: bool = False) -> None:
        # Once the menu is closed, and the keyboard back where it was.
        QTimer.singleShot(0, self, partial(self._send, key))

    def _send(self, key: Qt.Key) -> None:
        present = self._present()
        target = _text_of(present) or present
        if target is None:
            return
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.ControlModifier))


def _text_of(widget: QWidget | None) -> _Text | None:
    if isinstance(widget, QComboBox):
        return widget.lineEdit() if widget.isEditable() else None
    return widget if isinstance(widget, _Text) else None


def _has_selection(field: _Text) -> bool:
    return field.hasSelectedText() if isinstance(field, QLineEdit) else field.textCursor().hasSelection()
