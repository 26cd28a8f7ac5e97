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
  /** There are too few peers, fewer than five: only their number is given. */
  | 'INSUFFICIENT_PEERS'
  /** No rate is expected: the certification is on the RS. */
  | 'NOT_APPLICABLE'
  /** The certification has no rate over these cohorts; its peers’ are given. */
  | 'NO_OWN_RATE';

/** What may be said of a certification beside its peers: below or above only where the adjusted funnel is outside 95 % and its own interval leaves the peers’ median out. */
export type BenchmarkVerdict =
  /** Above its peers, beyond chance and beyond how much they differ. */
  | 'ABOVE'
  /** Below its peers, beyond chance and beyond how much they differ. */
  | 'BELOW'
  /** Fewer than ten peers, or a base under 20: nothing is said. */
  | 'INSUFFICIENT'
  /** It cannot be told from its peers. */
  | 'NOT_DISTINGUISHABLE';

/** What certifications are grouped and counted by. */
export type CertificationDimension =
  /** Abbreviation (Abrégé). Whatever the case it is typed in. */
  | 'ABBREVIATION'
  /** Open access route (Voie d’accès ouverte). A certification may have several: groups overlap. */
  | 'ACCESS_ROUTE'
  /** Active on the as-of day (Active à la date de référence). */
  | 'ACTIVE'
  /** Certifying body in force (Certificateur en vigueur). A certification may have several: groups overlap. */
  | 'CERTIFIER'
  /** Formacode (Formacode). A certification may have several: groups overlap. */
  | 'FORMACODE'
  /** Level of qualification (Niveau de qualification). */
  | 'LEVEL'
  /** ROME occupation (Métier ROME). A certification may have several: groups overlap. */
  | 'OCCUPATION'
  /** ROME domain (Domaine professionnel ROME). A certification may have several: groups overlap. */
  | 'OCCUPATION_DOMAIN'
  /** Register (Répertoire). */
  | 'REGISTER'
  /** Month in which the registration ends (Mois d’échéance). */
  | 'REGISTRATION_END_MONTH'
  /** Registration type (Type d’enregistrement). */
  | 'REGISTRATION_TYPE'
  /** Years granted (Durée d’enregistrement). */
  | 'REGISTRATION_YEARS'
  /** NSF group, three digits (Groupe de spécialités NSF, trois chiffres). A certification may have several: groups overlap. */
  | 'SPECIALITY'
  /** NSF domain, one digit (Domaine NSF, un chiffre). A certification may have several: groups overlap. */
  | 'SPECIALITY_DOMAIN'
  /** NSF subdomain, two digits (Sous-domaine NSF, deux chiffres). A certification may have several: groups overlap. */
  | 'SPECIALITY_SUBDOMAIN';

/** Which certifications. An absent field restricts nothing; lists mean "any of", ranges include both ends. `cohortYear`, `certified`, `certifiedThroughVae`, `has`, `lacks` and what starts with `rate` are met by one and the same cohort. */
export type CertificationFilter = {
  /** Abrégés (TP, BTS…), in any case. */
  abbreviations?: Array<string> | null | undefined;
  /** Open access routes. */
  accessRoutes?: Array<AccessRouteKind> | null | undefined;
  /** Active on the as-of day, or not. Without an end and without a flag of the register it is neither. */
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
  /** The recommended day of filing for renewal, eight months before the end, has passed on the as-of day; or not. Without an end it is neither. */
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
  /** French full text over number, title, occupations, blocks and skills, whatever the accents, the case and the endings; "quoted phrases", `or` and `-without` are understood; at most 50 words. A number, in any form, gives its fiche first. When no certification has the words, titles that are written alike. */
  search?: string | null | undefined;
  /** NSF codes, or their first characters: `32` means all that starts with 32. */
  specialities?: Array<string> | null | undefined;
  /** Cohorts. Has so many whose global rate at 6 months is published. */
  usableCohorts?: IntRange | null | undefined;
  /** Without a value of each of these: what the group holds whose key is null, as the certifications without a certifier known by SIREN. */
  without?: Array<CertificationDimension> | null | undefined;
};

/** One thing to order by; ties are broken by register and number. */
export type CertificationOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What. */
  field: CertificationOrderField;
  /** For PEER_PERCENTILE: the rule by which peers are chosen; its defaults if absent. */
  peers?: PeerRuleInput | null | undefined;
};

/** What certifications are ordered by. */
export type CertificationOrderField =
  /** Abrégé. */
  | 'ABBREVIATION'
  /** Register, then number. */
  | 'CODE'
  /** Year of the newest cohort with statistics. */
  | 'LAST_COHORT_YEAR'
  /** Niveau de qualification. */
  | 'LEVEL'
  /** Percentile among its peers; certifications without one, those with a base under 20 and those that are not active on the as-of day come last. */
  | 'PEER_PERCENTILE'
  /** Date de publication. */
  | 'PUBLISHED_ON'
  /** Date d’échéance de l’enregistrement. */
  | 'REGISTRATION_ENDS_ON'
  /** How well the search is answered; without a search, nothing. */
  | 'RELEVANCE'
  /** Intitulé, whatever the accents and the case. */
  | 'TITLE'
  /** Date d’effet, else date de décision. */
  | 'VALID_FROM';

/** Which certifying bodies. An absent field restricts nothing. */
export type CertifierFilter = {
  /** Certifications. It certifies so many now. */
  certificationCount?: IntRange | null | undefined;
  /** Days. The oldest of its overdue rates is so late on the as-of day. */
  daysLate?: IntRange | null | undefined;
  /** Words of the name, whatever the accents, the case and the endings; or a part of it. */
  name?: string | null | undefined;
  /** Cohorts. So many of its rates at 6 months are overdue on the as-of day. */
  overdueRates?: IntRange | null | undefined;
  /** Their SIREN; any of them. */
  sirens?: Array<string> | null | undefined;
};

/** One thing to order by; ties are broken by SIREN. */
export type CertifierOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What. */
  field: CertifierOrderField;
};

/** What certifying bodies are ordered by. */
export type CertifierOrderField =
  /** How many certifications it certifies now. */
  | 'CERTIFICATION_COUNT'
  /** How late the oldest of its overdue rates is. */
  | 'DAYS_LATE'
  /** Nom légal, whatever the accents and the case. */
  | 'NAME'
  /** How many of its rates at 6 months are overdue. */
  | 'OVERDUE_RATES'
  /** SIREN. */
  | 'SIREN';

/** What happened to a fiche from one publication to the next; docs/method.md#what-changed explains each. */
export type ChangeKind =
  /** A number of certified that was not published before. */
  | 'CERTIFIED_ADDED'
  /** A number of certified that was published otherwise. */
  | 'CERTIFIED_ALTERED'
  /** A number of certified that is published no longer. */
  | 'CERTIFIED_WITHDRAWN'
  /** The fiche is new in the registers. */
  | 'CREATED'
  /** No longer active: the flag (ACTIF) was turned to Non, or the end was moved to before the day of the data. */
  | 'ENDED'
  /** A predecessor or successor is named, or no longer. */
  | 'LINEAGE'
  /** Another number of partners in force; where it is the same, other partners, by name. */
  | 'PARTNERS'
  /** A rate of a cohort (promotion) that was not published before. */
  | 'RATE_ADDED'
  /** A rate that was published otherwise. */
  | 'RATE_ALTERED'
  /** A rate that is published no longer. */
  | 'RATE_WITHDRAWN'
  /** Active again: the same the other way round. */
  | 'REACTIVATED'
  /** The fiche had left the registers and is back. */
  | 'REAPPEARED'
  /** The registers have the fiche no longer. */
  | 'REMOVED'
  /** A value, a text or an item of a list is another one, new or gone. */
  | 'UPDATED';

/** Whether a rate rose or fell beyond chance: its interval decides. */
export type ChangeVerdict =
  /** The interval of the difference lies below 0. */
  | 'FALL'
  /** The interval of the difference contains 0: neither a rise nor a fall. */
  | 'NOT_SIGNIFICANT'
  /** The interval of the difference lies above 0. */
  | 'RISE';

