"""The fiches action of a CLS, one a page: who, what for, step by step, what it costs, what tells whether it works."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from msgspec import Struct
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak

from msp_desktop.documents import blocks, draw, fonts, page, style
from msp_desktop.documents.blocks.layout import flowables, layout
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.contract import contract_furniture
from msp_desktop.documents.tagging import Drawing, Heading, Text
from msp_desktop.documents.text import glued, typed
from msp_desktop.domain.action_plan import IndicatorView, Money, SheetView, by_funder
from msp_desktop.domain.action_sheets import SheetState, SheetStep
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.sheet_words import Contract, Part, SheetPaper
from msp_desktop.formats.dates import medium_date, month_date, short_date
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.french.people import agreed
from msp_desktop.formats.numbers import counted, decimal, number, percent

_MONEY = ("prévu", "obtenu", "demandé", "reste à trouver")
TITLE, TITLES = "Fiche action", "Fiches action"
#: Height of a page under its running head, in points.
_ROOM = float(page.size(wide=False)[1] - page.LATER_TOP - page.BOTTOM)
_BAR = 33 * mm
_NOTHING = "–"


class _Manner(Struct, frozen=True):
    """How a sheet is laid out: how dense, whether the steps that are done are counted instead of listed, the air of
    rows and between tables in millimetres, whether the budget is told by year too.
    """

    density: float = 1.0
    counted: bool = False
    air: float = 1.5
    between: float = 5.0
    years: bool = True


#: The first in which a sheet holds on its page.
_MANNERS = (
    _Manner(),
    _Manner(style.TIGHTER),
    _Manner(style.TIGHTER, counted=True),
    _Manner(style.TIGHTER, counted=True, air=1.0, between=3.0),
    _Manner(style.TIGHTER, counted=True, air=1.0, between=2.5, years=False),
)


def write_action_sheets(
    path: Target, head: Letterhead, contract: Contract, sheets: Sequence[SheetPaper], made_at: datetime
) -> BuildResult:
    """Write the sheets, each on a page of its own; in Word, boxes and bars are words."""
    today, word = made_at.date(), isinstance(path, Path) and path.suffix == ".docx"

    def story(_density: float) -> list[Flowable]:
        found: list[Flowable] = []
        for place, sheet in enumerate(sheets):
            if place:
                found.append(PageBreak())
            found += _page(sheet, today, word=word)
        return found

    title = f"{TITLE} {sheets[0].view.number}" if len(sheets) == 1 else TITLES
    return build(path, story, contract_furniture(head, contract, title, today), made_at=made_at)


def _page(sheet: SheetPaper, today: date, *, word: bool) -> list[Flowable]:
    """Return a sheet in the first manner in which it holds on its page, else in the last."""
    made: dict[int, list[Flowable]] = {}

    def holds(place: int) -> bool:
        manner = _MANNERS[place]
        with style.tightened(min(manner.density, style.density())):
            made[place] = _story(sheet, today, manner, word=word)
            return word or blocks.height_of(made[place]) <= _ROOM

    if holds(0):
        return made[0]
    # Each is lower than the one before: those between are not all made.
    last = len(_MANNERS) - 1
    place = bisect_left(range(1, last), True, key=holds) + 1
    if place not in made:
        holds(place)
    return made[place]


def _story(sheet: SheetPaper, today: date, manner: _Manner, *, word: bool) -> list[Flowable]:
    view = sheet.view
    words = view.sheet
    rows = [
        blocks.Row("Objectif", _aim(view), rule=0),
        blocks.Row("Public", words.public),
        blocks.Row("Partenaires", words.partners),
    ]
    shown = [row for row in rows if row.content]
    found = [*_head(view, word=word), *blocks.band(_band(sheet, today), ("band_name",) * 4, _BAND)]
    if shown:
        found += [*blocks.sections(shown, density=manner.density), blocks.gap(2)]
    for table in (_steps(view, manner, word=word), _budget(view, manner), _indicators(view, manner, word=word)):
        if table:
            found += [*table, blocks.gap(manner.between)]
    if words.next_step.strip():
        found += blocks.whole(blocks.sections([blocks.Row("Prochain pas", words.next_step, rule=0)]))
    return found


def _head(view: SheetView, *, word: bool) -> list[Flowable]:
    """Return the sheet's number in the margin column, its title and its axis beside it; under it in Word, which finds no title in a table."""
    label = Text(typed(f"{TITLE} {view.number}", fonts.BOLD), style.style("section"))
    axis = f"Axe {view.number.split('.')[0]}. {view.axis.title}"
    title = [
        Heading(typed(view.sheet.title, fonts.BOLD), style.style("title"), level=1),
        Text(typed(glued(axis)), style.style("subtitle")),
    ]
    if word:
        return [label, *title, blocks.gap(4)]
    commands = [("TOPPADDING", (0, 0), (0, 0), 2 * mm), ("RIGHTPADDING", (0, 0), (0, 0), 3 * mm)]
    return [layout([[[label], title]], [style.MARGIN_COLUMN, style.AXIS_WIDTH], commands), blocks.gap(4)]


