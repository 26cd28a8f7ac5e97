/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

/** Whether figures between certifications are given. */
export type BetweenStatus =
  /** They are. */
  | 'COMPUTED'
  /** There are fewer than five certifications, or one of them is all of the group. */
  | 'TOO_FEW_CERTIFICATIONS';

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
  /** Has a cohort of these years; instead of `cohortYear`. */
  cohortYears?: string | null | undefined;
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

/** What of a fiche has changed. */
export type ChangeField =
  /** Abrégé (Abbreviation). */
  | 'ABBREVIATION_CODE'
  /** Libellé de l’abrégé (Label of the abbreviation). */
  | 'ABBREVIATION_LABEL'
  /** Voie d’accès (Access route). */
  | 'ACCESS_ROUTE'
  /** Date d’une voie d’accès (Day of an access route). */
  | 'ACCESS_ROUTE_CHANGED_ON'
  /** Jury d’une voie d’accès (Jury of an access route). */
  | 'ACCESS_ROUTE_JURY'
  /** Acquisition par blocs (Acquisition by blocks). */
  | 'ACQUISITION_BY_BLOCKS'
  /** Indicateur d’activité (Active flag). */
  | 'ACTIVE_FLAG'
  /** Activités visées (Activities). */
  | 'ACTIVITIES'
  /** Modalités d’évaluation (Modes of assessment). */
  | 'ASSESSMENT_MODES'
  /** Compétences attestées (Attested skills). */
  | 'ATTESTED_SKILLS'
  /** Bloc de compétences (Block of competences). */
  | 'BLOCK'
  /** Évaluation d’un bloc (Assessment of a block). */
  | 'BLOCK_ASSESSMENT_MODES'
  /** Prérequis d’un bloc, entrée (Entry to a block). */
  | 'BLOCK_ENTRY_PREREQUISITES'
  /** Compétences d’un bloc (Skills of a block). */
  | 'BLOCK_SKILLS'
  /** Prérequis d’un bloc, validation (Validation of a block). */
  | 'BLOCK_VALIDATION_PREREQUISITES'
  /** Nombre de certifiés (Certified). */
  | 'CERTIFIED'
  /** Certifiés par la VAE (Certified through VAE). */
  | 'CERTIFIED_THROUGH_VAE'
  /** Certificateur (Certifying body). */
  | 'CERTIFIER'
  /** État d’un certificateur (State of a certifying body). */
  | 'CERTIFIER_STATE'
  /** Date d’état d’un certificateur (Day of a body’s state). */
  | 'CERTIFIER_STATE_CHANGED_ON'
  /** Nom commercial d’un certificateur (Trade name of a body). */
  | 'CERTIFIER_TRADE_NAME'
  /** Site d’un certificateur (Website of a body). */
  | 'CERTIFIER_WEBSITE'
  /** Convention collective (Collective agreement). */
  | 'COLLECTIVE_AGREEMENT'
  /** Validité des composantes (Validity of components). */
  | 'COMPONENTS_VALIDITY'
  /** Date de décision (Day of the decision). */
  | 'DECISION_ON'
  /** Date limite de délivrance (Last day of delivery). */
  | 'DELIVERY_LIMIT_ON'
  /** Lien vers le descriptif (Link to the description). */
  | 'DESCRIPTION_LINK'
  /** Prérequis distincts par bloc (Prerequisites of each block). */
  | 'DISTINCT_BLOCK_PREREQUISITES'
  /** État de la fiche (Editorial state). */
  | 'EDITORIAL_STATE'
  /** Date d’effet (Day of effect). */
  | 'EFFECTIVE_ON'
  /** Prérequis à l’entrée (Prerequisites of entry). */
  | 'ENTRY_PREREQUISITES'
  /** Correspondance (Equivalence). */
  | 'EQUIVALENCE'
  /** Formacode. */
  | 'FORMACODE'
  /** Cadre de la Polynésie française (Framework of French Polynesia). */
  | 'FRENCH_POLYNESIA'
  /** Taux d’insertion global à 6 mois (Insertion rate at 6 months, any employment). */
  | 'GLOBAL_6_MONTHS'
  /** Types d’emplois accessibles (Types of jobs). */
  | 'JOB_TYPES'
  /** Dernier Journal officiel (Last Journal officiel). */
  | 'LAST_JOURNAL_ON'
  /** Référence juridique (Legal reference). */
  | 'LEGAL_REFERENCE'
  /** Niveau (Level). */
  | 'LEVEL_CODE'
  /** Libellé du niveau (Label of the level). */
  | 'LEVEL_LABEL'
  /** Promotions au niveau accordé (Cohorts granted the level). */
  | 'LEVEL_YEARS'
  /** Niveaux de maîtrise (Levels of mastery). */
  | 'MASTERY_LEVELS'
  /** Cadre de la Nouvelle-Calédonie (Framework of New Caledonia). */
  | 'NEW_CALEDONIA'
  /** Objectifs (Objectives). */
  | 'OBJECTIVES'
  /** Code ROME (ROME code). */
  | 'OCCUPATION'
  /** Validation partielle (Partial validation). */
  | 'PARTIAL_VALIDATION'
  /** Portée de la validation partielle (Partial validation: scope). */
  | 'PARTIAL_VALIDATION_SCOPE'
  /** Partenaire (Partner). */
  | 'PARTNER'
  /** Partenaires en vigueur (Partners in force). */
  | 'PARTNERS_IN_FORCE'
  /** Existence de partenaires (Partners may exist). */
  | 'PARTNERS_MAY_EXIST'
  /** Organismes préparant (Preparing bodies). */
  | 'PREPARING_BODIES'
  /** Date de publication de la fiche (Day the fiche was published). */
  | 'PUBLISHED_ON'
  /** Référentiel (Reference framework). */
  | 'REFERENCE_FRAMEWORK'
  /** Fin d’enregistrement (Last day of the registration). */
  | 'REGISTRATION_ENDS_ON'
  /** Type d’enregistrement (Kind of registration). */
  | 'REGISTRATION_TYPE'
  /** Durée d’enregistrement (Years of registration). */
  | 'REGISTRATION_YEARS'
  /** Réglementation d’activités (Regulations). */
  | 'REGULATIONS'
  /** Modalités de renouvellement (Terms of renewal). */
  | 'RENEWAL_TERMS'
  /** Remplacée par (Replaced by). */
  | 'REPLACED_BY'
  /** Remplace (Replaces). */
  | 'REPLACES'
  /** Secteurs d’activité (Sectors). */
  | 'SECTORS'
  /** Numéro technique (Technical number). */
  | 'SHEET_ID'
  /** Code NSF (NSF code). */
  | 'SPECIALITY'
  /** Taux d’insertion dans le métier visé à 2 ans (Insertion rate at 2 years, in the target occupation). */
  | 'TARGET_OCCUPATION_2_YEARS'
  /** Taux d’insertion dans le métier visé à 6 mois (Insertion rate at 6 months, in the target occupation). */
  | 'TARGET_OCCUPATION_6_MONTHS'
  /** Intitulé (Title). */
  | 'TITLE'
  /** Prérequis à la validation (Prerequisites of validation). */
  | 'VALIDATION_PREREQUISITES'
  /** Durée de validité (Years of validity). */
  | 'VALIDITY_YEARS';

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

