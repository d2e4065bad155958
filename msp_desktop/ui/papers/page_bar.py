"""The line above the pages: which page, zoom, one or two side by side."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.i18n import _
from msp_desktop.ui.papers.page_view import PageView
from msp_desktop.ui.widgets.buttons import PlainButton
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.segments import Segments
from msp_desktop.ui.widgets.tip import show_tip


class PageBar(QWidget):
    """Drive a PageView."""

    def __init__(self, view: PageView, title: Label, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view, self._fit = view, "width"
        self._page = Label("", tone="soft")
        self._scale = Label("", tone="soft")
        smaller, larger = PlainButton("−"), PlainButton("+")
        smaller.setAccessibleName(_("Smaller"))
        show_tip(smaller, _("Smaller"))
        larger.setAccessibleName(_("Larger"))
        show_tip(larger, _("Larger"))
        smaller.clicked.connect(lambda: view.zoom(-1))
        larger.clicked.connect(lambda: view.zoom(1))
        fits = Segments(_("Zoom"), [("width", _("Width")), ("page", _("Page")), ("two", _("Two pages"))])
        fits.show_value("width")
        fits.chosen.connect(self._on_fit)
        self._fits = fits
        self.setLayout(foot(self._page, smaller, self._scale, larger, fits, beside=(title,), margins=(16, 10, 16, 10)))
        view.zoomed.connect(self._refresh)
        view.turned.connect(lambda _number: self._refresh())

    def _on_fit(self, value: str) -> None:
        self._fit = value
        self._view.set_two_pages(value == "two")
        if value == "width":
            self._view.fit_width()
        else:
            self._view.fit_page()

    def _refresh(self) -> None:
        count = self._view.page_count()
        words = _("Page {number} of {count}").format(number=self._view.current_page(), count=count) if count else ""
        self._page.setText(words)
        self._fits.show_value(self._fit if self._view.fits() or self._fit == "two" else None)
        self._scale.setText(f"{round(100 * self._view.scale())}\u00a0%")
