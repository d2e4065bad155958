"""What stays where no name leaves: the texts that name somebody, or say how to reach them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from msp_desktop.db.reader import Reader
from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.carried.leaves import WITHHELD
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.people import Person, display_name
from msp_desktop.services.bulletin import named_in_each

#: What people write between the figures of a telephone number.
_BETWEEN_FIGURES = re.compile(r"(?<=\d)[ .\-/()\u00a0\u202f\u2009\u2010-\u2013]+(?=\d)")


def nameless(reader: Reader, told: CommuneData) -> CommuneData:
    """Return the data without the words that name somebody of the directory, or the mayor."""
    typed: list[str] = []
    _each_text(told, lambda words_: typed.append(words_) or words_)  # type: ignore[func-returns-value]
    different = list(dict.fromkeys(filter(None, typed)))
    naming = {one for one, people in zip(different, told_of_in_each(reader, different), strict=True) if people}
    return _each_text(told, lambda words_: WITHHELD if words_ in naming else words_) if naming else told


def told_of_in_each(reader: Reader, texts: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return whom each text names, or says the telephone or the address of: those of the town hall are nobody's."""
    commune = reader.one(Commune, 1)
    everybodys = {*_numbers(commune.phone), commune.email.strip().casefold()}
    ways = [
        (display_name(person), way)
        for person in reader.all(Person)
        if person.last_name or person.first_name
        for way in (*_numbers(person.phone), person.email.strip().casefold())
        if way and way not in everybodys
    ]
    named = named_in_each(reader, texts)
    reached = [f"{text}\n{_joined(text)}".casefold() for text in texts]
    somewhere = "\n".join(reached)
    ways = [(label, way) for label, way in ways if way in somewhere]
    return tuple(
        tuple(dict.fromkeys((*people, *(label for label, way in ways if way in text))))
        for people, text in zip(named, reached, strict=True)
    )


def _joined(text: str) -> str:
    """Return a text in which the figures of a number stand together, however they were typed."""
    return _BETWEEN_FIGURES.sub("", text.replace("(0)", ""))


def _numbers(typed: str) -> Iterator[str]:
    """Yield the last nine figures of each number of a field: with a zero or with +33 before, they are the same."""
    for found in re.findall(r"\d{9,}", _joined(re.sub(r"[/;,|]|\b(?:ou|et)\b", "\n", typed))):
        yield found[-9:]


def _each_text(told: CommuneData, of: Callable[[str], str]) -> CommuneData:
    """Return the data with what becomes of each text that the town typed; the name of an offer is left out whole."""
    return replace(
        told,
        offers=tuple(replace(one, name=of(one.name).replace(WITHHELD, ""), town=of(one.town)) for one in told.offers),
        needs=tuple(replace(one, title=of(one.title), public=of(one.public)) for one in told.needs),
        findings=tuple(replace(one, question=of(one.question), answer=of(one.answer)) for one in told.findings),
        meetings=tuple(replace(one, agenda=tuple(map(of, one.agenda))) for one in told.meetings),
        next_steps=tuple(replace(one, text=of(one.text)) for one in told.next_steps),
        roles=tuple(
            replace(one, responsibility=of(one.responsibility), leads=tuple(map(of, one.leads))) for one in told.roles
        ),
    )
