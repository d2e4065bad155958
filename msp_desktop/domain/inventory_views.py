"""The inventory as it is shown and printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from msgspec import Struct

from msp_desktop.domain.inventory import (
    AgeBand,
    Dynamic,
    HealthProfessional,
    Inventory,
    Need,
    Offer,
    Opportunity,
    Proximity,
    Tri,
)
from msp_desktop.domain.people import Person
from msp_desktop.domain.public_figures import FigureView


class ProfessionalView(Struct, frozen=True, gc=False):
    """A professional with their entry in the directory; `id` is the register's."""

    id: int
    name: str
    label: str
    where: str
    person: Person
    row: HealthProfessional


class Trait(NamedTuple):
    """What is counted of a professional."""

    profession: str
    place: Proximity
    age_band: AgeBand
    works_alone: Tri
    ready: Tri


def trait_of(view: ProfessionalView) -> Trait:
    """Return what is counted of a professional."""
    row = view.row
    return Trait(row.profession, row.place, row.age_band, row.works_alone, row.ready)


def tallied(views: Iterable[ProfessionalView]) -> Counter[Trait]:
    """Return how many professionals have the same traits."""
    return Counter(map(trait_of, views))


def how_many(tally: Mapping[Trait, int], **wanted: Any) -> int:
    """Return how many professionals have the traits wanted."""
    return sum(
        count for trait, count in tally.items() if all(getattr(trait, name) == value for name, value in wanted.items())
    )


class FindingState(StrEnum):
    """How far a finding is: nothing yet, a proposal to read over, one read over and taken, one's own words."""

    EMPTY = "empty"
    PROPOSED = "proposed"
    READ = "read"
    WRITTEN = "written"


class FindingView(Struct, frozen=True):
    """A question, its finding, and the draft made from the registers."""

    id: int
    code: str | None
    theme: str
    question: str
    answer: str
    draft: str
    noted_on: date | None
    own: bool

    @property
    def state(self) -> FindingState:
        """Tell how far the finding is."""
        answer, draft = self.answer.strip(), self.draft.strip()
        if not answer:
            return FindingState.PROPOSED if draft else FindingState.EMPTY
        return FindingState.READ if answer == draft else FindingState.WRITTEN


class ThemeView(Struct, frozen=True):
    """A theme of the grid and its questions."""

    code: str
    title: str
    short_title: str
    findings: tuple[FindingView, ...]


class ProfessionCount(Struct, frozen=True):
    """Count a profession here and nearby."""

    code: str
    label: str
    here: int
    nearby: int


class DepartureSpan(Struct, frozen=True, gc=False):
    """A departure in the coming years; `begin` and `end` are years, `possible` where only the age suggests it."""

    label: str
    words: str
    begin: float
    end: float
    possible: bool
    place: Proximity
    profession: str = ""


class InventoryView(Struct, frozen=True):
    """The whole inventory on one day."""

    today: date
    inventory: Inventory
    themes: tuple[ThemeView, ...]
    professionals: tuple[ProfessionalView, ...]
    offers: tuple[Offer, ...]
    dynamics: tuple[Dynamic, ...]
    needs: tuple[Need, ...]
    opportunities: tuple[Opportunity, ...]
    counts: tuple[ProfessionCount, ...]
    ages: tuple[tuple[AgeBand, int], ...]
    departures: tuple[DepartureSpan, ...]
    figures: tuple[FigureView, ...] = ()

    def figures_for(self, finding: FindingView) -> tuple[FigureView, ...]:
        """Return the public figures that support a finding, none for a question of the town's own."""
        return tuple(figure for figure in self.figures if figure.supports == finding.code)

    def findings(self) -> tuple[FindingView, ...]:
        """Return every question, in order."""
        return tuple(finding for theme in self.themes for finding in theme.findings)

    def filled(self) -> int:
        """Return how many questions have their finding."""
        return sum(bool(finding.answer.strip()) for finding in self.findings())

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing has been noted yet."""
        registers = (self.professionals, self.offers, self.dynamics, self.needs, self.opportunities)
        return not self.filled() and not any(registers)
