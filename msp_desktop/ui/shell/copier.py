"""Copies made while somebody works and as a dossier closes: taken in a moment, checked and written away from the window."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from msp_desktop.db.changes import ChangeSet
from msp_desktop.db.store import Store
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.paths import backups_path
from msp_desktop.services.copies import EVERY, Making, away_words, due
from msp_desktop.services.copy_notes import say_once

#: How long after a change a copy is taken, so that it holds up no typing, and how often what is written is looked after
#: (milliseconds).
_AFTER, _LOOK = 2000, 200
#: How long the end of the program waits for the copies, in seconds: here, then in Documents as well.
_WAIT_HERE, _WAIT_ALL = 30.0, 8.0


class Copier(QObject):
    """Emit `said(sentence)`, once for each sentence, where a copy could not be made in some place."""

    said = Signal(str)

    def __init__(self, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._store: Store | None = None
        self._last: datetime | None = None
        self._running: list[Making] = []
        self._told: set[str] = set()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._copy_if_due)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK)
        self._look.timeout.connect(self._hear)

    def watch(self, store: Store) -> None:
        """Copy a dossier as it changes, and before a step that changes much."""
        self._store, self._last = store, None
        if store.read_only:
            return
        store.subscribe(self._on_change)
        store.before_large_step = self.copy

    def leave(self, *, copying: bool = True) -> None:
        """Take a last copy of the dossier where it has changed; it may then be closed. Of a damaged one, none."""
        store = self._store
        if copying and store is not None and store.changed_since_copy and not store.read_only:
            self.copy()
        self._wait.stop()
        self._store = None

    def copy(self) -> None:
        """Take a copy now, where something has changed; it is written while one goes on."""
        store = self._store
        if store is None or not store.changed_since_copy:
            return
        from msp_desktop.db.copies import snapshot

        try:
            memory = snapshot(store.connection)
        except UserError as error:
            self._tell(_("No safe copy could be made: {why}").format(why=error.sentence))
            return
        self._last = self._clock()
        store.changed_since_copy = False
        making = Making(memory, store.path.stem, self._last)
        self._running.append(making)
        making.start()
        self._look.start()

    def wait(self, patience: float | None = None) -> str:
        """Wait for what is being written, this computer's copies above all; return what is to be told in a box, or "".

        That there is no copy anywhere; that there is none in Documents, once a day. Documents is waited for some seconds, or
        the `patience` given, in all: after a day of silence there are as many copies on their way as were made.
        """
        waited = list(self._running)
        for making in waited:
            making.here.wait(_WAIT_HERE)
        last = time.monotonic() + (_WAIT_ALL if patience is None else patience)
        for making in waited:
            making.join(max(0.0, last - time.monotonic()))
        silent = any(making.is_alive() for making in waited)
        told = set(self._told)
        self._hear()
        made = [making.made for making in waited]
        nowhere = next((one.refused[0] for one in made if one.refused and not one.paths), "")
        here_only = next((one.refused[0] for one in made if one.refused), away_words(backups_path()) if silent else "")
        if nowhere or not here_only or here_only in told or not say_once(f"away {self._clock().date().isoformat()}"):
            return nowhere
        return here_only

    def _on_change(self, _change: ChangeSet) -> None:
        if self._wait.isActive():
            return
        pause = 0 if self._last is None else max(0.0, (EVERY - (self._clock() - self._last)).total_seconds())
        # A clock that was set back makes the pause no longer than a pause is.
        self._wait.start(_AFTER + int(min(pause, EVERY.total_seconds()) * 1000))

    def _copy_if_due(self) -> None:
        store = self._store
        if store is not None and due(self._last, self._clock(), changed=store.changed_since_copy):
            self.copy()

    def _hear(self) -> None:
        for making in [one for one in self._running if not one.is_alive()]:
            self._running.remove(making)
            for sentence in filter(None, (*making.made.refused, making.made.word)):
                self._tell(sentence)
            if not making.made.paths and self._store is not None:
                self._store.changed_since_copy = True
        if not self._running:
            self._look.stop()

    def _tell(self, sentence: str) -> None:
        if sentence not in self._told:
            self._told.add(sentence)
            self.said.emit(sentence)
