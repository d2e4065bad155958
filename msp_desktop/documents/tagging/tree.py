"""Write the structure tree with ReportLab's own PDF objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from msp_desktop.documents.tagging.elements import Node, Piece
from msp_desktop.documents.tagging.links import PendingParent

if TYPE_CHECKING:
    from msp_desktop.documents.tagging.canvas import TaggedCanvas


def write(canvas: TaggedCanvas) -> None:
    """Add the tree, its parent tree and the mark « tagged » to the document."""
    document = canvas._doc
    root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    root_reference = document.Reference(root)
    nodes = list(_all(canvas.root))
    for node in nodes:
        node.written = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(node.element.kind)})
        document.Reference(node.written)
    for node in nodes:
        parent = document.Reference(node.parent.written) if node.parent else root_reference
        _fill(document, node, parent)
    base = len(canvas.contents)
    numbers: list[Any] = []
    for page, owners in enumerate(canvas.contents):
        numbers += [page, PDFArray([document.Reference(n.written) for n in owners])]
    for index, node in enumerate(canvas.annotated):
        numbers += [base + index, document.Reference(node.written)]
    for written in document.idToObject.values():
        pending = written.dict.get("StructParent") if isinstance(written, PDFDictionary) else None
        if isinstance(pending, PendingParent):
            written["StructParent"] = base + int(pending)
    root["K"] = document.Reference(canvas.root.written)
    root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
    root["ParentTreeNextKey"] = base + len(canvas.annotated)
    document.Catalog.StructTreeRoot = root
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _all(node: Node) -> Any:
    yield node
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from _all(kid)


def _fill(document: Any, node: Node, parent: Any) -> None:
    """Write one element: parent, page, children, texts and attributes."""
    written, element = node.written, node.element
    written["P"] = parent
    page = next((k.page for k in node.kids if isinstance(k, Piece)), None)
    shown = page or node.first_page()
    if shown:
        written["Pg"] = pdfdoc.PDFObjectReference(shown)
    kids = [_kid(document, kid, page) for kid in node.kids]
    kids += [
        PDFDictionary({"Type": PDFName("OBJR"), "Pg": pdfdoc.PDFObjectReference(where), "Obj": annotation})
        for where, annotation in node.annotations
    ]
    if kids:
        written["K"] = kids[0] if len(kids) == 1 else PDFArray(kids)
    for key, text in (("Alt", element.alt), ("T", element.title)):
        if text:
            written[key] = PDFString(text)
    attributes = [PDFDictionary({"O": PDFName(owner), **entries}) for owner, entries in element.attributes.items()]
    if node.box:
        box = PDFArray([round(v, 2) for v in node.box])
        attributes.append(PDFDictionary({"O": PDFName("Layout"), "Placement": PDFName("Block"), "BBox": box}))
    if attributes:
        written["A"] = attributes[0] if len(attributes) == 1 else PDFArray(attributes)


def _kid(document: Any, kid: Node | Piece, page: str | None) -> Any:
    if isinstance(kid, Node):
        return document.Reference(kid.written)
    if kid.page == page:
        return kid.number
    where = pdfdoc.PDFObjectReference(kid.page)
    return PDFDictionary({"Type": PDFName("MCR"), "Pg": where, "MCID": kid.number})
