"""What official files cover: which of two tells of a line, whose absence from them says something, what is told since before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from msp_desktop.domain.commune import CommuneEntry
from msp_desktop.domain.official import (
    FileFound,
    FileKind,
    Found,
    FoundOffer,
    Movement,
    MovementKind,
    OfficialFile,
    SourceFile,
)
from msp_desktop.domain.town_words import town_key
from msp_desktop.services.open_data.ground import FAMILIES, Ground


def latest(founds: Sequence[FileFound]) -> list[tuple[SourceFile, Found]]:
    """Return the lines of all files, once each, as the newest file tells them.

    What only an older file of the same family has is left out where a newer whole one covers it: it is no longer so.
    """
    told: list[tuple[SourceFile, Found]] = []
    seen: set[tuple[str, str, str]] = set()
    newer: list[SourceFile] = []
    for one in sorted(founds, key=_age, reverse=True):
        for found in one.found:
            key = (FAMILIES[one.file.kind], number_of(found), found.insee or found.postcode)
            if key in seen and key[1]:
                continue
            if any(_stands_for(file, one.file, found) for file in newer):
                continue
            seen.add(key)
            told.append((one.file, found))
        newer.append(one.file)
    return told


def number_of(found: Found) -> str:
    """Return the number of a line: RPPS or FINESS."""
    return (found.finess if isinstance(found, FoundOffer) else found.rpps).strip()


def _age(found: FileFound) -> tuple[date, bool]:
    """Return what the newest file is the last of: its day, and of one day the one that still appears."""
    return (found.file.dated_on or date.min, found.file.kind is not FileKind.FINESS_CSV)


def _stands_for(newer: SourceFile, older: SourceFile, found: Found) -> bool:
    same = FAMILIES[newer.kind] == FAMILIES[older.kind]
    return same and not newer.incomplete and _age_differs(newer, older) and covers(newer, departments_of(found))


def _age_differs(newer: SourceFile, older: SourceFile) -> bool:
    return (newer.dated_on, newer.kind) != (older.dated_on, older.kind)


def departments_of(found: Found) -> frozenset[str]:
    """Return the department of a line, both of Corse where it has a postcode only."""
    code = found.insee or found.postcode
    if not found.insee and code.startswith("20"):
        return frozenset(("2A", "2B"))
    return frozenset((department_of(code),))


def department_of(code: str) -> str:
    """Return the department with which the code of a commune begins: three figures overseas."""
    return code[:3] if code.startswith(("97", "98")) else code[:2]


def not_covered(file: SourceFile, communes: Iterable[str]) -> list[str]:
    """Return the departments of these communes of which a file says nothing: it is the pack of another one."""
    return sorted({code for code in map(department_of, communes) if not covers(file, (code,))})


def covers(file: SourceFile, departments: Iterable[str]) -> bool:
    """Tell whether a file tells of a department: the national one of any."""
    return not file.covers or any(code in file.covers for code in departments)


class Covering:
    """What the files of one family cover of the communes they were read for."""

    def __init__(
        self, ground: Ground, files: Sequence[SourceFile], communes: Sequence[CommuneEntry], today: date
    ) -> None:
        self.towns = frozenset(town_key(entry.name) for entry in communes)
        self._today = today
        self._by_town: dict[str, SourceFile] = {}
        for file in sorted(files, key=lambda one: one.dated_on or date.min):
            for entry in communes:
                if not file.incomplete and covers(file, (entry.department_code,)):
                    self._by_town[town_key(entry.name)] = file
        self._left = departures(ground.movements)

    def gone(self, family: str, entry_id: int, number: str, town: str, checked_on: date | None) -> SourceFile | None:
        """Return the file in which an entry should be and is not, None where its absence says nothing."""
        file = self._by_town.get(town) if number.strip() and town else None
        if file is None or (family, entry_id) in self._left:
            return None
        if checked_on is not None and checked_on > (file.dated_on or self._today):
            return None
        return file

    def is_back(self, family: str, entry_id: int, file: SourceFile) -> bool:
        """Tell whether an entry that was gone is told again by a newer file."""
        left = self._left.get((family, entry_id))
        return left is not None and is_after(file, left, self._today)


def departures(movements: Iterable[Movement]) -> dict[tuple[str, int], Movement]:
    """Return the departure of each entry whose last movement it is, by its family and its id."""
    last: dict[tuple[str, int], Movement] = {}
    for movement in movements:  # by id: the last one stands
        if movement.professional_id:
            last["rpps", movement.professional_id] = movement
        if movement.offer_id:
            last["finess", movement.offer_id] = movement
    return {key: movement for key, movement in last.items() if movement.kind is MovementKind.LEFT}


def is_after(file: SourceFile, left: Movement, today: date) -> bool:
    """Tell whether a file is newer than the one that told a departure: an older one still has whoever left."""
    return left.until is not None and (file.dated_on or today) > left.until


def file_before(
    files: Sequence[OfficialFile], file: SourceFile, communes: Collection[str], today: date
) -> OfficialFile | None:
    """Return the file of the same family, older, in which one of these communes was read before; None where there was none."""
    before = [
        one
        for one in files
        if FAMILIES[one.kind] == FAMILIES[file.kind]
        and not set(communes).isdisjoint(one.communes.split())
        and day_of(one) < (file.dated_on or today)
    ]
    return max(before, key=day_of, default=None)


def day_of(file: OfficialFile) -> date:
    """Return the day a file taken before is of, the day it was read where it tells none."""
    return file.dated_on or file.read_at.date()
