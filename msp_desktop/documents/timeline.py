"""The calendar of the hundred days: the strip on one wide page, then every action date by date in one table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import product
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.blocks.lists import box, tick
from msp_desktop.documents.build import BuildResult, Carried, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.strip_painter import strip_figure, strip_width
from msp_desktop.documents.tagging import Drawing, Heading, Text
from msp_desktop.documents.text import glued, typed, typed_paragraphs
from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.calendar import Holiday, SchoolPeriod, school_zone
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.schedule import LAST_DAY, ActionView, PhaseView, Timeline, next_actions
from msp_desktop.domain.strip import bar_dates
from msp_desktop.domain.strip_marks import StripFrame, StripPlan
from msp_desktop.domain.strip_names import name_lines
from msp_desktop.formats.dates import day_date, long_date, medium_date, short_date
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.numbers import counted, in_letters, listed
from msp_desktop.method.texts import kit_texts, text_behind

TITLE = "Calendrier des 100 jours"
#: Width of the text, and from its left edge, where the axis of days begins and how long it is, in mm.
WIDE, AXIS, AXIS_LENGTH = 255.0, 88.0, 166.65
#: Height left for the rows on a page, in points, and of their lines: title, who does it; what is around, at least and most.
ROOM, LEADING, AIR, MOST_AIR = 101 * mm, 3.65 * mm, 0.7 * mm, 3.6 * mm
#: Height left for the table on a page, in points, and the ways to have it hold there: what is above and below its rows, and
#: the width of the names, in mm.
_TABLE_ROOM = 138 * mm
_MANNERS = ((2.0, 36.0), (1.6, 36.0), (1.2, 36.0), (1.2, 47.0), (0.9, 36.0), (0.9, 47.0))
_NAMES = (AXIS - 3) * mm
#: A row has some air around its bar.
_LEAST = 5.6 * mm


def write_timeline(
    path: Target,
    head: Letterhead,
    view: Timeline,
    holidays: tuple[Holiday, ...],
    school: tuple[SchoolPeriod, ...],
    made_at: datetime,
    *,
    school_known_until: date | None = None,
    carried: Carried | None = None,
) -> BuildResult:
    """Write the calendar: strip first, then the table. `school_known_until` is the last day of known school holidays."""
    shown = [action for action in view.actions() if action.phase <= 3 and bar_dates(action)]
    pages = _strip_pages(shown)
    notes = [_legend(), _days_off(view, holidays, school, school_known_until)]

    def story(_density: float) -> list[Flowable]:
        width = WIDE * mm - style.MARGIN_COLUMN
        flowables = list(blocks.title_block(TITLE, "", _intro(view), width=width, after=3.5))
        for number, actions in enumerate(pages):
            if number:
                flowables.append(PageBreak())
            flowables.append(_strip(view, actions, holidays, school, len(pages) + 1))
            flowables += [Text(typed(words), style.style("note")) for words in notes if words]
        flowables.append(PageBreak())
        flowables += _table(view)
        flowables += _helped(head, view)
        return flowables

    page = furniture(head, TITLE, made_at.date(), beside_arms=True)
    return build(path, story, page, made_at=made_at, landscape=True, carried=carried)


def _intro(view: Timeline) -> str:
    end = view.day_zero + timedelta(LAST_DAY)
    done, total = sum(p.done for p in view.phases), sum(p.total for p in view.phases)
    day = f"Au jour {view.day}, " if view.day >= 0 else ""
    words = f"Du {long_date(view.day_zero)} au {long_date(end)}. {day}{counted(done, 'action faite', 'actions faites')} sur {total}."
    coming = next(
        (action.planned for action in next_actions(view, 99) if (action.planned or date.min) >= view.today), None
    )
    if coming:
        words += f" Prochaine date\u00a0: {day_date(coming)}."
    return glued(words)


def _helped(head: Letterhead, view: Timeline) -> list[Flowable]:
    """Return which actions the federation goes with, by their numbers."""
    helped = [str(action.number) for action in view.actions() if action.with_federation and action.number]
    if not helped:
        return []
    said = f"{agreeing(len(helped), 'Accompagnée', 'Accompagnées')} par {head.federation.with_article}"
    words = f"{said}\u00a0: {agreeing(len(helped), 'action')} {listed(helped)}."
    return [blocks.gap(3), *typed_paragraphs(words, style.style("note"))]


# --- the strip -----------------------------------------------------------------------------------


def _heights(actions: Sequence[ActionView], *, who: bool) -> tuple[float, ...]:
    """Return the least heights of rows in which each title is whole, with who does it where asked."""
    lines = [len(name_lines(action, _NAMES, strip_width, who=who)) for action in actions]
    return tuple(max(_LEAST, count * LEADING + AIR) for count in lines)


def _strip_pages(actions: list[ActionView]) -> list[list[ActionView]]:
    """Cut the actions into pages; all on one where they hold there, be it without who does them."""
    if not actions:
        return [[]]
    if sum(_heights(actions, who=False)) <= ROOM:
        return [actions]
    pages: list[list[ActionView]] = [[]]
    left = ROOM
    for action, height in zip(actions, _heights(actions, who=True), strict=True):
        if height > left:
            pages.append([])
            left = ROOM
        pages[-1].append(action)
        left -= height
    return pages


def _strip(
    view: Timeline,
    actions: list[ActionView],
    holidays: tuple[Holiday, ...],
    school: tuple[SchoolPeriod, ...],
    table_page: int,
) -> Flowable:
    heights = _heights(actions, who=True)
    if sum(heights) > ROOM:
        heights = _heights(actions, who=False)
    rows = max(1, len(actions))
    air = max(0.0, min(MOST_AIR, (ROOM - sum(heights)) / rows))
    frame = StripFrame(
        left=AXIS * mm,
        width=AXIS_LENGTH * mm,
        axis=10.6 * mm,
        months=5.6 * mm,
        band=9.4 * mm,
        space=5.4 * mm,
        row=2 * LEADING,
        heights=tuple(height + air for height in heights) or (2 * LEADING,),
        leading=LEADING,
        bar=3.9 * mm,
        foot=5 * mm,
        names_room=_NAMES,
        until=True,
        today_below=True,
        squares=True,
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
    return strip_figure(plan, frame, _alt(actions, table_page))


def _alt(actions: Sequence[ActionView], table_page: int) -> str:
    """Return what the strip shows and where the same is told date by date."""
    done = sum(action.state is ActionState.DONE for action in actions)
    late = sum(action.is_late for action in actions)
    found = f"Frise des cent jours\u00a0: {counted(done, 'action faite', 'actions faites')} sur {len(actions)}"
    if late:
        found += f", {late} en retard"
    return f"{found}. Les mêmes, date par date, dans le tableau de la page {table_page}."


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


def _legend() -> str:
    return "Barre pleine\u00a0: fait\u202f; hachurée\u00a0: en cours\u202f; vide\u00a0: à faire\u202f; losange\u00a0: un seul jour."


def _days_off(
    view: Timeline, holidays: tuple[Holiday, ...], school: tuple[SchoolPeriod, ...], known_until: date | None
) -> str:
    """Return the days off, and what is not known of them."""
    parts = []
    if holidays:
        parts.append(f"Fériés\u00a0: {', '.join(short_date(h.day) for h in holidays)}.")
    parts += [
        f"{period.name} (zone {period.zone})\u00a0: du {short_date(period.begin)} au {short_date(period.end)}."
        for period in school
    ]
    end = view.day_zero + timedelta(LAST_DAY)
    if school_zone(view.department) is None:
        where = "la Corse" if view.department.upper() in ("2A", "2B") else "l’outre-mer"
        parts.append(
            f"Vacances scolaires\u00a0: non indiquées, car {where} a son propre calendrier, fixé par l’académie\u202f; "
            "vérifiez-le avant de choisir une date."
        )
    elif known_until and known_until < end:
        parts.append(f"Vacances scolaires\u00a0: non connues après le {medium_date(known_until)}.")
    return glued(" ".join(parts))


# --- the table -----------------------------------------------------------------------------------


def _table(view: Timeline) -> list[Flowable]:
    rows: list[blocks.Line] = []
    count = len(view.actions())
    for phase in view.phases:
        if phase.actions:
            title = f"Phase {phase.number}. {phase.title}" if phase.number <= 3 else phase.title
            rows.append(blocks.Group(title, f", au plus tard le {day_date(phase.end)}" if phase.number <= 3 else ""))
            rows += [_row(action, phase, view) for action in phase.actions]
    if not rows:
        return []
    title = capital(f"{'Les ' if count > 1 else ''}{in_letters(count)} {agreeing(count, 'action')}, date par date")
    heading = Heading(typed(title, fonts.BOLD), style.style("figure_title"), level=2)
    table: list[Flowable] = []
    # The law behind the steps stands under the table where both hold on the page: in full, else in short, else not.
    for texts, (air, who) in product((texts_note(view, "name"), texts_note(view, "short"), ()), _MANNERS):
        room = sum((part.wrap(WIDE * mm, 1e5)[1] for part in texts), 0.0)
        table = blocks.open_table(
            ["Fait", "Action", "C’est fait quand…", "Qui", "Prévu le", "État"], rows,
            [10, 72.5, 113.5 - who, who, 25, 34],
            bold=(1,), stub=(1,), air=air, summary=title,
        )  # fmt: skip
        if len(rows) > 40 or table[-1].wrap(WIDE * mm, _TABLE_ROOM)[1] <= _TABLE_ROOM - room:
            return [heading, blocks.gap(2.5), *table, *texts]
    return [heading, blocks.gap(2.5), *table]


def texts_note(view: Timeline, called: str) -> Sequence[Flowable]:
    """Return the small lines that say which law stands behind which step, by its `name` or its `short` one."""
    found = [(action, text) for action in view.actions() if (text := text_behind(action.code)) is not None]
    if not found:
        return ()
    unsure = f" ({kit_texts().not_confirmed})"
    said = "\u202f; ".join(
        f"action {action.number}, {getattr(text, called)}{unsure if text.to_confirm else ''}" for action, text in found
    )
    words = f"Textes, lus le {medium_date(max(text.as_of for _action, text in found))}\u00a0: {said}."
    return (blocks.gap(1.5), Text(typed(glued(words)), style.style("note")))


def _row(action: ActionView, phase: PhaseView, view: Timeline) -> list[blocks.Content]:
    name = f"{action.number}. {action.title}" if action.number else action.title
    planned = action.planned or action.due
    # Within the hundred days the year is that of the title.
    within = planned and view.day_zero <= planned <= view.day_zero + timedelta(LAST_DAY)
    when = "–" if planned is None else short_date(planned) if within else medium_date(planned)
    return [
        _tick(action.state is ActionState.DONE), name, action.done_when or "–", action.assignee or "–", when,
        _table_state(action),
    ]  # fmt: skip


def _tick(done: bool) -> Flowable:
    side = 3.6 * mm

    def paint(canvas: Any, _width: float, _height: float) -> None:
        box(canvas, 0, 0, side)
        if done:
            tick(canvas, 0.5 * mm, 0.5 * mm, side - 1 * mm)

    return Drawing(side, paint, alt="oui" if done else "non", width=side)


def _table_state(action: ActionView) -> str:
    if action.state is ActionState.DONE:
        return f"fait le {short_date(action.done_on)}" if action.done_on else "fait"
    words = {ActionState.TODO: "à faire", ActionState.DOING: "en cours", ActionState.DROPPED: "sans objet"}[
        action.state
    ]
    return f"{words}, {action.late_days} j de retard" if action.is_late else words
