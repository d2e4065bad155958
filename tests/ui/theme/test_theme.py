"""The colours of both themes can be read."""

from __future__ import annotations

import pytest

from msp_desktop.ui.theme.stylesheet import frames, stylesheet
from msp_desktop.ui.theme.tokens import DARK, LIGHT
from tests.ui.colours import contrast

TEXT = [
    ("ink", "paper"), ("ink", "wash"), ("ink", "select"), ("ink2", "paper"), ("ink2", "wash"), ("ink2", "wash2"),
    ("ink2", "weekend"), ("ink2", "select"), ("accent", "paper"), ("accent", "wash"), ("accent", "accent_wash"),
    ("on_accent", "accent"), ("on_accent", "hover"), ("late", "paper"), ("late", "wash"), ("late", "late_wash"),
    ("late", "select"), ("done", "paper"), ("done", "done_wash"), ("done", "select"), ("p1_ink", "p1"), ("p2_ink", "p2"),
    ("p3_ink", "p3"), ("p4_ink", "p4"),
]  # fmt: skip


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pair_of_text_colours_reads_at_aa(tokens: dict[str, str]) -> None:
    poor = {pair: round(contrast(tokens[pair[0]], tokens[pair[1]]), 2) for pair in TEXT}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < 4.5} == {}
    assert contrast(tokens["edge"], tokens["paper"]) >= 3
    assert contrast(tokens["edge"], tokens["wash"]) >= 3


@pytest.mark.parametrize(("scale", "rolls"), [(1.0, 0), (1.1, 0), (1.25, 1), (1.5, 1), (2.0, 1)])
def test_a_long_menu_shows_all_its_columns_at_once_until_large_letters_would_send_them_off(
    scale: float, rolls: int
) -> None:
    for sheet in (stylesheet(LIGHT, scale, 10), frames(scale, 10)):
        assert f"menu-scrollable: {rolls};" in sheet
