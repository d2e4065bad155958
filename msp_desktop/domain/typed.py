"""What people type, made fit to keep: one form of accents and line ends, no control characters."""

from __future__ import annotations

import dataclasses
import unicodedata
from typing import Any, TypeVar

R = TypeVar("R")

_KEPT_CONTROLS = "\n\t"


def clean_text(text: str) -> str:
    """Return the text in NFC, with « \\n » line ends and without control characters or lone surrogates."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(
        character
        for character in text
        if character in _KEPT_CONTROLS or unicodedata.category(character) not in ("Cc", "Cs")
    )


def cleaned_record(record: R) -> R:
    """Return the record with all its text cleaned."""
    changes: dict[str, Any] = {}
    for field in dataclasses.fields(record):  # type: ignore[arg-type]
        value = getattr(record, field.name)
        if type(value) is str:
            cleaned = clean_text(value)
            if cleaned != value:
                changes[field.name] = cleaned
    return dataclasses.replace(record, **changes) if changes else record  # type: ignore[type-var]
