"""The small forms inside the actions: lists one adds to by Enter, tables one writes in, fields that keep themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.people import Category, Person
from msp_desktop.i18n import _
from msp_desktop.ui.dialogs.small_forms.objectives import Objectives
from msp_desktop.ui.dialogs.small_forms.partners import Partners
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace
from tests.ui.find import named

KEY = Qt.Key


@pytest.fixture
def opened(workspace: Workspace, shown: Callable[[QDialog], QDialog], qtbot: QtBot) -> Callable[..., QDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)

    def open_form(kind: type[QDialog], *more: object) -> QDialog:
        return shown(kind(workspace, *more, parent))

    return open_form


def cell(table: RecordTable, row: int, title: str) -> tuple[object, str]:
    """Return a table's cell and what it shows."""
    titles = [table.rows.headerData(place, Qt.Orientation.Horizontal) for place in range(table.rows.columnCount())]
    index = table.rows.index(row, titles.index(title))
    return index, str(index.data())


def write(table: RecordTable, row: int, title: str, words: object) -> None:
    table.rows.setData(cell(table, row, title)[0], words)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "record", "line", "shown_in"),
    [
        (Objectives, Objective, "A new objective", "title"),
        (Partners, Person, "A new partner", "organisation"),
    ],
)
def test_enter_adds_what_is_typed_and_leaves_room_for_the_next(
    opened: Callable[..., QDialog], workspace: Workspace, qtbot: QtBot,
    kind: type[QDialog], record: type, line: str, shown_in: str,
) -> None:  # fmt: skip
    form = opened(kind)
    before = len(workspace.reader.all(record))
    adder = named(form, QLineEdit, _(line))
    for words in ("Un", "Deux"):
        qtbot.keyClicks(adder, words)
        qtbot.keyClick(adder, KEY.Key_Return)
        assert adder.text() == ""
    rows = workspace.reader.all(record, order="id")
    assert [getattr(row, shown_in) for row in rows[before:]] == ["Un", "Deux"]
    qtbot.keyClick(adder, KEY.Key_Return)
    assert len(workspace.reader.all(record)) == before + 2, "an empty line adds nothing"
    form.close()


def test_a_partner_s_telephone_and_kind_are_written_in_the_table(
    opened: Callable[..., QDialog], workspace: Workspace
) -> None:
    form = opened(Partners)
    table = named(form, RecordTable, _("Partners"))
    key = table.rows.row_at(0).id
    write(table, 0, _("Telephone"), "0102030405")
    write(table, 0, _("What they are"), Category.SCHEME)
    partner = workspace.reader.one(Person, key)
    assert (partner.phone, partner.category) == ("0102030405", Category.SCHEME)
    form.close()


def test_a_partner_s_address_that_is_none_is_said_and_not_written(
    opened: Callable[..., QDialog], workspace: Workspace
) -> None:
    form = opened(Partners)
    said: list[str] = []
    workspace.refused.connect(said.append)
    table = named(form, RecordTable, _("Partners"))
    key = table.rows.row_at(0).id
    write(table, 0, _("E-mail"), "CCAS <ccas@exemple.fr>")
    assert workspace.reader.one(Person, key).email == "ccas@exemple.fr"
    write(table, 0, _("E-mail"), "ccas@exemple")
    assert workspace.reader.one(Person, key).email == "ccas@exemple.fr"
    assert ["n’est pas une adresse électronique" in sentence for sentence in said] == [True]
    form.close()
