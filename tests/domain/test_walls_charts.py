"""The picture of the three cases says each year, in bars and in figures."""

from __future__ import annotations

from msgspec.structs import replace

from msp_desktop.domain.charts import Bar, Fill, Line, Words
from msp_desktop.domain.premises import Premises, PremisesNeed
from msp_desktop.domain.walls import HORIZON, Case, walls_balance
from msp_desktop.domain.walls_charts import CaseWords, signed, walls_chart, walls_title, year_name

CASES = tuple(CaseWords(case, case.value, "") for case in Case)
NEED = PremisesNeed(position=1, offices=2, area=10, sure=1, expected=2)
PREMISES = Premises(rent=100, charges=0, works=0, other_costs=1_500, months_to_fill=0)


def test_a_year_that_costs_hangs_hatched_under_the_line_one_that_leaves_stands_on_it() -> None:
    chart = walls_chart(walls_balance(PREMISES, (NEED,)), CASES, 2030, 900)
    lines = [mark for mark in chart.marks if isinstance(mark, Line)]
    assert len({line.y1 for line in lines}) == 1
    (zero,) = {line.y1 for line in lines}
    bars = [mark for mark in chart.marks if isinstance(mark, Bar)]
    assert [bar.y == zero for bar in bars] == [bar.fill is Fill.HATCHED for bar in bars]
    assert [bar.fill for bar in bars] == [Fill.HATCHED] * HORIZON + [Fill.SOLID] * 2 * HORIZON
    assert all(bar.y >= 0 and bar.y + bar.height <= chart.height and bar.x + bar.width <= 900 for bar in bars)
    assert [mark.text for mark in chart.marks if isinstance(mark, Words)][:2] == ["cautious", signed(-5_000)]


def test_its_figures_say_every_year_and_the_sum() -> None:
    chart = walls_chart(walls_balance(PREMISES, (NEED,)), CASES, 2030, 900)
    assert [row[0] for row in chart.rows] == [*map(str, range(2030, 2040)), "En dix ans"]
    assert chart.rows[0][1:] == (signed(-500), signed(500), signed(500))
    assert chart.rows[-1][1:] == (signed(-5_000), signed(5_000), signed(5_000))


def test_nothing_to_pay_and_nothing_let_is_no_bar() -> None:
    chart = walls_chart(walls_balance(replace(PREMISES, rent=0, other_costs=0), (NEED,)), CASES, None, 900)
    assert not [mark for mark in chart.marks if isinstance(mark, Bar)]


def test_the_finding_is_what_the_cautious_case_comes_to() -> None:
    assert walls_title(walls_balance(PREMISES, (NEED,))) == (
        "Avec les seuls professionnels sûrs, la commune paie 5\u202f000\u00a0€ en dix ans"
    )
    even = walls_balance(replace(PREMISES, other_costs=1_000), (NEED,))
    assert walls_title(even) == "Même avec les seuls professionnels sûrs, le bâtiment s’équilibre sur dix ans"


def test_sums_bear_their_sign_and_years_their_number_until_it_opens() -> None:
    assert [signed(amount) for amount in (1, 0, -1)] == ["+1\u00a0€", "0\u00a0€", "−1\u00a0€"]
    assert [year_name(3, None), year_name(3, 2030)] == ["année\u00a03", "2032"]
