"""A commune is found however its name is typed."""

from __future__ import annotations

from msp_desktop.domain.federated.searched import searched


def test_accents_hyphens_and_short_words_make_no_difference() -> None:
    assert searched("Saint-Étienne-lès-Œufs", "55") == "saint etienne les oeufs 55"
    assert searched("st etienne") == "saint etienne"
    assert searched("Ste-Foy") == "sainte foy"
