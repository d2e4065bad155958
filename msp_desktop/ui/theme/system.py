"""What the system asks of every window: light or dark, high contrast, size of text; and word of its changes."""

from __future__ import annotations

import sys
from contextlib import suppress

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPalette

#: Point size of the text where the system gives none that makes sense.
DEFAULT_POINTS = 10.0
#: The smallest text a system shows at 100 %: a size that stays above it once divided had been enlarged already.
LEAST_POINTS = 8.5


class SystemLook(Struct, frozen=True):
    """The system's wishes; `colours` are those of a high-contrast theme, by our names.

    `density` is in device pixels for one of ours: icons are drawn for it.
    """

    dark: bool = False
    contrast: bool = False
    text_scale: float = 1.0
    density: float = 1.0
    colours: tuple[tuple[str, str], ...] = ()


def system_look() -> SystemLook:
    """Read what the system asks for now."""
    hints = QGuiApplication.styleHints()
    contrast = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
    return SystemLook(
        dark=hints.colorScheme() == Qt.ColorScheme.Dark,
        contrast=contrast,
        text_scale=_windows_text_scale(),
        density=max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0),
        colours=palette_colours(QGuiApplication.palette()) if contrast else (),
    )


def palette_colours(palette: QPalette) -> tuple[tuple[str, str], ...]:
    """Return the colours of a high-contrast palette by our names."""
    role = QPalette.ColorRole
    roles = {"paper": role.Base, "ink": role.Text, "wash": role.Window, "link": role.Link}
    return tuple((name, palette.color(one).name()) for name, one in roles.items())


def base_points(points: float, text_scale: float) -> float:
    """Return the size of text at 100 %, from the one Qt found.

    Windows may have enlarged its own font already; it is not to be enlarged twice.
    """
    if points / text_scale >= LEAST_POINTS:
        points /= text_scale
    return points if 8 <= points <= 16 else DEFAULT_POINTS


def text_scale_of(value: object) -> float:
    """Return a scale, 1.0 to 2.25, from Windows' percentage; 1.0 for anything else."""
    return min(2.25, max(1.0, value / 100)) if isinstance(value, int) else 1.0


def _windows_text_scale() -> float:
    """Return Windows' own text size (Settings, Accessibility), which Qt does not tell."""
    if sys.platform == "win32":
        import winreg

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, r"Software\Microsoft\Accessibility") as key:
            return text_scale_of(winreg.QueryValueEx(key, "TextScaleFactor")[0])
    return 1.0


class SystemWatch(QObject):
    """Emit `changed` once the system's look is another; several changes at a time are told once.

    The size of text and a screen's scale have no signal: they are read again each time the user comes back to the window.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen = system_look()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(100)
        self._soon.timeout.connect(self.look_again)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._look_soon)
        hints.accessibility().contrastPreferenceChanged.connect(self._look_soon)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self._on_state)
        app.screenAdded.connect(self._look_soon)
        app.screenRemoved.connect(self._look_soon)
        app.primaryScreenChanged.connect(self._look_soon)

    def look_again(self) -> None:
        """Read the system's look, and tell where it is another."""
        look = system_look()
        if look != self._seen:
            self._seen = look
            self.changed.emit()
            self._seen = system_look()  # what was changed in answer is no news

    def _look_soon(self, _what: object) -> None:
        # A slot of ours and no lambda: Qt drops it with the watch, whose timer would be gone.
        self._soon.start()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._soon.start()
