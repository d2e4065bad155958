"""The theme in force, and how it is put on the application."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from PySide6.QtCore import QDir, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from msp_desktop.paths import resource
from msp_desktop.ui.theme.stylesheet import stylesheet
from msp_desktop.ui.theme.tokens import DARK, LIGHT

#: Point size of the text where the system gives none that makes sense.
DEFAULT_POINTS = 10.0


@dataclass(frozen=True)
class Theme:
    """Hold the colours and the scale; `scale` is the text size over 100 %."""

    tokens: dict[str, str] = field(default_factory=lambda: dict(LIGHT))
    scale: float = 1.0
    dark: bool = False
    contrast: bool = False

    def color(self, name: str) -> QColor:
        """Return a colour by its token."""
        return QColor(self.tokens[name])

    def px(self, size: float) -> int:
        """Return a measure of whatever holds text, in pixels at this text size."""
        return round(size * self.scale)

    def font(self, factor: float = 1.0, *, bold: bool = False) -> QFont:
        """Return the text's font, larger by a factor, in one of the two weights."""
        font = QFont(QApplication.font())
        font.setPointSizeF(font.pointSizeF() * factor)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font


class _Announcer(QObject):
    """Tell who draws by itself that the theme has changed."""

    changed = Signal()


class _State:
    """Hold the theme in force; Qt's own palette and font are process-wide in the same way."""

    now = Theme()
    base_points = 0.0
    announcer: _Announcer | None = None


def theme() -> Theme:
    """Return the theme in force."""
    return _State.now


def theme_changes() -> _Announcer:
    """Return what signals `changed` when the theme is replaced."""
    if _State.announcer is None:
        _State.announcer = _Announcer()
    return _State.announcer


def apply_theme(app: QApplication, choice: str = "auto", text_percent: int = 100) -> Theme:
    """Put a theme on the application: « auto » follows the system's light or dark.

    With a high-contrast system theme neither our palette nor our stylesheet applies.
    """
    if not _State.base_points:
        points = app.font().pointSizeF()
        _State.base_points = points if 8 <= points <= 16 else DEFAULT_POINTS
    hints = QGuiApplication.styleHints()
    contrast = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
    dark = choice == "dark" or (choice == "auto" and hints.colorScheme() == Qt.ColorScheme.Dark)
    scale = text_percent / 100 * _windows_text_scale()
    made = Theme(dict(DARK if dark else LIGHT), scale, dark, contrast)
    _State.now = made
    font = QFont(app.font())
    font.setPointSizeF(_State.base_points * scale)
    app.setFont(font)
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    if contrast:
        app.setStyleSheet("")
    else:
        QDir.setSearchPaths("icons", [str(resource("icons", "dark" if dark else "light"))])
        app.setPalette(_palette(made))
        app.setStyleSheet(stylesheet(made.tokens, scale))
    theme_changes().changed.emit()
    return made


def _palette(made: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for name, token in (
        (role.Window, "wash"), (role.Base, "paper"), (role.AlternateBase, "wash"), (role.Button, "paper"),
        (role.WindowText, "ink"), (role.Text, "ink"), (role.ButtonText, "ink"), (role.BrightText, "late"),
        (role.Highlight, "accent"), (role.HighlightedText, "on_accent"), (role.Accent, "accent"),
        (role.Link, "accent"), (role.LinkVisited, "accent"), (role.PlaceholderText, "ink2"),
        (role.ToolTipBase, "paper"), (role.ToolTipText, "ink"), (role.Mid, "edge"), (role.Midlight, "line"),
        (role.Light, "paper"), (role.Dark, "edge"), (role.Shadow, "edge"),
    ):  # fmt: skip
        palette.setColor(name, made.color(token))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, made.color("ink2"))
    return palette


def _windows_text_scale() -> float:
    """Return Windows' own text size (Settings, Accessibility), which Qt does not follow: 1.0 to 2.25."""
    if os.name != "nt":
        return 1.0
    settings = QSettings(r"HKEY_CURRENT_USER\Software\Microsoft\Accessibility", QSettings.Format.NativeFormat)
    value = settings.value("TextScaleFactor", 100)
    return min(2.25, max(1.0, float(str(value)) / 100)) if str(value).isdecimal() else 1.0
