"""The local health diagnosis: its phases, its two kinds of sources, its terms of reference."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.reading import Content, MethodError, load


class KitStep(Content, frozen=True):
    """A step of the calendar proposed."""

    phase: str
    title: str


class KitSource(Content, frozen=True):
    """A source proposed, and who has it."""

    kind: str
    title: str
    holder: str


class KitTerms(Content, frozen=True):
    """What the terms of reference say beside what the town writes."""

    title: str
    subtitle: str
    purpose: str
    expected: tuple[str, ...]
    rules: tuple[str, ...]
    delivered: tuple[str, ...]


class KitDiagnosis(Content, frozen=True):
    """What the page says and proposes."""

    introduction: str
    pace: str
    consistency: str
    watch: str
    phases: dict[str, str]
    kinds: dict[str, str]
    steps: tuple[KitStep, ...]
    sources: tuple[KitSource, ...]
    terms: KitTerms


@cache
def kit_diagnosis() -> KitDiagnosis:
    """Load and check resources/method/diagnosis.toml."""
    kit = load(KitDiagnosis, "diagnosis")
    for step in kit.steps:
        if step.phase not in kit.phases:
            raise MethodError(f"diagnosis.toml: unknown phase « {step.phase} »")
    for source in kit.sources:
        if source.kind not in kit.kinds:
            raise MethodError(f"diagnosis.toml: unknown kind « {source.kind} »")
    return kit
