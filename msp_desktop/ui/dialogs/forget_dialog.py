"""Delete people everywhere: what it will touch is shown first; then copies are rewritten, then the dossier; then what is left."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.db.reader import Reader
from msp_desktop.domain.people import display_name
from msp_desktop.errors import UserError
from msp_desktop.i18n import _, ngettext
from msp_desktop.services import forgetting
from msp_desktop.services.forgetting_words import Touched, done_words, some, touched
from msp_desktop.services.traces import Chosen, traces
from msp_desktop.ui.shell.work import Work
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import Label, hint
from msp_desktop.ui.widgets.layouts import clear, column, holder, scrolled
from msp_desktop.ui.widgets.said import Said
from msp_desktop.ui.widgets.sizes import FORM, sized
from msp_desktop.ui.widgets.tick import Tick
from msp_desktop.ui.widgets.tip import show_tip
from msp_desktop.ui.workspace import Workspace

Found = tuple[Touched, forgetting.Copies, tuple[str, ...]]


class ForgetDialog(Dialog):
    """Show what goes with people before anything is done; `done` tells whether they were deleted."""

    def __init__(self, workspace: Workspace, ids: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._ids = tuple(ids)
        self._who = forgetting.wanted(workspace.store, ids)
        self._copies = forgetting.Copies()
        self._files: tuple[str, ...] = ()
        self._read = 0
        self.done_with = self._busy = False
        names = ", ".join(map(display_name, self._who.people[:3])) + (", …" if len(self._who.people) > 3 else "")
        self._name = names
        heading = _("Delete everywhere: {name}").format(name=names)
        self.setWindowTitle(heading)
        sized(self, FORM, 560)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self._said = Said(_("What will be touched is being looked for…"), wrap=True, tone="soft")
        self._cancel, self._go = PlainButton(_("Cancel")), MainButton(_("Delete everywhere"), "trash")
        self._go.setEnabled(False)
        self._cancel.clicked.connect(self.reject)
        self._go.clicked.connect(self._begin)
        top = Label(heading, factor=1.25, bold=True, wrap=True)
        pane = scrolled(holder(column(self._lines, -1, margins=(0, 0, 8, 0)), "scrolled"), heading)
        box = column(top, pane, self._said, foot(self._cancel, self._go), margins=(24, 18, 24, 16), spacing=12)
        box.setStretch(1, 1)
        self.setLayout(box)
        self._ticks: dict[str, Tick] = {}
        self._cancel.setFocus()
        workspace.store.before_large_step()  # so that no copy is due while the others are rewritten
        self._look()

    def _look(self) -> None:
        from msp_desktop.db.copies import snapshot

        try:
            memory = snapshot(self._workspace.store.connection)
        except UserError as error:
            self._said.setText(error.sentence)
            return
        work = Work(lambda: self._found(memory), self)
        work.ended.connect(self._show)
        work.start()

    def _found(self, memory: sqlite3.Connection) -> Found:
        """Look for all they have a part in, on a snapshot, in a thread: there may be years of it."""
        with closing(memory):
            reader = Reader(memory)
            found = touched([traces(reader, key) for key in self._ids])
        return found, forgetting.copies_of(self._who), forgetting.elsewhere(self._who)

    def _show(self, value: object) -> None:
        if not isinstance(value, tuple):
            self._said.setText(value.sentence if isinstance(value, UserError) else _("This could not be read."))
            return
        found, self._copies, elsewhere = value
        self._files = found.files
        self._part(_("In the dossier"), [_("Their entry in the directory"), *found.lines])
        if found.alone:
            words = ngettext(
                "Delete also the exchange they were alone to have", "Delete also the {count} exchanges they were alone to have",
                found.alone,
            )  # fmt: skip
            self._tick("exchanges", words.format(count=found.alone), True)
        if found.texts:
            count = len(found.texts)
            words = ngettext("Take their name out of {count} text", "Take their name out of {count} texts", count)
            self._tick("texts", words.format(count=count), True, found.texts)
        if found.last_names:
            count = len(found.last_names)
            words = ngettext(
                "Take the last name alone out of {count} text too; look whether it is theirs",
                "Take the last name alone out of {count} texts too; look whether it is theirs", count,
            )  # fmt: skip
            self._tick("last_name", words.format(count=count), False, found.last_names)
        if found.files:
            self._part(_("Papers made, to delete yourself"), some(found.files))
        copies = len(self._copies.entries)
        if copies:
            words = ngettext(
                "{count} safe copy is read; if they are in it, it is rewritten without them and read back.",
                "{count} safe copies are read; those they are in are rewritten without them and read back.", copies,
            )  # fmt: skip
            self._part(_("Safe copies"), [words.format(count=copies)])
        if elsewhere or self._copies.unseen:
            self._part(_("Not touched"), [*self._copies.unseen, *elsewhere])
        self._said.setText(self._how_back())
        self._go.setEnabled(not self._workspace.read_only)
        show_tip(self._go, self._workspace.locked_because)

    def _part(self, heading: str, lines: Sequence[str]) -> None:
        self._lines.addSpacing(4)
        self._lines.addWidget(Label(heading, bold=True))
        for line in lines:
            label = Label(line, wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._lines.addWidget(label)

    def _tick(self, name: str, words: str, ticked: bool, excerpts: Sequence[str] = ()) -> None:
        self._ticks[name] = Tick(words, ticked, soft_when_done=False)
        self._lines.addWidget(self._ticks[name])
        for words in some(excerpts):
            shown = hint(f"«\u00a0{words}\u00a0»")
            shown.setContentsMargins(30, 0, 0, 0)
            self._lines.addWidget(shown)

    def _chosen(self) -> Chosen:
        ticked = {name: tick.is_ticked() for name, tick in self._ticks.items()}
        return Chosen(ticked.get("exchanges", True), ticked.get("texts", True), ticked.get("last_name", False))

    def _begin(self) -> None:
        self._workspace.flush()
        self._busy = True
        self._go.setEnabled(False)
        self._cancel.setEnabled(False)
        for tick in self._ticks.values():
            tick.setEnabled(False)
        chosen, self._read = self._chosen(), 0
        work = Work(lambda: self._in_copies(chosen), self)
        work.ended.connect(lambda value: self._on_copies(value, chosen))
        self._count = self.startTimer(120)
        work.start()

    def _in_copies(self, chosen: Chosen) -> forgetting.Forgotten:
        self._copies = forgetting.copies_of(self._who)
        return forgetting.forget_in_copies(self._who, chosen, self._copies, self._one_more)

    def _one_more(self) -> None:
        self._read += 1

    def _on_copies(self, value: object, chosen: Chosen) -> None:
        done = value if isinstance(value, forgetting.Forgotten) else forgetting.Forgotten(0, (_("the safe copies"),))
        self.done_with = self._workspace.attempted(forgetting.forget_in_dossier, self._who, chosen)
        if not self.done_with:
            self._free()
            self._said.setText(_("Nothing was deleted from the dossier: what is said above holds."))
            self._go.setEnabled(True)
            return
        # A copy may have been on its way to the disk as those there were listed.
        seen = self._copies
        work = Work(lambda: self._since(chosen, seen), self)
        work.ended.connect(lambda more: self._end(done, more))
        work.start()

    def _since(self, chosen: Chosen, seen: forgetting.Copies) -> forgetting.Forgotten:
        since = forgetting.made_since(seen, forgetting.copies_of(self._who))
        return forgetting.forget_in_copies(self._who, chosen, since)

    def _end(self, done: forgetting.Forgotten, more: object) -> None:
        self._free()
        done = forgetting.together(done, more) if isinstance(more, forgetting.Forgotten) else done
        clear(self._lines)
        self._ticks.clear()
        self._part(_("Done"), done_words(self._name, done))
        if self._files:
            self._part(_("Papers made, to delete yourself"), self._files)
        self._said.setText(self._how_back())
        self._go.hide()
        self._cancel.setText(_("Close"))
        self._cancel.setFocus()

    def _free(self) -> None:
        self.killTimer(self._count)
        self._busy = False
        self._cancel.setEnabled(True)

    def _how_back(self) -> str:
        return _(
            "Ctrl+Z brings everything back into the dossier as long as it stays open; the copies stay without them."
        )

    @override
    def timerEvent(self, event: object) -> None:
        words = _("Safe copies: {count} of {whole} looked through…")
        self._said.setText(words.format(count=self._read, whole=len(self._copies.entries)))

    @override
    def reject(self) -> None:
        if not self._busy:  # a copy being rewritten is whole at any moment, but what was done is to be said
            super().reject()


def forget_people(workspace: Workspace, ids: Sequence[int], parent: QWidget | None = None) -> bool:
    """Show what deleting people everywhere touches, do it where that is wished, and tell whether it was done."""
    from msp_desktop.ui.widgets.modal import run

    workspace.flush()
    dialog = ForgetDialog(workspace, ids, parent)
    run(dialog, workspace)
    return dialog.done_with
