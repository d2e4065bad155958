"""Files given are read and taken, at once or in a process of its own; one base in a file asks nothing of any network."""

from __future__ import annotations

import socket
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from msp_desktop.domain.carried.envelope import encoded
from msp_desktop.domain.carried.refusals import Why
from msp_desktop.federation.base.connect import connect
from msp_desktop.federation.base.models import CommuneRow
from msp_desktop.federation.consolidate import Consolidating, consolidate, who
from tools.make_communes_data import of_commune

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
PROGRAM = (sys.executable, "-m", "msp_desktop")


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """A folder with what two communes sent, and a file of nobody."""
    folder = tmp_path / "received"
    folder.mkdir()
    for code in ("55001", "55002"):
        (folder / f"{code}.json").write_bytes(encoded(of_commune(code)))
    (folder / "other.json").write_bytes(b'{"format": "other", "version": 1}')
    return folder


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """What sockets of the Internet were asked for in this process."""
    asked: list[Any] = []
    own = socket.socket

    class Watched(own):  # type: ignore[misc, valid-type, unused-ignore]
        def __init__(self, family: int = -1, *rest: Any, **more: Any) -> None:
            if family in (-1, socket.AF_INET, socket.AF_INET6):
                asked.append(family)
            super().__init__(family, *rest, **more)

    monkeypatch.setattr(socket, "socket", Watched)
    return asked


def test_what_is_given_is_taken_once_and_the_base_itself_is_passed_over(given: Path, no_network: list[Any]) -> None:
    base = connect(given / "federation.db")
    parts = list(consolidate(base, [given], NOW, "anne@pc", command=PROGRAM))
    assert [receipt.insee for part in parts for receipt in part.taken] == ["55001", "55002"]
    assert [(receipt.name, receipt.why) for part in parts for receipt in part.refused] == [
        ("received › other.json", Why.NOT_OURS)
    ]
    again = list(consolidate(base, [given], NOW, "anne@pc", command=PROGRAM))
    assert [len(part.unchanged) for part in again] == [2]
    base.close()
    assert no_network == []


def test_a_process_of_its_own_tells_how_far_it_is_and_what_it_took(given: Path, tmp_path: Path) -> None:
    where = tmp_path / "federation.db"
    doing = Consolidating(where, [given], NOW, by="anne@pc", command=PROGRAM)
    assert doing.wait(60)
    assert (doing.problem, doing.over) == ("", True)
    assert [receipt.commune for receipt in doing.results.taken] == ["Commune 55001", "Commune 55002"]
    assert doing.progress.files == doing.progress.files_in_all == 3
    base = connect(where)
    with base.reading() as session:
        assert session.scalars(select(CommuneRow.insee).order_by(CommuneRow.insee)).all() == ["55001", "55002"]
    base.close()


@pytest.mark.posix("/proc")
def test_the_address_is_on_no_command_line_and_what_refuses_it_is_said(given: Path) -> None:
    doing = Consolidating("postgresql://u@127.0.0.1:1/b", [given], NOW, password="tres-secret", command=PROGRAM)
    while doing.pid is None and not doing.over:
        time.sleep(0.01)
    with suppress(FileNotFoundError):  # it has ended already
        line = Path(f"/proc/{doing.pid}/cmdline").read_bytes()
        assert b"127.0.0.1" not in line
        assert b"secret" not in line
    assert doing.wait(60)
    assert "PostgreSQL" in doing.problem
    assert "secret" not in doing.problem


def test_cancelling_ends_it_without_a_word(given: Path, tmp_path: Path) -> None:
    doing = Consolidating(tmp_path / "federation.db", [given], NOW, command=PROGRAM)
    doing.cancel()
    assert doing.wait(60)
    assert doing.problem == ""


def test_who_adds_is_a_session_of_a_computer() -> None:
    assert who().count("@") == 1
