"""One fixture for both: each test of the base runs on a file, and on PostgreSQL where it is (`needs`)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from msp_desktop.federation.base.connect import Base, connect
from tests.federation.postgres import new_base, server

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Path]:
    """The folder of a PostgreSQL server's socket: for tests that are marked `needs("initdb")`."""
    with server() as folder:
        yield folder


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.needs("psql"))])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty base is, of each dialect."""
    if request.param == "sqlite":
        return str(tmp_path / "federation.db")
    return new_base(request.getfixturevalue("postgres"), f"base{next(_numbers)}")


@pytest.fixture
def base(where: str) -> Iterator[Base]:
    """An empty base of each dialect."""
    opened = connect(where)
    yield opened
    opened.close()
