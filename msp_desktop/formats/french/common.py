"""Common words that begin titles and sentences: the only ones whose capital is taken off inside a sentence.

Made by tools/build_common_words.py. A word that is not here keeps its capital, which is never wrong for a name.
"""

from __future__ import annotations

COMMON = frozenset(
    """
abord absence absentes abstiendrez abstient abîmer abîmé abîmée accent accepte accepter accepté accessible
accompagne accompagnement accompagnent accompagner accompagné accord accords accueil accueillir accès acheter acquis
acte actes acteurs action actions activer actors actuel adapter adaptés addiction addictions addictologue adjoint
adjointe adjointes adjoints administrateur administratif administration administrative adresse adresses adressez
adressé adressée affaire affaires affichent afficher affichée afin after agence agenda agent agente agents
agglomération agir agirez agissait agit agrandit agriculteur agriculteurs agréer aidant aidante aidants aide aident
aider aidera aiderait aides ailleurs aimerais aimerait aimerions ainsi ainés ait ajouter ajoutez ajouté ajoutée
ajoutées ajoutés alcool aller allergo allergologue allocations allumée allô alors ambition ambulance ambulances
ambulancier ambulancière améliorer an analyse analyses ancien ancienne anciennes ancienneté anciens ancrage
anesthésiste angiologue animateur animation animatrice anime animer animera annonce annoncent annoncer annoncées
annoncés annuaire annule annuler annulé annulée année années anormal ans antenne antennes août apparaissent appareil
appartement appartements appartient appel appeler appelez appels application appointment apporte apporter apprendre
approuver appui appuie appuient apres après archive argent arguments arobase arrive arriver arrivée arrivées arrière
arrêter arrêté arrêtée arrêtés article articles articuler artisan artisans assemblée assez assieds assistant
assistante assistantes assistants associatif association associations associer associés assurance astreinte
astreintes atelier ateliers attaché attachés atteignables attend attendance attendent attendre attendu attendue
attendues attente attentes attentif attention attire au aucun aucune audio audioprothesiste audioprothèse
audioprothésiste audioprothésistes audition auditive augmenter aujourd auprès aura aussi autant autobus automatique
autonomie autorisations autour autre autrefois autrement autres aux avaient avait avance avancement avancer avancé
avancée avant avec avenir avez aviez avoir avons avril axes aîné aînés bac bail balade balades bande bandeau bandes
bas bases batiments beaucoup besoin besoins bien bilan bilans binôme biologiste blanc blanches blank bloque body bon
bonjour bonne bonnes bons bourse bourses bout bouton boîte branché brouillon bucco budget bulletin bureau but
bâtiment bâtiments bâtir bénévolat bénévole bénévoles cabinet cabinets cachée cadre café cafés cahier caisse calcul
calendrier calme cancer cancérologue candidatures cantine capitales car caractères cardio cardiologie cardiologue
cardiologues carnet cas case catégorie cause ce ceci cela celle cellule cellules celui cent centième centre centres
certain certaine certaines certains ces cessation cet cette ceux chacun chacune chambre chambres champ changeait
changement changent changer changez changée chaque charge charges chargé chargée chauffage chercher cherchée chez
chiffre chiffres chiffré chir chirurgie chirurgien chirurgienne choices choisi choisie choisir choisissez
choisissiez choix chose choses cinq cinquième cinéma cite citoyens citées civilité clair claires classeur clavier
clic clinicien clinicienne clinique club clubs clé clés cochant coche cocher cochez coché code cofinancement
cohérence collaborateur collecte collective collectivité collectivités coller collez colloque colloques collège
colonnes combien comité comités commande comme commence commencent commencer commencé comment commentaires commente
commençant commerçant commerçants commun communal communauté commune communes communication communiquer communs
competences complet complète compléter complétez complété complétée complétées comporte comprendre compris comprise
comprises compréhensibles comptable compte comptent compter comptes comptons compétences concerne concernent
concernées concertation concret concrètes conditions conduit confiance confie confirmer conflit conflits conforter
conférence conférences connaissance connaissent connaît connaître connecte connu connue connues connus conseil
conseiller conseillers conseillère conseillères conseillée conseillées conseils considération consolider constat
constats constatés construction construire construit consultation consultations consulter conséquences contact
contacter contacté contenu contesté contiennent contient continue continuer contraste contrat contrats contre
contredire contribuer convenir convention conviendrait conviennent convient convier convoque coopération
coopérations coopérer coordinateur coordination coordinations coordinatrice coordonnent coordonner coordonné
coordonnées copie copier copies copiez copil copié cordialement correction correspondance corriger corrigerons
corrigez corse cotech coup coupure courent courriel courrier courriers course court courte covoiturage coûtent
coûter credits crèche crèches création crédit crédits crée créer créneau créé csv culture côté côtés d dans date
dates datée davantage de dedans deduced default definir demain demande demander demandez demandé demandée demarche
demarches demo dent dentaire dentiste dentisterie dentistes dento dents departs depuis dermato dermatologie
dermatologue dernier derniers dernière des descendre designer dessiner destinataire deux deuxième devant devenir
devenue devenues deviennent devient deçà diabète diabétologue diagnostic dialogue dialyse dicter dieteticien
difficultes difficulté difficultés diffuser diffusée dimanche dimanches diminuer diplômé diplômée dire directement
directeur direction directions directrice dirons dis discussion discussions discuter disent dispensaire disponible
dispositifs disposition disque distance distinguée distinguées distribuer dit dite dites dix diét diététicien
diététicienne diététiciens diététique docteur doctoresse document documents doit doivent domaine domicile donc donne
donner donnez donnée données dont dos dossier dossiers doublon douze dresse dresser dressons dressé droit droite du
duquel durablement dure durée dynamique dynamiques dès débat débats début décembre décidait décide décident décider
décidé décidée décision décisions décret déduit définir dégager déjeuner déjà délai délais délibération
délibérations délibérer délégation déléguer délégué déléguées démarche démarches démarrage démarrons départ
département départemental départementale départs dépassement dépendantes dépense dépenses dépistage déplace
déplacements déplacer déplacé déplacée déport déposer déroulé désert désignation désigne désigner désigné désolé
désormais déterminants détermine développement développer dîner echanges efface effacer effacé effet ehpad elle
elles emblème emplacement emporte empêche en enchaînement encore endocrino endocrinologue endodontiste endroit
endroits enfant enfants enfin engagement engagent engager engagé engagée engagés enjeux enquêter enregistrer
enregistrez enregistré enregistrée enregistrées enregistrés ensemble ensuite entendre entendrez entendu entier
entiers entière entourer entre entrer entretien entretiens entrée envie envies environnement environs envisagé envoi
envoie envois envoyer envoyez envoyé envoyées equipe ergo ergotherapeute ergothérapeute ergothérapeutes ergothérapie
erreur erreurs espace essai essayer essayez est estime et etapes etat etienne eux evaluation evaluer exactement
examiné exception excepté exchanges exclus excusez exemplaires exemple exemples exerce exercent exercer exercerez
exercez exercice existant existants existe existent expertises experts expliquer exporter exportez exporté expose
exposition expression exprimer expérience extension exécution exécutoire facilement faciles facilite faciliter
factuel factuelles faire fait faite faites faits familiales famille familles fatigue faut favoriser federation
federer femme femmes fenêtre ferait fermant fermer fermeture fermez fermé feuille feuilles fibre ficelé fiche fiches
fichier fichiers figure filename film fin financement financements financeurs financière finir finissent finit
fixant fixe fixer flèches fois fonction fonctionne fonctions font formalité formation formations former formule
formé fort forum foyer française frein freins fréquent fur fusionnée fusionnées future fédération fédérations
fédérer férié fériés février fête gagner garde garder gardes gardez gardé gardée gardées gardés gare gastro
gastroentérologue gauche gestion glissent glissez globale gouvernance goûter goûters gracieux grand grande grandes
grands graphique graphiques grille gris groupe groupes grâce guest guests guichet guichets guider guillemet gynéco
gynécologie gynécologue gén général générale généraliste généralistes gériatre gériatrie gérontologue habitant
habitante habitantes habitants habituel habituelles hachures handicap handicapé haut heading heure heures heureux
hier historique homme homonyme homéopathe horaire horaires hormis hors hospitalisation hospitalisations hui huit
humilité hébergement hématologue hésitez hôpital ici identifier idée idées il illisible illisibles ils image
imagerie immobilier import importé importée importées imposer impression imprimable imprimante imprime imprimer
imprimera imprimez imprimé imprimée imprimés inattendu inauguration incertain inconnue inconnus indiquez indiqué inf
infi infirm infirmerie infirmier infirmiers infirmière infirmières information informations informatique informe
informer informerez informé ingenierie initiative initiatives innovation inquiétude inquiétudes inscrit inspirer
installation installations installe installent installer installez installé instance instances instant instants
institution institutionnel institutions instruire intact intercommunale intercommunalité interlocuteur
interlocuteurs interlocutrice internal interne internes internet interrompt intersectorielle intervalles intervenant
introuvable intéressés intérêt intérêts inventory investissement invitation invitations invite inviter invitons
invité invités irréaliste isolement isoles isolé jamais janvier je jeu jeudi jeudis jeune jeunes jeunesse jeux
joignable joindre joint jointe jointes jour journal journée journées jours jpeg jpg juil juillet juin juridique
jusqu juste justice kiné kinés kinési kinésithérapeute kinésithérapeutes kinésithérapie kit l la laboratoire laisse
laissent laisser laissez laissé laissée laissées laissés lancement lancer langue laquelle le lecteur lecteurs
lecture lequel les lesquelles letter lettre lettres leur leurs lever libre libres libéral libérale libéraux libérez
licence licences lien lieu lieux ligne lignes lire lisent lisible liste listes lit livraison livraisons local locale
locaux logement logo logopède loin longue lors lorsque losange lourd loyer lue lues lui lundi lundis lunetier
lunetière lus lycée là lâche lâcher ma magasin mai main maintenant maintien maire maires mairie mais maison maisons
majuscules mal maladie malgré mandat manifestation manque manquer maraude maraudes marche marché marchés mardi
mardis marquez marquée mars masquée masquées masseur masseuse matches maternité matin matinée matinées matériel
mayor maître maîtres maïeuticien maïeuticienne maïeutique medecin meeting meetings membre membres mener mental
mentale mention menée merci mercredi mercredis mes message messagerie messages mesure met metiers mettez mettre midi
mieux min minibus minute minutes mis mise mission missions mobilier mobiliser mobilité mobilités modifiable modifier
modifié modifiée modèle moi moins mois moitié moment mon mondiale monter montre montrer montré montrée montrées mot
motives motivés mots mouvement moyens msp municipal municipale municipales municipaux mène méd médecin médecine
médecins médicale mémoire méthode méthodologique métier métiers métropole même mêmes naissance national nationale
navette navettes navigateur ne neuf neuro neurologue neuropsychologue ni niveau niveaux nobody nom nombre nombres
nominatif nommait nomme nomment nommer nommées nommés noms non nos notamment note noter notes notez notification
notifié notre noté notée notés nouer nous nouveau nouveaux nouvel nouvelle nouvelles novembre nulle numérique numéro
numéros numérotée nutrition nutritionniste nécessaire néphrologue nôtre nôtres objectif objectifs objectives objet
obstétricien obstétricienne obtenir obésité occasions occupe octobre oculiste ocuments océan odontologiste
odontologue ods officine offre offres offrir omnipraticien omnipraticienne on oncologue onglet onglets ont onze
ophtalmo ophtalmologie ophtalmologiste ophtalmologistes ophtalmologue opportunites opportunité opportunités opticien
opticienne opticiens option options optique opérationnelle or oral orale ordinateur ordinateurs ordre ordres
organisation organiser organisme organismes organisés orientations oriente orthodontiste orthoph orthophonie
orthophoniste orthophonistes orthopt orthoptie orthoptiste orthoptistes orthopédie orthopédiste ostéopathe
ostéopathes other oto ou oublie oui ours outils outre ouvert ouverte ouverts ouverture ouvre ouvrent ouvrez ouvrier
ouvrir ouvré où page pages papier papiers par paraît parce parcourir parcours pareil parenthèses parfois parking
parle parlent parler parlerons parlez parlé parmi parodontiste parodontologue parole part partage partager partagez
partagé partenaire partenaires partenariat partenariats partent parti participants participe participer partie
parties partir partner partners partout paru parue parution pas passe passent passer passé passée passées patience
patient patiente patientes patients payer pedicure pendant penser perd perdre perdu perdue permanence permanences
permet permettent permettons personne personnes petit petite petites petits peu peut peuvent pharm pharmacie
pharmacien pharmacienne pharmaciennes pharmaciens phase philosophie phlébologue phrase phrases physiothérapeute
physique pilotage pilote piloter pilotes pire pistes pièce pièces place placées plan planifier plans plateforme
plateformes plein pluriprofessionnel pluriprofessionnelle plus plusieurs plutôt pmi pneumo pneumologue png poche
podo podologie podologue podologues point points polices politique politiquement portable portage portages portant
portent porter porteur porteurs porteuse portée poser possible postal postale poste posture postées pour pourquoi
pourra pourrait pourrez poursuivre pourtant pouvez pouvoir pouvons practice pratique premier premiere premiers
première premières prend prendra prendre prenez presque pressant presse pressée prestataire prestataires prie
primaire primaires prioritaire prioritaires priorites priorités pris problematiques problématiques prochain
prochaine prochaines proches procès produits profession professional professionals professionnel professionnelle
professionnelles professionnels prog programme programmes progressif progression project projet projets promettre
promis promotion promouvoir propos propose proposent proposer proposition propositions proposons proposé proposée
proposées proposés propre propres protégé protégée protégés proximité précipitées précis précisant préciser
précisions précédent précédente précédée préfecture préférences préférez préférons prénom préparation prépare
préparer préparé préparée préparées présence présent présentation présentations présente présenter présentes
présents président présidente prévenir prévention prévenus prévisibles prévoir prévu prévus prêt prête psychiatre
psychiatres psychiatrie psycho psychologie psychologue psychologues psychomot psychomotricien psychomotricienne
psychomotriciens psychomotricité public publication publics publique publiques publié publiée puis puisque puisse
puériculteur puéricultrice pédiatre pédiatres pédiatrie pédicure pédicurie pédodontiste pédopsychiatre pénurie
période périscolaire pôles qualitatif quand quant quantitatif quartier quartiers quatorze quatre quatrième que quel
quelle quelles quelqu quelque quelques quels question questions qui quinzaine quinze quitte quitter quoi
raccourcissez raconter radio radiologie radiologiste radiologue raisons ramène rangée rappel rappeler rappelle
rappellerons rapport rapports rassembler rassemblé recenser recette recevoir recommencez reconnaissance reconnaître
recontacter recours recruter recto recueillies recueillir redis refaites referent reformulez reformulée reformulées
refusé regard regarder regardez registre registres rejoignent relais relance relancer relances relatif relations
relayer relevé relie relier relire relisez relit relu relue relues relèvent remarque rembourse remercie remercier
remet remettre reminder remis remise remises remontent remplace remplacement remplacent remplacer remplacé
remplaçant remplaçante remplaçantes remplaçants rempli remplie remplir remplissez remplit rencontre rencontrer
rencontres rend rendez rendre rendrez rendu rendus renforcer renoncez renvoyer repas report reporter reprendre
reprenez repris reprise reprises reprogrammer représentant représenter représentera repérer repérés responsabilité
responsable ressemble ressources restantes reste restent rester restez restituer restitution restons resté retard
retenir retenu retenues retient retirez retiré retirée retirés retour retours retraite retraites retraité retraitée
retraités retravailler retrouve retrouvent retrouver retrouvera retrouvons retrouvé retrouvés reunion revenir
revient revoir reçoit reçoivent rhumato rhumatologue rien roles route rouvrir rupture rythme règle règles réaliser
réaliste réalistes réalité réanimateur récent récente récents récupérer récupéré réduire réduites réessayer
réessayez réflexe réfléchir référent référente référentes référents région régional régionale régionales réglage
régleront régulier réguliers régulièrement rénovation répertoire répond répondent répondre répondrons répondu
réponse réponses répétés réseau réseaux réservé résidence résultat rétablie rétablir rétablit réuni réunies réunion
réunions réunir réunis réunissons réunit rééducateur rôle rôles s sa sage sages saisi saisie saisis saisissez sait
salarié salariée salariés salle salutations samedi samedis sans santé sauf sauvegarde savez savoir scolaires second
seconde secondes secours secrétaire secrétaires secrétariat sein selon semaine semaines semble semblent senior
seniors sept septembre sera serait serions seront sert service services servir ses session seul seule seulement
seules seuls si sienne sigle signale signaler signalé signalés signature signe signent signer signée silence silent
simple sinon site situation six social sociale sociaux socle soignant soignante soignantes soignants soigne soigner
soigné soin soins soir soirée soirées soit sollicitations solliciter solution sombre sommeil sommes son sonder sont
sort sorte sortent sortie sorties sortir sortira souhaite souhaitez soumettre sous soutenant soutenir soutien
soutiens soutient souvent soyez spectacle sport sportive sports spécialiste spécialistes spécialité ssiad stabiliser
stage stages stagiaire stagiaires standard stationnement statistiques stomatologue structurer style stylo subject
subjects subvention succession suffisent suffit suggestion suit suite suites suivant suivante suivantes suivent
suivi suivre sujet supposé suppressions supprime supprimer supprimez supprimé supprimée supérieur sur surcharge
surprend surveillance synchronisé synthèse synthèses système séance séances sécurité séparés sûr ta tabac table
tableau tableaux tables tableur taille tant tape taper tapez tapé tapée tapés tard taxi taxis techniciens technique
tel telle telles temps tenir tension tenue tenus terminal terminer terrain terrains territoire territoires
territorial territoriale territoriales tes texte thème thèse tiendrons tiennent tient tiers timeline titre titulaire
tombe tombent ton total toubib touche touchent toucher touché toujours tour tournée tous tout toute toutes town
trace train trait traitant trajectoire tranche trancher transmis transmise transmission transport transports travail
travaille travaillent travailler travaux trente tribunal trimestre trois troisième trop trouvait trouve trouvent
trouver trouverez trouvé trouvée trouvées très tu txt téléconsultation téléconsultations télémédecine téléphone
téléphones télésoin télésurveillance tête tôt un une uns urbaine urbanisme urgence urgences urgentiste urologue
usage usager usagers utile utiles utilisation utiliser utilisé vacances vaccin vaccination vaccins valent valeur
valeurs valide valider validé valoriser value vasculaire vaut veille veiller vendre vendredi vendredis venir venons
venus verrouillé vers version verso versos vertical veulent veut via vice vide vides vidéo vieillissement viendra
viendrait viendront viennent vient vierge vigilance village ville violence violences visas viser visez visibilité
visible visite visiter visites vite vive vivre voici voient voilà voir voisin voisine voisins voix volé vont vos
voter votre voulez vouloir vous voyez vraiment vécu véhicule véhicules vénérologue vérifie vérifier vérifiez vérifié
vôtre web xlsx zone zéro à âge âges âgées ça écartez écartée écartées échange échanger échanges échelle
échographiste échéances école écoles écouter écouterons écran écrire écrit écrite écrites écrits écriture écrivent
écrivez écueils éducation élaborer élection électronique électroniques élevé élire élu élue élues élus élément
éléments émargement émergent émerger épuisement épuiser équipe équipes établir établissements étaient était étape
étapes état états étendre étiez étude étudiant étudiante étudiantes étudiants étudier été évaluation évaluer
éventuel éviter êtes être îles œuvre
""".split()
)
