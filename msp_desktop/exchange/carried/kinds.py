"""What a stranger's file is, told by its first bytes: its name decides nothing but between two kinds of mail."""

from __future__ import annotations

import re
from enum import Enum, auto


class Kind(Enum):
    """The kinds that are told apart."""

    PDF = auto()
    JSON = auto()
    ARCHIVE = auto()
    MAIL = auto()
    DOSSIER = auto()
    OUTLOOK = auto()
    OTHER = auto()


#: A PDF may have other bytes before it.
_PDF_WITHIN = 1024
_BOM = b"\xef\xbb\xbf"
#: How a mail begins, as mail programs save it: a field of its head.
_MAIL = re.compile(
    rb"(?:From |(?:Return-Path|Received|Delivered-To|From|To|Date|Subject|Message-ID|MIME-Version|Content-Type|Reply-To"
    rb"|Authentication-Results|DKIM-Signature|ARC-Seal|X-[A-Za-z0-9-]{1,60}):)",
    re.IGNORECASE,
)
#: The first member of an office document, which is an archive too.
_OFFICE = (b"[Content_Types].xml", b"mimetype")
#: What Outlook saves a message as (.msg, as all of Office did once), and packs attachments in (winmail.dat).
_OLE, _TNEF = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x78\x9f\x3e\x22"


def kind_of(name: str, content: bytes) -> Kind:
    """Return what a file is; `name` is its own, or that of the folder, archive or mail it came in."""
    if content.startswith(b"PK\x03\x04") and content[30:60].startswith(_OFFICE):
        return Kind.OTHER
    text = content[:_PDF_WITHIN].removeprefix(_BOM).lstrip()
    for begins, kind in (
        (b"PK\x03\x04", Kind.ARCHIVE),
        (b"PK\x05\x06", Kind.ARCHIVE),
        (b"SQLite format 3\0", Kind.DOSSIER),
    ):
        if content.startswith(begins):
            return kind
    if text.startswith((b"{", b"[")):
        return Kind.JSON
    if name.casefold().endswith(".eml") or _MAIL.match(text):
        return Kind.MAIL
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return Kind.PDF
    outlook = content.startswith(_TNEF) or (content.startswith(_OLE) and name.casefold().endswith(".msg"))
    return Kind.OUTLOOK if outlook else Kind.OTHER
