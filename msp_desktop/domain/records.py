"""The list of all records a dossier keeps, in an order in which each refers only to earlier ones."""

from __future__ import annotations

from typing import Any

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
from msp_desktop.domain.missions import Commitment, Mission
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

RECORDS: tuple[type[Any], ...] = (
    Commune,
    Picture,
    Wording,
    Person,
    PersonRole,
    NotSame,
    Action,
    ActionStep,
    FederationHelp,
    MeetingPlace,
    Objective,
    Role,
    RoleParty,
    RoleShare,
    Communication,
    Referent,
    Mission,
    Briefing,
    Commitment,
    Inventory,
    Finding,
    HealthProfessional,
    Offer,
    Dynamic,
    Need,
    Opportunity,
    # official files
    OfficialFile,
    Movement,
    PublicFigure,
    Instance,
    InstanceMember,
    Meeting,
    AgendaItem,
    Attendance,
    Preparation,
    NextStep,
    ProjectStage,
    # road
    RoadStep,
    NeighbourTown,
    # conditions
    ConditionRating,
    ConditionReview,
    ConditionMark,
    Scheme,
    # coordination
    # sheets
    Axis,
    AxisObjective,
    ActionSheet,
    SheetStep,
    SheetIndicator,
    IndicatorValue,
    SheetFunding,
    # instances
    Call,
    EvaluationQuestion,
    ActivityYear,
    # walls
    Premises,
    PremisesNeed,
    WelcomeEntry,
    WelcomeStep,
    # questionnaire
    Questionnaire,
    SurveyQuestion,
    SurveyChoice,
    SurveySheet,
    SurveyTick,
    SurveyWords,
    Exchange,
    # coordination
    CoordinationOption,
    CoordinatorPost,
    Diagnosis,
    DiagnosisStep,
    DiagnosisSource,
    WatchNote,
    Assignment,
    ProducedDocument,
    Sending,
    DiaryEntry,
    FederationCorrection,
    AnsweredLine,
    VigilanceAside,
    AlertSign,
)
