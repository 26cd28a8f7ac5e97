/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A way to the certification (voie d’accès). */
export type AccessRouteKind =
  /** En contrat d’apprentissage (SI_JURY_CA). */
  | 'APPRENTICESHIP'
  /** Après un parcours de formation continue (SI_JURY_FC). */
  | 'CONTINUING_TRAINING'
  /** Par candidature individuelle (SI_JURY_CL). */
  | 'INDIVIDUAL_APPLICATION'
  /** Après un parcours de formation sous statut d’élève ou d’étudiant (SI_JURY_FI). */
  | 'INITIAL_TRAINING'
  /** En contrat de professionnalisation (SI_JURY_CQ). */
  | 'PROFESSIONALISATION_CONTRACT'
  /** Par expérience: validation des acquis de l’expérience (SI_JURY_VAE). */
  | 'VAE';

/** Whether a comparison with peers could be made. */
export type BenchmarkStatus =
  /** It was made. */
  | 'COMPARED'
  /** There are fewer than five peers: only their number is given. */
  | 'INSUFFICIENT_PEERS'
  /** No rate is expected: the certification is on the RS. */
  | 'NOT_APPLICABLE'
  /** The certification has no rate over these cohorts; its peers’ are given. */
  | 'NO_OWN_RATE';

/** Which blocks. An absent field restricts nothing; lists mean "any of". */
export type BlockFilter = {
  /** Blocks of these certifications. */
  certification?: CertificationFilter | null | undefined;
  /** Codes of blocks, or their first characters. */
  codes?: Array<string> | null | undefined;
  /** Part of the title, whatever the accents and the case. */
  title?: string | null | undefined;
};

/** Which certifications. An absent field restricts nothing; lists mean "any of", ranges include both ends. `cohortYear`, `certified`, `certifiedThroughVae`, `has`, `lacks` and what starts with `rate` are met by one and the same cohort. */
export type CertificationFilter = {
  /** Abrégés (TP, BTS…), in any case. */
  abbreviations?: Array<string> | null | undefined;
  /** Open access routes. */
  accessRoutes?: Array<AccessRouteKind> | null | undefined;
  /** Active on the as-of day, or not. */
  active?: boolean | null | undefined;
  /** Its pooled rate is below the median of its peers; those that are not active on the as-of day, without a rate, or with fewer than five peers, are left out. */
  belowPeerMedian?: PeerRuleInput | null | undefined;
  /** Heads. Number of certified. */
  certified?: IntRange | null | undefined;
  /** Heads. Number of certified through validation of experience. */
  certifiedThroughVae?: IntRange | null | undefined;
  /** Bodies. Has so many certifying bodies in force. */
  certifierCount?: IntRange | null | undefined;
  /** SIREN of certifying bodies in force; former ones do not count. */
  certifiers?: Array<string> | null | undefined;
  /** Numbers of fiches. */
  codes?: Array<string> | null | undefined;
  /** Has a cohort of these years. */
  cohortYear?: IntRange | null | undefined;
  /** The recommended day of filing for renewal, eight months before the end, has passed on the as-of day; or not. */
  filingPassed?: boolean | null | undefined;
  /** Formacodes, whole. */
  formacodes?: Array<string> | null | undefined;
  /** Its pooled rate stands so in the funnel around the pooled rate of its peers; those that are not active on the as-of day are left out. */
  funnel?: FunnelCriterion | null | undefined;
  /** Publishes all these rates. */
  has?: Array<InsertionIndicator> | null | undefined;
  /** Has statistics, or has none. */
  hasCohorts?: boolean | null | undefined;
  /** Publishes a global rate at 6 months and owes none at 6 months on the as-of day; or not. */
  hasCompleteSixMonthRates?: boolean | null | undefined;
  /** Declares equivalences (correspondances), or none. */
  hasEquivalences?: boolean | null | undefined;
  /** Publishes none of these rates. */
  lacks?: Array<InsertionIndicator> | null | undefined;
  /** Niveaux de qualification, 1 to 8. */
  levels?: Array<number> | null | undefined;
  /** Year of its newest cohort; a certification without cohorts is left out. */
  newestCohort?: IntRange | null | undefined;
  /** Years from its newest cohort to the year of the as-of day; instead of `newestCohort`. */
  newestCohortAge?: IntRange | null | undefined;
  /** ROME codes, or their first characters: `M18` means all that starts with M18. */
  occupations?: Array<string> | null | undefined;
  /** Has a rate that went so. */
  rateChange?: RateChangeCriterion | null | undefined;
  /** Has a rate that is due then. */
  rateDue?: RateDueCriterion | null | undefined;
  /** Has a rate of one of these statuses on the as-of day. */
  rateStatus?: RateStatusCriterion | null | undefined;
  /** Of one register. */
  register?: Register | null | undefined;
  /** End date between two days; a fiche without an end date is left out. */
  registrationEnds?: DateRange | null | undefined;
  /** Months, 1 to 600. End date from the as-of day to so many months later, both included; instead of `registrationEnds`. */
  registrationEndsWithinMonths?: number | null | undefined;
  /** Types d’enregistrement. */
  registrationTypes?: Array<RegistrationType> | null | undefined;
  /** Some fiche says what replaces it; or none does. */
  replaced?: boolean | null | undefined;
  /** French full text over title, occupations, blocks and skills, whatever the accents, the case and the endings; "quoted phrases", `or` and `-without` are understood. When no certification has the words, titles that are written alike. */
  search?: string | null | undefined;
  /** NSF codes, or their first characters: `32` means all that starts with 32. */
  specialities?: Array<string> | null | undefined;
  /** Cohorts. Has so many whose global rate at 6 months is published. */
  usableCohorts?: IntRange | null | undefined;
};

