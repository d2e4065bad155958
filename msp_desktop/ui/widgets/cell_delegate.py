"""What gives each column of a table its editor, and writes what is typed or chosen there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget
from typing_extensions import override

from msp_desktop.domain.typed import clean_text
from msp_desktop.ui.drafts import DraftKey, Drafts
from msp_desktop.ui.models.rows import Column, RowsModel
from msp_desktop.ui.widgets.cell_choice import CellChoice
from msp_desktop.ui.widgets.cell_line import CellLine
from msp_desktop.ui.widgets.one_line import plain_tip
from msp_desktop.ui.widgets.who_field import CellWho

_Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Open a line or a list in a cell; nothing is written where nothing was typed or chosen."""

    def __init__(self, table: str, drafts: Drafts, parent: QWidget) -> None:
        super().__init__(parent)
        self._table, self._drafts = table, drafts

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        if self._drafts.locked:
            return None  # type: ignore[return-value] # opens no editor, whatever the stubs say
        model, column = _model(index), _column(index)
        row_id = model.row_at(index).id
        key = DraftKey(self._table, row_id, column.title)

        def store(value: Any) -> None:
            row = model.row_with(row_id)
            if row is not None and column.write is not None and column.edited(row) != value:
                column.write(row, clean_text(value) if isinstance(value, str) else value)

        if column.choices is None:
            if column.names is not None:
                return CellWho(key, self._drafts, store, parent, column.names)
            return CellLine(key, self._drafts, store, parent)
        choice = CellChoice(column.title, column.choices(), parent)
        choice.chosen.connect(lambda value: self._choose(key, value, store))
        choice.left.connect(lambda: self.closeEditor.emit(choice))
        return choice

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        super().updateEditorGeometry(editor, option, index)
        if isinstance(editor, CellWho):
            editor.place_in(editor.geometry())
        elif isinstance(editor, CellLine):
            # Qt leaves the editor the room of the text, less its own margins: of « 12000 » in a narrow column, « 2000 ».
            place = editor.geometry()
            bare = index.data(Qt.ItemDataRole.DecorationRole) is None
            place.setLeft(option.rect.left() if bare else place.left())
            place.setRight(option.rect.right())
            editor.setGeometry(place)

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        column, row = _column(index), _model(index).row_at(index)
        if isinstance(editor, CellChoice):
            editor.show_stored(column.edited(row), column.text(row))
        elif isinstance(editor, CellLine):
            editor.show_stored(column.edited(row))

    @override
    def setModelData(self, editor: QWidget, model: Any, index: _Index) -> None:
        if isinstance(editor, CellLine):
            editor.settle()

    @override
    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Say the whole text of a cell that shows but its beginning."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        cut = self.sizeHint(option, index).width() > view.visualRect(index).width()
        words = _column(index).text(_model(index).row_at(index)) if cut else ""
        QToolTip.showText(event.globalPos(), plain_tip(words), view)
        return True

    def _choose(self, key: DraftKey, value: Any, store: Any) -> None:
        self._drafts.hold(key, value, store, key.attribute)
        self._drafts.write(key)


def _model(index: _Index) -> RowsModel:
    model = index.model()
    assert isinstance(model, RowsModel)
    return model


def _column(index: _Index) -> Column:
    return _model(index).columns[index.column()]
