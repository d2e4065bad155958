"""The week of one secretary: what is late and what each day brings, in all her communes, on one page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from msp_desktop.documents import blocks, fonts, page, style
from msp_desktop.documents.blocks.layout import flowables, layout
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.page import Furniture
from msp_desktop.documents.tagging import Heading, Text
from msp_desktop.documents.text import typed
from msp_desktop.domain.schedule import day_number
from msp_desktop.domain.week import DayOfWeek, Due, DueKind, TownWeek, Week
from msp_desktop.formats.dates import day_date, long_date, period_words, short_date, weekday_name
from msp_desktop.formats.french.case import capital, uncapital
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.hours import clock
from msp_desktop.formats.numbers import counted, in_letters

TITLE = "Cette semaine"
_TOWN = 38 * mm
#: Lines to write on, where the page has room for them.
_LINES = 5
#: What is late is told at least so far, even where it takes a second page.
_LATE = 5


def write_week(target: Target, week: Week, made_at: datetime) -> BuildResult:
    """Write the page of the week; the week after goes first where one page does not hold it, then the lines to write on."""
    head = _furniture(week)
    room = page.size(wide=False)[1] - page.first_top(wide=False, bare=True) - page.BOTTOM - 1

    def story(_density: float) -> list[Flowable]:
        least = [*_head(week), *_days(week, week.late), *_towns(week)]
        after, notes = _after(week), _notes()
        whole = [least + after + notes, least + notes, least]
        return next((parts for parts in whole if blocks.height_of(parts) <= room), None) or _folded(week, room)

    return build(target, story, head, made_at=made_at)


def _furniture(week: Week) -> Furniture:
    read = [town for town in week.towns if not town.problem]
    place = f"{in_letters(len(read), feminine=True)} {agreeing(len(read), 'commune')}"
    return Furniture(
        title=TITLE, commune=read[0].name if len(read) == 1 else place, department="", bare=True,
        made_on=long_date(week.today), private=True, private_words="usage personnel",
        sample=any(town.is_sample for town in read),
    )  # fmt: skip


def _head(week: Week) -> list[Flowable]:
    title = Heading(typed(TITLE, fonts.BOLD), style.style("title"), level=1)
    period = Text(typed(capital(period_words(week.monday, week.sunday))), style.style("subtitle"))
    return [title, period, blocks.gap(4), *_band(week), blocks.gap(5)]


def _band(week: Week) -> list[Flowable]:
    """Return the days side by side, today's dark and named; Saturday and Sunday only where they bring something."""
    days = [day for day in week.days if day.day.weekday() < 5 or day.due or day.day == week.today]
    width = (style.TEXT_WIDTH + 2 * style.HANG) / len(days)
    commands: list[tuple[Any, ...]] = [
        ("BACKGROUND", (0, 0), (-1, -1), style.WASH), ("LINEABOVE", (0, 0), (-1, 0), 1.2 * mm, style.TEAL),
        ("LINEBELOW", (0, -1), (-1, -1), style.TABLE_RULE, style.LINE),
        ("TOPPADDING", (0, 0), (-1, -1), 2.6 * mm), ("BOTTOMPADDING", (0, 0), (-1, -1), 2.2 * mm),
        ("LEFTPADDING", (0, 0), (-1, -1), style.HANG),
    ]  # fmt: skip
    for index, day in enumerate(days):
        if day.day == week.today:
            commands.append(("BACKGROUND", (index, 0), (index, 0), style.INK))
        elif index and days[index - 1].day != week.today:
            commands.append(("LINEBEFORE", (index, 0), (index, 0), style.ROW_RULE, style.LINE))
    cells = [_cell(day, week) for day in days]
    return [layout([cells], [width] * len(days), commands, overhang=style.HANG)]


def _cell(day: DayOfWeek, week: Week) -> list[Flowable]:
    face = "today" if day.day == week.today else "day"
    number = short_date(day.day) if day.day.day == 1 or day.day.month != week.monday.month else str(day.day.day)
    words = _cell_words(day)
    if day.day == week.today:
        words = f"aujourd’hui\u00a0: {words}" if words else "aujourd’hui"
    return [
        *flowables(weekday_name(day.day), face),
        Text(typed(number, fonts.BOLD), style.style(f"{face}_number")),
        *flowables(words or "\u00a0", face),
    ]


def _cell_words(day: DayOfWeek) -> str:
    """Return « 2, dont 1 rencontre », « 3 à faire », « férié »."""
    meetings = sum(due.kind is DueKind.MEETING for due in day.due)
    if not day.due:
        return "férié" if day.holiday else ""
    if meetings == len(day.due):
        return counted(meetings, "rencontre")
    if meetings:
        return f"{len(day.due)}, dont {counted(meetings, 'rencontre')}"
    return f"{len(day.due)}\u00a0à faire"


def _folded(week: Week, room: float) -> list[Flowable]:
    """Return the page with what is late the longest, as much as it holds; the rest is counted, and stands in the dossiers."""
    head, towns = _head(week), _towns(week)
    low, high = min(_LATE, len(week.late)), len(week.late)
    while low < high:
        middle = (low + high + 1) // 2
        if blocks.height_of([*head, *_days(week, week.late[:middle]), *towns]) <= room:
            low = middle
        else:
            high = middle - 1
    return [*head, *_days(week, week.late[:low]), *towns]


