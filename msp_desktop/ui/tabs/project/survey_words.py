"""What residents wrote under a question: read, and allowed to be quoted where it designates nobody."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.domain.questionnaire import SurveyWords
from msp_desktop.i18n import _
from msp_desktop.services import survey_sheets as service
from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.labels import Label, hint
from msp_desktop.ui.widgets.layouts import column
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.tick import Tick
from msp_desktop.ui.workspace import Workspace


class _WordsRow(Tick):
    """What somebody wrote, with its tick."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("", False, soft_when_done=False)
        self._id = 0
        self.ticked.connect(lambda on: workspace.attempt(service.set_quotable, self._id, on))
        lock(workspace, self)

    def show_row(self, row: SurveyWords) -> None:
        """Show the words of a sheet."""
        if row.id != self._id:
            self._id = row.id
            self.shows(SurveyWords, row.id, "words")
        self.show_state(row.words, row.quotable)


class WrittenWords(QWidget):
    """The words of one question, each with a tick for those that may be quoted."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: KeyedRows[SurveyWords, _WordsRow] = KeyedRows(
            lambda row: row.id, lambda _row: _WordsRow(workspace), lambda shown, row: shown.show_row(row), reuse=True
        )
        said = hint(_("Tick what may be quoted on paper: nothing by which a neighbour or a professional is known."))
        self.setLayout(column(Label(_("What residents wrote"), bold=True), said, self._rows, spacing=4))

    def show_words(self, rows: tuple[SurveyWords, ...]) -> None:
        """Show what was written; nothing where nobody wrote."""
        self._rows.show_values(rows)
        self.setVisible(bool(rows))
