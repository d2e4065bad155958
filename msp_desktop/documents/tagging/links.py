"""Links that are tagged, say where they go and print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from msp_desktop.documents.tagging.elements import Element, Node

if TYPE_CHECKING:
    from msp_desktop.documents.tagging.canvas import TaggedCanvas

_SPOKEN = {"mailto:": "Courriel\u00a0: ", "tel:": "Téléphone\u00a0: "}
#: The annotation flag « print », which PDF/A requires.
_PRINT = 4


class PendingParent(int):
    """The number of an annotation's parent, before those of the pages are known."""


def to_address(url: str) -> dict[str, Any]:
    """Return the entries of an annotation that opens an address."""
    return {"A": PDFDictionary({"S": PDFName("URI"), "URI": PDFString(url)})}


def spoken(url: str) -> str:
    """Say where a link goes: « Courriel : … », « Téléphone : … », « Lien : … »."""
    for scheme, word in _SPOKEN.items():
        if url.startswith(scheme):
            return word + url.removeprefix(scheme)
    return f"Lien\u00a0: {url}" if ":" in url else url


def add(canvas: TaggedCanvas, target: str, rect: Any, relative: int, action: dict[str, Any], text: str) -> None:
    """Add one link annotation under the link's node."""
    entries = {
        "Type": PDFName("Annot"), "Subtype": PDFName("Link"), "Border": "[0 0 0]", "F": _PRINT,
        "Rect": PDFArray(canvas._absRect(rect, relative)), "Contents": PDFString(spoken(text)), **action,
    }  # fmt: skip
    top = canvas.top()
    if top is None:
        Canvas._addAnnotation(canvas, PDFDictionary(entries))
        return
    index = next((i for i, (name, _) in enumerate(canvas.pending_links) if name == target), None)
    node = canvas.pending_links.pop(index)[1] if index is not None else _link_under(top)
    entries["StructParent"] = PendingParent(len(canvas.annotated))
    canvas.annotated.append(node)
    Canvas._addAnnotation(canvas, PDFDictionary(entries))
    reference = canvas._doc.refAnnotation(f"NUMBER{canvas._annotationCount}")
    node.annotations.append((str(canvas._doc.thisPageName()), reference))


def _link_under(top: Node) -> Node:
    if top.element.kind == "Link":
        return top
    for kid in top.kids:
        if isinstance(kid, Node) and kid.element.kind == "Link":
            return kid
    node = Node(Element("Link"), top)
    top.kids.append(node)
    return node
