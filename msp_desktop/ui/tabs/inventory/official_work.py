"""What official files would do to the dossier, found out in a thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from msp_desktop.domain.official import FileFound, Review

if TYPE_CHECKING:
    from msp_desktop.db.reader import Reader
    from msp_desktop.domain.commune import CommuneEntry


def planning(
    reader: Reader, founds: Sequence[FileFound], communes: Sequence[str], today: date
) -> Callable[[object], Review]:
    """Read the dossier now, and return what makes the review of it in any thread."""
    from msp_desktop.services.open_data.ground import ground

    known = ground(reader)

    def plan(_go: object) -> Review:
        from msp_desktop.services.open_data.plan import plan_import

        return plan_import(known, founds, entries_of(communes), today)

    return plan


def entries_of(communes: Sequence[str]) -> tuple[CommuneEntry, ...]:
    """Return the communes of these INSEE codes."""
    from msp_desktop.exchange.communes import by_insee

    return tuple(entry for entry in map(by_insee, communes) if entry is not None)
