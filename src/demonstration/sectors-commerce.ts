import { job, module, type Sector } from './sector.ts';

/** Communication, trade, finance and the running of companies. Plain data, hence its length. */
export const COMMERCE_SECTORS: readonly Sector[] = [
  {
    of: 'de la communication',
    specialities: ['320', '320n'],
    formacodes: ['46301', '46341', '46359'],
    employers:
      "d'agences de communication, de services communication d'entreprises, de collectivités et d'associations",
    contexts: ['secteur culturel', 'communication événementielle', 'réseaux sociaux'],
    jobs: [
      job('Chargé de communication digitale', 6, 'E1103', 'E1107'),
      job('Assistant de communication', 5, 'E1103', 'E1107'),
      job('Concepteur de contenus multimédias', 5, 'E1104', 'E1205'),
      job('Manager de la stratégie de communication', 7, 'E1103', 'M1705'),
    ],
    modules: [
      module(
        'Élaboration du plan de communication',
        'analyser les besoins de communication du commanditaire',
        'définir les publics cibles, les messages et le calendrier',
        'chiffrer le plan de communication et ses supports',
      ),
      module(
        'Production de contenus et de supports',
        'rédiger des contenus adaptés au web et aux réseaux sociaux',
        'réaliser des visuels et de courtes vidéos',
        'coordonner les graphistes, imprimeurs et prestataires',
      ),
      module(
        "Organisation d'un événement de communication",
        "planifier la logistique d'un événement professionnel",
        'mobiliser les partenaires, la presse et les influenceurs',
        "assurer l'accueil des publics le jour de l'événement",
      ),
      module(
        'Mesure des retombées des actions de communication',
        "suivre l'audience des sites et des publications",
        'rédiger un bilan chiffré des retombées',
        "proposer des actions d'amélioration de l'image",
      ),
    ],
  },
  {
    of: 'du commerce et du marketing',
    specialities: ['312', '312p', '312t'],
    formacodes: ['34054', '34254'],
    employers: "d'entreprises industrielles, de sociétés de services et de réseaux de distribution",
    contexts: ['commerce international', 'grands comptes', 'vente à distance'],
    jobs: [
      job('Responsable du développement commercial', 6, 'D1406', 'M1707'),
      job('Négociateur technico-commercial', 5, 'D1407', 'D1402'),
      job('Conseiller de vente', 4, 'D1403', 'D1214'),
      job('Manager marketing et produits', 7, 'M1705', 'M1703'),
    ],
    modules: [
      module(
        'Étude du marché et de la concurrence',
        "réaliser une veille sur l'offre des concurrents",
        'segmenter la clientèle et repérer les prospects',
        'formuler un positionnement de produit',
      ),
      module(
        "Conduite de la prospection et de l'entretien de vente",
        'organiser un plan de prospection par secteur géographique',
        'découvrir les besoins du client et argumenter une solution',
        'négocier les prix, les délais et les conditions de règlement',
      ),
      module(
        'Suivi et fidélisation de la clientèle',
        'tenir à jour la base de données des clients',
        'traiter les réclamations et les litiges',
        'mesurer la satisfaction de la clientèle',
      ),
      module(
        "Pilotage de l'activité commerciale",
        'fixer les objectifs de vente et répartir les moyens',
        'animer les réunions de la force de vente',
        'analyser les marges et les écarts au budget',
      ),
    ],
  },
  {
    of: 'de la distribution',
    specialities: ['312t', '312'],
    formacodes: ['34054'],
    employers: 'de supermarchés, de magasins spécialisés et de commerces de proximité',
    contexts: ['produits frais', 'équipement de la maison', 'commerce de proximité'],
    jobs: [
      job('Employé commercial en magasin', 3, 'D1507', 'D1505'),
      job('Responsable de rayon', 5, 'D1502', 'D1503'),
      job('Manager de magasin', 6, 'D1301', 'D1504'),
    ],
    modules: [
      module(
        'Approvisionnement du rayon',
        'réceptionner les livraisons et contrôler les quantités',
        "mettre en rayon selon le plan d'implantation",
        "suivre l'état des stocks et les dates de péremption",
      ),
      module(
        'Accueil et conseil du client en magasin',
        'accueillir le client et identifier sa demande',
        'présenter les produits et les services associés',
        'encaisser les achats et tenir le fond de caisse',
      ),
      module(
        'Mise en valeur de l’offre',
        'construire une tête de gondole saisonnière',
        'vérifier l’étiquetage et le balisage des prix',
        'appliquer les opérations promotionnelles',
      ),
      module(
        "Gestion d'un point de vente",
        "établir le compte d'exploitation du rayon",
        'planifier les horaires de l’équipe',
        'réduire la démarque et les invendus',
      ),
    ],
  },
  {
    of: 'des ressources humaines',
    specialities: ['315', '315t'],
    formacodes: ['33054'],
    employers:
      "de services des ressources humaines, de cabinets de recrutement et d'agences d'emploi",
    contexts: [
      'formation et compétences',
      'fonction publique',
      'paie et administration du personnel',
    ],
    jobs: [
      job('Assistant ressources humaines', 5, 'M1501', 'M1203'),
      job('Chargé de développement des ressources humaines', 6, 'M1502', 'M1501'),
      job('Manager des ressources humaines', 7, 'M1503', 'M1502'),
    ],
    modules: [
      module(
        'Administration du personnel et de la paie',
        'rédiger les contrats de travail et les avenants',
        'collecter les variables de paie et contrôler les bulletins',
        'suivre les absences et les déclarations sociales',
      ),
      module(
        'Recrutement et intégration',
        'définir un profil de poste avec le responsable opérationnel',
        'conduire des entretiens de recrutement sans discrimination',
        "préparer le parcours d'intégration d'un salarié",
      ),
      module(
        'Développement des compétences',
        'recueillir les besoins de formation des salariés',
        'construire le plan de développement des compétences',
        'évaluer les effets des formations suivies',
      ),
      module(
        'Dialogue social et qualité de vie au travail',
        'préparer les réunions du comité social et économique',
        'mettre en place des actions de prévention des risques',
        'tenir les indicateurs sociaux et le bilan annuel',
      ),
    ],
  },
  {
    of: 'de la comptabilité et de la gestion',
    specialities: ['314', '314t'],
    formacodes: ['32654', '32054'],
    employers:
      "de cabinets d'expertise comptable, de services comptables et d'associations de gestion",
    contexts: ['petites entreprises', 'associations', 'groupes et consolidation'],
    jobs: [
      job('Assistant comptable', 4, 'M1203', 'M1608'),
      job('Gestionnaire comptable et fiscal', 5, 'M1203', 'M1206'),
      job('Contrôleur de gestion', 6, 'M1204', 'M1205'),
      job('Manager administratif et financier', 7, 'M1205', 'M1201'),
    ],
    modules: [
      module(
        'Tenue de la comptabilité courante',
        'enregistrer les opérations d’achat, de vente et de trésorerie',
        'justifier les comptes et lettrer les tiers',
        'établir les déclarations de taxe sur la valeur ajoutée',
      ),
      module(
        "Arrêté des comptes de l'exercice",
        "préparer les écritures d'inventaire",
        'présenter le bilan, le compte de résultat et l’annexe',
        'constituer le dossier de révision',
      ),
      module(
        'Contrôle de gestion et budgets',
        'calculer des coûts complets et des coûts partiels',
        'élaborer le budget et en expliquer les écarts',
        'concevoir un tableau de bord pour la direction',
      ),
      module(
        'Analyse financière et trésorerie',
        "analyser la rentabilité et l'équilibre financier",
        'prévoir les flux de trésorerie',
        'négocier les financements avec les banques',
      ),
    ],
  },
  {
    of: 'de la banque et de l’assurance',
    specialities: ['313', '313w'],
    formacodes: ['32654'],
    employers: "d'agences bancaires, de mutuelles, de compagnies et de cabinets de courtage",
    contexts: ['clientèle des professionnels', 'épargne et retraite', 'protection des personnes'],
    agreement: 'BANKS',
    jobs: [
      job('Conseiller de clientèle bancaire', 5, 'C1206', 'C1201'),
      job('Chargé de clientèle en assurances', 6, 'C1102', 'C1103'),
      job('Conseiller en gestion de patrimoine', 7, 'C1205', 'C1206'),
    ],
    modules: [
      module(
        'Accueil et connaissance du client',
        "vérifier l'identité du client et l'origine des fonds",
        'établir un diagnostic de la situation du client',
        'détecter les clients fragiles et les orienter',
      ),
      module(
        'Conseil et vente de produits',
        "présenter les produits d'épargne, de crédit et d'assurance",
        'monter un dossier de crédit immobilier',
        'formaliser le devoir de conseil',
      ),
      module(
        'Maîtrise des risques et conformité',
        'évaluer la solvabilité et les garanties',
        'appliquer les règles de lutte contre le blanchiment',
        'suivre les dossiers en impayé',
      ),
      module(
        "Gestion d'un portefeuille de clients",
        'planifier les rendez-vous et les relances',
        'instruire un sinistre ou une réclamation',
        'développer la recommandation',
      ),
    ],
  },
  {
    of: 'de l’immobilier',
    specialities: ['313'],
    formacodes: [],
    employers:
      "d'agences immobilières, de cabinets d'administration de biens, de bailleurs et de promoteurs",
    contexts: ['logement social', 'immobilier d’entreprise', 'copropriété'],
    jobs: [
      job('Négociateur immobilier', 5, 'C1504', 'C1502'),
      job("Responsable d'affaires immobilières", 6, 'C1504', 'C1501'),
      job('Manager de projets immobiliers', 7, 'C1503', 'C1501'),
    ],
    modules: [
      module(
        'Transaction immobilière',
        'estimer la valeur vénale d’un bien',
        'rédiger un mandat de vente et une annonce',
        "accompagner l'acquéreur jusqu'à la signature de l'acte",
      ),
      module(
        'Gestion locative',
        'sélectionner les locataires et rédiger le bail',
        'dresser un état des lieux',
        'réviser les loyers et régulariser les charges',
      ),
      module(
        'Administration de copropriété',
        "préparer et tenir l'assemblée générale",
        'suivre le budget et les travaux de la copropriété',
        'traiter les sinistres et les contentieux',
      ),
      module(
        'Montage d’opérations immobilières',
        'étudier la faisabilité foncière et financière d’un projet',
        'coordonner les intervenants de la construction',
        'commercialiser un programme neuf',
      ),
    ],
  },
  {
    of: 'du management et de l’entrepreneuriat',
    specialities: ['310', '310p'],
    formacodes: ['32054', '32139', '32154'],
    employers:
      "de petites et moyennes entreprises, de groupes, d'associations et de cabinets de conseil",
    contexts: ['économie sociale et solidaire', 'reprise d’entreprise', 'conduite du changement'],
    jobs: [
      job("Responsable d'une unité opérationnelle", 6, 'M1302', 'M1402'),
      job("Dirigeant d'entreprise", 7, 'M1302', 'M1402'),
      job('Consultant en organisation', 7, 'M1402', 'M1302'),
    ],
    modules: [
      module(
        'Diagnostic stratégique',
        "analyser l'environnement et les ressources de l'organisation",
        'identifier les leviers de croissance',
        'construire un plan d’affaires sur trois ans',
      ),
      module(
        'Pilotage économique et financier',
        'suivre les coûts, les marges et la trésorerie',
        'arbitrer les investissements',
        'rendre compte aux associés et aux financeurs',
      ),
      module(
        'Management des équipes',
        'organiser le travail et déléguer',
        'conduire les entretiens annuels',
        'prévenir et résoudre les conflits',
      ),
      module(
        'Conduite de projets de transformation',
        'cadrer un projet et en répartir les rôles',
        'accompagner les équipes dans le changement',
        'évaluer les résultats et capitaliser',
      ),
    ],
  },
  {
    of: 'du secrétariat et de l’assistanat',
    specialities: ['324', '324t'],
    formacodes: ['32066'],
    employers:
      "d'entreprises de toutes tailles, d'administrations, de cabinets médicaux et d'établissements sociaux",
    contexts: ['secteur médical', 'collectivités territoriales', 'télétravail et outils partagés'],
    jobs: [
      job('Secrétaire assistant', 4, 'M1607', 'M1601'),
      job('Secrétaire médico-social', 4, 'M1609', 'M1607'),
      job('Assistant de direction', 5, 'M1604', 'M1605'),
    ],
    modules: [
      module(
        "Accueil et traitement de l'information",
        "assurer l'accueil physique et téléphonique",
        'rédiger des courriers et des comptes rendus',
        'classer et archiver les documents',
      ),
      module(
        'Organisation des activités de l’équipe',
        'gérer les agendas et les déplacements',
        'préparer les réunions et en assurer le suivi',
        'commander les fournitures et suivre les budgets',
      ),
      module(
        'Suivi administratif des dossiers',
        'établir les devis, les commandes et les factures',
        'relancer les clients et les fournisseurs',
        'mettre à jour les tableaux de suivi',
      ),
    ],
  },
  {
    of: 'du droit',
    specialities: ['128', '345t'],
    formacodes: [],
    employers: "d'études, de cabinets d'avocats, de services juridiques et de collectivités",
    contexts: ['droit social', 'droit des sociétés', 'propriété intellectuelle'],
    jobs: [
      job('Assistant juridique', 5, 'K1902'),
      job("Juriste d'entreprise", 7, 'K1903', 'K1902'),
    ],
    modules: [
      module(
        'Veille et recherche juridiques',
        'rechercher les textes et la jurisprudence applicables',
        'rédiger une note de synthèse juridique',
        "informer les services de l'évolution du droit",
      ),
      module(
        'Rédaction d’actes et de contrats',
        'rédiger des contrats et leurs clauses particulières',
        'vérifier la validité des pièces',
        'accomplir les formalités et la publicité des actes',
      ),
      module(
        'Gestion des contentieux',
        'constituer un dossier de procédure',
        'suivre les délais et les audiences',
        'évaluer le risque et proposer une transaction',
      ),
    ],
  },
];