/** Whether a rate rose or fell beyond chance: its interval decides. */
export type ChangeVerdict =
  /** The interval of the difference lies below 0. */
  | 'FALL'
  /** The interval of the difference contains 0: neither a rise nor a fall. */
  | 'NOT_SIGNIFICANT'
  /** The interval of the difference lies above 0. */
  | 'RISE';

/** Which cohorts. An absent field restricts nothing; ranges include both ends; `has` and `lacks` mean all that they list. */
export type CohortFilter = {
  /** Cohorts of these certifications. */
  certification?: CertificationFilter | null | undefined;
  /** Heads. Number of certified. */
  certified?: IntRange | null | undefined;
  /** Heads. Number of certified through validation of experience. */
  certifiedThroughVae?: IntRange | null | undefined;
  /** Publishes all these rates. */
  has?: Array<InsertionIndicator> | null | undefined;
  /** Publishes none of these rates. */
  lacks?: Array<InsertionIndicator> | null | undefined;
  /** Has a rate that went so. */
  rateChange?: RateChangeCriterion | null | undefined;
  /** Has a rate that is due then. */
  rateDue?: RateDueCriterion | null | undefined;
  /** Has a rate of one of these statuses on the as-of day. */
  rateStatus?: RateStatusCriterion | null | undefined;
  /** Année d’obtention. */
  year?: IntRange | null | undefined;
};

/** Days from one to another, both included; an absent end is open. */
export type DateRange = {
  /** First day. */
  from?: string | null | undefined;
  /** Last day. */
  to?: string | null | undefined;
};

/** Which findings. An absent field restricts nothing; lists mean "any of". */
export type FindingFilter = {
  /** On this certification. */
  certification?: string | null | undefined;
  /** On certifications that this body certifies now. */
  certifier?: string | null | undefined;
  /** On cohorts of these years. */
  cohortYear?: IntRange | null | undefined;
  /** What is wrong. */
  rules?: Array<FindingRule> | null | undefined;
  /** How grave they are. */
  severities?: Array<FindingSeverity> | null | undefined;
};

/** What is wrong with the data; docs/method.md#findings explains each. */
export type FindingRule =
  /** WARNING. A flag (ACTIF) that says other than the end date (date d’échéance). */
  | 'ACTIVE_FLAG_CONTRADICTS_END'
  /** INFORMATION. A link to a certification that the registers do not have. */
  | 'DANGLING_LINEAGE'
  /** WARNING. Two blocks (blocs de compétences) of one fiche with the same code. */
  | 'DUPLICATE_BLOCK_CODE'
  /** ERROR. A cohort (promotion) that a fiche gives twice: the first is served. */
  | 'DUPLICATE_COHORT_YEAR'
  /** ERROR. A fiche that is given twice: the first is served. */
  | 'DUPLICATE_FICHE'
  /** INFORMATION. An end date that is not the decision and the duration together. */
  | 'END_DATE_MISMATCH'
  /** INFORMATION. A number of certified or a rate that changed after it was published. */
  | 'FIGURE_CHANGED'
  /** WARNING. A cohort of a year before 1970, or after that of the data. */
  | 'IMPLAUSIBLE_COHORT_YEAR'
  /** WARNING. Rates that no whole numbers of persons among the certified can give. */
  | 'IMPOSSIBLE_RATES'
  /** ERROR. A rate that is no number from 0 to 100, and is left empty. */
  | 'INVALID_RATE'
  /** WARNING. A SIRET whose check digit is wrong: it is served as given. */
  | 'INVALID_SIRET'
  /** INFORMATION. A link to the description that is not the address of a web page. */
  | 'LINK_NOT_URL'
  /** INFORMATION. A block whose code is not of the form RNCP35746BC01. */
  | 'MALFORMED_BLOCK_CODE'
  /** WARNING. An active certification without a certifier (certificateur) in force. */
  | 'MISSING_CERTIFIER'
  /** INFORMATION. A certifier in force without a SIRET. */
  | 'MISSING_SIRET'
  /** INFORMATION. A link to a certification that does not link back. */
  | 'ONE_SIDED_LINEAGE'
  /** INFORMATION. A rate of 100 on a cohort of 100 certified or more. */
  | 'PERFECT_RATE_ON_LARGE_COHORT'
  /** WARNING. A rate that was published before it could be observed. */
  | 'PUBLISHED_BEFORE_OBSERVABLE'
  /** WARNING. An insertion rate (taux d’insertion) on a certification of the RS. */
  | 'RATE_ON_RS'
  /** ERROR. A fiche that could not be read, and is not served. */
  | 'REFUSED_FICHE'
  /** ERROR. A value that could not be read, and is left empty. */
  | 'REFUSED_VALUE'
  /** INFORMATION. Three cohorts in a row, or more, with the same rates. */
  | 'REPEATED_RATES'
  /** WARNING. Two sources give different figures: the stronger one is served. */
  | 'SOURCES_DISAGREE'
  /** WARNING. A rate in the target occupation (métier visé) above the global one at 6 months. */
  | 'TARGET_ABOVE_GLOBAL'
  /** INFORMATION. Fewer than two cohorts with a global rate in the last year before the end. */
  | 'TOO_FEW_USABLE_COHORTS'
  /** WARNING. A level that is not in the vocabulary, or none on an active one of the RNCP. */
  | 'UNKNOWN_LEVEL'
  /** WARNING. More certified through VAE than certified. */
  | 'VAE_ABOVE_CERTIFIED';

