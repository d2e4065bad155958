"""What the method says keeps its facts: order, days, dependencies, addresses, words."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from msp_desktop.domain.exchanges import Channel
from msp_desktop.domain.people import Category
from msp_desktop.domain.roles import Share
from msp_desktop.formats.text import fold
from msp_desktop.method.federations import federation_for, kit_federations
from msp_desktop.method.followup import kit_communication, kit_followup
from msp_desktop.method.guidance import basics, compass, glossary, kit_roles, kit_vigilances
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.method.mail import kit_mail
from msp_desktop.method.meetings import kit_letters, kit_meetings
from msp_desktop.method.referent import kit_appointment, kit_referent
from msp_desktop.method.territory import kit_cls, kit_conditions
from msp_desktop.method.timeline import kit_timeline
from msp_desktop.paths import resource

LOADERS = {
    "appointment": kit_appointment,
    "basics": basics,
    "cls": kit_cls,
    "communication": kit_communication,
    "compass": compass,
    "conditions": kit_conditions,
    "federations": kit_federations,
    "followup": kit_followup,
    "glossary": glossary,
    "inventory": kit_inventory,
    "letters": kit_letters,
    "mail": kit_mail,
    "meetings": kit_meetings,
    "referent": kit_referent,
    "roles": kit_roles,
    "timeline": kit_timeline,
    "vigilance": kit_vigilances,
}
FILES = sorted(path.name for path in resource("method").glob("*.toml"))


def test_every_file_has_its_loader() -> None:
    assert [f"{name}.toml" for name in sorted(LOADERS)] == FILES


@pytest.mark.parametrize("name", sorted(LOADERS))
def test_a_file_loads_once(name: str) -> None:
    assert LOADERS[name]() is LOADERS[name]()


@pytest.mark.parametrize("file", FILES)
def test_sentences_are_set_in_french(file: str) -> None:
    """Straight apostrophes and three dots are typing, not typography; spaces are set when shown."""
    table = tomllib.loads(resource("method", file).read_text(encoding="utf-8"))
    for sentence in _strings(table):
        assert "'" not in sentence
        assert '"' not in sentence
        assert "..." not in sentence
        assert not re.search(r"\s\s|^\s|\s$", sentence), sentence
        assert not re.search(r"\w[;!?](\s|$)|[«]\w|\w»", sentence), sentence


def test_eleven_actions_stand_in_order_within_their_phase() -> None:
    kit = kit_timeline()
    assert [(phase.first_day, phase.last_day) for phase in kit.phases] == [(0, 30), (31, 60), (61, 100)]
    assert [action.order for action in kit.actions] == list(range(1, 12))
    assert [action.phase for action in kit.actions] == [1] * 3 + [2] * 4 + [3] * 4
    for action in kit.actions:
        phase = kit.phases[action.phase - 1]
        assert 0 <= action.planned_start < action.planned_end
        assert phase.first_day <= action.planned_end <= phase.last_day
        assert 3 <= len(action.steps) <= 6
        assert len(action.short_title) <= 24
        assert action.helps


def test_dependencies_and_support_are_those_of_the_kit() -> None:
    kit = kit_timeline()
    number = {action.code: action.order for action in kit.actions}
    depends = {action.order: {number[code] for code in action.depends_on} for action in kit.actions}
    assert {order: needed for order, needed in depends.items() if needed} == {
        4: {1, 3},
        6: {4},
        7: {3},
        8: {4, 6},
        9: {4},
        11: {7},
    }
    assert {action.order for action in kit.actions if action.with_federation} == {1, 3, 4, 6, 8, 9}
    assert len(kit.federation_helps) == 8


def test_helps_lead_to_places_that_exist() -> None:
    tabs = {"timeline", "referent", "inventory", "meetings", "actors", "project"}
    forms = {"exchanges", "federation-help", "meeting-place", "objectives", "roles", "communication", "partners"}
    helps = [help_ for action in kit_timeline().actions for help_ in action.helps]
    assert {help_.tab for help_ in helps} <= tabs | {""}
    assert {help_.form for help_ in helps} == forms | {""}
    assert {point.tab for point in kit_vigilances().points} <= tabs


def test_the_five_errors_have_their_words() -> None:
    codes = [point.code for point in kit_vigilances().points]
    assert codes == ["murs-avant-equipe", "medecin-seul", "sans-diagnostic", "attendre-autrui", "seul"]
    assert kit_vigilances().point("seul") is kit_vigilances().points[-1]
    assert kit_vigilances().point("autre") is None


def test_the_first_meeting_lasts_85_minutes_and_at_most_100() -> None:
    kit = kit_meetings()
    items = kit.kind("premiere-rencontre").items
    assert [item.minutes for item in items] == [10, 25, 15, 25, 10]
    assert [(item.least, item.most) for item in items] == [(5, 10), (20, 30), (15, 20), (20, 30), (10, 10)]
    assert (kit.least_minutes, kit.most_minutes) == (60, 90)


def test_every_template_is_ready_to_use() -> None:
    kit = kit_meetings()
    assert kit.kinds[-1].code == "autre"
    assert kit.kind("inconnu").code == "autre"
    assert {"equipe", "partenaires", "publique", "copil", "cotech", "groupe-de-travail"} <= {k.code for k in kit.kinds}
    for kind in kit.kinds:
        assert kit.least_minutes <= sum(item.minutes for item in kind.items) <= kit.most_minutes
    assert {entry.party for entry in kit.preparations} == {"federation", "municipal_team", "project_lead"}


def test_the_inventory_asks_eight_questions() -> None:
    kit = kit_inventory()
    assert [question.theme for question in kit.questions] == ["professionnels"] * 4 + ["besoins"] * 2 + [
        "opportunites"
    ] * 2
    codes = [entry.rpps for entry in kit.professions if entry.rpps]
    assert len(codes) == len(set(codes))
    assert {"10", "21", "40", "50", "60", "70", "80", "91"} <= set(codes)
    assert kit.profession("medecin").counted(2) == "médecins"
    assert kit.profession("rebouteux").counted(1) == "rebouteux"


@pytest.mark.parametrize(
    ("region", "name"),
    [
        ("84", "FemasAURA&Co"),
        ("01", "FEMAG"),
        ("02", "FEMAG"),
        ("06", "FEECOIA"),
        ("76", "Fécop"),
        ("75", "AVECsanté Nouvelle-Aquitaine"),
    ],
)
def test_a_region_has_its_federation(region: str, name: str) -> None:
    assert federation_for(region).name == name


@pytest.mark.parametrize("region", ["03", "99", ""])
def test_elsewhere_the_national_contact_answers(region: str) -> None:
    assert federation_for(region).phone == "07 84 89 02 36"


def test_every_federation_can_be_written_to() -> None:
    kit = kit_federations()
    regions = {"84", "24", "01", "02", "94", "27", "44", "93", "53", "32", "11", "76", "28", "52", "75", "04", "06"}
    assert {entry.code for entry in kit.federations} == regions
    for entry in (kit.national, *kit.federations):
        assert re.fullmatch(r"[\w.]+@[\w-]+\.\w+", entry.email)
        assert re.fullmatch(r"|0\d( \d\d){4}", entry.phone)
        assert re.fullmatch(r"|www\.[\w-]+\.\w+", entry.website)
    assert [entry.code for entry in kit.federations if entry.to_confirm] == ["76"]


def test_names_deduced_from_addresses_are_told_from_those_of_the_kit() -> None:
    deduced = {entry.name for entry in kit_federations().federations if entry.named == "deduced"}
    assert deduced == {"FEMASIF", "APMSL", "FEECOIA", "FEMAS Hauts-de-France"}
    assert "« Avec les équipes »" in federation_for("04").full_name.replace("\u00a0", " ")


def test_the_decree_names_the_articles_of_the_code() -> None:
    visas = " ".join(kit_appointment().decree.visas)
    assert all(
        article in visas
        for article in ("L.\u00a02122-18", "L.\u00a02122-20", "L.\u00a02131-1", "procès-verbal de l’élection")
    )
    assert len(kit_appointment().decree.articles) == 5
    assert "surveillance et la responsabilité du maire" in kit_appointment().decree.articles[0].text


def test_every_code_of_the_dossier_has_its_french_word() -> None:
    kit = kit_followup()
    assert set(kit.categories) == {category.value for category in Category}
    assert set(kit.channels) == {channel.value for channel in Channel}
    assert set(kit.shares) == {share.value for share in Share} - {""}
    assert list(kit.parties) == ["commune", "professionals", "federation", "partners"]


def test_the_plan_has_four_means_and_drafts_without_a_hole() -> None:
    kit = kit_communication()
    assert [means.code for means in kit.means] == ["informer", "expliquer", "valoriser", "associer"]
    known = {"a_commune", "federation", "referent", "contact"}
    for draft in kit.drafts:
        assert set(re.findall(r"\{(\w+)\}", " ".join([draft.heading, *draft.body]))) <= known


def test_the_wider_project_is_whole() -> None:
    assert len(kit_conditions().traits) == 7
    assert list(kit_conditions().ratings) == ["not_yet", "partly", "done"]
    assert [condition.code for condition in kit_conditions().conditions] == [
        "environnement",
        "ingenierie",
        "moyens",
        "philosophie",
    ]
    assert {mission.theme for mission in kit_cls().missions} == {theme.code for theme in kit_cls().themes}
    assert {mission.theme for mission in kit_referent().missions} == {theme.code for theme in kit_referent().themes}


def test_the_glossary_explains_every_acronym_in_one_sentence() -> None:
    terms = glossary().terms
    folded = [fold(entry.term) for entry in terms]
    assert folded == sorted(folded)
    for entry in terms:
        assert entry.meaning.endswith(".")
        assert entry.meaning.count(". ") == 0, entry.term
        assert entry.expanded != entry.term
    needed = "MSP ARS DD-ARS CPAM CCAS EPCI CPTS CLS CLSM PTSM ASV CTG COPIL COTECH GT ESP RTPS PRS DLS SAS CCOMS ESPT"
    for acronym in needed.split():
        found = glossary().find(acronym)
        assert found is not None, acronym
        assert found.expanded, acronym
    for word in (
        "Commune",
        "Dossier",
        "Mandat",
        "Phase",
        "Action",
        "Référent santé",
        "État des lieux",
        "Constat",
        "Relance",
    ):
        assert glossary().find(word) is not None, word
    assert glossary().find("Convocation") is None


def test_the_timeline_loads_without_heavy_libraries() -> None:
    script = (
        "import sys\n"
        "from msp_desktop.method.timeline import kit_timeline\n"
        "kit_timeline()\n"
        "heavy = {'babel', 'PySide6', 'sqlalchemy', 'reportlab', 'platformdirs'} & set(sys.modules)\n"
        "print(sorted(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
