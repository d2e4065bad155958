"""The command by which a federation answers a commune."""

from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop.app import run
from msp_desktop.domain.carried.envelope import content_id, decoded_reply, encoded
from tools.make_communes_data import of_commune


def test_it_writes_the_answer_to_the_newest_data_of_the_base(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, base, lines = tmp_path / "55001.json", str(tmp_path / "federation.db"), tmp_path / "lignes.json"
    source.write_bytes(encoded(of_commune("55001")))
    lines.write_text('[{"kind": "step", "words": "Rappeler la fédération"}]', encoding="utf-8")
    assert run(["consolidate", str(source), "--into", base]) == 0
    capsys.readouterr()
    asked = ["--lines", str(lines), "--signed", "Claire Roux", "--into", str(tmp_path)]
    assert run(["answer", base, "55001", *asked]) == 0
    file, page = map(Path, capsys.readouterr().out.splitlines())
    reply = decoded_reply(file.read_bytes())
    assert (reply.answers, reply.signed) == (content_id(of_commune("55001")), "Claire Roux")
    assert page.suffix == ".pdf"
    assert run(["answer", base, "99999", *asked]) == 2
    assert "99999" in capsys.readouterr().err
    assert run(["answer", str(tmp_path / "other.db"), "55001", *asked]) == 2
    assert "other.db" in capsys.readouterr().err
    assert not (tmp_path / "other.db").exists()


def test_lines_that_are_not_there_are_said_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = tmp_path / "federation.db"
    base.write_bytes(b"not looked at before the lines are")
    asked = ["--lines", str(tmp_path / "lignes.json"), "--into", str(tmp_path)]
    assert run(["answer", str(base), "55001", *asked]) == 2
    assert "lignes.json" in capsys.readouterr().err
