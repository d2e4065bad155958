"""Read the picture of a letterhead, and refuse what the paper could not print."""

from __future__ import annotations

from pathlib import Path

from msp_desktop.db.faults import explained
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.services.dossiers import LARGEST_ARMS

_SIGNATURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def read_picture(path: Path) -> tuple[bytes, str]:
    """Return a picture's bytes and type; UserError for what is neither PNG nor JPEG, or too large."""
    with explained():
        if path.stat().st_size > LARGEST_ARMS:
            raise UserError(_("This picture is too large (over 4 MB): choose a smaller one."))
        data = path.read_bytes()
    for signature, media_type in _SIGNATURES.items():
        if data.startswith(signature):
            return data, media_type
    raise UserError(_("This is not a picture we can print: choose a PNG or JPEG file."))
