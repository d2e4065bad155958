"""Charts of several communes say the finding, and no number that the totals hide."""

from __future__ import annotations

from msgspec.structs import replace

from msp_desktop.domain.charts import Bar, Fill, Frame
from msp_desktop.domain.federated.charts import leaving_chart, phase_chart, phase_title, points_chart
from msp_desktop.domain.federated.totals import Cell, Totals

FRAME = Frame(width=400, names=100)
NAMES = {"medecin": "médecins", "infirmier": "infirmiers", "autre": "autres métiers"}


def test_the_bars_are_as_long_as_the_counts() -> None:
    chart = phase_chart((("before", 2), ("1", 4), ("2", 0)), FRAME)
    bars = [mark for mark in chart.marks if isinstance(mark, Bar)]
    assert [bar.fill for bar in bars] == [Fill.HATCHED, Fill.SOLID]
    assert bars[1].width == 2 * bars[0].width
    assert chart.rows == (("Pas commencé", "2"), ("Phase 1", "4"), ("Phase 2", "0"))


def test_the_title_is_the_finding() -> None:
    assert phase_title((("before", 0), ("2", 21))) == "21 communes en phase 2"
    assert phase_title((("before", 1),)) == "Une commune n’a pas encore commencé"
    assert phase_title((("before", 0),)) == "Aucune commune"


def test_the_points_most_often_met_come_first_and_at_most_eight() -> None:
    told = Totals(communes=9, up_to_date=9, without_referent=0, with_vigilance=9,
                  vigilances=(("a", 0), ("b", 1), ("c", 4), *((f"d{n}", 2) for n in range(9))))  # fmt: skip
    chart = points_chart(told, {"c": "S’engager seul"}, FRAME)
    assert chart is not None
    assert chart.title == "«\u00a0S’engager seul\u00a0»\u00a0: quatre communes"
    alike = points_chart(replace(told, vigilances=(("a", 1), ("b", 1))), {}, FRAME)
    assert alike is not None
    assert alike.title == "Deux points de vigilance, chacun dans une commune"
    assert [row[1] for row in chart.rows] == ["4", *["2"] * 7]
    assert points_chart(Totals(communes=1, up_to_date=1, without_referent=0, with_vigilance=0), {}, FRAME) is None


def test_what_is_hidden_of_departures_has_no_bar_and_is_not_counted() -> None:
    cells = (
        Cell("infirmier", "within_2", 3), Cell("infirmier", "3_to_5", 6), Cell("infirmier", "later", 90),
        Cell("medecin", "within_2", 12), Cell("medecin", "3_to_5", None),
        Cell("autre", "within_2", None), Cell("autre", "3_to_5", 0),
    )  # fmt: skip
    chart = leaving_chart(_leaving(cells), NAMES, FRAME)
    assert chart is not None
    assert chart.title == "Médecins\u00a0: au moins douze départs d’ici cinq ans"
    assert chart.rows == (("Médecins", "12 + –"), ("Infirmiers", "9"))
    solid, *others = (mark for mark in chart.marks if isinstance(mark, Bar))
    assert [bar.fill for bar in others] == [Fill.SOLID, Fill.HATCHED]
    assert others[0].width * 4 == solid.width
    assert others[1].width == 2 * others[0].width


def test_below_a_department_departures_are_one_bar() -> None:
    chart = leaving_chart(_leaving((Cell("medecin", "within_5", 3), Cell("medecin", "others", 4))), NAMES, FRAME)
    assert chart is not None
    assert chart.title == "Médecins\u00a0: trois départs d’ici cinq ans"
    assert "hachuré" not in chart.subtitle
    assert leaving_chart(_leaving((Cell("medecin", "within_5", None),)), NAMES, FRAME) is None


def _leaving(cells: tuple[Cell, ...]) -> Totals:
    return Totals(communes=9, up_to_date=9, without_referent=0, with_vigilance=0, leaving=cells)
