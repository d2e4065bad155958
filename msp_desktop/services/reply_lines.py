"""What each line of a federation's answer says, beside what the dossier holds: old, new, where it would go, why it cannot."""

from __future__ import annotations

from datetime import date, time

from msp_desktop.db.reader import Reader
from msp_desktop.domain.actions import Action
from msp_desktop.domain.calls import Call
from msp_desktop.domain.carried.reply import (
    ENTRY_FIELDS,
    Advice,
    AgendaNote,
    CallToAnswer,
    DateProposed,
    EntryCorrected,
    Line,
    StepProposed,
)
from msp_desktop.domain.federations import FederationView
from msp_desktop.domain.limits import TYPED_DAYS
from msp_desktop.domain.meetings import AgendaItem, Meeting, MeetingState
from msp_desktop.domain.replies import LineState, ReplyLine
from msp_desktop.domain.tabs import tab_entry
from msp_desktop.formats.emails import read_emails, wrong_sentence
from msp_desktop.formats.hours import clock
from msp_desktop.formats.quick import near_date
from msp_desktop.formats.text import fold, one_line
from msp_desktop.i18n import _, language
from msp_desktop.method.timeline import kit_timeline
from msp_desktop.services.federations import federations
from msp_desktop.services.meeting_words import in_words
from msp_desktop.services.schemes import cls_is_carried


class NotThereError(Exception):
    """A line about something that the dossier does not hold, or holds no longer; the text says so, translated."""


def line_view(reader: Reader, line: Line, today: date) -> ReplyLine:
    """Return a line beside what the dossier holds, not looking whether it was answered before."""
    try:
        match line:
            case DateProposed():
                return _date(reader, line, today)
            case Advice():
                return _advice(reader, line)
            case AgendaNote():
                return _agenda(reader, line, today)
            case StepProposed():
                return _step(line, today)
            case EntryCorrected():
                return _entry(reader, line)
            case CallToAnswer():
                return _call(reader, line, today)
    except NotThereError as error:
        return ReplyLine(line=line, title=_title(line), new=_said(line), state=LineState.IMPOSSIBLE, remark=str(error))


def meeting_of_line(reader: Reader, uid: str) -> Meeting:
    """Return the meeting that is still to be held, by its uid; NotThereError."""
    meeting = reader.find(Meeting, uid=uid)
    if meeting is None:
        raise NotThereError(_("This meeting is not in the dossier, or no longer."))
    if meeting.state is MeetingState.HELD:
        raise NotThereError(_("This meeting was held already."))
    if meeting.state is MeetingState.CANCELLED:
        raise NotThereError(_("This meeting was cancelled."))
    return meeting


def action_of_line(reader: Reader, code: str) -> Action:
    """Return the action of the method with this code; NotThereError."""
    action = reader.find(Action, kit_code=code)
    if action is None:
        raise NotThereError(_("This action is not in the dossier."))
    return action


def item_of_line(reader: Reader, line: AgendaNote) -> AgendaItem:
    """Return the item of the agenda: by its title, else, where the answer gives none, by its place; NotThereError."""
    meeting = meeting_of_line(reader, line.meeting)
    items = reader.all(AgendaItem, order="position, id", meeting_id=meeting.id)
    if line.title:
        found = [item for item in items if fold(item.title) == fold(line.title)]
        # Two may have one title: that at the place told, else the first.
        found.sort(key=lambda item: items.index(item) != line.position - 1)
    else:
        found = items[line.position - 1 : line.position]
    if not found:
        raise NotThereError(_("This item is not on the agenda any more."))
    return found[0]


def federation_of_line(reader: Reader, code: str) -> FederationView:
    """Return the entry of the directory with this code as the town knows it; NotThereError."""
    found = next((entry for entry in federations(reader) if entry.code == code), None)
    if found is None:
        raise NotThereError(_("The directory has no such entry."))
    if found.decided:
        raise NotThereError(_("Your IT service sets this entry."))
    return found


