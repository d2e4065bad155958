"""The columns of the calls, in which one writes, and those of the funders who call regularly."""

from __future__ import annotations

from typing import Any

from msp_desktop.domain.calls import Call, CallState
from msp_desktop.domain.change import Change
from msp_desktop.formats.dates import medium_date
from msp_desktop.formats.french.case import capital
from msp_desktop.i18n import _, language
from msp_desktop.method.funders import KitFunder
from msp_desktop.services import calls as service
from msp_desktop.ui.forms.who import directory_names
from msp_desktop.ui.models.rows import NOTHING, Column
from msp_desktop.ui.workspace import Workspace

_GLYPHS = {
    CallState.WATCHED: ("todo", "ink2"),
    CallState.ANSWERING: ("doing", "accent"),
    CallState.SENT: ("arrow", "accent"),
    CallState.WON: ("done", "done"),
    CallState.LOST: ("close", "ink2"),
    CallState.LEFT: ("dropped", "ink2"),
}


def call_columns(workspace: Workspace) -> list[Column]:
    """Return the columns: closing day, subject, funder, who answers, state, asked, obtained."""

    def update(row: Call, **values: Any) -> None:
        workspace.attempt(service.update_call, row.id, Change(Call, **values), workspace.today())

    def closes(row: Call) -> str:
        return medium_date(row.closes_on, language()) if row.closes_on else NOTHING

    def write_date(row: Call, text: str) -> None:
        workspace.with_date(text, lambda day: update(row, closes_on=day))

    def left(row: Call) -> str:
        return service.closing_words(row, workspace.today()) or NOTHING

    def tone(row: Call) -> str:
        near = row.is_open and row.closes_on is not None and (row.closes_on - workspace.today()).days <= _SOON
        return "late" if near else ""

    return [
        Column(_("Closing day"), closes, write_date, width=142, tone=tone, shows=(("Call", "closes_on"),)),
        Column(_("Left"), left, width=112, tone=tone),
        Column(_("What the call is about"), lambda r: r.subject, lambda r, t: update(r, subject=t), width=212,
               shows=(("Call", "subject"),)),
        Column(_("Funder"), lambda r: r.funder, lambda r, t: update(r, funder=t), width=160, shows=(("Call", "funder"),)),
        Column(_("Who answers"), lambda r: r.answered_by, lambda r, t: update(r, answered_by=t), width=124,
               names=directory_names(workspace), shows=(("Call", "answered_by"),)),
        Column(_("State"), lambda r: dict(service.state_words())[r.state],
               lambda r, t: update(r, state=CallState(t)), choices=service.state_words, value=lambda r: r.state,
               width=130, glyph=lambda r: _GLYPHS[r.state]),
    ]  # fmt: skip


def funder_columns() -> list[Column]:
    """Return the columns of the list of funders: who, about what, when, and whether that is to be confirmed."""
    return [
        Column(_("Funder"), lambda r: r.funder.name, width=230),
        Column(_("What they call for"), lambda r: r.funder.subject, width=290),
        Column(_("When"), lambda r: _period(r.funder), width=220),
    ]


def funder_words(funder: KitFunder) -> str:
    """Return where to look for the calls of a funder, and the text behind them where one was read."""
    where = _("Where to look: {where}").format(where=funder.where)
    return f"{where}. {capital(funder.text)}." if funder.text else f"{where}."


def _period(funder: KitFunder) -> str:
    return _("{period} (to be confirmed)").format(period=funder.period) if funder.to_confirm else funder.period


#: A closing this near, in days, is told in the colour of what is late.
_SOON = 7
