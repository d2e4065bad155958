"""Pictures that somebody chose or a dossier holds: drawn, or known not to be."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

#: Most points of a picture that is decoded: what a camera takes, 160 MB in memory.
MOST_POINTS = 40_000_000
_KINDS = ("PNG", "JPEG")


def picture(data: bytes) -> Image.Image | None:
    """Return a PNG or JPEG picture decoded; None for what is broken, something else, or far too large."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of strange chunks, and of sizes that are looked at here
            found = Image.open(io.BytesIO(data), formats=_KINDS)
            if found.width * found.height > MOST_POINTS:
                return None
            found.load()
    except (
        OSError, SyntaxError, ValueError, LookupError, TypeError, EOFError, ArithmeticError, MemoryError, RuntimeError,
        AttributeError, struct.error, zlib.error, Image.DecompressionBombError,
    ):  # fmt: skip
        return None  # what changed bytes have made Pillow's readers raise
    return found
