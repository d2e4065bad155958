"""The review: which files, which communes, what each line is, the line chosen beside it, and what is agreed to."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from msp_desktop.domain.official import Review
from msp_desktop.domain.official_ticks import agreed, with_choice, with_figure, with_none, with_tick
from msp_desktop.i18n import _
from msp_desktop.services.open_data.words import not_covered_words
from msp_desktop.ui.heard import GROUP
from msp_desktop.ui.paged.heads import HeadLine
from msp_desktop.ui.tabs.inventory.official_file_line import FileLine
from msp_desktop.ui.tabs.inventory.official_lines import ReviewList, figure_key
from msp_desktop.ui.tabs.inventory.official_panel import LinePanel
from msp_desktop.ui.tabs.inventory.official_state import State
from msp_desktop.ui.tabs.inventory.official_words import (
    FIGURES,
    KINDS,
    agree_words,
    incomplete_words,
    segments,
    ticked_words,
)
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.announce import announce
from msp_desktop.ui.widgets.banner import Banner
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton
from msp_desktop.ui.widgets.column_head import ColumnHead
from msp_desktop.ui.widgets.elided import CutLabel
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.icon_line import IconLine
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, framed, holder, row
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.tip import show_tip
from msp_desktop.ui.workspace import Workspace


class ReviewView(QWidget):
    """Emit `changed(state)` at each tick, choice or segment, `request_write`, `request_others` to read other files or communes.

    `panel` stands where the page puts it.
    """

    changed = Signal(object)
    request_write = Signal()
    request_others = Signal()

    def __init__(self, workspace: Workspace, panel: LinePanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = panel
        self._state = State()
        self._cut = Banner()
        self._files = FileLine()
        sign = IconLine(folds=False)
        sign.show_words("place", "ink2", "")
        self._where = CutLabel("")
        others = LinkButton(_("Change…"))
        others.setAccessibleName(_("Change the files or the communes…"))
        others.clicked.connect(self.request_others)
        where = row(sign, self._where, others, -1, spacing=8)
        self._heads = HeadLine(_("Lines shown"))
        self._heads.chosen.connect(self._choose_kind)
        self.list = ReviewList()
        self.list.setMinimumHeight(theme().px(86))
        self._titles = ColumnHead(self.list)
        self._ticked = Label("", tone="soft", wrap=True)
        self._none = LinkButton(_("Untick all"))
        self._none.clicked.connect(lambda: self._take(with_none(self.review())))
        self.button = MainButton("", "check")
        self.button.clicked.connect(self.request_write)
        lock(workspace, self.button)
        foot = Folding(row(self._ticked), row(self._none, self.button, spacing=12))
        lines = framed(holder(column(self._titles, self.list, spacing=0)))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        sheet = framed(self._files)
        box = column(self._cut, sheet, where, row(self._heads, -1), lines, foot, spacing=10)
        box.setStretchFactor(lines, 1)
        self.setLayout(box)
        self.heard_as = GROUP
        self.list.chosen.connect(self._on_chosen)
        self.list.request_tick.connect(self._on_tick)
        self.list.reshaped.connect(self._show_titles)
        panel.chosen.connect(self._on_choice)
        self._show_titles()

    def review(self) -> Review:
        """Return what is shown."""
        assert self._state.review is not None
        return self._state.review

    def show_state(self, state: State, communes: str) -> None:
        """Show a review, and for which communes it is."""
        self._state = state
        review = self.review()
        beside = not_covered_words(review.files, review.communes)
        self._cut.say(" ".join(filter(None, (*state.told, incomplete_words(review.files), beside))))
        self._files.show_files(review.files)
        self._where.setText(communes)
        self._show_lines()
        self._choose_first()

    def focus_first(self) -> None:
        """Put the keyboard in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_first(self) -> None:
        shown = self._shown()
        wanted = self._state.line if self._state.line in shown else next(iter(shown), 0)
        if wanted:
            self.list.select(wanted)
        self._on_chosen(wanted)

    def _shown(self) -> list[int]:
        """Return the keys of the lines shown, then of the public figures, in the order of the list."""
        kinds = [proposal for proposal, *_words in KINDS if self._state.kind in ("all", proposal.value)]
        figures = self.review().figures if self._state.kind in ("all", FIGURES) else ()
        lines = [line.id for proposal in kinds for line in self.review().of(proposal)]
        return lines + [figure_key(place) for place in range(len(figures))]

    def _choose_kind(self, kind: object) -> None:
        self._keep(replace(self._state, kind=str(kind)))
        self._show_lines()
        self._choose_first()

    def _on_chosen(self, key: object) -> None:
        chosen = key if isinstance(key, int) else 0
        if chosen != self._state.line:
            self._keep(replace(self._state, line=chosen))
        self._show_line()

    def _on_tick(self, line: int, ticked: bool) -> None:
        if line < 0:
            self._take(with_figure(self.review(), figure_key(line), ticked))
        else:
            self._take(with_tick(self.review(), line, ticked))

    def _on_choice(self, line: int, field: tuple[str, str], accepted: bool) -> None:
        self._take(with_choice(self.review(), line, field, accepted))

    def _take(self, review: Review) -> None:
        """Show what is agreed to now; it is told to whoever listens."""
        self._keep(replace(self._state, review=review))
        self._show_lines()
        self._show_line()
        announce(self.list, self._ticked.text())

    def _keep(self, state: State) -> None:
        self._state = state
        self.changed.emit(state)

    def _show_lines(self) -> None:
        review, count = self.review(), agreed(self.review())
        self._heads.show_heads(segments(review), self._state.kind)
        self.list.show_review(review, self._state.kind)
        self._ticked.setText(ticked_words(count))
        self._none.setEnabled(bool(count.lines))
        self.button.setText(agree_words(count))
        self.button.setEnabled(bool(count.lines))
        show_tip(self.button, "" if count.lines else _("Tick a line first, with Space or a click on its box."))

    def _show_line(self) -> None:
        if self._state.line < 0:
            self.panel.show_figure(self.review().figures[figure_key(self._state.line)])
            return
        line = next((line for line in self.review().lines if line.id == self._state.line), None)
        self.panel.show_line(line)

    def _show_titles(self) -> None:
        self._titles.show_titles(_("Name"), self.list.titles())