/** What cohorts are grouped by. */
export type CohortDimension =
  /** Abbreviation (Abrégé). Whatever the case it is typed in. */
  | 'ABBREVIATION'
  /** Open access route (Voie d’accès ouverte). A certification may have several: groups overlap. */
  | 'ACCESS_ROUTE'
  /** Active on the as-of day (Active à la date de référence). */
  | 'ACTIVE'
  /** Certification (Certification). */
  | 'CERTIFICATION'
  /** Certifying body in force (Certificateur en vigueur). A certification may have several: groups overlap. */
  | 'CERTIFIER'
  /** Formacode (Formacode). A certification may have several: groups overlap. */
  | 'FORMACODE'
  /** Level of qualification (Niveau de qualification). */
  | 'LEVEL'
  /** ROME occupation (Métier ROME). A certification may have several: groups overlap. */
  | 'OCCUPATION'
  /** ROME domain (Domaine professionnel ROME). A certification may have several: groups overlap. */
  | 'OCCUPATION_DOMAIN'
  /** Register (Répertoire). */
  | 'REGISTER'
  /** Registration type (Type d’enregistrement). */
  | 'REGISTRATION_TYPE'
  /** NSF group, three digits (Groupe de spécialités NSF, trois chiffres). A certification may have several: groups overlap. */
  | 'SPECIALITY'
  /** NSF domain, one digit (Domaine NSF, un chiffre). A certification may have several: groups overlap. */
  | 'SPECIALITY_DOMAIN'
  /** NSF subdomain, two digits (Sous-domaine NSF, deux chiffres). A certification may have several: groups overlap. */
  | 'SPECIALITY_SUBDOMAIN'
  /** Year of the cohort (Année de la promotion). */
  | 'YEAR';

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
  /** First seen in publications of these numbers. */
  firstSeenPublication?: IntRange | null | undefined;
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
  /** INFORMATION. Rates that no whole numbers of persons among the certified can give. */
  | 'IMPOSSIBLE_RATES'
  /** ERROR. A rate that is no number from 0 to 100, and is left empty. */
  | 'INVALID_RATE'
  /** WARNING. A SIRET whose check digit is wrong: it is served as given. */
  | 'INVALID_SIRET'
  /** INFORMATION. A link to the description that is not the address of a web page. */
  | 'LINK_NOT_URL'
  /** INFORMATION. A block whose code is not of the form RNCP35746BC01. */
  | 'MALFORMED_BLOCK_CODE'
  /** WARNING. A fiche page whose table of access routes (voies d’accès) lacks one of them. */
  | 'MISSING_ACCESS_ROUTE'
  /** WARNING. An active certification without a certifier (certificateur) in force. */
  | 'MISSING_CERTIFIER'
  /** INFORMATION. Years without a cohort, between two or since the newest, on an active certification on request (sur demande), whose rate at 6 months would be overdue. */
  | 'MISSING_COHORT_YEARS'
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
  /** WARNING. A rate on a cohort of which nobody was certified. */
  | 'RATE_WITHOUT_HOLDER'
  /** ERROR. A fiche that could not be read, and is not served. */
  | 'REFUSED_FICHE'
  /** ERROR. A value that could not be read, and is left empty. */
  | 'REFUSED_VALUE'
  /** INFORMATION. Three cohorts in a row, or more, with the same rates. */
  | 'REPEATED_RATES'
  /** WARNING. Two sources give different figures: the stronger one is served. */
  | 'SOURCES_DISAGREE'
  /** INFORMATION. An active certification on request (sur demande) whose newest global rate is of a cohort of more than four years ago: statistics are due every two years (art. R. 6113-15). */
  | 'STATISTICS_LIKELY_STALE'
  /** INFORMATION. An active certification on request (sur demande) of which no figure changed in any publication of the last 24 months: statistics are due every two years (art. R. 6113-15). */
  | 'STATISTICS_NOT_UPDATED'
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
  /** true: only those that the benchmark calls BELOW or ABOVE, for half of all are below the median by construction. false: only the others, NOT_DISTINGUISHABLE and INSUFFICIENT. All when absent. */
  distinguishable?: boolean | null | undefined;
  /** The rate that is compared. */
  indicator?: InsertionIndicator;
  /** Cohorts, 1 to 50. So many of the most recent are pooled. */
  lastCohorts?: number;
  /** Share, 0 to 1. Only those with this q-value or less: among them that share is expected to be there by chance. */
  maximumQ?: number | null | undefined;
  /** Heads. Certifications on a smaller base are no peers; that of the method, 20, when absent. */
  minimumBase?: number | null | undefined;
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

/** One thing to order groups by; ties are broken by key. */
export type InsertionGroupOrder = {
  /** What. */
  by: InsertionGroupOrderField;
  /** Which way. */
  direction?: OrderDirection;
  /** Of which rate, for what is of a rate. */
  indicator?: InsertionIndicator | null | undefined;
};

/** What groups are ordered by. What is not known comes last. */
export type InsertionGroupOrderField =
  /** Base of the pooled rate; needs `indicator`. */
  | 'BASE'
  /** Number of certifications. */
  | 'CERTIFICATIONS'
  /** Number of certified. */
  | 'CERTIFIED'
  /** Number of certified through VAE. */
  | 'CERTIFIED_THROUGH_VAE'
  /** Number of cohorts. */
  | 'COHORTS'
  /** Number of cohorts that do not publish the rate; needs `indicator`. */
  | 'COHORTS_WITHOUT_RATE'
  /** Coverage of the pooled rate; needs `indicator`. */
  | 'COVERAGE'
  /** The keys, in the order of `groupBy`. */
  | 'KEY'
  /** Lower quartile; needs `indicator`. */
  | 'LOWER_QUARTILE'
  /** Median over certifications; needs `indicator`. */
  | 'MEDIAN'
  /** Unweighted mean; needs `indicator`. */
  | 'UNWEIGHTED_MEAN'
  /** Upper quartile; needs `indicator`. */
  | 'UPPER_QUARTILE'
  /** Share of the certified who came through VAE. */
  | 'VAE_SHARE'
  /** Pooled rate; needs `indicator`. */
  | 'VALUE';

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

/** Language of labels. Those of nomenclatures and names are in French only. */
export type Language =
  /** English. */
  | 'EN'
  /** Français. */
  | 'FR';

/** What a legal text is to the certification. */
export type LegalReferenceKind =
  /** Décret de création (PUBLICATION_DECRET_CREATION). */
  | 'CREATION'
  /** Décret général (PUBLICATION_DECRET_GENERAL). */
  | 'GENERAL'
  /** Autre texte (PUBLICATION_DECRET_AUTRE). */
  | 'OTHER';

/** Which fiche declares a link: the registers do not keep both sides alike. */
export type LineageSide =
  /** Both fiches. */
  | 'BOTH'
  /** Only the fiche of the other certification. */
  | 'OTHER'
  /** Only the fiche of this certification. */
  | 'OWN';

/** What a measure is told in. */
export type MeasureUnit =
  /** One of a closed list. */
  | 'CATEGORY'
  /** Number of certifications. */
  | 'CERTIFICATIONS'
  /** Number of cohorts. */
  | 'COHORTS'
  /** A day, in Paris. */
  | 'DATE'
  /** Number of days. */
  | 'DAYS'
  /** Percent of a number of the year before, from −100 on. */
  | 'GROWTH'
  /** Number of people. */
  | 'HEADS'
  /** Percent, 0 to 100. */
  | 'PERCENT'
  /** Difference of two percentages, −100 to 100. */
  | 'POINTS'
  /** Probability, 0 to 1. */
  | 'PROBABILITY'
  /** Share, 0 to 1. */
  | 'SHARE'
  /** Variance on the arcsine scale. */
  | 'SQUARED_RADIANS'
  /** Distance in standard errors; negative is below. */
  | 'STANDARD_ERRORS'
  /** Number of tests. */
  | 'TESTS'
  /** One number by another of its kind: 1 when they are equal. */
  | 'TIMES';

/** What a note does. */
export type NoteKind =
  /** Rupture de série: figures from its year on cannot be compared with those before. It stops changes across it. */
  | 'BREAK_IN_SERIES'
  /** It is shown beside the figures that it touches. */
  | 'NOTE';

/** Nulls come last in both directions. */
export type OrderDirection =
  /** Smallest or earliest first. */
  | 'ASC'
  /** Largest or latest first. */
  | 'DESC';

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

/** The rule by which peers are chosen, the rate that is compared, and in a filter how sure a difference has to be. */
export type PeerRuleInput = {
  /** true: only those that the benchmark calls BELOW or ABOVE, for half of all are below the median by construction. false: only the others, NOT_DISTINGUISHABLE and INSUFFICIENT. All when absent. */
  distinguishable?: boolean | null | undefined;
  /** The rate that is compared. */
  indicator?: InsertionIndicator;
  /** Cohorts, 1 to 50. So many of the most recent are pooled. */
  lastCohorts?: number;
  /** Share, 0 to 1. Only those with this q-value or less: among them that share is expected to be there by chance. */
  maximumQ?: number | null | undefined;
  /** Heads. Certifications on a smaller base are no peers; that of the method, 20, when absent. */
  minimumBase?: number | null | undefined;
  /** What peers share. */
  peersBy?: PeerCriterion;
  /** Only peers of the same level of qualification. */
  sameLevel?: boolean;
};

/** A publication, named in one of three ways. Its day is that of its publishing, or of exports that were imported later, as history. */
export type PublicationChoice = {
  /** Day it stands for; the newest of that day. */
  datedOn?: string | null | undefined;
  /** As known on a day: the newest publication at its end. */
  knownOn?: string | null | undefined;
  /** Number of the publication. */
  number?: number | null | undefined;
};

/** Whether a publication can be asked for. */
export type PublicationState =
  /** It can be asked for with its token alone: it is not published yet. */
  | 'HELD'
  /** It is kept no longer: asking for it is PUBLICATION_GONE. */
  | 'NOT_KEPT'
  /** It can be asked for. */
  | 'PUBLISHED'
  /** It was withdrawn: asking for it is PUBLICATION_GONE. */
  | 'WITHDRAWN';

