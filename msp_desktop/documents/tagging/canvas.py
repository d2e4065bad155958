"""A ReportLab canvas that writes the logical structure as it draws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from msp_desktop.documents.tagging import links, metadata, tree
from msp_desktop.documents.tagging.attachments import Attachment, attach
from msp_desktop.documents.tagging.elements import Element, Node, Piece
from msp_desktop.documents.tagging.patches import Catalog, Page
from msp_desktop.documents.tagging.sweep import Mark, sweep
from msp_desktop.documents.tagging.textobject import TaggedText

_TOTAL = "totalpages"
#: What comes before the text in the label of a glyph that no face has.
REPLACED = "▯"


class TaggedCanvas(Canvas):
    """Draw pages of a PDF that is PDF/UA-1 and PDF/A-3a at once.

    `stamp` is a ReportLab time stamp: the only date in the file.
    """

    def __init__(
        self, filename: Any, *, attachments: Sequence[Attachment] = (), stamp: Any = None, **options: Any
    ) -> None:
        self.root = Node(Element("Document"), None)
        self.contents: list[list[Node]] = []
        self.annotated: list[Node] = []
        self.pending_links: list[tuple[str, Node]] = []
        self.replaced_glyphs = 0
        self.heading_count = 0
        self._stack: list[Node | None] = []
        self._blocks = 0
        self._nodes: dict[int, tuple[Element, Node]] = {}
        self._links: dict[tuple[int, int], tuple[Any, Node]] = {}
        self._on_page: list[Node] = []
        self._total: tuple[str, float, Any] | None = None
        self._attachments = tuple(attachments)
        options.setdefault("pdfVersion", (1, 7))
        options["invariant"] = 1
        Canvas.__init__(self, filename, **options)
        if stamp is not None:
            self._doc._timeStamp = stamp
        self._doc.Catalog.__class__ = Catalog
        self._add_page = self._doc.addPage
        self._doc.addPage = self._tag_page
        self.setViewerPreference("DisplayDocTitle", "true")

    def _tag_page(self, page: Any) -> None:
        page.__class__ = Page
        page.Tabs = "/S"
        page.Trans = None  # ReportLab writes an empty one, which PDF/A forbids
        if self._on_page:
            page.StructParents = len(self.contents)
            self.contents.append(self._on_page)
            self._on_page = []
        self._add_page(page)

    # -- structure

    def top(self) -> Node | None:
        """Return the node being drawn, or None (nothing, or an artifact)."""
        return self._stack[-1] if self._stack else None

    def in_block(self) -> bool:
        """Tell whether a figure or an artifact is being drawn as a whole."""
        return self._blocks > 0

    def node(self, element: Element) -> Node:
        """Return the node of an element, made under its parent at the first call."""
        known = self._nodes.get(id(element))
        if known is not None:
            return known[1]
        if element.parent is not None:
            parent = self.node(element.parent)
        else:
            parent = next((n for n in reversed(self._stack) if n is not None), self.root)
        node = Node(element, parent)
        parent.kids.append(node)
        self._nodes[id(element)] = (element, node)  # the element is kept, so that its id stays its own
        return node

    def link_node(self, top: Node, link: Any) -> Node:
        """Return the Link node of one link of a paragraph."""
        known = self._links.get((id(top), id(link)))
        if known is None:
            known = self._links[id(top), id(link)] = (link, Node(Element("Link"), top))
        return known[1]

    def begin_content(self, node: Node) -> str:
        """Give a node its next marked content on this page and return the operator that opens it."""
        parent = node.parent
        if node.element.kind == "Link" and parent is not None and node not in parent.kids:
            parent.kids.append(node)
        number = len(self._on_page)
        self._on_page.append(node)
        node.kids.append(Piece(str(self._doc.thisPageName()), number))
        return f"/{node.element.kind} <</MCID {number}>> BDC"

    def push(self, element: Element | None) -> None:
        """Begin to draw an element (None: an artifact)."""
        self._stack.append(None if element is None else self.node(element))

    def pop(self) -> None:
        """End what `push` began."""
        self._stack.pop()

    @contextmanager
    def tag(self, element: Element | None) -> Iterator[None]:
        """Draw an element's text."""
        self.push(element)
        try:
            yield
        finally:
            self.pop()

    @contextmanager
    def block(self, element: Element, box: tuple[float, float, float, float]) -> Iterator[None]:
        """Draw a figure as one marked content; `box` is in points on the page."""
        node = self.node(element)
        node.box = node.box or box
        with self._marked(self.begin_content(node)):
            yield

    @contextmanager
    def artifact(self, kind: str = "Pagination", subtype: str = "") -> Iterator[None]:
        """Draw what is no part of the text: furniture (subtype Header, Footer) or decoration."""
        more = f" /Subtype /{subtype}" if subtype else ""
        with self._marked(f"/Artifact <</Type /{kind}{more}>> BDC"):
            yield

    @contextmanager
    def _marked(self, opening: str) -> Iterator[None]:
        self._code.append(Mark(opening))
        self._blocks += 1
        try:
            yield
        finally:
            self._blocks -= 1
            self._code.append(Mark("EMC"))

    def say(self, _kind: str, label: str | None) -> None:
        """Answer `<onDraw name="say" label="…"/>`: the next glyphs stand for this text (UTF-8 in hex)."""
        text = bytes.fromhex(label or "").decode("utf-8")
        if text.startswith(REPLACED):
            self.replaced_glyphs += 1
            text = text.removeprefix(REPLACED)
        self._curr_tx_info["tx"].spoken(text)

    def getNamedCB(self, name: str) -> Any:  # noqa: N802
        """Return what answers a named callback of a paragraph."""
        return TaggedCanvas.say if name == "say" else None

    # -- links, page count, end of the document

    def linkURL(self, url: str, rect: Any, relative: int = 0, **_: Any) -> None:  # noqa: N802
        """Add a link to an address."""
        links.add(self, url, rect, relative, links.to_address(url), url)

    def linkRect(  # noqa: N802
        self,
        contents: str,
        destinationname: str,
        Rect: Any = None,  # noqa: N803
        *_: Any,
        relative: int = 1,
        **__: Any,
    ) -> None:
        """Add a link to a place of this document."""
        target = {"Dest": self._bookmarkReference(destinationname)}
        links.add(self, destinationname, Rect, relative, target, contents or "Aller à la section")

    def draw_total_pages(self, x: float, y: float, font: str, size: float, colour: Any) -> None:
        """Draw the number of pages, only known at the end: a form XObject filled by `save`."""
        self._total = (font, size, colour)
        self.saveState()
        self.translate(x, y)
        self.doForm(_TOTAL)
        self.restoreState()

    def beginText(self, x: float = 0, y: float = 0, direction: Any = None) -> TaggedText:  # noqa: N802
        """Return a text object that marks its content."""
        return TaggedText(self, x, y, direction=direction)

    def drawText(self, aTextObject: TaggedText) -> None:  # noqa: N802, N803
        """Add a text object's code, with its marks."""
        self._code.append(aTextObject.getCode())

    def showPage(self) -> None:  # noqa: N802
        """End the page; what is still unmarked becomes an artifact."""
        self._code[:] = sweep(self._code)
        Canvas.showPage(self)

    def save(self) -> None:
        """Write the tree, the metadata and the attachments, then the file."""
        if len(self._code):
            self.showPage()
        if self._total:
            font, size, colour = self._total
            self.beginForm(_TOTAL, 0, -size, 60, size * 1.5)
            self._blocks += 1
            self.setFont(font, size)
            self.setFillColor(colour)
            self.drawString(0, 0, str(self._pageNumber - 1))
            self._blocks -= 1
            self.endForm()
        tree.write(self)
        metadata.write_output_intent(self._doc)
        attach(self._doc, self._attachments)
        self._doc.Catalog.Metadata = pdfdoc.XMP(creator=metadata.xmp)
        Canvas.save(self)
