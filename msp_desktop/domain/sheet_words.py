"""What the papers of the plan are given of each fiche action: itself, who its people are, under whose name it stands."""

from __future__ import annotations

from msgspec import Struct

from msp_desktop.domain.action_plan import Plan, SheetView


class Part(Struct, frozen=True):
    """Who has a part in a sheet, in words: their names, what they are, and how many they are.

    `woman` is true of one woman, or of women alone.
    """

    names: str = ""
    detail: str = ""
    count: int = 0
    woman: bool = False


class Contract(Struct, frozen=True):
    """The contract the sheets belong to: what it is called (« Contrat local de santé du Val d’Exemple, 2025-2029 »), who carries it.

    `carrier` is empty where the commune carries it itself, or where it is not known.
    """

    title: str
    carrier: str = ""


class SheetPaper(Struct, frozen=True):
    """A sheet to print."""

    view: SheetView
    lead: Part = Part()
    elected: Part = Part()


class PlanPaper(Struct, frozen=True):
    """The plan to print; `next_committee` says when it is looked at next, "" where that is not known."""

    plan: Plan
    next_committee: str = ""
