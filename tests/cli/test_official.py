"""« msp-desktop import » of official files: small ones with the real header, told as JSON, written, taken again a year later."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from msp_desktop import app
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.inventory import HealthProfessional, Offer
from msp_desktop.domain.official import Movement, MovementKind, OfficialFile
from msp_desktop.domain.people import Person
from msp_desktop.services.copies import local_folder
from tests.dossiers import open_new
from tools.make_national_files import HEADER

NAMES = HEADER.split("|")
GUERET, BONNAT = "23096", "23025"
KEYS = {"files", "communes", "new", "existing", "changed", "gone", "to_confirm", "set_aside", "figures"}


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A new dossier, closed."""
    store = open_new(tmp_path)
    close_dossier(store)
    return store.path


def row(number: str, last: str, first: str, code: str = GUERET, **more: str) -> str:
    """Return a row of the RPPS: a nurse of her own in a group, but for what is said otherwise."""
    said = {
        "Type d'identifiant PP": "8",
        "Identifiant PP": number,
        "Identification nationale PP": f"8{number}",
        "Code civilité": "MME",
        "Libellé civilité": "Madame",
        "Nom d'exercice": last,
        "Prénom d'exercice": first,
        "Code profession": "60",
        "Libellé profession": "Infirmier",
        "Code catégorie professionnelle": "C",
        "Libellé catégorie professionnelle": "Civil",
        "Code mode exercice": "L",
        "Libellé mode exercice": "Libéral",
        "Code postal (coord. structure)": "23000" if code == GUERET else "23220",
        "Code commune (coord. structure)": code,
        "Libellé commune (coord. structure)": "Guéret" if code == GUERET else "Bonnat",
        "Code secteur d'activité": "SA08",
        "Libellé secteur d'activité": "Cabinet de groupe",
    } | more
    return "|".join(said.get(name, "") for name in NAMES)


def rpps(folder: Path, day: str, *rows: str) -> Path:
    path = folder / f"PS_LibreAcces_Personne_activite_{day}0912.txt"
    path.write_text("\n".join([HEADER, *rows, ""]), "utf-8")
    return path


