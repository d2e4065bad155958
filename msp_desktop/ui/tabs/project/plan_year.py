"""Put the meetings of a year in the calendar: the days proposed, each to be ticked off."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from msp_desktop.domain.instances import ProposedSitting
from msp_desktop.formats.dates import long_date
from msp_desktop.formats.french.case import capital
from msp_desktop.i18n import _, language
from msp_desktop.ui.dialogs.asking import Asking
from msp_desktop.ui.widgets.labels import hint
from msp_desktop.ui.widgets.sizes import ASK, sized


class PlanYear(Asking):
    """Tick the days that suit; all are at first, but those in the holidays."""

    def __init__(
        self,
        year: int,
        proposed: Sequence[ProposedSitting],
        act: Callable[[list[ProposedSitting]], object],
        parent: QWidget | None = None,
    ) -> None:
        self._proposed = tuple(proposed)
        self._list = QListWidget()
        self._list.setAccessibleName(_("Days proposed"))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in self._proposed:
            words = f"{capital(long_date(one.day, language()))}, {one.name}"
            item = QListWidgetItem(_("{day} (in the holidays)").format(day=words) if one.quiet else words)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked if one.quiet else Qt.CheckState.Checked)
            self._list.addItem(item)
        super().__init__(
            _("Calendar of {year}").format(year=year),
            [
                hint(_("Worked days, out of the school holidays that are known, three weeks away at least. Each becomes a "
                       "meeting with its agenda and the members invited; its date can be changed afterwards.")),
                *[hint(_("Where only holidays were left, the day is not ticked."))] * any(one.quiet for one in self._proposed),
                self._list,
            ],
            _("Put in the calendar"),
            lambda: act(self.chosen()),
            parent,
        )  # fmt: skip
        self.asked.setStretch(self.asked.indexOf(self._list), 1)
        sized(self, ASK, 560)

    def chosen(self) -> list[ProposedSitting]:
        """Return the days ticked."""
        ticked = [self._list.item(index).checkState() == Qt.CheckState.Checked for index in range(self._list.count())]
        return [one for one, on in zip(self._proposed, ticked, strict=True) if on]

    @override
    def ready(self) -> bool:
        return bool(self.chosen())
