"""What a screen reader is given of every screen is as it was approved, and nothing of it is wrong."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from msp_desktop import __version__
from tests.heard.session import PROGRAMS, session
from tests.heard.walk import APPROVED, Heard, goes_back, heard, text_of


@pytest.mark.needs(*PROGRAMS)
def test_every_screen_tells_what_was_approved(tmp_path: Path) -> None:
    with session(home=tmp_path / "home") as environment:
        found = list(heard(tmp_path, environment))
    faults = [fault for one in found for fault in one.faults]
    assert not faults, "\n".join(faults)
    told = text_of(found, tmp_path)
    # Where it is right that they differ: `python -m tests.heard.walk --approve`, and look at what changed.
    assert told.splitlines() == APPROVED.read_text(encoding="utf-8").splitlines()


def test_what_stands_above_or_before_is_told_before() -> None:
    first, beside, under = (0, 0, 100, 30), (110, 2, 100, 30), (0, 40, 100, 30)
    assert not goes_back(first, beside)
    assert not goes_back(beside, under)
    assert not goes_back(under, (300, 0, 100, 30)), "another column begins above"
    assert goes_back(beside, first)
    assert goes_back(under, first)


def test_what_is_approved_outlives_a_version() -> None:
    one = SimpleNamespace(
        key="about", lines=[f"label « Version {__version__}, 1er mai 2026 »", f"table cell « {__version__} », selected"]
    )
    assert text_of([cast("Heard", one)], Path("/nowhere")) == (
        "# about\nlabel « Version … »\ntable cell « … », selected\n"
    )
