"""The référent's sheet and the three models that appoint one."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.reading import Content, MethodError, load, unique_codes


class KitTheme(Content, frozen=True):
    """A group of missions."""

    code: str
    title: str


class KitMission(Content, frozen=True):
    """A mission; `text` bears « {masculine|feminine} » choices."""

    code: str
    theme: str
    text: str


class KitBriefing(Content, frozen=True):
    """A first row of « ce qui est dit à qui »."""

    audience: str
    message: str
    means: str


class KitReport(Content, frozen=True):
    """Whom the référent reports to, and how."""

    to: str
    how: str


class KitReferent(Content, frozen=True):
    """All that the sheet says before the town adapts it."""

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


class Article(Content, frozen=True):
    """An article of the decree."""

    title: str
    text: str


class Decree(Content, frozen=True):
    """The model of the arrêté portant délégation de fonctions."""

    title: str
    subtitle: str
    authority: str
    visas: tuple[str, ...]
    articles: tuple[Article, ...]
    signature_yes: str
    signature_no: str


class AppointmentLetter(Content, frozen=True):
    """The model of a lettre de désignation or de mission."""

    title: str
    subject: str
    body: tuple[str, ...]
    closing: str


class KitAppointment(Content, frozen=True):
    """The three models; `notice` is printed on each."""

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
