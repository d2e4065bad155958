"""The one layout rule, on every document: no page nearly empty, no title nor signature alone, no word cut, feet whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop.db.dossier import close_dossier
from msp_desktop.papers.catalogue import papers
from tests.dossiers import open_sample
from tests.papers.layout import SIZES, TOWNS, dossier, faults


def broken(folder: Path, keys: list[str], town: str, guests: int, full: bool) -> dict[str, list[str]]:
    store = open_sample(folder)
    try:
        meetings = dossier(store, town, guests, full)
        found = {
            paper.key: faults(store, paper, folder, meetings) for paper in papers() if not keys or paper.key in keys
        }
    finally:
        close_dossier(store)
    return {key: wrong for key, wrong in found.items() if wrong}


@pytest.mark.parametrize(
    ("keys", "guests", "full"), [(["attendance", "mayor-brief"], 13, False), (["minutes"], 8, True)]
)
def test_the_layout_rule_holds_for_the_longest_name(tmp_path: Path, keys: list[str], guests: int, full: bool) -> None:
    assert broken(tmp_path, keys, "longest", guests, full) == {}


@pytest.mark.slow
@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("guests", SIZES)
@pytest.mark.parametrize("town", TOWNS)
def test_the_layout_rule_holds_for_every_document(tmp_path: Path, town: str, guests: int, full: bool) -> None:
    assert broken(tmp_path, [], town, guests, full) == {}
