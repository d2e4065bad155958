"""Nothing that argparse says is English: its sentences are looked for in its own source, whatever the Python."""

from __future__ import annotations

import argparse

import pytest
from babel.messages.extract import extract_from_file

from msp_desktop import i18n
from msp_desktop.cli.argparse_words import MESSAGES, expected_arguments
from msp_desktop.cli.parser import parser
from msp_desktop.errors import UserError
from msp_desktop.i18n import ngettext

#: What argparse says to programmers: a declaration that is wrong, never what somebody typed.
OF_PROGRAMMERS = {
    ".__call__() not defined",
    "conflicting subparser: %s",
    "conflicting subparser alias: %s",
    'argument "-" with mode %r',
    "cannot merge actions - two groups are named %r",
    "'required' is an invalid argument for positionals",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "dest= is required for options like %r",
    "invalid conflict_resolution value: %r",
    "conflicting option string: %s",
    "mutually exclusive arguments must be optional",
    "cannot have multiple subparser arguments",
    "%r is not callable",
}


def of_argparse() -> set[str]:
    assert argparse.__file__
    found = (message for _line, message, _comments, _context in extract_from_file("python", argparse.__file__))
    return {message if isinstance(message, str) else message[0] for message in found}


def test_each_message_of_this_python_s_argparse_is_in_our_catalogue() -> None:
    assert of_argparse() - OF_PROGRAMMERS - {"expected %s argument"} <= set(MESSAGES)


@pytest.mark.parametrize("message", MESSAGES)
def test_each_is_said_in_french(message: str) -> None:
    assert i18n._(message) != message or message == "options"


def test_its_plural_too() -> None:
    assert expected_arguments(1) == "il faut 1 mot après"
    assert expected_arguments(2) == "il faut 2 mots après"
    assert ngettext("expected %s argument", "expected %s arguments", 2) % 2 == expected_arguments(2)


def test_help_is_in_the_language_asked_for() -> None:
    french = parser().format_help()
    assert french.startswith("utilisation")
    for word in ("usage", "positional", "show this", "arguments"):
        assert word not in french
    i18n.install("en")
    english = parser().format_help()
    assert english.startswith("usage: ")
    assert "show this help message and exit" in english


def test_mistakes_stay_english_in_english() -> None:
    i18n.install("en")
    with pytest.raises(UserError, match="unrecognized arguments: --nothing"):
        parser().parse_args(["check", "x", "--nothing"])
