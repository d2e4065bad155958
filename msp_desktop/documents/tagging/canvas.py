"""A ReportLab canvas that writes the logical structure as it draws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase import pdfdoc

from msp_desktop.documents.tagging import metadata, tree
from msp_desktop.documents.tagging.elements import Element, Node, Object, Piece
from msp_desktop.documents.tagging.internals import Catalog, OpenCanvas, Page, TimeStamp
from msp_desktop.documents.tagging.metadata import Attachment
from msp_desktop.documents.tagging.sweep import Mark, sweep
from msp_desktop.documents.tagging.textobject import TaggedText

_TOTAL = "totalpages"
#: Numbers of links in the parent tree begin here: those of pages come before.
_LINKS = 1_000_000
#: Stands in a page's code for how far the number of pages moves what is before it.
_TOTAL_WIDTH = "-total-width-"
#: What comes before the text in the label of a glyph that no face has.
REPLACED = "▯"


class TaggedCanvas(OpenCanvas):
    """Draw pages of a PDF that is PDF/UA-1 and PDF/A-3a at once.

    `stamp` is the only date in the file.
    """

    def __init__(
        self, filename: Any, *, attachments: Sequence[Attachment] = (), stamp: TimeStamp | None = None, **options: Any
    ) -> None:
        self.root = Node(Element("Document"), None)
        self.contents: list[list[Node]] = []
        self.replaced_glyphs = 0
        self.heading_count = 0
        self._being_drawn: list[Node | None] = []
        self._blocks = 0
        self._node_of: dict[int, tuple[Element, Node]] = {}
        self._on_page: list[Node] = []
        self._total: tuple[str, float, Any] | None = None
        self._pages: list[Any] = []
        self._links = 0
        self._places: dict[str, int] = {}
        self._asked: dict[str, tuple[str, float, Any]] = {}
        self._attachments = tuple(attachments)
        options.setdefault("pdfVersion", (1, 7))
        options["invariant"] = 1
        super().__init__(filename, **options)
        if stamp is not None:
            self.set_time(stamp)
        self.pdf.Catalog.__class__ = Catalog
        self._add_page = self.pdf.addPage
        self.pdf.addPage = self._tag_page
        self.setViewerPreference("DisplayDocTitle", "true")

    def _tag_page(self, page: Any) -> None:
        page.__class__ = Page
        page.Tabs = "/S"
        page.Trans = None  # ReportLab writes an empty one, which PDF/A forbids
        if self._on_page:
            page.StructParents = len(self.contents)
            self.contents.append(self._on_page)
            self._on_page = []
        self._pages.append(page)
        self._add_page(page)

    # -- structure

    def top(self) -> Node | None:
        """Return the node being drawn, or None (nothing, or an artifact)."""
        return self._being_drawn[-1] if self._being_drawn else None

    def text_owner(self) -> Node | None:
        """Return the node that a text drawn now belongs to; None where a figure or an artifact is drawn as a whole."""
        return None if self._blocks else self.top()

    def node(self, element: Element) -> Node:
        """Return the node of an element, made under its parent at the first call."""
        known = self._node_of.get(id(element))
        if known is not None:
            return known[1]
        if element.parent is not None:
            parent = self.node(element.parent)
        else:
            parent = next((n for n in reversed(self._being_drawn) if n is not None), self.root)
        node = Node(element, parent)
        parent.kids.append(node)
        self._node_of[id(element)] = (element, node)  # the element is kept, so that its id stays its own
        return node

    def begin_content(self, node: Node) -> str:
        """Give a node its next marked content on this page and return the operator that opens it."""
        number = len(self._on_page)
        self._on_page.append(node)
        node.kids.append(Piece(self.pdf.pageCounter - 1, number))
        return f"/{node.element.kind} <</MCID {number}>> BDC"

    def push(self, element: Element | None) -> None:
        """Begin to draw an element (None: an artifact)."""
        self._being_drawn.append(None if element is None else self.node(element))

    def pop(self) -> None:
        """End what `push` began."""
        self._being_drawn.pop()

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
    def leading(
        self, element: Element, box: tuple[float, float, float, float], place: str, words: str
    ) -> Iterator[None]:
        """Draw an element as one marked content whose box, in points on the page, leads to a place; `words` say where."""
        node = self.node(element)
        with self._marked(self.begin_content(node)):
            yield
        number = _LINKS + self._links
        self._links += 1
        node.kids.append(Object(self.pdf.pageCounter - 1, self.add_link(words, box, place, number), number))

    def mark_place(self, place: str, height: float) -> None:
        """Note that a place is here, on this page; `height` is how far its top is above the origin, in points."""
        self.bookmarkHorizontal(place, 0, height)
        self._places[place] = self.getPageNumber()

    def draw_page_of_place(self, place: str, right: float, y: float, font: str, size: float, colour: Any) -> None:
        """Draw the number of the page a place is on, which ends at `right`: it is only known at the end."""
        self._asked[place] = (font, size, colour)
        self.saveState()
        self.translate(right, y)
        self.doForm(f"page-of-{place}")
        self.restoreState()

    @contextmanager
    def artifact(self, kind: str = "Pagination", subtype: str = "") -> Iterator[None]:
        """Draw what is no part of the text: furniture (subtype Header, Footer) or decoration."""
        more = f" /Subtype /{subtype}" if subtype else ""
        with self._marked(f"/Artifact <</Type /{kind}{more}>> BDC"):
            yield

    @contextmanager
    def _marked(self, opening: str) -> Iterator[None]:
        self.code.append(Mark(opening))
        self._blocks += 1
        try:
            yield
        finally:
            self._blocks -= 1
            self.code.append(Mark("EMC"))

    def say(self, _kind: str, label: str | None) -> None:
        """Answer `<onDraw name="say" label="…"/>`: the next glyphs stand for this text (UTF-8 in hex)."""
        text = bytes.fromhex(label or "").decode("utf-8")
        if text.startswith(REPLACED):
            self.replaced_glyphs += 1
            text = text.removeprefix(REPLACED)
        self.current_text().spoken(text)

    def getNamedCB(self, name: str) -> Any:  # noqa: N802
        """Return what answers a named callback of a paragraph."""
        return TaggedCanvas.say if name == "say" else None

    # -- page count, end of the document

    def draw_page_of(self, right: float, y: float, words: str, font: str, size: float, colour: Any) -> None:
        """Draw words and the number of pages, which end at `right`.

        The number is only known at the end: `save` fills the form XObject that draws it, and moves the words by its width.
        """
        self._total = (font, size, colour)
        self.saveState()
        self.translate(right, y)
        self.code.append(f"1 0 0 1 {_TOTAL_WIDTH} 0 cm")
        self.setFillColor(colour)
        self.setFont(font, size)
        self.drawRightString(0, 0, words)
        self.doForm(_TOTAL)
        self.restoreState()

    def beginText(self, x: float = 0, y: float = 0, direction: Any = None) -> TaggedText:  # noqa: N802
        """Return a text object that marks its content."""
        return TaggedText(self, x, y, direction=direction)

    def drawText(self, aTextObject: TaggedText) -> None:  # noqa: N802, N803
        """Add a text object's code, with its marks."""
        self.code.append(aTextObject.getCode())

    def showPage(self) -> None:  # noqa: N802
        """End the page; what is still unmarked becomes an artifact."""
        self.code[:] = sweep(self.code)
        OpenCanvas.showPage(self)

    def save(self) -> None:
        """Write the tree, the metadata and the attachments, then the file."""
        if self.code:
            self.showPage()
        if self._total:
            font, size, colour = self._total
            self.beginForm(_TOTAL, 0, -size, 60, size * 1.5)
            self._blocks += 1
            self.setFont(font, size)
            self.setFillColor(colour)
            total = str(self.getPageNumber() - 1)
            self.drawString(0, 0, total)
            self._blocks -= 1
            self.endForm()
            for page in self._pages:
                page.stream = page.stream.replace(_TOTAL_WIDTH, f"{-self.stringWidth(total, font, size):.3f}")
        for place, (font, size, colour) in self._asked.items():
            self.beginForm(f"page-of-{place}", -60, -size, 60, size * 1.5)
            self._blocks += 1
            self.setFont(font, size)
            self.setFillColor(colour)
            self.drawRightString(0, 0, str(self._places[place]))
            self._blocks -= 1
            self.endForm()
        tree.write(self)
        metadata.write_output_intent(self.pdf)
        metadata.attach(self.pdf, self._attachments)
        self.pdf.Catalog.Metadata = pdfdoc.XMP(creator=metadata.xmp)
        OpenCanvas.save(self)
