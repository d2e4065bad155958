"""Common words that begin titles and sentences of a town hall: the only ones whose capital is taken off.

A word that is not here keeps its capital, which is never wrong for a name.
"""

from __future__ import annotations

COMMON = frozenset(
    """
accompagnement accompagner accueil accueillir accès action actions adapter addiction addictions adjoint adjointe
adjointes adjoints afin agence agent agente agents aide aider aides ainsi ainés ajouter aller alors ambulancier
ambulancière améliorer an ancien ancienne anciennes anciens animateur animatrice animer annoncer annuaire année
années ans août appel appeler appels apporter apprendre appui après arriver arrivée arrivées arrêté assemblée assez
assistant assistante assistantes assistants association associations associer atelier ateliers attendre attente
attentes au aucun aucune audioprothésiste aujourd aussi autonomie autre autres aux avancer avant avec avenir avoir
avril aîné aînés bail beaucoup besoin besoins bien bilan bilans bon bonjour bonne bonnes bons budget bulletin
bâtiment bâtiments bâtir cabinet cabinets cadre café caisse calendrier car ce ceci cela centre centres certain
certaine certaines certains ces cet cette chacun chacune chaque chargé chargée chercher chez chirurgien chirurgienne
choisir choix cinq cinquième cinéma clinique collecte comité comités comme commencer commun communauté commune
communes communiquer communs comprendre compte comptes conférence conférences connaître conseil conseiller
conseillers conseillère conseillères conseils constat constats construire consultation consultations contacter
contrat contrats contre contribuer convenir convention coopération coordinateur coordination coordinatrice
coordonner courrier courriers course court courte créer d dans date dates de demain demander dentiste dentistes
depuis dernier dernière des deux deuxième difficulté difficultés dimanche dire directeur directrice discussion
discussions discuter dix diététicien diététicienne document documents donc donner dont dossier dossiers douze
dresser du dynamique dynamiques dès débat débats décembre décider décision décisions définir déjeuner déjà
délibération démarche démarches départ département départemental départementale départs dépense dépenses dépistage
désigner dîner elle elles en encore enfant enfants enfin engagement engager ensuite entendre entourer entre
entretien entretiens envie envies envoyer ergothérapeute ergothérapeutes essayer est et expliquer exposition
exprimer faciliter faire famille familles favoriser femme femmes fermeture feuille feuilles fiche fiches film
financement financements fixer formation formations former forum fédération fédérations février fête garder goûter
grand grande grandes grands grille groupe groupes généraliste généralistes habitant habitante habitantes habitants
handicap heure heures hier homme huit hôpital ici identifier idée idées il ils imposer imprimer inauguration
infirmier infirmiers infirmière infirmières information informations informer installation installations installer
institution institutions intercommunalité interlocuteur interlocutrice invitation invitations inviter janvier je jeu
jeudi jeudis jeune jeunes jeunesse jeux jour journée journées jours juillet juin kinésithérapeute kinésithérapeutes
l la laboratoire laisser lancement lancer laquelle le lecture lequel les lettre lettres leur leurs lever lieu lieux
lire liste listes local locaux logement longue lors lorsque loyer lundi lundis là ma mai maire maires mairie mais
maison maisons malgré marche marché mardi mardis mars masseur masseuse matin matinée matinées mener merci mercredi
mercredis mes message messages mettre midi mieux minute minutes mission missions mobiliser mobilité mobilités modèle
moins mois mon montrer municipal municipale municipales municipaux médecin médecine médecins méthode même mêmes
national nationale ne neuf ni non nos note noter notes notre nouer nous nouveau nouveaux nouvel nouvelle nouvelles
novembre numérique nutrition objectif objectifs obtenir octobre offre offres offrir on onze opportunité opportunités
opticien opticienne or ordre ordres organiser orthophoniste orthophonistes orthoptiste orthoptistes ostéopathe
ostéopathes ou oui ouverture ouvrir où par parce parent parents parler part partage partager partenaire partenaires
participer partir pas patient patiente patientes patients pendant penser permanence permanences personne personnes
petit petite petites petits peu pharmacie pharmacien pharmacienne pharmaciennes pharmaciens pilote pilotes pire
place plan planifier plans plus plusieurs podologue podologues point points porter porteur porteuse poser pour
pouvoir premier premiers première premières presse prochain prochaine professionnel professionnelle professionnelles
professionnels programme projet projets promettre proposer proposition propositions préciser préfecture préparation
préparer présentation présentations présenter président présidente prévention prévoir psychologue psychologues
psychomotricien psychomotricienne public publics publique publiques puisque pédicure quand quartier quatre quatrième
que quel quelle quelles quelques quels question questions qui quoi raconter rappel rappeler rapport rapports
rassembler recenser recette recevoir recruter recueillir regarder relance relancer relances relevé relire remercier
remettre remise remplacement remplaçant remplaçante rencontre rencontrer rencontres rendre rendu repas reprise
repérer restitution retenir retraite retraites retrouver revenir rien rouvrir règle règles réaliser réfléchir
référent référente référentes référents région régional régionale répondre réponse réponses réunion réunions réunir
rôle rôles sa sage sages salle salles samedi samedis sans santé savoir second seconde secrétaire secrétaires selon
semaine semaines senior seniors sept septembre ses seul seule seules seuls si signaler signature signer site six
soignant soignante soignantes soignants soin soins soir soirée soirées son sont sous soutenir soutien soutiens
spectacle sport sports spécialiste spécialistes structurer subvention suite suites suivi suivre sur synthèse séance
séances ta table tableau tables tel telle tenir terminer territoire territoires tes texte ton tour tournée tous tout
toute toutes transport transports travailler travaux trois troisième trop trouver très tu téléconsultation
téléconsultations un une urgence urgences usager usagers utiliser vacances vaccination valider valoriser vendredi
vendredis venir vers vice vieillissement village villages ville violence violences visite visiter visites vivre voir
voisin voisine voisins vos votre vous vérifier à ça échange échanger échanges écouter écrire élu élue élues élus
équipe équipes établir étape étapes état états étudier évaluer éviter être
""".split()
)
