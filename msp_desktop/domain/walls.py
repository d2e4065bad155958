"""What premises would cost the town, on paper: rent and charges, offices let and empty, the balance of each year.

Each sum is rounded to the euro before it is added up, so that what is read adds up.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from msp_desktop.domain.premises import Premises, PremisesNeed

#: How many years are counted, from the first.
HORIZON = 10
_MONTHS = 12
#: A rate so low that it is lost in the arithmetic is none.
_NO_INTEREST = 1e-9


class Case(StrEnum):
    """What is supposed of who comes: the sure ones alone, those the town expects, every office let from the first day."""

    CAUTIOUS = "cautious"
    EXPECTED = "expected"
    FULL = "full"


class YearBalance(Struct, frozen=True):
    """One year of one case: offices let (a year's mean), euros."""

    number: int
    offices: float
    income: int
    cost: int

    @property
    def balance(self) -> int:
        """Return what is left to the town, below nought what it pays."""
        return self.income - self.cost


class CaseBalance(Struct, frozen=True):
    """The years of one case."""

    case: Case
    years: tuple[YearBalance, ...]

    @property
    def total(self) -> int:
        """Return the sum of all the years."""
        return sum(year.balance for year in self.years)

    @property
    def let(self) -> float:
        """Return how many offices are let, as a mean of all the years."""
        return sum(year.offices for year in self.years) / len(self.years)


class OfficeCost(Struct, frozen=True):
    """What one office of a profession takes: square metres with its share of what is common, euros a month."""

    need: PremisesNeed
    area: float
    rent: int
    charges: int

    @property
    def monthly(self) -> int:
        """Return rent and charges of a month."""
        return self.rent + self.charges


class WallsBalance(Struct, frozen=True):
    """What the figures say.

    `repayment` is a year of the loan; `fixed` what a year costs let or not, loan included; `empty_office` what an empty
    office of mean size costs the town in a year; `needed` the offices to let for a year to balance, None where no number of them
    would; `fair_rent` the rent per square metre and year at which the expected case would balance once filled, None
    where nobody is expected.
    """

    area: int
    offices: int
    repayment: int
    fixed: int
    costs: tuple[OfficeCost, ...]
    cases: tuple[CaseBalance, ...]
    empty_office: int
    needed: int | None
    fair_rent: int | None

    def case(self, case: Case) -> CaseBalance:
        """Return one case."""
        return next(one for one in self.cases if one.case is case)


def is_empty(premises: Premises, needs: Sequence[PremisesNeed]) -> bool:
    """Tell whether nobody has written anything of premises yet."""
    return not needs and premises == Premises()


def lacking(premises: Premises, needs: Sequence[PremisesNeed]) -> tuple[str, ...]:
    """Return what must be said before anything can be counted: names of fields, « needs » where there is no office."""
    found = [] if any(need.offices for need in needs) else ["needs"]
    found += ["area"] if any(need.offices and not need.area for need in needs) else []
    found += [name for name in ("rent", "charges", "works") if getattr(premises, name) is None]
    if _borrowed(premises) and premises.loan_years is None:
        found.append("loan_years")
    return tuple(found)


def yearly_repayment(amount: int, years: int, rate: float) -> int:
    """Return what a loan costs each year in constant payments; `rate` in per cent a year, `years` 1 at least."""
    share = rate / 100
    if share < _NO_INTEREST:
        return euros(amount / years)
    return euros(amount * share / (1 - (1 + share) ** -years))


def offices_let(need: PremisesNeed, premises: Premises, case: Case, year: int) -> float:
    """Return how many offices of a profession are let in a year, the first being 1, as a mean of its twelve months."""
    if case is Case.FULL:
        return float(need.offices)
    sure = min(need.sure, need.offices)
    if case is Case.CAUTIOUS:
        return float(max(0, sure - (need.leaving if year >= premises.leaving_year else 0)))
    more = max(0, min(need.expected, need.offices) - sure)
    months = min(_MONTHS, max(0, _MONTHS * year - premises.months_to_fill))
    return sure + more * months / _MONTHS


def walls_balance(premises: Premises, needs: Sequence[PremisesNeed]) -> WallsBalance:
    """Return what the figures say; only where nothing is `lacking`."""
    rent, charges = premises.rent or 0, premises.charges or 0
    offices, private = sum(need.offices for need in needs), _private(needs)
    area = private + (premises.shared_area or 0)
    gross = area / private
    loan = _loan(premises)
    upkeep = euros(charges * area) + (premises.other_costs or 0)
    mean = (rent + charges) * area / offices
    repayment = loan[0] if premises.loan_years else 0
    return WallsBalance(
        area=area,
        offices=offices,
        repayment=repayment,
        fixed=repayment + upkeep,
        costs=tuple(_office(need, gross, rent, charges) for need in needs),
        cases=tuple(CaseBalance(case, _years(premises, needs, case, gross, loan, upkeep)) for case in Case),
        empty_office=euros(mean),
        needed=_needed(repayment + upkeep, mean),
        fair_rent=_fair_rent(premises, needs, gross, repayment + upkeep),
    )


def euros(amount: float) -> int:
    """Return an amount to the nearest euro, the half upwards."""
    return math.floor(amount + 0.5)


def _private(needs: Sequence[PremisesNeed]) -> int:
    return sum(need.offices * (need.area or 0) for need in needs)


def _borrowed(premises: Premises) -> int:
    return max(0, (premises.works or 0) - (premises.grants or 0))


def _loan(premises: Premises) -> tuple[int, ...]:
    """Return what is paid for the works each year they are paid for."""
    amount, years = _borrowed(premises), premises.loan_years or 0
    if not years:
        return (amount,)
    return (yearly_repayment(amount, years, premises.loan_rate or 0),) * years


def _office(need: PremisesNeed, gross: float, rent: int, charges: int) -> OfficeCost:
    area = (need.area or 0) * gross
    return OfficeCost(need, area, euros(rent * area / _MONTHS), euros(charges * area / _MONTHS))


def _years(
    premises: Premises, needs: Sequence[PremisesNeed], case: Case, gross: float, loan: tuple[int, ...], upkeep: int
) -> tuple[YearBalance, ...]:
    paid = (premises.rent or 0) + (premises.charges or 0)
    found = []
    for number in range(1, HORIZON + 1):
        let = [(need, offices_let(need, premises, case, number)) for need in needs]
        square = sum(count * (need.area or 0) for need, count in let) * gross
        cost = upkeep + (loan[number - 1] if number <= len(loan) else 0)
        found.append(YearBalance(number, sum(count for _need, count in let), euros(paid * square), cost))
    return tuple(found)


def _needed(fixed: int, mean: float) -> int | None:
    """Return the offices of mean size that pay what a year costs; None where they bring nothing and something is to pay."""
    if mean <= 0:
        return None if fixed else 0
    return math.ceil(fixed / mean - 1e-9)


def _fair_rent(premises: Premises, needs: Sequence[PremisesNeed], gross: float, fixed: int) -> int | None:
    """Return the least whole rent that balances a year with all those expected, no less than nought."""
    let = sum(max(min(n.expected, n.offices), min(n.sure, n.offices)) * (n.area or 0) for n in needs) * gross
    return max(0, math.ceil(fixed / let - (premises.charges or 0) - 1e-9)) if let else None
