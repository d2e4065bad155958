"""Files carried inside a document, such as its data."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from msp_desktop.documents.tagging.internals import time_of


class Attachment(Struct, frozen=True):
    """One file to embed. `relation` is a PDF/A-3 AFRelationship: Source, Data, Supplement, Alternative."""

    name: str
    data: bytes
    mime: str = "application/json"
    description: str = ""
    relation: str = "Source"


def attach(document: Any, attachments: Sequence[Attachment]) -> None:
    """Embed the files, in the order of their names as the name tree requires."""
    if not attachments:
        return
    names: list[Any] = []
    for attachment in sorted(attachments, key=lambda a: a.name):
        names += [PDFString(attachment.name), _specification(document, attachment)]
    document.Catalog.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": PDFArray(names)})})
    document.Catalog.AF = PDFArray(names[1::2])


def _specification(document: Any, attachment: Attachment) -> Any:
    checksum = hashlib.md5(attachment.data, usedforsecurity=False).hexdigest()
    parameters = {
        "Size": len(attachment.data),
        "ModDate": pdfdoc.PDFDate(ts=time_of(document)),
        "CheckSum": f"<{checksum}>",
    }
    entries = {
        "Type": PDFName("EmbeddedFile"),
        "Subtype": "/" + attachment.mime.replace("/", "#2F"),  # PDFName does not escape the slash
        "Params": PDFDictionary(parameters),
    }
    stream = PDFStream(PDFDictionary(entries), attachment.data)
    stream.filters = [pdfdoc.PDFZCompress]
    content = document.Reference(stream)
    specification = {
        "Type": PDFName("Filespec"), "F": PDFString(attachment.name), "UF": PDFString(attachment.name),
        "Desc": PDFString(attachment.description), "AFRelationship": PDFName(attachment.relation),
        "EF": PDFDictionary({"F": content, "UF": content}),
    }  # fmt: skip
    return document.Reference(PDFDictionary(specification))
