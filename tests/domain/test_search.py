"""What is the same to whoever searches."""

from __future__ import annotations

import re

import pytest

from msp_desktop.domain.search import folded, looked_at, spans, terms
from tests.hostile import WORDS


def found(text: str, query: str) -> list[str] | None:
    """Return what is shown bold in a text, None where it is not found."""
    line = folded(text)
    for term in terms(query):
        if not any(needle in line for needle in term.needles) or not re.search(term.pattern, line):
            return None
    return [text[begin:end] for begin, end in spans(text, terms(query))]


@pytest.mark.parametrize(
    ("text", "query", "bold"),
    [
        ("L’Haÿ-les-Roses", "lhay", ["L’Haÿ"]),
        ("L'Haÿ-les-Roses", "L’HAY", ["L'Haÿ"]),
        ("L’Haÿ-les-Roses", "l'hay les roses", ["L’Haÿ-les-Roses"]),
        ("L´Haÿ", "lhay", ["L´Haÿ"]),
        ("lhay", "L’Haÿ", ["lhay"]),
        ("mairie de L Haÿ", "l'hay", ["L Haÿ"]),
        ("Le Grand-Bourg", "grand bourg", ["Grand-Bourg"]),
        ("Le Grand-Bourg", "grandbourg", ["Grand-Bourg"]),
        ("Le Grand Bourg", "grand-bourg", ["Grand Bourg"]),
        ("Porto-Vecchio", "vecchio porto", ["Porto-Vecchio"]),
        ("Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson", "st genest", ["Saint", "Saint-Genest"]),
        ("St-Rémy", "saint remy", ["St-Rémy"]),
        ("Saint-Rémy", "st-remy", ["Saint-Rémy"]),
        ("St Rémy", "saint-remy", ["St Rémy"]),
        ("Saint-Hilaire", "sthilaire", ["Saint-Hilaire"]),
        ("Ste-Foy", "sainte foy", ["Ste-Foy"]),
        ("Sainte-Foy", "ste", ["Sainte"]),
        ("Hyères", "HYERES", ["Hyères"]),
        ("Cœur de bourg", "coeur", ["Cœur"]),
        ("Coeur de bourg", "cœur", ["Coeur"]),
        ("Cafe\u0301 noir", "café", ["Cafe\u0301"]),
        ("sage-femme", "sage femme", ["sage-femme"]),
        ("e-mail", "email", ["e-mail"]),
        ("aujourd’hui", "aujourdhui", ["aujourd’hui"]),
        ("une ﬁche", "fiche", ["ﬁche"]),
        ("01 99 00 12 40", "0199001240", ["01 99 00 12 40"]),
        ("0199001240", "01 99 00 12 40", ["0199001240"]),
        ("01.99.00.12.40", "01 99 00 12 40", ["01.99.00.12.40"]),
        ("01-99-00-12-40", "019900", ["01-99-00"]),
        ("+33 1 99 00 12 40", "0199001240", ["+33 1 99 00 12 40"]),
        ("+33 (0)1 99 00 12 40", "01 99 00 12 40", ["+33 (0)1 99 00 12 40"]),
        ("01 99 00 12 40", "+33 1 99 00 12 40", ["01 99 00 12 40"]),
        ("0590 20 00 00", "+590 590 20 00 00", ["0590 20 00 00"]),
        ("116 117", "116117", ["116 117"]),
        ("10 000 habitants", "10000", ["10 000"]),
        ("n° 12", "12", ["12"]),
        ("nadia.roche@exemple.invalid", "roche exemple", ["roche", "exemple"]),
    ],
)
def test_what_is_written_otherwise_is_found_and_shown(text: str, query: str, bold: list[str]) -> None:
    """Accents, case, ligatures, apostrophes, hyphens, « saint », the spaces of a telephone say nothing."""
    assert found(text, query) == bold


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("L’Haÿ", "lahy"),
        ("12 et 14 rue", "214"),
        ("le poste", "saint"),
        ("Le Grand-Bourg", "grand bourgneuf"),
        ("01 99 00 12 40", "0199001241"),
        ("", "a"),
    ],
)
def test_what_is_not_there_is_not_found(text: str, query: str) -> None:
    """Words are not found in others, nor numbers across two."""
    assert found(text, query) is None


def test_words_may_come_in_any_order_and_once() -> None:
    """« bourg grand » asks what « grand bourg » does, and a word typed twice is asked once."""
    assert (
        found("Le Grand-Bourg", "bourg le grand") == found("Le Grand-Bourg", "le grand bourg") == ["Le", "Grand-Bourg"]
    )
    assert len(terms("bourg bourg  BOURG")) == 1
    assert terms("  ’ - ") == ()


@pytest.mark.parametrize("word", WORDS)
def test_any_words_are_taken(word: str) -> None:
    """Whatever is typed or kept is folded, asked and looked for without a fault, and finds itself."""
    line = folded(word[:2_000])
    looked_at(word[:2_000])
    for begin, end in spans(word[:2_000], terms(word)):
        assert 0 <= begin < end <= len(word)
    assert line == " ".join(line.split())
