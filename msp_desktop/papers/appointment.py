"""The words of the acts that appoint the référent, filled in for one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msp_desktop.db.reader import Reader
from msp_desktop.domain.acts import Rank, heads_staff, is_woman, rank_of
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.people import Person, display_name, form_of_address, plain_name
from msp_desktop.domain.referent import ReferentSheet
from msp_desktop.formats import NBSP
from msp_desktop.formats.dates import long_date
from msp_desktop.formats.french.case import capital, uncapital
from msp_desktop.formats.french.civility import civility, in_full
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.french.people import agreed, mayor_words
from msp_desktop.formats.french.towns import of_commune, town_hall, town_words
from msp_desktop.formats.numbers import decimal
from msp_desktop.formats.text import fold
from msp_desktop.method.departments import department_for
from msp_desktop.method.referent import AppointmentLetter, Decree, kit_appointment, kit_referent
from msp_desktop.papers.paper import Context, Made, Target
from msp_desktop.services import appointment as service
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.missions import mission_text
from msp_desktop.services.referent import referent_sheet

if TYPE_CHECKING:
    from msp_desktop.documents.appointment import ArticleText, DecreeText, LetterText

#: From this number of inhabitants on, a director stands where a smaller town has a secretary (CGCT, L. 2122-19-1).
_DIRECTED = 3500


def write_act(reader: Reader, context: Context, path: Target) -> Made:
    """Write the act of the person the context names, or the only one there is."""
    from msp_desktop.documents.appointment import write_decree, write_letter

    act = next(act for act in service.acts(reader) if context.person_id in (None, act.person_id))
    person, sheet, head = reader.one(Person, act.person_id), referent_sheet(reader), letterhead(reader)
    if act.slug == service.DECREE:
        result = write_decree(path, head, _decree(reader, context, sheet, person), context.now)
    else:
        kit = kit_appointment()
        model = kit.mission if act.slug == service.MISSION else kit.designation
        result = write_letter(path, head, _letter(reader, sheet, person, model), context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


# --- the decree ----------------------------------------------------------------------------------


def _decree(reader: Reader, context: Context, sheet: ReferentSheet, person: Person) -> DecreeText:
    from msp_desktop.documents.appointment import DecreeText, FootText

    kit, commune, term = kit_appointment().decree, reader.one(Commune, 1), sheet.term
    assert term is not None
    feminine, rank = is_woman(person.civility, person.function), rank_of(person.function)
    professional = service.is_professional(reader, person)
    words = _words(reader, commune, person) | {
        "numero": term.decree_number.strip() or kit.number_blank,
        "deliberation": long_date(term.deputies_set_on) if term.deputies_set_on else kit_appointment().blank,
        "election": kit_appointment().blank,
        "effet": long_date(term.since) if term.since else kit_appointment().blank,
    }

    def said(text: str) -> str:
        return capital(agreed(text, feminine).format(**words))

    of_rank = {Rank.DEPUTY: kit.visas_deputy, Rank.DELEGATED: kit.visas_delegated}.get(rank, kit.visas_councillor)
    visas = [*kit.visas, *of_rank, *kit.visas_conflict]
    effect = kit.effect_past if term.since and term.since < context.today else kit.effect_dated
    functions = tuple(line.strip(" ;.-–—•") for line in term.functions.splitlines() if line.strip(" ;.-–—•"))
    signature = kit.signature_yes if term.signature else kit.signature_no
    conflict = [*kit.conflict, *(kit.conflict_professional if professional else ())]
    bodies = (
        (kit.subjects.assigned, (kit.assigned,)),
        (kit.subjects.signature, signature),
        (kit.subjects.conflict, conflict),
        (kit.subjects.effect, (effect, kit.withdrawal)),
        (kit.subjects.execution, (kit.execution,)),
        (kit.subjects.appeal, (kit.appeal,)),
    )
    foot = kit.foot
    return DecreeText(
        title=kit.title.format(**words),
        subtitle=agreed(kit.subtitle, feminine).format(**words),
        town=kit.town.format(**words),
        heading=(kit.republic, *filter(None, [words["departement"]])),
        kind=(kit.kind_label, kit.kind),
        authority=said(kit.authority),
        visas=tuple(said(v) for v in (*visas, *(kit.visas_professional if professional else ()))),
        grounds=said(kit.grounds_councillor if rank is Rank.COUNCILLOR else kit.grounds),
        decides=kit.decides,
        articles=tuple(
            _article(number, subject, tuple(said(text) for text in texts), functions if number == 1 else None)
            for number, (subject, texts) in enumerate(bodies, 1)
        ),
        foot=FootText(
            said(foot.notified), foot.on, said(foot.signs), foot.certified, foot.sent, foot.published, foot.copies,
            tuple(agreed(name, feminine).format(**words) for name in foot.copied_to),
        ),
    )  # fmt: skip


def _article(number: int, subject: str, texts: tuple[str, ...], functions: tuple[str, ...] | None) -> ArticleText:
    from msp_desktop.documents.appointment import ArticleText

    label = f"Article {'1er' if number == 1 else number}"
    if functions is None:
        return ArticleText(label, subject, texts)
    listed = (*(f"{uncapital(name)}\u202f;" for name in functions[:-1]), *(f"{uncapital(n)}." for n in functions[-1:]))
    return ArticleText(label, subject, texts, listed, 0 if functions else 4)


def _words(reader: Reader, commune: Commune, person: Person) -> dict[str, str]:
    """Return what the sentences of a decree are filled with."""
    kit = kit_appointment().decree
    department = department_for(commune.department_code)
    secretary, charged = _secretary(reader, commune, kit)
    return {
        **town_words(commune.name, commune.insee),
        **mayor_words(commune.mayor_civility),
        "nom": _in_an_act(person),
        "nom_seul": plain_name(person),
        "fonction": uncapital(person.function.strip()) or "membre du conseil municipal",
        "departement": (department.heading or kit.department.format(du_departement=department.of))
        if department
        else "",
        "prefet": department.prefect if department else "préfet",
        "tribunal": department.court if department else kit_appointment().blank,
        "installation": long_date(commune.mandate_start),
        "Le_secretaire": secretary,
        "charge": charged,
    }


def _secretary(reader: Reader, commune: Commune, kit: Decree) -> tuple[str, str]:
    """Return who carries the decree out, with the article, and « chargé » as it agrees."""
    head = service.staff_head(reader)
    if head is None:
        large = commune.population is not None and commune.population >= _DIRECTED
        return f"Le {agreed(kit.director if large else kit.secretary, False)}", "chargé"
    title = fold(head.function)
    woman = is_woman(head.civility, head.function)
    known = {"dgs": kit.director, "sgm": kit.secretary}.get(title.split()[0])
    name = agreed(known, woman) if known else uncapital(head.function.strip())
    return f"{'La' if woman else 'Le'} {name}", "chargée" if woman else "chargé"


def _named(person: Person) -> str:
    """Return « Madame Nadia Roche »: an act spells the civility."""
    return NBSP.join(filter(None, (in_full(person.civility), plain_name(person))))


def _in_an_act(person: Person) -> str:
    """Return « Madame Nadia Roche », but « Léa Fontanel » for a doctor of whom nothing else is typed: « à Docteur » is no French."""
    found = civility(person.civility)
    return plain_name(person) if found is not None and not found.titles else _named(person)


# --- the letters ---------------------------------------------------------------------------------


def _letter(reader: Reader, sheet: ReferentSheet, person: Person, model: AppointmentLetter) -> LetterText:
    from msp_desktop.documents.appointment import LetterText

    appeal = form_of_address(person)
    commune, term, feminine = reader.one(Commune, 1), sheet.term, is_woman(person.civility, person.function)
    words = {
        "de_commune": of_commune(commune.name, commune.insee),
        "depuis": long_date(term.since) if term and term.since else kit_appointment().blank,
        "heures": _hours(sheet),
        "appel": appeal,
        "superieur": _superior(reader, person, model),
    }
    body = [agreed(line, feminine).format(**words).strip() for line in model.body]
    if model.professional and service.is_professional(reader, person):
        body.append(model.professional)
    missions = _missions(reader, sheet, feminine)
    return LetterText(
        title=model.title,
        subject=agreed(model.subject, feminine),
        addressee=tuple(
            filter(None, (_named(person), capital(person.function.strip()), town_hall(commune.name, commune.insee)))
        ),
        greeting=appeal,
        body=(*body, *([model.missions_intro] if missions else [])),
        missions=missions,
        closing=model.closing.format(**words),
        receipt=(f"{model.received} {kit_appointment().blank}", agreed(model.signs, feminine)),
    )


def _missions(reader: Reader, sheet: ReferentSheet, feminine: bool) -> tuple[str, ...]:
    """Return the missions kept, in words that agree with who receives the letter."""
    from msp_desktop.domain.missions import Mission

    kept = [mission.id for group in sheet.kept() for mission in group.missions]
    return tuple(mission_text(reader.one(Mission, key), feminine) for key in kept)


def _hours(sheet: ReferentSheet) -> str:
    hours = sheet.term.hours_per_month if sheet.term else None
    if not hours:
        return f", {kit_referent().time}"
    return f", à raison de {decimal(hours)} {agreeing(hours, 'heure')} par mois environ"


def _superior(reader: Reader, person: Person, model: AppointmentLetter) -> str:
    """Return with whom an agent settles their time; nothing where that is the mayor, who signs."""
    if not model.superior or heads_staff(person.function):
        return ""
    head, commune = service.staff_head(reader), reader.one(Commune, 1)
    if head is not None:
        who = f"{display_name(head)}, {uncapital(head.function.strip())}"
    else:
        large = commune.population is not None and commune.population >= _DIRECTED
        who = model.superior_direction if large else model.superior_office
    return model.superior.format(superieur=who)
