import { job, module, type Sector } from './sector.ts';

/** Computing, industry, energy and building. Plain data, hence its length. */
export const TECHNOLOGY_SECTORS: readonly Sector[] = [
  {
    of: 'du développement informatique',
    specialities: ['326t', '326n', '326'],
    formacodes: ['31067', '31090', '31057', '31089', '30805'],
    employers:
      'de sociétés de services numériques, d’éditeurs de logiciels et de directions informatiques',
    contexts: ['applications mobiles', 'services en nuage', 'accessibilité numérique'],
    agreement: 'STUDIES',
    jobs: [
      job('Développeur web', 5, 'M1805', 'E1104'),
      job("Concepteur développeur d'applications", 6, 'M1805', 'M1806'),
      job('Expert en ingénierie du logiciel', 7, 'M1805', 'M1803'),
    ],
    modules: [
      module(
        'Analyse des besoins et conception',
        'recueillir les besoins des utilisateurs',
        'modéliser les données et les traitements',
        'rédiger les spécifications fonctionnelles et techniques',
      ),
      module(
        "Développement d'une application sécurisée",
        "développer l'interface et les composants métier",
        'interroger une base de données',
        'appliquer les recommandations de sécurité du code',
      ),
      module(
        'Tests, intégration et déploiement',
        'écrire les tests unitaires et d’intégration',
        'automatiser la chaîne de livraison',
        "documenter l'installation et l'exploitation",
      ),
      module(
        'Conduite de projet informatique',
        "planifier les itérations et suivre l'avancement",
        'animer une équipe de développement',
        'présenter une solution au client',
      ),
    ],
  },
  {
    of: 'des réseaux et de la cybersécurité',
    specialities: ['326r', '326n', '326'],
    formacodes: ['31006', '31045', '31008', '31094'],
    employers: "d'hébergeurs, d'infogérants, d'opérateurs et de services informatiques",
    contexts: ['infrastructures critiques', 'santé', 'services en nuage'],
    agreement: 'STUDIES',
    jobs: [
      job("Technicien d'assistance en informatique", 4, 'I1401', 'M1810'),
      job('Administrateur systèmes et réseaux', 6, 'M1801', 'M1810'),
      job('Expert en cybersécurité', 7, 'M1802', 'M1803'),
    ],
    modules: [
      module(
        'Assistance aux utilisateurs',
        'diagnostiquer et résoudre un incident',
        'installer et configurer les postes de travail',
        'tenir la base de connaissances',
      ),
      module(
        "Administration de l'infrastructure",
        'déployer et superviser des serveurs virtualisés',
        'configurer les équipements du réseau',
        'sauvegarder et restaurer les données',
      ),
      module(
        'Sécurisation du système d’information',
        'cartographier les risques et les vulnérabilités',
        'durcir les configurations et gérer les accès',
        "réaliser un audit et un test d'intrusion encadré",
      ),
      module(
        'Réponse aux incidents de sécurité',
        'détecter et qualifier un incident',
        'coordonner la gestion de crise',
        'rédiger le retour d’expérience',
      ),
    ],
  },
  {
    of: 'de la donnée et de l’intelligence artificielle',
    specialities: ['326', '114b'],
    formacodes: ['31028', '31036'],
    employers: "de laboratoires, de cabinets d'études, de banques et d'entreprises du numérique",
    contexts: ['santé', 'industrie', 'données publiques'],
    agreement: 'STUDIES',
    jobs: [
      job('Analyste de données', 6, 'M1403', 'M1805'),
      job('Ingénieur en intelligence artificielle', 7, 'M1805', 'M1403'),
      job('Chercheur en sciences des données', 8, 'K2402', 'M1403'),
    ],
    modules: [
      module(
        'Collecte et préparation des données',
        'collecter des données de sources hétérogènes',
        'nettoyer, contrôler et documenter les données',
        'respecter le cadre de la protection des données personnelles',
      ),
      module(
        'Modélisation statistique',
        'choisir et entraîner un modèle',
        'évaluer les performances et les biais',
        'interpréter les résultats pour le métier',
      ),
      module(
        'Mise en production',
        'industrialiser la chaîne de traitement',
        "surveiller la dérive d'un modèle",
        "estimer le coût et l'empreinte d'un traitement",
      ),
      module(
        'Restitution et aide à la décision',
        'concevoir des tableaux de bord lisibles',
        'présenter une analyse à un public non spécialiste',
        'formuler des recommandations',
      ),
    ],
  },
  {
    of: 'du gros œuvre et des travaux publics',
    specialities: ['232', '232s', '230p'],
    formacodes: [],
    employers: "d'entreprises de maçonnerie, de gros œuvre et de travaux publics",
    contexts: ['réhabilitation du bâti ancien', 'construction bas carbone', 'travaux publics'],
    jobs: [
      job('Maçon', 3, 'F1703', 'F1701'),
      job('Chef de chantier', 5, 'F1202', 'F1201'),
      job('Conducteur de travaux', 6, 'F1201', 'F1202'),
    ],
    modules: [
      module(
        'Préparation du chantier',
        "lire les plans et implanter l'ouvrage",
        'installer le poste de travail et les protections',
        'établir les besoins en matériaux et en matériel',
      ),
      module(
        "Réalisation de l'ouvrage",
        'monter des murs en blocs et en briques',
        'coffrer, ferrailler et couler le béton',
        'contrôler les niveaux et les aplombs',
      ),
      module(
        "Organisation de l'exécution des travaux",
        'ordonnancer les tâches et les équipes',
        'contrôler la qualité et les délais',
        'tenir les réunions de chantier',
      ),
      module(
        'Sécurité et environnement du chantier',
        'appliquer les règles de prévention des chutes',
        'trier et évacuer les déchets',
        'limiter les nuisances pour les riverains',
      ),
    ],
  },
  {
    of: 'du second œuvre et de l’aménagement',
    specialities: ['233', '230p'],
    formacodes: ['22454'],
    employers: "d'entreprises artisanales de finition, d'agencement et de rénovation",
    contexts: ['rénovation énergétique', 'agencement de magasins', 'patrimoine'],
    jobs: [
      job('Peintre en bâtiment', 3, 'F1606', 'F1604'),
      job('Menuisier poseur agenceur', 4, 'F1607', 'F1604'),
      job("Responsable de travaux d'aménagement", 5, 'F1201', 'F1604'),
    ],
    modules: [
      module(
        'Préparation des supports et des locaux',
        'protéger les ouvrages existants',
        'préparer et enduire les supports',
        'débiter et ajuster les éléments',
      ),
      module(
        'Réalisation des finitions',
        'appliquer les peintures et les revêtements',
        'poser des cloisons, des menuiseries et des parquets',
        'assurer les finitions et le nettoyage',
      ),
      module(
        'Relation avec le client et le chantier',
        'conseiller le client sur les matériaux',
        'métrer et chiffrer des travaux',
        "réceptionner l'ouvrage et lever les réserves",
      ),
    ],
  },
  {
    of: 'de l’énergie et du génie climatique',
    specialities: ['227', '227p'],
    formacodes: [],
    employers:
      "d'entreprises d'installation, d'exploitants de chauffage et de bureaux d'études thermiques",
    contexts: ['pompes à chaleur', 'énergies renouvelables', 'froid commercial'],
    jobs: [
      job("Installateur d'équipements thermiques", 3, 'F1603', 'I1308'),
      job('Technicien de maintenance en génie climatique', 4, 'I1308', 'I1306'),
      job("Chargé d'affaires en efficacité énergétique", 6, 'F1106', 'H1102'),
    ],
    modules: [
      module(
        "Installation d'équipements thermiques",
        'façonner et raccorder les réseaux',
        'poser un générateur et ses émetteurs',
        "mettre en service et régler l'installation",
      ),
      module(
        'Maintenance préventive et corrective',
        'contrôler les rejets et les consommations',
        'diagnostiquer une panne et remplacer une pièce',
        'manipuler les fluides frigorigènes en conformité',
      ),
      module(
        "Étude et chiffrage d'une solution",
        "réaliser le bilan thermique d'un bâtiment",
        'dimensionner une installation',
        "calculer les économies d'énergie et les aides",
      ),
      module(
        "Conduite d'affaires",
        "répondre à un appel d'offres",
        'planifier les interventions',
        'suivre la rentabilité des contrats',
      ),
    ],
  },
  {
    of: 'de l’électricité et de l’électronique',
    specialities: ['255', '255r'],
    formacodes: [],
    employers: "d'installateurs électriciens, d'intégrateurs et de constructeurs d'équipements",
    contexts: ['bornes de recharge', 'domotique', 'systèmes embarqués'],
    jobs: [
      job("Électricien d'équipement du bâtiment", 3, 'F1602', 'I1305'),
      job('Technicien supérieur en électronique', 5, 'H1209', 'I1305'),
    ],
    modules: [
      module(
        'Réalisation d’une installation électrique',
        'poser les conduits, les câbles et les appareillages',
        'raccorder un tableau et vérifier sa conformité',
        "consigner une installation avant d'intervenir",
      ),
      module(
        'Mise en service et essais',
        'mesurer les grandeurs électriques',
        "régler et programmer l'équipement",
        "rédiger le rapport d'essais",
      ),
      module(
        'Dépannage',
        'localiser un défaut à partir du schéma',
        'remplacer un composant',
        'conseiller le client sur l’usage',
      ),
    ],
  },
  {
    of: 'de la mécanique et de la maintenance industrielle',
    specialities: ['250', '251u', '25'],
    formacodes: [],
    employers: "d'ateliers d'usinage, de sites de production et d'entreprises de maintenance",
    contexts: ['aéronautique', 'robotique', 'maintenance ferroviaire'],
    jobs: [
      job('Opérateur régleur en usinage', 3, 'H2903', 'H2912'),
      job('Technicien de maintenance industrielle', 4, 'I1304', 'I1310'),
      job('Responsable de maintenance industrielle', 6, 'I1102', 'I1304'),
    ],
    modules: [
      module(
        'Conduite et réglage de machines',
        'régler une machine-outil à commande numérique',
        'contrôler les cotes des pièces produites',
        "assurer l'entretien de premier niveau",
      ),
      module(
        'Diagnostic et réparation',
        'analyser un dysfonctionnement mécanique ou électrique',
        'remplacer un organe et remettre en service',
        'consigner les interventions dans la gestion de maintenance',
      ),
      module(
        'Organisation de la maintenance',
        'bâtir le plan de maintenance préventive',
        'gérer les pièces de rechange et les prestataires',
        'suivre la disponibilité des équipements',
      ),
    ],
  },
  {
    of: 'de la production et de la qualité industrielles',
    specialities: ['200', '200r', '200p', '20'],
    formacodes: ['32154'],
    employers: "d'industries chimiques, alimentaires, mécaniques et pharmaceutiques",
    contexts: ['industrie pharmaceutique', 'éco-conception', 'production automatisée'],
    jobs: [
      job('Conducteur de ligne de production', 4, 'H3301', 'H2906'),
      job('Animateur qualité sécurité environnement', 6, 'H1302', 'H1502'),
      job('Ingénieur en amélioration continue', 7, 'H1402', 'H2502'),
    ],
    modules: [
      module(
        "Conduite d'une ligne automatisée",
        'approvisionner et démarrer la ligne',
        'surveiller les paramètres et corriger les dérives',
        'assurer la traçabilité des lots',
      ),
      module(
        'Management de la qualité',
        'conduire un audit interne',
        'traiter les non-conformités et leurs causes',
        'tenir à jour le système documentaire',
      ),
      module(
        'Prévention des risques',
        "réaliser l'évaluation des risques professionnels",
        'animer des causeries de sécurité',
        'suivre les rejets et les déchets',
      ),
      module(
        'Amélioration de la performance',
        'cartographier un flux et ses gaspillages',
        'animer un chantier d’amélioration',
        'mesurer les gains de productivité',
      ),
    ],
  },
  {
    of: 'de l’automobile',
    specialities: ['252'],
    formacodes: [],
    employers: 'de garages, de concessions, de centres de réparation rapide et de loueurs',
    contexts: ['véhicules électriques', 'véhicules industriels', 'motocycles'],
    agreement: 'CARS',
    jobs: [
      job('Mécanicien automobile', 3, 'I1604', 'I1606'),
      job('Technicien expert après-vente automobile', 4, 'I1604', 'I1103'),
      job("Responsable d'atelier automobile", 5, 'I1103', 'I1604'),
    ],
    modules: [
      module(
        'Entretien périodique du véhicule',
        'réaliser une révision selon les préconisations',
        'contrôler les organes de freinage et de direction',
        'remplacer les pneumatiques et les fluides',
      ),
      module(
        'Diagnostic et réparation',
        'lire les codes défaut et interpréter les mesures',
        'remplacer un organe mécanique',
        'intervenir sur un véhicule électrique hors tension',
      ),
      module(
        "Organisation de l'atelier",
        'planifier les réparations et commander les pièces',
        'établir les devis et les ordres de réparation',
        "restituer le véhicule et expliquer l'intervention",
      ),
    ],
  },
];