def finess(folder: Path, day: str, *lines: str) -> Path:
    path = folder / f"etalab-cs1100507-stock-{day}-0338.csv"
    path.write_bytes("\n".join([f"finess;etalab;93;{day[:4]}-{day[4:6]}-{day[6:]}", *lines, ""]).encode("cp1252"))
    return path


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    capsys.readouterr()
    assert app.run(["import", *map(str, arguments), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def refused(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    capsys.readouterr()
    assert app.run(["import", *map(str, arguments)]) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert error.count("\n") == 1
    return error.strip()


def kept(dossier: Path, record: type[Any]) -> list[Any]:
    store = open_dossier(dossier)
    found = store.reader.all(record)
    close_dossier(store)
    return found


def test_a_try_tells_all_as_json_and_writes_nothing(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = dossier.read_bytes()
    file = rpps(tmp_path, "20260414", row("10000000001", "PETIT", "Anne"), row("10000000002", "REY", "Zoé", BONNAT))
    values = told(capsys, dossier, file, "--communes", f"{GUERET},{BONNAT}", "--dry-run")
    assert set(values) == KEYS
    assert values["communes"] == [GUERET, BONNAT]
    assert [(one["name"], one["town"], one["accepted"]) for one in values["new"]] == [
        ("Mme Anne Petit", "Guéret", True), ("Mme Zoé Rey", "Bonnat", True),
    ]  # fmt: skip
    (read,) = values["files"]
    assert (read["kind"], read["dated_on"]) == ("rpps", "2026-04-14")
    assert dossier.read_bytes() == before


def test_a_year_later_arrivals_departures_and_moves_are_told(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--communes", f"{GUERET},{BONNAT}")
    anne, zoe = row("10000000001", "PETIT", "Anne"), row("10000000002", "REY", "Zoé")
    first = rpps(tmp_path, "20260414", anne, zoe, row("10000000003", "ROY", "Léa"))
    values = told(capsys, dossier, first, *where, "--today", "2026-04-28")
    assert len(values["new"]) == 3
    assert any(local_folder().rglob("*.msp100"))
    assert [person.last_name for person in kept(dossier, Person) if person.known_from] == ["Petit", "Rey", "Roy"]
    values = told(capsys, dossier, first, *where)
    assert (len(values["existing"]), values["new"], values["gone"]) == (3, [], [])
    moved = row("10000000002", "REY", "Zoé", BONNAT)
    second = rpps(tmp_path, "20270413", anne, moved, row("10000000004", "BON", "Eva"))
    values = told(capsys, dossier, second, *where, "--accept", "new,changed,gone")
    assert [(one["name"], len(one["number"])) for one in values["gone"]] == [("Mme Léa Roy", 11)]
    (change,) = values["changed"]
    assert change["differences"] == [{"field": "town", "before": "Guéret", "after": "Bonnat", "accepted": True}]
    assert sorted(one.kind for one in kept(dossier, Movement)) == sorted(MovementKind)
    assert len(kept(dossier, HealthProfessional)) == 4
    assert [one.name for one in kept(dossier, OfficialFile)] == [first.name, first.name, second.name]


def test_the_archive_is_read_as_it_was_downloaded(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packed = tmp_path / "PS_LibreAcces_202604140912.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        file = rpps(tmp_path, "20260414", row("10000000001", "PETIT", "Anne"))
        archive.write(file, file.name)
    values = told(capsys, dossier, packed, "--communes", GUERET)
    assert [one["name"] for one in values["new"]] == ["Mme Anne Petit"]


def test_rpps_and_finess_are_taken_together(dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people = rpps(tmp_path, "20260414", row("10000000001", "PETIT", "Anne"))
    fields = [""] * 32
    fields[:5] = "structureet", "230000001", "230000002", "PHARMACIE DUVAL", "PHARMACIE DUVAL"
    fields[12:16] = "096", "23", "CREUSE", "23000 GUERET"
    fields[16], fields[18], fields[19] = "0555000001", "620", "Pharmacie d'Officine"
    values = told(capsys, dossier, people, finess(tmp_path, "20260402", ";".join(fields)), "--communes", GUERET)
    assert [one["name"] for one in values["new"]] == ["Mme Anne Petit", "Pharmacie Duval"]
    assert [offer.finess for offer in kept(dossier, Offer)] == ["230000001"]


def test_the_report_says_what_was_taken(dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = rpps(tmp_path, "20260414", row("10000000001", "PETIT", "Anne"))
    capsys.readouterr()
    assert app.run(["import", str(dossier), str(file), "--communes", GUERET]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "Nouvelles (1)" in lines
    assert any(line.startswith("+ Mme Anne Petit, infirmière, Guéret") for line in lines)
    assert lines[-1] == "1 ligne reprise."


def test_a_pack_of_another_department_says_so(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = rpps(tmp_path, "20260414", row("10000000001", "PETIT", "Anne"))
    assert app.run(["pack", str(file), "--department", "all", "--into", str(tmp_path / "lots")]) == 0
    (pack,) = (tmp_path / "lots").glob("*.gz")
    capsys.readouterr()
    assert app.run(["import", str(dossier), str(pack), "--communes", f"{GUERET},87085,36044", "--dry-run"]) == 0
    said = "ne couvre que le département 23 : il ne dit rien des communes des départements 36, 87."
    assert said in capsys.readouterr().out.replace("\u00a0", " ")
    assert app.run(["import", str(dossier), str(pack), "--communes", GUERET, "--dry-run"]) == 0
    assert "ne couvre que" not in capsys.readouterr().out


def test_what_cannot_be_done_is_one_sentence(dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = rpps(tmp_path, "20260414", row("10000000001", "PETIT", "Anne"))
    table = tmp_path / "liste.csv"
    table.write_text("Nom;Prénom\nPetit;Anne\n", "utf-8")
    assert "--communes" in refused(capsys, dossier, file)  # the fictitious commune has no code
    assert "ne se reprennent pas ensemble" in refused(capsys, dossier, file, table, "--communes", GUERET)
    assert "liste.csv" in refused(capsys, dossier, table, "--communes", GUERET)
    assert "99999" in refused(capsys, dossier, file, "--communes", "99999")
    assert "everything" in refused(capsys, dossier, file, "--communes", GUERET, "--accept", "everything")


def test_the_others_of_the_epci_are_sought_as_well(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = rpps(tmp_path, "20260414", row("10000000001", "PETIT", "Anne"))
    values = told(capsys, dossier, file, "--communes", GUERET, "--epci", "--dry-run")
    assert values["communes"][0] == GUERET
    assert len(values["communes"]) > 10
