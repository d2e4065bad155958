"""The plan of a CLS on a few pages: each action in a row under its axis, then who pays, year by year and funder by funder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable

from msp_desktop.documents import blocks, draw, fonts, style
from msp_desktop.documents.blocks.layout import layout
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.contract import contract_furniture
from msp_desktop.documents.tagging import Drawing, Heading, Text
from msp_desktop.documents.text import glued, typed
from msp_desktop.domain.action_plan import Money, Plan, Share, SheetView
from msp_desktop.domain.action_sheets import SheetState
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.sheet_words import Contract, PlanPaper
from msp_desktop.formats.dates import medium_date, month_date
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.numbers import euros, in_letters, number, percent

TITLE = "Plan d’action"
_NOTHING = "–"
#: What the bars of the funders show; in Word there are none.
_BARS_KEY = "Par financeur, en euros\u00a0: plein, obtenu\u202f; hachuré, demandé\u202f; vide, à demander"
#: Squares drawn at most; of more steps the words alone are said. Their side and their step, in points.
_MOST, _SIDE, _STEP = 8, 2.7 * mm, 3.1 * mm
#: The bar of a funder, in points, and how high it is.
_BAR, _HIGH = 54 * mm, 3.2 * mm


def write_action_plan(
    path: Target, head: Letterhead, contract: Contract, paper: PlanPaper, made_at: datetime
) -> BuildResult:
    """Write the plan; in Word, squares and bars are words."""
    today, word = made_at.date(), isinstance(path, Path) and path.suffix == ".docx"
    plan = paper.plan

    def story(_density: float) -> list[Flowable]:
        return [
            *_head(paper, today, word=word),
            *_actions(plan, today, word=word),
            *_years(plan),
            *_funders(plan, word=word),
        ]

    return build(path, story, contract_furniture(head, contract, TITLE, today), made_at=made_at)


def _head(paper: PlanPaper, today: date, *, word: bool) -> list[Flowable]:
    """Return the title with what it was stopped at in the margin column; before it in Word, which finds no title in a table."""
    title = Heading(typed(TITLE, fonts.BOLD), style.style("title"), level=1)
    content: list[Flowable] = [title, Text(typed(glued(counts_words(paper.plan))), style.style("subtitle"))]
    content += [blocks.gap(2), Text(typed(glued(finding(paper.plan, today)), fonts.BOLD), style.style("text_bold"))]
    notes = [f"Arrêté au {medium_date(today)}", *filter(None, [paper.next_committee])]
    margin = [Text(typed(glued(words)), style.style("margin")) for words in notes]
    if word:
        return [*margin, *content, blocks.gap(5)]
    commands = [("TOPPADDING", (0, 0), (0, 0), 2 * mm), ("RIGHTPADDING", (0, 0), (0, 0), 4 * mm)]
    return [layout([[margin, content]], [style.MARGIN_COLUMN, style.AXIS_WIDTH], commands), blocks.gap(5)]


def counts_words(plan: Plan) -> str:
    """Return « Trois axes, huit actions »."""
    axes, sheets = len(plan.axes), len(plan.sheets())
    words = (
        f"{in_letters(axes)} {agreeing(axes, 'axe')}, {in_letters(sheets, feminine=True)} {agreeing(sheets, 'action')}"
    )
    return capital(words)


def finding(plan: Plan, today: date) -> str:
    """Return what to know first: how many are on time, what is missing, and where above all."""
    still = [view for view in plan.sheets() if view.is_open()]
    late, money = len(plan.late(today)), plan.money()
    timely = len(still) - late
    many = in_letters(len(still), feminine=True)
    if not still:
        words = "aucune action n’est en cours."
    elif not late:
        the = "les " if len(still) > 1 else ""
        words = f"{the}{many} {agreeing(len(still), 'action')} à mener {agreeing(len(still), 'est', 'sont')} dans les temps."
    elif not timely:
        words = (
            "la seule action à mener est en retard."
            if len(still) == 1
            else f"les {many} actions à mener sont en retard."
        )
    else:
        be = agreeing(timely, "est", "sont")
        words = f"{in_letters(timely, feminine=True)} {agreeing(timely, 'action')} sur {many} {be} dans les temps."
    if not money.planned:
        return f"{capital(words)} Aucun budget n’est encore écrit."
    if not money.missing:
        return f"{capital(words)} Tout le budget prévu est trouvé."
    worst = max(plan.axes, key=lambda axis: axis.money().missing)
    where = (
        f", surtout pour l’axe\u00a0{worst.number}"
        if 2 * worst.money().missing > money.missing and len(plan.axes) > 1
        else ""
    )
    return f"{capital(words)} Il reste {euros(money.missing)} à trouver{where}."


# --- the actions ---------------------------------------------------------------------------------


def _actions(plan: Plan, today: date, *, word: bool) -> list[Flowable]:
    rows: list[blocks.Line] = []
    for axis in plan.axes:
        money = axis.money()
        rest = f"\u00a0: prévu {euros(money.planned)}, obtenu {euros(money.obtained)}" if money.planned else ""
        rows.append(blocks.Group(f"{axis.number}. {axis.axis.title}", glued(rest)))
        rows += [_action(view, today, word=word) for view in axis.sheets]
    if not plan.sheets():
        return []
    whole = plan.money()
    rows.append(["Ensemble", "", "", *_sums(whole)])
    summary = f"{TITLE}\u00a0: {counts_words(plan)}"
    heads = ["Action, pilote", "Échéance", "Étapes", "prévu (€)", "obtenu", "à trouver"]
    return blocks.open_table(
        heads, rows, (66, 22, 26, 18, 18, 18), numeric=(3, 4, 5), stub=1, total=True, air=1.4, summary=summary
    )


def _action(view: SheetView, today: date, *, word: bool) -> list[blocks.Content]:
    sheet = view.sheet
    name: list[Flowable] = [Text(typed(f"{view.number} {sheet.title}", fonts.BOLD), style.style("cell_bold"))]
    name.append(Text(typed(glued(sheet.lead or "pilote à désigner")), style.style("note")))
    due: list[Flowable] = [
        Text(typed(month_date(sheet.due_on) if sheet.due_on else sheet.due_note or _NOTHING), style.style("cell"))
    ]
    if view.late_since(today):
        due.append(Text(typed("en retard", fonts.BOLD), style.style("note_bold")))
    money = view.money() if sheet.state is not SheetState.DROPPED else Money()
    return [name, due, _steps(view, word=word), *_sums(money)]


def _sums(money: Money) -> list[str]:
    return [number(value) if value else _NOTHING for value in (money.planned, money.obtained, money.missing)]


def _steps(view: SheetView, *, word: bool) -> list[Flowable]:
    words = {SheetState.DONE: "terminée", SheetState.DROPPED: "abandonnée", SheetState.TODO: "à lancer"}.get(
        view.sheet.state, ""
    )
    total, done = len(view.steps), view.steps_done
    if view.sheet.state is SheetState.DROPPED:
        total = 0  # what was done of it is in the sheet
    said = f"{done} sur {total}" if total else "" if words else "en cours"
    line = [Text(typed(", ".join(filter(None, (words, said)))), style.style("note"))]
    if word or not 0 < total <= _MOST:
        return line

    def paint(canvas: Any, _width: float, _height: float) -> None:
        for place in range(total):
            draw.bar(canvas, place * _STEP, 1 * mm, _SIDE, _SIDE, "solid" if place < done else "empty")

    return [Drawing(_SIDE + 1.4 * mm, paint, alt="", width=total * _STEP), *line]


# --- the money -----------------------------------------------------------------------------------


def _years(plan: Plan) -> list[Flowable]:
    """Return the sums year by year, where there are several."""
    years = plan.by_year()
    if len(years) < 2:
        return []
    rows: list[blocks.Line] = [[str(year) if year else "Année à préciser", *_shares(money)] for year, money in years]
    rows.append(["Ensemble", *_shares(plan.money())])
    heads = ["Année", "prévu (€)", "obtenu", "demandé", "à demander"]
    table = blocks.open_table(
        heads, rows, (48, 30, 30, 30, 30), numeric=(1, 2, 3, 4), stub=1, total=True, air=1.4, summary="Budget par année"
    )
    title = Heading(typed("Année par année", fonts.BOLD), style.style("figure_title"), level=2)
    return [blocks.gap(4), title, blocks.gap(1.5), *table]


def _shares(money: Money) -> list[str]:
    return [
        number(value) if value else _NOTHING for value in (money.planned, money.obtained, money.asked, money.to_ask)
    ]


def _funders(plan: Plan, *, word: bool) -> list[Flowable]:
    shares = plan.by_funder()
    if not shares:
        return []
    most = max(share.money.planned + share.money.surplus for share in shares) or 1
    rows: list[blocks.Line] = []
    for share in shares:
        money = share.money
        bar = [] if word else [_bar(money, most)]
        cells = [number(value) if value else _NOTHING for value in (money.obtained, money.asked, money.to_ask)]
        rows.append([share.name or "Financeur à trouver", *([bar] if not word else []), *cells])
    whole = plan.money()
    cells = [number(value) if value else _NOTHING for value in (whole.obtained, whole.asked, whole.to_ask)]
    rows.append(["Ensemble", *([""] if not word else []), *cells])
    heads = ["Financeur", *([""] if not word else []), "obtenu (€)", "demandé", "à demander"]
    widths = (46, 58, 22, 19, 23) if not word else (78, 30, 30, 30)
    title = Heading(typed(glued(funders_finding(shares)), fonts.BOLD), style.style("figure_title"), level=2)
    key = Text(typed(_BARS_KEY), style.style("note"))
    first = len(heads) - 3
    table = blocks.open_table(
        heads,
        rows,
        widths,
        numeric=range(first, first + 3),
        stub=1,
        total=True,
        air=1.4,
        summary="Budget par financeur",
    )
    # The chart is read as one: it begins a page rather than be cut, where a page can hold it.
    room = min(200 * mm, (len(rows) + 4) * 8 * mm)
    return [blocks.gap(6), CondPageBreak(room), title, *([] if word else [key]), blocks.gap(2), *table]


def funders_finding(shares: Sequence[Share]) -> str:
    """Return the finding: which one or two funders bring most of what is obtained."""
    given = sum(share.money.obtained for share in shares)
    first = [share for share in shares if share.money.obtained][:2]
    if not given:
        return "Aucune somme n’est encore obtenue"
    names = " et ".join(share.name or "financeur à préciser" for share in first)
    theirs = sum(share.money.obtained for share in first)
    if theirs == given:
        return f"{names}\u00a0: toutes les sommes obtenues, {euros(given)}"
    return f"{names}\u00a0: {percent(theirs, given)} des {euros(given)} obtenus"


def _bar(money: Money, most: int) -> Flowable:
    def paint(canvas: Any, _width: float, _height: float) -> None:
        x = 0.0
        for value, kind in ((money.obtained, "solid"), (money.asked, "hatched"), (money.to_ask, "empty")):
            if value:
                wide = _BAR * value / most
                draw.bar(canvas, x, 0.5, wide, _HIGH, kind)
                x += wide

    return Drawing(_HIGH + 1, paint, alt="", width=_BAR)
