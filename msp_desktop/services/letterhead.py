"""What every document says of the commune, and the picture at its head."""

from __future__ import annotations

from pathlib import Path

from msp_desktop import fleet
from msp_desktop.db.faults import explained
from msp_desktop.db.reader import Reader
from msp_desktop.domain.acts import is_woman
from msp_desktop.domain.commune import Commune, Picture
from msp_desktop.domain.letterhead import Contact, Letterhead
from msp_desktop.domain.people import Person, plain_name
from msp_desktop.domain.referent import Referent
from msp_desktop.errors import UserError
from msp_desktop.formats.french.bodies import federation_words
from msp_desktop.formats.french.people import gendered, mayor_words
from msp_desktop.formats.french.towns import town_words
from msp_desktop.formats.phones import phone
from msp_desktop.formats.pictures import picture
from msp_desktop.i18n import _
from msp_desktop.services.dossiers import LARGEST_ARMS
from msp_desktop.services.federations import own_federation

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
        federation=own_federation(reader),
        contact=contact(reader),
        is_sample=commune.is_sample,
        insee=commune.insee,
        mayor_civility=commune.mayor_civility,
    )


def commune_words(reader: Reader) -> dict[str, str]:
    """Return what a text on the screen or round a table may name: the town, its federation by its short name, the mayor."""
    commune = reader.one(Commune, 1)
    return (
        town_words(commune.name, commune.insee)
        | federation_words(own_federation(reader).name)
        | mayor_words(commune.mayor_civility)
    )


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


def given_picture() -> tuple[bytes, str] | None:
    """Return the picture an IT service gives the letterhead of new dossiers, None where it gives none.

    UserError where it cannot be read.
    """
    path = fleet.present().text("LetterheadPicture")
    if not path:
        return None
    try:
        return read_picture(Path(path))
    except UserError as error:
        raise UserError(
            _(
                "The picture that your IT service chose for the letterhead cannot be read; the dossier is made without it."
            )
        ) from error


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
