"""What every document says of the commune, and the picture at its head."""

from __future__ import annotations

from pathlib import Path

from msp_desktop.db.faults import explained
from msp_desktop.db.reader import Reader
from msp_desktop.domain.acts import is_woman
from msp_desktop.domain.commune import Commune, Picture
from msp_desktop.domain.letterhead import Contact, FederationView, Letterhead
from msp_desktop.domain.people import Person, plain_name
from msp_desktop.domain.referent import Referent
from msp_desktop.errors import UserError
from msp_desktop.formats.french.bodies import federation_words
from msp_desktop.formats.french.people import gendered, mayor_words
from msp_desktop.formats.french.towns import town_words
from msp_desktop.formats.phones import phone
from msp_desktop.formats.pictures import picture
from msp_desktop.i18n import _
from msp_desktop.method.federations import federation_for
from msp_desktop.services.dossiers import LARGEST_ARMS

_SIGNATURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def letterhead(reader: Reader) -> Letterhead:
    """Return the letterhead of the dossier."""
    commune = reader.one(Commune, 1)
    picture = reader.find(Picture, code="arms")
    return Letterhead(
        commune=commune.name,
        department=commune.department,
        address=tuple(line for line in commune.address.splitlines() if line.strip()),
        phone=phone(commune.phone),
        email=commune.email,
        opening_hours=commune.opening_hours,
        arms=picture.data if picture else None,
        mayor=" ".join(filter(None, (commune.mayor_first_name, commune.mayor_last_name))),
        mayor_title=gendered(commune.mayor_civility, "Le Maire,", "La Maire,"),
        federation=federation_view(commune),
        contact=contact(reader),
        is_sample=commune.is_sample,
        insee=commune.insee,
        mayor_civility=commune.mayor_civility,
    )


def commune_words(commune: Commune) -> dict[str, str]:
    """Return what a text on the screen or round a table may name: the town, its federation by its short name, the mayor."""
    return (
        town_words(commune.name, commune.insee)
        | federation_words(federation_view(commune).name)
        | mayor_words(commune.mayor_civility)
    )


def federation_view(commune: Commune) -> FederationView:
    """Return the commune's federation: the directory's, corrected by the dossier."""
    listed = listed_federation(commune.region_code)
    corrected = bool(commune.federation_name or commune.federation_full_name)
    return FederationView(
        name=commune.federation_name or listed.name,
        full_name=commune.federation_full_name or commune.federation_name or listed.full_name,
        phone=phone(commune.federation_phone or listed.phone),
        email=commune.federation_email or listed.email,
        website=commune.federation_website or listed.website,
        contact=commune.federation_contact,
        to_confirm=listed.to_confirm and not (corrected or commune.federation_email),
        is_national=listed.is_national and not commune.federation_name,
        deduced="" if corrected else listed.deduced,
        remark="" if corrected else listed.remark,
    )


def listed_federation(region_code: str) -> FederationView:
    """Return what the directory says of a region's federation; no paper prints a short name that is deduced."""
    listed = federation_for(region_code)
    deduced = listed.name if listed.named == "deduced" else ""
    return FederationView(
        name=listed.full_name if deduced or listed.remark else listed.name,
        full_name=listed.full_name,
        phone=phone(listed.phone),
        email=listed.email,
        website=listed.website,
        to_confirm=listed.to_confirm,
        is_national=listed.code == "national",
        deduced=deduced,
        remark=f"{listed.name}, {listed.remark}" if listed.remark else "",
    )


def federation_remarks(federation: FederationView) -> tuple[str, ...]:
    """Return what whoever writes to the federation should know of its entry: to confirm, deduced, being built."""
    remarks = [f"{federation.remark}."] if federation.remark else []
    if federation.to_confirm:
        remarks.append(
            _("{name}: that it is your region's federation is deduced, to be confirmed.").format(name=federation.name)
        )
    if federation.deduced:
        remarks.append(_("Short name deduced from its address: {name}.").format(name=federation.deduced))
    if federation.is_national:
        remarks.append(_("No regional federation is listed here: the national contact answers."))
    return tuple(remarks)


def current_referent(reader: Reader) -> Referent | None:
    """Return the référent's present term, None where there is none yet."""
    terms = reader.all(Referent, order="id DESC", limit=1, until=None)
    return terms[0] if terms else None


def contact(reader: Reader) -> Contact | None:
    """Return who follows the matter: the référent where there is one, else nobody."""
    term = current_referent(reader)
    person = reader.find(Person, id=term.person_id) if term and term.person_id else None
    if person is None:
        return None
    role = "référente santé" if is_woman(person.civility, person.function) else "référent santé"
    return Contact(plain_name(person), role, phone(person.phone), person.email)


def missing_of_the_letterhead(head: Letterhead) -> tuple[str, ...]:
    """Return what a letter lacks of the town hall: its address, the name of the mayor who signs."""
    parts = ((head.mayor, _("the mayor's name")), (head.address, _("the town hall's address")))
    missing = [words for there, words in parts if not there]
    return (_("Not filled in: {what}.").format(what=", ".join(missing)),) if missing else ()


def read_picture(path: Path) -> tuple[bytes, str]:
    """Return a picture's bytes and type; UserError for what is neither PNG nor JPEG, too large, or broken."""
    with explained():
        if path.stat().st_size > LARGEST_ARMS:
            raise UserError(_("This picture is too large (over 4 MB): choose a smaller one."))
        data = path.read_bytes() if path.is_file() else b""  # a pipe would never answer, and some devices never end
    for signature, media_type in _SIGNATURES.items():
        if data.startswith(signature) and picture(data) is not None:
            return data, media_type
    raise UserError(_("This is not a picture we can print: choose a PNG or JPEG file."))
