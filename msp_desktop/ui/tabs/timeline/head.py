"""The head of the tab: its title, what to know first, the days the strip shows, printing, the action to add."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from msp_desktop.i18n import _
from msp_desktop.ui.tabs.timeline.strip import FORTNIGHT, HUNDRED, MANDATE
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.labels import page_title
from msp_desktop.ui.widgets.layouts import row
from msp_desktop.ui.widgets.segments import Segments


class Head(QWidget):
    """One line: where there is less room, the title gives way first, then words whose icon says as much."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._title = page_title(_("The hundred days"))
        self.compass = LinkButton(_("The team first"), "compass")
        self.span = Segments(
            _("What the strip shows"),
            [(FORTNIGHT, _("Fortnight")), (HUNDRED, _("100 days")), (MANDATE, _("Mandate"))],
        )
        self.span.show_value(HUNDRED)
        self.print = PlainButton(_("Print"), "print")
        self.add = MainButton(_("Add an action"), "plus")
        self._box = row(self._title, self.compass, -1, self.span, self.print, self.add, spacing=8)
        self.setLayout(self._box)
        self._given = 0
        self._widths = self._measured()

    def _show(self, given: int) -> None:
        """Let so many things give way: the title, the words of the compass, the printer's, the main button's."""
        self._given = given
        self._title.setVisible(given < 1)
        for number, button in enumerate((self.compass, self.print, self.add), 2):
            button.as_icon(given >= number)

    def _measured(self) -> list[int]:
        """Return how wide the line is with nothing given way, with one thing, and so on."""
        widths = {}
        for widget in (self._title, self.compass, self.span, self.print, self.add):
            for part in (widget, *widget.findChildren(QWidget)):
                part.ensurePolished()
            widths[widget] = widget.minimumSizeHint().width()
        found = [sum(widths.values()) + 5 * self._box.spacing()]
        found.append(found[0] - widths[self._title] - self._box.spacing())
        for button in (self.compass, self.print, self.add):
            button.as_icon(True)
            found.append(found[-1] - widths[button] + button.minimumSizeHint().width())
            button.as_icon(False)
        return found

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._widths[-1], self._box.minimumSize().height())

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._widths[0], self._box.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width()
        given = next((number for number, width in enumerate(self._widths) if width <= room), len(self._widths) - 1)
        if given != self._given:
            self._show(given)
