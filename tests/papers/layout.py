"""The one layout rule: dossiers of any size, and what is wrong with the pages made of them."""

from __future__ import annotations

import ast
import io
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import structs
from pypdf import PdfReader

import msp_desktop
from msp_desktop.db.store import Store
from msp_desktop.documents import build, page
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.inventory import HealthProfessional, Tri
from msp_desktop.domain.meetings import AgendaItem, Attendance, Meeting, MeetingState, NextStep, Reply
from msp_desktop.domain.people import Category, Person
from msp_desktop.formats.dates import month_name
from msp_desktop.papers.paper import Context, Paper
from msp_desktop.services.coordination import post_sheet
from tests import pdf
from tests.conftest import NOW, TODAY

SIZES = (1, 8, 12, 13, 20, 30, 40)
LONGEST = "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"
TOWNS = {
    "Y": ("Y", "80829", "Somme"),
    "Ô": ("Ô", "61000", "Orne"),
    "longest": (LONGEST, "51513", "Marne"),
    "hyphens": ("Beaujeu-Saint-Vallier-Pierrejux-et-Quitteur", "70058", "Haute-Saône"),
}
_NAMES = (
    ("Dr", "Marie-Charlotte", "de Saint-Genest-Lachamp", "medecin", "Médecine générale"),
    ("Mme", "Anne", "Roy", "infirmier", ""),
    ("M.", "Jean-Baptiste", "Le Guern-Villeneuve", "masseur-kinesitherapeute", ""),
    ("Mme", "Inès", "Vialle", "sage-femme", ""),
    ("M.", "Olivier", "Peyrat", "pharmacien", ""),
)
_FULL = (
    "Les professionnels présents décrivent une patientèle qui vieillit, des journées longues et peu de temps pour se parler. "
    "Plusieurs souhaitent travailler ensemble sans changer de lieu pour le moment. "
    "La commune prêtera une salle chaque premier mercredi du mois ; la fédération apportera deux exemples de communes voisines."
)
_FOOT = page.BOTTOM - 6  # points: the lowest line of a full page, and below it the footer alone


def dossier(store: Store, town: str, guests: int, full: bool) -> list[int]:
    """Make the sample a town's of this name, whose meetings have so many guests and texts of this length.

    Return a meeting to come and one that was held.
    """
    name, insee, department = TOWNS.get(town, (town, "23990", "Creuse"))
    with store.write("taille") as tx:
        tx.update(1, Change(Commune, name=name, insee=insee, department=department))
        meetings = tx.all(Meeting)
        for meeting in meetings:
            for row in tx.all(Attendance, meeting_id=meeting.id):
                tx.delete(Attendance, row.id)
        for number in range(guests):
            civility, first, last, profession, speciality = _NAMES[number % len(_NAMES)]
            person = tx.insert(
                Person(civility=civility, first_name=first, last_name=last, category=Category.PROFESSIONAL,
                       address=f"{number + 1}, rue du Lavoir\n23990 {name}")
            )  # fmt: skip
            tx.insert(HealthProfessional(person_id=person.id, profession=profession, speciality=speciality, town=name))
            for meeting in meetings:
                tx.insert(
                    Attendance(meeting_id=meeting.id, person_id=person.id, position=number + 1,
                               reply=list(Reply)[number % 3], present=Tri.YES if number % 4 else Tri.NO)
                )  # fmt: skip
        for meeting in meetings:
            if full:
                tx.update(
                    meeting.id,
                    Change(Meeting, mayor_notes=_FULL, summary=_FULL, introduction=_FULL, present_count=guests),
                )
                for item in tx.all(AgendaItem, meeting_id=meeting.id):
                    tx.update(item.id, Change(AgendaItem, content=_FULL, mayor_note=_FULL, discussion=_FULL))
                for number in range(12):
                    tx.insert(NextStep(meeting_id=meeting.id, position=90 + number, text=_FULL[:118],
                                       person="Jean-Baptiste Le Guern-Villeneuve", due_on=date(2027, 9, 22)))  # fmt: skip
    states = (MeetingState.PLANNED, MeetingState.HELD)
    return [next(meeting.id for meeting in meetings if meeting.state is state) for state in states]


