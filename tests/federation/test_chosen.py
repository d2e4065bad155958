"""What is asked of the base (`test_lines` and `test_totals` ask it)."""

from __future__ import annotations

from msp_desktop.domain.federated.communes import Chosen
from msp_desktop.federation.chosen import conditions
from tests.federation.made_up import TODAY


def test_nothing_chosen_asks_for_nothing() -> None:
    assert conditions(Chosen(), TODAY) == []
