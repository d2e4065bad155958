"""A meeting: everybody invited by message, then held, and its minutes the same evening."""

from __future__ import annotations

from datetime import date, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

from icalendar import Calendar

from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.people import Category, Person
from msp_desktop.services.inventory import add_professional
from tests import pdf
from tests.journeys.conftest import Desktop
from tests.journeys.marks import journey

GUESTS = ("Anne Durand", "Paul Petit", "Léa Roy")


@journey
def test_all_the_professionals_are_invited_each_by_a_message(desktop: Desktop) -> None:
    path = desktop.new("2A247")
    _with_professionals(path)
    day = date.today() + timedelta(days=20)
    with desktop.opens(path) as someone:
        someone.click("Réunions", "page tab")
        someone.click("Préparer la première rencontre")
        someone.fill("Date", f"{day:%d/%m/%Y}")
        someone.go_to("Lieu")
        someone.type("Foyer rural\t")
        someone.click("Inviter les 3 professionnels")
        someone.hears("3 invités ajoutés")
        someone.click("Envoyer les invitations")
        someone.click("Préparer le message")
        draft = message_from_bytes(desktop.opened(someone, ".eml").read_bytes(), policy=default)
    assert draft["To"] == "durand@sante.example"
    letter, agenda, when = draft.iter_attachments()
    assert "Durand" in pdf.read(letter.get_content())
    assert "Petit" not in pdf.read(letter.get_content())
    assert "Foyer rural" in pdf.read(agenda.get_content())
    (event,) = Calendar.from_ical(when.get_content()).walk("VEVENT")
    assert event["DTSTART"].dt.date() == day
    assert not someone.unnamed
    assert someone.clicks <= 6


@journey
def test_the_meeting_is_held_and_its_minutes_are_kept(desktop: Desktop) -> None:
    with desktop.opens(desktop.sample()) as someone:
        someone.click("Réunions", "page tab")
        someone.click("Première rencontre", "list item")
        someone.fill("Date", f"{date.today():%d/%m/%Y}")
        someone.press("Tab")
        someone.click("Pendant la réunion")
        someone.see("Ce qui se dit sur ce point", "text")
        someone.type("Le maire remercie chacun.")
        someone.click("Dr Léa Fontanel", "check box")
        someone.click("M. Karim Bonnet", "check box")
        someone.click("Point suivant")
        someone.reads("Point 2 sur")
        someone.fill("Une suite à donner", "Recevoir la CPAM")
        someone.press("Return")
        someone.hears("Recevoir la CPAM")
        someone.click("Terminer la réunion")
        someone.hears("Tenue")
        someone.click("Compte rendu", "button", "link")
        someone.click("Enregistrer en PDF")
        paper = " ".join(pdf.text(desktop.made(someone, "*compte-rendu*.pdf")).split())
    assert "Le maire remercie chacun." in paper
    assert "Recevoir la CPAM" in paper
    assert "Fontanel" in paper
    assert not someone.unnamed
    assert someone.clicks <= 12


def _with_professionals(path: Path) -> None:
    store = open_dossier(path)
    for name in GUESTS:
        first, last = name.split()
        email = f"{last.lower()}@sante.example"
        person = Person(category=Category.PROFESSIONAL, first_name=first, last_name=last, email=email)
        add_professional(store, person, {"profession": "nurse"})
    close_dossier(store)
