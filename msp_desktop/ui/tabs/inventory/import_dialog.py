"""What an import would do, shown before anything is written; the columns are matched here, the doubtful rows settled."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QSplitter, QWidget
from typing_extensions import override

from msp_desktop.domain.imports import Act, ImportPreview, Match
from msp_desktop.domain.read_table import ReadTable
from msp_desktop.i18n import _, ngettext
from msp_desktop.services import import_match as matching
from msp_desktop.services.import_words import assumed, done_words, report
from msp_desktop.services.inventory_import import ground, preview, with_act
from msp_desktop.ui.tabs.inventory.import_lines import ACT, SHOWN, counts, line_columns, lines_of, match_columns
from msp_desktop.ui.tabs.inventory.import_report import ReportDialog
from msp_desktop.ui.tabs.inventory.import_work import Go, Worker
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import Label, title
from msp_desktop.ui.widgets.layouts import column, framed, holder, row
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.widgets.sizes import PAPER, sized
from msp_desktop.ui.widgets.tab_order import set_tab_order
from msp_desktop.ui.widgets.tip import show_tip
from msp_desktop.ui.workspace import Workspace


class ImportDialog(Dialog):
    """Read a table, show what it would bring, and ask for a yes: accepted, `preview` is what to write.

    `refused` says why the file could not be read at all; the dialog is then closed.
    """

    def __init__(
        self,
        workspace: Workspace,
        register: str,
        heading: str,
        load: Callable[[], ReadTable],
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self._workspace, self._register, self._name = workspace, register, name
        self._ground = ground(workspace.reader, register)
        self._today = workspace.today()
        self._match: Match = ()
        self._shown: object = "all"
        self.table: ReadTable | None = None
        self.preview: ImportPreview | None = None
        self.refused = ""
        self._make(register, f"{heading}\u00a0: {name}" if name else heading)
        self.worker = Worker(self)
        self.worker.done.connect(self._on_done)
        self.worker.refused.connect(self._on_refused)
        self._say(_("Reading the file…"))
        self.worker.do(lambda _tick: load())

    def _make(self, register: str, heading: str) -> None:
        self._told = Label("", tone="soft", wrap=True)
        self._memory = Label(_("Columns taken as the last time."), tone="soft")
        self.forget = LinkButton(_("Back to what their names say"))
        self.forget.clicked.connect(lambda: self._take_match(self._proposed()))
        self.header = QCheckBox(_("The first line names the columns"))
        self.header.clicked.connect(self._on_header)
        self.columns = RecordTable(_("Columns of the file"), match_columns(register, self._on_taken), sortable=False)
        self.lines = RecordTable(_("Lines of the file"), line_columns(register, self._on_act))
        for one, editable in ((self.columns, 2), (self.lines, ACT)):
            one.setMinimumHeight(theme().px(86))  # two lines under their heads
            # One click, or Enter wherever the keyboard is in the row, opens the list of choices.
            one.request_open.connect(lambda key, one=one, place=editable: one.edit_cell(key, place))
            one.clicked.connect(
                lambda index, one=one, place=editable: one.edit(index) if index.column() == place else None
            )
        self.kinds = ChoiceField(_("Lines shown"), [(key, _(words)) for key, words in SHOWN])
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.kinds.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.kinds.request_value.connect(self._on_shown)
        self._remark = Label("", tone="soft", wrap=True)
        self.lines.selected.connect(self._show_remark)
        self._done = Label("", bold=True, wrap=True)
        self.report_button = LinkButton(_("See the whole report"), "document")
        self.report_button.clicked.connect(lambda: run(ReportDialog(self.report(), self)))
        self.accept_button = MainButton(_("Import"))
        self.accept_button.clicked.connect(self.accept)
        cancel = PlainButton(_("Cancel"))
        cancel.clicked.connect(self.reject)
        halves = QSplitter(Qt.Orientation.Vertical)
        memory = Folding(row(self.header, -1), row(self._memory, self.forget))
        halves.addWidget(holder(column(memory, framed(self.columns))))
        halves.addWidget(holder(column(row(self.kinds, self._done), framed(self.lines), self._remark)))
        halves.setChildrenCollapsible(False)
        halves.setStretchFactor(1, 1)
        halves.setSizes([250, 300])
        self.setLayout(
            column(
                title(heading), self._told, halves, foot(cancel, self.accept_button, beside=(self.report_button,)),
                margins=(20, 14, 20, 14),
            )
        )  # fmt: skip
        sized(self, PAPER, 690)
        set_tab_order(self)
        self._show_memory(False)

    def report(self) -> str:
        """Return what comes in and what is left aside, as a text to keep."""
        told = list(self.table.told) if self.table is not None else []
        return "\n".join([*(report(self.preview, self._name) if self.preview else []), "", *told]).strip()

    # --- matching --------------------------------------------------------------------------------

    def _proposed(self) -> Match:
        assert self.table is not None
        return matching.proposed_match(self.table, self._register)

    def _on_header(self, named: bool) -> None:
        assert self.table is not None
        self._take_table(matching.with_header(self.table, named))

    def _take_table(self, table: ReadTable) -> None:
        self.table = table
        if table.header_line > 1:  # a title stands above it
            self.header.setText(_("Line {number} names the columns").format(number=table.header_line))
        self.header.setChecked(bool(table.header_line))
        self._take_match(self._remembered() or self._proposed())

    def _on_taken(self, number: int, field: str) -> None:
        self._take_match(matching.with_column(self._match, number, field))

    def _take_match(self, match: Match) -> None:
        """Show the rows under another match, at once for a small file, in its thread for all."""
        assert self.table is not None
        table = self.table
        self._match, self.preview = match, None
        self._show_memory(match == self._remembered() != self._proposed())
        self.columns.show_rows(matching.file_columns(table, match))
        self._say(_("Looking at {count} lines…").format(count=len(table.rows)))

        def look(go: Go) -> ImportPreview:
            return preview(self._ground, table, match, self._today, go)

        self.worker.do(look)

    def _remembered(self) -> Match | None:
        assert self.table is not None
        kept = self._workspace.matches.get(matching.memory_key(self.table, self._register))
        return matching.remembered(kept, self.table, self._register)

    def _show_memory(self, shown: bool) -> None:
        self._memory.setVisible(shown)
        self.forget.setVisible(shown)

    # --- rows ------------------------------------------------------------------------------------

    def _on_done(self, outcome: object) -> None:
        if isinstance(outcome, ReadTable):
            self._tell(outcome.told)
            self._take_table(outcome)
            self.columns.setFocus()
        elif isinstance(outcome, ImportPreview):
            self.preview = outcome
            self._show_preview()

    def _tell(self, sentences: Sequence[str]) -> None:
        self._told.setText(" ".join(filter(None, sentences)))
        self._told.setVisible(any(sentences))

    def _on_refused(self, sentence: str) -> None:
        if self.table is None or not self.table.rows:
            self.refused = sentence
            self.reject()
            return
        self._say(sentence)

    def _on_act(self, line: int, act: Act) -> None:
        if self.preview is not None:
            self.preview = with_act(self.preview, line, act)
            self._show_preview()

    def _on_shown(self, shown: object) -> None:
        self._shown = shown
        if self.preview is not None:
            self._show_preview()

    def _show_preview(self) -> None:
        found = self.preview
        assert found is not None
        numbers = counts(found)
        self.kinds.set_choices([(key, f"{_(words)} ({numbers[key]})") for key, words in SHOWN])
        self.kinds.show_typed(self._shown)
        self.lines.show_rows(lines_of(found, self._shown))
        changing = found.changing
        self._done.setText(done_words(found))
        self._tell((*(self.table.told if self.table is not None else ()), assumed(found)))
        self.accept_button.setText(
            ngettext("Import {count} line", "Import {count} lines", changing).format(count=changing)
        )
        self.accept_button.setEnabled(changing > 0)
        show_tip(self.accept_button, "" if changing else _("This file brings nothing that is not there already."))
        self.report_button.setEnabled(True)

    def _show_remark(self, line: object) -> None:
        """Show the whole remark of the line chosen: the list shows its beginning."""
        chosen = self.lines.current_row() if line is not None else None
        words = [chosen.name, chosen.phone, chosen.why] if chosen is not None and chosen.why else []
        self._remark.setText(", ".join(filter(None, words)))

    def _say(self, sentence: str) -> None:
        """Say what is going on, or why there is nothing to import yet."""
        self.lines.show_rows([])
        self._done.setText(sentence)
        self.kinds.set_choices([])
        self.accept_button.setText(_("Import"))
        self.accept_button.setEnabled(False)
        show_tip(self.accept_button, sentence)
        self.report_button.setEnabled(False)

    @override
    def accept(self) -> None:
        if self.preview is None or self.table is None or not self.preview.changing:
            return
        key = matching.memory_key(self.table, self._register)
        matching.remember(self._workspace.matches, key, self._match, self._proposed())
        self._workspace.matches_changed.emit()
        super().accept()

    @override
    def done(self, result: int) -> None:
        self.worker.give_up()
        super().done(result)
