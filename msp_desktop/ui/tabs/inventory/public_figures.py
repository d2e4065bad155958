"""The public figures that support the finding chosen, under the charts: each with its source and its year."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.domain.inventory_views import FindingView, InventoryView
from msp_desktop.domain.public_figures import limits
from msp_desktop.i18n import _
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, holder, scrolled

#: The most room it takes, in pixels at 100 %: the rest scrolls.
_HIGHEST = 236


class PublicFigures(QWidget):
    """Show the figures of a finding; nothing where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self._title = Label(_("Public figures"), bold=True)
        self._lines, self._limits = Label(wrap=True), Label(tone="soft", wrap=True)
        self._rows = column(self._title, self._lines, self._limits, margins=(16, 10, 10, 4), spacing=4)
        self._area = scrolled(holder(self._rows, "side"), _("Public figures"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._area)
        self.hide()

    def show_finding(self, view: InventoryView, finding: FindingView | None) -> None:
        """Show what supports a finding of an inventory."""
        figures = view.figures_for(finding) if finding else ()
        self._lines.setText("\n".join(figure.line for figure in figures))
        self._lines.setToolTip("\n".join(f"{figure.title}\n{figure.says} {figure.origin}." for figure in figures))
        self._limits.setText(" ".join(limits(figures)))
        self.setVisible(bool(figures))
        self._fit()

    def _fit(self) -> None:
        high = self._rows.heightForWidth(max(self.width(), theme().px(200)))
        self._area.setFixedHeight(max(0, min(theme().px(_HIGHEST), high)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
