"""The command: what it prints, what it writes, how it refuses.

What a process of its own may change is run from the outside, as installed; the rest in this one, which starts nothing.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from email import policy
from email.parser import BytesParser
from io import BytesIO
from pathlib import Path
from typing import TypeAlias
from unittest import mock

import icalendar
import pytest
from pypdf import PdfReader

from msp_desktop import app

Done: TypeAlias = subprocess.CompletedProcess[str]

DOCUMENTS = 13


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample dossier with all its documents, made once."""
    folder = tmp_path_factory.mktemp("exemple")
    done = run_outside(folder, "demo", "--no-window", "--into", str(folder), "--today", "2026-04-28")
    assert done.returncode == 0, done.stderr
    return folder / "saint-exemple.msp100"


@pytest.fixture
def dossier(sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample dossier of its own for a test (closed, so an ordinary copy is safe)."""
    return Path(shutil.copy(sample, tmp_path / "copie.msp100"))


def places(folder: Path) -> dict[str, str]:
    return {
        "SANTE100JOURS_DATA": str(folder / "donnees"),
        "SANTE100JOURS_DOCUMENTS": str(folder / "documents"),
        "QT_QPA_PLATFORM": "offscreen",
    }


def run_outside(folder: Path, *arguments: str) -> Done:
    command = [sys.executable, "-m", "msp_desktop", *arguments]
    environment = {**os.environ, **places(folder)}
    return subprocess.run(command, capture_output=True, text=True, env=environment, encoding="utf-8")


def run(folder: Path, *arguments: str) -> Done:
    """Run the command in this process, and return what `run_outside` would."""
    with mock.patch.dict(os.environ, places(folder)):
        return run_as_set(*arguments)


def run_as_set(*arguments: str) -> Done:
    """Run the command in this process where the variables say that things lie."""
    out, errors = (io.TextIOWrapper(io.BytesIO(), encoding="ascii") for _stream in range(2))
    with redirect_stdout(out), redirect_stderr(errors):
        code = app.run(arguments)
    said, complained = (stream.detach().getvalue().decode("utf-8") for stream in (out, errors))
    return subprocess.CompletedProcess(arguments, code, said, complained)


def refused(done: Done) -> str:
    """Check that it was a user's error: code 2, one sentence, no traceback."""
    assert done.returncode == 2, (done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    lines = [line for line in done.stderr.splitlines() if line]
    assert len(lines) == 1, done.stderr
    return lines[0]


def test_the_demo_writes_the_dossier_and_every_document(sample: Path) -> None:
    made = sorted(path.name for path in (sample.parent / "Documents").glob("*.pdf"))
    assert len(made) >= DOCUMENTS
    for middle in (
        "calendrier",
        "fiche-mission",
        "arrete-delegation",
        "lettre-de-mission",
        "etat-des-lieux",
        "ordre-du-jour",
        "invitations",
    ):
        assert any(middle in name for name in made), middle
    assert "2026-05-12_ordre-du-jour_saint-exemple.pdf" in made


def test_the_demo_made_again_leaves_the_old_one_aside(sample: Path, tmp_path: Path) -> None:
    first = sample.read_bytes()
    (tmp_path / sample.name).write_bytes(first)
    assert run(tmp_path, "demo", "--no-window", "--into", str(tmp_path), "--today", "2026-04-28").returncode == 0
    assert (tmp_path / "saint-exemple_2.msp100").read_bytes() == first
    assert {path.name for path in tmp_path.glob("*.msp100")} == {"saint-exemple.msp100", "saint-exemple_2.msp100"}


def test_show_json_tells_all_that_was_promised(dossier: Path, tmp_path: Path) -> None:
    done = run(tmp_path, "show", str(dossier), "--json", "--today", "2026-04-28")
    values = json.loads(done.stdout)
    assert values["commune"]["name"] == "Saint-Exemple"
    assert values["commune"]["insee"] is None
    assert values["commune"]["federation"]["email"].endswith("@federation-exemple.invalid")
    assert (values["mandate_start"], values["day_zero"]) == ("2026-03-22", "2026-03-22")
    assert (values["day"], values["phase"]) == (37, "2")
    assert values["progress"]["1"] == {"done": 3, "total": 4}
    assert {"id", "title", "due", "state", "late"} <= values["next"][0].keys()
    assert values["inventory"]["findings"] == {"filled": 5, "total": 8}
    assert values["inventory"]["professionals"] == 14
    assert values["inventory"]["departures"]["within_2_years"] == 3
    assert {"date", "kind", "total_minutes"} <= values["meetings"][0].keys()
    assert [meeting["total_minutes"] for meeting in values["meetings"]] == [85, 75, 75, 75, 60, 60, 75, 75]


def test_show_says_it_in_words_too(dossier: Path, tmp_path: Path) -> None:
    french = run_outside(tmp_path, "show", str(dossier), "--today", "2026-04-28").stdout
    assert "Saint-Exemple – jour 37 sur 100" in french
    english = run_outside(tmp_path, "--lang", "en", "show", str(dossier), "--today", "2026-04-28").stdout
    assert "day 37 of 100" in english


@pytest.mark.parametrize(
    ("insee", "commune", "federation", "start"),
    [
        ("23096", "Guéret", "contact@avecsantena.fr", "2026-03-22"),
        ("48095", "Mende", "contact@fecop.fr", "2026-03-29"),
        ("2A247", "Porto-Vecchio", "coordination@fccis.fr", "2026-03-22"),
        ("97411", "Saint-Denis", "contact@feecoia.com", "2026-03-29"),
        ("97302", "Cayenne", "plaidoyer@avecsante.fr", "2026-03-22"),
        ("67482", "Strasbourg", "contact@femage.fr", "2026-03-29"),
    ],
)
def test_a_new_dossier_knows_its_commune_and_federation(
    tmp_path: Path, insee: str, commune: str, federation: str, start: str
) -> None:
    path = tmp_path / "nouveau.msp100"
    assert run(tmp_path, "new", str(path), "--commune", insee, "--mandate-start", start).returncode == 0
    values = json.loads(run(tmp_path, "show", str(path), "--json", "--today", "2026-04-28").stdout)
    assert values["commune"]["name"] == commune
    assert values["commune"]["federation"]["email"] == federation
    assert values["mandate_start"] == start
    into = tmp_path / "papiers"
    done = run(tmp_path, "export", str(path), "timeline", "federation-letter", "inventory-blank", "--into", str(into))
    assert done.returncode == 0, done.stderr
    assert len(list(into.glob("*.pdf"))) == 3


def test_an_existing_document_is_kept_unless_replaced(dossier: Path, tmp_path: Path) -> None:
    into = tmp_path / "papiers"
    options = ("export", str(dossier), "agenda", "--into", str(into), "--today", "2026-04-28")
    run(tmp_path, *options)
    run(tmp_path, *options)
    run(tmp_path, *options, "--replace")
    names = {path.name for path in into.iterdir()}
    assert names == {
        "2026-05-12_ordre-du-jour_saint-exemple.pdf",
        "2026-05-12_ordre-du-jour_saint-exemple_2.pdf",
    }


def test_two_runs_on_the_same_day_give_the_same_bytes(dossier: Path, tmp_path: Path) -> None:
    for folder in ("un", "deux"):
        run_outside(
            tmp_path, "export", str(dossier), "agenda", "--into", str(tmp_path / folder), "--today", "2026-04-28"
        )
    first, second = (next((tmp_path / folder).iterdir()).read_bytes() for folder in ("un", "deux"))
    assert first == second


def test_meetings_are_chosen_by_next_all_or_id(dossier: Path, tmp_path: Path) -> None:
    for choice, count in (("next", 1), ("all", 8), ("1", 1)):
        into = tmp_path / choice
        options = ("--into", str(into), "--meeting", choice, "--today", "2026-04-28")
        assert run(tmp_path, "export", str(dossier), "agenda", *options).returncode == 0
        assert len(list(into.iterdir())) == count
    refused(run(tmp_path, "export", str(dossier), "agenda", "--into", str(tmp_path), "--meeting", "99"))


def test_a_copy_is_made_and_put_back_and_what_it_replaces_is_kept(dossier: Path, tmp_path: Path) -> None:
    done = run_outside(tmp_path, "backup", str(dossier), "--into", str(tmp_path / "copies"))
    copy = done.stdout.strip()
    assert run_outside(tmp_path, "check", str(dossier)).returncode == 0
    dossier.write_bytes(b"SQLite format 3\x00" + dossier.read_bytes()[16:3000])
    refused(run_outside(tmp_path, "check", str(dossier)))
    assert run_outside(tmp_path, "restore", copy, "--into", str(dossier)).returncode == 0
    assert run_outside(tmp_path, "check", str(dossier)).returncode == 0
    assert [path.name for path in tmp_path.glob("copie_abime*")] == ["copie_abime.msp100"]


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"SQLite format 3\x00" + b"\xff" * 3000], ids=["empty", "text", "cut"]
)
def test_a_file_that_is_no_dossier_is_one_sentence_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "faux.msp100"
    path.write_bytes(content)
    for command in (
        ["show", str(path)],
        ["check", str(path)],
        ["export", str(path), "all", "--into", str(tmp_path / "x")],
    ):
        refused(run(tmp_path, *command))
    assert path.read_bytes() == content


