"""Where a file lies: on this computer alone, or where others or another computer may write it too."""

from __future__ import annotations

import os
from pathlib import Path

from msp_desktop.places.known import Facts, Kind, Place, place_of

__all__ = ["Facts", "Kind", "Place", "kind_of", "place_of"]


def kind_of(path: Path) -> Place | None:
    """Return the synchronised or shared place that a file or folder lies in; None for this computer's own disks.

    It asks the system, and through a link the place it leads to: with a server that does not answer it may take long,
    so that a window asks in a thread of its own.
    """
    from msp_desktop.places.facts import facts_of

    written = Path(os.path.abspath(path))
    found = place_of(written, facts_of(written))
    if found is not None:
        return found
    real = Path(os.path.realpath(written))
    return None if real == written else place_of(real, facts_of(real))
