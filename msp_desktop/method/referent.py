"""The référent's sheet and the three models that appoint one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from msp_desktop.method.reading import MethodError, load, unique_codes


@dataclass(frozen=True, slots=True)
class KitTheme:
    """Hold a group of missions."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class KitMission:
    """Hold a mission; `text` bears « {masculine|feminine} » choices."""

    code: str
    theme: str
    text: str


@dataclass(frozen=True, slots=True)
class KitBriefing:
    """Hold a first row of « ce qui est dit à qui »."""

    audience: str
    message: str
    means: str


@dataclass(frozen=True, slots=True)
class KitReport:
    """Tell to whom the référent reports and how."""

    to: str
    how: str


@dataclass(frozen=True, slots=True)
class KitReferent:
    """Hold all that the sheet says before the town adapts it."""

    purpose: str
    time: str
    posture: str
    remember: str
    daily: tuple[str, ...]
    themes: tuple[KitTheme, ...]
    missions: tuple[KitMission, ...]
    briefings: tuple[KitBriefing, ...]
    reports: tuple[KitReport, ...]

    def mission(self, code: str | None) -> KitMission | None:
        """Return the kit's mission with this code, None for the town's own."""
        return next((mission for mission in self.missions if mission.code == code), None)


@dataclass(frozen=True, slots=True)
class Article:
    """Hold an article of the decree."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Decree:
    """Hold the model of the arrêté portant délégation de fonctions."""

    title: str
    subtitle: str
    authority: str
    visas: tuple[str, ...]
    articles: tuple[Article, ...]
    signature_yes: str
    signature_no: str


@dataclass(frozen=True, slots=True)
class AppointmentLetter:
    """Hold the model of a lettre de désignation or de mission."""

    title: str
    subject: str
    body: tuple[str, ...]
    closing: str


@dataclass(frozen=True, slots=True)
class KitAppointment:
    """Hold the three models; `notice` is printed on each."""

    notice: str
    decree: Decree
    designation: AppointmentLetter
    mission: AppointmentLetter


@cache
def kit_referent() -> KitReferent:
    """Load and check resources/method/referent.toml."""
    kit = load(KitReferent, "referent")
    unique_codes(kit.themes, "referent.toml")
    unique_codes(kit.missions, "referent.toml")
    themes = {theme.code for theme in kit.themes}
    for mission in kit.missions:
        if mission.theme not in themes:
            raise MethodError(f"referent.toml: {mission.code}: unknown theme « {mission.theme} »")
    return kit


@cache
def kit_appointment() -> KitAppointment:
    """Load resources/method/appointment.toml."""
    return load(KitAppointment, "appointment")