/** What decided on the verdict of a change. */
export type ChangeReason =
  /** The interval of one certification; of groups, both that of Newcombe and that between certifications. */
  | 'INTERVALS'
  /** The certifications of both years went the other way: nothing is called. */
  | 'LIKE_FOR_LIKE_DISAGREES'
  /** There are too few certifications in one of the years: nothing is called. */
  | 'TOO_FEW_CERTIFICATIONS';

/** Whether there is a change from the year before, and why not: the first that holds. */
export type ChangeStatus =
  /** Rupture de série: a note says that the two years cannot be compared; of groups, for some of their certifications. */
  | 'BREAK_IN_SERIES'
  /** There is one. */
  | 'COMPUTED'
  /** One of the two has no rate on certified. */
  | 'NO_RATE'
  /** There is no cohort of the year before; of groups, none that is alike in all else, or they are not by year. */
  | 'NO_YEAR_BEFORE';

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

/** A figure of a cohort (promotion) as it is published. */
export type CohortFigure =
  /** Nombre de certifiés. */
  | 'CERTIFIED'
  /** Certifiés par la VAE. */
  | 'CERTIFIED_THROUGH_VAE'
  /** Taux d’insertion global à 6 mois. */
  | 'GLOBAL_6_MONTHS'
  /** Taux d’insertion dans le métier visé à 2 ans. */
  | 'TARGET_OCCUPATION_2_YEARS'
  /** Taux d’insertion dans le métier visé à 6 mois. */
  | 'TARGET_OCCUPATION_6_MONTHS';

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
  /** Années d’obtention; instead of `year`. */
  years?: string | null | undefined;
};

