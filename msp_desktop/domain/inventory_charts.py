"""The inventory's charts: professions here and nearby, departures over ten years, age bands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from msp_desktop.domain.charts import Bar, Chart, Fill, Frame, Line, Mark, Tone, Words
from msp_desktop.domain.forecast import HORIZON
from msp_desktop.domain.inventory import AgeBand
from msp_desktop.domain.inventory_privacy import alone
from msp_desktop.domain.inventory_views import DepartureSpan, InventoryView, ProfessionCount
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.numbers import in_letters

AGE_WORDS = {
    AgeBand.UNDER_40: "moins de 40 ans",
    AgeBand.FROM_40: "40–49 ans",
    AgeBand.FROM_50: "50–54 ans",
    AgeBand.FROM_55: "55–59 ans",
    AgeBand.FROM_60: "60–64 ans",
    AgeBand.FROM_65: "65 ans et plus",
    AgeBand.UNKNOWN: "âge non connu",
}


#: What stands for a profession that would designate its only professional.
_ONE = "un professionnel"


def profession_chart(view: InventoryView, frame: Frame) -> Chart:
    """Draw how many of each profession there are, here (solid) and nearby (hatched)."""
    counts = view.counts
    most = max((count.here + count.nearby for count in counts), default=1)
    # Words such as « 12 ici, 11 à côté » stand at the bar's end.
    unit = min(28.0, (frame.width - frame.names - 8 - 17 * frame.letter) / max(most, 1))
    marks: list[Mark] = []
    for index, count in enumerate(counts):
        middle = index * frame.row + frame.row / 2
        top = middle - frame.bar / 2
        marks.append(_name(count.label, middle, frame))
        x = frame.names + 8
        for number, fill in ((count.here, Fill.SOLID), (count.nearby, Fill.HATCHED)):
            if number:
                marks.append(Bar(x, top, number * unit - 2, frame.bar, fill))
                x += number * unit
        tone = Tone.PLAIN if count.here else Tone.LATE
        marks.append(Words(x + 6, middle, here_and_nearby(count), tone=tone))
        _rule(marks, index, frame)
    rows = [(capital(c.label), str(c.here), str(c.nearby), str(c.here + c.nearby)) for c in counts]
    rows.append(("Ensemble", str(sum(c.here for c in counts)), str(sum(c.nearby for c in counts)),
                 str(len(view.professionals))))  # fmt: skip
    return Chart(
        profession_title(view),
        "Professionnels par métier, dans la commune et à proximité",
        frame.width,
        len(counts) * frame.row,
        tuple(marks),
        ("Métier", "Dans la commune", "À proximité", "En tout"),
        tuple(rows),
    )


def here_and_nearby(count: ProfessionCount) -> str:
    """Return « 2 ici, 1 à côté », « 1 ici », « 0 ici, 1 à côté »."""
    return f"{count.here} ici" + (f", {count.nearby} à côté" if count.nearby else "")


def profession_title(view: InventoryView) -> str:
    """Return the finding: the commune's only doctor, or none, else how many there are."""
    doctors = next((count for count in view.counts if count.code == "medecin"), None)
    here = sum(count.here for count in view.counts)
    if not view.professionals:
        return "Aucun professionnel noté"
    if doctors and doctors.here == 1:
        return "Un seul médecin dans la commune"
    if not doctors or not doctors.here:
        return "Aucun médecin dans la commune"
    return f"{capital(in_letters(here))} professionnels dans la commune"


def departure_title(view: InventoryView) -> str:
    """Return « Trois départs d'ici 2028 », or what age makes possible where none is known."""
    horizon = view.today.year + 2
    known = sum(not span.possible and span.end <= horizon + 1 for span in view.departures)
    possible = sum(span.possible for span in view.departures)
    if known:
        return f"{capital(in_letters(known))} {agreeing(known, 'départ')} d’ici {horizon}"
    if possible:
        return f"{capital(in_letters(possible))} {agreeing(possible, 'départ possible', 'départs possibles')} d’après l’âge"
    return f"Aucun départ connu d’ici {horizon}"


def departure_chart(view: InventoryView, frame: Frame, *, public: bool = False) -> Chart:
    """Draw the departures over ten years: known ones solid, those age makes possible hatched.

    On a `public` paper, a profession that designates one person is not said, nor the month that was announced.
    """
    lone = alone(view.counts) if public else frozenset()
    first, last = view.today.year, view.today.year + HORIZON
    left = frame.names + 8
    room = frame.width - left - 4 * frame.letter
    top = frame.row if frame.years_on_top else 0.0
    bottom = top + len(view.departures) * frame.row

    def x_of(year: float) -> float:
        return left + (min(max(year, first), last) - first) / HORIZON * room

    marks = _years(first, last, x_of, top, bottom, frame)
    for index, span in enumerate(view.departures):
        middle = top + index * frame.row + frame.row / 2
        begin, end = x_of(span.begin), x_of(span.end)
        end = max(end, begin + 6)
        hidden = (span.profession, span.place) in lone
        words = span.words.partition(",")[0] if hidden else span.words
        marks.append(_name(_ONE if hidden else span.label, middle, frame))
        fill = Fill.HATCHED if span.possible else Fill.SOLID
        marks.append(Bar(begin, middle - frame.bar / 2, end - begin, frame.bar, fill, Tone.LATE))
        if end + 6 + len(words) * frame.letter > frame.width:
            marks.append(Words(begin - 6, middle, words, align="right"))
        else:
            marks.append(Words(end + 6, middle, words))
        _rule(marks, index, frame, top)
    return Chart(
        departure_title(view),
        f"Départs connus, et possibles d’après l’âge ({view.inventory.retirement_age} ans)",
        frame.width,
        bottom + (0 if frame.years_on_top else frame.row),
        tuple(marks),
        ("Départs", *(label for label, _first, _last in _periods(view.today)), "En tout"),
        _departure_rows(view.departures, view.today),
    )


