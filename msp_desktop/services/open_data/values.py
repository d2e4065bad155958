"""A review as values for a program: one list a kind of proposal."""

from __future__ import annotations

from typing import Any

from msp_desktop.domain.official import FileKind, FoundProfessional, Proposal, Review, ReviewFigure, ReviewLine
from msp_desktop.services.open_data.words import source_words


def as_values(review: Review) -> dict[str, Any]:
    """Return the files, the communes, and the lines of each kind: `new existing changed gone to_confirm set_aside`."""
    values: dict[str, Any] = {
        "files": [
            {
                "kind": file.kind.value,
                "name": file.name,
                "dated_on": file.dated_on.isoformat() if file.dated_on else None,
                "lines": file.lines,
                "kept": file.kept,
                "incomplete": file.incomplete,
                "covers": list(file.covers),
            }
            for file in review.files
        ],
        "communes": list(review.communes),
    }
    for proposal in (
        Proposal.NEW, Proposal.EXISTING, Proposal.CHANGED, Proposal.GONE, Proposal.TO_CONFIRM, Proposal.SET_ASIDE,
    ):  # fmt: skip
        values[proposal.value] = [_line_values(line) for line in review.of(proposal)]
    values["figures"] = [_figure_values(figure) for figure in review.figures]
    return values


def _figure_values(figure: ReviewFigure) -> dict[str, Any]:
    found = figure.found
    return {
        "code": found.code,
        "area": found.area,
        "title": figure.title,
        "value": found.value,
        "says": figure.words,
        "before": figure.before,
        "year": found.year,
        "source": figure.source,
        "accepted": figure.ticked,
    }


def _line_values(line: ReviewLine) -> dict[str, Any]:
    found = line.found
    told = found.rpps if isinstance(found, FoundProfessional) else found.finess if found is not None else line.number
    return {
        "name": line.name,
        "profession" if line.kind is FileKind.RPPS else "kind": line.what,
        "town": line.town,
        "commune": found.insee if found is not None else "",
        "number": told,
        "says": line.said,
        "why": found.why.value if found is not None and found.why is not None else None,
        "accepted": line.ticked,
        "source": source_words(line.file),
        "differences": [
            {
                "field": one.attribute,
                "before": one.old_words,
                "after": one.new_words,
                "accepted": line.ticked and one.accepted,
            }
            for one in line.differences
        ],
    }
