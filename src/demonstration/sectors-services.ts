import { job, module, type Sector } from './sector.ts';

/** Services to people and places, land, food, art. Plain data, hence its length. */
export const SERVICE_SECTORS: readonly Sector[] = [
  {
    of: 'de la logistique',
    specialities: ['311p', '311'],
    formacodes: [],
    employers:
      "d'entrepôts, de plates-formes de distribution et de services logistiques industriels",
    contexts: ['produits frais', 'commerce en ligne', 'logistique hospitalière'],
    jobs: [
      job('Préparateur de commandes en entrepôt', 3, 'N1103', 'N1101'),
      job('Technicien en logistique', 4, 'N1303', 'N1103'),
      job('Responsable de la chaîne logistique', 6, 'N1301', 'N1302'),
    ],
    modules: [
      module(
        'Réception et stockage',
        'contrôler les marchandises à la réception',
        "ranger les produits selon le plan d'adressage",
        'conduire un chariot en sécurité',
      ),
      module(
        'Préparation et expédition',
        'prélever et conditionner les commandes',
        'constituer un chargement équilibré',
        'éditer les documents de transport',
      ),
      module(
        'Gestion des stocks et des flux',
        'réaliser les inventaires tournants',
        'calculer les seuils de réapprovisionnement',
        'suivre les taux de service',
      ),
      module(
        "Organisation d'un site logistique",
        "répartir l'activité entre les équipes",
        'négocier avec les transporteurs',
        "optimiser l'implantation de l'entrepôt",
      ),
    ],
  },
  {
    of: 'du transport routier',
    specialities: ['311u', '311'],
    formacodes: [],
    employers: "d'entreprises de transport, de commissionnaires et de messageries",
    contexts: ['température dirigée', 'matières dangereuses', 'livraison urbaine'],
    agreement: 'ROADS',
    jobs: [
      job('Conducteur du transport routier de marchandises', 3, 'N4101', 'N4105'),
      job('Exploitant de transport', 5, 'N4203', 'N1201'),
      job("Responsable d'exploitation de transport", 6, 'N4201', 'N4203'),
    ],
    modules: [
      module(
        'Conduite et livraison',
        'préparer le véhicule et vérifier le chargement',
        'conduire de façon sûre et économe',
        'remettre les marchandises et recueillir les réserves',
      ),
      module(
        'Affrètement et planification',
        'construire les tournées selon les délais',
        'sélectionner un sous-traitant',
        'respecter les temps de conduite et de repos',
      ),
      module(
        "Suivi de l'exploitation",
        'traiter les aléas et les litiges',
        'calculer le prix de revient d’un transport',
        'suivre la consommation du parc',
      ),
    ],
  },
  {
    of: 'de l’alimentation et de la cuisine',
    specialities: ['221', '221t'],
    formacodes: [],
    employers:
      "de restaurants, de boulangeries, de cuisines centrales et d'industries alimentaires",
    contexts: ['restauration collective', 'produits biologiques', 'cuisine régionale'],
    agreement: 'HOTELS',
    jobs: [
      job('Cuisinier', 3, 'G1602', 'G1603'),
      job('Boulanger', 3, 'D1102'),
      job('Responsable de production alimentaire', 5, 'H2504', 'H3301'),
    ],
    modules: [
      module(
        'Approvisionnement et hygiène',
        'contrôler la qualité des denrées',
        "appliquer les règles d'hygiène et la chaîne du froid",
        'tenir les enregistrements de traçabilité',
      ),
      module(
        'Production',
        'réaliser les préparations de base',
        'cuire, dresser et conditionner',
        'adapter une recette aux régimes et aux allergies',
      ),
      module(
        'Organisation et coûts',
        'établir les fiches techniques',
        'calculer le coût matière',
        'réduire le gaspillage alimentaire',
      ),
    ],
  },
  {
    of: 'de l’hôtellerie et du tourisme',
    specialities: ['334', '334t'],
    formacodes: ['15234'],
    employers: "d'hôtels, de restaurants, de villages de vacances et d'offices de tourisme",
    contexts: ['hôtellerie de plein air', 'tourisme durable', 'clientèle internationale'],
    agreement: 'HOTELS',
    jobs: [
      job('Serveur en restauration', 3, 'G1803', 'G1603'),
      job('Réceptionniste en hôtellerie', 4, 'G1703'),
      job('Chargé de projets touristiques', 6, 'G1102', 'G1301'),
      job("Responsable d'établissement touristique", 6, 'G1403', 'G1402'),
    ],
    modules: [
      module(
        'Accueil de la clientèle',
        'accueillir et renseigner en deux langues',
        'enregistrer les arrivées et les départs',
        'traiter une demande particulière',
      ),
      module(
        'Service et commercialisation',
        'prendre une commande et conseiller',
        'tenir le planning des réservations',
        'promouvoir les prestations annexes',
      ),
      module(
        'Conception d’une offre touristique',
        'recenser les ressources d’un territoire',
        'monter un circuit et le chiffrer',
        'promouvoir la destination',
      ),
      module(
        "Gestion d'un établissement",
        "ajuster les prix à l'occupation",
        'encadrer les équipes saisonnières',
        'suivre les avis de la clientèle',
      ),
    ],
  },
  {
    of: 'de la santé',
    specialities: ['331'],
    formacodes: [],
    employers: "d'hôpitaux, de cliniques, de maisons de santé et de services de soins à domicile",
    contexts: ['gériatrie', 'bloc opératoire', 'soins à domicile'],
    jobs: [
      job('Aide aux soins et à l’accompagnement', 4, 'J1501', 'K1301'),
      job('Assistant médico-technique', 5, 'J1303', 'M1609'),
      job('Coordinateur de parcours de soins', 7, 'J1502', 'K1403'),
    ],
    modules: [
      module(
        'Soins et confort de la personne',
        "réaliser les soins d'hygiène dans le respect de la pudeur",
        "aider à la mobilité et à l'alimentation",
        "observer et transmettre l'état de la personne",
      ),
      module(
        'Hygiène et préparation du matériel',
        'désinfecter et stériliser les dispositifs',
        'préparer une salle de soins',
        'éliminer les déchets de soins',
      ),
      module(
        'Coordination et qualité',
        'organiser le parcours du patient entre les services',
        'animer une réunion pluridisciplinaire',
        'déclarer et analyser un événement indésirable',
      ),
    ],
  },
  {
    of: 'du travail social',
    specialities: ['332', '332t'],
    formacodes: [],
    employers:
      "d'établissements médico-sociaux, d'associations, de centres sociaux et de collectivités",
    contexts: ['handicap', 'protection de l’enfance', 'grand âge'],
    jobs: [
      job('Accompagnant éducatif et social', 3, 'K1302', 'K1301'),
      job('Intervenant social', 5, 'K1201', 'K1207'),
      job("Directeur d'établissement social", 7, 'K1403'),
    ],
    modules: [
      module(
        'Accompagnement de la vie quotidienne',
        "évaluer les besoins et l'autonomie de la personne",
        'proposer des activités adaptées',
        'prévenir les situations de maltraitance',
      ),
      module(
        'Accès aux droits et insertion',
        'informer sur les droits et les aides',
        'instruire une demande et orienter',
        'construire un projet personnalisé',
      ),
      module(
        'Travail en équipe et partenariats',
        'rédiger des écrits professionnels',
        'participer aux réunions de synthèse',
        'développer un réseau de partenaires',
      ),
      module(
        "Direction d'une structure",
        "élaborer le projet d'établissement",
        'arrêter le budget et dialoguer avec les financeurs',
        'manager les équipes éducatives',
      ),
    ],
  },
  {
    of: 'de la formation',
    specialities: ['333', '333t'],
    formacodes: ['44562', '44583', '44515'],
    employers:
      "d'organismes de formation, de centres d'apprentis et de services de formation d'entreprises",
    contexts: ['formation à distance', 'apprentissage des langues', 'savoirs de base'],
    agreement: 'TRAINING',
    jobs: [
      job("Formateur professionnel d'adultes", 5, 'K2111'),
      job('Responsable pédagogique', 6, 'K2102', 'K2101'),
      job('Manager de dispositifs de formation', 7, 'K2101', 'K2102'),
    ],
    modules: [
      module(
        "Conception d'une action de formation",
        'analyser une demande de formation',
        'élaborer une progression et ses supports',
        'concevoir une activité à distance',
      ),
      module(
        'Animation et évaluation',
        'animer une séance et réguler le groupe',
        'évaluer les acquis des apprenants',
        'adapter la formation aux situations de handicap',
      ),
      module(
        'Accompagnement des parcours',
        "positionner l'apprenant à l'entrée",
        "suivre l'alternance avec l'entreprise",
        'prévenir les abandons',
      ),
      module(
        "Pilotage d'un dispositif",
        'coordonner les formateurs',
        'répondre aux exigences de qualité',
        'suivre le budget et les financements',
      ),
    ],
  },
  {
    of: 'du sport et de l’animation',
    specialities: ['335'],
    formacodes: [],
    employers: 'de clubs, de communes, de centres de loisirs et de centres de vacances',
    contexts: ['activités de pleine nature', 'petite enfance', 'activité physique adaptée'],
    jobs: [
      job('Animateur de loisirs', 4, 'G1203', 'G1202'),
      job('Éducateur sportif', 5, 'G1204'),
      job('Responsable de structure de loisirs', 6, 'G1403', 'G1202'),
    ],
    modules: [
      module(
        "Conception d'un projet d'animation",
        'recueillir les attentes du public',
        "écrire un projet d'animation",
        'prévoir les moyens et le budget',
      ),
      module(
        'Conduite de séances',
        'encadrer un groupe en sécurité',
        'faire progresser les pratiquants',
        'porter secours en cas d’accident',
      ),
      module(
        "Fonctionnement d'une structure",
        'recruter et encadrer les animateurs',
        'entretenir le matériel et les équipements',
        'communiquer avec les familles',
      ),
    ],
  },
  {
    of: 'de la coiffure et de l’esthétique',
    specialities: ['336'],
    formacodes: [],
    employers: 'de salons, d’instituts, de centres de soins et de parfumeries',
    contexts: ['bien-être', 'coloration végétale', 'maquillage'],
    jobs: [job('Coiffeur', 3, 'D1202'), job('Esthéticien', 4, 'D1208', 'D1403')],
    modules: [
      module(
        'Accueil et diagnostic',
        'établir un diagnostic de la peau ou du cheveu',
        'proposer une prestation personnalisée',
        'vendre des produits adaptés',
      ),
      module(
        'Réalisation des prestations',
        'réaliser une coupe, une coloration ou un soin',
        'effectuer des soins du visage et du corps',
        "respecter l'hygiène et l'ergonomie",
      ),
      module(
        "Vie de l'établissement",
        'tenir le carnet de rendez-vous',
        'gérer les stocks de produits',
        'animer les réseaux sociaux du salon',
      ),
    ],
  },
  {
    of: 'de l’agriculture',
    specialities: ['210', '211', '21'],
    formacodes: [],
    employers:
      "d'exploitations, de coopératives, de chambres consulaires et de groupements d'employeurs",
    contexts: ['agriculture biologique', 'circuits courts', 'viticulture'],
    jobs: [
      job("Ouvrier d'exploitation agricole", 3, 'A1416', 'A1414'),
      job("Responsable d'exploitation agricole", 4, 'A1416', 'A1405'),
      job('Conseiller agricole', 6, 'A1301', 'A1303'),
    ],
    modules: [
      module(
        'Conduite des productions',
        'préparer les sols et implanter les cultures',
        "suivre l'état sanitaire des cultures et des animaux",
        'récolter et stocker dans de bonnes conditions',
      ),
      module(
        'Utilisation des matériels',
        'atteler et régler un outil',
        'entretenir les matériels et les bâtiments',
        'conduire un tracteur en sécurité',
      ),
      module(
        "Gestion de l'exploitation",
        'calculer une marge par atelier',
        'constituer les dossiers d’aides',
        'vendre en circuit court',
      ),
      module(
        'Conseil aux agriculteurs',
        "réaliser le diagnostic d'une exploitation",
        'proposer des pratiques économes en eau et en intrants',
        'animer un groupe de progrès',
      ),
    ],
  },
  {
    of: 'du paysage et de l’environnement',
    specialities: ['214', '343'],
    formacodes: [],
    employers: "d'entreprises du paysage, de communes, de parcs naturels et de bureaux d'études",
    contexts: ['gestion de l’eau', 'biodiversité en ville', 'gestion différenciée'],
    jobs: [
      job('Jardinier paysagiste', 3, 'A1203', 'A1204'),
      job("Chargé de projets d'environnement", 6, 'A1303', 'K1802'),
    ],
    modules: [
      module(
        'Aménagement et entretien',
        'planter et soigner les végétaux',
        'tailler les arbustes et tondre les surfaces',
        'construire des circulations et des bordures',
      ),
      module(
        'Diagnostic écologique',
        'inventorier les milieux et les espèces',
        "analyser l'état de l'eau et des sols",
        'cartographier les enjeux',
      ),
      module(
        "Conduite d'un projet de territoire",
        'concerter les acteurs et les habitants',
        'monter un dossier de financement',
        'suivre les effets des mesures',
      ),
    ],
  },
  {
    of: 'de la sécurité',
    specialities: ['344', '344t'],
    formacodes: [],
    employers:
      "d'entreprises de sécurité, de centres commerciaux, d'aéroports et d'établissements publics",
    contexts: ['sûreté aéroportuaire', 'incendie', 'télésurveillance'],
    jobs: [
      job('Agent de prévention et de sécurité', 3, 'K2503', 'K2501'),
      job('Responsable de la sûreté', 6, 'K2502', 'K2503'),
    ],
    modules: [
      module(
        'Surveillance et contrôle',
        'contrôler les accès et effectuer des rondes',
        'exploiter un poste de vidéoprotection',
        'rédiger une main courante',
      ),
      module(
        'Intervention',
        'porter secours et alerter',
        'désamorcer un conflit',
        'évacuer un établissement recevant du public',
      ),
      module(
        "Organisation d'une mission",
        'analyser les menaces d’un site',
        'planifier les agents et vérifier leurs titres',
        'contrôler la qualité de la prestation',
      ),
    ],
  },
  {
    of: 'de la propreté',
    specialities: ['343'],
    formacodes: [],
    employers: "d'entreprises de propreté, d'hôpitaux, d'écoles et de sites industriels",
    contexts: ['milieu hospitalier', 'vitrerie', 'sites industriels'],
    jobs: [
      job('Agent de propreté et d’hygiène', 3, 'K2204'),
      job('Responsable de secteur de propreté', 5, 'K2203', 'K2204'),
    ],
    modules: [
      module(
        'Entretien des locaux',
        'nettoyer et désinfecter les surfaces',
        'utiliser une monobrosse et une autolaveuse',
        'doser les produits et lire leurs étiquettes',
      ),
      module(
        'Organisation des chantiers',
        "établir un plan d'intervention",
        'former et encadrer les agents',
        'contrôler les résultats avec le client',
      ),
      module(
        'Prévention',
        'adopter les gestes et postures',
        'trier les déchets',
        'économiser l’eau et les produits',
      ),
    ],
  },
  {
    of: 'de l’image, du son et de la création',
    specialities: ['323', '323t', '242n'],
    formacodes: ['46301'],
    employers:
      'de sociétés de production, de salles de spectacle, de studios et de maisons de mode',
    contexts: ['spectacle vivant', 'documentaire', 'mode responsable'],
    jobs: [
      job('Technicien du son', 5, 'L1508', 'L1509'),
      job('Monteur audiovisuel', 6, 'L1507', 'E1205'),
      job('Styliste', 6, 'B1805', 'H1204'),
    ],
    modules: [
      module(
        'Préparation artistique et technique',
        'analyser un scénario, un plan de scène ou un cahier de tendances',
        'choisir les équipements et les matières',
        'établir une fiche technique',
      ),
      module(
        'Réalisation',
        "capter, monter ou mettre en forme l'œuvre",
        "régler l'image, le son ou le volume",
        "vérifier la conformité au projet de l'auteur",
      ),
      module(
        'Exploitation et diffusion',
        'préparer les livrables et les archives',
        'respecter les droits des auteurs',
        'présenter son travail à un commanditaire',
      ),
    ],
  },
];
