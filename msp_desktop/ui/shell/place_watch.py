"""Find out where a dossier lies without holding the window up: a server that does not answer takes its time."""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal

from msp_desktop.errors import UserError
from msp_desktop.paths import dossiers_folder
from msp_desktop.places import Place, kind_of


class Found(Struct, frozen=True):
    """Where a dossier lies; `can_come_home` tells that this computer's own folder of dossiers is a safer one."""

    path: Path
    place: Place | None
    can_come_home: bool = True


class PlaceWatch(QObject):
    """Emit `found(Found)` some time after `look`."""

    found = Signal(object)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answered.connect(self.found, Qt.ConnectionType.QueuedConnection)

    def look(self, path: Path) -> None:
        """Ask where a file lies, in a thread that nobody waits for."""
        threading.Thread(target=self._ask, args=(path,), name="place", daemon=True).start()

    def _ask(self, path: Path) -> None:
        place = kind_of(path)
        safer = place is not None and _home_is_safe()
        with suppress(RuntimeError):  # the window was closed meanwhile
            self._answered.emit(Found(path, place, safer))


def _home_is_safe() -> bool:
    try:
        return kind_of(dossiers_folder()) is None
    except UserError:
        return False
