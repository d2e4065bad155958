from __future__ import annotations

import json
from pathlib import Path

import pytest

from msp_desktop.cli.basin import join_basin
from msp_desktop.cli.parser import parser
from msp_desktop.domain.carried.envelope import encoded
from msp_desktop.errors import UserError
from tests.basins import basin_of
from tests.conftest import NOW


def said_by(folder: Path, *options: str) -> list[str]:
    lines: list[str] = []
    words = ["basin", str(folder), "--into", str(folder.parent / "out"), "--today", "2026-04-20", *options]
    join_basin(parser().parse_args(words), lines.append, NOW)
    return lines


def test_the_document_is_written_and_what_is_refused_is_said(tmp_path: Path) -> None:
    sent = tmp_path / "sent"
    sent.mkdir()
    for number, data in enumerate(basin_of(2)):
        (sent / f"{number}.json").write_bytes(encoded(data))
    (sent / "x.pdf").write_bytes(b"no paper at all")
    lines = said_by(sent, "--name", "Bassin de Bellefond")
    assert lines[0].strip().startswith("sent › x.pdf")
    assert Path(lines[1]).read_bytes().startswith(b"%PDF")
    values = json.loads(said_by(sent, "--json")[0])
    assert [one["why"] for one in values["refused"]] == ["not-ours"]
    (sent / "1.json").unlink()
    with pytest.raises(UserError):
        said_by(sent)
