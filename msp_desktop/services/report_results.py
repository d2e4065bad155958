"""What came of an action of the kit, by what the dossier knows of it: the « résultat » of a progress report."""

from __future__ import annotations

from collections.abc import Callable

from msp_desktop.db.reader import Reader
from msp_desktop.domain.communications import Communication, CommunicationState
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import Finding
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.people import Category, plain_name
from msp_desktop.domain.report_words import findings_sentence, number_of, present_sentence, sentence
from msp_desktop.domain.roles import Role
from msp_desktop.formats.dates import short_date
from msp_desktop.formats.french.case import capital
from msp_desktop.services.meeting_people import present_at
from msp_desktop.services.referent import referent_sheet
from msp_desktop.services.report_who import Discretion
from msp_desktop.services.small_forms import meeting_place, partners

Result = Callable[[Reader, Discretion], str]


def result_of(reader: Reader, kit_code: str | None, kept: Discretion) -> str:
    """Return what an action of the kit has given, in a sentence; nothing of one of the town's own, nor where nothing is known."""
    known = _RESULTS.get(kit_code or "")
    return known(reader, kept) if known else ""


def _contact(reader: Reader, _kept: Discretion) -> str:
    found = [row for row in reader.all(Exchange, order="held_on, id", category=Category.FEDERATION) if not row.draft]
    if not found:
        return ""
    last = f", le dernier le {short_date(found[-1].held_on)}" if len(found) > 1 else " noté"
    return f"{capital(number_of(len(found), 'échange'))}{last}."


def _referent(reader: Reader, _kept: Discretion) -> str:
    sheet = referent_sheet(reader)
    if sheet.first is None or not plain_name(sheet.first):
        return ""
    second = f", avec {plain_name(sheet.second)}" if sheet.second and plain_name(sheet.second) else ""
    return f"{plain_name(sheet.first)}{second}."


def _inventory(reader: Reader, _kept: Discretion) -> str:
    rows = [row for row in reader.all(Finding) if row.kit_code]
    return findings_sentence(sum(bool(row.answer.strip()) for row in rows), len(rows))


def _first_meeting(reader: Reader, _kept: Discretion) -> str:
    held = reader.all(Meeting, order="held_on DESC, id DESC", kind="premiere-rencontre", state=MeetingState.HELD)
    return present_sentence(present_at(reader, held[0])) if held else ""


def _place(reader: Reader, kept: Discretion) -> str:
    place = meeting_place(reader)
    words = place.place.strip()
    return sentence(words) if words and not kept.named(words) else ""


def _objectives(reader: Reader, _kept: Discretion) -> str:
    dated = sum(row.due_on is not None for row in reader.all(Objective))
    return f"{capital(number_of(dated, 'objectif daté', 'objectifs datés'))}." if dated else ""


def _published(residents: bool) -> Result:
    def said(reader: Reader, kept: Discretion) -> str:
        rows = [
            row
            for row in reader.all(Communication, order="published_on, id", state=CommunicationState.PUBLISHED)
            if row.for_residents or not residents
        ]
        if len(rows) == 1 and rows[0].channel.strip() and not kept.named(rows[0].channel):
            return sentence(rows[0].channel)
        words = number_of(len(rows), "information parue", "informations parues", feminine=True)
        return f"{capital(words)}." if rows else ""

    return said


def _roles(reader: Reader, _kept: Discretion) -> str:
    count = len(reader.all(Role))
    words = number_of(count, "responsabilité partagée", "responsabilités partagées", feminine=True)
    return f"{capital(words)}." if count else ""


def _partners(reader: Reader, _kept: Discretion) -> str:
    count = sum(partner.contacted for partner in partners(reader))
    return f"{capital(number_of(count, 'partenaire contacté', 'partenaires contactés'))}." if count else ""


_RESULTS: dict[str, Result] = {
    "contact-federation": _contact,
    "designer-referent": _referent,
    "etat-des-lieux": _inventory,
    "premiere-rencontre": _first_meeting,
    "lieu-de-rencontre": _place,
    "objectifs-realistes": _objectives,
    "valoriser-existant": _published(False),
    "definir-roles": _roles,
    "associer-partenaires": _partners,
    "communiquer-habitants": _published(True),
}
