"""Texts put in, changed, taken out, found."""

from __future__ import annotations

import random
import re

from msp_desktop.domain.search import Term, folded, terms
from msp_desktop.domain.search_index import Entry, Index, Shelf, Text


def entry(key: int, *texts: str, order: int = 0) -> Entry:
    """Return an entry whose texts stand in the attributes a, b, c…"""
    return Entry(key, order, tuple(Text(("R", key, "abc"[n]), folded(text)) for n, text in enumerate(texts)))


def found(index: Index, query: str) -> list[tuple[int, str]]:
    """Return the ids and attributes found."""
    return [(key, attribute) for rows in index.find(terms(query)).rows.values() for _name, key, attribute in rows]


def tidy(index: Index) -> None:
    """Put all in order."""
    while index.untidy:
        index.tidy()


def test_each_text_is_found_where_it_stands() -> None:
    """Two fields of a record are two results; several words may be spread over the record."""
    index = Index(["k"])
    index.put("k", entry(1, "Dr Fontaine", "exerce à Valbourg, près de la fontaine"))
    index.put("k", entry(2, "Mme Roche", "habite Valbourg"))
    assert found(index, "fontaine") == [(1, "a"), (1, "b")]
    assert found(index, "valbourg fontaine") == [(1, "b")]
    assert found(index, "roche valbourg") == [(2, "a")]
    assert found(index, "dr valbourg habite") == []
    assert found(index, "") == []


def test_a_word_found_nowhere_beside_one_of_many_forms_finds_nothing() -> None:
    """« st-cyr » is looked for in four forms: in none of the texts where the other word stands not at all."""
    index = Index(["k"])
    index.put("k", entry(1, "École de Saint-Cyr", "Mme Roche"))
    for query in ("introuvable st-cyr", "st-cyr introuvable"):
        assert found(index, query) == [], query
    assert found(index, "st-cyr école") == [(1, "a")]


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
    for number in (2, 0, 1):
        index.put("k", entry(number, f"ancien {number}", order=number))
    tidy(index)
    assert len(index) == 3
    assert found(index, "ancien") == [(0, "a"), (1, "a"), (2, "a")]
    index.put("k", entry(0, "nouveau 0", "ancien"))
    assert sorted(found(index, "ancien")) == [(0, "b"), (1, "a"), (2, "a")]
    assert index.untidy
    tidy(index)
    assert found(index, "ancien") == [(0, "b"), (1, "a"), (2, "a")]
    index.drop("k", 1)
    index.drop("k", 99)
    assert found(index, "ancien") == [(0, "b"), (2, "a")]
    tidy(index)
    assert found(index, "ancien") == [(0, "b"), (2, "a")]
    assert found(index, "1") == []


def test_a_shelf_changed_a_thousand_times_stays_small() -> None:
    """What was taken out leaves no room behind."""
    shelf = Shelf()
    shelf.put(entry(1, "premier"))
    for number in range(5_000):
        shelf.put(entry(2, f"essai {number}"))
    list(shelf.tidy())
    assert len(shelf) == 2
    assert shelf.find(terms("essai")) == [1]
    assert [shelf.place(slot)[1] for slot in shelf.find(terms("premier"))] == [1]


def test_many_words_are_found_as_one_by_one() -> None:
    """However words are added, taken away or changed, each query finds what a plain look through all texts does."""
    draw = random.Random(4)
    syllables = ["sa", "int", "st", "re", "my", "l'", "ha", "-", " ", "01", "99", "fon"]
    texts = ["".join(draw.choices(syllables, k=draw.randrange(2, 9))) for _number in range(400)]
    index = Index(["k"])
    for number in range(0, 400, 4):
        index.put("k", entry(number, *texts[number : number + 3]))
    tidy(index)
    query = ""
    for _key in range(600):
        query = query[:-1] if draw.random() < 0.3 else query + draw.choice("sainthrem l'-09 ")
        asked = terms(query)
        whole = [
            (number, "abc"[part])
            for number in range(0, 400, 4)
            for part in range(3)
            if asked and all(stands(term, folded(texts[number + part])) for term in asked)
        ]
        entries = {
            number
            for number in range(0, 400, 4)
            if asked and all(any(stands(term, folded(texts[number + part])) for part in range(3)) for term in asked)
        }
        rows = found(index, query)
        assert set(whole) <= set(rows), query
        assert {number for number, _attribute in rows} == entries, query
        assert len(rows) == len(whole) + len(entries - {number for number, _attribute in whole}), query


def stands(term: Term, text: str) -> bool:
    """Tell whether a word stands in a folded text."""
    return any(needle in text for needle in term.needles) and bool(re.search(term.pattern, text))


def test_what_changes_while_it_is_tidied_is_kept() -> None:
    """A shelf changed between two steps is tidied anew."""
    shelf = Shelf()
    for number in range(1_000):
        shelf.put(entry(number, f"mot {number}", order=-number))
    steps = shelf.tidy()
    next(steps)
    next(steps)
    shelf.drop(999)
    shelf.put(entry(5_000, "mot nouveau", order=1))
    list(steps)
    assert shelf.untidy
    list(shelf.tidy())
    assert not shelf.untidy
    keys = [shelf.place(slot)[1] for slot in shelf.find(terms("mot"))]
    assert keys == [*range(998, -1, -1), 5_000]
