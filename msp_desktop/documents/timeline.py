"""The calendar of the hundred days: the strip on one wide page, then every action date by date."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak

from msp_desktop.documents import blocks, draw, fonts, style
from msp_desktop.documents.build import BuildResult, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.tagging import Drawing, Text
from msp_desktop.documents.text import glued, typed, typed_paragraphs
from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.calendar import Holiday, SchoolPeriod
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.schedule import LAST_DAY, ActionView, PhaseView, Timeline
from msp_desktop.formats.dates import day_date, long_date, month_name, short_date
from msp_desktop.formats.numbers import counted

TITLE = "Calendrier des 100 jours"
#: From the left edge of the text: where the axis of days begins, and how long it is, in mm.
AXIS, AXIS_LENGTH = 88.0, 166.65
ROW, LEAST_ROW, HEAD = 8.4, 5.6, 27.0
#: Height left for the rows on the first page, under letterhead and title.
ROOM = 79.0
#: Rows of one strip page; the town's own actions beyond go on to the next.
ROWS_A_PAGE = 13


def write_timeline(
    path: Path,
    head: Letterhead,
    view: Timeline,
    holidays: tuple[Holiday, ...],
    school: tuple[SchoolPeriod, ...],
    made_at: datetime,
) -> BuildResult:
    """Write the calendar: strip first, then the table."""

    def story(_density: float) -> list[Flowable]:
        flowables = list(blocks.title_block(TITLE, "", _intro(view)))
        shown = [action for action in view.actions() if action.phase <= 3 and _dates(action)]
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
            words = f"Accompagnées par {head.federation.name}\u00a0: actions {', '.join(with_help)}."
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


def _dates(action: ActionView) -> tuple[date, date] | None:
    end = action.planned or action.due
    if end is None:
        return None
    return action.start or end, end


def _strip(
    view: Timeline, actions: list[ActionView], holidays: tuple[Holiday, ...], school: tuple[SchoolPeriod, ...]
) -> Flowable:
    row = min(ROW, max(LEAST_ROW, ROOM / max(1, len(actions))))
    height = (HEAD + row * max(1, len(actions)) + 6) * mm

    def x_of(day: date) -> float:
        number = min(max((day - view.day_zero).days, 0), LAST_DAY + 1)
        return float((AXIS + number * AXIS_LENGTH / (LAST_DAY + 1)) * mm)

    def paint(canvas: Any, _width: float, top: float) -> None:
        body = top - HEAD * mm
        foot = body - row * mm * max(1, len(actions))
        _paint_weekends(canvas, view, x_of, body, foot)
        _paint_months(canvas, view, x_of, top)
        _paint_phases(canvas, view, x_of, top, foot)
        _paint_today(canvas, view, x_of, body, foot)
        for index, action in enumerate(actions):
            _paint_action(canvas, view, action, x_of, body - row * mm * (index + 1), row)
        _paint_holidays(canvas, holidays, school, x_of, foot)

    done = sum(action.state is ActionState.DONE for action in actions)
    alt = f"Frise des cent jours\u00a0: {counted(done, 'action faite', 'actions faites')} sur {len(actions)}"
    return Drawing(height, paint, alt)


def _paint_weekends(canvas: Any, view: Timeline, x_of: Any, top: float, foot: float) -> None:
    canvas.setFillColor(style.PALE)
    for number in range(LAST_DAY + 1):
        day = view.day_zero + timedelta(number)
        if day.weekday() >= 5:
            canvas.rect(x_of(day), foot, x_of(day + timedelta(1)) - x_of(day), top - foot, stroke=0, fill=1)


def _paint_months(canvas: Any, view: Timeline, x_of: Any, top: float) -> None:
    canvas.setStrokeColor(style.INK)
    canvas.setLineWidth(style.ITEM_RULE)
    line = top - 8 * mm
    canvas.line(x_of(view.day_zero), line, x_of(view.day_zero + timedelta(LAST_DAY + 1)), line)
    for number in range(LAST_DAY + 1):
        day = view.day_zero + timedelta(number)
        x = x_of(day)
        if number == 0 or day.day == 1:
            canvas.line(x, line, x, top - 1 * mm)
            if number or day.day <= 24:
                year = f" {day.year}" if number == 0 or day.month == 1 else ""
                draw.label(canvas, x + 1.2 * mm, line + 2.2 * mm, month_name(day.month) + year, size=9, bold=True)
        if day.weekday() == 0:
            canvas.line(x, line, x, line - 1.4 * mm)
            draw.label(canvas, x + 0.6 * mm, line - 4.4 * mm, "1er" if day.day == 1 else str(day.day), size=9)


def _paint_phases(canvas: Any, view: Timeline, x_of: Any, top: float, foot: float) -> None:
    high, low = top - 13.5 * mm, top - 22.5 * mm
    for phase in view.phases[:3]:
        x, end = x_of(phase.start), x_of(phase.end + timedelta(1))
        canvas.setFillColor(style.WASH)
        canvas.rect(x, low, end - x, high - low, stroke=0, fill=1)
        canvas.setFillColor(style.TEAL)
        canvas.rect(x, low, 0.9 * mm, high - low, stroke=0, fill=1)
        room = end - x - 4 * mm
        draw.label(canvas, x + 2.4 * mm, high - 3.6 * mm, phase.title, size=9.5, bold=True, room=room)
        draw.label(canvas, x + 2.4 * mm, low + 1.7 * mm, f"jusqu’au {day_date(phase.end)}", size=9, room=room)
        canvas.setStrokeColor(style.LINE)
        canvas.setLineWidth(style.ITEM_RULE)
        canvas.line(x, low, x, foot)
    canvas.setStrokeColor(style.INK)
    canvas.line(-3 * mm, low, (AXIS + AXIS_LENGTH + 3) * mm, low)


def _paint_today(canvas: Any, view: Timeline, x_of: Any, top: float, foot: float) -> None:
    if not 0 <= view.day <= LAST_DAY:
        return
    x = x_of(view.today)
    canvas.setStrokeColor(style.INK)
    canvas.setLineWidth(1.1)
    canvas.line(x, foot, x, top + 0.3 * mm)
    words = f"aujourd’hui, {day_date(view.today)}\u00a0: jour {view.day}"
    width = fonts.width(words, fonts.BOLD, 9) + 4 * mm
    left = min(max(x - width / 2, AXIS * mm), (AXIS + AXIS_LENGTH) * mm - width)
    canvas.setFillColor(style.INK)
    canvas.rect(left, top + 0.2 * mm, width, 4.1 * mm, stroke=0, fill=1)
    draw.label(canvas, left + 2 * mm, top + 1.4 * mm, words, size=9, bold=True, colour=style.PAPER)


def _paint_action(canvas: Any, view: Timeline, action: ActionView, x_of: Any, foot: float, row: float) -> None:
    open_ = action.is_open
    name = f"{action.number}. {action.title}" if action.number else action.title
    two_lines = row >= 7.6 and bool(action.assignee)
    base = foot + (4.6 if two_lines else row / 2 - 1.2) * mm
    draw.label(canvas, 0, base, name, size=9.5, bold=open_, room=(AXIS - 3) * mm)
    if two_lines:
        draw.label(canvas, 0, foot + 1.1 * mm, action.assignee, size=9, room=(AXIS - 3) * mm)
    canvas.setStrokeColor(style.HAIR)
    canvas.setLineWidth(style.ROW_RULE)
    canvas.line(-3 * mm, foot, (AXIS + AXIS_LENGTH + 3) * mm, foot)
    dates = _dates(action)
    if dates is None:
        return
    begin, end = x_of(dates[0]), x_of(dates[1] + timedelta(1))
    high = 3.9 * mm
    y = foot + (row * mm - high) / 2
    fill = {ActionState.DONE: "solid", ActionState.DOING: "hatched"}.get(action.state, "empty")
    if dates[0] == dates[1]:
        middle = (begin + end) / 2
        draw.diamond(canvas, middle, y + high / 2, 2.2 * mm, filled=action.state is ActionState.DONE)
        begin, end = middle - 2.2 * mm, middle + 2.2 * mm
    else:
        draw.bar(canvas, begin, y, max(end - begin, 1.4 * mm), high, fill)
    _paint_words(canvas, _state_words(action), begin, end, y + 1.1 * mm, open_)


def _paint_words(canvas: Any, words: str, begin: float, end: float, y: float, bold: bool) -> None:
    """Say the state at the bar's right, or at its left where the page ends."""
    width = fonts.width(words, fonts.BOLD if bold else fonts.REGULAR, 9)
    right_edge = (AXIS + AXIS_LENGTH + 2) * mm
    x = end + 1.6 * mm if end + 1.6 * mm + width <= right_edge else begin - 1.6 * mm - width
    canvas.setFillColor(style.PAPER)
    canvas.rect(x - 0.5 * mm, y - 0.9 * mm, width + 1 * mm, 3.7 * mm, stroke=0, fill=1)
    draw.label(canvas, x, y, words, size=9, bold=bold)


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


def _paint_holidays(
    canvas: Any, holidays: tuple[Holiday, ...], school: tuple[SchoolPeriod, ...], x_of: Any, foot: float
) -> None:
    y, high = foot - 4.2 * mm, 2.4 * mm
    for period in school:
        begin, end = x_of(period.begin), x_of(period.end + timedelta(1))
        if end > begin:
            draw.bar(canvas, begin, y, end - begin, high, "hatched")
    canvas.setFillColor(style.INK)
    for holiday in holidays:
        canvas.rect(x_of(holiday.day), y, 1.5 * mm, high, stroke=0, fill=1)
    draw.label(canvas, 0, y, "jours fériés, vacances scolaires", size=9)


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
