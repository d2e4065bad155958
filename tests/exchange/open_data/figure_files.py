"""Small files of public figures, with the headers, notices and footers of the real ones; the communes' figures are invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl

from msp_desktop.exchange.open_data.sought import Sought

#: Le Grand-Bourg, in Creuse; Paris by its districts; a former commune of Val-d’Oire-et-Gartempe.
COMMUNES = {"23095": "23095", "75056": "75056", "75101": "75056", "75102": "75056"}

_ZONES = ("zmed", "zdent", "zide", "zmk", "zsf", "zortho")


def sought(codes: Mapping[str, str] = COMMUNES) -> Sought:
    """Return what is looked for: these codes, each with today's commune."""
    return Sought(communes=tuple(dict.fromkeys(codes.values())), codes=dict(codes), postcodes={}, names={})


def write_zoning(path: Path, rows: Mapping[str, Sequence[str]], kind: str = "COM") -> Path:
    """Write AtlaSanté's csv: for each commune the levels of doctors, dentists, nurses…, all cells quoted."""
    head = ["com_code", "com_lib", "niveau", "tvs_code", "tvs_lib", "bvcv_lib"]
    head += [name for zone in _ZONES for name in (f"{zone}_niveau", f"{zone}_date_arrete")]
    lines = [head]
    for code, levels in rows.items():
        cells = [code, "Commune, dite « d’exemple »", kind, "T1", "Territoire", "Bassin"]
        for level in levels:
            cells += [level, "30/10/2025" if level else ""]
        lines.append(cells)
    text = "\n".join(",".join(f'"{cell}"' for cell in line) for line in lines)
    path.write_text(text + "\n", encoding="utf-8")
    return path


def write_apl(path: Path, header: Sequence[str], years: Mapping[str, Sequence[Sequence[Any]]]) -> Path:
    """Write a workbook of the Drees: a notice, then a sheet a year with lines above its header, units and footers."""
    book = openpyxl.Workbook()
    notice = book.worksheets[0]
    notice.title = "Lisez-moi"
    notice.append(["Code commune INSEE, APL : voir les feuilles"])
    for name, rows in years.items():
        sheet = book.create_sheet(name)
        sheet.append(["Indicateur d’accessibilité potentielle localisée"])
        for words in ("", "Sources : SNIIR-AM 2019", "Champ : France hors Mayotte.", "Note : pondérer.", "", "", ""):
            sheet.append([words])
        sheet.append(list(header))
        sheet.append([None, None, "En nombre de consultations/visites accessibles par habitant standardisé"])
        for row in rows:
            sheet.append(list(row))
        sheet.append(["Lecture : à Ambérieu…"])
        sheet.append(["Source : Drees, 2031."])
    book.save(path)
    return path
