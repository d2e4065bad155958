"""What the wizard looks like."""

from __future__ import annotations

from winbuild.screen import picture_when_painted

from checks.run import Run
from checks.small import OLD, small_setup


def wizard(run: Run) -> None:
    """The wizard’s first page: in French and in English for one user, then for everybody."""
    setup = small_setup(run, OLD)
    for title, words in (("fr", ["/LANG=fr"]), ("en", ["/LANG=en"]), ("all", ["/LANG=fr", "/ALLUSERS"])):
        process = run.prefix.start(setup, *words)
        painted = picture_when_painted(run.prefix.display or "", run.out / f"wizard-{title}.png", 60)
        run.check(painted, f"painted (wizard-{title}.png)")
        process.kill()
        run.prefix.run("taskkill", "/f", "/im", setup.name)
        process.wait(30)