def _days(week: Week, late: Sequence[Due]) -> list[Flowable]:
    """Return what is late, then what each day brings; one sentence where there is nothing at all."""
    rows: list[Flowable] = []
    if late:
        most = max(due.late_days(week.today) for due in late)
        since = f"depuis {counted(most, 'jour')}"
        rows += _block("En retard", since, late, lambda due: f"était pour le {day_date(due.day)}")
        more = len(week.late) - len(late)
        if more:
            words = f"{capital(in_letters(more, feminine=True))} {agreeing(more, 'autre chose est', 'autres choses sont')} en retard"
            rows += blocks.sections([blocks.Row(content=f"{words}\u00a0: les dossiers les montrent.", rule=0)])
    for day in week.days:
        if not day.due:
            continue
        name = f"{capital(weekday_name(day.day))} {short_date(day.day) if day.day.day == 1 else day.day.day}"
        notes = "aujourd’hui" if day.day == week.today else "férié" if day.holiday else ""
        rows += _block(name, notes, day.due, lambda _due: "")
    if not rows:
        words = "Rien n’est prévu cette semaine."
        return [*blocks.sections([blocks.Row(content=words, rule=0)], foot=style.ITEM_RULE), blocks.gap(5)]
    return [*rows, blocks.rule(style.TABLE_RULE), blocks.gap(6)]


def _block(label: str, notes: str, dues: Sequence[Due], more: Any) -> list[Flowable]:
    """Return the rows of a day, its name before the first; a row is never cut."""
    rows: list[Flowable] = []
    for index, due in enumerate(dues):
        margin: list[Flowable] = []
        if not index:
            margin = [Heading(typed(label, fonts.BOLD), style.style("item"), level=2), *flowables(notes, "margin")]
        hour = f"{clock(due.at)}, " if due.at else ""
        title = f"{hour}{uncapital(due.title) if hour else due.title}"
        detail = "\u202f; ".join(filter(None, (more(due), uncapital(due.detail))))
        words = list(blocks.task(title, detail))
        town = [Text(typed(due.town, fonts.BOLD), style.style("town")), *flowables(due.phone, "note_right")]
        air = 2.2 * mm * style.air()
        commands: list[tuple[Any, ...]] = [
            ("TOPPADDING", (0, 0), (-1, -1), air), ("BOTTOMPADDING", (0, 0), (-1, -1), air),
            ("LEFTPADDING", (0, 0), (0, -1), style.HANG), ("RIGHTPADDING", (-1, 0), (-1, -1), style.HANG),
            ("LINEABOVE", (1 if index else 0, 0), (-1, 0), style.ROW_RULE if index else style.ITEM_RULE, style.LINE),
        ]  # fmt: skip
        widths = [style.MARGIN_COLUMN + style.HANG, style.AXIS_WIDTH - _TOWN, _TOWN + style.HANG]
        rows.append(layout([[margin or "", words, town]], widths, commands, overhang=style.HANG))
    return blocks.whole(rows)


def _towns(week: Week) -> list[Flowable]:
    """Return where each town is, as a table; those whose dossier could not be read say so."""
    rows: list[blocks.Line] = [_town_row(town, week) for town in week.towns]
    header = ["Mes communes", "Jour", "Prochaine échéance", "Relances", "Prochaine rencontre"]
    return blocks.open_table(
        header, rows, [42, 18, 48, 18, 42], bold=(0,), stub=(0,), numeric=(3,), air=1.5, summary="Mes communes"
    )


def _town_row(town: TownWeek, week: Week) -> list[blocks.Content]:
    if town.problem:
        return [town.name, "–", town.problem, "–", "–"]
    assert town.day_zero is not None
    number = day_number(town.day_zero, week.today)
    day = str(number) if number >= 0 else f"dans {-number}\u00a0j"
    if town.overdue:
        coming = f"{counted(town.overdue, 'action')} à reprogrammer"
    elif town.coming is not None:
        coming = f"{short_date(town.coming.day)}, {uncapital(town.coming.title)}"
    else:
        coming = "–"
    meeting = "à fixer"
    if town.meeting_on is not None:
        meeting = ", ".join(
            filter(None, (day_date(town.meeting_on), clock(town.meeting_at) if town.meeting_at else ""))
        )
    return [town.name, day, coming, str(owed) if (owed := town.owed_follow_ups(week.today)) else "–", meeting]


def _after(week: Week) -> list[Flowable]:
    if not week.after:
        return []
    rows = [
        [
            Text(typed(day_date(due.day), fonts.BOLD), style.style("cell_bold")),
            Text(typed(due.title), style.style("cell")),
            Text(typed(due.town, fonts.BOLD), style.style("town")),
        ]
        for due in week.after
    ]
    table = layout(
        rows, [30 * mm, style.AXIS_WIDTH - 30 * mm - _TOWN, _TOWN], [("BOTTOMPADDING", (0, 0), (-1, -1), 2.4 * mm)]
    )
    row = blocks.Row(label="La semaine prochaine", content=[table], rule=0)
    return [blocks.gap(5), *blocks.sections([row])]


def _notes() -> list[Flowable]:
    row = blocks.Row(label="Notes", content=[blocks.gap(3), blocks.writing_lines(_LINES)])
    return [blocks.gap(3), *blocks.sections([row])]
