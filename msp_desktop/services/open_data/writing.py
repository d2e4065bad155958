"""Take into the inventory what was agreed to of official files: one step, taken back at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from msp_desktop.db.shape import table_name
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.inventory import HealthProfessional, Offer
from msp_desktop.domain.official import (
    FileKind,
    FoundOffer,
    FoundProfessional,
    Movement,
    MovementKind,
    OfficialFile,
    Proposal,
    Review,
    ReviewLine,
    SourceFile,
)
from msp_desktop.domain.people import Category, Person
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import ngettext
from msp_desktop.services.bodies import follow_body, write_person
from msp_desktop.services.inventory import insert_professional
from msp_desktop.services.open_data.covering import departures, file_before, is_after
from msp_desktop.services.open_data.ground import FAMILIES, town_of
from msp_desktop.services.open_data.tidy import Towns, offer_values, person_values, register_values, values_here
from msp_desktop.services.open_data.words import origin_words, source_words
from msp_desktop.services.public_figures import insert_figures

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction


#: What a line is that an entry already is, for certain.
_THERE = (Proposal.EXISTING, Proposal.CHANGED)


class Written(Struct, frozen=True):
    """What an import wrote: the entries added, changed, found again without a change, gone; the movements told; the figures.

    `professionals` and `offers` are the ids of the entries added or changed, in the review's order.
    """

    added: int = 0
    changed: int = 0
    checked: int = 0
    gone: int = 0
    movements: int = 0
    figures: int = 0
    professionals: tuple[int, ...] = ()
    offers: tuple[int, ...] = ()


def write_review(store: Store, review: Review, now: datetime) -> Written:
    """Write the lines ticked, of each the differences accepted, and that these files were read: one step of the history.

    A copy of the dossier is made before. Every line ticked has its number, its source and its day afterwards. An entry that is
    gone stays: its departure is told among the movements and in its notes, and deleting it is for whoever knows.
    """
    ticked = [line for line in review.lines if line.ticked]
    figures = [figure.found for figure in review.figures if figure.ticked]
    count = len(ticked) + len(figures)
    label = ngettext("{count} line of official files taken in", "{count} lines of official files taken in", count)
    with store.write(label.format(count=count), large=True) as transaction:
        writing = _Writing(transaction, review, now)
        for line in ticked:
            writing.line(line)
        for file in review.files:
            transaction.insert(
                OfficialFile(
                    kind=file.kind,
                    name=one_line(file.name),
                    dated_on=file.dated_on,
                    read_at=now,
                    communes=" ".join(review.communes),
                )
            )
        return replace(writing.written(), figures=insert_figures(transaction, figures))


class _Writing:
    """One import being written."""

    def __init__(self, transaction: Transaction, review: Review, now: datetime) -> None:
        self._transaction = transaction
        self._commune = transaction.one(Commune, 1)
        names = {line.found.insee: line.town for line in review.lines if line.found is not None and line.found.insee}
        self._towns = Towns(self._commune, review.communes, names)
        self._communes = review.communes
        self._before = transaction.all(OfficialFile)
        self._left = departures(transaction.all(Movement))
        self._today = now.date()
        #: The person of each RPPS number written: one person, though in two communes.
        self._people: dict[str, int] = {}
        self._touched: set[tuple[type[Any], int]] = set()
        self._counts = dict.fromkeys(("added", "changed", "checked", "gone", "movements"), 0)
        self._professionals: list[int] = []
        self._offers: list[int] = []

    def written(self) -> Written:
        """Return what was written."""
        return Written(
            **self._counts,
            professionals=tuple(dict.fromkeys(self._professionals)),
            offers=tuple(dict.fromkeys(self._offers)),
        )

    def line(self, line: ReviewLine) -> None:
        """Write one line; nothing where its entry was deleted since the review."""
        file = line.file
        record: type[HealthProfessional | Offer] = HealthProfessional if line.kind is FileKind.RPPS else Offer
        if line.entry_id and self._transaction.find(record, id=line.entry_id) is None:
            return
        if line.proposal is Proposal.GONE:
            self._gone(line, file)
        elif isinstance(line.found, FoundProfessional):
            self._professional(line, line.found, file)
        elif isinstance(line.found, FoundOffer):
            self._offer(line, line.found, file)

    def _professional(self, line: ReviewLine, found: FoundProfessional, file: SourceFile) -> None:
        entry_id = self._free(HealthProfessional, line.entry_id)
        told = {"rpps": found.rpps.strip(), **self._told(file)}
        if not entry_id:
            place = values_here(self._towns.name_of(found), self._towns.place_of(found))
            row = self._added_professional(line, found, file, {**register_values(found), **place, **told})
            self._professionals.append(row.id)
            self._arrived(line, file, professional_id=row.id)
            return
        row = self._transaction.one(HealthProfessional, entry_id)
        person = self._transaction.one(Person, row.person_id)
        mine = self._accepted(line, found, row)
        theirs = self._accepted(line, found, person)
        if theirs:
            self._write_person(row.person_id, theirs, file)
        self._moved(line, file, mine, town_of(row, self._commune), bool(row.rpps), professional_id=entry_id)
        self._people.setdefault(found.rpps.strip(), row.person_id)
        self._transaction.update(
            entry_id, Change(HealthProfessional, **mine, **self._known(line, told, row, changed=bool(theirs or mine)))
        )
        self._count(line, bool(theirs or mine))
        if theirs or mine:
            self._professionals.append(entry_id)

    def _added_professional(
        self, line: ReviewLine, found: FoundProfessional, file: SourceFile, values: dict[str, Any]
    ) -> HealthProfessional:
        """Add a line to the register, under the directory's entry where there is one."""
        self._counts["added"] += 1
        number = found.rpps.strip()
        known = self._transaction.find(Person, id=line.person_id or self._people.get(number, 0))
        if known is not None:
            self._write_person(known.id, self._accepted(line, found, known), file)
            row = self._transaction.insert(HealthProfessional(person_id=known.id, **values))
        else:
            person = Person(category=Category.PROFESSIONAL, known_from=origin_words(file), **person_values(found))
            row = insert_professional(self._transaction, person, values)
            follow_body(self._transaction, None, self._transaction.one(Person, row.person_id))
        self._people[number] = row.person_id
        return row

    def _offer(self, line: ReviewLine, found: FoundOffer, file: SourceFile) -> None:
        entry_id = self._free(Offer, line.entry_id)
        told = {"finess": found.finess.strip(), **self._told(file)}
        if not entry_id:
            self._counts["added"] += 1
            place = values_here(self._towns.name_of(found), self._towns.place_of(found))
            position = self._transaction.next_position(Offer)
            row = self._transaction.insert(Offer(position=position, **offer_values(found), **place, **told))
            self._offers.append(row.id)
            self._arrived(line, file, offer_id=row.id)
            return
        row = self._transaction.one(Offer, entry_id)
        mine = self._accepted(line, found, row)
        self._moved(line, file, mine, town_of(row, self._commune), bool(row.finess), offer_id=entry_id)
        self._transaction.update(entry_id, Change(Offer, **mine, **self._known(line, told, row, changed=bool(mine))))
        self._count(line, bool(mine))
        if mine:
            self._offers.append(entry_id)

    def _gone(self, line: ReviewLine, file: SourceFile) -> None:
        """Tell that an entry is gone, among the movements and in its notes."""
        article = "le " if line.kind is FileKind.RPPS else ""
        said = f"Ne figure plus dans {article}{source_words(file)}"
        said = f"{said} ({line.town})." if line.town else f"{said}."
        record = HealthProfessional if line.kind is FileKind.RPPS else Offer
        row: Any = self._transaction.one(record, line.entry_id)
        if isinstance(row, HealthProfessional):
            person = self._transaction.one(Person, row.person_id)
            self._transaction.update(person.id, Change(Person, notes=_with_line(person.notes, said)))
        else:
            self._transaction.update(row.id, Change(Offer, details=_with_line(row.details, said)))
        self._counts["gone"] += 1
        self._move(MovementKind.LEFT, file, line.entry_id, town=line.town)

    def _accepted(
        self, line: ReviewLine, found: FoundProfessional | FoundOffer, row: HealthProfessional | Person | Offer
    ) -> dict[str, Any]:
        """Return the values accepted of a row; a town goes with whether it is the commune's, and with no distance.

        What was typed since the review was made stays: nobody agreed to lose it.
        """
        accepted: dict[str, Any] = {}
        for one in line.differences:
            if not one.accepted or one.record != table_name(type(row)) or self._value(row, one.attribute) != one.old:
                continue
            if one.attribute == "town":
                accepted |= values_here(self._towns.name_of(found), self._towns.place_of(found))
                accepted["distance_km"] = None
            else:
                accepted[one.attribute] = one.new
        return accepted

    def _value(self, row: HealthProfessional | Person | Offer, attribute: str) -> Any:
        return (
            town_of(row, self._commune)
            if attribute == "town" and not isinstance(row, Person)
            else getattr(row, attribute)
        )

    def _write_person(self, person_id: int, values: Mapping[str, Any], file: SourceFile) -> None:
        """Write what the directory is told; where its data come from is said, unless somebody said it."""
        if values:
            person = self._transaction.one(Person, person_id)
            known = {} if person.known_from.strip() else {"known_from": origin_words(file)}
            write_person(self._transaction, person_id, Change(Person, **values, **known))

    def _known(self, line: ReviewLine, told: dict[str, Any], row: Any, *, changed: bool) -> dict[str, Any]:
        """Return number, source and day of an entry; a source typed stays where nothing of the file was taken."""
        if not changed and row.source.strip():
            told = {name: value for name, value in told.items() if name != "source"}
        if not changed and row.checked_on is not None:
            told = {**told, "checked_on": max(row.checked_on, told["checked_on"])}
        return told

    def _told(self, file: SourceFile) -> dict[str, Any]:
        return {"source": source_words(file), "checked_on": file.dated_on or self._today}

    def _count(self, line: ReviewLine, changed: bool) -> None:
        self._counts["changed" if changed else "checked"] += 1

    def _free(self, record: type[Any], entry_id: int) -> int:
        """Return an entry's id, 0 where another line of this import is it already: two namesakes are two."""
        key = (record, entry_id)
        if not entry_id or key in self._touched:
            return 0
        self._touched.add(key)
        return entry_id

    def _arrived(self, line: ReviewLine, file: SourceFile, **entry: int) -> None:
        """Tell an arrival: a new line of a commune that an older file was read for."""
        found = line.found
        before = file_before(self._before, file, [found.insee], self._today) if found is not None else None
        if before is None or line.proposal is not Proposal.NEW:
            return
        since = before.dated_on or before.read_at.date()
        if isinstance(found, FoundOffer) and found.opened_on is not None and found.opened_on <= since:
            return  # it was there, and was not taken in
        self._insert(MovementKind.ARRIVED, file, since, line.town, "", entry)

    def _moved(
        self, line: ReviewLine, file: SourceFile, values: Mapping[str, Any], town: str, numbered: bool, **entry: int
    ) -> None:
        """Tell a move: another town for an entry whose number a file before gave; else the return of who was gone."""
        before = file_before(self._before, file, [line.found.insee], self._today) if line.found is not None else None
        if "town" in values and numbered and town and before is not None:
            since = before.dated_on or before.read_at.date()
            self._insert(MovementKind.MOVED, file, since, line.town, town, entry)
            return
        left = self._left.get((FAMILIES[line.kind], line.entry_id))
        if left is not None and line.proposal in _THERE and is_after(file, left, self._today):
            self._insert(MovementKind.ARRIVED, file, left.until, line.town, "", entry)

    def _move(self, kind: MovementKind, file: SourceFile, entry_id: int, town: str) -> None:
        name = "professional_id" if file.kind is FileKind.RPPS else "offer_id"
        before = file_before(self._before, file, self._communes, self._today)
        since = (before.dated_on or before.read_at.date()) if before else None
        self._insert(kind, file, since, town, "", {name: entry_id})

    def _insert(
        self, kind: MovementKind, file: SourceFile, since: date | None, town: str, before: str, entry: Mapping[str, int]
    ) -> None:
        self._counts["movements"] += 1
        until = file.dated_on or self._today
        self._transaction.insert(Movement(kind=kind, town=town, town_before=before, since=since, until=until, **entry))


def _with_line(notes: str, said: str) -> str:
    return notes if said in notes else "\n".join(filter(None, (notes.rstrip(), said)))
