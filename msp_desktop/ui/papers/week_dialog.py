"""Look at the page of the week, print it, keep it: it belongs to no dossier."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.domain.week import Week
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.papers.week import week_file, week_pages
from msp_desktop.ui.outside import open_outside
from msp_desktop.ui.papers.page_bar import PageBar
from msp_desktop.ui.papers.page_view import PageView
from msp_desktop.ui.papers.place_now import place_now, tell_place
from msp_desktop.ui.papers.print_run import run_print
from msp_desktop.ui.papers.printing import Printout
from msp_desktop.ui.widgets.busy import busy
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import Label, divider, hint
from msp_desktop.ui.widgets.layouts import column, row
from msp_desktop.ui.widgets.sizes import LIST, sized


class WeekDialog(Dialog):
    """Show the page of a week."""

    def __init__(self, week: Week, folder: Path, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("This week"))
        self._week, self._folder, self._now = week, folder, now
        self.pages = PageView()
        self._said = hint("")
        self._print = MainButton(_("Print…"), "print")
        self._keep = PlainButton(_("Save as PDF"), "document")
        close = PlainButton(_("Close"))
        close.clicked.connect(self.accept)
        self._print.clicked.connect(self._on_print)
        self._keep.clicked.connect(self._on_keep)
        buttons = foot(close, self._print, beside=(self._keep,), margins=(16, 4, 16, 12))
        said = row(self._said, margins=(16, 8, 16, 0))
        self.setLayout(
            column(
                PageBar(self.pages, Label(_("This week"), bold=True)),
                divider(),
                self.pages,
                divider(),
                said,
                buttons,
                spacing=0,
            )
        )
        self.layout().setStretch(2, 1)  # type: ignore[union-attr]
        self._print.setDefault(True)
        sized(self, LIST, 690)
        try:
            with busy():
                self.pages.show_pages(week_pages(week, now))
        except UserError as error:
            self.pages.show_pages(None, sentence=error.sentence)
            self._print.setEnabled(False)
            self._keep.setEnabled(False)

    def _written(self) -> Path | None:
        found = place_now(self._folder)
        tell_place(self, found)
        try:
            with busy():
                return week_file(self._week, found.folder, self._now, replace=True)
        except UserError as error:
            self._said.setText(error.sentence)
            return None

    def _on_print(self) -> None:
        path = self._written()
        if path is not None:
            self._said.setText(run_print(self, [Printout(path)], _("This week")))

    def _on_keep(self) -> None:
        path = self._written()
        if path is not None:
            self._said.setText(_("Saved in {folder}").format(folder=path.parent))
            open_outside(path)

    @override
    def done(self, result: int) -> None:
        self.pages.show_pages(None)
        super().done(result)
