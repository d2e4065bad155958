"""Two entries of the directory side by side, with a choice wherever they differ."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget
from typing_extensions import override

from msp_desktop.domain.people import display_name
from msp_desktop.i18n import _
from msp_desktop.services.duplicates import Cards
from msp_desktop.ui.widgets.labels import Label, divider
from msp_desktop.ui.widgets.layouts import holder, row


class TwoCards(QWidget):
    """The entry kept at the left, the other at the right; a row a field, chosen by the arrows or a click."""

    def __init__(self, cards: Cards, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = cards
        self._groups: dict[str, QButtonGroup] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for place, person in enumerate((cards.kept, cards.gone), 1):
            grid.addWidget(Label(display_name(person), bold=True, wrap=True), 0, place)
        line = 1
        grid.addWidget(divider(), line, 0, 1, 3)
        labels = field_labels()
        for field in cards.fields:
            line += 1
            grid.addWidget(Label(labels[field.name], tone="soft"), line, 0, Qt.AlignmentFlag.AlignTop)
            sides = self._sides(field.name, field.kept, field.gone, labels[field.name])
            for place, side in enumerate(sides, 1):
                grid.addWidget(side, line, place, Qt.AlignmentFlag.AlignTop)
        line += 1
        grid.addWidget(Label(_("Appears in"), tone="soft"), line, 0, Qt.AlignmentFlag.AlignTop)
        for place, words in enumerate((cards.kept_in, cards.gone_in), 1):
            grid.addWidget(
                Label(", ".join(words) or _("nothing yet"), wrap=True), line, place, Qt.AlignmentFlag.AlignTop
            )

    def ids(self) -> tuple[int, int]:
        """Return the id of the entry kept, then of the other."""
        return self._cards.kept.id, self._cards.gone.id

    def theirs(self) -> tuple[str, ...]:
        """Return the fields in which the other's value is chosen."""
        return tuple(name for name, group in self._groups.items() if group.checkedId() == 2)

    def _sides(self, name: str, kept: str, gone: str, label: str) -> tuple[QWidget, QWidget]:
        if not kept or not gone or kept == gone:
            return Label(kept or "–", wrap=True), Label(gone or "–", wrap=True)
        group = self._groups[name] = QButtonGroup(self)
        sides = tuple(_Side(group, number, label, value) for number, value in enumerate((kept, gone), 1))
        return sides[0], sides[1]


class _Side(QWidget):
    """A value that may be chosen: a round box and its words, which fold."""

    def __init__(self, group: QButtonGroup, number: int, label: str, value: str) -> None:
        super().__init__()
        self._box = QRadioButton()
        self._box.setAccessibleName(f"{label}\u00a0: {value}")
        self._box.setChecked(number == 1)
        group.addButton(self._box, number)
        words = Label(value, wrap=True)
        box = row(self._box, holder(row(words)), spacing=8)
        box.setStretch(1, 1)
        box.setAlignment(self._box, Qt.AlignmentFlag.AlignTop)
        self.setLayout(box)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._box.setChecked(True)
        self._box.setFocus(Qt.FocusReason.MouseFocusReason)


def field_labels() -> dict[str, str]:
    """Return what the fields one chooses in are called, as in the form of a person."""
    return {
        "civility": _("Civility"),
        "first_name": _("First name"),
        "last_name": _("Name"),
        "form_of_address": _("In letters"),
        "function": _("Function"),
        "organisation": _("Body"),
        "phone": _("Telephone"),
        "email": _("E-mail"),
        "address": _("Postal address"),
    }
