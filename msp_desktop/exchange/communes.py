"""Find a commune as people type it, among all of France's (resources/communes, Licence Ouverte 2.0)."""

from __future__ import annotations

import lzma
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from msp_desktop.domain.commune import CommuneEntry
from msp_desktop.formats.text import fold
from msp_desktop.paths import resource

_SHORT = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes", "s": "sur", "ss": "sous"}

_ARTICLES = ("le", "la", "les", "l")

#: Longer than any commune's name with its postcode, in characters: a page pasted into the field names none.
LONGEST = 100


class _Bundle(Struct, frozen=True):
    """The raw lines and the ways into them: `names` are (folded name, line number, former name)."""

    rows: tuple[tuple[str, ...], ...]
    names: tuple[tuple[str, int, str], ...]
    codes: dict[str, int]
    departments: dict[str, tuple[str, str]]
    regions: dict[str, str]
    epcis: dict[str, tuple[str, int]]


def by_insee(code: str) -> CommuneEntry | None:
    """Return today's commune for an INSEE code, former or of an arrondissement too; None where unknown.

    A spreadsheet takes the first nought off: four figures are understood.
    """
    bundle, typed = _bundle(), code.strip().upper()
    row = bundle.codes.get(f"0{typed}" if len(typed) == 4 and typed.isdecimal() else typed)
    return None if row is None else _entry(bundle, row)


def is_called(insee: str, name: str) -> bool:
    """Tell whether the commune of an INSEE code is called so, or was, or is a part of it called so (« Lyon 3e »)."""
    bundle, words = _bundle(), _bare(fold(name).split())
    row = bundle.codes.get(insee)
    if row is None:
        return False
    today, former = bundle.rows[row][1], bundle.rows[row][8].split(";")
    known = [_bare(fold(one).split()) for one in (today, *filter(None, former))]
    return words in known or words[: len(known[0])] == known[0]


def codes_of(insee: str) -> tuple[str, ...]:
    """Return every code of one of today's communes: its own, then those it had and those of its arrondissements."""
    bundle = _bundle()
    row = bundle.codes.get(insee)
    if row is None:
        return ()
    others = (code for code in bundle.rows[row][7].split() if bundle.codes[code] == row)
    return tuple(dict.fromkeys((bundle.rows[row][0], *others)))


def of_postcode(postcode: str) -> list[CommuneEntry]:
    """Return the communes that have this postcode, by name."""
    postcodes = _postcodes()
    first, last = bisect_left(postcodes, (postcode, 0)), bisect_left(postcodes, (postcode, len(_bundle().rows)))
    return [_entry(_bundle(), row) for _code, row in postcodes[first:last]]


def departments_of_codes() -> dict[str, str]:
    """Return the department of each code that a commune has or had, or an arrondissement."""
    bundle = _bundle()
    return {code: bundle.rows[row][3] for code, row in bundle.codes.items()}


def department_name(code: str) -> str:
    """Return « Meuse » for « 55 », the code itself where none has it."""
    return _bundle().departments.get(code, (code, ""))[0]


def departments_of_postcodes() -> dict[str, tuple[str, ...]]:
    """Return the departments of the communes that have each postcode: some are of two."""
    found: dict[str, dict[str, None]] = {}
    for code, row in _postcodes():
        found.setdefault(code, {})[_bundle().rows[row][3]] = None
    return {code: tuple(departments) for code, departments in found.items()}


def members_of(epci_code: str) -> tuple[str, ...]:
    """Return the INSEE codes of an EPCI's communes, by name; none for an unknown one."""
    return tuple(row[0] for row in _bundle().rows if epci_code and row[6] == epci_code)


def search(text: str, limit: int = 50) -> list[CommuneEntry]:
    """Return the communes whose name (current or former) or postcode matches what is typed.

    Accents, hyphens and case are ignored; « st » is « saint »; a number is a postcode, an INSEE code or a
    department. Whole names come first, then beginnings, then words inside; the more populated first.
    """
    if len(text) > LONGEST:
        return []
    words = [_SHORT.get(word, word) for word in fold(text).split()]
    numbers = [word for word in words if word[0].isdecimal()]
    letters = [word for word in words if not word[0].isdecimal()]
    if not words:
        return []
    bundle = _bundle()
    found: dict[int, tuple[int, str]] = {}
    allowed = set.intersection(*(_numbered(number) for number in numbers)) if numbers else None
    for row, rank, former in _by_name(bundle, letters) if letters else ((row, 0, "") for row in allowed or ()):
        if (allowed is None or row in allowed) and rank < found.get(row, (9, ""))[0]:
            found[row] = (rank, former)
    ordered = sorted(found, key=lambda row: (found[row][0], -int(bundle.rows[row][5] or 0), row))
    return [replace(_entry(bundle, row), via=found[row][1]) for row in ordered[:limit]]


