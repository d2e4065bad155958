"""The line of the hundred days: months, phases, and a numbered diamond for each action that has a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from msp_desktop.documents import draw, fonts, style
from msp_desktop.documents.tagging import Drawing
from msp_desktop.domain.report import Milestone, Report
from msp_desktop.domain.schedule import LAST_DAY
from msp_desktop.formats.dates import day_date, month_name
from msp_desktop.formats.numbers import counted

#: Heights in points, from the top: today's flag, months, phases, then a row for each lane of diamonds.
_FLAG, _MONTHS, _BAND, _LANE = 15.0, 14.0, 34.0, 30.0
_HALF = 5.0
_MOST_LANES = 3
#: Room between the middles of two diamonds of one lane, in points.
_APART = 15.0
_DAY = float(style.TEXT_WIDTH) / (LAST_DAY + 1)


def milestones_figure(report: Report) -> Flowable:
    """Return the line as a tagged figure that says what it shows."""
    shown = lanes(report)
    height = _FLAG + _MONTHS + _BAND + max(1, len(shown)) * _LANE

    def paint(canvas: Any, _width: float, top: float) -> None:
        _months(canvas, report.day_zero, top - _FLAG)
        _phases(canvas, report, top - _FLAG - _MONTHS)
        for number, lane in enumerate(shown):
            for mark in lane:
                _mark(canvas, mark, report, top - _FLAG - _MONTHS - _BAND - number * _LANE)
        if 0 <= report.day <= LAST_DAY:
            _today(canvas, report, top)

    return Drawing(height, paint, milestones_words(report))


def milestones_words(report: Report) -> str:
    """Return what the line shows, in words."""
    words = milestones_count(report)
    told = "\u202f; ".join(
        f"{mark.title}, {'fait le' if mark.done else 'prévu le'} {day_date(mark.day)}" for mark in report.milestones
    )
    return f"{words} {told}." if told else words


def milestones_count(report: Report) -> str:
    """Return « Jour 37 sur 100, 4 actions faites, 9 prévues. »."""
    done = [mark for mark in report.milestones if mark.done]
    planned = [mark for mark in report.milestones if not mark.done]
    parts = [f"Jour {report.day} sur {LAST_DAY}"] if 0 <= report.day <= LAST_DAY else []
    parts += [f"{counted(len(done), 'action faite', 'actions faites')}, {counted(len(planned), 'prévue')}"]
    return f"{', '.join(parts)}."


def _x(report: Report, day: date) -> float:
    return ((day - report.day_zero).days + 0.5) * _DAY


def lanes(report: Report) -> list[list[Milestone]]:
    """Return the diamonds on as few lanes as keep them apart.

    Where that is too many, the town's own actions are left out, then the dates that fall too close to others.
    """
    found = _laid(report, report.milestones)
    if len(found) > _MOST_LANES:
        found = _laid(report, [mark for mark in report.milestones if mark.number])
    return found[:_MOST_LANES]


def _laid(report: Report, marks: Sequence[Milestone]) -> list[list[Milestone]]:
    found: list[list[Milestone]] = []
    for mark in marks:
        free = next((lane for lane in found if _x(report, mark.day) - _x(report, lane[-1].day) >= _APART), None)
        if free is None:
            found.append([mark])
        else:
            free.append(mark)
    return found


def _months(canvas: Any, day_zero: date, top: float) -> None:
    last = day_zero + timedelta(LAST_DAY)
    starts = [day_zero, *(day for day in (day_zero + timedelta(n) for n in range(1, LAST_DAY + 1)) if day.day == 1)]
    canvas.setStrokeColor(style.LINE)
    canvas.setLineWidth(style.ITEM_RULE)
    for place, start in enumerate(starts):
        x = (start - day_zero).days * _DAY
        end = ((starts[place + 1] if place + 1 < len(starts) else last) - day_zero).days * _DAY
        canvas.line(x, top, x, top - _MONTHS)
        year = f" {start.year}" if place == min(1, len(starts) - 1) or (start.month == 1 and place) else ""
        room = end - x - 6
        for words in (month_name(start.month) + year, month_name(start.month)):
            if fonts.width(words, fonts.BOLD, 9.5) <= room:
                draw.label(canvas, x + 3, top - 10, words, size=9.5, bold=True)
                break
    canvas.line(style.TEXT_WIDTH, top, style.TEXT_WIDTH, top - _MONTHS)


def _phases(canvas: Any, report: Report, top: float) -> None:
    for title, start, end in report.phases:
        x = (start - report.day_zero).days * _DAY
        wide = ((end - start).days + 1) * _DAY - 2
        canvas.setFillColor(style.WASH)
        canvas.rect(x, top - _BAND, wide, _BAND, stroke=0, fill=1)
        canvas.setFillColor(style.TEAL)
        canvas.rect(x, top - _BAND, 0.9 * mm, _BAND, stroke=0, fill=1)
        draw.label(canvas, x + 6, top - 13, title, size=9.5, bold=True, room=wide - 8)
        last = (end - report.day_zero).days
        draw.label(
            canvas, x + 6, top - 26, f"jusqu’au {day_date(end)}, jour {last}", size=9, room=wide - 8, colour=style.SOFT
        )
    canvas.setStrokeColor(style.LINE)
    canvas.setLineWidth(style.ITEM_RULE)
    canvas.line(0, top - _BAND, style.TEXT_WIDTH, top - _BAND)


def _mark(canvas: Any, mark: Milestone, report: Report, top: float) -> None:
    x = _x(report, mark.day)
    draw.diamond(canvas, x, top - 9, _HALF, filled=mark.done)
    if mark.number:
        draw.label(canvas, x, top - 25, str(mark.number), size=9, bold=mark.done, align="center")


def _today(canvas: Any, report: Report, top: float) -> None:
    x, words = _x(report, report.today), f"aujourd’hui, jour {report.day}"
    wide = fonts.width(words, fonts.BOLD, 9) + 8
    left = min(max(0.0, x - wide / 2), style.TEXT_WIDTH - wide)
    canvas.setFillColor(style.INK)
    canvas.setStrokeColor(style.INK)
    canvas.rect(left, top - 13, wide, 13, stroke=0, fill=1)
    canvas.setLineWidth(style.TABLE_RULE)
    canvas.line(x, top - 13, x, top - _FLAG - _MONTHS)
    draw.label(canvas, left + wide / 2, top - 9.6, words, size=9, bold=True, align="center", colour=style.PAPER)


def key_words(report: Report, words: str, more: str) -> Sequence[Flowable]:
    """Return the key of the drawing: a full and an empty diamond, and what they mean; `more` says it where some are not drawn."""
    hidden = len(report.milestones) - sum(map(len, lanes(report)))
    done, rest = (more if hidden else words).split("\u202f; ", 1)

    def paint(canvas: Any, _width: float, height: float) -> None:
        draw.diamond(canvas, 5, height - 7, 4.2, filled=True)
        end = 14 + draw.label(canvas, 14, height - 10, done, size=9)
        draw.diamond(canvas, end + 13, height - 7, 4.2, filled=False)
        draw.label(canvas, end + 22, height - 10, rest, size=9)

    return [Drawing(14, paint, "")] if report.milestones else []
