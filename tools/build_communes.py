"""Build resources/communes/communes.tsv.xz from the npm package @etalab/decoupage-administratif.

    npm pack @etalab/decoupage-administratif@6.0.0 && tar xzf *.tgz
    python tools/build_communes.py package

The data come from INSEE's Code officiel géographique and are under Licence Ouverte 2.0.
"""

from __future__ import annotations

import json
import lzma
import sys
from pathlib import Path
from typing import Any

from msp_desktop.formats.text import fold

TARGET = Path(__file__).parent.parent / "resources" / "communes"


def main(package: Path) -> None:
    """Read the package's folder and write the bundle and its source."""
    data = package / "data"
    communes = _read(data / "communes.json")
    today = {c["code"]: c for c in communes if c["type"] == "commune-actuelle"}
    epcis = _read(data / "epci.json")
    epci_of = {member["code"]: epci["code"] for epci in epcis for member in epci["membres"]}
    former: dict[str, list[str]] = {code: [] for code in today}
    old_codes: dict[str, set[str]] = {code: set(c.get("anciensCodes", ())) for code, c in today.items()}
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
    print(f"{len(today)} communes, {len(packed) / 1e6:.2f} MB")


def _read(path: Path) -> list[dict[str, Any]]:
    return json.loads(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
