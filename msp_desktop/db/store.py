"""An open dossier: read it, write it in named transactions, undo, redo, tell who listens what changed."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msp_desktop.db.changes import ChangeSet, History
from msp_desktop.db.engine import connect
from msp_desktop.db.faults import IO, READ_ONLY, explained
from msp_desktop.db.reader import Reader, RecordGoneError
from msp_desktop.domain.typed import cleaned_record
from msp_desktop.errors import UserError
from msp_desktop.i18n import _

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from msp_desktop.db.transaction import Transaction

Listener = Callable[[ChangeSet], None]

#: Rows taken away in one step from which it is a large one: a copy is made before it.
LARGE = 10


class Store:
    """An open dossier: its one connection and its history.

    `read_only_because` is the translated sentence that says why it cannot be changed, "" where it can be.
    Opened and closed by `db.dossier`; `reader` reads, `write` is the only way to change anything.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only_because: str = "") -> None:
        self.path = path
        self.read_only_because = read_only_because
        self.read_only = bool(read_only_because)
        self.reader = Reader(connection)
        self.history = History()
        self.changed_since_copy = False
        #: Whether it is a copy that is looked at, in memory.
        self.is_copy = False
        #: Called before an import, or a step that takes away many rows: whoever makes copies makes one.
        self.before_large_step: Callable[[], None] = _nothing
        self._raw = connection
        self._engine: Engine | None = None
        self._writing = False
        self._lost = False  # no connection any more: the disk did not answer when one was made anew
        self._listeners: list[Listener] = []

    @property
    def connection(self) -> sqlite3.Connection:
        """Return the raw connection, for copies and checks."""
        return self._raw

    def subscribe(self, listener: Listener) -> None:
        """Call the listener with each change set, after it is on the disk."""
        self._listeners.append(listener)

    @contextmanager
    def write(
        self, label: str, *, merges: bool = False, undoable: bool = True, large: bool = False
    ) -> Iterator[Transaction]:
        """Open one transaction, all or nothing, named in the user's words.

        `merges` lets typing on in one field within two seconds stay one step. `undoable` is False for what
        happened outside and cannot be taken back: a file written, a message sent. `large` has a copy made before. Faults of the disk become a
        UserError and nothing is changed. Raises RuntimeError inside another write, RecordGoneError where a row would
        refer to one deleted meanwhile.
        """
        if large:
            self.before_large_step()
        with self._transaction() as transaction:
            yield transaction
            change = transaction.change_set(label, time.monotonic(), merges)
        if change.changes:
            if undoable:
                self.history.add(change)
            self._publish(change)

    def undo(self) -> str:
        """Take the last step back and return its name; UserError where it can no longer be."""
        return self._replay(self.history.to_undo(), self.history.undone, self.history.forget_undo)

    def redo(self) -> str:
        """Do the last undone step again and return its name; UserError where it can no longer be."""
        return self._replay(self.history.to_redo(), self.history.redone, self.history.forget_redo)

    def close(self) -> None:
        """Close the connection; the file is then free for others."""
        self.reader.close()
        if self._engine is not None:
            self._engine.dispose()
        self._raw.close()

    def _replay(self, change: ChangeSet, recorded: Callable[[], None], forget: Callable[[], None]) -> str:
        from msp_desktop.db.transaction import ReplayError

        if sum(row.after is None for row in change.changes) >= LARGE:
            self.before_large_step()
        try:
            with self._transaction() as transaction:
                for row in change.changes:
                    transaction.replay(row)
        except ReplayError as error:
            forget()
            raise UserError(
                _("« {step} » can no longer be taken back: what it changed has changed since.").format(
                    step=change.label
                )
            ) from error
        recorded()
        self._publish(change)
        return change.label

    @contextmanager
    def _transaction(self) -> Iterator[Transaction]:
        if self.read_only:
            raise UserError(self.read_only_because or _(READ_ONLY))
        if self._writing:
            raise RuntimeError("a write inside a write")
        if self._lost and not self._connect_again():
            raise UserError(_(IO))
        from sqlalchemy.exc import DBAPIError

        from msp_desktop.db.transaction import Transaction

        self._writing = True
        finished: Transaction | None = None
        try:
            with explained(), self._open_engine().begin() as connection:
                connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
                transaction = Transaction(connection, self._raw, cleaned_record)
                yield transaction
                transaction.keep_sums()
                finished = transaction
        except UserError:
            # The last flush of a commit may fail after its journal is gone: all is in the file, and done again it would
            # be there twice. The next write tells of the disk.
            if finished is None or not self._holds(finished):
                raise
        except DBAPIError as error:
            if getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
                raise RecordGoneError("what this belonged to") from error
            raise
        finally:
            self._writing = False
            if self._raw_in_transaction():
                self._raw.rollback()

    def _holds(self, transaction: Transaction) -> bool:
        try:
            if self._raw.in_transaction:
                self._raw.rollback()
            return transaction.is_in_the_file(self._raw)
        except sqlite3.Error:
            # While the disk goes on failing, this connection no longer tells; a new one reads the file itself.
            return self._connect_again() and self._holds_in_the_file(transaction)

    def _holds_in_the_file(self, transaction: Transaction) -> bool:
        try:
            # First alone with it, as before; and a journal that still holds takes the change back here.
            self._raw.execute("BEGIN EXCLUSIVE")
            self._raw.execute("COMMIT")
            return transaction.is_in_the_file(self._raw)
        except sqlite3.Error:
            return False

    def _connect_again(self) -> bool:
        from sqlalchemy.exc import DBAPIError

        for act in (self.reader.close, self._open_engine().dispose, self._raw.close):
            with suppress(sqlite3.Error, DBAPIError):
                act()
        try:
            fresh = connect(self.path)
        except sqlite3.Error:
            self._lost = True
            return False
        self._raw, self._engine, self._lost = fresh, None, False
        self.reader.connect(fresh)
        return True

    def _raw_in_transaction(self) -> bool:
        try:
            return self._raw.in_transaction
        except sqlite3.ProgrammingError:
            return False

    def _open_engine(self) -> Engine:
        if self._engine is None:
            from msp_desktop.db.engine import engine_on

            self._engine = engine_on(self._raw)
        return self._engine

    def _publish(self, change: ChangeSet) -> None:
        self.changed_since_copy = True
        if change.changes:
            self.reader.follow(change)
        else:
            self.reader.forget()
        for listener in list(self._listeners):
            listener(change)


def _nothing() -> None:
    """Do nothing: nobody makes copies."""
