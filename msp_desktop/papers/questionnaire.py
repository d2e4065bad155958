"""The questionnaire for residents and what they answered, as papers."""

from __future__ import annotations

from datetime import date, datetime

from msp_desktop.db.reader import Reader
from msp_desktop.domain.mail import ProducedDocument
from msp_desktop.domain.masking import LEAST
from msp_desktop.domain.survey_results import printed, quotes
from msp_desktop.formats.dates import long_date
from msp_desktop.i18n import _, ngettext
from msp_desktop.papers.paper import Context, Made, Paper, Target
from msp_desktop.services.bulletin import named_in
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.questionnaire import last_entered, paper_words, questionnaire, questions, sheet_count


def _nothing_asked(reader: Reader, _context: Context) -> str | None:
    if questions(reader):
        return None
    return _("The questionnaire has no question: begin with those proposed, or write one.")


def _make_blank(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.questionnaire import Asked, write_questionnaire
    from msp_desktop.services.survey_results import asked

    rows = [
        Asked(
            view.number, asked(view), view.question.kind, tuple(box.label for box in view.choices), view.question.other
        )
        for view in questions(reader)
    ]
    result = write_questionnaire(path, letterhead(reader), paper_words(reader), rows, context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


QUESTIONNAIRE = Paper(
    "questionnaire", "Questionnaire aux habitants", "questionnaire-habitants", tab="project", make=_make_blank,
    missing=_nothing_asked, editable=True,
)  # fmt: skip


def _too_few(reader: Reader, _context: Context) -> str | None:
    count = sheet_count(reader)
    if count >= LEAST:
        return None
    if not count:
        return _("No sheet is typed in yet: type in those that came back first.")
    return ngettext(
        "{count} sheet alone is typed in: from {least} on, their answers can be printed.",
        "{count} sheets alone are typed in: from {least} on, their answers can be printed.",
        count,
    ).format(count=count, least=LEAST)


def _about_results(reader: Reader, context: Context) -> tuple[str, ...]:
    from msp_desktop.services.survey_results import results

    found = []
    before, last = last_printed(reader, context.now), last_entered(reader)
    if before is not None and last is not None and last >= before:
        found.append(
            _(
                "These results were already printed on {day}: beside that paper, this one tells what the sheets typed in "
                "since say. Let at least {least} come in between."
            ).format(day=long_date(before), least=LEAST)
        )
    waiting = sum(not row.quotable for result in results(reader) for row in result.words)
    if waiting:
        found.append(
            ngettext(
                "{count} written answer is not quoted: read it, and allow it where it designates nobody.",
                "{count} written answers are not quoted: read them, and allow those that designate nobody.",
                waiting,
            ).format(count=waiting)
        )
    named = named_in(reader, "\n".join(quotes(results(reader))))
    if named:
        found.append(_("What is quoted names {people}.").format(people=", ".join(named)))
    return tuple(found)


def last_printed(reader: Reader, now: datetime) -> date | None:
    """Return the day on which the results were last made into a file before this one, which is made `now`."""
    made = [
        row.made_at
        for row in reader.all(ProducedDocument, key="questionnaire-results")
        if row.made_at < now.replace(microsecond=0)
    ]
    return max(made).date() if made else None


def _make_results(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.questionnaire_results import CountedSheets, write_questionnaire_results
    from msp_desktop.services.survey_results import results

    counted = results(reader)
    pile = CountedSheets(sheet_count(reader), questionnaire(reader).handed_out, last_entered(reader))
    shown = [printed(result) for result in counted if result.boxes]
    result = write_questionnaire_results(path, letterhead(reader), pile, shown, quotes(counted), context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


RESULTS = Paper(
    "questionnaire-results", "Réponses des habitants", "reponses-habitants", tab="project", make=_make_results,
    missing=_too_few, remarks=_about_results, editable=True,
)  # fmt: skip
