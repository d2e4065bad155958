"""Common words that begin titles and sentences: the only ones whose capital is taken off inside a sentence.

Made by tools/build_common_words.py. A word that is not here keeps its capital, which is never wrong for a name.
"""

from __future__ import annotations

COMMON = frozenset(
    """
abord absence abîmer abîmé abîmée accent accepte accepter accepté accessible accompagne accompagnement accompagnent
accompagner accompagné accord accords accueil accueillir accès acheter acquis acteurs action actions activer actors
actuel adapter adaptés addiction addictions adjoint adjointe adjointes adjoints administratif administration adresse
adresses adressez affichent afficher afin agence agenda agent agente agents agglomération agir agirez agissait agit
agrandit agriculteur agriculteurs agréer aidant aidante aidants aide aident aider aiderait aides aidés ailleurs
aimerait aimerions ainsi ainés ait ajout ajouter ajoutez ajouté ajoutée ajoutés alcool aller allergologue
allocations allumée allô alors ambition ambulance ambulances ambulancier ambulancière améliorer an analyse analyses
ancien ancienne anciennes anciens ancrage anesthésiste animateur animation animatrice anime animer annonce annoncer
annoncées annoncés annuaire annule annuler annulé annulée année années anormal ans antenne antennes août
apparaissent appareil appartient appel appeler appelez appels application appointment apporte apporter apprendre
approuver appui appuie appuient apres après archive argent arguments arobase arrive arriver arrivée arrivées arrière
arrêter arrêté arrêtée arrêtés articles articuler artisan artisans assemblée assez assieds assistant assistante
assistantes assistants associatif association associations associer assurance atelier ateliers attaché atteignables
attend attendance attendent attendre attendu attendue attendues attente attentes attentif attention attire au aucun
aucune audioprothesiste audioprothésiste audioprothésistes audition augmenter aujourd aura aussi autant autobus
automatique autonomie autour autre autrefois autrement autres aux avaient avait avance avancement avancer avancé
avant avec avenir avez aviez avoir avons avril axes aîné aînés bac bail bande bandeau bandes bas bases batiments
beaucoup besoin besoins bien bilan bilans binôme biologiste bloque bon bonjour bonne bonnes bons bouton boîte
branché brouillon budget bulletin bureau but bâtiment bâtiments bâtir bénévole bénévoles cabinet cabinets cachée
cadre café cahier caisse calcul calendrier calme cancer candidatures cantine car caractères cardiologie cardiologue
cardiologues carnet cas case cases catégorie ce ceci cela celle celui cent centième centre centres certain certaine
certaines certains ces cessation cet cette ceux chacun chacune changeait changement changent changer changez changée
chaque charge charges chargé chargée chauffage chercher chez chiffre chiffres chiffré chirurgien chirurgienne
choices choisi choisie choisir choisissez choisissiez choix chose choses cinq cinquième cinéma cite citées civilité
clair claires classeur clavier clic clinique club clubs clé clés cochant coche cocher cochez code cofinancement
cohérence collaborateur collecte collective collectivité collectivités coller collez collège colonnes combien comité
comités commande comme commence commencent commencer commencé comment commente commençant commerçant commerçants
commun communal communauté commune communes communication communiquer communs competences complet complète complétez
comporte comprendre compris comprise comprises compréhensibles compte compter comptes comptons compétences concerne
concernées concertation concret concrètes conditions conduit confiance confie confier confirmer conforter conférence
conférences connaissance connaissent connaît connaître connecte connu connue connues connus conseil conseiller
conseillers conseillère conseillères conseillée conseillées conseils consolider constat constats constatés
construction construire construit consultation consultations consulter conséquences contact contacter contacté
contenu contesté contiennent contient continue continuer contraste contrat contrats contre contredire contribuer
convenir convention conviendrait convient convoque coopération coopérations coopérer coordinateur coordination
coordinations coordinatrice coordonnent coordonner coordonné coordonnées copie copier copies copiez copil copié
cordialement corriger corrigerons corrigez corse cotech coup coupure courants courent courriel courrier courriers
course court courte covoiturage coûtent coûter credits crèche crèches création crédit crédits crée créer créneau
créé csv culture côté d dans date dates datée davantage de dedans deduced default definir demain demande demander
demandez demandé demandée demarche demarches demo dentiste dentistes dents departs depuis dermatologie dermatologue
dernier derniers dernière des descendre designer dessiner destinataire deux deuxième devant devenir devenue devenues
deviennent devient deçà diabète diagnostic dialogue dialyse dicter dieteticien difficultes difficulté difficultés
diffuser diffusée dimanche dimanches diminuer dire directeur directions directrice dirons dis discussion discussions
discuter disent disponible dispositifs disposition disque distance distinguées distribuer dit dite dites dix
diététicien diététicienne diététiciens document documents doit doivent domaine domicile donc donne donner donnez
donnée données dont dossier dossiers doublon douze dresser dressons dressé droit droite du duquel durablement dure
durée dynamique dynamiques dès débat débats début décembre décidait décide décident décider décidé décidée décision
décisions déduit définir dégager déjeuner déjà délai délais délibération délibérer délégation démarche démarches
démarrons départ département départemental départementale départs dépassement dépendantes dépense dépenses dépistage
déplace déplacements déplacer déplacé déplacée déposer déroulé désert désignation désigne désigner désigné désolé
déterminants développement développer dîner echanges efface effacer effacé effet ehpad elle elles emblème
emplacement empêche en enchaînement encore endroit endroits enfant enfants enfin engagement engager engagé engagée
engagés enjeux enquêter enregistrer enregistrez enregistré enregistrée enregistrées enregistrés ensemble ensuite
entendre entendu entier entière entourer entre entrer entretien entretiens entrée envie envies environnement
envisagé envoi envoie envois envoyer envoyez envoyé envoyées equipe ergotherapeute ergothérapeute ergothérapeutes
erreur erreurs espace essayer essayez est et etapes etat etienne eux evaluation evaluer exactement exception excepté
exchanges excusez excusé exemplaires exemple exemples exerce exercent exercerez exercez exercice existant existants
existe existent expertises experts expliquer exporter exportez expose exposition expression exprimer expérience
extension facilement faciles facilite faciliter factuel factuelles faire fait faite faites faits familiales famille
familles fatigue faut favoriser federation federer femme femmes fenêtre ferait fermant fermer fermeture fermez fermé
feuille feuilles fibre ficelé fiche fiches fichier fichiers figure filename film fin financement financements
financeurs financière finir finit fixer flèches fois fonctions font formalité formation formations former formé fort
forum foyer frein freins fréquent fréquente fur fusionnées future fédération fédérations fédérer férié fériés
février fête gagner garde garder gardes gardez gardé gardée gardées gardés gare gauche gestion glissent glissez
globale gouvernance goûter grand grande grandes grands graphique graphiques grille gris groupe groupes grâce guest
guests guider guillemet gynécologie gynécologue général généraliste généralistes gériatre gériatrie habitant
habitante habitantes habitants habituel habituelles hachures handicap handicapé haut heading heure heures heureux
hier historique hiérarchique homme horaire horaires hormis hors hui huit humilité hébergement hésitez hôpital ici
identifier idée idées il illisible illisibles ils image imagerie immobilier import importé importés imposer
impression imprimable imprimante imprime imprimer imprimera imprimez imprimé imprimée imprimés inattendu
inauguration inconnue inconnus indiquez infirmier infirmiers infirmière infirmières information informations
informatique informer informerez informé ingenierie initiative initiatives innovation inquiétude inquiétudes inscrit
inspirer installation installations installe installent installer installez installé instance instances instant
instants institution institutionnel institutions intact intercommunale intercommunalité interlocuteur interlocuteurs
interlocutrice internal interne internes internet intersectorielle intervalles intervenant introuvable intéressé
intéressés intérêt inventory investissement invitation invitations invite inviter invité invités irréaliste
isolement isoles isolé jamais janvier je jeu jeudi jeudis jeune jeunes jeunesse jeux joignable joindre joint jointe
jointes jour journal journée journées jours jpeg jpg juillet juin juridique jusqu juste kinésithérapeute
kinésithérapeutes kinésithérapie kit l la laboratoire laisse laisser laissez laissé laissées lancement lancer langue
laquelle le lecteur lecteurs lecture lequel les letter lettre lettres leur leurs lever libres libéral libérale
libéraux libérez licence licences lien lieu lieux ligne lignes lire lisent lisible liste listes lit local locale
locaux logement logo loin longue lors lorsque losange lourd loyer lue lues lui lundi lundis lycée là lâche lâcher ma
mai main maintenant maintien maire maires mairie mais maison maisons mal maladie malgré mandat manifestation manque
manquer marche marché mardi mardis marquez marquée mars masquée masquées masseur masseuse matches maternité matin
matinée matinées matériel mayor maître maîtres medecin meeting meetings membre mener mental mentale menée merci
mercredi mercredis mes message messagerie messages mesure met metiers mettez mettre midi mieux min minute minutes
mis mise mission missions mobilier mobiliser mobilité mobilités modifiable modification modifier modifié modifiée
modèle moi moins mois moitié moment mon mondiale monter montre montrer montré montrée montrées mot motives motivés
mots mouvement moyens msp municipal municipale municipales municipaux mène médecin médecine médecins médicale
mémoire méthode méthodologique métier métiers métropole même mêmes naissance national nationale navette navettes
navigateur ne neuf ni niveau niveaux nobody nom nombre nombres nominatif nommait nomme nomment nommer noms non nos
notamment note noter notes notez notification notifié notre noté notés nouer nous nouveau nouveaux nouvel nouvelle
nouvelles novembre nulle numérique numéro numéros numérotée nutrition nécessaire nôtre nôtres objectif objectifs
objectives objet obtenir obésité occasions occupe octobre ocuments océan ods offre offres offrir on onglet onglets
ont onze ophtalmologie ophtalmologiste ophtalmologistes ophtalmologue opportunites opportunité opportunités opticien
opticienne opticiens option options opérationnelle or ordinateur ordinateurs ordre ordres organisation organiser
organisme organismes organisés orientations oriente orthophonie orthophoniste orthophonistes orthoptiste
orthoptistes ostéopathe ostéopathes ou oui outils outre ouvert ouverte ouverts ouverture ouvre ouvrent ouvrez
ouvrier ouvrir ouvré où page pages papier papiers par paraît parce parcourir parcours parfois parking parle parlent
parler parlé parmi parole part partage partager partagez partagé partenaire partenaires partenariat partenariats
partent parti participe participer partie parties partir partners partout paru parue parution pas passe passent
passer passé passées patience patient patiente patientes patients payer pedicure pendant penser perdre perdu perdue
permanence permanences permet permettent permettons personne personnes petit petite petites petits peu peut peuvent
pharmacie pharmacien pharmacienne pharmaciennes pharmaciens phase philosophie phrase phrases physique pilotage
pilote piloter pilotes pire pistes pièce pièces place placées plan planifier plans plateforme plein
pluriprofessionnel pluriprofessionnelle plus plusieurs plutôt pmi png poche podologue podologues point points
polices politique politiquement portage portant portent porter porteur porteurs porteuse portée poser possible
postal postale poste postées pour pourquoi pourra pourrait pourrez poursuivre pouvez pouvoir pouvons premier
premiere premiers première premières prend prendra prendre prenez presque pressant presse pressée prestataire
prestataires prie primaire primaires prioritaire prioritaires priorites priorités pris problematiques problématiques
prochain prochaine prochaines proches procès produits professionnel professionnelle professionnelles professionnels
prog programme programmes progressif progression project projet projets promettre promotion promouvoir propos
propose proposent proposer proposition propositions proposons proposé proposée proposés propre propres protégé
protégée protégés proximité précieuse précipitées précis préciser précédent précédente préfecture préfet préférences
préférez préférons préparation prépare préparer préparé présence présent présentation présentations présente
présenter présentes président présidente prévention prévenus prévient prévisibles prévoir prévu prévue prévus prêt
prête psychiatre psychiatres psychiatrie psychologue psychologues psychomotricien psychomotricienne psychomotriciens
public publication publics publique publiques publié puis puisque puisse pèse pédiatre pédiatres pédiatrie pédicure
pénurie période périscolaire pôles qualitatif quand quant quantitatif quartier quartiers quatorze quatre quatrième
que quel quelle quelles quelqu quelque quelques quels question questions qui quinzaine quinze quitte quitter quoi
raccourcissez raconter radiologie radiologue raisons ramène rangée rappel rappeler rappelle rappellerons rappelée
rapport rapports rassembler rassemblé recenser recette recevoir recommencez reconnaissance reconnaître reconnues
recontacter recruter rectification recto recueillies recueillir redis refaites referent reformulez reformulée
reformulées refusé regard regarder regardez registre registres rejoignent relais relance relancer relances relations
relayer relevé relie relier relire relisez relit relu relue relues remarque rembourse remercie remercier remet
remettre reminder remis remise remises remontent remplace remplacement remplacer remplacé remplaçant remplaçante
remplaçantes remplaçants rempli remplie remplir remplissez remplit rencontre rencontrer rencontres rend rendez
rendre rendrez rendu renforcer renoncez repas report reporter reprendre reprenez repris reprise reprogrammer repérer
repérés responsabilité responsable ressemble ressources restantes reste restent rester restituer restitution restons
resté retard retenir retenu retenues retient retirez retiré retirée retirés retour retraite retraites retraité
retraitée retraités retravailler retrouve retrouver retrouvera retrouvons retrouvé retrouvés reunion revenir revient
reçoit rhumatologue rien roles route rouvrir rupture rythme règle règles réaliser réaliste réalistes réalité récent
récente récents récupérer récupéré réduire réduites réessayer réessayez réflexe réfléchir référent référente
référentes référents région régional régionale régionales régleront régulier réguliers régulièrement rénovation
répertoire répond répondent répondre répondrons répondu réponse réponses réseau réseaux réservé résidence résultat
rétablie rétablir rétablit réuni réunies réunion réunions réunir réunis réunit rôle rôles s sa sage sages saisi
saisie saisis saisissez sait salarié salariée salariés salle salutations samedi samedis sans santé sauf sauvegarde
savoir scolaires second seconde secondes secours secrétaire secrétaires secrétariat sein selon semaine semaines
semble senior seniors sept septembre sera serait serions seront sert service services servir ses session seul seule
seulement seules seuls si sienne signale signaler signalé signalés signature signe signent signer silence silent
simple sinon site situation six social sociale sociaux socle soignant soignante soignantes soignants soigne soigner
soigné soin soins soir soirée soirées soit sollicitations solliciter solution sombre sommeil sommes son sonder sont
sort sorte sortent sortir sortira souhaite souhaitez soumettre sous soutenant soutenir soutien soutiens soutient
souvent spectacle sport sportive sports spécialiste spécialistes ssiad stabiliser stage stages stagiaire stagiaires
standard stationnement statistiques structurer stylo subvention succession suffisent suffit suggestion suit suite
suites suivant suivante suivantes suivent suivi suivre sujet supposé suppression suppressions supprime supprimer
supprimez supprimé supprimée supérieur sur surcharge surprend surveillance synchronisé synthèse synthèses système
séance séances sécurité sûr ta tabac table tableau tableaux tables tableur taille tant taper tapez tapé tapés tard
taxi taxis techniciens technique tel telle telles temps tenir tension tenue tenus terminal terminer territoire
territoires territorial territoriale territoriales tes texte thème thèse tiendrons tiennent tient tiers timeline
titre tombe ton touche toucher touché toujours tour tournée tous tout toute toutes town trace train trait traitant
trajectoire tranche trancher transmis transmission transport transports travail travaillent travailler travaux
trente tribunal trimestre trois troisième trop trouvait trouve trouvent trouver trouverez trouvé trouvée trouvées
très tu txt téléconsultation téléconsultations télémédecine téléphone tête tôt un une uns urbaine urbanisme urgence
urgences usage usager usagers utile utiles utilisation utiliser utilisé utilisées vacances vaccin vaccination
vaccins valent valeur valeurs valide valider validé valoriser value vaut veille veiller vendre vendredi vendredis
venez venir venus verrouillé vers version verso vertical veulent veut via vice vide vides vidéo vieillissement
viendra viendrait viendront vient vierge vigilance village ville violence violences viser visez visibilité visite
visiter visites vite vive vivre voici voient voilà voir voisin voisine voisins voix volé vont vos voter votre voulez
vouloir vous voyez vraiment vécu vérifie vérifier vérifiez vérifié vôtre web xlsx zone à âge âges âgées ça écartez
écartée écartées échange échanger échanges échelle échéances école écoles écouter écouterons écran écrire écrit
écrite écrits écriture écrivez écueils éducation élaborer élection électronique électroniques élevé élire élu élue
élues élus élément éléments émargement émergent émerger épuisement épuiser équipe équipes établir établissements
étaient était étape étapes état états étendre étiez étude étudiant étudiants étudier été évaluation évaluer éventuel
éviter êtes être œuvre
""".split()
)
