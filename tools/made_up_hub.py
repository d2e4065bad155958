"""A made-up federation in memory, with what the window asks of a base: for pictures and tests of the window alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from msp_desktop.domain.carried.data import CommuneData, Horizon
from msp_desktop.domain.carried.envelope import content_id
from msp_desktop.domain.carried.refusals import Why
from msp_desktop.domain.federated.communes import Chosen, CommuneLine, Order, Version, View
from msp_desktop.domain.federated.files import Outcome, Receipt, Verdict
from msp_desktop.domain.federated.totals import Cell, Counts, Totals
from msp_desktop.domain.federated.week import Week, by_day, coming, late
from msp_desktop.exchange.carried.farm import Progress
from msp_desktop.formats.text import fold
from msp_desktop.ui.federation.seen import FRESH, CommuneRow, Seen
from tools.made_up import made_up, one_made_up


def line_of(data: CommuneData) -> CommuneLine:
    """Return the line of the table that data make."""
    return CommuneLine(
        insee=data.commune.insee,
        name=data.commune.name,
        department=data.commune.department,
        epci=data.commune.epci,
        federation=data.commune.federation,
        population=data.commune.population,
        made_at=data.made_at,
        content="",
        dossier=data.sender.dossier,
        day_zero=data.day_zero,
        done=sum(phase.done for phase in data.phases),
        total=sum(phase.total for phase in data.phases),
        late=sum(phase.late for phase in data.phases),
        vigilances=data.vigilances,
        contacted=data.contacted,
        contacted_on=data.contacted_on,
        referent=data.referent.kind if data.referent else "",
        leaving=sum(one.n for one in data.departures if one.departure in (Horizon.WITHIN_2, Horizon.FROM_3_TO_5)),
    )


class MadeUpAdding:
    """Files being added: it goes no further until somebody says that it is over."""

    def __init__(self, results: Outcome, progress: Progress, *, over: bool) -> None:
        self.results, self.progress, self.over, self.problem = results, progress, over, ""
        self.addition = "made up"

    def cancel(self) -> None:
        """End at once."""
        self.over = True


class MadeUpHub:
    """So many made-up communes on a day."""

    def __init__(self, count: int, today: date) -> None:
        self.place = "federation"
        self._today = today
        self.lines = [line_of(data) for data in made_up(count, today)]
        self.views: list[View] = [View(name="À appeler", chosen=Chosen(with_vigilance=True, not_contacted=True))]
        self.files: list[Receipt] = receipts_made_up(self.lines[:12], today) if count else []
        self.taken_back: list[str] = []
        #: What the next addition does.
        self.adding = MadeUpAdding(Outcome(), Progress(), over=True)

    def close(self) -> None:
        """Let go of nothing: it holds no file."""

    def look(self, view: View, today: date) -> Seen:
        """Return what there is through a view."""
        found = sorted((line for line in self.lines if _is(line, view.chosen, today)), key=lambda line: fold(line.name))
        found.sort(key=lambda line: _key(line, view.order, today), reverse=view.descending)
        return Seen(
            rows=tuple(CommuneRow(line.insee, line, line.day(today), line.phase(today)) for line in found),
            chosen=_counts(found, today),
            every=_counts(self.lines, today),
            departments=tuple(sorted({line.department for line in self.lines})),
            views=tuple(self.views),
            federation="44" if self.lines else "",
        )

    def totals(self, chosen: Chosen, today: date) -> Totals:
        """Return totals, some numbers hidden."""
        found = [line for line in self.lines if _is(line, chosen, today)]
        counted = _counts(found, today)
        points = Counter(code for line in found for code in line.vigilances)
        columns = ("within_2", "3_to_5", "none_known")
        leaving = [
            Cell(row, column, None if (at + place) % 4 == 3 else 7 * (at + 1) + place)
            for at, row in enumerate(("medecin", "infirmier", "masseur-kinesitherapeute"))
            for place, column in enumerate(columns)
        ]
        ages = [
            Cell("medecin", band, 4 + at) for at, band in enumerate(("under_40", "40_49", "50_54", "55_59", "60_64"))
        ]
        return Totals(
            communes=counted.communes,
            up_to_date=counted.up_to_date,
            without_referent=counted.without_referent,
            with_vigilance=counted.with_vigilance,
            phases=counted.phases,
            vigilances=tuple(points.most_common()),
            professions=(("medecin", 61), ("infirmier", 118), ("masseur-kinesitherapeute", 54), ("pharmacien", 47)),
            leaving=tuple(leaving),
            ages=tuple(ages),
            hidden=sum(cell.n is None for cell in leaving),
        )

    def story(self, insee: str) -> tuple[Version, ...]:
        """Return three versions of a commune."""
        place = next(at for at, line in enumerate(self.lines) if line.insee == insee)
        told = [one_made_up(place, self._today, before) for before in range(3)]
        return tuple(Version(data.made_at, content_id(data), data) for data in told)

    def datas(self, insees: Sequence[str]) -> tuple[CommuneData, ...]:
        """Return the newest of what these communes sent."""
        return tuple(self.story(insee)[0].data for insee in insees)

    def week(self, today: date) -> Week:
        """Return what the next days bring."""
        sent = list(made_up(len(self.lines), today))
        behind = [due for data in sent if (due := late(data, today)) is not None]
        return Week(by_day([due for data in sent for due in coming(data, today)]), by_day(behind), len(sent), len(sent))

    def receipts(self) -> tuple[Receipt, ...]:
        """Return the files given."""
        return tuple(self.files)

    def accept(self, receipt: Receipt) -> None:
        """Take the file as the right one."""
        self.files = [replace(one, verdict=Verdict.TAKEN, why=None) if one is receipt else one for one in self.files]

    def dismiss(self, receipt: Receipt) -> None:
        """Leave the file aside."""
        self.files = [
            replace(one, verdict=Verdict.UNCHANGED, why=None) if one is receipt else one for one in self.files
        ]

    def keep_view(self, view: View) -> View:
        """Keep a view."""
        self.views = [*(one for one in self.views if one.name != view.name), view]
        return view

    def drop_view(self, name: str) -> None:
        """Forget a view."""
        self.views = [one for one in self.views if one.name != name]

    def add(self, paths: Sequence[Path], now: datetime) -> MadeUpAdding:
        """Begin what was made ready."""
        return self.adding

    def undo(self, addition: str) -> bool:
        """Note what is taken back."""
        self.taken_back.append(addition)
        return True

    def export(self, view: View, path: Path, now: datetime) -> Path:
        """Write the names alone."""
        path.write_text("\n".join(row.line.name for row in self.look(view, now.date()).rows), "utf-8")
        return path


def receipts_made_up(lines: Sequence[CommuneLine], today: date) -> list[Receipt]:
    """Return files of some communes: most taken, some refused, one that waits."""
    made = []
    for at, line in enumerate(lines):
        why = {3: Why.NO_DATA, 5: Why.OTHER_DOSSIER, 7: Why.ENCRYPTED, 8: Why.TOO_LARGE}.get(at)
        verdict = Verdict.REFUSED if why else Verdict.UNCHANGED if at == 4 else Verdict.TAKEN
        ours = why in (None, Why.OTHER_DOSSIER)
        made.append(
            Receipt(
                sha256=f"{at:064x}",
                name=f"Etat_des_lieux_{line.name}.pdf" if ours else ("Document1.pdf", "scan.pdf", "photos.zip")[at % 3],
                verdict=verdict,
                why=why,
                insee=line.insee if ours else "",
                commune=line.name if ours else "",
                fingerprint=f"{0x3FA9C1D2 + at * 7919:08x}" if ours else "",
                sent_by=f"mairie{at}@exemple.fr" if at % 3 == 0 else "",
                sent_on=f"{today.isoformat()}T08:12:00+02:00" if at % 3 == 0 else "",
                added_at=line.made_at,
                added_by="camille",
            )
        )
    return sorted(made, key=lambda one: one.added_at, reverse=True)


def _is(line: CommuneLine, chosen: Chosen, today: date) -> bool:
    words = fold(f"{line.name} {line.department} {line.insee}")
    kinds = {"": True, "none": not line.referent, "any": bool(line.referent)}
    return all(
        (
            all(word in words for word in fold(chosen.words).split()),
            not chosen.department or chosen.department == line.department,
            not chosen.phase or chosen.phase == line.phase(today),
            kinds.get(chosen.referent, chosen.referent == line.referent),
            not chosen.with_vigilance or line.vigilances,
            not chosen.with_late or line.late,
            not chosen.not_contacted or not line.contacted,
            chosen.older_than is None or today - line.made_at.date() >= timedelta(chosen.older_than),
        )
    )


def _key(line: CommuneLine, order: Order, today: date) -> Any:
    if order is Order.DAY:
        return line.day(today)
    if order is Order.VIGILANCES:
        return len(line.vigilances)
    if order is Order.CONTACTED:
        return line.contacted
    value = getattr(line, order.value)
    return fold(value) if isinstance(value, str) else value


def _counts(lines: Sequence[CommuneLine], today: date) -> Counts:
    phases = Counter(line.phase(today) for line in lines)
    return Counts(
        communes=len(lines),
        up_to_date=sum((today - line.made_at.date()).days < FRESH for line in lines),
        without_referent=sum(not line.referent for line in lines),
        with_vigilance=sum(bool(line.vigilances) for line in lines),
        with_late=sum(bool(line.late) for line in lines),
        leaving=sum(line.leaving for line in lines),
        phases=tuple((phase, phases[phase]) for phase in ("before", "1", "2", "3", "after")),
    )
