"""The composition root: the only module that knows all the others."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path

from msp_desktop import i18n, log
from msp_desktop.errors import UserError
from msp_desktop.i18n import _

OK, BUG, USER_ERROR = 0, 1, 2


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0, 2 for a user's error (one sentence on stderr), 1 for a bug."""
    _plain_streams()
    i18n.install(_language_in(arguments))
    with log.Running():
        return _answered(arguments)


def _answered(arguments: Sequence[str]) -> int:
    try:
        return _run(arguments)
    except UserError as error:
        log.refused()
        print(error.sentence, file=sys.stderr)  # noqa: T201
        return USER_ERROR
    except BrokenPipeError:
        # Whoever was reading stopped (« | head »): nothing is lost, there is nobody left to tell.
        sys.stdout = None
        return OK


def _run(arguments: Sequence[str]) -> int:
    if not arguments:
        return _open_window(None)
    if len(arguments) == 1 and arguments[0].endswith(".msp100"):
        return _open_window(Path(arguments[0]))  # what a double click in the file manager gives
    if len(arguments) == 2 and arguments[0] == "mapi-send":
        return _mapi_send(Path(arguments[1]))
    from msp_desktop.cli.parser import parser

    options = parser().parse_args(arguments)
    log.command(options.command or "window")
    if options.auto_test:
        return _auto_test(options.auto_test)
    if options.command == "open":
        return _open_window(options.file)
    if options.command == "picture":
        return _picture(options)
    if options.command is None:
        return _open_window(None)
    from msp_desktop.cli.commands import COMMANDS

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

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _say(str(draw_tab(options)))
    return OK


def _auto_test(paths: Sequence[Path]) -> int:
    from msp_desktop.ui.auto_test import run_auto_test

    return run_auto_test(paths[0], paths[1] if len(paths) > 1 else None)


def _mapi_send(request: Path) -> int:
    """Be the worker process of one message: its exit code says what MAPI said."""
    from msp_desktop.exchange.mailers.mapi import exit_code, send_from_file

    return exit_code(send_from_file(request))


def _say(line: str) -> None:
    print(line)  # noqa: T201


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
