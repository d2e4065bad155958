"""What happens when something of ours breaks: noted in a file, apologised for once, the work already saved."""

from __future__ import annotations

import sys
import traceback
from contextlib import suppress
from datetime import datetime
from types import TracebackType

from PySide6.QtWidgets import QApplication

from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.paths import data_folder
from msp_desktop.ui.shell.messages import tell

#: File of faults, in the data folder; nothing of it is ever sent by the application.
NAME = "incidents.txt"
#: Largest size of the file of faults, in bytes: beyond, it starts anew.
LARGEST = 500_000


def install_excepthook() -> None:
    """Catch what no one caught: a user's error is told, a bug is noted and apologised for once a run."""
    apologised: list[bool] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, UserError):
            tell(QApplication.activeWindow(), error.sentence)
            return
        _note(kind, error, trace)
        if not apologised:
            apologised.append(True)
            tell(
                QApplication.activeWindow(),
                _("Something went wrong in the application, not in your work: all that you typed is saved. "
                  "If it comes again, send the file « {name} » to whoever helps you.").format(name=NAME),
            )  # fmt: skip

    sys.excepthook = hook


def _note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    path = data_folder() / NAME
    text = "".join(traceback.format_exception(kind, error, trace))
    with suppress(OSError):
        fresh = not path.exists() or path.stat().st_size > LARGEST
        with path.open("w" if fresh else "a", encoding="utf-8") as file:
            file.write(f"{datetime.now():%Y-%m-%d %H:%M:%S}\n{text}\n")
