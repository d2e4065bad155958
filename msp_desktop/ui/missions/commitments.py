"""Whom the référent or the coordinator reports to: lines of the town's own, none at first; proposals are added one by one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from msp_desktop.db.reader import Reader
from msp_desktop.domain.change import Change
from msp_desktop.domain.missions import Commitment, Sheet
from msp_desktop.i18n import _
from msp_desktop.method.referent import KitCommitment
from msp_desktop.services import missions as service
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.labels import hint, title
from msp_desktop.ui.widgets.layouts import column, framed, row
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace


class Commitments(QWidget):
    """The lines printed on the sheet under « À qui il rend compte »."""

    def __init__(
        self,
        workspace: Workspace,
        sheet: Sheet,
        name: str,
        told: str,
        proposals: Callable[[Reader], tuple[KitCommitment, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._sheet, self._name, self._proposals = workspace, sheet, name, proposals
        self._add = LinkButton(_("Add a line…"), "plus")
        self._add.clicked.connect(self._open_menu)
        lock(workspace, self._add)
        self._table = self._made_table()
        self._frame = framed(self._table)
        self._table.request_delete.connect(lambda ids: workspace.attempt(service.delete_commitment, *ids))
        heading = row(title(name), -1, self._add)
        self.setLayout(column(heading, hint(told), self._frame, spacing=6))

    def show_lines(self, lines: tuple[Commitment, ...]) -> None:
        """Show the lines; no table where there is none."""
        self._table.show_rows(list(lines))
        self._frame.setVisible(bool(lines))

    def menu(self) -> QMenu:
        """Return what may be added: our proposals that are not there yet, or an empty line."""
        menu = QMenu(self)
        for proposal in self._proposals(self._workspace.reader):
            entry = menu.addAction(_("{to}: {how} (proposed)").format(to=proposal.to, how=proposal.how))
            entry.triggered.connect(lambda _on=False, one=proposal: self._add_line(one.to, one.how))
        menu.addSeparator()
        menu.addAction(_("A line of your own")).triggered.connect(self._add_own)
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.exec(self._add.mapToGlobal(QPoint(0, self._add.height())))
        menu.deleteLater()

    def _add_line(self, audience: str = "", how: str = "") -> Any:
        return self._workspace.attempt(service.add_commitment, audience, how, self._sheet)

    def _add_own(self) -> None:
        added = self._add_line()
        if added is not None:
            self._table.edit_cell(added.id, 0)

    def _made_table(self) -> RecordTable:
        def write(name: str) -> Any:
            attempt = self._workspace.attempt
            return lambda r, t: attempt(service.update_commitment, r.id, Change(Commitment, **{name: t}))

        table = RecordTable(
            self._name,
            [
                Column(
                    _("To whom"),
                    lambda line: line.audience,
                    write("audience"),
                    width=240,
                    shows=(("Commitment", "audience"),),
                ),
                Column(
                    _("How, how often"), lambda line: line.how, write("how"), width=420, shows=(("Commitment", "how"),)
                ),
            ],
            sortable=False,
            drafts=self._workspace.drafts,
        )
        table.setMinimumHeight(theme().px(140))
        return table
