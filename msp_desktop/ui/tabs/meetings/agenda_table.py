"""The agenda as a table: hour computed, point, length, who leads."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from msp_desktop.domain.agenda import ItemView, Verdict
from msp_desktop.domain.change import Change
from msp_desktop.domain.meetings import AgendaItem
from msp_desktop.formats.hours import clock
from msp_desktop.formats.typed import parse_minutes
from msp_desktop.i18n import N_, _
from msp_desktop.services import meetings as service
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.widgets.row_drag import RowDrag
from msp_desktop.ui.workspace import Workspace

#: The column in which a point's title is typed.
TITLE_COLUMN = 1


_OUTSIDE = {Verdict.SHORT: N_("under {range}"), Verdict.LONG: N_("over {range}")}


def _advised(view: ItemView) -> str:
    """Return how long the kit advises for a point, and whether it is shorter or longer: « plus que 20 à 30 »."""
    if view.advised is None:
        return ""
    least, most = view.advised
    words = _("{least} to {most}").format(least=least, most=most) if least < most else str(most)
    return _(_OUTSIDE[view.length]).format(range=words) if view.length in _OUTSIDE else words


class AgendaTable(RecordTable):
    """Show the points; a row is dragged by the mouse; Alt+Up, Alt+Down and Delete do what the buttons beside it do."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

        def write(name: str) -> Any:
            return lambda v, t: workspace.attempt(service.update_item, v.id, Change(AgendaItem, **{name: t}))

        super().__init__(
            _("Agenda"),
            [
                Column(_("Hour"), lambda v: clock(v.begins) if v.begins else "–", width=78, bold=True),
                Column(_("Point"), lambda v: v.item.title, write("title"), width=300, shows=(("AgendaItem", "title"),)),
                Column(_("Length"), lambda v: f"{v.item.minutes}\u00a0min", self._write_minutes, right=True, width=84),
                Column(_("Advised"), _advised, width=112, tone=lambda v: "ink" if v.length in _OUTSIDE else "ink2"),
                Column(
                    _("Who leads"), lambda v: v.item.leads, write("leads"), width=180, shows=(("AgendaItem", "leads"),)
                ),
            ],
            sortable=False,
            drafts=workspace.drafts,
        )
        self.request_delete.connect(lambda ids: workspace.attempt(service.delete_item, *ids))
        self._drag = RowDrag(self)
        self._drag.dropped.connect(self._on_dropped)

    def show_items(self, items: tuple[ItemView, ...]) -> None:
        """Show the points, as high as they need."""
        self.show_rows(list(items))
        self.setFixedHeight(theme().px(30) + theme().px(28) * max(1, min(len(items), 9)) + 8)

    def _write_minutes(self, view: ItemView, text: str) -> None:
        try:
            minutes = parse_minutes(text) or 0
        except ValueError:
            sentence = _("A length in minutes is expected: 25, or 1 h 10.")
            self._workspace.refuse(sentence, understood=False)
            return
        self._workspace.attempt(service.update_item, view.id, Change(AgendaItem, minutes=minutes))

    def move_chosen(self, by: int) -> None:
        """Move the point chosen up (-1) or down (1)."""
        chosen = self.chosen_id()
        if chosen is not None:
            self._workspace.attempt(service.move_item, chosen, by)

    def _on_dropped(self, held: int, place: int) -> None:
        if not self._workspace.read_only:
            self._workspace.flush()
            self._workspace.attempt(service.place_item, self.rows.row_at(held).id, place)

    def delete_chosen(self) -> None:
        """Take the points chosen off the agenda; their neighbour is chosen."""
        if self.selected_ids():
            self.request_delete.emit(self.selected_ids())
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def menu(self) -> QMenu:
        menu = QMenu(self)
        self.add_to_menu(menu, _("Move up"), "Alt+Up", lambda: self.move_chosen(-1))
        self.add_to_menu(menu, _("Move down"), "Alt+Down", lambda: self.move_chosen(1))
        self.add_to_menu(menu, _("Delete this point"), "Del", self.delete_chosen)
        return menu

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.move_chosen(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)
