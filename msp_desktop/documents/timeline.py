"""The calendar of the hundred days: the strip on one wide page, then every action date by date."""

from __future__ import annotations

from datetime import datetime, timedelta

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak

from msp_desktop.documents import blocks, style
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.strip_painter import strip_figure
from msp_desktop.documents.tagging import Text
from msp_desktop.documents.text import glued, typed, typed_paragraphs
from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.calendar import Holiday, SchoolPeriod
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.schedule import LAST_DAY, ActionView, PhaseView, Timeline
from msp_desktop.domain.strip import bar_dates
from msp_desktop.domain.strip_marks import StripFrame, StripPlan
from msp_desktop.formats.dates import day_date, long_date, short_date
from msp_desktop.formats.numbers import counted

TITLE = "Calendrier des 100 jours"
#: From the left edge of the text: where the axis of days begins, and how long it is, in mm.
AXIS, AXIS_LENGTH = 88.0, 166.65
ROW, LEAST_ROW = 8.4, 5.6
#: Height left for the rows on the first page, under letterhead, title, dates and phases.
ROOM = 84.0
#: Rows of one strip page; the town's own actions beyond go on to the next.
ROWS_A_PAGE = 13


def write_timeline(
    path: Target,
    head: Letterhead,
    view: Timeline,
    holidays: tuple[Holiday, ...],
    school: tuple[SchoolPeriod, ...],
    made_at: datetime,
) -> BuildResult:
    """Write the calendar: strip first, then the table."""

    def story(_density: float) -> list[Flowable]:
        flowables = list(blocks.title_block(TITLE, "", _intro(view)))
        shown = [action for action in view.actions() if action.phase <= 3 and bar_dates(action)]
        pages = [shown[i : i + ROWS_A_PAGE] for i in range(0, len(shown), ROWS_A_PAGE)] or [[]]
        for number, actions in enumerate(pages):
            if number:
                flowables.append(PageBreak())
            flowables.append(_strip(view, actions, holidays, school))
            flowables.append(Text(typed(_legend(holidays, school)), style.style("note")))
        flowables += [PageBreak(), blocks.section_heading("Toutes les actions, date par date")]
        for phase in view.phases:
            flowables += _table(phase)
        with_help = [str(action.number) for action in view.actions() if action.with_federation and action.number]
        if with_help:
            words = f"Accompagnées par {head.federation.with_article}\u00a0: actions {', '.join(with_help)}."
            flowables += [blocks.gap(3), *typed_paragraphs(words, style.style("note"))]
        return flowables

    page = furniture(head, TITLE, made_at.date())
    return build(path, story, page, made_at=made_at, landscape=True)


def _intro(view: Timeline) -> str:
    end = view.day_zero + timedelta(LAST_DAY)
    done, total = sum(p.done for p in view.phases), sum(p.total for p in view.phases)
    day = f"Au jour {view.day}, " if view.day >= 0 else ""
    words = f"Du {long_date(view.day_zero)} au {long_date(end)}. {day}{counted(done, 'action faite', 'actions faites')} sur {total}."
    return glued(words)


def _strip(
    view: Timeline, actions: list[ActionView], holidays: tuple[Holiday, ...], school: tuple[SchoolPeriod, ...]
) -> Flowable:
    rows = max(1, len(actions))
    frame = StripFrame(
        left=AXIS * mm,
        width=AXIS_LENGTH * mm,
        axis=6.6 * mm,
        band=9.4 * mm,
        space=5.4 * mm,
        row=min(ROW, max(LEAST_ROW, ROOM / rows)) * mm,
        bar=3.9 * mm,
        foot=5 * mm,
        names_room=(AXIS - 3) * mm,
        until=True,
        today_below=True,
        rows=rows,
    )
    plan = StripPlan(
        view=view,
        actions=tuple(actions),
        first=view.day_zero,
        days=LAST_DAY + 1,
        holidays=holidays,
        school=school,
        language="fr",
        today_words=f"aujourd’hui, {day_date(view.today)}\u00a0: jour {view.day}",
        school_words="vacances scolaires",
        words=_state_words,
        phase_words=lambda end: f"jusqu’au {day_date(end)}",
    )
    done = sum(action.state is ActionState.DONE for action in actions)
    alt = f"Frise des cent jours\u00a0: {counted(done, 'action faite', 'actions faites')} sur {len(actions)}"
    return strip_figure(plan, frame, alt)


def _state_words(action: ActionView) -> str:
    end = action.planned or action.due
    if action.state is ActionState.DONE:
        return f"fait le {short_date(action.done_on)}" if action.done_on else "fait"
    if action.state is ActionState.DROPPED:
        return "sans objet"
    words = f"prévu le {short_date(end)}" if end else "à dater"
    if action.is_late:
        return f"{words}, en retard"
    return f"en cours, {words}" if action.state is ActionState.DOING else words


def _legend(holidays: tuple[Holiday, ...], school: tuple[SchoolPeriod, ...]) -> str:
    words = "Barre pleine\u00a0: fait\u202f; hachurée\u00a0: en cours\u202f; vide\u00a0: à faire\u202f; losange\u00a0: un seul jour."
    if holidays:
        words += f" Fériés\u00a0: {', '.join(short_date(h.day) for h in holidays)}."
    for period in school:
        words += (
            f" {period.name} (zone {period.zone})\u00a0: du {short_date(period.begin)} au {short_date(period.end)}."
        )
    return words


def _table(phase: PhaseView) -> list[Flowable]:
    rows: list[list[str | Flowable | list[Flowable]]] = []
    for action in phase.actions:
        name = f"{action.number}. {action.title}" if action.number else action.title
        planned = action.planned or action.due
        box = "☑" if action.state is ActionState.DONE else "☐"
        rows.append(
            [box, name, action.done_when or "–", action.assignee or "–", short_date(planned) if planned else "–",
             _table_state(action)]
        )  # fmt: skip
    if not rows:
        return []
    title = f"Phase {phase.number}. {phase.title}" if phase.number <= 3 else phase.title
    until = f", au plus tard le {day_date(phase.end)}" if phase.number <= 3 else ""
    return [
        blocks.gap(3),
        blocks.section_heading(f"{title}{until}", level=3),
        *blocks.open_table(
            ["", "Action", "C’est fait quand…", "Qui", "Prévu le", "État"], rows, [8, 76, 71, 43, 24, 33], bold=(1,)
        ),
    ]


def _table_state(action: ActionView) -> str:
    if action.state is ActionState.DONE:
        return f"fait le {short_date(action.done_on)}" if action.done_on else "fait"
    words = {ActionState.TODO: "à faire", ActionState.DOING: "en cours", ActionState.DROPPED: "sans objet"}[
        action.state
    ]
    return f"{words}, {action.late_days} j de retard" if action.is_late else words
