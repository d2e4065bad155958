"""Keep the catalogues in step: extract the messages, merge the parts, check that nothing is missing.

    python tools/translations.py update    rewrite translations/msp_desktop.pot and both .po files
    python tools/translations.py check     fail where a message is missing, stale or has other {fields}

French sentences are written in translations/parts/*.fr.po, one file an area, so that two people can add
messages without meeting in one big file.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "translations"
KEYWORDS = {**DEFAULT_KEYWORDS, "N_": None}
FIELDS = re.compile(r"\{(\w*)[^}]*\}")
HEADER = {"project": "msp_desktop", "version": "1.0", "charset": "utf-8"}


def extracted() -> Catalog:
    catalogue = Catalog(**HEADER)
    found = extract_from_dir(
        ROOT / "msp_desktop",
        [("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=("TR:",),
        strip_comment_tags=True,
    )
    for file, _line, message, comments, context in found:
        catalogue.add(
            message,
            None,
            [(f"msp_desktop/{Path(file).as_posix()}", 0)],
            auto_comments=comments,
            context=context,
        )
    return catalogue


def french_parts() -> tuple[dict[str, str | tuple[str, ...]], list[str]]:
    words: dict[str, str | tuple[str, ...]] = {}
    clashes = []
    for path in sorted((FOLDER / "parts").glob("*.fr.po")):
        with path.open("rb") as file:
            for message in read_po(file):
                if message.id and any(message.string if isinstance(message.string, tuple) else [message.string]):
                    key = message.id if isinstance(message.id, str) else message.id[0]
                    if words.get(key, message.string) != message.string:
                        clashes.append(f"{path.name}: « {key} » is translated otherwise elsewhere")
                    words[key] = message.string
    return words, clashes


def built(language: str, template: Catalog, words: dict[str, str | tuple[str, ...]]) -> Catalog:
    catalogue = Catalog(locale=language, **HEADER)
    for message in template:
        if not message.id:
            continue
        key = message.id if isinstance(message.id, str) else message.id[0]
        if language == "en":
            string: str | tuple[str, ...] = message.id
        else:
            string = words.get(key, "" if isinstance(message.id, str) else ("", ""))
        catalogue.add(message.id, string, message.locations, auto_comments=message.auto_comments)
    return catalogue


def faults(template: Catalog, words: dict[str, str | tuple[str, ...]]) -> list[str]:
    found = []
    known = set()
    for message in template:
        if not message.id:
            continue
        ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        known.add(ids[0])
        string = words.get(ids[0])
        where = message.locations[0][0] if message.locations else "?"
        if not string:
            found.append(f"missing in French: « {ids[0]} » ({where})")
            continue
        strings = (string,) if isinstance(string, str) else string
        if (len(ids) > 1) != (len(strings) > 1):
            found.append(f"singular and plural expected: « {ids[0]} »")
        allowed = set(FIELDS.findall(" ".join(ids)))
        for text in strings:
            if not set(FIELDS.findall(text)) <= allowed:
                found.append(f"unknown fields in « {text} »")
            if set(FIELDS.findall(ids[-1])) - set(FIELDS.findall(strings[-1])):
                found.append(f"a field is lost in « {text} »")
            if re.search(r"[ '](?=[;!?])|(?<![\u00a0\u202f\d/]):(?=\s)|« |[^\u00a0]»|\w'\w", text):
                found.append(f"French typography: « {text} »")
    found += [f"no longer used: « {key} »" for key in words if key not in known]
    return sorted(set(found))


def update() -> None:
    template = extracted()
    words, _clashes = french_parts()
    _write(FOLDER / "msp_desktop.pot", template)
    for language in ("fr", "en"):
        catalogue = built(language, template, words)
        target = FOLDER / language / "LC_MESSAGES" / "msp_desktop.po"
        _write(target, catalogue)
        with target.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalogue)


def _write(path: Path, catalogue: Catalog) -> None:
    with path.open("wb") as file:
        write_po(file, catalogue, width=110, sort_output=True, omit_header=False, no_location=True)
    text = path.read_text(encoding="utf-8")
    dated = (
        r'^"(?:POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By|Report-Msgid-Bugs-To):.*\n'
    )
    path.write_text(re.sub(dated, "", text, flags=re.MULTILINE), encoding="utf-8")


def check() -> int:
    template = extracted()
    words, clashes = french_parts()
    found = clashes + faults(template, words)
    for language in ("fr", "en"):
        expected = {message.id: message.string for message in built(language, template, words) if message.id}
        with (FOLDER / language / "LC_MESSAGES" / "msp_desktop.po").open("rb") as file:
            present = {message.id: message.string for message in read_po(file) if message.id}
        if present != expected:
            found.append(f"{language}: run « python tools/translations.py update »")
    print("\n".join(found) or f"{len(template)} messages, both languages in step")
    return 1 if found else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["update"]:
        update()
    elif sys.argv[1:] == ["check"]:
        sys.exit(check())
    else:
        sys.exit(__doc__)