def corrections_of(line: EntryCorrected, entry: FederationView) -> dict[str, str]:
    """Return the fields that the line would change, with their new words."""
    told = {name: str(getattr(line, name)).strip() for name in ENTRY_FIELDS}
    return {name: words for name, words in told.items() if words and words != getattr(entry, name)}


def call_subject(line: CallToAnswer) -> str:
    """Return what is to be done where the dossier follows no calls: it is a step of the timeline then."""
    told = f"{one_line(line.title)} ({one_line(line.funder)})" if line.funder else one_line(line.title)
    return f"Répondre à l’appel\u00a0: {told}"


# --- the kinds ------------------------------------------------------------------------------------


def _date(reader: Reader, line: DateProposed, today: date) -> ReplyLine:
    if not TYPED_DAYS[0] <= line.day <= TYPED_DAYS[1] or line.day < today:
        raise NotThereError(_("This day has passed, or is no day of this mandate."))
    where = _(tab_entry("meetings").title)
    new = _when(line.day, line.starts_at, line.place, today)
    if not line.meeting:
        title = _("New meeting: {title}").format(title=one_line(line.title) or _("with the federation"))
        return ReplyLine(line=line, title=title, new=_with_words(new, line.words), where=where, ticked=True)
    meeting = meeting_of_line(reader, line.meeting)
    old = _when(meeting.held_on, meeting.starts_at if meeting.held_on else None, meeting.place, today)
    told = meeting_values(line)
    if all(getattr(meeting, name) == value for name, value in told.items()):
        raise NotThereError(_("The dossier says so already."))
    return ReplyLine(
        line=line,
        title=_("Date of the meeting: {title}").format(title=in_words(reader, one_line(meeting.title))),
        old=old,
        new=_with_words(new, line.words),
        where=where,
        ticked=not old,
    )


def meeting_values(line: DateProposed) -> dict[str, date | time | str | None]:
    """Return what a proposed date writes of a meeting: an hour or a place that it does not tell stays as it is."""
    told: dict[str, date | time | str | None] = {"held_on": line.day}
    if line.starts_at is not None:
        told["starts_at"] = line.starts_at.replace(second=0, microsecond=0, tzinfo=None)
    if line.place:
        told["place"] = line.place
    return told


def _advice(reader: Reader, line: Advice) -> ReplyLine:
    if line.action is None:
        where = _("Journal of exchanges")
        return ReplyLine(line=line, title=_("Advice"), new=line.words, where=where, ticked=True)
    action = action_of_line(reader, line.action)
    kit = kit_timeline().action(action.kit_code)
    name = action.title or (kit.short_title if kit else "")
    return ReplyLine(
        line=line,
        title=_("Advice: {title}").format(title=one_line(name)),
        old=action.notes,
        new=line.words,
        where=_("{tab}, notes of the action").format(tab=_(tab_entry("timeline").title)),
        ticked=True,
    )


def _agenda(reader: Reader, line: AgendaNote, today: date) -> ReplyLine:
    item = item_of_line(reader, line)
    meeting = reader.one(Meeting, item.meeting_id)
    of = in_words(reader, one_line(meeting.title))
    if meeting.held_on:
        of = f"{of}, {near_date(meeting.held_on, today, language())}"
    return ReplyLine(
        line=line,
        title=_("Agenda: {item} ({meeting})").format(item=in_words(reader, one_line(item.title)), meeting=of),
        old=item.mayor_note,
        new=line.words,
        where=_("{tab}, the mayor’s note on this item").format(tab=_(tab_entry("meetings").title)),
        ticked=True,
    )


def _step(line: StepProposed, today: date) -> ReplyLine:
    _refuse_day(line.due_on)
    new = one_line(line.words)
    if not new.strip():
        raise NotThereError(_("This line says nothing."))
    if line.due_on is not None:
        new = _("{words}, before {day}").format(words=new, day=near_date(line.due_on, today, language()))
    where = _(tab_entry("timeline").title)
    return ReplyLine(line=line, title=_("Something to do"), new=new, where=where, ticked=True)


