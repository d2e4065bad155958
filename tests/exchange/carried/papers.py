"""Small files as honest senders make them: a paper with its data, a mail that brings it, an archive of some."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from datetime import UTC, date, datetime
from email.message import EmailMessage
from email.policy import SMTP

from msp_desktop.domain.carried.data import NAME, CommuneData, Sender, Town
from msp_desktop.domain.carried.envelope import encoded

MADE_AT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
MAYOR = "Mairie d’Augères <mairie@augeres.example>"


def commune(name: str = "Augères", insee: str = "23010") -> CommuneData:
    """What a commune sends."""
    return CommuneData(
        format="sante-100-jours/donnees",
        version=1,
        made_at=MADE_AT,
        sender=Sender(dossier="0" * 27 + insee, application="1.9.0"),
        commune=Town(insee=insee, name=name),
        day_zero=date(2026, 4, 1),
    )


def objects(*bodies: bytes, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF of these objects, numbered from 1, with its table."""
    content, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(bodies, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    content += b"".join(b"%010d 00000 n \n" % place for place in places)
    content += b"trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, trailer, start)
    return bytes(content)


def stream(content: bytes, entries: bytes = b"", length: int | None = None) -> bytes:
    """An object that is a stream."""
    told = len(content) if length is None else length
    return b"<</Length %d %s>>\nstream\n%s\nendstream" % (told, entries, content)


def specification(number: int, name: str = NAME) -> bytes:
    """An object that says where the embedded file of a name is."""
    called = name.encode("ascii")
    return b"<</Type/Filespec/F(%s)/UF(%s)/AFRelationship/Data/EF<</F %d 0 R/UF %d 0 R>>>>" % (
        called,
        called,
        number,
        number,
    )


def paper(
    content: bytes, name: str = NAME, root: bytes = b"/AF[2 0 R]", entries: bytes = b"/Filter/FlateDecode"
) -> bytes:
    """A PDF that carries a file, deflated."""
    packed = zlib.compress(content) if entries == b"/Filter/FlateDecode" else content
    return objects(
        b"<</Type/Catalog/Pages 4 0 R %s>>" % root,
        specification(3, name),
        stream(packed, entries),
        b"<</Type/Pages/Kids[]/Count 0>>",
    )


def sent(*names: str) -> bytes:
    """The paper of a commune of that name and INSEE code."""
    return paper(encoded(commune(*names)))


def archive(members: Sequence[tuple[str, bytes]]) -> bytes:
    """A zip of some files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members:
            packed.writestr(name, content)
    return target.getvalue()


def message(*brought: tuple[str, bytes] | bytes, by: str = MAYOR) -> bytes:
    """A mail that brings some files, or forwards another mail."""
    told = EmailMessage(policy=SMTP)
    told["From"], told["To"], told["Subject"] = by, "contact@federation.example", "Notre inventaire"
    told["Date"] = "Mon, 04 May 2026 11:45:00 +0200"
    told.set_content("Bonjour,\nvoici l’inventaire.\n-- \nLa mairie\n")
    told.add_attachment(b"\x89PNG\r\n\x1a\n", "image", "png", filename="logo.png", disposition="inline")
    for one in brought:
        if isinstance(one, bytes):
            from email import message_from_bytes

            told.add_attachment(message_from_bytes(one, policy=SMTP))
        else:
            told.add_attachment(one[1], "application", "octet-stream", filename=one[0])
    return told.as_bytes()
