"""The instances of a CLS and their agendas: led by the coordination and the pilots, never by the référent."""

from __future__ import annotations

import pytest

from msp_desktop.domain.instances import MOST_A_YEAR
from msp_desktop.domain.meetings import Party
from msp_desktop.method.instances import kit_instances
from msp_desktop.method.meetings import kit_meetings


def test_the_four_instances_make_twelve_meetings_a_year() -> None:
    kit = kit_instances()
    assert kit.kinds() == ("copil", "cotech", "groupe-de-travail", "dialogue-de-gestion")
    assert sum(one.per_year for one in kit.instances) == MOST_A_YEAR
    assert kit.of_kind("equipe") is None


@pytest.mark.parametrize("code", kit_instances().kinds())
def test_each_has_an_agenda_of_its_own_that_the_coordination_prepares(code: str) -> None:
    kind = kit_meetings().kind(code)
    assert kind.code == code
    assert len({item.title for item in kind.items}) >= 3
    assert 60 <= sum(item.minutes for item in kind.items) <= 90
    said = " ".join(item.leads for item in kind.items)
    assert "référent" not in said
    assert any(word in said for word in ("coordination", "pilote"))
    parties = [Party(entry.party) for entry in kind.preparations]
    assert Party.COORDINATION in parties


def test_the_delegation_of_the_ars_prepares_what_steers() -> None:
    for code in ("copil", "cotech", "dialogue-de-gestion"):
        assert "health_agency" in [entry.party for entry in kit_meetings().kind(code).preparations]
