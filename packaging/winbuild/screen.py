"""A screen of our own, and pictures of it."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageGrab

from winbuild.steps import BuildError

#: A picture with fewer colours is an empty screen, or a window not yet painted.
PAINTED = 300


@contextmanager
def screen(width: int = 1366, height: int = 768) -> Iterator[str]:
    """Open an X server that nobody sees and give its name; end it afterwards."""
    reading, writing = os.pipe()
    words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"]
    try:
        server = subprocess.Popen(words, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except FileNotFoundError as error:
        raise BuildError("Xvfb is missing: apt-get install xvfb") from error
    os.close(writing)
    try:
        number = os.read(reading, 32).decode().strip()
        if not number:
            raise BuildError("Xvfb did not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)
        os.close(reading)


def picture_when_painted(display: str, target: Path, seconds: float) -> bool:
    """Save a picture of the screen once something is painted on it; tell whether that came in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(1)
        if _colours(ImageGrab.grab(xdisplay=display)) >= PAINTED:
            time.sleep(3)  # the rest of the window follows its first paint
            ImageGrab.grab(xdisplay=display).save(target)
            return True
    ImageGrab.grab(xdisplay=display).save(target)
    return False


def _colours(image: Image.Image) -> int:
    return len(image.getcolors(1 << 24) or ())
