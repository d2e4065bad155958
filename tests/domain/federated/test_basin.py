from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from msp_desktop.domain.carried.data import ByAge, ByDeparture, ByPlace, CommuneData, Horizon, OfferData, Person, Sender
from msp_desktop.domain.federated.basin import Basin, joined
from msp_desktop.domain.inventory import AgeBand
from msp_desktop.errors import UserError
from tests.basins import HERE, MADE, NEARBY, basin_of, commune

_TRADES = st.sampled_from(["medecin", "infirmier", "dentiste"])
_COUNTS = st.lists(
    st.builds(
        lambda p, w, n: ByPlace(profession=p, place=w, n=n), _TRADES, st.sampled_from([HERE, NEARBY]), st.integers(0, 9)
    ),
    max_size=4,
)
_OFFERS = st.lists(
    st.builds(
        lambda name, town, place, finess: OfferData(kind="pharmacie", name=name, town=town, place=place, finess=finess),
        st.sampled_from(["", "Pharmacie du Centre", "Pharmacie du centre", "Pharmacie du Centr", "Pharmacie Roche"]),
        st.sampled_from(["", "Ville 23001", "Guéret"]),
        st.sampled_from([HERE, NEARBY]),
        st.sampled_from(["", "", "230000001", "230000002"]),
    ),
    max_size=4,
)  # fmt: skip


@st.composite
def _communes(draw: st.DrawFn) -> list[CommuneData]:
    many = draw(st.integers(2, 6))
    return [
        commune(f"2300{number}", places=tuple(draw(_COUNTS)), offers=tuple(draw(_OFFERS)), people=draw(st.none() | st.integers(1, 3)))
        for number in range(many)
    ]  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(_communes(), st.randoms(use_true_random=False))
def test_the_order_of_the_files_changes_nothing_and_the_total_is_the_sum(
    datas: list[CommuneData], order: Random
) -> None:
    basin = joined(datas)
    again = [replace(one, offers=tuple(order.sample(one.offers, len(one.offers)))) for one in datas]
    order.shuffle(again)
    assert _told(joined(again)) == _told(basin)
    here = sum(count.n for one in datas for count in one.places if count.place is HERE)
    assert sum(row.total for row in basin.professions) == sum(sum(row.cells) for row in basin.professions) == here
    assert sum(len(place.listed_by) for place in basin.places) <= sum(len(one.offers) for one in datas)
    numbers = [place.finess for place in basin.places if place.finess]
    assert len(numbers) == len(set(numbers))


def _told(basin: Basin) -> Basin:
    return replace(basin, members=())


def test_one_commune_seven_of_them_or_two_dossiers_of_one_are_refused() -> None:
    with pytest.raises(UserError, match=r"deux communes|two communes"):
        joined([commune("23001"), commune("23001")])
    with pytest.raises(UserError, match="7"):
        joined([commune(f"2300{number}") for number in range(7)])
    other = commune("23001", sender=Sender(dossier="f" * 32))
    with pytest.raises(UserError, match="Ville 23001"):
        joined([commune("23001"), commune("23002"), other])
    with pytest.raises(UserError):
        joined([commune("23001"), replace(commune("23002"), commune=replace(commune("23002").commune, insee=""))])


def test_of_two_versions_of_a_commune_the_newest_is_kept() -> None:
    old = commune("23001", places=(ByPlace(profession="medecin", place=HERE, n=9),))
    new = commune("23001", places=(ByPlace(profession="medecin", place=HERE, n=2),), made_at=MADE + timedelta(hours=1))
    other = commune("23002")
    assert joined([old, other, new]) == joined([new, other, old]) == joined([new, other])
    assert joined([old, new, other]).professions[0].total == 2


