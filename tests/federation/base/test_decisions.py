"""What a person decides: the right dossier of a commune, and an addition taken back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import select

from msp_desktop.domain.carried.refusals import Why
from msp_desktop.domain.federated.files import ReadFile
from msp_desktop.federation.base import take as taking
from msp_desktop.federation.base.connect import Base, connect
from msp_desktop.federation.base.decisions import accept_dossier, take_back
from msp_desktop.federation.base.models import CommuneRow, HeadcountRow
from msp_desktop.federation.base.rows import headcount_rows
from msp_desktop.federation.base.take import Seen, take
from tests.federation.base.test_take import NOW, counts, read, shown
from tests.federation.postgres import new_base
from tools.make_communes_data import of_commune

OTHER = "f" * 32


def test_another_dossier_waits_until_somebody_says_that_it_is_the_right_one(base: Base) -> None:
    first, other = of_commune("55001", edition=1), of_commune("55001", edition=2, dossier=OTHER)
    take(base, [read(first)], NOW, "anne@pc")
    for file in (read(other), ReadFile(name="again.pdf", sha256=read(other).sha256)):
        done = take(base, [file], NOW, "anne@pc")
        assert [receipt.why for receipt in done.refused] == [Why.OTHER_DOSSIER]
    assert shown(base) == {"55001": first.made_at}
    assert not accept_dossier(base, "55001", "e" * 32)
    assert not accept_dossier(base, "55002", OTHER)
    assert accept_dossier(base, "55001", OTHER)
    assert shown(base) == {"55001": other.made_at}
    assert take(base, [read(other)], NOW, "anne@pc").unchanged
    late = replace(first, made_at=NOW)
    assert [receipt.why for receipt in take(base, [read(late)], NOW, "anne@pc").refused] == [Why.OTHER_DOSSIER]
    assert accept_dossier(base, "55001", first.sender.dossier)
    assert shown(base) == {"55001": NOW}


def test_two_dossiers_of_a_new_commune_in_one_batch_the_first_is_shown(base: Base) -> None:
    first, other = of_commune("55001"), of_commune("55001", edition=3, dossier=OTHER)
    done = take(base, [read(first), read(other)], NOW, "anne@pc")
    assert (len(done.taken), [receipt.why for receipt in done.refused]) == (1, [Why.OTHER_DOSSIER])
    assert shown(base) == {"55001": first.made_at}


def test_taking_an_addition_back_shows_what_was_there_before(base: Base) -> None:
    first, second = of_commune("55001", edition=1), of_commune("55001", edition=2)
    take(base, [read(first)], NOW, "anne@pc", "one")
    take(base, [read(of_commune("55009"))], NOW + timedelta(minutes=1), "paul@pc", "two")
    again = replace(first, made_at=second.made_at + timedelta(days=1))
    take(base, [read(second), read(again), read(of_commune("55002"))], NOW + timedelta(minutes=2), "anne@pc", "three")
    assert shown(base)["55001"] == again.made_at
    assert take_back(base, "three") == ("55001", "55002")
    assert shown(base) == {"55001": first.made_at, "55009": of_commune("55009").made_at}
    assert counts(base)[1:] == (2, len(headcount_rows(first)) + len(headcount_rows(of_commune("55009"))))
    with base.reading() as session:
        cells = session.scalars(select(HeadcountRow).where(HeadcountRow.insee == "55001")).all()
        assert session.scalar(select(CommuneRow.done).where(CommuneRow.insee == "55001")) == sum(
            p.done for p in first.phases
        )
    assert {(cell.list_name, cell.profession, cell.cell, cell.n) for cell in cells} == {
        (row["list_name"], row["profession"], row["cell"], row["n"]) for row in headcount_rows(first)
    }
    assert read(second).sha256 not in Seen(base)
    assert take_back(base, "one") == ("55001",)
    assert take_back(base, "one") == ()
    assert list(shown(base)) == ["55009"]


def test_an_addition_that_brought_nothing_new_takes_no_other_one_back(base: Base) -> None:
    first = of_commune("55001")
    take(base, [read(first)], NOW, "anne@pc", "one")
    assert take(base, [read(first)], NOW + timedelta(minutes=1), "anne@pc", "two").unchanged
    assert take_back(base, "two") == ()
    assert shown(base) == {"55001": first.made_at}


@pytest.mark.needs("psql")
def test_what_waited_for_a_commune_taken_back_meanwhile_is_taken_on_its_own(
    postgres: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = connect(new_base(postgres, "taken_back"))
    first, other = of_commune("55001", edition=1), of_commune("55001", edition=2, dossier=OTHER)
    take(base, [read(first)], NOW, "anne@pc", "one")
    keep = taking._Batch._keep
    tries = []

    def taken_back_before(batch: Any, *told: Any) -> None:
        tries.append(take_back(base, "one"))
        keep(batch, *told)

    monkeypatch.setattr(taking._Batch, "_keep", taken_back_before)
    done = take(base, [read(other)], NOW, "paul@pc")
    assert tries == [("55001",), ()]
    assert [receipt.insee for receipt in done.taken] == ["55001"]
    assert shown(base) == {"55001": other.made_at}
    base.close()
