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


class WrittenWords(QWidget):
    """The words of one question, each with a tick for those that may be quoted."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._rows: KeyedRows[SurveyWords, Tick] = KeyedRows(
            lambda row: row.id,
            self._make,
            lambda shown, row: shown.show_state(row.words, row.quotable),
        )
        said = hint(_("Tick what may be quoted on paper: nothing by which a neighbour or a professional is known."))
        self.setLayout(column(Label(_("What residents wrote"), bold=True), said, self._rows, spacing=4))

    def show_words(self, rows: tuple[SurveyWords, ...]) -> None:
        """Show what was written; nothing where nobody wrote."""
        self._rows.show_values(rows)
        self.setVisible(bool(rows))

    def _make(self, row: SurveyWords) -> Tick:
        tick = Tick(row.words, row.quotable, soft_when_done=False)
        tick.shows(SurveyWords, row.id, "words")
        tick.ticked.connect(lambda on: self._workspace.attempt(service.set_quotable, row.id, on))
        lock(self._workspace, tick)
        return tick