def test_each_mistake_of_the_command_line_is_one_sentence(dossier: Path, tmp_path: Path) -> None:
    into = ["--into", str(tmp_path / "x")]
    wall = tmp_path / "mur"
    wall.write_text("un fichier, pas un dossier", encoding="utf-8")
    assert "31/02" in refused(run(tmp_path, "show", str(dossier), "--today", "31/02"))
    refused(run(tmp_path, "show", str(tmp_path / "absent.msp100")))
    refused(run(tmp_path, "export", str(dossier), "inconnu", *into))
    refused(run(tmp_path, "export", str(dossier), "agenda", "--into", str(wall / "sous")))
    refused(run(tmp_path, "new", str(tmp_path / "n.msp100"), "--commune", "99999", "--mandate-start", "2026-03-22"))
    refused(run(tmp_path, "new", str(dossier), "--commune", "23096", "--mandate-start", "2026-03-22"))
    refused(run(tmp_path, "restore", str(tmp_path / "absente.msp100"), "--into", str(dossier)))
    refused(run(tmp_path, "picture", str(dossier), "timeline", "--out", str(tmp_path / "x.png"), "--size", "grand"))
    refused(run_outside(tmp_path, "n'importe quoi"))
    assert run(tmp_path, "check", str(dossier)).returncode == 0


