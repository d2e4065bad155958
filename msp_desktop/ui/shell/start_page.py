"""The start page: the known dossiers, what is due in them this week, a new one, another one, the sample."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from msp_desktop import fleet
from msp_desktop.domain.week import TownWeek, Week, week_of
from msp_desktop.i18n import _, ngettext
from msp_desktop.services.preferences import Preferences
from msp_desktop.ui.shell.known_list import LEAST, LEAST_ALONE, KnownList
from msp_desktop.ui.shell.week_panel import WeekPanel
from msp_desktop.ui.shell.work import Work
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.after_paint import after_paint
from msp_desktop.ui.widgets.banner import Banner
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.labels import Label, page_title, title
from msp_desktop.ui.widgets.layouts import column, framed, holder, row, scrolled
from msp_desktop.ui.widgets.locking import hold

#: Width of the week's panel, and the least of the page for it to stand beside the dossiers, in pixels at 100 %.
_PANEL, _BESIDE = 400, 1180
#: Letters of a commune's name on the button.
_LONGEST = 40
#: Above this text size the buttons stand on two lines.
_LARGE_SCALE = 1.3
#: The least height of the week where it stands under the dossiers.
_UNDER = 320


class StartPage(QWidget):
    """Say what each button wishes; the window does it. `request_place(path, tab, target)` is to open a dossier there.

    `request_keep(what, path)` is to do to a dossier one of `known_list.KEEPING`, `request_manage` to see all there are,
    `request_undo` to take back what was just done to one. `found_missing(path, missing)` tells whether a file is there.
    """

    request_open = Signal(str)
    request_browse = Signal()
    request_new = Signal()
    request_sample = Signal()
    request_restore = Signal()
    request_federation = Signal()
    request_find = Signal(str)
    request_keep = Signal(str, str)
    request_manage = Signal()
    request_undo = Signal()
    found_missing = Signal(str, bool)
    read_all = Signal(int)
    request_place = Signal(str, str, object)
    request_week = Signal(object)

    def __init__(self, preferences: Preferences, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._towns: dict[str, TownWeek] = {}
        self._entries = preferences.listed()
        self._banner, self._done = Banner(), Banner(done=True)
        self._banner.request_action.connect(self.request_restore)
        self._done.request_action.connect(self.request_undo)
        #: The list and the week beside it, where any dossier is known.
        self._known = KnownList(self._entries, today) if self._entries else None
        self._week = WeekPanel() if self._entries else None
        self._open = MainButton("", "arrow")
        #: The week stands at the right, as high as the window, or under the dossiers, in what scrolls.
        self._inner = column(holder(self._left(), "scrolled"), margins=(24, 20, 16, 12), spacing=16)
        self._outer = row(scrolled(holder(self._inner, "scrolled"), _("Start")), spacing=0)
        self._outer.setStretch(0, 1)
        self.setLayout(self._outer)
        if self._week is not None:
            self._inner.addWidget(self._week)
        if self._known is not None:
            self._show_week()
            after_paint(self, self._read)

    def focus_first(self) -> None:
        """Give the keyboard to the dossiers, or to what begins one: what had it may have gone with the page before."""
        (self._known or self._new).setFocus()

    def say(self, sentence: str) -> None:
        """Say why a dossier could not be opened."""
        self._banner.say(sentence, _("Restore a copy") if sentence else "")

    def say_done(self, sentence: str) -> None:
        """Say what was just done to a dossier, and offer to take it back."""
        self._done.say(sentence, _("Undo"))

    def week(self) -> Week:
        """Return the week of the dossiers read so far."""
        return week_of(
            tuple(self._towns[entry.path] for entry in self._entries if entry.path in self._towns), self._today
        )

    # --- making --------------------------------------------------------------------------------------

    def _left(self) -> QBoxLayout:
        self._new = new = (PlainButton if self._entries else MainButton)(_("New dossier"), "plus")
        browse = PlainButton(_("Open a file…"), "folder")
        manage = LinkButton(_("Put away, find again…"), "folder")
        manage.clicked.connect(self.request_manage)
        sample = (LinkButton if self._entries else PlainButton)(_("Sample commune"), "star")
        restore = LinkButton(_("Restore a copy"), "undo")
        federation = LinkButton(_("Federation…"), "people")
        federation.clicked.connect(self.request_federation)
        new.clicked.connect(self.request_new)
        browse.clicked.connect(self.request_browse)
        sample.clicked.connect(self.request_sample)
        hold("DisableSample", sample)
        restore.clicked.connect(self.request_restore)
        large = theme().scale > _LARGE_SCALE
        lines: list[list[QWidget]]
        links: list[list[QWidget]]
        if self._known is not None and self._week is not None:
            box = self._dossiers(self._known, self._week)
            lines = [[self._open], [new, browse]] if large else [[self._open, new, browse]]
            links = [[manage, restore], [sample, federation]] if large else [[manage, restore, sample, federation]]
        else:
            box = self._welcome()
            lines = [[new, sample], [browse]] if large else [[new, sample, browse]]
            links = [[restore], [manage], [federation]] if large else [[restore, manage, federation]]
        box.addSpacing(8)
        for line in (*lines, *links):
            box.addLayout(row(*line, -1))
        box.addSpacing(8)
        box.addWidget(_promises(in_one=self._known is not None and not large))
        box.addStretch(1)
        frame = self._known.parentWidget() if self._known is not None else None
        if frame is not None and self._known is not None:
            frame.setMaximumHeight(self._known.maximumHeight() + 2)
            box.setStretch(box.indexOf(frame), 1000)  # as high as it needs, or as there is room
        return box

    def _welcome(self) -> QBoxLayout:
        words = _("Make your commune's dossier: its name is enough to begin. Or look at the sample first.")
        if fleet.present().forbids("DisableSample"):
            words = _("Make your commune's dossier: its name is enough to begin.")
        return column(
            page_title("Santé 100 jours"),
            Label(_("The first hundred days of a health project, step by step."), tone="soft"),
            8,
            self._banner,
            self._done,
            title(_("Welcome")),
            Label(words, wrap=True),
            spacing=8,
        )

    def _dossiers(self, known: KnownList, week: WeekPanel) -> QBoxLayout:
        count = len(self._entries)
        known.request_open.connect(self.request_open)
        known.request_find.connect(self.request_find)
        known.request_keep.connect(self.request_keep)
        known.chosen.connect(lambda _path: self._name_button(known))
        week.request_place.connect(self.request_place)
        week.request_print.connect(lambda: self.request_week.emit(self.week()))
        self._open.clicked.connect(known.open_chosen)
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
            self._done,
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
        self.found_missing.emit(town.path, town.gone)
        self._known.show_towns(self._towns)
        self._name_button(self._known)
        self._show_week()
        if len(self._towns) == len(self._entries):
            self.read_all.emit(sum(not one.problem for one in self._towns.values()))

    def _show_week(self) -> None:
        if self._week is not None:
            self._week.show_week(self.week(), reading=len(self._towns) < len(self._entries))

    def _name_button(self, known: KnownList) -> None:
        path = known.current_key()
        entry = next((entry for entry in self._entries if entry.path == path), self._entries[0])
        name = entry.name or Path(entry.path).stem
        shown = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
        words = _("Find {name} again…") if known.is_missing(path) else _("Open {name}")
        self._open.setText(words.format(name=shown.replace("&", "&&")))
        self._open.setAccessibleName(words.format(name=name))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._week is None:
            return
        beside = self.width() >= theme().px(_BESIDE)
        (self._outer if beside else self._inner).addWidget(self._week)
        self._week.stand(beside=beside)
        if self._known is not None:
            self._known.keep_in_sight(LEAST if beside else LEAST_ALONE)
        self._week.setFixedWidth(theme().px(_PANEL)) if beside else self._week.setMaximumWidth(16_777_215)
        self._week.setMinimumSize(theme().px(_PANEL) if beside else 0, 0 if beside else theme().px(_UNDER))


def _promises(*, in_one: bool) -> Label:
    """Return what is promised, one under the other or each after the other."""
    promises: tuple[str, ...] = (
        _("Nothing leaves this computer: no account, no internet."),
        _("Nothing to save: each word is kept as it is typed."),
        _("Safe copies are made as you work, here and in Documents."),
    )
    if in_one:  # a line breaks between two of them
        promises = tuple(words.replace(" ", "\u00a0") for words in promises)
    return Label(
        ("     " if in_one else "\n").join(f"✓\u00a0\u00a0{words}" for words in promises), tone="soft", wrap=True
    )


def _town_at(path: str, today: date) -> TownWeek:
    from msp_desktop.services.week import town_at  # with SQLAlchemy: not before the first paint

    return town_at(Path(path), today)
