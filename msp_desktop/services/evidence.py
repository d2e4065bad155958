"""« Fait quand » : whether the file shows that an action of the kit is done. The user decides; this suggests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from msp_desktop.db.reader import Reader
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.communications import Communication, CommunicationState
from msp_desktop.domain.inventory import Finding
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.roles import Role, RoleShare, Share
from msp_desktop.domain.schedule import LAST_DAY
from msp_desktop.services.federation_exchanges import federation_exchanges
from msp_desktop.services.referent import referent_sheet
from msp_desktop.services.small_forms import meeting_place, objectives, partners


def shows_done(reader: Reader, kit_code: str | None) -> bool:
    """Tell whether what is in the dossier meets an action's « fait quand »."""
    check = _CHECKS.get(kit_code or "")
    return bool(check and check(reader))


def _federation_contacted(reader: Reader) -> bool:
    return bool(federation_exchanges(reader))


def _referent_named(reader: Reader) -> bool:
    return referent_sheet(reader).complete


def _findings_filled(reader: Reader) -> bool:
    findings = [row for row in reader.all(Finding) if row.kit_code]
    return bool(findings) and all(row.answer.strip() for row in findings)


def _first_meeting_held(reader: Reader) -> bool:
    held = reader.all(Meeting, kind="premiere-rencontre", state=MeetingState.HELD)
    return any(row.summary.strip() for row in held)


def _place_noted(reader: Reader) -> bool:
    place = meeting_place(reader)
    return all(text.strip() for text in (place.place, place.slots, place.key_holder, place.contact))


def _objective_set(reader: Reader) -> bool:
    return any(row.due_on and row.person.strip() for row in objectives(reader))


def _message_published(reader: Reader) -> bool:
    return reader.find(Communication, state=CommunicationState.PUBLISHED) is not None


def _residents_informed(reader: Reader) -> bool:
    return reader.find(Communication, state=CommunicationState.PUBLISHED, for_residents=True) is not None


def _step_after_the_end(reader: Reader) -> bool:
    end: date = reader.one(Commune, 1).day_zero + timedelta(LAST_DAY)
    meetings = reader.all(Meeting, order="held_on DESC", limit=1)
    objectives = reader.all(Objective, order="due_on DESC", limit=1)
    latest = (*(row.held_on for row in meetings), *(row.due_on for row in objectives))
    return any(day is not None and day > end for day in latest)


def _roles_filled(reader: Reader) -> bool:
    rows = reader.all(Role)
    led = {share.role_id for share in reader.all(RoleShare, share=Share.LEADS)}
    return bool(rows) and all(row.id in led for row in rows)


def _partners_contacted(reader: Reader) -> bool:
    found = partners(reader)
    return bool(found) and all(partner.contacted for partner in found)


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
