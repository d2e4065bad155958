"""Babel's data of the languages that we ship."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


@cache
def locale(lang: str) -> Locale:
    """Return what Babel knows of « fr » or « en »: the installer brings no other."""
    from babel import Locale

    return Locale(lang)
