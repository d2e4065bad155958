"""How long a neighbouring town took."""

from __future__ import annotations

import pytest

from msp_desktop.domain.neighbours import NeighbourTown, years_taken


@pytest.mark.parametrize(
    ("begun", "recognised", "years"),
    [(2019, 2023, 4), (2019, 2019, 0), (2023, 2019, None), (None, 2019, None), (2019, None, None), (None, None, None)],
)
def test_years_taken_are_told_where_both_are_known_and_agree(
    begun: int | None, recognised: int | None, years: int | None
) -> None:
    assert years_taken(NeighbourTown(position=1, town="Valbourg", begun=begun, recognised=recognised)) == years
