"""The columns of a register as a spreadsheet has them: how ours are called, and how other people's are recognised."""

from __future__ import annotations

#: Field, our column's name, other names people give it (folded: no accents, lower case).
COLUMNS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("civility", "Civilité", ("titre", "civ")),
    ("form_of_address", "Formule d’appel", ("appel",)),
    ("last_name", "Nom", ("nom de famille", "nom d exercice", "nom usuel", "nom exercice", "last name", "surname",
                          "family name")),
    ("first_name", "Prénom", ("prenom d exercice", "prenoms", "prenom exercice", "first name", "given name")),
    ("full_name", "Nom et prénom", ("nom prenom", "prenom nom", "noms", "noms prenoms", "praticien", "praticiens",
                                    "professionnel", "professionnels", "professionnel de sante",
                                    "professionnels de sante", "identite", "nom complet",
                                    "nom du professionnel de sante", "full name")),
    ("profession", "Métier", ("profession", "libelle profession", "activite", "qualite", "profession exercee", "job", "job title",
                              "occupation")),
    ("speciality", "Spécialité", ("specialite", "libelle savoir faire", "savoir faire", "qualification", "discipline")),
    ("place", "Lieu", ("ici ou a proximite", "commune ou a proximite")),
    ("town", "Ville", ("commune", "localite", "libelle commune", "lieu d exercice", "lieu exercice",
                       "commune d exercice", "ville d exercice", "lieu d installation", "commune du cabinet", "city",
                       "town")),
    ("postcode", "Code postal", ("cp", "code postal commune", "zip", "zip code", "postal code", "postcode")),
    ("distance_km", "Distance (km)", ("distance", "km", "distance km", "eloignement")),
    ("mode", "Exercice", ("mode d exercice", "mode exercice", "statut", "libelle mode exercice", "type d exercice",
                          "exercice")),
    ("age_band", "Tranche d’âge", ("age", "tranche d age", "tranche age")),
    ("age_noted_on", "Âge noté le", ()),
    ("departure", "Départ", ("depart prevu", "departs", "depart a la retraite", "depart en retraite", "retraite",
                             "retraite prevue", "cessation d activite", "projet de depart", "intention de depart")),
    ("departure_on", "Date de départ", ("depart le", "date depart", "date de depart prevue", "annee de depart",
                                        "date de retraite", "depart prevu le", "date de fin d activite",
                                        "date de cessation d activite", "retraite le", "fin d activite")),
    ("works_alone", "Exerce seul", ("seul", "isole")),
    ("ready", "Prêt à s’engager", ("pret", "motive", "pret a s engager")),
    ("new_patients", "Nouveaux patients", ("prend de nouveaux patients",)),
    ("function", "Fonction", ("poste",)),
    ("organisation", "Cabinet ou organisme", ("cabinet", "organisme", "structure", "raison sociale",
                                              "raison sociale site", "enseigne", "enseigne commerciale site",
                                              "etablissement", "nom du cabinet", "nom de la structure",
                                              "nom de l etablissement", "denomination", "lieu de travail",
                                              "societe", "entreprise", "company", "organization")),
    ("phone", "Téléphone", ("tel", "telephone fixe", "portable", "mobile", "telephone 2", "phone", "phone number")),
    ("email", "Courriel", ("mail", "e mail", "email", "adresse mail", "adresse electronique",
                           "adresse de messagerie")),
    ("address", "Adresse", ("adresse postale", "adresse du cabinet", "adresse professionnelle", "rue", "voie",
                             "address")),
    ("street", "Numéro et voie", ("numero voie", "indice repetition voie", "libelle type de voie", "libelle voie",
                                  "mention distribution", "numero de voie", "type de voie", "nom de la voie", "nom de voie",
                                  "numvoie", "typvoie")),
    ("source", "Source", ("origine",)),
    ("checked_on", "Vérifié le", ("verifie", "date de verification")),
    ("rpps", "Numéro RPPS", ("rpps", "n rpps", "no rpps", "identifiant pp", "identifiant rpps")),
    ("notes", "Notes", ("note", "remarques", "observations", "commentaire", "commentaires", "comments")),
)  # fmt: skip

