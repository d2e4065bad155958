"""The composition root: the only module that knows all the others."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from msp_desktop import i18n, log
from msp_desktop.errors import UserError
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import _

if TYPE_CHECKING:
    import argparse

OK, BUG, USER_ERROR = 0, 1, 2
#: What is asked by whoever looks after computers, in the account of one that has no data of ours.
ONLY_TELL = ("settings", "--version", "--help", "-h")
#: The longest sentence said on a terminal: what is quoted in one may be anything.
LONGEST = 1000

_deaf: list[bool] = []


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0, 2 for a user's error (one sentence on stderr), 1 for a bug."""
    if arguments == ["remove-own-copy"]:
        return _remove_own_copy()  # an account that never opens the program gets no log, so no folder of ours
    _plain_streams()
    i18n.install(_language_in(arguments))
    running = log.Running(only_tells=bool(arguments) and arguments[0] in ONLY_TELL)
    with running:
        code = _answered(arguments)
        return code if _all_said() or code else _not_heard()
    # Only a fault of ours comes here: it is in the report, whose words are no commune's.
    _complain(_apology(running.report))
    return BUG


def _answered(arguments: Sequence[str]) -> int:
    try:
        if arguments[:1] == ["read-official"]:
            return _read_official()  # it says itself what a disk refuses, and is spared the memory of what explains it
        from msp_desktop.db.faults import explained

        with explained():  # what a disk refuses may be met anywhere, looking whether a file is there included
            return _run(arguments)
    except UserError as error:
        log.refused()
        _complain(error.sentence)
    except KeyboardInterrupt:
        log.refused()
        _complain(_("Stopped before the end, as you asked: no file was left half written."))
    except BrokenPipeError:
        # Whoever was reading stopped (« | head »): nothing is lost, there is nobody left to tell.
        sys.stdout = None
        return OK
    return USER_ERROR


def _run(arguments: Sequence[str]) -> int:
    if not arguments:
        return _open_window(None)
    if len(arguments) == 1 and arguments[0].endswith((".msp100", ".reponse100")):
        from msp_desktop.cli import values

        return _open_window(values.path(arguments[0]))  # what a double click in the file manager gives
    if len(arguments) == 2 and arguments[0] == "mapi-send":
        return _mapi_send(arguments[1])
    if arguments[0] == "read-carried":
        return _read_carried()
    if arguments[0] == "consolidate-apart":
        return _consolidate_apart()
    from msp_desktop.cli.parser import parser

    try:
        options = parser().parse_args(arguments)
    except SystemExit:
        return OK  # help or the version was asked for; what is not understood is a UserError
    log.command(options.command or "window")
    if options.auto_test and len(options.auto_test) > 2:
        raise UserError(_("--auto-test takes the report to write, and one dossier at most."))
    if options.auto_test:
        return _auto_test(options.auto_test)
    if options.command == "open":
        return _open_window(options.file)
    if options.command == "picture":
        return _picture(options)
    if options.command is None:
        return _open_window(None)
    from msp_desktop.cli.commands import COMMANDS

    if options.command == "demo" and _has_no_screen():
        options.no_window = True  # what the window would show is written as documents
    outcome = COMMANDS[options.command](options, _say, datetime.now())
    if options.command == "demo" and not options.no_window:
        assert isinstance(outcome, Path)
        return _open_window(outcome, options)
    return OK


def _open_window(path: Path | None, options: argparse.Namespace | None = None) -> int:
    if _has_no_screen():
        raise UserError(
            _("There is no screen here to open a window on: try « msp-desktop demo --no-window --into DIR ».")
        )
    from msp_desktop.ui.one_window import hand_over, take_seat

    # The sample asked for by name has a window of its own: it may be on another day.
    seat = take_seat() if options is None else None
    if seat is not None and not seat.isLocked() and hand_over(path):
        return OK
    from msp_desktop.ui.start import run_window

    today = getattr(options, "today", None)
    moment = datetime.combine(today, time(12)) if today else None
    return run_window(path, moment, seat)


