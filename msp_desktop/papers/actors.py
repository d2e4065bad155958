"""The papers of the tab « Acteurs et suivi »."""

from __future__ import annotations

from msp_desktop.papers.communication import COMMUNICATION
from msp_desktop.papers.council import AGREEMENT, DELIBERATION
from msp_desktop.papers.handover import HANDOVER
from msp_desktop.papers.journal import JOURNAL
from msp_desktop.papers.paper import Paper
from msp_desktop.papers.privacy import about_privacy, make_notice, make_register
from msp_desktop.papers.report import REPORT
from msp_desktop.papers.roles import ROLES

PAPERS: tuple[Paper, ...] = (
    JOURNAL,
    REPORT,
    ROLES,
    COMMUNICATION,
    HANDOVER,
    DELIBERATION,
    AGREEMENT,
    Paper("privacy-notice", "Notice sur les données personnelles", "notice-donnees-personnelles", tab="actors",
          editable=True, make=make_notice, remarks=about_privacy),
    Paper("privacy-register", "Fiche du registre des traitements", "registre-traitement", tab="actors",
          editable=True, make=make_register, remarks=about_privacy),
)  # fmt: skip
