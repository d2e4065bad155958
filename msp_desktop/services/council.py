"""The models put before the council: what the dossier puts in them, and what to know before they are signed."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.reader import Reader
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.council import CouncilAct, CouncilArticle
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.findings import departures_sentence, professionals_sentence
from msp_desktop.domain.inventory_views import tallied
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.people import Category
from msp_desktop.domain.report_words import TITLE
from msp_desktop.domain.stages import ProjectStage, StageState
from msp_desktop.formats.dates import long_date
from msp_desktop.formats.french.case import capital, in_series, uncapital
from msp_desktop.formats.french.models import filled
from msp_desktop.formats.french.people import is_feminine
from msp_desktop.formats.numbers import listed
from msp_desktop.formats.text import clipped, one_line
from msp_desktop.i18n import _
from msp_desktop.method.council import KitArticle, kit_council
from msp_desktop.method.departments import department_for
from msp_desktop.services.inventory import inventory_view
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.report_who import Discretion, discretion
from msp_desktop.services.small_forms import meeting_place

#: The stage of the method that is the health project itself.
_PROJECT = "validation"


def deliberation(reader: Reader, today: date) -> CouncilAct:
    """Return the délibération: the council takes note of the approach or of the health project, and lends the room there is."""
    kit, words = kit_council(), _words(reader)
    model, cases, kept = kit.deliberation, _cases(reader), discretion(reader, with_names=False)
    room = "room" in cases
    articles = [article for article in model.articles if not article.when or article.when in cases]
    return CouncilAct(
        title=filled(model.title, words),
        subtitle=filled(model.subtitle_room if room else model.subtitle, words),
        town=filled(model.town, words),
        heading=tuple(filter(None, (model.republic, words["departement"]))),
        kind=(model.kind_label, model.kind),
        opening=((model.session_label, tuple(filled(line, words) for line in model.session)),),
        authority=filled(model.authority, words),
        visas=(*model.visas, *(model.visas_room if room else ())),
        grounds=_grounds(reader, kept, words, today, room=room),
        decides=model.decides,
        articles=_articles(articles, words, {"objectives": _objectives(reader, kept)}),
        vote=(model.vote_label, model.vote),
        signers=((filled(model.signer, words), letterhead(reader).mayor), (model.secretary, "")),
    )


def agreement(reader: Reader) -> CouncilAct:
    """Return the agreement that lends the room to the team, in the words of the regular meeting place."""
    kit, words = kit_council(), _words(reader)
    model = kit.agreement
    return CouncilAct(
        title=model.title,
        subtitle=filled(model.subtitle, words),
        town="",
        heading=(),
        kind=(),
        opening=((model.between_label, tuple(filled(line, words) for line in model.between)),),
        authority="",
        visas=model.visas,
        grounds=(),
        decides=model.decides,
        articles=_articles(list(model.articles), words, {}),
        vote=("", ""),
        signers=((filled(model.signer_town, words), letterhead(reader).mayor), (model.signer_team, "")),
    )


def no_place(reader: Reader) -> str | None:
    """Return why there is no agreement to print, a translated sentence; None where a place is noted."""
    if meeting_place(reader).place.strip():
        return None
    return _(
        "No meeting place is noted yet: fill it in on the action « Proposer un lieu de rencontre régulier » first."
    )


def remarks(reader: Reader, *, room: bool) -> tuple[str, ...]:
    """Return what to know before a model is signed: it is a model, and what the law asks that we cannot know."""
    found = [kit_council().notice]
    if room:
        found.append(
            _(
                "A room is lent free of charge to an association; for professionals without one, have the legal basis checked."
            )
        )
    if not letterhead(reader).mayor:
        found.append(_("The mayor's name is not filled in: a line is left for it."))
    return tuple(found)


# --- what the dossier puts in them ------------------------------------------------------------------


def _cases(reader: Reader) -> frozenset[str]:
    """Return what the dossier has: a health project written, objectives, a meeting place."""
    stage = reader.find(ProjectStage, code=_PROJECT)
    written = stage is not None and stage.state is not StageState.TODO
    there = {"project" if written else "no-project": True, "objectives": bool(reader.all(Objective))}
    there["room"] = bool(meeting_place(reader).place.strip())
    return frozenset(case for case, on in there.items() if on)


def _words(reader: Reader) -> dict[str, str]:
    """Return what the sentences of both models are filled with; what is not known is a line."""
    kit, head, commune, place = kit_council(), letterhead(reader), reader.one(Commune, 1), meeting_place(reader)
    department = department_for(commune.department_code)
    woman = is_feminine(commune.mayor_civility)

    def typed(text: str) -> str:
        return uncapital(one_line(text).strip(" .,;")) or kit.blank

    slots, capacity, access = (one_line(text).strip(" .,;") for text in (place.slots, place.capacity, place.access))
    model = kit.deliberation
    return head.words() | {
        "numero": model.number_blank,
        "trait": kit.blank,
        "departement": (department.heading or filled(model.department, {"du_departement": department.of}))
        if department
        else "",
        "prefet": department.prefect if department else "préfet",
        "tribunal": department.court if department else kit.blank,
        "adresse": f", {', '.join(head.address)}" if head.address else "",
        "representant": head.mayor or kit.blank,
        "maire_fonction": "maire",
        "e": "e" if woman else "",
        "lieu": typed(place.place),
        "creneau": uncapital(slots) or kit.blank,
        "capacite": f" Capacité\u00a0: {capacity}." if capacity else "",
        "acces": f" Accès\u00a0: {access}." if access else "",
        "cle": one_line(place.key_holder).strip(" .,;") or kit.blank,
        "contact": one_line(place.contact).strip(" .,;") or kit.blank,
    }


def _grounds(reader: Reader, kept: Discretion, words: dict[str, str], today: date, *, room: bool) -> tuple[str, ...]:
    """Return what the council considers: only what the dossier shows, in words that name no professional."""
    model, view = kit_council().deliberation, inventory_view(reader, today)
    counted = (
        _in_brackets(professionals_sentence(tallied(view.professionals), reader.one(Commune, 1).name)),
        departures_sentence(view.departures, today.year + 2),
    )
    shown = (
        (model.ground_inventory, "constat", in_series([text for text in counted if text])),
        (model.ground_needs, "besoins", _titles([row.title for row in view.needs], kept)),
        (model.ground_dynamics, "dynamiques", _titles([row.title for row in view.dynamics], kept)),
        (model.ground_opportunities, "opportunites", _titles([row.title for row in view.opportunities], kept)),
        (model.ground_meeting, "rencontre", _first_meeting(reader)),
    )
    found = [model.ground_first]
    if reader.find(Exchange, category=Category.FEDERATION, draft=False):
        found.append(filled(model.ground_federation, words))
    found += [filled(ground, {word: text}) for ground, word, text in shown if text]
    return (*found, *([model.ground_room] if room else []))


def _in_brackets(text: str) -> str:
    """Return « quatorze professionnels (six ici, huit à proximité) »: what stands after a colon has none of its own."""
    head, colon, rest = text.partition("\u00a0: ")
    return f"{head} ({rest.rstrip('.')})" if colon else text


def _titles(titles: list[str], kept: Discretion) -> str:
    return in_series([clipped(title, TITLE) for title in titles if title.strip() and not kept.named(title)][:4])


def _first_meeting(reader: Reader) -> str:
    held = reader.all(Meeting, order="held_on, id", kind="premiere-rencontre", state=MeetingState.HELD)
    days = [long_date(row.held_on) for row in held if row.held_on]
    return listed(days[:1])


def _objectives(reader: Reader, kept: Discretion) -> tuple[str, ...]:
    rows = sorted(reader.all(Objective, order="position, id"), key=lambda row: row.due_on or date.max)
    return tuple(
        f"{uncapital(row.title.strip(' .;'))}{f', pour le {long_date(row.due_on)}' if row.due_on else ''}"
        for row in rows
        if row.title.strip() and not kept.named(row.title)
    )


def _articles(
    articles: list[KitArticle], words: dict[str, str], lists: dict[str, tuple[str, ...]]
) -> tuple[CouncilArticle, ...]:
    kept = [article for article in articles if not article.listed or lists.get(article.listed)]
    return tuple(
        CouncilArticle(
            f"{kit_council().article} {'1er' if number == 1 else number}",
            article.subject,
            tuple(capital(filled(text, _spaced(text, words))) for text in article.paragraphs),
            lists.get(article.listed, ()),
        )
        for number, article in enumerate(kept, 1)
    )


def _spaced(text: str, words: dict[str, str]) -> dict[str, str]:
    """Return the words with the room's hours as they follow its name (« , le mardi »), nothing where they are not known."""
    if "{lieu}{creneau}" not in text:
        return words
    known = words["creneau"] if words["creneau"] != kit_council().blank else ""
    return words | {"creneau": f", {known}" if known else ""}
