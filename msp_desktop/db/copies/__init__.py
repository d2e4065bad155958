"""Copies of a dossier: taken in memory, checked, written whole, known again by their names, thinned, put back.

A live file is only ever copied through SQLite (`Connection.backup`): reading it by other means drops its lock.
"""

from msp_desktop.db.copies.names import Copy, copy_of
from msp_desktop.db.copies.proof import Copied, State, read_copy, state_of, verified
from msp_desktop.db.copies.restoring import Restored, restore
from msp_desktop.db.copies.series import all_copies, back_up, copies_in, keep, owner_in
from msp_desktop.db.copies.thinning import dropped
from msp_desktop.db.copies.write import (
    checked_content,
    copy_aside,
    snapshot,
    write_copy,
    write_proven,
)
from msp_desktop.db.damage import problems

__all__ = [
    "Copied",
    "Copy",
    "Restored",
    "State",
    "all_copies",
    "back_up",
    "checked_content",
    "copies_in",
    "copy_aside",
    "copy_of",
    "dropped",
    "keep",
    "owner_in",
    "problems",
    "read_copy",
    "restore",
    "snapshot",
    "state_of",
    "verified",
    "write_copy",
    "write_proven",
]
