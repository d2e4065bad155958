"""The step where one finds one's commune; what it does in the box of a new dossier is tested there."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from msp_desktop.ui.dialogs.find_commune import FindCommune
from tests.ui.find import says


def test_the_former_name_that_was_typed_is_told_beside_today_s(qtbot: QtBot) -> None:
    page = FindCommune()
    qtbot.addWidget(page)
    page.line.setText("sainte colombe en auxois")
    assert page.entry is not None
    chosen = page.list.rows.row_at(0)
    assert chosen.entry.insee == page.entry.insee
    page.line.setText("z")
    assert page.entry is None
    assert page.list.rows.rowCount() == 0


def test_a_commune_that_is_not_in_the_list_is_not_chosen(qtbot: QtBot) -> None:
    page = FindCommune()
    qtbot.addWidget(page)
    told: list[bool] = []
    page.line.setText("aubusson")
    page.chosen.connect(lambda: told.append(True))
    page.show_chosen("75056")
    assert page.entry is None
    page.show_chosen("23008")
    assert page.entry is not None
    assert page.entry.name == "Aubusson"
    assert told
    page.show()
    assert says(page, "Creuse Grand Sud")


def test_the_name_has_the_room_that_the_other_columns_leave(qtbot: QtBot) -> None:
    page = FindCommune()
    qtbot.addWidget(page)
    page.resize(620, 500)
    page.show()
    page.line.setText("saint-remy-en")
    widths = [page.list.columnWidth(index) for index in range(3)]
    assert sum(widths) == page.list.viewport().width()
    longest = page.list.rows.index(1, 0).data()
    assert longest.startswith("Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson")
    assert widths[0] > page.list.fontMetrics().horizontalAdvance(longest)
