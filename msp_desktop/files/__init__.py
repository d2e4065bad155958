"""The one way to write a file, all or nothing; what killed programs left is swept."""

from msp_desktop.files.drafts import draft_folder, draft_of, free_path, give_second_name, owner_only, write_whole
from msp_desktop.files.leftovers import sweep
from msp_desktop.files.names import is_gone, root_answers, shown_name

__all__ = [
    "draft_folder",
    "draft_of",
    "free_path",
    "give_second_name",
    "is_gone",
    "owner_only",
    "root_answers",
    "shown_name",
    "sweep",
    "write_whole",
]
