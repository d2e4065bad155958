"""The letters of invitation in words: for each role, civility and town, read back from the paper."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.inventory import HealthProfessional, Proximity
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.people import Category, Person
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.enclosures import enclosed
from msp_desktop.papers.export import export
from msp_desktop.papers.invitations import letter_day
from msp_desktop.papers.paper import Context
from msp_desktop.papers.post import letters_of
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.meetings import (
    add_meeting,
    delete_item,
    invite,
    meeting_view,
    set_meeting_state,
    update_meeting,
)
from msp_desktop.services.people import add_person, update_person
from tests import pdf
from tests.conftest import NOW, TODAY
from tests.documents.values import read

MEETING_DAY = date(2026, 5, 12)


@pytest.fixture
def meeting(store: Store) -> int:
    made = add_meeting(store, "premiere-rencontre")
    update_meeting(
        store,
        made.id,
        Change(
            Meeting,
            held_on=MEETING_DAY,
            starts_at=time(18, 30),
            place="Salle des associations",
            place_details="2, place de la Mairie\nRez-de-chaussée, parking devant la mairie",
            reply_by=date(2026, 5, 5),
        ),
    )
    return made.id


def guest(store: Store, meeting: int, care: dict[str, object] | None = None, **values: object) -> int:
    person = add_person(store, Person(**({"last_name": "Roux"} | values)))  # type: ignore[arg-type]
    if care is not None:
        with store.write("x") as transaction:
            transaction.insert(HealthProfessional(**({"person_id": person.id, "profession": "medecin"} | care)))  # type: ignore[arg-type]
    invite(store, meeting, [person.id])
    return person.id


def written(store: Store, meeting: int, folder: Path, person: int | None = None, today: date = TODAY) -> str:
    return read(export(store.reader, "invitations", folder, Context(today, NOW, meeting, person)).path)


ROLES: list[tuple[dict[str, object], str, str]] = [
    ({"category": Category.PROFESSIONAL}, "nous vous proposons un temps d’échange", "convier votre fédération"),
    ({"category": Category.FEDERATION}, "Nous comptons sur votre fédération pour animer", "votre exercice"),
    ({"category": Category.ELECTED}, "J’aimerais que vous y soyez", "votre exercice"),
    ({"category": Category.STAFF}, "J’aimerais que vous y soyez", "votre exercice"),
    ({"category": Category.ARS}, "ce que vous pouvez apporter", "votre exercice"),
    ({"category": Category.EPCI, "organisation": "CC"}, "qui vous représentera", "votre exercice"),
    ({"category": Category.OTHER}, "votre présence nous ferait plaisir", "votre exercice"),
]


@pytest.mark.parametrize(("values", "words", "others"), ROLES)
@pytest.mark.parametrize(
    ("civility", "greeting", "name"),
    [
        ("M.", "Monsieur", "Monsieur Dominique Roux"),
        ("Mme", "Madame", "Madame Dominique Roux"),
        ("Dr", "Docteur", "Docteur Dominique Roux"),
        ("Mme le Dr", "Docteur", "Madame le Docteur Dominique Roux"),
        ("", "Madame, Monsieur", "Dominique Roux"),
    ],
)
def test_each_role_and_civility_has_its_words(
    store: Store,
    meeting: int,
    tmp_path: Path,
    values: dict[str, object],
    words: str,
    others: str,
    civility: str,
    greeting: str,
    name: str,
) -> None:
    guest(store, meeting, civility=civility, first_name="Dominique", **values)
    text = written(store, meeting, tmp_path)
    assert words in text
    assert others not in text
    assert f"{greeting}, " in text
    assert f"prie d’agréer, {greeting}, l’expression" in text
    assert name in text
    assert "{" not in text
    assert "…" not in text
    assert "comme vous êtes" not in text


TOWNS = [
    ("Le Grand-Bourg", "23240", "Vous exercez au Grand-Bourg.", "du Grand-Bourg et des environs"),
    ("Les Abymes", "97139", "Vous exercez aux Abymes.", "des Abymes et des environs"),
    ("Aubusson", "23200", "Vous exercez à Aubusson.", "d’Aubusson et des environs"),
    ("L’Haÿ-les-Roses", "94240", "Vous exercez à L’Haÿ-les-Roses.", "de L’Haÿ-les-Roses et"),
    ("Hyères", "83400", "Vous exercez à Hyères.", "d’Hyères et des environs"),
    ("Haute-Goulaine", "44115", "Vous exercez à Haute-Goulaine.", "de Haute-Goulaine et des environs"),
    ("La Souterraine", "23300", "Vous exercez à La Souterraine.", "de La Souterraine et des environs"),
    (
        "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson",
        "51290",
        "Vous exercez à Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson.",
        "de Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson et",
    ),
]


@pytest.mark.parametrize(("name", "postcode", "here", "around"), TOWNS)
def test_each_town_takes_its_article_and_ends_the_address(
    store: Store, meeting: int, tmp_path: Path, name: str, postcode: str, here: str, around: str
) -> None:
    update_commune(store, Change(Commune, name=name, postcode=postcode))
    guest(store, meeting, {}, civility="Dr", last_name="Fontanel", address="4, rue du Lavoir")
    guest(store, meeting, last_name="Vialle", category=Category.CPAM)
    text = written(store, meeting, tmp_path).replace("- ", "-")
    assert here in text
    assert around in text
    town = name.upper() if len(name) < 30 else "ST-REMY-EN-BOUZEMONT-ST-GENEST-ET-ISSON"
    assert f"4 rue du Lavoir {postcode} {town}" in text


def test_an_address_is_a_person_s_trade_street_and_town_once(store: Store, meeting: int, tmp_path: Path) -> None:
    care = {"speciality": "médecine générale", "place": Proximity.NEARBY, "town": "Bourg-Témoin"}
    guest(
        store, meeting, care, civility="Mme le Dr", first_name="Léa", last_name="Fontanel",
        organisation="Maison médicale", address="12, grande rue, 23991 Bourg-Témoin",
    )  # fmt: skip
    text = written(store, meeting, tmp_path)
    lines = "Madame le Docteur Léa Fontanel Médecin généraliste Maison médicale 12 grande rue 23991 BOURG-TÉMOIN"
    assert lines in text
    assert "Médecine générale" not in text
    assert "Vous exercez à Bourg-Témoin, à proximité de Saint-Essai." in text


def test_a_body_comes_before_whoever_answers_for_it(store: Store, meeting: int, tmp_path: Path) -> None:
    guest(
        store, meeting, category=Category.EPCI, civility="Mme", first_name="Hélène", last_name="Pradier",
        function="présidente", organisation="Communauté de communes du Val", address="12 avenue de la Gare\n23991 Bourg",
    )  # fmt: skip
    text = written(store, meeting, tmp_path)
    assert "Communauté de communes du Val Madame Hélène Pradier, Présidente 12 avenue de la Gare 23991 BOURG" in text
    assert "Madame la Présidente, " in text


def test_a_body_without_a_person_is_written_to_as_one(store: Store, meeting: int, tmp_path: Path) -> None:
    guest(store, meeting, category=Category.CPAM, organisation="CPAM de la Creuse", last_name="")
    text = written(store, meeting, tmp_path)
    assert text.count("CPAM de la Creuse") == 2, "the address and the slip"
    assert "Madame, Monsieur, " in text


def test_a_form_of_address_typed_wins(store: Store, meeting: int, tmp_path: Path) -> None:
    guest(store, meeting, civility="M.", form_of_address="Mon cher confrère,", category=Category.OTHER)
    text = written(store, meeting, tmp_path)
    assert "Mon cher confrère, " in text
    assert "agréer, Mon cher confrère, l’expression" in text


def test_where_somebody_works_is_said_only_where_it_is_known(store: Store, meeting: int, tmp_path: Path) -> None:
    guest(store, meeting, category=Category.PROFESSIONAL)
    text = written(store, meeting, tmp_path)
    assert "Vous exercez" not in text
    assert re.search(r"Avec .*, nous vous proposons", text)


def test_the_place_its_address_and_the_rest_are_apart(store: Store, meeting: int, tmp_path: Path) -> None:
    guest(store, meeting)
    made = export(store.reader, "invitations", tmp_path, Context(TODAY, NOW, meeting)).path
    lines = [line.strip() for line in pdf.text(made).splitlines()]
    place = lines.index("Salle des associations")
    assert lines[place + 1] == "2, place de la Mairie"
    assert lines[place + 2] == "Rez-de-chaussée, parking devant la mairie. Durée prévue : 1 h 25."
    assert lines[place - 1].replace("\u00a0", " ").replace("\u202f", " ") == "Mardi 12 mai 2026 à 18 h 30"


@pytest.mark.parametrize(
    ("change", "words", "told"),
    [
        ({"held_on": None, "starts_at": None}, "Le ______________________ à ________", "le jour, l’heure"),
        ({"starts_at": None}, "Mardi 12 mai 2026", "l’heure"),
        ({"place": ""}, "Lieu : ____________", "le lieu"),
    ],
)
def test_what_is_not_settled_is_a_line_to_fill_and_told_before(
    store: Store, meeting: int, tmp_path: Path, change: dict[str, object], words: str, told: str
) -> None:
    update_meeting(store, meeting, Change(Meeting, **change))
    guest(store, meeting)
    text = written(store, meeting, tmp_path)
    assert words in text
    assert "…" not in text
    remarks = " ".join(paper("invitations").remarks(store.reader, Context(TODAY, NOW, meeting)))
    assert f"À écrire à la main\u00a0: {told}." in remarks


def test_the_agenda_is_enclosed_only_where_it_has_a_point(store: Store, meeting: int, tmp_path: Path) -> None:
    one = guest(store, meeting)
    context = Context(TODAY, NOW, meeting, one)
    assert "P. J. Ordre du jour" in written(store, meeting, tmp_path)
    assert "agenda" in enclosed(store.reader, "invitations", context)
    assert any("ordre du jour" in line for line in paper("invitations").remarks(store.reader, context))
    for view in meeting_view(store.reader, meeting).items:
        delete_item(store, view.id)
    text = written(store, meeting, tmp_path)
    assert "P. J." not in text
    assert "Durée" not in text
    assert "agenda" not in enclosed(store.reader, "invitations", context)


def test_a_letter_bears_the_day_it_was_sent(store: Store, meeting: int, tmp_path: Path) -> None:
    guest(store, meeting)
    assert "Saint-Essai, le mardi 28 avril 2026" in written(store, meeting, tmp_path)
    update_meeting(store, meeting, Change(Meeting, invitations_sent_on=date(2026, 4, 20)))
    after = MEETING_DAY + timedelta(10)
    text = written(store, meeting, tmp_path, today=after)
    assert "Saint-Essai, le lundi 20 avril 2026" in text
    assert "avant le mardi 5 mai 2026" in text
    assert "22 mai" not in text


def test_a_letter_printed_after_the_meeting_asks_for_nothing(store: Store, meeting: int, tmp_path: Path) -> None:
    guest(store, meeting)
    update_meeting(store, meeting, Change(Meeting, reply_by=None))
    assert "dès que possible" in written(store, meeting, tmp_path)
    set_meeting_state(store, meeting, MeetingState.HELD)
    text = written(store, meeting, tmp_path)
    assert "dès que possible" not in text
    assert "Réponse" not in text
    assert "Saint-Essai, le ______________________" in text
    assert letter_day(meeting_view(store.reader, meeting), TODAY) is None
    assert any("passée" in line for line in paper("invitations").remarks(store.reader, Context(TODAY, NOW, meeting)))


def test_the_mayor_alone_is_written_to_by_nobody(store: Store, meeting: int) -> None:
    update_commune(store, Change(Commune, mayor_first_name="Anne", mayor_last_name="Faure"))
    mayor = guest(store, meeting, first_name="Anne", last_name="Faure")
    context = Context(TODAY, NOW, meeting)
    assert paper("invitations").missing(store.reader, context) == (
        "Pas de lettre pour Anne Faure, qui signe les invitations."
    )
    other = guest(store, meeting)
    assert [own.person_id for own in letters_of(store.reader, "invitations", context)] == [other]
    assert paper("invitations").missing(store.reader, Context(TODAY, NOW, meeting, mayor))


def test_who_has_no_address_is_told(store: Store, meeting: int) -> None:
    guest(store, meeting, civility="M.", last_name="Marsac")
    guest(store, meeting, last_name="Roux", address="1 rue, 23990 Saint-Essai")
    said = " ".join(paper("invitations").remarks(store.reader, Context(TODAY, NOW, meeting)))
    assert "Pas d’adresse postale pour M. Marsac\u00a0: lettre à remettre en main propre." in said
    assert "2 lettres" in said


def test_a_street_in_the_commune_is_a_whole_address(store: Store, meeting: int) -> None:
    guest(store, meeting, {"place": Proximity.HERE}, last_name="Dupont", address="1 place Bouchard")
    said = paper("invitations").remarks(store.reader, Context(TODAY, NOW, meeting))
    assert "Dupont" not in " ".join(said)


@pytest.mark.parametrize("first", ["2, place de la Mairie", "Mairie", "Mairie de Saint-Essai"])
def test_the_slip_names_the_town_hall_once(store: Store, meeting: int, tmp_path: Path, first: str) -> None:
    update_commune(store, Change(Commune, address=f"{first}\n23990 Saint-Essai"))
    guest(store, meeting, civility="M.", last_name="Marsac", address="1 rue, 23990 Saint-Essai")
    words = " ".join(written(store, meeting, tmp_path).split())
    assert "mairie, Mairie" not in words
    assert f"mairie{first.removeprefix('Mairie')}, 23990" in words or f"mairie, {first}" in words


@pytest.mark.parametrize(
    ("kind", "title", "subject"),
    [
        ("premiere-rencontre", "", "Invitation à une première rencontre entre professionnels de santé"),
        ("equipe", "", "Invitation à une réunion de l’équipe de soins"),
        ("copil", "COPIL du contrat local de santé", "Invitation : COPIL du contrat local de santé"),
        ("equipe", "Réunion d’équipe au Grand-Bourg", "Invitation : réunion d’équipe au Grand-Bourg"),
        ("equipe", "CPTS du Val", "Invitation : CPTS du Val"),
        ("autre", "L’été des aînés", "Invitation : l’été des aînés"),
    ],
)
def test_the_subject_is_the_mayor_s_words(store: Store, tmp_path: Path, kind: str, title: str, subject: str) -> None:
    meeting = add_meeting(store, kind)
    if title:
        update_meeting(store, meeting.id, Change(Meeting, title=title))
    guest(store, meeting.id)
    made = export(store.reader, "invitations", tmp_path, Context(TODAY, NOW, meeting.id)).path
    assert [words for mark, words in pdf.heard(made.read_bytes()) if mark == "H1"] == [subject]


def test_the_slip_says_whose_answer_it_is_by_when_and_where_it_goes(store: Store, meeting: int, tmp_path: Path) -> None:
    update_commune(store, Change(Commune, address="2, place de la Mairie\n23990 Saint-Essai", email="mairie@essai.fr"))
    guest(store, meeting, civility="Dr", first_name="Léa", last_name="Fontanel")
    text = written(store, meeting, tmp_path)
    slip = text[text.index("Réponse") :]
    for words in (
        "à rendre avant le mardi 5 mai 2026 : mairie, 2, place de la Mairie, 23990 Saint-Essai, mairie@essai.fr",
        "Docteur Léa Fontanel",
        "Première rencontre avec les professionnels de santé, mardi 12 mai 2026 à 18 h 30",
        "viendra", "ne viendra pas", "préfère une autre date", "Me joindre au", "de préférence",
    ):  # fmt: skip
        assert words in slip


def test_a_guest_s_name_in_braces_stays_as_typed(store: Store, meeting: int, tmp_path: Path) -> None:
    guest(store, meeting, last_name="{commune} %s", form_of_address="{appel}")
    text = written(store, meeting, tmp_path)
    assert "{commune} %s" in text
    assert "agréer, {appel}, l’expression" in text


@pytest.mark.parametrize("count", [1, 12, 40])
def test_each_letter_is_one_sheet_with_one_bookmark(store: Store, meeting: int, tmp_path: Path, count: int) -> None:
    people = [
        guest(store, meeting, {}, civility="Mme", first_name="Anne", last_name=f"Martin {number}")
        for number in range(count)
    ]
    made = export(store.reader, "invitations", tmp_path, Context(TODAY, NOW, meeting)).path
    reader = PdfReader(made)
    assert len(reader.pages) == 2 * count - 1
    assert [entry.title for entry in reader.outline] == [f"Mme Anne Martin {number}" for number in range(count)]  # type: ignore[union-attr]
    assert len(people) == count


def test_a_changed_name_changes_the_letter(store: Store, meeting: int, tmp_path: Path) -> None:
    one = guest(store, meeting, civility="M.")
    update_person(store, one, Change(Person, civility="Mme"))
    assert "Madame Roux" in written(store, meeting, tmp_path)


def test_a_long_name_is_cut_to_the_width_of_a_line_and_the_slip_names_body_and_person(
    store: Store, meeting: int, tmp_path: Path
) -> None:
    guest(
        store, meeting, category=Category.EPCI, civility="Mme", last_name="Pradier", function="vice-présidente",
        organisation="Communauté d’agglomération du Grand Val d’Exemple", address="Gare\n51000 Châlons",
    )  # fmt: skip
    made = export(store.reader, "invitations", tmp_path, Context(TODAY, NOW, meeting)).path
    lines = [line.strip() for line in pdf.text(made).splitlines()]
    first = lines.index("Communauté d’agglomération")
    assert lines[first : first + 5] == [
        "Communauté d’agglomération", "du Grand Val d’Exemple", "Madame Pradier, Vice-présidente", "Gare", "51000 CHÂLONS",
    ]  # fmt: skip
    assert "Madame Pradier, Communauté d’agglomération du Grand Val d’Exemple" in read(made)


def test_many_names_are_told_in_a_few(store: Store, meeting: int) -> None:
    for number in range(40):
        guest(store, meeting, last_name=f"N{number}")
    said = paper("invitations").remarks(store.reader, Context(TODAY, NOW, meeting))
    assert "Pas d’adresse postale pour N0, N1, N2, N3 et 36 autres\u00a0: lettre à remettre en main propre." in said


def test_a_long_town_s_date_is_on_two_lines(store: Store, meeting: int, tmp_path: Path) -> None:
    name = "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"
    update_commune(store, Change(Commune, name=name))
    guest(store, meeting)
    made = export(store.reader, "invitations", tmp_path, Context(TODAY, NOW, meeting)).path
    lines = [line.strip().replace("\u00a0", " ") for line in pdf.text(made).splitlines()]
    assert lines[lines.index(f"{name},") + 1] == "le mardi 28 avril 2026"


def test_nobody_is_asked_to_answer_before_the_letter_s_day(store: Store, meeting: int, tmp_path: Path) -> None:
    guest(store, meeting)
    text = written(store, meeting, tmp_path, today=date(2026, 5, 6))
    assert "Saint-Essai, le mercredi 6 mai 2026" in text
    assert "Merci de nous dire dès que possible" in text
    assert "5 mai" not in text


def test_what_the_letterhead_lacks_and_a_meeting_cancelled_are_told(store: Store, meeting: int) -> None:
    guest(store, meeting)
    update_commune(store, Change(Commune, mayor_first_name="", mayor_last_name="", address=""))
    set_meeting_state(store, meeting, MeetingState.CANCELLED)
    said = paper("invitations").remarks(store.reader, Context(TODAY, NOW, meeting))
    assert said[0] == "Cette réunion est annulée."
    assert "Non rempli\u00a0: le nom du maire, l’adresse de la mairie." in said
    assert "Non rempli\u00a0: le nom du maire, l’adresse de la mairie." in paper("federation-letter").remarks(
        store.reader, Context(TODAY, NOW)
    )
