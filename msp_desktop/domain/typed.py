"""Typed text, normalised before it is stored: NFC, one kind of line end, no control characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from msp_desktop.domain.limits import NOTE, TYPED_DAYS, Limits, limits_of
from msp_desktop.errors import UserError
from msp_desktop.formats.quick import medium_date, weekday_name
from msp_desktop.formats.text import one_line
from msp_desktop.formats.typed import WrongWeekdayError
from msp_desktop.i18n import _, language

R = TypeVar("R", bound=Struct)

_KEPT_CONTROLS = "\n\t"
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


def clean_text(text: str) -> str:
    """Return the text in NFC, with « \\n » line ends and without what no file format takes.

    A line or page ended in Word (U+000B, U+000C), U+0085 and Unicode's own separators are line ends too.

    That is control characters, lone surrogates, and the code points that are no characters (U+FFFE, which text copied
    out of a PDF may hold).
    """
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", _LINE_END.sub("\n", text))
    return "".join(
        character
        for character in text
        if character in _KEPT_CONTROLS
        or not (unicodedata.category(character) in ("Cc", "Cs") or _is_no_character(ord(character)))
    )


def _is_no_character(code: int) -> bool:
    """Tell whether a code point is a Unicode noncharacter (The Unicode Standard, 23.7)."""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def cleaned_record(record: R, typed: Iterable[str] | None = None) -> R:
    """Return the record with its text cleaned; UserError where it holds more than a dossier may.

    What is written is always within what is read again, so that no dossier of ours can become one that does not open.
    `typed` are the fields that are new, where not all are: a year mistyped long ago does not stop another word.
    """
    limits = limits_of(type(record))
    changes: dict[str, Any] = {}
    for name in record.__struct_fields__ if typed is None else typed:
        value = getattr(record, name)
        if type(value) is str:
            cleaned = clean_text(value)
            if limits[name].longest < NOTE:
                cleaned = one_line(cleaned)  # pasted over several lines, it would swell whatever shows it
            if len(cleaned) > limits[name].longest_typed:
                raise UserError(_too_long(len(cleaned), limits[name].longest_typed))
            if cleaned != value:
                changes[name] = cleaned
        elif value is not None and not _within(value, limits[name]):
            raise UserError(_out_of_place(value, limits[name]))
    return replace(record, **changes) if changes else record


def not_a_date(error: ValueError) -> str:
    """Return why words are no date, and how to write it."""
    if isinstance(error, WrongWeekdayError):
        return _("{day} is a {weekday}: write that, or another day.").format(
            day=medium_date(error.day, language()), weekday=weekday_name(error.day, language())
        )
    return _("This date does not exist or is not understood: write it as 12/05/2026 or 12 May.")


def _within(value: Any, limits: Limits) -> bool:
    if isinstance(value, bytes):
        return len(value) <= limits.longest
    if isinstance(value, date):
        return TYPED_DAYS[0] <= (value.date() if isinstance(value, datetime) else value) <= TYPED_DAYS[1]
    # An id is 0 until the row has one.
    return limits.least is None or value == 0 or bool(limits.least <= value <= limits.most)


def _too_long(length: int, longest: int) -> str:
    return _("This text has {length} characters, and {longest} is the most: shorten it, or divide it.").format(
        length=length, longest=longest
    )


def _out_of_place(value: Any, limits: Limits) -> str:
    if isinstance(value, bytes):
        return _("This picture is too large (over 4 MB): choose a smaller one.")
    if isinstance(value, date):
        return _("The year {year} is not one of a mandate: write a year from {first} to {last}.").format(
            year=value.year, first=TYPED_DAYS[0].year, last=TYPED_DAYS[1].year
        )
    return _("Write a number from {least} to {most}.").format(least=limits.least, most=limits.most)
