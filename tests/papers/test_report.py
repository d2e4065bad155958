"""The progress report on paper: two pages however full, accessible, in Word too, told again as it was asked for."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import docx
import pytest
from msgspec import structs
from pypdf import PdfReader

from msp_desktop.db.dossier import close_dossier
from msp_desktop.db.store import Store
from msp_desktop.domain.action_sheets import ActionSheet, Axis
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.calls import Call
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import Dynamic, Need, Opportunity
from msp_desktop.domain.mail import ProducedDocument
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.people import Category
from msp_desktop.domain.scope import Audience, Scope
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.paper import Context
from msp_desktop.papers.post import names_leave, proposal
from msp_desktop.papers.produce import context_again, produce, produce_once
from msp_desktop.papers.report import PAGES
from msp_desktop.services.sample import make_sample
from tests import pdf
from tests.conftest import NOW, TODAY
from tests.papers.layout import dossier

KEY = "progress-report"
LONG = "Les professionnels présents décrivent une patientèle qui vieillit, des journées longues et peu de temps. "


def made(store: Store, **scope: object) -> bytes:
    target = io.BytesIO()
    paper(KEY).make(store.reader, Context(TODAY, NOW, scope=Scope(**scope)), target)  # type: ignore[arg-type]
    return target.getvalue()


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Iterator[bytes]:
    """The report of the sample as it is made where nothing is asked."""
    store = make_sample(tmp_path_factory.mktemp("usual"), TODAY)
    yield made(store)
    close_dossier(store)


def fill(store: Store) -> None:
    """Fill every part with far more than two pages hold."""
    with store.write("plein") as tx:
        axis = tx.insert(Axis(position=9, title=LONG))
        for number in range(40):
            tx.insert(ActionSheet(axis_id=axis.id, position=number, title=LONG, due_on=TODAY - timedelta(number)))
            tx.insert(Call(subject=LONG, closes_on=TODAY + timedelta(number)))
        for number in range(30):
            day = TODAY - timedelta(number)
            tx.insert(Exchange(held_on=day, category=Category.ARS, with_whom="ARS", said=LONG * 3))
            tx.insert(Objective(position=number, title=LONG, due_on=TODAY + timedelta(number)))
            for record in (Need, Dynamic, Opportunity):
                tx.insert(record(position=number, title=LONG))
            tx.insert(Action(phase=2, position=50 + number, title=LONG, planned_on=day, state=ActionState.DOING))
            tx.insert(Action(phase=2, position=90 + number, title=LONG, done_on=day, state=ActionState.DONE))
            tx.insert(
                Meeting(
                    uid=str(number), kind="equipe", title=LONG, held_on=day, state=MeetingState.HELD, summary=LONG * 5
                )
            )


@pytest.mark.parametrize("audience", list(Audience))
def test_it_holds_on_two_pages_however_full(sample: Store, audience: Audience) -> None:
    fill(sample)
    data = made(sample, audience=audience)
    assert len(PdfReader(io.BytesIO(data)).pages) == PAGES
    pdf.assert_accessible(data)
    said = pdf.read(data)
    for part in (
        "Besoins",
        "existe déjà",
        "s’offre à nous",
        "objectifs",
        "échanges sont notés",
        "autres dates suivent",
    ):
        assert part in said, part


def test_it_holds_on_one_or_two_pages_when_almost_empty(store: Store) -> None:
    data = made(store)
    assert len(PdfReader(io.BytesIO(data)).pages) <= PAGES
    pdf.assert_accessible(data)
    said = pdf.read(data)
    assert "Ce qui est fait" not in said
    assert "Les échanges" not in said
    assert "La démarche commence" in said


@pytest.mark.parametrize("guests", [1, 12, 40])
def test_the_longest_town_keeps_it_on_two_pages(sample: Store, tmp_path: Path, guests: int) -> None:
    dossier(sample, "longest", guests, True)
    assert len(PdfReader(io.BytesIO(made(sample))).pages) <= PAGES


def test_the_drawing_is_told_to_who_cannot_see_it(usual: bytes) -> None:
    figures = [words for kind, words in pdf.heard(usual) if kind == "Figure"]
    assert figures[0].replace("\u00a0", " ").startswith("Jour 37 sur 100, 4 actions faites, 9 prévues. 1. Contacter")


def test_the_mayor_signs_but_what_is_for_the_mayor(sample: Store, usual: bytes) -> None:
    assert "Jean-Pierre Faure" in pdf.read(usual).split("Fait à")[1]
    to_mayor = pdf.read(made(sample, audience=Audience.MAYOR)).split("Fait à")[1]
    assert "Nadia Roche" in to_mayor
    assert "Jean-Pierre Faure" not in to_mayor


def test_a_woman_mayor_is_written_to(sample: Store) -> None:
    with sample.write("maire") as tx:
        tx.update(1, Change(Commune, mayor_civility="Mme", mayor_first_name="Anne"))
    assert "À l’attention de la maire" in pdf.read(made(sample, audience=Audience.MAYOR))
    assert "La Maire," in pdf.read(made(sample))


def test_its_word_copy_says_the_same(sample: Store, tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    paper(KEY).make(sample.reader, Context(TODAY, NOW), path)
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    said = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    for words in ("Point d’étape", "Les bases", "4 sur 13", "Agir sans diagnostic", "Proposé au conseil"):
        assert (words in said) is (words != "Les bases"), words


def test_it_is_made_again_as_it_was_asked_for(sample: Store, tmp_path: Path) -> None:
    scope = Scope(date(2026, 4, 10), TODAY, with_names=True, audience=Audience.MAYOR)
    context = Context(TODAY, NOW, scope=scope)
    first = produce(sample, KEY, tmp_path, context)
    document = sample.reader.one(ProducedDocument, first.document_id or 0)
    assert document.about.replace("\u00a0", " ") == (
        "le dossier de la commune, du vendredi 10 avril au mardi 28 avril 2026"
    )
    again = context_again(sample.reader, document, Context(TODAY, NOW))
    assert again is not None
    assert again.scope == scope
    assert produce_once(sample, KEY, tmp_path, context).path == first.path
    assert produce_once(sample, KEY, tmp_path, structs.replace(context, scope=Scope())).path != first.path


@pytest.mark.parametrize(
    ("audience", "to"),
    [
        (Audience.FEDERATION, ("contact@federation-exemple.invalid",)),
        (Audience.MAYOR, ("mairie@saint-exemple.invalid",)),
        (Audience.COUNCIL, ()),
    ],
)
def test_its_message_is_for_whom_it_was_written(sample: Store, audience: Audience, to: tuple[str, ...]) -> None:
    context = Context(TODAY, NOW, scope=Scope(audience=audience))
    message = proposal(sample.reader, KEY, context)
    assert set(to) <= set(message.to)
    assert "point d’étape" in message.body
    assert not names_leave(sample.reader, KEY, context, message)
    named = structs.replace(context, scope=structs.replace(context.scope, with_names=True))
    assert names_leave(sample.reader, KEY, named, message) is (audience is not Audience.MAYOR)
