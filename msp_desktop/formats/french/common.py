"""Common words that begin titles and sentences: the only ones whose capital is taken off inside a sentence.

Made by tools/build_common_words.py. A word that is not here keeps its capital, which is never wrong for a name.
"""

from __future__ import annotations

COMMON = frozenset(
    """
abord absence absentes abstentions abstiendrez abstient abîmer abîmé abîmée accent accents accepte accepter accepté
accessible accompagne accompagnement accompagnent accompagner accompagné accompagnée accord accords accueil
accueillir accès acheter achèvent acquis acte actes acteurs action actions activer actors actuel adapter adaptés
addiction addictions addictologue adjoint adjointe adjointes adjoints administrateur administratif administration
administrative admis adopter adresse adresses adressez adressé adressée affaire affaires affichage affiche affichent
afficher affichée afin after agence agenda agent agente agents agglomération agir agirez agissait agit agrandit
agriculteur agriculteurs agréer aidant aidante aidants aide aident aider aidera aiderait aides ailleurs aimerais
aimerait aimerions ainsi ainés ait ajoute ajouter ajoutez ajouté ajoutée ajoutées ajoutés alcool alerte aller
allergo allergologue allocations allumée allô alors ambition ambulance ambulances ambulancier ambulancière amiable
améliore améliorer an analyse analyses ancien ancienne anciennes ancienneté anciens ancrage anesthésiste angiologue
animateur animation animatrice anime animer animera annonce annoncent annoncer annoncé annoncées annoncés annuaire
annuaires annule annuler annulé annulée année années anormal ans antenne antennes août apostrophes apparaissent
appareil appartement appartements appartient appel appeler appelez appellent appels appelé application appointment
apporte apporter apprend apprendre approuver appui appuie appuient apres après archive archives argent arguments
arobase arrive arriver arrivée arrivées arrière arrêter arrêté arrêtée arrêtés article articles articuler artisan
artisans assemblée assez assieds assistant assistante assistantes assistants associatif association associations
associer associés assurance assurée astreinte astreintes atelier ateliers attaché attachés atteignables attend
attendance attendent attendre attendu attendue attendues attente attentes attentif attention attestation attire
attirer attitude au aucun aucune audio audioprothesiste audioprothèse audioprothésiste audioprothésistes audition
auditive augmenter aujourd auprès aura aurait aussi aussitôt autant autobus automatique autonomie autorisations
autorisé autour autre autrefois autrement autres aux avaient avait avance avancement avancer avancé avancée avant
avec avenir avez aviez avoir avons avril axes aîné aînés bac bail balade balades bande bandeau bandes bas base bases
basis batiments beaucoup besoin besoins bien bilan bilans binôme biologiste blanc blanches blank bloque body bon
bonjour bonne bonnes bons bourse bourses bout bouton boutons boîte branché brouillon brouillons bucco budget
bulletin bureau but bâtiment bâtiments bâtir bénévolat bénévole bénévoles cabinet cabinets cachée cadre café cafés
cahier caisse calcul calendrier calme canal cancer cancérologue candidatures cantine capitales car caractères cardio
cardiologie cardiologue cardiologues carnet cas case cases catégorie cause ce ceci cela celle cellule cellules celui
cent centaine centième centre centres certain certaine certaines certains ces cessation cet cette ceux chacun
chacune chambre chambres champ changeait changement changent changer changez changée chaque charge charges chargé
chargée chargés chauffage cherche chercher cherchée chez chiffre chiffres chiffré chir chirurgie chirurgien
chirurgienne choices choisi choisie choisir choisissez choisissiez choisit choix chose choses cinq cinquante
cinquième cinéma cite citoyens citée citées civilité clair claires classe classer classeur clavier clic clinicien
clinicienne clinique club clubs clé clés cochant coche cochent cocher cochez coché cochées cochés code cofinancement
cohérence collaborateur colle collecte collective collectivité collectivités coller collez colloque colloques
collège collé collée collées colonnes combien comité comités commande comme commence commencent commencer commencez
commencé commencée comment commentaires commente commençant commerçant commerçants commun communal communauté
commune communes communication communiquer communs compagnie competences complaint complet complète compléter
complétez complété complétée complétées comporte comprendre compris comprise comprises compréhensibles comptable
compte comptent compter comptes comptons compté comptées compétences concerne concernent concernées concertation
conclure concourt concret concrètes conditionne conditions conduit confiance confie confirmer confié confiées
conflit conflits conforter conférence conférences conjoint connaissance connaissent connaît connaître connecte connu
connue connues connus conseil conseiller conseillers conseillère conseillères conseillée conseillées conseils
conservation considération consolider constat constats constatés construction construire construit consultation
consultations consultent consulter consulté conséquence conséquences contact contacter contacté contactée
contenaient contenait contenu contesté contestée contiennent contient continue continuer continuité contraste
contrat contrats contre contredire contribuer controller convenir convention convenu conviendrait conviennent
convient convier convocation convoque coopération coopérations coopérer coordinateur coordination coordinations
coordinatrice coordonnent coordonner coordonné coordonnées copie copier copies copiez copil copié copiée
cordialement correction correspondance corriger corrigerons corrigez corse cotech council coup coupure courent
courriel courrier courriers course court courte covoiturage coûte coûtent coûter credits crèche crèches création
crédit crédits crée créer créneau créé csv culture côte côté côtés d dans data date dates datée davantage de dedans
deduced default definir demain demande demander demandez demandons demandé demandée demarche demarches demi demo
dent dentaire dentiste dentisterie dentistes dento dents departs depuis dermato dermatologie dermatologue dernier
derniers dernière des descend descendre designer dessiner dessus destinataire deux deuxième devant devenir devenu
devenue devenues deviennent devient devinée deçà diabète diabétologue diagnostic dialogue dialyse dicter dieteticien
difficile difficiles difficultes difficulté difficultés diffuse diffuser diffusée diffèrent dimanche dimanches
diminuer diplômé diplômée dire directement directeur direction directions directrice dirons dis discussion
discussions discuter dise disent dispensaire disponible dispositif dispositifs disposition disque distance
distinguée distinguées distribuer dit dite dites dix dizaine diét diététicien diététicienne diététiciens diététique
docteur doctoresse document documents doit doivent domaine domicile dommage dommages donc donne donner donnez donné
donnée données donnés dont dos dossier dossiers double doublon douzaine douze dpo dresse dresser dressons dressé
droit droite droits du duquel durablement dure durée dynamique dynamiques dès débat débats début décembre décidait
décide décident décider décidera décidez décidé décidée décision décisions décret décrète déduit défaut définir
dégager déjeuner déjà délai délais délibération délibérations délibérer délibéré délégation déléguer délégué
déléguées démarche démarches démarrage démarrons départ département départemental départementale départs dépassement
dépendantes dépense dépenses dépistage déplace déplacements déplacent déplacer déplacé déplacée déport déposer
déroulé désert désignation désigne désigner désigné désolé désormais déterminants détermine détruire développement
développer dîner echanges efface effacement effacer effacé effet ehpad elle elles emblème emplacement emporte
empêche en enchaînement encore endocrino endocrinologue endodontiste endroit endroits enfant enfants enfin engage
engagement engagements engagent engager engagé engagée engagés enjeux enlevé enlève enquêter enregistrer enregistrez
enregistré enregistrée enregistrées enregistrés ensemble ensuite entendre entendrez entendu entier entiers entière
entourer entre entrer entretien entretiens entrée envie envies environ environnement environs envisagé envoi envoie
envois envoyer envoyez envoyé envoyées envoyés equipe ergo ergotherapeute ergothérapeute ergothérapeutes
ergothérapie erreur erreurs espace espaces essai essayer essayez essentiel est estime et etapes etat etienne
européen européenne euros eux evaluation evaluer exactement examiné exception excepté exchanges exclus excusez
exemplaires exemple exemples exerce exercent exercer exercerez exercez exercice existant existants existe existent
expertises experts expliquer export exporter exportez exporté expose exposition expression exprimer expérience
extension exécution exécutoire facilement faciles facilite faciliter factuel factuelles faire fait faite faites
faits familiales famille familles fatigue faut faute favoriser façon federation federer femme femmes fenêtre ferait
fermant fermer fermeture fermez fermé feuille feuilles fibre ficelé fiche fiches fichier fichiers figure fil
filename film filtre filtres fin financement financements financeurs financière financières finir finissent finit
fixant fixe fixer fixé flèches fois fonction fonctionne fonctions font formalité formation formations forme forment
former formule formé fort forum foyer française frein freins fréquent fur fusionnée fusionnées future fédération
fédérations fédérer férié fériés février fête gagner garde garder gardes gardez gardé gardée gardées gardés gare
gastro gastroentérologue gauche genre gens gestion glissent glissez globale gouvernance goûter goûters gracieux
grand grande grandes grands graphique graphiques gratuite gratuitement grille gris groupe groupement groupes grâce
guest guests guichet guichets guider guillemet guérit gynéco gynécologie gynécologue gén général générale
généraliste généralistes gériatre gériatrie gérontologue habitant habitante habitantes habitants habituel
habituelles hachures handicap handicapé handover haut heading help heure heures heureux hier historique homme
homonyme homéopathe horaire horaires hormis hors hospitalisation hospitalisations hui huit humilité hébergement
hématologue hésitez hôpital ici idem identifier idée idées il illisible illisibles ils image imagerie immobilier
impact import importe importé importée importées imposer impression imprimable imprimante imprime imprimer imprimera
imprimez imprimé imprimée imprimés inattendu inauguration incertain inconnue inconnus indiquez indiqué inf infi
infirm infirmerie infirmier infirmiers infirmière infirmières information informations informatique informe informer
informerez informé ingenierie initiative initiatives innovation inquiétude inquiétudes inscrit inspirer installation
installations installe installent installer installez installé instance instances instant instants institution
institutionnel institutions instruire intact intercommunale intercommunalité interlocuteur interlocuteurs
interlocutrice internal interne internes internet interrompt intersectorielle intervalles intervenant introuvable
intéressé intéressés intérieur intérêt intérêts inventory investissement invitation invitations invite inviter
invitez invitons invité invités irréaliste isolement isoles isolé jamais janvier je jeté jetés jeu jeudi jeudis
jeune jeunes jeunesse jeux joignable joindre joint jointe jointes joints jour journal journée journées jours jpeg
jpg juil juillet juin juridique jusqu juste justice kiné kinés kinési kinésithérapeute kinésithérapeutes
kinésithérapie kit l la laboratoire laisse laissent laisser laissez laissé laissée laissées laissés lancement lancer
lancée langue laquelle largeur late le lecteur lecteurs lecture lequel les lesquelles lesquels letter lettre lettres
leur leurs lever lhay libre libres libéral libérale libéraux libérez licence licences lien lieu lieux ligne lignes
limitation limite lire lisent lisible liste listes lit litiges livraison livraisons local locale locaux logement
loger logo logopède loi loin longtemps longue longues lors lorsque losange lourd loyer lucratif lue lues lui lundi
lundis lunetier lunetière lus lycée là lâche lâcher légale ma magasin mai main maintenant maintenir maintien maire
maires mairie mais maison maisons majeur majuscules mal maladie malgré mandat manifestation manque manquent manquer
maraude maraudes marche marché marchés mardi mardis marque marquez marquée marqués mars masquée masquées masseur
masseuse matches maternité matin matinée matinées matériel mayor maître maîtres maïeuticien maïeuticienne maïeutique
medecin meeting meetings membre membres mener mental mentale mention menu menée merci mercredi mercredis mes message
messagerie messages mesure met metiers mettez mettre midi mieux min minibus minute minutes mis mise mission missions
mobilier mobiliser mobilité mobilités modifiable modifier modifié modifiée modèle modèles moi moins mois moitié
moment mon monde mondiale monter montre montrer montré montrée montrées mot motif motives motivés mots mouvement
moyens msp municipal municipale municipales municipaux mène mènent méd médecin médecine médecins médicale mémoire
méthode méthodologique métier métiers métropole mêlent même mêmes naissance national nationale navette navettes
navigateur ne needs neuf neuro neurologue neuropsychologue ni niveau niveaux nobody nom nombre nombres nomenclature
nominatif nommait nomme nomment nommer nommez nommé nommée nommées nommés noms non normal nos notamment note noter
notes notez notice notification notifié notre noté notée notés nouer nous nouveau nouveaux nouvel nouvelle nouvelles
novembre nuit nuits nulle numérique numéro numéros numérotée nutrition nutritionniste nécessaire négocie néphrologue
nôtre nôtres objectif objectifs objectives objet obligatoire obstétricien obstétricienne obtenir obésité occasions
occupant occupe occuper octobre oculiste ocuments océan odontologiste odontologue ods officine offre offres offrir
omnipraticien omnipraticienne on oncologue onglet onglets ont onze ophtalmo ophtalmologie ophtalmologiste
ophtalmologistes ophtalmologue opportunites opportunité opportunités opposer opticien opticienne opticiens option
options optique opérationnelle or oral orale ordinateur ordinateurs ordre ordres organisation organiser organisme
organismes organisés orientations oriente origin orthodontiste orthoph orthophonie orthophoniste orthophonistes
orthopt orthoptie orthoptiste orthoptistes orthopédie orthopédiste ostéopathe ostéopathes other oto ou oublie oui
ours outils outre ouvert ouverte ouvertes ouverts ouverture ouvre ouvrent ouvrez ouvrier ouvrir ouvré over où page
pages paiement paire paires panne panneau papier papiers par paraît paraître parce parcourir parcours parcouru
pareil parenthèses parents parfois parking parle parlent parler parlerons parlez parlé parmi parodontiste
parodontologue parole part partage partager partagez partagé parte partenaire partenaires partenariat partenariats
partent partez parti participants participe participer particulier partie parties partir partis partner partners
partout paru parue parution pas passation passe passent passer passé passée passées passés patience patient patiente
patientes patients patientèle payer pedicure pendant penser people perd perdent perdre perdu perdue permanence
permanences permet permettent permettons permettre personne personnelles personnes petit petite petites petits peu
peut peuvent pharm pharmacie pharmacien pharmacienne pharmaciennes pharmaciens phase philosophie phlébologue phrase
phrases physiothérapeute physique pilotage pilote piloter pilotes pire pistes pièce pièces place placées plan
planifier plans plateforme plateformes plein pluriprofessionnel pluriprofessionnelle pluriprofessionnelles plus
plusieurs plutôt pmi pneumo pneumologue png poche podo podologie podologue podologues point points police polices
politique politiquement portable portage portages portant portent porter porteur porteurs porteuse porté portée
portés poser possible postal postale poste posture postées posées pour pourquoi pourra pourrait pourrez poursuivre
pourtant pouvez pouvoir pouvoirs pouvons practice pratique premier premiere premiers première premières prenante
prend prendra prendre prenez prennent presque pressant pressants presse pressé pressée prestataire prestataires prie
primaire primaires prioritaire prioritaires priorites priorités pris privilégier problematiques problématiques
prochain prochaine prochaines proches procès produits profession professional professionals professionnel
professionnelle professionnelles professionnels profilage prog programme programmes progress progressif progression
project projet projets promettre promis promises promotion promouvoir propos propose proposent proposer proposition
propositions proposons proposé proposée proposées proposés propre propres propriété protection protégé protégée
protégées protégés proximité près préavis précaire précipitées précis précisant préciser précisions précédent
précédente précédée préfecture préférences préférez préférons prénom préparation prépare préparer préparé préparée
préparées présence présences présent présentation présentations présente présenter présentes présents présenté
président présidente prévenir prévention prévenus prévisibles prévoir prévu prévue prévues prévus prêt prête prêts
psychiatre psychiatres psychiatrie psycho psychologie psychologue psychologues psychomot psychomotricien
psychomotricienne psychomotriciens psychomotricité public publication publics publique publiques publié publiée puis
puisque puisse purpose puériculteur puéricultrice pédiatre pédiatres pédiatrie pédicure pédicurie pédodontiste
pédopsychiatre pénurie période périscolaire pôles qualitatif qualité quand quant quantitatif quarante quartier
quartiers quatorze quatre quatrième que quel quelle quelles quelqu quelque quelques quels question questions qui
quinzaine quinze quitte quitter quoi raccourcissez raconte raconter radio radiologie radiologiste radiologue raison
raisons ramène rangé rangée rangées rappel rappeler rappelle rappellerons rapport rapports rare rares rassembler
rassemblé recenser recette recevoir recherche recipients recommencez reconnaissance reconnaître recontacter recours
recruter rectification recto recueillies recueillir redis refaites reference referent referme reformule reformulez
reformulée reformulées refusé regard regarder regardez registre registres rejoignent relais relance relancer
relances relatif relations relayer relevé relevés relie relier relire relisez relit relu relue relues relèvent
remarque rembourse remercie remercier remet remettez remettre reminder remis remise remises remontent remplace
remplacement remplacent remplacer remplacé remplacées remplaçant remplaçante remplaçantes remplaçants rempli remplie
remplir remplissent remplissez remplit rencontre rencontrer rencontres rend rendez rendre rendrez rendu rendue
rendus renforcer renomme renommez renoncez renvoyer repas report reporte reporter repousse reprend reprendre
reprenez reprennent repris reprise reprises reproduite reprogrammer représentant représenter représentera représenté
représentée repérer repérés requise respecte responsabilité responsabilités responsable ressemble ressemblent
ressources restantes reste restent rester restez restituer restitution restons resté restées retard retenez retenir
retention retenu retenues retient retire retirez retiré retirée retirés retour retours retraite retraites retraité
retraitée retraités retravailler retrouve retrouvent retrouver retrouvera retrouvons retrouvé retrouvés reunion
revenir reviennent revient revoir reçoit reçoivent rhumato rhumatologue rien rights role roles room route rouvrir
running rupture rythme règle règlement règles réaliser réaliste réalistes réalité réanimateur récent récente récents
récupérer récupéré réduire réduites réessayer réessayez réflexe réflexes réfléchir réformes référent référente
référentes référents région régional régionale régionales régions réglage régleront régulier réguliers régulièrement
rénovation répartie réparties répertoire répond répondent répondrait répondre répondrons répondu réponse réponses
répétés réseau réseaux réservé résidence résultat résultats rétablie rétablir rétablit réuni réunies réunion
réunions réunir réunis réunissons réunit réussir réussite révocable réécrite réécrites rééducateur rôle rôles s sa
sage sages saisi saisie saisir saisis saisissez sait salarié salariée salariés salle salutations samedi samedis sans
santé satisfaction sauf sauvegarde savez savoir savons scolaires se second seconde secondes secours secrétaire
secrétaires secrétariat security sein selon semaine semaines semble semblent senior seniors sensible sensibles sept
septembre sera serait serions seront sert service services servir ses session seul seule seulement seules seuls si
sien sienne siens sigle signale signaler signalé signalés signature signe signent signer signée silence silent
simple sinon site situation six siège social sociale sociaux socle soi soignant soignante soignantes soignants
soigne soignent soigner soigné soin soins soir soirée soirées soit soixante sollicitations solliciter solution
sombre sommeil sommes son sonder sont sort sorte sortent sortie sorties sortir sortira soucier souhait souhaite
souhaitez soumettre source souris sous soutenant soutenir soutien soutiens soutient souvent soyez spectacle sport
sportive sports spécialiste spécialistes spécialité ssiad stabiliser stage stages stagiaire stagiaires standard
stationnement statistiques statut stockage stomatologue structurer style stylo subject subjects subvention
successeur succession suffisent suffit suggestion suit suite suites suivant suivante suivantes suivent suivi suivre
sujet supposé suppression suppressions supprime supprimer supprimez supprimiez supprimé supprimée supérieur sur
surbrillance surcharge surprend surveillance surveille surveillé surveillées synchronisé synthèse synthèses système
séance séances sécurité séparés sûr ta tabac table tableau tableaux tables tableur taille tant tape tapent taper
tapez tapé tapée tapés tard tarif taxi taxis techniciens technique tel telle telles temps tenir tension tenu tenue
tenus terminal termine terminer terminez terminé terrain terrains territoire territoires territorial territoriale
territoriales tes texte textes thème thèse tiendrons tiennent tient tiers timeline tire titre titulaire tombe
tombent ton total toubib touche touchent toucher touché toujours tour tournée tous tout toute toutes town trace
train trait traitant traitements traits trajectoire tranche trancher tranches transfers transfert transmettre
transmis transmise transmission transport transports travail travaille travaillent travailler travaux trentaine
trente tribunal trimestre trois troisième trop trouvait trouve trouvent trouver trouverez trouvé trouvée trouvées
trouvés très tu txt téléconsultation téléconsultations télémédecine téléphone téléphones télésoin télésurveillance
tête tôt un une union uns urbaine urbanisme urgence urgences urgentiste urologue usage usager usagers utile utiles
utilisation utilise utiliser utilisé vacances vaccin vaccination vaccins valent valeur valeurs validation valide
valider validé valoriser value vasculaire vaut veille veiller vendre vendredi vendredis venir venons venu venus
verrouillé vers version verso versos vertical veulent veut via vice vide vides vidéo vieillissement viendra
viendrait viendront viennent vient vierge vigilance village ville vingt vingtaine violence violences virgule visas
viser visez visibilité visible visite visiter visites vite vive vivent vivre voici voient voilà voir voisin voisine
voisins voit voix volé vont vos votants voter votre voudraient voudrait voulez vouloir vous voyez vrai vraiment vécu
véhicule véhicules vénérologue vérifie vérifier vérifiez vérifié vérifiées vôtre vôtres watch web word xlsx yeux
zone zéro à âge âges âgées ça écartez écartée écartées échange échanger échanges échelle échographiste échéances
école écoles écouter écouterons écoutons écran écrire écrit écrite écrites écrits écriture écrivent écrivez écueils
éducation élaborer élection électronique électroniques élevé élire élu élue élues élus élément éléments émargement
émergent émerger épuisement épuiser équipe équipes établir établissements étaient était étape étapes état états
étendre étiez étiquette étude étudiant étudiante étudiantes étudiants étudier été évaluation évaluer éventuel éviter
êtes être îles œuvre
""".split()
)
