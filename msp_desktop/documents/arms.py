"""The coat of arms of the letterhead, made fit for paper."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image, UnidentifiedImageError


@lru_cache(maxsize=2)  # each letter of a hundred has the letterhead
def flat_picture(arms: bytes | None) -> Image.Image | None:
    """Return the arms on white, 1,200 pixels at most; None where there are none or they cannot be read.

    PDF/A-3 allows transparency, yet many printers do not like it. The picture is shared: it is not to be changed.
    """
    if not arms:
        return None
    try:
        picture = Image.open(io.BytesIO(arms)).convert("RGBA")
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        return None
    flat = Image.new("RGB", picture.size, "white")
    flat.paste(picture, mask=picture.getchannel("A"))
    flat.thumbnail((1200, 1200))
    return flat
