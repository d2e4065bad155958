"""What the page that pre-fills says of files, of lines and of what is agreed to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msp_desktop.domain.official import Difference, FileKind, Proposal, Review, ReviewLine, SourceFile
from msp_desktop.domain.official_ticks import Agreed
from msp_desktop.formats.numbers import listed, number
from msp_desktop.formats.quick import long_date
from msp_desktop.i18n import N_, _, language, ngettext
from msp_desktop.services.open_data.words import SOURCES, credit
from msp_desktop.services.open_data.writing import Written

#: The proposals in the order of the review, each with its segment, its word, its icon and its ink.
KINDS: tuple[tuple[Proposal, str, str, str, str], ...] = (
    (Proposal.CHANGED, N_("Changed"), N_("differs"), "pencil", "accent"),
    (Proposal.NEW, N_("New ones"), N_("new"), "plus", "accent"),
    (Proposal.GONE, N_("Gone"), N_("gone"), "arrow", "late"),
    (Proposal.TO_CONFIRM, N_("To confirm"), N_("to confirm"), "help", "late"),
    (Proposal.EXISTING, N_("Already there"), N_("there already"), "check", "ink2"),
    (Proposal.SET_ASIDE, N_("Put aside"), N_("set aside"), "dropped", "ink2"),
)

#: The key of the segment of public figures.
FIGURES = "figures"
#: Kinds of which nothing is said of a person's age or departure, and those of establishments.
_ESTABLISHMENTS = (FileKind.FINESS, FileKind.FINESS_CSV)


def file_words(file: SourceFile) -> str:
    """Return « RPPS, fichier du mardi 14 avril 2026 », the file's name where it tells no day."""
    if file.dated_on is None:
        return _("{kind}, file « {name} »").format(kind=SOURCES[file.kind], name=file.name)
    return _("{kind}, file of {day}").format(kind=SOURCES[file.kind], day=long_date(file.dated_on, language()))


def kept_words(file: SourceFile) -> str:
    """Return « 19 lignes retenues »."""
    return ngettext("{count} line kept", "{count} lines kept", file.kept).format(count=number(file.kept))


def incomplete_words(files: Sequence[SourceFile]) -> str:
    """Return the sentence on files whose end is missing, "" where all are whole."""
    cut = [file_words(file) for file in files if file.incomplete]
    if not cut:
        return ""
    return ngettext(
        "Incomplete: the end of this file is missing, it tells of fewer people than there are. {files}. Copy it to the "
        "stick again; meanwhile nobody is said to be gone.",
        "Incomplete: the end of these files is missing, they tell of fewer people than there are. {files}. Copy them to "
        "the stick again; meanwhile nobody is said to be gone.",
        len(cut),
    ).format(files=listed(cut))


def segments(review: Review) -> dict[str, str]:
    """Return the words of the segments, by their key: all, then the kinds there are, with their counts."""
    counts = Counter(line.proposal for line in review.lines)
    found = {"all": _("All {count}").format(count=number(len(review.lines) + len(review.figures)))}
    for proposal, heading, _word, _glyph, _tone in KINDS:
        if counts[proposal]:
            found[proposal.value] = f"{_(heading)} {number(counts[proposal])}"
    if review.figures:
        found[FIGURES] = _("Public figures {count}").format(count=number(len(review.figures)))
    return found


def group_words(proposal: Proposal, lines: Sequence[ReviewLine]) -> str:
    """Return what stands after the heading of a group: how many, and what they have in common."""
    count = len(lines)
    if proposal is Proposal.NEW:
        towns = Counter(line.town for line in lines if line.town)
        town, most = next(iter(towns.most_common(1)), ("", 0))
        if len(towns) > 1 and most > 1:
            return _("{count}, {some} of them in {town}").format(count=number(count), some=number(most), town=town)
        return number(count)
    words = {
        Proposal.CHANGED: ngettext(
            "{count} entry of the dossier says something else",
            "{count} entries of the dossier say something else",
            count,
        ),
        Proposal.GONE: ngettext(
            "{count} that this file no longer tells of", "{count} that these files no longer tell of", count
        ),
        Proposal.TO_CONFIRM: ngettext(
            "{count}, whose commune is not certain", "{count}, whose communes are not certain", count
        ),
        Proposal.EXISTING: ngettext("{count}, of which nothing changes", "{count}, of whom nothing changes", count),
        Proposal.SET_ASIDE: ngettext(
            "{count}, not counted unless you tick it", "{count}, not counted unless you tick them", count
        ),
    }[proposal]
    return words.format(count=number(count))


