"""The list of steps, in the order in which they are made.

To add one: a file of this folder with a function of one `Run`, and a line here, before what removes the program it uses.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from checks.codes import refusals
from checks.documents import documents
from checks.double_click import double_click_and_refusal, double_click_on_an_answer
from checks.federation import federation
from checks.fleet import fleet
from checks.journey import auto_test_from_shortcut
from checks.msi import msi
from checks.national import national
from checks.picture import picture
from checks.places import places
from checks.portable import portable
from checks.post import post
from checks.previous import install_previous
from checks.rights import hand_over, rights
from checks.run import Run
from checks.shares import shares
from checks.uninstall import uninstall
from checks.upgrade import upgrade
from checks.wizard import wizard


@dataclass(frozen=True, slots=True)
class Step:
    """One function, and the names of the steps without which it cannot be made."""

    make: Callable[[Run], None]
    needs: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return what `--only` calls it."""
        return self.make.__name__

    @property
    def title(self) -> str:
        """Return what it checks."""
        return (self.make.__doc__ or "").splitlines()[0]


STEPS: tuple[Step, ...] = (
    Step(refusals),
    Step(places),
    Step(rights),
    Step(hand_over),
    Step(install_previous),
    Step(auto_test_from_shortcut, ("install_previous",)),
    Step(documents, ("install_previous",)),
    Step(national, ("documents",)),
    Step(federation, ("install_previous",)),
    Step(post, ("documents",)),
    Step(picture, ("documents",)),
    Step(double_click_and_refusal, ("documents",)),
    Step(double_click_on_an_answer, ("federation",)),
    Step(upgrade, ("documents",)),
    Step(uninstall, ("auto_test_from_shortcut", "upgrade")),
    Step(portable),
    Step(fleet, ("portable",)),
    Step(shares, ("documents", "portable")),
    Step(msi, ("documents", "uninstall")),
    Step(wizard),
)


def chosen(only: Collection[str] | None) -> list[Step]:
    """Return the steps to make: all, or those named with those that they need; KeyError where there is no such step."""
    if not only:
        return [*STEPS]
    known = {step.name: step for step in STEPS}
    wanted: set[str] = set()
    waiting = [*only]
    while waiting:
        name = waiting.pop()
        wanted.add(name)
        waiting += [need for need in known[name].needs if need not in wanted]
    return [step for step in STEPS if step.name in wanted]
