"""Build resources/communes/communes.tsv.xz from the npm package @etalab/decoupage-administratif.

    npm pack @etalab/decoupage-administratif@6.0.0 && tar xzf *.tgz
    python tools/build_communes.py package

The data come from INSEE's Code officiel géographique and are under Licence Ouverte 2.0.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections import defaultdict
from pathlib import Path
from textwrap import fill
from typing import Any

from msp_desktop.formats.french.towns import plainly_joined
from msp_desktop.formats.text import fold

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "resources" / "communes"
LIAISONS = ROOT / "msp_desktop" / "formats" / "french" / "liaisons.py"
#: Codes that the package does not know: Saint-Barthélemy and Saint-Martin were of Guadeloupe until 2007.
FORMER = {"97123": "97701", "97127": "97801"}
#: INSEE's types of names without an article: « de » is not joined, is joined.
APART, JOINED = "0", "1"


def main(package: Path) -> None:
    """Read the package's folder and write the bundle and its source."""
    data = package / "data"
    communes = _read(data / "communes.json")
    today = {c["code"]: c for c in communes if c["type"] == "commune-actuelle"}
    epcis = _read(data / "epci.json")
    epci_of = {member["code"]: epci["code"] for epci in epcis for member in epci["membres"]}
    former: dict[str, list[str]] = {code: [] for code in today}
    old_codes: dict[str, set[str]] = {code: set(c.get("anciensCodes", ())) for code, c in today.items()}
    for code, now in FORMER.items():
        old_codes[now].add(code)
    for commune in communes:
        parent = commune.get("chefLieu") or commune.get("commune")
        if commune["type"] == "commune-actuelle" or parent not in today:
            continue
        if commune["type"] == "arrondissement-municipal" or commune["nom"] != today[parent]["nom"]:
            former[parent].append(commune["nom"])
        if commune["code"] != parent:
            old_codes[parent].add(commune["code"])
    lines = ["#regions"]
    lines += [f"{r['code']}\t{r['nom']}" for r in _read(data / "regions.json")]
    lines.append("#departements")
    lines += [f"{d['code']}\t{d['nom']}\t{d['region']}" for d in _read(data / "departements.json")]
    lines.append("#epci")
    lines += [f"{e['code']}\t{e['nom']}\t{len(e['membres'])}" for e in epcis]
    lines.append("#communes")
    for code, commune in sorted(today.items(), key=lambda pair: (fold(pair[1]["nom"]), pair[0])):
        lines.append(
            "\t".join(
                [
                    code,
                    commune["nom"],
                    fold(commune["nom"]),
                    commune["departement"],
                    " ".join(commune.get("codesPostaux", ())),
                    str(commune.get("population", "")),
                    epci_of.get(code, ""),
                    " ".join(sorted(old_codes[code])),
                    ";".join(sorted(former[code])),
                    liaison(commune),
                ]
            )
        )
    TARGET.mkdir(parents=True, exist_ok=True)
    packed = lzma.compress("\n".join(lines).encode(), preset=9 | lzma.PRESET_EXTREME)
    (TARGET / "communes.tsv.xz").write_bytes(packed)
    version = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    (TARGET / "SOURCE.toml").write_text(
        'source = "INSEE, Code officiel géographique 2026, par @etalab/decoupage-administratif"\n'
        f'version = "{version}"\nlicence = "Licence Ouverte 2.0 (Etalab)"\n'
        f'date = "2026-01-01"\ncommunes = {len(today)}\n',
        encoding="utf-8",
    )
    LIAISONS.write_text(liaisons(communes), encoding="utf-8")
    print(f"{len(today)} communes, {len(packed) / 1e6:.2f} MB")


def liaison(commune: dict[str, Any]) -> str:
    """Return INSEE's type of a name, which says its article and elision; that of overseas towns, which have none, by use.

    Names of Polynesia and New Caledonia in h and « Yaté » are not joined: « de Hienghène ». « Le Vernet-Chaméane » has
    no article for INSEE, and « du » for everybody.
    """
    name, given = commune["nom"], commune.get("typeLiaison")
    if name == "Le Vernet-Chaméane":
        return "2"
    if given is not None:
        return str(given)
    for article, kind in (("Le ", "2"), ("La ", "3"), ("Les ", "4"), ("L'", "5")):
        if name.startswith(article):
            return kind
    return APART if name.startswith(("H", "Yat")) or not plainly_joined(name) else JOINED


def liaisons(communes: list[dict[str, Any]]) -> str:
    """Return the module of what the common rule does not know: names it says wrong, codes of names said two ways."""
    ways: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for commune in communes:
        kind = liaison(commune)
        if kind in (APART, JOINED):
            ways[fold(commune["nom"])][kind].add(commune["code"])
    inverted, by_code = [], {}
    for name, kinds in sorted(ways.items()):
        likeliest = max(kinds, key=lambda kind: (len(kinds[kind]), kind))
        if (likeliest == JOINED) != plainly_joined(name):
            inverted.append(name)
        if len(kinds) > 1:
            by_code.update({code: kind == JOINED for kind, codes in kinds.items() for code in codes})
    names = fill(", ".join(inverted), 116, break_long_words=False, break_on_hyphens=False)
    codes = "".join(f'    "{code}": {way},\n' for code, way in sorted(by_code.items()))
    return (
        '"""Names of towns that the common rule of elision says wrong, after INSEE (made by tools/build_communes.py).\n\n'
        'Code officiel géographique 2026, `typeLiaison`, Licence Ouverte 2.0. Names as search sees them.\n"""\n\n'
        "from __future__ import annotations\n\n"
        f'INVERTED = frozenset(\n    """\n{names}\n""".replace("\\n", " ").strip().split(", ")\n)\n\n'
        "#: Whether « de » is joined, by INSEE code, for the names that are said two ways.\n"
        f"BY_CODE = {{\n{codes}}}\n"
    )


def _read(path: Path) -> list[dict[str, Any]]:
    return json.loads(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