def kind_of(proposal: Proposal) -> tuple[str, str, str]:
    """Return the word of a proposal, its icon and its ink."""
    word, glyph, tone = next((word, glyph, tone) for one, _head, word, glyph, tone in KINDS if one is proposal)
    return _(word), glyph, tone


def heading_of(proposal: Proposal) -> str:
    """Return the heading of a group."""
    return next(_(heading) for one, heading, _word, _glyph, _tone in KINDS if one is proposal)


def ticked_words(count: Agreed) -> str:
    """Return « 11 lignes cochées. Rien n'est encore écrit. »."""
    if not count.lines:
        return _("No line ticked. Nothing is written.")
    ticked = ngettext(
        "{count} line ticked. Nothing is written so far.",
        "{count} lines ticked. Nothing is written so far.",
        count.lines,
    )
    return ticked.format(count=number(count.lines))


def agree_words(count: Agreed) -> str:
    """Return what the main button does: « Ajouter 9, corriger 2 »."""
    parts = [
        words.format(count=number(how_many))
        for words, how_many in (
            (_("add {count}"), count.add),
            (_("correct {count}"), count.correct),
            (_("confirm {count}"), count.confirm),
            (ngettext("note {count} gone", "note {count} of them gone", count.gone), count.gone),
            (ngettext("note {count} figure", "note {count} figures", count.figures), count.figures),
        )
        if how_many
    ]
    together = ", ".join(parts) or _("add")
    return together[0].upper() + together[1:]


def written_words(count: Written) -> str:
    """Return what was written: « 9 ajoutés, 2 corrigés. »."""
    parts = [
        words.format(count=number(how_many))
        for words, how_many in (
            (ngettext("{count} added", "{count} of them added", count.added), count.added),
            (ngettext("{count} corrected", "{count} of them corrected", count.changed), count.changed),
            (
                ngettext("{count} found again unchanged", "{count} of them found again unchanged", count.checked),
                count.checked,
            ),
            (ngettext("{count} noted as gone", "{count} of them noted as gone", count.gone), count.gone),
            (ngettext("{count} public figure noted", "{count} public figures noted", count.figures), count.figures),
        )
        if how_many
    ]
    return ", ".join(parts) + "."


def nothing_words(review: Review) -> str:
    """Return the sentence on files that tell of nobody in the communes sought."""
    return ngettext(
        "No professional of these communes in this file.",
        "No professional of these communes in these files.",
        len(review.files),
    )


def dossier_words(difference: Difference) -> str:
    """Return what the dossier says of a field: « mixte, dans le dossier »."""
    if not difference.old_words:
        return _("nothing, in the dossier")
    return _("{words}, in the dossier").format(words=difference.old_words)


def their_words(difference: Difference) -> str:
    """Return what the file says of a field: « libéral, dans le fichier »."""
    if not difference.new_words:
        return _("nothing, in the file")
    return _("{words}, in the file").format(words=difference.new_words)


def silent_words(line: ReviewLine) -> str:
    """Return what this file does not say, of which what was noted stays."""
    if line.kind in _ESTABLISHMENTS:
        return _("Neither opening hours, nor the days when somebody is really there: what you noted stays.")
    return _("Neither age, nor a departure, nor the wish to commit: what you noted stays.")


def source_words(line: ReviewLine) -> str:
    """Return the source of a line: who publishes it, under which licence, of which day."""
    return _("Source: {source}.").format(source=credit(line.file))
