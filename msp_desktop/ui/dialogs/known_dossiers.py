"""All dossiers of this computer: those of the start page, those of the archive, those that no list names."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from msp_desktop.errors import UserError
from msp_desktop.files import is_gone
from msp_desktop.formats.quick import long_date
from msp_desktop.i18n import _, language
from msp_desktop.services.known_dossiers import unlisted
from msp_desktop.services.preferences import Recent
from msp_desktop.ui.shell import keeping
from msp_desktop.ui.shell.known_list import day_of
from msp_desktop.ui.shell.work import Work
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import Label, title
from msp_desktop.ui.widgets.layouts import column, framed, row
from msp_desktop.ui.widgets.list_rows import ARMS, ListRow, RowList, Words
from msp_desktop.ui.widgets.own_arms import own_mark
from msp_desktop.ui.widgets.said import Said
from msp_desktop.ui.widgets.sizes import LIST, sized

if TYPE_CHECKING:
    from msp_desktop.ui.main_window import MainWindow

#: Heights of a dossier and of what heads a group, in pixels at 100 %.
_HEIGHT, _HEAD = 56, 30
#: From this text size there is room for less.
_LARGE_SCALE = 1.4


class _Seen(Struct, frozen=True):
    """What a look at the files told: those in no list, those that are not found."""

    others: tuple[str, ...]
    gone: frozenset[str]


class KnownDossiers(Dialog):
    """Show them in three groups, and do to the one chosen what a button says; accepted, `path` is the one to open."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(_("Put away, find again"))
        sized(self, LIST, 560)
        self._window, self.path = window, ""
        self._seen = _Seen((), frozenset())
        self.rows = RowList(_("All dossiers"))
        self._said = Said("", wrap=True, tone="soft")
        self._undo = LinkButton(_("Undo"), "undo")
        self._rename = PlainButton(_("Rename…"))
        self._archive, self._back = PlainButton(_("Put in the archive")), PlainButton(_("Put in the list"))
        self._bin = PlainButton(_("Put in the recycle bin…"))
        browse, close = LinkButton(_("Look elsewhere…"), "folder"), PlainButton(_("Close"))
        self._open = MainButton(_("Open"), "arrow")
        for button, act in (
            (self._rename, partial(self._act, keeping.rename)),
            (self._archive, partial(self._act, keeping.archive)),
            (self._back, partial(self._act, keeping.bring_back)),
            (self._bin, partial(self._act, keeping.put_in_bin)),
            (self._undo, self._on_undo),
            (browse, self._on_browse),
            (close, self.reject),
            (self._open, self._on_open),
        ):
            button.clicked.connect(lambda _checked=False, act=act: act())
        self._undo.hide()
        words = _("The archive keeps dossiers out of the list. Their files stay where they are.")
        does = [self._rename, self._archive, self._back, self._bin]
        lines = (
            [row(*does, -1)]
            if theme().scale < _LARGE_SCALE
            else [row(*does[:1], *does[2:3], -1), row(does[1], does[3], -1)]
        )
        said = row(self._said, self._undo)
        said.setStretch(0, 1)
        box = column(
            title(_("All dossiers of this computer")),
            Label(words, tone="soft", wrap=True),
            framed(self.rows),
            *lines,
            said,
            foot(close, self._open, beside=(browse,)),
            margins=(24, 18, 24, 16),
            spacing=10,
        )
        box.setStretch(2, 1)
        self.setLayout(box)
        self.rows.chosen.connect(lambda _key: self._refresh())
        self.rows.doubleClicked.connect(lambda _index: self._on_open())
        self._show()
        self._look()

    def _look(self) -> None:
        """Look for the files in a thread: a share may not answer."""
        recent = tuple(entry.path for entry in self._window.preferences.recent)
        work = Work(lambda: _seen(recent), self)
        work.ended.connect(self._on_seen)
        work.start()

    def _on_seen(self, found: object) -> None:
        if isinstance(found, _Seen):
            self._seen = found
            self._show()
        elif isinstance(found, UserError):
            self._said.setText(found.sentence)

    def _show(self) -> None:
        recent = self._window.preferences.recent
        known = {entry.path for entry in recent}
        others = [keeping.entry_of(self._window, path) for path in self._seen.others if path not in known]
        rows: list[ListRow] = []
        for key, words, entries in (
            ("listed", _("On the start page"), [entry for entry in recent if not entry.archived]),
            ("archived", _("In the archive"), [entry for entry in recent if entry.archived]),
            ("others", _("In the folder of dossiers, in no list"), others),
        ):
            if entries:
                rows.append(ListRow(f"head|{key}", words, _HEAD, words, band="line", tail=str(len(entries))))
                rows += [self._row(entry) for entry in entries]
        self.rows.show_rows(rows)
        first = next((one for one in rows if not one.band), None)
        if self.rows.current_key() is None and first is not None:
            self.rows.select(first.key)
        if not rows:
            self._said.setText(_("There is no dossier yet."))
        self.rows.setFocus()
        self._refresh()

    def _row(self, entry: Recent) -> ListRow:
        name, gone = keeping.name_of(entry), entry.path in self._seen.gone
        opened = day_of(entry.opened_on)
        last = _("opened on {day}").format(day=long_date(opened, language())) if opened is not None else ""
        words = _("not found") if gone else last
        # With large letters there is no room for both the place and the day.
        beside = theme().scale < _LARGE_SCALE
        shown = Words(words, "late" if gone else "ink2", "warning" if gone else "", width=270)
        return ListRow(
            entry.path,
            name,
            _HEIGHT,
            ", ".join(filter(None, (name, entry.department, words, entry.path))),
            lead=ARMS,
            emblem=own_mark(entry.name or name, entry.department),
            tail=entry.department,
            second=Words(entry.path, "ink2") if beside or not words else shown,
            columns=(shown,) if beside else (),
        )

    def _refresh(self) -> None:
        path = self._chosen()
        entry = next((one for one in self._window.preferences.recent if one.path == path), None)
        gone = path in self._seen.gone
        for button in (self._rename, self._archive, self._bin, self._open):
            button.setEnabled(bool(path) and (not gone or button in (self._open, self._archive)))
        in_list = entry is not None and not entry.archived
        self._archive.setVisible(in_list or not path)
        self._back.setVisible(bool(path) and not in_list)
        self._open.setText(_("Find again…") if gone else _("Open"))

    def _chosen(self) -> str:
        return str(self.rows.current_key() or "")

    def _act(self, act: keeping.Act) -> None:
        """Do to the dossier chosen what a button says, and say here what that was."""
        path = self._chosen()
        self._window.just_done = None
        if not path:
            return
        act(self._window, path)
        self._after()

    def _after(self) -> None:
        done = self._window.just_done
        self._said.setText(done.sentence if done is not None else "")
        self._undo.setVisible(done is not None)
        self._show()
        self._look()

    def _on_undo(self) -> None:
        done, self._window.just_done = self._window.just_done, None
        if done is not None:
            done.undo()
        self._after()

    def _on_open(self) -> None:
        path = self._chosen()
        if not path:
            return
        if path in self._seen.gone:
            self.reject()
            keeping.find_again(self._window, path)
            return
        self.path = path
        self.accept()

    def _on_browse(self) -> None:
        from msp_desktop.ui.shell.actions import chosen_file

        found = chosen_file(self._window)
        if found is not None:
            self.path = str(found)
            self.accept()


def _seen(recent: Iterable[str]) -> _Seen:
    paths = tuple(recent)
    gone = frozenset(path for path in paths if is_gone(Path(path)))
    return _Seen(tuple(str(path.absolute()) for path in unlisted(paths)), gone)
