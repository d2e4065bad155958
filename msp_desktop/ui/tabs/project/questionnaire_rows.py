"""The rows of the questionnaire's list: the paper, the needs the sheets point to, and the questions with their answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msp_desktop.db.reader import Reader
from msp_desktop.domain.survey_results import QuestionResult
from msp_desktop.formats.quick import near_date
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.services.questionnaire import paper_words, questionnaire, sheet_count
from msp_desktop.services.survey_needs import need_proposals
from msp_desktop.ui.widgets.list_rows import EDGE, ListRow, Words

#: The rows that are no question.
PAPER, NEEDS = "paper", "needs"
_HEIGHT, _NUMBER = 46, 160


def question_rows(reader: Reader, results: Sequence[QuestionResult], today: date) -> list[ListRow]:
    """Return the rows, none where nothing is asked."""
    if not results:
        return []
    return [_paper(reader, today), _needs(reader), *(_question(result) for result in results)]


def _paper(reader: Reader, today: date) -> ListRow:
    words, own = paper_words(reader), questionnaire(reader)
    sheets = sheet_count(reader)
    back = ngettext("{count} sheet back", "{count} sheets back", sheets).format(count=sheets)
    said = [
        _("before {day}").format(day=near_date(words.answer_by, today, language())) if words.answer_by else _("without a last day"),
        ngettext("{count} copy handed out", "{count} copies handed out", own.handed_out).format(count=own.handed_out) if own.handed_out else "",
    ]  # fmt: skip
    second = ", ".join(filter(None, said))
    return ListRow(
        PAPER, _("The paper: {title}").format(title=words.title), _HEIGHT, spoken=f"{words.title}, {second}, {back}",
        lead=EDGE, second=Words(second, "ink2", size=0.92), columns=(Words(back, width=_NUMBER),),
    )  # fmt: skip


def _needs(reader: Reader) -> ListRow:
    found = need_proposals(reader)
    new = sum(not one.noted for one in found)
    said = (
        ngettext("{count} need to propose", "{count} needs to propose", new).format(count=new)
        if new
        else _("all are in the inventory") if found else _("nothing to propose yet")
    )  # fmt: skip
    name = _("What the sheets say to the inventory")
    return ListRow(NEEDS, name, _HEIGHT, spoken=f"{name}, {said}", lead=EDGE, second=Words(said, "ink2", size=0.92))


def _question(result: QuestionResult) -> ListRow:
    most = sorted((box for box in result.boxes if box.count), key=lambda box: -box.count)[:3]
    said = " · ".join(f"{box.label} {box.count}" for box in most) or " · ".join(box.label for box in result.boxes)
    if not result.boxes:
        said = _("words alone")
    back = ""
    if result.sheets:
        back = ngettext("{count} answer", "{count} answers", result.answered).format(count=result.answered)
    title = f"{result.number}. {result.asked}"
    return ListRow(
        result.id, title, _HEIGHT, spoken=f"{title}, {said}, {back}", lead=EDGE, second=Words(said, "ink2", size=0.92),
        columns=(Words(back, width=_NUMBER),),
    )  # fmt: skip
