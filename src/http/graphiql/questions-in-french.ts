/**
 * What the saved questions ask, in French, by the name of their operation, whose text says it in
 * English.
 */
export const QUESTIONS_IN_FRENCH: Readonly<Record<string, string>> = {
  CertificationCard:
    'Ce qu’est une certification, qui la délivre, jusqu’à quand elle est enregistrée et si elle est active.',
  CertificationCohorts:
    'Les promotions d’une certification, la plus récente d’abord, chaque taux avec son statut et ce sur quoi il repose.',
  PooledRates:
    'Les trois taux d’une certification sur ses dernières promotions réunies, avec les promotions qui les ont.',
  TargetRateChange:
    'Le taux dans le métier visé de 6 mois à 2 ans, pour la même promotion\u00a0: écart et intervalle.',
  Benchmark:
    'Une certification face à ses pairs de même code ROME\u00a0: leurs taux cumulés, médiane, rang centile, place dans l’entonnoir.',
  BenchmarkByCriterion: 'Une certification face à ses pairs par niveau, code NSF ou Formacode.',
  CompareCertifications: 'Une certification à côté de quatre autres au plus, sur les mêmes années.',
  CertificationBlocks:
    'Les blocs de compétences d’une certification dans leur ordre, avec leurs modalités d’évaluation, et ses équivalences déclarées.',
  CertificationLineage:
    'La suite des certifications qui se sont remplacées, et les taux de chacune.',
  CertificationHistory:
    'Ce qui a changé d’une certification et des chiffres de ses promotions, de publication en publication.',
  SearchCertifications:
    'Les certifications actives qu’une recherche trouve, la meilleure réponse d’abord, avec leurs taux cumulés.',
  EndingRegistrations:
    'Les certifications actives dont l’enregistrement finit bientôt, par mois, niveau et certificateur.',
  EndingWithoutReplacement:
    'Les certifications actives qui finissent bientôt et dont aucune fiche ne dit ce qui les remplace.',
  FilingPassed:
    'Les certifications actives qui finissent bientôt et dont la date conseillée de dépôt du renouvellement est passée.',
  BelowPeerMedian:
    'Parmi les certifications qui finissent bientôt et dont la date de dépôt est passée, celles dont le taux global à 6 mois est sous la médiane de leurs pairs par code ROME et niveau.',
  OutsideFunnel:
    'Les certifications actives hors des limites à 99,8\u00a0% de l’entonnoir de leurs pairs.',
  RegistrationDurations: 'Les durées d’enregistrement accordées, par niveau et par type.',
  DeclaredEquivalences:
    'Les certifications qui déclarent des équivalences avec d’autres ou avec leurs blocs.',
  FilterPanel:
    'Les valeurs de chaque critère avec leur nombre de certifications, pour un panneau de filtres.',
  InsertionByDimensions:
    'Les mesures par année, niveau, NSF, ROME, certificateur, voie d’accès, répertoire ou type d’enregistrement, seuls ou croisés.',
  RateDistributions:
    'La médiane et les quartiles de chaque taux par niveau, sous-domaine NSF et domaine ROME, avec le nombre de certifications et de valeurs inconnues, et pourquoi.',
  LargestGaps:
    'Les promotions dont le taux global et le taux dans le métier visé à 6 mois sont les plus éloignés.',
  FallingRates:
    'Les taux qui ont baissé d’une promotion à celle de l’année suivante, au-delà du hasard.',
  CertifiedGrowth:
    'Les certifiés par an et leur évolution, par niveau, certificateur, groupe NSF ou répertoire.',
  VaeShares:
    'Le nombre et la part de certifiés par la validation des acquis de l’expérience, par année, niveau et certification.',
  SmallRsCohorts:
    'Le répertoire spécifique\u00a0: certifiés par an, et promotions de moins de dix certifiés.',
  InsertionRates:
    'Chaque certification, promotion et indicateur sur une ligne, dans un ordre stable.',
  OverdueRates:
    'Les taux à 6 mois en retard avec leurs jours de retard, et leur nombre par certificateur.',
  DueRates:
    'Les taux à 2 ans attendus dans les prochains mois et non publiés\u00a0: qui enquêter, et jusqu’à quand.',
  TooFewCohorts:
    'Les certifications actives du RNCP avec moins de deux promotions dont le taux global à 6 mois est publié, et pourquoi.',
  OldCohorts: 'Les certifications actives dont la dernière promotion a plus de quatre ans.',
  CompleteRates:
    'La part des certifications actives du RNCP dont tous les taux à 6 mois sont publiés, par niveau et type d’enregistrement.',
  FindingCounts: 'Les anomalies par règle, gravité et certificateur.',
  CertifierPortfolio:
    'Toutes les certifications d’un certificateur\u00a0: échéances, promotions, taux, et ce qui est en retard.',
  CoCertified:
    'Les certifications que plusieurs organismes délivrent ensemble, et lesquels\u00a0; pour chacun, ceux avec qui il en partage le plus.',
  PartnersByRole:
    'Les partenaires habilités à former ou à évaluer, par rôle et par état\u00a0: établissements et unités légales.',
  DataStatus:
    'Ce qui est servi\u00a0: sa fraîcheur, ce qu’il y a de chaque répertoire, sous quelles conditions.',
  ChangesSince:
    'Ce qui a changé depuis une publication ou une date\u00a0: nouveautés, disparitions, fins, chiffres ajoutés ou modifiés.',
  ReportProfile:
    'Ce que contiennent les colonnes d’un rapport sur les lignes que ses paramètres retiennent\u00a0: valeurs et leur nombre de lignes, étendues, absences, et pour les taux leur raison.',
  Notes:
    'Ce que l’exploitant note sur les chiffres, dont les ruptures de série\u00a0: sur certains, ou sur tous.',
  MeasureCatalogue: 'Comment chaque chiffre se nomme, se calcule, et quand il est absent.',
};
