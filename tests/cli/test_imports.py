"""« msp-desktop import »: what it tells, what it writes, how it refuses."""

from __future__ import annotations

import gzip
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from msp_desktop import app
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.inventory import Need
from msp_desktop.domain.people import Person
from msp_desktop.services.copies import local_folder
from tests.dossiers import open_sample

NAMESAKES = (
    "\ufeffNom;Prénom;Métier;Ville;Téléphone\r\n"
    "Martin;Claude;infirmier;Guéret;0555000001\r\nMartin;Claude;infirmière;Bonnat;0555000002\r\n"
)
#: A dossier of the first revision.
OLD = Path(__file__).parents[1] / "data" / "dossier-r1.msp100.gz"
KEYS = {"new", "existing", "changed", "doubtful", "set_aside", "not_understood", "left_aside"}


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """The sample, closed."""
    store = open_sample(tmp_path)
    close_dossier(store)
    return store.path


def write(folder: Path, name: str, words: str) -> Path:
    path = folder / name
    path.write_text(words, "utf-8")
    return path


def people(dossier: Path) -> list[Person]:
    store = open_dossier(dossier)
    found = store.reader.all(Person)
    close_dossier(store)
    return found


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    capsys.readouterr()
    assert app.run(["import", *map(str, arguments), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def refused(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    capsys.readouterr()
    assert app.run(["import", *map(str, arguments)]) == 2
    out, error = capsys.readouterr()
    assert out == ""
    (line,) = error.splitlines()
    return line


def test_a_try_tells_all_and_changes_not_a_byte(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write(tmp_path, "homonymes.csv", NAMESAKES)
    before = sha256(dossier.read_bytes()).hexdigest()
    values = told(capsys, dossier, source, "--dry-run")
    assert set(values) == KEYS
    assert [entry["row"] for entry in values["new"]] == [2]
    assert [(entry["row"], entry["name"], entry["place"]) for entry in values["doubtful"]] == [
        (3, "Claude Martin", "Bonnat")
    ]
    assert set(values["new"][0]) == {"row", "name", "profession", "place", "phone", "why"}
    assert sha256(dossier.read_bytes()).hexdigest() == before
    assert not [*local_folder().glob("*.msp100")]


def test_an_older_dossier_is_tried_without_being_migrated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = tmp_path / "ancien.msp100"
    before = gzip.decompress(OLD.read_bytes())
    old.write_bytes(before)
    told(capsys, old, write(tmp_path, "homonymes.csv", NAMESAKES), "--dry-run")
    assert old.read_bytes() == before


def test_what_comes_in_comes_once(dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = write(tmp_path, "homonymes.csv", NAMESAKES)
    before = len(people(dossier))
    assert app.run(["import", str(dossier), str(source)]) == 0
    out = capsys.readouterr().out
    assert "2 lignes importées." in out
    assert "ligne 3, Claude Martin, infirmier, Bonnat" in out
    assert len(people(dossier)) == before + 2
    assert len(list(local_folder().glob("*.msp100"))) == 1
    assert [entry["row"] for entry in told(capsys, dossier, source)["existing"]] == [2, 3]
    assert len(people(dossier)) == before + 2


def test_several_files_are_compared_with_one_another(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = write(tmp_path, "un.csv", "Nom;Métier;Ville;Machin\nDubois;infirmier;Bonnat;x\n")
    two = write(tmp_path, "deux.csv", "Nom;Métier;Ville;Tél;Machin\nDubois;infirmier;Bonnat;0555000009;y\n")
    values = told(capsys, dossier, one, two)
    assert [(entry["source"], entry["row"]) for entry in values["new"]] == [("un.csv", 2)]
    assert [(entry["source"], entry["row"]) for entry in values["changed"]] == [("deux.csv", 2)]
    assert "la ligne 2 de un.csv" in values["changed"][0]["why"]
    assert values["left_aside"] == ["Machin"]
    (added,) = [person for person in people(dossier) if person.last_name == "Dubois"]
    assert added.phone.replace("\u00a0", "").replace(" ", "") == "0555000009"


def test_columns_are_matched_by_what_is_said(dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = write(tmp_path, "liste.csv", "Truc;Chose;Bidule\nDubois;infirmier;à voir\n")
    assert "Colonne A, Colonne B, Colonne C" in refused(capsys, dossier, source)
    values = told(
        capsys, dossier, source, "--match", "Truc=Nom", "--match", "2=profession", "--match", "Bidule=checked_on"
    )
    assert [(entry["name"], entry["profession"]) for entry in values["new"]] == [("Dubois", "infirmier")]
    assert values["not_understood"] == [{"row": 2, "column": "Bidule", "value": "à voir"}]
    assert "last_name (Nom)" in refused(capsys, dossier, source, "--match", "Truc=pointure")
    assert "Truc, Chose, Bidule" in refused(capsys, dossier, source, "--match", "Machine=Nom", "--match", "Truc=Nom")


def test_needs_come_in_by_their_register(dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = write(tmp_path, "besoins.csv", "Besoin;Qui le dit;Force\nUn ophtalmologue;habitants;pressant\n")
    assert told(capsys, dossier, source, "--register", "needs")["new"][0]["name"] == "Un ophtalmologue"
    store = open_dossier(dossier)
    assert store.reader.all(Need)[-1].strength == 3
    close_dossier(store)


def test_what_cannot_be_done_is_one_sentence_and_writes_nothing(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write(tmp_path, "homonymes.csv", NAMESAKES)
    before = dossier.read_bytes()
    assert "absent.csv" in refused(capsys, dossier, source, tmp_path / "absent.csv")
    refused(capsys, dossier, write(tmp_path, "x.pdf", "%PDF-1.4"))
    refused(capsys, dossier, source, "--register", "recettes")
    refused(capsys, tmp_path / "absent.msp100", source)
    assert dossier.read_bytes() == before
    store = open_dossier(dossier)
    try:
        assert "ouvert" in refused(capsys, dossier, source, "--dry-run")
    finally:
        close_dossier(store)
