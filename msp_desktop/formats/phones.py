"""Telephone numbers."""

from __future__ import annotations

import re

from msp_desktop.formats import NBSP

#: The longest text in which numbers are looked for, in characters.
_LONGEST = 300
_BETWEEN = r"[\s.\-/()\u00a0\u202f\u2013]"
#: A number with nothing lost, as people write it.
_WHOLE = re.compile(
    rf"(?:(?:\+|00){_BETWEEN}*\d{{2,3}}{_BETWEEN}*(?:\(0\){_BETWEEN}*)?)?0?[1-9](?:{_BETWEEN}{{0,3}}\d{{2}}){{4}}(?!\d)"
)
_SHORT = re.compile(r"1\d{1,2}|3\d{3}|10\d{2}|118\d{3}|116\d{3}")
_POWER = re.compile(r"(\d)(?:[.,](\d+))?[eE]\+?(\d{1,2})")
_OVERSEAS = ("262", "508", "590", "594", "596", "681", "687", "689")


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


def read_phones(text: str) -> tuple[str, ...]:
    """Return the numbers of a cell as they were typed, with the zero or the + that a spreadsheet took from them.

    « 555000001 » is « 0555000001 », « 5,55000001E+08 » too, « 33555000002 » is « +33555000002 ». ValueError where it
    holds something else, or a number whose last digits are lost (« 5,55E+08 »).
    """
    text = " ".join(text.split()).lstrip("'’")  # an apostrophe that kept the zero
    if not text or len(text) > _LONGEST:
        raise ValueError(text)
    alone = _one(text)
    if alone:
        return (alone,)
    found = [match.group().strip(" .-/") for match in _WHOLE.finditer(text)]
    rest = re.sub(r"[\s/;,|&+.:\-–]|\b(?:ou|et|puis|t[eé]l|t[eé]l[eé]phones?|tph|port|portable|fixe|mobile|cabinet|domicile)\b", "",
                  _WHOLE.sub(" ", text), flags=re.IGNORECASE)  # fmt: skip
    numbers = tuple(dict.fromkeys(number for number in map(_one, found) if number))
    if rest or not numbers or len(numbers) < len(set(found)):
        raise ValueError(text)
    return numbers


def _one(text: str) -> str:
    """Return a text that is one number and nothing else, with what it lost; "" else."""
    power = _POWER.fullmatch(text)
    if power:
        digits = power[1] + (power[2] or "")
        if len(digits) != int(power[3]) + 1:
            return ""
        text = digits
    text = re.sub(r"(\d{9,})[.,]0+", r"\1", text) if re.fullmatch(r"\d{9,13}[.,]0{1,2}", text) else text
    digits = re.sub(_BETWEEN, "", re.sub(r"\(0\)", "", text))
    plus = "+" if digits.startswith("+") else ""
    digits = digits.removeprefix("+")
    if not digits.isascii() or not digits.isdecimal():
        return ""
    if plus:
        return text if 8 <= len(digits) <= 15 else ""
    if re.fullmatch(r"0[1-9]\d{8}|00\d{9,13}", digits) or _SHORT.fullmatch(digits):
        return text
    if re.fullmatch(r"[1-9]\d{8}", digits):
        return f"0{text}"
    if re.fullmatch(rf"33[1-9]\d{{8}}|(?:{'|'.join(_OVERSEAS)})\d{{6,9}}", digits) and len(digits) in (11, 12):
        return f"+{text}"
    return ""
