"""What the town supposes of premises, before any is decided: who would come, on how many square metres, at what price."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import Between

#: What is counted in square metres, in offices, in euros.
Area = Annotated[int | None, Between(0, 100_000)]
Offices = Annotated[int, Meta(ge=0, le=1_000)]
Euros = Annotated[int | None, Between(0, 1_000_000_000)]


class Premises(Struct, frozen=True, kw_only=True):
    """The building as a whole (one row, id 1); money is in whole euros, None where nobody has said.

    `rent` and `charges` are per square metre and year; `loan_years` 0 pays all of it the first year; `loan_rate` is a
    percentage a year. Whoever is not sure to come is there after `months_to_fill`; those who may leave do so in the
    `leaving_year` th year.
    """

    id: int = 1
    first_year: Annotated[int | None, Between(1900, 2199)] = None
    shared_area: Area = None
    rent: Annotated[int | None, Between(0, 100_000)] = None
    charges: Annotated[int | None, Between(0, 100_000)] = None
    works: Euros = None
    grants: Euros = None
    loan_years: Annotated[int | None, Between(0, 99)] = None
    loan_rate: Annotated[float | None, Between(0, 99)] = None
    other_costs: Euros = None
    months_to_fill: Annotated[int, Meta(ge=0, le=600)] = 12
    leaving_year: Annotated[int, Meta(ge=1, le=99)] = 5
    notes: Note = ""


class PremisesNeed(Struct, frozen=True, kw_only=True):
    """What one profession would need: offices of so many square metres each, and how many of them would be let.

    `sure` counts those let to people ready to commit, `expected` those the town supposes to be let in the end, `leaving`
    those of the sure ones that may fall empty.
    """

    id: int = 0
    position: int
    profession: str = ""
    offices: Offices = 1
    area: Area = None
    sure: Offices = 0
    expected: Offices = 0
    leaving: Offices = 0
    note: str = ""
