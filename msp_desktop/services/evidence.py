"""« Fait quand » : whether the file shows that an action of the kit is done. The user decides; this suggests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from msp_desktop.db.reader import Reader
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.communications import Communication, CommunicationState
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import Finding
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.roles import Role, Share
from msp_desktop.domain.schedule import LAST_DAY
from msp_desktop.services.referent import referent_sheet
from msp_desktop.services.small_forms import PARTNERS, meeting_place


def shows_done(reader: Reader, kit_code: str | None) -> bool:
    """Tell whether what is in the dossier meets an action's « fait quand »."""
    check = _CHECKS.get(kit_code or "")
    return bool(check and check(reader))


def _federation_contacted(reader: Reader) -> bool:
    return any(row.category is Category.FEDERATION for row in reader.all(Exchange))


def _referent_named(reader: Reader) -> bool:
    return referent_sheet(reader).complete


def _findings_filled(reader: Reader) -> bool:
    findings = [row for row in reader.all(Finding) if row.kit_code]
    return bool(findings) and all(row.answer.strip() for row in findings)


def _first_meeting_held(reader: Reader) -> bool:
    return any(
        row.kind == "premiere-rencontre" and row.state is MeetingState.HELD and row.summary.strip()
        for row in reader.all(Meeting)
    )


def _place_noted(reader: Reader) -> bool:
    place = meeting_place(reader)
    return all(text.strip() for text in (place.place, place.slots, place.key_holder, place.contact))


def _objective_set(reader: Reader) -> bool:
    return any(row.due_on and row.person.strip() for row in reader.all(Objective))


def _message_published(reader: Reader) -> bool:
    return any(row.state is CommunicationState.PUBLISHED for row in reader.all(Communication))


def _residents_informed(reader: Reader) -> bool:
    return any(row.state is CommunicationState.PUBLISHED and row.for_residents for row in reader.all(Communication))


def _step_after_the_end(reader: Reader) -> bool:
    end: date = reader.one(Commune, 1).day_zero + timedelta(LAST_DAY)
    meetings = [row.held_on for row in reader.all(Meeting) if row.held_on]
    objectives = [row.due_on for row in reader.all(Objective) if row.due_on]
    return any(day > end for day in (*meetings, *objectives))


def _roles_filled(reader: Reader) -> bool:
    rows = reader.all(Role)
    return bool(rows) and all(
        Share.LEADS in (row.commune, row.professionals, row.federation, row.partners) for row in rows
    )


def _partners_contacted(reader: Reader) -> bool:
    partners = [person.id for person in reader.all(Person) if person.category in PARTNERS]
    contacted = {row.person_id for row in reader.all(Exchange)}
    return bool(partners) and contacted.issuperset(partners)


_CHECKS: dict[str, Callable[[Reader], bool]] = {
    "contact-federation": _federation_contacted,
    "designer-referent": _referent_named,
    "etat-des-lieux": _findings_filled,
    "premiere-rencontre": _first_meeting_held,
    "lieu-de-rencontre": _place_noted,
    "objectifs-realistes": _objective_set,
    "valoriser-existant": _message_published,
    "structurer-demarche": _step_after_the_end,
    "definir-roles": _roles_filled,
    "associer-partenaires": _partners_contacted,
    "communiquer-habitants": _residents_informed,
}
