"""The letters to the regional federation in words: the first contact, and the announcement of the référent."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.reader import Reader
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.people import Category, Person, display_name, form_of_address, full_name, plain_name
from msp_desktop.domain.town_hall import is_mayor
from msp_desktop.formats import NNBSP
from msp_desktop.formats.dates import long_date
from msp_desktop.formats.french.case import uncapital
from msp_desktop.formats.french.civility import ANYBODY
from msp_desktop.formats.french.people import agreed, all_feminine
from msp_desktop.formats.french.vowels import elide
from msp_desktop.formats.numbers import inhabitants, listed
from msp_desktop.formats.phones import phone
from msp_desktop.formats.postal import address, wrapped
from msp_desktop.formats.text import fold
from msp_desktop.i18n import _
from msp_desktop.method.meetings import Announcement, kit_letters
from msp_desktop.method.timeline import kit_timeline
from msp_desktop.papers.paper import Context, Made, Target
from msp_desktop.services.federations import federation_remarks
from msp_desktop.services.letterhead import commune_words, letterhead, missing_of_the_letterhead
from msp_desktop.services.referent import referent_sheet
from msp_desktop.services.small_forms import chosen_helps


def first_contact(reader: Reader, context: Context, path: Target) -> Made:
    """Write the first letter to the federation."""
    from msp_desktop.documents.federation_letter import write_federation_letter

    head, commune, model = letterhead(reader), reader.one(Commune, 1), kit_letters().federation
    people, contact = inhabitants(commune.population), _contact(reader, head)
    words = {
        **commune_words(reader),
        "population": f" ({people})" if people else "",
        "interlocuteur": _who_answers(head),
        "appel": form_of_address(contact) if contact else ANYBODY,
    }
    chosen = chosen_helps(reader)
    helps = [help_.text for help_ in kit_timeline().federation_helps if help_.code in chosen]
    asked = [model.helps_intro] if len(helps) > 1 else [model.one_help.format(aide=text) for text in helps]
    result = write_federation_letter(
        path,
        head,
        context.now,
        day=context.today,
        addressee=federation_address(head, contact),
        greeting=f"{words['appel']},",
        subject=model.subject.format(**words),
        before=(*(line.format(**words) for line in model.body), *asked),
        listed=_ended(helps) if len(helps) > 1 else (),
        after=tuple(line.format(**words) for line in model.after),
        closing=model.closing.format(**words),
    )
    return Made(result.pages, result.replaced_glyphs, result.sha256)


def announcement(reader: Reader, context: Context, path: Target) -> Made:
    """Write the letter that tells the federation who the référent is."""
    from msp_desktop.documents.federation_letter import write_federation_letter

    head, commune, present = letterhead(reader), reader.one(Commune, 1), referent_sheet(reader)
    model, contact = kit_letters().announcement, _contact(reader, head)
    people = [person for person in (present.first, present.second) if person is not None]
    several, feminine = len(people) > 1, all_feminine([person.civility for person in people])
    since = present.term.since if present.term else None
    day = (present.term.announced_on if present.term else None) or context.today
    words = {
        **commune_words(reader),
        "que_qui": elide("que", listed([_named(person) for person in people])),
        "depuis": long_date(since) if since else "",
        "role": "le binôme référent santé" if several else f"{'la référente' if feminine else 'le référent'} santé",
        "appel": form_of_address(contact) if contact else ANYBODY,
    }
    told, reach = (agreed(text, feminine, several) for text in (_sentence(model, since, day), model.reach))
    if len(people) == 1 and is_mayor(commune, people[0]):
        told, reach = _in_the_first_person(told), _in_the_first_person(reach)
    reached = tuple(filter(None, (_reached(person) for person in people)))
    result = write_federation_letter(
        path,
        head,
        context.now,
        day=day,
        addressee=federation_address(head, contact),
        greeting=f"{words['appel']},",
        subject=agreed(model.subject, feminine, several),
        before=(told.format(**words), *([reach.format(**words)] if reached else [])),
        listed=_ended(reached),
        after=tuple(line.format(**words) for line in model.after),
        closing=model.closing.format(**words),
    )
    return Made(result.pages, result.replaced_glyphs, result.sha256)


def about_the_federation(reader: Reader, _context: Context) -> tuple[str, ...]:
    """Return what to know of the directory's entry before a letter to the federation leaves."""
    head = letterhead(reader)
    remarks = (*missing_of_the_letterhead(head), *federation_remarks(head.federation))
    contact = _contact(reader, head)
    if not head.federation.address.strip() and (contact is None or not contact.address.strip()):
        remarks = (
            *remarks,
            _("The federation's postal address is not known: send this letter by e-mail, or write it."),
        )
    return remarks


