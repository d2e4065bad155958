"""Which entry of the dossier a line of a file is: by its number, else by name, profession and place; never by one alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct

from msp_desktop.domain.alike import emails_of, phones_of
from msp_desktop.domain.inventory import OTHER, HealthProfessional, Offer
from msp_desktop.domain.official import Found, FoundOffer, FoundProfessional, Standing
from msp_desktop.domain.people import Person
from msp_desktop.formats.french.people import is_masculine
from msp_desktop.formats.text import fold
from msp_desktop.services.import_entries import TITLES, initials_fit


class Doubt(StrEnum):
    """Why a line is to be confirmed."""

    SEVERAL = "several"
    LAST_NAME = "last_name"
    FIRST_NAME = "first_name"
    OTHER_TOWN = "other_town"
    OTHER_PROFESSION = "other_profession"
    OTHER_NAME = "other_name"
    DIRECTORY = "directory"
    POSTCODE = "postcode"


K = TypeVar("K")
V = TypeVar("V")


class Known(Struct, frozen=True):
    """An entry of a register as lines are compared with it; `town` is its key, "" where nothing says where it is."""

    id: int
    number: str
    name: str
    what: str
    town: str
    row: HealthProfessional | Offer
    person: Person | None = None


class Match(Struct, frozen=True):
    """What a line is: an entry of the register or of the directory alone, whether that is sure, and else why not."""

    known: Known | None = None
    person: Person | None = None
    doubt: Doubt | None = None


def words_of_name(text: str) -> list[str]:
    """Return the words of a name as they are compared, without « Dr »."""
    return [word for word in fold(text).split() if word not in TITLES]


def name_of(first: str, last: str) -> str:
    """Return a name as names are compared: its words in one order."""
    return " ".join(sorted(words_of_name(f"{last} {first}")))


class Line(Struct, frozen=True):
    """A line of a file as it is compared: `town` is its key, "" where the file has a postcode only."""

    number: str
    name: str
    what: str
    town: str
    found: Found

    @property
    def counted(self) -> bool:
        """Tell whether the file counts it here, or may."""
        return self.found.standing is not Standing.SET_ASIDE


class _Matching:
    """What each line is, by its place among the lines; an entry is given to one line alone."""

    def __init__(self, known: Sequence[Known], lines: Sequence[Line], sought: frozenset[str]) -> None:
        self.lines = lines
        self.sought = sought
        self.matches: dict[int, Match] = {}
        self._taken: set[int] = set()
        self.by_number = _grouped((one.number, one) for one in known if one.number)
        self.by_name = _grouped((one.name, one) for one in known if not one.number)
        self.by_place = _grouped((one.town, one) for one in known if not one.number)
        # The surest first: what is counted here, then what may be, then what is set aside.
        order = (Standing.HERE, Standing.TO_CONFIRM, Standing.SET_ASIDE)
        self.order = sorted(range(len(lines)), key=lambda place: order.index(lines[place].found.standing))

    def open_lines(self) -> list[int]:
        """Return the places of the lines that are nothing yet, the surest first."""
        return [place for place in self.order if place not in self.matches]

    def free(self, entries: Iterable[Known]) -> list[Known]:
        """Return the entries that are no line yet."""
        return [one for one in entries if one.id not in self._taken]

    def take(self, place: int, known: Known | None, doubt: Doubt | None = None, person: Person | None = None) -> None:
        """Note what a line is."""
        if known is not None:
            self._taken.add(known.id)
        self.matches[place] = Match(known, person, doubt)

    def number(self) -> None:
        """Match by number: the entry of the same town, else one that is in a town sought no longer told: it moved."""
        told = _grouped((self.lines[place].number, place) for place in self.order if self.lines[place].number)
        for number, places in told.items():
            entries = self.by_number.get(number, [])
            if not entries:
                continue
            for place in places:
                same = [one for one in self.free(entries) if one.town == self.lines[place].town]
                if same:
                    self.take(place, same[0], _other_name(same[0], self.lines[place]))
            for place in places:
                if place in self.matches:
                    continue
                line = self.lines[place]
                left = [
                    one
                    for one in self.free(entries)
                    if not line.town or not one.town or one.town in self.sought or not line.counted
                ]
                if left:
                    self.take(place, left[0], _other_name(left[0], line))
                else:
                    self.take(place, None, None, entries[0].person)

    def rivals(self) -> Mapping[tuple[str, str, str], set[str]]:
        """Return the numbers of the lines that bear one name, in one profession and town."""
        found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        for place in self.open_lines():
            line = self.lines[place]
            if line.counted:
                found[line.name, line.what, line.town].add(line.number or str(place))
        return found

    def exact(self) -> None:
        """Match by name, profession and place; where several have them, by telephone or e-mail."""
        rivals = self.rivals()
        for place in self.open_lines():
            line = self.lines[place]
            entries = [one for one in self.free(self.by_name.get(line.name, ())) if _fits(one.what, line.what)]
            near = [one for one in entries if one.town == line.town and one.town] or [
                one for one in entries if not one.town or not line.town
            ]
            if not near:
                continue
            several = len(rivals[line.name, line.what, line.town]) > 1 if line.counted else False
            if several or len(near) > 1:
                reached = [one for one in near if _same_contact(one, line.found)]
                if len(reached) == 1:
                    self.take(place, reached[0])
                elif line.counted:
                    self.take(place, None if several else near[0], Doubt.SEVERAL)
                continue
            self.take(place, near[0], None if line.town else Doubt.POSTCODE)


def match_professionals(
    known: Sequence[Known],
    others: Sequence[Person],
    professionals: frozenset[int],
    lines: Sequence[Line],
    sought: frozenset[str],
) -> dict[int, Match]:
    """Return what each line of the RPPS is; a line that is not there is new.

    `others` are the directory's entries that the register does not have, `professionals` those of them who care, `sought` the
    keys of the towns the file was read for.
    """
    matching = _Matching(known, lines, sought)
    matching.number()
    matching.exact()
    _second_places(matching)
    by_name = _grouped((name_of(one.first_name, one.last_name), one) for one in others)
    for place in matching.open_lines():
        line = lines[place]
        namesakes = by_name.get(line.name, []) if line.name else []
        reached = [one for one in namesakes if _reached_alike(one, line.found)]
        if len(namesakes) == 1 and (reached or namesakes[0].id in professionals):
            matching.take(place, None, None, namesakes[0])
        elif namesakes and line.counted:
            matching.take(place, None, Doubt.DIRECTORY, (reached or namesakes)[0])
    _ask_elsewhere(matching)
    _ask_names(matching)
    return matching.matches


def match_offers(known: Sequence[Known], lines: Sequence[Line], sought: frozenset[str]) -> dict[int, Match]:
    """Return what each line of FINESS is; a line that is not there is new."""
    matching = _Matching(known, lines, sought)
    matching.number()
    matching.exact()
    for close in (True, False):
        open_here = _grouped(
            ((lines[place].town, lines[place].what), place) for place in matching.open_lines() if lines[place].counted
        )
        for (town, what), places in open_here.items():
            there = [one for one in matching.free(matching.by_place.get(town, ())) if _fits(one.what, what)]
            for place in places:
                near = [one for one in matching.free(there) if not close or _same_words(one.name, lines[place].name)]
                if len(near) == 1 and (close or (len(places) == 1 and near[0].what == what)):
                    matching.take(place, near[0], None if close and town else Doubt.OTHER_NAME)
    return matching.matches


def _second_places(matching: _Matching) -> None:
    """Give the person of a line to the other lines of the same number: one person, in two communes."""
    people = {
        matching.lines[place].number: match.known.person
        for place, match in matching.matches.items()
        if match.known is not None and match.doubt is None and matching.lines[place].number
    }
    for place in matching.open_lines():
        person = people.get(matching.lines[place].number)
        if person is not None:
            matching.take(place, None, None, person)


def _ask_elsewhere(matching: _Matching) -> None:
    """Ask of the same name in another town, or in another profession of the same town."""
    for place in matching.open_lines():
        line = matching.lines[place]
        if not line.counted:
            continue
        namesakes = matching.free(matching.by_name.get(line.name, ()))
        trade = [one for one in namesakes if _fits(one.what, line.what)]
        town = [one for one in namesakes if one.town == line.town and line.town]
        if len(trade) == 1:
            matching.take(place, trade[0], Doubt.OTHER_TOWN)
        elif len(town) == 1:
            matching.take(place, town[0], Doubt.OTHER_PROFESSION)


def _ask_names(matching: _Matching) -> None:
    """Ask of an initial in place of a first name, and of another last name: somebody may have married."""
    claims: dict[int, list[tuple[int, Known, Doubt]]] = defaultdict(list)
    for place in matching.open_lines():
        line = matching.lines[place]
        if not line.counted or not isinstance(line.found, FoundProfessional) or not line.town:
            continue
        there = [one for one in matching.free(matching.by_place.get(line.town, ())) if _fits(one.what, line.what)]
        asked = [(one, doubt) for one in there if (doubt := _near_name(one, line.found)) is not None]
        if len(asked) == 1:
            claims[asked[0][0].id].append((place, *asked[0]))
    for asking in claims.values():
        if len(asking) == 1:
            place, known, doubt = asking[0]
            matching.take(place, known, doubt)


def _near_name(known: Known, found: FoundProfessional) -> Doubt | None:
    """Return which part of two names differs, None where nothing says that they may be one person."""
    if known.person is None:
        return None
    last, first = words_of_name(known.person.last_name), words_of_name(known.person.first_name)
    their_last, their_first = words_of_name(found.last_name), words_of_name(found.first_name)
    names = {"first_name": found.first_name}, {"first_name": known.person.first_name}
    if last == their_last and last and initials_fit(*names):
        return Doubt.FIRST_NAME
    if not first or first != their_first:
        return None
    both = frozenset(last) & frozenset(their_last)
    woman = not (is_masculine(known.person.civility) or is_masculine(found.civility))
    return Doubt.LAST_NAME if both or woman else None


def _other_name(known: Known, line: Line) -> Doubt | None:
    """Return a doubt where a number is the same and no part of the names is: the number may be mistyped."""
    person, found = known.person, line.found
    if person is None or not isinstance(found, FoundProfessional) or not line.name or not known.name:
        return None
    return None if set(known.name.split()) & set(line.name.split()) else Doubt.OTHER_NAME


def _fits(mine: str, theirs: str) -> bool:
    """Tell whether a profession or kind may be the same: the dossier's unknown one is any."""
    return mine == theirs or mine in ("", OTHER)


