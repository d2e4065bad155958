"""Help, offline: a page for each tab, and the glossary."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from msp_desktop.domain.tabs import TABS
from msp_desktop.i18n import _
from msp_desktop.paths import resource
from msp_desktop.ui.widgets.buttons import MainButton
from msp_desktop.ui.widgets.layouts import row
from msp_desktop.ui.widgets.sizes import sized

PAGES = {
    **{tab.key: tab.help_page for tab in TABS},
    "documents": "documents",
    "copies": "sauvegardes",
    "privacy": "confidentialite",
    "damaged": "dossier-abime",
}


class Help(QDialog):
    """Show a page of help, which is ours: Markdown files of the application, nothing typed."""

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Help"))
        sized(self, 620, 560)
        text = QTextBrowser()
        text.setAccessibleName(_("Help"))
        text.setOpenLinks(False)
        text.setMarkdown(_glossary() if page == "glossary" else _page(PAGES.get(page, "prise-en-main")))
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

    return "\n\n".join(f"**{term.term}** – {term.meaning}" for term in glossary().terms)