@pytest.mark.posix("no screen")
def test_without_a_screen_the_window_is_refused_in_a_sentence(dossier: Path) -> None:
    away = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in away}
    command = [sys.executable, "-m", "msp_desktop", "open", str(dossier)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, encoding="utf-8")
    assert "--no-window" in refused(done)


def test_a_picture_of_a_tab_is_drawn(dossier: Path, tmp_path: Path) -> None:
    out = tmp_path / "onglet.png"
    options = ("--out", str(out), "--size", "1366x768", "--today", "2026-04-28")
    assert run_outside(tmp_path, "picture", str(dossier), "timeline", *options).returncode == 0
    data = out.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")) == (1366, 768)


def test_the_auto_test_opens_the_real_window_and_writes_its_report(tmp_path: Path) -> None:
    report = tmp_path / "rapport.json"
    (tmp_path / "donnees").mkdir()
    settings = tmp_path / "donnees" / "preferences.json"
    settings.write_text(
        '{"text_percent": 125, "recent": [{"path": "/srv/gueret.msp100", "name": "Guéret"}]}', encoding="utf-8"
    )
    before = settings.read_bytes()
    done = run_outside(tmp_path, "--auto-test", str(report))
    left = sorted(path.name for path in (tmp_path / "donnees").iterdir())
    assert (settings.read_bytes(), left) == (before, ["journaux", "preferences.json"]), (
        "nothing of it stays on this computer"
    )
    assert not (tmp_path / "documents").exists()
    assert done.returncode == 0, done.stderr
    seen = json.loads(report.read_text(encoding="utf-8"))
    assert seen["errors"] == []
    assert seen["tabs"] == ["timeline", "referent", "inventory", "meetings", "actors", "project"]
    assert len(seen["documents"]) >= 12
    assert seen["preview"]["pages"] >= 1
    assert seen["preview"]["colours"] > 5, "a page is drawn"
    assert seen["window"]["title"].startswith("Saint-Exemple (exemple) – jour 37 sur 100")
    assert set(seen["licences"]["qt"]) == {"LGPL-3.0-only"}
    assert (seen["licences"]["textless"], seen["licences"]["commercial"]) == ([], [])


