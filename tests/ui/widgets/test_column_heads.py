"""The arrow of the column sorted by stands over no letter, and moves only the words it would stand over."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionHeader
from pytestqt.qtbot import QtBot

from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.widgets.record_table import RecordTable


def test_words_that_end_at_the_right_leave_the_arrow_its_place(qtbot: QtBot) -> None:
    columns = [Column("Commune", str, width=90), Column("Jour", str, width=90, right=True)]
    table = RecordTable("Communes", columns)
    qtbot.addWidget(table)
    header = table.horizontalHeader()

    def words() -> list[str]:
        found = []
        for section in range(len(columns)):
            option = QStyleOptionHeader()
            header.initStyleOption(option)
            header.initStyleOptionForIndex(option, section)
            found.append(option.text)
        return found

    assert words() == ["Commune", "Jour"]
    for section, said in ((1, ["Commune", "Jour\u00a0\u00a0\u00a0"]), (0, ["Commune", "Jour"])):
        header.setSortIndicator(section, Qt.SortOrder.AscendingOrder)
        assert words() == said
    table.setColumnWidth(1, 40)  # no room: its first letter counts more
    header.setSortIndicator(1, Qt.SortOrder.AscendingOrder)
    assert words() == ["Commune", "Jour"]
    assert table.model().headerData(1, Qt.Orientation.Horizontal) == "Jour"  # what is heard stays as it is