def about_the_announcement(reader: Reader, context: Context) -> tuple[str, ...]:
    """Return the same, and that the référent's first day is not noted where it is not."""
    present, remarks = referent_sheet(reader), about_the_federation(reader, context)
    if present.term is not None and present.term.since is None:
        remarks = (*remarks, _("The day the référent begins is not noted: the letter does not say it."))
    return remarks


def federation_address(head: Letterhead, contact: Person | None) -> tuple[str, ...]:
    """Return the lines of the federation's address: its name, whom it is for, the street where the directory has one."""
    federation = head.federation
    lines = [*wrapped(federation.full_name)]
    if contact is not None and plain_name(contact) != contact.organisation:
        lines.append(f"à l’attention de {full_name(contact)}")
    elif federation.contact:
        lines.append(f"à l’attention de {federation.contact}")
    typed = (contact.address.strip() if contact else "") or federation.address
    streets = address(typed, above=(federation.full_name, federation.name))
    if not streets and federation.email:
        streets = (f"par courriel\u00a0: {federation.email}",)
    return (*lines, *streets)


def _contact(reader: Reader, head: Letterhead) -> Person | None:
    """Return who answers for the federation in the directory: whom the town named, else its one entry with an address."""
    known = reader.all(Person, category=Category.FEDERATION)
    named = fold(head.federation.contact)
    if named:
        found = [person for person in known if named in (fold(plain_name(person)), fold(display_name(person)))]
        return found[0] if found else None
    placed = [person for person in known if person.address.strip()]
    return placed[0] if len(placed) == 1 else None


def _who_answers(head: Letterhead) -> str:
    """Return « Nadia Roche, référente santé, est votre interlocutrice à la mairie (01 99…, sante@…). », or nothing."""
    if head.contact is None:
        return ""
    ways = ", ".join(filter(None, (head.contact.phone, head.contact.email)))
    word = "interlocutrice" if head.contact.role.startswith("référente") else "interlocuteur"
    reached = f" ({ways})" if ways else ""
    return f"{head.contact.name}, {head.contact.role}, est votre {word} à la mairie{reached}."


def _sentence(model: Announcement, since: date | None, today: date) -> str:
    if since is None:
        return model.undated
    return model.future if since > today else model.since


def _in_the_first_person(sentence: str) -> str:
    """Return the sentence as the mayor says it of himself: « que je suis, depuis le …, la référente santé »."""
    for said, mine in (("{que_qui} est", "que je suis"), ("{que_qui} sera", "que je serai")):
        sentence = sentence.replace(said, mine)
    return sentence.replace(" le joindre", " me joindre").replace(" la joindre", " me joindre")


def _named(person: Person) -> str:
    """Return « Mme Nadia Roche, deuxième adjointe, » : what one is stands between two commas."""
    function = uncapital(person.function.strip())
    return f"{display_name(person)}, {function}," if function else display_name(person)


def _reached(person: Person) -> str:
    ways = ", ".join(filter(None, (phone(person.phone), person.email.strip())))
    return f"{plain_name(person)}\u00a0: {ways}" if ways else ""


def _ended(items: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Return what is listed, each ended: « un ; », « deux. »."""
    return (*(f"{text}{NNBSP};" for text in items[:-1]), *(f"{text}." for text in items[-1:]))
