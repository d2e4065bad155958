"""The town's own words for the activity report of a year, under the evaluation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.domain.evaluation import ActivityYear
from msp_desktop.i18n import _
from msp_desktop.services.activity_words import words_of_year, write_words
from msp_desktop.ui.forms.field import Field, note
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import PlainButton
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.labels import title
from msp_desktop.ui.widgets.layouts import column, row
from msp_desktop.ui.widgets.sizes import PAGE
from msp_desktop.ui.workspace import Workspace


class ActivityForm(QWidget):
    """Two texts a year; emit `request_print(year)`."""

    request_print = Signal(int)

    def __init__(self, workspace: Workspace, years: Sequence[int], year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._year = year
        self._years = ChoiceField(_("Year of the report"), [(one, str(one)) for one in years])
        self._years.request_value.connect(self.show_year)
        self._print = PlainButton(_("Make the report"), "print")
        self._print.clicked.connect(lambda: self.request_print.emit(self._year))
        self._form = Form(
            workspace,
            ActivityYear,
            write_words,
            [(Field("opening", _("Words that open the report"), note(least=2, most=6)),
              Field("outlook", _("What comes next"), note(least=2, most=6)))],
        )  # fmt: skip
        box: QVBoxLayout = column(
            row(title(_("Activity report")), self._years, -1, self._print, spacing=12), self._form, spacing=6
        )
        self.setLayout(box)
        self.setMaximumWidth(theme().px(PAGE))
        self.show_year(year)

    def show_year(self, year: int) -> None:
        """Show the words of a year."""
        self._workspace.flush()
        self._year = year
        self._years.show_typed(year)
        self.refresh()

    def refresh(self) -> None:
        """Read the words again."""
        self._form.show_record(words_of_year(self._workspace.reader, self._year), key=self._year)
