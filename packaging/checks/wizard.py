"""What the wizard looks like."""

from __future__ import annotations

from winbuild.screen import picture_when_painted

from checks.run import Run


def wizard(run: Run) -> None:
    """The wizard’s first page, in French and in English."""
    for language in ("fr", "en"):
        process = run.prefix.start(run.installer("-setup.exe"), f"/LANG={language}")
        painted = picture_when_painted(run.prefix.display or "", run.out / f"wizard-{language}.png", 60)
        run.check(painted, f"painted (wizard-{language}.png)")
        process.kill()
        run.prefix.run("taskkill", "/f", "/im", run.installer("-setup.exe").name)
        process.wait(30)