#: Columns that are read and never written: what they say goes into other ones.
ONLY_READ = ("full_name", "postcode", "street")

OFFERS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("kind", "Offre", ("type", "type d offre", "genre", "nature", "categorie", "sorte", "libcategetab")),
    ("name", "Nom", ("etablissement", "structure", "raison sociale", "denomination", "nom de la structure", "intitule", "designation",
                      "rs")),
    ("place", "Lieu", ("ici ou a proximite", "commune ou a proximite")),
    ("town", "Ville", ("commune", "localite", "libelle commune", "ligneacheminement")),
    ("distance_km", "Distance (km)", ("distance", "km", "distance km")),
    ("details", "À savoir", ("details", "note", "notes", "remarques", "observations", "commentaire", "commentaires",
                             "precisions", "description")),
    ("source", "Source", ("origine",)),
    ("checked_on", "Vérifié le", ("verifie", "date de verification")),
    ("finess", "Numéro FINESS", ("finess", "n finess", "no finess", "nofinesset", "numero finess et")),
)  # fmt: skip

DYNAMICS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("title", "Ce qui se passe", ("dynamique", "titre", "intitule", "quoi", "projet", "action", "nom")),
    ("kind", "Sorte", ("type", "genre", "nature", "categorie")),
    ("who", "Qui le porte", ("qui", "porteur", "porte par", "acteur", "acteurs", "responsable")),
    ("details", "À savoir", ("details", "note", "notes", "remarques", "observations", "commentaire", "commentaires",
                             "precisions", "description")),
)  # fmt: skip

NEEDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("title", "Besoin", ("besoins", "titre", "intitule", "quoi", "difficulte", "difficultes", "manque", "demande")),
    ("said_by", "Qui le dit", ("qui", "dit par", "exprime par", "source", "origine", "remonte par")),
    ("public", "Public", ("public concerne", "publics", "pour qui", "population", "beneficiaires")),
    ("strength", "Force", ("importance", "priorite", "urgence", "intensite", "frequence")),
    ("profession", "Métier concerné", ("metier", "profession", "professionnel concerne")),
    ("details", "À savoir", ("details", "note", "notes", "remarques", "observations", "commentaire", "commentaires",
                             "precisions", "description")),
)  # fmt: skip

OPPORTUNITIES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("title", "Opportunité", ("opportunites", "titre", "intitule", "quoi", "nom", "idee", "piste")),
    ("who", "Qui", ("porteur", "porte par", "acteur", "acteurs", "contact", "responsable", "par qui", "avec qui")),
    ("profession", "Métier concerné", ("metier", "profession", "professionnel concerne")),
    ("details", "À savoir", ("details", "note", "notes", "remarques", "observations", "commentaire", "commentaires",
                             "precisions", "description")),
)  # fmt: skip

#: The columns of each register that a spreadsheet may hold.
REGISTER_COLUMNS = {
    "professionals": COLUMNS,
    "offers": OFFERS,
    "dynamics": DYNAMICS,
    "needs": NEEDS,
    "opportunities": OPPORTUNITIES,
}
#: Without one of these, a row is no entry of the register.
NAMING = {
    "professionals": ("last_name", "first_name", "full_name", "organisation"),
    "offers": ("name", "kind"),
    "dynamics": ("title",),
    "needs": ("title",),
    "opportunities": ("title",),
}
#: A second column of these is not taken: an age may be a date of birth, which is kept nowhere.
ONCE = ("age_band",)


def column_names(register: str) -> dict[str, str]:
    """Return the name of the column of each field of a register, in their order."""
    return {field: name for field, name, _others in REGISTER_COLUMNS[register]}
