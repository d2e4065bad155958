"""How a cell of the table of roles is drawn: an icon, the word, a name under it; and the line a responsibility is typed in."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget
from typing_extensions import override

from msp_desktop.domain.roles import Cell, Share
from msp_desktop.domain.typed import clean_text
from msp_desktop.formats.text import one_line
from msp_desktop.services.roles import share_words
from msp_desktop.ui.drafts import DraftKey, Drafts
from msp_desktop.ui.tabs.actors.role_model import GLYPHS, RoleModel
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import pixmap
from msp_desktop.ui.widgets.cell_line import CellLine
from msp_desktop.ui.widgets.labels import SMALL

_Index = QModelIndex | QPersistentModelIndex
_ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_LINES = _ONE_LINE | int(Qt.TextFlag.TextWordWrap)


class RolePainter(QStyledItemDelegate):
    """Draw the cells; open a line to reword a responsibility, whose words wait in `drafts` under the table's name."""

    def __init__(self, name: str, drafts: Drafts, view: QTableView) -> None:
        super().__init__(view)
        self._name, self._drafts, self._view = name, drafts, view

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model, rect = index.model(), option.rect
        assert isinstance(model, RoleModel)
        cell = model.cell_at(index)
        current = self._view.currentIndex()
        painter.save()
        chosen = index.row() == current.row()
        leads = cell is not None and cell.share is Share.LEADS
        painter.fillRect(rect, theme().color("select" if chosen else "accent_wash" if leads else "paper"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme().color("line"))
        if chosen and index.column() == 0:
            painter.fillRect(rect.x(), rect.y(), 4, rect.height(), theme().color("accent"))
        box = rect.adjusted(theme().px(10), 0, -theme().px(6), -1)
        if cell is None:
            painter.setFont(theme().font(bold=chosen))
            painter.setPen(theme().color("ink"))
            _wrapped(painter, box, model.row_at(index).responsibility)
        else:
            _share(painter, box, cell)
        if index.row() == current.row() and index.column() == current.column() and self._view.hasFocus():
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        model = index.model()
        if self._drafts.locked or not isinstance(model, RoleModel):
            return None  # type: ignore[return-value] # opens no editor, whatever the stubs say
        role_id = model.row_at(index).id
        key = DraftKey(self._name, role_id, "responsibility")
        return CellLine(key, self._drafts, lambda words: model.reword(role_id, clean_text(words)), parent)

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, CellLine):
            editor.show_stored(index.data())

    @override
    def setModelData(self, editor: QWidget, model: Any, index: _Index) -> None:
        if isinstance(editor, CellLine):
            editor.settle()


def _wrapped(painter: QPainter, box: QRect, words: str) -> None:
    """Draw words on two lines at the most, cut with « … »."""
    metrics, line = painter.fontMetrics(), one_line(words)
    if metrics.boundingRect(box, _LINES, line).height() > box.height() or _breaks(metrics, box, line):
        line = metrics.elidedText(line, Qt.TextElideMode.ElideRight, round(box.width() * 1.7))
    painter.drawText(box, _LINES, line)


def _breaks(metrics: Any, box: QRect, line: str) -> bool:
    return any(metrics.horizontalAdvance(word) > box.width() for word in line.split())


def _share(painter: QPainter, box: QRect, cell: Cell) -> None:
    line = box
    if cell.who:
        line = box.adjusted(0, 3, 0, -(box.height() // 2) + 2)
    words, room = share_words(cell.share), line
    if cell.share:
        glyph, tone = GLYPHS[cell.share]
        side = theme().px(14)
        painter.drawPixmap(line.x(), line.center().y() - side // 2 + 1, pixmap(glyph, tone, 14))
        room = line.adjusted(side + theme().px(6), 0, 0, 0)
    else:
        tone = "ink2"
    painter.setFont(theme().font(bold=cell.share is Share.LEADS))
    painter.setPen(theme().color(tone))
    _line(painter, room, words)
    if cell.who:
        under = box.adjusted(room.x() - box.x() if cell.share else 0, box.height() // 2, 0, -4)
        painter.setFont(theme().font(SMALL))
        painter.setPen(theme().color("ink2"))
        _line(painter, under, cell.who)


def _line(painter: QPainter, box: QRect, words: str) -> None:
    shown = painter.fontMetrics().elidedText(one_line(words), Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, _ONE_LINE, shown)
