"""The start page: the known dossiers, what is due in them this week, a new one, another one, the sample."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.domain.week import TownWeek, Week, week_of
from msp_desktop.i18n import _, ngettext
from msp_desktop.services.preferences import Preferences, Recent
from msp_desktop.ui.shell.known_list import KnownList
from msp_desktop.ui.shell.week_panel import WeekPanel
from msp_desktop.ui.shell.work import Work
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.after_paint import after_paint
from msp_desktop.ui.widgets.banner import Banner
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.labels import Label, page_title, title
from msp_desktop.ui.widgets.layouts import column, framed, holder, row, scrolled

#: Width of the week's panel, and the least of the page for it to stand beside the dossiers, in pixels at 100 %.
_PANEL, _BESIDE = 400, 1180
#: Letters of a commune's name on the button.
_LONGEST = 40
#: Above this text size the buttons stand on two lines.
_LARGE_SCALE = 1.3
#: The least height of the week where it stands under the dossiers.
_UNDER = 320


class StartPage(QWidget):
    """Say what each button wishes; the window does it. `request_place(path, tab, target)` is to open a dossier there."""

    request_open = Signal(str)
    request_browse = Signal()
    request_new = Signal()
    request_sample = Signal()
    request_restore = Signal()
    request_forget = Signal(str)
    request_remember = Signal()
    request_place = Signal(str, str, object)
    request_week = Signal(object)

    def __init__(self, preferences: Preferences, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._towns: dict[str, TownWeek] = {}
        self._entries = preferences.recent
        self._banner, self._forgotten = Banner(), Banner()
        self._banner.request_action.connect(self.request_restore)
        self._forgotten.request_action.connect(self.request_remember)
        #: The list and the week beside it, where any dossier is known.
        self._known = KnownList(self._entries, today) if self._entries else None
        self._week = WeekPanel() if self._entries else None
        self._open = MainButton("", "arrow")
        left = holder(self._left(), "scrolled")
        # One under the other until there is room: what asks for the room of both could never be made narrower.
        self._outer = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(24)
        self._outer.addWidget(left, 1)
        if self._week is not None:
            self._outer.addWidget(self._week)
        whole = column(scrolled(holder(self._outer, "scrolled"), _("Start")), margins=(24, 20, 16, 12))
        self.setLayout(whole)
        if self._known is not None:
            self._show_week()
            self._known.setFocus()
            after_paint(self, self._read)

    def say(self, sentence: str) -> None:
        """Say why a dossier could not be opened."""
        self._banner.say(sentence, _("Restore a copy") if sentence else "")

    def say_forgotten(self, entry: Recent) -> None:
        """Say that a dossier is no longer in the list, where its file still is, and offer to put it back."""
        name = entry.name or Path(entry.path).stem
        words = _("« {name} » is no longer in this list; its file stays where it is: {path}")
        self._forgotten.say(words.format(name=name, path=entry.path), _("Put it back"))

    def week(self) -> Week:
        """Return the week of the dossiers read so far."""
        return week_of(
            tuple(self._towns[entry.path] for entry in self._entries if entry.path in self._towns), self._today
        )

    # --- making --------------------------------------------------------------------------------------

    def _left(self) -> QBoxLayout:
        new = (PlainButton if self._entries else MainButton)(_("New dossier"), "plus")
        browse = PlainButton(_("Open…"), "folder")
        sample = LinkButton(_("Sample commune"), "star")
        restore = LinkButton(_("Restore a copy"), "undo")
        new.clicked.connect(self.request_new)
        browse.clicked.connect(self.request_browse)
        sample.clicked.connect(self.request_sample)
        restore.clicked.connect(self.request_restore)
        if self._known is not None and self._week is not None:
            box = self._dossiers(self._known, self._week)
            box.addSpacing(8)
            if theme().scale <= _LARGE_SCALE:
                box.addLayout(row(self._open, new, browse, -1))
            else:
                box.addLayout(column(row(self._open, -1), row(new, browse, -1)))
        else:
            box = self._welcome()
            box.addSpacing(8)
            box.addLayout(row(new, browse, -1))
        box.addLayout(row(restore, sample, -1))
        box.addSpacing(12)
        for words in (
            _("Nothing leaves this computer: no account, no internet."),
            _("Nothing to save: each word is kept as it is typed."),
            _("Safe copies are made as you work, here and in Documents."),
        ):
            box.addWidget(Label(f"✓  {words}", tone="soft", wrap=True))
        box.addStretch(1)
        return box

    def _welcome(self) -> QBoxLayout:
        words = _("Make your commune's dossier: its name is enough to begin. Or look at the sample first.")
        return column(
            page_title("Santé 100 jours"),
            Label(_("The first hundred days of a health project, step by step."), tone="soft"),
            8,
            self._banner,
            self._forgotten,
            title(_("Welcome")),
            Label(words, wrap=True),
            spacing=8,
        )

    def _dossiers(self, known: KnownList, week: WeekPanel) -> QBoxLayout:
        count = len(self._entries)
        known.request_open.connect(self.request_open)
        known.request_forget.connect(self.request_forget)
        known.chosen.connect(lambda _path: self._name_button(known))
        week.request_place.connect(self.request_place)
        week.request_print.connect(lambda: self.request_week.emit(self.week()))
        self._open.clicked.connect(lambda: self.request_open.emit(str(known.current_key())))
        self._name_button(known)
        words = ngettext(
            "{count} dossier, looked at without being opened. Enter opens it.",
            "{count} dossiers, looked at without being opened. Enter opens the one chosen.",
            count,
        )
        return column(
            page_title(ngettext("My commune", "My communes", count)),
            Label(words.format(count=count), tone="soft", wrap=True),
            8,
            self._banner,
            self._forgotten,
            framed(known),
            spacing=8,
        )

    # --- reading, showing ----------------------------------------------------------------------------

    def _read(self) -> None:
        """Read each dossier in a thread of its own: one on a share that does not answer keeps no other waiting."""
        for entry in self._entries:
            work = Work(lambda path=entry.path: _town_at(path, self._today), self)  # type: ignore[misc]
            work.ended.connect(self._on_read)
            work.start()

    def _on_read(self, town: object) -> None:
        if not isinstance(town, TownWeek) or self._known is None:
            return
        self._towns[town.path] = town
        self._known.show_towns(self._towns)
        self._show_week()

    def _show_week(self) -> None:
        if self._week is not None:
            self._week.show_week(self.week(), reading=len(self._towns) < len(self._entries))

    def _name_button(self, known: KnownList) -> None:
        path = known.current_key()
        entry = next((entry for entry in self._entries if entry.path == path), self._entries[0])
        name = entry.name or Path(entry.path).stem
        shown = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
        self._open.setText(_("Open {name}").format(name=shown.replace("&", "&&")))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._week is None:
            return
        beside = self.width() >= theme().px(_BESIDE)
        self._outer.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._week.setMinimumWidth(theme().px(_PANEL) if beside else 0)
        self._week.setMaximumWidth(theme().px(_PANEL) if beside else 16_777_215)
        self._week.setMinimumHeight(0 if beside else theme().px(_UNDER))


def _town_at(path: str, today: date) -> TownWeek:
    from msp_desktop.services.week import town_at  # with SQLAlchemy: not before the first paint

    return town_at(Path(path), today)
