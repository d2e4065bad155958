"""Dossiers to try things on: made once for all the tests of a process, then copied (a hundred times quicker)."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from msp_desktop.db import admission
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.db.store import Store
from msp_desktop.domain.commune import Commune
from msp_desktop.services.dossiers import new_dossier
from msp_desktop.services.sample import make_sample

TODAY = date(2026, 4, 28)
COMMUNE = Commune(
    name="Saint-Essai",
    postcode="23990",
    department_code="23",
    department="Creuse",
    region_code="75",
    region="Nouvelle-Aquitaine",
    epci="CC du Val d’Essai",
    population=1240,
    mandate_start=date(2026, 3, 22),
    day_zero=date(2026, 3, 22),
)


def open_new(folder: Path) -> Store:
    """Return a new dossier of the fictitious commune, with the method's content, open."""
    return _copied(_new(), folder / "saint-essai.msp100")


def open_sample(folder: Path) -> Store:
    """Return the sample as it is on 28 April 2026, its thirty-seventh day, open."""
    return _copied(_sample(), folder / "saint-exemple.msp100")


def _copied(content: bytes, path: Path) -> Store:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.write_bytes(content)
    with _admitted_before():
        return open_dossier(path)


@contextmanager
def _admitted_before() -> Iterator[None]:
    """Open without reading every value again: these very bytes were all read when they were first opened."""
    with pytest.MonkeyPatch.context() as patch:
        for check in ("objects_wrong", "is_built_wrong", "wrong_table"):
            patch.setattr(admission, check, lambda *_of, **_more: None)
        yield


@cache
def _new() -> bytes:
    return _content(lambda folder: new_dossier(folder / "x.msp100", COMMUNE))


@cache
def _sample() -> bytes:
    return _content(lambda folder: make_sample(folder, TODAY))


def _content(make: Callable[[Path], Store]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        store = make(Path(folder))
        path = store.path
        close_dossier(store)
        close_dossier(open_dossier(path))
        return path.read_bytes()
