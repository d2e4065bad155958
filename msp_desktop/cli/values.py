"""What a word of a command line may be: a day, a size, a path that this computer can take."""

from __future__ import annotations

import os
from argparse import Namespace
from datetime import date
from pathlib import Path

from msp_desktop.db.reader import Reader
from msp_desktop.domain.official import Proposal
from msp_desktop.domain.scope import Audience, Scope
from msp_desktop.errors import UserError
from msp_desktop.formats.text import quoted
from msp_desktop.formats.typed import EARLIEST, LATEST
from msp_desktop.i18n import _
from msp_desktop.services.who import person_named

#: Largest width or height of a picture, in pixels; no screen has more.
MOST_PIXELS = 10_000


def day(text: str) -> date:
    """Return the day written as 2026-03-22; UserError for anything else, or too far from any mandate."""
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise UserError(
            _("« {text} » is not a date: write it as 2026-03-22 (year-month-day).").format(text=quoted(text))
        ) from error
    if not EARLIEST <= found <= LATEST:
        raise UserError(
            _("« {text} » is too far away: give a day from {first} to {last}.").format(
                text=text, first=EARLIEST.year, last=LATEST.year
            )
        )
    return found


def scope(options: Namespace, reader: Reader) -> Scope:
    """Return the period and the person that the options ask for.

    UserError where it ends before it begins, or the name is nobody's or several people's.
    """
    if options.since and options.until and options.until < options.since:
        raise UserError(_("The period ends before it begins: give --since the earlier day, --until the later one."))
    person = person_named(reader, options.person) if options.person is not None else None
    return Scope(options.since, options.until, options.with_names, Audience(options.audience), person)


def there(path: Path) -> Path:
    """Return a path that something lies at; UserError where nothing does."""
    if not path.exists():
        raise UserError(_("There is no file or folder « {name} » here.").format(name=quoted(path.name)))
    return path


def codes(text: str) -> tuple[str, ...]:
    """Return the codes written with a comma, or a space, between them; UserError where there is none."""
    found = tuple(dict.fromkeys(text.replace(",", " ").split()))
    if not found:
        raise UserError(_("No code of a commune is written: give them as 23096,23176."))
    return found


def departments(text: str) -> frozenset[str]:
    """Return the codes of the departments asked for; UserError for one there is not."""
    from msp_desktop.exchange.communes import departments_of_codes

    known = frozenset(departments_of_codes().values())
    if text.strip().lower() == "all":
        return known
    asked = [code.strip().upper() for code in text.split(",") if code.strip()]
    asked = [code.zfill(2) for code in asked]
    wrong = next((code for code in asked if code not in known), None if asked else "")
    if wrong is not None:
        raise UserError(
            _("« {code} » is no department: give its code (23, 2A, 974), several with commas, or all.").format(
                code=quoted(wrong)
            )
        )
    return frozenset(asked)


def department(text: str) -> str:
    """Return the code of one department; UserError for one there is not, or several."""
    found = departments(text)
    if len(found) != 1:
        raise UserError(_("Give the code of one department: 23, 2A, 974."))
    return next(iter(found))


def proposals(text: str) -> frozenset[Proposal]:
    """Return the kinds of lines written with a comma between them; UserError for a word that is none."""
    words = text.replace(",", " ").split()
    unknown = [word for word in words if word not in tuple(Proposal)]
    if unknown or not words:
        raise UserError(
            _("« {text} » is nothing to accept: write words among {words}.").format(
                text=quoted(", ".join(unknown) or text), words=", ".join(Proposal)
            )
        )
    return frozenset(Proposal(word) for word in words)


def size(text: str) -> tuple[int, int]:
    """Return the width and height written as 1366x768; UserError for anything else."""
    width, _cross, height = text.partition("x")
    if not (_is_size(width) and _is_size(height)):
        raise UserError(_("« {text} » is not a size: write it as 1366x768.").format(text=quoted(text)))
    return int(width), int(height)


def percent(text: str) -> int:
    """Return a size of text from 100 to 200, with or without its sign; UserError for anything else."""
    digits = text.strip().removesuffix("%").strip()
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 3 and 100 <= int(digits) <= 200):
        raise UserError(_("« {text} » is not a size of text: give a number from 100 to 200.").format(text=quoted(text)))
    return int(digits)


def path(text: str) -> Path:
    """Return the path; UserError where no file of this computer can be called so, or where it is out of reach."""
    if not text.strip():
        raise UserError(_("A file's name is empty: write where it is."))
    try:
        os.stat(text)
    except (FileNotFoundError, NotADirectoryError):
        pass  # what is to be made, or what the command says cannot be found
    except (OSError, ValueError) as error:
        raise UserError(
            _("« {text} » cannot be reached: the name is too long or not possible here, or the folder is closed to "
              "you.").format(text=quoted(text))
        ) from error  # fmt: skip
    return Path(text)


def target(text: str) -> Path:
    """Return the path of a file to write; UserError where it is a folder, or as `path` says."""
    found = path(text)
    if not found.name or found.name == ".." or found.is_dir():
        raise UserError(_("« {text} » is a folder: add the name of the file to write.").format(text=quoted(text)))
    return found


def _is_size(digits: str) -> bool:
    return digits.isascii() and digits.isdecimal() and len(digits) <= 5 and 0 < int(digits) <= MOST_PIXELS
