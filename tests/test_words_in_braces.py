"""A town or a federation named bare stands where no article is needed; elsewhere its name comes with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from msp_desktop.method.mail import kit_mail
from tests.method.test_french import FILES, sentences

ROOT = Path(__file__).parent.parent
_BARE = re.compile(r"\{(commune|federation)\}")
#: A preposition just before a name, in a sentence of the interface or of a paper.
_GOVERNED = re.compile(
    r"\b(?:de|à|a|au|aux|du|des|avec|par|pour|chez|sur|en|dans|vers|que)[ \u00a0]\{[\w.()]*(?:commune|federation)(?:\.(?:name|full_name|commune))?\}"
    r"|[dD]’\{[\w.]*(?:commune|federation)[\w.]*\}"
)
#: Where a bare name is right, and why.
ALLOWED = {
    "subject": "« {document} : {commune} »: a name after a colon, as a label",
    "heading": "a title that is the name alone",
}
#: Sentences of the interface that name a town bare, and why.
ALLOWED_MESSAGES = {
    "{commune}, {day}: {counts}": "a list, as a label",
    "{commune}, formerly {name}": "the name alone",
    "{commune}: commune and letterhead": "a name before a colon",
    "Coat of arms or logo: {commune}": "a name after a colon",
    "Write: {commune}": "a name after a colon",
    "Print what is known: {commune}": "a name after a colon",
    "Answer: {commune}": "a name after a colon",
    "{commune} alone": "the name that opens a line one chooses",
    "{commune} and the other commune of {epci}": "the name that opens a line one chooses",
    "{commune} is already looked for.": "the name that opens a sentence",
}


@pytest.mark.parametrize("name", FILES)
def test_no_template_names_a_town_or_a_federation_bare(name: str) -> None:
    found = [f"{where}: {text}" for where, text in sentences(name) if _BARE.search(text)]
    labels = [line for line in found if any(line.partition(": ")[0].endswith(f".{field}") for field in ALLOWED)]
    assert [line for line in found if line not in labels] == []
    assert [line for line in labels if not re.search(r"(?:^|[\u00a0 ]: )\{commune\}(?:$|,)", line)] == []


def test_no_sentence_of_the_interface_names_a_town_bare() -> None:
    found = set()
    for path in sorted((ROOT / "translations" / "parts").glob("*.po")):
        for entry in path.read_text(encoding="utf-8").split("\n\n"):
            if _BARE.search(entry):
                words = re.search(r'msgid "(.*)"', entry)
                assert words is not None
                found.add(words[1])
                assert not _GOVERNED.search(entry), entry
    assert found <= set(ALLOWED_MESSAGES)


def test_no_sentence_in_the_code_puts_a_preposition_before_a_bare_name() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in sorted((ROOT / "msp_desktop").rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if _GOVERNED.search(line) and not line.lstrip().startswith(("#", '"""'))
    ]
    assert found == []


def test_the_models_of_messages_are_among_those_looked_at() -> None:
    assert "mail.toml" in FILES
    assert any("{de_commune}" in line for model in kit_mail().models for line in model.body)
