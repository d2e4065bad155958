"""The legal acts that appoint the référent: which for whom, and what to know before one is printed and signed."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.reader import Reader
from msp_desktop.domain.acts import Act, Rank, heads_staff, practises, rank_of
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.people import Category, Person, display_name
from msp_desktop.domain.referent import ReferentKind, ReferentSheet
from msp_desktop.domain.town_hall import is_mayor
from msp_desktop.formats.dates import long_date
from msp_desktop.formats.numbers import listed
from msp_desktop.formats.text import fold
from msp_desktop.i18n import _, language
from msp_desktop.method.referent import kit_appointment
from msp_desktop.services.referent import referent_sheet

DECREE, DESIGNATION, MISSION = "arrete-delegation", "lettre-de-designation", "lettre-de-mission"


def acts(reader: Reader) -> tuple[Act, ...]:
    """Return the acts that appoint the référent, one a person: an arrêté or a letter for the élu, a letter for the agent.

    The mayor is appointed by nobody.
    """
    sheet, kit = referent_sheet(reader), kit_appointment()
    term, found = sheet.term, []
    if term is None:
        return ()
    if sheet.first is not None and _is_named(sheet.first):
        if term.kind is ReferentKind.STAFF:
            found.append(Act(sheet.first.id, display_name(sheet.first), kit.mission.title, MISSION))
        elif not is_mayor(reader.one(Commune, 1), sheet.first):
            decree = Act(sheet.first.id, display_name(sheet.first), kit.decree.name, DECREE)
            found.append(
                decree
                if term.delegated
                else Act(sheet.first.id, display_name(sheet.first), kit.designation.title, DESIGNATION)
            )
    if sheet.second is not None and _is_named(sheet.second):
        found.append(Act(sheet.second.id, display_name(sheet.second), kit.mission.title, MISSION))
    return tuple(found)


def no_act(reader: Reader) -> str | None:
    """Return why there is no act to print, a translated sentence; None where there is one."""
    if acts(reader):
        return None
    first = referent_sheet(reader).first
    if first is not None and _is_named(first):
        return _("The mayor is the référent: no decree or letter appoints the mayor. The mission sheet says it.")
    return _("Nobody is named yet: fill in who the référent is first.")


def staff_head(reader: Reader) -> Person | None:
    """Return who is at the head of the town hall's staff, where the directory knows."""
    staff = (person for person in reader.all(Person, category=Category.STAFF) if person.category is Category.STAFF)
    return next((person for person in staff if heads_staff(person.function)), None)


def is_professional(reader: Reader, person: Person) -> bool:
    """Tell whether an élu practises a health profession: in the inventory (the same person or name), or by the function."""
    if practises(person.function):
        return True
    name = _full_name(person)
    rows = reader.each_with(HealthProfessional, Person, "person_id")
    return any(other.id == person.id or (bool(name) and _full_name(other) == name) for _row, other in rows)


def conflict_warning(reader: Reader) -> str:
    """Return what to say where the élu is a health professional, translated; nothing else: it never forbids."""
    sheet = referent_sheet(reader)
    if sheet.term is None or sheet.term.kind is ReferentKind.STAFF or sheet.first is None:
        return ""
    if not is_professional(reader, sheet.first):
        return ""
    return _(
        "{name} practises a health profession: matters that touch their own practice may call for an « arrêté de "
        "déport » (CGCT, L. 1111-6; decree no. 2014-90, articles 5 and 6). Ask the prefecture."
    ).format(name=display_name(sheet.first))


def effect_warning(sheet: ReferentSheet, today: date) -> str:
    """Return what to say of a delegation that would take effect before it is signed, translated; else nothing."""
    term = sheet.term
    if term is None or term.kind is ReferentKind.STAFF or not term.delegated or term.since is None:
        return ""
    if term.since >= today:
        return ""
    return _(
        "A delegation cannot take effect before it is signed: {day} is past. The decree says that it takes effect once "
        "published and sent to the prefecture."
    ).format(day=long_date(term.since, language()))


def remarks(reader: Reader, today: date, person_id: int | None = None) -> tuple[str, ...]:
    """Return what to know before an act (or all of them) is printed: it is a model, what is left blank, what is at risk."""
    sheet = referent_sheet(reader)
    kinds = {act.slug for act in acts(reader) if person_id in (None, act.person_id)}
    found = [kit_appointment().notice]
    if kinds & {DECREE, DESIGNATION}:
        found.append(conflict_warning(reader))
    if DECREE in kinds:
        found.append(effect_warning(sheet, today))
    blanks = _blanks(sheet, kinds)
    if blanks:
        found.append(_("Left blank, to be filled by hand: {what}.").format(what=listed(blanks)))
    return tuple(filter(None, found))


def _blanks(sheet: ReferentSheet, kinds: set[str]) -> list[str]:
    term, blanks = sheet.term, []
    if term is None:
        return []
    if term.since is None:
        blanks.append(_("the date of effect"))
    if DECREE in kinds:
        if not term.decree_number.strip():
            blanks.append(_("the decree’s number"))
        if not term.functions.strip():
            blanks.append(_("the functions delegated"))
        rank = rank_of(sheet.first.function) if sheet.first is not None else None
        if rank is Rank.DELEGATED:
            blanks.append(_("the date when the delegate mayor was elected"))
        if rank is Rank.DEPUTY and term.deputies_set_on is None:
            blanks.append(_("the date of the council’s vote on the number of deputies"))
    return blanks


def _is_named(person: Person) -> bool:
    return bool(display_name(person).strip())


def _full_name(person: Person) -> str:
    """Return first and last name folded; nothing where one is not known, since a last name alone is borne by many."""
    return fold(f"{person.first_name} {person.last_name}") if person.first_name and person.last_name else ""
