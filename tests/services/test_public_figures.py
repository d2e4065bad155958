"""Public figures: of the dossier's own commune and department alone, once each, in one step, in French."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.official import FileFound, FileKind, FoundFigure, PublicFigure, ReviewFigure, SourceFile
from msp_desktop.services.public_figures import figure_views, insert_figures, review_figures

NBSP = "\u00a0"
APL = FoundFigure(code="apl-medecin", area="23095", value=2.3149, year=2021)
ZONE = FoundFigure(code="zone-medecin", area="23095", words="hors zonage", year=2025, dated_on=date(2025, 10, 30))
ALD = FoundFigure(code="ald-sans-medecin", area="23", value=8.4, year=2024)
PEOPLE = FoundFigure(code="population", area="23095", value=1240.49, year=2022)
OLD = FoundFigure(code="part-75", area="23095", value=17.4, year=2022)


@pytest.fixture
def town(store: Store) -> Store:
    with store.write("INSEE") as transaction:
        transaction.update(1, Change(Commune, insee="23095"))
    return store


def write_figures(store: Store, figures: tuple[FoundFigure, ...]) -> int:
    with store.write("Chiffres") as transaction:
        return insert_figures(transaction, figures)


def found(*figures: FoundFigure) -> FileFound:
    return FileFound(file=SourceFile(kind=FileKind.FIGURES, name="f.csv"), figures=figures)


def review(store: Store, founds: list[FileFound]) -> tuple[ReviewFigure, ...]:
    return review_figures(store.reader.one(Commune, 1), store.reader.all(PublicFigure), founds)


def test_only_the_dossier_s_commune_and_department_are_taken(town: Store) -> None:
    elsewhere = (replace(APL, area="23096"), replace(ALD, area="87"), replace(APL, area=""), replace(APL, code="autre"))
    figures = review(town, [found(APL, *elsewhere), found(ALD)])
    assert [figure.found for figure in figures] == [APL, ALD]
    assert [figure.ticked for figure in figures] == [True, True]


def test_they_are_written_in_one_step_that_is_undone_at_once(town: Store) -> None:
    assert write_figures(town, (ZONE, APL, ALD)) == 3
    assert [row.code for row in town.reader.all(PublicFigure)] == ["zone-medecin", "apl-medecin", "ald-sans-medecin"]
    town.undo()
    assert town.reader.all(PublicFigure) == []


def test_the_same_year_is_replaced_another_is_kept_and_the_newest_is_shown(town: Store) -> None:
    write_figures(town, (APL, replace(APL, year=2022, value=2.2)))
    write_figures(town, (replace(APL, value=2.4),))
    rows = {row.year: row.value for row in town.reader.all(PublicFigure)}
    assert rows == {2021: 2.4, 2022: 2.2}
    assert [view.value.split(NBSP)[0] for view in figure_views(town.reader)] == ["2,2"]


def test_what_is_there_already_is_told_and_not_ticked(town: Store) -> None:
    write_figures(town, (APL, ALD))
    same, other = review(town, [found(APL, replace(ALD, value=9.1))])
    assert (same.before, same.ticked) == (same.words, False)
    assert (other.before, other.words, other.ticked) == (f"8{NBSP}%", f"9{NBSP}%", True)


def test_each_reads_in_french_with_its_source_and_its_year(town: Store) -> None:
    write_figures(town, (APL, ZONE, ALD, PEOPLE, OLD))
    said = {
        view.code: (view.value.replace(NBSP, " "), view.source, view.supports) for view in figure_views(town.reader)
    }
    assert said == {
        "zone-medecin": ("hors zonage", f"ARS, 30{NBSP}octobre 2025", "combien"),
        "apl-medecin": ("2,31 consultations accessibles par habitant et par an", "Drees, 2021", "combien"),
        "ald-sans-medecin": ("8 %", "Assurance maladie, 2024", "difficultes"),
        "population": ("1\u202f240 habitants", "Insee, 2022", "publics"),
        "part-75": ("17 %", "Insee, 2022", "publics"),
    }
    views = {view.code: view for view in figure_views(town.reader)}
    assert views["apl-medecin"].mark == "sous 2,5, la commune était dite sous-dense (Drees, jusqu’en 2022)"
    assert views["zone-medecin"].origin.endswith(f"AtlaSanté, licence{NBSP}: Licence Ouverte 2.0")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.0, "0 consultation"),
        (1.0, "1 consultation"),
        (1.994, "1,99 consultation"),
        (1.996, "2 consultations"),
        (2, "2 consultations"),
    ],
)
def test_the_unit_agrees_with_the_number_that_is_read(value: float, words: str, town: Store) -> None:
    write_figures(town, (replace(APL, value=value),))
    assert figure_views(town.reader)[0].value.replace(NBSP, " ").startswith(f"{words} accessible")


def test_figures_of_a_commune_that_is_no_longer_the_dossier_s_are_not_shown(town: Store) -> None:
    write_figures(town, (APL,))
    with town.write("INSEE") as transaction:
        transaction.update(1, Change(Commune, insee="23096"))
    assert figure_views(town.reader) == ()


def test_without_a_figure_nothing_is_shown(store: Store) -> None:
    assert figure_views(store.reader) == ()
