"""The tab « État des lieux »: the grid, the registers behind it, the charts beside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from msp_desktop import fleet
from msp_desktop.domain.change import Change, changes
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.inventory import (
    Dynamic,
    Finding,
    HealthProfessional,
    Inventory,
    Need,
    Offer,
    Opportunity,
    Tri,
)
from msp_desktop.domain.inventory_views import InventoryView
from msp_desktop.domain.official import Movement, OfficialFile, PublicFigure
from msp_desktop.domain.people import Person
from msp_desktop.domain.read_table import ReadTable
from msp_desktop.errors import UserError
from msp_desktop.formats.dates import day_date
from msp_desktop.i18n import _, language
from msp_desktop.services import inventory as service
from msp_desktop.services.open_data.what_changed import what_changed
from msp_desktop.ui.dialogs.ask_words import AskWords
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.paged.heads import HeadLine
from msp_desktop.ui.tab import Tab
from msp_desktop.ui.tabs.inventory.changed import ChangedPage
from msp_desktop.ui.tabs.inventory.columns import EXCHANGE, EXPORT_NAMES, FIELDS, NEW_ROWS, REGISTERS, SHOWN
from msp_desktop.ui.tabs.inventory.filling_band import FillingBand
from msp_desktop.ui.tabs.inventory.finding_editor import ATTRIBUTES
from msp_desktop.ui.tabs.inventory.grid_panel import GridPanel
from msp_desktop.ui.tabs.inventory.head import InventoryHead
from msp_desktop.ui.tabs.inventory.professional_form import ProfessionalForm
from msp_desktop.ui.tabs.inventory.registers import Registers
from msp_desktop.ui.tabs.inventory.side import SidePanel
from msp_desktop.ui.tabs.inventory.small_dialogs import MadeDialog, NewProfessionalDialog
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.busy import busy
from msp_desktop.ui.widgets.buttons import LinkButton, PlainButton
from msp_desktop.ui.widgets.empty_page import EmptyPage
from msp_desktop.ui.widgets.labels import page_title
from msp_desktop.ui.widgets.layouts import column, holder, scrolled
from msp_desktop.ui.widgets.locking import hold, lock
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.tab_order import set_tab_order
from msp_desktop.ui.widgets.tip import show_tip
from msp_desktop.ui.workspace import Workspace, touches

if TYPE_CHECKING:
    from msp_desktop.ui.tabs.inventory.official_page import OfficialPage

#: The first of what `show_target` takes for the page that pre-fills from official files.
OFFICIAL = "official"

#: The keys of the grid, of the charts (a part of their own where they do not stand beside) and of what official files tell
#: has changed (there once one was read), beside the registers'.
FINDINGS, CHARTS, CHANGED = "findings", "charts", "changed"

#: Under this width, in pixels at 100 %, the panel stands under the page; of a window under the second, it is narrower.
_UPRIGHT, _NARROW = 860, 1181
#: Under this width of the window « Print » is an icon, so that all buttons stand beside the title, in pixels at 100 %.
_ICON = 1440
#: The width of the panel, and where the window is narrow, in pixels at 100 %.
_PANEL, _NARROW_PANEL = 416, 340

#: The dialog of a question of one's own.
_QUESTION = "question"

_SHOWN = (
    Commune, Inventory, Finding, HealthProfessional, Person, Offer, Dynamic, Need, Opportunity, Movement, OfficialFile, PublicFigure,
)  # fmt: skip


def make(workspace: Workspace) -> Tab:
    """Return this tab on a dossier."""
    return InventoryTab(workspace)


class InventoryTab(Tab):
    """Show the inventory and write what is done to it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._view: InventoryView | None = None
        self._started = False
        self._fresh: tuple[str, int] | None = None
        self.grid = GridPanel(workspace)
        self.registers = Registers(workspace)
        self.changed = ChangedPage(workspace)
        self.side = SidePanel(workspace)
        self.form = ProfessionalForm(workspace)
        self.empty = EmptyPage(
            "inventory",
            _("Inventory"),
            _("Who cares for people here, what is missing, what is about to go: eight questions, and the registers "
              "behind them. Findings are proposed as you fill in the registers."),
            _("Start the inventory"),
            _("Pre-fill from an official file…"),
            _("Print a blank grid to fill in by hand"),
            _("Type in a grid filled in by hand"),
        )  # fmt: skip
        hold("DisableImport", self.empty.links[0])
        lock(workspace, self.empty.links[0])
        self._official: OfficialPage | None = None
        self._key = FINDINGS
        self._upright = False
        self._narrow: bool | None = None
        self._lay_out()
        self._wire()
        self.refresh(frozenset())
        self._show_part(FINDINGS)

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read again what these records concern and show it."""
        if not touches(records, *_SHOWN):
            return
        view = service.inventory_view(self._workspace.reader, self._workspace.today())
        self._view = view
        if not self._is_official():
            self._pages.setCurrentIndex(0 if view.is_empty and not self._started else 1)
        self._filling.show_waiting(self._workspace.reader)
        if self._official is not None:
            self._official.refresh()
        self.made.setText(_summary(view))
        self.grid.show_view(view)
        self.registers.show_view(view)
        self.side.show_view(view)
        self.changed.show_view(what_changed(self._workspace.reader))
        if self._key == CHANGED and not self.changed.is_told:
            self._show_part(FINDINGS)  # the import that told it was taken back
        self._show_heads()
        self._show_chosen()

    def show_target(self, target: Any) -> None:
        """Show a register, the charts or the findings by their key, a professional by its id, a row by its register and id.

        With an attribute, its cell is opened to write in. `OFFICIAL` with files, or with where somebody was, is the page that
        pre-fills.
        """
        if isinstance(target, tuple) and target[0] == OFFICIAL:
            self.open_official(target[1])
            return
        self._started = True
        self._pages.setCurrentIndex(1)
        if isinstance(target, int):
            self._choose("professionals")
            self.registers.tables["professionals"].select(target)
        elif isinstance(target, tuple):
            self._show_row(*target)
        else:
            charts = target == CHARTS and self._upright
            told = target == CHANGED and self.changed.is_told
            self._choose(target if target in self.registers.tables or charts or told else FINDINGS)

    def _show_entry(self, register: str, row_id: int) -> None:
        """Show an entry that a movement tells of, in its register."""
        self.registers.filter.clear()  # the row looked for may not be among those shown
        self._choose(register)
        self.registers.tables[register].select(row_id)
        self.registers.focus_list()

    def _show_row(self, shown: str, row_id: Any, attribute: str) -> None:
        if shown == "dialog":
            self._add_question(row_id) if attribute == _QUESTION else self._add_professional()
            return
        self._choose(shown)
        if shown in self.registers.tables:
            self.registers.tables[shown].edit_field(row_id, attribute)
        elif attribute:
            self.grid.grid.write_in(row_id, attribute)
        else:
            self.grid.grid.choose(row_id)

    def target(self) -> Any:
        """Return the finding or the professional chosen, else the register shown, or where somebody is in pre-filling."""
        if self._official is not None and self._is_official():
            return OFFICIAL, self._official.state()
        if self._pages.currentIndex() == 0:
            return None
        if self._key in self.registers.tables:
            return self.registers.professional() or self._key
        if self._key in (CHARTS, CHANGED):
            return self._key
        chosen = self.grid.grid.current()
        return (FINDINGS, chosen.id, "") if chosen else FINDINGS

    def place_of(self, key: DraftKey) -> Any:
        """Return the professional, the row of a register, or the question words wait for."""
        if key.kind == HealthProfessional.__name__:
            return key.id
        if key.kind == "dialog" and key.attribute in (_QUESTION, "NewProfessional"):
            return "dialog", key.id, key.attribute
        if key.kind == Finding.__name__:
            return FINDINGS, key.id, key.attribute
        shown = next(
            (name for name, table in self.registers.tables.items() if table.accessibleName() == key.kind), None
        )
        if shown is not None:
            return shown, key.id, key.attribute
        return self._key if key.kind == Inventory.__name__ else None

    def own_panel(self) -> QWidget | None:
        """Return the pictures', or the professional's; None where neither is beside or under the list."""
        if self._official is not None and self._is_official():
            return self._official.own_panel()
        return None if self._upright and self._right.currentWidget() is not self.form else self._right

    def show_field(self, key: DraftKey) -> bool:
        """Bring a field of a record into view."""
        register = next((name for name, record in SHOWN.items() if record == key.kind), None)
        if register is not None or key.kind == HealthProfessional.__name__:
            self.registers.filter.clear()  # the row looked for may not be among those shown
        if register is not None:
            self.show_target(register)
            return True
        if key.kind == Finding.__name__ and key.attribute not in ATTRIBUTES.values():
            key = DraftKey(key.kind, key.id, "question")
        return super().show_field(key)

    def paper(self) -> tuple[str, int | None]:
        """Return the document Ctrl+P prints here."""
        empty = self._view is None or self._view.is_empty
        return ("inventory-blank" if empty else "inventory", None)

    def focus_main(self) -> None:
        """Put the keyboard where work starts in this tab."""
        if self._official is not None and self._is_official():
            self._official.focus_main()
        elif self._pages.currentIndex() == 0:
            self.empty.button.setFocus()
        elif self._key in self.registers.tables:
            self.registers.focus_list()
        elif self._key == CHANGED:
            self.changed.table.setFocus()
        else:
            self.grid.grid.setFocus()

    def give_way(self, given: bool) -> None:
        """Hide the tab's own panel while one of the window's stands there, or show it again."""
        super().give_way(given)
        if self._official is not None:
            self._official.give_way(given)

    def open_official(self, what: Any = ()) -> None:
        """Show the page that pre-fills: with files dropped on the window, or where somebody was."""
        from msp_desktop.ui.tabs.inventory.official_page import OfficialPage
        from msp_desktop.ui.tabs.inventory.official_state import State

        try:
            fleet.check("DisableImport")
        except UserError as error:
            self._workspace.refused.emit(error.sentence)
            return
        self._workspace.flush(ending=False)
        if self._official is None:
            self._official = OfficialPage(self._workspace)
            self._official.closed.connect(self._close_official)
            self._official.request_fill.connect(self._begin_filling)
            self._pages.addWidget(self._official)
        self._official.give_way(self.gives_way)
        self._pages.setCurrentWidget(self._official)
        if isinstance(what, State):
            self._official.show_state(what)
        elif what:
            self._official.add_files(what)
        else:
            self._official.come_back()
        self._official.focus_main()

    def _is_official(self) -> bool:
        return self._official is not None and self._pages.currentWidget() is self._official

    def _close_official(self) -> None:
        self._pages.setCurrentIndex(0 if self._view is not None and self._view.is_empty and not self._started else 1)
        self._show_chosen()
        (self.empty.links[0] if self._pages.currentIndex() == 0 else self._prefill).setFocus()

    def _begin_filling(self, professional_id: int, attribute: str) -> None:
        """Lead to what no official file tells: the field of a professional, then the next, told by a band."""
        self._filling.begin()
        self._fill(professional_id, attribute)

    def _fill(self, professional_id: int, attribute: str) -> None:
        self.registers.filter.clear()
        self.show_target(professional_id)
        self._filling.show_waiting(self._workspace.reader, professional_id)
        self.form.form.editor(attribute).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.made = LinkButton("")
        lock(self._workspace, self.made)
        self._heads = HeadLine(_("Parts of the inventory"))
        self._title = page_title(_("Inventory"))
        self._paper, self._printing = self._paper_button(), PlainButton(_("Print"), "print")
        self._printing.clicked.connect(lambda: self._print("inventory"))
        self._prefill = PlainButton(_("Pre-fill…"), "download")
        self._prefill.clicked.connect(lambda: self.open_official())
        lock(self._workspace, self._prefill)
        hold("DisableImport", self._prefill)
        self._filling = FillingBand()
        self._filling.request_fill.connect(self._fill)
        parts = (self._paper, self.registers.more, self._printing, self._prefill, self.grid.mains, self.registers.add)
        head = InventoryHead(self._title, self.made, self._heads, parts)
        self._places = QStackedWidget()
        for place in (self.grid, self.registers, self.changed):
            self._places.addWidget(place)
        left = scrolled(
            holder(column(head, self._filling, self._places, margins=(24, 14, 16, 10), spacing=12), "transparent"),
            _("Inventory"),
        )
        left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._right = QStackedWidget()
        self._right.addWidget(self.side)
        self._right.addWidget(self.form)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(left)
        self._split.addWidget(self._right)
        self._split.setStretchFactor(0, 1)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._pages = QStackedWidget()
        self._pages.addWidget(scrolled(self.empty, _("Inventory")))
        self._pages.addWidget(self._split)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._pages)

    def _paper_button(self) -> PlainButton:
        made = PlainButton(_("Paper grid"), "inventory")
        menu = QMenu(made)
        blank = menu.addAction(_("Print a blank grid to fill in by hand"))
        blank.triggered.connect(lambda: self._print("inventory-blank"))
        type_in = menu.addAction(_("Type in a grid filled in by hand"))
        type_in.triggered.connect(self._type_in)
        lock(self._workspace, type_in)
        made.setMenu(menu)
        return made

    def _wire(self) -> None:
        self.empty.request_start.connect(self._start)
        others = (self.open_official, lambda: self._print("inventory-blank"), self._type_in)
        self.empty.request_other.connect(lambda place: others[place]())
        self.made.clicked.connect(self._ask_made)
        self._heads.chosen.connect(self._choose)
        self.registers.turned.connect(self._show_part)
        grid, registers = self.grid, self.registers
        grid.taken.connect(lambda i, text: self._do(service.write_finding, i, text, self._today(), drafted=True))
        grid.grid.chosen.connect(lambda _finding: self._show_public())
        grid.question_added.connect(self._add_question)
        grid.question_deleted.connect(lambda i: self._do(service.delete_question, i))
        registers.written.connect(self._write)
        registers.added.connect(self._add)
        registers.deleted.connect(self._delete)
        registers.pasted.connect(self._paste)
        registers.moved.connect(self._on_moved)
        registers.left.connect(self._on_left)
        registers.import_wished.connect(self._import)
        registers.export_wished.connect(self._export)
        registers.template_wished.connect(self._save_template)
        registers.names_wished.connect(lambda: self._print("inventory-names"))
        self.changed.entry_wished.connect(self._show_entry)
        self.form.closed.connect(self._show_charts)
        self.form.deleted.connect(lambda i: self._delete("professionals", [i]))

    def _choose(self, key: str) -> None:
        """Show the findings, or a register."""
        self._workspace.flush(ending=False)
        if key in self.registers.tables:
            self.registers.show_register(key)  # which tells that it is shown
        else:
            self._show_part(key)

    def _show_part(self, key: str) -> None:
        self._key = key
        in_register = key in self.registers.tables
        others = {CHARTS: self.side, CHANGED: self.changed}
        self._places.setCurrentWidget(self.registers if in_register else others.get(key, self.grid))
        for widget in (self.grid.mains, self._paper):
            widget.setVisible(key == FINDINGS)
        for widget in (self.registers.add, self.registers.more):
            widget.setVisible(in_register)
        self._prefill.setVisible(key in (FINDINGS, "professionals", "offers"))
        self._show_public()
        self._show_heads()
        self._show_chosen()

    def _show_public(self) -> None:
        """Show the public figures of the finding chosen; none beside a register."""
        beside = self._key == FINDINGS or self._key == CHARTS
        self.side.show_finding(self.grid.grid.current() if beside else None)

    def _show_heads(self) -> None:
        view = self._view
        if view is None:
            return
        heads = {FINDINGS: _("The grid {done}/{total}").format(done=view.filled(), total=len(view.findings()))}
        for key, words, _add in REGISTERS:
            heads[key] = f"{_(words)} {len(getattr(view, key))}"
        if self.changed.is_told:
            heads[CHANGED] = _("What changed {count}").format(count=self.changed.count)
        if self._upright:
            heads[CHARTS] = _("Charts")
        if self._heads.show_heads(heads, self._key) and self.isVisible():
            set_tab_order(self)

    def _today(self) -> Any:
        return self._workspace.today()

    def _do(self, act: Any, *arguments: Any, **options: bool) -> Any:
        return self._workspace.attempt(act, *arguments, **options)

    def _print(self, key: str) -> None:
        self._workspace.flush()
        self._workspace.request_papers.emit((key,), None)

    def _type_in(self) -> None:
        from msp_desktop.ui.tabs.inventory.paper_entry import PaperEntry

        if self._workspace.read_only:
            self._workspace.refuse(self._workspace.locked_because)
            return
        self._workspace.flush()
        with busy():
            entry = PaperEntry(self._workspace, self)
        run(entry, self._workspace)

    def _start(self) -> None:
        self._started = True
        self._pages.setCurrentIndex(1)
        self._choose(FINDINGS)
        self.grid.grid.setFocus()

    def _ask_made(self) -> None:
        if self._view is not None:
            run(MadeDialog(self._workspace, self._view.inventory, self), self._workspace)

    def _add_question(self, theme_code: str) -> None:
        dialog = AskWords(
            _("Add a question"),
            _("A question of your own"),
            "",
            _("Add"),
            lambda words: self._do(service.add_question, theme_code, words),
            self,
            keep=(self._workspace.kept, DraftKey("dialog", theme_code, _QUESTION)),
        )
        if run(dialog, self._workspace):
            self.grid.grid.choose(dialog.outcome.id)
            self.grid.grid.write_current()

    def _write(self, register: str, row_id: int, values: dict[str, Any]) -> None:
        if register == "professionals":
            self._do(service.write_professional, row_id, self._today(), *changes((Person, HealthProfessional), values))
        else:
            self._do(service.update_row, row_id, Change(service.REGISTERS[register], **values))

    def _add(self, register: str) -> None:
        if register == "professionals":
            self._add_professional()
            return
        self._drop_blank()
        made = self._do(service.add_row, Change(service.REGISTERS[register], **NEW_ROWS[register]))
        if made is not None:
            self._fresh = (register, made.id)
            self.registers.tables[register].edit_cell(made.id, 0)

    def _on_left(self, register: str, row_id: int) -> None:
        if self._fresh == (register, row_id):
            self._drop_blank()

    def _drop_blank(self) -> None:
        """Take back the row added last, where nothing was typed in it."""
        fresh, self._fresh = self._fresh, None
        if fresh is not None:
            self._do(service.drop_blank_row, *fresh)

    def _add_professional(self) -> None:
        dialog = NewProfessionalDialog(self._workspace, self)
        if run(dialog):
            self.registers.tables["professionals"].select(dialog.outcome.id)
            self.form.form.focus_first(empty=True)

    def _delete(self, register: str, ids: list[int]) -> None:
        if register == "professionals":
            self._do(service.delete_professionals, ids)
        else:
            self._do(service.delete_rows, register, ids)
        self.registers.focus_list()

    def _paste(self, register: str, cells: list[list[str]]) -> None:
        from msp_desktop.services.import_match import field_of, pasted_table

        if register == "professionals" or (cells and any(field_of(name, register) for name in cells[0])):
            self._ask_import(register, lambda: pasted_table(cells, register), "")
            return
        fields = [name for name in FIELDS[register] if name not in ("place", "strength", "profession")]
        for line in cells:
            values = NEW_ROWS[register] | dict(zip(fields, line, strict=False))
            self._do(service.add_row, Change(service.REGISTERS[register], **values))

    def _import(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self, _(EXCHANGE[self.registers.shown][0]), "", _("Spreadsheets (*.xlsx *.ods *.csv *.txt)")
        )
        if path:
            self.import_file(Path(path))

    def import_file(self, path: Path) -> None:
        """Read a spreadsheet into the register shown: what it would bring is shown, and written after a yes."""
        from msp_desktop.exchange.spreadsheets import read_table
        from msp_desktop.services.import_match import score_of

        register = self.registers.shown
        self._ask_import(register, lambda: read_table(path, score_of(register)), path.name)

    def _ask_import(self, register: str, load: Callable[[], ReadTable], name: str) -> None:
        from msp_desktop.services.inventory_import import write_import
        from msp_desktop.ui.tabs.inventory.import_dialog import ImportDialog

        try:
            fleet.check("DisableImport")
        except UserError as error:
            self._workspace.refused.emit(error.sentence)
            return
        heading = _(EXCHANGE[register][0]).rstrip("…")
        dialog = ImportDialog(self._workspace, register, heading, load, name, self)
        agreed = run(dialog)
        if dialog.refused:
            self._workspace.refused.emit(dialog.refused)
        if not agreed or dialog.preview is None or not self._workspace.flush():
            return
        from functools import partial

        from msp_desktop.services.dossiers import safe_copy

        # What comes is somebody else's: what is there is copied first, and one undo takes the import back.
        if self._workspace.read_only or self._do(partial(safe_copy, patience=0.0), self._workspace.now()) is not None:
            with busy():
                self._do(write_import, dialog.preview)

    def _export(self) -> None:
        register = self.registers.shown
        path, _kind = QFileDialog.getSaveFileName(
            self, _(EXCHANGE[register][1]), f"{EXPORT_NAMES[register]}.xlsx", _("Spreadsheet (*.xlsx);;CSV (*.csv)")
        )
        if path:
            self.export_file(Path(path))

    def export_file(self, path: Path) -> None:
        """Write the register shown as a spreadsheet, by the file's ending."""
        from msp_desktop.services.inventory_export import export_rows

        register = self.registers.shown
        self._workspace.flush()
        if self._written(path, *export_rows(self._workspace.reader, register)):
            sentence = (
                _("Written, with names and without a password: {path}")
                if register == "professionals"
                else _("Written: {path}")
            )
            self._workspace.said.emit(sentence.format(path=path), False)

    def _save_template(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, _("Save an empty table to fill in…"), f"{EXPORT_NAMES[self.registers.shown]}-à-remplir.xlsx",
            _("Spreadsheet (*.xlsx);;CSV (*.csv)"),
        )  # fmt: skip
        if path:
            self.template_file(Path(path))

    def template_file(self, path: Path) -> None:
        """Write a spreadsheet with the columns of the register shown, to be filled in."""
        from msp_desktop.services.inventory_export import template

        if self._written(path, *template(self.registers.shown)):
            self._workspace.said.emit(_("Written: {path}").format(path=path), False)

    def _written(self, path: Path, header: list[str], rows: list[list[str]]) -> bool:
        from msp_desktop.exchange.spreadsheets import write_table

        try:
            write_table(path, header, rows)
        except UserError as error:
            self._workspace.refused.emit(error.sentence)
            return False
        return True

    def _on_moved(self) -> None:
        if self._fresh is not None and self._fresh[1] != self.registers.tables[self._fresh[0]].chosen_id():
            self._drop_blank()
        self._show_chosen()

    def _show_charts(self) -> None:
        self.registers.focus_list()
        self.registers.tables["professionals"].clearSelection()
        if self._upright:
            self._choose(CHARTS)

    def _show_chosen(self) -> None:
        """Show the professional chosen in the list, else the charts."""
        chosen = self.registers.professional() if self._key == "professionals" else None
        professionals = self._view.professionals if self._view and chosen is not None else ()
        found = next((view for view in professionals if view.id == chosen), None)
        if found is not None:
            self.form.show_professional(found)
        elif self.form.isAncestorOf(self.focusWidget() or self):
            self.registers.focus_list()
        self._right.setCurrentWidget(self.side if found is None and not self._upright else self.form)
        self._right.setVisible(not self.gives_way and (found is not None or not self._upright))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        upright = self.width() < theme().px(_UPRIGHT)
        small = self.window().width() < theme().px(_ICON)
        self._printing.setText("" if small else _("Print"))
        show_tip(self._printing, _("Print") if small else "")
        narrow = self.window().width() < theme().px(_NARROW)  # one of the window's panels is as wide as our own
        if narrow != self._narrow or upright != self._upright:
            self._narrow = narrow
            self._title.setVisible(not narrow or upright)
            self._turn(upright)

    def _turn(self, upright: bool) -> None:
        """Have the panel stand beside the page, or the professional under it and the charts as a part of their own."""
        if upright != self._upright:
            self._upright = upright
            (self._places if upright else self._right).addWidget(self.side)
        self._split.setOrientation(Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal)
        side = theme().px(_NARROW_PANEL if self._narrow else _PANEL)
        self._split.setSizes([self.height() // 2, self.height() // 2] if upright else [self.width() - side, side])
        self._show_part(FINDINGS if self._key == CHARTS and not upright else self._key)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        set_tab_order(self)


def _summary(view: InventoryView) -> str:
    if view.inventory.shared_on:
        return _("Shared on {day}").format(day=day_date(view.inventory.shared_on, language()))
    if view.inventory.made_with_federation is Tri.YES:
        return _("Made with the federation")
    return _("Made with the federation?")
