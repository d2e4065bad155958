"""The papers of the tab « Acteurs et suivi »."""

from __future__ import annotations

from msp_desktop.papers.paper import Paper

PAPERS: tuple[Paper, ...] = ()
