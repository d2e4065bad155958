"""argparse's own words, in the interface's language: it hands each of them to gettext, as this application does."""

from __future__ import annotations

import argparse

from msp_desktop.i18n import N_, _, ngettext

#: What argparse says to whoever types a command or asks for help, from Python 3.11 on.
MESSAGES = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("%(heading)s:"),
    N_("show this help message and exit"),
    N_("show program's version number and exit"),
    N_("default: %(default)s"),
    N_(" (default: %(default)s)"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("%(prog)s: warning: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("option '%(option)s' is deprecated"),
    N_("argument '%(argument_name)s' is deprecated"),
    N_("command '%(parser_name)s' is deprecated"),
    N_("unknown parser %(parser_name)r (choices: %(choices)s)"),
    N_("can't open '%(filename)s': %(error)s"),
    N_("unrecognized arguments: %s"),
    N_("not allowed with argument %s"),
    N_("ignored explicit argument %r"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("unexpected option string: %s"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid choice: %(value)r, maybe you meant %(suggestion)r? (choose from %(choices)s)"),
)


def speak_our_language() -> None:
    """Have argparse take its words from our catalogues; what they lack stays in English."""
    # Its two names for gettext are the only door: textdomain() would choose the language by the system's variables.
    vars(argparse).update(_=_, ngettext=ngettext)


def expected_arguments(count: int) -> str:
    """Return what argparse says of an option given too few words (its one plural)."""
    return ngettext("expected %s argument", "expected %s arguments", count) % count
