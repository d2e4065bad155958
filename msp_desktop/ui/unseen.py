"""Drawing in memory, where nobody looks: for pictures and for tests."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def draw_unseen() -> None:
    """Have Qt draw in memory, unless another way was asked for; to be called before there is an application.

    On Windows this way of drawing looks for letters in a folder of Qt's that no wheel has, and draws a box for each:
    it is told where Windows' own are.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    windows = os.environ.get("SYSTEMROOT")
    if sys.platform == "win32" and windows:
        os.environ.setdefault("QT_QPA_FONTDIR", str(Path(windows, "Fonts")))
