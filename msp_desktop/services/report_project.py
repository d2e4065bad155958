"""What a report and a passation say of the health project, in a few lines: nothing of what has not begun."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msp_desktop.db.reader import Reader
from msp_desktop.domain.action_plan import OVER
from msp_desktop.domain.calls import Call
from msp_desktop.domain.core_words import missing_words
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.masking import LEAST
from msp_desktop.domain.report import ReportNote
from msp_desktop.domain.report_words import TITLE
from msp_desktop.domain.stages import StageState
from msp_desktop.formats.dates import near_date
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.numbers import counted, listed
from msp_desktop.formats.text import clipped
from msp_desktop.method.report import ReportProject, kit_report
from msp_desktop.services.action_sheets import plan
from msp_desktop.services.calls import calls
from msp_desktop.services.conditions import conditions, group_tally
from msp_desktop.services.core import core
from msp_desktop.services.questionnaire import questionnaire, sheet_count
from msp_desktop.services.report_who import Discretion
from msp_desktop.services.stages import stages

#: How far ahead a call that closes is told of, in days: until after the next council, as what is planned.
AHEAD = 45
#: Titles told one by one; beyond, they are counted.
_MOST = 3


def project_notes(reader: Reader, kept: Discretion, today: date) -> tuple[ReportNote, ...]:
    """Return the stages and the core, the fiches action, the calls that close, the conditions and the questionnaire.

    Of the core, who is ready is told only where names were asked for: of two doctors, « one is ready » designates him.
    """
    words = kit_report().project
    found = (
        ReportNote(words.stages, " ".join(filter(None, (_stages(reader, today), _core(reader, kept, words, today))))),
        ReportNote(words.sheets, _sheets(reader, kept, today)),
        ReportNote(words.calls, _calls(reader, kept, today)),
        ReportNote(words.conditions, _conditions(reader)),
        ReportNote(words.questionnaire, _questionnaire(reader)),
    )
    return tuple(note for note in found if note.text)


def closing_calls(reader: Reader, today: date) -> list[Call]:
    """Return the calls still to be answered that close in the coming weeks, the nearest first."""
    horizon = today + timedelta(AHEAD)
    return [call for call in calls(reader) if call.is_open and call.closes_on and today <= call.closes_on <= horizon]


def _stages(reader: Reader, today: date) -> str:
    said = []
    for stage in stages(reader):
        if stage.state is StageState.DONE:
            said.append(
                f"{_short(stage.title)}, fait" + (f" le {near_date(stage.done_on, today)}" if stage.done_on else "")
            )
        elif stage.state is StageState.DOING:
            since = f" depuis le {near_date(stage.started_on, today)}" if stage.started_on else ""
            said.append(f"{_short(stage.title)}, en cours{since}")
    return capital("\u202f; ".join(said)) + "." if said else ""


def _short(title: str) -> str:
    return title.rstrip(" .")


def _core(reader: Reader, kept: Discretion, words: ReportProject, today: date) -> str:
    if reader.find(HealthProfessional) is None:
        return ""
    view = core(reader, today)
    if view.is_there:
        return words.core_there
    if kept.with_names:
        return f"{words.core_missing.rstrip('.')}\u00a0: il manque {missing_words(view)}."
    return words.core_missing


def _conditions(reader: Reader) -> str:
    view = conditions(reader)
    if not view.is_begun():
        return ""
    tally = group_tally(view.groups)
    parts = [
        f"{counted(tally.done, 'acquise')}" if tally.done else "",
        f"{tally.partly} en partie" if tally.partly else "",
    ]
    return (
        f"{capital(listed([part for part in parts if part]) or 'aucune acquise')}, sur {counted(tally.whole, 'ligne')}."
    )


def _sheets(reader: Reader, kept: Discretion, today: date) -> str:
    sheets = plan(reader).sheets()
    if not sheets:
        return ""
    late = [view for view in sheets if view.late_since(today) is not None]
    done, dropped = (sum(view.sheet.state is state for view in sheets) for state in OVER)
    parts = [counted(number, word) for number, word in ((done, "terminée"), (dropped, "abandonnée")) if number]
    said = counted(len(sheets), "fiche") + (f", dont {listed(parts)}" if parts else "")
    if not late:
        return f"{said}, aucune en retard."
    titles = _told([view.sheet.title for view in late], kept)
    return f"{said}, {len(late)} en retard" + (f"\u00a0: {titles}." if titles else ".")


def _calls(reader: Reader, kept: Discretion, today: date) -> str:
    said = []
    for call in closing_calls(reader, today)[:_MOST]:
        what = clipped(call.subject, TITLE) if not kept.named(call.subject) else "un appel"
        if call.closes_on is not None:
            said.append(f"{what}, avant le {near_date(call.closes_on, today)}")
    return capital("\u202f; ".join(said)) + "." if said else ""


def _questionnaire(reader: Reader) -> str:
    sheets, out = sheet_count(reader), questionnaire(reader).handed_out
    if sheets < LEAST:
        return ""
    back = counted(sheets, "feuille revenue", "feuilles revenues")
    return f"{back} sur {counted(out, 'exemplaire remis', 'exemplaires remis')}." if out >= sheets else f"{back}."


def _told(titles: Sequence[str], kept: Discretion) -> str:
    """Return the first titles, those that name a professional left out, and how many more there are."""
    safe = [clipped(title, TITLE) for title in titles if not kept.named(title)]
    more = len(titles) - len(safe[:_MOST])
    told = [f"«\u00a0{title}\u00a0»" for title in safe[:_MOST]]
    return listed([*told, f"{more} {agreeing(more, 'autre')}"] if told and more else told) if told else ""
