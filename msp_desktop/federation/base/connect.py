"""Open a federation's base: a SQLite file of this computer, or a base of PostgreSQL, which several people share."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from msp_desktop.db.engine import guard, sqlite_uri
from msp_desktop.errors import UserError
from msp_desktop.federation.base.faults import AGAIN, DAMAGED, explained, sqlstate
from msp_desktop.federation.base.migrate import NOT_OURS, migrate
from msp_desktop.federation.base.values import has_strange_values
from msp_desktop.files import owner_only
from msp_desktop.i18n import N_, _
from msp_desktop.paths import DOSSIER_SUFFIX, REPLY_SUFFIX, make_folder
from msp_desktop.places import Kind, Place, kind_of

#: « FED1 » in the file's header: what tells a federation's base from a dossier and from other SQLite files.
APPLICATION_ID = 0x46454431
#: Seconds that one who writes waits for another, in a file, and that a server has to answer in.
_PATIENCE, _ANSWERS = 30, 10
#: What a file keeps in memory (in KB, after a minus) and in its journal (in pages of 4 KB): by SQLite's own, 2 and 4 MB, a commune
#: among 35,000 costs a third more, since each lands on other pages.
_ROOM = ("cache_size=-16000", "wal_autocheckpoint=4000")
#: How many times a transaction is tried where the server asks for it again.
_TRIES = 5
NOT_UNDERSTOOD = N_(
    "This address of a base is not understood: give the path of a file, or postgresql+psycopg://user@server/base."
)
NO_DRIVER = N_("PostgreSQL needs the module psycopg, which is not installed here: install « msp-desktop[postgresql] ».")
NAMED = N_("A base cannot end like a dossier or an answer, which a double click opens: call it « communes.db ».")
SHARE = N_("A base in a file cannot lie on a network share: put it on this computer, or use PostgreSQL to share it.")

_Result = TypeVar("_Result")


class Base:
    """A base that is open, at today's tables; `shown` is its name for people, without user or password."""

    def __init__(self, engine: Engine, shown: str, file: Path | None = None, place: Place | None = None) -> None:
        """Keep what it is opened with; `file` is where a SQLite base lies, `place` the synchronised folder it is in."""
        self._engine, self.shown, self.file, self.place = engine, shown, file, place
        self._writer = engine.execution_options(writes=True)

    @property
    def dialect(self) -> str:
        """Return « sqlite » or « postgresql »."""
        return self._engine.dialect.name

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session to read in: all that is read in it is of one moment's commits; UserError where the base refuses."""
        with explained(), Session(self._engine) as session:
            try:
                yield session
            except (ValueError, TypeError):
                if self.file is not None and has_strange_values(session.connection()):
                    raise UserError(_(DAMAGED)) from None
                raise

    def write(self, work: Callable[[Session], _Result]) -> _Result:
        """Do a whole transaction, again where the server asks for it (a deadlock, a conflict); UserError where it refuses."""
        with explained():
            for left in range(_TRIES - 1, -1, -1):
                try:
                    with Session(self._writer) as session, session.begin():
                        return work(session)
                except DBAPIError as error:
                    if not left or sqlstate(error) not in AGAIN:
                        raise
        raise AssertionError("a try returns or raises")

    def close(self) -> None:
        """Let go of the file or the server."""
        self._engine.dispose()


def connect(where: str | Path, password: str = "") -> Base:
    """Open a base, or make it where there is none: a file's path, or any URL SQLAlchemy has for SQLite and PostgreSQL.

    `password` is for a server, in the place of what its URL, PGPASSWORD or the file pgpass would say.
    UserError, whose sentence never holds a password, where it cannot be.
    """
    url = url_of(where)
    if url.get_backend_name() == "sqlite":
        path = Path(url.database or "").absolute()
        with explained():
            place = _admit(path)
            engine = _on_file(path)
        return _migrated(Base(engine, path.name, path, place))
    server = f"{url.database or url.username or ''} – {url.host or 'PostgreSQL'}"
    return _migrated(Base(_on_server(url.set(password=password) if password else url), server))


def url_of(where: str | Path) -> URL:
    """Return the URL of a path or of words typed; UserError where they are none of what can be opened."""
    if isinstance(where, Path) or "://" not in where:
        if not str(where).strip():
            raise UserError(_(NOT_UNDERSTOOD))
        return URL.create("sqlite", database=str(where))
    try:
        url = make_url(where.strip())
    except (ArgumentError, ValueError):
        raise UserError(_(NOT_UNDERSTOOD)) from None  # the error may quote what was typed
    if (
        url.drivername in ("sqlite", "sqlite+pysqlite")
        and url.database
        and url.database != ":memory:"
        and not url.query
    ):
        return url
    if url.drivername in ("postgres", "postgresql", "postgresql+psycopg"):
        return url.set(drivername="postgresql+psycopg")
    raise UserError(_(NOT_UNDERSTOOD))


def is_server(where: str | Path) -> bool:
    """Tell whether opening it asks something of the network, or of a server of this computer."""
    return url_of(where).get_backend_name() == "postgresql"


def _migrated(base: Base) -> Base:
    try:
        with explained():
            migrate(base._writer)
    except BaseException:
        base.close()
        raise
    return base


def _admit(path: Path) -> Place | None:
    """Make the file where there is none, for its owner alone, have it be one of ours, and return the synchronised folder it is in.

    UserError where it is not ours.
    """
    place = kind_of(path)
    if place is not None and place.kind is Kind.SHARED:
        raise UserError(_(SHARE))
    if path.is_dir():
        raise UserError(_(NOT_UNDERSTOOD))
    if path.suffix.lower() in (DOSSIER_SUFFIX, REPLY_SUFFIX) and not path.exists():
        raise UserError(_(NAMED))
    make_folder(path.parent)
    with suppress(FileExistsError):
        os.close(owner_only(str(path), os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    with closing(sqlite3.connect(sqlite_uri(path, "rw"), uri=True, isolation_level=None, timeout=_PATIENCE)) as raw:
        try:
            guard(raw)
            identity = raw.execute("PRAGMA application_id").fetchone()[0]
            if identity != APPLICATION_ID:
                if identity or raw.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                    raise UserError(_(NOT_OURS))
                raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
                raise UserError(_(NOT_OURS)) from None
            raise
    return place


def _on_file(path: Path) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(
            sqlite_uri(path, "rw"), uri=True, isolation_level=None, timeout=_PATIENCE, check_same_thread=False
        ),
        poolclass=QueuePool,
    )

    @event.listens_for(engine, "connect")
    def set_up(raw: sqlite3.Connection, _record: Any) -> None:
        guard(raw)
        for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL", "secure_delete=ON", *_ROOM):
            raw.execute(f"PRAGMA {pragma}").fetchall()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # One who reads and then writes would fail without waiting: who writes says so first.
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _on_server(url: URL) -> Engine:
    try:
        import psycopg  # noqa: F401
    except ImportError:
        raise UserError(_(NO_DRIVER)) from None
    usual = {"connect_timeout": _ANSWERS, "client_encoding": "utf8"}
    try:
        engine = create_engine(
            url, pool_pre_ping=True, connect_args={key: usual[key] for key in usual if key not in url.query}
        )
    except (ArgumentError, ValueError, TypeError):
        raise UserError(_(NOT_UNDERSTOOD)) from None

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # How the server finds a batch's rows is planned once, while the tables are small: it would read all of them each time.
        if connection.get_execution_options().get("writes"):
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")

    return engine
