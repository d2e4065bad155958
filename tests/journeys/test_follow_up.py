"""What follows: an exchange and its next step in one's own calendar, and what is told to the federation."""

from __future__ import annotations

from datetime import date, timedelta
from email import message_from_bytes
from email.policy import default

from icalendar import Calendar

from tests import pdf
from tests.journeys.conftest import Desktop
from tests.journeys.marks import journey


@journey
def test_a_telephone_call_becomes_a_date_in_ones_own_calendar(desktop: Desktop) -> None:
    due = date.today() + timedelta(days=9)
    with desktop.opens(desktop.sample()) as someone:
        someone.see("100 jours", "page tab")
        someone.press("ctrl+j")
        someone.see("Avec qui", "text", "combo box")
        someone.is_at("Avec qui")
        someone.type("Karim Bonnet")
        someone.go_to("Objet")
        someone.press("ctrl+a")
        someone.type("Remplacements de printemps")
        someone.go_to("Et ensuite")
        someone.type("Rappeler Karim Bonnet")
        someone.go_to("Pour quand")
        someone.type(f"{due:%d/%m/%Y}")
        someone.go_to("Terminer")
        someone.press("space")
        someone.hears("Remplacements de printemps")
        someone.choose("Documents", "Réunions et échéances pour mon agenda…")
        found = desktop.made(someone, "*echeances.ics")
        assert desktop.opened(someone, ".ics") == found
    events = Calendar.from_ical(found.read_bytes()).walk("VEVENT")
    days = {str(event["SUMMARY"]): event["DTSTART"].dt for event in events}
    told = [words for words in days if "Rappeler Karim Bonnet" in words]
    assert len(told) == 1, days
    assert days[told[0]] in (due, due.isoformat())
    assert not someone.unnamed
    assert someone.clicks <= 2


@journey
def test_the_progress_report_goes_to_the_federation(desktop: Desktop) -> None:
    with desktop.opens(desktop.sample()) as someone:
        someone.choose("Documents", "Point d’étape…")
        someone.click("Envoyer par courriel…")
        someone.fill("À", "federation@exemple.invalid")
        someone.click("Préparer le message")
        draft = message_from_bytes(desktop.opened(someone, ".eml").read_bytes(), policy=default)
    assert draft["To"] == "federation@exemple.invalid"
    (attached,) = draft.iter_attachments()
    assert attached.get_filename().endswith("point-etape_saint-exemple.pdf")
    assert "Saint-Exemple" in pdf.read(attached.get_content())
    assert not someone.unnamed
    assert someone.clicks <= 6


@journey
def test_the_week_is_printed_on_one_page(desktop: Desktop) -> None:
    path = desktop.sample()
    with desktop.opens(path) as someone:
        someone.click("Changer de commune…")
        someone.click("Imprimer")
        someone.click("Enregistrer en PDF")
        paper = pdf.text(desktop.made(someone, "*semaine*.pdf"))
    assert "Dresser un premier état des lieux" in paper
    assert not someone.unnamed
    assert someone.clicks <= 3
