"""The words of the progress report."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.reading import Content, MethodError, load

#: When a line of what is proposed stands there: always (""), or where the dossier has what it speaks of.
CASES = ("", "place", "running", "over", "late", "watch", "meeting", "help")


class ReportLead(Content, frozen=True):
    """The sentence at the top: how far the town is, then what it can say of itself."""

    before: str
    nothing: str
    begun: str
    based: str
    acting: str
    after: str
    complete: str
    accompanied: str
    referent: str
    inventory_done: str
    inventory_begun: str
    meeting_held: str
    meeting_dated: str


class ReportSections(Content, frozen=True):
    """The names of the parts, and the key of the drawing."""

    where: str
    done: str
    known: str
    watch: str
    aside: str
    meetings: str
    exchanges: str
    coming: str
    coming_undated: str
    objectives: str
    project: str
    drawing: str
    drawing_more: str


class ReportKnowledge(Content, frozen=True):
    """What the inventory says, beside its own sentences."""

    need: str
    needs: str
    dynamics: str
    opportunities: str
    shared: str
    changed: str


class ReportProject(Content, frozen=True):
    """What stands before each line about the health project, and what is said of the core."""

    stages: str
    core_there: str
    core_missing: str
    conditions: str
    sheets: str
    calls: str
    questionnaire: str


class ReportLeft(Content, frozen=True):
    """What is said where rows are left out: of one, of several."""

    one: str
    many: str


class ReportLine(Content, frozen=True):
    """A line to tick of what is proposed, and when it stands there (one of CASES)."""

    text: str
    when: str = ""


class ReportAudience(Content, frozen=True):
    """Whom it is for, and what is proposed to them."""

    subtitle: str
    proposals: str
    lines: tuple[ReportLine, ...]


class KitReport(Content, frozen=True):
    """All the words of the report; `audiences` by the codes of `domain.scope.Audience`."""

    title: str
    lead: ReportLead
    sections: ReportSections
    knowledge: ReportKnowledge
    project: ReportProject
    left: dict[str, ReportLeft]
    audiences: dict[str, ReportAudience]


@cache
def kit_report() -> KitReport:
    """Load and check resources/method/report.toml."""
    kit = load(KitReport, "report")
    for code, audience in kit.audiences.items():
        for line in audience.lines:
            if line.when not in CASES:
                raise MethodError(f"report.toml: {code}: unknown case « {line.when} »")
    return kit
