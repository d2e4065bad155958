"""The start page: known dossiers, a new one, another one, the sample."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.domain.schedule import LAST_DAY, PHASES, day_number
from msp_desktop.formats.quick import near_date
from msp_desktop.i18n import _, language
from msp_desktop.services.preferences import Preferences, Recent
from msp_desktop.services.summary import short_day_words
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.banner import Banner
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.labels import Label, page_title, title
from msp_desktop.ui.widgets.layouts import column, framed, holder, row, scrolled
from msp_desktop.ui.widgets.list_rows import ARMS, ListRow, RowList, Stretch, Words

#: Height of a known dossier, in pixels at 100 %.
_HEIGHT = 64


class _Known(RowList):
    """Emit `request_open(path)` on Enter or a click, `request_forget(path)` on Delete."""

    request_open = Signal(str)
    request_forget = Signal(str)

    def __init__(self, entries: tuple[Recent, ...], today: date) -> None:
        super().__init__(_("Your dossiers"))
        places = _places(entries)
        self.show_rows([_row(entry, today, places.get(entry.path, "")) for entry in entries])
        self.setFixedHeight(min(len(entries), 5) * theme().px(_HEIGHT) + 2)
        if entries:
            self.select(entries[0].path)
        self.clicked.connect(lambda _index: self.request_open.emit(self.current_key()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        path = self.current_key()
        if path is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.request_open.emit(path)
            return
        if path is not None and event.key() == Qt.Key.Key_Delete:
            self.request_forget.emit(path)
            return
        super().keyPressEvent(event)


class StartPage(QWidget):
    """Say what each button wishes; the window does it."""

    request_open = Signal(str)
    request_browse = Signal()
    request_new = Signal()
    request_sample = Signal()
    request_restore = Signal()
    request_forget = Signal(str)

    def __init__(self, preferences: Preferences, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banner = Banner()
        self._banner.request_action.connect(self.request_restore)
        new = MainButton(_("New dossier"), "plus")
        browse = PlainButton(_("Open…"), "folder")
        sample = LinkButton(_("Sample commune"), "star")
        restore = LinkButton(_("Restore a copy"), "undo")
        new.clicked.connect(self.request_new)
        browse.clicked.connect(self.request_browse)
        sample.clicked.connect(self.request_sample)
        restore.clicked.connect(self.request_restore)
        box = column(
            page_title("Santé 100 jours"),
            Label(_("The first hundred days of a health project, step by step."), tone="soft"),
            8,
            self._banner,
            spacing=8,
        )
        if preferences.recent:
            known = _Known(preferences.recent, today)
            known.request_open.connect(self.request_open)
            known.request_forget.connect(self.request_forget)
            box.addWidget(title(_("Your dossiers")))
            box.addWidget(framed(known))
            known.setFocus()
        else:
            box.addWidget(title(_("Welcome")))
            words = _("Make your commune's dossier: its name is enough to begin. Or look at the sample first.")
            box.addWidget(Label(words, wrap=True))
        box.addSpacing(8)
        box.addLayout(row(new, browse, -1, restore, sample))
        box.addSpacing(16)
        for words in (
            _("Nothing leaves this computer: no account, no internet."),
            _("Nothing to save: each word is kept as it is typed."),
            _("Safe copies are made as you work, here and in Documents."),
        ):
            box.addWidget(Label(f"✓  {words}", tone="soft"))
        box.addStretch(1)
        inner = holder(box, "scrolled")
        inner.setFixedWidth(min(theme().px(620), 1200))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(48, 36, 24, 16)
        outer.addWidget(scrolled(holder(row(inner, -1), "scrolled"), _("Start")))

    def say(self, sentence: str) -> None:
        """Say why a dossier could not be opened."""
        self._banner.say(sentence, _("Restore a copy") if sentence else "")


def _places(entries: tuple[Recent, ...]) -> dict[str, str]:
    """Return what tells apart the dossiers that bear the same name: their files' names, or else where these are."""
    found = {}
    for entry in entries:
        twins = [Path(one.path) for one in entries if (one.name, one.department) == (entry.name, entry.department)]
        if len(twins) > 1:
            path = Path(entry.path)
            alone = [twin.stem for twin in twins].count(path.stem) == 1
            found[entry.path] = path.stem if alone else entry.path
    return found


def _row(entry: Recent, today: date, place: str) -> ListRow:
    zero, opened = _day(entry.day_zero), _day(entry.opened_on)
    corner = ""
    if opened:
        days = (today - opened).days
        corner = {0: _("today"), 1: _("yesterday")}.get(days) or near_date(opened, today, language())
    name = entry.name or Path(entry.path).stem
    return ListRow(
        entry.path,
        name,
        _HEIGHT,
        ", ".join(filter(None, (name, entry.department, place))),
        size=1.25,
        lead=ARMS,
        tail=entry.department,
        second=Words(", ".join(filter(None, (short_day_words(zero, today), place))) if zero else entry.path),
        meter=_meter(day_number(zero, today)) if zero else (),
        corner=corner,
    )


def _meter(day: int) -> tuple[Stretch, ...]:
    """Return the three phases, each darker as far as the days have gone."""
    found, whole = [], LAST_DAY + 1
    for number, (first, last) in PHASES.items():
        reached = first + min(max(day + 1 - first, 0), last + 1 - first)
        found.append(Stretch(first / whole, (last + 1) / whole, f"p{number}"))
        found.append(Stretch(first / whole, reached / whole, f"p{number}_ink"))
    return tuple(found)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
