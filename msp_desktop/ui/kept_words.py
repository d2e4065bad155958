"""The words that have no record yet: on this computer's disk within two seconds, and shown again at the next opening."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from msp_desktop.services import kept_words as service
from msp_desktop.services.kept_words import Kept
from msp_desktop.ui.drafts import Draft, DraftKey

#: Milliseconds after the first key that is not kept yet.
SOON = 1000


class KeptWords(QObject):
    """What waits and could be lost with the program, in one small file that only its owner may read.

    `changed` tells that `returned()`, the words of a former run that nobody has taken up yet, are others.
    """

    changed = Signal()

    def __init__(self, file: Path, dossier: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file, self._dossier = file, dossier
        self._waiting: dict[DraftKey, Kept] = {}
        self._begun: dict[DraftKey, Kept] = {}
        self._back = {DraftKey(one.kind, one.id, one.attribute): one for one in service.read(file)}
        self._written = list(self._back.values())
        self._refused = False
        self._timer = QTimer(self, singleShot=True, interval=SOON)
        self._timer.timeout.connect(self._write_aside)
        # One at a time, in order; flushing a disk may take long, and nobody who types waits for it.
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    # --- for those who hold words ----------------------------------------------------------------

    def follow(self, drafts: Iterable[tuple[DraftKey, Draft]]) -> None:
        """Keep the words that no clock will write: begun, refused, not understood."""
        self._waiting = {
            key: kept
            for key, draft in drafts
            if (draft.begun or draft.wrong or draft.refused) and (kept := _kept(key, draft.label, draft)) is not None
        }
        self._look()

    def begin(self, key: DraftKey, label: str, words: dict[str, str]) -> None:
        """Keep what is typed in a dialog that has not done its work yet."""
        self._back.pop(key, None)
        self._begun[key] = Kept(str(key.kind), _plain(key.id), key.attribute, label, words)
        self._look()

    def drop(self, key: DraftKey) -> None:
        """Forget what is kept for a key: it is written, or given up."""
        self._begun.pop(key, None)
        if self._back.pop(key, None) is not None:
            self.changed.emit()
        self._look()

    def take_back(self, key: DraftKey, before: str | None = None) -> Any:
        """Return the words a former run left here, for whoever shows them and holds them again; None where it left none.

        Where `before` is given and something else was stored there meanwhile, they stay to be read apart.
        """
        kept = self._back.get(key)
        if kept is None or (before is not None and kept.before != before):
            return None
        del self._back[key]
        self.changed.emit()
        return kept.words

    # --- for the window --------------------------------------------------------------------------

    def returned(self) -> list[tuple[DraftKey, Kept]]:
        """Return what a former run left and nobody has taken up yet."""
        return list(self._back.items())

    def all(self) -> list[Kept]:
        """Return all that is kept now."""
        return list({**self._back, **self._begun, **self._waiting}.values())

    def move_to(self, dossier: Path) -> None:
        """Belong to the same dossier at another place from now on."""
        self._dossier = dossier

    def finish(self) -> bool:
        """Have the file say what is kept now before going on; tell whether this disk took it."""
        self._timer.stop()
        self._pool.waitForDone()
        now = self.all()
        if now != self._written or (self._refused and now):
            self._written = now
            self._write(now)
        return not (self._refused and now)

    # --- inside ------------------------------------------------------------------------------------

    def _look(self) -> None:
        if self._timer.isActive():
            return
        now = self.all()
        if now != self._written or (self._refused and now):
            self._timer.start(SOON if now else 0)

    def _write_aside(self) -> None:
        now = self.all()
        self._written = now
        self._pool.start(lambda: self._write(now))

    def _write(self, now: list[Kept]) -> None:
        try:
            service.write(self._file, self._dossier, now)
        except OSError:
            self._refused = True
        else:
            self._refused = False


def _kept(key: DraftKey, label: str, draft: Draft) -> Kept | None:
    """Return words as the file holds them, None where a file cannot."""
    try:
        words = msgspec.to_builtins(draft.words)
    except TypeError:
        return None
    if not isinstance(words, (str, bool, int, float, dict, type(None))):
        words = str(words)
    return Kept(str(key.kind), _plain(key.id), key.attribute, label, words, draft.before)


def _plain(value: object) -> int | str | None:
    return value if value is None or isinstance(value, (int, str)) else str(value)
