"""The command that takes files into a federation's base."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from msp_desktop.app import run
from msp_desktop.cli.consolidate import password_in
from msp_desktop.domain.carried.envelope import encoded
from msp_desktop.errors import UserError
from tools.make_communes_data import of_commune


def test_it_tells_what_was_taken_unchanged_and_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "55001.json"
    source.write_bytes(encoded(of_commune("55001")))
    (tmp_path / "x.json").write_bytes(b"{")
    arguments = [
        "consolidate",
        str(source),
        str(tmp_path / "x.json"),
        "--into",
        str(tmp_path / "federation.db"),
        "--json",
    ]
    assert run(arguments) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(line["insee"], line["file"]) for line in told["taken"]] == [("55001", "55001.json")]
    assert told["unchanged"] == []
    assert [(line["file"], line["why"]) for line in told["refused"]] == [("x.json", "not-ours")]
    assert run(arguments[:-1]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "0 fichier pris, 1 déjà là, 1 refusé."


def test_a_code_that_is_another_commune_s_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for insee, name in (("75056", "Marseille"), ("23096", "Guéret"), ("99999", "Nulle part")):
        (tmp_path / f"{insee}.json").write_bytes(encoded(of_commune(insee, name)))
    arguments = ["consolidate", *map(str, sorted(tmp_path.glob("*.json"))), "--into"]
    assert run([*arguments, str(tmp_path / "a.db")]) == 0
    assert capsys.readouterr().out.splitlines()[:3] == [
        "+ Guéret (23096.json)",
        "+ Marseille (75056.json) – code 75056\u00a0: Paris, à vérifier",
        "+ Nulle part (99999.json) – code 99999 d’aucune commune connue, à vérifier",
    ]
    assert run([*arguments, str(tmp_path / "b.db"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["taken"]
    assert [line["official_name"] for line in told] == ["Guéret", "Paris", ""]


def test_a_base_in_a_synchronised_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "55001.json"
    source.write_bytes(encoded(of_commune("55001")))
    arguments = ["consolidate", str(source), "--into", str(tmp_path / "OneDrive - Essai" / "federation.db")]
    assert run(arguments) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("La base est dans OneDrive\u00a0: ")
    assert run([*arguments, "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["unchanged"]) == 1


def test_what_is_not_there_is_a_user_s_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["consolidate", str(tmp_path / "none"), "--into", str(tmp_path / "federation.db")]) == 2
    assert "ni fichier ni dossier" in capsys.readouterr().err
    assert not (tmp_path / "federation.db").exists()


def test_the_password_is_the_first_line_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_bytes(b"\xef\xbb\xbfmot de passe\r\nother\n")
    assert password_in(path) == "mot de passe"
    assert password_in(None) == ""
    with pytest.raises(UserError, match="nulle"):
        password_in(tmp_path / "nulle")
