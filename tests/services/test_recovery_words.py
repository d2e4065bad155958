"""What is told of a recovery: found, lost, taken from the copy, newer than it, to be read again; in French."""

from __future__ import annotations

from pathlib import Path

from msp_desktop.domain.commune import Commune
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.people import Person
from msp_desktop.domain.records import RECORDS
from msp_desktop.i18n import _
from msp_desktop.services.recovery import GoodCopy, Recovered
from msp_desktop.services.recovery_words import as_text, copy_words, moment_words, told
from tests.conftest import NOW
from tests.dossiers import COMMUNE

COPY = GoodCopy(Path("copie.msp100"), NOW, "Saint-Essai", 37, {Person: 43, Exchange: 1})
PEOPLE = {key: Person(id=key, last_name=f"Nom {key}") for key in range(1, 13)}


def recovered(**changes: object) -> Recovered:
    records = {kind: {} for kind in RECORDS} | {Commune: {1: COMMUNE}, Person: PEOPLE}
    values: dict[str, object] = {
        "path": Path("dossier.msp100"),
        "kept": None,
        "copy": COPY,
        "records": records,
        "wholes": {kind: len(rows) for kind, rows in records.items()},
        "proved": {},
        "from_copy": {},
        "altered": {},
        "unsure": (),
        "added": {},
        "changed": {},
        "commune_unknown": False,
    }
    return Recovered(**(values | changes))  # type: ignore[arg-type]


def words(found: Recovered) -> dict[str, str]:
    return {line.title.replace("\xa0", " "): line.words.replace("\xa0", " ") for line in told(found)}


def test_a_copy_is_told_by_its_moment_its_day_and_what_it_holds() -> None:
    assert moment_words(NOW).replace("\xa0", " ") == "mardi 28 avril 2026, 14 h 32"
    assert moment_words(None) == ""
    said = copy_words(COPY).replace("\xa0", " ")
    assert said == "Saint-Essai, jour 37 sur 100 : 43 personnes, 1 échange"


def test_where_all_came_back_nothing_is_lost_and_it_is_said() -> None:
    assert words(recovered()) == {
        "Retrouvé": "12 personnes, 1 autre élément",
        "Rien n’est perdu": "tout ce qui était dans le dossier y est de nouveau",
    }


def test_what_is_lost_is_counted_against_what_there_was() -> None:
    found = recovered(wholes={Person: 14, Commune: 1})
    assert words(found)["Retrouvé"] == "12 personnes sur 14, 1 autre élément"
    assert words(found)["Perdu"] == "2 personnes"
    assert "Rien n’est perdu" not in words(found)


def test_what_comes_from_the_copy_is_named_and_the_rest_counted() -> None:
    found = words(recovered(from_copy={Person: set(range(1, 12))}))
    assert found["Retrouvé"] == "1 personne sur 12, 1 autre élément"
    named = found["Repris de la copie du mardi 28 avril 2026, 14 h 32"]
    assert named.startswith("« Nom 1 », « Nom 2 »")
    assert named.endswith("« Nom 8 », 3 autres")


def test_what_is_newer_than_the_copy_and_what_must_be_read_again_are_told() -> None:
    found = words(recovered(added={Person: {1, 2}}, changed={Person: {3}}, altered={Person: {4}}, unsure=(Person,)))
    assert found["Plus récent que la copie"] == "2 personnes"
    assert found["Changé depuis la copie"] == "1 personne"
    assert found["À relire, car une valeur s’est perdue"] == "« Nom 4 »"
    assert "sans qu’on puisse dire laquelle" in found["À parcourir"]


def test_the_list_is_kept_as_lines_of_text() -> None:
    text = as_text(recovered(commune_unknown=True))
    assert text.splitlines()[1].startswith("À remplir : le nom de la commune")


def test_nothing_is_to_be_looked_through_where_nothing_was_found() -> None:
    title = _("To look through")
    assert title in words(recovered(unsure=(Person,)))
    assert title not in words(recovered(unsure=(Exchange,)))
