"""The sample's health project: one file of data a part, and what fills it."""

from __future__ import annotations

from msp_desktop.paths import resource
from msp_desktop.services.sample_project import FILLS


def test_each_part_has_its_data_and_what_fills_it() -> None:
    assert {one.stem for one in resource("sample").glob("project/*.toml")} == set(FILLS)
