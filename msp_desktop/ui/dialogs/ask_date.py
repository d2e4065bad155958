"""Ask for one date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _
from msp_desktop.ui.dialogs.asking import Asking
from msp_desktop.ui.widgets.labels import hint
from msp_desktop.ui.widgets.layouts import field
from msp_desktop.ui.widgets.parsed_field import DateField


class AskDate(Asking):
    """A title, a date (`day`, or today at first), what it does."""

    def __init__(
        self,
        heading: str,
        label: str,
        why: str,
        today: Callable[[], date],
        act: Callable[[date | None], object],
        parent: QWidget | None = None,
        *,
        day: date | None = None,
    ) -> None:
        self._date = DateField(label, today, toward=Toward.NEAREST)
        self._date.show_typed(day or today())
        super().__init__(heading, [field(label, self._date, hint(why))], _("Agree"), lambda: act(self.day()), parent)

    def day(self) -> date | None:
        """Return the date chosen."""
        value: date | None = self._date.value
        return value
