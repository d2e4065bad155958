"""What happens when something of ours breaks: noted without its words, apologised for once, the work already saved."""

from __future__ import annotations

import sys
import threading
from types import TracebackType

from PySide6.QtWidgets import QApplication

from msp_desktop import log
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.ui.shell.messages import tell


def install_excepthook() -> None:
    """Catch what no one caught: a user's error is told, a bug is noted and apologised for once a run."""
    apologised: list[bool] = []

    def hook(_kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, UserError):
            tell(QApplication.activeWindow(), error.sentence)
            return
        _note(error.with_traceback(trace))
        if not apologised:
            apologised.append(True)
            tell(
                QApplication.activeWindow(),
                _("Something went wrong in the application, not in your work: all that you typed is saved. "
                  "If it comes again: Help, « Copy the diagnostic », and paste it to whoever helps you."),
            )  # fmt: skip

    sys.excepthook = hook
    threading.excepthook = lambda failed: _note(failed.exc_value) if failed.exc_value is not None else None


def _note(error: BaseException) -> None:
    from msp_desktop.log.reports import write_report

    write_report(log.fault(error))
