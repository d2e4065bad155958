"""What the method says keeps its facts: order, days, dependencies, addresses, words."""

from __future__ import annotations

import lzma
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
from msp_desktop.domain.schemes import Standing
from msp_desktop.formats.text import fold
from msp_desktop.method.cls import kit_cls
from msp_desktop.method.conditions import kit_conditions
from msp_desktop.method.council import kit_council
from msp_desktop.method.departments import department_for, kit_departments
from msp_desktop.method.diagnosis import kit_diagnosis
from msp_desktop.method.evaluation import kit_evaluation
from msp_desktop.method.federations import federation_for, kit_federations
from msp_desktop.method.finess import kit_finess
from msp_desktop.method.followup import kit_communication, kit_followup
from msp_desktop.method.funders import kit_funders
from msp_desktop.method.guidance import basics, compass, glossary, kit_roles
from msp_desktop.method.handover import kit_handover
from msp_desktop.method.indicators import kit_indicators
from msp_desktop.method.instances import kit_instances
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.method.mail import kit_mail
from msp_desktop.method.meetings import kit_letters, kit_meetings
from msp_desktop.method.privacy import kit_privacy
from msp_desktop.method.professions import profession_names
from msp_desktop.method.questionnaire import kit_questionnaire
from msp_desktop.method.referent import kit_appointment, kit_referent
from msp_desktop.method.report import kit_report
from msp_desktop.method.road import kit_road
from msp_desktop.method.rpps import kit_rpps
from msp_desktop.method.schemes import kit_schemes
from msp_desktop.method.texts import kit_texts, text_behind
from msp_desktop.method.timeline import kit_timeline
from msp_desktop.method.vigilance import kit_vigilances
from msp_desktop.method.walls import kit_walls
from msp_desktop.method.welcome import kit_welcome
from msp_desktop.paths import resource

