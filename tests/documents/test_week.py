"""The page of the week, read back."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from pathlib import Path

from msp_desktop.documents.week import write_week
from msp_desktop.domain.week import Due, DueKind, TownWeek, week_of
from tests.pdf import text

TODAY = date(2026, 4, 28)
NOW = datetime(2026, 4, 28, 14, 32)


def page(path: Path) -> str:
    """Return the text of a page as it is read, its spaces and line ends as one space."""
    return re.sub(r"\s+", " ", text(path))


def town(name: str, *dues: Due, problem: str = "") -> TownWeek:
    return TownWeek(
        path=f"/{name}", name=name, department_code="23", day_zero=date(2026, 3, 22), problem=problem,
        due=tuple(Due(kind=d.kind, key=d.key, day=d.day, title=d.title, detail=d.detail, at=d.at, town=name) for d in dues),
    )  # fmt: skip


def due(day: date, title: str, kind: DueKind = DueKind.ACTION, at: time | None = None) -> Due:
    return Due(kind=kind, key=1, day=day, title=title, at=at)


def test_the_page_says_what_is_late_what_comes_and_where_each_town_is(tmp_path: Path) -> None:
    towns = (
        town("Aubusson", due(date(2026, 4, 21), "Caler la visite"), due(TODAY, "Envoyer sept invitations")),
        town("Le Grand-Bourg", due(date(2026, 4, 30), "Rencontre", DueKind.MEETING, time(18, 30))),
    )
    made = write_week(tmp_path / "w.pdf", week_of(towns, TODAY), NOW)
    assert made.pages == 1
    said = page(tmp_path / "w.pdf")
    for words in (
        "Cette semaine", "Du lundi 27 avril au dimanche 3 mai 2026", "En retard", "depuis 7 jours", "Caler la visite",
        "était pour le mardi 21 avril", "18 h 30, rencontre", "Le Grand-Bourg", "deux communes", "usage personnel",
    ):  # fmt: skip
        assert words in said, words


def test_a_week_with_nothing_in_it_says_so(tmp_path: Path) -> None:
    write_week(tmp_path / "w.pdf", week_of((town("Aubusson"),), TODAY), NOW)
    assert "Rien n’est prévu cette semaine." in page(tmp_path / "w.pdf")


def test_the_week_after_then_the_lines_give_way_before_a_second_page_and_nothing_of_this_week_is_lost(
    tmp_path: Path,
) -> None:
    after = [due(TODAY + timedelta(8), f"Ensuite {number}") for number in range(6)]
    few = week_of((town("Aubusson", *after, due(TODAY, "Une chose")),), TODAY)
    write_week(tmp_path / "few.pdf", few, NOW)
    assert "Ensuite 5" in page(tmp_path / "few.pdf")
    assert "Notes" in page(tmp_path / "few.pdf")
    many = [due(TODAY + timedelta(number % 5), f"Chose {number}.") for number in range(60)]
    made = write_week(tmp_path / "many.pdf", week_of((town("Aubusson", *many, *after),), TODAY), NOW)
    said = page(tmp_path / "many.pdf")
    assert made.pages > 1
    assert "Ensuite" not in said
    assert "Notes" not in said
    assert all(f"Chose {number}." in said for number in range(60))


def test_a_dossier_that_could_not_be_read_is_named_with_the_reason(tmp_path: Path) -> None:
    towns = (town("Aubusson", due(TODAY, "x")), town("perdu", problem="Le fichier est introuvable."))
    write_week(tmp_path / "w.pdf", week_of(towns, TODAY), NOW)
    said = page(tmp_path / "w.pdf")
    assert "perdu" in said
    assert "introuvable" in said
    assert "Aubusson" in said


def test_what_people_typed_is_no_markup(tmp_path: Path) -> None:
    write_week(tmp_path / "w.pdf", week_of((town("A <b>", due(TODAY, "<img src=x> & co" * 20)),), TODAY), NOW)
    assert "<img src=x> & co" in page(tmp_path / "w.pdf")


def test_a_long_list_of_what_is_late_is_folded_so_that_the_week_holds_on_its_page(tmp_path: Path) -> None:
    late = [due(TODAY - timedelta(40 - number // 3), f"Vieille chose {number}") for number in range(90)]
    busy = week_of((town("Aubusson", *late, due(TODAY, "Une chose"), due(TODAY + timedelta(2), "Une autre")),), TODAY)
    assert write_week(tmp_path / "w.pdf", busy, NOW).pages == 1
    said = page(tmp_path / "w.pdf")
    shown = said.count("Vieille chose")
    assert 5 <= shown < 90
    assert "Vieille chose 0" in said
    assert f"{90 - shown} autres choses sont en retard : les dossiers les montrent." in said.replace("\u00a0", " ")
    assert "Une chose" in said
    assert "Une autre" in said
