"""The papers of the coordination of a CLS: the coordinator's post, the terms of reference of the local diagnosis."""

from __future__ import annotations

from msp_desktop.db.reader import Reader
from msp_desktop.domain.coordination import PostSheet
from msp_desktop.i18n import _
from msp_desktop.method.cls import kit_cls
from msp_desktop.method.diagnosis import kit_diagnosis
from msp_desktop.papers.named import names_said
from msp_desktop.papers.paper import Context, Made, Paper, Target
from msp_desktop.services.coordination import acronyms, post_sheet
from msp_desktop.services.diagnosis import diagnosis_sheet
from msp_desktop.services.letterhead import letterhead


def _no_post(reader: Reader, _context: Context) -> str | None:
    if post_sheet(reader).begun:
        return None
    return _("The coordinator's sheet is not begun: « Health project », « The post », « Write the post ».")


def _about_the_post(reader: Reader, _context: Context) -> tuple[str, ...]:
    sheet = post_sheet(reader)
    post = sheet.post
    return (
        *_not_filled_in(sheet),
        *names_said(reader, (post.holder, post.signer, "" if post.holder else post.contact)),
    )


def _not_filled_in(sheet: PostSheet) -> tuple[str, ...]:
    if sheet.chosen is None:
        return (_("How the coordination is done is not chosen: who employs and the share of time stay blank."),)
    parts = (
        (sheet.chosen.employer, _("who employs")),
        (sheet.chosen.share is not None, _("the share of time")),
        (sheet.post.starts_on, _("from which day")),
        (sheet.post.works_at.strip(), _("the place of work")),
    )
    missing = [words for there, words in parts if not there]
    return (_("Not filled in: {what}.").format(what=", ".join(missing)),) if missing else ()


def _make_post(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.coordinator import PostWords, write_coordinator

    kit, sheet = kit_cls(), post_sheet(reader)
    words = PostWords(kit.purpose, kit.grade, kit.level, acronyms(sheet))
    result = write_coordinator(path, letterhead(reader), sheet, words, context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


def _no_diagnosis(reader: Reader, _context: Context) -> str | None:
    if diagnosis_sheet(reader).begun():
        return None
    return _("The diagnosis is not begun: « Health project », « Diagnosis », « Begin the diagnosis ».")


def _about_terms(reader: Reader, _context: Context) -> tuple[str, ...]:
    sheet = diagnosis_sheet(reader)
    steps, sources = (row.who for row in sheet.steps), (row.holder for row in sheet.sources)
    return names_said(reader, (sheet.diagnosis.led_by, *steps, *sources))


def _make_terms(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.diagnosis_terms import TermsWords, write_diagnosis_terms

    kit = kit_diagnosis()
    terms = kit.terms
    words = TermsWords(
        terms.title, terms.subtitle, terms.purpose, terms.expected, terms.rules, terms.delivered, kit.pace,
        kit.consistency, kit.phases, kit.kinds,
    )  # fmt: skip
    result = write_diagnosis_terms(path, letterhead(reader), diagnosis_sheet(reader), words, context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


COORDINATOR = Paper(
    "coordinator", "Fiche de poste de la coordination", "fiche-de-poste", tab="project", editable=True, make=_make_post,
    missing=_no_post, remarks=_about_the_post, names_people=True,
)  # fmt: skip
TERMS = Paper(
    "diagnosis-terms", "Cahier des charges du diagnostic local", "cahier-des-charges-diagnostic", tab="project", editable=True,
    make=_make_terms, missing=_no_diagnosis, remarks=_about_terms, names_people=True,
)  # fmt: skip
