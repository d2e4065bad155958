"""The papers of the tab « Projet de santé »."""

from __future__ import annotations

from msp_desktop.papers.coordination import COORDINATOR
from msp_desktop.papers.paper import Paper
from msp_desktop.papers.questionnaire import QUESTIONNAIRE, RESULTS

PAPERS: tuple[Paper, ...] = (
    COORDINATOR,
    QUESTIONNAIRE,
    RESULTS,
)
