"""The grid: themes, questions and findings, written in place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from msp_desktop.domain.inventory_views import FindingView, InventoryView
from msp_desktop.i18n import _
from msp_desktop.services import inventory as service
from msp_desktop.ui.models.neighbours import neighbour
from msp_desktop.ui.tabs.inventory.finding_editor import ATTRIBUTES, FindingDelegate, FindingNote
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.theme import theme_changes
from msp_desktop.ui.workspace import Workspace

#: The highest row, in pixels at 100 %.
MOST = 96

_Index = QModelIndex | QPersistentModelIndex


class FindingsGrid(QTableWidget):
    """Show the questions and write what is typed in them; `chosen(view)` tells of the one the keyboard is on."""

    chosen = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setHorizontalHeaderLabels([_("Theme"), _("Question"), _("Finding")])
        self.setAccessibleName(_("Questions and findings"))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._workspace = workspace
        self._delegate = FindingDelegate(workspace.drafts, self._stored, self._write, self)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self._findings: list[FindingView] = []
        self._filling = False
        self.currentCellChanged.connect(self._on_cell)
        # A bar that comes or goes with the rows' heights changes the widths again: measured once they have settled.
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._fit_rows)
        header.sectionResized.connect(self._settled.start)
        theme_changes().changed.connect(self._dress)
        self._dress()

    def show_view(self, view: InventoryView) -> None:
        """Show the questions of an inventory; the one chosen stays chosen, or its neighbour where it is gone."""
        rows = [(theme_.short_title if not row else "", finding)
                for theme_ in view.themes for row, finding in enumerate(theme_.findings)]  # fmt: skip
        before, chosen = [finding.id for finding in self._findings], self.current()
        self._findings = [finding for _title, finding in rows]
        order = [finding.id for finding in self._findings]
        self._filling = True
        self.setRowCount(len(rows))
        for row, (title, finding) in enumerate(rows):
            self._fill(row, title, finding)
        if chosen is not None and order != before:
            key = chosen.id if chosen.id in order else neighbour(before, chosen.id, order)
            self.setCurrentCell(order.index(key) if key in order else -1, max(1, self.currentColumn()))
        self._filling = False
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

    def choose(self, finding_id: int) -> None:
        """Put the keyboard on a question's finding."""
        row = next((row for row, finding in enumerate(self._findings) if finding.id == finding_id), -1)
        if row >= 0:
            self.setCurrentCell(row, 2)

    def write_in(self, finding_id: int, attribute: str) -> None:
        """Open the editor of a question or of its finding."""
        self.choose(finding_id)
        item = self.item(self.currentRow(), next(col for col, name in ATTRIBUTES.items() if name == attribute))
        if item is not None:
            self.setFocus()
            self.setCurrentItem(item)
            self.editItem(item)

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
            item.setFont(theme().font(bold=column == 0))
            if self.item(row, column) is None:
                self.setItem(row, column, item)

    def _on_cell(self, *_cells: int) -> None:
        if not self._filling:
            self.chosen.emit(self.current())

    def _stored(self, row: int, attribute: str) -> tuple[int, str]:
        finding = self._findings[row]
        return finding.id, str(getattr(finding, attribute))

    def _write(self, finding_id: int, attribute: str, text: str) -> None:
        if attribute == "answer":
            self._workspace.attempt(service.write_finding, finding_id, text, self._workspace.today())
        else:
            self._workspace.attempt(service.reword_question, finding_id, text)

    def _dress(self) -> None:
        for row in range(self.rowCount()):
            for column in range(3):
                item = self.item(row, column)
                assert item is not None
                item.setFont(theme().font(bold=column == 0))
        self.setColumnWidth(0, theme().px(184))
        self.setColumnWidth(1, theme().px(244))
        self._settled.start()

    def _fit_rows(self) -> None:
        """Make each row as high as its words at the width its columns have; the one being written has its own height."""
        editing = self.currentRow() if self.state() == QAbstractItemView.State.EditingState else -1
        for row in range(self.rowCount()):
            if row != editing:
                # A finding of a page must not hide the others: its whole text is in its editor.
                self.setRowHeight(row, min(self._needed(row), theme().px(MOST)))

    def _needed(self, row: int) -> int:
        high = 0
        for column in range(3):
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            option.rect = QRect(0, 0, self.columnWidth(column), 1000)
            high = max(high, self._delegate.height(option, self.model().index(row, column)))
        return high

    @override
    def edit(self, index: _Index, trigger: QAbstractItemView.EditTrigger, event: object) -> bool:  # type: ignore[override]
        opened = bool(super().edit(index, trigger, event))  # type: ignore[call-overload]
        if opened and self.state() == QAbstractItemView.State.EditingState:
            self.setRowHeight(index.row(), max(self.rowHeight(index.row()), theme().px(112)))
            self.scrollTo(index)
        return opened

    @override
    def closeEditor(self, editor: QWidget, hint: object) -> None:
        if hint == QAbstractItemDelegate.EndEditHint.RevertModelCache and isinstance(editor, FindingNote):
            editor.give_back()
        super().closeEditor(editor, hint)  # type: ignore[arg-type]
        self._fit_rows()
