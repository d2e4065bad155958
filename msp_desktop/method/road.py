"""The road to a health centre: its three stages, the core that recognition asks for, the steps proposed, what helps."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.reading import Content, MethodError, load, unique_codes


class KitRoadStage(Content, frozen=True):
    """How a stage is drawn and told; `begins` is in months after the end of the stage before it, `lasts` in months.

    `short` is its title where there is little room, `end` is what ends it, `now` the sentence that says we are in it.
    """

    code: str
    title: str
    short: str
    under: str
    end: str
    begins: int
    lasts: int
    now: str


class KitCore(Content, frozen=True):
    """The words of the core, and who is « auxiliaire médical »: codes of professions, words where they have none."""

    heading: str
    asks: str
    short: str
    team: str
    not_these: str
    gone: str
    legal: str
    paramedical: tuple[str, ...]
    paramedical_words: tuple[str, ...]


class KitHelp(Content, frozen=True):
    """What helps with a step: a document (`paper`), or a tab, and its page where it has several."""

    code: str
    title: str
    paper: str = ""
    tab: str = ""
    page: str = ""


class KitStep(Content, frozen=True):
    """A step proposed; `help` is the code of what helps with it."""

    code: str
    stage: str
    title: str
    help: str = ""


class KitSection(Content, frozen=True):
    """A section of the preliminary diagnosis; `asks` are the questions the team completes."""

    code: str
    title: str
    asks: tuple[str, ...]


class KitDiagnostic(Content, frozen=True):
    """The preliminary diagnosis: its title, what it is, its sections; `blank` stands for what the dossier does not know."""

    title: str
    subtitle: str
    intro: str
    blank: str
    sections: tuple[KitSection, ...]


class KitRoad(Content, frozen=True):
    """The whole road; `waits_*` say what the building waits for."""

    years: str
    empty: str
    federation: str
    remember: tuple[str, ...]
    afterwards: str
    waits_both: str
    waits_team: str
    waits_validation: str
    waits_why: str
    stages: tuple[KitRoadStage, ...]
    core: KitCore
    helps: tuple[KitHelp, ...]
    steps: tuple[KitStep, ...]
    diagnostic: KitDiagnostic

    def help(self, code: str) -> KitHelp | None:
        """Return what helps under a code, None where there is no such thing."""
        return next((entry for entry in self.helps if entry.code == code), None)


@cache
def kit_road() -> KitRoad:
    """Load and check resources/method/road.toml."""
    kit = load(KitRoad, "road")
    for entries in (kit.stages, kit.helps, kit.steps, kit.diagnostic.sections):
        unique_codes(entries, "road.toml")
    codes = tuple(stage.code for stage in kit.stages)
    for step in kit.steps:
        if step.stage not in codes or (step.help and kit.help(step.help) is None):
            raise MethodError(f"road.toml: the step « {step.code} » names a stage or a help that is not there")
    return kit
