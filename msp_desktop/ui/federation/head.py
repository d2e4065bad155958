"""The line above the tabs of the federation's window: which federation, how many communes, what waits, the way back."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget
from typing_extensions import override

from msp_desktop.domain.federated.totals import Counts
from msp_desktop.formats.numbers import number
from msp_desktop.i18n import _, ngettext
from msp_desktop.ui.federation.seen import FRESH
from msp_desktop.ui.heard import decoration
from msp_desktop.ui.shell.chip import Chip, ChipWords
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import pixmap
from msp_desktop.ui.theme.theme import theme_changes
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.elided import Elided
from msp_desktop.ui.widgets.labels import TITLE, Label
from msp_desktop.ui.widgets.layouts import row

#: Its height, and the room its name keeps, in pixels at 100 %.
HEIGHT, _NAME = 44, 90
_SPACING, _LEFT, _RIGHT = 10, 24, 20


class FederationHead(QWidget):
    """Emit `request_back`, `request_unnamed` (those without référent) and `request_watched` (those with points to watch)."""

    request_back = Signal()
    request_unnamed = Signal()
    request_watched = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = decoration(QLabel())
        self._name = Label("", factor=TITLE, bold=True)
        self._region = Label("", tone="soft")
        self._rule = QFrame()
        self._rule.setObjectName("divider")
        self._count = Label("", bold=True)
        self._fresh = Elided("", tone="soft", least=0)
        self._unnamed, self._watched = Chip(self), Chip(self)
        self._back = LinkButton(_("Back to the dossiers"))
        self._unnamed.clicked.connect(self.request_unnamed)
        self._watched.clicked.connect(self.request_watched)
        self._back.clicked.connect(self.request_back)
        box = row(
            self._picture, self._name, self._region, self._rule, self._count, self._fresh, self._unnamed,
            self._watched, self._back, margins=(_LEFT, 2, _RIGHT, 2), spacing=_SPACING,
        )  # fmt: skip
        box.setStretch(5, 1)
        box.insertStretch(6)  # where that one is left out, what is to spare is still before the chips
        self.setLayout(box)
        theme_changes().changed.connect(self._dress)
        self._dress()

    def show_federation(self, name: str, region: str, every: Counts) -> None:
        """Show whose communes these are, and what is counted over all of them."""
        self._name.setText(name)
        self._region.setText(region)
        count = every.communes
        self._count.setText(ngettext("{count} commune", "{count} communes", count).format(count=number(count)))
        fresh = ngettext(
            "of which {count} up to date for less than {days} days",
            "of which {count} up to date for less than {days} days",
            every.up_to_date,
        )
        self._fresh.show_words(fresh.format(count=number(every.up_to_date), days=FRESH) if count else "")
        self._unnamed.show_words(_unnamed(every.without_referent))
        self._watched.show_words(_watched(every.with_vigilance))
        self._fit()

    def _parts(self) -> tuple[QWidget, ...]:
        """Return what may give way, the least useful first."""
        return self._fresh, self._region, self._rule, self._picture

    def _fit(self) -> None:
        """Leave out what there is no room for, chips in few letters first."""
        there: list[QWidget] = [self._picture, self._name, self._region, self._rule, self._count]
        chips = [chip for chip in (self._unnamed, self._watched) if not chip.isHidden()]
        for one in self._parts():
            one.show()
        self._region.setVisible(bool(self._region.text()))
        self._rule.setVisible(bool(self._count.text()))

        def needed(narrow: bool) -> int:
            widths = [one.sizeHint().width() for one in (*there, self._back) if not one.isHidden()]
            widths += [chip.minimumSizeHint().width() if narrow else chip.full_width() for chip in chips]
            return sum(widths) + _SPACING * (len(widths) + 1) + _LEFT + _RIGHT

        narrow = self.width() < needed(narrow=False)
        for chip in chips:
            chip.show_narrow(narrow)
        for one in self._parts():
            if self.width() < needed(narrow) + (theme().px(_NAME) if one is self._fresh else 0):
                one.hide()

    def _dress(self) -> None:
        self.setFixedHeight(theme().px(HEIGHT))
        self._rule.setFixedSize(1, theme().px(24))
        self._picture.setPixmap(pixmap("people", "accent", 24))
        self._back.setText(_("Back to the dossiers") if theme().scale < 1.6 else _("Back"))
        self._back.setAccessibleName(_("Back to the dossiers"))
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        # What has no room is left out: it is no reason to forbid a narrow window.
        return QSize(theme().px(320), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _unnamed(count: int) -> ChipWords | None:
    if not count:
        return None
    words = ngettext("{count} without référent", "{count} without référent", count).format(count=number(count))
    return ChipWords(words, str(count), "referent", _("See the communes without référent"))


def _watched(count: int) -> ChipWords | None:
    if not count:
        return None
    words = ngettext("{count} to watch", "{count} to watch", count).format(count=number(count))
    return ChipWords(words, str(count), "warning", _("See the communes with points to watch"), kind="late")
