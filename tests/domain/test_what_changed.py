"""What changed goes round the table without designating anybody."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.store import Store
from msp_desktop.domain.official import FileKind, MovementKind
from msp_desktop.domain.what_changed import (
    ChangeView,
    Told,
    between,
    files_words,
    latest,
    named_words,
    sources_words,
    told,
    told_sentence,
)
from msp_desktop.services.inventory import professional_views
from msp_desktop.services.open_data.what_changed import what_changed
from tests.services.open_data.what_changed_rows import SINCE, UNTIL, told_changes


def plain(words: str) -> str:
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def test_whoever_is_alone_in_a_profession_or_a_town_is_not_designated(store: Store) -> None:
    told_changes(store)
    found = told(what_changed(store.reader).changes, professional_views(store.reader), "à proximité")
    assert found == (
        Told(MovementKind.ARRIVED, "infirmier", "Valbourg", 1),
        Told(MovementKind.ARRIVED, "pharmacie", "Valbourg", 1),
        Told(MovementKind.LEFT, "", "à proximité", 1),
        Told(MovementKind.MOVED, "médecin", "Saint-Exemple", 1),
    )


def test_a_sentence_a_source_with_its_days(store: Store) -> None:
    told_changes(store)
    changes = what_changed(store.reader).changes
    said = plain(told_sentence(changes))
    assert said == (
        "1 arrivée, 1 départ et 1 déménagement chez les professionnels entre le 14 avril 2025 et le 14 avril 2026 "
        "(Annuaire santé (RPPS)). 1 arrivée parmi les établissements au 14 avril 2026 (FINESS)."
    )
    assert "Nomsecret" not in said
    assert told_sentence(()) == ""
    rpps, finess = map(plain, sources_words(changes))
    assert rpps.startswith("Annuaire santé (RPPS), Agence du numérique en santé, Licence Ouverte 2.0, entre le")
    assert finess.endswith("Licence Ouverte 2.0, au 14 avril 2026")
    assert plain(files_words(what_changed(store.reader).files)).startswith("Annuaire santé (RPPS), Agence")
    assert files_words(()) == ""


def test_with_names_a_move_says_from_where(store: Store) -> None:
    told_changes(store)
    words = [plain(named_words(change)) for change in what_changed(store.reader).changes]
    assert "Départ : Mme Zoé Nomsecretc, sage-femme, Valbourg" in words
    assert "Déménagement : Mme Zoé Nomsecretd, médecin, Saint-Exemple, auparavant Les Essarts" in words


def test_the_latest_are_those_of_the_last_file_of_each_source() -> None:
    def change(number: int, source: FileKind, until: date | None) -> ChangeView:
        return ChangeView(
            id=number, kind=MovementKind.LEFT, source=source, entry_id=number, name="", what="", neutral="", until=until
        )

    changes = (change(1, FileKind.RPPS, UNTIL), change(2, FileKind.RPPS, SINCE), change(3, FileKind.FINESS, None))
    assert [one.id for one in latest(changes)] == [1, 3]


def test_days_that_are_not_known_are_not_said() -> None:
    assert plain(between(SINCE, None)) == "depuis le 14 avril 2025"
    assert between(None, None) == ""
