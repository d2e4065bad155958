from __future__ import annotations

from datetime import date

from msp_desktop.domain.inventory import Mode
from msp_desktop.domain.official import FileFound, FileKind, FoundFigure, FoundOffer, FoundProfessional, SourceFile
from msp_desktop.exchange.open_data.gathering import Gathered
from msp_desktop.exchange.open_data.rpps_people import Met

FILE = FileFound(file=SourceFile(kind=FileKind.RPPS, name="whatever.txt", lines=9))
NURSE = FoundProfessional(rpps="1", profession="infirmier", mode=Mode.EMPLOYED, insee="23096", phone="")
HOSPITAL = FoundOffer(finess="230000010", kind="hospital", name="Hospital")


def test_rows_far_from_one_another_are_one_person_and_the_first_of_an_establishment_counts() -> None:
    gathered = Gathered()
    elsewhere = FoundProfessional(rpps="1", profession="infirmier", insee="23176")
    again = FoundProfessional(rpps="1", profession="infirmier", mode=Mode.SELF_EMPLOYED, insee="23096", phone="05")
    renamed = FoundOffer(finess="230000010", kind="hospital", name="Another")
    for piece in (Met(NURSE), Met(elsewhere), HOSPITAL, Met(again), renamed):
        gathered.take(piece)
    mixed = FoundProfessional(rpps="1", profession="infirmier", mode=Mode.MIXED, insee="23096", phone="05")
    whole = gathered.whole(FILE)
    assert whole.found == (mixed, elsewhere, HOSPITAL)
    assert (whole.file.kept, whole.file.lines) == (3, 9)


def test_establishments_without_a_number_are_each_one() -> None:
    gathered = Gathered()
    for name in ("A", "B"):
        gathered.take(FoundOffer(finess="", kind="hospital", name=name))
    assert len(gathered.whole(FILE).found) == 2


def test_figures_are_counted() -> None:
    read = FileFound(file=FILE.file, figures=(FoundFigure(code="apl", area="23096", dated_on=date(2026, 1, 1)),))
    assert Gathered().whole(read).file.kept == 1
