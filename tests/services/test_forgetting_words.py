"""What a deletion touches, and what was done, in sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.conditions import ConditionRating
from msp_desktop.domain.diagnosis import Diagnosis
from msp_desktop.domain.people import Person
from msp_desktop.papers.paper import Context
from msp_desktop.papers.produce import produce_each
from msp_desktop.services import conditions, diagnosis
from msp_desktop.services.forgetting import Forgotten
from msp_desktop.services.forgetting_words import done_words, some, touched
from msp_desktop.services.people import add_person
from msp_desktop.services.traces import traces
from tests.conftest import NOW, TODAY


def test_each_kind_is_one_line_with_its_first_names(sample: Store) -> None:
    (person,) = sample.reader.all(Person, last_name="Roche")
    told = touched([traces(sample.reader, person.id)])
    lines = [line.replace("\u00a0", " ") for line in told.lines]
    assert "Référent santé : la période reste, sans nom" in lines
    assert any(line.startswith("4 réunions : ") and "(12 mai 2026)" in line for line in lines)
    assert any(
        line.startswith("6 actions : Contacter la fédération, ") and line.endswith("et 3 autres") for line in lines
    )


def test_what_has_no_name_is_counted_alone_and_the_method_s_lines_have_their_words(store: Store) -> None:
    who = add_person(store, Person(civility="Mme", first_name="Zoé", last_name="Quidam"))
    conditions.update_line(store, "politique", Change(ConditionRating, person="Mme Zoé Quidam"))
    diagnosis.update_diagnosis(store, Change(Diagnosis, led_by="Mme Zoé Quidam"))
    lines = [line.replace("\u00a0", " ") for line in touched([traces(store.reader, who.id)]).lines]
    assert lines == ["1 autre élément : Portée politiquement", "1 autre élément"]


def test_only_the_files_that_are_there_are_told(sample: Store, tmp_path: Path) -> None:
    (person,) = sample.reader.all(Person, last_name="Roche")
    first, second = (produce_each(sample, "attendance", tmp_path, Context(TODAY, NOW, 1))[0].path for _time in range(2))
    second.unlink()
    assert touched([traces(sample.reader, person.id)]).files == (str(first),)


@pytest.mark.parametrize(
    ("count", "shown"),
    [(0, []), (2, ["1", "2"]), (5, ["1", "2", "3", "4", "5"]), (6, ["1", "2", "3", "4", "et 2 autres"])],
)
def test_a_long_list_tells_how_many_others_there_are(count: int, shown: list[str]) -> None:
    assert some([str(number) for number in range(1, count + 1)]) == shown


def test_what_is_left_is_said_last_with_until_when(sample: Store) -> None:
    assert len(done_words("Mme Roche", Forgotten())) == 1
    said = done_words("Mme Roche", Forgotten(2, ("/x/y.msp100 : abîmée",)))
    assert "2 copies" in said[1]
    assert "jusqu’à ce que vous supprimiez" in said[2]
    assert said[3] == "/x/y.msp100 : abîmée"
