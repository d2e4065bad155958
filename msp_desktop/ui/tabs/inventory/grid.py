"""The grid: themes, questions and findings, written in place."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from msp_desktop.domain.inventory_views import FindingView, InventoryView
from msp_desktop.i18n import _
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.note_field import text_of

_Index = QModelIndex | QPersistentModelIndex
_ANSWER = Qt.ItemDataRole.UserRole + 1
_WRITING_DELAY = 1000  # milliseconds after the last key


class FindingDelegate(QStyledItemDelegate):
    """Give a finding an editor of several lines; what is typed is written a second after the last key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.editor: QPlainTextEdit | None = None

    def write_now(self) -> None:
        """Write at once what is typed in an open editor."""
        if self.editor is not None and isValid(self.editor):
            self.commitData.emit(self.editor)

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        editor = QPlainTextEdit(parent)
        editor.setTabChangesFocus(True)
        editor.setAccessibleName(_("Finding"))
        timer = QTimer(editor)
        timer.setSingleShot(True)
        timer.setInterval(_WRITING_DELAY)
        timer.timeout.connect(lambda: self.commitData.emit(editor))
        editor.textChanged.connect(timer.start)
        self.editor = editor
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        assert isinstance(editor, QPlainTextEdit)
        text = str(index.data(_ANSWER) or "") if index.column() == 2 else str(index.data() or "")
        if text_of(editor) != text:
            editor.setPlainText(text)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        assert isinstance(editor, QPlainTextEdit)
        model.setData(index, text_of(editor), Qt.ItemDataRole.EditRole)

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        editor.setGeometry(option.rect)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(size.height(), theme().px(27)))


class FindingsGrid(QTableWidget):
    """Show the questions; `answered(id, text)`, `reworded(id, text)` and `chosen(view)` tell what is done."""

    answered = Signal(int, str)
    reworded = Signal(int, str)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setHorizontalHeaderLabels([_("Theme"), _("Question"), _("Finding")])
        self.setAccessibleName(_("Questions and findings"))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._delegate = FindingDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self._findings: list[FindingView] = []
        self._filling = False
        self.itemChanged.connect(self._on_item)
        self.currentCellChanged.connect(lambda *_cells: self.chosen.emit(self.current()))

    def show_view(self, view: InventoryView) -> None:
        """Show the questions of an inventory; the row chosen stays chosen."""
        self._filling = True
        rows = [(theme_.short_title if not row else "", finding)
                for theme_ in view.themes for row, finding in enumerate(theme_.findings)]  # fmt: skip
        self._findings = [finding for _title, finding in rows]
        self.setRowCount(len(rows))
        for row, (title, finding) in enumerate(rows):
            self._fill(row, title, finding)
        self._filling = False
        self.setColumnWidth(0, theme().px(184))
        self.setColumnWidth(1, theme().px(244))
        self._fit_rows()
        self.chosen.emit(self.current())

    def current(self) -> FindingView | None:
        """Return the finding chosen."""
        row = self.currentRow()
        return self._findings[row] if 0 <= row < len(self._findings) else None

    def write_current(self) -> None:
        """Open the editor of the finding chosen."""
        item = self.item(self.currentRow(), 2)
        if item is not None:
            self.setFocus()
            self.setCurrentItem(item)
            self.editItem(item)

    def write_now(self) -> None:
        """Write at once what is typed."""
        self._delegate.write_now()

    def _fill(self, row: int, title: str, finding: FindingView) -> None:
        ready = not finding.answer.strip() and bool(finding.draft)
        shown = finding.answer or (_("To read over: a proposal is ready.") if ready else "")
        colours = ("accent", "ink", "accent" if ready else "ink")
        for column, text in enumerate((title, finding.question, shown)):
            item = self.item(row, column) or QTableWidgetItem()
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
            item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if column else flags)
            item.setText(text)
            item.setForeground(theme().color(colours[column]))
            item.setData(_ANSWER, finding.answer if column == 2 else text)
            font = QFont(theme().font(bold=column == 0))
            item.setFont(font)
            if self.item(row, column) is None:
                self.setItem(row, column, item)

    def _on_item(self, item: QTableWidgetItem) -> None:
        if self._filling or item.row() >= len(self._findings):
            return
        finding, text = self._findings[item.row()], item.text()
        if item.column() == 2 and text != finding.answer:
            self.answered.emit(finding.id, text)
        elif item.column() == 1 and text != finding.question:
            self.reworded.emit(finding.id, text)

    def _fit_rows(self) -> None:
        editing = self.currentRow() if self.state() == QAbstractItemView.State.EditingState else -1
        for row in range(self.rowCount()):
            if row == editing:
                continue
            self.resizeRowToContents(row)
            # A finding of a page must not hide the others: its whole text is in its editor.
            self.setRowHeight(row, min(self.rowHeight(row), theme().px(96)))

    @override
    def edit(self, index: _Index, trigger: QAbstractItemView.EditTrigger, event: object) -> bool:  # type: ignore[override]
        opened = bool(super().edit(index, trigger, event))  # type: ignore[call-overload]
        if opened and self.state() == QAbstractItemView.State.EditingState:
            self.setRowHeight(index.row(), max(self.rowHeight(index.row()), theme().px(112)))
            self.scrollTo(index)
        return opened

    @override
    def closeEditor(self, editor: QWidget, hint: object) -> None:
        super().closeEditor(editor, hint)  # type: ignore[arg-type]
        self._fit_rows()
