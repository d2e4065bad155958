"""What search looks through: of each record its kind, its texts and what each is called, the tab or form it leads to.

A record or a field that is searched nowhere stands here too, with the reason.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from msp_desktop.domain.action_sheets import (
    ActionSheet,
    Axis,
    AxisObjective,
    IndicatorValue,
    SheetFunding,
    SheetIndicator,
    SheetStep,
)
from msp_desktop.domain.actions import Action, ActionStep, FederationHelp, MeetingPlace
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.calendar_events import DiaryEntry
from msp_desktop.domain.calls import Call
from msp_desktop.domain.commune import Commune, Picture, Wording
from msp_desktop.domain.communications import Communication
from msp_desktop.domain.conditions import ConditionMark, ConditionRating, ConditionReview
from msp_desktop.domain.coordination import CoordinationOption, CoordinatorPost
from msp_desktop.domain.diagnosis import Diagnosis, DiagnosisSource, DiagnosisStep, WatchNote
from msp_desktop.domain.evaluation import ActivityYear, EvaluationQuestion
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.federations import FederationCorrection
from msp_desktop.domain.instances import Instance, InstanceMember
from msp_desktop.domain.inventory import (
    Dynamic,
    Finding,
    HealthProfessional,
    Inventory,
    Need,
    Offer,
    Opportunity,
)
from msp_desktop.domain.mail import ProducedDocument, Sending
from msp_desktop.domain.meetings import AgendaItem, Attendance, Meeting, NextStep, Preparation
from msp_desktop.domain.missions import Commitment, Mission, Sheet
from msp_desktop.domain.neighbours import NeighbourTown
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.official import Movement, OfficialFile, PublicFigure
from msp_desktop.domain.people import NotSame, Person, PersonRole
from msp_desktop.domain.premises import Premises, PremisesNeed
from msp_desktop.domain.questionnaire import (
    Questionnaire,
    SurveyChoice,
    SurveyQuestion,
    SurveySheet,
    SurveyTick,
    SurveyWords,
)
from msp_desktop.domain.referent import Briefing, Referent
from msp_desktop.domain.replies import AnsweredLine
from msp_desktop.domain.roles import Role, RoleParty, RoleShare
from msp_desktop.domain.schemes import Scheme
from msp_desktop.domain.stages import ProjectStage, RoadStep
from msp_desktop.domain.vigilance.records import AlertSign, VigilanceAside
from msp_desktop.domain.welcome import WelcomeEntry, WelcomeStep
from msp_desktop.i18n import N_


class Kind(Struct, frozen=True):
    """A kind of result: its key, its title and a shorter one (to be translated), the icon of its rows."""

    key: str
    title: str
    icon: str
    short: str = ""


#: In the order in which results are shown.
KINDS = (
    Kind("people", N_("People and bodies"), "actors", N_("People")),
    Kind("meetings", N_("Meetings held or planned"), "people"),
    Kind("exchanges", N_("Exchanges"), "phone"),
    Kind("actions", N_("Actions"), "calendar"),
    Kind("inventory", N_("State of care"), "inventory"),
    Kind("referent", N_("Health référent"), "referent"),
    Kind("follow-up", N_("Roles and communication"), "star", N_("Roles, communication")),
    Kind("project", N_("Health project"), "warning"),
    Kind("documents", N_("Documents"), "document"),
    Kind("commune", N_("The commune"), "home"),
)


class Place(Struct, frozen=True):
    """How a record is searched.

    `fields` says what each searched attribute is called on the screen (to be translated), in reading order; `left` why an
    attribute that holds words is not searched. `joined` are attributes read as one text, that of their key. `hosts` are
    attributes that refer to the record this one is a part of: found together with it. `form` is the small form, `panel`
    the panel of the window that shows it, where no tab does.
    """

    record: type[Any]
    kind: str
    tab: str
    fields: dict[str, str]
    left: dict[str, str] = {}
    joined: dict[str, tuple[str, ...]] = {}
    hosts: dict[str, type[Any]] = {}
    form: str = ""
    panel: str = ""


_CODE = "a code of the method, whose words are searched where they are shown"
_NAME: dict[str, tuple[str, ...]] = {"last_name": ("civility", "first_name", "last_name")}

SEARCHED = (
    Place(
        Person,
        "people",
        "actors",
        {
            "last_name": N_("Name"),
            "organisation": N_("Body"),
            "function": N_("Function"),
            "category": N_("What they are"),
            "phone": N_("Telephone"),
            "email": N_("E-mail"),
            "address": N_("Address"),
            "notes": N_("Notes"),
            "form_of_address": N_("Form of address"),
            "known_from": N_("Where this is known from"),
        },
        joined=_NAME,
    ),
    Place(PersonRole, "people", "actors", {"category": N_("What they are")}, hosts={"person_id": Person}),
    Place(
        HealthProfessional,
        "people",
        "inventory",
        {
            "profession": N_("Profession"),
            "speciality": N_("Speciality"),
            "town": N_("Town"),
            "place": N_("Place"),
            "mode": N_("Practice"),
            "age_band": N_("Age band"),
            "departure": N_("Departure"),
            "source": N_("Source"),
        },
        left={
            "works_alone": "a yes or a no",
            "ready": "a yes or a no",
            "new_patients": "a yes or a no",
            "rpps": "a number of the national register, shown nowhere",
        },
        hosts={"person_id": Person},
    ),
    Place(
        Meeting,
        "meetings",
        "meetings",
        {
            "title": N_("Title"),
            "kind": N_("Kind"),
            "place": N_("Place"),
            "place_details": N_("Address, access, parking"),
            "objectives": N_("What the meeting is for"),
            "introduction": N_("Introduction, printed at the head of the agenda"),
            "mayor_notes": N_("The mayor's note on the meeting, never printed for the guests"),
            "opening_words": N_("What to say first"),
            "summary": N_("Summary"),
            "state": N_("State"),
            "reference": N_("Reference"),
        },
        left={"uid": "what calendars know it by, shown nowhere"},
    ),
    Place(
        AgendaItem,
        "meetings",
        "meetings",
        {
            "title": N_("Agenda"),
            "leads": N_("Who leads"),
            "content": N_("What it is about, printed on the agenda"),
            "posture": N_("Posture"),
            "mayor_note": N_("The mayor's note on this point, never printed for the guests"),
            "discussion": N_("What was said, for the minutes"),
        },
        hosts={"meeting_id": Meeting},
    ),
    Place(
        Attendance,
        "meetings",
        "meetings",
        {"person_id": N_("Guests"), "note": N_("Guests"), "reply": N_("Guests")},
        left={"present": "a yes or a no"},
        hosts={"meeting_id": Meeting},
    ),
    Place(
        Preparation,
        "meetings",
        "meetings",
        {"text": N_("Prepared by three"), "party": N_("Prepared by three")},
        hosts={"meeting_id": Meeting},
    ),
    Place(
        NextStep,
        "meetings",
        "meetings",
        {"text": N_("Next steps"), "person": N_("Who")},
        hosts={"meeting_id": Meeting},
    ),
    Place(
        Exchange,
        "exchanges",
        "actors",
        {
            "subject": N_("Subject"),
            "said": N_("What was said"),
            "with_whom": N_("With whom"),
            "next_step": N_("What comes next"),
            "next_step_by": N_("Who"),
            "category": N_("What they are"),
            "channel": N_("How"),
        },
    ),
    Place(
        Action,
        "actions",
        "timeline",
        {
            "title": N_("Title"),
            "assignee": N_("Who"),
            "notes": N_("Notes"),
            "phase": N_("Phase"),
            "state": N_("State"),
        },
        left={"kit_code": _CODE, "topic": "shown nowhere"},
    ),
    Place(ActionStep, "actions", "timeline", {"text": N_("What to do")}, hosts={"action_id": Action}),
    Place(
        Objective,
        "actions",
        "timeline",
        {"title": N_("Objective"), "person": N_("Who"), "notes": N_("Notes")},
        form="objectives",
    ),
    Place(
        MeetingPlace,
        "actions",
        "timeline",
        {
            "place": N_("Place"),
            "slots": N_("Days and hours"),
            "capacity": N_("How many people"),
            "access": N_("Access"),
            "key_holder": N_("Who has the key"),
            "contact": N_("Whom to call"),
            "notes": N_("Notes"),
        },
        form="meeting-place",
    ),
    Place(FederationHelp, "actions", "timeline", {"code": N_("Help asked of the federation")}, form="federation-help"),
    Place(
        Finding,
        "inventory",
        "inventory",
        {"question": N_("Question"), "answer": N_("Finding"), "theme": N_("Theme")},
        left={"kit_code": _CODE},
    ),
    Place(
        Offer,
        "inventory",
        "inventory",
        {
            "name": N_("Offers"),
            "kind": N_("Kind"),
            "town": N_("Town"),
            "place": N_("Place"),
            "details": N_("Details"),
            "source": N_("Source"),
        },
        left={"finess": "a number of the national register, shown nowhere"},
    ),
    Place(
        Dynamic,
        "inventory",
        "inventory",
        {"title": N_("Dynamics"), "kind": N_("Kind"), "who": N_("Who"), "details": N_("Details")},
    ),
    Place(
        Need,
        "inventory",
        "inventory",
        {
            "title": N_("Needs"),
            "said_by": N_("Said by"),
            "public": N_("Public"),
            "profession": N_("Profession"),
            "details": N_("Details"),
        },
    ),
    Place(
        Opportunity,
        "inventory",
        "inventory",
        {
            "title": N_("Opportunities"),
            "who": N_("Who"),
            "profession": N_("Profession"),
            "details": N_("Details"),
        },
    ),
    Place(Inventory, "inventory", "inventory", {"notes": N_("Notes")}, left={"made_with_federation": "a yes or a no"}),
    Place(
        Referent,
        "referent",
        "referent",
        {
            "person_id": N_("Health référent"),
            "second_id": N_("Health référent"),
            "kind": N_("Who they are"),
            "means": N_("Means"),
            "decree_number": N_("Decree number"),
            "functions": N_("Functions delegated"),
        },
    ),
    Place(
        Mission,
        "referent",
        "referent",
        {"text": N_("Mission"), "theme": N_("Theme")},
        left={"kit_code": _CODE, "sheet": "which sheet it is of, which the place it leads to shows"},
    ),
    Place(
        Briefing,
        "referent",
        "referent",
        {"audience": N_("Who is told what"), "message": N_("What is said"), "means": N_("By what means")},
    ),
    Place(
        Commitment,
        "referent",
        "referent",
        {"audience": N_("Whom the référent reports to"), "how": N_("How, how often")},
        left={"sheet": "which sheet it is of, which the place it leads to shows"},
    ),
    Place(
        Role,
        "follow-up",
        "actors",
        {"responsibility": N_("Responsibility"), "note": N_("Notes")},
    ),
    Place(RoleParty, "follow-up", "actors", {"name": N_("Column of the table of roles")}, left={"kit_code": _CODE}),
    Place(
        RoleShare,
        "follow-up",
        "actors",
        {"who": N_("Who, by name")},
        left={"share": "a mark in the table of roles"},
        hosts={"role_id": Role},
    ),
    Place(
        Communication,
        "follow-up",
        "actors",
        {
            "message": N_("Message"),
            "audience": N_("Public"),
            "channel": N_("Means"),
            "person": N_("Who"),
            "state": N_("State"),
            "text": N_("The text"),
        },
        left={"kit_code": _CODE, "means": _CODE},
    ),
    Place(ProjectStage, "project", "project", {"code": N_("Stage"), "notes": N_("Notes"), "state": N_("State")}),
    Place(
        RoadStep,
        "project",
        "project",
        {
            "title": N_("Step"),
            "person": N_("Who"),
            "stage": N_("Stage"),
            "state": N_("State"),
            "help": N_("What helps"),
            "notes": N_("Notes"),
        },
        left={"kit_code": _CODE},
    ),
    Place(
        NeighbourTown,
        "project",
        "project",
        {
            "town": N_("Neighbouring town"),
            "contact": N_("Whom to call there"),
            "team": N_("The team"),
            "premises": N_("The premises"),
            "helped": N_("What helped"),
            "hindered": N_("What held back"),
            "kept": N_("What we keep of it"),
        },
    ),
    Place(Premises, "project", "project", {"notes": N_("Notes")}),
    Place(
        PremisesNeed,
        "project",
        "project",
        {"profession": N_("Needs of premises"), "note": N_("What they need")},
    ),
    Place(
        WelcomeEntry,
        "project",
        "project",
        {
            "title": N_("Welcoming"),
            "kind": N_("Kind"),
            "for_whom": N_("For whom"),
            "person": N_("Who"),
            "details": N_("Details"),
        },
    ),
    Place(
        WelcomeStep,
        "project",
        "project",
        {
            "title": N_("Checklist of the welcome"),
            "moment": N_("When"),
            "for_whom": N_("For whom"),
            "person": N_("Who"),
        },
        left={"kit_code": _CODE},
    ),
    Place(
        Questionnaire,
        "project",
        "project",
        {"title": N_("Title of the questionnaire"), "drop_at": N_("Where the sheets are left")},
    ),
    Place(
        SurveyQuestion,
        "project",
        "project",
        {"text": N_("Question to residents"), "other": N_("Words before the line")},
        left={"kit_code": _CODE, "kind": "how one answers, seen from its boxes"},
    ),
    Place(
        SurveyChoice,
        "project",
        "project",
        {"label": N_("Box")},
        left={"kit_code": _CODE},
        hosts={"question_id": SurveyQuestion},
    ),
    Place(SurveyWords, "project", "project", {"words": N_("Words of a resident")}),
    Place(
        ConditionRating,
        "project",
        "project",
        {
            "code": N_("Condition"),
            "evidence": N_("What shows it"),
            "next_step": N_("Next step"),
            "person": N_("Who"),
            "rating": N_("Where we are"),
        },
    ),
    Place(
        Scheme,
        "project",
        "project",
        {
            "name": N_("Scheme"),
            "carried_by": N_("Who carries it"),
            "contact": N_("Whom to call"),
            "perimeter": N_("Perimeter"),
            "fit": N_("How our project fits in"),
            "standing": N_("What the town is there"),
        },
        left={"kit_code": _CODE},
    ),
    Place(
        CoordinationOption,
        "project",
        "project",
        {
            "title": N_("Way of doing the coordination"),
            "employer": N_("Who employs"),
            "in_favour": N_("What speaks for it"),
            "against": N_("What speaks against it"),
        },
    ),
    Place(
        CoordinatorPost,
        "project",
        "project",
        {
            "holder": N_("Who has the post"),
            "decided_by": N_("Who decided"),
            "reasons": N_("Why this one"),
            "contract": N_("Contract"),
            "grade": N_("Grade"),
            "works_at": N_("Place of work"),
            "travels": N_("Travels"),
            "placed": N_("Place in the organisation"),
            "works_with": N_("Works with"),
            "means": N_("Means"),
            "answer_to": N_("Where to answer"),
            "contact": N_("Who tells more"),
            "signer_title": N_("Title of who signs"),
            "signer": N_("Who signs"),
        },
    ),
    Place(
        Diagnosis,
        "project",
        "project",
        {
            "territory": N_("Territory"),
            "aims": N_("What we want to know"),
            "led_by": N_("Who leads it"),
            "taking_part": N_("How residents take part"),
            "answer_to": N_("Where to answer"),
            "findings": N_("Needs, and what acts on health"),
            "priorities": N_("Priorities that come out"),
            "consistency": N_("How they agree with the regional plan"),
        },
    ),
    Place(
        DiagnosisStep,
        "project",
        "project",
        {"title": N_("Step of the diagnosis"), "who": N_("Who"), "phase": N_("Phase")},
    ),
    Place(
        DiagnosisSource,
        "project",
        "project",
        {
            "title": N_("Source of the diagnosis"),
            "holder": N_("Who has it"),
            "says": N_("What it says"),
            "kind": N_("Kind"),
        },
    ),
    Place(
        WatchNote,
        "project",
        "project",
        {"title": N_("Watch on needs"), "said_by": N_("Said by"), "follow_up": N_("What is done with it")},
    ),
    Place(
        VigilanceAside,
        "project",
        "timeline",
        {"code": N_("Point to watch"), "reason": N_("Set aside because")},
        panel="vigilances",
    ),
    Place(AlertSign, "project", "timeline", {"code": N_("Warning sign"), "note": N_("Notes")}, panel="vigilances"),
    Place(Axis, "project", "project", {"title": N_("Priority axis"), "note": N_("Notes")}),
    Place(AxisObjective, "project", "project", {"text": N_("Objective of the axis")}, hosts={"axis_id": Axis}),
    Place(
        ActionSheet,
        "project",
        "project",
        {
            "title": N_("Action sheet"),
            "aim": N_("What it is for"),
            "public": N_("Public"),
            "lead": N_("Pilot"),
            "elected": N_("Elected member in charge"),
            "partners": N_("Partners"),
            "due_note": N_("Beyond that date"),
            "state": N_("State"),
            "next_step": N_("What comes next"),
            "notes": N_("Notes"),
        },
    ),
    Place(SheetStep, "project", "project", {"text": N_("Step"), "who": N_("Who")}, hosts={"sheet_id": ActionSheet}),
    Place(
        SheetIndicator,
        "project",
        "project",
        {"title": N_("Indicator"), "unit": N_("Unit")},
        hosts={"sheet_id": ActionSheet},
    ),
    Place(SheetFunding, "project", "project", {"funder": N_("Funder")}, hosts={"sheet_id": ActionSheet}),
    Place(
        Instance,
        "project",
        "project",
        {
            "name": N_("Name of the instance"),
            "kind": N_("Kind"),
            "purpose": N_("What it is for"),
            "led_by": N_("Who leads this instance"),
            "place": N_("Place"),
        },
    ),
    Place(
        InstanceMember,
        "project",
        "project",
        {"person_id": N_("Members"), "capacity": N_("As what")},
        hosts={"instance_id": Instance},
    ),
    Place(
        Call,
        "project",
        "project",
        {
            "subject": N_("What the call is about"),
            "funder": N_("Funder"),
            "kind": N_("Kind"),
            "answered_by": N_("Who answers"),
            "where": N_("Where to look"),
            "notes": N_("Notes"),
            "state": N_("State"),
        },
        left={"kit_code": _CODE},
    ),
    Place(
        EvaluationQuestion,
        "project",
        "project",
        {
            "question": N_("Question"),
            "indicator": N_("Indicators"),
            "method": N_("How one knows"),
            "target": N_("Target"),
            "seen_to_by": N_("Who"),
            "result": N_("Result"),
            "priority": N_("New priority"),
        },
        left={"kit_code": _CODE},
    ),
    Place(
        ActivityYear,
        "project",
        "project",
        {"opening": N_("Words that open the yearly report"), "outlook": N_("What comes, in the yearly report")},
    ),
    Place(
        ProducedDocument,
        "documents",
        "documents",
        {"title": N_("Document"), "about": N_("Made from"), "path": N_("File")},
        left={
            "key": "the document's code, whose title is searched",
            "meeting_uid": "what it refers to, shown nowhere",
            "sources": "what it was made from, for the program",
            "digest": "a checksum",
            "file_digest": "a checksum",
        },
    ),
    Place(
        Sending,
        "documents",
        "documents",
        {"title": N_("Document"), "subject": N_("Subject"), "recipients": N_("Sent to"), "way": N_("Sent")},
    ),
    Place(Wording, "documents", "documents", {"text": N_("Model of message")}, left={"code": _CODE}, form="model"),
    Place(
        Commune,
        "commune",
        "commune",
        {
            "name": N_("Name of the commune"),
            "mayor_last_name": N_("The mayor"),
            "address": N_("Address of the town hall"),
            "postcode": N_("Postcode"),
            "phone": N_("Telephone"),
            "email": N_("E-mail"),
            "opening_hours": N_("Opening hours"),
            "department": N_("Department"),
            "region": N_("Region"),
            "epci": N_("Intercommunality"),
            "dpo_name": N_("Data protection officer"),
            "dpo_email": N_("Officer's e-mail"),
            "dpo_phone": N_("Officer's telephone"),
        },
        left={
            "insee": "a code, shown nowhere",
            "department_code": "a code, shown nowhere",
            "region_code": "a code, shown nowhere",
            "epci_code": "a code, shown nowhere",
            "elected_round": "asked once, to propose a date",
            "uid": "what calendars know it by, shown nowhere",
        },
        joined={"mayor_last_name": ("mayor_civility", "mayor_first_name", "mayor_last_name")},
    ),
    Place(
        FederationCorrection,
        "people",
        "actors",
        {
            "name": N_("The federation"),
            "full_name": N_("Full name, for letters"),
            "address": N_("Address"),
            "phone": N_("Telephone"),
            "email": N_("E-mail"),
            "website": N_("Web site"),
            "contact": N_("Your contact there"),
        },
        left={"code": _CODE},
    ),
)

#: The records searched nowhere, and why.
LEFT: dict[type[Any], str] = {
    ConditionReview: "a day, whose lines are searched as they are rated today",
    ConditionMark: "what a line was rated on such a day",
    NotSame: "refers to entries that are searched, and holds no word",
    Picture: "an image",
    IndicatorValue: "a figure and its day: the indicator is searched",
    Assignment: "a link: the people it names are searched with the record they have a part in",
    SurveySheet: "a paper without a name: its boxes are only ever counted, its words are searched",
    SurveyTick: "a box ticked on such a paper",
    DiaryEntry: "what was written for calendars, made of the dates of the dossier",
    OfficialFile: "a file that was read: what it told is searched in the registers",
    Movement: "a link to an entry that is searched, and two days",
    AnsweredLine: "which lines of an answer were taken: what they said is where they went",
    PublicFigure: "a figure of the town, shown beside a finding that is searched",
}

PLACES: dict[type[Any], Place] = {place.record: place for place in SEARCHED}
PLACE_NAMED: dict[str, Place] = {place.record.__name__: place for place in SEARCHED}


def tab_of(record: Any) -> str:
    """Return the tab that shows a record: the coordinator's missions stand in another than the référent's."""
    coordinator = isinstance(record, (Mission, Commitment)) and record.sheet is not Sheet.REFERENT
    return "project" if coordinator else PLACES[type(record)].tab