/** Coverage of one indicator from one share to another, both included. */
export type CoverageRange = {
  /** Smallest share of the certified. */
  from?: number | null | undefined;
  /** Which rate. */
  indicator: InsertionIndicator;
  /** Largest share of the certified. */
  to?: number | null | undefined;
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
  /** On cohorts of these years; instead of `cohortYear`. */
  cohortYears?: string | null | undefined;
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

/** How the limits of a funnel are drawn. */
export type FunnelKind =
  /** For chance and for how much the peers differ beyond it. This one decides. */
  | 'ADJUSTED'
  /** For chance alone: quantiles of the binomial law. */
  | 'EXACT'
  /** For chance alone, on the arcsine scale. */
  | 'UNADJUSTED';

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

/** Which groups are kept. An absent field keeps all. */
export type InsertionHaving = {
  /** So many certifications. */
  certifications?: IntRange | null | undefined;
  /** Heads. So many certified. */
  certified?: IntRange | null | undefined;
  /** So many cohorts. */
  cohorts?: IntRange | null | undefined;
  /** So large a share of the certified whose cohort publishes the rate. */
  coverage?: CoverageRange | null | undefined;
};

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
  /** Euros. */
  | 'EUROS'
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
  /** Variance of a number of people. */
  | 'SQUARED_HEADS'
  /** Variance on the arcsine scale. */
  | 'SQUARED_RADIANS'
  /** Distance in standard errors; negative is below. */
  | 'STANDARD_ERRORS'
  /** Number of tests. */
  | 'TESTS'
  /** One number by another of its kind: 1 when they are equal. */
  | 'TIMES';

/** Which notes: those about all registers, certifications, indicators or years are about each of them. An absent field restricts nothing; lists mean "any of". */
export type NoteFilter = {
  /** About figures of this certification. */
  certification?: string | null | undefined;
  /** About cohorts of some of these years. */
  cohortYear?: IntRange | null | undefined;
  /** About cohorts of some of these years; instead of `cohortYear`. */
  cohortYears?: string | null | undefined;
  /** About this rate. */
  indicator?: InsertionIndicator | null | undefined;
  /** What they do. */
  kinds?: Array<NoteKind> | null | undefined;
  /** About figures of this register. */
  register?: Register | null | undefined;
};

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

/** What weighs a rate: the heads that stand in its denominator. */
export type RateBasis =
  /** The certified: an approximation, for the register does not publish the respondents. */
  | 'CERTIFIED_WEIGHTED'
  /** Respondents of cohorts whose rate is that of their survey, the certified of the others. */
  | 'MIXED'
  /** The eligible respondents: the counts are known. */
  | 'RESPONDENTS';

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

/** A parameter of a report, and what it is given. */
export type ReportParameterInput = {
  /** Its name, as `reports` lists it. */
  name: string;
  /** Its value as text; several for a parameter that takes several. */
  values: Array<string>;
};

/** Where a figure was read. When several sources give it, the statistics file prevails, then the fiche page, then the feed. */
export type SourceKind =
  /** The XML export of France compétences. */
  | 'FEED'
  /** The public page of the fiche. */
  | 'FICHE_PAGE'
  /** A statistics file given by the holder of the figures. */
  | 'STATISTICS_FILE';

export type BelowPeerMedianQueryVariables = Exact<{
  withinMonths?: number;
  indicator?: InsertionIndicator;
  lastCohorts?: number;
  minimumBase?: number | null | undefined;
  certifiers?: Array<string> | string | null | undefined;
  levels?: Array<number> | number | null | undefined;
  specialities?: Array<string> | string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type BelowPeerMedianQuery = { certifications: { totalCount: number, manyComparisons: { tested: number, level: number, expectedByChance: number } | null, nodes: Array<{ code: string, title: string, level: number | null, registrationEndsOn: string | null, certifiers: Array<{ name: string, siren: string | null, active: boolean }>, benchmark: { status: BenchmarkStatus, peerCount: number, peerMedian: number | null, percentile: number | null, difference: number | null, excludesMedian: boolean | null, funnel: FunnelPosition | null, ranked: boolean, verdict: BenchmarkVerdict | null, peersTooSmall: number, pValue: number | null, qValue: number | null, rule: { peersBy: PeerCriterion, codes: Array<string>, sameLevel: boolean, lastCohorts: number, asOf: string }, own: { indicator: InsertionIndicator, value: number | null, basis: RateBasis, base: number, reliability: Reliability | null, years: Array<number>, yearsWithRate: Array<number>, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }>, coverage: { certified: number, certifiedWithRate: number, cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }> } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type BenchmarkByCriterionQueryVariables = Exact<{
  code: string;
  indicator?: InsertionIndicator;
  sameLevel?: boolean;
  lastCohorts?: number;
  minimumBase?: number | null | undefined;
  asOf?: string | null | undefined;
}>;


export type BenchmarkByCriterionQuery = { certification: { code: string, title: string, level: number | null, byLevel: { status: BenchmarkStatus, peerCount: number, peerMedian: number | null, peerLowerQuartile: number | null, peerUpperQuartile: number | null, peerPooled: number | null, percentile: number | null, ranked: boolean, difference: number | null, excludesMedian: boolean | null, funnel: FunnelPosition | null, funnelLimits: Array<{ level: number, lower: number, upper: number }>, rule: { peersBy: PeerCriterion, codes: Array<string>, sameLevel: boolean, lastCohorts: number, asOf: string }, own: { indicator: InsertionIndicator, value: number | null, basis: RateBasis, base: number, reliability: Reliability | null, years: Array<number>, yearsWithRate: Array<number>, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }>, coverage: { certified: number, certifiedWithRate: number, cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }> } }, bySpeciality: { status: BenchmarkStatus, peerCount: number, peerMedian: number | null, peerLowerQuartile: number | null, peerUpperQuartile: number | null, peerPooled: number | null, percentile: number | null, ranked: boolean, difference: number | null, excludesMedian: boolean | null, funnel: FunnelPosition | null, funnelLimits: Array<{ level: number, lower: number, upper: number }>, rule: { peersBy: PeerCriterion, codes: Array<string>, sameLevel: boolean, lastCohorts: number, asOf: string }, own: { indicator: InsertionIndicator, value: number | null, basis: RateBasis, base: number, reliability: Reliability | null, years: Array<number>, yearsWithRate: Array<number>, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }>, coverage: { certified: number, certifiedWithRate: number, cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }> } }, byFormacode: { status: BenchmarkStatus, peerCount: number, peerMedian: number | null, peerLowerQuartile: number | null, peerUpperQuartile: number | null, peerPooled: number | null, percentile: number | null, ranked: boolean, difference: number | null, excludesMedian: boolean | null, funnel: FunnelPosition | null, funnelLimits: Array<{ level: number, lower: number, upper: number }>, rule: { peersBy: PeerCriterion, codes: Array<string>, sameLevel: boolean, lastCohorts: number, asOf: string }, own: { indicator: InsertionIndicator, value: number | null, basis: RateBasis, base: number, reliability: Reliability | null, years: Array<number>, yearsWithRate: Array<number>, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }>, coverage: { certified: number, certifiedWithRate: number, cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }> } } } | null };

export type ComparisonFragment = { status: BenchmarkStatus, peerCount: number, peerMedian: number | null, peerLowerQuartile: number | null, peerUpperQuartile: number | null, peerPooled: number | null, percentile: number | null, ranked: boolean, difference: number | null, excludesMedian: boolean | null, funnel: FunnelPosition | null, funnelLimits: Array<{ level: number, lower: number, upper: number }>, rule: { peersBy: PeerCriterion, codes: Array<string>, sameLevel: boolean, lastCohorts: number, asOf: string }, own: { indicator: InsertionIndicator, value: number | null, basis: RateBasis, base: number, reliability: Reliability | null, years: Array<number>, yearsWithRate: Array<number>, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }>, coverage: { certified: number, certifiedWithRate: number, cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }> } };

export type BenchmarkQueryVariables = Exact<{
  code: string;
  indicator?: InsertionIndicator;
  lastCohorts?: number;
  minimumBase?: number | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type BenchmarkQuery = { certification: { code: string, title: string, level: number | null, benchmark: { status: BenchmarkStatus, peerCount: number, peerMedian: number | null, peerLowerQuartile: number | null, peerUpperQuartile: number | null, peerPooled: number | null, percentile: number | null, ranked: boolean, difference: number | null, excludesMedian: boolean | null, funnel: FunnelPosition | null, verdict: BenchmarkVerdict | null, peersTooSmall: number, deviate: number | null, pValue: number | null, qValue: number | null, funnelLimits: Array<{ level: number, lower: number, upper: number }>, funnels: Array<{ kind: FunnelKind, position: FunnelPosition, limits: Array<{ level: number, lower: number, upper: number }> }>, peerMedianInterval: { lower: number, upper: number, level: number } | null, overdispersion: { peers: number, phi: number, tauSquared: number } | null, rule: { peersBy: PeerCriterion, codes: Array<string>, sameLevel: boolean, lastCohorts: number, minimumBase: number, asOf: string }, own: { indicator: InsertionIndicator, value: number | null, basis: RateBasis, base: number, reliability: Reliability | null, years: Array<number>, yearsWithRate: Array<number>, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }>, coverage: { certified: number, certifiedWithRate: number, cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }> }, peers: { totalCount: number, nodes: Array<{ sharedCodes: Array<string>, certification: { code: string, title: string }, rate: { indicator: InsertionIndicator, value: number | null, basis: RateBasis, base: number, reliability: Reliability | null, years: Array<number>, yearsWithRate: Array<number>, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }>, coverage: { certified: number, certifiedWithRate: number, cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } } | null };

export type CertificationBlocksQueryVariables = Exact<{
  code: string;
  asOf?: string | null | undefined;
}>;


export type CertificationBlocksQuery = { certification: { code: string, title: string, blocks: Array<{ position: number, code: string, title: string, assessmentModes: string | null }>, equivalences: Array<{ wholeCertification: boolean, sourceBlocks: Array<string>, targetCode: string, targetBlocks: Array<string>, target: { title: string } | null }> } | null };

export type CertificationCardQueryVariables = Exact<{
  code: string;
  asOf?: string | null | undefined;
}>;


export type CertificationCardQuery = { certification: { code: string, title: string, register: Register, active: boolean, level: number | null, registrationType: RegistrationType | null, validFrom: string | null, registrationEndsOn: string | null, certifiers: Array<{ name: string, siret: string | null, active: boolean }>, specialities: Array<{ code: string, label: string | null }>, occupations: Array<{ code: string, label: string | null }>, formacodes: Array<{ code: string, label: string | null }>, accessRoutes: Array<{ route: AccessRouteKind, open: boolean | null }>, blocks: Array<{ code: string, title: string }>, lineage: { replaces: Array<{ code: string, title: string | null }>, replacedBy: Array<{ code: string, title: string | null }> } } | null };

export type CertificationCohortsQueryVariables = Exact<{
  code: string;
  asOf?: string | null | undefined;
}>;


export type CertificationCohortsQuery = { certification: { code: string, title: string, cohorts: Array<{ year: number, certified: number | null, certifiedThroughVae: number | null, insertionRates: Array<{ indicator: InsertionIndicator, value: number | null, status: RateStatus, dueOn: string | null, daysLate: number | null, basis: RateBasis, base: number | null, reliability: Reliability | null, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }>, provenance: { source: SourceKind, datedOn: string, attribution: string } }> }> } | null };

export type CertificationHistoryQueryVariables = Exact<{
  code: string;
  first?: number;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type CertificationHistoryQuery = { certification: { code: string, title: string, firstSeen: { number: number, publishedAt: string }, absences: Array<{ removed: { number: number }, reappeared: { number: number } | null }>, history: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ kind: ChangeKind, cohortYear: number | null, field: ChangeField | null, item: string | null, before: string | null, after: string | null, messageFr: string, publication: { number: number, publishedAt: string } }> }, cohorts: Array<{ year: number, revisions: Array<{ figure: CohortFigure, before: number | null, after: number | null, publication: { number: number }, source: { fileName: string } | null }> }> } | null, removedCertification: { code: string, title: string, removed: { number: number, publishedAt: string } } | null };

export type CertificationLineageQueryVariables = Exact<{
  code: string;
  indicator?: InsertionIndicator;
  asOf?: string | null | undefined;
}>;


export type CertificationLineageQuery = { certification: { code: string, title: string, lineage: { graph: { nodes: Array<{ code: string, distance: number, certification: { title: string, active: boolean, registrationEndsOn: string | null } | null }>, edges: Array<{ older: string, newer: string, declaredByOlder: boolean, declaredByNewer: boolean }> }, series: Array<{ year: number, code: string, rate: { value: number | null, status: RateStatus, basis: RateBasis, base: number | null, reliability: Reliability | null, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }> } }> } } | null };

export type CertifiedGrowthQueryVariables = Exact<{
  groupBy?: Array<CohortDimension> | CohortDimension;
  filter?: CohortFilter | null | undefined;
  first?: number | null | undefined;
  asOf?: string | null | undefined;
}>;


export type CertifiedGrowthQuery = { insertionStatistics: { overlapping: boolean, groupCount: number, total: { certifications: number, cohorts: number, certified: number }, groups: Array<{ key: { year: number | null, register: Register | null, level: number | null, label: string, speciality: { code: string, label: string | null } | null, certifier: { siren: string, name: string } | null }, summary: { certifications: number, cohorts: number, cohortsWithoutCertified: number, certified: number, certifiedChangeStatus: ChangeStatus, certifiedChange: { previous: number, difference: number, growth: number | null } | null, notes: Array<{ number: number, kind: NoteKind, text: string }> } }> } };

export type CertifierPortfolioQueryVariables = Exact<{
  siren: string;
  lastCohorts?: number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  indicator?: InsertionIndicator;
  overdueAfter?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type CertifierPortfolioQuery = { certifier: { siren: string, name: string, certificationSummary: { certifications: number, active: number, withCohorts: number, withUsualCohorts: number, withCompleteSixMonthRates: number, replaced: number, filingPassed: number }, summary: { cohorts: number, certified: number, certifiedThroughVae: number, vaeShare: number | null, vaeShareBase: number, rates: Array<{ indicator: InsertionIndicator, value: number | null, basis: RateBasis, base: number, reliability: Reliability | null, unweightedMean: number | null, median: number | null, lowerQuartile: number | null, upperQuartile: number | null, yearsWithRate: Array<number>, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }>, coverage: { certified: number, certifiedWithRate: number, cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }> }> }, certifications: { totalCount: number, nodes: Array<{ code: string, title: string, level: number | null, active: boolean, registrationEndsOn: string | null, renewal: { stage: RenewalStage, fileBy: string | null }, cohorts: Array<{ year: number, certified: number | null }>, insertion: Array<{ indicator: InsertionIndicator, value: number | null, basis: RateBasis, base: number, reliability: Reliability | null, yearsWithRate: Array<number>, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }>, coverage: { certified: number, certifiedWithRate: number, cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }> }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, overdue: { totalCount: number, nodes: Array<{ year: number, certified: number | null, certification: { code: string, title: string }, insertionRate: { status: RateStatus, dueOn: string | null, daysLate: number | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, coCertifiers: Array<{ certifications: number, certifier: { siren: string, name: string } }> } | null };

export type ChangesSinceQueryVariables = Exact<{
  since?: PublicationChoice | null | undefined;
  until?: PublicationChoice | null | undefined;
  kinds?: Array<ChangeKind> | ChangeKind | null | undefined;
  filter?: CertificationFilter | null | undefined;
  first?: number;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ChangesSinceQuery = { changes: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ kind: ChangeKind, code: string, title: string, cohortYear: number | null, field: ChangeField | null, item: string | null, before: string | null, after: string | null, message: string, messageFr: string, publication: { number: number, publishedAt: string }, source: { fileName: string, datedOn: string } | null }> } };

export type CoCertifiedQueryVariables = Exact<{
  active?: boolean | null | undefined;
  certifiers?: Array<string> | string | null | undefined;
  levels?: Array<number> | number | null | undefined;
  specialities?: Array<string> | string | null | undefined;
  first?: number | null | undefined;
  firstOthers?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type CoCertifiedQuery = { certifications: { totalCount: number, nodes: Array<{ code: string, title: string, active: boolean, certifiers: Array<{ name: string, siren: string | null, active: boolean, certifier: { coCertifiers: Array<{ certifications: number, certifier: { siren: string, name: string } }> } | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CompareCertificationsQueryVariables = Exact<{
  codes: Array<string> | string;
  years?: IntRange | null | undefined;
  asOf?: string | null | undefined;
}>;


export type CompareCertificationsQuery = { comparison: { years: Array<number>, commonYears: Array<number>, certifications: Array<{ certification: { code: string, title: string, level: number | null, active: boolean }, years: Array<{ year: number, cohort: { certified: number | null, insertionRates: Array<{ indicator: InsertionIndicator, value: number | null, status: RateStatus, basis: RateBasis, base: number | null, reliability: Reliability | null, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }> }> } | null }>, rates: Array<{ indicator: InsertionIndicator, value: number | null, basis: RateBasis, base: number, reliability: Reliability | null, years: Array<number>, yearsWithRate: Array<number>, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }>, coverage: { certified: number, certifiedWithRate: number, cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }> }> }> } };

export type CompleteRatesQueryVariables = Exact<{
  asOf?: string | null | undefined;
}>;


export type CompleteRatesQuery = { certificationStatistics: { total: { certifications: number, withCohorts: number, withCompleteSixMonthRates: number, completeShare: number | null }, groups: Array<{ key: { level: number | null, registrationType: RegistrationType | null, label: string }, summary: { certifications: number, withCohorts: number, withCompleteSixMonthRates: number, completeShare: number | null } }> } };

export type DataStatusQueryVariables = Exact<{ [key: string]: never; }>;


export type DataStatusQuery = { dataStatus: { exportedOn: string | null, ageDays: number | null, demonstration: boolean, findingCount: number, licence: string, licenceUrl: string, attribution: string, methodVersion: string, notice: { fr: string, en: string } | null, registers: Array<{ register: Register, certifications: number, active: number, cohorts: number, exportedOn: string | null }> } };

export type DeclaredEquivalencesQueryVariables = Exact<{
  active?: boolean | null | undefined;
  certifiers?: Array<string> | string | null | undefined;
  levels?: Array<number> | number | null | undefined;
  specialities?: Array<string> | string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type DeclaredEquivalencesQuery = { certifications: { totalCount: number, nodes: Array<{ code: string, title: string, active: boolean, equivalences: Array<{ wholeCertification: boolean, sourceBlocks: Array<string>, targetCode: string, targetBlocks: Array<string>, target: { title: string } | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DueRatesQueryVariables = Exact<{
  indicator?: InsertionIndicator;
  withinMonths?: number;
  active?: boolean | null | undefined;
  certifiers?: Array<string> | string | null | undefined;
  levels?: Array<number> | number | null | undefined;
  specialities?: Array<string> | string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type DueRatesQuery = { cohorts: { totalCount: number, nodes: Array<{ year: number, certified: number | null, certification: { code: string, title: string, active: boolean, registrationEndsOn: string | null, certifiers: Array<{ name: string, siren: string | null, active: boolean }> }, insertionRate: { indicator: InsertionIndicator, value: number | null, status: RateStatus, dueOn: string | null, daysLate: number | null, basis: RateBasis, base: number | null, reliability: Reliability | null, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, byYear: { groups: Array<{ key: { year: number | null }, summary: { certifications: number, cohorts: number, certified: number } }> } };

export type EndingRegistrationsQueryVariables = Exact<{
  withinMonths?: number;
  certifiers?: Array<string> | string | null | undefined;
  levels?: Array<number> | number | null | undefined;
  specialities?: Array<string> | string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type EndingRegistrationsQuery = { certifications: { totalCount: number, nodes: Array<{ code: string, title: string, level: number | null, registrationEndsOn: string | null, certifiers: Array<{ name: string, siren: string | null, active: boolean }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, byMonth: { total: { certifications: number }, groups: Array<{ key: { registrationEndMonth: string | null, level: number | null, label: string }, summary: { certifications: number } }> }, byCertifier: { overlapping: boolean, groups: Array<{ key: { label: string, certifier: { siren: string, name: string } | null }, summary: { certifications: number } }> } };

export type EndingWithoutReplacementQueryVariables = Exact<{
  withinMonths?: number;
  certifiers?: Array<string> | string | null | undefined;
  levels?: Array<number> | number | null | undefined;
  specialities?: Array<string> | string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type EndingWithoutReplacementQuery = { certifications: { totalCount: number, nodes: Array<{ code: string, title: string, registrationType: RegistrationType | null, registrationEndsOn: string | null, renewal: { stage: RenewalStage, fileBy: string | null, replaced: boolean }, certifiers: Array<{ name: string, siren: string | null, active: boolean }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, byMonth: { groups: Array<{ key: { registrationEndMonth: string | null, label: string }, summary: { certifications: number } }> } };

export type FallingRatesQueryVariables = Exact<{
  indicator?: InsertionIndicator;
  active?: boolean | null | undefined;
  certifiers?: Array<string> | string | null | undefined;
  levels?: Array<number> | number | null | undefined;
  specialities?: Array<string> | string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type FallingRatesQuery = { cohorts: { totalCount: number, manyComparisons: { tested: number, level: number, expectedByChance: number } | null, nodes: Array<{ year: number, certified: number | null, certification: { code: string, title: string, certifiers: Array<{ name: string, siren: string | null, active: boolean }> }, insertionRate: { indicator: InsertionIndicator, value: number | null, status: RateStatus, basis: RateBasis, base: number | null, reliability: Reliability | null, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }> }, change: { from: number, fromBase: number, to: number, toBase: number, difference: number, lower: number, upper: number, verdict: ChangeVerdict, pValue: number | null, qValue: number | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FilingPassedQueryVariables = Exact<{
  withinMonths?: number;
  certifiers?: Array<string> | string | null | undefined;
  levels?: Array<number> | number | null | undefined;
  specialities?: Array<string> | string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type FilingPassedQuery = { certifications: { totalCount: number, nodes: Array<{ code: string, title: string, registrationType: RegistrationType | null, registrationEndsOn: string | null, renewal: { stage: RenewalStage, fileBy: string | null, fileAtLatest: string | null, replaced: boolean }, certifiers: Array<{ name: string, siren: string | null, active: boolean }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FilterPanelQueryVariables = Exact<{
  filter?: CertificationFilter | null | undefined;
  dimensions?: Array<CertificationDimension> | CertificationDimension | null | undefined;
  first?: number;
  asOf?: string | null | undefined;
}>;


export type FilterPanelQuery = { certificationFacets: Array<{ dimension: CertificationDimension, overlapping: boolean, valueCount: number, values: Array<{ certifications: number, key: { label: string, register: Register | null, level: number | null, registrationType: RegistrationType | null, registrationYears: number | null, registrationEndMonth: string | null, abbreviation: string | null, active: boolean | null, accessRoute: AccessRouteKind | null, specialityDomain: { code: string } | null, specialitySubdomain: { code: string } | null, speciality: { code: string } | null, occupationDomain: { code: string } | null, occupation: { code: string } | null, formacode: { code: string } | null, certifier: { siren: string } | null } }> }> };

export type FindingCountsQueryVariables = Exact<{
  filter?: FindingFilter | null | undefined;
  first?: number;
  asOf?: string | null | undefined;
}>;


export type FindingCountsQuery = { byRule: { findings: number, certifications: number, groups: Array<{ severity: FindingSeverity | null, rule: FindingRule | null, findings: number, certifications: number }> }, byCertifier: { overlapping: boolean, groupCount: number, groups: Array<{ findings: number, certifications: number, certifier: { siren: string, name: string } | null }> } };

export type InsertionByDimensionsQueryVariables = Exact<{
  groupBy?: Array<CohortDimension> | CohortDimension;
  filter?: CohortFilter | null | undefined;
  having?: InsertionHaving | null | undefined;
  orderBy?: Array<InsertionGroupOrder> | InsertionGroupOrder | null | undefined;
  first?: number | null | undefined;
  asOf?: string | null | undefined;
}>;


export type InsertionByDimensionsQuery = { insertionStatistics: { overlapping: boolean, groupCount: number, total: { certifications: number, cohorts: number, cohortsWithoutCertified: number, certified: number, certifiedThroughVae: number, vaeShare: number | null, vaeShareBase: number, rates: Array<{ indicator: InsertionIndicator, value: number | null, basis: RateBasis, base: number, reliability: Reliability | null, certificationsWithRate: number, unweightedMean: number | null, median: number | null, lowerQuartile: number | null, upperQuartile: number | null, yearsWithRate: Array<number>, changeStatus: ChangeStatus, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }>, betweenCertifications: { status: BetweenStatus, certifications: number, standardError: number | null, designEffect: number | null, interval: { lower: number, upper: number } | null }, coverage: { certified: number, certifiedWithRate: number, cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }>, change: { from: number, fromBase: number, difference: number, lower: number, upper: number, verdict: ChangeVerdict, reason: ChangeReason, betweenCertifications: { status: BetweenStatus, certifications: number, standardError: number | null, lower: number | null, upper: number | null } | null, likeForLike: { status: BetweenStatus, certifications: number, difference: number | null, lower: number | null, upper: number | null } | null } | null }> }, groups: Array<{ key: { year: number | null, register: Register | null, level: number | null, registrationType: RegistrationType | null, abbreviation: string | null, active: boolean | null, accessRoute: AccessRouteKind | null, label: string, unknown: Array<CohortDimension>, specialityDomain: { code: string, label: string | null } | null, specialitySubdomain: { code: string, label: string | null } | null, speciality: { code: string, label: string | null } | null, occupationDomain: { code: string, label: string | null } | null, occupation: { code: string, label: string | null } | null, formacode: { code: string, label: string | null } | null, certifier: { siren: string, name: string } | null, certification: { code: string, title: string } | null }, summary: { certifications: number, cohorts: number, cohortsWithoutCertified: number, certified: number, certifiedThroughVae: number, vaeShare: number | null, vaeShareBase: number, rates: Array<{ indicator: InsertionIndicator, value: number | null, basis: RateBasis, base: number, reliability: Reliability | null, certificationsWithRate: number, unweightedMean: number | null, median: number | null, lowerQuartile: number | null, upperQuartile: number | null, yearsWithRate: Array<number>, changeStatus: ChangeStatus, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }>, betweenCertifications: { status: BetweenStatus, certifications: number, standardError: number | null, designEffect: number | null, interval: { lower: number, upper: number } | null }, coverage: { certified: number, certifiedWithRate: number, cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }>, change: { from: number, fromBase: number, difference: number, lower: number, upper: number, verdict: ChangeVerdict, reason: ChangeReason, betweenCertifications: { status: BetweenStatus, certifications: number, standardError: number | null, lower: number | null, upper: number | null } | null, likeForLike: { status: BetweenStatus, certifications: number, difference: number | null, lower: number | null, upper: number | null } | null } | null }> } }> } };

export type SummaryFragment = { certifications: number, cohorts: number, cohortsWithoutCertified: number, certified: number, certifiedThroughVae: number, vaeShare: number | null, vaeShareBase: number, rates: Array<{ indicator: InsertionIndicator, value: number | null, basis: RateBasis, base: number, reliability: Reliability | null, certificationsWithRate: number, unweightedMean: number | null, median: number | null, lowerQuartile: number | null, upperQuartile: number | null, yearsWithRate: Array<number>, changeStatus: ChangeStatus, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }>, betweenCertifications: { status: BetweenStatus, certifications: number, standardError: number | null, designEffect: number | null, interval: { lower: number, upper: number } | null }, coverage: { certified: number, certifiedWithRate: number, cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }>, change: { from: number, fromBase: number, difference: number, lower: number, upper: number, verdict: ChangeVerdict, reason: ChangeReason, betweenCertifications: { status: BetweenStatus, certifications: number, standardError: number | null, lower: number | null, upper: number | null } | null, likeForLike: { status: BetweenStatus, certifications: number, difference: number | null, lower: number | null, upper: number | null } | null } | null }> };

export type InsertionRatesQueryVariables = Exact<{
  filter?: CohortFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type InsertionRatesQuery = { cohorts: { totalCount: number, nodes: Array<{ year: number, certified: number | null, certifiedThroughVae: number | null, certification: { code: string, register: Register, title: string, level: number | null, registrationType: RegistrationType | null, active: boolean, registrationEndsOn: string | null }, insertionRates: Array<{ indicator: InsertionIndicator, value: number | null, status: RateStatus, dueOn: string | null, daysLate: number | null, basis: RateBasis, base: number | null, reliability: Reliability | null, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }> }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type LargestGapsQueryVariables = Exact<{
  certifiedFrom?: number | null | undefined;
  certifiers?: Array<string> | string | null | undefined;
  levels?: Array<number> | number | null | undefined;
  specialities?: Array<string> | string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type LargestGapsQuery = { cohorts: { totalCount: number, nodes: Array<{ year: number, certified: number | null, gapAt6Months: number | null, certification: { code: string, title: string }, global: { value: number | null, status: RateStatus, basis: RateBasis, base: number | null, reliability: Reliability | null, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }> }, target: { value: number | null, status: RateStatus, basis: RateBasis, base: number | null, reliability: Reliability | null, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RateFragment = { value: number | null, status: RateStatus, basis: RateBasis, base: number | null, reliability: Reliability | null, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }> };

export type MeasureCatalogueQueryVariables = Exact<{ [key: string]: never; }>;


export type MeasureCatalogueQuery = { measures: Array<{ id: string, labelFr: string, labelEn: string, unit: MeasureUnit, formula: string, numerator: string | null, denominator: string | null, missingCase: string, caution: string | null, source: string, version: string }> };

export type NotesQueryVariables = Exact<{
  filter?: NoteFilter | null | undefined;
  first?: number;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type NotesQuery = { notes: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ number: number, kind: NoteKind, text: string, register: Register | null, certificationCode: string | null, indicator: InsertionIndicator | null, yearFrom: number | null, yearTo: number | null, startsOn: string | null, endsOn: string | null, textEn: string }> } };

export type OldCohortsQueryVariables = Exact<{
  age?: number;
  register?: Register | null | undefined;
  certifiers?: Array<string> | string | null | undefined;
  levels?: Array<number> | number | null | undefined;
  specialities?: Array<string> | string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type OldCohortsQuery = { certifications: { totalCount: number, nodes: Array<{ code: string, title: string, registrationEndsOn: string | null, cohorts: Array<{ year: number, certified: number | null }>, certifiers: Array<{ name: string, siren: string | null, active: boolean }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OutsideFunnelQueryVariables = Exact<{
  indicator?: InsertionIndicator;
  lastCohorts?: number;
  minimumBase?: number | null | undefined;
  positions?: Array<FunnelPosition> | FunnelPosition;
  certifiers?: Array<string> | string | null | undefined;
  levels?: Array<number> | number | null | undefined;
  specialities?: Array<string> | string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type OutsideFunnelQuery = { certifications: { totalCount: number, manyComparisons: { tested: number, level: number, expectedByChance: number } | null, nodes: Array<{ code: string, title: string, level: number | null, certifiers: Array<{ name: string, siren: string | null, active: boolean }>, benchmark: { peerCount: number, peerPooled: number | null, funnel: FunnelPosition | null, verdict: BenchmarkVerdict | null, peersTooSmall: number, pValue: number | null, qValue: number | null, funnelLimits: Array<{ level: number, lower: number, upper: number }>, rule: { peersBy: PeerCriterion, codes: Array<string>, sameLevel: boolean, lastCohorts: number, asOf: string }, own: { indicator: InsertionIndicator, value: number | null, basis: RateBasis, base: number, reliability: Reliability | null, years: Array<number>, yearsWithRate: Array<number>, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }>, coverage: { certified: number, certifiedWithRate: number, cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }> } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OverdueRatesQueryVariables = Exact<{
  indicator?: InsertionIndicator;
  active?: boolean | null | undefined;
  certifiers?: Array<string> | string | null | undefined;
  levels?: Array<number> | number | null | undefined;
  specialities?: Array<string> | string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type OverdueRatesQuery = { cohorts: { totalCount: number, nodes: Array<{ year: number, certified: number | null, certification: { code: string, title: string, active: boolean, certifiers: Array<{ name: string, siren: string | null, active: boolean }> }, insertionRate: { indicator: InsertionIndicator, value: number | null, status: RateStatus, dueOn: string | null, daysLate: number | null, basis: RateBasis, base: number | null, reliability: Reliability | null, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, byCertifier: { overlapping: boolean, groupCount: number, groups: Array<{ key: { label: string, certifier: { siren: string, name: string } | null }, summary: { certifications: number, cohorts: number, certified: number } }> } };

export type PartnersByRoleQueryVariables = Exact<{
  filter?: CertificationFilter | null | undefined;
  asOf?: string | null | undefined;
}>;


export type PartnersByRoleQuery = { partnerStatistics: Array<{ role: PartnerRole | null, state: string | null, active: boolean, rows: number, establishments: number, legalUnits: number }> };

export type PooledRatesQueryVariables = Exact<{
  code: string;
  lastCohorts?: number;
  asOf?: string | null | undefined;
}>;


export type PooledRatesQuery = { certification: { code: string, title: string, insertion: Array<{ indicator: InsertionIndicator, value: number | null, basis: RateBasis, base: number, reliability: Reliability | null, years: Array<number>, yearsWithRate: Array<number>, unweightedMean: number | null, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }>, coverage: { certified: number, certifiedWithRate: number, cohorts: number, cohortsWithRate: number, cohortsWithoutCertified: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }> }> } | null };

export type RateDistributionsQueryVariables = Exact<{
  filter?: CohortFilter | null | undefined;
  asOf?: string | null | undefined;
}>;


export type RateDistributionsQuery = { byLevel: { overlapping: boolean, groups: Array<{ key: { level: number | null, label: string, unknown: Array<CohortDimension> }, summary: { certifications: number, cohorts: number, rates: Array<{ indicator: InsertionIndicator, value: number | null, basis: RateBasis, base: number, reliability: Reliability | null, certificationsWithRate: number, median: number | null, lowerQuartile: number | null, upperQuartile: number | null, yearsWithRate: Array<number>, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }>, coverage: { cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }> }> } }> }, bySpecialitySubdomain: { overlapping: boolean, groups: Array<{ key: { label: string, unknown: Array<CohortDimension>, specialitySubdomain: { code: string, label: string | null } | null }, summary: { certifications: number, cohorts: number, rates: Array<{ indicator: InsertionIndicator, value: number | null, basis: RateBasis, base: number, reliability: Reliability | null, certificationsWithRate: number, median: number | null, lowerQuartile: number | null, upperQuartile: number | null, yearsWithRate: Array<number>, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }>, coverage: { cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }> }> } }> }, byOccupationDomain: { overlapping: boolean, groups: Array<{ key: { label: string, unknown: Array<CohortDimension>, occupationDomain: { code: string, label: string | null } | null }, summary: { certifications: number, cohorts: number, rates: Array<{ indicator: InsertionIndicator, value: number | null, basis: RateBasis, base: number, reliability: Reliability | null, certificationsWithRate: number, median: number | null, lowerQuartile: number | null, upperQuartile: number | null, yearsWithRate: Array<number>, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }>, coverage: { cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }> }> } }> } };

export type DistributionsFragment = { overlapping: boolean, groups: Array<{ key: { label: string, unknown: Array<CohortDimension> }, summary: { certifications: number, cohorts: number, rates: Array<{ indicator: InsertionIndicator, value: number | null, basis: RateBasis, base: number, reliability: Reliability | null, certificationsWithRate: number, median: number | null, lowerQuartile: number | null, upperQuartile: number | null, yearsWithRate: Array<number>, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }>, coverage: { cohorts: number, cohortsWithRate: number, ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }> }> } }> };

export type RegistrationDurationsQueryVariables = Exact<{
  filter?: CertificationFilter | null | undefined;
  asOf?: string | null | undefined;
}>;


export type RegistrationDurationsQuery = { certificationStatistics: { total: { certifications: number, active: number }, groups: Array<{ key: { level: number | null, registrationType: RegistrationType | null, registrationYears: number | null, label: string }, summary: { certifications: number, active: number } }> } };

export type ReportProfileQueryVariables = Exact<{
  name: string;
  columns?: Array<string> | string | null | undefined;
  parameters?: Array<ReportParameterInput> | ReportParameterInput | null | undefined;
  first?: number;
  asOf?: string | null | undefined;
}>;


export type ReportProfileQuery = { reportProfile: { rows: number, report: { name: string, title: string, grain: string, titleEn: string }, columns: Array<{ absent: number, distinct: number | null, least: string | null, greatest: string | null, column: { name: string, label: string, description: string, type: ReportColumnType, role: ReportColumnRole, labelEn: string }, values: Array<{ value: string, label: string, rows: number, labelEn: string }>, statuses: Array<{ value: string, label: string, rows: number, labelEn: string }> | null }> } };

export type SearchCertificationsQueryVariables = Exact<{
  search: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type SearchCertificationsQuery = { certifications: { totalCount: number, nodes: Array<{ code: string, title: string, level: number | null, registrationEndsOn: string | null, insertionRate: { indicator: InsertionIndicator, value: number | null, basis: RateBasis, base: number, reliability: Reliability | null, years: Array<number>, yearsWithRate: Array<number>, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }>, coverage: { ratio: number | null }, statuses: Array<{ status: RateStatus, cohorts: number }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SmallRsCohortsQueryVariables = Exact<{
  atMost?: number;
  active?: boolean | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type SmallRsCohortsQuery = { byYear: { groups: Array<{ key: { year: number | null }, summary: { certifications: number, cohorts: number, certified: number } }> }, cohorts: { totalCount: number, nodes: Array<{ year: number, certified: number | null, certification: { code: string, title: string, active: boolean, certifiers: Array<{ name: string, siren: string | null, active: boolean }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TargetRateChangeQueryVariables = Exact<{
  code: string;
  level?: number;
  asOf?: string | null | undefined;
}>;


export type TargetRateChangeQuery = { certification: { code: string, title: string, cohorts: Array<{ year: number, certified: number | null, sixMonths: { value: number | null, status: RateStatus, basis: RateBasis, base: number | null, reliability: Reliability | null, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }> }, twoYears: { value: number | null, status: RateStatus, basis: RateBasis, base: number | null, reliability: Reliability | null, interval: { lower: number, upper: number } | null, notes: Array<{ number: number, kind: NoteKind, text: string }> }, targetRateChange: { from: number, fromBase: number, to: number, toBase: number, difference: number, lower: number, upper: number, level: number, verdict: ChangeVerdict } | null }> } | null };

export type TooFewCohortsQueryVariables = Exact<{
  withinMonths?: number | null | undefined;
  registrationTypes?: Array<RegistrationType> | RegistrationType | null | undefined;
  certifiers?: Array<string> | string | null | undefined;
  levels?: Array<number> | number | null | undefined;
  specialities?: Array<string> | string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type TooFewCohortsQuery = { certifications: { totalCount: number, nodes: Array<{ code: string, title: string, registrationType: RegistrationType | null, registrationEndsOn: string | null, certifiers: Array<{ name: string, siren: string | null, active: boolean }>, renewal: { stage: RenewalStage, fileBy: string | null, readiness: { cohorts: number, usableCohorts: number, usualCohorts: number, statuses: Array<{ status: RateStatus, cohorts: number }> } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, byMonth: { groups: Array<{ key: { registrationEndMonth: string | null, label: string }, summary: { certifications: number, withCohorts: number } }> } };

export type VaeSharesQueryVariables = Exact<{
  register?: Register | null | undefined;
  year?: IntRange | null | undefined;
  first?: number;
  asOf?: string | null | undefined;
}>;


export type VaeSharesQuery = { byYear: { total: { certified: number, certifiedThroughVae: number, vaeShare: number | null, vaeShareBase: number }, groups: Array<{ key: { year: number | null, level: number | null, label: string, certification: { code: string, title: string } | null }, summary: { certified: number, certifiedThroughVae: number, vaeShare: number | null, vaeShareBase: number } }> }, byLevel: { total: { certified: number, certifiedThroughVae: number, vaeShare: number | null, vaeShareBase: number }, groups: Array<{ key: { year: number | null, level: number | null, label: string, certification: { code: string, title: string } | null }, summary: { certified: number, certifiedThroughVae: number, vaeShare: number | null, vaeShareBase: number } }> }, byCertification: { total: { certified: number, certifiedThroughVae: number, vaeShare: number | null, vaeShareBase: number }, groups: Array<{ key: { year: number | null, level: number | null, label: string, certification: { code: string, title: string } | null }, summary: { certified: number, certifiedThroughVae: number, vaeShare: number | null, vaeShareBase: number } }> } };

export type SharesFragment = { total: { certified: number, certifiedThroughVae: number, vaeShare: number | null, vaeShareBase: number }, groups: Array<{ key: { year: number | null, level: number | null, label: string, certification: { code: string, title: string } | null }, summary: { certified: number, certifiedThroughVae: number, vaeShare: number | null, vaeShareBase: number } }> };
