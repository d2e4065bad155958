"""How the page of the conditions says things: counts in words, lines as rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msp_desktop.domain.conditions import Rating, Tally
from msp_desktop.formats.dates import near_date
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.numbers import in_letters
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.services.conditions import GroupView, LineView, group_tally, rating_words
from msp_desktop.ui.widgets.list_rows import EDGE, ListRow, Words

#: The icon of each rating, and its colour.
GLYPHS = {
    Rating.NONE: ("dropped", "ink2"),
    Rating.NOT_YET: ("todo", "ink2"),
    Rating.PARTLY: ("doing", "accent"),
    Rating.DONE: ("done", "done"),
}
#: Heights of rows, and widths of the columns of the rating and of what shows it, in pixels at 100 %.
ROW, _HEAD, RATING, EVIDENCE = 26, 24, 148, 236


def finding(tally: Tally) -> str:
    """Return « Deux lignes acquises sur douze »."""
    if not tally.done:
        return _("No line met yet, of {whole}").format(whole=in_letters(tally.whole))
    words = ngettext("{count} line met of {whole}", "{count} lines met of {whole}", tally.done)
    return capital(words.format(count=in_letters(tally.done, feminine=True), whole=in_letters(tally.whole)))


def summary(groups: Sequence[GroupView], today: date) -> str:
    """Return « Deux acquises, cinq en partie, sur douze. Relu le mardi 28 avril. », or what to do first."""
    tally = group_tally(groups)
    if tally.unrated == tally.whole:
        return _("Nothing is rated yet: choose a line, then 1, 2 or 3.")
    met = ngettext("{count} met", "{count} met", tally.done).format(count=in_letters(tally.done, feminine=True))
    partly = _("{count} partly").format(count=in_letters(tally.partly, feminine=True))
    parts = [_("{met}, {partly}, of {whole}.").format(met=capital(met), partly=partly, whole=in_letters(tally.whole))]
    days = [line.rated_on for group in groups for line in group.lines if line.rated_on]
    if days:
        parts.append(_("Last rated on {day}.").format(day=near_date(max(days), today, language())))
    return " ".join(parts)


def met_words(tally: Tally) -> str:
    """Return « 1 acquise sur 2 », what stands beside a condition's name."""
    words = ngettext("{count} met of {whole}", "{count} met of {whole}", tally.done)
    return words.format(count=tally.done, whole=tally.whole)


def rows(groups: Sequence[GroupView], *, evidence: bool) -> list[ListRow]:
    """Return the rows of the list: each condition's name, then its lines."""
    found: list[ListRow] = []
    for group in groups:
        found.append(
            ListRow(group.kit.code, group.kit.title, _HEAD, tail=met_words(group.tally()), band="wash", tone="ink")
        )
        found += [_row(line, evidence=evidence) for line in group.lines]
    return found


def _row(line: LineView, *, evidence: bool) -> ListRow:
    glyph, tone = GLYPHS[line.rating]
    columns = [Words(rating_words(line.rating), tone, glyph, RATING)]
    if evidence:
        columns.append(Words(line.evidence.strip(), "ink2", width=EVIDENCE))
    spoken = ", ".join(filter(None, (line.line.text, rating_words(line.rating), line.evidence.strip())))
    return ListRow(line.id, line.line.text, ROW, spoken=spoken, lead=EDGE, columns=tuple(columns))
