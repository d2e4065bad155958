"""Opening a base: whoever starts first makes it, and what cannot be opened is said in a sentence without a password."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text

from msp_desktop import places
from msp_desktop.errors import UserError
from msp_desktop.federation.base import connect as door
from msp_desktop.federation.base import faults
from msp_desktop.federation.base.connect import Base, connect, is_server
from msp_desktop.federation.base.migrate import REVISION, SCRIPTS, VERSION_TABLE, migrate
from msp_desktop.federation.base.models import Model
from tests.federation.postgres import new_base, server

SECRET = "tres-secret-42"


def test_the_migrations_make_what_the_models_say(base: Base) -> None:
    with base.reading() as session:
        context = MigrationContext.configure(
            session.connection(), opts={"version_table": VERSION_TABLE, "compare_type": True}
        )
        assert compare_metadata(context, Model.metadata) == []
        assert session.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}")) == f"f{REVISION}"


def test_three_programs_start_on_an_empty_base_at_once(where: str) -> None:
    code = f"from msp_desktop.federation.base.connect import connect; connect({where!r}).close()"
    started = [subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE) for _number in range(3)]
    assert [process.communicate()[1].decode() for process in started] == [""] * 3
    connect(where).close()


def test_a_base_of_the_first_revision_is_brought_to_the_next(where: str, tmp_path: Path) -> None:
    scripts = tmp_path / "migrations"
    (scripts / "versions").mkdir(parents=True)
    for name in ("env.py", "script.py.mako", "versions/f1_first.py"):
        (scripts / name).write_bytes((SCRIPTS / name).read_bytes())
    (scripts / "versions" / f"f{REVISION + 1}_next.py").write_text(
        f"import sqlalchemy as sa\nfrom alembic import op\nrevision = 'f{REVISION + 1}'\ndown_revision = 'f{REVISION}'\n"
        "def upgrade():\n    op.add_column('commune', sa.Column('next', sa.Integer()))\n"
    )
    connect(where).close()
    url = f"sqlite:///{where}" if "://" not in where else where
    engine = create_engine(url)
    migrate(engine, scripts=scripts, target=REVISION + 1)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(next) FROM commune")) == 0
    engine.dispose()
    with pytest.raises(UserError, match="plus récente"):
        connect(where)


def test_a_base_that_holds_other_things_is_left_alone(where: str) -> None:
    engine = create_engine(f"sqlite:///{where}" if "://" not in where else where)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE commune (name TEXT)"))
    engine.dispose()
    with pytest.raises(UserError, match="autre chose"):
        connect(where)


def test_the_file_is_its_owner_s_alone_and_reads_while_somebody_writes(tmp_path: Path) -> None:
    path = tmp_path / "made" / "federation.db"
    base = connect(path)
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with base.reading() as session:
            assert session.scalar(text("SELECT count(*) FROM commune")) == 0
        other.execute("ROLLBACK")
    assert base.shown == "federation.db"
    base.close()


@pytest.mark.parametrize("content", [b"not a base at all" * 100, b"%PDF-1.7\n", None])
def test_a_file_of_somebody_else_is_refused_and_not_touched(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    if content is None:
        with closing(sqlite3.connect(path)) as made:
            made.execute("CREATE TABLE theirs (x)")
    else:
        path.write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(UserError, match="autre chose"):
        connect(path)
    assert path.read_bytes() == before


def test_a_network_share_asks_for_postgresql(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "kind_of", lambda path: places.Place(places.Kind.SHARED))
    with pytest.raises(UserError, match="utilisez PostgreSQL"):
        connect(tmp_path / "federation.db")
    assert not (tmp_path / "federation.db").exists()


@pytest.mark.parametrize(
    ("setting", "said"), [("query_only=ON", "que lue"), ("max_page_count=1", "Le disque est plein")]
)
def test_what_a_disk_refuses_is_said_of_a_base_not_of_a_dossier(setting: str, said: str, tmp_path: Path) -> None:
    connect(tmp_path / "federation.db").close()
    with closing(sqlite3.connect(tmp_path / "federation.db")) as raw:
        raw.execute(f"PRAGMA {setting}")
        with pytest.raises(UserError, match=said) as refused, faults.explained():
            raw.execute("CREATE TABLE more AS SELECT zeroblob(100000) AS x")
    assert "ossier" not in refused.value.sentence.replace("un de vos dossiers", "")
    assert "écran" not in refused.value.sentence


@pytest.mark.parametrize("name", ["creuse.msp100", "CREUSE.MSP100", "a.reponse100"])
def test_a_base_is_not_called_like_what_a_double_click_opens(name: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"communes\.db"):
        connect(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "where",
    [
        f"mysql://u:{SECRET}@host/base", f"postgresql://[u:{SECRET}", f"nothing://{SECRET}", "", "sqlite://", "sqlite:///:memory:",
        f"postgresql+asyncpg://u:{SECRET}@host/base",
    ],
)  # fmt: skip
def test_an_address_that_is_not_understood_is_not_quoted(where: str) -> None:
    with pytest.raises(UserError, match="pas comprise") as refused:
        connect(where)
    assert SECRET not in repr(refused.value)
    assert refused.value.__cause__ is None


def test_without_psycopg_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert is_server("postgresql://h/b")
    assert not is_server(Path("b.db"))
    with pytest.raises(UserError, match=r"msp-desktop\[postgresql\]"):
        connect(f"postgresql://u:{SECRET}@host/base")


@pytest.mark.needs("psql")
def test_what_a_server_refuses_is_said_without_the_password() -> None:
    with server(trust=False) as folder:
        url = new_base(folder, "known")
        told = {
            url.replace("tester@", f"tester:{SECRET}@"): "mot de passe",
            url: "mot de passe",
            url.replace("tester@", "nobody@"): "mot de passe",
            url.replace(str(folder), str(folder / "elsewhere")): "ne répond pas",
            f"postgresql://u:{SECRET}@127.0.0.1:1/b?password={SECRET}": "ne répond pas",
        }
        for where, words in told.items():
            with pytest.raises(UserError, match=words) as refused:
                connect(where)
            assert SECRET not in repr(refused.value)
            assert refused.value.__cause__ is None
        with pytest.raises(UserError, match="pas de base de ce nom"):
            connect(url.replace("/known", "/absent"), "tester")
        base = connect(url, "tester")
        assert base.shown == "known – PostgreSQL"
        base.close()
