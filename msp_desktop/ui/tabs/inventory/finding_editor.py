"""The editor of a question or a finding in the grid: a note bound to it, as in a form."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QTextCursor, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from msp_desktop.domain.inventory import Finding
from msp_desktop.i18n import _
from msp_desktop.ui.drafts import Drafts
from msp_desktop.ui.forms.binding import Binding, Write
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.note_field import NoteField

_Index = QModelIndex | QPersistentModelIndex
#: What is written in each column one can write in.
ATTRIBUTES = {1: "question", 2: "answer"}

#: Above and under the words of a cell, in pixels at 100 %.
PADDING = 7

#: The mark at the left of the row chosen, in pixels.
_MARK = 4

#: Returns the id of the question in a row, and what stands in a column of it.
Read = Callable[[int, str], tuple[int, str]]
#: Returns what an empty editor of a row says: the proposal, where there is one.
Hint = Callable[[int, str], str]


class FindingNote(NoteField):
    """A note inside a cell: Enter leaves it, Shift and Enter begin a line, Escape gives back what stood there before."""

    enter_leaves = True

    def __init__(self, label: str, first: str, hint: str, parent: QWidget) -> None:
        super().__init__(label, hint, parent, most=0)
        self._first = first
        self._begun = False

    def begin(self) -> None:
        """Put the cursor after what is written, once."""
        if not self._begun:
            self._begun = True
            self.moveCursor(QTextCursor.MoveOperation.End)

    def give_back(self) -> None:
        """Put back, and store again where that is needed, what stood there."""
        if self.binding is not None:
            self.binding.put_back(self._first)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)


class FindingDelegate(QStyledItemDelegate):
    """Give questions and findings an editor of several lines; what is typed there waits as in any form."""

    def __init__(self, drafts: Drafts, read: Read, hint: Hint, write: Write, parent: QWidget) -> None:
        super().__init__(parent)
        self._drafts, self._read, self._hint, self._write = drafts, read, hint, write

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        if index.column() == 0 and option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(QRect(option.rect.topLeft(), QSize(_MARK, option.rect.height())), theme().color("accent"))

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        if self._drafts.locked:
            return None  # type: ignore[return-value] # opens no editor, whatever the stubs say
        attribute = ATTRIBUTES[index.column()]
        label = _("Finding") if attribute == "answer" else _("Question")
        editor = FindingNote(label, self._read(index.row(), attribute)[1], self._hint(index.row(), attribute), parent)
        Binding(self._drafts, editor, attribute, label, self._write)
        editor.entered.connect(lambda: self._leave(editor))
        return editor

    def _leave(self, editor: FindingNote) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.SubmitModelCache)

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, FindingNote) and editor.binding is not None:
            key, text = self._read(index.row(), editor.binding.attribute)
            editor.binding.show(Finding.__name__, key, text)
            editor.begin()

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, FindingNote):
            editor.flush()

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        editor.setGeometry(option.rect)

    def height(self, option: QStyleOptionViewItem, index: _Index) -> int:
        """Return how high a cell is that shows its whole text, with as much room above as below.

        `option.rect` is as wide as the column. Qt's own answer forgets the stylesheet's padding, and an open editor's
        would be taken for the text's.
        """
        self.initStyleOption(option, index)
        option.state |= QStyle.StateFlag.State_HasFocus  # whose frame leaves the text the least room
        style, table = option.widget.style(), option.widget
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, table) + 1
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, table).width() - 2 * margin
        layout = QTextLayout(option.text.replace("\n", "\u2028"), option.font)
        layout.setTextOption(QTextOption())  # lines break between words
        layout.beginLayout()
        high = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, room))
            high += line.height()
        layout.endLayout()
        return math.ceil(max(high, option.fontMetrics.height())) + 2 * theme().px(PADDING)
