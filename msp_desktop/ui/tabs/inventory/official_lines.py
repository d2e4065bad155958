"""The lines of a review, group by group: tick, name, what, where, what is proposed, what the file says."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.domain.official import Review, ReviewFigure, ReviewLine
from msp_desktop.formats.numbers import number
from msp_desktop.i18n import _
from msp_desktop.services.open_data.words import SOURCES
from msp_desktop.ui.tabs.inventory.official_words import FIGURES, KINDS, group_words, heading_of, kind_of
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.theme import theme_changes
from msp_desktop.ui.widgets.list_rows import EMPTY_BOX, TICKED_BOX, ListRow, Words, lead_width
from msp_desktop.ui.widgets.tick_rows import TickRows

#: Widths of the columns at the right, in pixels at 100 %.
WHAT, TOWN, PROPOSED, SAID, SOURCE = 164, 126, 124, 250, 78
#: Which of them there are, by their number; without any, the rows have two lines.
_SHAPES = {
    5: (WHAT, TOWN, PROPOSED, SAID, SOURCE),
    4: (WHAT, TOWN, PROPOSED, SAID),
    3: (WHAT, TOWN, PROPOSED),
    1: (PROPOSED,),
    0: (),
}
#: What a name needs beside its box before the columns take room, in pixels at 100 %.
_NAME = 168


class ReviewList(TickRows):
    """Emit `chosen(id)`, `request_tick(id, ticked)` (space, or a click on the box), `reshaped` where the columns are others."""

    reshaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Lines of the files"), parent)
        self._review: Review | None = None
        self._kind = "all"
        self._shape = 5
        theme_changes().changed.connect(self._dress)

    def show_review(self, review: Review, kind: str) -> None:
        """Show the lines of one kind, or all of them, keeping the place."""
        self._review, self._kind = review, kind
        self._dress()

    def titles(self) -> list[tuple[str, int]]:
        """Return the titles of the columns at the right, each with its width in pixels at 100 %."""
        words = {
            WHAT: _("Profession or kind"),
            TOWN: _("Town"),
            PROPOSED: _("Proposal"),
            SAID: _("What the file says"),
            SOURCE: _("Source"),
        }
        return [(words[width], width) for width in _SHAPES[self._shape]]

    def _dress(self) -> None:
        if self._review is None:
            return
        rows: list[ListRow] = []
        for proposal, *_words in KINDS:
            lines = self._review.of(proposal) if self._kind in ("all", proposal.value) else ()
            if lines:
                tail = group_words(proposal, lines)
                heading = heading_of(proposal)
                rows.append(ListRow(proposal.value, heading, 28, f"{heading}, {tail}", tail=tail, band="line"))
            rows += [_row(line, self._shape) for line in lines]
        if self._review.figures and self._kind in ("all", FIGURES):
            rows.append(ListRow(FIGURES, _("Public figures"), 28, tail=number(len(self._review.figures)), band="line"))
            rows += [_figure_row(place, one, self._shape) for place, one in enumerate(self._review.figures)]
        self.show_rows(rows)
        self.scheduleDelayedItemsLayout()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() - lead_width(EMPTY_BOX) - theme().px(_NAME)
        shape = next(count for count, widths in _SHAPES.items() if theme().px(sum(widths)) <= max(0, room))
        if shape != self._shape:
            self._shape = shape
            self._dress()
            self.reshaped.emit()


def figure_key(place: int) -> int:
    """Return the key of the row of a public figure, by its place from 0: no line has it. It is its own inverse."""
    return -1 - place


def _figure_row(place: int, figure: ReviewFigure, shape: int) -> ListRow:
    box = _("ticked") if figure.ticked else _("not ticked")
    word = _("new") if not figure.before else _("differs")
    columns = (
        Words("", width=WHAT),
        Words("", width=TOWN),
        Words(word if figure.before != figure.words else _("there already"), "ink2", width=PROPOSED),
        Words(figure.words, width=SAID),
        Words("", width=SOURCE),
    )
    return ListRow(
        figure_key(place),
        figure.title,
        28 if shape >= 3 else 48,
        ", ".join(filter(None, (figure.title, figure.words, box, figure.source))),
        lead=TICKED_BOX if figure.ticked else EMPTY_BOX,
        second=Words(figure.words, "ink2", size=0.9) if shape < 3 else None,
        columns=tuple(words for words in columns if words.width in _SHAPES[shape]),
    )


def spoken(line: ReviewLine) -> str:
    """Return a line in words for whoever does not see it: whether it is ticked, who, what, where, what is proposed."""
    box = _("ticked") if line.ticked else _("not ticked")
    return ", ".join(
        filter(None, (line.name, line.what, line.town, kind_of(line.proposal)[0], box, line.said, SOURCES[line.kind]))
    )


def _row(line: ReviewLine, shape: int) -> ListRow:
    word, glyph, tone = kind_of(line.proposal)
    columns = (
        Words(line.what, width=WHAT),
        Words(line.town, width=TOWN),
        Words(word, tone, glyph, width=PROPOSED),
        Words(line.said, "ink2", width=SAID),
        Words(SOURCES[line.kind], "ink2", width=SOURCE),
    )
    under = ", ".join(filter(None, (line.what, line.town) if shape else (word, line.what, line.town)))
    return ListRow(
        line.id,
        line.name,
        28 if shape >= 3 else 48,
        spoken(line),
        lead=TICKED_BOX if line.ticked else EMPTY_BOX,
        second=Words(under, "ink2", size=0.9) if shape < 3 else None,
        columns=tuple(words for words in columns if words.width in _SHAPES[shape]),
    )
