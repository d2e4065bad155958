"""The band under the tabs: why a dossier can only be read, or the words a former run could not write."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from msp_desktop.i18n import _
from msp_desktop.services.kept_words import Kept, as_text
from msp_desktop.ui.shell import actions, messages

if TYPE_CHECKING:
    from msp_desktop.ui.main_window import MainWindow

#: Letters of the words that are shown.
_MOST = 60


def offer(window: MainWindow) -> None:
    """Say what is to be known of the dossier just opened, or nothing."""
    workspace = window.workspace
    if workspace is None:
        window.banner.say("")
        return
    if workspace.store.is_copy:
        window.banner.say(workspace.store.read_only_because, _("Take this copy again…"))
        return
    if workspace.read_only:
        because = workspace.store.read_only_because or _("This dossier can only be read here.")
        window.banner.say(because, _("Copy it to this computer to change it"))
        return
    returned = workspace.kept.returned()
    if not returned:
        window.banner.say("")
        return
    _key, kept = returned[0]
    sentence = _("You were writing « {words} » ({field}): it is not in the dossier yet.")
    window.banner.say(
        sentence.format(words=shorten(_plain(kept), _MOST, placeholder="…"), field=kept.label),
        _("Take it up again"),
        _("Erase it"),
    )


def act(window: MainWindow) -> None:
    """Do what the band proposes: bring the dossier home, or show the words where they were."""
    workspace = window.workspace
    if workspace is None:
        return
    if workspace.store.is_copy:
        from msp_desktop.ui.shell.copies import take

        take(window, workspace.store.path)
        return
    if workspace.read_only:
        actions.bring_home(window)
        return
    returned = workspace.kept.returned()
    if not returned:
        return
    key, kept = returned[0]
    shown = window.show_place(key)
    if shown and key not in dict(workspace.kept.returned()):
        return
    # Nothing shows it any more, or something else was written there meanwhile: it can still be read and copied.
    from msp_desktop.ui.dialogs.read_words import ReadWords
    from msp_desktop.ui.widgets.modal import run

    if run(ReadWords(kept.label, as_text([kept], "").strip(), window)):
        workspace.kept.drop(key)


def erase(window: MainWindow) -> None:
    """Forget the words the band tells of, once it is sure."""
    workspace = window.workspace
    returned = workspace.kept.returned() if workspace is not None else []
    if workspace is None or not returned:
        return
    key, kept = returned[0]
    question = _("Erase these words for good?") + f"\n\n{shorten(_plain(kept), 400, placeholder='…')}"
    if not messages.ask(window, question, _("Keep them"), _("Erase them")):
        workspace.kept.drop(key)


def _plain(kept: Kept) -> str:
    if isinstance(kept.words, dict):
        return " – ".join(str(words) for words in kept.words.values() if words)
    return str(kept.words)