def faults(store: Store, paper: Paper, folder: Path, meetings: list[int], known: set[str]) -> list[str]:
    """Return what breaks the rule on the pages of a paper, for each meeting where it is one of a meeting."""
    found: list[str] = []
    for meeting in meetings if paper.per_meeting else meetings[:1]:
        context = Context(TODAY, NOW, meeting)
        found += _faults(store, paper, context, folder / f"{paper.key}-{meeting}.pdf", known)
    return found


def _faults(store: Store, paper: Paper, context: Context, path: Path, known: set[str]) -> list[str]:
    if paper.missing(store.reader, context) is not None:
        return []
    paper.make(store.reader, context, path)
    found = page_faults(path, _issuer(store, paper), known)
    if nearly_empty(path) and _avoidable(store, paper, context, path):
        found.append("dernière page presque vide, que 5 % de moins éviteraient")
    return found


def _issuer(store: Store, paper: Paper) -> str:
    """Return who a paper is from, whose name each page bears: the town, but where another employs the coordinator."""
    sheet = post_sheet(store.reader) if paper.key == "coordinator" else None
    if sheet is not None and sheet.chosen is not None and not sheet.employed_by_town:
        return sheet.chosen.employer
    return store.reader.one(Commune, 1).name


def page_faults(path: Path, commune: str, known: set[str]) -> list[str]:
    """Return what breaks the rule on the pages of a file, by what is read on them; `known` are the words there are."""
    sheets = _read(path.read_bytes()).sheets
    found = [*_feet(sheets, commune), *_alone(sheets), *_headings(path)]
    return [*found, *(f"mot coupé : {word}" for word in sorted(_words(sheets) - known))]


class Sheet(NamedTuple):
    """A page: its runs of text with their distance from its foot, and its height, in points."""

    runs: list[tuple[str, float]]
    height: float

    @property
    def top(self) -> float:
        """Where the text of a later page begins."""
        return self.height - page.LATER_TOP


class Read(NamedTuple):
    """What is read of a file: its pages, and the words of its bookmarks (each heading has one)."""

    sheets: list[Sheet]
    titles: set[str]


@lru_cache(maxsize=200)
def _read(content: bytes) -> Read:
    """Read a file, once: many papers are the same, to the byte, whoever the guests are, and reading is what takes long."""
    reader = PdfReader(io.BytesIO(content))
    sheets = [Sheet([], float(sheet.mediabox.height)) for sheet in reader.pages]
    for number, words, height in pdf.places(reader):
        sheets[number].runs.append((words, height))
    return Read(sheets, set(_titles(reader.outline)))


def _body(sheet: Sheet, first: bool) -> list[tuple[str, float]]:
    return [(words, height) for words, height in sheet.runs if height > _FOOT and (first or height < sheet.top)]


def _feet(sheets: list[Sheet], commune: str) -> Iterator[str]:
    for number, sheet in enumerate(sheets, 1):
        foot = " ".join(words for words, height in sheet.runs if height <= 40)
        if sheet.runs and commune not in foot:
            yield f"p. {number} : la commune manque au pied « {foot} »"


def _alone(sheets: list[Sheet]) -> Iterator[str]:
    for number, sheet in enumerate(sheets[1:], 2):
        lines = [words for words, _height in _body(sheet, False)]
        first = lines[0] if lines else ""
        if re.match(r"Fait (à|au|aux)\b|L[ea] Maire,|Je vous prie|Bien cordialement", first):
            yield f"p. {number} : « {first} » seul en haut de page"


