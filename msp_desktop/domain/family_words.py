"""What a person or body may be for the town, in words: the same wherever one chooses it or reads it."""

from __future__ import annotations

from msp_desktop.domain.people import Category
from msp_desktop.i18n import _


def families() -> dict[Category, str]:
    """Return what a person or body may be for the town, in the order in which one chooses it."""
    return {
        Category.ELECTED: _("elected person"),
        Category.STAFF: _("staff"),
        Category.PROFESSIONAL: _("health professional"),
        Category.FEDERATION: _("federation"),
        Category.ARS: "ARS",
        Category.CPAM: "CPAM",
        Category.EPCI: _("intercommunality"),
        Category.CCAS: "CCAS",
        Category.ASSOCIATION: _("association"),
        Category.SCHEME: "CPTS, CLS…",
        Category.OTHER: _("other"),
    }
