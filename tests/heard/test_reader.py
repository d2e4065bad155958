"""The reader: it must see and hear what the program says, else what is built on it would prove nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from msp_desktop.db.dossier import close_dossier
from tests.dossiers import open_sample
from tests.heard.reader import Reader
from tests.heard.session import PROGRAMS, session


@pytest.mark.needs(*PROGRAMS, "xdotool")
def test_the_window_is_read_and_heard_from_outside(tmp_path: Path) -> None:
    opened = open_sample(tmp_path)
    path = opened.path
    close_dossier(opened)
    with session(home=tmp_path / "home") as environment:
        program = Path(sys.executable).with_name("msp-desktop")
        with Reader(environment) as reader:  # listening before the window says that it has the keyboard
            window = subprocess.Popen([program, "open", str(path)], env=environment)
            try:
                seen = reader.window("Saint-Exemple")
                assert seen.find("Réunions", "page tab").box[2] > 0
                assert not seen.find("Rechercher dans le dossier", "text").text()

                def press(*keys: str) -> None:
                    subprocess.run(["xdotool", "key", *keys], env=environment, check=True)

                reader.wait(reader.focused, "the keyboard in the window")
                press("ctrl+f")
                focused = reader.wait(lambda: (now := reader.focused()) and now.role == "text" and now, "the field")
                assert focused.name == "Rechercher dans le dossier"
                press("Escape", "ctrl+s")
                heard = reader.wait(reader.announced, "an announcement")
                assert any("enregistré" in sentence for sentence in heard), heard
            finally:
                window.terminate()
                window.wait()
