"""Draw the icons and the wizard's pictures from our SVG files:  .venv/bin/python packaging/make_icons.py

What it writes is committed: a build needs no screen and no Qt. Look at the pictures before committing.
"""

from __future__ import annotations

import io
import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QBuffer, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from winbuild.names import PROGRAM, ROOT

ICONS = Path(__file__).parent / "icons"
SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)
#: Windows reads compressed pictures at this size, plain ones below.
COMPRESSED_FROM = 256
BLUE, PAPER, INK, SOFT = "#2A547D", "#FFFFFF", "#FFFFFF", "#C9D8E6"


def main() -> int:
    _app = QGuiApplication([])
    for name in ("SemiBold", "Regular"):
        QFontDatabase.addApplicationFont(str(ROOT / "resources" / "fonts" / f"CentJoursTexte-{name}.ttf"))
    program = ROOT / "resources" / "icons" / "sante100jours.svg"
    for source, target in ((program, "program.ico"), (ICONS / "dossier.svg", "dossier.ico")):
        (ICONS / target).write_bytes(_icon([_drawn(source, size) for size in SIZES]))
    _save_bitmap(_side_picture(program), ICONS / "side.bmp")
    _save_bitmap(_head_picture(program), ICONS / "head.bmp")
    return 0


def _drawn(source: Path, size: int) -> Image.Image:
    image = QImage(size, size, QImage.Format.Format_RGBA8888)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(source)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return _pillow(image)


def _pillow(image: QImage) -> Image.Image:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGBA")


def _icon(pictures: list[Image.Image]) -> bytes:
    """Return an .ico file: a directory, then each picture."""
    bodies = [_png(picture) if picture.width >= COMPRESSED_FROM else _dib(picture) for picture in pictures]
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    for picture, body in zip(pictures, bodies, strict=True):
        side = picture.width % 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(body), offset)
        offset += len(body)
    return head + b"".join(bodies)


def _png(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _dib(picture: Image.Image) -> bytes:
    """Return a bottom-up 32-bit picture and its mask, as icons below 256 points want them."""
    side = picture.width
    pixels = picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM).tobytes("raw", "BGRA")
    row = (side + 31) // 32 * 4
    header = struct.pack("<IiiHHIIiiII", 40, side, side * 2, 1, 32, 0, len(pixels) + row * side, 0, 0, 0, 0)
    return header + pixels + bytes(row * side)


def _side_picture(program: Path) -> QImage:
    """Draw the band beside the wizard's first and last pages, at twice its size for sharp screens."""
    image = QImage(328, 628, QImage.Format.Format_RGB32)
    image.fill(QColor(BLUE))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(PAPER))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRectF(84, 96, 160, 160), 28, 28)
    QSvgRenderer(str(program)).render(painter, QRectF(102, 112, 124, 124))
    for text, top, points, colour in (("Santé", 300, 46, INK), ("100 jours", 360, 46, INK)):
        _line(painter, text, top, points, colour, QFont.Weight.DemiBold)
    for index, text in enumerate(("Les cent premiers jours", "du projet de santé", "de votre commune")):
        _line(painter, text, 456 + index * 36, 25, SOFT, QFont.Weight.Normal)
    painter.end()
    return image


def _line(painter: QPainter, text: str, top: int, pixels: int, colour: str, weight: QFont.Weight) -> None:
    font = QFont("Cent Jours Texte", weight=weight)
    font.setPixelSize(pixels)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(QRectF(0, top, 328, pixels * 1.3), Qt.AlignmentFlag.AlignHCenter, text)


def _head_picture(program: Path) -> QImage:
    image = QImage(300, 114, QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(program)).render(painter, QRectF(198, 13, 88, 88))
    painter.end()
    return image


def _save_bitmap(image: QImage, target: Path) -> None:
    _pillow(image).convert("RGB").quantize(256).save(target, "BMP")
    print(f"{target.name}: {target.stat().st_size} bytes for {PROGRAM}")


if __name__ == "__main__":
    sys.exit(main())
