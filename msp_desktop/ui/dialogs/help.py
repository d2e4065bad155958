"""Help, offline: a page for each tab, and those made from the method: what it is all about, the glossary."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from msp_desktop.domain.tabs import TABS
from msp_desktop.i18n import _
from msp_desktop.paths import resource
from msp_desktop.ui.widgets.buttons import MainButton
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.layouts import row
from msp_desktop.ui.widgets.sizes import sized

PAGES = {
    **{tab.key: tab.help_page for tab in TABS},
    "documents": "documents",
    "copies": "sauvegardes",
    "privacy": "confidentialite",
    "damaged": "dossier-abime",
    "access": "sans-souris",
}


class Help(Dialog):
    """Show a page of help, which is ours: Markdown files of the application, nothing typed."""

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Help"))
        sized(self, 620, 560)
        text = QTextBrowser()
        text.setAccessibleName(_("Help"))
        text.setOpenLinks(False)
        made = MADE.get(page)
        text.setMarkdown(made() if made is not None else _page(PAGES.get(page, "prise-en-main")))
        close = MainButton(_("Close"))
        close.clicked.connect(self.accept)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.addWidget(text)
        box.addLayout(row(-1, close))


def _page(name: str) -> str:
    from msp_desktop.formats.typography import french

    path = resource("help", "fr", f"{name}.md")
    return french(path.read_text(encoding="utf-8")) if path.exists() else _("This page is not written yet.")


def _glossary() -> str:
    from msp_desktop.method.guidance import glossary

    return "\n\n".join(
        f"**{term.term}**{f' ({term.expanded})' if term.expanded else ''} – {term.meaning}" for term in glossary().terms
    )


def _basics() -> str:
    """Return what it is all about: what to know first, the compass, the five errors and what reveals each."""
    from msp_desktop.method.guidance import basics, compass
    from msp_desktop.method.vigilance import kit_vigilances

    kit, errors = compass(), kit_vigilances()
    parts = [f"# {kit.motto}", _items(kit.points)]
    for section in basics().sections:
        parts += [f"## {section.title}", _items(section.points)]
    parts += ["## Les étapes d’une maison de santé", _items(stage.text for stage in kit.stages)]
    parts += ["## Le bon enchaînement", " → ".join(kit.good_order)]
    parts += ["## Cinq erreurs à éviter", errors.introduction]
    parts += [f"**{point.title}.** {point.signal} {point.why} {point.advice}" for point in errors.points]
    head = basics().alerts_head
    return "\n\n".join([*parts, f"## {head.title}", head.text, _items(alert.text for alert in basics().alerts)])


def _items(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


#: Pages made from the method, by their key.
MADE: dict[str, Callable[[], str]] = {"glossary": _glossary, "basics": _basics}