def _headings(path: Path) -> Iterator[str]:
    sheets, named = _read(path.read_bytes())
    for number, sheet in enumerate(sheets, 1):
        lines = _body(sheet, number == 1)
        if not lines:
            continue
        lowest = min(height for _words, height in lines)
        last = [words for words, height in lines if height < lowest + 4]
        # The last words of a cell may be those of some title too: a title that ends a page is there whole.
        read = " ".join(" ".join(words for words, _height in lines).split())
        ends = any(read.endswith(title) and title.endswith(last[-1]) for title in named)
        if (
            ends
            and all(any(title.endswith(words) for title in named) for words in last)
            and not _drawn_below(path, number, lowest)
        ):
            yield f"p. {number} : le titre « {last[0]} » finit la page"


def _titles(outline: Any) -> Iterator[str]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _titles(entry)
        else:
            yield " ".join(str(entry.title).split())


def _drawn_below(path: Path, number: int, lowest: float) -> bool:
    """Tell whether something is drawn between the last line of text and the foot: lines to write on, boxes."""
    image = pdf.picture(path, number - 1)
    rows = range(int(image.height() - lowest) + 4, int(image.height() - page.BOTTOM) + 4)
    return any(image.pixelColor(x, y).lightness() < 200 for y in rows for x in range(210, image.width() - 60, 7))


def nearly_empty(path: Path) -> bool:
    """Tell whether the last page, or that of a letter, goes less than a third down."""
    sheets = _read(path.read_bytes()).sheets
    ends = [number for number, sheet in enumerate(sheets) if number + 1 == len(sheets) or _begins(sheets[number + 1])]
    for number in ends:
        if _begins(sheets[number]):
            continue
        lowest = min((height for _words, height in _body(sheets[number], False)), default=0)
        if lowest and sheets[number].top - lowest < build.NEARLY_EMPTY * (sheets[number].top - page.BOTTOM):
            return True
    return False


def _begins(sheet: Sheet) -> bool:
    """Tell whether a page has the letterhead, or nothing (the back of a sheet)."""
    return not sheet.runs or any(words.startswith("Mairie d") for words, _height in sheet.runs)


def _avoidable(store: Store, paper: Paper, context: Context, path: Path) -> bool:
    """Tell whether the engine, told to try 5 % less in any case, would have made fewer pages."""
    before = build.NEARLY_EMPTY
    try:
        build.NEARLY_EMPTY = 2.0
        return paper.make(store.reader, context, path.with_suffix(".tight.pdf")).pages < len(
            _read(path.read_bytes()).sheets
        )
    finally:
        build.NEARLY_EMPTY = before


def _words(sheets: list[Sheet]) -> set[str]:
    text = " ".join(words for sheet in sheets for words, _height in sheet.runs)
    return words_of(re.sub(r"\bempreinte [0-9a-f]{8}\b", "empreinte", text))  # figures of base 16 are no words


def words_of(text: str) -> set[str]:
    """Return the runs of letters of a text, without accents nor capitals: a fragment of a word is none of them."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    return set(re.findall(r"[a-z]+", "".join(c for c in plain if not unicodedata.combining(c))))


def words_known(store: Store) -> set[str]:
    """Return the words there are: what the program can say, what is typed in a dossier."""
    from msp_desktop.domain.records import RECORDS

    values = (value for record in RECORDS for row in store.reader.all(record) for value in structs.astuple(row))
    return vocabulary() | words_of(" ".join(value for value in values if isinstance(value, str)))


@cache
def vocabulary() -> set[str]:
    """Return every word that the program and the method can say."""
    root = Path(msp_desktop.__file__).parent
    texts = [month_name(number) for number in range(1, 13)]
    texts += ["lundi mardi mercredi jeudi vendredi samedi dimanche er"]
    rooms = ("documents", "domain", "formats", "papers", "services")
    for file in (file for room in rooms for file in (root / room).rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        texts += [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    texts += [file.read_text("utf-8") for file in (root.parent / "resources" / "method").glob("*.toml")]
    texts += [file.read_text("utf-8") for file in (root.parent / "resources" / "calendar").glob("*.toml")]
    return words_of(" ".join(texts))
