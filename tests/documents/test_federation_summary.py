"""The regional summary, read back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from msp_desktop.documents.federation_summary import Summary, write_federation_summary
from msp_desktop.domain.federated.communes import CommuneLine
from msp_desktop.domain.federated.totals import Cell, Totals
from tests.pdf import assert_accessible, text

TODAY, NOW = date(2026, 4, 28), datetime(2026, 4, 28, 14, 32)


def summary(count: int) -> Summary:
    lines = tuple(
        CommuneLine(
            insee=f"{number:05d}", name=f"Bourg {number} <b>", department=f"{number % 9 + 1:02d}", content="", dossier="",
            made_at=datetime(2026, 4, 27, tzinfo=UTC), day_zero=TODAY - timedelta(number % 100), done=1, total=4, leaving=9,
        )
        for number in range(count)
    )  # fmt: skip
    totals = Totals(
        communes=count, up_to_date=count, without_referent=count, with_vigilance=0, phases=(("1", count),),
        professions=(("medecin", 41),), leaving=(Cell("medecin", "within_2", None), Cell("medecin", "3_to_5", 4), Cell("medecin", "later", 40)),
    )  # fmt: skip
    return Summary(lines=lines, totals=totals, today=TODAY, professions={"medecin": "Médecins"})


@pytest.mark.parametrize(("count", "most"), [(1, 2), (40, 4), (400, 4)])
def test_it_is_a_few_pages_whatever_the_number_of_communes(tmp_path: Path, count: int, most: int) -> None:
    made = write_federation_summary(tmp_path / "s.pdf", summary(count), NOW)
    assert made.pages <= most
    assert not made.replaced_glyphs
    assert_accessible((tmp_path / "s.pdf").read_bytes())
    said = text(tmp_path / "s.pdf")
    for words in (
        "Synthèse régionale",
        "Médecins",
        "moins de trois personnes",
        "au moins quatre départs",
    ):
        assert words in said
    assert ("Bourg 0 <b>" in said) == (count < 100)


def test_what_may_not_be_told_of_a_choice_is_said(tmp_path: Path) -> None:
    told = summary(2)
    narrow = replace(told, totals=replace(told.totals, leaving=(), too_narrow=True))
    write_federation_summary(tmp_path / "s.pdf", narrow, NOW)
    assert "ne sont totalisés que" in " ".join(text(tmp_path / "s.pdf").split())
