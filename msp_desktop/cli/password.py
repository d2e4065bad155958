"""The password of protected copies, asked for or read from another program: never an option's value, which others see."""

from __future__ import annotations

import argparse
import sys

from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.services.passwords import MOST, checked


def chosen_password(options: argparse.Namespace) -> str:
    """Return the password asked for by the options, empty where none is; UserError for a poor one."""
    if not (options.password or options.password_stdin):
        return ""
    if options.word:
        raise UserError(_("A Word copy cannot be protected by a password: export the PDF."))
    if options.password_stdin:
        # Not one letter more than the longest that is refused: what is given may have no end.
        return checked(sys.stdin.readline(MOST + 2).removesuffix("\n").removesuffix("\r"))
    return _asked()


def _asked() -> str:
    from getpass import getpass

    if not sys.stdin.isatty():
        raise UserError(_("There is no terminal here to ask for a password: give it with --password-stdin."))
    first = checked(getpass(_("Password: ")))
    if getpass(_("The same, once more: ")) != first:
        raise UserError(_("The two passwords are not the same."))
    print(_("It is kept nowhere: write it down."), file=sys.stderr)  # noqa: T201
    return first