def _same_contact(known: Known, found: Found) -> bool:
    if known.person is not None:
        return _reached_alike(known.person, found)
    details = getattr(known.row, "details", "")
    return bool(phones_of(Person(phone=found.phone)) & phones_of(Person(phone=details)))


def _reached_alike(person: Person, found: Found) -> bool:
    """Tell whether somebody answers the same telephone or the same address."""
    theirs = Person(phone=found.phone, email=found.email)
    return bool(phones_of(person) & phones_of(theirs) or emails_of(person) & emails_of(theirs))


#: What says of which sort an establishment is, or its owner, and is no part of how it is called.
_SORTS = frozenset(
    fold(
        """
    pharmacie officine laboratoire labo biologie medicale analyses maison centre sante pluriprofessionnelle ehpad hopital
    clinique selarl sarl selas sas eurl snc sel scp sisa association societe cabinet msp residence de du des d la le les l et
    en a au aux saint sainte st ste
    """
    ).split()
)


def _same_words(one: str, other: str) -> bool:
    """Tell whether what is proper to two names is the same, or all of one is in the other: « Pharmacie Duval », « SELARL Duval »."""
    mine, theirs = (frozenset(fold(name).split()) - _SORTS for name in (one, other))
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)


def known_professionals(listed: Iterable[tuple[HealthProfessional, Person]], towns: Mapping[int, str]) -> list[Known]:
    """Return the register's entries as lines are compared with them; `towns` are their towns' keys by id."""
    return [
        Known(row.id, row.rpps.strip(), name_of(person.first_name, person.last_name), row.profession, towns[row.id], row,
              person)
        for row, person in listed
    ]  # fmt: skip


def known_offers(offers: Iterable[Offer], towns: Mapping[int, str]) -> list[Known]:
    """Return the register's offers as lines are compared with them."""
    return [Known(row.id, row.finess.strip(), fold(row.name), row.kind, towns[row.id], row) for row in offers]


def line_of(found: Found, town: str) -> Line:
    """Return a line as it is compared; `town` is the key of its town."""
    if isinstance(found, FoundOffer):
        return Line(found.finess.strip(), fold(found.name), found.kind, town, found)
    return Line(found.rpps.strip(), name_of(found.first_name, found.last_name), found.profession, town, found)
