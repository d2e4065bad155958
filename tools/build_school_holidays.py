"""Build resources/calendar/school.toml: the school holidays of zones A, B and C, from the `holidays` package.

    python tools/build_school_holidays.py 2025 2028

The periods are those of the ministry's calendar (arrêtés) as the package carries them; the last year is kept
only as far as it goes.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path

from holidays.countries.france import France

TARGET = Path(__file__).parent.parent / "resources" / "calendar" / "school.toml"


def main(first: int, last: int) -> None:
    """Write the periods of the years given."""
    lines = [
        "# Vacances scolaires par zone ; construit par tools/build_school_holidays.py",
        f'source = "calendrier scolaire du ministère de l’Éducation nationale, par holidays {version("holidays")}"',
    ]
    for zone in "ABC":
        days = France(years=range(first, last + 1), subdiv=f"Zone {zone}", categories=("school",), language="fr")
        for begin, end, name in _periods(dict(days)):
            lines += [
                "",
                "[[periods]]",
                f'zone = "{zone}"',
                f'name = "{name}"',
                f"begin = {begin}",
                f"end = {end}",
            ]
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _periods(days: dict[date, str]) -> list[tuple[date, date, str]]:
    found: list[tuple[date, date, str]] = []
    for day, name in sorted(days.items()):
        clean = name.replace("'", "’").split(";")[0].strip()
        if found and found[-1][1] + timedelta(days=1) == day and found[-1][2] == clean:
            found[-1] = (found[-1][0], day, clean)
        else:
            found.append((day, day, clean))
    return found


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
