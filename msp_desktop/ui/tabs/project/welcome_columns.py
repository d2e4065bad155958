"""The columns of what is ready for newcomers, and of the checklist, in which one writes."""

from __future__ import annotations

from typing import Any

from msp_desktop.domain.change import Change
from msp_desktop.domain.welcome import Moment, Newcomer, WelcomeEntry, WelcomeStep
from msp_desktop.formats.dates import medium_date, near_date
from msp_desktop.i18n import _, language
from msp_desktop.method.welcome import kit_welcome
from msp_desktop.services import welcome as service
from msp_desktop.services.welcome_words import days_words
from msp_desktop.ui.forms.who import directory_names
from msp_desktop.ui.models.rows import NOTHING, Column
from msp_desktop.ui.workspace import Workspace

#: What goes where the page is narrow: for whom it is, and when, which the order says.
ENTRIES_HIDE, STEPS_HIDE = (2,), (2, 3)
_DONE, _TODO = "done", "todo"


def entry_columns(workspace: Workspace) -> list[Column]:
    """Return the columns: kind, what, for whom, who, when, on the page given to newcomers."""

    def update(row: WelcomeEntry, **values: Any) -> None:
        workspace.attempt(service.update_entry, row.id, Change(WelcomeEntry, **values))

    def printed(row: WelcomeEntry) -> bool:
        return row.on_page and kit_welcome().kind(row.kind).printed

    name = WelcomeEntry.__name__
    return [
        Column(_("Kind"), lambda row: kit_welcome().kind(row.kind).title, width=130, bold=True, shows=((name, "kind"),)),
        Column(_("What"), lambda row: row.title or NOTHING, lambda row, words: update(row, title=words), width=210,
               shows=((name, "title"),)),
        Column(_("For whom"), lambda row: kit_welcome().newcomers[row.for_whom],
               lambda row, value: update(row, for_whom=Newcomer(value)), choices=newcomers,
               value=lambda row: row.for_whom, width=140, shows=((name, "for_whom"),)),
        Column(_("Who"), lambda row: row.person, lambda row, words: update(row, person=words), width=150,
               names=directory_names(workspace), shows=((name, "person"),)),
        Column(_("When"), lambda row: days_words(row, language()) or NOTHING, width=170),
        Column(_("On the page"), lambda row: _("yes") if printed(row) else _("no"), width=90),
    ]  # fmt: skip


def step_columns(workspace: Workspace) -> list[Column]:
    """Return the columns: done or not, what, when, for whom, due, who."""

    def update(row: WelcomeStep, **values: Any) -> None:
        workspace.attempt(service.update_step, row.id, Change(WelcomeStep, **values))

    def late(row: WelcomeStep) -> bool:
        return service.is_late(row, workspace.today())

    def state(row: WelcomeStep) -> str:
        if row.done_on:
            return _("done")
        return _("late") if late(row) else _("to do")

    def glyph(row: WelcomeStep) -> tuple[str, str]:
        return ("done", "done") if row.done_on else ("late", "late") if late(row) else ("todo", "ink2")

    def due(row: WelcomeStep) -> str:
        return near_date(row.due_on, workspace.today(), language()) if row.due_on else NOTHING

    def planned(row: WelcomeStep) -> str:
        return medium_date(row.due_on, language()) if row.due_on else ""

    def tick(row: WelcomeStep, value: str) -> None:
        if (value == _DONE) is not bool(row.done_on):
            workspace.attempt(service.tick_step, row.id, value == _DONE, workspace.today())

    name = WelcomeStep.__name__
    moments = [(moment.value, kit_welcome().moments[moment]) for moment in Moment]
    return [
        Column(_("State"), state, tick, choices=lambda: [(_TODO, _("to do")), (_DONE, _("done"))],
               value=lambda row: _DONE if row.done_on else _TODO, width=96, glyph=glyph,
               tone=lambda row: "" if glyph(row)[1] == "ink2" else glyph(row)[1]),
        Column(_("What to do"), service.step_words, lambda row, words: update(row, title=words), width=330,
               shows=((name, "title"),)),
        Column(_("When"), lambda row: kit_welcome().moments[row.moment],
               lambda row, value: update(row, moment=Moment(value)), choices=lambda: moments,
               value=lambda row: row.moment, width=150, shows=((name, "moment"),)),
        Column(_("For whom"), lambda row: kit_welcome().newcomers[row.for_whom],
               lambda row, value: update(row, for_whom=Newcomer(value)), choices=newcomers,
               value=lambda row: row.for_whom, width=130, shows=((name, "for_whom"),)),
        Column(_("For when"), due, lambda row, text: workspace.with_date(text, lambda day: update(row, due_on=day)),
               value=planned, width=120, tone=lambda row: "late" if late(row) else ""),
        Column(_("Who"), lambda row: row.person, lambda row, words: update(row, person=words), width=130,
               names=directory_names(workspace), shows=((name, "person"),)),
    ]  # fmt: skip


def newcomers() -> list[tuple[str, str]]:
    """Return for whom something may be, in words."""
    return [(one.value, kit_welcome().newcomers[one]) for one in Newcomer]