LOADERS = {
    "appointment": kit_appointment,
    "basics": basics,
    "cls": kit_cls,
    "communication": kit_communication,
    "compass": compass,
    "conditions": kit_conditions,
    "council": kit_council,
    "departments": kit_departments,
    "diagnosis": kit_diagnosis,
    "evaluation": kit_evaluation,
    "federations": kit_federations,
    "finess": kit_finess,
    "followup": kit_followup,
    "glossary": glossary,
    "funders": kit_funders,
    "handover": kit_handover,
    "indicators": kit_indicators,
    "instances": kit_instances,
    "inventory": kit_inventory,
    "letters": kit_letters,
    "mail": kit_mail,
    "meetings": kit_meetings,
    "privacy": kit_privacy,
    "professions": profession_names,
    "questionnaire": kit_questionnaire,
    "referent": kit_referent,
    "report": kit_report,
    "road": kit_road,
    "roles": kit_roles,
    "rpps": kit_rpps,
    "schemes": kit_schemes,
    "texts": kit_texts,
    "timeline": kit_timeline,
    "vigilance": kit_vigilances,
    "walls": kit_walls,
    "welcome": kit_welcome,
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
    assert {action.order for action in kit.actions if action.with_federation} == {1, 3, 4, 6, 8}
    assert len(kit.federation_helps) == 8


def test_helps_lead_to_places_that_exist() -> None:
    tabs = {"timeline", "referent", "inventory", "meetings", "actors", "project"}
    forms = {"exchanges", "federation-help", "meeting-place", "objectives", "project-stages", "partners"}
    helps = [help_ for action in kit_timeline().actions for help_ in action.helps]
    assert {help_.tab for help_ in helps} <= tabs | {""}
    assert {help_.form for help_ in helps} == forms | {""}
    assert {help_.page for help_ in helps} == {"roles", "communication", ""}
    assert all(help_.tab == "actors" for help_ in helps if help_.page)
    assert {point.tab for point in kit_vigilances().points} <= tabs | {""}
    assert {point.form for point in kit_vigilances().points} == {"", "project-stages"}


def test_the_five_errors_have_their_words() -> None:
    codes = [point.code for point in kit_vigilances().points]
    assert codes == ["murs-avant-equipe", "medecin-seul", "sans-diagnostic", "attendre-autrui", "seul"]
    assert kit_vigilances().point("seul") is kit_vigilances().points[-1]
    assert kit_vigilances().point("autre") is None
    signs = {alert.code for alert in basics().alerts}
    assert {code for point in kit_vigilances().points for code in point.signs} == signs


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
    assert {region for entry in kit.federations for region in entry.regions} == regions
    assert len(kit.federations) == 15
    assert len(kit.avecsante.stances) == 3
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
    decree = kit_appointment().decree
    visas = " ".join((*decree.visas, *decree.visas_deputy))
    for article in (
        "L.\u00a02122-18",
        "L.\u00a02122-20",
        "L.\u00a02131-1",
        "L.\u00a02131-2",
        "procès-verbal de l’élection",
    ):
        assert article in visas
    assert "fixant le nombre des adjoints" in " ".join(decree.visas_deputy)
    assert "procès-verbal de l’installation" in " ".join(decree.visas_councillor)
    assert "surveillance et la responsabilité {du_maire}" in decree.assigned
    assert "R.\u00a0421-1" in decree.appeal
    assert "www.telerecours.fr" in decree.appeal


#: Code de justice administrative, R. 221-3, as in force since 9 November 2015.
COURTS = """
d’Amiens 02 60 80; de Bastia 2A 2B; de Besançon 25 39 70 90; de Bordeaux 24 33 47; de Caen 14 50 61; de Cergy-Pontoise 92 95;
de Châlons-en-Champagne 08 10 51 52; de Clermont-Ferrand 03 15 43 63; de Dijon 21 58 71 89; de Grenoble 26 38 73 74;
de Lille 59 62; de Limoges 19 23 36 87; de Lyon 01 07 42 69; de Marseille 04 05 13; de Melun 77 94; de Montpellier 11 34 66;
de Montreuil 93; de Nancy 54 55 88; de Nantes 44 49 53 72 85; de Nice 06; de Nîmes 30 48 84; d’Orléans 18 28 37 41 45;
de Paris 75; de Pau 32 40 64 65; de Poitiers 16 17 79 86; de Rennes 22 29 35 56; de Rouen 27 76; de Strasbourg 57 67 68;
de Toulon 83; de Toulouse 09 12 31 46 81 82; de Versailles 78 91; de la Guadeloupe 971; de la Martinique 972;
de la Guyane 973; de La Réunion 974; de Mayotte 976; de Saint-Barthélemy 977; de Saint-Martin 978
"""


def test_each_department_has_its_administrative_court() -> None:
    for line in COURTS.split(";"):
        court, codes = re.fullmatch(r"(\D+) (\d.*)", line.strip()).groups()  # type: ignore[union-attr]
        for code in codes.split():
            found = department_for(code)
            assert found is not None, code
            assert found.court == court
    assert department_for("99") is None


def test_every_commune_of_the_national_list_is_in_a_department_that_is_known() -> None:
    bundle = lzma.decompress(resource("communes", "communes.tsv.xz").read_bytes()).decode()
    listed = bundle.partition("#departements\n")[2].partition("\n#")[0].split("\n")
    codes = {line.split("\t")[0] for line in listed if line} - {"984", "989"}  # nobody has a town hall there
    assert {entry.code for entry in kit_departments().departments} == codes


def test_an_article_stands_before_each_department() -> None:
    of = {entry.code: entry.of for entry in kit_departments().departments}
    assert (of["23"], of["01"], of["62"], of["2A"]) == (
        "de la Creuse",
        "de l’Ain",
        "du Pas-de-Calais",
        "de la Corse-du-Sud",
    )
    assert all(re.match(r"(?:de l’|d’|du |des |de la |de )\S", name) for name in of.values())


def test_no_step_says_that_the_mayor_is_a_man() -> None:
    steps = [step for action in kit_timeline().actions for step in action.steps]
    assert not [step for step in steps if re.search(r"\b(?:le|du|au) maire\b", step)]


def test_the_kit_has_thirteen_missions_none_of_them_two_in_one() -> None:
    kit = kit_referent()
    assert len(kit.missions) == 13
    animation = [mission.text for mission in kit.missions if mission.theme == "animation"]
    assert animation == [
        "aider à mobiliser CCAS, associations et prévention",
        "soutenir les professionnels",
        "mettre en valeur les initiatives déjà là, d’où qu’elles viennent",
        "rendre compréhensibles les dispositifs, dont le contrat local de santé",
    ]
    assert kit.daily[0] == "Co-organiser, avec la fédération, les premières rencontres avec les professionnels"
    assert kit.time == "quelques heures par mois, davantage au démarrage"


def test_the_points_of_the_first_meeting_say_all_that_the_kit_says() -> None:
    items = kit_meetings().kind("premiere-rencontre").items
    for words in ("ici et autour", "organisation des soins", "présentes ou absentes", "besoins"):
        assert words in items[2].content
    assert "départ" not in items[2].content
    for words in ("nouvelle rencontre", "accompagnement par la fédération"):
        assert words in items[4].content


# --- what is the kit's and what is ours ----------------------------------------------------------


def test_what_is_ours_says_so_and_nothing_else_does() -> None:
    meetings = kit_meetings()
    first = meetings.kind("premiere-rencontre")
    assert [kind.code for kind in meetings.kinds if not kind.is_ours()] == ["premiere-rencontre"]
    assert all(entry.is_ours() for kind in meetings.kinds if kind.is_ours() for entry in kind.items)
    assert all(item.is_ours("posture") and not item.is_ours("content") for item in first.items)
    assert first.is_ours("opening_words")
    assert meetings.is_ours("to_know")
    assert not meetings.is_ours("to_do")
    assert all(entry.is_ours() for entry in meetings.preparations)
    referent = kit_referent()
    assert all(entry.is_ours() for entry in (*referent.commitments, *referent.briefings))
    assert not any(mission.is_ours() for mission in referent.missions)
    appointment = kit_appointment()
    assert all(model.is_ours() for model in (appointment.decree, appointment.designation, appointment.mission))
    assert kit_roles().is_ours()
    assert kit_mail().is_ours()
    assert not kit_letters().federation.is_ours("body")
    assert kit_departments().is_ours()
    assert all(action.is_ours("planned_end") and not action.is_ours("title") for action in kit_timeline().actions)


@pytest.mark.parametrize("file", FILES)
def test_what_is_said_to_be_ours_is_there(file: str) -> None:
    def check(value: Any) -> None:
        if isinstance(value, dict):
            assert set(value.get("ours", ())) <= set(value), file
            for inner in value.values():
                check(inner)
        elif isinstance(value, list):
            for inner in value:
                check(inner)

    check(tomllib.loads(resource("method", file).read_text(encoding="utf-8")))


def test_every_code_of_the_dossier_has_its_french_word() -> None:
    kit = kit_followup()
    assert set(kit.categories) == {category.value for category in Category}
    assert set(kit.channels) == {channel.value for channel in Channel}
    assert set(kit.shares) == {share.value for share in Share} - {""}
    assert list(kit.parties) == ["commune", "professionals", "federation", "partners"]


def test_the_plan_has_four_means_and_drafts_without_a_hole() -> None:
    kit = kit_communication()
    assert [means.code for means in kit.means] == ["informer", "expliquer", "valoriser", "associer"]
    known = {"a_commune", "avec_la_federation", "de_la_federation", "referent", "contact", "quand_publique"}
    for draft in kit.drafts:
        assert set(re.findall(r"\{(\w+)\}", " ".join([draft.heading, *draft.body]))) <= known


def test_the_wider_project_is_whole() -> None:
    assert len(kit_conditions().traits.lines) == 7
    assert list(kit_conditions().ratings) == ["not_yet", "partly", "done"]
    assert [condition.code for condition in kit_conditions().conditions] == [
        "environnement",
        "ingenierie",
        "moyens",
        "philosophie",
    ]
    assert {mission.theme for mission in kit_cls().missions} == {theme.code for theme in kit_cls().themes}
    assert {mission.theme for mission in kit_referent().missions} == {theme.code for theme in kit_referent().themes}


def test_a_box_of_the_questionnaire_names_a_profession_there_is() -> None:
    known = {entry.code for entry in kit_inventory().professions}
    named = {box.profession for question in kit_questionnaire().questions for box in question.boxes if box.profession}
    assert named
    assert named <= known


def test_every_scheme_is_spelled_out_by_the_glossary_and_has_its_standings() -> None:
    for scheme in kit_schemes().schemes:
        assert scheme.word().expanded
    assert list(kit_schemes().standings) == [standing.value for standing in Standing if standing is not Standing.NONE]


def test_a_text_stands_behind_what_there_is_and_says_when_it_was_read() -> None:
    known = {action.code for action in kit_timeline().actions} | {stage.code for stage in compass().stages}
    known |= {scheme.code for scheme in kit_schemes().schemes}
    for text in kit_texts().texts:
        assert set(text.behind) <= known
        assert text.is_ours()
        assert text.to_confirm or text.read_in
    assert text_behind("designer-referent") is not None
    assert text_behind("cls") is not None
    assert text_behind("contact-federation") is None
    assert text_behind(None) is None


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
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
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


#: What the kit asks of a coordinator, point by point, by words that say it.
COORDINATION = (
    "relier collectivité, acteurs et institutions", "garantir le plan d’action et sa cohérence",
    "élaborer, mettre en œuvre et suivre le contrat local de santé", "rendre compte de son avancement",
    "catégorie a : bac + 3 et plus, le plus souvent attaché territorial", "conduite de projet",
    "animation de réseau et de réunion", "aisance avec élus", "connaissance de la santé et des collectivités",
    "hors instances du cls", "animer les acteurs et les porteurs de projets, et les accompagner",
    "diagnostic local de santé : besoins et déterminants", "projet régional de santé ni la feuille de route",
    "expertises et outils d’évaluation", "repérer ressources et savoir-faire", "plan d’action, ses objectifs et ses outils de suivi",
    "chaque fiche action avec son pilote", "veille des besoins de santé du territoire", "bilans et synthèses",
    "comité de pilotage, comité technique, groupes de travail", "dialogue de gestion", "en concertation avec la dd-ars",
    "réunions et instances que d’autres organisent", "appels à projets, à candidatures, à manifestation d’intérêt",
    "financements, et y répondre", "à la collectivité, à l’ars et à la gouvernance", "dégager de nouvelles priorités",
    "promouvoir la démarche", "développer les partenariats", "fédérer acteurs, habitants et élus qui décident",
    "citoyens et usagers, faire que chacun se connaisse", "le clsm, le ptsm, le rtps, la cpts, la ctg",
    "communiquer sur la démarche", "faire participer les habitants", "ses déterminants", "promotion de la santé",
    "problématiques avec les acteurs experts", "élus et porteurs de projets, financements compris", "monter en compétences",
)  # fmt: skip


@pytest.mark.parametrize("words", COORDINATION)
def test_the_coordinator_s_post_says_each_point_of_the_kit(words: str) -> None:
    kit = kit_cls()
    missions = (mission.text for mission in (*kit.missions, *kit.profile.missions))
    said = " ".join((*kit.purpose, *missions)).casefold()
    assert words in " ".join(said.split())


def test_what_the_coordination_proposes_beside_the_kit_says_that_it_is_ours() -> None:
    kit = kit_cls()
    diagnosis = kit_diagnosis()
    assert all(entry.is_ours() for entry in (*kit.options, *kit.commitments, *diagnosis.steps, *diagnosis.sources))
    assert diagnosis.terms.is_ours()
    assert not any(entry.is_ours() for entry in (*kit.missions, *kit.profile.missions))


def test_the_stages_of_the_road_are_those_of_the_compass_in_their_order() -> None:
    assert [stage.code for stage in kit_road().stages] == [stage.code for stage in compass().stages]
