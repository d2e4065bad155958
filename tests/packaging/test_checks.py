"""The steps of the check under Wine hang together."""

from __future__ import annotations

import pytest
from checks.steps import STEPS, chosen


def test_a_step_comes_after_what_it_needs() -> None:
    seen: set[str] = set()
    for step in STEPS:
        assert set(step.needs) <= seen, step.name
        assert step.title.endswith("."), step.name
        seen.add(step.name)
    assert len(seen) == len(STEPS)


def test_a_step_alone_brings_those_it_needs() -> None:
    assert [step.name for step in chosen(["post"])] == ["install_previous", "documents", "post"]
    assert chosen(None) == [*STEPS]
    with pytest.raises(KeyError):
        chosen(["nothing"])