def test_an_offer_is_one_by_its_number_else_by_near_names_in_one_town() -> None:
    one = commune("23001", "Aubeville", offers=(
        OfferData(kind="pharmacie", name="Pharmacie Roche"),
        OfferData(kind="ehpad", name="Les Tilleuls", finess="230000001"),
    ))  # fmt: skip
    other = commune("23002", "Le Mesnil", offers=(
        OfferData(kind="pharmacie", name="PHARMACIE ROCHES", place=NEARBY, town="AUBEVILLE"),
        OfferData(kind="ehpad", name="Résidence de l’étang", finess="230000001", place=NEARBY, town="Aubeville"),
        OfferData(kind="pharmacie", name="Pharmacie Roche", place=NEARBY, town="Guéret"),
    ))  # fmt: skip
    basin = joined([one, other])
    assert [(place.kind, place.name, place.at, place.listed_by) for place in basin.places] == [
        ("ehpad", "Les Tilleuls", 0, (0, 1)),
        ("pharmacie", "Pharmacie Roche", 0, (0, 1)),
        ("pharmacie", "Pharmacie Roche", None, (1,)),
    ]
    assert basin.doubtful == ((1, 2),)  # the same name in another town: said, not joined
    assert [(row.code, row.cells, row.total) for row in basin.offers] == [
        ("ehpad", (1, 0), 1),
        ("pharmacie", (1, 0), 1),
    ]


def test_what_is_nearby_is_told_only_where_no_commune_has_any() -> None:
    near = (ByPlace(profession="medecin", place=NEARBY, n=3), ByPlace(profession="dentiste", place=NEARBY, n=2))
    basin = joined([
        commune("23001", places=(ByPlace(profession="medecin", place=HERE, n=1),)),
        commune("23002", places=near),
        commune("23003", places=near),
    ])  # fmt: skip
    assert [(row.code, row.total, row.beside) for row in basin.professions] == [("dentiste", 0, 2), ("medecin", 1, 0)]


def test_by_name_whoever_practises_in_two_communes_is_one() -> None:
    def told(insee: str, *people: Person) -> CommuneData:
        places = tuple(ByPlace(profession=one.profession, place=one.place, n=1) for one in people)
        return replace(commune(insee, places=places), people=people)

    one = told(
        "23001",
        Person(name="Anne Roche", profession="infirmier", rpps="10001111111"),
        Person(name="Luc Bay", profession="medecin"),
    )
    other = told(
        "23002",
        Person(name="ROCHE Anne", profession="infirmier"),
        Person(name="Bay Luc", profession="medecin", place=NEARBY),
        Person(name="Anne Roche", profession="medecin"),
    )
    basin = joined([one, other])
    assert basin.named
    assert basin.several == 1
    assert [(row.code, row.cells, row.total) for row in basin.professions] == [
        ("infirmier", (1, 1), 1),
        ("medecin", (1, 1), 2),
    ]


def test_ages_and_departures_of_few_people_or_few_communes_are_hidden() -> None:
    def leaving(insee: str, soon: int, later: int) -> CommuneData:
        return commune(
            insee,
            departures=(
                ByDeparture(profession="medecin", departure=Horizon.WITHIN_2, n=soon),
                ByDeparture(profession="medecin", departure=Horizon.NONE_KNOWN, n=later),
            ),
            ages=(
                ByAge(profession="medecin", age=AgeBand.FROM_60, n=soon),
                ByAge(profession="medecin", age=AgeBand.FROM_40, n=later),
            ),
        )

    two = joined([leaving("23001", 40, 40), leaving("23002", 50, 50)])
    assert [(row.within_5, row.others) for row in two.leaving] == [(None, None), (None, None)]
    assert {n for _band, n in two.ages} == {None}
    three = joined([leaving("23001", 1, 2), leaving("23002", 1, 2), leaving("23003", 1, 2)])
    assert [(row.profession, row.within_5, row.others) for row in three.leaving] == [("medecin", 3, 6), ("", 3, 6)]
    assert dict(three.ages)[AgeBand.FROM_60] == 3


def test_all_together_are_not_told_where_the_rows_told_would_give_a_hidden_one_back() -> None:
    datas = [
        commune(
            insee,
            departures=tuple(
                ByDeparture(profession=trade, departure=when, n=n)
                for trade, n in (("infirmier", 2), ("medecin", int(insee == "23001")))
                for when in (Horizon.WITHIN_2, Horizon.LATER)
            ),
        )
        for insee in ("23001", "23002", "23003")
    ]
    rows = [(row.profession, row.within_5, row.others) for row in joined(datas).leaving]
    assert rows == [("infirmier", 6, 6), ("medecin", None, None), ("", None, None)]


def test_two_communes_of_one_name_are_told_apart() -> None:
    basin = joined([commune("23001", "Saint-Martin"), commune("87001", "St Martin"), commune("23003", "Ur")])
    assert basin.names == ("Saint-Martin (23001)", "St Martin (87001)", "Ur")
    assert basin_of(3)
