"""The territorial schemes: ticked, kept when ticked no more, and the pages of a CLS opened by the town's part in it."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.schemes import Scheme, Standing
from msp_desktop.errors import UserError
from msp_desktop.services import schemes as service
from msp_desktop.services.schemes import SchemeView, cls_is_carried, schemes, ticked_schemes


def one(store: Store, key: str | int) -> SchemeView:
    return next(view for view in schemes(store.reader) if view.id == key)


def test_the_seven_of_the_method_are_spelled_out_before_any_is_ticked(store: Store) -> None:
    assert [view.acronym for view in schemes(store.reader)] == ["CLS", "CLSM", "PTSM", "CPTS", "RTPS", "ASV", "CTG"]
    assert one(store, "cls").title == "CLS, contrat local de santé"
    assert all(view.name and view.name != view.acronym for view in schemes(store.reader))
    assert ticked_schemes(store.reader) == ()
    assert store.reader.all(Scheme) == []


@pytest.mark.parametrize(
    ("standing", "opens"),
    [(Standing.NONE, False), (Standing.EXISTS, False), (Standing.JOINED, True), (Standing.CARRIED, True)],
)
def test_the_pages_of_the_cls_open_where_the_town_carries_or_joins_it(
    store: Store, standing: Standing, opens: bool
) -> None:
    service.set_standing(store, "cls", standing)
    service.set_standing(store, "cpts", Standing.CARRIED)
    assert cls_is_carried(store.reader) is opens


def test_what_was_noted_stays_when_a_scheme_is_ticked_no_more(store: Store) -> None:
    service.set_standing(store, "cls", Standing.JOINED)
    service.update_scheme(store, "cls", Change(Scheme, perimeter="Dix communes"))
    service.set_standing(store, "cls", Standing.NONE)
    assert (one(store, "cls").ticked, one(store, "cls").perimeter) == (False, "Dix communes")
    assert service.ticked_count(store.reader) == 0
    store.undo()
    assert one(store, "cls").standing is Standing.JOINED


def test_who_carries_it_and_whom_to_call_are_two_things(store: Store) -> None:
    with store.write("people") as transaction:
        transaction.insert(Person(category=Category.EPCI, organisation="CC du Val"))
        transaction.insert(Person(category=Category.EPCI, civility="M.", first_name="Paul", last_name="Rey"))
    service.update_scheme(store, "cls", Change(Scheme, carried_by="CC du Val"))
    service.update_scheme(store, "cls", Change(Scheme, contact="Paul Rey, l’accueil"))
    assert (one(store, "cls").carried_by, one(store, "cls").contact) == ("CC du Val", "M. Paul Rey, l’accueil")


def test_a_scheme_does_not_end_before_it_begins(store: Store) -> None:
    service.update_scheme(store, "cls", Change(Scheme, starts_on=date(2025, 1, 1)))
    with pytest.raises(UserError, match="finirait avant"):
        service.update_scheme(store, "cls", Change(Scheme, ends_on=date(2024, 12, 31)))
    service.update_scheme(store, "cls", Change(Scheme, ends_on=date(2025, 1, 1)))
    assert not service.is_over(one(store, "cls"), date(2025, 1, 1))
    assert service.is_over(one(store, "cls"), date(2025, 1, 2))


def test_one_of_the_town_s_own_is_added_reworded_and_taken_out(store: Store) -> None:
    own = service.add_scheme(store, "  Contrat de ruralité ")
    assert (one(store, own.id).title, one(store, own.id).standing) == ("Contrat de ruralité", Standing.EXISTS)
    service.update_scheme(store, own.id, Change(Scheme, name="Pacte rural"))
    assert one(store, own.id).short == "Pacte rural"
    with pytest.raises(UserError, match="comment s’appelle"):
        service.update_scheme(store, own.id, Change(Scheme, name=" "))
    with pytest.raises(UserError, match="comment s’appelle"):
        service.add_scheme(store, " ")
    service.delete_scheme(store, own.id)
    assert len(schemes(store.reader)) == 7
    store.undo()
    assert one(store, own.id).short == "Pacte rural"


def test_one_of_the_method_is_never_taken_out(store: Store) -> None:
    with pytest.raises(UserError, match="décochez"):
        service.delete_scheme(store, "cls")


def test_the_sample_joins_a_cls_that_its_intercommunality_carries(sample: Store) -> None:
    cls = one(sample, "cls")
    assert (cls.standing, cls.carried_by, cls.contact) == (Standing.JOINED, "CC du Val d’Exemple", "M. Paul Rey")
    assert [view.short for view in ticked_schemes(sample.reader)] == ["CLS", "CPTS", "CTG"]
    assert cls.text() is not None
