"""The ways of doing the coordination, compared in a table; the one chosen in it is written under it, and retained."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.coordination import CoordinationOption, CoordinatorPost, OptionView, PostSheet
from msp_desktop.formats.numbers import euros
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _
from msp_desktop.method.cls import kit_cls
from msp_desktop.services import coordination as service
from msp_desktop.ui.dialogs.ask_words import AskWords
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.forms.field import Field, day, line, note, number
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.forms.who import directory_names
from msp_desktop.ui.models.rows import NOTHING, Column
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton, PlainButton
from msp_desktop.ui.widgets.labels import Label, hint, title
from msp_desktop.ui.widgets.layouts import column, framed, holder, row
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace

#: The dialog of a new way, for words that outlive the program.
WAY = "coordination-way"
#: Rows the table shows without scrolling, within these.
_LEAST, _MOST = 2, 6
#: Under this width, in pixels at 100 %, what the ARS pays is in the form under the table alone.
_NARROW, _HIDDEN = 720, (4,)


class OptionsPart(QWidget):
    """Compare, choose, say when and why."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._options: tuple[OptionView, ...] = ()
        self._add = LinkButton(_("Add a way to compare"), "plus")
        self._propose = PlainButton(_("Compare the ways we know"), "plus")
        self._table = RecordTable(_("Ways of doing the coordination"), self._columns(), sortable=False,
                                  drafts=workspace.drafts)  # fmt: skip
        self._frame = framed(self._table)
        self._name = Label("", bold=True, wrap=True)
        self._choose = PlainButton("", "check")
        self._form = self._option_form()
        head = row(self._name, self._choose)
        head.setStretch(0, 1)
        self._one = holder(column(head, self._form, spacing=8))
        self._decision = self._decision_form()
        self._decided = holder(column(Label(_("The choice"), bold=True), self._decision, spacing=8))
        self.setLayout(
            column(
                row(title(_("How the coordination is done")), -1, self._add),
                Label(kit_cls().choose, wrap=True, tone="soft"),
                row(self._propose, -1),
                self._frame,
                hint(_("The ways that the application proposes are not in the kit; the figures are yours.")),
                self._one,
                self._decided,
                spacing=8,
            )
        )
        self._wire()

    def show_sheet(self, sheet: PostSheet) -> None:
        """Show the ways and the choice."""
        self._options = sheet.options
        self._table.show_rows(list(sheet.options))
        if self._table.chosen_id() is None and sheet.options:
            self._table.select((sheet.chosen or sheet.options[0]).id)
        rows = min(max(len(sheet.options), _LEAST), _MOST)
        self._table.setFixedHeight(theme().px(38) + rows * self._table.verticalHeader().defaultSectionSize())
        for part in (self._frame, self._one):
            part.setVisible(bool(sheet.options))
        self._propose.setVisible(not sheet.options)
        self._decided.setVisible(sheet.chosen is not None)
        self._decision.show_record(sheet.post)
        self._show_one()

    def menu(self) -> QMenu:
        """Return what may be added: the ways we know that are not there yet, or one of the town's own."""
        menu = QMenu(self)
        for option in service.proposed_options(self._workspace.reader):
            entry = menu.addAction(_("{title} (proposed)").format(title=option.title))
            entry.triggered.connect(lambda _on=False, o=option: self._insert(o.title, o.in_favour, o.against))
        menu.addSeparator()
        menu.addAction(_("A way of our own…")).triggered.connect(lambda: self.ask())
        return menu

    def ask(self) -> None:
        """Ask what a way of the town's own is called, and add it."""
        dialog = AskWords(
            _("Add a way to compare"), _("How it would be done, in a few words"), "", _("Add"), self._insert, self,
            keep=(self._workspace.kept, DraftKey("dialog", 0, WAY)),
        )  # fmt: skip
        run(dialog, self._workspace)

    def choose(self, option_id: int) -> None:
        """Show one of the ways."""
        self._table.select(option_id)

    def chosen_id(self) -> int | None:
        """Return the way shown."""
        shown: int | None = self._table.chosen_id()
        return shown

    def first(self) -> QWidget:
        """Return where the keyboard begins."""
        return self._table if self._options else self._propose

    # --- making ------------------------------------------------------------------------------

    def _wire(self) -> None:
        self._add.clicked.connect(self._open_menu)
        self._propose.clicked.connect(lambda: self._workspace.attempt(service.propose_options))
        self._choose.clicked.connect(self._on_choose)
        self._table.selected.connect(lambda _key: self._show_one())
        self._table.request_delete.connect(lambda ids: self._workspace.attempt(service.delete_options, *ids))
        lock(self._workspace, self._add, self._propose, self._choose)

    def _columns(self) -> list[Column]:
        def write(name: str) -> Any:
            attempt = self._workspace.attempt
            return lambda r, t: attempt(service.update_option, r.id, Change(CoordinationOption, **{name: t}))

        def money(name: str) -> Any:
            return lambda r: NOTHING if getattr(r, name) is None else euros(getattr(r, name))

        def where(name: str) -> tuple[tuple[str, str], ...]:
            return (("CoordinationOption", name),)

        return [
            Column(_("Way of doing it"), lambda r: r.title, write("title"), width=300, shows=where("title"),
                   glyph=lambda r: ("done", "done") if r.chosen else ("todo", "ink2")),
            Column(_("Who employs"), lambda r: r.employer or NOTHING, write("employer"), width=170,
                   names=directory_names(self._workspace), shows=where("employer")),
            Column(_("Time"), lambda r: NOTHING if r.share is None else f"{r.share}\u00a0%", width=60, right=True),
            Column(_("Cost a year"), money("yearly_cost"), width=100, right=True),
            Column(_("Paid by the ARS"), money("ars_part"), width=110, right=True),
            Column(_("Left to pay"), money("left"), width=110, right=True, bold=True),
        ]  # fmt: skip

    def _option_form(self) -> Form:
        return Form(
            self._workspace,
            CoordinationOption,
            service.update_option,
            [
                (
                    Field("share", _("Share of full time"), number("%", whole=True), width=130),
                    Field("yearly_cost", _("Cost a year"), number("€", whole=True), width=150),
                    Field("ars_part", _("Of which paid by the ARS"), number("€", whole=True), width=150),
                ),
                (
                    Field("in_favour", _("What speaks for it"), note(least=2, most=6)),
                    Field("against", _("What speaks against it"), note(least=2, most=6)),
                ),
            ],
            spacing=8,
        )

    def _decision_form(self) -> Form:
        def write(store: Store, _key: int, change: Change[CoordinatorPost]) -> None:
            service.update_post(store, change)

        return Form(
            self._workspace,
            CoordinatorPost,
            write,
            [
                (
                    Field("decided_on", _("Chosen on"), day(toward=Toward.BEHIND)),
                    Field("decided_by", _("Who decided"), line(_("town council, community council…"))),
                ),
                Field("reasons", _("Why this one"), note(least=1, most=6)),
            ],
            spacing=8,
        )

    # --- acting ------------------------------------------------------------------------------

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.exec(self._add.mapToGlobal(QPoint(0, self._add.height())))
        menu.deleteLater()

    def _insert(self, words: str, in_favour: str = "", against: str = "") -> Any:
        made = self._workspace.attempt(service.add_option, words, in_favour, against)
        if made is not None:
            self._table.select(made.id)
        return made

    def _on_choose(self) -> None:
        option = self._shown()
        if option is not None:
            self._workspace.flush()
            wanted = None if option.chosen else option.id
            self._workspace.attempt(service.choose_option, wanted, self._workspace.today())

    def _shown(self) -> OptionView | None:
        key = self._table.chosen_id()
        return next((option for option in self._options if option.id == key), None)

    def _show_one(self) -> None:
        option = self._shown()
        if option is None:
            return
        self._name.setText(option.title)
        self._choose.setText(_("No longer choose it") if option.chosen else _("Choose this way"))
        self._form.show_record(option)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._table.hide_columns(_HIDDEN if self.width() < theme().px(_NARROW) else ())
