"""How many communes are in each phase, as a chart."""

from __future__ import annotations

from msp_desktop.domain.charts import Bar, Chart, Fill, Frame, Line, Mark, Words
from msp_desktop.domain.federated.table import PHASES
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.numbers import in_letters


def phase_chart(phases: tuple[tuple[str, int], ...], frame: Frame) -> Chart:
    """Draw how many communes are in each phase; those that have not begun are hatched."""
    most = max((n for _name, n in phases), default=0) or 1
    left = frame.names + 8
    unit = (frame.width - left - 6 * frame.letter) / most
    marks: list[Mark] = []
    for index, (name, n) in enumerate(phases):
        middle = index * frame.row + frame.row / 2
        marks.append(Words(0 if frame.names_left else frame.names, middle, PHASES[name],
                           "left" if frame.names_left else "right", frame.names))  # fmt: skip
        if n:
            fill = Fill.HATCHED if name == "before" else Fill.SOLID
            marks.append(Bar(left, middle - frame.bar / 2, n * unit, frame.bar, fill))
        marks.append(Words(left + n * unit + 6, middle, str(n)))
        if frame.rules:
            marks.append(Line(0, (index + 1) * frame.row, frame.width, (index + 1) * frame.row))
    communes = sum(n for _name, n in phases)
    return Chart(
        phase_title(phases),
        f"{communes} {agreeing(communes, 'commune')} par phase",
        frame.width,
        len(phases) * frame.row,
        tuple(marks),
        ("Phase", "Communes"),
        tuple((capital(PHASES[name]), str(n)) for name, n in phases),
    )


def phase_title(phases: tuple[tuple[str, int], ...]) -> str:
    """Return the finding: where most of them are."""
    if not any(n for _name, n in phases):
        return "Aucune commune"
    name, n = max(phases, key=lambda told: told[1])
    where = {"before": "pas encore commencé", "after": "après les 100 jours"}.get(name, f"en {PHASES[name]}")
    verb = f"{agreeing(n, 'n’a', 'n’ont')} " if name == "before" else ""
    return f"{capital(in_letters(n, feminine=True))} {agreeing(n, 'commune')} {verb}{where}"
