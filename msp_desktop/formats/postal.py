"""An address as the post wants it: the town last and in capitals, at most 38 characters a line, six lines.

Source: La Poste, « rédiger une adresse postale » (norme AFNOR NF Z 10-011).
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

from msp_desktop.formats import NBSP
from msp_desktop.formats.text import fold, fold_spaces

#: Characters on one line of an address.
WIDEST = 38
#: Lines an address may have, the name's and the town's in it.
MOST = 6

#: « 23990 Saint-Exemple », « F-23 990 Saint-Exemple »; what comes before it on a line typed in one go.
_TOWN = re.compile(r"(?:F(?:R)?[- ]?)?(\d{2}) ?(\d{3}),? +([^\W\d].*)")
_BEFORE = re.compile(r"(.*?\S)(?<!\bBP)(?<!\bCS)(?<!\bTSA)(?:[ ,;–-]+)((?:FR?-)?\d{2} ?\d{3},? +[^\W\d].*)")
_AFTER = re.compile(r"([^\W\d][^()]*?) *\((\d{5})\)")
#: « 4, rue du Lavoir », « 12 bis, grande rue »: the post wants no comma there.
_NUMBER = re.compile(r"(?i)(?:^|(?<=, ))(\d+(?: ?(?:bis|ter|quater|[a-d]))?) ?, ?(?=[^\W\d])")
_SMALL = re.compile(r"(?i)\b(de|du|des|la|le|les|et|à|au|aux|en|sur|sous|l’|d’) (?=\S)")


def address(typed: str, *, above: Iterable[str] = (), town: str = "") -> tuple[str, ...]:
    """Return the lines of an address typed, the town's last: « 4 rue du Lavoir », « 23990 SAINT-EXEMPLE ».

    A line that only repeats one of `above` (the name, the body) or the town is left out. Where the address has no
    postcode, `town` is its last line (« 23990 Saint-Exemple », or a name alone).
    """
    lines = [line for part in typed.splitlines() for line in _parts(fold_spaces(part).strip(" ,;"))]
    last, named = next(((index, line) for index, line in enumerate(lines) if _TOWN.fullmatch(line)), (len(lines), ""))
    if not named and lines and town:
        named = town
    name = _TOWN.sub(r"\3", named)
    said = {fold(line) for line in above} | {fold(name)}
    street = [_NUMBER.sub(r"\1 ", line) for line in lines[:last] if fold(line) and fold(line) not in said]
    found = [piece for line in street for piece in wrapped(line)]
    return (*found, *((town_line(named),) if named else ()), *lines[last + 1 :])


def town_line(town: str) -> str:
    """Return « 23990 SAINT-EXEMPLE »: postcode, then the name in capitals, with « ST » for « SAINT » where it is long.

    What follows the name stays: « 23000 GUÉRET CEDEX 9 ». Accents stay too, as capitals have them in French.
    """
    line = _TOWN.sub(lambda found: f"{found[1]}{found[2]} {found[3]}", town.strip(" ,;"))
    capitals = line.replace("'", "’").upper()
    if len(capitals) > WIDEST:
        capitals = re.sub(r"\bSAINT(E?)(?=[ -])", lambda found: f"ST{found[1]}", capitals)
    return capitals


def has_town(typed: str) -> bool:
    """Tell whether an address typed has its postcode and its town."""
    return any(_TOWN.fullmatch(line) for part in typed.splitlines() for line in _parts(fold_spaces(part).strip(" ,;")))


def wrapped(line: str) -> list[str]:
    """Return a line in pieces of 38 characters: cut at a comma first, else between words; no word is broken."""
    if len(line) <= WIDEST:
        return [line] if line else []
    head, _comma, rest = line[: WIDEST + 1].rpartition(", ")
    if head.strip():
        return [head, *wrapped(rest + line[WIDEST + 1 :])]
    tied = _SMALL.sub(rf"\1{NBSP}", line)

    def cut(width: int) -> list[str]:
        return textwrap.wrap(tied, width, break_long_words=False, break_on_hyphens=False)

    # As many lines as it takes, none much shorter than the others.
    count = len(cut(WIDEST))
    width = next(width for width in range(WIDEST, 0, -1) if width == 1 or len(cut(width - 1)) > count)
    return [piece.replace(NBSP, " ") for piece in cut(width)]


def _parts(line: str) -> list[str]:
    """Return « 4 rue du Lavoir » and « 23990 Saint-Exemple » where they were typed on one line."""
    if _TOWN.fullmatch(line):
        return [line]
    if found := _AFTER.fullmatch(line):
        return [f"{found[2]} {found[1]}"]
    if found := _BEFORE.fullmatch(line):
        return [found[1].strip(" ,;–-"), found[2]]
    return [line]
