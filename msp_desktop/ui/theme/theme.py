"""The theme in force, and how it is put on the application."""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace
from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from msp_desktop.paths import resource
from msp_desktop.ui.theme.stylesheet import frames, stylesheet
from msp_desktop.ui.theme.system import SystemLook, base_points, palette_colours, system_look
from msp_desktop.ui.theme.tokens import DARK, LIGHT, contrast_tokens

#: Beyond, nothing would fit a 1366-pixel screen: our own 200 % and Windows' text size multiply.
LARGEST_SCALE = 2.5


class Theme(Struct, frozen=True):
    """The colours and the scale; `scale` is the text size over 100 %."""

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
    """The signal by which what draws itself hears that the theme has changed."""

    changed = Signal()


class _State:
    """The theme in force; Qt's own palette and font are process-wide in the same way."""

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


def apply_theme(
    app: QApplication, choice: str = "auto", text_percent: int = 100, look: SystemLook | None = None
) -> Theme:
    """Put a theme on the application: « auto » follows the system's light or dark.

    With a high-contrast system theme neither our palette nor our stylesheet applies, only frames in the system's
    colours, which what we draw by ourselves takes too. `look` is the system's (read where not given).
    """
    _dress_title_bars(choice)
    look = look or system_look()
    if not _State.base_points:
        _State.base_points = base_points(app.font().pointSizeF(), look.text_scale)
    if look.contrast:
        app.setPalette(QPalette())  # the system's own again
        look = replace(look, colours=palette_colours(app.palette()))
    made = _wanted(choice, text_percent, look)
    _State.now = made
    font = QFont(app.font())
    font.setPointSizeF(_State.base_points * made.scale)
    # Qt styles every widget anew for each of these, whether it changes anything or not.
    if app.font() != font:
        app.setFont(font)
    QDir.setSearchPaths("icons", [str(resource("icons", "dark" if made.dark else "light"))])
    if not look.contrast and app.palette() != _palette(made):
        app.setPalette(_palette(made))
    points = font.pointSizeF()
    sheet = frames(made.scale, points) if look.contrast else stylesheet(made.tokens, made.scale, points)
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)
    theme_changes().changed.emit()
    return made


def _wanted(choice: str, text_percent: int, look: SystemLook) -> Theme:
    scale = min(LARGEST_SCALE, text_percent / 100 * look.text_scale)
    if look.contrast:
        tokens = contrast_tokens(dict(look.colours))
        return Theme(tokens, scale, QColor(tokens["paper"]).lightness() < 128, contrast=True)
    dark = choice == "dark" or (choice == "auto" and look.dark)
    return Theme(dict(DARK if dark else LIGHT), scale, dark)


def _dress_title_bars(choice: str) -> None:
    """Ask the system for title bars that match a chosen theme; « auto » leaves them to the system."""
    hints = QGuiApplication.styleHints()
    scheme = {"dark": Qt.ColorScheme.Dark, "light": Qt.ColorScheme.Light}.get(choice, Qt.ColorScheme.Unknown)
    if scheme == Qt.ColorScheme.Unknown:
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(scheme)


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
