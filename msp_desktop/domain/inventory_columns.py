"""The columns of a spreadsheet of professionals: how ours are called, and how other people's are recognised."""

from __future__ import annotations

from msgspec import Struct

#: Field, our column's name, other names people give it (folded: no accents, lower case).
COLUMNS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("civility", "Civilité", ("titre", "civ")),
    ("last_name", "Nom", ("nom de famille", "nom d exercice", "nom usuel", "nom exercice")),
    ("first_name", "Prénom", ("prenom d exercice", "prenoms", "prenom exercice")),
    (
        "full_name",
        "Nom et prénom",
        (
            "nom prenom",
            "prenom nom",
            "noms",
            "noms prenoms",
            "praticien",
            "praticiens",
            "professionnel",
            "professionnels",
            "professionnel de sante",
            "professionnels de sante",
            "identite",
            "nom complet",
            "nom du professionnel de sante",
        ),
    ),
    ("profession", "Métier", ("profession", "libelle profession", "activite", "qualite", "profession exercee")),
    ("speciality", "Spécialité", ("specialite", "libelle savoir faire", "savoir faire", "qualification", "discipline")),
    ("place", "Lieu", ("ici ou a proximite", "commune ou a proximite")),
    (
        "town",
        "Ville",
        (
            "commune",
            "localite",
            "libelle commune",
            "lieu d exercice",
            "lieu exercice",
            "commune d exercice",
            "ville d exercice",
            "lieu d installation",
            "commune du cabinet",
        ),
    ),
    ("postcode", "Code postal", ("cp", "code postal commune")),
    ("distance_km", "Distance (km)", ("distance", "km", "distance km", "eloignement")),
    (
        "mode",
        "Exercice",
        (
            "mode d exercice",
            "mode exercice",
            "statut",
            "libelle mode exercice",
            "type d exercice",
            "exercice",
        ),
    ),
    ("age_band", "Tranche d’âge", ("age", "tranche d age", "tranche age")),
    ("age_noted_on", "Âge noté le", ()),
    (
        "departure",
        "Départ",
        (
            "depart prevu",
            "departs",
            "depart a la retraite",
            "depart en retraite",
            "retraite",
            "retraite prevue",
            "cessation d activite",
            "projet de depart",
            "intention de depart",
        ),
    ),
    (
        "departure_on",
        "Date de départ",
        (
            "depart le",
            "date depart",
            "date de depart prevue",
            "annee de depart",
            "date de retraite",
            "depart prevu le",
            "date de fin d activite",
            "date de cessation d activite",
            "retraite le",
            "fin d activite",
        ),
    ),
    ("works_alone", "Exerce seul", ("seul", "isole")),
    ("ready", "Prêt à s’engager", ("pret", "motive", "pret a s engager")),
    ("new_patients", "Nouveaux patients", ("prend de nouveaux patients",)),
    (
        "organisation",
        "Cabinet ou organisme",
        (
            "cabinet",
            "organisme",
            "structure",
            "raison sociale",
            "raison sociale site",
            "enseigne",
            "enseigne commerciale site",
            "etablissement",
            "nom du cabinet",
            "nom de la structure",
            "nom de l etablissement",
            "denomination",
            "lieu de travail",
        ),
    ),
    ("phone", "Téléphone", ("tel", "telephone fixe", "portable", "mobile", "telephone 2")),
    ("email", "Courriel", ("mail", "e mail", "email", "adresse mail", "adresse electronique")),
    ("address", "Adresse", ("adresse postale", "adresse du cabinet", "adresse professionnelle", "rue", "voie")),
    ("source", "Source", ("origine",)),
    ("checked_on", "Vérifié le", ("verifie", "date de verification")),
    ("notes", "Notes", ("note", "remarques", "observations", "commentaire", "commentaires")),
)

#: Columns that are read and never written: what they say goes into other ones.
ONLY_READ = ("full_name", "postcode")


class ImportRow(Struct, frozen=True):
    """One row read from a spreadsheet; `known` when the dossier already has this professional.

    `unread` are the cells that could not be understood: « Âge : soixante ».
    """

    line: int
    name: str
    profession_label: str
    values: dict[str, object]
    known: bool
    unread: tuple[str, ...]


class ImportPreview(Struct, frozen=True):
    """What an import would do: nothing is written before the user agrees."""

    recognised: tuple[str, ...]
    ignored: tuple[str, ...]
    rows: tuple[ImportRow, ...]
    empty_lines: int

    @property
    def new_rows(self) -> tuple[ImportRow, ...]:
        """Return what would be added."""
        return tuple(row for row in self.rows if not row.known)
