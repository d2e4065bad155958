"""What an entry of the dossier and a line of a file say otherwise, field by field, and what both say."""

from __future__ import annotations

from typing import Any

from msp_desktop.domain.commune import Commune
from msp_desktop.domain.inventory import OTHER, HealthProfessional, Mode, Offer
from msp_desktop.domain.official import Difference, FoundOffer, FoundProfessional
from msp_desktop.domain.people import Person
from msp_desktop.domain.town_words import town_key
from msp_desktop.formats.french.people import is_feminine, is_masculine
from msp_desktop.formats.phones import phone
from msp_desktop.formats.text import fold
from msp_desktop.services.open_data.ground import town_of
from msp_desktop.services.open_data.tidy import Towns, offer_values, person_values, reached, register_values
from msp_desktop.services.open_data.words import label_of, value_words

Same = tuple[tuple[str, str], ...]


class Comparison:
    """Differences and agreements, gathered field by field."""

    def __init__(self) -> None:
        self.differences: list[Difference] = []
        self._same: list[tuple[str, str]] = []

    def see(self, record: str, attribute: str, old: Any, new: Any, *, same: bool, shown: str = "") -> None:
        """Note one field: nothing where the file does not say it; `shown` is how the dossier's value is read."""
        new_words = value_words(attribute, new)
        if not new_words:
            return
        old_words = shown or value_words(attribute, old)
        if same:
            self._same.append((label_of(attribute), old_words))
            return
        fills = not old_words.strip()
        self.differences.append(
            Difference(
                record=record, attribute=attribute, old=old, new=new, old_words=old_words, new_words=new_words,
                fills=fills, accepted=fills,
            )
        )  # fmt: skip

    def told(self) -> tuple[tuple[Difference, ...], Same]:
        """Return the differences, and the pairs of a label and the words both say."""
        return tuple(self.differences), tuple(self._same)


def compare_professional(
    row: HealthProfessional, person: Person, found: FoundProfessional, towns: Towns, commune: Commune
) -> tuple[tuple[Difference, ...], Same]:
    """Return what differs of a professional, and what is the same."""
    seen = Comparison()
    theirs, mine = person_values(found), register_values(found)
    _names(seen, person, theirs)
    seen.see(
        "health_professional", "profession", row.profession, mine["profession"],
        same=row.profession == mine["profession"] or mine["profession"] == OTHER,
    )  # fmt: skip
    seen.see(
        "health_professional", "speciality", row.speciality, mine["speciality"],
        same=fold(row.speciality) == fold(mine["speciality"]),
    )  # fmt: skip
    _town(seen, "health_professional", town_of(row, commune), towns.name_of(found) if found.insee else "")
    if mine["mode"] is not Mode.UNKNOWN:
        seen.see("health_professional", "mode", row.mode, mine["mode"], same=row.mode is mine["mode"])
    compare_contact(seen, person, theirs)
    return seen.told()


def compare_person(person: Person, found: FoundProfessional) -> tuple[tuple[Difference, ...], Same]:
    """Return what differs of somebody the directory has, and the register does not have there."""
    seen = Comparison()
    theirs = person_values(found)
    _names(seen, person, theirs)
    compare_contact(seen, person, theirs)
    return seen.told()


def compare_contact(seen: Comparison, person: Person, theirs: dict[str, str]) -> None:
    """Note how somebody is reached, and where they practise."""
    for attribute in ("organisation", "phone", "email", "address"):
        old, new = getattr(person, attribute), theirs.get(attribute, "")
        same = phone(old) == phone(new) if attribute == "phone" else fold(old) == fold(new)
        seen.see("person", attribute, old, new, same=same or (bool(new) and _held(attribute, old, new)))


def compare_offer(row: Offer, found: FoundOffer, towns: Towns, commune: Commune) -> tuple[tuple[Difference, ...], Same]:
    """Return what differs of an offer of care, and what is the same."""
    seen = Comparison()
    values = offer_values(found)
    seen.see("offer", "name", row.name, values["name"], same=fold(row.name) == fold(values["name"]))
    seen.see("offer", "kind", row.kind, found.kind, same=row.kind == found.kind or found.kind == OTHER)
    _town(seen, "offer", town_of(row, commune), towns.name_of(found) if found.insee else "")
    more = [line for line in reached(found) if not _held("details", row.details, line)]
    if more and row.details.strip():
        more = [row.details.rstrip(), *more]
    if more:
        _details(seen, row, "\n".join(more))
    return seen.told()


def _details(seen: Comparison, row: Offer, new: str) -> None:
    seen.see("offer", "details", row.details, new, same=False)


def _names(seen: Comparison, person: Person, theirs: dict[str, str]) -> None:
    """Note names that are not the same words; a civility only where none is typed, or the other one is."""
    said = theirs.get("civility", "")
    against = (is_feminine(person.civility) and is_masculine(said)) or (
        is_masculine(person.civility) and is_feminine(said)
    )
    seen.see("person", "civility", person.civility, said, same=bool(person.civility.strip()) and not against)
    words = sorted(fold(f"{person.first_name} {person.last_name}").split())
    both = words == sorted(fold(f"{theirs.get('first_name', '')} {theirs.get('last_name', '')}").split())
    for attribute in ("first_name", "last_name"):
        old, new = getattr(person, attribute), theirs.get(attribute, "")
        if not (both and not old):  # « Martin Claude », kept whole as a last name, gets no first name beside it
            seen.see("person", attribute, old, new, same=both or fold(old) == fold(new))


def _town(seen: Comparison, record: str, old: str, new: str) -> None:
    seen.see(record, "town", old, new, same=town_key(old) == town_key(new))


def _held(attribute: str, old: str, new: str) -> bool:
    """Tell whether the dossier says what the file says among other things: one of two numbers, an address with its town."""
    if attribute == "email":
        return new.casefold() in old.casefold()
    digits = "".join(filter(str.isdigit, new))
    if attribute == "phone" or (
        attribute == "details" and len(digits) >= _DIGITS and new.strip(digits + " \u00a0+") == ""
    ):
        return len(digits) >= _DIGITS and digits in "".join(filter(str.isdigit, old))
    return attribute in ("address", "details") and f" {fold(new)} " in f" {fold(old)} "


#: Digits from which words are a telephone number.
_DIGITS = 6
