"""What a report says first agrees with the dossier, one or many, women, men and pairs."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import Need
from msp_desktop.domain.people import Person
from msp_desktop.domain.referent import ReferentKind
from msp_desktop.services.letterhead import current_referent
from msp_desktop.services.referent import set_kind
from msp_desktop.services.report_facts import figures, known, lead
from msp_desktop.services.report_who import discretion
from msp_desktop.services.timeline import timeline
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("kind", "civility", "said"),
    [
        (ReferentKind.ELECTED, "Mme", "la référente santé est désignée"),
        (ReferentKind.ELECTED, "M.", "le référent santé est désigné"),
        (ReferentKind.PAIR, "M.", "les référents santé sont désignés"),
    ],
)
def test_the_referent_agrees(sample: Store, kind: ReferentKind, civility: str, said: str) -> None:
    term = current_referent(sample.reader)
    assert term is not None
    assert term.person_id is not None
    with sample.write("genre") as tx:
        function = "deuxième adjoint" if civility == "M." else "deuxième adjointe"
        tx.update(term.person_id, Change(Person, civility=civility, function=function))
    set_kind(sample, kind)
    assert said in lead(sample.reader, timeline(sample.reader, TODAY))


def test_every_step_done_is_a_programme_kept(sample: Store) -> None:
    with sample.write("tout") as tx:
        for action in tx.all(Action):
            tx.update(action.id, Change(Action, state=ActionState.DONE, done_on=TODAY))
    view = timeline(sample.reader, TODAY)
    assert lead(sample.reader, view).startswith("Les cent jours ont tenu leur programme")
    assert figures(sample.reader, view, view.day_zero, TODAY)[0][0] == "13 sur 13"


def test_figures_of_nothing_are_left_out(store: Store) -> None:
    view = timeline(store.reader, date(2027, 1, 5))
    assert [figure for figure, _words in figures(store.reader, view, view.day_zero, view.today)] == ["0 sur 11"]


def test_one_need_is_the_most_pressing(store: Store) -> None:
    with store.write("besoin") as tx:
        tx.insert(Need(position=1, title="Un kinésithérapeute"))
    (note,) = known(store.reader, discretion(store.reader, with_names=False), TODAY)
    assert (note.title, note.text) == ("Besoin le plus pressant", "Un kinésithérapeute.")
