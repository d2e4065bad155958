"""Premises on paper: what a loan costs, who lets what when, what a year leaves to the town, and where each rule ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from msp_desktop.domain.premises import Premises, PremisesNeed
from msp_desktop.domain.walls import (
    HORIZON,
    Case,
    euros,
    is_empty,
    lacking,
    offices_let,
    walls_balance,
    yearly_repayment,
)

NEED = PremisesNeed(position=1, profession="medecin", offices=4, area=20, sure=1, expected=3, leaving=1)
PLAIN = Premises(rent=100, charges=50, works=0, months_to_fill=18, leaving_year=5)


def test_what_is_missing_is_said_in_the_order_of_the_page() -> None:
    assert lacking(Premises(), ()) == ("needs", "rent", "charges", "works")
    assert lacking(Premises(), (replace(NEED, offices=0),)) == ("needs", "rent", "charges", "works")
    assert lacking(PLAIN, (replace(NEED, area=None),)) == ("area",)
    assert lacking(PLAIN, (replace(NEED, area=0),)) == ("area",)
    # An area that nobody has said matters only where there is an office.
    assert lacking(PLAIN, (NEED, replace(NEED, offices=0, area=None))) == ()
    assert lacking(replace(PLAIN, works=100), (NEED,)) == ("loan_years",)
    # Grants that pay for all of it leave nothing to borrow.
    assert lacking(replace(PLAIN, works=100, grants=100), (NEED,)) == ()
    assert lacking(replace(PLAIN, works=100, loan_years=0), (NEED,)) == ()
    assert lacking(replace(PLAIN, rent=0, charges=0), (NEED,)) == ()


def test_nothing_written_is_empty() -> None:
    assert is_empty(Premises(), ())
    assert not is_empty(Premises(rent=0), ())
    assert not is_empty(Premises(), (NEED,))


@pytest.mark.parametrize(
    ("amount", "years", "rate", "expected"),
    [
        (0, 20, 3.5, 0),
        (100_000, 1, 0, 100_000),
        (100_000, 10, 0, 10_000),
        (100_000, 1, 10, 110_000),
        # Two payments of 57 619 € pay 100 000 € back at 10 %: 100 000 × 1,21 = 57 619 × 2,1.
        (100_000, 2, 10, 57_619),
        (170_000, 20, 3.5, 11_961),
    ],
)
def test_a_loan_is_paid_in_constant_payments(amount: int, years: int, rate: float, expected: int) -> None:
    assert yearly_repayment(amount, years, rate) == expected


def test_the_half_of_a_euro_goes_up() -> None:
    assert [euros(amount) for amount in (0.49, 0.5, 1.5, 2.5)] == [0, 1, 2, 3]


def test_each_case_lets_its_offices_from_its_day_on() -> None:
    def let(case: Case) -> list[float]:
        return [offices_let(NEED, PLAIN, case, year) for year in (1, 2, 3, 4, 5, 6)]

    assert let(Case.CAUTIOUS) == [1, 1, 1, 1, 0, 0]
    # The two others come after eighteen months: half of the second year, then all of it; nobody leaves.
    assert let(Case.EXPECTED) == [1, 2, 3, 3, 3, 3]
    assert let(Case.FULL) == [4] * 6


@pytest.mark.parametrize(
    ("need", "months", "cautious", "expected"),
    [
        (replace(NEED, sure=9, expected=9, leaving=0), 0, 4, 4),  # never more than there are offices
        (replace(NEED, sure=3, expected=1, leaving=0), 0, 3, 3),  # fewer expected than sure: those sure
        (replace(NEED, sure=0, expected=0, leaving=2), 0, 0, 0),  # nobody leaves who was not there
        (replace(NEED, leaving=0), 12, 1, 1),
        (replace(NEED, leaving=0), 0, 1, 3),
        (replace(NEED, leaving=0), 600, 1, 1),
    ],
)
def test_the_first_year_at_its_borders(need: PremisesNeed, months: int, cautious: float, expected: float) -> None:
    premises = replace(PLAIN, months_to_fill=months, leaving_year=1)
    assert offices_let(need, premises, Case.CAUTIOUS, 1) == cautious
    assert offices_let(need, premises, Case.EXPECTED, 1) == expected


def test_an_office_pays_its_square_metres_and_its_share_of_what_is_common() -> None:
    balance = walls_balance(replace(PLAIN, shared_area=40), (NEED,))
    (cost,) = balance.costs
    # 80 m² of offices and 40 in common: each office of 20 m² pays for 30.
    assert (balance.area, cost.area, cost.rent, cost.charges, cost.monthly) == (120, 30, 250, 125, 375)
    assert balance.empty_office == 30 * 150


def test_a_year_leaves_what_is_let_less_what_it_costs() -> None:
    premises = replace(PLAIN, works=50_000, grants=10_000, loan_years=3, loan_rate=0, other_costs=500)
    balance = walls_balance(premises, (NEED,))
    assert balance.repayment == 13_333
    assert balance.fixed == 13_333 + 50 * 80 + 500
    full = balance.case(Case.FULL)
    assert [year.income for year in full.years] == [150 * 80] * HORIZON
    assert [year.cost for year in full.years] == [17_833] * 3 + [4_500] * 7  # the loan is over after three years
    assert full.total == HORIZON * 12_000 - 3 * 17_833 - 7 * 4_500
    cautious = balance.case(Case.CAUTIOUS)
    assert (cautious.years[0].income, cautious.years[9].income) == (150 * 20, 0)
    assert cautious.let == sum(year.offices for year in cautious.years) / HORIZON
    assert min(year.balance for year in cautious.years) == 3_000 - 17_833


def test_works_paid_without_a_loan_are_paid_the_first_year() -> None:
    balance = walls_balance(replace(PLAIN, works=9_000, loan_years=0), (NEED,))
    assert balance.repayment == 0
    assert [year.cost for year in balance.case(Case.FULL).years[:2]] == [13_000, 4_000]


@pytest.mark.parametrize(
    ("rent", "charges", "others", "needed"),
    [
        (0, 0, 0, 0),  # nothing to pay, nothing to let
        (0, 0, 10, None),  # something to pay, and no rent at all
        (100, 0, 0, 0),
        (100, 0, 2_000, 1),  # an office brings exactly 2 000 €
        (100, 0, 2_001, 2),
        (100, 0, 8_000, 4),
        (100, 0, 8_001, 5),  # more than there are: even full it costs
    ],
)
def test_how_many_offices_pay_for_a_year(rent: int, charges: int, others: int, needed: int | None) -> None:
    premises = replace(PLAIN, rent=rent, charges=charges, other_costs=others)
    assert walls_balance(premises, (NEED,)).needed == needed


def test_the_rent_at_which_those_expected_balance_a_year() -> None:
    premises = replace(PLAIN, other_costs=2_000)
    # 50 € × 80 m² + 2 000 € over the 60 m² let, less the charges that are paid with the rent.
    assert walls_balance(premises, (NEED,)).fair_rent == 50
    assert walls_balance(replace(PLAIN, charges=0), (NEED,)).fair_rent == 0
    assert walls_balance(premises, (replace(NEED, sure=0, expected=0),)).fair_rent is None


COUNTS = st.integers(0, 1_000)


@given(
    st.builds(
        PremisesNeed, position=st.just(1), offices=st.integers(1, 1_000), area=st.integers(1, 100_000), sure=COUNTS,
        expected=COUNTS, leaving=COUNTS, profession=st.just(""), note=st.just(""), id=st.just(1),
    ),
    st.integers(0, 100_000), st.integers(0, 10**9), st.integers(0, 99), st.floats(0, 99), st.integers(0, 600),
)  # fmt: skip
def test_whatever_a_dossier_may_hold_can_be_counted(
    need: PremisesNeed, rent: int, works: int, years: int, rate: float, months: int
) -> None:
    premises = Premises(
        rent=rent, charges=1, works=works, loan_years=years, loan_rate=rate, months_to_fill=months, shared_area=7
    )
    balance = walls_balance(premises, (need,))
    for case in balance.cases:
        assert len(case.years) == HORIZON
        assert case.total == sum(year.income - year.cost for year in case.years)
        assert all(0 <= year.offices <= need.offices for year in case.years)
    cautious, expected, full = (balance.case(case) for case in Case)
    assert all(one.income <= more.income for one, more in zip(cautious.years, expected.years, strict=True))
    assert all(one.income <= more.income for one, more in zip(expected.years, full.years, strict=True))
