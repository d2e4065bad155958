"""A page for the council: what premises would cost, so that an empty building is seen on paper first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from reportlab.platypus import Flowable, KeepTogether

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.chart_painter import chart_figure
from msp_desktop.documents.common import furniture
from msp_desktop.documents.tagging import Heading, Text
from msp_desktop.documents.text import glued, typed
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.premises import Premises
from msp_desktop.domain.walls import WallsBalance
from msp_desktop.domain.walls_charts import CaseWords, signed, walls_chart, walls_title, year_name
from msp_desktop.formats.french.case import capital, uncapital
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.numbers import counted, decimal, euros, number

_NEED_WIDTHS = (66, 17, 15, 12, 18, 17, 23)
_CASE_WIDTH, _YEAR_WIDTH, _SUM_WIDTH = 30, 12, 18
#: Below this sum every year is said with one decimal of a thousand euros.
_FINE = 100_000


class WallsSheet(Struct, frozen=True):
    """What the page says: the figures, how each need is called, the method's words; `caution` where the ARS has not validated."""

    premises: Premises
    balance: WallsBalance
    names: tuple[str, ...]
    cases: tuple[CaseWords, ...]
    title: str
    subtitle: str
    caution: str
    assumptions: tuple[str, ...]
    questions: tuple[str, ...]


def write_before_walls(path: Target, head: Letterhead, sheet: WallsSheet, made_at: datetime) -> BuildResult:
    """Write the page: what it comes to, the needs, the three cases year by year, what they suppose."""

    def story(_density: float) -> list[Flowable]:
        chart = walls_chart(sheet.balance, sheet.cases, sheet.premises.first_year, style.TEXT_WIDTH, 4.9, 54)
        intro = " ".join(filter(None, (f"{walls_title(sheet.balance)}.", sheet.caution)))
        cases = " ".join(_case(sheet.balance, one) for one in sheet.cases)
        return [
            *blocks.title_block(sheet.title, sheet.subtitle, intro, after=3),
            *blocks.key_figures(_figures(sheet.balance))[:-1],
            blocks.gap(3),
            *_needs(sheet),
            blocks.gap(2),
            *(Text(typed(glued(line)), style.style("note")) for line in _money(sheet)),
            blocks.gap(3),
            Heading(typed(chart.subtitle, fonts.BOLD), style.style("section"), level=2),
            blocks.gap(1),
            chart_figure(chart, "Les chiffres sont dans le tableau qui suit."),
            blocks.gap(2),
            *_years(sheet),
            blocks.gap(1.6),
            *(Text(typed(glued(line)), style.style("note")) for line in (cases, " ".join(sheet.assumptions))),
            blocks.gap(2),
            *_questions(sheet.questions),
        ]

    return build(path, story, furniture(head, sheet.title, made_at.date()), made_at=made_at)


def _figures(balance: WallsBalance) -> list[tuple[str, str]]:
    if balance.needed is None or balance.needed > balance.offices:
        let = ("même plein", "le bâtiment ne s’équilibre pas")
    else:
        let = (f"{balance.needed} sur {balance.offices}", "cabinets à louer au moins")
    return [
        let,
        (euros(balance.fixed), "à payer chaque année, loué ou non"),
        (euros(balance.empty_office), "par an pour un cabinet vide"),
    ]


def _case(balance: WallsBalance, one: CaseWords) -> str:
    """Return what a case supposes, and how many offices it leaves empty, as a mean of all the years."""
    empty = round(balance.offices - balance.case(one.case).let, 1)
    many = agreeing(int(empty), "cabinet vide", "cabinets vides")
    vacancy = f"{decimal(empty)} {many} sur {balance.offices} en moyenne" if empty > 0 else "aucun cabinet vide"
    return f"{one.title}\u00a0: {uncapital(one.text.rstrip('.'))} ({vacancy})."


