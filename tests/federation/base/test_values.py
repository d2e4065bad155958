"""A base that another program changed is said to be damaged, in one sentence, wherever it is met."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine

from msp_desktop.app import run
from msp_desktop.domain.federated.communes import View
from msp_desktop.domain.federated.files import ReadFile
from msp_desktop.errors import UserError
from msp_desktop.federation.base.connect import connect
from msp_desktop.federation.base.take import take
from msp_desktop.federation.base.values import has_strange_values, lacks_something
from msp_desktop.federation.lines import lines
from msp_desktop.federation.received import receipts
from msp_desktop.federation.story import story
from tools.make_communes_data import of_commune

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)


def asked_of(path: Path) -> None:
    with closing(connect(path)) as base:
        lines(base, View(), date(2026, 6, 1))
        story(base, "55001")
        receipts(base)


@pytest.mark.parametrize(
    "altered",
    [
        "DROP TABLE headcount",
        "ALTER TABLE commune DROP COLUMN late",
        "DELETE FROM federation_revision",
        "UPDATE commune SET day_zero = 'hello'",
        "UPDATE version SET made_at = 12",
        "UPDATE receipt SET verdict = 'lost'",
        "UPDATE receipt SET why = 'lost'",
    ],
)
def test_what_another_program_changed_is_said(altered: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "communes.db"
    with closing(connect(path)) as base:
        take(base, [ReadFile(name="x.json", sha256="a" * 64, data=of_commune("55001"))], NOW, "anne")
    asked_of(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(altered)
        raw.commit()
    with pytest.raises(UserError, match="abîmée"):
        asked_of(path)
    if "commune " in altered or "DROP" in altered:
        assert run(["federation", str(path)]) == 2
        assert "abîmée" in capsys.readouterr().err


def test_a_base_of_ours_lacks_nothing_and_a_fault_of_ours_stays_one(tmp_path: Path) -> None:
    base = connect(tmp_path / "communes.db")
    engine = create_engine(f"sqlite:///{tmp_path / 'communes.db'}")
    with engine.connect() as connection:
        assert isinstance(connection, Connection)
        assert not lacks_something(connection)
        assert not has_strange_values(connection)
    engine.dispose()
    with pytest.raises(ValueError, match="ours"), base.reading():
        raise ValueError("ours")
    base.close()


def test_an_empty_file_is_no_base_and_stays_empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "communes.db"
    path.touch()
    assert run(["federation", str(path)]) == 2
    assert "consolidate" in capsys.readouterr().err
    assert path.stat().st_size == 0
