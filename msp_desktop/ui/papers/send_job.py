"""Hand a message over outside the window's thread: a mail program may hold the call until its window is closed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal
from typing_extensions import override

from msp_desktop.domain.mail import Message, Way
from msp_desktop.errors import UserError
from msp_desktop.exchange.mailers import hand_over


class SendJob(QThread):
    """Emit `request_open(path)` for a draft the desktop is to open, then `ended(Handed or a sentence)`."""

    request_open = Signal(str)
    ended = Signal(object)

    def __init__(self, message: Message, way: Way, folder: Path, now: datetime, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._message, self._way, self._folder, self._now = message, way, folder, now

    @override
    def run(self) -> None:
        from msp_desktop.i18n import _

        outcome: object = _("The message was not sent.")
        try:
            outcome = hand_over(
                self._message, self._way, self._folder, self._now, lambda path: self.request_open.emit(str(path))
            )
        except UserError as error:
            outcome = error.sentence
        except OSError:
            outcome = _("The draft could not be written: free some space on the disk, then try again.")
        finally:
            self.ended.emit(outcome)  # whatever happens: the dialog waits for it
