"""What is said of receiving interns, junior doctors and newcomers, and the checklist proposed."""

from __future__ import annotations

from functools import cache

from msp_desktop.domain.welcome import Moment, Newcomer, WelcomeKind
from msp_desktop.method.reading import Content, MethodError, load, unique_codes


class KitWelcomeKind(Content, frozen=True):
    """A kind of entry: its name, that of several, a hint.

    `dates` is what its days say of it (« libre »), `place` and `places` what its number counts, "" where it has none.
    `printed` tells whether it may stand on the page given to who comes.
    """

    code: WelcomeKind
    title: str
    plural: str
    hint: str
    printed: bool
    dates: str = ""
    place: str = ""
    places: str = ""


class KitWelcomeStep(Content, frozen=True):
    """A line of the checklist proposed: when it is done, for whom."""

    code: str
    title: str
    moment: Moment
    newcomer: Newcomer = Newcomer.ALL


class KitWelcome(Content, frozen=True):
    """The words of the page on the screen and on paper; `meaning` says in a sentence who each newcomer is."""

    title: str
    page_title: str
    page_subtitle: str
    purpose: str
    privacy: str
    newcomers: dict[Newcomer, str]
    meaning: dict[Newcomer, str]
    moments: dict[Moment, str]
    kinds: tuple[KitWelcomeKind, ...]
    steps: tuple[KitWelcomeStep, ...]

    def kind(self, code: WelcomeKind) -> KitWelcomeKind:
        """Return a kind of entry."""
        return next(kind for kind in self.kinds if kind.code is code)

    def step(self, code: str) -> KitWelcomeStep | None:
        """Return a line of the checklist proposed, None where there is none of this code."""
        return next((step for step in self.steps if step.code == code), None)


@cache
def kit_welcome() -> KitWelcome:
    """Load and check resources/method/welcome.toml."""
    kit = load(KitWelcome, "welcome")
    unique_codes(kit.kinds, "welcome.toml")
    unique_codes(kit.steps, "welcome.toml")
    told = ({kind.code for kind in kit.kinds}, set(kit.newcomers), set(kit.moments))
    if told != (set(WelcomeKind), set(Newcomer), set(Moment)):
        raise MethodError("welcome.toml: each kind, newcomer and moment has its words")
    return kit
