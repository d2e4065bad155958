"""Beside the table of fiches action: the sheet or the axis chosen, or what a plan is made of."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from msp_desktop.domain.action_plan import AxisView, Plan, SheetView
from msp_desktop.i18n import _
from msp_desktop.ui.tabs.project.axis_card import AxisCard
from msp_desktop.ui.tabs.project.sheet_card import SheetCard
from msp_desktop.ui.tabs.project.sheet_rows import axis_key
from msp_desktop.ui.widgets.labels import Label, title
from msp_desktop.ui.widgets.layouts import column, holder, scrolled
from msp_desktop.ui.workspace import Workspace


class SheetPanel(QWidget):
    """Show what is chosen; `request_delete(row id)`."""

    request_delete = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace = workspace
        self._sheet, self._axis = SheetCard(workspace), AxisCard(workspace)
        self._sheet.request_delete.connect(self.request_delete.emit)
        self._axis.request_delete.connect(lambda axis_id: self.request_delete.emit(axis_key(axis_id)))
        self._stack = QStackedWidget()
        self._nothing = scrolled(
            holder(
                column(
                    title(_("From the diagnosis to the actions")),
                    Label(_("A few axes, taken from the diagnosis; for each, one or two objectives."), wrap=True),
                    Label(_("Under each objective, the sheets: who pilots, for whom, by when, with what money."), wrap=True),
                    Label(_("Each sheet says by what one will see that it works."), wrap=True),
                    -1, margins=(24, 16, 16, 16), spacing=8,
                ),
                "scrolled",
            ),
            _("From the diagnosis to the actions"),
        )  # fmt: skip
        for page in (self._nothing, self._sheet, self._axis):
            self._stack.addWidget(page)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)

    def show_chosen(self, plan: Plan, axis: AxisView | None, view: SheetView | None) -> None:
        """Show a sheet, an axis, or neither."""
        if view is not None:
            self._sheet.show_sheet(plan, view)
            self._stack.setCurrentWidget(self._sheet)
        elif axis is not None:
            self._axis.show_axis(axis)
            self._stack.setCurrentWidget(self._axis)
        else:
            self._stack.setCurrentWidget(self._nothing)

    def focus_first(self) -> None:
        """Put the keyboard on the first field of what is chosen."""
        if self._stack.currentWidget() is self._sheet:
            self._sheet.focus_first()
        elif self._stack.currentWidget() is self._axis:
            self._axis.focus_first()
