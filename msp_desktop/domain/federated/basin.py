"""A « bassin de vie »: two to six neighbouring communes joined from what each of them sent."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec import Struct

from msp_desktop.domain.carried.data import CommuneData, Horizon, OfferData, Person
from msp_desktop.domain.carried.envelope import content_id
from msp_desktop.domain.carried.refusals import Why, refusal_words
from msp_desktop.domain.federated.doubles import Entry, doubles
from msp_desktop.domain.federated.masking import Counted, empty, safe
from msp_desktop.domain.inventory import AgeBand, Proximity
from msp_desktop.domain.town_words import town_key
from msp_desktop.errors import UserError
from msp_desktop.formats.text import fold
from msp_desktop.i18n import _

LEAST, MOST = 2, 6


class Place(Struct, frozen=True):
    """An offer of the basin: where it is (a member's position, None outside), and the positions of those who list it."""

    kind: str
    name: str
    town: str
    finess: str
    at: int | None
    listed_by: tuple[int, ...]


class MapRow(Struct, frozen=True):
    """A profession or a kind of offer: how many in each commune, in all, and nearby where no member has any.

    Where `at_least`, two communes may count the same people nearby: `beside` is the largest of their counts.
    """

    code: str
    cells: tuple[int, ...]
    total: int
    beside: int = 0
    at_least: bool = False


class Leaving(Struct, frozen=True):
    """A profession, "" for all of them: who leaves within five years and the others, None where they are too few to be told."""

    profession: str
    within_5: int | None
    others: int | None


class Basin(Struct, frozen=True, kw_only=True):
    """The basin, its communes by population; `named` tells that everybody was told by name, so that nobody is counted twice.

    `several` counts those who practise in more than one commune, where names tell. `doubtful` are pairs of positions in
    `places` that may be one. `ages` are None where too few to be told.
    """

    members: tuple[CommuneData, ...]
    places: tuple[Place, ...] = ()
    doubtful: tuple[tuple[int, int], ...] = ()
    professions: tuple[MapRow, ...] = ()
    offers: tuple[MapRow, ...] = ()
    named: bool = False
    several: int = 0
    leaving: tuple[Leaving, ...] = ()
    ages: tuple[tuple[AgeBand, int | None], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return what each commune is called here: with its code where two have one name."""
        shared = Counter(town_key(one.commune.name) for one in self.members)
        return tuple(
            f"{one.commune.name} ({one.commune.insee})" if shared[town_key(one.commune.name)] > 1 else one.commune.name
            for one in self.members
        )


def newest(datas: Iterable[CommuneData]) -> tuple[CommuneData, ...]:
    """Return the newest of each commune, the largest commune first; whatever order they come in.

    UserError where a commune is told by two dossiers, or is the made-up one.
    """
    found: dict[str, CommuneData] = {}
    for data in datas:
        insee, name = data.commune.insee, data.commune.name
        if not insee:
            raise UserError(refusal_words(Why.SAMPLE))
        other = found.get(insee)
        if other is not None and other.sender.dossier != data.sender.dossier:
            raise UserError(
                _("{town} is told by two dossiers: keep the files of the right one, and leave out the others.").format(
                    town=name or insee
                )
            )
        if other is None or _moment(other) < _moment(data):
            found[insee] = data
    return tuple(sorted(found.values(), key=_by_size))


def joined(datas: Iterable[CommuneData]) -> Basin:
    """Return the basin of two to six communes, of each the newest; UserError where they are not as many."""
    members = newest(datas)
    if len(members) < LEAST:
        raise UserError(_("Add the files of at least two communes: there is nothing to join yet."))
    if len(members) > MOST:
        raise UserError(
            _("A basin joins six communes at most, and here are {count}: leave some out.").format(count=len(members))
        )
    places, doubtful = _places(members)
    named = all(len(one.people) >= sum(count.n for count in one.places) for one in members)
    professions, several = _by_name(members) if named else (_by_count(members), 0)
    return Basin(
        members=members,
        places=places,
        doubtful=doubtful,
        professions=professions,
        offers=_offers(members, places),
        named=named and any(one.people for one in members),
        several=several,
        leaving=_leaving(members),
        ages=_ages(members),
    )


def _moment(data: CommuneData) -> tuple[object, str]:
    return data.made_at, content_id(data)


def _by_size(data: CommuneData) -> tuple[int, str, str]:
    return -(data.commune.population or 0), fold(data.commune.name), data.commune.insee


# --- offers ---------------------------------------------------------------------------------------


def _places(members: Sequence[CommuneData]) -> tuple[tuple[Place, ...], tuple[tuple[int, int], ...]]:
    told = [(by, offer) for by, data in enumerate(members) for offer in sorted(data.offers, key=msgspec.json.encode)]
    entries = [
        Entry(offer.kind, town_key(_town(members[by], offer)), offer.name, offer.finess, by) for by, offer in told
    ]
    found = doubles(entries)
    return tuple(_place(members, [told[place] for place in group]) for group in found.groups), found.doubtful


def _town(data: CommuneData, offer: OfferData) -> str:
    return offer.town or (data.commune.name if offer.place is Proximity.HERE else "")


def _place(members: Sequence[CommuneData], group: Sequence[tuple[int, OfferData]]) -> Place:
    """Return what several lists say of one offer: whoever has it at home says it best."""
    by, best = min(group, key=lambda one: (one[1].place is not Proximity.HERE, -len(one[1].name), one[1].name, one[0]))
    town = _town(members[by], best)
    homes = [by for by, offer in group if offer.place is Proximity.HERE]
    by_town = [number for number, one in enumerate(members) if town and town_key(one.commune.name) == town_key(town)]
    at = homes[0] if homes else by_town[0] if len(by_town) == 1 else None
    finess = next((offer.finess for _by, offer in group if offer.finess), "")
    return Place(best.kind, best.name, town, finess, at, tuple(sorted({by for by, _offer in group})))


def _offers(members: Sequence[CommuneData], places: Sequence[Place]) -> tuple[MapRow, ...]:
    rows = []
    for kind in sorted({place.kind for place in places}):
        same = [place.at for place in places if place.kind == kind]
        cells = tuple(same.count(number) for number in range(len(members)))
        rows.append(MapRow(kind, cells, sum(cells), 0 if any(cells) else same.count(None)))
    return tuple(rows)


# --- professionals ----------------------------------------------------------------------------------


def _by_count(members: Sequence[CommuneData]) -> tuple[MapRow, ...]:
    """Return the counts added up: whoever practises in two communes is counted in both."""
    counts: dict[tuple[str, Proximity], list[int]] = defaultdict(lambda: [0] * len(members))
    for number, data in enumerate(members):
        for count in data.places:
            counts[count.profession, count.place][number] += count.n
    rows = []
    for code in sorted({code for code, _place in counts}):
        here, nearby = counts[code, Proximity.HERE], counts[code, Proximity.NEARBY]
        if any(here) or any(nearby):
            beside = 0 if any(here) else max(nearby)
            rows.append(MapRow(code, tuple(here), sum(here), beside, at_least=0 < beside < sum(nearby)))
    return tuple(rows)


def _by_name(members: Sequence[CommuneData]) -> tuple[tuple[MapRow, ...], int]:
    """Return the counts of people told by name, each once in the total, and how many practise in several communes."""
    told = [(by, person) for by, data in enumerate(members) for person in data.people]
    groups: dict[tuple[str, str], set[int]] = defaultdict(set)
    numbers = _numbers(member for data in members for member in data.people)
    for place, (_by, person) in enumerate(told):
        name = _sorted_name(person.name)
        known = numbers.get((person.profession, name), set())
        number = person.rpps or (next(iter(known)) if len(known) == 1 else "")
        groups[person.profession, number or name].add(place)
    cells: dict[str, list[int]] = defaultdict(lambda: [0] * len(members))
    totals: Counter[str] = Counter()
    beside: Counter[str] = Counter()
    several = 0
    for (code, _key), group in groups.items():
        homes = {told[place][0] for place in group if told[place][1].place is Proximity.HERE}
        for home in homes:
            cells[code][home] += 1
        totals[code] += bool(homes)
        beside[code] += not homes
        several += len(homes) > 1
    rows = [
        MapRow(code, tuple(cells[code]), totals[code], 0 if totals[code] else beside[code]) for code in sorted(totals)
    ]
    return tuple(rows), several


def _numbers(people: Iterable[Person]) -> dict[tuple[str, str], set[str]]:
    """Return the numbers by which a name is known, in a profession."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for person in people:
        if person.rpps:
            found[person.profession, _sorted_name(person.name)].add(person.rpps)
    return found


def _sorted_name(name: str) -> str:
    return " ".join(sorted(fold(name).split()))


# --- ages and departures, in which nobody is recognised ---------------------------------------------


def _leaving(members: Sequence[CommuneData]) -> tuple[Leaving, ...]:
    """Return two classes a profession, and of all together where what is left of the rows told gives nobody back."""
    counts: dict[str, dict[str, Counter[int]]] = defaultdict(lambda: {"soon": Counter(), "others": Counter()})
    for number, data in enumerate(members):
        for count in data.departures:
            within = count.departure in (Horizon.WITHIN_2, Horizon.FROM_3_TO_5)
            counts[count.profession]["soon" if within else "others"][number] += count.n
    lines = {code: _line(classes) for code, classes in sorted(counts.items())}
    lines = {code: line for code, line in lines.items() if not empty(line)}
    if not lines:
        return ()
    hidden = [code for code, line in lines.items() if not safe(line)]
    left = _line(_together(counts[code] for code in hidden))
    every = _line(_together(counts.values()))
    all_told = safe(every) and (empty(left) or safe(left))
    rows = [_told(code, line, told=code not in hidden) for code, line in lines.items()]
    return (*rows, _told("", every, told=all_told))


def _line(classes: Mapping[str, Counter[int]]) -> dict[str, Counted]:
    return {name: Counted(one.total(), sum(n > 0 for n in one.values())) for name, one in classes.items()}


def _together(rows: Iterable[Mapping[str, Counter[int]]]) -> dict[str, Counter[int]]:
    found = {"soon": Counter[int](), "others": Counter[int]()}
    for row in rows:
        for name, one in row.items():
            found[name].update(one)
    return found


def _told(code: str, line: Mapping[str, Counted], *, told: bool) -> Leaving:
    return Leaving(code, line["soon"].n, line["others"].n) if told else Leaving(code, None, None)


def _ages(members: Sequence[CommuneData]) -> tuple[tuple[AgeBand, int | None], ...]:
    """Return how many there are of each age: all of it, or none."""
    found: dict[str, Counter[int]] = {band: Counter() for band in AgeBand}
    for number, data in enumerate(members):
        for count in data.ages:
            found[count.age][number] += count.n
    line = _line(found)
    if empty(line):
        return ()
    return tuple((band, line[band].n if safe(line) else None) for band in AgeBand)
