"""Build formats/french/common.py: the words that may lose their capital inside a sentence.

    python tools/build_common_words.py

They are the words written small in the method, the interface and the help, and those of MORE, less the names of towns.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill
from typing import Any

from msp_desktop.exchange.communes import search

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "msp_desktop" / "formats" / "french" / "common.py"
_NO_WORDS = re.compile(r"\{[^}]*\}|\S+@\S+|www\.\S+|\\n|`[^`]*`|<[^>]*>")
_SMALL = re.compile(r"(?<![\w-])[a-zàâäéèêëîïôöùûüçœæ]+(?!\w)")
#: Words of a town hall and of health that our own texts do not happen to use, and some that are towns too.
MORE = """
le la les l un une des de d du au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur
leurs je tu il elle on nous vous ils elles qui que quoi dont où quel quelle quels quelles lequel laquelle chacun
chacune chaque tout toute tous toutes aucun aucune plusieurs certains certaines quelques autre autres même mêmes tel
telle à dans par pour en vers avec sans sous sur chez entre avant après depuis pendant dès selon contre malgré afin
lors et ou mais donc or ni car si comme quand lorsque puisque parce ainsi alors aussi bien déjà encore enfin ensuite
hier aujourd demain ici là oui non ne pas plus moins très trop peu assez beaucoup mieux pire seul seule seuls seules
premier première premiers premières deuxième troisième quatrième cinquième second seconde dernier dernière prochain
prochaine deux trois quatre cinq six sept huit neuf dix onze douze vingt trente quarante cinquante soixante cent dizaine
douzaine quinzaine vingtaine trentaine centaine environ près se soi difficile difficiles rare rares parents nuit nuits
patientèle successeur informé intéressés voudrait voudraient maintenir permettre attirer adopter réussir loger nouveau nouvel nouvelle nouveaux nouvelles bon
bonne bons bonnes petit petite petits petites grand grande grands grandes jeune jeunes ancien ancienne anciens
anciennes longue court courte public publique publics publiques commun commune communs communes lundi mardi mercredi
jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre
jour jours semaine semaines mois an ans année années matin midi soir heure heures minute minutes date dates réunion
réunions rencontre rencontres entretien entretiens échange échanges visite visites atelier ateliers comité comités
conseil conseils groupe groupes séance séances assemblée point points bilan bilans présentation présentations
restitution soirée soirées matinée matinées journée journées déjeuner dîner café forum débat débats discussion
discussions table tables conférence conférences formation formations information informations lancement inauguration
préparation suivi suite suites invitation invitations ordre ordres compte comptes rendu feuille feuilles lettre
lettres courrier courriers message messages appel appels rappel arrêté délibération convention contrat contrats
projet projets programme plan plans calendrier fiche fiches mission missions document documents dossier dossiers
état états liste listes tableau annuaire rapport rapports note notes synthèse relevé grille modèle texte action
actions étape étapes objectif objectifs démarche démarches aide aides appui soutien soutiens accueil coordination
coopération besoin besoins offre offres constat constats question questions réponse réponses difficulté difficultés
attente attentes opportunité opportunités dynamique dynamiques départ départs arrivée arrivées installation
installations remplacement santé soin soins accès prévention urgence urgences médecine pharmacie maison maisons
centre centres cabinet cabinets équipe équipes hôpital clinique laboratoire local locaux salle bâtiment
bâtiments lieu lieux logement transport transports médecin médecins infirmier infirmière infirmiers infirmières
pharmacien pharmacienne pharmaciens pharmaciennes kinésithérapeute kinésithérapeutes masseur masseuse sage sages
femme femmes homme dentiste dentistes chirurgien chirurgienne orthophoniste orthophonistes orthoptiste orthoptistes
podologue podologues pédicure psychologue psychologues psychomotricien psychomotricienne ergothérapeute
ergothérapeutes diététicien diététicienne opticien opticienne audioprothésiste ostéopathe ostéopathes ambulancier
ambulancière assistant assistante assistants assistantes soignant soignante soignants soignantes professionnel
professionnelle professionnels professionnelles généraliste généralistes spécialiste spécialistes remplaçant
remplaçante maire maires adjoint adjointe adjoints adjointes conseiller conseillère conseillers conseillères élu
élue élus élues agent agente agents secrétaire secrétaires directeur directrice président présidente vice chargé
chargée référent référente référents référentes municipal municipale municipaux municipales départemental
départementale régional régionale national nationale habitant habitante habitants habitantes patient patiente
patients patientes personne personnes famille familles enfant enfants s aîné aînés ainés senior seniors
jeunesse usager usagers voisin voisine voisins fédération fédérations association associations partenaire
partenaires institution institutions intercommunalité mairie communauté agence caisse préfecture ville
territoire territoires département région quartier coordinateur coordinatrice animateur animatrice pilote
pilotes porteur porteuse interlocuteur interlocutrice budget financement financements dépense dépenses recette
subvention loyer bail travaux avenir idée idées envie envies rôle rôles règle règles méthode cadre place part
partage choix décision décisions proposition propositions accueillir aider ajouter aller améliorer animer annoncer
appeler apporter apprendre arriver associer attendre avancer avoir bâtir chercher choisir commencer communiquer
comprendre connaître construire contacter contribuer convenir coordonner créer décider définir demander désigner
dire discuter donner dresser échanger écouter écrire éviter envoyer essayer établir être étudier évaluer expliquer
faciliter faire fixer former garder identifier imposer imprimer informer installer inviter laisser lancer lever lire
mener mettre mobiliser montrer noter nouer obtenir offrir organiser ouvrir parler partager participer partir penser
planifier porter poser pouvoir préciser préparer présenter prévoir promettre proposer raconter rappeler rassembler
réaliser recenser recevoir recruter recueillir réfléchir regarder relancer relire remercier remettre rencontrer
rendre repérer répondre retenir retrouver réunir revenir rouvrir exprimer savoir signer signaler soutenir structurer
suivre tenir terminer travailler trouver utiliser valider valoriser vérifier venir visiter vivre voir merci bonjour
accompagner accompagnement adapter engager engagement entendre entourer favoriser rien certain certaine cela ça ceci
est sont vacances retraite retraites permanence permanences consultation consultations téléconsultation
téléconsultations dépistage vaccination collecte fête marche marché course repas goûter spectacle exposition cinéma
film lecture jeu jeux sport sports ouverture fermeture reprise relance relances signature remise tournée tour presse
bulletin site nutrition addiction addictions violence violences handicap vieillissement autonomie mobilité mobilités
numérique lundis mardis mercredis jeudis vendredis samedis pédiatrie dermatologie ophtalmologie gynécologie
cardiologie psychiatrie gériatrie radiologie kinésithérapie orthophonie télémédecine maternité garde gardes
ambulance ambulances dermatologue ophtalmologue ophtalmologiste cardiologue gynécologue pédiatre psychiatre gériatre
radiologue ophtalmologistes cardiologues pédiatres psychiatres anesthésiste biologiste allergologue rhumatologue
dialyse imagerie crèche crèches école écoles collège lycée périscolaire cantine navette navettes taxi taxis
covoiturage autobus gare rupture isolement surcharge fatigue épuisement inquiétude inquiétudes délai délais
horaire horaires secrétariat standard handicapé parking stationnement clé clés chauffage mobilier matériel
ordinateur fibre internet réseau réseaux obésité diabète cancer tabac alcool sommeil audition dents vaccin
vaccins mentale mental physique aidant aidants aidante bénévole bénévoles retraité retraitée retraités ouvrier
agriculteur agriculteurs artisan artisans commerçant commerçants étudiant étudiants interne internes stagiaire
stagiaires maître maîtres stage stages thèse remplaçants remplaçantes salarié salariée salariés libéral libérale
libéraux quelque manque absence présence pénurie création maintien mise extension rénovation plateforme relais
antenne antennes tiers dit foyer résidence ehpad ssiad pmi cessation transmission succession sportive club clubs
allô attention désolé excusez voici voilà grâce parmi outre excepté sauf hormis quant via rester passer prendre
devenir sortir entrer monter descendre acheter vendre payer coûter gagner perdre étendre réduire augmenter
diminuer stabiliser renforcer développer consolider conforter poursuivre continuer arrêter reporter annuler nommer
élire voter délibérer approuver confirmer corriger solliciter consulter sonder enquêter recontacter retravailler
sortie sorties retour retours maraude maraudes navette navettes livraison livraisons portage portages goûters cafés
balade balades astreinte astreintes stage stages interne internes étudiant étudiants étudiante étudiantes bourse bourses
colloque colloques covoiturage minibus véhicule véhicules appartement appartements chambre chambres
terrain terrains ancienneté guichet guichets bénévole bénévoles bénévolat réseau réseaux plateforme plateformes
télémédecine télésoin télésurveillance hospitalisation hospitalisations infirmerie dispensaire
"""


def main() -> None:
    """Write the module."""
    ours = {word for text in _texts() for word in _SMALL.findall(_NO_WORDS.sub(" ", text)) if len(word) > 2}
    words = sorted(
        {word for word in ours if not _is_town(word) and word not in ("saint", "porte", "cher")} | set(MORE.split())
    )
    body = fill(" ".join(words), 116, break_long_words=False, break_on_hyphens=False)
    TARGET.write_text(
        '"""Common words that begin titles and sentences: the only ones whose capital is taken off inside a sentence.\n\n'
        "Made by tools/build_common_words.py. A word that is not here keeps its capital, which is never wrong for a name.\n"
        f'"""\n\nfrom __future__ import annotations\n\nCOMMON = frozenset(\n    """\n{body}\n""".split()\n)\n',
        encoding="utf-8",
    )
    print(f"{len(words)} words")


def _texts() -> Iterator[str]:
    for path in sorted((ROOT / "resources" / "method").glob("*.toml")):
        yield from _strings(tomllib.loads(path.read_text(encoding="utf-8")))
    for path in sorted((ROOT / "translations" / "parts").glob("*.po")):
        yield from re.findall(r'msgstr(?:\[\d\])? "(.*)"', path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "resources" / "help" / "fr").glob("*.md")):
        yield path.read_text(encoding="utf-8")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inside in value.values() if isinstance(value, dict) else value:
            yield from _strings(inside)


def _is_town(word: str) -> bool:
    return any(entry.name.lower() == word for entry in search(word, 5))


if __name__ == "__main__":
    main()
