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
