"""The référent's sheet and the three models that appoint one (these are ours, not the kit's)."""

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


class KitMissions(Content, frozen=True):
    """The missions of a sheet by theme; `own` is the title over those of the town's own."""

    themes: tuple[KitTheme, ...]
    missions: tuple[KitMission, ...]
    own: str

    def mission(self, code: str | None) -> KitMission | None:
        """Return the kit's mission with this code, None for the town's own."""
        return next((mission for mission in self.missions if mission.code == code), None)

    def check(self, where: str) -> None:
        """Refuse a code that stands twice, and a theme that is none; MethodError names the file."""
        unique_codes(self.themes, where)
        unique_codes(self.missions, where)
        themes = {theme.code for theme in self.themes}
        for mission in self.missions:
            if mission.theme not in themes:
                raise MethodError(f"{where}: {mission.code}: unknown theme « {mission.theme} »")


class KitBriefing(Content, frozen=True):
    """A first row of « ce qui est dit à qui »."""

    audience: str
    message: str
    means: str


class KitCommitment(Content, frozen=True):
    """Whom the référent may report to, and how."""

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
    commitments: tuple[KitCommitment, ...]

    def sheet(self) -> KitMissions:
        """Return the missions alone."""
        return KitMissions(themes=self.themes, missions=self.missions, own="Propre à la commune")


class DecreeSubjects(Content, frozen=True):
    """What each article of the decree is about, in its order."""

    assigned: str
    signature: str
    conflict: str
    effect: str
    execution: str
    appeal: str


class DecreeFoot(Content, frozen=True):
    """What stands under the decree's signature: notified, made enforceable, copied to."""

    notified: str
    on: str
    signs: str
    certified: str
    sent: str
    published: str
    copies: str
    copied_to: tuple[str, ...]


class Decree(Content, frozen=True):
    """The model of the arrêté portant délégation de fonctions; `functions` are proposed to the town, which chooses."""

    name: str
    title: str
    number_blank: str
    subtitle: str
    republic: str
    department: str
    town: str
    kind_label: str
    kind: str
    authority: str
    visas: tuple[str, ...]
    visas_deputy: tuple[str, ...]
    visas_delegated: tuple[str, ...]
    visas_councillor: tuple[str, ...]
    visas_conflict: tuple[str, ...]
    visas_professional: tuple[str, ...]
    grounds: str
    grounds_councillor: str
    decides: str
    assigned: str
    functions: tuple[str, ...]
    signature_yes: tuple[str, ...]
    signature_no: tuple[str, ...]
    conflict: tuple[str, ...]
    conflict_professional: tuple[str, ...]
    effect_dated: str
    effect_past: str
    withdrawal: str
    execution: str
    secretary: str
    director: str
    appeal: str
    subjects: DecreeSubjects
    foot: DecreeFoot


class AppointmentLetter(Content, frozen=True):
    """The model of a lettre de désignation or de mission."""

    title: str
    subject: str
    body: tuple[str, ...]
    missions_intro: str
    closing: str
    received: str
    signs: str
    professional: str = ""
    superior: str = ""
    superior_office: str = ""
    superior_direction: str = ""


class KitAppointment(Content, frozen=True):
    """The three models; `notice` is said before each is printed, `blank` stands where a date is not known."""

    notice: str
    blank: str
    decree: Decree
    designation: AppointmentLetter
    mission: AppointmentLetter


@cache
def kit_referent() -> KitReferent:
    """Load and check resources/method/referent.toml."""
    kit = load(KitReferent, "referent")
    kit.sheet().check("referent.toml")
    return kit


@cache
def kit_appointment() -> KitAppointment:
    """Load resources/method/appointment.toml."""
    return load(KitAppointment, "appointment")
