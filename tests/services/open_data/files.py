"""Official files as they are once read: made by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from msp_desktop.db.store import Store
from msp_desktop.domain.commune import CommuneEntry
from msp_desktop.domain.inventory import Mode
from msp_desktop.domain.official import (
    FileFound,
    FileKind,
    Found,
    FoundOffer,
    FoundProfessional,
    Review,
    ReviewLine,
    SourceFile,
)
from msp_desktop.services.open_data.ground import ground
from msp_desktop.services.open_data.plan import plan_import
from tests.dossiers import TODAY

FIRST, SECOND = date(2026, 4, 14), date(2027, 4, 13)


def commune(insee: str, name: str, department: str = "23") -> CommuneEntry:
    return CommuneEntry(
        insee=insee, name=name, department_code=department, department="", region_code="", region="",
        postcodes=("23990",), population=None, epci_code="", epci="", epci_members=0,
    )  # fmt: skip


#: The dossier's commune, which is in no national list, and two beside it.
HERE, BESIDE, FAR = commune("23991", "Saint-Essai"), commune("23992", "Valbourg"), commune("23993", "Les Essarts")
COMMUNES = (HERE, BESIDE, FAR)


def nurse(number: str, last: str = "PETIT", first: str = "Anne", **more: Any) -> FoundProfessional:
    """Return a nurse of the commune, but for what is said otherwise."""
    said: dict[str, Any] = {
        "civility": "Mme",
        "profession": "infirmier",
        "profession_words": "Infirmier",
        "mode": Mode.SELF_EMPLOYED,
        "insee": HERE.insee,
        "postcode": "23990",
        "town": HERE.name,
        "sector": "SA08",
    } | more
    return FoundProfessional(rpps=number, last_name=last, first_name=first, **said)


def pharmacy(number: str, name: str = "PHARMACIE DUVAL", **more: Any) -> FoundOffer:
    """Return a pharmacy of the commune, but for what is said otherwise."""
    said: dict[str, Any] = {
        "kind": "pharmacie", "category": "620", "insee": HERE.insee, "postcode": "23990", "town": HERE.name,
    } | more  # fmt: skip
    return FoundOffer(finess=number, name=name, **said)


def rpps(*found: Found, day: date | None = FIRST, **more: Any) -> FileFound:
    file = SourceFile(kind=FileKind.RPPS, name="PS_LibreAcces.txt", dated_on=day, kept=len(found), **more)
    return FileFound(file=file, found=found)


def finess(*found: Found, day: date | None = FIRST, kind: FileKind = FileKind.FINESS, **more: Any) -> FileFound:
    file = SourceFile(kind=kind, name="finess.json.gz", dated_on=day, kept=len(found), **more)
    return FileFound(file=file, found=found)


def planned(store: Store, *founds: FileFound, communes: tuple[CommuneEntry, ...] = COMMUNES) -> Review:
    return plan_import(ground(store.reader), founds, communes, TODAY)


def only(store: Store, *founds: FileFound) -> ReviewLine:
    """Return the one line of a review."""
    (line,) = planned(store, *founds).lines
    return line
