"""The local health diagnosis: its terms of reference, calendar and sources, and the watch on the territory's needs."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Struct

from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import References


class DiagnosisPhase(StrEnum):
    """What a step of the calendar belongs to."""

    PREPARE = "prepare"
    COLLECT = "collect"
    ANALYSE = "analyse"
    RESTORE = "restore"


class SourceKind(StrEnum):
    """Figures, or what people say."""

    FIGURES = "figures"
    VOICES = "voices"


class Diagnosis(Struct, frozen=True, kw_only=True):
    """The diagnosis: one a dossier. `budget` is in euros.

    `led_by` is who is nobody's entry of the directory: the others are linked by an `Assignment`. `findings` are the needs
    and what acts on health, `priorities` what comes out of them, `consistency` how they agree with the regional plan.
    """

    id: int = 1
    territory: str = ""
    aims: Note = ""
    led_by: str = ""
    budget: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    taking_part: Note = ""
    answer_to: str = ""
    answer_by: date | None = None
    findings: Note = ""
    priorities: Note = ""
    consistency: Note = ""


class DiagnosisStep(Struct, frozen=True, kw_only=True):
    """One step of the calendar; `who` is words beside those an `Assignment` links."""

    id: int = 0
    position: int
    phase: DiagnosisPhase = DiagnosisPhase.PREPARE
    title: str
    due_on: date | None = None
    done_on: date | None = None
    who: str = ""


class DiagnosisSource(Struct, frozen=True, kw_only=True):
    """One source: who has it (`holder`, beside those an `Assignment` links), asked and received when, what it says."""

    id: int = 0
    position: int
    kind: SourceKind = SourceKind.FIGURES
    title: str
    holder: str = ""
    asked_on: date | None = None
    received_on: date | None = None
    says: Note = ""


class WatchNote(Struct, frozen=True, kw_only=True):
    """Something noticed about the territory's health needs; `need_id` is the need of the inventory made of it.

    `said_by` is who is nobody's entry of the directory: the others are linked by an `Assignment`.
    """

    id: int = 0
    noted_on: date
    title: str
    said_by: str = ""
    follow_up: Note = ""
    need_id: Annotated[int | None, References("need", on_delete="null")] = None


class DiagnosisSheet(Struct, frozen=True):
    """The whole of the page, with the names of who does what."""

    diagnosis: Diagnosis
    steps: tuple[DiagnosisStep, ...]
    sources: tuple[DiagnosisSource, ...]
    watch: tuple[WatchNote, ...]

    def begun(self) -> bool:
        """Tell whether anything was written."""
        return bool(self.steps or self.sources or self.watch) or self.diagnosis != Diagnosis()
