"""The page « Conditions »: seven traits and four conditions, line by line, and beside them the line chosen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from msp_desktop.domain.actions import Action
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.conditions import ConditionRating, ConditionReview, Rating
from msp_desktop.domain.people import Person
from msp_desktop.i18n import _
from msp_desktop.services import conditions as service
from msp_desktop.services.conditions import MADE_FROM, ConditionsView, GroupView
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.paged.page import Page
from msp_desktop.ui.tabs.project.condition_list import ConditionList
from msp_desktop.ui.tabs.project.condition_panel import ConditionPanel
from msp_desktop.ui.tabs.project.condition_words import EVIDENCE, RATING, rows, summary
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.column_head import ColumnHead
from msp_desktop.ui.widgets.elided import Elided
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.layouts import column, framed, holder, row
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.segments import Segments
from msp_desktop.ui.workspace import Workspace, touches

#: Under this width, in pixels at 100 %, what shows a line stands in the panel alone.
_NARROW = 700
_CONDITIONS, _TRAITS = "conditions", "traits"


def make(workspace: Workspace) -> Page:
    """Return this page on a dossier."""
    return ConditionsPage(workspace)


class ConditionsPage(Page):
    """How far each line is met, what shows it, what comes next; a target is a line's code."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._part = _CONDITIONS
        #: The line chosen in each part.
        self._chosen: dict[str, str] = {}
        self._wide = True
        self._date = MainButton(_("Date this review"), "calendar")
        self.main = self._date
        self._parts = Segments(
            _("Parts of the conditions"), [(_CONDITIONS, _("Four conditions")), (_TRAITS, _("Seven traits"))]
        )
        self._summary = Elided("", tone="soft")
        self._print = PlainButton(_("Print"), "print")
        self._list = ConditionList(_("Lines to rate"))
        self._head = ColumnHead(self._list)
        self._panel = ConditionPanel(workspace)
        self.panel = self._panel
        self._view = service.conditions(workspace.reader)
        self._build()
        self._wire()
        self.refresh(frozenset())

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read the lines again where a change concerns them."""
        if touches(records, *MADE_FROM, Action, Assignment, Person):
            self._view = service.conditions(self._workspace.reader)
            self._show()

    def show_target(self, target: Any) -> None:
        """Choose a line, in the part where it stands."""
        if isinstance(target, str) and self._view.line(target) is not None:
            self._part = _TRAITS if target in {line.id for line in self._view.traits.lines} else _CONDITIONS
            self._chosen[self._part] = target
            self._show()

    def target(self) -> Any:
        """Return the line chosen."""
        return self._code()

    def place_of(self, key: DraftKey) -> Any:
        """Return the line words wait for."""
        if key.kind == ConditionReview.__name__:
            return self._code()
        return key.id if key.kind == ConditionRating.__name__ and isinstance(key.id, str) else None

    def paper(self) -> tuple[str, int | None]:
        """Return the conditions."""
        return "conditions", None

    def focus_main(self) -> None:
        """Put the keyboard in the list."""
        self._list.setFocus(Qt.FocusReason.TabFocusReason)

    # --- making ------------------------------------------------------------------------------

    def _build(self) -> None:
        words = row(self._parts, self._summary, spacing=16)
        words.setStretch(1, 1)
        head = Folding(words, row(self._print))
        sheet = framed(holder(column(self._head, self._list, spacing=0)))
        self.setLayout(column(head, sheet, spacing=8))

    def _wire(self) -> None:
        self._parts.chosen.connect(self._choose_part)
        self._print.clicked.connect(lambda: self._workspace.request_papers.emit(("conditions",), None))
        self._date.clicked.connect(self._on_date)
        self._list.chosen.connect(self._on_chosen)
        self._list.request_rating.connect(self._rate)
        self._list.request_open.connect(self._panel.focus_first)
        self._panel.request_rating.connect(self._rate)
        lock(self._workspace, self._date)

    # --- showing -----------------------------------------------------------------------------

    def _groups(self) -> tuple[GroupView, ...]:
        view: ConditionsView = self._view
        return (view.traits,) if self._part == _TRAITS else view.conditions

    def _code(self) -> str:
        """Return the line chosen in the part in view, its first where none was."""
        return self._chosen.setdefault(self._part, self._groups()[0].lines[0].id)

    def _show(self) -> None:
        groups = self._groups()
        today = self._workspace.today()
        self._parts.show_value(self._part)
        self._summary.show_words(summary(groups, today))
        self._list.show_rows(rows(groups, evidence=self._wide))
        self._list.select(self._code())
        titles = [(_("Where we are"), RATING)] + ([(_("What shows it"), EVIDENCE)] if self._wide else [])
        self._head.show_titles(_("Trait") if self._part == _TRAITS else _("Condition"), titles)
        self._panel.show_view(self._view, groups, self._code(), today)

    # --- acting ------------------------------------------------------------------------------

    def _choose_part(self, part: str) -> None:
        self._workspace.flush()
        self._part = part
        self._show()

    def _on_chosen(self, code: str) -> None:
        self._workspace.flush()
        self._chosen[self._part] = code
        self._panel.show_view(self._view, self._groups(), code, self._workspace.today())

    def _rate(self, rating: Rating) -> None:
        if not self._workspace.read_only:
            self._workspace.flush()
            self._workspace.attempt(service.rate, self._code(), rating, self._workspace.today())

    def _on_date(self) -> None:
        self._workspace.flush()
        self._workspace.attempt(service.date_review, self._workspace.today())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme().px(_NARROW)
        if wide != self._wide:
            self._wide = wide
            self._show()
