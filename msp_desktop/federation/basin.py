"""A « bassin de vie » made from the files that its communes sent, and its document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from msp_desktop.db.faults import explained
from msp_desktop.documents.basin_words import coming_words, trade_words
from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.carried.envelope import content_id
from msp_desktop.domain.carried.refusals import refusal_words
from msp_desktop.domain.federated.basin import Basin
from msp_desktop.domain.federated.basin_report import coming, needs
from msp_desktop.domain.federated.files import ReadFile
from msp_desktop.exchange.carried.farm import read_files
from msp_desktop.files import free_path
from msp_desktop.formats.text import slug
from msp_desktop.paths import make_folder


class Found(Struct, frozen=True):
    """What the files hold: the data of communes, of each perhaps several times, and the files refused, by name."""

    datas: tuple[CommuneData, ...] = ()
    refused: tuple[ReadFile, ...] = ()


def found_in(sources: Sequence[Path], now: datetime, is_over: Callable[[], bool] = lambda: False) -> Found:
    """Read files, folders and archives in processes of their own, until it is over; UserError where none can start."""
    reads: list[ReadFile] = []
    for read in read_files(sources, now=now):
        if is_over():
            break  # the processes end with it
        reads.append(read)
    return Found(
        tuple(read.data for read in reads if read.data is not None),
        tuple(sorted((read for read in reads if read.why is not None), key=lambda read: read.name)),
    )


def basin_file(
    basin: Basin, name: str, folder: Path, today: date, now: datetime, *, word: bool = False, replace: bool = False
) -> Path:
    """Write the document of a basin into a folder, and return its path; UserError where it cannot be."""
    from msp_desktop.documents.basin import write_basin

    with explained():
        named = slug(name or "bassin-de-vie") or "bassin-de-vie"
        path = make_folder(folder) / f"{today:%Y-%m-%d}_{named}.{'docx' if word else 'pdf'}"
    path = path if replace else free_path(path)
    write_basin(path, basin, name, today, now)
    return path


def basin_values(basin: Basin, name: str, today: date) -> dict[str, Any]:
    """Return the basin as a program reads it: communes by their INSEE codes, what is hidden as null."""
    codes = [one.commune.insee for one in basin.members]

    def plain(value: Any) -> dict[str, Any]:
        fields: dict[str, Any] = msgspec.to_builtins(value)
        for key in ("members", "listed_by"):
            if key in fields:
                fields[key] = [codes[number] for number in fields[key]]
        if "cells" in fields:
            fields["cells"] = dict(zip(codes, fields["cells"], strict=True))
        if "at" in fields:
            fields["at"] = None if fields["at"] is None else codes[fields["at"]]
        return fields

    return {
        "name": name,
        "communes": [
            {"insee": one.commune.insee, "name": called, "made_at": one.made_at.isoformat(), "content": content_id(one)}
            for one, called in zip(basin.members, basin.names, strict=True)
        ],
        "counted_by_name": basin.named,
        "in_several_communes": basin.several if basin.named else None,
        "professions": [{**plain(row), "words": trade_words(row.code)} for row in basin.professions],
        "offers": [plain(row) for row in basin.offers],
        "places": [plain(place) for place in basin.places],
        "doubtful": [list(pair) for pair in basin.doubtful],
        "leaving": [plain(row) for row in basin.leaving],
        "ages": {band.value: n for band, n in basin.ages},
        "coming": [{**plain(one), "words": coming_words(one)} for one in coming(basin, today)],
        "needs": [plain(need) for need in needs(basin)],
    }


def refused_values(refused: Sequence[ReadFile]) -> list[dict[str, str]]:
    """Return the files refused: name, code of the reason, sentence."""
    return [
        {"file": read.name, "why": read.why.value, "words": refusal_words(read.why)} for read in refused if read.why
    ]
