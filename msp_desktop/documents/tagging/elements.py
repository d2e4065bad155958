"""The logical structure of a document: what a flowable is, and the node it becomes."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(eq=False, slots=True)
class Element:
    """What a flowable is (its PDF structure type): one object is one element, in however many pieces.

    `attributes` are the entries of one attribute object as they stand in a PDF (« /O /Table /Scope /Column »).
    Without a parent the element goes under whatever is being drawn at that time.
    """

    kind: str
    parent: Element | None = None
    alt: str = ""
    attributes: str = ""


@dataclass(eq=False, slots=True)
class Piece:
    """One marked content: its page, from 0, and its number on it."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Object:
    """An object of a page that an element has (a link): its page, from 0, itself, its number in the parent tree."""

    page: int
    value: object
    number: int
    reference: str = ""


@dataclass(eq=False, slots=True)
class Node:
    """One element of the written tree, with its children in reading order."""

    element: Element
    parent: Node | None
    kids: list[Node | Piece | Object] = field(default_factory=list)
    box: tuple[float, float, float, float] | None = None
    reference: str = ""

    def first_page(self) -> int | None:
        """Return the page of the first content, or None while there is none."""
        for kid in self.kids:
            page = kid.first_page() if isinstance(kid, Node) else kid.page
            if page is not None:
                return page
        return None