def the_one(text: str, found: Sequence[CommuneEntry]) -> CommuneEntry | None:
    """Return the commune that what is typed can only mean among those found by it, None where it may be several.

    The only one found, or the only one of that whole name, now or formerly, whatever article it begins with: somebody
    from Le Grand-Bourg in Creuse types « grand bourg », which is whole the name of another one.
    """
    if len(found) == 1:
        return found[0]
    words = [_SHORT.get(word, word) for word in fold(text).split() if not word[0].isdecimal()]
    wanted = _bare(words)
    whole = [
        entry for entry in found if wanted and wanted in (_bare(fold(name).split()) for name in (entry.name, entry.via))
    ]
    return whole[0] if len(whole) == 1 else None


def _bare(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a name without its article."""
    return tuple(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


def _by_name(bundle: _Bundle, words: list[str]) -> Iterator[tuple[int, int, str]]:
    wanted = " ".join(words)
    rarest = max(words, key=len)
    for name, row, former in bundle.names:
        if rarest not in name:
            continue
        padding = 3 if former else 0
        if name == wanted:
            yield row, padding, former
        elif name.startswith(wanted):
            yield row, 1 + padding, former
        elif all(f" {word}" in f" {name}" for word in words):
            yield row, 2 + padding, former


def _numbered(number: str) -> set[int]:
    """Return the rows whose department, INSEE code (current or former) or postcode begins with a typed number."""
    bundle, postcodes = _bundle(), _postcodes()
    first = bisect_left(postcodes, (number, 0))
    found = {row for _code, row in postcodes[first : bisect_left(postcodes, (number + "~", 0))]}
    if len(number) <= 3:
        found.update(row for row, values in enumerate(bundle.rows) if values[3].lower() == number)
    if (row := bundle.codes.get(number.upper())) is not None:
        found.add(row)
    return found


@cache
def _postcodes() -> list[tuple[str, int]]:
    return sorted((code, row) for row, values in enumerate(_bundle().rows) for code in values[4].split())


def _entry(bundle: _Bundle, row: int) -> CommuneEntry:
    insee, name, _folded, department, postcodes, population, epci, _codes, _former, _liaison = bundle.rows[row]
    department_name, region = bundle.departments.get(department, (department, ""))
    epci_name, members = bundle.epcis.get(epci, ("", 0))
    return CommuneEntry(
        insee=insee,
        name=name.replace("'", "’"),
        department_code=department,
        department=department_name.replace("'", "’"),
        region_code=region,
        region=bundle.regions.get(region, "").replace("'", "’"),
        postcodes=tuple(postcodes.split()),
        population=int(population) if population else None,
        epci_code=epci,
        epci=epci_name.replace("'", "’"),
        epci_members=members,
    )


@cache
def _bundle() -> _Bundle:
    packed = resource("communes", "communes.tsv.xz").read_bytes()
    sections: dict[str, list[tuple[str, ...]]] = {}
    for line in lzma.decompress(packed).decode().split("\n"):
        if line.startswith("#"):
            current = sections.setdefault(line[1:], [])
        else:
            current.append(tuple(line.split("\t")))
    rows = tuple(sections["communes"])
    names = [(row[2], index, "") for index, row in enumerate(rows)]
    names += [(fold(former), index, former) for index, row in enumerate(rows) if row[8] for former in row[8].split(";")]
    codes = {code: index for index, row in enumerate(rows) for code in row[7].split()}
    codes.update({row[0]: index for index, row in enumerate(rows)})
    return _Bundle(
        rows=rows,
        names=tuple(names),
        codes=codes,
        departments={row[0]: (row[1], row[2]) for row in sections["departements"]},
        regions={row[0]: row[1] for row in sections["regions"]},
        epcis={row[0]: (row[1], int(row[2])) for row in sections["epci"]},
    )
