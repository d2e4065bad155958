"""Whatever is typed, pasted or received: a parser gives a value or the error it declares, and soon."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from msp_desktop.cli import values
from msp_desktop.db import lock_note
from msp_desktop.db.store import Store
from msp_desktop.domain.column_words import field_named
from msp_desktop.domain.inventory_columns import COLUMNS
from msp_desktop.domain.person_names import from_capitals, is_body, read_civility, split_name
from msp_desktop.domain.town_words import Here, is_here, read_postcode, read_town, town_of_address
from msp_desktop.domain.typed import clean_text
from msp_desktop.errors import UserError
from msp_desktop.exchange.communes import by_insee, search
from msp_desktop.exchange.spreadsheets import neutral, released
from msp_desktop.exchange.tables.numbers import words_of_day, words_of_number
from msp_desktop.exchange.tables.text import decoded, read_csv, separator
from msp_desktop.formats.months import read_day, read_day_or_month
from msp_desktop.formats.phones import phone, read_phones
from msp_desktop.formats.text import fold, one_line, quoted, slug
from msp_desktop.formats.typed import (
    EARLIEST,
    LATEST,
    parse_clock,
    parse_date,
    parse_euros,
    parse_figure,
    parse_minutes,
    parse_whole,
)
from msp_desktop.method.professions import named_profession
from msp_desktop.services.import_cells import column_score, profession_code
from msp_desktop.services.import_match import pasted_table
from msp_desktop.services.import_people import read_people
from msp_desktop.services.mail import checked_addresses
from msp_desktop.services.who import who_is
from msp_desktop.ui.models.pasted import pasted_cells
from tests.conftest import TODAY
from tests.hostile import WORDS
from tests.services.tables import preview_import

Parser = Callable[[str], object]

CELLS = tuple(field for field, _name, _others in COLUMNS)

#: Each parser of somebody's words, and the errors it declares.
PARSERS: dict[str, tuple[Parser, tuple[type[Exception], ...]]] = {
    "date": (lambda text: parse_date(text, TODAY), (ValueError,)),
    "hour": (parse_clock, (ValueError,)),
    "minutes": (parse_minutes, (ValueError,)),
    "figure": (parse_figure, (ValueError,)),
    "euros": (parse_euros, (ValueError,)),
    "whole number": (parse_whole, (ValueError,)),
    "phone": (phone, ()),
    "phones of a cell": (read_phones, (ValueError,)),
    "day or month": (lambda text: read_day_or_month(text, TODAY), (ValueError,)),
    "day of a cell": (lambda text: read_day(text, TODAY), (ValueError,)),
    "name": (split_name, ()),
    "capitals": (from_capitals, ()),
    "civility": (read_civility, ()),
    "body": (is_body, ()),
    "town": (read_town, ()),
    "here": (lambda text: (is_here(text, Here("Guéret")), is_here("Guéret", Here(text))), ()),
    "town of an address": (town_of_address, ()),
    "postcode": (read_postcode, ()),
    "column": (field_named, ()),
    "column score": (column_score, ()),
    "named profession": (named_profession, ()),
    "cells of a row": (lambda text: read_people(dict.fromkeys(CELLS, text), CELLS, Here("Guéret", "23000"), TODAY), ()),
    "separator": (separator, ()),
    "number format": (lambda text: (words_of_number(5.0, text), words_of_day(TODAY, text)), ()),
    "addresses": (checked_addresses, (UserError,)),
    "profession": (profession_code, ()),
    "INSEE code": (by_insee, ()),
    "commune": (search, ()),
    "fold": (fold, ()),
    "one line": (one_line, ()),
    "quoted": (quoted, ()),
    "slug": (slug, ()),
    "clean text": (clean_text, ()),
    "neutral": (neutral, ()),
    "released": (released, ()),
    "pasted cells": (pasted_cells, ()),
    "csv": (lambda text: read_csv(text.encode("utf-8", "surrogatepass")), (UserError,)),
    "bytes": (lambda text: decoded(text.encode("utf-8", "surrogatepass")), (UserError,)),
    "day": (values.day, (UserError,)),
    "size": (values.size, (UserError,)),
    "percent": (values.percent, (UserError,)),
    "path": (values.path, (UserError,)),
    "target": (values.target, (UserError,)),
}
#: The longest a parser may take with two hundred thousand characters on a busy machine, in seconds.
SOON = 2.0


@pytest.mark.parametrize("name", PARSERS)
def test_each_hostile_word_is_a_value_or_the_error_declared(name: str) -> None:
    parse, declared = PARSERS[name]
    for word in WORDS:
        began = time.process_time()
        with contextlib.suppress(declared):
            parse(word)
        assert time.process_time() - began < SOON, repr(word[:30])


@pytest.mark.parametrize("name", PARSERS)
def test_any_text_is_a_value_or_the_error_declared(name: str) -> None:
    parse, declared = PARSERS[name]

    @given(st.text(st.characters(exclude_categories=())))
    @settings(deadline=None, max_examples=60)
    def on_any(text: str) -> None:
        with contextlib.suppress(declared):
            parse(text)

    on_any()


def test_names_and_tables_of_hostile_words_are_read(store: Store) -> None:
    for word in WORDS:
        began = time.process_time()
        who_is(store.reader, clean_text(word))
        preview = preview_import(
            store.reader,
            pasted_table([["Nom", "Métier", "Âge", "Notes"], [word] * 4, ["Petit"]], "professionals"),
            TODAY,
        )
        assert len(preview.rows) + len(preview.set_aside) == bool(clean_text(word).strip()) + 1
        assert time.process_time() - began < SOON, repr(word[:30])


@given(st.binary(max_size=200) | st.sampled_from(WORDS).map(lambda word: word.encode("utf-8", "surrogatepass")))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_note_beside_a_dossier_is_a_sentence(tmp_path: Path, data: bytes) -> None:
    dossier = tmp_path / "a.msp100"
    lock_note.note_path(dossier).write_bytes(data)
    assert lock_note.sentence(dossier)


@given(st.dates())
def test_a_day_typed_is_near_us_or_refused(day: date) -> None:
    try:
        assert parse_date(f"{day.day}/{day.month}/{day.year:04d}", TODAY) is not None
        assert day.year < 100 or EARLIEST <= day <= LATEST
    except ValueError:
        assert not EARLIEST <= day <= LATEST


@given(st.lists(st.lists(st.text(st.characters(exclude_characters='\n\r"\t')), min_size=1), min_size=1))
def test_cells_pasted_are_those_copied(rows: list[list[str]]) -> None:
    text = "\n".join("\t".join(row) for row in rows)
    assert pasted_cells(text) == [line.split("\t") for line in text.rstrip("\n").split("\n")]
