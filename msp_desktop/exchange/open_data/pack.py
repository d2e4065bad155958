"""A national file made small files, one a department, in one pass: what a federation hands over on a stick.

A department comes from a stranger's bytes and names a file: only those that exist do. Each pack is read as the national file
is, and tells of its communes all that this one tells.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Collection
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import IO, Any

import msgspec
from msgspec import Struct

from msp_desktop.domain.official import FileKind
from msp_desktop.exchange import communes as national
from msp_desktop.exchange.open_data import finess, rpps
from msp_desktop.exchange.open_data.errors import is_damaged, not_recognised
from msp_desktop.exchange.open_data.lines import line_blocks
from msp_desktop.exchange.open_data.pack_marks import mark_in, mark_words
from msp_desktop.exchange.open_data.rpps_columns import columns_of
from msp_desktop.exchange.open_data.streams import Stream, Tick, opened
from msp_desktop.files import draft_of, free_path, write_whole
from msp_desktop.formats.dates import long_date
from msp_desktop.i18n import _, language

#: Bytes of a department that are gathered before they are compressed: 108 of them stay under 2 MB together.
GATHERED = 1 << 14
#: zlib's own memory: 128 kB a department where its defaults take 256, for packs two in a hundred larger.
_WINDOW, _MEMORY = 16 + 14, 7
#: Departments of the same places are looked up once; a stranger's file may have any number of them.
_MOST_PLACES = 1 << 17
#: What is kept of an establishment of FINESS: what its reader asks.
_KEPT = {
    "informationsGeneralesEGE": ("numFinessEge", "nomEgeCourt", "nomEgeLong", "siret", "dateOuverture", "dateFermeture"),
    "adresse": (
        "usageAdresse", "numeroVoie", "complementVoie", "typeVoie", "libelleVoie", "lieuDit", "cogCommune", "codePostal",
        "ligneAcheminement",
    ),
    "contact": ("telecom",),
}  # fmt: skip
#: What the reader looks for: without it an address is not seen, even where it tells no commune.
_SEEN = "cogCommune"


class Pack(Struct, frozen=True, kw_only=True):
    """One file that was written: of which department, and how many lines it has."""

    path: Path
    department: str
    lines: int


def write_packs(
    source: Path,
    departments: Collection[str],
    into: Path,
    *,
    replace: bool = False,
    tick: Tick = lambda done: None,
) -> list[Pack]:
    """Write a pack for each of these departments of which the file tells, and a text that names source, day and licence.

    All of them take their names once all are whole: before, none is there. NotOfficialError where the file is another one,
    or its end is missing; OSError where the disk refuses.
    """
    with opened(source, _is_packable, tick) as stream:
        kind, cut = next((kind, cut) for kind, recognises, cut in _KINDS if recognises(stream.head))
        dated_on = _day_of(stream, kind)
        stem, ending = _NAMES[kind]
        day = f"-{dated_on.isoformat()}" if dated_on else ""
        with ExitStack() as files:
            packs = _Packs(
                files, departments, lambda department: _target(into / f"{stem}-{department}{day}{ending}", replace)
            )
            cut(stream, packs, dated_on)
            packs.finish()
        if packs.made:
            write_whole(into / f"{stem}-source.txt", _source_words(kind, dated_on).encode())
    return sorted(packs.made, key=lambda pack: pack.department)


class _Writer:
    """A pack being written: its lines are gathered, then compressed into a draft."""

    def __init__(self, path: Path, file: IO[bytes], head: bytes) -> None:
        self.path, self.lines, self.tail = path, 0, b""
        self._file, self._gathered = file, bytearray(head)
        self._engine = zlib.compressobj(6, zlib.DEFLATED, _WINDOW, _MEMORY)

    def add(self, line: bytes) -> None:
        self._gathered += line
        self.lines += 1
        if len(self._gathered) > GATHERED:
            self._file.write(self._engine.compress(self._gathered))
            self._gathered.clear()

    def finish(self) -> None:
        self._file.write(self._engine.compress(self._gathered + self.tail) + self._engine.flush())
        self._file.flush()


class _Packs:
    """All the packs being written, each begun by its first line."""

    def __init__(self, files: ExitStack, wanted: Collection[str], path_of: Callable[[str], Path]) -> None:
        self.made: list[Pack] = []
        self.head: Callable[[str], bytes] = lambda department: b""
        self.between, self.tail = b"", b""
        self._files, self._wanted, self._path_of = files, frozenset(wanted), path_of
        self._writers: dict[str, _Writer] = {}

    def add(self, departments: Collection[str], line: bytes) -> None:
        """Add a line to the pack of each department that is wanted."""
        for department in departments:
            writer = self._writers.get(department)
            if writer is None:
                if department not in self._wanted:
                    continue
                path = self._path_of(department)
                draft = self._files.enter_context(draft_of(path))
                file = self._files.enter_context(draft.open("wb"))
                writer = self._writers[department] = _Writer(path, file, self.head(department))
                writer.tail = self.tail
                writer.add(line)
            else:
                writer.add(self.between + line)

    def finish(self) -> None:
        """Write the end of each, before any takes its name."""
        for department, writer in self._writers.items():
            writer.finish()
            self.made.append(Pack(path=writer.path, department=department, lines=writer.lines))


class _Departments:
    """The departments of which a place may be: its commune's, else those of the communes that have its postcode."""

    def __init__(self) -> None:
        self._codes = {code.encode(): department for code, department in national.departments_of_codes().items()}
        self._postcodes = {code.encode(): found for code, found in national.departments_of_postcodes().items()}
        self._known = frozenset(self._codes.values())
        self._met: dict[tuple[bytes, ...], tuple[str, ...]] = {}

    @property
    def codes(self) -> frozenset[bytes]:
        """Return every code that a commune has or had."""
        return frozenset(self._codes)

    def of(self, code: bytes, *postcodes: bytes) -> tuple[str, ...]:
        """Return the departments of a place."""
        place = (code, *postcodes)
        found = self._met.get(place)
        if found is None:
            if len(self._met) > _MOST_PLACES:
                self._met.clear()
            department = self._codes.get(code)
            each = (department,) if department else tuple(one for code in postcodes for one in self._by_postcode(code))
            found = self._met[place] = tuple(dict.fromkeys(each))
        return found

    def _by_postcode(self, postcode: bytes) -> tuple[str, ...]:
        """Return the departments of a postcode; that of a cedex has its department's figures, Corsica's its third one."""
        shared = self._postcodes.get(postcode)
        if shared:
            return shared
        figures = postcode.decode("ascii", "replace")
        if len(figures) != 5 or not figures.isdecimal():
            return ()
        begin = figures[:3] if figures[:2] in ("97", "98") else figures[:2]
        if begin == "20":
            begin = "2A" if figures[2] in "01" else "2B"
        return (begin,) if begin in self._known else ()


