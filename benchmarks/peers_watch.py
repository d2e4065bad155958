"""Start a program and watch the screen from outside: print the seconds until it is visually complete.

`python peers_watch.py COMMAND…` on an X display of its own. Complete is the last change before half a second without
any, once a window has come; a caret that blinks is no change.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

from PySide6.QtGui import QGuiApplication, QImage

#: Nothing changed for so long, in seconds, once the program has shown something.
QUIET = 0.5
#: The longest a program may take.
PATIENCE = 60.0
#: A change of fewer bytes of the picture (four a pixel) is a caret.
CARET = 4 * 400
#: A window covers at least so many bytes.
WINDOW = 4 * 40_000


def main(command: list[str]) -> int:
    """Start the command, print how long it took, and end it; 1 where nothing came."""
    app = QGuiApplication([])
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    before = _lines(app)
    began = time.monotonic()
    # Its own session, so that what it starts is ended with it.
    program = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        seconds = _complete(app, before, began)
    finally:
        _end(program)
    if seconds is None:
        return 1
    print(f"{seconds:.3f}")
    return 0


def _complete(app: QGuiApplication, before: list[bytes], began: float) -> float | None:
    shown, last, changed = False, before, began
    while time.monotonic() - began < PATIENCE:
        now = time.monotonic()
        lines = _lines(app)
        shown = shown or _difference(before, lines) > WINDOW
        if _difference(last, lines) > CARET:
            last, changed = lines, now
        elif shown and now - changed > QUIET:
            return changed - began
    return None


def _lines(app: QGuiApplication) -> list[bytes]:
    """Return the screen's picture, line by line."""
    image = app.primaryScreen().grabWindow(0).toImage().convertToFormat(QImage.Format.Format_RGB32)
    wide, data = image.bytesPerLine(), bytes(image.constBits())
    return [data[start : start + wide] for start in range(0, len(data), wide)]


def _difference(first: list[bytes], second: list[bytes]) -> int:
    """Return how many bytes differ between two pictures."""
    count = 0
    for one, other in zip(first, second, strict=True):
        if one != other:
            changed = int.from_bytes(one, "big") ^ int.from_bytes(other, "big")
            count += len(one) - changed.to_bytes(len(one), "big").count(0)
    return count


def _end(program: subprocess.Popen[bytes]) -> None:
    for what in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(program.pid, what)
        except ProcessLookupError:
            break
        time.sleep(0.5)
    program.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