/** How grave a finding is. */
export type FindingSeverity =
  /** Data are lost. */
  | 'ERROR'
  /** Data are served and are worth a look. */
  | 'INFORMATION'
  /** Data are served and are doubtful. */
  | 'WARNING';

/** A rule by which peers are chosen, and positions in their funnel. */
export type FunnelCriterion = {
  /** Any of these positions. */
  anyOf: Array<FunnelPosition>;
  /** The rate that is compared. */
  indicator?: InsertionIndicator;
  /** Cohorts, 1 to 50. So many of the most recent are pooled. */
  lastCohorts?: number;
  /** What peers share. */
  peersBy?: PeerCriterion;
  /** Only peers of the same level of qualification. */
  sameLevel?: boolean;
};

/** Where a rate stands between the limits that chance alone draws around the pooled rate of the peers, for its base. */
export type FunnelPosition =
  /** Above the limit of 95 %, not of 99.8 %. */
  | 'ABOVE_95'
  /** Above the limit of 99.8 %. */
  | 'ABOVE_99_8'
  /** Below the limit of 95 %, not of 99.8 %. */
  | 'BELOW_95'
  /** Below the limit of 99.8 %. */
  | 'BELOW_99_8'
  /** Between the limits of 95 %. */
  | 'WITHIN';

/** The three published insertion rates (taux d’insertion). */
export type InsertionIndicator =
  /** Percent, 0 to 100. Insertion rate at 6 months, any employment (« Taux d’insertion global à 6 mois »): 100 · E / n, as published. Denominator: respondents without the neutralised ones (continuing studies, work-study contract, inability to work, work outside the French labour market). Missing case: absent when it is not published; the status says why. Source: TAUX_INSERTION_GLOBAL_6MOIS in the feed; the fiche page; a statistics file. */
  | 'GLOBAL_6_MONTHS'
  /** Percent, 0 to 100. Insertion rate at 2 years, in the target occupation (« Taux d’insertion dans le métier visé à 2 ans »): 100 · M / n, as published. Denominator: respondents without the neutralised ones (continuing studies, work-study contract, inability to work, work outside the French labour market). Missing case: absent when it is not published; the status says why. Source: TAUX_INSERTION_METIER_2ANS in the feed; the fiche page; a statistics file. */
  | 'TARGET_OCCUPATION_2_YEARS'
  /** Percent, 0 to 100. Insertion rate at 6 months, in the target occupation (« Taux d’insertion dans le métier visé à 6 mois »): 100 · M / n, as published. Denominator: respondents without the neutralised ones (continuing studies, work-study contract, inability to work, work outside the French labour market). Missing case: absent when it is not published; the status says why. Source: the fiche page; a statistics file; not in the feed. */
  | 'TARGET_OCCUPATION_6_MONTHS';

/** Whole numbers from one to another, both included; an absent end is open. */
export type IntRange = {
  /** Smallest number. */
  from?: number | null | undefined;
  /** Largest number. */
  to?: number | null | undefined;
};

/** What a partner may do (habilitation). */
export type PartnerRole =
  /** Habilitation pour organiser l’évaluation (HABILITATION_ORGANISER). */
  | 'ASSESS'
  /** Habilitation pour former (HABILITATION_FORMER). */
  | 'TRAIN'
  /** Habilitation pour former et organiser l’évaluation (HABILITATION_ORGA_FORM). */
  | 'TRAIN_AND_ASSESS';

/** What makes certifications peers: "similar or close occupations" has no definition in data, so the rule is chosen and goes with the answer. */
export type PeerCriterion =
  /** They share a Formacode. */
  | 'FORMACODE'
  /** They have the same level of qualification, nothing else. */
  | 'LEVEL'
  /** They share a ROME code. */
  | 'OCCUPATION'
  /** They share an NSF code, as the fiches give it. */
  | 'SPECIALITY';

/** The rule by which peers are chosen, and the rate that is compared. */
export type PeerRuleInput = {
  /** The rate that is compared. */
  indicator?: InsertionIndicator;
  /** Cohorts, 1 to 50. So many of the most recent are pooled. */
  lastCohorts?: number;
  /** What peers share. */
  peersBy?: PeerCriterion;
  /** Only peers of the same level of qualification. */
  sameLevel?: boolean;
};

/** What weighs a rate: the heads that stand in its denominator. */
export type RateBasis =
  /** The certified: an approximation, for the register does not publish the respondents. */
  | 'CERTIFIED_WEIGHTED'
  /** The eligible respondents: the counts are known. */
  | 'RESPONDENTS';

/** A rate and how it went from the cohort of the year before, at 95 %: both cohorts publish it. */
export type RateChangeCriterion = {
  /** Any of these verdicts. */
  anyOf: Array<ChangeVerdict>;
  /** Which rate. */
  indicator: InsertionIndicator;
};

/** A rate and the days between which it is due, both included. */
export type RateDueCriterion = {
  /** First day. */
  from?: string | null | undefined;
  /** Which rate. */
  indicator: InsertionIndicator;
  /** Last day. */
  to?: string | null | undefined;
  /** Months, 1 to 600. From the as-of day to so many months later; instead of the two days. */
  withinMonths?: number | null | undefined;
};