def age_chart(view: InventoryView, frame: Frame) -> Chart:
    """Draw how many professionals there are in each age band."""
    ages = [(band, count) for band, count in view.ages if count or band is not AgeBand.UNKNOWN]
    most = max((count for _band, count in ages), default=0)
    unit = min(28.0, (frame.width - frame.names - 8 - 5 * frame.letter) / max(most, 1))
    marks: list[Mark] = []
    for index, (band, count) in enumerate(ages):
        middle = index * frame.row + frame.row / 2
        marks.append(_name(AGE_WORDS[band], middle, frame))
        x = frame.names + 8
        if count:
            fill = Fill.HATCHED if band is AgeBand.UNKNOWN else Fill.SOLID
            marks.append(Bar(x, middle - frame.bar / 2, count * unit, frame.bar, fill))
        marks.append(Words(x + count * unit + 6, middle, str(count)))
        _rule(marks, index, frame)
    older = sum(count for band, count in ages if band in (AgeBand.FROM_55, AgeBand.FROM_60, AgeBand.FROM_65))
    title = f"{capital(in_letters(older))} professionnel{'s ont' if older > 1 else ' a'} 55 ans ou plus"
    rows = [(capital(AGE_WORDS[band]), str(count)) for band, count in ages]
    rows.append(("Ensemble", str(sum(count for _band, count in ages))))
    return Chart(
        title if older else "Tranches d’âge",
        "Professionnels par tranche d’âge",
        frame.width,
        len(ages) * frame.row,
        tuple(marks),
        ("Tranche d’âge", "Professionnels"),
        tuple(rows),
    )


def single_person_lines(view: InventoryView) -> tuple[str, ...]:
    """Return the professions with a single person here or nearby: a line that identifies someone."""
    return tuple(count.label for count in view.counts if 1 in (count.here, count.nearby))


def single_person_note(view: InventoryView) -> str:
    """Return the warning about lines that identify one person; empty where there is none."""
    lines = single_person_lines(view)
    if not lines:
        return ""
    others = len(lines) - 1
    if not others:
        return f"«\u00a0{lines[0]}\u00a0» désigne une seule personne\u00a0: à ne pas diffuser telle quelle."
    tail = "une autre ligne" if others == 1 else f"{in_letters(others)} autres lignes"
    return f"«\u00a0{lines[0]}\u00a0» et {tail} désignent une seule personne\u00a0: à ne pas diffuser telles quelles."


def _name(text: str, middle: float, frame: Frame) -> Words:
    if frame.names_left:
        return Words(0, middle, capital(text), room=frame.names)
    return Words(frame.names, middle, text, align="right", room=frame.names)


def _rule(marks: list[Mark], index: int, frame: Frame, top: float = 0.0) -> None:
    if frame.rules:
        y = top + (index + 1) * frame.row
        marks.append(Line(0, y, frame.width, y))


def _years(
    first: int, last: int, x_of: Callable[[float], float], top: float, bottom: float, frame: Frame
) -> list[Mark]:
    marks: list[Mark] = []
    middle = top - frame.row / 2 if frame.years_on_top else bottom + frame.row / 2
    for year in range(first, last + 1, 2):
        x = x_of(year)
        marks.append(Line(x, top, x, bottom))
        marks.append(Words(x, middle, str(year), align="center", tone=Tone.SOFT))
    return marks


def _periods(today: date) -> tuple[tuple[str, int, int], ...]:
    year = today.year
    return (
        (f"d’ici {year + 2}", year - 50, year + 2),
        (f"{year + 3}–{year + 5}", year + 3, year + 5),
        (f"{year + 6}–{year + HORIZON}", year + 6, year + 99),
    )


def _departure_rows(spans: Sequence[DepartureSpan], today: date) -> tuple[tuple[str, ...], ...]:
    rows = []
    for label, possible in (("Connus", False), ("Possibles d’après l’âge", True)):
        # A known departure is counted in the year it ends at the latest, a possible one in the year it may begin.
        years = [int(span.begin if possible else span.end) for span in spans if span.possible is possible]
        counts = [sum(first <= year <= last for year in years) for _label, first, last in _periods(today)]
        rows.append((label, *(str(count) if count else "–" for count in counts), str(len(years)) if years else "–"))
    return tuple(rows)
