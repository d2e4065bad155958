"""« 2 fiches se ressemblent »: how many pairs of the directory may be one, counted while nobody waits."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from PySide6.QtCore import QTimer

from msp_desktop.domain.commune import Commune
from msp_desktop.domain.people import NotSame, Person
from msp_desktop.i18n import _, ngettext
from msp_desktop.services.duplicates import duplicates_by_steps
from msp_desktop.ui.widgets.after_paint import TURN, after_paint
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.workspace import Workspace, touches

#: What the pairs are found from.
MADE_FROM = (Person, NotSame, Commune)


class AlikeLink(LinkButton):
    """A link that is there as long as some entries look alike; it opens them side by side."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("", "merge")
        self._workspace = workspace
        self._looking: Generator[None, None, tuple[Any, ...]] | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(TURN)
        self._clock.timeout.connect(self._step)
        self.clicked.connect(self._open)
        self.hide()

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Count again where these records concern it, once the page is painted."""
        if touches(records, *MADE_FROM):
            place = self.parentWidget() or self
            if place.isVisible():
                self._begin()
            else:
                after_paint(place, self._begin)

    def _begin(self) -> None:
        self._looking = duplicates_by_steps(self._workspace.reader)
        self._clock.start()

    def _step(self) -> None:
        assert self._looking is not None
        try:
            next(self._looking)
        except StopIteration as end:
            self._clock.stop()
            self._looking = None
            self._show(len(end.value))

    def _show(self, count: int) -> None:
        many = ngettext("{count} pair of entries looks alike", "{count} pairs of entries look alike", count)
        words = _("Two entries look alike") if count == 1 else many.format(count=count)
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(count > 0)

    def _open(self) -> None:
        from msp_desktop.ui.dialogs.duplicates import Duplicates  # wanted by a click alone

        run(Duplicates(self._workspace, self), self._workspace)
