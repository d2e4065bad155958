"""Small files of FINESS, made here: every name and number in them is invented."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from msp_desktop.domain.official import FileFound
from msp_desktop.exchange.open_data import finess
from msp_desktop.exchange.open_data.gathering import Gathered
from msp_desktop.exchange.open_data.sought import Sought, sought_of
from msp_desktop.exchange.open_data.streams import BLOCK, opened

#: Le Grand-Bourg and Guéret, in Creuse.
TOWN, CITY = "23095", "23096"
SOUGHT = sought_of([TOWN])


def address(code: str | None = TOWN, usage: str | None = "03", **more: Any) -> dict[str, Any]:
    """Return an address, in its own file's order of keys."""
    return {
        "usageAdresse": usage,
        "numeroVoie": "3",
        "typeVoie": "R",
        "libelleVoie": "DU PONT",
        "cogCommune": code,
        "ligneAcheminement": "23240 LE GRAND BOURG",
        "codePostal": "23240",
        "coordonneesGeographique": {"coordonneeX": "600000.1", "coordonneeY": "6500000.2"},
        **more,
    }


def establishment(number: str = "230000001", *addresses: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return an open pharmacy of the town; `more` are keys of its own, or of its general information."""
    infos = {
        "numFinessEge": number,
        "nomEgeCourt": "PHARMACIE DU LAVOIR",
        "nomEgeLong": "PHARMACIE DU LAVOIR",
        "siret": "00000000000000",
        "dateOuverture": "2001-02-03",
        "dateFermeture": None,
    }
    own = {
        "categorieentiteGeographiqueExercice": "620",
        "adresse": list(addresses) or [address()],
        "contact": [{"telecom": {"telephone": "0555000001", "telecopie": None, "courriel": None}}],
        "etatObjet": "A",
        "dateDerniereMaj": "2026-03-01T10:00:00Z",
    }
    told = {"informationsGeneralesEGE": infos, **own}
    for key, value in more.items():
        (infos if key in infos else told)[key] = value
    return told


def owner(*establishments: dict[str, Any], code: str = TOWN) -> dict[str, Any]:
    """Return an owner with its own address, then its establishments."""
    return {
        "informationsGeneralesPMEJ": {"numFinessPm": "230009999", "denominationPm": "SOCIETE DU LAVOIR"},
        "adresse": [address(code)],
        "contact": [],
        "ege": list(establishments),
        "etatObjet": "A",
    }


def file_of(*owners: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return the whole of a file."""
    head = {"schemaVersion": "v1.0.0", "generatedAt": "2026-04-02T03:10:00Z", "gco": [], "gcc": []}
    return {**head, **more, "pmej": list(owners)}


def compact(value: Any) -> bytes:
    """Return a file as it is downloaded."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def pretty(value: Any) -> bytes:
    """Return a file as somebody saved it to read it."""
    return json.dumps(value, indent=4).encode()


def read_bytes(folder: Path, content: bytes, sought: Sought = SOUGHT, size: int = BLOCK) -> FileFound:
    """Return what a file of these bytes tells, read in blocks of this size."""
    path = folder / "finess.json"
    path.write_bytes(content)
    with opened(path, lambda head: True) as stream:
        gathered = Gathered()
        return gathered.whole(finess.read(stream, sought, gathered.take, size))


def packed(content: bytes) -> bytes:
    """Return a file as gzip makes it."""
    return gzip.compress(content, 1)
