"""The known dossiers in their list: what is read of each, and what one hears."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from msp_desktop.domain.week import Due, DueKind, TownWeek
from msp_desktop.services.preferences import Recent
from msp_desktop.ui.shell.known_list import KnownList
from msp_desktop.ui.widgets.list_rows import ROW, ListRow
from tests.conftest import TODAY

ENTRY = Recent(path="/a/aubusson.msp100", name="Aubusson", department="Creuse", day_zero="2026-03-22")
TOWN = TownWeek(
    path=ENTRY.path,
    name="Aubusson",
    department="Creuse",
    department_code="23",
    day_zero=date(2026, 3, 22),
    coming=Due(kind=DueKind.ACTION, key=3, day=date(2026, 4, 21), title="État des lieux"),
    follow_ups=(date(2026, 4, 20), date(2026, 5, 5)),
    vigilances=2,
    meeting_on=date(2026, 5, 12),
)


def shown(qtbot: QtBot, width: int, *towns: TownWeek) -> KnownList:
    made = KnownList((ENTRY,), TODAY)
    qtbot.addWidget(made)
    made.resize(width, 100)
    made.show()
    made.show_towns({town.path: town for town in towns})
    return made


def row_of(made: KnownList) -> ListRow:
    found = made.model().index(0, 0).data(ROW)
    assert isinstance(found, ListRow)
    return found


def words(made: KnownList) -> list[tuple[str, str]]:
    return [(column.text, column.under.text if column.under else "") for column in row_of(made).columns]


def test_what_is_due_owed_watched_and_planned_stands_beside_the_name(qtbot: QtBot) -> None:
    assert words(shown(qtbot, 900, TOWN)) == [
        ("État des lieux", "7 jours de retard"),
        ("1 relance, 1 en retard", "2 points de vigilance"),
        ("prochaine rencontre", "mardi\u00a012\u00a0mai"),
    ]


def test_all_that_is_late_is_counted(qtbot: QtBot) -> None:
    late = tuple(Due(kind=DueKind.ACTION, key=key, day=date(2026, 4, 20 + key), title="x") for key in range(3))
    assert words(shown(qtbot, 900, replace(TOWN, due=late)))[0][1] == "3 en retard, jusqu’à 7 jours"


def test_with_nothing_due_it_says_so(qtbot: QtBot) -> None:
    calm = replace(TOWN, coming=None, follow_ups=(), vigilances=0, meeting_on=None)
    assert words(shown(qtbot, 900, calm)) == [
        ("Tout ce qui était prévu est fait", ""),
        ("aucune relance", "rien à signaler"),
        ("prochaine rencontre", "aucune prévue"),
    ]


@pytest.mark.parametrize(("width", "columns"), [(900, 3), (800, 2), (600, 1), (400, 0)])
def test_a_narrow_list_keeps_the_name_and_what_is_due_first(qtbot: QtBot, width: int, columns: int) -> None:
    assert len(words(shown(qtbot, width, TOWN))) == columns


def test_all_of_it_is_heard_however_narrow_the_list(qtbot: QtBot) -> None:
    made = shown(qtbot, 400, TOWN)
    heard = made.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "2 points de vigilance" in heard
    assert "État des lieux" in heard


def test_a_dossier_that_cannot_be_read_says_why_in_its_row(qtbot: QtBot) -> None:
    made = shown(qtbot, 900, TownWeek(path=ENTRY.path, name="aubusson", problem="Le fichier est introuvable."))
    found = row_of(made)
    assert found.title == "Aubusson"
    assert found.second is not None
    assert found.second.text == "Le fichier est introuvable."
    assert not found.columns
    assert not found.meter


def test_a_picture_that_is_none_is_no_harm(qtbot: QtBot) -> None:
    made = shown(qtbot, 900, replace(TOWN, arms=b"\x89PNG\r\n\x1a\n cassee"))
    assert not made.grab().isNull()


def test_follow_ups_are_counted_as_the_dossier_counts_them_and_those_to_come_are_said_so(qtbot: QtBot) -> None:
    ahead = replace(TOWN, follow_ups=(date(2026, 5, 5), date(2026, 5, 6)))
    assert words(shown(qtbot, 900, ahead))[1][0] == "2 relances à venir"
    today = replace(TOWN, follow_ups=(TODAY, date(2026, 5, 6)))
    assert words(shown(qtbot, 900, today))[1][0] == "1 relance, 1 aujourd’hui"


def test_a_logo_too_wide_to_be_read_leaves_the_commune_its_own_mark(qtbot: QtBot) -> None:
    def with_picture(width: int) -> QImage:
        image = QImage(width, 100, QImage.Format.Format_RGB32)
        image.fill(QColor("magenta"))
        content = QBuffer()
        content.open(QBuffer.OpenModeFlag.WriteOnly)
        image.save(content, "PNG")
        drawn: QImage = shown(qtbot, 900, replace(TOWN, arms=bytes(content.data().data()))).grab().toImage()
        return drawn

    wide, square = with_picture(600), with_picture(100)
    magenta = QColor("magenta").rgb()
    assert not any(wide.pixel(x, 40) == magenta for x in range(72))
    assert any(square.pixel(x, 40) == magenta for x in range(72))
