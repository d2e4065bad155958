"""Open every scene on a screen of one size and print what does not fit, or is unlike the others: `python -m tests.ui.fit_sweep 1024 640 150 fr crowded`.

`crowded` fills the sample with the longest names, `empty` opens the scenes of a new dossier and of the start instead,
`pages` one in two of what the window shows of the sample, and no dialog.

A process of its own: Qt's offscreen screen has the size it is given at the start, and dialogs take theirs from it.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.scene import Scene

#: What the title bar and the taskbar of a screen take of its height, in pixels.
BARS = 40
#: The narrowest window in which each dialog has its own width.
USUAL = 1366
#: How often what does not fit is looked at again before it is told.
PATIENCE = 4


def sweep(
    width: int,
    height: int,
    percent: int,
    language: str,
    *,
    crowded: bool = False,
    empty: bool = False,
    pages: bool = False,
) -> list[str]:
    """Return what does not fit, one line each: the scene's key, then the fault."""
    from msp_desktop import i18n
    from msp_desktop.services.preferences import Preferences
    from msp_desktop.ui.start import make_application
    from tests.dossiers import open_new, open_sample
    from tests.ui import dialog_kinds
    from tests.ui.fit import faults
    from tests.ui.test_stray_windows import watched
    from tools.crowded import crowd
    from tools.scene import EMPTY, NONE, SAMPLE, settle
    from tools.scenes import reset, window_on

    preferences = Preferences(theme="light", text_percent=percent)
    app = make_application(["msp-desktop"], preferences)
    usual = percent == 100 and width >= USUAL  # elsewhere a dialog is as wide as its text or its screen
    i18n.install(language)
    found: list[str] = []
    for dossier in (EMPTY, NONE) if empty else (SAMPLE,):
        folder = Path(tempfile.mkdtemp(dir=os.environ["SANTE100JOURS_DATA"]))
        store = {SAMPLE: open_sample, EMPTY: open_new}[dossier](folder) if dossier != NONE else None
        if store is not None and dossier == SAMPLE and crowded:
            crowd(store)
        window = window_on(store, preferences)
        window.resize(width, height)
        window.show()
        for scene in _chosen(dossier, pages=pages):

            def look(top: object, key: str = scene.key, kind: str = scene.dialog()) -> None:
                from PySide6.QtWidgets import QWidget

                assert isinstance(top, QWidget)
                assert type(top).__name__ == (kind or "MainWindow"), (key, type(top).__name__)
                settle(top, 60)  # what lays itself out anew once it knows its width
                if top.width() > width or top.height() > height:
                    found.append(f"{key}: {top.width()}×{top.height()} on {width}×{height}")
                for _turn in range(PATIENCE):  # notes grow to their words, panels to their notes, each in its turn
                    wrong = faults(top)
                    if not wrong:
                        break
                    settle(top, 150)
                if kind and usual:
                    wrong += dialog_kinds.faults(top)
                found.extend(f"{key}: {line}" for line in dict.fromkeys(wrong))

            window.resize(width, height)
            with watched() as watch:
                try:
                    scene.visit(window, look)
                except LookupError as error:  # no such button: not reached in this little room
                    found.append(f"{scene.key}: {str(error)[:200]}")
                reset(window)
            found.extend(f"{scene.key}: {stray} was a window for a moment" for stray in watch.strays)
        window.close_dossier()
        window.wait_for_copies()
        window.close()
        app.processEvents()
    return found


def _chosen(dossier: str, *, pages: bool) -> list[Scene]:
    from tools.scenes import SCENES

    chosen = [scene for scene in SCENES if scene.dossier == dossier]
    return [scene for scene in chosen if not scene.dialog()][::2] if pages else chosen


def main(width: str, height: str, percent: str, language: str, *more: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        screen = {
            "name": "x", "x": 0, "y": 0, "width": int(width), "height": int(height) + BARS,
            "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1,
        }  # fmt: skip
        config = Path(folder) / "screen.json"
        config.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={config}"
        os.environ["SANTE100JOURS_DATA"] = os.environ["SANTE100JOURS_DOCUMENTS"] = folder
        how = {word: word in more for word in ("crowded", "empty", "pages")}
        for line in sweep(int(width), int(height), int(percent), language, **how):
            print(line)  # noqa: T201
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
