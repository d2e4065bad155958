"""A « bassin de vie » on wide pages: who is where, where each commune stands, what comes, what all of them need."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from reportlab.platypus import Flowable

from msp_desktop.documents import blocks, style
from msp_desktop.documents.basin_words import (
    beside_words,
    cell_words,
    coming_words,
    map_lines,
    offer_words,
    place_words,
    referent_words,
    several_words,
    strength_words,
    total_words,
    towns_words,
    trade_words,
    vigilance_words,
)  # fmt: skip
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.page import Furniture
from msp_desktop.documents.text import glued, typed_paragraphs
from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.federated.basin import Basin, Leaving, MapRow
from msp_desktop.domain.federated.basin_report import coming, needs
from msp_desktop.domain.inventory_words import AGE
from msp_desktop.domain.schedule import day_number, phase_of_day
from msp_desktop.formats.dates import long_date, near_date, short_date
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.numbers import counted, in_letters, inhabitants
from msp_desktop.method.inventory import kit_inventory

TITLE = "Bassin de vie"
#: The width of the text, in millimetres, those of the map's last two columns, its first at least and a commune's at most.
_WIDE, _TOTAL, _BESIDE, _STUB, _WIDEST = 255.0, 20.0, 33.0, 46.0, 42.0
#: Lines listed of what comes, and pairs of offers that may be one: beyond, they are counted.
_COMING, _DOUBTFUL = 60, 20
_NONE = "–"
_AIR = 1.3


def write_basin(target: Target, basin: Basin, name: str, today: date, made_at: datetime) -> BuildResult:
    """Write the basin as of a day, under its name (« Bassin de Bellefond »), "" where it has none."""
    head = Furniture(
        title=TITLE, commune=name or TITLE, department="", body=True, letterhead=(", ".join(basin.names),),
        made_on=long_date(made_at.date()),
    )  # fmt: skip

    def story(_density: float) -> list[Flowable]:
        return [
            *blocks.title_block("Qui est où", _subtitle(basin), width=_WIDE - 48, after=3),
            *_map(basin),
            *_stands(basin, today),
            *_coming(basin, today),
            *_needs(basin),
            *_inventory(basin),
            *_leaving(basin),
        ]

    return build(target, story, head, made_at=made_at, landscape=True, subject=name or TITLE)


def _subtitle(basin: Basin) -> str:
    people = [one.commune.population for one in basin.members]
    known = sum(filter(None, people))
    count = len(basin.members)
    towns = f"{capital(in_letters(count, feminine=True))} {agreeing(count, 'commune')}"
    return glued(f"{towns}, {inhabitants(known)}" if all(people) else towns)


# --- who is where -----------------------------------------------------------------------------------


def _map(basin: Basin) -> list[Flowable]:
    if not (basin.professions or basin.offers):
        return _said("Les communes n’ont noté ni professionnel ni offre de soins.")
    rows: list[blocks.Line] = []
    for group, lines in map_lines(basin):
        rows += [blocks.Group(group), *(_map_row(words, row) for words, row in lines)]
    count = len(basin.members)
    each = min(_WIDEST, (_WIDE - _STUB - _TOTAL - _BESIDE) / count)
    stub = _WIDE - _TOTAL - _BESIDE - each * count
    return [
        *blocks.open_table(
            ["", *basin.names, "Bassin", "À côté"],
            rows,
            [stub, *[each] * count, _TOTAL, _BESIDE],
            numeric=range(1, count + 2),
            bold=(count + 1,),
            stub=1,
            air=_AIR,
            summary=f"Qui est où. Colonnes\u00a0: {', '.join(basin.names)}, le bassin, à côté.",
        ),
        *_said(" ".join(_map_notes(basin)), "note"),
    ]


def _offer_order(kind: str) -> int:
    kinds = list(kit_inventory().offers)
    return kinds.index(kind) if kind in kinds else len(kinds)


def _map_row(words: str, row: MapRow) -> list[blocks.Content]:
    return [words, *map(cell_words, row.cells), total_words(row), beside_words(row)]


def _map_notes(basin: Basin) -> list[str]:
    notes = [f"«\u00a0{_NONE}\u00a0»\u00a0: rien de noté dans la commune."]
    if basin.named:
        notes.append(several_words(basin.several))
    elif basin.professions:
        notes.append(
            "Les fichiers ne portent pas de nom\u00a0: qui exerce dans deux communes est compté dans chacune, et deux fois dans le bassin."
        )
    notes.append("Ce qui est noté «\u00a0à proximité\u00a0» n’est montré que là où aucune commune du bassin n’en a.")
    kit = kit_inventory()
    seen = {row.code for row in basin.professions if row.total}
    missing = [one.masculine for one in kit.professions if one.code not in seen and one.code != "autre"]
    if missing:
        notes.append(f"Dans aucune commune du bassin\u00a0: {', '.join(missing)}.")
    return notes


# --- where each stands, what comes, what is needed ------------------------------------------------------


def _stands(basin: Basin, today: date) -> list[Flowable]:
    rows = [_stand(name, data, today) for name, data in zip(basin.names, basin.members, strict=True)]
    header = ["Commune", "Données du", "Jour", "Actions faites", "En retard", "Référent", "Points de vigilance"]
    return [
        *_heading("Où en est chaque commune"),
        *blocks.open_table(
            header, rows, [58, 26, 30, 30, 20, 33, 58], bold=(0,), stub=1, air=_AIR, summary="Où en est chaque commune"
        ),
    ]


def _stand(name: str, data: CommuneData, today: date) -> list[blocks.Content]:
    day = day_number(data.day_zero, today)
    phase = phase_of_day(day)
    where = (
        f"jour {day}, phase {phase}" if phase.isdigit() else f"jour {day}" if day >= 0 else f"dans {-day}\u00a0jours"
    )
    done, total = (sum(getattr(one, field) for one in data.phases) for field in ("done", "total"))
    late = sum(one.late for one in data.phases)
    return [
        name,
        short_date(data.made_at.date()),
        where,
        f"{done} sur {total}" if total else _NONE,
        str(late) if late else _NONE,
        referent_words(data),
        vigilance_words(data) or _NONE,
    ]


def _coming(basin: Basin, today: date) -> list[Flowable]:
    found = coming(basin, today)
    if not found:
        return [*_heading("Ce qui vient"), *_said("Rien de daté n’est annoncé.")]
    rows: list[blocks.Line] = [
        [
            f"{near_date(one.day, today)}{', passé' if one.day < today else ''}" if one.day else "sans date",
            coming_words(one),
            towns_words(basin, one.members),
        ]
        for one in found[:_COMING]
    ]
    more = len(found) - _COMING
    return [
        *_heading("Ce qui vient"),
        *blocks.open_table(["Date", "Quoi", "Où"], rows, [48, 127, 80], stub=1, air=_AIR, summary="Ce qui vient"),
        *(_said(f"Et {counted(more, 'autre étape', 'autres étapes')} plus tard.", "note") if more > 0 else []),
    ]


def _needs(basin: Basin) -> list[Flowable]:
    found = needs(basin)
    if not found:
        return []
    rows: list[blocks.Line] = [
        ["\n".join(one.titles) or capital(trade_words(one.profession)), strength_words(one.strength), towns_words(basin, one.members)]
        for one in found
    ]  # fmt: skip
    return [
        *_heading("Les besoins, d’abord ceux que plusieurs communes partagent"),
        *blocks.open_table(["Besoin", "Force", "Qui le dit"], rows, [135, 30, 90], stub=1, air=_AIR, summary="Besoins"),
    ]


# --- the inventory, ages and departures -----------------------------------------------------------------


def _inventory(basin: Basin) -> list[Flowable]:
    if not basin.places:
        return []
    order = sorted(basin.places, key=lambda one: (_offer_order(one.kind), one.at is None, one.at or 0))
    rows: list[blocks.Line] = [
        [
            capital(offer_words(one.kind)),
            one.name or "sans nom",
            one.town or _NONE,
            one.finess or _NONE,
            towns_words(basin, one.listed_by),
        ]
        for one in order
    ]
    pairs = [(basin.places[one], basin.places[other]) for one, other in basin.doubtful]
    doubts = [f"{place_words(one)} et {place_words(other)}" for one, other in pairs[:_DOUBTFUL]]
    more = len(pairs) - len(doubts)
    if more > 0:
        doubts.append(f"et {counted(more, 'autre paire', 'autres paires')}")
    return [
        *_heading("Les offres de soins, sans doublon"),
        *blocks.open_table(
            ["Offre", "Nom", "Commune", "N° FINESS", "Notée par"],
            rows, [50, 72, 48, 28, 57], stub=(1,), air=_AIR, summary="Les offres de soins, sans doublon",
        ),
        *([blocks.gap(3), *_heading("Peut-être le même, à vérifier", level=3), *blocks.bullets(doubts)] if doubts else []),
    ]  # fmt: skip


def _leaving(basin: Basin) -> list[Flowable]:
    if not (basin.leaving or basin.ages):
        return []
    rule = "Un nombre n’est dit que s’il compte au moins trois personnes d’au moins trois communes\u00a0: personne ne doit y être reconnu."
    body: list[Flowable] = []
    kit = kit_inventory()
    told = [row for row in basin.leaving if row.within_5 is not None]
    if told:
        told.sort(key=lambda row: (not row.profession, kit.order_of(row.profession)))
        header = ["", "Partent d’ici cinq ans", "Les autres"]
        rows: list[blocks.Line] = [_leaving_row(row) for row in told]
        body += blocks.open_table(header, rows, [115, 70, 70], numeric=(1, 2), stub=1, air=_AIR, summary="Départs")
    ages = [(band, n) for band, n in basin.ages if n]
    if ages:
        body += _said("Âges\u00a0: " + ", ".join(f"{AGE[band]}\u00a0: {n}" for band, n in ages) + ".")
    return [
        *_heading("Départs et âges"),
        *body,
        *_said(rule if body else f"Trop peu nombreux pour être dits. {rule}", "note"),
    ]


def _leaving_row(row: Leaving) -> Sequence[blocks.Content]:
    words = capital(trade_words(row.profession)) if row.profession else "Toutes les professions"
    return [words, str(row.within_5), str(row.others)]


def _heading(words: str, level: int = 2) -> list[Flowable]:
    return [blocks.gap(5), blocks.section_heading(words, level=level), blocks.gap(1.5)]


def _said(words: str, name: str = "text") -> list[Flowable]:
    return [blocks.gap(1.2), *typed_paragraphs(words, style.style(name))]
