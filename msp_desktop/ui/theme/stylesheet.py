"""The one stylesheet: what a palette cannot say."""

from __future__ import annotations

from string import Template

_SHEET = Template(
    """
* { outline: none; }
QMenuBar, QMenu, QToolTip, QAbstractItemView { font-size: ${points}pt; }
QToolTip { color: $ink; background: $paper; border: 1px solid $edge; padding: 4px 6px; }
QMenuBar { background: $paper; color: $ink; padding: 4px 14px 0 14px; border: none; }
QMenuBar::item { padding: ${p4}px ${p10}px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $wash2; }
QMenu { background: $paper; color: $ink; border: 1px solid $edge; padding: 4px; menu-scrollable: $rolls; }
QMenu::item { padding: ${p5}px ${p28}px ${p5}px ${p12}px; border-radius: 3px; }
QMenu::item:selected { background: $accent_wash; }
QMenu::item:disabled { color: $ink2; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
#top_frame { background: $paper; border-bottom: 1px solid $line; }
#status_line { background: $wash; border-top: 1px solid $line; }
#status_line QPushButton { min-height: ${p24}px; max-height: ${p24}px; }
#side { background: $paper; border-left: 1px solid $line; }
#left { background: $paper; border-right: 1px solid $line; }
#framed { background: $paper; border: 1px solid $line; border-radius: 6px; }
#choice { background: transparent; border: 1px solid $line; border-radius: 4px; }
#choice[chosen="true"] { background: $select; border: 1px solid $accent; }
#choice QCheckBox:focus { background: transparent; text-decoration: underline; }
#divider { background: $line; }
#desk { background: $wash2; }
#wizard_steps { background: $wash; }
#scrolled, #transparent { background: transparent; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $ink2; padding: ${p9}px ${p14}px ${p8}px ${p11}px; border: none; border-bottom: 3px solid transparent; }
QTabBar[compact="true"]::tab { padding: ${p6}px ${p12}px ${p6}px ${p9}px; }
QTabBar::tab:selected { color: $accent; border-bottom: 3px solid $accent; }
QTabBar[unmarked="true"]::tab:selected { color: $ink2; border-bottom: 3px solid transparent; }
QTabBar::tab:hover { background: $wash; }
QTabBar::tab:focus { background: $accent_wash; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox { background: $paper; color: $ink; border: 1px solid $edge; border-radius: 4px; padding: 0 ${p8}px; selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $ink2; }
QLineEdit, QComboBox, QSpinBox { min-height: ${p28}px; max-height: ${p28}px; }
QPlainTextEdit { padding: ${p4}px ${p4}px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid $accent; padding-left: ${p7}px; padding-right: ${p7}px; }
QPlainTextEdit:focus { padding: ${p3}px ${p3}px; }
QLineEdit[wrong="true"] { border: 2px solid $late; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled, QSpinBox:disabled { background: $wash2; color: $ink2; border: 1px dashed $edge; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: $wash; }
QLineEdit[names="true"] { max-height: 1000px; }
#proposals { border: 1px solid $edge; }
#proposals::item { min-height: ${p28}px; padding: 0 ${p8}px; }
#proposals::item:selected { background: $accent_wash; color: $ink; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QComboBox::drop-down { border: none; width: ${p24}px; }
QComboBox::down-arrow { image: url(icons:chevron-down.svg); width: ${p14}px; height: ${p14}px; }
QComboBox QAbstractItemView { background: $paper; color: $ink; border: 1px solid $edge; selection-background-color: $accent_wash; selection-color: $ink; }
QPushButton { background: $paper; color: $ink; border: 1px solid $edge; border-radius: 4px; padding: 0 ${p12}px; min-height: ${p28}px; }
QPushButton:hover { background: $wash2; }
QPushButton:focus { border: 2px solid $accent; padding: 0 ${p11}px; }
QPushButton:disabled { color: $ink2; background: $wash2; border: 1px dashed $edge; }
QPushButton[main="true"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[main="true"]:hover { background: $hover; }
QPushButton[main="true"]:focus { border: 2px solid $ink; }
QPushButton[main="true"]:disabled { color: $ink2; background: $wash2; border: 1px dashed $edge; font-weight: 400; }
QPushButton[link="true"] { background: transparent; color: $accent; border: 1px solid transparent; padding: 0 ${p6}px 0 1px; text-align: left; min-height: ${p24}px; }
QPushButton[link="true"]::menu-indicator { width: 0px; }
QPushButton[link="true"][tone="late"] { color: $late; }
QPushButton[link="true"]:hover { background: $accent_wash; }
QPushButton[link="true"]:focus { border: 2px solid $accent; padding: 0 ${p5}px 0 0; }
QPushButton[square="true"], QPushButton[square="true"]:focus { padding: 0; text-align: center; }
QPushButton[link="true"]:disabled { color: $ink2; background: transparent; }
QPushButton[many="true"] { text-align: left; padding: 0 ${p28}px 0 ${p10}px; }
QPushButton[many="true"]:focus { padding: 0 ${p28}px 0 ${p9}px; }
QPushButton[seg="true"] { border-radius: 0; border-left: none; padding: 0 ${p11}px; }
QPushButton[seg="true"][first="true"] { border-left: 1px solid $edge; border-top-left-radius: 4px; border-bottom-left-radius: 4px; }
QPushButton[seg="true"][last="true"] { border-top-right-radius: 4px; border-bottom-right-radius: 4px; }
QPushButton[seg="true"]:checked { background: $accent_wash; color: $accent; font-weight: 600; }
QPushButton[seg="true"]:focus { border: 2px solid $accent; }
QPushButton[chip] { border-radius: ${p11}px; padding: 0 ${p10}px; min-height: ${p24}px; max-height: ${p24}px; border: 1px solid transparent; }
QPushButton[chip="plain"] { background: $accent_wash; color: $accent; }
QPushButton[chip="late"] { background: $late_wash; color: $late; }
QPushButton[chip="soft"] { background: transparent; color: $ink2; }
QPushButton[chip="plain"]:hover, QPushButton[chip="plain"]:focus { border: 1px solid $accent; }
QPushButton[chip="late"]:hover, QPushButton[chip="late"]:focus { border: 1px solid $late; }
QPushButton[chip="soft"]:hover, QPushButton[chip="soft"]:focus { border: 1px solid $edge; }
QPushButton[chip]:focus { border-width: 2px; padding: 0 ${p9}px; }
QPushButton[chip="plain"][on="true"] { background: $accent; color: $paper; }
QPushButton[chip="late"][on="true"] { background: $late; color: $paper; }
QPushButton[chip="soft"][on="true"] { background: $ink2; color: $paper; }
QCheckBox, QRadioButton { spacing: ${p8}px; color: $ink; background: transparent; }
QCheckBox::indicator, QAbstractItemView::indicator { width: ${p16}px; height: ${p16}px; border: 2px solid $edge; border-radius: 4px; background: $paper; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { border-color: $accent; background: $accent; image: url(icons:check.svg); }
QCheckBox:focus { background: $accent_wash; }
QCheckBox::indicator:focus { border-color: $accent; }
QRadioButton::indicator { width: ${p14}px; height: ${p14}px; border: 2px solid $edge; border-radius: ${radio}px; background: $paper; }
QRadioButton::indicator:checked { border-color: $accent; background: qradialgradient(cx:0.5, cy:0.5, radius:0.5, fx:0.5, fy:0.5, stop:0 $accent, stop:0.5 $accent, stop:0.6 $paper, stop:1 $paper); }
QRadioButton:focus { background: $accent_wash; }
QLabel { background: transparent; }
QLabel[tone="soft"] { color: $ink2; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="late"] { color: $late; }
QLabel[tone="done"] { color: $done; }
QLabel[chip="done"] { background: $done_wash; color: $done; border-radius: ${p9}px; padding: ${p3}px ${p10}px; }
QLabel[chip="late"] { background: $late_wash; color: $late; border-radius: ${p9}px; padding: ${p3}px ${p10}px; }
QLabel[chip="plain"] { background: $wash2; color: $ink; border-radius: ${p9}px; padding: ${p3}px ${p10}px; }
#notice { background: $wash2; border: 1px solid $line; border-radius: 4px; padding: ${p8}px ${p10}px; }
#notice[late="true"] { background: $late_wash; border: 1px solid $late; }
#banner { background: $late_wash; border: 1px solid $late; border-radius: 4px; }
#banner[done="true"] { background: $done_wash; border: 1px solid $done; }
QAbstractItemView { background: $paper; border: none; selection-background-color: $select; selection-color: $ink; alternate-background-color: $paper; }
QListWidget::item { min-height: ${p28}px; }
#guests::item { padding: ${p6}px ${p8}px; border-bottom: 1px solid $line; }
#guests::item:selected { background: $select; color: $ink; }
QTableView { gridline-color: $line; }
QTableView::item { padding: 0 ${p8}px; border-bottom: 1px solid $line; }
#side_by_side::item { padding: ${p6}px ${p8}px; }
#side_by_side QHeaderView::section:vertical { border-bottom: 1px solid $line; padding: ${p6}px ${p8}px ${p6}px ${p11}px; }
#side_by_side QTableCornerButton::section { background: $paper; border: none; border-bottom: 1px solid $ink2; }
QTableView::item:selected { background: $select; color: $ink; }
QTableView::item:focus { border: 2px solid $accent; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent; selection-color: $on_accent; }
QCalendarWidget QTableView::item { padding: 0; border: none; }
QCalendarWidget QTableView::item:selected { background: $accent; color: $on_accent; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $paper; }
QCalendarWidget QToolButton { background: transparent; color: $ink; border: 1px solid transparent; border-radius: 4px; padding: ${p4}px ${p6}px; font-weight: 600; }
QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus { border: 1px solid $accent; }
QCalendarWidget QSpinBox { min-width: ${p28}px; }
QTableView QLineEdit, QTableView QComboBox { border-radius: 0; min-height: 0; max-height: 1000px; }
QHeaderView { background: $paper; }
QHeaderView::section { background: $paper; color: $ink2; border: none; border-bottom: 1px solid $ink2; padding: ${p4}px ${p8}px ${p4}px ${p11}px; text-align: left; }
QScrollArea { border: none; background: transparent; }
QScrollArea > #qt_scrollarea_viewport { background: transparent; }
QScrollBar:vertical { width: 12px; background: transparent; margin: 0; }
QScrollBar::handle:vertical { background: $edge; border-radius: 3px; margin: 2px 3px; min-height: 32px; }
QScrollBar:horizontal { height: 12px; background: transparent; margin: 0; }
QScrollBar::handle:horizontal { background: $edge; border-radius: 3px; margin: 3px 2px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; width: 4px; height: 4px; }
QDialog { background: $paper; }
"""
)

