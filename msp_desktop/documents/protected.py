"""A PDF that only opens with its password: AES-256 as PDF 2.0 has it (revision 6), tags and reading aloud kept."""

from __future__ import annotations

import io
import re
from hashlib import sha256
from pathlib import Path

from Crypto.Cipher import AES
from pypdf import PdfReader, PdfWriter
from pypdf.constants import UserAccessPermissions
from pypdf.generic import DictionaryObject, NameObject, NumberObject, StreamObject

from msp_desktop.documents.build import write_document

#: pypdf takes its cipher from here by itself, and would only fail at the first password: named, its absence shows at once.
CIPHER = AES.MODE_CBC

#: What says that a file is an archive (PDF/A), which no encrypted file may be (ISO 19005-3, 6.1.3).
_ARCHIVE = re.compile(rb"<pdfaid:part>\d</pdfaid:part><pdfaid:conformance>\w</pdfaid:conformance>")


def write_protected(path: Path, content: bytes, password: str) -> str:
    """Write a PDF of ours encrypted and return its SHA-256; UserError where the file cannot be replaced."""
    written = protected(content, password)
    write_document(path, written)
    return sha256(written).hexdigest()


def protected(content: bytes, password: str) -> bytes:
    """Return a PDF of ours encrypted, everything in it but that it is an archive.

    Whoever has the password may print, copy and have it read aloud: PDF/UA asks for that (ISO 14289-1, 7.16), and what
    a reader has on the screen is theirs anyway.
    """
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.pdf_header = "%PDF-1.7"
    metadata = writer.root_object[NameObject("/Metadata")].get_object()
    assert isinstance(metadata, StreamObject)
    metadata.set_data(_ARCHIVE.sub(b"", metadata.get_data()))
    del writer.root_object[NameObject("/OutputIntents")]
    # AES-256 came after PDF 1.7: Adobe's extension says so to readers that look.
    adobe = {NameObject("/BaseVersion"): NameObject("/1.7"), NameObject("/ExtensionLevel"): NumberObject(8)}
    writer.root_object[NameObject("/Extensions")] = DictionaryObject({NameObject("/ADBE"): DictionaryObject(adobe)})
    writer.encrypt(password, algorithm="AES-256", permissions_flag=UserAccessPermissions.all())
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()