def _entry(reader: Reader, line: EntryCorrected) -> ReplyLine:
    entry = federation_of_line(reader, line.federation)
    changes = corrections_of(line, entry)
    if not changes:
        raise NotThereError(_("The dossier says so already."))
    wrong = read_emails(line.email)
    if wrong.wrong:
        raise NotThereError(wrong_sentence(wrong))
    words = entry_words()
    old = [f"{words[name]}\u00a0: {getattr(entry, name) or '–'}" for name in changes]
    new = [f"{words[name]}\u00a0: {value}" for name, value in changes.items()]
    return ReplyLine(
        line=line,
        title=_("Directory of federations: {name}").format(name=entry.name),
        old="\n".join(old),
        new="\n".join(new),
        where=_("Directory of federations"),
        remark=_("Check by phone first, on the number you have: an e-mail can be forged."),
    )


def entry_words() -> dict[str, str]:
    """Return what the fields of an entry are called."""
    return {
        "name": _("Name"),
        "phone": _("Telephone"),
        "email": _("E-mail"),
        "website": _("Website"),
        "address": _("Address"),
        "contact": _("Contact"),
    }


def _call(reader: Reader, line: CallToAnswer, today: date) -> ReplyLine:
    _refuse_day(line.closes_on)
    if not line.title.strip():
        raise NotThereError(_("This line says nothing."))
    if line.closes_on is not None and line.closes_on < today:
        raise NotThereError(_("This call is closed."))
    if any(fold(one.subject) == fold(line.title) for one in reader.all(Call)):
        raise NotThereError(_("This call is watched already."))
    parts = [one_line(line.title), one_line(line.funder)]
    if line.closes_on is not None:
        parts.append(_("until {day}").format(day=near_date(line.closes_on, today, language())))
    tab = _(tab_entry("project").title)
    where = _("{tab}, calls").format(tab=tab) if cls_is_carried(reader) else _(tab_entry("timeline").title)
    new = _with_words(", ".join(filter(None, parts)), line.words)
    return ReplyLine(line=line, title=_("A call to answer"), new=new, where=where, ticked=True)


# --- words ----------------------------------------------------------------------------------------


def _when(day: date | None, starts_at: time | None, place: str, today: date) -> str:
    parts = [near_date(day, today, language()) if day else "", clock(starts_at) if starts_at else "", one_line(place)]
    return ", ".join(part for part in parts if part) if day else ""


def _with_words(new: str, words: str) -> str:
    return f"{new}\n{words.strip()}" if words.strip() else new


def _refuse_day(day: date | None) -> None:
    if day is not None and not TYPED_DAYS[0] <= day <= TYPED_DAYS[1]:
        raise NotThereError(_("This day has passed, or is no day of this mandate."))


def _title(line: Line) -> str:
    match line:
        case DateProposed():
            return _("Date of the meeting: {title}").format(title=one_line(line.title) or "…")
        case Advice():
            return _("Advice: {title}").format(title=line.action or "…")
        case AgendaNote():
            return _("Agenda: {item} ({meeting})").format(item=one_line(line.title) or line.position, meeting="…")
        case StepProposed():
            return _("Something to do")
        case EntryCorrected():
            return _("Directory of federations: {name}").format(name=one_line(line.name) or line.federation)
        case CallToAnswer():
            return _("A call to answer")


def _said(line: Line) -> str:
    """Return the words of a line that cannot be taken, as they were sent."""
    match line:
        case DateProposed():
            return _with_words(line.day.isoformat(), line.words)
        case Advice() | AgendaNote() | StepProposed():
            return line.words
        case EntryCorrected():
            told = (f"{words}\u00a0: {getattr(line, name)}" for name, words in entry_words().items())
            return "\n".join(one for one, name in zip(told, ENTRY_FIELDS, strict=True) if getattr(line, name))
        case CallToAnswer():
            return _with_words(one_line(line.title), line.words)
