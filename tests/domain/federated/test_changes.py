"""What changed between two of the things a commune sent."""

from __future__ import annotations

from datetime import UTC, date, datetime

from msgspec.structs import replace

from msp_desktop.domain.carried.data import ByDeparture, ByPlace, CommuneData, Horizon, ReferentData, Sender, Town
from msp_desktop.domain.federated.changes import Point, What, points
from msp_desktop.domain.federated.communes import Version
from msp_desktop.domain.inventory import Proximity

FIRST, SECOND = datetime(2026, 4, 1, tzinfo=UTC), datetime(2026, 4, 9, tzinfo=UTC)
DATA = CommuneData(
    format="sante-100-jours/donnees", version=1, made_at=FIRST, sender=Sender(dossier="0" * 32),
    commune=Town(insee="55001", name="Bourg"), day_zero=date(2026, 3, 22), vigilances=("walls",),
    places=(ByPlace(profession="medecin", place=Proximity.HERE, n=2),),
)  # fmt: skip


def test_each_change_is_a_point_on_the_day_it_was_told() -> None:
    new = replace(
        DATA, made_at=SECOND, vigilances=("no_referent",), referent=ReferentData(kind="pair"),
        places=(ByPlace(profession="medecin", place=Proximity.HERE, n=1), ByPlace(profession="kine", place=Proximity.NEARBY, n=1)),
        departures=(ByDeparture(profession="medecin", departure=Horizon.FROM_3_TO_5, n=1),),
    )  # fmt: skip
    assert points((Version(FIRST, "a", DATA), Version(SECOND, "b", new))) == (
        Point(FIRST, What.FIRST),
        Point(SECOND, What.REFERENT, "", "", "pair"),
        Point(SECOND, What.LEAVING, "", "0", "1"),
        Point(SECOND, What.HEADCOUNT, "medecin", "2", "1"),
        Point(SECOND, What.VIGILANCE, "no_referent"),
        Point(SECOND, What.VIGILANCE_OVER, "walls"),
    )


def test_what_is_the_same_is_no_point() -> None:
    assert points((Version(FIRST, "a", DATA), Version(SECOND, "b", DATA))) == (Point(FIRST, What.FIRST),)
    assert points(()) == ()
