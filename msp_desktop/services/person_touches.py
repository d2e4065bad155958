"""All that touches one person or body: meetings, exchanges, what they see to, the inventory, what was sent them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import or_, select

from msp_desktop.db.reader import Reader
from msp_desktop.db.tables import TABLES
from msp_desktop.domain.action_sheets import ActionSheet, Axis, SheetFunding, SheetStep
from msp_desktop.domain.actions import Action
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.communications import Communication
from msp_desktop.domain.conditions import ConditionRating
from msp_desktop.domain.directory import PersonView, Touch, Touching
from msp_desktop.domain.exchanges import GLYPHS, Exchange
from msp_desktop.domain.inventory import AgeBand, Departure, HealthProfessional, Proximity, Tri
from msp_desktop.domain.inventory_words import AGE, departure_words
from msp_desktop.domain.mail import ProducedDocument, Sending
from msp_desktop.domain.meetings import Attendance, Meeting, MeetingState, NextStep, Reply
from msp_desktop.domain.neighbours import NeighbourTown
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.people import Person, display_name, is_body
from msp_desktop.domain.referent import Referent
from msp_desktop.domain.roles import Role, RoleParty, RoleShare, Share
from msp_desktop.domain.schemes import Scheme
from msp_desktop.domain.stages import RoadStep
from msp_desktop.domain.welcome import WelcomeEntry, WelcomeStep
from msp_desktop.formats.dates import near_date, short_date
from msp_desktop.formats.emails import headers_of
from msp_desktop.formats.french.case import capital, uncapital
from msp_desktop.formats.french.people import gendered
from msp_desktop.i18n import _, language
from msp_desktop.method.timeline import kit_timeline
from msp_desktop.services.action_sheets import plan
from msp_desktop.services.bodies import as_reached
from msp_desktop.services.cls_touches import CLS_MADE_FROM, cls_touches
from msp_desktop.services.conditions import condition_words
from msp_desktop.services.coordination_touches import MADE_FROM as COORDINATION
from msp_desktop.services.coordination_touches import coordination_touches
from msp_desktop.services.directory import owed_to, what_they_are
from msp_desktop.services.journal import follow_ups
from msp_desktop.services.roles import share_words
from msp_desktop.services.schemes import scheme_words
from msp_desktop.services.welcome import entry_words, step_words

#: What the card is made from.
MADE_FROM = (
    Person,
    HealthProfessional,
    Assignment,
    Attendance,
    Meeting,
    Exchange,
    Action,
    Objective,
    Communication,
    NextStep,
    Referent,
    Role,
    RoleParty,
    RoleShare,
    WelcomeEntry,
    WelcomeStep,
    *COORDINATION,
    Axis,
    ActionSheet,
    SheetStep,
    SheetFunding,
    ConditionRating,
    Scheme,
    *CLS_MADE_FROM,
    ProducedDocument,
    Sending,
    RoadStep,
    NeighbourTown,
)


def person_view(reader: Reader, person_id: int, today: date) -> PersonView:
    """Return a person with all that touches them; RecordGoneError where there is none."""
    person = reader.one(Person, person_id)
    professional = reader.find(HealthProfessional, person_id=person_id)
    body = reader.find(Person, id=person.body_id) if person.body_id else None
    detail = what_they_are(person, professional, body)
    if professional is not None and professional.place is Proximity.HERE:
        detail = _("{detail}, in the town").format(detail=detail)
    touches = (
        *_meetings(reader, person_id, today),
        *_exchanges(reader, person_id, today),
        *_actions(reader, person_id),
        *_roles(reader, person),
        *_messages(reader, person_id),
        *_welcome(reader, person_id),
        *coordination_touches(reader, person_id),
        *_sheets(reader, person_id),
        *cls_touches(reader, person_id),
        *_project(reader, person_id),
        *_inventory(professional),
        *_sendings(reader, person, today),
        *_members(reader, person_id),
    )
    return PersonView(
        person=person,
        reached=as_reached(reader, person),
        name=display_name(person) or _("Without a name"),
        detail=capital(detail),
        is_body=is_body(person),
        traits=tuple(_traits(reader, person, professional, today)),
        follow_ups=tuple(owed_to(reader, today).get(person_id, ())),
        touches=touches,
        body=body,
    )


def meetings_to_come(reader: Reader, today: date) -> list[Meeting]:
    """Return the meetings one may be invited to: those planned that are not past, those without a date last."""
    m = TABLES[Meeting].c
    question = select(TABLES[Meeting]).where(
        m.state == MeetingState.PLANNED, or_(m.held_on.is_(None), m.held_on >= today)
    )
    return reader.select(question.order_by(m.held_on.asc().nulls_last(), m.id))


def meeting_words(meeting: Meeting, today: date) -> str:
    """Return « mardi 12 mai, première rencontre »."""
    title = uncapital(meeting.title)
    return f"{near_date(meeting.held_on, today, language())}, {title}" if meeting.held_on else title


def _traits(reader: Reader, person: Person, professional: HealthProfessional | None, today: date) -> Iterator[str]:
    if professional is not None and professional.ready is Tri.YES:
        yield gendered(person.civility, _("ready to commit (man)"), _("ready to commit (woman)"))
    for meeting, guest in _invited(reader, person.id):
        ahead = meeting.state is MeetingState.PLANNED and meeting.held_on and meeting.held_on >= today
        if ahead and meeting.held_on and guest.reply is Reply.COMING:
            yield _("will come on {day}").format(day=short_date(meeting.held_on, language()))
            return


def _invited(reader: Reader, person_id: int) -> list[tuple[Meeting, Attendance]]:
    """Return the meetings a person is invited to, the latest first, those without a date before them."""
    meeting, guest = TABLES[Meeting], TABLES[Attendance]
    question = (
        select(meeting, guest)
        .join_from(guest, meeting, guest.c.meeting_id == meeting.c.id)
        .where(guest.c.person_id == person_id)
    )
    return [
        tuple(row) for row in reader.select(question.order_by(meeting.c.held_on.desc().nulls_first(), meeting.c.id))
    ]


def _meetings(reader: Reader, person_id: int, today: date) -> Iterator[Touch]:
    for meeting, guest in _invited(reader, person_id):
        words = meeting_words(meeting, today)
        if guest.present is Tri.YES:
            words = _("{meeting} (was there)").format(meeting=words)
        elif guest.reply is Reply.EXCUSED and meeting.state is MeetingState.PLANNED:
            words = _("{meeting} (excused)").format(meeting=words)
        elif meeting.state is MeetingState.CANCELLED:
            words = _("{meeting} (cancelled)").format(meeting=words)
        yield Touch(Touching.MEETINGS, f"meeting {meeting.id}", words, "people", "meetings", meeting.id)
    step, meeting_ = TABLES[NextStep], TABLES[Meeting]
    link = TABLES[Assignment]
    question = (
        select(step)
        .join_from(step, link, link.c.next_step_id == step.c.id)
        .join(meeting_, step.c.meeting_id == meeting_.c.id)
        .where(link.c.person_id == person_id)
    )
    for one in reader.select(question.order_by(step.c.due_on.desc().nulls_last(), step.c.id)):
        words = _("to do: {what}").format(what=uncapital(one.text))
        yield Touch(Touching.MEETINGS, f"step {one.id}", words, "arrow", "meetings", one.meeting_id)


def _exchanges(reader: Reader, person_id: int, today: date) -> Iterator[Touch]:
    link, exchange = TABLES[Assignment], TABLES[Exchange]
    owed = {one.id for one in follow_ups(reader, today)}
    for column, owes in ((link.c.exchange_id, False), (link.c.follow_up_id, True)):
        question = select(exchange).join_from(exchange, link, column == exchange.c.id)
        question = question.where(link.c.person_id == person_id)
        for one in reader.select(question.order_by(exchange.c.held_on.desc(), exchange.c.id.desc())):
            if owes and (one.id not in owed or not one.next_step):
                continue
            target = ("journal", one.id)
            if owes:
                words = _("to see to: {what}").format(what=uncapital(one.next_step))
                yield Touch(Touching.EXCHANGES, f"owed {one.id}", words, "clock", "actors", target)
            else:
                day = near_date(one.held_on, today, language())
                words = ", ".join(filter(None, (day, uncapital(one.subject.strip()))))
                words = _("{exchange} (draft)").format(exchange=words) if one.draft else words
                yield Touch(Touching.EXCHANGES, f"exchange {one.id}", words, GLYPHS[one.channel], "actors", target)


def _actions(reader: Reader, person_id: int) -> Iterator[Touch]:
    link, action, objective = TABLES[Assignment], TABLES[Action], TABLES[Objective]
    actions = select(action).join_from(action, link, link.c.action_id == action.c.id)
    for one in reader.select(actions.where(link.c.person_id == person_id).order_by(action.c.id)):
        yield Touch(Touching.ACTIONS, f"action {one.id}", _title_of(one), "calendar", "timeline", one.id)
    objectives = select(objective).join_from(objective, link, link.c.objective_id == objective.c.id)
    for one in reader.select(objectives.where(link.c.person_id == person_id).order_by(objective.c.position)):
        yield Touch(Touching.ACTIONS, f"objective {one.id}", one.title, "check", "form", "objectives")
    step, town = TABLES[RoadStep], TABLES[NeighbourTown]
    steps = select(step).join_from(step, link, link.c.road_step_id == step.c.id)
    for one in reader.select(steps.where(link.c.person_id == person_id).order_by(step.c.position)):
        yield Touch(Touching.ACTIONS, f"road {one.id}", one.title, "home", "project", ("road", one.id))
    towns = select(town).join_from(town, link, link.c.neighbour_town_id == town.c.id)
    for one in reader.select(towns.where(link.c.person_id == person_id).order_by(town.c.position)):
        words = _("to be called in {town}").format(town=one.town)
        yield Touch(Touching.ACTIONS, f"town {one.id}", words, "phone", "project", ("neighbours", one.id))


def _title_of(action: Action) -> str:
    kit = kit_timeline().action(action.kit_code) if action.kit_code else None
    return action.title or (kit.title if kit else "")


def _roles(reader: Reader, person: Person) -> Iterator[Touch]:
    for term in reader.all(Referent, order="id DESC"):
        if person.id in (term.person_id, term.second_id):
            words = gendered(person.civility, _("health référent (man)"), _("health référent (woman)"))
            if term.until is not None:
                words = _("{role}, until {day}").format(role=words, day=short_date(term.until, language()))
            yield Touch(Touching.ROLES, f"referent {term.id}", words, "referent", "referent")
    link, share, role, party = TABLES[Assignment], TABLES[RoleShare], TABLES[Role], TABLES[RoleParty]
    question = (
        select(role, share)
        .join_from(share, link, link.c.role_share_id == share.c.id)
        .join(role, share.c.role_id == role.c.id)
        .join(party, share.c.party_id == party.c.id)
        .where(link.c.person_id == person.id)
    )
    for one, own in reader.select(question.order_by(role.c.position, role.c.id, party.c.position)):
        words = uncapital(one.responsibility)
        if own.share is not Share.NONE:
            words = _("{share}: {responsibility}").format(share=share_words(own.share), responsibility=words)
        yield Touch(Touching.ROLES, f"role {own.id}", words, "people", "actors", ("roles", (one.id, own.party_id)))


def _project(reader: Reader, person_id: int) -> Iterator[Touch]:
    """Yield what they have a part in of the health project: conditions they see to, schemes they carry or answer for."""
    link, rating, scheme = TABLES[Assignment], TABLES[ConditionRating], TABLES[Scheme]
    asked = select(rating).join_from(rating, link, link.c.condition_rating_id == rating.c.id)
    for one in reader.select(asked.where(link.c.person_id == person_id).order_by(rating.c.id)):
        words = _("to do: {what}").format(what=uncapital(one.next_step.strip() or condition_words(one)))
        yield Touch(Touching.PROJECT, f"condition {one.id}", words, "check", "project", ("conditions", one.code))
    either = or_(link.c.scheme_id == scheme.c.id, link.c.scheme_contact_id == scheme.c.id)
    schemes = select(scheme).join_from(scheme, link, either).where(link.c.person_id == person_id).distinct()
    for row in reader.select(schemes.order_by(scheme.c.position, scheme.c.id)):
        target = ("schemes", row.kit_code or row.id)
        yield Touch(Touching.PROJECT, f"scheme {row.id}", scheme_words(row), "home", "project", target)


def _messages(reader: Reader, person_id: int) -> Iterator[Touch]:
    link, message = TABLES[Assignment], TABLES[Communication]
    question = select(message).join_from(message, link, link.c.communication_id == message.c.id)
    for one in reader.select(question.where(link.c.person_id == person_id).order_by(message.c.position)):
        words = one.message.strip().splitlines()[0] if one.message.strip() else ""
        yield Touch(Touching.MESSAGES, f"message {one.id}", words, "document", "actors", ("communication", one.id))


def _welcome(reader: Reader, person_id: int) -> Iterator[Touch]:
    """Yield the part they have in the welcome of newcomers: what they offer or teach, what they see to."""
    link, entry, step = TABLES[Assignment], TABLES[WelcomeEntry], TABLES[WelcomeStep]
    entries = select(entry).join_from(entry, link, link.c.welcome_entry_id == entry.c.id)
    for one in reader.select(entries.where(link.c.person_id == person_id).order_by(entry.c.position, entry.c.id)):
        yield Touch(
            Touching.PROJECT, f"welcome {one.id}", entry_words(one), "home", "project", ("welcome", ("entry", one.id))
        )
    steps = select(step).join_from(step, link, link.c.welcome_step_id == step.c.id)
    for row in reader.select(steps.where(link.c.person_id == person_id).order_by(step.c.position, step.c.id)):
        words = _("done: {what}") if row.done_on else _("to do: {what}")
        yield Touch(
            Touching.PROJECT, f"welcome step {row.id}", words.format(what=uncapital(step_words(row))), "check", "project",
            ("welcome", ("step", row.id)),
        )  # fmt: skip


def _sheets(reader: Reader, person_id: int) -> Iterator[Touch]:
    """Yield the fiches action a person has a part in, each once, with all they are to it."""
    links = reader.all(Assignment, person_id=person_id)
    steps = {row.id: row.sheet_id for row in reader.all(SheetStep)}
    funding = {row.id: row.sheet_id for row in reader.all(SheetFunding)}
    parts: dict[int, dict[str, None]] = {}
    for link in links:
        for sheet_id, part in (
            (link.sheet_lead_id, _("pilot")),
            (link.sheet_elected_id, _("elected member in charge")),
            (link.sheet_partner_id, _("partner")),
            (steps.get(link.sheet_step_id or 0), _("a step to see to")),
            (funding.get(link.funding_id or 0), _("funder")),
        ):
            if sheet_id is not None:
                parts.setdefault(sheet_id, {})[part] = None
    for view in plan(reader).sheets() if parts else ():
        if view.id in parts:
            words = _("sheet {number}, {title} ({parts})").format(
                number=view.number, title=uncapital(view.sheet.title), parts=", ".join(parts[view.id])
            )
            yield Touch(Touching.PROJECT, f"sheet {view.id}", words, "check", "project", ("sheets", view.id))


def _inventory(professional: HealthProfessional | None) -> Iterator[Touch]:
    if professional is None:
        return
    leaves = departure_words(professional)
    known = [
        AGE[professional.age_band] if professional.age_band is not AgeBand.UNKNOWN else "",
        _("departure {when}").format(when=leaves)
        if professional.departure not in (Departure.UNKNOWN, Departure.NONE_KNOWN)
        else "",
        _("works alone") if professional.works_alone is Tri.YES else "",
    ]
    words = ", ".join(filter(None, known)) or _("the line in the register")
    yield Touch(Touching.INVENTORY, f"professional {professional.id}", words, "inventory", "inventory", professional.id)


def _sendings(reader: Reader, person: Person, today: date) -> Iterator[Touch]:
    """Yield what was made for this person alone, and what was sent to one of their addresses, the latest first."""
    sending, document = TABLES[Sending], TABLES[ProducedDocument]
    own = headers_of(person.email)
    reached = [sending.c.recipients.icontains(address, autoescape=True) for address in own]
    question = (
        select(sending, document)
        .join_from(sending, document, sending.c.document_id == document.c.id, isouter=True)
        .where(or_(document.c.person_id == person.id, *reached))
    )
    told = set()
    for one, made in reader.select(question.order_by(sending.c.sent_at.desc(), sending.c.id.desc())):
        to_this_one = made is not None and made.person_id == person.id
        addresses = {address.strip().casefold() for address in one.recipients.split(",")}
        if not to_this_one and not any(address.casefold() in addresses for address in own):
            continue
        told.add(made.id if made is not None else 0)
        words = _("{document}, prepared on {day}") if one.left_on is None else _("{document}, sent on {day}")
        words = words.format(
            document=uncapital(one.title), day=short_date(one.left_on or one.sent_at.date(), language())
        )
        yield Touch(Touching.SENDINGS, f"sending {one.id}", words, "mail", "produced", made.id if made else None)
    for made in reader.all(ProducedDocument, order="made_at DESC, id DESC", person_id=person.id):
        if made.id not in told:
            words = _("{document}, made on {day}").format(
                document=uncapital(made.title), day=short_date(made.made_at.date(), language())
            )
            yield Touch(Touching.SENDINGS, f"document {made.id}", words, "document", "produced", made.id)


def _members(reader: Reader, person_id: int) -> Iterator[Touch]:
    for one in reader.all(Person, order="last_name, first_name, id", body_id=person_id):
        words = ", ".join(filter(None, (display_name(one), one.function)))
        yield Touch(Touching.PEOPLE, f"person {one.id}", words, "actors", "actors", ("directory", one.id))
