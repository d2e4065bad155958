"""The progress report says what the dossier holds: done, late, to come, known; no professional's name unless asked."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec import structs

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.assignments import Who
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import Dynamic, HealthProfessional, Need, Opportunity
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.report import LIMITS, Report
from msp_desktop.domain.scope import Audience, Scope
from msp_desktop.domain.vigilance.records import VigilanceAside
from msp_desktop.services.report import period, report, within_pages
from msp_desktop.services.who import write_who
from tests.conftest import TODAY


def words(value: Report) -> str:
    """Return every word of a report."""
    return " ".join(str(structs.astuple(value)).split())


def test_the_sample_is_told_in_one_sentence(sample: Store) -> None:
    told = report(sample.reader, Scope(), TODAY)
    assert told.lead.replace("\u00a0", " ") == (
        "La démarche est lancée : la commune est accompagnée, les référentes santé sont désignées, "
        "l’état des lieux avance, la première rencontre a une date."
    )
    assert told.figures[0] == ("4 sur 13", "actions faites\nau jour 37 sur 100")
    assert [row.what for row in told.done.rows if row.what[:1].isdigit()] == [
        "1. Contacter la fédération", "2. Désigner le référent", "7. Valoriser l’existant",
    ]  # fmt: skip
    assert told.done.rows[1].more == "Nadia Roche, avec Martine Lavergne."
    assert told.coming.rows[0].late
    assert told.coming.rows[0].what == "3. État des lieux"
    assert [note.title for note in told.watches] == ["Agir sans diagnostic"]
    assert told.proposals[0] == "Prendre acte de ce point d’étape."


def test_no_professional_is_named_unless_asked(sample: Store) -> None:
    names = {
        sample.reader.one(Person, row.person_id).last_name
        for row in sample.reader.all(HealthProfessional)
    }  # fmt: skip
    bare = words(report(sample.reader, Scope(), TODAY))
    assert [name for name in names if name in bare] == []
    asked = words(report(sample.reader, Scope(with_names=True), TODAY))
    assert "Fontanel" in asked


@pytest.mark.parametrize("audience", list(Audience))
def test_a_name_typed_anywhere_stays_at_the_town_hall(sample: Store, audience: Audience) -> None:
    nurse = next(row for row in sample.reader.all(Person) if row.last_name == "Duret")
    with sample.write("noms") as tx:
        for row in tx.all(Action):
            tx.update(row.id, Change(Action, title="Voir Mme Duret", assignee="Sophie Duret", state=ActionState.DOING))
        for meeting in tx.all(Meeting):
            tx.update(meeting.id, Change(Meeting, title="Chez Sophie Duret", summary="Mme duret accepte. On continue."))
        tx.insert(Need(position=9, title="Remplacer Mme Duret", strength=3))
        tx.insert(Dynamic(position=9, title="Le cabinet Duret"))
        tx.insert(Opportunity(position=9, title="Duret cherche un associé"))
        for row in tx.all(Objective):
            tx.delete(Objective, row.id)
        objective = tx.insert(Objective(position=1, title="Un cabinet ouvert", due_on=date(2026, 6, 1)))
        write_who(tx, Objective, objective.id, Who((nurse.id,)))
        tx.insert(Objective(position=2, title="Garder Sophie Duret"))
        tx.insert(
            Exchange(held_on=TODAY, category=Category.ARS, with_whom="Sophie Duret", subject="Duret", said="Duret.")
        )
        tx.insert(VigilanceAside(code="sans-diagnostic", reason="Mme Duret s’en charge", set_on=TODAY))
    told = report(sample.reader, Scope(audience=audience), TODAY)
    assert "duret" not in words(told).lower()
    assert [row.more for row in told.objectives.rows] == ["un professionnel"]
    assert told.aside[0].text == "Le motif est gardé à la mairie."


def test_an_empty_dossier_has_no_list_of_nothing(store: Store) -> None:
    told = report(store.reader, Scope(), store.reader.one(Commune, 1).day_zero)
    assert told.lead.startswith("La démarche commence")
    for part in (told.done.rows, told.meetings.rows, told.exchanges.rows, told.known, told.watches):
        assert part == ()
    assert len(told.figures) == 1


def test_before_day_nought_it_says_when_it_begins(store: Store) -> None:
    told = report(store.reader, Scope(), date(2026, 3, 1))
    assert told.lead.replace("\u00a0", " ") == "Les cent jours commencent le dimanche 22 mars 2026."


def test_a_period_counts_what_came_before_it(sample: Store) -> None:
    told = report(sample.reader, Scope(date(2026, 4, 10)), TODAY)
    assert told.done.sentence.replace("\u00a0", " ") == "Deux actions étaient déjà faites avant le 10 avril."
    assert all(row.day and row.day >= date(2026, 4, 10) for row in told.done.rows)
    assert (
        told.exchanges.sentence
        == "Six échanges sont notés, dont un avec la fédération et deux avec des professionnels."
    )


def test_a_period_is_never_turned_round(store: Store) -> None:
    day = date(2026, 4, 1)
    assert period(store.reader, Scope(TODAY, day), TODAY) == (day, day)
    assert period(store.reader, Scope(), date(2026, 1, 1)) == (date(2026, 1, 1), date(2026, 1, 1))
    assert period(store.reader, Scope(), TODAY) == (date(2026, 3, 22), TODAY)


def test_a_draft_of_an_exchange_is_not_told(store: Store) -> None:
    with store.write("brouillon") as tx:
        tx.insert(Exchange(held_on=TODAY, category=Category.FEDERATION, said="Rien encore.", draft=True))
    assert report(store.reader, Scope(), TODAY).exchanges.sentence == ""
    assert "accompagnée" not in report(store.reader, Scope(), TODAY).lead


def test_after_the_hundred_days_it_goes_on(sample: Store) -> None:
    told = report(sample.reader, Scope(), date(2026, 9, 1))
    assert told.lead.startswith("Les cent jours sont passés, la démarche continue")
    assert "Revenir devant le conseil dans six mois." in told.proposals


def test_the_first_meeting_held_is_said(sample: Store) -> None:
    with sample.write("tenue") as tx:
        for meeting in tx.all(Meeting, kind="premiere-rencontre"):
            tx.update(meeting.id, Change(Meeting, state=MeetingState.HELD, present_count=12))
    told = report(sample.reader, Scope(until=date(2026, 6, 1)), date(2026, 6, 1))
    assert "la première rencontre a eu lieu" in told.lead
    assert any(row.more.startswith("Douze personnes présentes.") for row in told.meetings.rows)


def test_what_is_left_out_is_counted(sample: Store) -> None:
    with sample.write("plein") as tx:
        for row in tx.all(Exchange, order="id")[3:]:
            tx.delete(Exchange, row.id)
        for number in range(9):
            tx.insert(Exchange(held_on=TODAY, category=Category.ARS, with_whom="ARS", said=f"Point {number}."))
    whole = report(sample.reader, Scope(), TODAY)
    short = within_pages(whole, LIMITS[-3])
    assert len(short.exchanges.rows) == LIMITS[-3].exchanges
    assert whole.exchanges.sentence.startswith("Douze échanges sont notés")
    assert len(short.exchanges.rows) == 1  # ten others may be told, and one, with a professional, may not
    assert short.exchanges.left == "Onze autres échanges sont au journal."
    assert within_pages(whole, LIMITS[-1]).exchanges == structs.replace(whole.exchanges, rows=())
    assert within_pages(whole, LIMITS[0]).objectives == whole.objectives


def test_the_mayor_and_the_federation_are_asked_other_things(sample: Store) -> None:
    mayor = report(sample.reader, Scope(audience=Audience.MAYOR), TODAY)
    assert mayor.subtitle == "À l’attention du maire"
    assert mayor.to_mayor
    assert "Donner une nouvelle date à ce qui est en retard." in mayor.proposals
    assert "Dire ce que la commune fait du point de vigilance." in mayor.proposals
    federation = report(sample.reader, Scope(audience=Audience.FEDERATION), TODAY)
    assert federation.subtitle == "À la Fédération d’exemple des maisons de santé"
    assert federation.proposals[1].replace("\u00a0", " ") == (
        "Préparer avec nous la première rencontre avec les professionnels de santé du mardi 12 mai 2026."
    )
    assert federation.proposals[2].startswith("Nous aider à comprendre ce qu’est")


def test_what_no_row_may_tell_is_counted_too(sample: Store) -> None:
    whole = report(sample.reader, Scope(), TODAY)
    assert whole.exchanges.untold == 2  # with professionals
    short = within_pages(whole, LIMITS[0])
    assert len(short.exchanges.rows) == 6
    assert short.exchanges.left == "Deux autres échanges sont au journal."
