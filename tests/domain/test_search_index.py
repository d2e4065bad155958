"""Texts put in, changed, taken out, found."""

from __future__ import annotations

from msp_desktop.domain.search import folded, terms
from msp_desktop.domain.search_index import Entry, Index, Shelf, Text


def entry(key: int, *texts: str, order: int = 0) -> Entry:
    """Return an entry whose texts stand in the attributes a, b, c…"""
    return Entry(key, order, tuple(Text(("R", key, "abc"[n]), folded(text)) for n, text in enumerate(texts)))


def found(index: Index, query: str) -> list[tuple[int, str]]:
    """Return the ids and attributes found."""
    return [(key, attribute) for rows in index.find(terms(query)).rows.values() for _name, key, attribute in rows]


def test_each_text_is_found_where_it_stands() -> None:
    """Two fields of a record are two results; several words may be spread over the record."""
    index = Index(["k"])
    index.put("k", entry(1, "Dr Fontaine", "exerce à Valbourg, près de la fontaine"))
    index.put("k", entry(2, "Mme Roche", "habite Valbourg"))
    assert found(index, "fontaine") == [(1, "a"), (1, "b")]
    assert found(index, "valbourg fontaine") == [(1, "b")]
    assert found(index, "roche valbourg") == [(2, "b")]
    assert found(index, "dr valbourg habite") == []
    assert found(index, "") == []


def test_what_is_typed_on_finds_less_and_what_is_erased_finds_more() -> None:
    """Each key starts from what the key before found, and no answer is other than one asked at once."""
    index = Index(["k"])
    words = ["stage", "Saint-Rémy", "poste", "sage-femme", "L’Haÿ", "lhotel", "st", "l hay"]
    for number, word in enumerate(words):
        index.put("k", entry(number, word))
    for query in ("saint", "stage", "sage-femme", "l'hay", "st", "poste st", "s"):
        typed = [query[:length] for length in range(1, len(query) + 1)]
        for part in (*typed, *reversed(typed)):
            fresh = Index(["k"])
            for number, word in enumerate(words):
                fresh.put("k", entry(number, word))
            assert found(index, part) == found(fresh, part), part


def test_what_changes_is_found_anew_at_its_place() -> None:
    """An entry put again stands where it stood; what it said is found no more; what is taken out neither."""
    index = Index(["k"])
    for number in range(3):
        index.put("k", entry(number, f"ancien {number}", order=number))
    assert len(index) == 3
    index.put("k", entry(0, "nouveau 0", "ancien"))
    assert found(index, "ancien") == [(0, "b"), (1, "a"), (2, "a")]
    index.drop("k", 1)
    index.drop("k", 99)
    assert found(index, "ancien") == [(0, "b"), (2, "a")]
    assert found(index, "1") == []


def test_a_shelf_changed_a_thousand_times_stays_small() -> None:
    """What was taken out leaves no room behind."""
    shelf = Shelf()
    shelf.put(entry(1, "premier"))
    for number in range(5_000):
        shelf.put(entry(2, f"essai {number}"))
    shelf.find(terms("essai"))
    assert len(shelf) == 2
    assert max(shelf.find(terms("essai"))) < 2_000
    assert [shelf.place(slot)[1] for slot in shelf.find(terms("premier"))] == [1]
