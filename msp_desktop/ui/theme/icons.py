"""Our own line icons, drawn at the exact size and colour they are shown in."""

from __future__ import annotations

import tomllib
from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from msp_desktop.paths import resource
from msp_desktop.ui.theme.theme import theme


def icon(name: str, token: str = "ink", size: int = 16) -> QIcon:
    """Return an icon in a token's colour; `size` in pixels at 100 %."""
    made = QIcon(pixmap(name, token, size))
    made.addPixmap(pixmap(name, "ink2", size), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, token: str = "ink", size: int = 16) -> QPixmap:
    """Return an icon as a picture at the screen's density."""
    now = theme()
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return _drawn(name, now.tokens[token], now.tokens["paper"], now.px(size), ratio)


def app_icon() -> QIcon:
    """Return the application's own icon."""
    return QIcon(str(resource("icons", "sante100jours.svg")))


@cache
def _lines() -> dict[str, str]:
    return tomllib.loads(resource("icons", "lines.toml").read_text(encoding="utf-8"))


@cache
def _drawn(name: str, colour: str, ground: str, size: int, ratio: float) -> QPixmap:
    shapes = []
    for part in _lines()[name].split("|"):
        kind, _colon, path = part.rpartition(":")
        if kind == "fill":
            shapes.append(f'<path d="{path}" fill="{colour}"/>')
        else:
            stroke = ground if kind == "knock" else colour
            shapes.append(f'<path d="{path}" fill="none" stroke="{stroke}" stroke-width="1.75"/>')
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" stroke-linecap="round" stroke-linejoin="round">'
        f"{''.join(shapes)}</svg>"
    )
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
