"""The pages about a damaged dossier: what can be done with it, and what became of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from msp_desktop.i18n import _
from msp_desktop.services.recovery import GoodCopy, Recovered, aside_path
from msp_desktop.services.recovery_words import copy_words, moment_words, told
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.labels import Label, hint, page_title, title
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled

#: The page is never wider, in pixels, whatever the text size.
_WIDTH, _WIDEST = 640, 1200


class DamagedPage(QWidget):
    """Say what each button wishes; `ui/shell/damaged.py` does it.

    `opens` tells that the dossier can be opened all the same: part of it only is not as it was written. While somebody is
    `looking` for its copies nothing can be chosen.
    """

    request_take = Signal()
    request_recover = Signal()
    request_other = Signal()
    request_return = Signal()
    request_start = Signal()

    def __init__(
        self,
        dossier: Path,
        sentence: str,
        copy: GoodCopy | None,
        today: date,
        *,
        opens: bool,
        looking: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        take = _("Take the copy of {moment} again").format(moment=moment_words(copy.made_at)) if copy else ""
        take = take if copy is None or copy.made_at else _("Take the last safe copy again")
        recover = PlainButton if copy else MainButton
        self._take = MainButton(take, "undo")
        self._recover = recover(_("Recover what can be read"), "search")
        self._other = LinkButton(_("Open another copy…"), "folder")
        self._return = LinkButton(_("Go on with this dossier as it is"))
        self._start = LinkButton(_("Start page"))
        self._busy = Label(tone="soft", wrap=True)
        self._busy.hide()
        for button, wish in (
            (self._take, self.request_take),
            (self._recover, self.request_recover),
            (self._other, self.request_other),
            (self._return, self.request_return),
            (self._start, self.request_start),
        ):
            button.clicked.connect(wish)
        box = column(page_title(_("This dossier is damaged.")), Label(dossier.name, tone="soft"), spacing=8)
        box.addWidget(
            Label(
                sentence or _("Its file is no longer as it was written: a disk or a stick may be failing."), wrap=True
            )
        )
        box.addSpacing(8)
        box.addWidget(title(_("The last good safe copy")))
        if copy is not None:
            box.addWidget(Label(moment_words(copy.made_at), bold=True))
            box.addWidget(Label(copy_words(copy), wrap=True))
            box.addLayout(row(self._take, -1))
            box.addWidget(hint(_("What you typed after that moment is not in it.")))
        else:
            self._take.hide()
            nothing = _("No safe copy of this dossier was found on this computer.")
            box.addWidget(Label(_("Looking for the last good safe copy…") if looking else nothing, wrap=True))
        box.addSpacing(8)
        box.addWidget(title(_("What is in the damaged file")))
        box.addLayout(row(self._recover, -1))
        box.addWidget(
            hint(
                _("A new dossier is made of all that can be read, then you are told what is in it and what is missing.")
            )
        )
        box.addWidget(self._busy)
        box.addSpacing(8)
        kept = aside_path(dossier, today).name
        box.addWidget(
            Label(
                _("Whatever you choose, the damaged file is kept beside it, as « {name} ».").format(name=kept),
                tone="soft",
                wrap=True,
            )
        )
        if not opens:
            self._return.hide()
        box.addLayout(row(self._other, self._return, self._start, -1, spacing=16))
        _lay_out(self, box)
        self._let_choose(not looking)

    def take_focus(self) -> None:
        """Put the keyboard on the first thing to do."""
        (self._recover if self._take.isHidden() else self._take).setFocus()

    def say_busy(self, sentence: str) -> None:
        """Say what is being done, and let nothing else begin; an empty sentence ends it."""
        self._busy.setText(sentence)
        self._busy.setVisible(bool(sentence))
        self._let_choose(not sentence)

    def _let_choose(self, may: bool) -> None:
        for button in (self._take, self._recover, self._other, self._return, self._start):
            button.setEnabled(may)


class RecoveredPage(QWidget):
    """Tell what became of a damaged dossier; emit `request_open` and `request_keep` (the list as a file)."""

    request_open = Signal()
    request_keep = Signal()

    def __init__(self, found: Recovered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = MainButton(_("Open the dossier"), "folder")
        keep = PlainButton(_("Keep this list…"))
        self._open.clicked.connect(self.request_open)
        keep.clicked.connect(self.request_keep)
        box = column(page_title(_("This is what was found again")), Label(found.path.name, tone="soft"), 4, spacing=8)
        for line in told(found):
            box.addLayout(column(Label(line.title, bold=True), Label(line.words, wrap=True), spacing=2))
        if found.kept is not None:
            box.addSpacing(4)
            kept = _("The damaged file is kept: « {name} ».").format(name=found.kept.name)
            box.addWidget(Label(kept, tone="soft", wrap=True))
        box.addSpacing(8)
        box.addLayout(row(self._open, keep, -1))
        _lay_out(self, box)

    def take_focus(self) -> None:
        """Put the keyboard on the first thing to do."""
        self._open.setFocus()


def _lay_out(page: QWidget, box: QLayout) -> None:
    inner = holder(column(box, -1), "scrolled")
    inner.setFixedWidth(min(theme().px(_WIDTH), _WIDEST))
    outer = QHBoxLayout(page)
    outer.setContentsMargins(48, 36, 24, 16)
    outer.addWidget(scrolled(holder(row(inner, -1), "scrolled"), _("Damaged dossier")))
