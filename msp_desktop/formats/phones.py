"""Telephone numbers."""

from __future__ import annotations

import re

from msp_desktop.formats import NBSP


def phone(text: str) -> str:
    """Return a French number in pairs, « 01 99 00 12 34 », « +262 2 62 … » kept; anything else as typed."""
    digits = re.sub(r"[\s.\-/()\u00a0\u202f]", "", text.replace("(0)", ""))
    if re.fullmatch(r"(?:\+33|0033)\d{9}", digits):
        digits = "0" + digits[-9:]
    if re.fullmatch(r"0\d{9}", digits):
        return NBSP.join(digits[i : i + 2] for i in range(0, 10, 2))
    if re.fullmatch(r"\+(?:262|590|594|596)\d{9}", digits):
        rest = digits[4:]
        return NBSP.join([digits[:4], rest[0], *(rest[i : i + 2] for i in range(1, 9, 2))])
    return text.strip()
