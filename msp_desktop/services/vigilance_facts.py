"""What of a dossier the five rules look at, and which of them it sets off."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.reader import Reader
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import OTHER, Finding, HealthProfessional, Need, Opportunity, Tri
from msp_desktop.domain.meetings import Attendance, Meeting, MeetingState
from msp_desktop.domain.people import Person, PersonRole
from msp_desktop.domain.roles import Role, RoleParty, RoleShare
from msp_desktop.domain.schedule import day_number
from msp_desktop.domain.stages import ProjectStage, StageState
from msp_desktop.domain.vigilance.alone import Contacts, engaged_alone
from msp_desktop.domain.vigilance.diagnosis import Questions, no_diagnosis
from msp_desktop.domain.vigilance.doctors import Sought, doctors_only
from msp_desktop.domain.vigilance.others import SharedOut, waiting_for_others
from msp_desktop.domain.vigilance.records import VigilanceAside
from msp_desktop.domain.vigilance.signals import Signal
from msp_desktop.domain.vigilance.walls import Walls, there_is_a_team, walls_before_team
from msp_desktop.formats.text import fold
from msp_desktop.method.professions import professions_in, professions_named
from msp_desktop.method.timeline import kit_timeline
from msp_desktop.services.federation_exchanges import federation_exchanges
from msp_desktop.services.roles import role_table

#: What two of the rules look at; who has a share of a role is not in question.
_OF_WALLS = (Action, ProjectStage, HealthProfessional, Attendance, Meeting)
_OF_ROLES = (Role, RoleParty, RoleShare)
#: What the rules are computed from.
LOOKED_AT = (
    Commune, Action, Assignment, Exchange, Finding, HealthProfessional, Need, Opportunity, Attendance, Meeting, Person,
    PersonRole, Role, RoleParty, RoleShare, ProjectStage,
)  # fmt: skip


def signals(reader: Reader, today: date) -> tuple[Signal, ...]:
    """Return what the dossier sets off on a day, in the method's order, set aside or not.

    What each rule looks at is kept until a change touches it: one more word in the journal asks nothing of the inventory.
    """
    day = day_number(reader.one(Commune, 1).day_zero, today)
    exchanges = sum(exchange.held_on <= today for exchange in federation_exchanges(reader))
    found = (
        walls_before_team(reader.kept("walls", _OF_WALLS, lambda: _walls(reader))),
        doctors_only(reader.kept("sought", (Need, Opportunity), lambda: _sought(reader))),
        no_diagnosis(_questions(reader, day)),
        waiting_for_others(reader.kept("shared out", _OF_ROLES, lambda: _shared_out(reader))),
        engaged_alone(Contacts(day, exchanges)),
    )
    return tuple(signal for signal in found if signal is not None)


def standing(reader: Reader, today: date) -> int:
    """Return how many points de vigilance the dossier shows that are not set aside, for the header."""
    aside = {row.code for row in reader.all(VigilanceAside)}
    return sum(signal.code not in aside for signal in signals(reader, today))


def _questions(reader: Reader, day: int) -> Questions:
    findings = reader.all(Finding)
    return Questions(day, len(findings), sum(not finding.answer.strip() for finding in findings))


def team_is_there(reader: Reader) -> bool:
    """Tell whether the stage of the team is reached: by the rule of the point de vigilance about walls."""
    stage = reader.find(ProjectStage, code="equipe")
    said = stage is not None and stage.state is StageState.DONE
    return there_is_a_team(Walls(team=said, professions=team_professions(reader)))


def _walls(reader: Reader) -> Walls:
    state = {stage.code: stage.state for stage in reader.all(ProjectStage)}
    building = state.get("immobilier", StageState.TODO) is not StageState.TODO
    under_way = reader.all(Action, order="phase, position, id", state=ActionState.DOING)
    actions = tuple(_title(action) for action in under_way if about_premises(action))
    return Walls(
        building=building,
        actions=actions,
        professions=team_professions(reader) if building or actions else frozenset(),
        team=state.get("equipe") is StageState.DONE,
        approved=state.get("validation") is StageState.DONE,
    )


def about_premises(action: Action) -> bool:
    """Tell whether an action bears the subject « immobilier »."""
    return fold(action.topic).strip().startswith("immobili")


def team_professions(reader: Reader) -> frozenset[str]:
    """Return the professions of which somebody is ready to commit, or came to a meeting held without saying no.

    A doctor is a doctor, whatever the speciality; a trade that the method does not list counts by its own name.
    """
    held = {meeting.id for meeting in reader.all(Meeting, state=MeetingState.HELD)}
    came = {row.person_id for row in reader.all(Attendance, present=Tri.YES) if row.meeting_id in held}
    team = [
        row
        for row in reader.all(HealthProfessional)
        if row.ready is Tri.YES or (row.person_id in came and row.ready is Tri.UNKNOWN)
    ]
    return frozenset(filter(None, map(_trade, team)))


def _trade(row: HealthProfessional) -> str:
    """Return the profession of somebody, "" where nobody has said which it is."""
    named = professions_named(row.profession)
    if named and OTHER not in named:
        return min(named)
    said = row.speciality if row.profession == OTHER else row.profession
    return fold(said).strip()


def _sought(reader: Reader) -> Sought:
    return Sought(
        tuple(_named(need.profession, need.title) for need in reader.all(Need)),
        tuple(_named(opportunity.profession, opportunity.title) for opportunity in reader.all(Opportunity)),
    )


def _named(profession: str, title: str) -> frozenset[str]:
    """Return the professions an entry of the inventory names: in their own column, else in its words."""
    return professions_named(profession) or professions_in(title)


def _shared_out(reader: Reader) -> SharedOut:
    table = role_table(reader)
    return SharedOut(sum(row.is_filled() for row in table.rows), table.led_by_commune())


def _title(action: Action) -> str:
    kit = kit_timeline().action(action.kit_code)
    return action.title or (kit.short_title if kit else "")
