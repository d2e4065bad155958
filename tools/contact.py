"""Contact sheets: every scene of the window, many to a picture, to be looked at: `tools/pictures.py --contact FOLDER`.

Each look is made in a process of its own, whose screen has the look's size: dialogs take theirs from it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
#: Pictures beside one another and one under the other on a sheet; the width of each, and the line that names it, in pixels.
ACROSS, DOWN, WIDTH, LINE = 3, 4, 660, 22


class Look(NamedTuple):
    """How the scenes are shown: the window's size, the theme, the text size, the dossier."""

    width: int
    height: int
    theme: str
    percent: int
    dossier: str


LOOKS = {
    "light": Look(1366, 697, "light", 100, "sample"),
    "dark": Look(1366, 697, "dark", 100, "sample"),
    "text-150": Look(1366, 697, "light", 150, "sample"),
    "narrow": Look(1024, 640, "light", 100, "sample"),
    "scale-125": Look(1093, 558, "light", 100, "sample"),
    "wide": Look(2560, 1400, "light", 100, "sample"),
    "empty": Look(1366, 697, "light", 100, "empty"),
    "crowded": Look(1366, 697, "light", 100, "crowded"),
}


def make_sheets(folder: Path, names: tuple[str, ...] = ()) -> None:
    """Write the sheets of these looks, of all of them where none is named."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names or tuple(LOOKS):
        subprocess.run([sys.executable, __file__, str(folder), name], cwd=ROOT, check=True)


def draw(folder: Path, name: str) -> None:
    """Draw the scenes of a look and write its sheets, `name-1.png`, `name-2.png`…"""
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from msp_desktop import i18n
    from msp_desktop.db.dossier import close_dossier
    from msp_desktop.domain.commune import Commune
    from msp_desktop.services.dossiers import new_dossier
    from msp_desktop.services.preferences import Preferences
    from msp_desktop.services.sample import make_sample
    from msp_desktop.ui.start import make_application
    from tools.crowded import crowd
    from tools.scene import EMPTY, NONE, SAMPLE, settle
    from tools.scenes import NOW, SCENES, reset, window_on

    look = LOOKS[name]
    preferences = Preferences(theme=look.theme, text_percent=look.percent)
    make_application(["msp-desktop"], preferences)
    i18n.install("fr")
    pictures: list[tuple[str, QPixmap]] = []
    for dossier in (EMPTY,) if look.dossier == EMPTY else (NONE, SAMPLE):
        store = None
        into = Path(os.environ["SANTE100JOURS_DATA"]) / dossier
        into.mkdir(parents=True, exist_ok=True)
        if dossier == SAMPLE:
            store = make_sample(into, NOW.date())
        elif dossier == EMPTY:
            town = Commune(
                name="Le Grand-Bourg", insee="23095", department="Creuse", department_code="23",
                mandate_start=NOW.date(), day_zero=NOW.date(),
            )  # fmt: skip
            store = new_dossier(into / "le-grand-bourg.msp100", town)
        if store is not None and look.dossier == "crowded":
            crowd(store)
        window = window_on(store, preferences)
        window.resize(look.width, look.height)
        window.show()

        def keep(top: QWidget, key: str) -> None:
            settle(top, 150)
            pictures.append((key, top.grab()))

        for scene in SCENES:
            if scene.dossier == dossier:
                window.resize(look.width, look.height)
                scene.visit(window, lambda top, key=scene.key: keep(top, key))
                reset(window)
        window.close_dossier()
        window.wait_for_copies()
        window.close()
        if store is not None and window.workspace is not None:
            close_dossier(store)
    _lay(pictures, folder, name)


def _lay(pictures: Sequence[tuple[str, object]], folder: Path, name: str) -> None:
    """Lay pictures on sheets: a window as wide as its place, a dialog in the same proportion."""
    from PySide6.QtCore import QRect, Qt
    from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

    look = LOOKS[name]
    high = round(WIDTH * look.height / look.width) + LINE
    each = ACROSS * DOWN
    for number in range(0, len(pictures), each):
        sheet = QImage(ACROSS * (WIDTH + 8), DOWN * (high + 8), QImage.Format.Format_RGB32)
        sheet.fill(QColor("#777777"))
        painter = QPainter(sheet)
        painter.setPen(QColor("white"))
        for place, (key, picture) in enumerate(pictures[number : number + each]):
            assert isinstance(picture, QPixmap)
            x, y = (place % ACROSS) * (WIDTH + 8), (place // ACROSS) * (high + 8)
            painter.drawText(QRect(x + 4, y, WIDTH, LINE), Qt.AlignmentFlag.AlignVCenter, key)
            scale = min(WIDTH / look.width, WIDTH / picture.width(), (high - LINE) / picture.height())
            smooth = Qt.TransformationMode.SmoothTransformation
            painter.drawPixmap(x, y + LINE, picture.scaledToWidth(round(picture.width() * scale), smooth))
        painter.end()
        sheet.save(str(folder / f"{name}-{number // each + 1}.png"))


def main(folder: str, name: str) -> None:
    look = LOOKS[name]
    screen = {
        "name": "x", "x": 0, "y": 0, "width": look.width, "height": look.height + 40,
        "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1,
    }  # fmt: skip
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as temporary:
        config = Path(temporary) / "screen.json"
        config.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={config}"
        os.environ["SANTE100JOURS_DATA"] = os.environ["SANTE100JOURS_DOCUMENTS"] = temporary
        draw(Path(folder), name)


if __name__ == "__main__":
    main(*sys.argv[1:])
