"""Arrangements used everywhere: what is put in is there, and what is taken out is gone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.ui.widgets.layouts import clear, column, field, framed, holder, page_of_fields, row, scrolled


def test_items_stand_in_order_with_gaps_and_stretches_between(qtbot: QtBot) -> None:
    one, two = QLabel("un"), QLabel("deux")
    page = holder(row(one, 30, two, -1, spacing=0))
    qtbot.addWidget(page)
    page.resize(500, 40)
    page.show()
    assert two.x() - one.geometry().right() >= 30
    assert two.geometry().right() < 300, "the stretch takes the rest"


def test_a_column_holds_rows(qtbot: QtBot) -> None:
    one, two, three = QLabel("un"), QLabel("deux"), QLabel("trois")
    page = holder(column(row(one, two), three))
    qtbot.addWidget(page)
    page.show()
    assert one.y() == two.y()
    assert three.y() > one.y()


def test_a_field_s_label_leads_to_it(qtbot: QtBot) -> None:
    line = QLineEdit()
    page = holder(field("&Nom", line, QLabel("aide")))
    qtbot.addWidget(page)
    page.show()
    label = page.findChildren(QLabel)[0]
    assert label.buddy() is line
    assert label.y() < line.y() < page.findChildren(QLabel)[1].y()


def test_a_tall_field_takes_the_height_there_is(qtbot: QtBot) -> None:
    content = QWidget()
    page = holder(field("Notes", content, tall=True))
    qtbot.addWidget(page)
    page.resize(200, 600)
    page.show()
    assert content.height() > 500


def test_what_is_cleared_is_deleted_inner_layouts_too(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box = QVBoxLayout(page)
    inner = QLabel("dedans")
    box.addLayout(row(inner, QLabel("aussi")))
    box.addWidget(QLabel("dehors"))
    box.addStretch(1)
    page.show()
    clear(box)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert box.count() == 0
    assert page.findChildren(QLabel) == []


def test_a_pane_scrolls_up_and_down_and_is_never_narrower_than_its_content(qtbot: QtBot) -> None:
    inner = QWidget()
    inner.setMinimumSize(400, 2000)
    content = holder(column(inner))
    pane = scrolled(content, "Actions")
    qtbot.addWidget(pane)
    pane.resize(300, 300)
    pane.show()
    assert pane.accessibleName() == "Actions"
    assert pane.minimumSizeHint().width() >= 400
    assert pane.verticalScrollBar().maximum() > 0
    assert pane.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert pane.focusPolicy() == Qt.FocusPolicy.NoFocus, "the keyboard stops at what is in it"


def test_content_that_grows_widens_its_pane(qtbot: QtBot) -> None:
    content = QWidget()
    box = QVBoxLayout(content)
    pane = scrolled(content)
    qtbot.addWidget(pane)
    pane.show()
    before = pane.minimumSizeHint().width()
    wide = QLabel("x")
    wide.setMinimumWidth(700)
    box.addWidget(wide)
    qtbot.waitUntil(lambda: pane.minimumSizeHint().width() > before)


def test_a_frame_holds_its_content(qtbot: QtBot) -> None:
    content = QLabel("dedans")
    frame = framed(content)
    qtbot.addWidget(frame)
    assert content.parent() is frame
    assert frame.objectName() == "framed"


def test_a_page_of_fields_leaves_a_large_screen_s_rest_empty(qtbot: QtBot) -> None:
    line = QLineEdit()
    pane = scrolled(page_of_fields(column(line, -1)), "Champs")
    qtbot.addWidget(pane)
    for room, wide in ((2560, 1120), (800, 800)):
        pane.resize(room, 300)
        pane.show()
        QApplication.processEvents()
        assert line.width() == wide
        assert line.x() == 0
