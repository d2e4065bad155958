"""The papers tell what changed: round the table nobody named, at the town hall each by their name; with source and days."""

from __future__ import annotations

from pathlib import Path

from msp_desktop.db.store import Store
from msp_desktop.services.report_facts import known
from msp_desktop.services.report_who import discretion
from tests.conftest import TODAY
from tests.documents.test_inventory import write
from tests.pdf import assert_accessible
from tests.services.open_data.what_changed_rows import read_file, told_changes


def words_of(store: Store, key: str, folder: Path) -> str:
    text, content = write(store, key, folder)
    assert_accessible(content)
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


def test_round_the_table_nobody_is_named(store: Store, tmp_path: Path) -> None:
    told_changes(store)
    text = words_of(store, "inventory", tmp_path)
    assert "Nomsecret" not in text
    assert "Ce qui a changé" in text
    assert "Arrivée infirmier Valbourg 1" in text
    assert "Départ métier non dit à proximité 1" in text
    assert "Licence Ouverte 2.0" in text


def test_the_paper_with_names_names_them(store: Store, tmp_path: Path) -> None:
    told_changes(store)
    text = words_of(store, "inventory-names", tmp_path)
    assert "Départ : Mme Zoé Nomsecretc, sage-femme, Valbourg" in text


def test_a_first_file_is_a_source_alone(store: Store, tmp_path: Path) -> None:
    read_file(store)
    text = words_of(store, "inventory", tmp_path)
    assert "Ce qui a changé" not in text
    assert "fichier du 14 avril 2026" in text


def test_the_progress_report_counts_them(store: Store) -> None:
    told_changes(store)
    kept = discretion(store.reader, with_names=False)
    (note,) = [note for note in known(store.reader, kept, TODAY) if note.title == "Ce qui a changé"]
    assert note.text.startswith("1\u00a0arrivée, 1\u00a0départ et 1\u00a0déménagement")
    assert "Nomsecret" not in note.text
