"""Reviews of official files made by hand: people and places are invented."""

from __future__ import annotations

from datetime import date

from msp_desktop.domain.inventory import Mode
from msp_desktop.domain.official import (
    Difference,
    FileKind,
    FoundOffer,
    FoundProfessional,
    Proposal,
    Review,
    ReviewLine,
    SourceFile,
)

RPPS = SourceFile(
    kind=FileKind.RPPS,
    name="PS_LibreAcces_Personne_activite_202604140830.txt",
    dated_on=date(2026, 4, 14),
    lines=2_280_000,
    kept=6,
)
FINESS = SourceFile(
    kind=FileKind.FINESS,
    name="finess-structures-mensuel-20260402.json.gz",
    dated_on=date(2026, 4, 2),
    lines=98_000,
    kept=2,
)


def review(*lines: ReviewLine, files: tuple[SourceFile, ...] = (RPPS, FINESS)) -> Review:
    """Return a review of two files for three communes; without lines, one of each kind."""
    return Review(files=files, communes=("23001", "23002", "23003"), lines=lines or LINES)


def _person(number: int, name: str, profession: str, **more: object) -> FoundProfessional:
    return FoundProfessional(
        rpps=f"1000000000{number}", last_name=name, profession=profession, mode=Mode.SELF_EMPLOYED, **more  # type: ignore[arg-type]
    )  # fmt: skip


def _mode(*, fills: bool = False) -> Difference:
    return Difference(
        record="health_professional",
        attribute="mode",
        old=Mode.UNKNOWN if fills else Mode.MIXED,
        new=Mode.SELF_EMPLOYED,
        old_words="" if fills else "mixte",
        new_words="libéral",
        fills=fills,
        accepted=fills,
    )


_PHONE = Difference(
    record="person",
    attribute="phone",
    old="",
    new="05 55 00 00 01",
    old_words="",
    new_words="05 55 00 00 01",
    fills=True,
    accepted=True,
)

LINES = (
    ReviewLine(
        id=1, proposal=Proposal.CHANGED, name="Mme Anne Petit", what="infirmière", town="Saint-Exemple",
        said="mode\u00a0: libéral, était mixte", file=RPPS, found=_person(1, "Petit", "infirmier"), entry_id=1,
        differences=(_mode(), _PHONE), same=(("Métier", "infirmière"), ("Commune", "Saint-Exemple")), ticked=True,
    ),
    ReviewLine(
        id=2, proposal=Proposal.NEW, name="Mme Inès Carpentier", what="orthophoniste", town="Valbourg",
        said="libéral, cabinet de groupe", file=RPPS, found=_person(2, "Carpentier", "orthophoniste"), ticked=True,
    ),
    ReviewLine(
        id=3, proposal=Proposal.NEW, name="Laboratoire des Essarts", what="laboratoire", town="Les Essarts",
        said="ouvert depuis 2019", file=FINESS, found=FoundOffer(finess="230000001", kind="laboratoire"), ticked=True,
    ),
    ReviewLine(
        id=4, proposal=Proposal.TO_CONFIRM, name="Dr Paul Vasseur", what="médecin généraliste", town="23990",
        said="code postal de trois communes", file=RPPS, found=_person(4, "Vasseur", "medecin"),
    ),
    ReviewLine(
        id=5, proposal=Proposal.GONE, name="Dr Louis Bernard", what="médecin généraliste", town="Saint-Exemple",
        said="n’y est plus", file=RPPS, entry_id=3,
    ),
    ReviewLine(
        id=6, proposal=Proposal.EXISTING, name="Pharmacie Duval", what="pharmacie", town="Saint-Exemple",
        said="rien de nouveau", file=FINESS, found=FoundOffer(finess="230000002", kind="pharmacie"), entry_id=1,
    ),
    ReviewLine(
        id=7, proposal=Proposal.SET_ASIDE, name="Dr Claire Remond", what="médecin généraliste", town="Valbourg",
        said="remplaçante", file=RPPS, found=_person(7, "Remond", "medecin"),
    ),
)  # fmt: skip
