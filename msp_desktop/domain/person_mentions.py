"""Where a text names a person: their whole name, a civility and their last name, their telephone, their e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msp_desktop.domain.people import Person
from msp_desktop.formats.text import fold

#: What stands in place of a name taken out of a text; a line that held nothing else is emptied.
FORGOTTEN = "(nom effacé)"
#: The longest piece of a text shown around a name, in characters.
_AROUND = 40
_STOPS = " .,;:!?…\u00a0\u202f"

_CIVILITY = (
    r"(?:(?:M|Mr|Mme|Mlle|Melle|Dr|Dre|Pr|Pre|Me)\.?|Monsieur|Madame|Mademoiselle|Docteure?|Professeure?|Maître)"
    r"(?:\s+le|\s+la)?(?:\s+(?:Dre?|Pre?|Docteure?|Professeure?)\.?)?"
)
_BETWEEN = r"[\s\u00a0\u202f\-\u2010\u2011]+"
_DIGITS_APART = r"[\s.\-/\u00a0\u202f]*"
#: Letters that are written with an accent or without, in capitals above all.
_ACCENTED = {
    "a": "aàâäáãå", "c": "cç", "e": "eéèêë", "i": "iîïíì", "n": "nñ", "o": "oôöóòõ", "u": "uùûüú", "y": "yÿý",
}  # fmt: skip
_PLAIN = {accented: f"[{letters}]" for letters in _ACCENTED.values() for accented in letters}
_EMAIL = re.compile(r"[^\s,;<>()\"]+@[^\s,;<>()\"]+")


def full_pattern(person: Person, others: Iterable[Person] = ()) -> re.Pattern[str] | None:
    """Return what finds a person in a text by what is theirs alone; None for a body, or who has nothing of the kind.

    What one of the `others` bears too (a name, the telephone of a practice) finds nobody.
    """
    others = [other for other in others if other.id != person.id]
    first, last = _written(person.first_name), _written(person.last_name)
    ways = []
    if first and last and not any(_name(other) == _name(person) for other in others):
        before = rf"(?:{_CIVILITY}{_BETWEEN})?"
        ways += [rf"{before}{first}{_BETWEEN}{last}", rf"{before}{last},?{_BETWEEN}{first}"]
    if last and is_alone(person, others):
        ways.append(rf"{_CIVILITY}{_BETWEEN}{last}")
    if first or last:
        shared = {address.lower() for other in others for address in _EMAIL.findall(other.email)}
        ways += [re.escape(one) for one in _EMAIL.findall(person.email) if one.lower() not in shared]
        numbers = {way for other in others for way in _phones(other.phone)}
        ways += [way for way in _phones(person.phone) if way not in numbers]
    return _any_of(ways)


def last_name_pattern(person: Person) -> re.Pattern[str] | None:
    """Return what finds a last name alone, begun with a capital; it may be somebody else's, or a street's."""
    last = _written(person.last_name)
    return _any_of([rf"(?-i:(?=[^\W\d_a-zß-öø-ÿ])){last}"]) if last else None


def is_alone(person: Person, others: Iterable[Person]) -> bool:
    """Tell whether nobody else bears a person's last name."""
    return not any(fold(other.last_name) == fold(person.last_name) for other in others if other.id != person.id)


def without(text: str, pattern: re.Pattern[str], *, line: bool) -> str:
    """Return a text without what the pattern finds; of a `line` of names, the one taken out leaves nothing behind."""
    told = pattern.sub(FORGOTTEN, text)
    if told == text:
        return text
    if told.strip() == FORGOTTEN:
        return ""
    if not line:
        return told
    return ", ".join(part for part in (part.strip() for part in told.split(",")) if part != FORGOTTEN)


def excerpt(text: str, pattern: re.Pattern[str]) -> str:
    """Return the words around the first place where a text names somebody, on one line; no word is cut."""
    found = pattern.search(text)
    if found is None:
        return ""
    before, after = text[: found.start()], text[found.end() :]
    if len(before) > _AROUND:
        cut, _space, whole = before[-_AROUND - 1 :].replace("\n", " ").partition(" ")
        before = f"…{whole.lstrip(_STOPS) or f'{cut[1:]} '}"
    if len(after) > _AROUND:
        whole, _space, cut = after[: _AROUND + 1].replace("\n", " ").rpartition(" ")
        after = f"{whole.rstrip(_STOPS) or f' {cut[:-1]}'}…"
    return " ".join(f"{before}{found[0]}{after}".split())


def _name(person: Person) -> tuple[str, str]:
    return fold(person.first_name), fold(person.last_name)


def _any_of(ways: list[str]) -> re.Pattern[str] | None:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(ways)})(?![\w-])", re.IGNORECASE) if ways else None


def _written(name: str) -> str:
    """Return what finds a name whatever its accents, its case, its apostrophes, and what stands between its parts."""
    parts = re.split(r"[\s\u00a0\u202f\-\u2010\u2011]+", name.strip())
    return _BETWEEN.join("".join(map(_letter, part)) for part in parts if part)


def _letter(letter: str) -> str:
    if letter in "'’ʼ":
        return "['’ʼ]"
    return _PLAIN.get(letter.lower(), re.escape(letter))


def _phones(text: str) -> list[str]:
    """Return what finds each number of a field, however its digits are set apart."""
    found = []
    for number in re.split(r"[;,/]|\bou\b", text):
        digits = re.sub(r"\D", "", number.replace("(0)", ""))
        national = re.fullmatch(r"(?:0033|33|0)([1-9]\d{8})", digits)
        if national:
            rest = _DIGITS_APART.join(national[1])
            found.append(rf"(?:\+33|0033|0){_DIGITS_APART}(?:\(0\))?{_DIGITS_APART}{rest}")
        elif len(digits) >= 8:
            found.append(_DIGITS_APART.join(digits))
    return found
