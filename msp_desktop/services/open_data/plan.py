"""What taking official files into the inventory would do, line by line: nothing is written, no file is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from msp_desktop.domain.commune import CommuneEntry
from msp_desktop.domain.inventory import HealthProfessional, Offer
from msp_desktop.domain.official import (
    Difference,
    FileFound,
    Found,
    FoundOffer,
    FoundProfessional,
    Proposal,
    Review,
    ReviewLine,
    SourceFile,
    Standing,
    WhyAside,
)
from msp_desktop.domain.people import Person, display_name
from msp_desktop.domain.town_words import town_key
from msp_desktop.formats.text import fold
from msp_desktop.i18n import N_, _
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.services.open_data.covering import Covering, latest
from msp_desktop.services.open_data.differences import compare_offer, compare_person, compare_professional
from msp_desktop.services.open_data.ground import FAMILIES, Ground, town_of
from msp_desktop.services.open_data.matching import (
    Doubt,
    Match,
    known_offers,
    known_professionals,
    line_of,
    match_offers,
    match_professionals,
)
from msp_desktop.services.open_data.tidy import Towns, offer_values, person_values
from msp_desktop.services.open_data.words import (
    aside_words,
    differs_words,
    offer_said,
    person_name,
    practice,
    source_words,
    what_of,
)
from msp_desktop.services.public_figures import review_figures

_DOUBTS = {
    Doubt.SEVERAL: N_("several have this name"),
    Doubt.LAST_NAME: N_("is it {name}? The last name is another one"),
    Doubt.FIRST_NAME: N_("is it {name}? The first name is written otherwise"),
    Doubt.OTHER_TOWN: N_("is it {name}, noted in {town}?"),
    Doubt.OTHER_PROFESSION: N_("is it {name}, noted with another profession?"),
    Doubt.OTHER_NAME: N_("is it {name}? The name is another one"),
    Doubt.DIRECTORY: N_("is it {name} of the directory?"),
}
#: The order of the review: what differs is looked at first.
_ORDER = tuple(Proposal)


class _Drawn(Struct, frozen=True):
    """A line before it has its number, and the words it is sorted by."""

    order: tuple[Any, ...]
    line: ReviewLine


def plan_import(ground: Ground, founds: Sequence[FileFound], communes: Sequence[CommuneEntry], today: date) -> Review:
    """Return what taking these files would do; `communes` are those they were read for.

    A line is the entry of its number, else of its name, profession and place. Nothing typed is proposed to be overwritten. An
    entry is gone where a whole file that covers its town, not older than what is known of it, no longer has its number.
    """
    towns = Towns(ground.commune, [entry.insee for entry in communes], {entry.insee: entry.name for entry in communes})
    told = latest(founds)
    drawn: list[_Drawn] = []
    for family, draw in (("rpps", _professionals), ("finess", _offers)):
        found = [(file, one) for file, one in told if FAMILIES[file.kind] == family]
        covering = Covering(ground, [one.file for one in founds if FAMILIES[one.file.kind] == family], communes, today)
        drawn += draw(ground, towns, found, covering)
    ordered = sorted(drawn, key=lambda one: (_ORDER.index(one.line.proposal), one.order))
    return Review(
        files=tuple(one.file for one in founds),
        communes=tuple(entry.insee for entry in communes),
        lines=tuple(replace(one.line, id=number) for number, one in enumerate(ordered, 1)),
        figures=review_figures(ground.commune, ground.figures, founds),
    )


def _professionals(
    ground: Ground, towns: Towns, told: list[tuple[SourceFile, Found]], covering: Covering
) -> Iterator[_Drawn]:
    lines = [line_of(one, town_key(towns.name_of(one)) if one.insee else "") for _file, one in told]
    keys = {row.id: town_key(town_of(row, ground.commune)) for row, _person in ground.listed}
    known = known_professionals(ground.listed, keys)
    matches = match_professionals(known, ground.others, ground.professionals, lines, covering.towns)
    for place, (file, found) in enumerate(told):
        if isinstance(found, FoundProfessional):
            yield _back(_professional(ground, towns, file, found, matches.get(place, Match())), file, "rpps", covering)
    kept = {match.known.id for match in matches.values() if match.known is not None}
    for row, person in ground.listed:
        file_gone = (
            covering.gone("rpps", row.id, row.rpps, keys[row.id], row.checked_on) if row.id not in kept else None
        )
        if file_gone is not None:
            what = what_of(row.profession, row.speciality, person.civility)
            line = _gone(file_gone, row.id, row.rpps, display_name(person), what, town_of(row, ground.commune))
            yield _Drawn(_of_person(row.profession, person.last_name, person.first_name), line)


def _offers(ground: Ground, towns: Towns, told: list[tuple[SourceFile, Found]], covering: Covering) -> Iterator[_Drawn]:
    lines = [line_of(one, town_key(towns.name_of(one)) if one.insee else "") for _file, one in told]
    keys = {row.id: town_key(town_of(row, ground.commune)) for row in ground.offers}
    matches = match_offers(known_offers(ground.offers, keys), lines, covering.towns)
    for place, (file, found) in enumerate(told):
        if isinstance(found, FoundOffer):
            yield _back(_offer(ground, towns, file, found, matches.get(place, Match())), file, "finess", covering)
    kept = {match.known.id for match in matches.values() if match.known is not None}
    for row in ground.offers:
        file_gone = (
            covering.gone("finess", row.id, row.finess, keys[row.id], row.checked_on) if row.id not in kept else None
        )
        if file_gone is not None:
            what = kit_inventory().offers.get(row.kind, row.kind)
            line = _gone(file_gone, row.id, row.finess, row.name or what, what, town_of(row, ground.commune))
            yield _Drawn(_of_offer(row.kind, row.name), line)


def _professional(ground: Ground, towns: Towns, file: SourceFile, found: FoundProfessional, match: Match) -> _Drawn:
    differences: tuple[Difference, ...] = ()
    same: tuple[tuple[str, str], ...] = ()
    moved_from = ""
    known, person = match.known, match.person
    row = known.row if known is not None else None
    if known is not None and isinstance(row, HealthProfessional) and known.person is not None:
        differences, same = compare_professional(row, known.person, found, towns, ground.commune)
        moved_from = _moved_from(differences)
    elif person is not None:
        differences, same = compare_person(person, found)
    theirs = person_values(found)
    named = replace(
        found,
        civility=theirs.get("civility", ""),
        first_name=theirs.get("first_name", ""),
        last_name=theirs.get("last_name", ""),
    )
    proposal = _proposal(found, match, differences)
    line = ReviewLine(
        id=0,
        proposal=proposal,
        name=person_name(named),
        what=what_of(found.profession, found.speciality, named.civility, found.profession_words),
        town=towns.name_of(found) or found.postcode,
        said=_said(proposal, match, found, differences, practice(found), ground),
        file=file,
        found=found,
        entry_id=row.id if row is not None else 0,
        person_id=person.id if person is not None else 0,
        differences=differences,
        same=same,
        moved_from=moved_from,
        ticked=_ticked(proposal, differences, row.rpps if isinstance(row, HealthProfessional) else ""),
    )
    return _Drawn(_of_person(found.profession, named.last_name, named.first_name), line)


def _offer(ground: Ground, towns: Towns, file: SourceFile, found: FoundOffer, match: Match) -> _Drawn:
    differences: tuple[Difference, ...] = ()
    same: tuple[tuple[str, str], ...] = ()
    row = match.known.row if match.known is not None else None
    if isinstance(row, Offer):
        differences, same = compare_offer(row, found, towns, ground.commune)
    proposal = _proposal(found, match, differences)
    what = kit_inventory().offers.get(found.kind, found.kind)
    name = offer_values(found)["name"] or what
    line = ReviewLine(
        id=0,
        proposal=proposal,
        name=name,
        what=what,
        town=towns.name_of(found) or found.postcode,
        said=_said(proposal, match, found, differences, offer_said(found), ground),
        file=file,
        found=found,
        entry_id=row.id if row is not None else 0,
        differences=differences,
        same=same,
        moved_from=_moved_from(differences),
        ticked=_ticked(proposal, differences, row.finess if isinstance(row, Offer) else ""),
    )
    return _Drawn(_of_offer(found.kind, name), line)


def _back(drawn: _Drawn, file: SourceFile, family: str, covering: Covering) -> _Drawn:
    """Return a line with its tick and its words where the entry was gone: taking it tells that it is back."""
    line = drawn.line
    if line.proposal is not Proposal.EXISTING or not covering.is_back(family, line.entry_id, file):
        return drawn
    return _Drawn(drawn.order, replace(line, said=_("there again"), ticked=True))


def _proposal(found: Found, match: Match, differences: tuple[Difference, ...]) -> Proposal:
    if found.standing is Standing.SET_ASIDE:
        closed = found.why is WhyAside.CLOSED and match.known is not None and match.doubt is None
        return Proposal.GONE if closed else Proposal.SET_ASIDE
    if match.doubt is not None or (found.standing is Standing.TO_CONFIRM and match.known is None):
        return Proposal.TO_CONFIRM
    if match.known is None:
        return Proposal.NEW
    return Proposal.CHANGED if differences else Proposal.EXISTING


def _ticked(proposal: Proposal, differences: tuple[Difference, ...], number: str) -> bool:
    """Tell whether a line is ticked beforehand: what is new, what fills what is empty, a number not yet noted."""
    if proposal is Proposal.CHANGED:
        return any(one.accepted for one in differences)
    return proposal is Proposal.NEW or (proposal is Proposal.EXISTING and not number)


def _moved_from(differences: tuple[Difference, ...]) -> str:
    return next((one.old_words for one in differences if one.attribute == "town" and not one.fills), "")


def _said(
    proposal: Proposal, match: Match, found: Found, differences: tuple[Difference, ...], plain: str, ground: Ground
) -> str:
    if proposal is Proposal.CHANGED:
        return differs_words(differences)
    if proposal is Proposal.EXISTING:
        return _("nothing has changed")
    if proposal in (Proposal.SET_ASIDE, Proposal.GONE):
        return ", ".join(filter(None, (aside_words(found.why), plain)))
    if proposal is Proposal.TO_CONFIRM:
        if match.doubt in (None, Doubt.POSTCODE):
            return _("the file has the postcode {postcode} only").format(postcode=found.postcode)
        return _(_DOUBTS[match.doubt]).format(**_named(match, ground))
    return plain


def _named(match: Match, ground: Ground) -> dict[str, str]:
    """Return the name and town of the entry that a doubt is about."""
    known, person = match.known, match.person
    if known is not None:
        row = known.row
        name = display_name(known.person) if known.person is not None else getattr(row, "name", "")
        return {"name": name, "town": town_of(row, ground.commune)}
    return {"name": display_name(person) if isinstance(person, Person) else "", "town": ""}


def _gone(file: SourceFile, entry_id: int, number: str, name: str, what: str, town: str) -> ReviewLine:
    said = _("no longer in {source}").format(source=source_words(file))
    return ReviewLine(
        id=0, proposal=Proposal.GONE, name=name, what=what, town=town, said=said, file=file, number=number,
        entry_id=entry_id,
    )  # fmt: skip


def _of_person(profession: str, *names: str) -> tuple[Any, ...]:
    """Return a professional's place in the review: by profession, then by name."""
    return (0, kit_inventory().order_of(profession), *map(fold, names))


def _of_offer(kind: str, name: str) -> tuple[Any, ...]:
    """Return an offer's place in the review, after the professionals."""
    kinds = list(kit_inventory().offers)
    return (1, kinds.index(kind) if kind in kinds else len(kinds), fold(name))


def accepting(review: Review, proposals: frozenset[Proposal]) -> Review:
    """Return the review with every line of these kinds ticked, all that changed in it accepted, and no other line.

    A public figure is new, or changes what the dossier says of the same year.
    """
    return replace(
        review,
        lines=tuple(
            replace(
                line,
                ticked=line.proposal in proposals,
                differences=tuple(
                    replace(one, accepted=one.accepted or line.proposal is Proposal.CHANGED) for one in line.differences
                ),
            )
            for line in review.lines
        ),
        figures=tuple(
            replace(one, ticked=one.words != one.before and _is_of(one.before, proposals)) for one in review.figures
        ),
    )


def _is_of(before: str, proposals: frozenset[Proposal]) -> bool:
    return (Proposal.CHANGED if before else Proposal.NEW) in proposals