/** Why a rate has, or has not, a value: not due is not missing. One always holds. */
export type RateStatus =
  /** The rate is past due, and the registration had ended before that. */
  | 'CLOSED_BEFORE_DUE'
  /** The observation has closed and the rate is not due yet. */
  | 'IN_COLLECTION'
  /** No rate is expected: the certification is on the RS. */
  | 'NOT_APPLICABLE'
  /** The source never carries this indicator. */
  | 'NOT_IN_SOURCE'
  /** The observation has not closed yet. */
  | 'NOT_YET_OBSERVABLE'
  /** Nobody was certified that year. */
  | 'NO_HOLDER'
  /** The rate at 6 months is past due. */
  | 'OVERDUE'
  /** The rate at 2 years, which is optional, is past due. */
  | 'OVERDUE_OPTIONAL'
  /** A value is published. */
  | 'PUBLISHED'
  /** A value is published, and was first seen before the observation had closed. */
  | 'PUBLISHED_EARLY'
  /** The figure is not shown. */
  | 'SUPPRESSED';

/** A rate and the statuses it may have on the as-of day. */
export type RateStatusCriterion = {
  /** Any of these statuses. */
  anyOf: Array<RateStatus>;
  /** Which rate. */
  indicator: InsertionIndicator;
};

/** A register of France compétences. */
export type Register =
  /** Répertoire national des certifications professionnelles: whole occupations. */
  | 'RNCP'
  /** Répertoire spécifique: complementary skills and authorisations. */
  | 'RS';

/** How a certification came to the register (type d’enregistrement). */
export type RegistrationType =
  /** Enregistrement de droit: state diplomas and the like. */
  | 'BY_LAW'
  /** Enregistrement sur demande of the certifying body. */
  | 'ON_REQUEST';

/** How far a rate can be relied on, by its base (a decision of this product). */
export type Reliability =
  /** Base of 50 or more. */
  | 'GOOD'
  /** Base of 11 to 19. */
  | 'LOW'
  /** Base of 20 to 49. */
  | 'MODERATE'
  /** Base under 11. */
  | 'VERY_LOW';

/** Where a registration stands on its way to renewal, on the as-of day. */
export type RenewalStage =
  /** The registration has ended. */
  | 'ENDED'
  /** The recommended day of filing has passed; the last one, a month later, has not. */
  | 'FILE_NOW'
  /** The last day of filing has passed, and the registration is active. */
  | 'LATE'
  /** The end is more than twelve months away. */
  | 'NOT_OPEN'
  /** The end of the registration is not known. */
  | 'UNKNOWN_END'
  /** The end is within twelve months; the recommended day of filing is not passed. */
  | 'WATCH';

