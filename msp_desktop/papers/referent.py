"""The papers of the tab « Référent santé »."""

from __future__ import annotations

from msp_desktop.db.reader import Reader
from msp_desktop.domain.people import display_name
from msp_desktop.formats.french.models import filled
from msp_desktop.i18n import _
from msp_desktop.method.referent import kit_referent
from msp_desktop.papers.appointment import write_act
from msp_desktop.papers.embedded import embedded
from msp_desktop.papers.federation import about_the_announcement, announcement
from msp_desktop.papers.paper import Context, Made, Paper, Target
from msp_desktop.services.appointment import acts, no_act, remarks
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.referent import referent_sheet


def _nobody(reader: Reader, _context: Context) -> str | None:
    present = referent_sheet(reader)
    if present.first is not None and display_name(present.first).strip():
        return None
    return _("Nobody is named yet: fill in who the référent is first.")


def _referent(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.referent import SheetWords, write_referent

    kit, head = kit_referent(), letterhead(reader)
    daily = tuple(filled(line, head.words()) for line in kit.daily)
    words = SheetWords(kit.purpose, kit.time, kit.posture, kit.remember, daily)
    result = write_referent(path, head, referent_sheet(reader), words, context.now, embedded(reader, context, path))
    return Made(result.pages, result.replaced_glyphs, result.sha256)


def _no_act(reader: Reader, _context: Context) -> str | None:
    return no_act(reader)


def _remarks(reader: Reader, context: Context) -> tuple[str, ...]:
    return remarks(reader, context.today, context.person_id)


PAPERS = (
    Paper("referent", "Fiche mission du référent", "fiche-mission", tab="referent", editable=True, make=_referent,
          missing=_nobody, carries=True),
    Paper("appointment", "Modèle d’arrêté ou de lettre", "designation-referent", tab="referent", editable=True,
          make=write_act, missing=_no_act, acts=acts, remarks=_remarks),
    Paper("referent-letter", "Annonce du référent à la fédération", "annonce-referent", tab="referent",
          editable=True, make=announcement, missing=_nobody, remarks=about_the_announcement, keeps_date=True),
)  # fmt: skip
