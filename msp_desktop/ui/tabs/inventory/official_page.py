"""The page « Pré-remplir depuis un fichier officiel »: choose, read, review, write; nothing is written before the last button."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from msp_desktop.domain.commune import Commune
from msp_desktop.domain.official import FileFound, Review
from msp_desktop.domain.official_ticks import agreed
from msp_desktop.i18n import _
from msp_desktop.services.open_data.filling import filling
from msp_desktop.ui.tabs.inventory.import_work import Worker
from msp_desktop.ui.tabs.inventory.official_choose import ChooseView
from msp_desktop.ui.tabs.inventory.official_done import DoneView
from msp_desktop.ui.tabs.inventory.official_panel import LinePanel
from msp_desktop.ui.tabs.inventory.official_reading import ReadingView
from msp_desktop.ui.tabs.inventory.official_review import ReviewView
from msp_desktop.ui.tabs.inventory.official_state import State, View
from msp_desktop.ui.tabs.inventory.official_words import nothing_words, ticked_words, written_words
from msp_desktop.ui.tabs.inventory.official_work import planning
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.announce import announce
from msp_desktop.ui.widgets.busy import busy
from msp_desktop.ui.widgets.buttons import PlainButton
from msp_desktop.ui.widgets.empty_page import EmptyPage
from msp_desktop.ui.widgets.labels import page_title
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled
from msp_desktop.ui.workspace import Workspace

#: Under this width, in pixels at 100 %, the panel stands under the page; of a window under the second, it is narrower.
_UPRIGHT, _NARROW = 860, 1181
#: The width of the panel, and where the window is narrow, in pixels at 100 %.
_PANEL, _NARROW_PANEL = 336, 300


class OfficialPage(QWidget):
    """Emit `closed` when somebody is done with it: what was read and ticked is shown again when they come back.

    `turned` tells that another view is shown, hence that the panel has come or gone. `request_fill(professional, attribute)`
    is to note what no file tells.
    """

    closed = Signal()
    turned = Signal()
    request_fill = Signal(int, str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._state = State()
        self._sought: tuple[str, ...] = ()
        self._given_way = False
        self.panel = LinePanel()
        self.choose = ChooseView(workspace.reader.one(Commune, 1))
        self.reading = ReadingView()
        self.review = ReviewView(workspace, self.panel)
        self.nothing = EmptyPage(
            "search", _("Nobody found"), "", _("Other files or communes"), sign="left"
        )  # fmt: skip
        self.done = DoneView()
        self._place: QWidget = self.choose
        self.worker = Worker(self)
        self._lay_out()
        self._wire()
        self.show_state(State())

    def state(self) -> State:
        """Return where somebody is, as `show_state` takes it."""
        self._note_choice()
        return self._state

    def show_state(self, state: State) -> None:
        """Go on where somebody was."""
        self._state = state
        self.choose.files.show_files(state.files)
        self.choose.communes.show_chosen(state.around, state.added)
        if state.view is View.READING:
            self._read()
        else:
            self._show(state.view)

    def come_back(self) -> None:
        """Show what somebody left, or the choice of files where it is written: they come for others."""
        if self._state.view is View.DONE:
            self._begin_again()

    def add_files(self, paths: Sequence[Path]) -> None:
        """Add files that were dropped on the window, to read them with those chosen before."""
        self._give_up()
        self._show(View.CHOOSE)
        self.choose.files.add(paths)

    def focus_main(self) -> None:
        """Put the keyboard where work goes on."""
        view = self._state.view
        if view is View.CHOOSE:
            self.choose.focus_first()
        elif view is View.READING:
            self.reading.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._place is self.nothing:
            self.nothing.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif view is View.DONE:
            self.done.focus_first()
        else:
            self.review.focus_first()

    def show_reading(self, done: int, total: int, left: int | None) -> None:
        """Show how far reading is, in bytes and seconds left."""
        self._show(View.READING)
        self.reading.show_progress(done, total, left)

    def own_panel(self) -> QWidget | None:
        """Return the panel of the line chosen, None where no line is shown."""
        return self.panel if self._has_panel() and not self._upright else None

    def give_up(self) -> None:
        """End what is being read."""
        self._give_up()

    def _lay_out(self) -> None:
        self._upright = False
        self.close_button = PlainButton(_("Close"), "close")
        head = row(page_title(_("Pre-fill from an official file"), wrap=True), self.close_button, spacing=12)
        head.setStretch(0, 1)
        head.setAlignment(self.close_button, Qt.AlignmentFlag.AlignTop)
        # Not a stack, in which each would be as high as the highest: the list would push its foot out of sight.
        self._places = (self.choose, self.reading, self.review, self.nothing, self.done)
        left = scrolled(
            holder(column(head, *self._places, margins=(24, 14, 16, 10), spacing=12), "transparent"),
            _("Pre-fill from an official file"),
        )
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(left)
        self._split.addWidget(self.panel)
        self._split.setStretchFactor(0, 1)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self.setLayout(column(self._split, spacing=0))

    def _wire(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.choose.request_read.connect(self._read)
        self.choose.request_back.connect(self._back_to_list)
        self.reading.read.connect(self._on_read)
        self.reading.cancelled.connect(self._on_cancelled)
        self.review.changed.connect(self._keep)
        self.review.request_others.connect(self._choose_others)
        self.review.request_write.connect(self._write)
        self.nothing.request_start.connect(self._choose_others)
        self.done.request_more.connect(self._begin_again)
        self.done.request_undo.connect(self._workspace.undo)
        self.done.request_fill.connect(self._fill)
        self.worker.done.connect(self._on_planned)
        self.worker.refused.connect(self._on_refused)

    def _keep(self, state: State) -> None:
        self._state = state

    def _note_choice(self) -> None:
        communes = self.choose.communes
        self._state = replace(
            self._state, files=self.choose.files.files(), around=communes.is_around(), added=communes.added()
        )

    def _read(self) -> None:
        """Read the files that are official ones, for the communes chosen."""
        self._note_choice()
        self._sought = self.choose.communes.communes()
        self.choose.said.say("")
        self.reading.begin([file.path for file in self._state.files if file.kind is not None], self._sought)
        self._show(View.READING)
        self.focus_main()

    def _on_read(self, founds: tuple[FileFound, ...], told: tuple[str, ...]) -> None:
        if not founds:
            self._refuse(" ".join(told))
            return
        self._state = replace(self._state, told=told)
        plan = planning(self._workspace.reader, founds, self._sought, self._workspace.today())
        self.worker.do(plan)

    def _on_planned(self, review: Review) -> None:
        self._state = replace(self._state, review=review, kind="all", line=0)
        self._show(View.REVIEW)
        announce(self, ticked_words(agreed(review)) if review.lines or review.figures else nothing_words(review))
        self._take_keyboard()

    def _on_refused(self, sentence: str) -> None:
        self._refuse(sentence)

    def _refuse(self, sentence: str) -> None:
        """Go back to what was chosen, and say why nothing was read."""
        self._show(View.CHOOSE)
        self.choose.said.say(sentence)
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        """Put the keyboard where work goes on, unless somebody works elsewhere meanwhile: out of view it would be lost."""
        if self.isVisible():
            self.focus_main()

    def _on_cancelled(self) -> None:
        self._give_up()  # what was read may be being compared already
        self._show(View.CHOOSE)
        self._workspace.said.emit(_("Reading was cancelled. Nothing is written."), False)
        self.focus_main()

    def _choose_others(self) -> None:
        self._show(View.CHOOSE)
        self.focus_main()

    def _back_to_list(self) -> None:
        self._show(View.REVIEW)
        self.focus_main()

    def _give_up(self) -> None:
        self.reading.give_up()
        self.worker.give_up()

    def _begin_again(self) -> None:
        self.show_state(State(around=self._state.around, added=self._state.added))
        self.focus_main()

    def _write(self) -> None:
        """Write what is agreed to, in one step that one undo takes back."""
        review = self._state.review
        if review is None or not self._workspace.flush():
            return
        from msp_desktop.services.open_data.writing import write_review

        with busy():
            written = self._workspace.attempt(write_review, review, self._workspace.now())
        if written is not None:
            label = self._workspace.store.history.undo_label() or ""
            self._state = replace(self._state, label=label, done=written_words(written), review=None)
            self._show(View.DONE)
            self.focus_main()

    def _fill(self) -> None:
        first = filling(self._workspace.reader).next
        if first is not None:
            self.request_fill.emit(first.professional_id, first.unknown[0])

    def refresh(self) -> None:
        """Show again what the dossier says of what was written: it may be taken back, or done again."""
        if self._state.view is not View.DONE:
            return
        waiting = filling(self._workspace.reader)
        history = self._workspace.store.history
        can_undo = history.undo_label() == self._state.label
        undone = history.redo_label() == self._state.label
        self.done.show_done(
            _("The import was taken back: nothing of it is left.") if undone else self._state.done,
            can_undo=can_undo, undone=undone, waiting=waiting,
        )  # fmt: skip

    def _show(self, view: View) -> None:
        self._state = replace(self._state, view=view)
        review = self._state.review
        if view is View.REVIEW and review is not None and (review.lines or review.figures):
            self.review.show_state(self._state, self.choose.communes.words())
            self._place = self.review
        elif view is View.REVIEW and review is not None:
            self.nothing.show_sentence(nothing_words(review))
            self._place = self.nothing
        elif view is View.DONE:
            self.refresh()
            self._place = self.done
        else:
            self.choose.show_way_back(review is not None)
            self._place = self.reading if view is View.READING else self.choose
        for place in self._places:
            place.setVisible(place is self._place)
        self._arrange()
        self.turned.emit()

    def _has_panel(self) -> bool:
        return self._place is self.review

    def give_way(self, given: bool) -> None:
        """Hide the panel while one of the window's stands there, or show it again."""
        self._given_way = given
        self._arrange()

    def _arrange(self) -> None:
        """Have the panel stand beside the list, or under it; hidden where no line is shown."""
        narrow = self.window().width() < theme().px(_NARROW)
        self.panel.setVisible(self._has_panel() and (self._upright or not self._given_way))
        self._split.setOrientation(Qt.Orientation.Vertical if self._upright else Qt.Orientation.Horizontal)
        side = theme().px(_NARROW_PANEL if narrow else _PANEL)
        below = self.height() * 2 // 5
        self._split.setSizes([self.height() - below, below] if self._upright else [self.width() - side, side])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._upright = self.width() < theme().px(_UPRIGHT)
        self._arrange()
