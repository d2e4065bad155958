"""The chart of phases says where most communes are."""

from __future__ import annotations

from msp_desktop.domain.charts import Bar, Fill, Frame
from msp_desktop.domain.federated.charts import phase_chart, phase_title


def test_the_bars_are_as_long_as_the_counts() -> None:
    chart = phase_chart((("before", 2), ("1", 4), ("2", 0)), Frame(width=400, names=100))
    bars = [mark for mark in chart.marks if isinstance(mark, Bar)]
    assert [bar.fill for bar in bars] == [Fill.HATCHED, Fill.SOLID]
    assert bars[1].width == 2 * bars[0].width
    assert chart.rows == (("Pas commencé", "2"), ("Phase 1", "4"), ("Phase 2", "0"))


def test_the_title_is_the_finding() -> None:
    assert phase_title((("before", 0), ("2", 21))) == "21 communes en phase 2"
    assert phase_title((("before", 1),)) == "Une commune n’a pas encore commencé"
    assert phase_title((("before", 0),)) == "Aucune commune"
