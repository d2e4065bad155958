"""The papers of the plan of a CLS: the fiches action one a page, and the plan as a whole."""

from __future__ import annotations

from msp_desktop.db.reader import Reader
from msp_desktop.i18n import _, ngettext
from msp_desktop.papers.paper import Context, Made, Paper, Target
from msp_desktop.services.action_sheets import plan
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.plan_papers import contract, names_people, not_said, plan_paper, sheet_papers


def _nothing(reader: Reader, _context: Context) -> str | None:
    if plan(reader).sheets():
        return None
    return _("There is no action sheet yet: add an axis, then a sheet.")


def _about(reader: Reader, _context: Context) -> tuple[str, ...]:
    """Return what whoever prints should know: that people are named, sheets without a pilot, without a day."""
    shown = plan(reader)
    leads, days = not_said(shown)
    found = []
    if names_people(shown):
        found.append(
            _("This paper names who leads the actions and who takes part in them: read it over before it leaves.")
        )
    if leads:
        found.append(
            ngettext("{count} sheet has no pilot yet.", "{count} sheets have no pilot yet.", leads).format(count=leads)
        )
    if days:
        found.append(
            ngettext("{count} sheet has no due date yet.", "{count} sheets have no due date yet.", days).format(
                count=days
            )
        )
    return tuple(found)


def _sheets(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.action_sheets import write_action_sheets

    result = write_action_sheets(path, letterhead(reader), contract(reader), sheet_papers(reader), context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


def _plan(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.action_plan import write_action_plan

    paper = plan_paper(reader, context.today)
    result = write_action_plan(path, letterhead(reader), contract(reader), paper, context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


ACTION_PLAN = Paper(
    "action-plan", "Plan d’action du CLS", "plan-action", tab="project", editable=True, make=_plan, missing=_nothing,
    remarks=_about, names_people=True,
)  # fmt: skip
ACTION_SHEETS = Paper(
    "action-sheets", "Fiches action du CLS", "fiches-action", tab="project", editable=True, make=_sheets,
    missing=_nothing, remarks=_about, names_people=True,
)  # fmt: skip
