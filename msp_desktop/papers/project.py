"""The papers of the tab « Projet de santé »."""

from __future__ import annotations

from msp_desktop.papers.activity_report import ACTIVITY_REPORT
from msp_desktop.papers.before_walls import BEFORE_WALLS
from msp_desktop.papers.conditions import CONDITIONS
from msp_desktop.papers.coordination import COORDINATOR, TERMS
from msp_desktop.papers.instances import INSTANCES
from msp_desktop.papers.paper import Paper
from msp_desktop.papers.questionnaire import QUESTIONNAIRE, RESULTS
from msp_desktop.papers.road import DIAGNOSTIC, PATH
from msp_desktop.papers.sheets import ACTION_PLAN, ACTION_SHEETS
from msp_desktop.papers.welcome import WELCOME, WELCOME_LIST

PAPERS: tuple[Paper, ...] = (
    PATH,
    DIAGNOSTIC,
    CONDITIONS,
    ACTION_PLAN,
    ACTION_SHEETS,
    COORDINATOR,
    BEFORE_WALLS,
    WELCOME,
    WELCOME_LIST,
    INSTANCES,
    ACTIVITY_REPORT,
    TERMS,
    QUESTIONNAIRE,
    RESULTS,
)
