"""« À propos »: the version, all that it is made of, and the licence of each part."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from msp_desktop import __version__
from msp_desktop.i18n import _
from msp_desktop.ui.dialogs.about import About
from tests.ui.find import button, says

Show = Callable[[About], About]


def test_it_says_which_version_of_what(shown: Show) -> None:
    box = shown(About())
    assert says(box, __version__)
    for name in ("Python", "Qt", "SQLite", "PySide6", "SQLAlchemy", "ReportLab"):
        assert says(box, name)


def test_every_part_has_a_licence_to_read(shown: Show) -> None:
    box = shown(About())
    parts = [box.table.rows.row_at(number) for number in range(box.table.rows.rowCount())]
    assert len(parts) > 10
    for part in parts:
        box.table.select(part.id)
        assert box.text.toPlainText().startswith(f"{part.id} {part.version}".strip() + f"\n{part.licence}")
        assert len(box.text.toPlainText()) > 200, part.name


def test_one_can_only_read(shown: Show) -> None:
    assert shown(About()).text.isReadOnly()


def test_the_diagnostic_and_the_data_s_place_are_asked_for(shown: Show, qtbot: QtBot) -> None:
    box = shown(About())
    with qtbot.waitSignal(box.request_place):
        button(box, _("Open the data's location")).click()
    assert not says(box, _("Copied. It holds no name and nothing you typed: paste it into your message."))
    with qtbot.waitSignal(box.request_diagnostic):
        button(box, _("Copy the diagnostic")).click()
    assert says(box, _("Copied. It holds no name and nothing you typed: paste it into your message."))
