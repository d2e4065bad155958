"""Write the structure tree.

An element is written as text: ReportLab's dictionaries, one object per entry, took a third of the time of a document.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc

from msp_desktop.documents.tagging.elements import Node, Object, Piece

if TYPE_CHECKING:
    from msp_desktop.documents.tagging.canvas import TaggedCanvas


class Written(pdfdoc.PDFObject):
    """A PDF object that is already text."""

    def __init__(self, text: str = "") -> None:
        self.text = text

    def format(self, _document: Any) -> bytes:
        """Return the text: ASCII, since words stand in it as `utf16`."""
        return self.text.encode("ascii")


def utf16(text: str) -> str:
    """Return a text as a PDF writes any alphabet: « <FEFF0041> »."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def write(canvas: TaggedCanvas) -> None:
    """Add the tree, its parent tree and the mark « tagged » to the document."""
    document = canvas.pdf
    root = Written()
    root_reference = _reference(document, root)
    pages = [_reference(document, page) for page in document.Pages.pages]
    nodes = [(node, Written()) for node in _all(canvas.root)]
    for node, written in nodes:
        node.reference = _reference(document, written)
    linked = [(kid, node) for node, _written in nodes for kid in node.kids if isinstance(kid, Object)]
    for kid, _node in linked:
        kid.reference = _reference(document, kid.value)
    for node, written in nodes:
        written.text = _element(node, node.parent.reference if node.parent else root_reference, pages)
    owners = " ".join(
        f"{page} [{' '.join(node.reference for node in contents)}]" for page, contents in enumerate(canvas.contents)
    )
    owners += "".join(
        f" {kid.number} {node.reference}" for kid, node in sorted(linked, key=lambda pair: pair[0].number)
    )
    numbers = _reference(document, Written(f"<</Nums [{owners}]>>"))
    root.text = (
        f"<</Type /StructTreeRoot /K {canvas.root.reference} "
        f"/ParentTree {numbers} /ParentTreeNextKey {max([len(canvas.contents), *(kid.number + 1 for kid, _node in linked)])}>>"
    )
    document.Catalog.StructTreeRoot = root
    document.Catalog.MarkInfo = Written("<</Marked true>>")


def _reference(document: Any, written: Any) -> str:
    """Return « 12 0 R », the object's reference in the document."""
    number, version = document.idToObjectNumberAndVersion[document.Reference(written).name]
    return f"{number} {version} R"


def _all(node: Node) -> Iterator[Node]:
    yield node
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from _all(kid)


def _element(node: Node, parent: str, pages: list[str]) -> str:
    """Return one element: its kind, parent, page, children, words and attributes."""
    element = node.element
    own = next((kid.page for kid in node.kids if isinstance(kid, Piece)), None)
    shown = node.first_page() if own is None else own
    parts = [f"<</Type /StructElem /S /{element.kind} /P {parent}"]
    if shown is not None:
        parts.append(f"/Pg {pages[shown]}")
    if node.kids:
        parts.append(f"/K [{' '.join(_kid(kid, own, pages) for kid in node.kids)}]")
    if element.alt:
        parts.append(f"/Alt {utf16(element.alt)}")
    if element.attributes or node.box:
        attributes = f"<<{element.attributes}>>" if element.attributes else ""
        if node.box:
            box = " ".join(f"{side:.2f}" for side in node.box)
            attributes += f"<</O /Layout /Placement /Block /BBox [{box}]>>"
        parts.append(f"/A [{attributes}]")
    return " ".join(parts) + ">>"


def _kid(kid: Node | Piece | Object, page: int | None, pages: list[str]) -> str:
    if isinstance(kid, Node):
        return kid.reference
    if isinstance(kid, Object):
        return f"<</Type /OBJR /Pg {pages[kid.page]} /Obj {kid.reference}>>"
    if kid.page == page:
        return str(kid.number)
    return f"<</Type /MCR /Pg {pages[kid.page]} /MCID {kid.number}>>"
