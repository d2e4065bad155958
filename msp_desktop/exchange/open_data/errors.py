"""What to do with a file that is no official file, or that cannot be read to its end."""

from __future__ import annotations

from msp_desktop.errors import UserError
from msp_desktop.formats.text import quoted
from msp_desktop.i18n import _


class NotOfficialError(UserError):
    """A file that is none of the official files read here, or that is damaged, and what to do."""


def not_recognised(name: str) -> NotOfficialError:
    """Return what to do with a file of another kind."""
    return NotOfficialError(
        _(
            "« {name} » is no official file read here: choose the RPPS file, FINESS or a file of public figures, as downloaded."
        ).format(name=quoted(name))
    )


def is_folder(name: str) -> NotOfficialError:
    """Return what to do with a folder."""
    return NotOfficialError(_("« {name} » is a folder: choose the official file inside it.").format(name=quoted(name)))


def is_empty(name: str) -> NotOfficialError:
    """Return what to do with a file without a byte."""
    return NotOfficialError(_("« {name} » is empty: copy it again from where it comes.").format(name=quoted(name)))


def is_damaged(name: str) -> NotOfficialError:
    """Return what to do with a file that is cut short, or whose bytes have changed."""
    return NotOfficialError(
        _("« {name} » is damaged or incomplete: copy it again from where it comes.").format(name=quoted(name))
    )


def has_password(name: str) -> NotOfficialError:
    """Return what to do with an archive that is encrypted."""
    return NotOfficialError(
        _("« {name} » is protected by a password: unpack it with its password, then choose the file inside it.").format(
            name=quoted(name)
        )
    )


def is_packed_otherwise(name: str) -> NotOfficialError:
    """Return what to do with an archive whose way of packing is not read here."""
    return NotOfficialError(
        _("« {name} » is packed in a way not read here: unpack it, then choose the file inside it.").format(
            name=quoted(name)
        )
    )


def is_too_large(name: str) -> NotOfficialError:
    """Return what to do with a file far larger than any official one, or that unfolds beyond reason."""
    return NotOfficialError(
        _("« {name} » holds far more than an official file: choose the file as downloaded.").format(name=quoted(name))
    )


def cannot_be_read(name: str) -> NotOfficialError:
    """Return what to do where the disk, the stick or the system refuses."""
    return NotOfficialError(
        _("« {name} » cannot be read: check that the stick is plugged in and the file still there.").format(
            name=quoted(name)
        )
    )
