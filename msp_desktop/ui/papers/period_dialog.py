"""Choose what a document about a period tells: from when to when, for whom, with names or without."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QButtonGroup, QLayout, QRadioButton, QWidget

from msp_desktop.domain.scope import Audience, Scope
from msp_desktop.formats.quick import day_date
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _, language
from msp_desktop.papers.paper import Paper
from msp_desktop.services.journal import people_of_the_journal
from msp_desktop.services.report_periods import Since, beginning, starts
from msp_desktop.ui.dialogs.asking import Asking
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.labels import Label, hint
from msp_desktop.ui.widgets.layouts import column, field, row
from msp_desktop.ui.widgets.parsed_field import DateField
from msp_desktop.ui.widgets.tick import Tick
from msp_desktop.ui.workspace import Workspace

#: The document that is written for somebody.
_REPORT = "progress-report"


class PeriodDialog(Asking):
    """Ask for the period of a document; `outcome` is the scope chosen."""

    def __init__(self, workspace: Workspace, paper: Paper, scope: Scope, parent: QWidget | None = None) -> None:
        self._workspace, self._scope, today = workspace, scope, workspace.today()
        self._starts = starts(workspace.reader, paper.key, today)
        self._first = beginning(workspace.reader, paper.key)
        self._begin = DateField(_("First day"), workspace.today, toward=Toward.BEHIND, needed=True)
        self._end = DateField(_("Last day"), workspace.today, toward=Toward.BEHIND, needed=True)
        self._periods = QButtonGroup()
        self._own = QRadioButton(_("Days of your own"))
        self._audience = ChoiceField(_("Written for"), list(audience_names().items()))
        self._names = Tick(_("Name the professionals"), scope.with_names, soft_when_done=False)
        self._audience.show_typed(scope.audience)
        people = people_of_the_journal(workspace.reader) if paper.of_person else []
        self._person = ChoiceField(_("With whom"), [(None, _("Everybody")), *people], own_words=True)
        self._person.show_typed(scope.person_id)
        fields: list[QWidget | QLayout] = [Label(_("Which period?"), bold=True), column(*self._radios(), spacing=8)]
        fields.append(row(field(_("First day"), self._begin), field(_("Last day"), self._end), -1, spacing=12))
        if paper.key == _REPORT:
            fields.append(field(_("Written for"), self._audience))
        if paper.of_person:
            fields.append(field(_("With whom"), self._person))
        else:
            without = _("Without them, whoever reads it learns nobody’s name but those of the town hall.")
            fields += [self._names, hint(without)]
        super().__init__(paper.title, fields, _("Show it"), self._chosen, parent)
        self._show_scope(today)
        for date_field in (self._begin, self._end):
            date_field.request_value.connect(lambda _value: self._own.setChecked(True))

    def _radios(self) -> list[QWidget]:
        words = {
            Since.FIRST: _("Since the first one, {day}"),
            Since.DAY_ZERO: _("Since day 0, {day}"),
            Since.LAST_MONTH: _("The last thirty days, since {day}"),
            Since.LAST_REPORT: _("Since the last one, made on {day}"),
        }
        found: list[QWidget] = []
        for index, (since, day) in enumerate(self._starts.items()):
            button = QRadioButton(words[since].format(day=day_date(day, language())))
            button.toggled.connect(lambda on, day=day: self._take(day) if on else None)
            self._periods.addButton(button, index)
            found.append(button)
        self._periods.addButton(self._own, len(found))
        return [*found, self._own]

    def _take(self, day: date) -> None:
        today = self._workspace.today()
        self._begin.show_typed(min(day, today))
        self._end.show_typed(today)

    def _show_scope(self, today: date) -> None:
        """Show the period chosen before: the one offered that is the same, else its days."""
        begin = self._scope.since or self._first
        same = [index for index, day in enumerate(self._starts.values()) if day == begin]
        if same and self._scope.until in (None, today):
            self._periods.button(same[0]).setChecked(True)
        else:
            self._own.setChecked(True)
            self._begin.show_typed(min(begin, today))
            self._end.show_typed(self._scope.until or today)

    def _chosen(self) -> Scope | None:
        """Return the scope chosen; a period that would end before it begins is marked, and the dialog stays."""
        begin, end = self._begin.value, self._end.value
        if end < begin:
            self._end.show_wrong(_("It ends before it begins: write a later day."))
            return None
        return Scope(
            None if begin == self._first else begin,
            None if end == self._workspace.today() else end,
            self._names.is_ticked(),
            self._audience.value() or Audience.COUNCIL,
            self._person.value(),
        )


def audience_names() -> dict[Audience, str]:
    """Return for whom a report may be written, in the interface's language."""
    return {
        Audience.COUNCIL: _("the municipal council"),
        Audience.MAYOR: _("the mayor"),
        Audience.FEDERATION: _("the federation"),
    }
