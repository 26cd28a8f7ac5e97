/** Ends of sentences that suit any task: how it is done. `&`, `<` and `>` occur as in the register. */
export const MEANS = [
  "en s'appuyant sur l'analyse des besoins recueillis",
  'dans le respect de la réglementation en vigueur',
  'en mobilisant les outils numériques adaptés',
  'à partir du cahier des charges et des consignes reçues',
  'en tenant compte des contraintes de délai, de coût et de qualité',
  'en appliquant les règles de santé et de sécurité au travail',
  "en concertation avec les membres de l'équipe et les partenaires",
  'en prenant en compte les situations de handicap',
  "en s'assurant de la fiabilité des données utilisées",
  'dans une démarche de responsabilité sociale & environnementale',
  'en utilisant une langue claire, à l’oral comme à l’écrit',
  'par une veille régulière sur les évolutions du métier et de la R&D',
  'selon les procédures internes et le système qualité',
  'en hiérarchisant les priorités (délai de réponse < 48 h)',
  'en échangeant avec des interlocuteurs francophones et anglophones',
  'avec méthode et autonomie',
] as const;

/** Ends of sentences: what for. */
export const AIMS = [
  'afin de répondre aux attentes du client ou de l’usager',
  'afin de garantir la qualité de la prestation',
  'de manière à respecter les délais convenus',
  "pour contribuer aux objectifs de l'organisation",
  "afin d'assurer la continuité de l'activité",
  'pour réduire les coûts et les impacts sur l’environnement',
  'afin de prévenir les risques et les litiges',
  'pour rendre compte de façon fidèle à la hiérarchie',
  'afin de proposer des améliorations (taux de satisfaction > 90 %)',
  "pour faciliter le travail de l'ensemble de l'équipe",
  "afin d'anticiper les évolutions du secteur",
  'pour sécuriser les décisions à prendre',
  'afin de développer la confiance des interlocuteurs',
  'de façon à tracer les opérations réalisées',
] as const;

/** How a block is assessed. */
export const ASSESSMENTS = [
  'Étude de cas écrite, individuelle, suivie d’une soutenance orale devant un jury.',
  'Mise en situation professionnelle reconstituée, complétée par un entretien technique.',
  'Dossier professionnel retraçant une réalisation en entreprise et présentation orale de 20 minutes.',
  'Contrôle en cours de formation et évaluation par le tuteur en entreprise.',
  "Projet collectif avec remise d'un livrable écrit ; l'évaluation reste individuelle.",
  'Questionnaire à choix multiples, puis observation au poste de travail par deux professionnels.',
  'Rapport d’activité de 15 pages et entretien avec le jury.',
  'Épreuve pratique d’une durée de 4 heures en plateau technique.',
] as const;

/** Who awards. */
export const JURIES = [
  'Le jury est composé de deux professionnels en activité et d’un représentant du certificateur.',
  'Trois membres, dont un président extérieur au centre et deux professionnels du secteur.',
  'Jury paritaire : deux représentants des employeurs et deux représentants des salariés.',
  'Le jury comprend au moins 50 % de professionnels extérieurs à l’organisme de formation.',
  'Un président enseignant, deux enseignants de la spécialité et deux professionnels.',
] as const;

export const ENTRY_PREREQUISITES = [
  'Être titulaire d’une certification du niveau immédiatement inférieur ou justifier d’un an d’expérience dans le secteur.',
  'Aucun prérequis. Un entretien de positionnement est réalisé à l’entrée.',
  'Maîtriser les savoirs de base : lire, écrire, compter.    Être âgé d’au moins 18 ans.',
  'Dossier de candidature, test écrit et entretien de motivation.',
] as const;

export const REGULATIONS = [
  'Activité soumise au règlement général sur la protection des données.',
  'L’exercice suppose une habilitation délivrée par l’employeur après une formation à la sécurité.',
  'Respect du code du travail et des règles propres aux établissements recevant du public.',
] as const;

/** What people write where a field does not apply. */
export const EMPTY_WORDS = ['Sans objet', 'sans objet', '*', 'Néant', '-', '*       *'] as const;

/** Openings of « Objectifs et contexte »; `{title}`, `{sector}` and `{employers}` are filled in. */
export const OBJECTIVES = [
  'Face à l’évolution rapide des métiers {sector}, la certification « {title} » répond à un besoin de compétences constaté au sein {employers}.',
  'La certification « {title} » vise à former des professionnels opérationnels {sector}, capables d’intervenir au sein {employers}.',
  'Le titulaire de la certification « {title} » exerce au sein {employers}. Il adapte son activité à la taille de la structure et à ses interlocuteurs.',
  'Les métiers {sector} recrutent dans la plupart des régions. La certification « {title} » accompagne l’accès à l’emploi, la reconversion et l’évolution professionnelle.',
] as const;

/** How a certification of the RS, or a language level, is graded. */
export const MASTERY_LEVELS = [
  'Deux niveaux : initial et confirmé. Le niveau est attribué par le jury selon le barème.',
  'Niveau B2 du cadre européen commun de référence pour les langues (score >= 70/100).',
  'Maîtrise attestée dès 60 % des critères validés.',
] as const;

export const RENEWAL_TERMS = [
  'Tous les trois ans, sur présentation d’une attestation d’exercice et d’une évaluation de 2 heures.',
  'Le certificat est renouvelé par une formation de mise à jour de 7 heures avant sa date d’échéance.',
] as const;
