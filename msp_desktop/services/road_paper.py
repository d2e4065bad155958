"""The road as it goes on paper: where we are, the core in numbers, the next steps; no professional is named."""

from __future__ import annotations

from collections import Counter
from datetime import date

from msgspec.structs import replace

from msp_desktop.db.reader import Reader
from msp_desktop.domain.core import DOCTORS, PARAMEDICALS, Core
from msp_desktop.domain.core_words import lacking
from msp_desktop.domain.road_page import CoreLine, PaperStep, RoadPage
from msp_desktop.domain.stages import RoadStep, StageState
from msp_desktop.formats.dates import medium_date
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.numbers import in_letters, listed
from msp_desktop.i18n import _
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.method.road import kit_road
from msp_desktop.services.report_who import Discretion, discretion, who_said
from msp_desktop.services.road import RoadView, road_plan, road_view

#: Next steps on the page.
_STEPS = 3
#: Professions whose common name is feminine, whoever has them.
_FEMININE = ("sage-femme",)
_SOMEBODY = "Une démarche auprès d’un professionnel"


def road_page(reader: Reader, today: date) -> RoadPage:
    """Return the page."""
    view, kept = road_view(reader, today), discretion(reader, with_names=False)
    shown = [_said(step, kept) for step in view.steps]
    plan = road_plan(view, "nous sommes ici", steps=tuple(step for step in shown if step.state is not StageState.DONE))
    waiting = [step for step in view.steps if step.state is not StageState.DONE][:_STEPS]
    return RoadPage(
        plan=plan,
        alt=_alt(view),
        lead=" ".join(filter(None, (view.now, lacking(view.core)))),
        lacking=lacking(view.core).rstrip("."),
        core=core_lines(view.core),
        beside=_beside(view.core),
        steps=tuple(
            PaperStep(
                step.due_on, _said(step, kept).title, who_said(reader, RoadStep, reader.one(RoadStep, step.id), kept)
            )
            for step in waiting
        ),
    )


def core_lines(core: Core) -> tuple[CoreLine, ...]:
    """Return the two lines of the core, in numbers."""
    doctors, others = core.missing_doctors, core.missing_paramedicals
    return (
        CoreLine(
            "Médecins généralistes", len(core.doctors), DOCTORS,
            _in_letters(doctors, "médecin généraliste", "médecins généralistes") if doctors else "rien",
        ),
        CoreLine(
            "Paramédicaux", len(core.paramedicals), PARAMEDICALS,
            _in_letters(others, "professionnel paramédical", "professionnels paramédicaux") if others else "rien",
        ),
    )  # fmt: skip


def remarks(reader: Reader, today: date) -> tuple[str, ...]:
    """Return what whoever prints the page should know: a number that designates somebody, a step that names one."""
    view, kept = road_view(reader, today), discretion(reader, with_names=False)
    found = [*designated(reader, today), *_designated_beside(view.core)]
    if any(kept.named(step.title) for step in view.steps):
        found.append(_("A step names a professional: the page says it without the name."))
    return tuple(found)


def designated(reader: Reader, today: date) -> tuple[str, ...]:
    """Return a sentence for each number of the core that is one person's."""
    return tuple(_designates(line.title) for line in core_lines(road_view(reader, today).core) if line.ready == 1)


def _designated_beside(core: Core) -> list[str]:
    """Return a sentence for each number beside the core that is one person's: a trade, who is known to leave."""
    trades = Counter(view.row.profession for view in core.others)
    kit = kit_inventory()
    ones = [kit.profession(code).masculine for code, count in trades.items() if count == 1]
    return [_designates(words) for words in (*ones, *(["départ attendu"] if len(core.leaving) == 1 else []))]


def _designates(words: str) -> str:
    sentence = _("« {line}: 1 » designates one person in a small town: make sure they agree before this leaves.")
    return sentence.format(line=words.lower())


def _said(step: RoadStep, kept: Discretion) -> RoadStep:
    return replace(step, title=_SOMEBODY) if kept.named(step.title) else step


def _beside(core: Core) -> tuple[tuple[str, str], ...]:
    """Return what else is worth saying of the core: who is ready in another profession, who is left out, what would help."""
    found = []
    trades = Counter(view.row.profession for view in core.others)
    if trades:
        kit = kit_inventory()
        words = [
            f"{in_letters(count, feminine=code in _FEMININE)} "
            f"{agreeing(count, kit.profession(code).masculine, kit.profession(code).plural)}"
            for code, count in trades.items()
        ]
        found.append(("Prêts aussi", f"{listed(words)}."))
    if core.leaving:
        many = len(core.leaving)
        found.append(
            ("Sans compter", f"{_in_letters(many, 'départ attendu', 'départs attendus')} avant la reconnaissance.")
        )
    asked = (len(core.doctors_to_ask) if core.missing_doctors else 0) + (
        len(core.paramedicals_to_ask) if core.missing_paramedicals else 0
    )
    if asked:
        who = _in_letters(
            asked, "professionnel dont on ne connaît pas les envies", "professionnels dont on ne connaît pas les envies"
        )
        found.append(("Ce qui aiderait", f"rencontrer {who}."))
    return tuple(found)


def _in_letters(count: int, one: str, many: str) -> str:
    return f"{in_letters(count)} {agreeing(count, one, many)}"


def _alt(view: RoadView) -> str:
    """Return the picture in words: the three stages and their dates."""
    parts = [
        f"{number}. {kit.title}, du {medium_date(span.begin)} au {medium_date(span.end)}"
        for number, (kit, span) in enumerate(zip(kit_road().stages, view.spans, strict=True), 1)
    ]
    waits = f" ({view.waits})" if view.waits else ""
    return f"Le chemin en trois étapes. {'. '.join(parts)}{waits}. {view.along}."
