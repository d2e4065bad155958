"""What a file carries beside its pages: XMP metadata, the colour profile that PDF/A asks for, files embedded."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from msgspec import Struct
from PIL import ImageCms
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from msp_desktop.documents.tagging.internals import time_of

_UA = "http://www.aiim.org/pdfua/ns/id/"
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="{ua}">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer><pdf:Keywords>{keywords}</pdf:Keywords>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{ua}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def xmp(document: Any) -> bytes:
    """Return the XMP packet, which says the same as the document's information dictionary."""
    info, stamp = document.info, time_of(document)
    year, month, day, hour, minute, second = stamp.YMDhms
    zone = f"{stamp.dhh:+03d}:{stamp.dmm:02d}"
    date = f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:{second:02d}{zone}"
    fields = ("title", "author", "subject", "producer", "creator", "keywords")
    texts = {name: escape(str(getattr(info, name) or "")) for name in fields}
    return _PACKET.format(ua=_UA, date=date, lang="fr-FR", **texts).encode("utf-8")


@cache
def _srgb_profile() -> bytes:
    """Return an sRGB profile made by LittleCMS, compressed, its dates zeroed so that it is always the same."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes((7, 0xE6, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    profile[84:100] = bytes(16)
    return zlib.compress(bytes(profile))


def write_output_intent(document: Any) -> None:
    """Say that the colours are sRGB."""
    stream = PDFStream(PDFDictionary({"N": 3, "Filter": PDFName("FlateDecode")}), _srgb_profile())
    intent = {
        "Type": PDFName("OutputIntent"), "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString("sRGB"),
        "Info": PDFString("sRGB IEC61966-2.1"), "DestOutputProfile": document.Reference(stream),
    }  # fmt: skip
    document.Catalog.OutputIntents = PDFArray([PDFDictionary(intent)])


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
