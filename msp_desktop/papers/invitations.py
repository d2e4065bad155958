"""The letters of invitation in words: one a guest, by what they are to the town, from the models of letters.toml."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.reader import Reader
from msp_desktop.domain.agenda import MeetingView
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.letters import InvitationText
from msp_desktop.domain.meetings import AgendaItem, Attendance, MeetingState
from msp_desktop.domain.people import Category, Person, form_of_address, full_name
from msp_desktop.formats import NBSP
from msp_desktop.formats.dates import long_date
from msp_desktop.formats.french.case import capital, uncapital
from msp_desktop.formats.french.towns import at_commune
from msp_desktop.formats.hours import clock, spoken_length
from msp_desktop.formats.postal import MOST, WIDEST, address, has_town, wrapped
from msp_desktop.formats.text import fold
from msp_desktop.i18n import _, ngettext
from msp_desktop.method.meetings import kit_letters, kit_meetings
from msp_desktop.papers.paper import Context, Made, Target
from msp_desktop.services.invitations import Invited, Practice, invited, without_letter
from msp_desktop.services.letterhead import letterhead, missing_of_the_letterhead
from msp_desktop.services.meetings import meeting_view
from msp_desktop.services.privacy import letter_notice

#: The kind of meeting that has words of its own for everybody.
FIRST = "premiere-rencontre"
#: So many names at most in a sentence.
_NAMED = 5
#: What is left to write by hand in a letter.
BLANK = "_" * 22
#: Where one writes to the body first, to whoever answers for it after.
_BODIES = (
    Category.FEDERATION, Category.ARS, Category.CPAM, Category.EPCI, Category.CCAS, Category.ASSOCIATION, Category.SCHEME,
)  # fmt: skip


def make_invitations(reader: Reader, context: Context, path: Target) -> Made:
    """Write the letters of a meeting, or that of one guest."""
    from msp_desktop.documents.invitations import write_invitations

    head, view = letterhead(reader), _view(reader, context)
    commune = reader.one(Commune, 1)
    day = letter_day(view, context.today)
    texts = tuple(
        _text(head, commune, view, guest, day, letter_notice(reader, guest.guest.person))
        for guest in invited(reader, view)
    )
    result = write_invitations(path, head, texts, view.meeting.title, context.now, reference=view.meeting.reference)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


def nobody_to_write_to(reader: Reader, context: Context) -> str | None:
    """Return why there is no letter to write; None where there is one."""
    view = _view(reader, context)
    if not view.guests:
        return _("Nobody is invited yet: add the guests first.")
    if not invited(reader, view):
        return " ".join(without_letter(reader, view))
    return None


def about_invitations(reader: Reader, context: Context) -> tuple[str, ...]:
    """Return what to know before the letters are printed: who gets none, what is missing, what goes with them."""
    view = _view(reader, context)
    letters, meeting = invited(reader, view), view.meeting
    said = [_("This meeting is cancelled.")] if meeting.state is MeetingState.CANCELLED else []
    said += [*without_letter(reader, view), *missing_of_the_letterhead(letterhead(reader))]
    commune = reader.one(Commune, 1)
    homeless = [one.guest.name for one in letters if not has_town("\n".join(addressee(one, commune)))]
    if homeless:
        said.append(_("No postal address for {names}: to be handed over.").format(names=_some(homeless)))
    missing = [
        word
        for there, word in (
            (meeting.held_on, _("the day")), (meeting.starts_at, _("the hour")), (meeting.place.strip(), _("the place")),
        )
        if not there
    ]  # fmt: skip
    if missing:
        said.append(_("Left to write by hand: {what}.").format(what=", ".join(missing)))
    if letter_day(view, context.today) is None:
        said.append(
            _("This meeting is past and the day the invitations were sent is not noted: the letters leave it to write.")
        )
    if view.items:
        said.append(_("The letters announce the agenda: print one for each."))
    if len(letters) > 1:
        count = len(letters)
        said.append(
            ngettext(
                "{count} letter, each on a sheet of its own: its back stays blank.",
                "{count} letters, each on a sheet of its own: the blank backs are for printing on both sides.",
                count,
            ).format(count=count)
        )
    return tuple(said)


def letter_day(view: MeetingView, today: date) -> date | None:
    """Return the day the letters bear: the one they were sent, else today; None for a meeting already past."""
    meeting = view.meeting
    if meeting.invitations_sent_on is not None:
        return meeting.invitations_sent_on
    past = meeting.state is MeetingState.HELD or (meeting.held_on is not None and meeting.held_on < today)
    return None if past else today


def addressee(one: Invited, commune: Commune) -> tuple[str, ...]:
    """Return the lines of the address, as the post wants them: who, what they are, their body, the street, the town."""
    person = one.guest.person
    name, body = full_name(person), person.organisation.strip()
    what = capital(one.trade or person.function.strip())
    if name == body or not body or fold(body) in (fold(name), fold(what)):
        who = [name, what]
    elif person.category in _BODIES:
        together = f"{name}, {what}" if what else name
        who = [body, *([together] if len(together) <= WIDEST else [name, what])]
    else:
        who = [name, what, body]
    lines = [line for line in who if line]
    town = _own_town(commune) if one.practice is Practice.HERE else one.town
    street = address(person.address, above=lines, town=town)
    short = [piece for line in lines for piece in wrapped(line)]
    # Beyond six lines a long one stays whole, in smaller letters.
    return (*(short if len(short) + len(street) <= MOST else lines), *street)


def _view(reader: Reader, context: Context) -> MeetingView:
    assert context.meeting_id is not None
    return meeting_view(reader, context.meeting_id, context.person_id, (AgendaItem, Attendance))


def _answers(person: Person) -> str:
    """Return whose answer a slip is: « Madame Hélène Pradier, Communauté de communes du Val »."""
    name, body = full_name(person), person.organisation.strip()
    return f"{name}, {body}" if body and body != name and person.category in _BODIES else name


def _town_hall(head: Letterhead) -> str:
    """Return where an answer goes: « mairie, 2 place de la Liberté, … »; an address may itself begin with « Mairie »."""
    named = fold(" ".join(head.address[:1])).split()[:1] == ["mairie"]
    first = (uncapital(head.address[0]), *head.address[1:]) if named else ("mairie", *head.address)
    return ", ".join(filter(None, (*first, head.ways[1])))


def _own_town(commune: Commune) -> str:
    return f"{commune.postcode} {commune.name}".strip()


def _text(
    head: Letterhead, commune: Commune, view: MeetingView, one: Invited, day: date | None, notice: str
) -> InvitationText:
    """Return one letter; printed after the meeting, without the day it was sent, it asks for no answer."""
    meeting, person, kit = view.meeting, one.guest.person, kit_letters()
    model, first = kit.invitation(one.role.value), meeting.kind == FIRST
    words = _words(head, commune, view, one, day)
    own = meeting.title.strip() != kit_meetings().kind(meeting.kind).full_title
    subject = kit.subjects["other"] if own else kit.subject(meeting.kind)
    return InvitationText(
        name=one.guest.name,
        addressee=addressee(one, commune),
        place_and_date=f"{head.commune}, le {long_date(day) if day else BLANK}",
        subject=subject.format(**words),
        enclosures="Ordre du jour" if view.items else "",
        greeting=f"{form_of_address(person)},",
        before=_filled(model.first_body if first else model.body, words),
        when=_when(view),
        where=_where(view),
        after=_filled(model.first_after if first else model.after, words) if day else (),
        closing=model.closing.format(**words),
        answer_name=_answers(person) if day else "",
        answer_to=f"{capital(meeting.title.strip())}{_on_day(view)}",
        answer_by=f"à rendre {words['avant']}{NBSP}:",
        answer_where=_town_hall(head),
        notice=notice,
    )


def _words(head: Letterhead, commune: Commune, view: MeetingView, one: Invited, day: date | None) -> dict[str, str]:
    deadline = view.meeting.reply_by
    if deadline and day and deadline < day:
        deadline = None  # nobody is asked to answer before the letter is written
    # On paper the federation has its whole name, which a short one does not tell to who does not know it.
    common = head.words()
    words = {
        **common,
        "Avec_la_federation": capital(common["avec_la_federation"]),
        "reunion": uncapital(view.meeting.title.strip()),
        "avant": f"avant le {long_date(deadline)}" if deadline else "dès que possible",
        "contact": _reached(head.ways),
        "appel": form_of_address(one.guest.person),
        "a_ville": at_commune(one.town) if one.town else "",
        "exerce": "",
    }
    if one.practice is not None:
        words["exerce"] = kit_letters().practice[one.practice.value].format(**words)
    return words


def _filled(lines: tuple[str, ...], words: dict[str, str]) -> tuple[str, ...]:
    return tuple(filter(None, (line.format(**words).strip() for line in lines)))


def _reached(ways: tuple[str, str]) -> str:
    """Return « , au 05 36 49 12 35, à nadia@exemple.fr ou par le talon-réponse », as much of it as is known."""
    telephone, email = ways
    known = [*filter(None, (telephone and f"au {telephone}", email and f"à {email}"))]
    return f", {', '.join(known)} ou par le talon-réponse" if known else ", par le talon-réponse"


def _when(view: MeetingView) -> str:
    meeting = view.meeting
    day = capital(long_date(meeting.held_on)) if meeting.held_on else f"Le {BLANK}"
    hour = clock(meeting.starts_at) if meeting.starts_at else "" if meeting.held_on else "_" * 8
    return f"{day} à {hour}" if hour else day


def _where(view: MeetingView) -> tuple[str, ...]:
    """Return the place, its address, then how to reach it and how long it lasts."""
    address_line, *access = _lines(view.meeting.place_details) or ("",)
    length = f"Durée prévue{NBSP}: {spoken_length(view.total)}." if view.total else ""
    last = " ".join(
        line if line.endswith((".", "!", "?", ";", ":", ",")) else f"{line}." for line in (*access, length) if line
    )
    place = view.meeting.place.strip() or f"Lieu{NBSP}: {BLANK}{BLANK}"
    return tuple(filter(None, (place, address_line, last)))


def _on_day(view: MeetingView) -> str:
    return f", {uncapital(_when(view))}" if view.meeting.held_on else ""


def _some(names: list[str]) -> str:
    """Return names in a sentence, the first of them where they are many."""
    if len(names) <= _NAMED:
        return ", ".join(names)
    shown = ", ".join(names[: _NAMED - 1])
    return _("{names} and {count} others").format(names=shown, count=len(names) - _NAMED + 1)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
