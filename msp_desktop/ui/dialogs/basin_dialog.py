"""Join neighbouring communes: the files each of them sent, who is where, and the document of their basin."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from PySide6 import QtWidgets
from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.documents.basin_words import beside_words, cell_words, map_lines, total_words
from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.carried.refusals import refusal_words
from msp_desktop.domain.federated.basin import Basin, joined
from msp_desktop.domain.federated.files import ReadFile
from msp_desktop.errors import UserError
from msp_desktop.formats.quick import long_date
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.paths import documents_path
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.outside import open_outside
from msp_desktop.ui.papers.place_now import place_now, proposed_folder, tell_place
from msp_desktop.ui.shell.work import Work
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.busy import busy
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import Label, hint, title
from msp_desktop.ui.widgets.layouts import clear, column, field, framed, holder, row, scrolled
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.widgets.said import Said
from msp_desktop.ui.widgets.sizes import LIST, sized

#: Heights of the two tables at least, in pixels at 100 %; where large letters leave them no room, both scroll.
_FILES, _MAP = 110, 150
#: The least and the greatest width of a commune's column, that of a letter of its name, in pixels at 100 %.
_NARROW, _WIDE, _LETTER = 84, 200, 8


class _Row(Struct, frozen=True):
    """A commune found, or a file refused: `key` takes it out again."""

    id: int
    key: tuple[str, str]
    title: str
    what: str
    is_refused: bool = False


class _Line(Struct, frozen=True):
    """A row of the map, as it is shown."""

    id: int
    cells: tuple[str, ...]


class BasinDialog(Dialog):
    """Show the communes found in the files added, or in `datas`, and who is where; write the document of their basin."""

    def __init__(self, now: datetime, parent: QWidget | None = None, datas: Iterable[CommuneData] = ()) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Join neighbouring communes"))
        self.setAcceptDrops(True)
        self._now, self._over, self._reading = now, threading.Event(), 0
        self._datas: tuple[CommuneData, ...] = tuple(datas)
        self._refused: tuple[ReadFile, ...] = ()
        self._basin: Basin | None = None
        self._add = PlainButton(_("Choose the files…"), "open")
        self._out = PlainButton(_("Take away"), "close")
        self._name = LineField(_("Name of the basin"), _("Basin of…"))
        self._name.setMaxLength(100)
        self._state, self._said = Said("", wrap=True), Said("", wrap=True, tone="soft")
        self.files = RecordTable(
            _("Communes and files"),
            [
                Column(_("Commune or file"), lambda one: one.title, width=330, bold=True, grows=True),
                Column(
                    _("Data"),
                    lambda one: one.what,
                    width=420,
                    tone=lambda one: "late" if one.is_refused else "ink",
                    glyph=lambda one: ("warning", "late") if one.is_refused else ("check", "done"),
                ),
            ],
            sortable=False,
        )
        self.files.setMinimumHeight(theme().px(_FILES))
        self.files.say_when_empty(_("Drop here what each commune sent: documents, data, dossiers, messages."))
        self._map: QHBoxLayout = row(spacing=0)
        self._make = MainButton(_("Make the document"), "document")
        self._save = PlainButton(_("Save as…"))
        close = PlainButton(_("Close"))
        for button, act in (
            (self._add, self._on_add),
            (self._out, self._on_out),
            (self._make, self._on_make),
            (self._save, self._on_save),
            (close, self.reject),
        ):
            button.clicked.connect(lambda _checked=False, act=act: act())
        self.files.selected.connect(lambda chosen: self._out.setEnabled(chosen is not None))
        tools = row(self._add, self._out, self._state)
        tools.setStretch(2, 1)
        words = _("Two to six communes, from the documents they make for the federation. Nothing leaves this computer.")
        inside = column(framed(self.files), tools, field(_("Name of the basin"), self._name), self._map, spacing=10)
        inside.setStretch(0, 3)
        inside.setStretch(3, 4)
        box = column(
            title(_("Join neighbouring communes")),
            Label(words, tone="soft", wrap=True),
            scrolled(holder(inside)),
            self._said,
            foot(close, self._make, beside=(self._save,)),
            margins=(24, 18, 24, 16),
            spacing=10,
        )
        box.setStretch(2, 1)
        self.setLayout(box)
        self._make.setDefault(True)
        sized(self, LIST, 680)
        self._show()

    # --- files ---------------------------------------------------------------------------------------

    def add(self, paths: Sequence[Path]) -> None:
        """Read files or folders in processes of their own, and show what they hold once they are read."""
        if not paths:
            return
        self._reading += 1
        work = Work(lambda: _found(tuple(paths), self._now, self._over), self)
        work.ended.connect(self._on_found)
        work.start()
        self._show()

    def _on_found(self, found: object) -> None:
        self._reading -= 1
        if isinstance(found, tuple):
            datas, refused = found
            self._datas, self._refused = (*self._datas, *datas), (*self._refused, *refused)
        elif isinstance(found, UserError):
            self._said.setText(found.sentence)
        self._show()

    def _on_add(self) -> None:
        pattern = _("What communes send (*.pdf *.json *.zip *.eml *.msp100);;All files (*)")
        paths, _kind = QtWidgets.QFileDialog.getOpenFileNames(self, _("Choose the files…").rstrip("…"), "", pattern)
        self.add([Path(path) for path in paths])

    def _on_out(self) -> None:
        chosen = self.files.chosen_id()
        keys = {one.key for one in self._rows() if one.id == chosen}
        self._datas = tuple(data for data in self._datas if _key(data) not in keys)
        self._refused = tuple(read for read in self._refused if (read.name, "") not in keys)
        self._show()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    # --- what is shown -------------------------------------------------------------------------------

    def _rows(self) -> list[_Row]:
        newest: dict[tuple[str, str], CommuneData] = {}
        for data in self._datas:
            other = newest.get(_key(data))
            if other is None or other.made_at < data.made_at:
                newest[_key(data)] = data
        found = [
            ((read.name, ""), read.name, refusal_words(read.why) if read.why else "", True) for read in self._refused
        ]
        for key, data in newest.items():
            words = _("of {day}").format(day=long_date(data.made_at.date(), language()))
            found.append((key, data.commune.name or data.commune.insee, words, False))
        return [_Row(number, *values) for number, values in enumerate(dict.fromkeys(found), 1)]

    def _show(self) -> None:
        rows = self._rows()
        self.files.show_rows(rows)
        self._out.setEnabled(self.files.chosen_id() is not None)
        self._basin, sentence = None, ""
        try:
            self._basin = joined(self._datas)
        except UserError as error:
            sentence = error.sentence
        if self._basin is not None:
            count = len(self._basin.members)
            sentence = ngettext("{count} commune joined.", "{count} communes joined.", count).format(count=count)
        self._state.setText(_("The files are being read…") if self._reading else sentence)
        for button in (self._make, self._save):
            button.setEnabled(self._basin is not None and not self._reading)
        self._show_map()

    def _show_map(self) -> None:
        clear(self._map)
        lines = self._lines()
        if self._basin is None:
            self._map.addWidget(hint(_("Who is where is shown here once two communes are there.")))
            return
        if not lines:
            self._map.addWidget(
                hint(_("What they sent counts no professional and no offer of care: « Who is where » would be empty."))
            )
            return
        heads = [_("Who is where"), *self._basin.names, _("Basin"), _("Nearby")]
        table = RecordTable(_("Who is where"), [_column(one_line(head), place, len(heads)) for place, head in enumerate(heads)], sortable=False)  # fmt: skip
        table.setMinimumHeight(theme().px(_MAP))
        table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        table.show_rows(lines)
        self._map.addWidget(framed(table))

    def _lines(self) -> list[_Line]:
        if self._basin is None:
            return []
        rows = [one for _group, lines in map_lines(self._basin) for one in lines]
        return [
            _Line(number, (words, *map(cell_words, one.cells), total_words(one), beside_words(one)))
            for number, (words, one) in enumerate(rows, 1)
        ]

    # --- the document --------------------------------------------------------------------------------

    def _on_make(self) -> None:
        found = place_now(documents_path())
        tell_place(self, found)
        path = self._written(found.folder)
        if path is not None:
            self._said.setText(_("Saved in {folder}").format(folder=path.parent))
            open_outside(path)

    def _on_save(self) -> None:
        folder = QtWidgets.QFileDialog.getExistingDirectory(
            self, _("Where to write the document"), str(proposed_folder())
        )
        path = self._written(Path(folder), word=True) if folder and self._written(Path(folder)) is not None else None
        if path is not None:
            self._said.setText(_("Saved in {folder}, as PDF and for Word").format(folder=path.parent))

    def _written(self, folder: Path, *, word: bool = False) -> Path | None:
        from msp_desktop.federation.basin import basin_file

        if self._basin is None:
            return None
        name = " ".join(self._name.text().split())
        try:
            with busy():
                return basin_file(self._basin, name, folder, self._now.date(), self._now, word=word)
        except UserError as error:
            self._said.setText(error.sentence)
            return None

    @override
    def done(self, result: int) -> None:
        self._over.set()
        super().done(result)


def _found(
    paths: Sequence[Path], now: datetime, over: threading.Event
) -> tuple[tuple[CommuneData, ...], tuple[ReadFile, ...]]:
    from msp_desktop.federation.basin import found_in

    found = found_in(paths, now, over.is_set)
    return found.datas, found.refused


def _key(data: CommuneData) -> tuple[str, str]:
    return data.commune.insee, data.sender.dossier


def _column(head: str, place: int, count: int) -> Column:
    numbers = 0 < place < count - 1
    return Column(
        head, lambda line: line.cells[place], width=140 if not place else min(_WIDE, max(_NARROW, _LETTER * len(head) + 28)), right=numbers, bold=place in (0, count - 2)
    )  # fmt: skip
