"""The panel « points de vigilance »: what the dossier shows, what to do, set aside and brought back; the first day's signs."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from msp_desktop.domain.vigilance.records import AlertSign, VigilanceAside
from msp_desktop.i18n import _, ngettext
from msp_desktop.method.guidance import basics
from msp_desktop.method.vigilance import kit_vigilances
from msp_desktop.services.alert_signs import SignView, alert_signs
from msp_desktop.services.vigilance import Vigilance, vigilances
from msp_desktop.services.vigilance_facts import LOOKED_AT
from msp_desktop.ui.shell.vigilance_card import AsideCard, VigilanceCard
from msp_desktop.ui.shell.window_panel import WindowPanel
from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.labels import Label, divider
from msp_desktop.ui.widgets.layouts import column, holder
from msp_desktop.ui.widgets.sign_row import SignRow
from msp_desktop.ui.workspace import Workspace, touches

_SHOWN = (*LOOKED_AT, VigilanceAside, AlertSign)


def make(workspace: Workspace) -> WindowPanel:
    """Return this panel on a dossier."""
    return VigilancePanel(workspace)


class VigilancePanel(WindowPanel):
    """A card a point, those set aside under them, the signs of the first day, and the five errors watched."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._active: KeyedRows[Vigilance, VigilanceCard] = KeyedRows(
            lambda point: point.code,
            lambda _point: VigilanceCard(workspace),
            lambda card, point: card.show_point(point),
            spacing=10,
        )
        self._aside: KeyedRows[Vigilance, AsideCard] = KeyedRows(
            lambda point: point.code,
            lambda _point: AsideCard(workspace),
            lambda card, point: card.show_point(point),
            spacing=10,
        )
        self.signs: KeyedRows[SignView, SignRow] = KeyedRows(
            lambda sign: sign.code,
            lambda _sign: SignRow(workspace),
            lambda row, sign: row.show_sign(sign),
            spacing=4,
        )
        self._aside_part = holder(column(divider(), self._aside, spacing=10))
        for part in (self._active, self._aside_part, divider(), self._first_day(), divider(), _watched()):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.refresh(frozenset())

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read the points de vigilance again where a change concerns them."""
        if not touches(records, *_SHOWN):
            return
        reader = self._workspace.reader
        found = vigilances(reader, self._workspace.today())
        count = len(found.active)
        words = ngettext("{count} point to watch", "{count} points to watch", count).format(count=count)
        self.heading.setText(words if count else _("Nothing to watch"))
        self.under.setText(
            ngettext(
                "What your dossier shows. Nothing is blocked.", "What your dossier shows. Nothing is blocked.", count
            )
            if count
            else _("Your dossier shows none of the five errors.")
        )
        self._active.show_values(found.active)
        self._active.setVisible(bool(found.active))
        self._aside.show_values(found.aside)
        self._aside_part.setVisible(bool(found.aside))
        self.signs.show_values(alert_signs(reader))

    def show_target(self, target: Any) -> None:
        """Show a point by its code, the keyboard on its card."""
        card = self._active.row(target)
        if card is not None:
            card.setFocus()

    def _first_day(self) -> QWidget:
        kit = basics()
        return holder(
            column(
                Label(kit.alerts_head.title, bold=True, wrap=True),
                Label(kit.alerts_head.text, tone="soft", wrap=True),
                self.signs,
            )
        )


def _watched() -> QWidget:
    """Return the five errors, each with what reveals it."""
    kit = kit_vigilances()
    lines: list[QWidget] = [Label(_("What is watched"), bold=True, wrap=True), Label(kit.introduction, wrap=True)]
    for point in kit.points:
        head = Label(point.title, wrap=True)
        head.setContentsMargins(0, 6, 0, 0)
        lines += [head, Label(point.signal, tone="soft", wrap=True)]
    return holder(column(*lines, spacing=4))
