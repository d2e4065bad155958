"""Typed text, normalised before it is stored: NFC, one kind of line end, no control characters."""

from __future__ import annotations

import unicodedata
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

R = TypeVar("R", bound=Struct)

_KEPT_CONTROLS = "\n\t"


def clean_text(text: str) -> str:
    """Return the text in NFC, with « \\n » line ends and without what no file format takes.

    That is control characters, lone surrogates, and the code points that are no characters (U+FFFE, which text copied
    out of a PDF may hold).
    """
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(
        character
        for character in text
        if character in _KEPT_CONTROLS
        or not (unicodedata.category(character) in ("Cc", "Cs") or _is_no_character(ord(character)))
    )


def _is_no_character(code: int) -> bool:
    """Tell whether a code point is a Unicode noncharacter (The Unicode Standard, 23.7)."""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def cleaned_record(record: R) -> R:
    """Return the record with all its text cleaned."""
    changes: dict[str, Any] = {}
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if type(value) is str:
            cleaned = clean_text(value)
            if cleaned != value:
                changes[name] = cleaned
    return replace(record, **changes) if changes else record
