"""What the header's chips count, and where each leads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer

from msp_desktop.domain.follow_ups import FollowUp
from msp_desktop.i18n import _, ngettext
from msp_desktop.services.follow_ups import all_due
from msp_desktop.services.journal import drafts
from msp_desktop.ui.shell.chip import ChipWords
from msp_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from msp_desktop.ui.main_window import MainWindow


class HeaderChip(Struct, frozen=True):
    """A chip by its key in the header: what it says of a dossier (None: it is not there), and what pressing it does."""

    key: str
    words: Callable[[Workspace], ChipWords | None]
    act: Callable[[MainWindow], object]


def follow_up_words(workspace: Workspace) -> ChipWords | None:
    """Return « 2 relances », those due or late; nothing where none is."""
    due = all_due(workspace.reader, workspace.today())
    if not due:
        return None
    late = sum(one.days_late > 0 for one in due)
    words = ngettext("{count} follow-up", "{count} follow-ups", len(due)).format(count=len(due))
    tip = ngettext("{count} of them late", "{count} of them late", late).format(count=late) if late else _("due today")
    return ChipWords(words, str(len(due)), "clock", tip)


def vigilance_words(workspace: Workspace) -> ChipWords:
    """Return « 2 points de vigilance »; « rien à signaler », soft, where there is none: it opens all the same."""
    from msp_desktop.services.vigilance_facts import standing  # not before the first paint

    count = standing(workspace.reader, workspace.today())
    if not count:
        return ChipWords(_("nothing to watch"), "0", "check", kind="soft")
    words = ngettext("{count} point to watch", "{count} points to watch", count).format(count=count)
    return ChipWords(words, str(count), "warning", kind="late")


def sentence_at_start(workspace: Workspace) -> str:
    """Return what is said once of the follow-ups due when a dossier opens: « 2 relances : Mme Roux (8 jours de retard)… »."""
    due = all_due(workspace.reader, workspace.today())
    begun = len(drafts(workspace.reader))
    said = []
    if due:
        shown = [_due_words(one) for one in due[:_SAID]]
        words = ngettext("{count} follow-up: {them}", "{count} follow-ups: {them}", len(due))
        said.append(words.format(count=len(due), them=", ".join(shown) + ("…" if len(due) > _SAID else "")))
    if begun:
        words = ngettext("{count} exchange to finish noting", "{count} exchanges to finish noting", begun)
        said.append(words.format(count=begun))
    return ". ".join(said)


def _due_words(one: FollowUp) -> str:
    named = one.whom or one.what or _("to follow up")
    if not one.days_late:
        return _("{whom} (today)").format(whom=named)
    return ngettext("{whom} ({count} day late)", "{whom} ({count} days late)", one.days_late).format(
        whom=named, count=one.days_late
    )


#: Follow-ups named in one line.
_SAID = 3

CHIPS = (
    HeaderChip("follow_ups", follow_up_words, lambda window: window.go_to("actors", ("journal", None))),
    HeaderChip("vigilances", vigilance_words, lambda window: window.turn_panel("vigilances")),
)


class Chips(QObject):
    """Keep the chips of a window true: once for all that changes in one turn, and not before the first paint."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._ready = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.show_now)

    def begin(self) -> None:
        """Show the chips of a dossier that has just been painted, and say once what is due."""
        self._ready = True
        self.show_now()
        workspace = self._window.workspace
        sentence = sentence_at_start(workspace) if workspace is not None else ""
        if sentence:
            self._window.say(sentence)

    def end(self) -> None:
        """Hide the chips: the dossier is closed."""
        self._ready = False
        self._timer.stop()
        for chip in CHIPS:
            self._window.header.show_chip(chip.key, None)

    def refresh(self) -> None:
        """Show soon what the chips say now."""
        if self._ready:
            self._timer.start()

    def show_now(self) -> None:
        """Show what the chips say now."""
        workspace = self._window.workspace
        if workspace is not None:
            for chip in CHIPS:
                words = chip.words(workspace)
                is_open = words is not None and chip.key == self._window.panel_open()
                self._window.header.show_chip(chip.key, replace(words, on=True) if words and is_open else words)

    def press(self, key: str) -> None:
        """Do what a chip is there for."""
        for chip in CHIPS:
            if chip.key == key:
                chip.act(self._window)
