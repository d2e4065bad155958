"""The logical structure of a document: what a flowable is, and the node it becomes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(eq=False, slots=True)
class Element:
    """Say what a flowable is (its PDF structure type); one object is one element, however many its pieces.

    `attributes` maps an owner (« Table », « List ») to its entries. Without a parent the element goes under
    whatever is being drawn at that time.
    """

    kind: str
    parent: Element | None = None
    alt: str = ""
    title: str = ""
    attributes: dict[str, dict[str, Any]] = field(default_factory=dict)


@dataclass(eq=False, slots=True)
class Piece:
    """One marked content: the page object's name and the number on it."""

    page: str
    number: int


@dataclass(eq=False, slots=True)
class Node:
    """One element of the written tree, with its children in reading order."""

    element: Element
    parent: Node | None
    kids: list[Node | Piece] = field(default_factory=list)
    annotations: list[tuple[str, Any]] = field(default_factory=list)
    box: tuple[float, float, float, float] | None = None
    written: Any = None

    def first_page(self) -> str | None:
        """Return the page of the first content, or None while there is none."""
        for kid in self.kids:
            page = kid.page if isinstance(kid, Piece) else kid.first_page()
            if page:
                return page
        return None
