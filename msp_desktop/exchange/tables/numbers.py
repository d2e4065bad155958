"""Numbers and days of a workbook as the words its reader saw: every digit, and the zeros its format gives back."""

from __future__ import annotations

import re
from datetime import date, time

#: Parts of a number format that are no digits: conditions and colours, quoted or escaped signs, fillers.
_LITERAL = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.|[_*].')
_PREFIX = re.compile(r'(?:\[[^\]]*\])*(?:"([+0-9 ]+)"|((?:\\[+0-9 ])+))')
#: The longest format that is looked at.
_LONGEST = 200
#: A larger whole number is no telephone, postcode or identifier: it is shown as it is.
_MOST_DIGITS = 40


def words_of_number(value: float, style: str) -> str:
    """Return a number with all its digits, with the zeros and the beginning its format shows: « 0555000001 »."""
    if isinstance(value, float):
        if not (value.is_integer() and abs(value) < 10**22):
            return f"{value:.15g}".replace(".", ",")
        value = int(value)
    section = style[:_LONGEST].split(";")[0]
    begun = _PREFIX.match(section)
    prefix = (begun[1] or begun[2].replace("\\", "")) if begun else ""
    places = _LITERAL.sub("", section)
    digits = re.sub(r"[^0#?]", "", places)
    if value < 0 or re.search(r"[.,%eE/]", places) or "0" not in digits or not digits.strip("#?"):
        return f"{prefix.strip()}{value}" if prefix and digits and value >= 0 else str(value)
    least = len(digits) - digits.index("0")
    return f"{prefix.strip()}{str(value).zfill(min(least, _MOST_DIGITS))}"


def words_of_day(value: date | time, style: str) -> str:
    """Return a day as it was shown: « 31/12/2027 », « 07/2028 » where its format has no day, « 2028 »."""
    if isinstance(value, time):
        return f"{value.hour:02d}:{value.minute:02d}"
    shown = _LITERAL.sub("", style[:_LONGEST].split(";")[0]).lower()
    if style and "y" in shown and "d" not in shown:
        return f"{value.month:02d}/{value.year:04d}" if "m" in shown else f"{value.year:04d}"
    return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
