"""The papers of the tab « Projet de santé »."""

from __future__ import annotations

from msp_desktop.papers.paper import Paper

PAPERS: tuple[Paper, ...] = ()
