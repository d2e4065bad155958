"""The safe copies: when each was made, what it holds, what changed since, where it lies, and whether it is whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from msp_desktop.db.copies import State
from msp_desktop.i18n import _
from msp_desktop.services.copy_list import Described, Listed, described, places_words, rows_of
from msp_desktop.services.recovery_words import moment_words
from msp_desktop.ui.shell.work import Work
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import Label, title
from msp_desktop.ui.widgets.layouts import column, framed
from msp_desktop.ui.widgets.list_rows import ListRow, RowList, Words
from msp_desktop.ui.widgets.locking import hold
from msp_desktop.ui.widgets.said import Said
from msp_desktop.ui.widgets.sizes import FORM, sized
from msp_desktop.ui.widgets.tab_order import set_tab_order

LOOK, TAKE, BROWSE, STICK = "look", "take", "browse", "stick"
#: Height of a row, in pixels at 100 %.
_HEIGHT = 56
_USABLE = (State.PROVED, State.UNPROVED)


class CopiesDialog(Dialog):
    """Show copies, each read in the background and compared with the dossier as it is at `present`, a snapshot of it.

    `choice` is what was chosen to do, with the `path` of the copy. `unseen` says which copies are not in the list.
    """

    def __init__(
        self,
        entries: list[Listed],
        present: sqlite3.Connection | None,
        parent: QWidget | None = None,
        *,
        unseen: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Safe copies"))
        sized(self, FORM, 520)
        self.choice, self.path = "", Path()
        self._entries = {str(entry.copy.path): entry for entry in entries}
        self._known: dict[str, Described] = {}
        self._present = present
        self._rows: dict[type[Any], dict[int, Any]] | None = None
        self._waiting = list(self._entries)
        self.rows = RowList(_("Safe copies"))
        self._said = Said("", wrap=True, tone="soft")
        self._said.setMinimumHeight(theme().px(44))
        self._look = MainButton(_("Look at it"), "search")
        self._take = PlainButton(_("Take it again…"), "undo")
        browse = LinkButton(_("Browse…"), "folder")
        stick = LinkButton(_("Copy to a stick…"), "copy")
        close = PlainButton(_("Close"))
        for button, choice in ((self._look, LOOK), (self._take, TAKE), (browse, BROWSE), (stick, STICK)):
            button.clicked.connect(partial(self._choose, choice))
        close.clicked.connect(self.reject)
        hold("DisableStick", stick)
        if present is None:
            stick.hide()
        empty = Label(
            _("There is no copy yet: the first one is made some seconds after the first change."),
            tone="soft",
            wrap=True,
        )
        if entries:
            empty.hide()
        lacking = Label(unseen, tone="late", wrap=True)
        lacking.setVisible(bool(unseen))
        buttons = foot(close, self._look, beside=(browse, stick, self._take))
        box = column(
            title(_("Safe copies")),
            lacking,
            empty,
            framed(self.rows),
            self._said,
            buttons,
            margins=(24, 18, 24, 16),
            spacing=10,
        )
        box.setStretch(3, 1)
        self.setLayout(box)
        self.rows.chosen.connect(lambda _key: self._refresh())
        self.rows.doubleClicked.connect(lambda _index: self._choose(LOOK))
        self._show()
        if entries:
            self.rows.select(str(entries[0].copy.path))
        set_tab_order(self)
        (self.rows if entries else browse).setFocus()
        self._refresh()
        self._read_next()

    def _choose(self, choice: str, _checked: bool = False) -> None:
        key = self.rows.current_key()
        if choice in (LOOK, TAKE):
            if key is None or not (self._look if choice == LOOK else self._take).isEnabled():
                return
            self.path = Path(str(key))
        self.choice = choice
        self.accept()

    def _read_next(self) -> None:
        """Read the copy chosen first, then the others from the newest on."""
        chosen = self.rows.current_key()
        if not self._waiting:
            return
        key = str(chosen) if chosen in self._waiting else self._waiting[0]
        self._waiting.remove(key)
        work = Work(partial(self._described, Path(key)), self)
        work.ended.connect(partial(self._on_read, key))
        work.start()

    def _described(self, path: Path) -> Described:
        """Read a copy, in a thread; what the dossier holds now is read there too, once."""
        if self._present is not None and self._rows is None:
            with closing(self._present) as memory:
                self._rows = rows_of(memory)
        return described(path, self._rows)

    def _on_read(self, key: str, found: object) -> None:
        self._known[key] = found if isinstance(found, Described) else Described(State.UNREADABLE)
        self._show()
        self._refresh()
        self._read_next()

    def _show(self) -> None:
        self.rows.show_rows([_row(key, entry, self._known.get(key)) for key, entry in self._entries.items()])

    def _refresh(self) -> None:
        key = self.rows.current_key()
        known = self._known.get(str(key)) if key is not None else None
        usable = known is not None and known.state in _USABLE
        self._look.setEnabled(usable)
        self._take.setEnabled(usable)
        self._said.setText(_details(known, comparing=self._present is not None) if key is not None else "")


def _row(key: str, entry: Listed, known: Described | None) -> ListRow:
    moment = moment_words(entry.copy.made_at) or entry.copy.path.name
    day = _("day {day}").format(day=known.day) if known is not None and known.day is not None else ""
    kept = _("before another copy was put in its place") if entry.copy.name.endswith("_remplace") else ""
    where, words = places_words(entry), _state_words(known)
    holds = ", ".join(filter(None, (known.commune, known.holds, kept))) if known is not None else _("Being read…")
    return ListRow(
        key,
        moment,
        _HEIGHT,
        ", ".join(filter(None, (moment, day, holds, where, words))),
        tail=", ".join(filter(None, (day, where))),
        second=Words(holds, "ink2"),
        columns=(Words(words, _tone(known), width=130),),
    )


def _state_words(known: Described | None) -> str:
    if known is None:
        return ""
    return {
        State.PROVED: _("whole"),
        State.UNPROVED: _("nothing wrong found"),
        State.DAMAGED: _("damaged"),
        State.FOREIGN: _("not a copy"),
        State.LATER: _("later version"),
        State.UNREADABLE: _("not readable"),
    }[known.state]


def _tone(known: Described | None) -> str:
    if known is None or known.state is State.UNPROVED:
        return "ink2"
    return "done" if known.state is State.PROVED else "late"


def _details(known: Described | None, *, comparing: bool) -> str:
    """Say what changed since the copy, or why it cannot be used."""
    if known is None:
        return _("Being read…")
    if known.state is State.DAMAGED:
        return _("This copy is damaged: choose the one before.")
    if known.sentence:
        return known.sentence
    if not comparing:
        return f"{known.commune}, {known.holds}. " + _("« Look at it » opens it without changing anything.")
    if not known.since:
        return _("Since this copy, nothing has changed in people, actions, meetings or exchanges.")
    return _("Since this copy, changed: {what}.").format(what=known.since)
