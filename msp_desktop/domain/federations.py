"""The federations as the town knows them: the application's directory, and the town's corrections to it."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import Unique
from msp_desktop.formats.french.bodies import the_body

#: The code of the national contact, and of the town's own entry where its region has no code and no federation.
NATIONAL, OWN = "national", "own"


class FederationCorrection(Struct, frozen=True, kw_only=True):
    """What the town writes in place of one entry of the directory, found by the entry's code.

    An empty name leaves the directory's; of the ways to reach it, None leaves the directory's, since "" says that there
    is none any more. `contact` is whom the town knows there.
    """

    id: int = 0
    code: Annotated[str, Unique()] = ""
    name: str = ""
    full_name: str = ""
    phone: str | None = None
    email: str | None = None
    website: str | None = None
    address: Note = ""
    contact: str = ""


class FederationView(Struct, frozen=True):
    """A federation as the town knows it: the directory's entry with the dossier's corrections.

    `deduced` is a short name that the directory deduces and no paper prints, `remark` what only a screen says of it.
    `corrected` names the fields that the town wrote itself, `decided` those an IT service wrote for the town; `own` marks
    the federation of its region.
    """

    name: str
    full_name: str
    phone: str = ""
    email: str = ""
    website: str = ""
    contact: str = ""
    to_confirm: bool = False
    is_national: bool = False
    deduced: str = ""
    remark: str = ""
    code: str = ""
    region: str = ""
    address: Note = ""
    corrected: tuple[str, ...] = ()
    own: bool = False
    decided: tuple[str, ...] = ()

    @property
    def with_article(self) -> str:
        """Return « la Fédération des Antilles », « AVECsanté Nouvelle-Aquitaine »."""
        return the_body(self.name)
