"""Public figures brought in files: what an import would write, writing them, and how they are shown beside the findings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msp_desktop.db.reader import Reader
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.official import FileFound, FoundFigure, PublicFigure, ReviewFigure
from msp_desktop.domain.public_figures import FigureView
from msp_desktop.formats import NBSP
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.numbers import decimal, percent
from msp_desktop.formats.quick import medium_date
from msp_desktop.method.indicators import KitIndicator, KitMark, kit_indicators

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction


# --- reading -------------------------------------------------------------------------------------


def figure_views(reader: Reader) -> tuple[FigureView, ...]:
    """Return the figures of the dossier, in the method's order, the newest of each."""
    rows = reader.all(PublicFigure)
    if not rows:
        return ()
    areas = _areas(reader.one(Commune, 1))
    newest: dict[str, PublicFigure] = {}
    for row in sorted(rows, key=lambda row: (row.year or 0, row.id)):
        if row.area in areas:
            newest[row.code] = row
    return tuple(_view(one, newest[one.code]) for one in kit_indicators().indicators if one.code in newest)


def _areas(commune: Commune) -> tuple[str, str]:
    """Return what the dossier's figures may tell of: its commune and its department."""
    return commune.insee, commune.department_code


def _view(indicator: KitIndicator, row: PublicFigure) -> FigureView:
    mark = indicator.mark(row.value, row.year)
    return FigureView(
        code=row.code,
        supports=indicator.supports,
        title=indicator.title,
        value=value_words(indicator, row),
        source=source_words(row.source or indicator.publisher, row),
        mark=_mark_words(mark) if mark else "",
        says=indicator.says,
        not_said=indicator.not_said,
        origin=f"{indicator.dataset}, licence{NBSP}: {indicator.licence}",
    )


def value_words(indicator: KitIndicator, figure: PublicFigure | FoundFigure) -> str:
    """Return «\u00a02,31 consultations accessibles par habitant et par an\u00a0», «\u00a017\u00a0%\u00a0», or the words of a zone."""
    value = figure.value
    if value is None:
        return figure.words
    if indicator.one == "%":
        return percent(value, 100)
    shown = round(value, indicator.decimals)
    return f"{decimal(shown)}{NBSP}{agreeing(shown, indicator.one, indicator.many)}"


def source_words(publisher: str, figure: PublicFigure | FoundFigure) -> str:
    """Return «\u00a0Drees, 2024\u00a0», «\u00a0ARS, 30 octobre 2025\u00a0» where the day is known."""
    when = medium_date(figure.dated_on) if figure.dated_on else str(figure.year or "")
    return ", ".join(filter(None, (publisher, when)))


def _mark_words(mark: KitMark) -> str:
    return f"{mark.words} ({mark.told_by})"


# --- importing -----------------------------------------------------------------------------------


def review_figures(
    commune: Commune, kept: Iterable[PublicFigure], founds: Iterable[FileFound]
) -> tuple[ReviewFigure, ...]:
    """Return what an import of these files would write: the figures of the dossier's commune and department, once each.

    What the dossier already says (`kept`), of the same year, is there and not ticked.
    """
    areas = _areas(commune)
    told: dict[tuple[str, str, int | None], FoundFigure] = {}
    for found in founds:
        told.update({_key(figure): figure for figure in found.figures if figure.area and figure.area in areas})
    before = {_key(row): row for row in kept}
    return tuple(
        _review(indicator, figure, before.get(key))
        for indicator in kit_indicators().indicators
        for key, figure in told.items()
        if figure.code == indicator.code
    )


def _key(figure: PublicFigure | FoundFigure) -> tuple[str, str, int | None]:
    return figure.code, figure.area, figure.year


def _review(indicator: KitIndicator, figure: FoundFigure, kept: PublicFigure | None) -> ReviewFigure:
    before = value_words(indicator, kept) if kept else ""
    words = value_words(indicator, figure)
    return ReviewFigure(
        found=figure,
        title=indicator.title,
        words=words,
        source=source_words(indicator.publisher, figure),
        before=before,
        ticked=before != words,
    )


def insert_figures(transaction: Transaction, figures: Iterable[FoundFigure]) -> int:
    """Write public figures within a transaction, in place of those of the same indicator, area and year; return how many."""
    kept = {_key(row): row.id for row in transaction.all(PublicFigure)}
    count = 0
    for figure in figures:
        indicator = kit_indicators().indicator(figure.code)
        if indicator is None:
            continue
        values = Change(
            PublicFigure,
            value=figure.value,
            words=figure.words,
            dated_on=figure.dated_on,
            source=indicator.publisher,
        )
        if _key(figure) in kept:
            transaction.update(kept[_key(figure)], values)
        else:
            row = transaction.insert(
                PublicFigure(code=figure.code, area=figure.area, year=figure.year, **values.values)
            )
            kept[_key(row)] = row.id
        count += 1
    return count