def test_the_auto_test_says_that_the_application_s_folder_cannot_be_reached(tmp_path: Path) -> None:
    (tmp_path / "donnees").write_text("un fichier", encoding="utf-8")
    done = run_outside(tmp_path, "--auto-test", str(tmp_path / "rapport.json"))
    (sentence,) = json.loads((tmp_path / "rapport.json").read_text(encoding="utf-8"))["errors"]
    assert done.returncode == 1
    assert str(tmp_path / "donnees") in sentence
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("place", ["fichier", "fichier/dedans", "/proc/nulle-part"])
def test_a_command_that_needs_the_application_s_folder_names_it_where_it_cannot_be_reached(
    dossier: Path, tmp_path: Path, place: str
) -> None:
    (tmp_path / "fichier").write_text("", encoding="utf-8")
    (tmp_path / "liste.csv").write_text("Nom;Prénom\nDurand;Lucie\n", encoding="utf-8")
    for more in ((), ("--dry-run",)):
        with mock.patch.dict(
            os.environ, dict.fromkeys(("SANTE100JOURS_DATA", "SANTE100JOURS_DOCUMENTS"), str(tmp_path / place))
        ):
            done = run_as_set("import", str(dossier), str(tmp_path / "liste.csv"), *more)
        line = refused(done)
        assert str(tmp_path / place) in line
        assert "ordinateur" in line


def test_word_copies_are_written_for_the_papers_one_changes(dossier: Path, tmp_path: Path) -> None:
    done = run(
        tmp_path, "export", str(dossier), "all", "--word", "--into", str(tmp_path / "mot"), "--today", "2026-04-28"
    )
    assert done.returncode == 0, done.stderr
    made = sorted((tmp_path / "mot").iterdir())
    assert [path.suffix for path in made] == [".docx"] * 22
    said = done.stdout.splitlines()
    assert {line for line in said if not line.startswith("  ")} == set(map(str, made))
    letter = next(number for number, line in enumerate(said) if "lettre-de-mission" in line)
    remarks = [line for line in said[letter + 1 : letter + 3] if line.startswith("  ")]
    assert len(remarks) == 1, "that it is a model; that of the decree's past day is not its own"
    refusal = run(tmp_path, "export", str(dossier), "attendance", "--word", "--into", str(tmp_path / "mot"))
    assert "attendance" in refused(refusal)


def test_a_draft_of_acts_takes_each_in_its_file(dossier: Path, tmp_path: Path) -> None:
    out = tmp_path / "actes.eml"
    done = run(tmp_path, "draft", str(dossier), "appointment", "--out", str(out), "--today", "2026-04-28")
    assert done.returncode == 0, done.stderr
    message = BytesParser(policy=policy.default).parsebytes(out.read_bytes())
    names = [part.get_filename() or "" for part in message.iter_attachments()]
    assert ["arrete-delegation" in names[0], "lettre-de-mission" in names[1], len(names)] == [True, True, 2]


def test_a_draft_of_an_agenda_reads_back_with_its_pdf(dossier: Path, tmp_path: Path) -> None:
    out = tmp_path / "courriel" / "ordre du jour.eml"
    done = run_outside(tmp_path, "draft", str(dossier), "agenda", "--out", str(out), "--today", "2026-04-28")
    assert done.returncode == 0, done.stderr
    first, said = done.stdout.splitlines()
    assert first == str(out)
    assert said.strip().startswith("3 invités n’ont pas d’adresse électronique\u00a0: ")
    message = BytesParser(policy=policy.default).parsebytes(out.read_bytes())
    assert message["To"] == "mairie@saint-exemple.invalid"
    assert "l.fontanel@cabinet-exemple.invalid" in message["Bcc"]
    attached, dates = message.iter_attachments()
    pdf = out.parent / attached.get_filename()
    assert attached.get_content() == pdf.read_bytes()
    assert dates.get_filename().endswith(".ics")
    again = run_outside(tmp_path, "draft", str(dossier), "agenda", "--out", str(out), "--today", "2026-04-28")
    assert again.stdout.splitlines()[0].endswith("_2.eml")


