"""The core that recognition asks for, computed from the inventory for the day recognition is planned."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.reader import Reader
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.core import Core, Trades, core_of
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.people import Person
from msp_desktop.domain.road import VALIDATION, Pace, Span, span_named, spans
from msp_desktop.domain.stages import ProjectStage
from msp_desktop.method.road import kit_road
from msp_desktop.services.inventory import professional_views

#: What the core is computed from.
LOOKED_AT = (HealthProfessional, Person, ProjectStage, Commune)


def core(reader: Reader, today: date) -> Core:
    """Return what the inventory shows of the core, kept until a change touches it."""
    return reader.kept(("core", today), LOOKED_AT, lambda: _core(reader, today))


def road_spans(reader: Reader, today: date) -> tuple[Span, ...]:
    """Return when each stage of the road begins and ends."""
    paces = [Pace(stage.code, stage.begins, stage.lasts) for stage in kit_road().stages]
    kept = {row.code: row for row in reader.all(ProjectStage)}
    return spans(paces, kept, reader.one(Commune, 1).day_zero, today)


def trades() -> Trades:
    """Return who is « auxiliaire médical »."""
    kit = kit_road().core
    return Trades(frozenset(kit.paramedical), kit.paramedical_words)


def _core(reader: Reader, today: date) -> Core:
    recognised = span_named(road_spans(reader, today), VALIDATION).end
    return core_of(professional_views(reader), trades(), recognised, today)
