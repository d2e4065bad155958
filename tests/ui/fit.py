"""What does not fit of what is shown: cut, sliced, overlapping, out of reach, too wide, or « … » without a tool tip."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenuBar,
    QPlainTextEdit,
    QScrollArea,
    QSizeGrip,
    QSplitterHandle,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QTextBrowser,
    QWidget,
)

from msp_desktop.ui.shell.side_room import SideRoom
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.elided import CutLabel, Elided
from msp_desktop.ui.widgets.elided import ElidedLink as OneLineLink
from msp_desktop.ui.widgets.elided_link import ElidedLink
from msp_desktop.ui.widgets.parsed_field import ParsedField
from msp_desktop.ui.widgets.sizes import PAGE

#: What Qt lays out by itself.
_WHOLE = (QLineEdit, QComboBox, QAbstractSpinBox, QTabBar, QMenuBar, QCalendarWidget, QHeaderView)
#: What Qt or its fonts may find too much by rounding, in pixels.
SLACK = 2
#: What stands under its own words, cut with « … » where there is no room, and says them all in its tip.
_CUT_WELL = (Elided, CutLabel, ElidedLink, OneLineLink)


def faults(top: QWidget) -> list[str]:
    """Return one line for each thing in a window that cannot be read or reached, the name of the thing first."""
    found = _overlaps(top)
    for widget in shown(top):
        found += [
            f"{_called(widget)}: {words}"
            for words in (*_reach(widget, top), *_words(widget), *_wide(widget), *_overlaps(widget))
        ]
    return found


def shown(top: QWidget) -> Iterator[QWidget]:
    """Give each widget that is seen, those apart that Qt lays out in its own."""
    for widget in top.findChildren(QWidget):
        above = widget.parentWidget()
        if not widget.isVisible() or widget.isWindow() or isinstance(widget, (QSplitterHandle, QSizeGrip)):
            continue
        if isinstance(above, _WHOLE) or (isinstance(above, QAbstractScrollArea) and widget is not above.viewport()):
            continue
        views = isinstance(above, QWidget) and isinstance(above.parentWidget(), QAbstractItemView)
        if not views and widget.window() is top and not any(isinstance(one, QCalendarWidget) for one in _above(widget)):
            yield widget


def _above(widget: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()


def _called(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    said = widget.accessibleName() or (text() if callable(text) else "") or widget.objectName()
    place = next((one.accessibleName() for one in _above(widget) if one.accessibleName()), "")
    return f"{type(widget).__name__} « {str(said)[:60]} »" + ("" if said or not place else f" in « {place[:40]} »")


# --- reached ---------------------------------------------------------------------------------------


def _reach(widget: QWidget, top: QWidget) -> list[str]:
    if not isinstance(widget, (QAbstractButton, QLineEdit, QComboBox, QLabel, QAbstractScrollArea, QTabBar)):
        return []
    if isinstance(widget, QLabel) and not widget.text() and widget.pixmap().isNull():
        return []
    for above in _above(widget):
        place = QRect(widget.mapTo(above, QPoint(0, 0)), widget.size())
        if isinstance(above, QAbstractScrollArea):
            content = above.widget() if isinstance(above, QScrollArea) else None
            if isinstance(above, QScrollArea) and content is not None and content.isAncestorOf(widget):
                return _scrolls(widget, above)
            return []
        if _viewport_of(above) is not None:
            continue
        if place.left() < 0 or place.right() >= above.width() + SLACK:
            return [f"from {place.left()} to {place.right() + 1} across, in {above.width()} of {type(above).__name__}"]
        if place.top() < 0 or place.bottom() >= above.height() + SLACK:
            return [f"from {place.top()} to {place.bottom() + 1} down, in {above.height()} of {type(above).__name__}"]
        if above is top:
            return []
    return []


def _viewport_of(widget: QWidget) -> QAbstractScrollArea | None:
    above = widget.parentWidget()
    return above if isinstance(above, QAbstractScrollArea) and above.viewport() is widget else None


def _scrolls(widget: QWidget, area: QScrollArea) -> list[str]:
    """Say what of a widget scrolling cannot bring into view."""
    content, view = area.widget(), area.viewport()
    assert content is not None
    place = QRect(widget.mapTo(content, QPoint(0, 0)), widget.size())
    across = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    width = min(content.width(), view.width()) if across else content.width()
    if place.left() < 0 or place.right() >= width + SLACK:
        return [f"from {place.left()} to {place.right() + 1} across, in {width} of what scrolls"]
    if place.top() < 0 or place.bottom() >= content.height() + SLACK:
        return [f"from {place.top()} to {place.bottom() + 1} down, in {content.height()} of what scrolls"]
    if view.height() < min(content.height(), 2 * widget.fontMetrics().height()):
        return [f"scrolls in {view.height()} pixels"]
    return []


# --- read -------------------------------------------------------------------------------------------


def _words(widget: QWidget) -> list[str]:
    if isinstance(widget, _CUT_WELL):
        return _cut_well(widget)
    if isinstance(widget, QLabel):
        return _label(widget)
    if isinstance(widget, QAbstractButton):
        return _button(widget)
    if isinstance(widget, QLineEdit):
        return _line(widget)
    if isinstance(widget, QComboBox):
        return _choice(widget)
    if isinstance(widget, QTabBar):
        return _tabs(widget)
    if isinstance(widget, (QTableView, QListView)):
        return _view(widget)
    if isinstance(widget, (QPlainTextEdit, QTextBrowser)) and widget.viewport().height() < _line_height(widget):
        return [f"shows {widget.viewport().height()} pixels of a line of {_line_height(widget)}"]
    return []


def _wide(widget: QWidget) -> list[str]:
    """Say which field is so wide, on a large screen, that the eye loses it."""
    most = theme().px(PAGE) + SLACK
    if isinstance(widget, (QLineEdit, QPlainTextEdit, QComboBox)) and widget.width() > most:
        return [f"{widget.width()} wide, nobody reads beyond {most}"]
    return []


def _line_height(widget: QWidget) -> int:
    return widget.fontMetrics().height()


def _cut_well(widget: QLabel | QAbstractButton) -> list[str]:
    words = widget.accessibleName() or widget.text()
    read = widget.shown() if isinstance(widget, CutLabel) else widget.text()
    found = ["says « … » alone"] if words and read.strip(" \u2009") in ("…", "") and widget.text() else []
    if widget.height() < _line_height(widget) - SLACK:
        found.append(f"{widget.height()} high, a line is {_line_height(widget)}")
    return found


def _label(label: QLabel) -> list[str]:
    if not label.text() or not label.pixmap().isNull():
        return []
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height() + SLACK:
            return [f"{label.height()} high, its sentences need {needed}"]
        around = label.width() - label.contentsRect().width() + 2 * label.margin()
        longest = max((label.fontMetrics().horizontalAdvance(word) for word in _unbroken(label.text())), default=0)
        if longest + around > label.width() + SLACK:
            return [f"{label.width()} wide, a word needs {longest + around}"]
        return []
    hint = label.sizeHint()
    if hint.width() > label.width() + SLACK and not label.toolTip():
        return [f"{label.width()} wide, its words need {hint.width()}"]
    if hint.height() > label.height() + SLACK and _line_height(label) > label.height() + SLACK:
        return [f"{label.height()} high, its words need {hint.height()}"]
    return []


def _unbroken(text: str) -> list[str]:
    return [part for word in text.replace("\u00ad", " ").split() for part in word.replace("-", "- ").split()]


def _button(button: QAbstractButton) -> list[str]:
    glyph = 0 if button.icon().isNull() else button.iconSize().width()
    words = max((button.fontMetrics().horizontalAdvance(line) for line in _plain(button.text())), default=0)
    found = []
    if button.text() and button.width() < words + glyph:
        found.append(f"{button.width()} wide, its words need {words + glyph}")
    lines = len(_plain(button.text())) or 1
    if button.height() < max(lines * _line_height(button) if button.text() else 0, glyph) - SLACK:
        found.append(f"{button.height()} high, its words need {lines * _line_height(button)}")
    if not button.text() and not button.icon().isNull() and not button.accessibleName():
        found.append("an icon without a name")
    return found


def _plain(text: str) -> list[str]:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").split("\n")


def _line(line: QLineEdit) -> list[str]:
    found = []
    if line.height() < _line_height(line):
        found.append(f"{line.height()} high, a line is {_line_height(line)}")
    margins = line.textMargins()
    beside = sum(one.width() + 4 for one in line.findChildren(QAbstractButton) if one.isVisible())
    room = line.contentsRect().width() - margins.left() - margins.right() - 4
    room -= 0 if margins.left() + margins.right() else beside
    advance = line.fontMetrics().horizontalAdvance
    if isinstance(line, ParsedField) and line.text() and advance(line.text()) > room + SLACK and not line.toolTip():
        found.append(f"« {line.text()} » needs {advance(line.text())}, has {room}")
    elif not line.text() and advance(line.placeholderText()) > room + SLACK and not line.toolTip():
        found.append(f"« {line.placeholderText()} » needs {advance(line.placeholderText())}, has {room}")
    return found


def _choice(box: QComboBox) -> list[str]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    kind, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(kind, option, part, box)
    needed = box.fontMetrics().horizontalAdvance(box.currentText())
    found = []
    if needed > room.width() + SLACK and not box.toolTip():
        found.append(f"« {box.currentText()} » needs {needed}, has {room.width()}")
    if box.height() < _line_height(box):
        found.append(f"{box.height()} high, a line is {_line_height(box)}")
    return found


def _tabs(bar: QTabBar) -> list[str]:
    found = []
    for index in range(bar.count()):
        place = bar.tabRect(index)
        if bar.isTabVisible(index) and (place.left() < 0 or place.right() > bar.width() + SLACK):
            found.append(f"« {bar.tabText(index)} » at {place.right()} in {bar.width()}")
    return found


def _view(view: QTableView | QListView) -> list[str]:
    """Say which heads and cells are cut without a tool tip, which columns are out of reach, how few rows are seen."""
    found = []
    model, room = view.model(), view.viewport()
    rows = model.rowCount() if model is not None else 0
    if rows:
        first = view.visualRect(model.index(0, 0)).height()
        if first > 0 and room.height() < min(rows, 2) * first - SLACK:
            found.append(f"shows {room.height()} pixels of {rows} rows of {first}")
    if not isinstance(view, QTableView):
        return found
    header = view.horizontalHeader()
    shown_columns = [index for index in range(header.count()) if not header.isSectionHidden(index)]
    total = sum(header.sectionSize(index) for index in shown_columns)
    off = view.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if off and total > room.width() + SLACK:
        found.append(f"columns of {total} in {room.width()} that does not scroll")
    if header.isVisible():
        for index in shown_columns:
            words = str(model.headerData(index, Qt.Orientation.Horizontal) or "")
            needed = header.fontMetrics().horizontalAdvance(words) + 8
            tip = model.headerData(index, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
            if needed > header.sectionSize(index) + SLACK and not tip:
                found.append(f"head « {words} » needs {needed}, has {header.sectionSize(index)}")
    return found


# --- overlaps -----------------------------------------------------------------------------------------


def _overlaps(parent: QWidget) -> list[str]:
    if isinstance(parent, (*_WHOLE, QAbstractScrollArea, SideRoom)) or _viewport_of(parent) is not None:
        return []
    children = [
        one
        for one in parent.findChildren(QWidget, "", Qt.FindChildOption.FindDirectChildrenOnly)
        if one.isVisible() and not one.isWindow() and not isinstance(one, (QSplitterHandle, QSizeGrip))
    ]
    found = []
    for first, second in combinations(children, 2):
        common = first.geometry().intersected(second.geometry())
        if common.width() > SLACK and common.height() > SLACK:
            found.append(f"{_called(first)} is over {_called(second)} by {common.width()}×{common.height()}")
    return found
