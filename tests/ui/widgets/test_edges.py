"""What stands at an edge or on a line does: links, boxes before words, fields of a form in little room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.domain.people import Person
from msp_desktop.services.people import update_person
from msp_desktop.ui.forms.field import Field, line
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.theme import apply_theme, theme
from msp_desktop.ui.widgets.buttons import IconButton, LinkButton, PlainButton
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, row
from msp_desktop.ui.widgets.tick import Tick
from msp_desktop.ui.workspace import Workspace


def shown(qtbot: QtBot, *parts: QWidget, width: int = 320) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.setLayout(column(*(row(part, -1) if isinstance(part, LinkButton) else part for part in parts), -1))
    window.resize(width, 300)
    window.show()
    qtbot.waitExposed(window)
    return window


def first_ink(widget: QWidget) -> int:
    """Return how far from its left edge a widget begins to be drawn in other than its ground, in pixels."""
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = picture.pixel(picture.width() - 1, 1)
    columns = range(picture.width())
    return next(x for x in columns if any(picture.pixel(x, y) != ground for y in range(4, picture.height() - 4)))


def test_a_link_begins_where_the_words_above_it_do(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "light", 100)
    words, link = Label("Hommes"), LinkButton("Hommes")
    window = shown(qtbot, words, link)
    assert abs(first_ink(link) - first_ink(words)) <= 2
    assert link.mapTo(window, QPoint(0, 0)).x() == words.mapTo(window, QPoint(0, 0)).x()


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize(
    "words", ["Court", "Des mots qui vont sur deux lignes ou trois parce qu’il n’y a pas de place ici"]
)
def test_a_box_stands_on_the_first_line_of_its_words(
    qtbot: QtBot, qapp: QApplication, percent: int, words: str
) -> None:
    apply_theme(qapp, "light", percent)
    tick = Tick(words, done=False)
    window = shown(qtbot, tick)
    assert window.isVisible()
    box, label = tick.findChild(QCheckBox), tick.findChild(Label)
    middle = box.geometry().center().y()
    line_of = QFontMetrics(label.font()).height()
    first = label.y() + label.contentsMargins().top() + line_of / 2
    assert abs(middle - first) <= theme().px(2)


def test_a_button_may_be_its_icon_alone_and_keeps_its_name(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "light", 100)
    small, plain = IconButton("Changer <tout>", "pencil"), PlainButton("Imprimer & fermer", "print")
    window = shown(qtbot, small, plain)
    assert window.isVisible()
    assert (small.text(), small.accessibleName()) == ("", "Changer <tout>")
    assert "&lt;tout&gt;" in small.toolTip()
    assert abs(small.width() - small.height()) <= 2
    wide = plain.minimumSizeHint().width()
    plain.as_icon(True)
    assert plain.minimumSizeHint().width() < wide / 2
    assert (plain.text(), plain.accessibleName()) == ("", "Imprimer & fermer")
    plain.as_icon(False)
    assert (plain.minimumSizeHint().width(), plain.toolTip()) == (wide, "")


def test_fields_side_by_side_stand_one_under_the_other_in_little_room(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace
) -> None:
    apply_theme(qapp, "light", 100)
    pair = (Field("first_name", "Prénom", line(), width=170), Field("last_name", "Nom", line(), width=170))
    form = Form(workspace, Person, update_person, [pair], fold_under=352)
    window = shown(qtbot, form, width=400)
    first, last = form.editor("first_name"), form.editor("last_name")
    assert first.y() == last.y()
    assert form.minimumSizeHint().width() < 352
    window.resize(270, 300)
    qtbot.waitUntil(lambda: last.y() > first.y())
    assert window.width() == 270
    window.resize(400, 300)
    qtbot.waitUntil(lambda: first.y() == last.y())
