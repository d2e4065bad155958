"""The window follows the system: light or dark, high contrast, size of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette, QScreen, QStyleHints
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from msp_desktop.services.preferences import Preferences
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.theme import apply_theme, theme
from msp_desktop.ui.theme import system as system_module
from msp_desktop.ui.theme.system import SystemLook, SystemWatch, base_points, system_look, text_scale_of
from msp_desktop.ui.theme.tokens import LIGHT, contrast_tokens
from msp_desktop.ui.widgets.sizes import fills_screen
from tests.conftest import NOW


@pytest.fixture
def app(qtbot: QtBot) -> Iterator[QApplication]:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    yield found
    apply_theme(found, "light", 100)


def turn_dark(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make Qt say that the system turned dark, as it does on Windows."""
    monkeypatch.setattr(QStyleHints, "colorScheme", lambda _hints: Qt.ColorScheme.Dark)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)


def test_the_window_turns_dark_with_the_system_while_it_is_open(
    app: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    apply_theme(app, "auto", 100)
    window = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(window)
    window.show_start()
    watch = SystemWatch(window)
    watch.changed.connect(window.dress_anew)
    assert not theme().dark
    with qtbot.waitSignal(watch.changed):
        turn_dark(monkeypatch)
    assert theme().dark
    assert app.palette().color(QPalette.ColorRole.Window).lightness() < 64


def test_a_chosen_theme_stays_when_the_system_changes(
    app: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn_dark(monkeypatch)
    assert not apply_theme(app, "light", 100).dark
    assert apply_theme(app, "auto", 100).dark


def test_windows_text_size_is_read_again_on_coming_back(
    app: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    apply_theme(app, "auto", 100)
    before = app.font().pointSizeF()
    watch = SystemWatch()
    watch.changed.connect(lambda: apply_theme(app, "auto", 100))
    monkeypatch.setattr(system_module, "_windows_text_scale", lambda: 1.5)  # the registry, which is Windows'
    with qtbot.waitSignal(watch.changed):
        app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert app.font().pointSizeF() == pytest.approx(before * 1.5)
    assert theme().px(100) == 150


def test_menus_and_tables_grow_too_though_windows_gives_them_a_font_of_their_own(app: QApplication) -> None:
    app.setFont(QFont(app.font().family(), 9), "QMenuBar")  # as Qt does on Windows
    apply_theme(app, "light", 150)
    window = QMainWindow()
    menu = window.menuBar()
    menu.addMenu("Dossier")
    window.show()
    assert menu.font().pointSizeF() == pytest.approx(app.font().pointSizeF())
    app.setFont(app.font())  # forgets the font of one kind


def test_our_text_size_and_windows_own_multiply_up_to_what_fits(app: QApplication) -> None:
    assert apply_theme(app, "light", 125, SystemLook(text_scale=1.2)).scale == pytest.approx(1.5)
    assert apply_theme(app, "light", 200, SystemLook(text_scale=2.25)).scale == 2.5


@pytest.mark.parametrize(
    ("found", "scale", "base"),
    [(9, 1, 9), (9, 1.5, 9), (13.5, 1.5, 9), (9, 1.1, 9), (10, 2.25, 10), (20.25, 2.25, 9), (40, 1, 10), (-1, 1, 10)],
)
def test_text_is_never_enlarged_twice(found: float, scale: float, base: float) -> None:
    assert base_points(found, scale) == pytest.approx(base)


@pytest.mark.parametrize(("value", "scale"), [(100, 1), (150, 1.5), (300, 2.25), (50, 1), ("150", 1), (None, 1)])
def test_an_odd_text_size_in_the_registry_does_no_harm(value: object, scale: float) -> None:
    assert text_scale_of(value) == scale


def test_in_high_contrast_neither_our_palette_nor_our_stylesheet_applies(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    apply_theme(app, "dark", 100)
    assert app.styleSheet()
    monkeypatch.setattr(
        type(QGuiApplication.styleHints().accessibility()),
        "contrastPreference",
        lambda _hints: Qt.ContrastPreference.HighContrast,
    )
    assert system_look().contrast
    made = apply_theme(app, "dark", 150)
    assert made.contrast
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b", app.styleSheet()), "no colour of ours"
    assert "rgb" not in app.styleSheet()
    assert app.palette().color(QPalette.ColorRole.Window) != QColor("#1B2022")
    assert made.tokens["ink"] == app.palette().color(QPalette.ColorRole.Text).name()
    assert made.scale == 1.5


def test_in_high_contrast_all_that_we_draw_has_the_system_s_colours() -> None:
    system = {"paper": "#000000", "wash": "#000000", "ink": "#ffffff", "link": "#ffff00"}
    tokens = contrast_tokens(system)
    assert set(tokens) == set(LIGHT)
    assert set(tokens.values()) <= set(system.values())
    # What is written on what, wherever we draw: never the same colour twice.
    pairs = [*combinations(("ink", "paper"), 2), ("ink2", "wash"), ("accent", "paper"), ("on_accent", "accent")]
    pairs += [(f"p{number}_ink", f"p{number}") for number in range(1, 5)]
    pairs += [("late", "late_wash"), ("done", "done_wash"), ("accent", "accent_wash"), ("ink", "select")]
    assert all(tokens[one] != tokens[other] for one, other in pairs)


def test_icons_are_drawn_anew_when_the_screen_is_denser(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = SystemWatch()
    monkeypatch.setattr(QScreen, "devicePixelRatio", lambda _screen: 1.5)
    with qtbot.waitSignal(watch.changed):
        watch.look_again()
    assert system_look().density == 1.5


def test_a_window_larger_than_its_screen_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 697)
    for width, height, fills in ((1366, 728, True), (1280, 680, True), (1920, 1040, False)):
        monkeypatch.setattr(QScreen, "availableGeometry", lambda _s, w=width, h=height: QRect(0, 0, w, h))
        assert fills_screen(window) is fills