#: In high contrast Fusion draws its frames in a shade of the ground, which is black on black: these say only where a
#: field, a box, a button ends, and what is chosen, in the system's own colours.
_FRAMES = Template(
    """
QMenuBar, QMenu, QToolTip, QAbstractItemView { font-size: ${points}pt; }
QMenu { menu-scrollable: $rolls; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QToolTip { border: 1px solid palette(text); padding: 1px ${p4}px; }
QLineEdit, QComboBox, QSpinBox, QPushButton { min-height: ${p24}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid palette(link); }
#proposals { border: 1px solid palette(text); }
QComboBox::drop-down { border: none; width: ${p24}px; }
QComboBox::down-arrow { image: url(icons:chevron-down.svg); width: ${p14}px; height: ${p14}px; }
QPushButton { background: palette(button); color: palette(button-text); border: 1px solid palette(button-text); padding: 0 ${p10}px; }
QPushButton:focus { border: 2px solid palette(link); }
QPushButton:checked { background: palette(highlight); color: palette(highlighted-text); }
QPushButton:disabled { border: 1px dashed palette(button-text); }
QCheckBox::indicator, QAbstractItemView::indicator { width: ${p16}px; height: ${p16}px; border: 2px solid palette(text); background: palette(base); }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: palette(text); image: url(icons:check.svg); }
QCheckBox::indicator:focus { border-color: palette(link); }
QListWidget::item { min-height: ${p28}px; }
QScrollBar:vertical { width: 14px; } QScrollBar:horizontal { height: 14px; }
QScrollBar { background: palette(base); border: 1px solid palette(text); }
QScrollBar::handle { background: palette(text); margin: 2px; min-height: 32px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QRadioButton::indicator { width: ${p14}px; height: ${p14}px; border: 2px solid palette(text); border-radius: ${p9}px; background: palette(base); }
QRadioButton::indicator:checked { background: palette(highlight); }
QTabBar::tab { padding: ${p7}px ${p12}px; border: 1px solid transparent; border-bottom: 3px solid transparent; }
QTabBar::tab:selected { border: 1px solid palette(text); border-bottom: 3px solid palette(link); }
QMenu, #side, #left, #framed, #banner, #notice, #choice { border: 1px solid palette(text); }
QMenu::item:selected, QMenuBar::item:selected { background: palette(highlight); color: palette(highlighted-text); }
"""
)


#: From this scale a menu longer than the screen rolls: its columns, all seen at once below, would be off a small one.
_LARGE = 1.25


def stylesheet(tokens: dict[str, str], scale: float, points: float) -> str:
    """Return the stylesheet for these colours and this text size.

    `points` is said again for what has a font of its own on Windows, which the application's font does not reach.
    """
    return _SHEET.substitute(tokens, **_measures(scale), radio=round(14 * scale) // 2 + 2, points=f"{points:.2f}")


def frames(scale: float, points: float) -> str:
    """Return what a high-contrast theme needs for this text size: frames in its own colours, none of ours."""
    return _FRAMES.substitute(_measures(scale), points=f"{points:.2f}")


def _measures(scale: float) -> dict[str, int]:
    sizes = {f"p{size}": round(size * scale) for size in (3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 24, 28)}
    return {**sizes, "rolls": int(scale >= _LARGE)}