def _questions(questions: Sequence[str]) -> list[Flowable]:
    """Return what to ask before anything is decided, in two columns, kept whole."""
    half = -(-len(questions) // 2)
    title = Heading(typed("Avant de décider", fonts.BOLD), style.style("section"), level=2)
    halves = (blocks.bullets(questions[:half]), blocks.bullets(questions[half:]))
    return [KeepTogether([title, blocks.columns(*halves)])]


def _needs(sheet: WallsSheet) -> list[Flowable]:
    rows: list[blocks.Line] = []
    for name, cost in zip(sheet.names, sheet.balance.costs, strict=True):
        need = cost.need
        words = ", ".join(dict.fromkeys(filter(None, (capital(name), need.note)))) or "–"
        figures = (need.offices, need.area or 0, need.sure, need.expected, need.leaving)
        rows.append([glued(words), *(number(figure) for figure in figures), euros(cost.monthly)])
    total = [sum(getattr(cost.need, name) for cost in sheet.balance.costs) for name in ("sure", "expected", "leaving")]
    rows.append(["Ensemble", number(sheet.balance.offices), "", *(number(figure) for figure in total), ""])
    header = ["Métier", "cabinets", "m² chacun", "sûrs", "attendus", "peuvent partir", "loyer et charges/mois"]
    return blocks.open_table(
        header, rows, _NEED_WIDTHS, numeric=range(1, 7), stub=1, total=True, air=0.9,
        summary="Ce qu’il faudrait par métier, et ce que coûterait un cabinet",
    )  # fmt: skip


def _money(sheet: WallsSheet) -> list[str]:
    """Return where the sums come from, in two sentences."""
    one, balance = sheet.premises, sheet.balance
    shared = f", dont {number(one.shared_area)}\u00a0m² communs" if one.shared_area else ""
    rent = f"{number(balance.area)}\u00a0m²{shared}. Par m² et par an\u00a0: loyer {euros(one.rent or 0)}"
    lines = [f"{rent}, charges {euros(one.charges or 0)}.{_others(one.other_costs)}"]
    works = f"Travaux {euros(one.works or 0)}, subventions attendues {euros(one.grants or 0)}"
    left = max(0, (one.works or 0) - (one.grants or 0))
    if left and one.loan_years:
        rate = f"à {decimal(one.loan_rate)}\u00a0%" if one.loan_rate else "sans intérêt"
        works += f"\u00a0; {euros(left)} empruntés sur {counted(one.loan_years, 'an')} {rate}"
        works += f", soit {euros(balance.repayment)} par an"
    elif left:
        works += f"\u00a0; {euros(left)} payés la première année"
    return [*lines, f"{works}."]


def _others(costs: int | None) -> str:
    return f" Autres dépenses {euros(costs)} par an." if costs else ""


def _years(sheet: WallsSheet) -> list[Flowable]:
    cases = [sheet.balance.case(one.case) for one in sheet.cases]
    sums = [abs(year.balance) for case in cases for year in case.years]
    fine = max(sums) < _FINE

    def thousands(amount: int) -> str:
        size = abs(amount) / 1000
        shown = f"{size:.1f}".replace(".", ",") if fine else number(round(size))
        return f"{'−' if amount < 0 else '+' if amount else ''}{shown}"

    rows: list[blocks.Line] = [
        [words.title, *(thousands(year.balance) for year in case.years), thousands(case.total)]
        for words, case in zip(sheet.cases, cases, strict=True)
    ]
    count = len(cases[0].years)
    first = sheet.premises.first_year
    names: Sequence[str] = [year_name(n, first) if first else f"an\u00a0{n}" for n in range(1, count + 1)]
    totals = ", ".join(f"{words.title} {signed(case.total)}" for words, case in zip(sheet.cases, cases, strict=True))
    return [
        *blocks.open_table(
            ["Milliers d’euros", *names, f"{counted(count, agreeing(count, 'an'), 'ans')}"],
            rows,
            (_CASE_WIDTH, *([_YEAR_WIDTH] * count), _SUM_WIDTH),
            numeric=range(1, count + 2),
            stub=1,
            air=0.9,
            summary=f"Solde de chaque année, en milliers d’euros. En tout\u00a0: {totals}",
        )
    ]