def test_drafts_of_invitations_are_one_a_guest_with_only_their_letter(dossier: Path, tmp_path: Path) -> None:
    out = tmp_path / "courriel" / "invitation.eml"
    done = run(tmp_path, "draft", str(dossier), "invitations", "--out", str(out), "--today", "2026-04-28")
    assert done.returncode == 0, done.stderr
    drafts = [Path(line) for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert len(drafts) == 5, "nobody writes to himself"
    assert "3 invités n’ont pas d’adresse électronique" in done.stdout
    seen = set()
    for path in drafts:
        message = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
        assert message["Bcc"] is None
        seen.add(message["To"])
        attached, agenda, dates = message.iter_attachments()
        assert "ordre-du-jour" in agenda.get_filename()
        assert dates.get_content_type() == "text/calendar"
        text = "".join(page.extract_text() for page in PdfReader(BytesIO(attached.get_content())).pages)
        assert ("Fontanel" in text) == (message["To"] == "l.fontanel@cabinet-exemple.invalid")
    assert len(seen) == 5


def test_a_draft_for_one_address(dossier: Path, tmp_path: Path) -> None:
    out = tmp_path / "un.eml"
    one = ("--to", "l.fontanel@cabinet-exemple.invalid", "--today", "2026-04-28")
    done = run(tmp_path, "draft", str(dossier), "invitations", "--out", str(out), *one)
    assert done.stdout.strip() == str(out)
    done = run(tmp_path, "draft", str(dossier), "invitations", "--out", str(out), "--to", "x@ailleurs.fr")
    assert "x@ailleurs.fr" in refused(done)
    done = run(
        tmp_path, "draft", str(dossier), "timeline", "--out", str(tmp_path / "deux.eml"), "--to", "x@ailleurs.fr"
    )
    message = BytesParser(policy=policy.default).parsebytes((tmp_path / "deux.eml").read_bytes())
    assert (done.returncode, message["To"]) == (0, "x@ailleurs.fr")


@pytest.mark.parametrize(
    "words",
    [
        ("timeline", "--to", "pas une adresse"),
        ("agenda", "--meeting", "all"),
        ("agenda", "--meeting", "999"),
        ("inconnu",),
    ],
)
def test_a_draft_that_cannot_be_is_one_sentence(dossier: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    out = tmp_path / "non.eml"
    refused(run(tmp_path, "draft", str(dossier), *words, "--out", str(out)))
    assert not out.exists()


def test_dates_for_a_diary(dossier: Path, tmp_path: Path) -> None:
    out = tmp_path / "dates.ics"
    done = run(tmp_path, "calendar", str(dossier), "--out", str(out), "--today", "2026-04-28")
    assert done.returncode == 0, done.stderr
    every = icalendar.Calendar.from_ical(out.read_bytes()).events  # type: ignore[union-attr]
    assert f"({len(every)} dates)" in done.stdout
    done = run(
        tmp_path, "calendar", str(dossier), "--meeting", "next", "--out", str(out), "--replace", "--today", "2026-04-28"
    )
    (event,) = icalendar.Calendar.from_ical(out.read_bytes()).events  # type: ignore[union-attr]
    assert event.start.isoformat() == "2026-05-12T18:30:00+02:00"
    assert str(event["uid"]) in {str(entry["uid"]) for entry in every}
    refused(run(tmp_path, "calendar", str(dossier), "--meeting", "999", "--out", str(out)))


def test_a_new_dossier_has_due_dates_already_or_says_why_not(tmp_path: Path) -> None:
    run(tmp_path, "new", str(tmp_path / "n.msp100"), "--commune", "97411", "--mandate-start", "2026-03-22")
    out = tmp_path / "n.ics"
    done = run(tmp_path, "calendar", str(tmp_path / "n.msp100"), "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert len(icalendar.Calendar.from_ical(out.read_bytes()).events) > 5  # type: ignore[union-attr]


def test_the_week_of_several_dossiers_is_one_page_and_nothing_of_them_changes(dossier: Path, tmp_path: Path) -> None:
    before, absent = dossier.read_bytes(), tmp_path / "absent.msp100"
    done = run(tmp_path, "week", str(dossier), str(absent), "--into", str(tmp_path / "x"), "--today", "2026-04-28")
    assert done.returncode == 0, done.stderr
    (page,) = (tmp_path / "x").iterdir()
    assert page.name == "2026-04-27_cette-semaine.pdf"
    assert len(PdfReader(page).pages) == 1
    assert "absent" in done.stdout
    assert "introuvable" in done.stdout
    assert dossier.read_bytes() == before


def test_a_week_without_a_known_dossier_says_what_to_do(tmp_path: Path) -> None:
    assert "ouvrez-en un" in refused(run(tmp_path, "week", "--into", str(tmp_path / "x")))
    assert "introuvable" in refused(run(tmp_path, "week", str(tmp_path / "a.msp100"), "--into", str(tmp_path / "x")))


def test_all_that_is_held_of_a_person_is_written_for_them(dossier: Path, tmp_path: Path) -> None:
    done = run(tmp_path, "person", str(dossier), "léa fontanel", "--into", str(tmp_path / "o"), "--today", "2026-04-28")
    assert done.returncode == 0, done.stderr
    page, data = (tmp_path / "o" / f"2026-04-28_donnees-personnelles_lea-fontanel.{end}" for end in ("pdf", "json"))
    assert done.stdout.splitlines()[:2] == [str(page), str(data)]
    assert json.loads(data.read_text("utf-8"))["person"]["last_name"] == "Fontanel"
    assert "Personne ne s’appelle" in refused(
        run(tmp_path, "person", str(dossier), "Inconnue", "--into", str(tmp_path))
    )


def test_find_tells_where_words_stand(dossier: Path, tmp_path: Path) -> None:
    """Kind by kind, with the words around the match and the field; nothing found is said."""
    done = run(tmp_path, "find", str(dossier), "VALBOURG", "--today", "2026-04-28")
    assert done.returncode == 0
    lines = done.stdout.replace("\u00a0", " ").splitlines()
    assert "Personnes et organismes : 1" in lines
    assert "  Visiter la maison de santé de Valbourg (100 jours)" in lines
    assert "Rien pour « xyzzy »" in run(tmp_path, "find", str(dossier), "xyzzy").stdout.replace("\u00a0", " ")


@pytest.mark.parametrize("words", ["", "   ", "\n", "---"])
def test_find_without_a_word_says_to_give_one(dossier: Path, tmp_path: Path, words: str) -> None:
    assert "donnez un mot" in refused(run(tmp_path, "find", str(dossier), "--", words))


def test_what_was_looked_for_is_quoted_in_a_line_whatever_it_holds(dossier: Path, tmp_path: Path) -> None:
    said = run(tmp_path, "find", str(dossier), "x\x1b[31m\n" + "y" * 9000).stdout
    assert "\x1b" not in said
    assert len(said) < 300


def test_for_whom_a_report_may_be_is_said_in_the_words_to_type(dossier: Path, tmp_path: Path) -> None:
    said = refused(run(tmp_path, "export", str(dossier), "progress-report", "--into", str(tmp_path), "--for", "préfet"))
    assert "council, mayor, federation" in said.replace("'", "")
    assert "Audience" not in said


def test_a_journal_of_nobody_is_not_everybody_s(dossier: Path, tmp_path: Path) -> None:
    """What a script passes may be empty: the whole journal is not written in its place."""
    said = refused(run(tmp_path, "export", str(dossier), "journal", "--into", str(tmp_path), "--person", ""))
    assert "Personne ne s’appelle" in said
