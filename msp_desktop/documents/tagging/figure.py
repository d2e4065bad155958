"""A drawing that says in words what it shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportlab.platypus import Flowable

from msp_desktop.documents.tagging.elements import Element

#: Draw on the canvas, origin at the lower left of the drawing: (canvas, width, height), in points.
Painter = Callable[[Any, float, float], None]


class Drawing(Flowable):
    """A picture drawn by `paint`. `alt` is the finding, not « graphique »; none makes it decoration."""

    def __init__(self, height: float, paint: Painter, alt: str, width: float | None = None, left: float = 0) -> None:
        Flowable.__init__(self)
        self.element = Element("Figure", alt=alt) if alt else None
        self.paint, self.height, self.asked, self.left = paint, height, width, left

    def wrap(self, availWidth: float, _availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Take the whole width, or the width asked for."""
        self.width = self.asked if self.asked is not None else availWidth - self.left
        return self.left + self.width, self.height

    def draw(self) -> None:
        """Paint as one figure, or as decoration."""
        canvas = self.canv
        canvas.translate(self.left, 0)
        if self.element is None:
            with canvas.artifact("Layout"):
                self.paint(canvas, self.width, self.height)
            return
        x, y = canvas.absolutePosition(0, 0)
        with canvas.block(self.element, (x, y, x + self.width, y + self.height)):
            self.paint(canvas, self.width, self.height)
