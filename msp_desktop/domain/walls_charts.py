"""The picture of the three cases: a bar a year, above the line what is left to the town, below what it pays."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from msp_desktop.domain.charts import Bar, Chart, Fill, Line, Mark, Tone, Words
from msp_desktop.domain.walls import Case, CaseBalance, WallsBalance
from msp_desktop.formats.numbers import euros

#: Heights, in the chart's own unit: the name of a case with its sum, the years under the bars.
_NAME, _YEARS = 20.0, 18.0
_BETWEEN, _APART = 18.0, 2.0
#: The least a bar that is not nought is high.
_LEAST = 1.5


class CaseWords(Struct, frozen=True):
    """What one case is called, and what it supposes."""

    case: Case
    title: str
    text: str


def walls_chart(
    balance: WallsBalance,
    names: Sequence[CaseWords],
    first_year: int | None,
    width: float,
    size: float = 6.6,
    bars: float = 74,
) -> Chart:
    """Draw the cases side by side on one scale; `size` is the mean width of a letter, `bars` the room of the bars."""
    cases = [balance.case(name.case) for name in names]
    sums = [year.balance for case in cases for year in case.years]
    high, low = max(0, *sums), min(0, *sums)
    scale = bars / max(1, high - low)
    zero = _NAME + high * scale
    part = (width - _BETWEEN * (len(cases) - 1)) / len(cases)
    marks: list[Mark] = []
    for index, (name, case) in enumerate(zip(names, cases, strict=True)):
        left = index * (part + _BETWEEN)
        marks += _case(name, case, left, part, zero, scale, size)
        marks += _years(case, first_year, left, part, _NAME + bars + _YEARS / 2 + 1)
    return Chart(
        walls_title(balance),
        "Ce qui reste à la commune chaque année (plein), ou ce qu’elle paie (hachuré)",
        width,
        _NAME + bars + _YEARS,
        tuple(marks),
        ("Année", *(name.title for name in names)),
        _rows(cases, first_year),
    )


def walls_title(balance: WallsBalance) -> str:
    """Return the finding: what the cautious case costs the town over ten years, or that it balances."""
    total = balance.case(Case.CAUTIOUS).total
    if total >= 0:
        return "Même avec les seuls professionnels sûrs, le bâtiment s’équilibre sur dix ans"
    return f"Avec les seuls professionnels sûrs, la commune paie {euros(-total)} en dix ans"


def signed(amount: int) -> str:
    """Return « +12 400 € », « −12 400 € », « 0 € »."""
    sign = "+" if amount > 0 else "−" if amount < 0 else ""
    return f"{sign}{euros(abs(amount))}"


def year_name(year: int, first_year: int | None) -> str:
    """Return « 2029 », or « année 3 » where nobody has said when it opens."""
    return str(first_year + year - 1) if first_year else f"année\u00a0{year}"


def _case(
    name: CaseWords, case: CaseBalance, left: float, part: float, zero: float, scale: float, size: float
) -> list[Mark]:
    total = signed(case.total)
    marks: list[Mark] = [
        Words(left, _NAME / 2 - 2, name.title, bold=True, room=part - len(total) * size - 6),
        Words(left + part, _NAME / 2 - 2, total, align="right", tone=Tone.LATE if case.total < 0 else Tone.PLAIN),
        Line(left, zero, left + part, zero),
    ]
    step = part / len(case.years)
    for index, year in enumerate(case.years):
        if not year.balance:
            continue
        height = max(_LEAST, abs(year.balance) * scale)
        x, wide = left + index * step + _APART / 2, step - _APART
        if year.balance > 0:
            marks.append(Bar(x, zero - height, wide, height))
        else:
            marks.append(Bar(x, zero, wide, height, Fill.HATCHED, Tone.LATE))
    return marks


def _years(case: CaseBalance, first_year: int | None, left: float, part: float, y: float) -> list[Mark]:
    first, last = (year_name(case.years[index].number, first_year) for index in (0, -1))
    return [
        Words(left, y, first, tone=Tone.SOFT),
        Words(left + part, y, last, align="right", tone=Tone.SOFT),
    ]


def _rows(cases: Sequence[CaseBalance], first_year: int | None) -> tuple[tuple[str, ...], ...]:
    years = [
        (year_name(number, first_year), *(signed(case.years[number - 1].balance) for case in cases))
        for number in range(1, len(cases[0].years) + 1)
    ]
    return (*years, ("En dix ans", *(signed(case.total) for case in cases)))
