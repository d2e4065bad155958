"""The list of people proposed under a line of names, with « Ajouter … à l'annuaire » at its end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView
from typing_extensions import override

from msp_desktop.i18n import _
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import icon

#: The narrowest the list is, in pixels at 100 %: a name is read whole beside a narrow field.
NARROWEST = 300
_NEW = Qt.ItemDataRole.UserRole


class WhoList(QCompleter):
    """Show names to take; emit `taken(name)`, `wanted_new(words)`, and `spoken(words)` for whoever does not see it.

    Qt's completer shows the list and shares the keys out; what is in it is given to it, so that accents do not matter.
    """

    taken = Signal(str)
    wanted_new = Signal(str)
    spoken = Signal(str)

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setWidget(line)
        self.setMaxVisibleItems(9)
        self._view: QListView | None = None

    def propose(self, names: Sequence[str], new: str, *, first: bool) -> None:
        """Show these names, and the offer to add `new` where it is not empty; `first` is what Enter takes."""
        self._rows.clear()
        for name in names:
            self._rows.appendRow(QStandardItem(name))
        if new:
            added = QStandardItem(icon("plus", "accent"), _("Add “{name}” to the directory…").format(name=new))
            added.setData(new, _NEW)
            self._rows.appendRow(added)
        if not self._rows.rowCount():
            self.hide()
            return
        view = self._opened()
        self.complete(QRect(0, 0, max(self._line.width(), theme().px(NARROWEST)), self._line.height()))
        view.setCurrentIndex(self.completionModel().index(0, 0) if first else QModelIndex())

    def shown(self) -> bool:
        """Tell whether the list is open."""
        return self._view is not None and self._view.isVisible()

    def hide(self) -> None:
        """Close the list."""
        if self._view is not None:
            self._view.hide()

    def take_chosen(self) -> bool:
        """Take the row that is highlighted, if there is one and the list is open."""
        if self._view is None or not self.shown() or not self._view.currentIndex().isValid():
            return False
        index = self._view.currentIndex()
        self._view.hide()
        self._take(index)
        return True

    def _opened(self) -> QListView:
        """Return the list, made at its first opening."""
        if self._view is None:
            self._view = QListView()
            self.setPopup(self._view)
            self._view.setObjectName("proposals")
            self._view.setAccessibleName(_("People proposed"))
            self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._view.setTextElideMode(Qt.TextElideMode.ElideRight)
            self._view.clicked.connect(self._on_clicked)
            self._view.selectionModel().currentChanged.connect(self._on_moved)
        return self._view

    def _on_clicked(self, index: QModelIndex) -> None:
        self.hide()
        self._take(index)

    def _on_moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.spoken.emit(index.data(Qt.ItemDataRole.DisplayRole))

    def _take(self, index: QModelIndex) -> None:
        new = index.data(_NEW)
        act: Callable[[str], None] = self.wanted_new.emit if new else self.taken.emit
        act(new or index.data(Qt.ItemDataRole.DisplayRole))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt would hide from the line that the keyboard leaves it while the list is open.
        if watched is self._line and event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            left = event.reason() != Qt.FocusReason.PopupFocusReason
            if left:
                self.hide()
                return False
        return super().eventFilter(watched, event)