def _has_no_screen() -> bool:
    """Tell whether Qt would stop at once: a Linux without a display, and no other platform asked for."""
    ways = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(way) for way in ways)


def _picture(options: argparse.Namespace) -> int:
    from msp_desktop.ui.picture import draw_tab

    _say(str(draw_tab(options)))
    return OK


def _auto_test(paths: Sequence[Path]) -> int:
    from msp_desktop.ui.auto_test import run_auto_test

    return run_auto_test(paths[0], paths[1] if len(paths) > 1 else None)


def _mapi_send(request: str) -> int:
    """Be the worker process of one message: its exit code says what MAPI said."""
    from msp_desktop.cli import values
    from msp_desktop.exchange.mailers.mapi import exit_code, send_from_file

    return exit_code(send_from_file(values.path(request)))


def _read_official() -> int:
    """Be the worker process that reads official files: what it reads goes where the request came from."""
    from msp_desktop import apart
    from msp_desktop.exchange.open_data.reading import read_apart

    apart.work(read_apart)
    return OK


def _read_carried() -> int:
    """Be a worker process that reads what strangers sent."""
    from msp_desktop import apart
    from msp_desktop.exchange.carried.worker import ReadDossier, read_carried

    def load_dossiers() -> ReadDossier:
        from msp_desktop.federation.dossiers import data_in

        return data_in

    apart.converse(lambda requests, tell: read_carried(requests, tell, load_dossiers))
    return OK


def _consolidate_apart() -> int:
    """Be the worker process that takes files into a federation's base."""
    from msp_desktop import apart
    from msp_desktop.federation.consolidate import consolidate_apart

    apart.work(consolidate_apart)
    return OK


def _remove_own_copy() -> int:
    from msp_desktop import __version__
    from msp_desktop.paths import APP_NAME, COPIES_FOLDER
    from msp_desktop.places.own_copy import remove_own_copy

    return remove_own_copy(APP_NAME, COPIES_FOLDER, __version__)


def _say(line: str) -> None:
    """Print a line; what cannot be printed stops no command, and is said at its end."""
    try:
        print(line)  # noqa: T201
    except BrokenPipeError:
        sys.stdout = None
    except OSError:
        _deaf.append(True)
        sys.stdout = None


def _all_said() -> bool:
    """Flush what the command printed; tell whether somebody could read it, or did not want to."""
    if sys.stdout is not None:
        try:
            sys.stdout.flush()
        except BrokenPipeError:
            sys.stdout = None  # else the interpreter flushes it once more as it ends, and complains in English
        except OSError:
            _deaf.append(True)
            sys.stdout = None
    said = not _deaf
    _deaf.clear()
    return said


def _not_heard() -> int:
    _complain(
        _("The command is done, but what it had to say could not be written: the disk or the output it was sent to is "
          "full.")
    )  # fmt: skip
    return USER_ERROR


def _complain(sentence: str) -> None:
    """Say one sentence on one line of stderr, where there is one that listens."""
    line = one_line(sentence)
    with suppress(OSError):
        print(line if len(line) <= LONGEST else line[: LONGEST - 1] + "…", file=sys.stderr, flush=True)  # noqa: T201


def _apology(report: Path | None) -> str:
    if report is None:
        return _(
            "Something went wrong in the application, not in your work. Try again; if it comes back, ask for help."
        )
    return _(
        "Something went wrong in the application, not in your work. A report without any name was kept for whoever "
        "helps you: {path}"
    ).format(path=report)


def _language_in(arguments: Sequence[str]) -> str:
    """Find --lang before the options are parsed, so that their errors are in that language too."""
    for index, word in enumerate(arguments):
        if word == "--lang" and index + 1 < len(arguments):
            return arguments[index + 1]
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return os.environ.get("SANTE100JOURS_LANG", "fr")


def _plain_streams() -> None:
    """Write UTF-8 whatever the console's own encoding; a Windows program without a console has no streams."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