def _cut_rpps(stream: Stream, packs: _Packs, dated_on: date | None) -> None:
    header = rpps.header_of(stream.head)
    columns = columns_of(header)
    if columns is None:
        raise not_recognised(stream.name)
    kept = sorted(set(columns.values()))
    names = header.removeprefix(b"\xef\xbb\xbf").rstrip(b"\r\n").split(b"|")
    titles = b"|".join(names[place] for place in kept)
    packs.head = lambda department: titles + b"|" + mark_words(department, dated_on).encode() + b"\n"
    commune, postcode = columns["commune"], columns["postcode"]
    cedex = columns.get("cedex", postcode)
    width, departments, last = kept[-1] + 1, _Departments(), b""
    lines = (line for block in line_blocks(stream) for line in block.splitlines(keepends=True))
    next(lines, None)
    for last in lines:
        parts = last.rstrip(b"\r\n").split(b"|")
        if len(parts) < width:
            parts += [b""] * (width - len(parts))
        where = departments.of(parts[commune], parts[postcode], parts[cedex][:5])
        if where:
            packs.add(where, b"|".join([parts[place] for place in kept]) + b"|\n")
    if not last.endswith(b"\n") and rpps.is_cut(last, stream.head, commune):
        raise is_damaged(stream.name)


def _cut_finess(stream: Stream, packs: _Packs, dated_on: date | None) -> None:
    departments, scan = _Departments(), finess.Scan()
    day = f'"generatedAt":"{dated_on.isoformat()}",' if dated_on else ""
    packs.head = lambda department: (
        f'{{"schemaVersion":"v1.0.0",{day}"departements":["{department}"],"gco":[],"gcc":[],"pmej":'
        '[{"informationsGeneralesPMEJ":{},"ege":[\n'
    ).encode()
    packs.between, packs.tail = b",\n", b"\n]}]}\n"
    for entry in finess.establishments(stream, departments.codes, scan):
        places = finess.told_of(entry)
        where = departments.of(places.code.encode(), places.postcode.encode())
        if where:
            packs.add(where, msgspec.json.encode(_slim(entry)))
    if scan.incomplete or not scan.addresses:
        raise is_damaged(stream.name)


def _slim(entry: dict[str, Any]) -> dict[str, Any]:
    """Return what is read of an establishment."""
    slim: dict[str, Any] = {}
    for key, fields in _KEPT.items():
        value = entry.get(key)
        parts = value if isinstance(value, list) else [value]
        kept = [
            {name: part[name] for name in fields if part.get(name) or name == _SEEN}
            for part in parts
            if isinstance(part, dict)
        ]
        slim[key] = kept if key != "informationsGeneralesEGE" else kept[0]
    for key in ("categorieentiteGeographiqueExercice", "etatObjet", "dateDerniereMaj"):
        slim[key] = entry.get(key)
    return slim


_KINDS = (
    (FileKind.RPPS, rpps.recognises, _cut_rpps),
    (FileKind.FINESS, finess.recognises, _cut_finess),
)
_NAMES = {FileKind.RPPS: ("rpps", ".txt.gz"), FileKind.FINESS: ("finess", ".json.gz")}


def _is_packable(head: bytes) -> bool:
    return any(recognises(head) for _kind, recognises, _cut in _KINDS)


def _day_of(stream: Stream, kind: FileKind) -> date | None:
    told = finess.day_told(stream.head) if kind is FileKind.FINESS else mark_in(rpps.header_of(stream.head)).dated_on
    return told or stream.dated_on


def _target(path: Path, replace: bool) -> Path:
    return path if replace else free_path(path)


def _source_words(kind: FileKind, dated_on: date | None) -> str:
    """Return what must be said wherever these files are shown: whose they are, of which day, under which licence."""
    if kind is FileKind.RPPS:
        source = _("Source: Annuaire santé (RPPS), Agence du numérique en santé.")
    else:
        source = _("Source: FINESS, Agence du numérique en santé and Ministry in charge of health.")
    day = long_date(dated_on, language()) if dated_on else ""
    lines = [
        source,
        _("National file of {day}.").format(day=day) if day else _("The national file does not tell its day."),
        _("Licence: Licence Ouverte 2.0 (Etalab). Name the source and its day wherever what it says is shown."),
        _("Each file is one department of it, read by Santé 100 jours as the national file is."),
    ]
    return "\n".join(lines) + "\n"