/** A rate and how it went from the cohort of the year before, at 95 %: both cohorts publish it, and no break in series is between them. */
export type RateChangeCriterion = {
  /** Any of these verdicts. */
  anyOf: Array<ChangeVerdict>;
  /** Which rate. */
  indicator: InsertionIndicator;
  /** Share, 0 to 1. Only changes with this q-value or less, among all changes of the rate in the register. */
  maximumQ?: number | null | undefined;
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
  | 'SUPPRESSED'
  /** A source gives a value that could not be read: a finding shows it. */
  | 'UNREADABLE';

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

/** How far a rate can be relied on, by its base and by how much of the certified it speaks of (a decision of this product). At most MODERATE under 50 % of the certified, at most LOW under 20 %. The bounds are settings. */
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

/** What a column is for. */
export type ReportColumnRole =
  /** Rows are grouped and filtered by it. */
  | 'DIMENSION'
  /** It is a figure. */
  | 'MEASURE';

/** What the cells of a column hold; any may be absent. */
export type ReportColumnType =
  /** true or false. */
  | 'BOOLEAN'
  /** A day in Paris, `YYYY-MM-DD`. */
  | 'DATE'
  /** An instant, ISO 8601 in UTC. */
  | 'DATETIME'
  /** A whole number. */
  | 'INTEGER'
  /** A number, at two decimals. */
  | 'NUMBER'
  /** Text. */
  | 'TEXT';

/** Where a figure was read. When several sources give it, the statistics file prevails, then the fiche page, then the feed. */
export type SourceKind =
  /** The XML export of France compétences. */
  | 'FEED'
  /** The public page of the fiche. */
  | 'FICHE_PAGE'
  /** A statistics file given by the holder of the figures. */
  | 'STATISTICS_FILE';

export type AccessibilityPageQueryVariables = Exact<{ [key: string]: never; }>;


export type AccessibilityPageQuery = { dataStatus: { exportedOn: string | null, ageDays: number | null, demonstration: boolean, databaseReachable: boolean, attribution: string, licence: string, licenceUrl: string, methodVersion: string, publication: { number: number, datedOn: string }, notice: { fr: string, en: string } | null, refresh: { failuresInARow: number, message: { fr: string, en: string } | null } | null } };

export type CertificationPageQueryVariables = Exact<{
  code: string;
  indicator: InsertionIndicator;
  peersBy: PeerCriterion;
}>;


export type CertificationPageQuery = { dataStatus: { exportedOn: string | null, ageDays: number | null, demonstration: boolean, databaseReachable: boolean, attribution: string, licence: string, licenceUrl: string, methodVersion: string, publication: { number: number, datedOn: string }, notice: { fr: string, en: string } | null, refresh: { failuresInARow: number, message: { fr: string, en: string } | null } | null }, certification: { code: string, title: string, abbreviation: string | null, abbreviationLabel: string | null, register: Register, level: number | null, levelLabel: string | null, active: boolean, registrationType: RegistrationType | null, registrationYears: number | null, validFrom: string | null, decisionOn: string | null, registrationEndsOn: string | null, deliveryLimitOn: string | null, publishedOn: string | null, descriptionLink: string | null, sheetId: number | null, specialities: Array<{ code: string, label: string | null }>, formacodes: Array<{ code: string, label: string | null }>, occupations: Array<{ code: string, label: string | null }>, certifiers: Array<{ name: string, siren: string | null, siret: string | null, active: boolean, website: string | null }>, accessRoutes: Array<{ route: AccessRouteKind, open: boolean | null, jury: string | null }>, blocks: Array<{ code: string, title: string }>, partnerCounts: Array<{ role: PartnerRole | null, state: string | null, active: boolean, establishments: number, legalUnits: number }>, equivalences: Array<{ sourceBlocks: Array<string>, targetCode: string, targetBlocks: Array<string>, target: { title: string } | null }>, notes: Array<{ number: number, kind: NoteKind, text: string, textEn: string }>, renewal: { stage: RenewalStage, watchOpensOn: string | null, fileBy: string | null, fileAtLatest: string | null, lastActiveDay: string | null, replaced: boolean, readiness: { cohorts: number, usableCohorts: number, usualCohorts: number } }, insertion: Array<{ indicator: InsertionIndicator, value: number | null, base: number, reliability: Reliability | null, years: Array<number>, interval: { lower: number, upper: number } | null, coverage: { cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }>, notes: Array<{ number: number }> }>, cohorts: Array<{ year: number, certified: number | null, certifiedThroughVae: number | null, insertionRates: Array<{ indicator: InsertionIndicator, value: number | null, base: number | null, reliability: Reliability | null, status: RateStatus, dueOn: string | null, daysLate: number | null, provenance: { source: SourceKind, datedOn: string, fileName: string }, interval: { lower: number, upper: number } | null, notes: Array<{ number: number }> }> }>, benchmark: { status: BenchmarkStatus, verdict: BenchmarkVerdict | null, peerCount: number, peersTooSmall: number, peerMedian: number | null, peerLowerQuartile: number | null, peerUpperQuartile: number | null, peerPooled: number | null, percentile: number | null, ranked: boolean, difference: number | null, funnel: FunnelPosition | null, peerMedianInterval: { lower: number, upper: number } | null, overdispersion: { tauSquared: number } | null, rule: { peersBy: PeerCriterion, codes: Array<string>, sameLevel: boolean, lastCohorts: number, minimumBase: number, asOf: string }, own: { indicator: InsertionIndicator, value: number | null, base: number, reliability: Reliability | null, years: Array<number>, interval: { lower: number, upper: number } | null, coverage: { cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }>, notes: Array<{ number: number }> }, peers: { totalCount: number, nodes: Array<{ sharedCodes: Array<string>, certification: { code: string, title: string }, rate: { indicator: InsertionIndicator, value: number | null, base: number, reliability: Reliability | null, years: Array<number>, interval: { lower: number, upper: number } | null, coverage: { cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }>, notes: Array<{ number: number }> } }> } }, lineage: { replaces: Array<{ code: string, title: string | null, declaredBy: LineageSide }>, replacedBy: Array<{ code: string, title: string | null, declaredBy: LineageSide }>, graph: { nodes: Array<{ code: string, distance: number, certification: { title: string, active: boolean, registrationEndsOn: string | null } | null }>, edges: Array<{ older: string, newer: string }> }, series: Array<{ year: number, code: string, rate: { indicator: InsertionIndicator, value: number | null, base: number | null, reliability: Reliability | null, status: RateStatus, dueOn: string | null, daysLate: number | null, interval: { lower: number, upper: number } | null, notes: Array<{ number: number }> } }> }, findings: Array<{ rule: FindingRule, severity: FindingSeverity, message: string, messageFr: string, cohortYear: number | null }> } | null };

export type CertificationTextsQueryVariables = Exact<{
  code: string;
}>;


export type CertificationTextsQuery = { certification: { objectives: string | null, activities: string | null, attestedSkills: string | null, assessmentModes: string | null, sectors: string | null, jobTypes: string | null, entryPrerequisites: string | null, validationPrerequisites: string | null, regulations: string | null, acquisitionByBlocks: string | null, firstSeen: { number: number }, lastSeen: { number: number }, legalReferences: Array<{ kind: LegalReferenceKind, title: string | null, publishedOn: string | null }>, blocks: Array<{ code: string, title: string, skills: string | null, assessmentModes: string | null }>, history: { totalCount: number, nodes: Array<{ kind: ChangeKind, message: string, messageFr: string, publication: { number: number, datedOn: string } }> } } | null };

export type CertifierPageQueryVariables = Exact<{
  siren: string;
  which: CertificationFilter;
  language: Language;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type CertifierPageQuery = { dataStatus: { exportedOn: string | null, ageDays: number | null, demonstration: boolean, databaseReachable: boolean, attribution: string, licence: string, licenceUrl: string, methodVersion: string, publication: { number: number, datedOn: string }, notice: { fr: string, en: string } | null, refresh: { failuresInARow: number, message: { fr: string, en: string } | null } | null }, reports: Array<{ name: string, title: string }>, certifier: { siren: string, name: string, certificationCount: number, overdueRates: number, daysLate: number | null, certificationSummary: { active: number, withCohorts: number, withCompleteSixMonthRates: number, filingPassed: number, replaced: number }, summary: { cohorts: number, certified: number, rates: Array<{ indicator: InsertionIndicator, value: number | null, base: number, reliability: Reliability | null, certificationsWithRate: number, interval: { lower: number, upper: number } | null, coverage: { cohorts: number, cohortsWithRate: number, ratio: number | null } }> }, certifications: { totalCount: number, nodes: Array<{ code: string, title: string, register: Register, level: number | null, active: boolean, registrationEndsOn: string | null, renewal: { stage: RenewalStage, fileBy: string | null }, insertionRate: { indicator: InsertionIndicator, value: number | null, base: number, reliability: Reliability | null, years: Array<number>, interval: { lower: number, upper: number } | null, coverage: { cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }>, notes: Array<{ number: number }> }, benchmark: { status: BenchmarkStatus, verdict: BenchmarkVerdict | null, funnel: FunnelPosition | null, peerMedian: number | null, peerCount: number } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, ending: { totalCount: number, nodes: Array<{ code: string, title: string, registrationEndsOn: string | null }> }, overdueGlobal: { totalCount: number, nodes: Array<{ year: number, certified: number | null, insertionRate: { indicator: InsertionIndicator, value: number | null, base: number | null, reliability: Reliability | null, status: RateStatus, dueOn: string | null, daysLate: number | null, interval: { lower: number, upper: number } | null, notes: Array<{ number: number }> }, certification: { code: string, title: string } }> }, overdueTarget: { totalCount: number, nodes: Array<{ year: number, certified: number | null, insertionRate: { indicator: InsertionIndicator, value: number | null, base: number | null, reliability: Reliability | null, status: RateStatus, dueOn: string | null, daysLate: number | null, interval: { lower: number, upper: number } | null, notes: Array<{ number: number }> }, certification: { code: string, title: string } }> }, coCertifiers: Array<{ certifications: number, certifier: { siren: string, name: string } }> } | null };

export type OwedCohortFragment = { year: number, certified: number | null, certification: { code: string, title: string } };

export type CertifiersPageQueryVariables = Exact<{
  filter?: CertifierFilter | null | undefined;
  orderBy?: Array<CertifierOrder> | CertifierOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type CertifiersPageQuery = { dataStatus: { exportedOn: string | null, ageDays: number | null, demonstration: boolean, databaseReachable: boolean, attribution: string, licence: string, licenceUrl: string, methodVersion: string, publication: { number: number, datedOn: string }, notice: { fr: string, en: string } | null, refresh: { failuresInARow: number, message: { fr: string, en: string } | null } | null }, certifiers: { totalCount: number, nodes: Array<{ siren: string, name: string, certificationCount: number, overdueRates: number, daysLate: number | null, certificationSummary: { active: number, filingPassed: number } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ChangesPageQueryVariables = Exact<{
  publications: number;
}>;


export type ChangesPageQuery = { dataStatus: { exportedOn: string | null, ageDays: number | null, demonstration: boolean, databaseReachable: boolean, attribution: string, licence: string, licenceUrl: string, methodVersion: string, publication: { number: number, datedOn: string, comparedWith: { number: number, datedOn: string } | null }, notice: { fr: string, en: string } | null, refresh: { failuresInARow: number, message: { fr: string, en: string } | null } | null }, publications: { totalCount: number, nodes: Array<{ number: number, datedOn: string, state: PublicationState, withdrawnBecause: string | null, comparedWith: { number: number, datedOn: string, state: PublicationState } | null }> } };

export type ChangesListQueryVariables = Exact<{
  filter: CertificationFilter;
  kinds?: Array<ChangeKind> | ChangeKind | null | undefined;
  since?: PublicationChoice | null | undefined;
  until?: PublicationChoice | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ChangesListQuery = { changes: { totalCount: number, nodes: Array<{ kind: ChangeKind, code: string, title: string, message: string, messageFr: string, certification: { code: string } | null, publication: { number: number, datedOn: string, state: PublicationState }, notes: Array<{ number: number }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ComparisonPageQueryVariables = Exact<{
  codes: Array<string> | string;
  years?: IntRange | null | undefined;
  any: boolean;
}>;


export type ComparisonPageQuery = { dataStatus: { exportedOn: string | null, ageDays: number | null, demonstration: boolean, databaseReachable: boolean, attribution: string, licence: string, licenceUrl: string, methodVersion: string, publication: { number: number, datedOn: string }, notice: { fr: string, en: string } | null, refresh: { failuresInARow: number, message: { fr: string, en: string } | null } | null }, comparison?: { years: Array<number>, commonYears: Array<number>, certifications: Array<{ certification: { code: string, title: string, level: number | null, active: boolean, registrationEndsOn: string | null, certifiers: Array<{ name: string, active: boolean }> }, rates: Array<{ indicator: InsertionIndicator, value: number | null, base: number, reliability: Reliability | null, years: Array<number>, interval: { lower: number, upper: number } | null, coverage: { cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }>, notes: Array<{ number: number }> }>, years: Array<{ year: number, cohort: { certified: number | null, insertionRates: Array<{ indicator: InsertionIndicator, value: number | null, base: number | null, reliability: Reliability | null, status: RateStatus, dueOn: string | null, daysLate: number | null, interval: { lower: number, upper: number } | null, notes: Array<{ number: number }> }> } | null }> }> } };

export type EndsPageQueryVariables = Exact<{
  filter: CertificationFilter;
  body: CertifierFilter;
  withBody: boolean;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  language: Language;
}>;


export type EndsPageQuery = { dataStatus: { exportedOn: string | null, ageDays: number | null, demonstration: boolean, databaseReachable: boolean, attribution: string, licence: string, licenceUrl: string, methodVersion: string, publication: { number: number, datedOn: string }, notice: { fr: string, en: string } | null, refresh: { failuresInARow: number, message: { fr: string, en: string } | null } | null }, certifiers?: { nodes: Array<{ name: string }> }, byMonth: { total: { certifications: number, filingPassed: number, replaced: number }, groups: Array<{ key: { registrationEndMonth: string | null }, summary: { certifications: number, filingPassed: number, replaced: number } }> }, certificationFacets: Array<{ dimension: CertificationDimension, valueCount: number, values: Array<{ certifications: number, key: { label: string, level: number | null, certifier: { siren: string } | null } }> }>, certifications: { totalCount: number, nodes: Array<{ code: string, title: string, level: number | null, registrationEndsOn: string | null, certifiers: Array<{ name: string, siren: string | null, active: boolean }>, renewal: { stage: RenewalStage, fileBy: string | null, fileAtLatest: string | null, replaced: boolean } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type CertifierCalendarQueryVariables = Exact<{
  siren: string;
  after?: string | null | undefined;
}>;


export type CertifierCalendarQuery = { dataStatus: { publication: { number: number, datedOn: string } }, certifier: { siren: string, name: string, certifications: { nodes: Array<{ code: string, register: Register, title: string, renewal: { fileBy: string | null, fileAtLatest: string | null, lastActiveDay: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type FindingsPageQueryVariables = Exact<{
  filter: FindingFilter;
  others: FindingFilter;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type FindingsPageQuery = { dataStatus: { exportedOn: string | null, ageDays: number | null, demonstration: boolean, databaseReachable: boolean, attribution: string, licence: string, licenceUrl: string, methodVersion: string, publication: { number: number, datedOn: string }, notice: { fr: string, en: string } | null, refresh: { failuresInARow: number, message: { fr: string, en: string } | null } | null }, byRule: { findings: number, certifications: number, groups: Array<{ severity: FindingSeverity | null, rule: FindingRule | null, findings: number, certifications: number }> }, bySeverity: { groups: Array<{ severity: FindingSeverity | null, findings: number, certifications: number }> }, byCertifier: { groupCount: number, groups: Array<{ findings: number, certifications: number, certifier: { siren: string, name: string } | null }> }, findings: { totalCount: number, nodes: Array<{ rule: FindingRule, severity: FindingSeverity, message: string, messageFr: string, certificationCode: string | null, cohortYear: number | null, given: string | null, certification: { code: string, title: string } | null, firstSeenPublication: { number: number, datedOn: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type GapsPageQueryVariables = Exact<{
  filter: CohortFilter;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type GapsPageQuery = { dataStatus: { exportedOn: string | null, ageDays: number | null, demonstration: boolean, databaseReachable: boolean, attribution: string, licence: string, licenceUrl: string, methodVersion: string, publication: { number: number, datedOn: string }, notice: { fr: string, en: string } | null, refresh: { failuresInARow: number, message: { fr: string, en: string } | null } | null }, cohorts: { totalCount: number, nodes: Array<{ year: number, certified: number | null, gapAt6Months: number | null, certification: { code: string, title: string }, insertionRates: Array<{ indicator: InsertionIndicator, value: number | null, base: number | null, reliability: Reliability | null, status: RateStatus, dueOn: string | null, daysLate: number | null, interval: { lower: number, upper: number } | null, notes: Array<{ number: number }> }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type HomePageQueryVariables = Exact<{ [key: string]: never; }>;


export type HomePageQuery = { dataStatus: { findingCount: number, exportedOn: string | null, ageDays: number | null, demonstration: boolean, databaseReachable: boolean, attribution: string, licence: string, licenceUrl: string, methodVersion: string, registers: Array<{ register: Register, exportedOn: string | null, certifications: number, active: number, blocks: number, cohorts: number }>, publication: { number: number, datedOn: string }, notice: { fr: string, en: string } | null, refresh: { failuresInARow: number, message: { fr: string, en: string } | null } | null }, byYear: { groups: Array<{ key: { year: number | null }, summary: { cohorts: number, certified: number, rates: Array<{ indicator: InsertionIndicator, value: number | null, base: number, reliability: Reliability | null, certificationsWithRate: number, interval: { lower: number, upper: number } | null, coverage: { cohorts: number, cohortsWithRate: number, ratio: number | null } }> } }>, total: { cohorts: number, certified: number, certifications: number, rates: Array<{ indicator: InsertionIndicator, value: number | null, base: number, reliability: Reliability | null, certificationsWithRate: number, interval: { lower: number, upper: number } | null, coverage: { cohorts: number, cohortsWithRate: number, ratio: number | null } }> } }, byLevel: { groups: Array<{ key: { level: number | null, label: string }, summary: { cohorts: number, certified: number, certifications: number, rates: Array<{ indicator: InsertionIndicator, value: number | null, base: number, reliability: Reliability | null, certificationsWithRate: number, interval: { lower: number, upper: number } | null, coverage: { cohorts: number, cohortsWithRate: number, ratio: number | null } }> } }> }, ending: { total: { certifications: number, filingPassed: number }, groups: Array<{ key: { registrationEndMonth: string | null }, summary: { certifications: number, filingPassed: number } }> }, overdue: { totalCount: number }, findingStatistics: { findings: number, groups: Array<{ rule: FindingRule | null, findings: number, certifications: number }> } };

export type HomeChangesQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeChangesQuery = { changes: { totalCount: number, nodes: Array<{ kind: ChangeKind, code: string, title: string, message: string, messageFr: string }> } };

export type ShownPooledRateFragment = { indicator: InsertionIndicator, value: number | null, base: number, reliability: Reliability | null, years: Array<number>, interval: { lower: number, upper: number } | null, coverage: { cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }>, notes: Array<{ number: number }> };

export type ShownSummaryRateFragment = { indicator: InsertionIndicator, value: number | null, base: number, reliability: Reliability | null, certificationsWithRate: number, interval: { lower: number, upper: number } | null, coverage: { cohorts: number, cohortsWithRate: number, ratio: number | null } };

export type ShownRateFragment = { indicator: InsertionIndicator, value: number | null, base: number | null, reliability: Reliability | null, status: RateStatus, dueOn: string | null, daysLate: number | null, interval: { lower: number, upper: number } | null, notes: Array<{ number: number }> };

export type PageStatusFragment = { exportedOn: string | null, ageDays: number | null, demonstration: boolean, databaseReachable: boolean, attribution: string, licence: string, licenceUrl: string, methodVersion: string, publication: { number: number, datedOn: string }, notice: { fr: string, en: string } | null, refresh: { failuresInARow: number, message: { fr: string, en: string } | null } | null };

export type MethodPageQueryVariables = Exact<{ [key: string]: never; }>;


export type MethodPageQuery = { dataStatus: { exportedOn: string | null, ageDays: number | null, demonstration: boolean, databaseReachable: boolean, attribution: string, licence: string, licenceUrl: string, methodVersion: string, method: { version: string, graceMonths: number, reliabilityFrom: Array<number>, reliabilityCoverage: Array<number>, fewestPeers: number, fewestFunnelPeers: number, minimumBase: number, rankedFrom: number, winsorised: number, fewestCertifications: number }, limits: Array<{ code: string, text: { fr: string, en: string } }>, publication: { number: number, datedOn: string }, notice: { fr: string, en: string } | null, refresh: { failuresInARow: number, message: { fr: string, en: string } | null } | null }, levels: Array<{ level: number, label: string, usualDiplomas: string | null, formerLevel: string | null }>, measures: Array<{ id: string, labelFr: string, labelEn: string, unit: MeasureUnit, formula: string, numerator: string | null, denominator: string | null, missingCase: string, caution: string | null, source: string }> };

export type GlossaryPageQueryVariables = Exact<{ [key: string]: never; }>;


export type GlossaryPageQuery = { dataStatus: { exportedOn: string | null, ageDays: number | null, demonstration: boolean, databaseReachable: boolean, attribution: string, licence: string, licenceUrl: string, methodVersion: string, publication: { number: number, datedOn: string }, notice: { fr: string, en: string } | null, refresh: { failuresInARow: number, message: { fr: string, en: string } | null } | null }, measures: Array<{ id: string, labelFr: string, labelEn: string }> };

export type ReportsPageQueryVariables = Exact<{
  language: Language;
}>;


export type ReportsPageQuery = { dataStatus: { exportedOn: string | null, ageDays: number | null, demonstration: boolean, databaseReachable: boolean, attribution: string, licence: string, licenceUrl: string, methodVersion: string, contracts: { datasets: string }, publication: { number: number, datedOn: string }, notice: { fr: string, en: string } | null, refresh: { failuresInARow: number, message: { fr: string, en: string } | null } | null }, reports: Array<{ name: string, title: string, description: string, grain: string, key: Array<string>, columns: Array<{ name: string, label: string, type: ReportColumnType, role: ReportColumnRole, description: string }>, parameters: Array<{ name: string, description: string, many: boolean, defaultValue: string | null, choices: Array<string> | null, example: string }> }> };

export type SearchPageQueryVariables = Exact<{
  filter: CertificationFilter;
  orderBy?: Array<CertificationOrder> | CertificationOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  language: Language;
}>;


export type SearchPageQuery = { dataStatus: { exportedOn: string | null, ageDays: number | null, demonstration: boolean, databaseReachable: boolean, attribution: string, licence: string, licenceUrl: string, methodVersion: string, publication: { number: number, datedOn: string }, notice: { fr: string, en: string } | null, refresh: { failuresInARow: number, message: { fr: string, en: string } | null } | null }, certifications: { totalCount: number, manyComparisons: { tested: number, expectedByChance: number } | null, nodes: Array<{ code: string, title: string, level: number | null, active: boolean, registrationEndsOn: string | null, certifiers: Array<{ name: string, siren: string | null, active: boolean }>, insertionRate: { indicator: InsertionIndicator, value: number | null, base: number, reliability: Reliability | null, years: Array<number>, interval: { lower: number, upper: number } | null, coverage: { cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }>, notes: Array<{ number: number }> } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, certificationFacets: Array<{ dimension: CertificationDimension, valueCount: number, values: Array<{ certifications: number, key: { label: string, register: Register | null, level: number | null, active: boolean | null, registrationType: RegistrationType | null, specialityDomain: { code: string } | null, occupationDomain: { code: string } | null, certifier: { siren: string } | null } }> }> };

export type SuggestionsQueryVariables = Exact<{
  search: string;
  first: number;
}>;


export type SuggestionsQuery = { certifications: { nodes: Array<{ code: string, title: string }> } };

export type StatisticsPageQueryVariables = Exact<{
  groupBy: Array<CohortDimension> | CohortDimension;
  filter: CohortFilter;
  orderBy?: Array<InsertionGroupOrder> | InsertionGroupOrder | null | undefined;
  first: number;
  language: Language;
}>;


export type StatisticsPageQuery = { dataStatus: { exportedOn: string | null, ageDays: number | null, demonstration: boolean, databaseReachable: boolean, attribution: string, licence: string, licenceUrl: string, methodVersion: string, publication: { number: number, datedOn: string }, notice: { fr: string, en: string } | null, refresh: { failuresInARow: number, message: { fr: string, en: string } | null } | null }, insertionStatistics: { groupCount: number, overlapping: boolean, total: { cohorts: number, certified: number, certifications: number, rates: Array<{ median: number | null, lowerQuartile: number | null, upperQuartile: number | null, indicator: InsertionIndicator, value: number | null, base: number, reliability: Reliability | null, certificationsWithRate: number, interval: { lower: number, upper: number } | null, coverage: { cohorts: number, cohortsWithRate: number, ratio: number | null } }> }, groups: Array<{ key: { label: string, year: number | null, unknown: Array<CohortDimension> }, summary: { cohorts: number, certified: number, certifications: number, rates: Array<{ median: number | null, lowerQuartile: number | null, upperQuartile: number | null, indicator: InsertionIndicator, value: number | null, base: number, reliability: Reliability | null, certificationsWithRate: number, interval: { lower: number, upper: number } | null, coverage: { cohorts: number, cohortsWithRate: number, ratio: number | null } }> } }> } };

export const OwedCohortFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OwedCohort"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Cohort"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"certified"}},{"kind":"Field","name":{"kind":"Name","value":"certification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]} as unknown as DocumentNode<OwedCohortFragment, unknown>;
export const ShownPooledRateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShownPooledRate"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PooledRate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"reliability"}},{"kind":"Field","name":{"kind":"Name","value":"years"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"cohortsWithRate"}},{"kind":"Field","name":{"kind":"Name","value":"ratio"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statuses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<ShownPooledRateFragment, unknown>;
export const ShownSummaryRateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShownSummaryRate"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SummaryRate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"reliability"}},{"kind":"Field","name":{"kind":"Name","value":"certificationsWithRate"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"cohortsWithRate"}},{"kind":"Field","name":{"kind":"Name","value":"ratio"}}]}}]}}]} as unknown as DocumentNode<ShownSummaryRateFragment, unknown>;
export const ShownRateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShownRate"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsertionRate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"reliability"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysLate"}},{"kind":"Field","name":{"kind":"Name","value":"notes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<ShownRateFragment, unknown>;
export const PageStatusFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"ageDays"}},{"kind":"Field","name":{"kind":"Name","value":"demonstration"}},{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"databaseReachable"}},{"kind":"Field","name":{"kind":"Name","value":"attribution"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"licenceUrl"}},{"kind":"Field","name":{"kind":"Name","value":"methodVersion"}},{"kind":"Field","name":{"kind":"Name","value":"refresh"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failuresInARow"}},{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}}]}}]}}]} as unknown as DocumentNode<PageStatusFragment, unknown>;
export const AccessibilityPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccessibilityPage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageStatus"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"ageDays"}},{"kind":"Field","name":{"kind":"Name","value":"demonstration"}},{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"databaseReachable"}},{"kind":"Field","name":{"kind":"Name","value":"attribution"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"licenceUrl"}},{"kind":"Field","name":{"kind":"Name","value":"methodVersion"}},{"kind":"Field","name":{"kind":"Name","value":"refresh"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failuresInARow"}},{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}}]}}]}}]} as unknown as DocumentNode<AccessibilityPageQuery, AccessibilityPageQueryVariables>;
export const CertificationPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CertificationPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterCode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InsertionIndicator"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"peersBy"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeerCriterion"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageStatus"}}]}},{"kind":"Field","name":{"kind":"Name","value":"certification"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"abbreviation"}},{"kind":"Field","name":{"kind":"Name","value":"abbreviationLabel"}},{"kind":"Field","name":{"kind":"Name","value":"register"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"levelLabel"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"registrationType"}},{"kind":"Field","name":{"kind":"Name","value":"registrationYears"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"decisionOn"}},{"kind":"Field","name":{"kind":"Name","value":"registrationEndsOn"}},{"kind":"Field","name":{"kind":"Name","value":"deliveryLimitOn"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"descriptionLink"}},{"kind":"Field","name":{"kind":"Name","value":"sheetId"}},{"kind":"Field","name":{"kind":"Name","value":"specialities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"formacodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"occupations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"certifiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"siren"}},{"kind":"Field","name":{"kind":"Name","value":"siret"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"website"}}]}},{"kind":"Field","name":{"kind":"Name","value":"accessRoutes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"route"}},{"kind":"Field","name":{"kind":"Name","value":"open"}},{"kind":"Field","name":{"kind":"Name","value":"jury"}}]}},{"kind":"Field","name":{"kind":"Name","value":"blocks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partnerCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"establishments"}},{"kind":"Field","name":{"kind":"Name","value":"legalUnits"}}]}},{"kind":"Field","name":{"kind":"Name","value":"equivalences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sourceBlocks"}},{"kind":"Field","name":{"kind":"Name","value":"targetCode"}},{"kind":"Field","name":{"kind":"Name","value":"target"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"targetBlocks"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"FR"}}]},{"kind":"Field","alias":{"kind":"Name","value":"textEn"},"name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"watchOpensOn"}},{"kind":"Field","name":{"kind":"Name","value":"fileBy"}},{"kind":"Field","name":{"kind":"Name","value":"fileAtLatest"}},{"kind":"Field","name":{"kind":"Name","value":"lastActiveDay"}},{"kind":"Field","name":{"kind":"Name","value":"replaced"}},{"kind":"Field","name":{"kind":"Name","value":"readiness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"usableCohorts"}},{"kind":"Field","name":{"kind":"Name","value":"usualCohorts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"insertion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShownPooledRate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"certified"}},{"kind":"Field","name":{"kind":"Name","value":"certifiedThroughVae"}},{"kind":"Field","name":{"kind":"Name","value":"insertionRates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShownRate"}},{"kind":"Field","name":{"kind":"Name","value":"provenance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"benchmark"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"indicator"},"value":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}}},{"kind":"Argument","name":{"kind":"Name","value":"peersBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"peersBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"peerCount"}},{"kind":"Field","name":{"kind":"Name","value":"peersTooSmall"}},{"kind":"Field","name":{"kind":"Name","value":"peerMedian"}},{"kind":"Field","name":{"kind":"Name","value":"peerMedianInterval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"peerLowerQuartile"}},{"kind":"Field","name":{"kind":"Name","value":"peerUpperQuartile"}},{"kind":"Field","name":{"kind":"Name","value":"peerPooled"}},{"kind":"Field","name":{"kind":"Name","value":"percentile"}},{"kind":"Field","name":{"kind":"Name","value":"ranked"}},{"kind":"Field","name":{"kind":"Name","value":"difference"}},{"kind":"Field","name":{"kind":"Name","value":"funnel"}},{"kind":"Field","name":{"kind":"Name","value":"overdispersion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tauSquared"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"peersBy"}},{"kind":"Field","name":{"kind":"Name","value":"codes"}},{"kind":"Field","name":{"kind":"Name","value":"sameLevel"}},{"kind":"Field","name":{"kind":"Name","value":"lastCohorts"}},{"kind":"Field","name":{"kind":"Name","value":"minimumBase"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"Field","name":{"kind":"Name","value":"own"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShownPooledRate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"peers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"60"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sharedCodes"}},{"kind":"Field","name":{"kind":"Name","value":"rate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShownPooledRate"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"lineage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replaces"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"declaredBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replacedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"declaredBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"graph"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"distance"}},{"kind":"Field","name":{"kind":"Name","value":"certification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"registrationEndsOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"older"}},{"kind":"Field","name":{"kind":"Name","value":"newer"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"series"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"indicator"},"value":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"rate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShownRate"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"messageFr"}},{"kind":"Field","name":{"kind":"Name","value":"cohortYear"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"ageDays"}},{"kind":"Field","name":{"kind":"Name","value":"demonstration"}},{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"databaseReachable"}},{"kind":"Field","name":{"kind":"Name","value":"attribution"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"licenceUrl"}},{"kind":"Field","name":{"kind":"Name","value":"methodVersion"}},{"kind":"Field","name":{"kind":"Name","value":"refresh"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failuresInARow"}},{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShownPooledRate"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PooledRate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"reliability"}},{"kind":"Field","name":{"kind":"Name","value":"years"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"cohortsWithRate"}},{"kind":"Field","name":{"kind":"Name","value":"ratio"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statuses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShownRate"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsertionRate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"reliability"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysLate"}},{"kind":"Field","name":{"kind":"Name","value":"notes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<CertificationPageQuery, CertificationPageQueryVariables>;
export const CertificationTextsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CertificationTexts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterCode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certification"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstSeen"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastSeen"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"Field","name":{"kind":"Name","value":"objectives"}},{"kind":"Field","name":{"kind":"Name","value":"activities"}},{"kind":"Field","name":{"kind":"Name","value":"attestedSkills"}},{"kind":"Field","name":{"kind":"Name","value":"assessmentModes"}},{"kind":"Field","name":{"kind":"Name","value":"sectors"}},{"kind":"Field","name":{"kind":"Name","value":"jobTypes"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrerequisites"}},{"kind":"Field","name":{"kind":"Name","value":"validationPrerequisites"}},{"kind":"Field","name":{"kind":"Name","value":"regulations"}},{"kind":"Field","name":{"kind":"Name","value":"acquisitionByBlocks"}},{"kind":"Field","name":{"kind":"Name","value":"legalReferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"blocks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"skills"}},{"kind":"Field","name":{"kind":"Name","value":"assessmentModes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"messageFr"}},{"kind":"Field","name":{"kind":"Name","value":"publication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CertificationTextsQuery, CertificationTextsQueryVariables>;
export const CertifierPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CertifierPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"siren"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Siren"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"which"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CertificationFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Language"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageStatus"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reports"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"certifier"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"siren"},"value":{"kind":"Variable","name":{"kind":"Name","value":"siren"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"siren"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"certificationCount"}},{"kind":"Field","name":{"kind":"Name","value":"overdueRates"}},{"kind":"Field","name":{"kind":"Name","value":"daysLate"}},{"kind":"Field","name":{"kind":"Name","value":"certificationSummary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"withCohorts"}},{"kind":"Field","name":{"kind":"Name","value":"withCompleteSixMonthRates"}},{"kind":"Field","name":{"kind":"Name","value":"filingPassed"}},{"kind":"Field","name":{"kind":"Name","value":"replaced"}}]}},{"kind":"Field","name":{"kind":"Name","value":"summary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"certified"}},{"kind":"Field","name":{"kind":"Name","value":"rates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShownSummaryRate"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"certifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"which"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"REGISTRATION_ENDS_ON"}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"CODE"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"register"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"registrationEndsOn"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"fileBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"insertionRate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"indicator"},"value":{"kind":"EnumValue","value":"GLOBAL_6_MONTHS"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShownPooledRate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"benchmark"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"indicator"},"value":{"kind":"EnumValue","value":"GLOBAL_6_MONTHS"}},{"kind":"Argument","name":{"kind":"Name","value":"peersBy"},"value":{"kind":"EnumValue","value":"OCCUPATION"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"funnel"}},{"kind":"Field","name":{"kind":"Name","value":"peerMedian"}},{"kind":"Field","name":{"kind":"Name","value":"peerCount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"ending"},"name":{"kind":"Name","value":"certifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"active"},"value":{"kind":"BooleanValue","value":true}},{"kind":"ObjectField","name":{"kind":"Name","value":"registrationEndsWithinMonths"},"value":{"kind":"IntValue","value":"36"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"REGISTRATION_ENDS_ON"}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"CODE"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"500"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"registrationEndsOn"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"overdueGlobal"},"name":{"kind":"Name","value":"cohorts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"rateStatus"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"indicator"},"value":{"kind":"EnumValue","value":"GLOBAL_6_MONTHS"}},{"kind":"ObjectField","name":{"kind":"Name","value":"anyOf"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"OVERDUE"}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"YEAR"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OwedCohort"}},{"kind":"Field","name":{"kind":"Name","value":"insertionRate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"indicator"},"value":{"kind":"EnumValue","value":"GLOBAL_6_MONTHS"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShownRate"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"overdueTarget"},"name":{"kind":"Name","value":"cohorts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"rateStatus"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"indicator"},"value":{"kind":"EnumValue","value":"TARGET_OCCUPATION_6_MONTHS"}},{"kind":"ObjectField","name":{"kind":"Name","value":"anyOf"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"OVERDUE"}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"YEAR"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OwedCohort"}},{"kind":"Field","name":{"kind":"Name","value":"insertionRate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"indicator"},"value":{"kind":"EnumValue","value":"TARGET_OCCUPATION_6_MONTHS"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShownRate"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"coCertifiers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"30"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certifications"}},{"kind":"Field","name":{"kind":"Name","value":"certifier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"siren"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"ageDays"}},{"kind":"Field","name":{"kind":"Name","value":"demonstration"}},{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"databaseReachable"}},{"kind":"Field","name":{"kind":"Name","value":"attribution"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"licenceUrl"}},{"kind":"Field","name":{"kind":"Name","value":"methodVersion"}},{"kind":"Field","name":{"kind":"Name","value":"refresh"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failuresInARow"}},{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShownSummaryRate"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SummaryRate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"reliability"}},{"kind":"Field","name":{"kind":"Name","value":"certificationsWithRate"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"cohortsWithRate"}},{"kind":"Field","name":{"kind":"Name","value":"ratio"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShownPooledRate"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PooledRate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"reliability"}},{"kind":"Field","name":{"kind":"Name","value":"years"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"cohortsWithRate"}},{"kind":"Field","name":{"kind":"Name","value":"ratio"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statuses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OwedCohort"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Cohort"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"certified"}},{"kind":"Field","name":{"kind":"Name","value":"certification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShownRate"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsertionRate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"reliability"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysLate"}},{"kind":"Field","name":{"kind":"Name","value":"notes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<CertifierPageQuery, CertifierPageQueryVariables>;
export const CertifiersPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CertifiersPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CertifierFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CertifierOrder"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageStatus"}}]}},{"kind":"Field","name":{"kind":"Name","value":"certifiers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"siren"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"certificationCount"}},{"kind":"Field","name":{"kind":"Name","value":"overdueRates"}},{"kind":"Field","name":{"kind":"Name","value":"daysLate"}},{"kind":"Field","name":{"kind":"Name","value":"certificationSummary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"filingPassed"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"ageDays"}},{"kind":"Field","name":{"kind":"Name","value":"demonstration"}},{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"databaseReachable"}},{"kind":"Field","name":{"kind":"Name","value":"attribution"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"licenceUrl"}},{"kind":"Field","name":{"kind":"Name","value":"methodVersion"}},{"kind":"Field","name":{"kind":"Name","value":"refresh"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failuresInARow"}},{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}}]}}]}}]} as unknown as DocumentNode<CertifiersPageQuery, CertifiersPageQueryVariables>;
export const ChangesPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ChangesPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"publications"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageStatus"}},{"kind":"Field","name":{"kind":"Name","value":"publication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"comparedWith"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"publications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"publications"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawnBecause"}},{"kind":"Field","name":{"kind":"Name","value":"comparedWith"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"ageDays"}},{"kind":"Field","name":{"kind":"Name","value":"demonstration"}},{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"databaseReachable"}},{"kind":"Field","name":{"kind":"Name","value":"attribution"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"licenceUrl"}},{"kind":"Field","name":{"kind":"Name","value":"methodVersion"}},{"kind":"Field","name":{"kind":"Name","value":"refresh"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failuresInARow"}},{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}}]}}]}}]} as unknown as DocumentNode<ChangesPageQuery, ChangesPageQueryVariables>;
export const ChangesListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ChangesList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CertificationFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeKind"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"since"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PublicationChoice"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"until"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PublicationChoice"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"kinds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}}},{"kind":"Argument","name":{"kind":"Name","value":"since"},"value":{"kind":"Variable","name":{"kind":"Name","value":"since"}}},{"kind":"Argument","name":{"kind":"Name","value":"until"},"value":{"kind":"Variable","name":{"kind":"Name","value":"until"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"messageFr"}},{"kind":"Field","name":{"kind":"Name","value":"certification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"publication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ChangesListQuery, ChangesListQueryVariables>;
export const ComparisonPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ComparisonPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"codes"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterCode"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"years"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"IntRange"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"any"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageStatus"}}]}},{"kind":"Field","name":{"kind":"Name","value":"comparison"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"codes"},"value":{"kind":"Variable","name":{"kind":"Name","value":"codes"}}},{"kind":"Argument","name":{"kind":"Name","value":"years"},"value":{"kind":"Variable","name":{"kind":"Name","value":"years"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"any"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"years"}},{"kind":"Field","name":{"kind":"Name","value":"commonYears"}},{"kind":"Field","name":{"kind":"Name","value":"certifications"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"registrationEndsOn"}},{"kind":"Field","name":{"kind":"Name","value":"certifiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"active"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"rates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShownPooledRate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"years"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"cohort"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certified"}},{"kind":"Field","name":{"kind":"Name","value":"insertionRates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShownRate"}}]}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"ageDays"}},{"kind":"Field","name":{"kind":"Name","value":"demonstration"}},{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"databaseReachable"}},{"kind":"Field","name":{"kind":"Name","value":"attribution"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"licenceUrl"}},{"kind":"Field","name":{"kind":"Name","value":"methodVersion"}},{"kind":"Field","name":{"kind":"Name","value":"refresh"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failuresInARow"}},{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShownPooledRate"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PooledRate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"reliability"}},{"kind":"Field","name":{"kind":"Name","value":"years"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"cohortsWithRate"}},{"kind":"Field","name":{"kind":"Name","value":"ratio"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statuses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShownRate"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsertionRate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"reliability"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysLate"}},{"kind":"Field","name":{"kind":"Name","value":"notes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<ComparisonPageQuery, ComparisonPageQueryVariables>;
export const EndsPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EndsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CertificationFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"body"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CertifierFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"withBody"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Language"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageStatus"}}]}},{"kind":"Field","name":{"kind":"Name","value":"certifiers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"body"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withBody"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"byMonth"},"name":{"kind":"Name","value":"certificationStatistics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"REGISTRATION_END_MONTH"}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"KEY"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certifications"}},{"kind":"Field","name":{"kind":"Name","value":"filingPassed"}},{"kind":"Field","name":{"kind":"Name","value":"replaced"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registrationEndMonth"}}]}},{"kind":"Field","name":{"kind":"Name","value":"summary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certifications"}},{"kind":"Field","name":{"kind":"Name","value":"filingPassed"}},{"kind":"Field","name":{"kind":"Name","value":"replaced"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"certificationFacets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"dimensions"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"LEVEL"},{"kind":"EnumValue","value":"CERTIFIER"}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"15"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"valueCount"}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"certifier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"siren"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"certifications"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"certifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"REGISTRATION_ENDS_ON"}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"CODE"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"registrationEndsOn"}},{"kind":"Field","name":{"kind":"Name","value":"certifiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"siren"}},{"kind":"Field","name":{"kind":"Name","value":"active"}}]}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"fileBy"}},{"kind":"Field","name":{"kind":"Name","value":"fileAtLatest"}},{"kind":"Field","name":{"kind":"Name","value":"replaced"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"ageDays"}},{"kind":"Field","name":{"kind":"Name","value":"demonstration"}},{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"databaseReachable"}},{"kind":"Field","name":{"kind":"Name","value":"attribution"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"licenceUrl"}},{"kind":"Field","name":{"kind":"Name","value":"methodVersion"}},{"kind":"Field","name":{"kind":"Name","value":"refresh"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failuresInARow"}},{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}}]}}]}}]} as unknown as DocumentNode<EndsPageQuery, EndsPageQueryVariables>;
export const CertifierCalendarDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CertifierCalendar"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"siren"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Siren"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"certifier"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"siren"},"value":{"kind":"Variable","name":{"kind":"Name","value":"siren"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"siren"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"certifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"active"},"value":{"kind":"BooleanValue","value":true}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"REGISTRATION_ENDS_ON"}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"CODE"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"500"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"register"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileBy"}},{"kind":"Field","name":{"kind":"Name","value":"fileAtLatest"}},{"kind":"Field","name":{"kind":"Name","value":"lastActiveDay"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CertifierCalendarQuery, CertifierCalendarQueryVariables>;
export const FindingsPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FindingsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FindingFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"others"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FindingFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageStatus"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"byRule"},"name":{"kind":"Name","value":"findingStatistics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"others"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"SEVERITY"},{"kind":"EnumValue","value":"RULE"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"findings"}},{"kind":"Field","name":{"kind":"Name","value":"certifications"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"findings"}},{"kind":"Field","name":{"kind":"Name","value":"certifications"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"bySeverity"},"name":{"kind":"Name","value":"findingStatistics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"others"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"SEVERITY"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"findings"}},{"kind":"Field","name":{"kind":"Name","value":"certifications"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"byCertifier"},"name":{"kind":"Name","value":"findingStatistics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"CERTIFIER"}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"15"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groupCount"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certifier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"siren"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"findings"}},{"kind":"Field","name":{"kind":"Name","value":"certifications"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"messageFr"}},{"kind":"Field","name":{"kind":"Name","value":"certificationCode"}},{"kind":"Field","name":{"kind":"Name","value":"certification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cohortYear"}},{"kind":"Field","name":{"kind":"Name","value":"given"}},{"kind":"Field","name":{"kind":"Name","value":"firstSeenPublication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"ageDays"}},{"kind":"Field","name":{"kind":"Name","value":"demonstration"}},{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"databaseReachable"}},{"kind":"Field","name":{"kind":"Name","value":"attribution"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"licenceUrl"}},{"kind":"Field","name":{"kind":"Name","value":"methodVersion"}},{"kind":"Field","name":{"kind":"Name","value":"refresh"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failuresInARow"}},{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}}]}}]}}]} as unknown as DocumentNode<FindingsPageQuery, FindingsPageQueryVariables>;
export const GapsPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GapsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageStatus"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"GAP_6_MONTHS"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"certified"}},{"kind":"Field","name":{"kind":"Name","value":"gapAt6Months"}},{"kind":"Field","name":{"kind":"Name","value":"certification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"insertionRates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShownRate"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"ageDays"}},{"kind":"Field","name":{"kind":"Name","value":"demonstration"}},{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"databaseReachable"}},{"kind":"Field","name":{"kind":"Name","value":"attribution"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"licenceUrl"}},{"kind":"Field","name":{"kind":"Name","value":"methodVersion"}},{"kind":"Field","name":{"kind":"Name","value":"refresh"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failuresInARow"}},{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShownRate"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsertionRate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"reliability"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysLate"}},{"kind":"Field","name":{"kind":"Name","value":"notes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<GapsPageQuery, GapsPageQueryVariables>;
export const HomePageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HomePage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageStatus"}},{"kind":"Field","name":{"kind":"Name","value":"findingCount"}},{"kind":"Field","name":{"kind":"Name","value":"registers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"register"}},{"kind":"Field","name":{"kind":"Name","value":"exportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"certifications"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"blocks"}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"byYear"},"name":{"kind":"Name","value":"insertionStatistics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"YEAR"}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"KEY"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"12"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}}]}},{"kind":"Field","name":{"kind":"Name","value":"summary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"certified"}},{"kind":"Field","name":{"kind":"Name","value":"rates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShownSummaryRate"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"certified"}},{"kind":"Field","name":{"kind":"Name","value":"certifications"}},{"kind":"Field","name":{"kind":"Name","value":"rates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShownSummaryRate"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"byLevel"},"name":{"kind":"Name","value":"insertionStatistics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"LEVEL"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"summary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"certified"}},{"kind":"Field","name":{"kind":"Name","value":"certifications"}},{"kind":"Field","name":{"kind":"Name","value":"rates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShownSummaryRate"}}]}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"ending"},"name":{"kind":"Name","value":"certificationStatistics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"active"},"value":{"kind":"BooleanValue","value":true}},{"kind":"ObjectField","name":{"kind":"Name","value":"registrationEndsWithinMonths"},"value":{"kind":"IntValue","value":"12"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"REGISTRATION_END_MONTH"}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"KEY"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certifications"}},{"kind":"Field","name":{"kind":"Name","value":"filingPassed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registrationEndMonth"}}]}},{"kind":"Field","name":{"kind":"Name","value":"summary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certifications"}},{"kind":"Field","name":{"kind":"Name","value":"filingPassed"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"overdue"},"name":{"kind":"Name","value":"certifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"active"},"value":{"kind":"BooleanValue","value":true}},{"kind":"ObjectField","name":{"kind":"Name","value":"rateStatus"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"indicator"},"value":{"kind":"EnumValue","value":"GLOBAL_6_MONTHS"}},{"kind":"ObjectField","name":{"kind":"Name","value":"anyOf"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"OVERDUE"}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"findingStatistics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"RULE"}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"6"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"findings"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"findings"}},{"kind":"Field","name":{"kind":"Name","value":"certifications"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"ageDays"}},{"kind":"Field","name":{"kind":"Name","value":"demonstration"}},{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"databaseReachable"}},{"kind":"Field","name":{"kind":"Name","value":"attribution"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"licenceUrl"}},{"kind":"Field","name":{"kind":"Name","value":"methodVersion"}},{"kind":"Field","name":{"kind":"Name","value":"refresh"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failuresInARow"}},{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShownSummaryRate"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SummaryRate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"reliability"}},{"kind":"Field","name":{"kind":"Name","value":"certificationsWithRate"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"cohortsWithRate"}},{"kind":"Field","name":{"kind":"Name","value":"ratio"}}]}}]}}]} as unknown as DocumentNode<HomePageQuery, HomePageQueryVariables>;
export const HomeChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HomeChanges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"8"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"messageFr"}}]}}]}}]}}]} as unknown as DocumentNode<HomeChangesQuery, HomeChangesQueryVariables>;
export const MethodPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MethodPage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageStatus"}},{"kind":"Field","name":{"kind":"Name","value":"method"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"graceMonths"}},{"kind":"Field","name":{"kind":"Name","value":"reliabilityFrom"}},{"kind":"Field","name":{"kind":"Name","value":"reliabilityCoverage"}},{"kind":"Field","name":{"kind":"Name","value":"fewestPeers"}},{"kind":"Field","name":{"kind":"Name","value":"fewestFunnelPeers"}},{"kind":"Field","name":{"kind":"Name","value":"minimumBase"}},{"kind":"Field","name":{"kind":"Name","value":"rankedFrom"}},{"kind":"Field","name":{"kind":"Name","value":"winsorised"}},{"kind":"Field","name":{"kind":"Name","value":"fewestCertifications"}}]}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"levels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"usualDiplomas"}},{"kind":"Field","name":{"kind":"Name","value":"formerLevel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"labelFr"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"formula"}},{"kind":"Field","name":{"kind":"Name","value":"numerator"}},{"kind":"Field","name":{"kind":"Name","value":"denominator"}},{"kind":"Field","name":{"kind":"Name","value":"missingCase"}},{"kind":"Field","name":{"kind":"Name","value":"caution"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"ageDays"}},{"kind":"Field","name":{"kind":"Name","value":"demonstration"}},{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"databaseReachable"}},{"kind":"Field","name":{"kind":"Name","value":"attribution"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"licenceUrl"}},{"kind":"Field","name":{"kind":"Name","value":"methodVersion"}},{"kind":"Field","name":{"kind":"Name","value":"refresh"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failuresInARow"}},{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}}]}}]}}]} as unknown as DocumentNode<MethodPageQuery, MethodPageQueryVariables>;
export const GlossaryPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GlossaryPage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageStatus"}}]}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"labelFr"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"ageDays"}},{"kind":"Field","name":{"kind":"Name","value":"demonstration"}},{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"databaseReachable"}},{"kind":"Field","name":{"kind":"Name","value":"attribution"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"licenceUrl"}},{"kind":"Field","name":{"kind":"Name","value":"methodVersion"}},{"kind":"Field","name":{"kind":"Name","value":"refresh"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failuresInARow"}},{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}}]}}]}}]} as unknown as DocumentNode<GlossaryPageQuery, GlossaryPageQueryVariables>;
export const ReportsPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Language"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageStatus"}},{"kind":"Field","name":{"kind":"Name","value":"contracts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"datasets"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"reports"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"grain"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"description"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"many"}},{"kind":"Field","name":{"kind":"Name","value":"defaultValue"}},{"kind":"Field","name":{"kind":"Name","value":"choices"}},{"kind":"Field","name":{"kind":"Name","value":"example"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"ageDays"}},{"kind":"Field","name":{"kind":"Name","value":"demonstration"}},{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"databaseReachable"}},{"kind":"Field","name":{"kind":"Name","value":"attribution"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"licenceUrl"}},{"kind":"Field","name":{"kind":"Name","value":"methodVersion"}},{"kind":"Field","name":{"kind":"Name","value":"refresh"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failuresInARow"}},{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}}]}}]}}]} as unknown as DocumentNode<ReportsPageQuery, ReportsPageQueryVariables>;
export const SearchPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CertificationFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CertificationOrder"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Language"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageStatus"}}]}},{"kind":"Field","name":{"kind":"Name","value":"certifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"manyComparisons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tested"}},{"kind":"Field","name":{"kind":"Name","value":"expectedByChance"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"registrationEndsOn"}},{"kind":"Field","name":{"kind":"Name","value":"certifiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"siren"}},{"kind":"Field","name":{"kind":"Name","value":"active"}}]}},{"kind":"Field","name":{"kind":"Name","value":"insertionRate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"indicator"},"value":{"kind":"EnumValue","value":"GLOBAL_6_MONTHS"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShownPooledRate"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"certificationFacets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"dimensions"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"REGISTER"},{"kind":"EnumValue","value":"LEVEL"},{"kind":"EnumValue","value":"ACTIVE"},{"kind":"EnumValue","value":"REGISTRATION_TYPE"},{"kind":"EnumValue","value":"SPECIALITY_DOMAIN"},{"kind":"EnumValue","value":"OCCUPATION_DOMAIN"},{"kind":"EnumValue","value":"CERTIFIER"}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"8"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"valueCount"}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","name":{"kind":"Name","value":"register"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"registrationType"}},{"kind":"Field","name":{"kind":"Name","value":"specialityDomain"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"occupationDomain"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"certifier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"siren"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"certifications"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"ageDays"}},{"kind":"Field","name":{"kind":"Name","value":"demonstration"}},{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"databaseReachable"}},{"kind":"Field","name":{"kind":"Name","value":"attribution"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"licenceUrl"}},{"kind":"Field","name":{"kind":"Name","value":"methodVersion"}},{"kind":"Field","name":{"kind":"Name","value":"refresh"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failuresInARow"}},{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShownPooledRate"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PooledRate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"reliability"}},{"kind":"Field","name":{"kind":"Name","value":"years"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"cohortsWithRate"}},{"kind":"Field","name":{"kind":"Name","value":"ratio"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statuses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<SearchPageQuery, SearchPageQueryVariables>;
export const SuggestionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Suggestions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]} as unknown as DocumentNode<SuggestionsQuery, SuggestionsQueryVariables>;
export const StatisticsPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StatisticsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"groupBy"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortDimension"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InsertionGroupOrder"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Language"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageStatus"}}]}},{"kind":"Field","name":{"kind":"Name","value":"insertionStatistics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"groupBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groupCount"}},{"kind":"Field","name":{"kind":"Name","value":"overlapping"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"certified"}},{"kind":"Field","name":{"kind":"Name","value":"certifications"}},{"kind":"Field","name":{"kind":"Name","value":"rates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShownSummaryRate"}},{"kind":"Field","name":{"kind":"Name","value":"median"}},{"kind":"Field","name":{"kind":"Name","value":"lowerQuartile"}},{"kind":"Field","name":{"kind":"Name","value":"upperQuartile"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}}]}},{"kind":"Field","name":{"kind":"Name","value":"summary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"certified"}},{"kind":"Field","name":{"kind":"Name","value":"certifications"}},{"kind":"Field","name":{"kind":"Name","value":"rates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShownSummaryRate"}},{"kind":"Field","name":{"kind":"Name","value":"median"}},{"kind":"Field","name":{"kind":"Name","value":"lowerQuartile"}},{"kind":"Field","name":{"kind":"Name","value":"upperQuartile"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"ageDays"}},{"kind":"Field","name":{"kind":"Name","value":"demonstration"}},{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"databaseReachable"}},{"kind":"Field","name":{"kind":"Name","value":"attribution"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"licenceUrl"}},{"kind":"Field","name":{"kind":"Name","value":"methodVersion"}},{"kind":"Field","name":{"kind":"Name","value":"refresh"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failuresInARow"}},{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fr"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShownSummaryRate"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SummaryRate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"reliability"}},{"kind":"Field","name":{"kind":"Name","value":"certificationsWithRate"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"cohortsWithRate"}},{"kind":"Field","name":{"kind":"Name","value":"ratio"}}]}}]}}]} as unknown as DocumentNode<StatisticsPageQuery, StatisticsPageQueryVariables>;