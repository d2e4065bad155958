"""What the texts of a record say to whoever searches: as on the screen, codes and choices in words."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import PurePath
from typing import Any

from msp_desktop.domain.action_sheets import SheetState
from msp_desktop.domain.actions import Action, ActionState, FederationHelp
from msp_desktop.domain.calls import CallKind, CallState
from msp_desktop.domain.communications import CommunicationState
from msp_desktop.domain.conditions import Rating
from msp_desktop.domain.diagnosis import DiagnosisPhase, SourceKind
from msp_desktop.domain.exchanges import Channel
from msp_desktop.domain.inventory import Finding, Tri
from msp_desktop.domain.inventory_words import AGE, DEPARTURE, MODE, PROXIMITY
from msp_desktop.domain.mail import ProducedDocument, Way
from msp_desktop.domain.meetings import MeetingState, Party, Reply
from msp_desktop.domain.missions import Mission
from msp_desktop.domain.people import Category
from msp_desktop.domain.referent import ReferentKind
from msp_desktop.domain.schemes import Standing
from msp_desktop.domain.stages import ProjectStage, RoadStep, StageState
from msp_desktop.domain.vigilance.records import AlertSign, VigilanceAside
from msp_desktop.domain.welcome import Moment, Newcomer, WelcomeKind
from msp_desktop.i18n import N_, _
from msp_desktop.method.conditions import kit_conditions
from msp_desktop.method.diagnosis import kit_diagnosis
from msp_desktop.method.guidance import basics, compass
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.method.meetings import kit_meetings
from msp_desktop.method.road import kit_road
from msp_desktop.method.schemes import kit_schemes
from msp_desktop.method.timeline import kit_timeline
from msp_desktop.method.vigilance import kit_vigilances
from msp_desktop.method.welcome import kit_welcome
from msp_desktop.services import calls
from msp_desktop.services.conditions import condition_words
from msp_desktop.services.missions import mission_text, theme_titles
from msp_desktop.services.roles import party_name
from msp_desktop.services.schemes import scheme_words
from msp_desktop.services.search_places import PLACES
from msp_desktop.services.timeline import LATER
from msp_desktop.services.welcome import entry_words, step_words

#: The words of each choice, kind by kind (choices of two kinds may be equal); of what nobody has said there are none.
_WORDS: dict[type[StrEnum], dict[Any, str]] = {
    Category: {
        Category.ELECTED: N_("elected person"),
        Category.STAFF: N_("staff"),
        Category.PROFESSIONAL: N_("health professional"),
        Category.FEDERATION: N_("federation"),
        Category.ARS: "ARS",
        Category.CPAM: "CPAM",
        Category.EPCI: N_("intercommunality"),
        Category.CCAS: "CCAS",
        Category.ASSOCIATION: N_("association"),
        Category.SCHEME: "CPTS, CLS…",
    },
    Channel: {
        Channel.PHONE: N_("by telephone"),
        Channel.EMAIL: N_("by e-mail"),
        Channel.MEETING: N_("at a meeting"),
        Channel.LETTER: N_("by letter"),
        Channel.VISIT: N_("on a visit"),
    },
    ActionState: {
        ActionState.TODO: N_("to do"),
        ActionState.DOING: N_("in progress"),
        ActionState.DONE: N_("done"),
        ActionState.DROPPED: N_("not applicable"),
    },
    CommunicationState: {
        CommunicationState.TODO: N_("to write"),
        CommunicationState.READY: N_("ready"),
        CommunicationState.PUBLISHED: N_("published"),
    },
    MeetingState: {
        MeetingState.PLANNED: N_("planned"),
        MeetingState.HELD: N_("held"),
        MeetingState.CANCELLED: N_("cancelled"),
    },
    Reply: {
        Reply.COMING: N_("will come"),
        Reply.EXCUSED: N_("excused"),
    },
    Party: {
        Party.FEDERATION: N_("The federation"),
        Party.MUNICIPAL_TEAM: N_("The municipal team"),
        Party.PROJECT_LEAD: N_("Who carries a project, if any"),
        Party.COORDINATION: N_("The coordination"),
        Party.HEALTH_AGENCY: N_("The departmental delegation of the ARS"),
        Party.LEADS: N_("Those who lead the actions"),
    },
    ReferentKind: {
        ReferentKind.ELECTED: N_("an elected person"),
        ReferentKind.STAFF: N_("a member of staff"),
        ReferentKind.PAIR: N_("a pair, elected and staff"),
    },
    CallKind: calls.KINDS,
    CallState: calls.STATES,
    StageState: {
        StageState.TODO: N_("to do"),
        StageState.DOING: N_("in progress"),
        StageState.DONE: N_("done"),
    },
    SheetState: {
        SheetState.TODO: N_("to begin"),
        SheetState.DOING: N_("in progress"),
        SheetState.DONE: N_("finished"),
        SheetState.DROPPED: N_("given up"),
    },
    Way: {
        Way.MAPI: N_("The mail program of this computer"),
        Way.THUNDERBIRD: N_("Thunderbird"),
        Way.OUTLOOK: N_("Outlook"),
        Way.DRAFT: N_("A draft to open in the mail program"),
        Way.WEBMAIL: N_("Webmail: copy and paste"),
    },
}
_FRENCH: dict[type[StrEnum], dict[Any, str]] = {
    type(next(iter(table))): dict(table) for table in (PROXIMITY, MODE, AGE, DEPARTURE)
}
#: The choices whose words are the method's.
_METHOD: dict[type[StrEnum], Callable[[Any], str]] = {
    WelcomeKind: lambda value: kit_welcome().kind(value).title,
    Newcomer: lambda value: kit_welcome().newcomers[value],
    Moment: lambda value: kit_welcome().moments[value],
    Rating: lambda value: kit_conditions().ratings.get(value, ""),
    Standing: lambda value: kit_schemes().standings.get(value, ""),
    DiagnosisPhase: lambda value: kit_diagnosis().phases[value],
    SourceKind: lambda value: kit_diagnosis().kinds[value],
}


def choice_words(value: StrEnum) -> str:
    """Return the words of a choice, "" of what is not known."""
    if value.value == Tri.UNKNOWN.value:
        return ""
    method = _METHOD.get(type(value))
    if method is not None:
        return method(value)
    french = _FRENCH.get(type(value))
    if french is not None:
        return french.get(value, "")
    words = _WORDS.get(type(value), {}).get(value, "")
    return _(words) if words else ""


def _profession(row: Any) -> str:
    return kit_inventory().profession(row.profession).masculine if row.profession else ""


def _action_title(action: Action) -> str:
    kit = kit_timeline().action(action.kit_code)
    return action.title or (kit.title if kit else "")


def _phase(action: Action) -> str:
    titles = {phase.number: phase.title for phase in kit_timeline().phases}
    title = titles.get(action.phase, LATER)
    return _("Phase {number}: {title}").format(number=action.phase, title=title) if action.phase in titles else title


def _question(finding: Finding) -> str:
    kit = kit_inventory().question(finding.kit_code)
    return finding.question or (kit.text if kit else "")


def _theme(finding: Finding) -> str:
    return next((theme.title for theme in kit_inventory().themes if theme.code == finding.theme), "")


def _mission_theme(mission: Mission) -> str:
    return theme_titles(mission.sheet).get(mission.theme, "")


def _help(row: FederationHelp) -> str:
    return next((entry.title for entry in kit_timeline().federation_helps if entry.code == row.code), "")


def _vigilance(row: VigilanceAside) -> str:
    point = kit_vigilances().point(row.code)
    return point.title if point else ""


def _alert(row: AlertSign) -> str:
    return next((alert.text for alert in basics().alerts if alert.code == row.code), "")


def _stage(row: ProjectStage) -> str:
    return next((stage.title for stage in compass().stages if stage.code == row.code), "")


def _step_stage(row: RoadStep) -> str:
    return next((stage.title for stage in compass().stages if stage.code == row.stage), "")


def _step_help(row: RoadStep) -> str:
    kit = kit_road().help(row.help)
    return kit.title if kit else ""


def _file(row: ProducedDocument) -> str:
    return PurePath(row.path).name


_OWN_WORDS: dict[tuple[str, str], Callable[[Any], str]] = {
    ("HealthProfessional", "profession"): _profession,
    ("Need", "profession"): _profession,
    ("Opportunity", "profession"): _profession,
    ("Offer", "kind"): lambda row: kit_inventory().offers.get(row.kind, ""),
    ("Dynamic", "kind"): lambda row: kit_inventory().dynamics.get(row.kind, ""),
    ("Meeting", "kind"): lambda row: kit_meetings().kind(row.kind).title if row.kind else "",
    ("Instance", "kind"): lambda row: kit_meetings().kind(row.kind).title,
    ("Action", "title"): _action_title,
    ("Action", "phase"): _phase,
    ("Finding", "question"): _question,
    ("Finding", "theme"): _theme,
    ("Mission", "text"): lambda row: mission_text(row, feminine=False),
    ("Mission", "theme"): _mission_theme,
    ("FederationHelp", "code"): _help,
    ("RoleParty", "name"): party_name,
    ("VigilanceAside", "code"): _vigilance,
    ("AlertSign", "code"): _alert,
    ("ProjectStage", "code"): _stage,
    ("PremisesNeed", "profession"): _profession,
    ("WelcomeEntry", "title"): entry_words,
    ("WelcomeStep", "title"): step_words,
    ("RoadStep", "stage"): _step_stage,
    ("RoadStep", "help"): _step_help,
    ("ConditionRating", "code"): condition_words,
    ("Scheme", "name"): scheme_words,
    ("ProducedDocument", "path"): _file,
}


def words_of(record: Any, attribute: str, name_of: Callable[[int], str]) -> str:
    """Return what an attribute says on the screen; `name_of` gives a person's name by their id."""
    kind = type(record)
    own = _OWN_WORDS.get((kind.__name__, attribute))
    if own is not None:
        return own(record)
    joined = PLACES[kind].joined.get(attribute)
    if joined:
        return " ".join(filter(None, (getattr(record, name) for name in joined)))
    value = getattr(record, attribute)
    if isinstance(value, StrEnum):
        return choice_words(value)
    if isinstance(value, int):
        return name_of(value)
    return value or ""
