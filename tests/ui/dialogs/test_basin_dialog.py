"""Neighbouring communes joined in a dialog."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from msp_desktop.domain.carried.envelope import encoded
from msp_desktop.ui.dialogs import basin_dialog
from msp_desktop.ui.dialogs.basin_dialog import BasinDialog
from msp_desktop.ui.widgets.record_table import RecordTable
from tests.basins import basin_of
from tests.conftest import NOW
from tests.ui.find import button, says


def shown(box: BasinDialog) -> list[str]:
    return [one.title for one in box.files.rows.rows()]


def test_files_added_are_read_joined_and_written(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(basin_dialog, "open_outside", opened.append)
    monkeypatch.setattr(basin_dialog, "documents_path", lambda: tmp_path / "out")
    (tmp_path / "a.json").write_bytes(encoded(basin_of(2)[1]))
    (tmp_path / "b.pdf").write_bytes(b"no paper")
    box = BasinDialog(NOW, datas=basin_of(1))
    qtbot.addWidget(box)
    box.show()
    assert not button(box, "Faire le document").isEnabled()
    box.add([tmp_path / "a.json", tmp_path / "b.pdf"])
    qtbot.waitUntil(lambda: len(shown(box)) == 3, timeout=60_000)
    (table,) = [one for one in box.findChildren(RecordTable) if one is not box.files]
    assert table.rows.rows()[0].cells == ("Médecin", "1", "2", "3", "–")
    button(box, "Faire le document").click()
    assert opened[0].read_bytes().startswith(b"%PDF")


def test_communes_that_tell_of_no_professional_are_said_to(qtbot: QtBot) -> None:
    blank = [replace(data, places=(), departures=(), ages=(), crossed=(), people=(), offers=()) for data in basin_of(2)]
    box = BasinDialog(NOW, datas=blank)
    qtbot.addWidget(box)
    assert says(
        box,
        "Ce qu’elles ont envoyé ne compte ni professionnel ni offre de soins : le tableau « Qui est où » serait vide.",
    )
    assert not says(box, "dès que deux communes sont là")


def test_a_commune_is_taken_away(qtbot: QtBot) -> None:
    box = BasinDialog(NOW, datas=basin_of(3))
    qtbot.addWidget(box)
    box.files.select(1)
    button(box, "Retirer").click()
    assert len(shown(box)) == 2
    assert button(box, "Faire le document").isEnabled()
