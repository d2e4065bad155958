"""The data that a paper for the federation carries, as its PDF has them inside."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msp_desktop.db.faults import explained
from msp_desktop.db.reader import Reader
from msp_desktop.domain.carried.envelope import content_id, encoded
from msp_desktop.domain.carried.leaves import noted, noted_of
from msp_desktop.files import free_path, write_whole
from msp_desktop.formats.text import slug
from msp_desktop.i18n import _
from msp_desktop.papers.paper import Context, Paper, Target
from msp_desktop.papers.sources import NotingReader
from msp_desktop.paths import make_folder

if TYPE_CHECKING:
    from msp_desktop.documents.build import Carried


def embedded(reader: Reader, context: Context, target: Target) -> Carried | None:
    """Return what a PDF carries, None for a Word file, which is there to be changed.

    What is read for it is no source of the paper: a paper is out of date when what it shows has changed.
    """
    from msp_desktop.documents.build import Carried
    from msp_desktop.services.sending import commune_data

    if isinstance(target, Path) and target.suffix == ".docx":
        return None
    plain = reader.plain if isinstance(reader, NotingReader) else reader
    told = commune_data(plain, context.today, context.now, context.leaves)
    if isinstance(reader, NotingReader):
        reader.note_carried(noted(told, context.leaves))
    return Carried(encoded(told), content_id(told))


def carries_the_same(reader: Reader, document: Paper, sources: str, context: Context, suffix: str) -> bool:
    """Tell whether a document written before carries what the dossier says today, as much of it as is let out."""
    from msp_desktop.services.sending import commune_data

    if not document.carries or suffix != ".pdf":
        return True
    before = noted_of(sources)
    told = commune_data(reader, context.today, context.now, context.leaves)
    return before is not None and before.content == content_id(told)


def write_data(reader: Reader, folder: Path, context: Context, *, replace: bool = False) -> Path:
    """Write the data alone, for programs, into a folder, and return where: « 2026-04-28_donnees_saint-exemple.json ».

    An existing file is kept and the new one gets « _2 », unless `replace`. UserError where it cannot be written.
    """
    from msp_desktop.services.sending import commune_data

    told = commune_data(reader, context.today, context.now, context.leaves)
    with explained():
        path = make_folder(folder) / f"{context.today.isoformat()}_donnees_{slug(told.commune.name)}.json"
        path = path if replace else free_path(path)
        write_whole(path, encoded(told))
    return path


def withheld_words(reader: Reader) -> tuple[str, ...]:
    """Return the sentences that say which findings stay, since they name somebody of the directory; none where none does."""
    from msp_desktop.services.sending import findings_that_name

    return tuple(
        _("This finding names {people}: it stays unless names leave too. « {question} »").format(
            people=", ".join(found.people), question=found.question
        )
        for found in findings_that_name(reader)
    )


def findings_words(reader: Reader) -> tuple[str, ...]:
    """Return the findings that are written, each with its question, as they would leave."""
    from msp_desktop.services.sending import findings_written

    return tuple(f"{question} {answer}" for question, answer in findings_written(reader))
