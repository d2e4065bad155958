from __future__ import annotations

from pathlib import Path

from tests.cli.test_commands import refused, run
from tests.exchange.open_data.rpps_rows import put, row, text_of


def test_packs_are_made_for_the_departments_asked_for(tmp_path: Path) -> None:
    source = put(tmp_path, text_of([row(1), row(2), row(3, Code_commune="87085")]))
    into = tmp_path / "packs"
    for asked, names in (("23", ["23"]), ("all", ["23", "87"]), ("87, 23", ["23", "87"])):
        done = run(tmp_path, "pack", str(source), "--department", asked, "--into", str(into), "--replace")
        assert done.returncode == 0, done.stderr
        made = [into / f"rpps-{name}-2026-04-14.txt.gz" for name in names]
        assert all(path.is_file() for path in made)
        assert [line.rpartition(" (")[0] for line in done.stdout.splitlines()] == [str(path) for path in made]
    assert "(2 lignes)" in done.stdout
    assert "rien" in run(tmp_path, "pack", str(source), "--department", "2A", "--into", str(into)).stdout


def test_what_cannot_be_packed_is_one_sentence(tmp_path: Path) -> None:
    source = put(tmp_path, text_of([row()]))
    assert "n’est pas un département" in refused(
        run(tmp_path, "pack", str(source), "--department", "20", "--into", str(tmp_path))
    )
    refused(run(tmp_path, "pack", str(source), "--department", ",", "--into", str(tmp_path)))
    refused(run(tmp_path, "pack", str(source), "--department", "23", "--into", str(source)))
    refused(run(tmp_path, "pack", str(tmp_path / "none.txt"), "--department", "23", "--into", str(tmp_path / "x")))
    refused(run(tmp_path, "pack", str(put(tmp_path, b"no", "no.txt")), "--department", "23", "--into", str(tmp_path)))
