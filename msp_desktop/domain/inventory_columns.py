"""The columns of a spreadsheet of professionals: how ours are called, and how other people's are recognised."""

from __future__ import annotations

from msgspec import Struct

#: Field, our column's name, other names people give it (folded: no accents, lower case).
COLUMNS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("civility", "Civilité", ("titre", "civ")),
    ("last_name", "Nom", ("nom de famille", "nom d exercice", "nom usuel", "nom exercice")),
    ("first_name", "Prénom", ("prenom d exercice", "prenoms", "prenom exercice")),
    ("profession", "Métier", ("profession", "libelle profession", "activite")),
    ("speciality", "Spécialité", ("specialite", "libelle savoir faire", "savoir faire")),
    ("place", "Lieu", ("ici ou a proximite", "commune ou a proximite")),
    ("town", "Ville", ("commune", "localite", "libelle commune")),
    ("distance_km", "Distance (km)", ("distance", "km", "distance km")),
    ("mode", "Exercice", ("mode d exercice", "mode exercice", "statut")),
    ("age_band", "Tranche d’âge", ("age", "tranche d age", "tranche age")),
    ("age_noted_on", "Âge noté le", ()),
    ("departure", "Départ", ("depart prevu", "departs", "depart a la retraite", "retraite")),
    ("departure_on", "Date de départ", ("depart le", "date depart")),
    ("works_alone", "Exerce seul", ("seul", "isole")),
    ("ready", "Prêt à s’engager", ("pret", "motive", "pret a s engager")),
    ("new_patients", "Nouveaux patients", ("prend de nouveaux patients",)),
    ("organisation", "Cabinet ou organisme", ("cabinet", "organisme", "structure", "raison sociale")),
    ("phone", "Téléphone", ("tel", "telephone fixe", "portable", "mobile")),
    ("email", "Courriel", ("mail", "e mail", "email", "adresse mail", "adresse electronique")),
    ("address", "Adresse", ("adresse postale",)),
    ("source", "Source", ("origine",)),
    ("checked_on", "Vérifié le", ("verifie", "date de verification")),
    ("notes", "Notes", ("note", "remarques", "observations", "commentaire", "commentaires")),
)


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