export type ReportBenchmarkQueryVariables = Exact<{
  filter?: CertificationFilter | null | undefined;
  indicator?: InsertionIndicator;
  peersBy?: PeerCriterion;
  sameLevel?: boolean;
  lastCohorts?: number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ReportBenchmarkQuery = { certifications: { nodes: Array<{ code: string, register: Register, title: string, level: number | null, registrationType: RegistrationType | null, active: boolean, registrationEndsOn: string | null, benchmark: { indicator: InsertionIndicator, status: BenchmarkStatus, peerCount: number, peerMedian: number | null, peerLowerQuartile: number | null, peerUpperQuartile: number | null, peerPooled: number | null, percentile: number | null, ranked: boolean, difference: number | null, excludesMedian: boolean | null, funnel: FunnelPosition | null, own: { value: number | null, base: number, reliability: Reliability | null, interval: { lower: number, upper: number } | null, coverage: { cohorts: number, cohortsWithRate: number } } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReportBlocksQueryVariables = Exact<{
  filter?: BlockFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ReportBlocksQuery = { blocks: { nodes: Array<{ position: number, code: string, title: string, skills: string | null, assessmentModes: string | null, entryPrerequisites: string | null, validationPrerequisites: string | null, certification: { code: string, register: Register, title: string, level: number | null, registrationType: RegistrationType | null, active: boolean, registrationEndsOn: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReportCertificationsQueryVariables = Exact<{
  filter?: CertificationFilter | null | undefined;
  lastCohorts?: number | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ReportCertificationsQuery = { certifications: { nodes: Array<{ code: string, register: Register, title: string, level: number | null, registrationType: RegistrationType | null, active: boolean, registrationEndsOn: string | null, abbreviation: string | null, abbreviationLabel: string | null, decisionOn: string | null, effectiveOn: string | null, registrationYears: number | null, blockCount: number, specialities: Array<{ code: string }>, occupations: Array<{ code: string }>, formacodes: Array<{ code: string }>, certifiers: Array<{ name: string, siren: string | null, active: boolean }>, accessRoutes: Array<{ route: AccessRouteKind, open: boolean | null }>, renewal: { readiness: { cohorts: number, usableCohorts: number } }, newestCohort: Array<{ year: number }>, insertion: Array<{ indicator: InsertionIndicator, value: number | null, base: number, interval: { lower: number, upper: number } | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReportCertifierPortfolioQueryVariables = Exact<{
  filter?: CertificationFilter | null | undefined;
  lastCohorts?: number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ReportCertifierPortfolioQuery = { certifications: { nodes: Array<{ code: string, register: Register, title: string, level: number | null, registrationType: RegistrationType | null, active: boolean, registrationEndsOn: string | null, certifiers: Array<{ active: boolean, certifier: { siren: string, name: string } | null }>, cohorts: Array<{ year: number, insertionRates: Array<{ status: RateStatus }> }>, insertion: Array<{ indicator: InsertionIndicator, value: number | null, base: number, interval: { lower: number, upper: number } | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReportCohortsQueryVariables = Exact<{
  filter?: CohortFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ReportCohortsQuery = { cohorts: { nodes: Array<{ year: number, certified: number | null, certifiedThroughVae: number | null, gapAt6Months: number | null, certification: { code: string, register: Register, title: string, level: number | null, registrationType: RegistrationType | null, active: boolean, registrationEndsOn: string | null }, insertionRates: Array<{ indicator: InsertionIndicator, value: number | null, base: number | null, status: RateStatus, dueOn: string | null, interval: { lower: number, upper: number } | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReportExpiringQueryVariables = Exact<{
  filter?: CertificationFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ReportExpiringQuery = { certifications: { nodes: Array<{ code: string, register: Register, title: string, level: number | null, registrationType: RegistrationType | null, active: boolean, registrationEndsOn: string | null, certifiers: Array<{ name: string, siren: string | null, active: boolean }>, renewal: { stage: RenewalStage, fileBy: string | null, fileAtLatest: string | null, replaced: boolean } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReportFindingsQueryVariables = Exact<{
  filter?: FindingFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ReportFindingsQuery = { findings: { nodes: Array<{ id: string, rule: FindingRule, severity: FindingSeverity, certificationCode: string | null, cohortYear: number | null, element: string | null, given: string | null, message: string, certification: { register: Register, title: string, active: boolean, certifiers: Array<{ name: string, siren: string | null, active: boolean }> } | null, firstSeenPublication: { number: number, publishedAt: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReportInsertionByCertifierQueryVariables = Exact<{
  filter?: CohortFilter | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ReportInsertionByCertifierQuery = { insertionStatistics: { groups: Array<{ key: { label: string, certifier: { siren: string } | null }, summary: { certifications: number, cohorts: number, cohortsWithoutCertified: number, certified: number, certifiedThroughVae: number, vaeShare: number | null, vaeShareBase: number, rates: Array<{ indicator: InsertionIndicator, value: number | null, base: number, certificationsWithRate: number, unweightedMean: number | null, median: number | null, lowerQuartile: number | null, upperQuartile: number | null, interval: { lower: number, upper: number } | null, coverage: { ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }> }> } }> } };

export type ReportInsertionByLevelQueryVariables = Exact<{
  filter?: CohortFilter | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ReportInsertionByLevelQuery = { insertionStatistics: { groups: Array<{ key: { level: number | null, label: string }, summary: { certifications: number, cohorts: number, cohortsWithoutCertified: number, certified: number, certifiedThroughVae: number, vaeShare: number | null, vaeShareBase: number, rates: Array<{ indicator: InsertionIndicator, value: number | null, base: number, certificationsWithRate: number, unweightedMean: number | null, median: number | null, lowerQuartile: number | null, upperQuartile: number | null, interval: { lower: number, upper: number } | null, coverage: { ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }> }> } }> } };

export type ReportInsertionByOccupationQueryVariables = Exact<{
  filter?: CohortFilter | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ReportInsertionByOccupationQuery = { insertionStatistics: { groups: Array<{ key: { label: string, occupation: { code: string } | null }, summary: { certifications: number, cohorts: number, cohortsWithoutCertified: number, certified: number, certifiedThroughVae: number, vaeShare: number | null, vaeShareBase: number, rates: Array<{ indicator: InsertionIndicator, value: number | null, base: number, certificationsWithRate: number, unweightedMean: number | null, median: number | null, lowerQuartile: number | null, upperQuartile: number | null, interval: { lower: number, upper: number } | null, coverage: { ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }> }> } }> } };

export type ReportInsertionBySpecialityQueryVariables = Exact<{
  filter?: CohortFilter | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ReportInsertionBySpecialityQuery = { insertionStatistics: { groups: Array<{ key: { label: string, speciality: { code: string } | null }, summary: { certifications: number, cohorts: number, cohortsWithoutCertified: number, certified: number, certifiedThroughVae: number, vaeShare: number | null, vaeShareBase: number, rates: Array<{ indicator: InsertionIndicator, value: number | null, base: number, certificationsWithRate: number, unweightedMean: number | null, median: number | null, lowerQuartile: number | null, upperQuartile: number | null, interval: { lower: number, upper: number } | null, coverage: { ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }> }> } }> } };

export type ReportInsertionByYearQueryVariables = Exact<{
  filter?: CohortFilter | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ReportInsertionByYearQuery = { insertionStatistics: { groups: Array<{ key: { year: number | null }, summary: { certifications: number, cohorts: number, cohortsWithoutCertified: number, certified: number, certifiedThroughVae: number, vaeShare: number | null, vaeShareBase: number, rates: Array<{ indicator: InsertionIndicator, value: number | null, base: number, certificationsWithRate: number, unweightedMean: number | null, median: number | null, lowerQuartile: number | null, upperQuartile: number | null, interval: { lower: number, upper: number } | null, coverage: { ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }> }> } }> } };

export type ReportInsertionRatesQueryVariables = Exact<{
  filter?: CohortFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ReportInsertionRatesQuery = { cohorts: { nodes: Array<{ year: number, certified: number | null, certifiedThroughVae: number | null, certification: { code: string, register: Register, title: string, level: number | null, registrationType: RegistrationType | null, active: boolean, registrationEndsOn: string | null }, insertionRates: Array<{ indicator: InsertionIndicator, value: number | null, base: number | null, status: RateStatus, dueOn: string | null, daysLate: number | null, basis: RateBasis, reliability: Reliability | null, interval: { lower: number, upper: number } | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReportOverdueRatesQueryVariables = Exact<{
  filter?: CohortFilter | null | undefined;
  indicator: InsertionIndicator;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ReportOverdueRatesQuery = { cohorts: { nodes: Array<{ year: number, certified: number | null, certifiedThroughVae: number | null, certification: { code: string, register: Register, title: string, level: number | null, registrationType: RegistrationType | null, active: boolean, registrationEndsOn: string | null, certifiers: Array<{ name: string, siren: string | null, active: boolean }> }, insertionRate: { indicator: InsertionIndicator, status: RateStatus, dueOn: string | null, daysLate: number | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReportPartnersQueryVariables = Exact<{
  filter?: CertificationFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ReportPartnersQuery = { certifications: { nodes: Array<{ code: string, register: Register, title: string, level: number | null, registrationType: RegistrationType | null, active: boolean, registrationEndsOn: string | null, partnerCounts: Array<{ role: PartnerRole | null, state: string | null, active: boolean, rows: number, establishments: number, legalUnits: number }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReportRenewalReadinessQueryVariables = Exact<{
  filter?: CertificationFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ReportRenewalReadinessQuery = { certifications: { nodes: Array<{ code: string, register: Register, title: string, level: number | null, registrationType: RegistrationType | null, active: boolean, registrationEndsOn: string | null, certifiers: Array<{ name: string, siren: string | null, active: boolean }>, renewal: { stage: RenewalStage, watchOpensOn: string | null, fileBy: string | null, fileAtLatest: string | null, readiness: { cohorts: number, usableCohorts: number, usualCohorts: number, statuses: Array<{ status: RateStatus, cohorts: number }> } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReportSourceQueryVariables = Exact<{ [key: string]: never; }>;


export type ReportSourceQuery = { dataStatus: { exportedOn: string | null, attribution: string, licence: string, licenceUrl: string, notice: { fr: string, en: string } | null } };

export type ReportVaeQueryVariables = Exact<{
  filter?: CohortFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ReportVaeQuery = { cohorts: { nodes: Array<{ year: number, certified: number | null, certifiedThroughVae: number | null, vaeShare: number | null, certification: { code: string, register: Register, title: string, level: number | null, registrationType: RegistrationType | null, active: boolean, registrationEndsOn: string | null, accessRoutes: Array<{ route: AccessRouteKind, open: boolean | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };


export const ReportBenchmarkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportBenchmark"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CertificationFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InsertionIndicator"}}},"defaultValue":{"kind":"EnumValue","value":"GLOBAL_6_MONTHS"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"peersBy"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeerCriterion"}}},"defaultValue":{"kind":"EnumValue","value":"OCCUPATION"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sameLevel"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},"defaultValue":{"kind":"BooleanValue","value":true}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"lastCohorts"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"3"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"500"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"register"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"registrationType"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"registrationEndsOn"}},{"kind":"Field","name":{"kind":"Name","value":"benchmark"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"indicator"},"value":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}}},{"kind":"Argument","name":{"kind":"Name","value":"peersBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"peersBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"sameLevel"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sameLevel"}}},{"kind":"Argument","name":{"kind":"Name","value":"lastCohorts"},"value":{"kind":"Variable","name":{"kind":"Name","value":"lastCohorts"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"peerCount"}},{"kind":"Field","name":{"kind":"Name","value":"own"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"reliability"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"cohortsWithRate"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"peerMedian"}},{"kind":"Field","name":{"kind":"Name","value":"peerLowerQuartile"}},{"kind":"Field","name":{"kind":"Name","value":"peerUpperQuartile"}},{"kind":"Field","name":{"kind":"Name","value":"peerPooled"}},{"kind":"Field","name":{"kind":"Name","value":"percentile"}},{"kind":"Field","name":{"kind":"Name","value":"ranked"}},{"kind":"Field","name":{"kind":"Name","value":"difference"}},{"kind":"Field","name":{"kind":"Name","value":"excludesMedian"}},{"kind":"Field","name":{"kind":"Name","value":"funnel"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ReportBenchmarkQuery, ReportBenchmarkQueryVariables>;
export const ReportBlocksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportBlocks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"BlockFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"500"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"blocks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"register"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"registrationType"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"registrationEndsOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"skills"}},{"kind":"Field","name":{"kind":"Name","value":"assessmentModes"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrerequisites"}},{"kind":"Field","name":{"kind":"Name","value":"validationPrerequisites"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ReportBlocksQuery, ReportBlocksQueryVariables>;
export const ReportCertificationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportCertifications"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CertificationFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"lastCohorts"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"3"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"500"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"register"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"registrationType"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"registrationEndsOn"}},{"kind":"Field","name":{"kind":"Name","value":"abbreviation"}},{"kind":"Field","name":{"kind":"Name","value":"abbreviationLabel"}},{"kind":"Field","name":{"kind":"Name","value":"decisionOn"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveOn"}},{"kind":"Field","name":{"kind":"Name","value":"registrationYears"}},{"kind":"Field","name":{"kind":"Name","value":"specialities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"occupations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"formacodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"certifiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"siren"}},{"kind":"Field","name":{"kind":"Name","value":"active"}}]}},{"kind":"Field","name":{"kind":"Name","value":"accessRoutes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"route"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}},{"kind":"Field","name":{"kind":"Name","value":"blockCount"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"readiness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"usableCohorts"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"newestCohort"},"name":{"kind":"Name","value":"cohorts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lastCohorts"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}}]}},{"kind":"Field","name":{"kind":"Name","value":"insertion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lastCohorts"},"value":{"kind":"Variable","name":{"kind":"Name","value":"lastCohorts"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ReportCertificationsQuery, ReportCertificationsQueryVariables>;
export const ReportCertifierPortfolioDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportCertifierPortfolio"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CertificationFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"lastCohorts"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"3"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"500"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"register"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"registrationType"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"registrationEndsOn"}},{"kind":"Field","name":{"kind":"Name","value":"certifiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"certifier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"siren"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"insertionRates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"insertion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lastCohorts"},"value":{"kind":"Variable","name":{"kind":"Name","value":"lastCohorts"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ReportCertifierPortfolioQuery, ReportCertifierPortfolioQueryVariables>;
export const ReportCohortsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportCohorts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"500"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"register"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"registrationType"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"registrationEndsOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"certified"}},{"kind":"Field","name":{"kind":"Name","value":"certifiedThroughVae"}},{"kind":"Field","name":{"kind":"Name","value":"gapAt6Months"}},{"kind":"Field","name":{"kind":"Name","value":"insertionRates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ReportCohortsQuery, ReportCohortsQueryVariables>;
export const ReportExpiringDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportExpiring"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CertificationFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"500"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"REGISTRATION_ENDS_ON"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"register"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"registrationType"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"registrationEndsOn"}},{"kind":"Field","name":{"kind":"Name","value":"certifiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"siren"}},{"kind":"Field","name":{"kind":"Name","value":"active"}}]}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"fileBy"}},{"kind":"Field","name":{"kind":"Name","value":"fileAtLatest"}},{"kind":"Field","name":{"kind":"Name","value":"replaced"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ReportExpiringQuery, ReportExpiringQueryVariables>;
export const ReportFindingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportFindings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"FindingFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"500"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"findings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"certificationCode"}},{"kind":"Field","name":{"kind":"Name","value":"certification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"register"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"certifiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"siren"}},{"kind":"Field","name":{"kind":"Name","value":"active"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"cohortYear"}},{"kind":"Field","name":{"kind":"Name","value":"element"}},{"kind":"Field","name":{"kind":"Name","value":"given"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"firstSeenPublication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ReportFindingsQuery, ReportFindingsQueryVariables>;
export const ReportInsertionByCertifierDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportInsertionByCertifier"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"insertionStatistics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"CERTIFIER"}]}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certifier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"siren"}}]}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"summary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certifications"}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"cohortsWithoutCertified"}},{"kind":"Field","name":{"kind":"Name","value":"certified"}},{"kind":"Field","name":{"kind":"Name","value":"certifiedThroughVae"}},{"kind":"Field","name":{"kind":"Name","value":"vaeShare"}},{"kind":"Field","name":{"kind":"Name","value":"vaeShareBase"}},{"kind":"Field","name":{"kind":"Name","value":"rates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"certificationsWithRate"}},{"kind":"Field","name":{"kind":"Name","value":"unweightedMean"}},{"kind":"Field","name":{"kind":"Name","value":"median"}},{"kind":"Field","name":{"kind":"Name","value":"lowerQuartile"}},{"kind":"Field","name":{"kind":"Name","value":"upperQuartile"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ratio"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statuses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReportInsertionByCertifierQuery, ReportInsertionByCertifierQueryVariables>;
export const ReportInsertionByLevelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportInsertionByLevel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"insertionStatistics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"LEVEL"}]}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"summary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certifications"}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"cohortsWithoutCertified"}},{"kind":"Field","name":{"kind":"Name","value":"certified"}},{"kind":"Field","name":{"kind":"Name","value":"certifiedThroughVae"}},{"kind":"Field","name":{"kind":"Name","value":"vaeShare"}},{"kind":"Field","name":{"kind":"Name","value":"vaeShareBase"}},{"kind":"Field","name":{"kind":"Name","value":"rates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"certificationsWithRate"}},{"kind":"Field","name":{"kind":"Name","value":"unweightedMean"}},{"kind":"Field","name":{"kind":"Name","value":"median"}},{"kind":"Field","name":{"kind":"Name","value":"lowerQuartile"}},{"kind":"Field","name":{"kind":"Name","value":"upperQuartile"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ratio"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statuses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReportInsertionByLevelQuery, ReportInsertionByLevelQueryVariables>;
export const ReportInsertionByOccupationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportInsertionByOccupation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"insertionStatistics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"OCCUPATION"}]}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"occupation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"summary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certifications"}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"cohortsWithoutCertified"}},{"kind":"Field","name":{"kind":"Name","value":"certified"}},{"kind":"Field","name":{"kind":"Name","value":"certifiedThroughVae"}},{"kind":"Field","name":{"kind":"Name","value":"vaeShare"}},{"kind":"Field","name":{"kind":"Name","value":"vaeShareBase"}},{"kind":"Field","name":{"kind":"Name","value":"rates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"certificationsWithRate"}},{"kind":"Field","name":{"kind":"Name","value":"unweightedMean"}},{"kind":"Field","name":{"kind":"Name","value":"median"}},{"kind":"Field","name":{"kind":"Name","value":"lowerQuartile"}},{"kind":"Field","name":{"kind":"Name","value":"upperQuartile"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ratio"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statuses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReportInsertionByOccupationQuery, ReportInsertionByOccupationQueryVariables>;
export const ReportInsertionBySpecialityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportInsertionBySpeciality"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"insertionStatistics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"SPECIALITY"}]}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"speciality"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"summary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certifications"}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"cohortsWithoutCertified"}},{"kind":"Field","name":{"kind":"Name","value":"certified"}},{"kind":"Field","name":{"kind":"Name","value":"certifiedThroughVae"}},{"kind":"Field","name":{"kind":"Name","value":"vaeShare"}},{"kind":"Field","name":{"kind":"Name","value":"vaeShareBase"}},{"kind":"Field","name":{"kind":"Name","value":"rates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"certificationsWithRate"}},{"kind":"Field","name":{"kind":"Name","value":"unweightedMean"}},{"kind":"Field","name":{"kind":"Name","value":"median"}},{"kind":"Field","name":{"kind":"Name","value":"lowerQuartile"}},{"kind":"Field","name":{"kind":"Name","value":"upperQuartile"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ratio"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statuses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReportInsertionBySpecialityQuery, ReportInsertionBySpecialityQueryVariables>;
export const ReportInsertionByYearDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportInsertionByYear"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"insertionStatistics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"YEAR"}]}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}}]}},{"kind":"Field","name":{"kind":"Name","value":"summary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certifications"}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"cohortsWithoutCertified"}},{"kind":"Field","name":{"kind":"Name","value":"certified"}},{"kind":"Field","name":{"kind":"Name","value":"certifiedThroughVae"}},{"kind":"Field","name":{"kind":"Name","value":"vaeShare"}},{"kind":"Field","name":{"kind":"Name","value":"vaeShareBase"}},{"kind":"Field","name":{"kind":"Name","value":"rates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"certificationsWithRate"}},{"kind":"Field","name":{"kind":"Name","value":"unweightedMean"}},{"kind":"Field","name":{"kind":"Name","value":"median"}},{"kind":"Field","name":{"kind":"Name","value":"lowerQuartile"}},{"kind":"Field","name":{"kind":"Name","value":"upperQuartile"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ratio"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statuses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReportInsertionByYearQuery, ReportInsertionByYearQueryVariables>;
export const ReportInsertionRatesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportInsertionRates"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"500"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"register"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"registrationType"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"registrationEndsOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"certified"}},{"kind":"Field","name":{"kind":"Name","value":"certifiedThroughVae"}},{"kind":"Field","name":{"kind":"Name","value":"insertionRates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysLate"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"reliability"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ReportInsertionRatesQuery, ReportInsertionRatesQueryVariables>;
export const ReportOverdueRatesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportOverdueRates"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InsertionIndicator"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"500"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"YEAR"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"register"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"registrationType"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"registrationEndsOn"}},{"kind":"Field","name":{"kind":"Name","value":"certifiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"siren"}},{"kind":"Field","name":{"kind":"Name","value":"active"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"certified"}},{"kind":"Field","name":{"kind":"Name","value":"certifiedThroughVae"}},{"kind":"Field","name":{"kind":"Name","value":"insertionRate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"indicator"},"value":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysLate"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ReportOverdueRatesQuery, ReportOverdueRatesQueryVariables>;
export const ReportPartnersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportPartners"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CertificationFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"500"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"register"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"registrationType"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"registrationEndsOn"}},{"kind":"Field","name":{"kind":"Name","value":"partnerCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"establishments"}},{"kind":"Field","name":{"kind":"Name","value":"legalUnits"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ReportPartnersQuery, ReportPartnersQueryVariables>;
export const ReportRenewalReadinessDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportRenewalReadiness"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CertificationFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"500"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"REGISTRATION_ENDS_ON"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"register"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"registrationType"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"registrationEndsOn"}},{"kind":"Field","name":{"kind":"Name","value":"certifiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"siren"}},{"kind":"Field","name":{"kind":"Name","value":"active"}}]}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"watchOpensOn"}},{"kind":"Field","name":{"kind":"Name","value":"fileBy"}},{"kind":"Field","name":{"kind":"Name","value":"fileAtLatest"}},{"kind":"Field","name":{"kind":"Name","value":"readiness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"usableCohorts"}},{"kind":"Field","name":{"kind":"Name","value":"usualCohorts"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ReportRenewalReadinessQuery, ReportRenewalReadinessQueryVariables>;
export const ReportSourceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportSource"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"attribution"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"licenceUrl"}},{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}}]}}]}}]} as unknown as DocumentNode<ReportSourceQuery, ReportSourceQueryVariables>;
export const ReportVaeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportVae"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"500"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"register"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"registrationType"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"registrationEndsOn"}},{"kind":"Field","name":{"kind":"Name","value":"accessRoutes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"route"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"certified"}},{"kind":"Field","name":{"kind":"Name","value":"certifiedThroughVae"}},{"kind":"Field","name":{"kind":"Name","value":"vaeShare"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ReportVaeQuery, ReportVaeQueryVariables>;