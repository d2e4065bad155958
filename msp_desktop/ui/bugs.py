"""What happens when something of ours breaks: noted without its words, apologised for each time, the work already saved."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType

from PySide6.QtWidgets import QApplication

from msp_desktop import log
from msp_desktop.db.damage import DamagedError
from msp_desktop.errors import OutOfReachError, UserError
from msp_desktop.i18n import _
from msp_desktop.ui.shell.messages import tell

#: The least time between two apologies for the bugs that follow the first, in seconds.
AGAIN = 2.0


def install_excepthook(
    say: Callable[[str], None],
    clock: Callable[[], float] = time.monotonic,
    on_damage: Callable[[], object] | None = None,
) -> None:
    """Catch what no one caught: a user's error is told, a bug is noted and apologised for.

    The first bug of a run has a box; `say` tells of the next ones in a line that stops nobody, at most every AGAIN
    seconds: what fails while it is painted fails sixty times a second. A damaged dossier is not a box for each thing
    read: `on_damage` shows what can be done.
    """
    apologies = _Apologies(say, clock)

    def hook(_kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, DamagedError) and on_damage is not None:
            on_damage()
            return
        if isinstance(error, UserError | OutOfReachError):
            tell(QApplication.activeWindow(), error.sentence)
            return
        _note(error.with_traceback(trace))
        apologies.make()

    sys.excepthook = hook
    threading.excepthook = lambda failed: _note(failed.exc_value) if failed.exc_value is not None else None


class _Apologies:
    """What is said of a bug: more the first time, something each time."""

    def __init__(self, say: Callable[[str], None], clock: Callable[[], float]) -> None:
        self._say = say
        self._clock = clock
        self._last: float | None = None

    def make(self) -> None:
        """Apologise for one bug."""
        now, before = self._clock(), self._last
        if before is None:
            self._last = now
            tell(
                QApplication.activeWindow(),
                _("Something went wrong in the application, not in your work: all that you typed is saved. "
                  "If it comes again: Help, « Copy the diagnostic », and paste it to whoever helps you."),
            )  # fmt: skip
        elif now - before >= AGAIN:
            self._last = now
            self._say(
                _("What you just did went wrong again, in the application. Help, « Copy the diagnostic » tells of it.")
            )


def _note(error: BaseException) -> None:
    from msp_desktop.log.reports import write_report

    write_report(log.fault(error))
