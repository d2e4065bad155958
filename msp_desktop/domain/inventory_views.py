"""The inventory as it is shown and printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from msp_desktop.domain.inventory import (
    AgeBand,
    Dynamic,
    HealthProfessional,
    Inventory,
    Need,
    Offer,
    Opportunity,
    Proximity,
)
from msp_desktop.domain.people import Person


@dataclass(frozen=True, slots=True)
class ProfessionalView:
    """Hold a professional with the person of the directory behind; `id` is the register's."""

    id: int
    name: str
    label: str
    where: str
    person: Person
    row: HealthProfessional


@dataclass(frozen=True, slots=True)
class FindingView:
    """Hold a question, its finding, and the draft the registers give."""

    id: int
    code: str | None
    theme: str
    question: str
    answer: str
    draft: str
    noted_on: date | None
    own: bool


@dataclass(frozen=True, slots=True)
class ThemeView:
    """Hold a theme of the grid and its questions."""

    code: str
    title: str
    short_title: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class ProfessionCount:
    """Count a profession here and nearby."""

    code: str
    label: str
    here: int
    nearby: int


@dataclass(frozen=True, slots=True)
class DepartureSpan:
    """Hold a departure over the coming years; `begin` and `end` are years, `possible` that age alone says it."""

    label: str
    words: str
    begin: float
    end: float
    possible: bool
    place: Proximity


@dataclass(frozen=True, slots=True)
class InventoryView:
    """Hold the whole inventory on one day."""

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
