"""The application's own log, kept in the data folder for whoever gives support; nothing is ever sent.

No function here takes free text: a line holds names of ours, numbers and lines of the code, so that no commune, no
path, no person and no word typed can get in. Of a fault only the type and the frames are noted, never its message.

Lines wait in memory until `write_down()`: the file and what it takes are opened once the window is painted.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from msp_desktop import __version__
from msp_desktop.errors import UserError
from msp_desktop.paths import data_folder, data_path, make_folder

#: Folder of the log and of the reports, in the data folder.
FOLDER = "journaux"
NAME = "journal.txt"

_LINES = logging.getLogger("msp_desktop")
_LINES.addHandler(logging.NullHandler())  # before it begins, nothing goes to the console either
_OUR_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}")
_FORMAT = "%(asctime)s %(process)d %(levelname)s %(message)s"


class _Waiting(logging.Handler):
    """Lines that wait until there is a file to write them in."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        self.records.append(record)


class Running:
    """Note the start and the stop around the whole run; a fault that ends it is noted in `report`, and goes no further.

    A traceback would quote paths, names and words typed on the terminal. Where `only_tells`, the log makes no folder of
    its own: what asks is often the computer's account, for which the fleet's folder would be one more on a share.
    """

    def __init__(self, *, only_tells: bool = False) -> None:
        self.report: Path | None = None
        self._only_tells = only_tells

    def __enter__(self) -> None:
        begin()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _trace: object) -> bool:
        fatal = isinstance(error, Exception)
        if isinstance(error, Exception):
            from msp_desktop.log.reports import write_report

            self.report = write_report(fault(error))
        _LINES.info("stop")
        if self._only_tells and not data_path().is_dir():
            forget()
        else:
            write_down()
        return fatal


def begin() -> None:
    """Start the log; its first line says which versions run on which system."""
    forget()
    if not logging.root.handlers:  # what a library has to say is not for the terminal: it quotes paths and frames
        logging.root.addHandler(logging.NullHandler())
    _LINES.setLevel(logging.INFO)
    _LINES.propagate = False  # ours go to its file alone
    _LINES.addHandler(_Waiting())
    _LINES.info("start version=%s python=%s system=%s", __version__, python_words(), system_words())


def write_down() -> None:
    """Write the lines kept so far, then each new one as it comes; do without a file where none can be written."""
    waiting = [handler for handler in _LINES.handlers if isinstance(handler, _Waiting)]
    if not waiting:
        return
    from msp_desktop.log.file import LogFile

    try:
        file = LogFile(folder() / NAME)
    except OSError:
        for handler in waiting:
            _LINES.removeHandler(handler)
        return
    file.setFormatter(logging.Formatter(_FORMAT))
    _LINES.addHandler(file)
    for handler in waiting:
        _LINES.removeHandler(handler)
        for record in handler.records:
            file.handle(record)


def forget() -> None:
    """Close the log: nothing is recorded until it is started again."""
    for handler in list(_LINES.handlers):
        if type(handler) is not logging.NullHandler:
            _LINES.removeHandler(handler)
            handler.close()


def command(name: str) -> None:
    """Log a command by its name in the code; anything that is not such a name is left out."""
    _LINES.info("command %s", name if _OUR_NAME.fullmatch(name) else "?")


def dossier_opened(schema: int, *, read_only: bool) -> None:
    """Log that a dossier was opened, without saying which one."""
    _LINES.info("dossier opened schema=%d%s", schema, " read-only" if read_only else "")


def dossier_closed() -> None:
    """Log that the dossier was closed."""
    _LINES.info("dossier closed")


def refused() -> None:
    """Log that the user was shown an error, without its sentence."""
    _LINES.info("refused")


def crashed_before() -> None:
    """Log that the last run crashed."""
    _LINES.warning("the last run crashed")


def fault(error: BaseException) -> str:
    """Log one of our bugs and return what was logged: exception types and stack frames, causes first."""
    words = " ; then ".join(f"{kind.__name__} at {frames(trace)}" for kind, trace in _chain(error))
    _LINES.error("fault %s", words)
    return words


def frames(trace: TracebackType | None) -> str:
    """Return the stack frames of a fault, innermost first."""
    found = []
    while trace is not None:
        code = trace.tb_frame.f_code
        found.append(f"{shown_path(code.co_filename)}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return " < ".join(reversed(found)) or "?"


def shown_path(path: str) -> str:
    """Return a source file's path from its package on: what comes before may hold somebody's name."""
    parts = path.replace("\\", "/").split("/")
    for root in ("site-packages", "msp_desktop"):
        if root in parts:
            start = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[start + (root == "site-packages") :])
    return parts[-1]


def folder() -> Path:
    """Return the folder of the log and of the reports (made if missing); OSError where it cannot be."""
    return make_folder(data_folder() / FOLDER)


def last_lines(count: int) -> list[str]:
    """Return the last lines of the log, none where it cannot be read."""
    try:
        text = (data_folder() / FOLDER / NAME).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return text.splitlines()[-count:]


def python_words() -> str:
    """Return Python's version."""
    return ".".join(str(number) for number in sys.version_info[:3])


def system_words() -> str:
    """Return the system and its build: the name of the machine and of its user stay out."""
    if sys.platform == "win32":
        system = sys.getwindowsversion()
        return f"Windows-{11 if system.build >= 22000 else system.major}-{system.build}"
    return sys.platform


def _chain(error: BaseException) -> Iterator[tuple[type[BaseException], TracebackType | None]]:
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and not isinstance(before, UserError):
        yield from _chain(before)
    yield type(error), error.__traceback__
