"""How far apart two colours are, as WCAG counts it."""

from __future__ import annotations

from PySide6.QtGui import QColor


def luminance(colour: str) -> float:
    parts = [channel / 255 for channel in QColor(colour).toTuple()[:3]]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
