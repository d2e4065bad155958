"""The yearly activity report of a CLS as a paper, and its Word copy."""

from __future__ import annotations

from msp_desktop.db.reader import Reader
from msp_desktop.i18n import _
from msp_desktop.papers.paper import Context, Made, Paper, Target
from msp_desktop.services.activity_report import activity, period_of
from msp_desktop.services.letterhead import letterhead


def _nothing_done(reader: Reader, context: Context) -> str | None:
    if not activity(reader, context.scope, context.today).is_empty():
        return None
    return _("Nothing is there to report for this year: begin with the action sheets, the instances or the calls.")


def _about(reader: Reader, context: Context) -> tuple[str, ...]:
    _since, until = period_of(context.scope, context.today)
    told = [
        _("This report names those who lead the actions, and quotes what you wrote: read it over before it leaves.")
    ]
    if until == context.today and (until.month, until.day) != (12, 31):
        told.append(_("The year is not over: the report tells it up to today."))
    return tuple(told)


def _make(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.activity_report import write_activity_report

    told = activity(reader, context.scope, context.today)
    result = write_activity_report(path, letterhead(reader), told, context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


ACTIVITY_REPORT = Paper(
    "activity-report", "Rapport d’activité du CLS", "rapport-activite", tab="project", make=_make, missing=_nothing_done,
    remarks=_about, editable=True, names_people=True, scoped=True,
)  # fmt: skip
