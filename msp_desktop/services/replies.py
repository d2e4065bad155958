"""A federation's answer, laid beside the dossier, then accepted line by line in one step that undo takes back whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from msp_desktop.db.glance import glance
from msp_desktop.db.reader import Reader, RecordGoneError
from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.calls import Call
from msp_desktop.domain.carried.envelope import content_id
from msp_desktop.domain.carried.leaves import Noted, noted_of
from msp_desktop.domain.carried.reply import (
    Advice,
    AgendaNote,
    CallToAnswer,
    DateProposed,
    EntryCorrected,
    Reply,
    StepProposed,
)
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.exchanges import Channel, Exchange
from msp_desktop.domain.federations import FederationView
from msp_desktop.domain.mail import ProducedDocument
from msp_desktop.domain.meetings import AgendaItem, Meeting
from msp_desktop.domain.people import Category
from msp_desktop.domain.replies import AnsweredLine, LineState, ReplyLine, ReplyReview
from msp_desktop.domain.schedule import phase_of_date
from msp_desktop.errors import UserError
from msp_desktop.formats.numbers import listed
from msp_desktop.formats.quick import medium_date
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.services.calls import reminder_for
from msp_desktop.services.federations import own_federation, write_correction
from msp_desktop.services.meetings import insert_meeting
from msp_desktop.services.one_date import follow_meeting
from msp_desktop.services.reply_lines import (
    NotThereError,
    action_of_line,
    call_subject,
    corrections_of,
    federation_of_line,
    item_of_line,
    line_view,
    meeting_of_line,
    meeting_values,
)
from msp_desktop.services.schemes import cls_is_carried
from msp_desktop.services.sending import commune_data, dossier_uid
from msp_desktop.services.who import who_is, write_who

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

#: The kind of a meeting that an answer proposes.
_WITH_FEDERATION = "federation"

# --- reading -------------------------------------------------------------------------------------


def plan_reply(reader: Reader, reply: Reply, today: date) -> ReplyReview:
    """Return the answer laid beside the dossier; UserError where it is for another commune, or another dossier of it."""
    commune = reader.one(Commune, 1)
    if commune.insee and reply.insee != commune.insee:
        words = _("This answer is for the commune of INSEE code {code}, not for {name}: open its dossier first.")
        raise UserError(words.format(code=reply.insee, name=commune.name))
    if reply.dossier != dossier_uid(commune):
        words = _("This answer is for another dossier of {name}: open the one from which the papers were sent.")
        raise UserError(words.format(name=commune.name))
    answered = {row.key: row for row in reader.all(AnsweredLine)}
    lines = tuple(_as_answered(line_view(reader, line, today), answered.get(line.key)) for line in reply.lines)
    return ReplyReview(
        signed=one_line(reply.signed), made_at=reply.made_at, warnings=_warnings(reader, reply), lines=lines
    )


def is_for(reader: Reader, reply: Reply) -> bool:
    """Tell whether the answer is for this very dossier."""
    return dossier_uid(reader.one(Commune, 1)) == reply.dossier


def dossier_for(reply: Reply, paths: Iterable[Path]) -> Path | None:
    """Return which of these dossiers the answer is for, each read without writing a byte of it; None where none is."""
    for path in paths:
        with suppress(UserError, RecordGoneError), closing(glance(path)) as store:
            if is_for(store.reader, reply):
                return path
    return None


def _as_answered(line: ReplyLine, before: AnsweredLine | None) -> ReplyLine:
    if before is None:
        return line
    day = medium_date(before.answered_on, language())
    if before.accepted:
        remark = _("Accepted on {day}.").format(day=day)
        return replace(line, state=LineState.ACCEPTED, remark=remark, ticked=False)
    if not line.can_be_taken:
        return line
    remark = " ".join(filter(None, (_("Left aside on {day}.").format(day=day), line.remark)))
    return replace(line, state=LineState.ASIDE, remark=remark, ticked=False)


def _warnings(reader: Reader, reply: Reply) -> tuple[str, ...]:
    """Return what to know before: whether the dossier is still as it was sent. Who wrote, only the e-mail tells."""
    said = [_("Nothing in this file proves who wrote it: trust the e-mail it came with, or call the federation.")]
    sent = next((told for told in _sent(reader) if told.content == reply.answers), None)
    if sent is None:
        said.insert(0, _("This answer is about data that this dossier has not noted sending: read each line closely."))
        return tuple(said)
    # As of the day it was sent: what is late, and whose departure nears, changes as days pass, without anybody's doing.
    then = sent.at.astimezone()
    if content_id(commune_data(reader, then.date(), then, sent.leaves)) != reply.answers:
        day = medium_date(sent.at.date(), language())
        said.insert(
            0,
            _("Since what you sent on {day}, you have changed the dossier: read each line, old and new.").format(
                day=day
            ),
        )
    return tuple(said)


def _sent(reader: Reader) -> list[Noted]:
    documents = reader.all(ProducedDocument, order="id")
    return [told for row in reversed(documents) if (told := noted_of(row.sources)) is not None]


# --- writing -------------------------------------------------------------------------------------


def accept_reply(store: Store, review: ReplyReview, keys: Collection[str], today: date) -> str:
    """Write the lines with these keys where they belong, all in one step; return the sentence that says where they went.

    The other lines that could be taken are remembered as left aside. The journal notes the answer. UserError where
    something that a line is about went away meanwhile.
    """
    offered = [line for line in review.lines if line.can_be_taken]
    taken = [line for line in offered if line.key in keys]
    aside = [line for line in offered if line.key not in keys]
    if not offered:
        raise UserError(_("Every line of this answer was answered already."))
    label = ngettext("Federation’s answer: {count} line", "Federation’s answer: {count} lines", len(taken))
    whom = who_is(store.reader, own_federation(store.reader).name)
    try:
        with store.write(label.format(count=len(taken))) as transaction:
            for line in taken:
                _write(transaction, line, review, today)
            for line in offered:
                _remember(transaction, line, line in taken, today)
            noted = transaction.insert(
                Exchange(
                    held_on=today,
                    category=Category.FEDERATION,
                    channel=Channel.EMAIL,
                    subject="Réponse de la fédération",
                    said=_journal(review, taken, aside),
                )
            )
            write_who(transaction, Exchange, noted.id, whom)
    except NotThereError as error:
        again = _("Open the answer again.")
        raise UserError(f"{error} {again}") from error
    return _went(taken, aside)


def _write(transaction: Transaction, shown: ReplyLine, review: ReplyReview, today: date) -> None:
    line = shown.line
    match line:
        case DateProposed(meeting=""):
            title = {"title": one_line(line.title)} if line.title.strip() else {}
            values = meeting_values(line) | title | {"place_details": line.words}
            insert_meeting(transaction, _WITH_FEDERATION, Change(Meeting, **values))
        case DateProposed():
            meeting = meeting_of_line(transaction, line.meeting)
            transaction.update(meeting.id, Change(Meeting, **meeting_values(line)))
            follow_meeting(transaction, meeting.kind)
        case Advice(action=None):
            pass  # its words stand in the journal
        case Advice():
            action = action_of_line(transaction, line.action or "")
            transaction.update(action.id, Change(Action, notes=_added(action.notes, line.words, review)))
        case AgendaNote():
            item = item_of_line(transaction, line)
            transaction.update(item.id, Change(AgendaItem, mayor_note=_added(item.mayor_note, line.words, review)))
        case StepProposed():
            _insert_action(transaction, one_line(line.words).strip(), line.due_on, "")
        case EntryCorrected():
            entry = federation_of_line(transaction, line.federation)
            write_correction(transaction, line.federation, Change(FederationView, **corrections_of(line, entry)))
        case CallToAnswer():
            _insert_call(transaction, line, today)


def _insert_action(transaction: Transaction, title: str, due_on: date | None, notes: str) -> None:
    phase = phase_of_date(due_on, transaction.one(Commune, 1).day_zero)
    position = transaction.next_position(Action, phase=phase)
    transaction.insert(
        Action(phase=phase, position=position, title=title, planned_start=due_on, planned_on=due_on, notes=notes)
    )


def _insert_call(transaction: Transaction, line: CallToAnswer, today: date) -> None:
    if not cls_is_carried(transaction):  # the page of calls is not there: nobody would see it
        _insert_action(transaction, call_subject(line), line.closes_on, line.words)
        return
    reminded = reminder_for(transaction, line.closes_on, today)
    transaction.insert(
        Call(
            subject=one_line(line.title).strip(),
            funder=one_line(line.funder),
            closes_on=line.closes_on,
            reminded_on=reminded,
            notes=line.words,
        )
    )


def _remember(transaction: Transaction, line: ReplyLine, accepted: bool, today: date) -> None:
    before = transaction.find(AnsweredLine, key=line.key)
    if before is None:
        transaction.insert(AnsweredLine(key=line.key, accepted=accepted, answered_on=today))
    elif before.accepted:
        raise UserError(_("This line was accepted already: open the answer again."))
    else:
        transaction.update(before.id, Change(AnsweredLine, accepted=accepted, answered_on=today))


def _added(before: str, words: str, review: ReplyReview) -> str:
    """Return a note with the federation's words under it, and when they were written."""
    day = medium_date(review.made_at.date())
    told = f"La fédération, le {day}\u00a0: {words.strip()}"
    return f"{before.rstrip()}\n\n{told}" if before.strip() else told


def _journal(review: ReplyReview, taken: list[ReplyLine], aside: list[ReplyLine]) -> str:
    parts = [f"Réponse écrite le {medium_date(review.made_at.date())}"]
    if review.signed:
        parts[0] += f", signée {review.signed}"
    for head, lines in (("Accepté", taken), ("Laissé de côté", aside)):
        if lines:
            parts.append(f"\n{head}\u00a0:")
            parts += [f"– {line.title}\u00a0: {line.new}" for line in lines]
    return "\n".join(parts)


def _went(taken: list[ReplyLine], aside: list[ReplyLine]) -> str:
    said = []
    if taken:
        words = ngettext("{count} line accepted: {where}.", "{count} lines accepted: {where}.", len(taken))
        places = dict.fromkeys(line.where for line in taken)
        said.append(words.format(count=len(taken), where=listed(list(places))))
    if aside:
        words = ngettext("{count} line left aside.", "{count} lines left aside.", len(aside))
        said.append(words.format(count=len(aside)))
    said.append(_("The journal notes it."))
    return " ".join(said)
