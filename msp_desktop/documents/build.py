"""Make one PDF file of a story: the only door to ReportLab's document templates."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from msgspec import Struct
from msgspec.structs import replace
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageTemplate
from reportlab.platypus.doctemplate import LayoutError

from msp_desktop.db.faults import explained
from msp_desktop.documents import fonts, page, style
from msp_desktop.documents.tagging import Attachment, TaggedCanvas
from msp_desktop.documents.tagging.internals import TimeStamp, filled_part
from msp_desktop.documents.text import without_blanks
from msp_desktop.domain.carried.data import NAME
from msp_desktop.errors import UserError
from msp_desktop.files import write_whole
from msp_desktop.i18n import _

Story = list[Flowable]
#: Where a document goes: a file, written all or nothing, or memory.
Target = Path | BinaryIO
#: A function of the density (1.0, or less for a tighter page) that makes the whole story anew.
MakeStory = Callable[[float], Story]
#: A last page that uses less than this part of its frame is « nearly empty ».
NEARLY_EMPTY = 1 / 3
#: Parts of more pages are made once: a page in twenty matters less than the time.
_MANY = 20


class Carried(Struct, frozen=True):
    """The data that a document carries for programs, and what tells them from others (`content_id`): its foot says its beginning."""

    content: bytes
    content_id: str

    @property
    def attachment(self) -> Attachment:
        """Return the file to embed."""
        return Attachment(
            NAME, self.content, description="Données de la commune, à lire par un programme", relation="Data"
        )


class BuildResult(Struct, frozen=True):
    """What came out: pages (0 for a Word file, whose pages Word makes), glyphs that no bundled face has (« ▯ »).

    `sha256` is that of the bytes written.
    """

    pages: int
    replaced_glyphs: int
    sha256: str


def build(
    target: Target | str,
    make_story: MakeStory | Story,
    furniture: page.Furniture,
    *,
    made_at: datetime,
    landscape: bool = False,
    subject: str = "",
    attachments: Sequence[Attachment] = (),
    carried: Carried | None = None,
    density: float = 1.0,
) -> BuildResult:
    """Write the document to a path (atomically) or a binary file; a path in .docx gets a Word file, which carries nothing.

    With a function as story, a nearly empty last page, of the document or of a part that begins with the
    letterhead, brings one try with 5 % tighter spacing; `density` says how tight the first one is.
    Raises UserError when the file cannot be replaced.
    """
    fonts.register()
    if isinstance(target, Path) and target.suffix == ".docx":
        return _build_word(target, make_story, furniture, made_at, landscape)
    if carried is not None:
        attachments = (*attachments, carried.attachment)
        furniture = replace(furniture, fingerprint=carried.content_id[:8])

    def made(density: float) -> tuple[bytes, _Template, TaggedCanvas]:
        with style.tightened(density):
            # Nobody else holds the story: what is drawn is let go of, page by page.
            return _rendered(
                make_story(density) if callable(make_story) else make_story,
                furniture, made_at, landscape, subject, attachments,
            )  # fmt: skip

    content, template, canvas = made(density)
    if callable(make_story) and density > style.TIGHTER and template.ends_nearly_empty():
        again, shorter, other = made(style.TIGHTER)
        if shorter.page < template.page:
            content, template, canvas = again, shorter, other
    if isinstance(target, str | Path):
        write_document(Path(target), content)
    else:
        target.write(content)
    return BuildResult(template.page, canvas.replaced_glyphs, sha256(content).hexdigest())


def _build_word(
    target: Path, make_story: MakeStory | Story, furniture: page.Furniture, made_at: datetime, landscape: bool
) -> BuildResult:
    from msp_desktop.documents.word import word_bytes

    # Word's own lines are higher than ours: what fits our page in the usual air would spill.
    with style.tightened(style.TIGHTER):
        story = make_story(style.TIGHTER) if callable(make_story) else make_story
    content = word_bytes(story, furniture, made_at=made_at, landscape=landscape)
    write_document(target, content)
    return BuildResult(0, 0, sha256(content).hexdigest())


class _Template(BaseDocTemplate):
    """A first page with the letterhead, then pages with a running head; notes how full each is."""

    def __init__(self, target: BinaryIO, furniture: page.Furniture, wide: bool, subject: str) -> None:
        self.parts: list[list[float]] = []
        width, height = page.size(wide=wide)
        BaseDocTemplate.__init__(
            self, target, pagesize=(width, height), title=f"{without_blanks(furniture.title)} – {furniture.commune}",
            author=furniture.author, subject=subject or without_blanks(furniture.title), creator="Santé 100 jours",
            lang="fr-FR", initialFontName=fonts.REGULAR, allowSplitting=1,
        )  # fmt: skip

        def frame(name: str, top: float) -> Frame:
            room = width - style.LEFT - 20 * mm
            return Frame(
                style.LEFT, page.BOTTOM, room, height - top - page.BOTTOM, id=name,
                leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
            )  # fmt: skip

        first = PageTemplate(
            "first",
            [frame("first", page.first_top(wide=wide, beside_arms=furniture.beside_arms, bare=furniture.bare,
                                           running=bool(furniture.running)))],
            onPage=lambda canvas, _doc: page.draw_first(canvas, furniture, wide=wide),
            autoNextPageTemplate="later",
        )  # fmt: skip
        later = PageTemplate(
            "later", [frame("later", page.LATER_TOP)],
            onPage=lambda canvas, _doc: page.draw_later(canvas, furniture, wide=wide),
        )  # fmt: skip
        blank = PageTemplate("blank", [frame("blank", page.LATER_TOP)])
        self.addPageTemplates([first, later, blank])

    def afterPage(self) -> None:  # noqa: N802 – ReportLab's name
        """Note how much of the page is used, in the part that began with the letterhead."""
        if self.pageTemplate.id == "first" or not self.parts:
            self.parts.append([])
        if self.pageTemplate.id != "blank":
            self.parts[-1].append(filled_part(self.frame))

    def ends_nearly_empty(self) -> bool:
        """Tell whether a part of a few pages ends on a page that is nearly empty."""
        return any(1 < len(part) <= _MANY and part[-1] < NEARLY_EMPTY for part in self.parts)


def _rendered(
    story: Story,
    furniture: page.Furniture,
    made_at: datetime,
    wide: bool,
    subject: str,
    files: Sequence[Attachment],
) -> tuple[bytes, _Template, TaggedCanvas]:
    buffer = io.BytesIO()
    template = _Template(buffer, furniture, wide, subject)
    canvases: list[TaggedCanvas] = []

    def make_canvas(target: Any, **options: Any) -> TaggedCanvas:
        canvas = TaggedCanvas(target, attachments=files, stamp=_stamp(made_at), **options)
        canvases.append(canvas)
        return canvas

    try:
        flowables = [NextPageTemplate("later"), *story]
        del story
        template.build(flowables, canvasmaker=make_canvas)
    except LayoutError as error:
        # A part that cannot be cut (an address, a signature) is higher than the page.
        raise UserError(
            _("A name, a function or an address is too long for a page of this document: shorten it, then try again.")
        ) from error
    return buffer.getvalue(), template, canvases[-1]


def _stamp(moment: datetime) -> TimeStamp:
    offset = moment.utcoffset()
    minutes = round(offset.total_seconds() / 60) if offset else 0
    hours, rest = divmod(abs(minutes), 60)
    sign = -1 if minutes < 0 else 1
    parts = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    return TimeStamp(parts, sign * hours, rest)


def write_document(path: Path, content: bytes) -> None:
    """Write the file, or say why it cannot be."""
    try:
        with explained():
            write_whole(path, content)
    except UserError as error:
        if os.path.lexists(path) and isinstance(error.__cause__, PermissionError):
            raise UserError(_("This document is open in another program. Close it there, then try again.")) from error
        raise
