"""What the paper of the inventory leaves open is said before it leaves the town hall."""

from __future__ import annotations

from pathlib import Path

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import Need
from msp_desktop.domain.people import Person
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.paper import Context
from msp_desktop.services.inventory import inventory_view, professional_views, write_finding
from tests.conftest import NOW, TODAY
from tests.pdf import text

CONTEXT = Context(TODAY, NOW)


def said(store: Store) -> tuple[str, ...]:
    return paper("inventory").remarks(store.reader, CONTEXT)


def test_questions_without_an_answer_and_answers_that_nobody_took_up_are_told(sample: Store) -> None:
    findings = inventory_view(sample.reader, CONTEXT.today).findings()
    for finding in findings:
        write_finding(sample, finding.id, "Un constat relu.", TODAY)
    assert said(sample) == ()
    drafted = next(finding for finding in findings if finding.draft)
    write_finding(sample, drafted.id, " ", TODAY)
    (registers,) = said(sample)
    assert registers.startswith("1 réponse")


def test_an_inventory_barely_begun_says_how_much_is_missing(store: Store) -> None:
    first = inventory_view(store.reader, CONTEXT.today).findings()[0]
    write_finding(store, first.id, "Deux médecins.", TODAY)
    total = len(inventory_view(store.reader, CONTEXT.today).findings())
    (told,) = said(store)
    assert told.startswith(f"{total - 1} questions sur {total}")
    assert "« À compléter »" in told.replace("\u00a0", " ")


def test_whom_its_words_name_is_told_before_it_leaves(sample: Store, tmp_path: Path) -> None:
    def named() -> tuple[str, ...]:
        return tuple(words for words in said(sample) if "nomme" in words)

    doctor = next(view for view in professional_views(sample.reader) if view.person.last_name).person
    assert named() == ()
    need = sample.reader.all(Need)[0]
    with sample.write("x") as tx:
        tx.insert(Person(first_name="Zélie", last_name="Xantippe"))
        tx.update(need.id, Change(Need, said_by=f"Dr {doctor.last_name}"))
    paper("inventory").make(sample.reader, CONTEXT, tmp_path / "a.pdf")
    assert named() == ()
    assert doctor.last_name not in text(tmp_path / "a.pdf")
    with sample.write("x") as tx:
        tx.update(need.id, Change(Need, said_by="Mme Xantippe"))
    (told,) = named()
    assert "Zélie Xantippe" in told
    finding = inventory_view(sample.reader, TODAY).findings()[0]
    write_finding(sample, finding.id, f"Le Dr {doctor.last_name} part en juin.", TODAY)
    (told,) = named()
    assert doctor.last_name in told
    paper("inventory").make(sample.reader, CONTEXT, tmp_path / "b.pdf")
    assert "Xantippe" in text(tmp_path / "b.pdf")
    assert doctor.last_name in text(tmp_path / "b.pdf")


def test_public_figures_are_printed_under_the_finding_they_support_with_their_source(
    sample: Store, tmp_path: Path
) -> None:
    path = tmp_path / "a.pdf"
    paper("inventory").make(sample.reader, CONTEXT, path)
    said = " ".join(text(path).split())
    assert "Accès aux médecins généralistes (APL) : 2,31 consultations accessibles" in said
    assert "(chiffre inventé pour l’exemple, 2024)" in said
    assert "pas pour la commune seule." in said