#: What the first cells of the band take, in millimetres.
_BAND = (46, 42, 38)


def _band(sheet: SheetPaper, today: date) -> list[tuple[str, str, str]]:
    words = sheet.view.sheet
    due = month_date(words.due_on) if words.due_on else ("–" if not words.due_note else "")
    main, under = state_words(sheet.view, today)
    return [
        (_named("{Pilote|Pilote|Pilotes}", sheet.lead), sheet.lead.names or "à désigner", sheet.lead.detail),
        (
            _named("{Élu référent|Élue référente|Élus référents|Élues référentes}", sheet.elected),
            sheet.elected.names or "à désigner",
            sheet.elected.detail,
        ),
        ("Échéance", due or words.due_note, words.due_note if due else ""),
        ("Avancement", main, under),
    ]


def _named(forms: str, part: Part) -> str:
    return agreed(forms, part.woman, part.count > 1)


def state_words(view: SheetView, today: date) -> tuple[str, str]:
    """Return how far a sheet is: (« 3 étapes sur 6 », « en cours, dans les temps »)."""
    state = view.sheet.state
    steps = f"{counted(view.steps_done, 'étape')} sur {len(view.steps)}" if view.steps else ""
    if state is SheetState.DROPPED:
        return "abandonnée", ""
    if state is SheetState.DONE:
        return "terminée", steps
    began = "à lancer" if state is SheetState.TODO else "en cours"
    late = view.late_since(today)
    timely = f"en retard depuis le {medium_date(late)}" if late else "dans les temps" if _is_dated(view) else ""
    return (steps, ", ".join(filter(None, (began, timely)))) if steps else (capital(began), timely)


def _is_dated(view: SheetView) -> bool:
    return view.sheet.due_on is not None or any(step.due_on for step in view.steps)


def _aim(view: SheetView) -> list[Flowable]:
    found: list[Flowable] = []
    if view.objective is not None:
        found += [Text(typed(glued(view.objective.text), fonts.BOLD), style.style("text_bold"))]
    return [*found, *flowables(view.sheet.aim)] if view.sheet.aim.strip() else found


# --- the tables ----------------------------------------------------------------------------------


def _steps(view: SheetView, manner: _Manner, *, word: bool) -> list[Flowable]:
    shown = [step for step in view.steps if not (manner.counted and step.done_on)]
    rows: list[blocks.Line] = []
    if len(shown) < len(view.steps):
        done = len(view.steps) - len(shown)
        rows.append(["", [_tick(counted(done, "étape faite", "étapes faites"), True, word=word)], ""])
    rows += [
        [
            _when(step),
            [_tick(step.text, step.done_on is not None, word=word, bold=step.done_on is None and view.is_open())],
            step.who or _NOTHING,
        ]
        for step in shown
    ]
    heads = ["Date", "Étape", "Qui"]
    return blocks.open_table(heads, rows, (48, 79, 41), stub=(1,), air=manner.air, summary="Étapes, date par date")


