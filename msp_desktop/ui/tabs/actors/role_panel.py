"""Beside the table of roles: the cell chosen, who it is by name, a note, and what the table says."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.roles import Role, RoleRow, RoleShare, RoleTable, Share
from msp_desktop.i18n import _, ngettext
from msp_desktop.services import roles as service
from msp_desktop.services.roles import share_words
from msp_desktop.ui.forms.field import Field, note, person
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.tabs.actors.role_model import GLYPHS
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.icon_line import IconLine
from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.labels import TITLE, Label, divider
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.segments import Segments
from msp_desktop.ui.workspace import Workspace

#: One line under « Ce que dit le tableau »: its icon, the icon's colour, the words.
Finding = tuple[str, str, str]


class RolePanel(QWidget):
    """Show and change the cell chosen; emit `request_share(share)`, `request_act(name)` for what one does with lines and columns."""

    request_share = Signal(object)
    request_act = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace = workspace
        self._heading = Label(_("What the words mean"), factor=TITLE, bold=True, wrap=True)
        self._under = Label("", tone="soft", wrap=True)
        self._party = Label("", tone="soft", wrap=True)
        self._shares = Segments(_("What they do"), [(share, share_words(share)) for share in (*GLYPHS, Share.NONE)])
        self._shares.chosen.connect(self.request_share)
        self._who = Form(workspace, RoleShare, self._write_who, [Field("who", _("Who, by name"), person())])
        self._note = Form(workspace, Role, service.update_role, [Field("note", _("Note on this line"), note(most=8))])
        self._others: KeyedRows[tuple[int, str, Share], IconLine] = KeyedRows(
            lambda other: other[0],
            lambda _other: IconLine(),
            lambda line, other: line.show_words(*GLYPHS.get(other[2], ("", "ink2")), other[1]),
            spacing=4,
        )
        self._findings: KeyedRows[Finding, IconLine] = KeyedRows(
            lambda finding: finding,
            lambda _finding: IconLine(),
            lambda line, finding: line.show_words(*finding),
            spacing=6,
        )
        self._words = Label(_share_meanings(), wrap=True)
        self._cell = holder(column(self._party, self._shares, self._who, self._others, spacing=6))
        self._row_part = holder(column(self._note, divider(), self._acts(), spacing=10))
        self._build()

    def show_cell(self, table: RoleTable, role_id: int | None, party_id: int | None) -> None:
        """Show a cell, a responsibility where no party is chosen, or what the words mean where there is nothing."""
        found = table.row(role_id) if role_id is not None else None
        place = table.place_of(party_id) if party_id is not None else -1
        self._cell.setVisible(found is not None and place >= 0)
        self._row_part.setVisible(found is not None)
        self._column_acts.setVisible(place >= 0)
        self._heading.setText(found.responsibility if found else _("What the words mean"))
        self._under.setVisible(found is not None)
        said = findings(table)
        self._findings.show_values(said)
        self._says.setVisible(bool(said))
        self._three.setVisible(found is not None)
        if found is None:
            return
        self._note.show_record(service.role(self._workspace.reader, found.id))
        self._under.setText(_filled_words(table, found))
        if place >= 0:
            self._show_party(table, found, place)

    # --- making ------------------------------------------------------------------------------

    def _build(self) -> None:
        self._answers = LinkButton(_("See action 9"), "calendar")
        self._answers.clicked.connect(lambda: self.request_act.emit("action"))
        self._three = Label(_("The three words"), bold=True)
        self._says = Label(_("What the table says"), bold=True)
        page = column(
            self._heading, self._under, 2, self._cell, self._row_part, divider(),
            self._says, self._findings, row(self._answers, -1), 6,
            self._three, self._words, -1,
            margins=(24, 16, 16, 16), spacing=8,
        )  # fmt: skip
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.addWidget(scrolled(holder(page, "scrolled"), _("The cell chosen")))

    def _acts(self) -> QWidget:
        """Return what one does with the line, then with the column."""
        lines = self._links(
            (_("Reword"), "pencil", "reword"), (_("Up"), "up", "up"), (_("Down"), "down", "down"),
            (_("Take the line out"), "trash", "delete"),
        )  # fmt: skip
        self._column_acts = self._links(
            (_("Rename the column"), "pencil", "rename-party"), (_("To the left"), "left", "left"),
            (_("To the right"), "right", "right"), (_("Take the column out"), "trash", "delete-party"),
        )  # fmt: skip
        return holder(column(lines, self._column_acts, spacing=2))

    def _links(self, *acts: tuple[str, str, str]) -> QWidget:
        made = []
        for words, glyph, name in acts:
            link = LinkButton(words, glyph)
            link.clicked.connect(lambda _on=False, act=name: self.request_act.emit(act))
            lock(self._workspace, link)
            made.append(link)
        pairs = ((made[0], made[3]), (made[1], made[2]))
        return holder(column(*(Folding(row(one, -1), row(other, -1), spacing=0) for one, other in pairs), spacing=0))

    # --- showing -----------------------------------------------------------------------------

    def _show_party(self, table: RoleTable, found: RoleRow, place: int) -> None:
        cell, party = found.cells[place], table.parties[place]
        self._party.setText(party.name)
        self._shares.show_value(cell.share)
        self._who.show_record(cell, key=(found.id, party.id))
        self._others.show_values(
            [
                (other.id, f"{other.name}\u00a0: {found.cells[at].who or share_words(found.cells[at].share)}", found.cells[at].share)
                for at, other in enumerate(table.parties)
                if at != place and (found.cells[at].who or found.cells[at].share)
            ]
        )  # fmt: skip

    def _write_who(self, store: Store, key: tuple[int, int], change: Change[RoleShare]) -> None:
        service.set_who(store, *key, change.values["who"])


def findings(table: RoleTable) -> list[Finding]:
    """Return what the table says of itself: what the commune leads, lines nobody leads or several do."""
    if not table.rows:
        return []
    led, whole = table.led_by_commune(), len(table.rows)
    words = ngettext(
        "The commune leads {count} responsibility of {whole}.", "The commune leads {count} responsibilities of {whole}.", led
    )  # fmt: skip
    found: list[Finding] = [
        ("check" if led else "todo", "done" if led else "ink2", words.format(count=led, whole=whole))
    ]
    for rows, one, many in (
        (table.without_lead(), _("A line has nobody who leads: {lines}."), _("{count} lines have nobody who leads: {lines}.")),
        (table.led_by_several(), _("A line has several who lead: {lines}. One alone is clearer."),
         _("{count} lines have several who lead: {lines}. One alone is clearer.")),
    ):  # fmt: skip
        if rows:
            lines = ", ".join(f"«\u00a0{line.responsibility}\u00a0»" for line in rows)
            found.append(("todo", "ink2", (one if len(rows) == 1 else many).format(count=len(rows), lines=lines)))
    return found


def _filled_words(table: RoleTable, found: RoleRow) -> str:
    leads = found.leads()
    if not leads:
        return _("Nobody leads it yet.")
    return _("Led by: {parties}").format(parties=", ".join(table.parties[place].name for place in leads))


def _share_meanings() -> str:
    return "\n".join(
        (
            _("{word}: answers for the result; one alone on each line.").format(word=share_words(Share.LEADS)),
            _("{word}: gives time, ideas or means.").format(word=share_words(Share.TAKES_PART)),
            _("{word}: is told how far it is.").format(word=share_words(Share.INFORMED)),
        )
    )
