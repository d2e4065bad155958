"""The old csv of FINESS, which stopped in May 2026: with its first line « finess;etalab;… », or with names of columns.

No field is quoted there: a quote is a letter of a name. What a spreadsheet or another publisher saved again may quote them,
divide them otherwise and call them otherwise.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date

from msgspec import Struct, structs

from msp_desktop.domain.official import FileFound, FileKind, SourceFile
from msp_desktop.exchange.open_data.errors import not_recognised
from msp_desktop.exchange.open_data.establishments import Told, day_of, offer_of, town_line
from msp_desktop.exchange.open_data.gathering import Give
from msp_desktop.exchange.open_data.lines import line_blocks, words
from msp_desktop.exchange.open_data.sought import Sought
from msp_desktop.exchange.open_data.streams import BLOCK, Stream
from msp_desktop.formats.text import fold

#: The fields of a line, in the order they have in the files without names.
FIELDS = [
    "structureet",
    "nofinesset",
    "nofinessej",
    "rs",
    "rslongue",
    "complrs",
    "compldistrib",
    "numvoie",
    "typvoie",
    "voie",
    "compvoie",
    "lieuditbp",
    "commune",
    "departement",
    "libdepartement",
    "ligneacheminement",
    "telephone",
    "telecopie",
    "categetab",
    "libcategetab",
    "categagretab",
    "libcategagretab",
    "siret",
    "codeape",
    "codemft",
    "libmft",
    "codesph",
    "libsph",
    "dateouv",
    "dateautor",
    "maj",
    "numuai",
]
#: Departments overseas, as FINESS numbers them.
OVERSEAS = {"9A": "971", "9B": "972", "9C": "973", "9D": "974", "9E": "975", "9F": "976"}
#: What begins a line that tells of an establishment; others tell where it stands on a map.
_ESTABLISHMENT = "structureet"
#: Other names of the columns that are read, folded and without spaces.
_NAMES = {
    "structureet": ("section", "rowtype", "structure"),
    "nofinesset": ("finesset", "numfinesset", "numerofinesset", "ndegfinesset", "nfinesset", "numfiness", "finess"),
    "rs": ("raisonsociale", "raisonsocialeet"),
    "rslongue": ("raisonsocialelongue", "raisonsocialelongueet"),
    "numvoie": ("numerovoie", "novoie"),
    "typvoie": ("typevoie", "typedevoie"),
    "voie": ("libvoie", "libellevoie", "nomvoie"),
    "lieuditbp": ("lieudit",),
    "commune": ("codecommune", "comcode", "codeinsee", "insee", "codecommuneinsee"),
    "departement": ("codedepartement", "depcode", "dep"),
    "ligneacheminement": ("acheminement", "lignedacheminement"),
    "telephone": ("tel",),
    "categetab": ("categorieetablissement", "codecategorieetablissement", "categcode", "codecategorie", "categorie"),
    "libcategetab": ("libellecategorieetablissement", "categlib", "libellecategorie"),
    "dateouv": ("dateouverture", "dateouvert"),
    "maj": ("datemaj", "datemiseajour", "datedemiseajour"),
    "datefermeture": ("dateferm", "datefermet"),
}
_CALLED = {other: name for name, others in _NAMES.items() for other in (name, *others)}
_NEEDED = {"nofinesset", "commune", "categetab"}


class Layout(Struct, frozen=True, kw_only=True):
    """How the lines of a file are written: what divides their fields, and where each stands."""

    separator: str = ";"
    place: Mapping[str, int]
    dated_on: date | None = None
    named: bool = False


def recognises(head: bytes) -> bool:
    """Tell whether these are the first bytes of it."""
    return _layout(head) is not None


def read(stream: Stream, sought: Sought, give: Give, size: int = BLOCK) -> FileFound:
    """Give the establishments of the communes sought; NotOfficialError where the file is another one.

    It is incomplete where its last line has fewer fields than the others.
    """
    layout = _layout(stream.head)
    if layout is None:
        raise not_recognised(stream.name)
    lines = most = last = 0
    for block in line_blocks(stream, size):
        for raw in block.splitlines():
            cells = _cells(raw, layout)
            if not _is_establishment(cells, layout.place):
                continue
            lines, last, most = lines + 1, len(cells), max(most, len(cells))
            code = _code(cells, layout.place)
            if code and code not in sought.codes:
                continue
            offer = offer_of(_told(cells, layout.place, code), sought)
            if offer is not None:
                give(offer)
    return FileFound(
        file=SourceFile(
            kind=FileKind.FINESS_CSV,
            name=stream.name,
            dated_on=layout.dated_on or stream.dated_on,
            lines=lines,
            incomplete=last < most,
        )
    )


def _layout(head: bytes) -> Layout | None:
    """Return how a file is written, by its first lines; None where it is another file."""
    lines = [line for line in head.removeprefix(b"\xef\xbb\xbf").splitlines()[:5] if line.strip(b" ;,\t")]
    if not lines:
        return None
    plain = Layout(place={name: number for number, name in enumerate(FIELDS)})
    title = [words(cell).lower() for cell in _cells(lines[0], plain)]
    dated_on = None
    if title[:2] == ["finess", "etalab"]:
        dated_on = next((day for day in map(day_of, reversed(title)) if day), None)
        lines = lines[1:]
        if not lines:
            return structs.replace(plain, dated_on=dated_on)
    for separator in ";,\t|":
        named = _named(lines[0], separator)
        if named:
            return structs.replace(named, dated_on=dated_on)
    if _is_establishment(_cells(lines[0], plain), plain.place):
        return structs.replace(plain, dated_on=dated_on)
    return None


def _named(line: bytes, separator: str) -> Layout | None:
    """Return where the columns are by their names, None where they are not those needed."""
    cells = _cells(line, Layout(separator=separator, place={}))
    names = [_CALLED.get(name, name) for name in (fold(words(cell)).replace(" ", "") for cell in cells)]
    place = {name: names.index(name) for name in dict.fromkeys(names) if name in _CALLED or name in FIELDS}
    return Layout(separator=separator, place=place, named=True) if place.keys() >= _NEEDED else None


def _cells(line: bytes, layout: Layout) -> list[bytes]:
    """Return the fields of a line; quotes count only where they are round whole fields."""
    cells = line.split(layout.separator.encode())
    if not (line.startswith(b'"') or (b'"' in line and len(cells) > len(layout.place) and layout.named)):
        return cells
    text = line.decode("latin-1")  # each byte is a letter, and comes back the same
    try:
        return [cell.encode("latin-1") for cell in next(csv.reader([text], delimiter=layout.separator))]
    except csv.Error:
        return cells


def _is_establishment(cells: list[bytes], place: Mapping[str, int]) -> bool:
    """Tell whether a line tells of an establishment; a line of names, or of nothing, does not."""
    number = _cell(cells, place, "nofinesset").replace(" ", "")
    kind = _cell(cells, place, "structureet") if "structureet" in place else _ESTABLISHMENT
    return kind == _ESTABLISHMENT and number[:1].isdigit()


def _code(cells: list[bytes], place: Mapping[str, int]) -> str:
    """Return the INSEE code of a line's commune: of five figures, or of three within its department."""
    commune = _cell(cells, place, "commune").upper()
    department = _cell(cells, place, "departement").upper().zfill(2)
    if not commune or len(commune) > 3 or not department.strip("0"):
        return commune.zfill(5) if commune else ""
    department = OVERSEAS.get(department, department)
    return (department + commune.zfill(3)[len(department) - 2 :])[:5]


def _told(cells: list[bytes], place: Mapping[str, int], code: str) -> Told:
    said = {name: _cell(cells, place, name) for name in place}
    postcode, town = town_line(said.get("ligneacheminement", ""))
    return Told(
        finess=said["nofinesset"].replace(" ", ""),
        name=said.get("rslongue") or said.get("rs", ""),
        is_open=not said.get("datefermeture"),
        category=said["categetab"],
        category_words=said.get("libcategetab", ""),
        code=code,
        postcode=postcode,
        town=town,
        number=said.get("numvoie", ""),
        repeat=said.get("compvoie", ""),
        street_kind=said.get("typvoie", ""),
        street=said.get("voie", ""),
        place=said.get("lieuditbp", ""),
        phone=said.get("telephone", ""),
        opened_on=said.get("dateouv", ""),
        updated_on=said.get("maj", ""),
    )


def _cell(cells: list[bytes], place: Mapping[str, int], name: str) -> str:
    at = place.get(name, len(cells))
    return words(cells[at]) if at < len(cells) else ""