def _when(step: SheetStep) -> Sequence[Flowable]:
    day = step.done_on or step.due_on
    words, face, name = glued(medium_date(day)) if day else _NOTHING, fonts.REGULAR, "cell"
    if step.done_on is None and day:
        face, name = fonts.BOLD, "cell_bold"
    return [Text(typed(words, face), style.style(name))]


def _tick(words: str, done: bool, *, word: bool, bold: bool = False) -> Flowable:
    if word:
        return Text(typed(f"{'☑' if done else '☐'} {words}"), style.style("cell"))
    return blocks.checklist([(words, done)], small=True)[0]


def _budget(view: SheetView, manner: _Manner) -> list[Flowable]:
    """Return the budget by funder; over several years, what each year is in it stands below."""
    if not view.funding:
        return []
    years = sorted({row.year for row in view.funding}, key=lambda year: (year == 0, year))
    alone = years[0] if len(years) == 1 else 0
    rows: list[blocks.Line] = [
        [share.name or "Financeur à trouver", *_sums(share.money)] for share in by_funder((view,), dropped=True)
    ]
    if len(years) > 1 and manner.years:
        rows.append(blocks.Group("Dont, par année"))
        rows += [[str(year) if year else "Année à préciser", *_sums(view.money(year))] for year in years]
    rows.append(["Total", *_sums(view.money())])
    span = f"{years[0]}-{[year for year in years if year][-1]}" if len(years) > 1 and years[0] else ""
    head = [f"Budget {alone or span} (€)" if alone or span else "Budget (€)", *_MONEY]
    return blocks.open_table(
        head, rows, (56, 26, 26, 28, 32), numeric=(1, 2, 3, 4), stub=1, total=True, air=manner.air,
        summary="Budget par financeur",
    )  # fmt: skip


def _sums(money: Money) -> list[blocks.Content]:
    sums = (money.planned, money.obtained, money.asked, money.missing)
    return [number(value) if value else _NOTHING for value in sums]


def _indicators(view: SheetView, manner: _Manner, *, word: bool) -> list[Flowable]:
    lasts = {one.last.measured_on for one in view.indicators if one.last is not None}
    together = lasts.pop() if len(lasts) == 1 else None
    now = f"au {short_date(together)}" if together else "dernier relevé"
    rows: list[blocks.Line] = [_indicator(one, dated=together is None, word=word) for one in view.indicators]
    head = ["Indicateurs", "départ", now, "cible", "chemin parcouru"]
    return blocks.open_table(
        head, rows, (62, 22, 28, 20, 36), numeric=(1, 2, 3), stub=1, air=manner.air, summary="Indicateurs"
    )


def _indicator(one: IndicatorView, *, dated: bool, word: bool) -> list[blocks.Content]:
    row, last = one.indicator, one.last
    title = f"{row.title} ({row.unit})" if row.unit else row.title
    now = decimal(last.value) if last is not None else _NOTHING
    if last is not None and dated:
        now += f"\n{medium_date(last.measured_on)}"
    return [title, _figure(row.baseline), now, _figure(row.target), _way(one.covered(), word=word)]


def _figure(value: float | None) -> str:
    return _NOTHING if value is None else decimal(value)


def _way(part: float | None, *, word: bool) -> blocks.Content:
    """Return how much of the way is covered, as a bar that says it."""
    if part is None:
        return _NOTHING
    said = percent(part)
    if word:
        return said

    def paint(canvas: Any, _width: float, _height: float) -> None:
        draw.bar(canvas, 0, 1, _BAR, 2.6 * mm, "empty")
        if part:
            draw.bar(canvas, 0, 1, _BAR * part, 2.6 * mm)

    return [Drawing(3.6 * mm, paint, alt=said, width=_BAR)]
