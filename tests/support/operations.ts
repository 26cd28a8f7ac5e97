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

/** The three published insertion rates (taux d’insertion). */
export type InsertionIndicator =
  /** Percent, 0 to 100. Insertion rate at 6 months, any employment (« Taux d’insertion global à 6 mois »): 100 · E / n, as published. Denominator: respondents without the neutralised ones (continuing studies, work-study contract, inability to work, work outside the French labour market). Missing case: absent when it is not published; the status says why. Source: TAUX_INSERTION_GLOBAL_6MOIS in the feed; the fiche page; a statistics file. */
  | 'GLOBAL_6_MONTHS'
  /** Percent, 0 to 100. Insertion rate at 2 years, in the target occupation (« Taux d’insertion dans le métier visé à 2 ans »): 100 · M / n, as published. Denominator: respondents without the neutralised ones (continuing studies, work-study contract, inability to work, work outside the French labour market). Missing case: absent when it is not published; the status says why. Source: TAUX_INSERTION_METIER_2ANS in the feed; the fiche page; a statistics file. */
  | 'TARGET_OCCUPATION_2_YEARS'
  /** Percent, 0 to 100. Insertion rate at 6 months, in the target occupation (« Taux d’insertion dans le métier visé à 6 mois »): 100 · M / n, as published. Denominator: respondents without the neutralised ones (continuing studies, work-study contract, inability to work, work outside the French labour market). Missing case: absent when it is not published; the status says why. Source: the fiche page; a statistics file; not in the feed. */
  | 'TARGET_OCCUPATION_6_MONTHS';

/** What weighs a rate: the heads that stand in its denominator. */
export type RateBasis =
  /** The certified: an approximation, for the register does not publish the respondents. */
  | 'CERTIFIED_WEIGHTED'
  /** The eligible respondents: the counts are known. */
  | 'RESPONDENTS';

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

/** Where a figure was read. When several sources give it, the statistics file prevails, then the fiche page, then the feed. */
export type SourceKind =
  /** The XML export of France compétences. */
  | 'FEED'
  /** The public page of the fiche. */
  | 'FICHE_PAGE'
  /** A statistics file given by the holder of the figures. */
  | 'STATISTICS_FILE';

export type CertificationCardQueryVariables = Exact<{
  code: string;
  asOf?: string | null | undefined;
}>;


export type CertificationCardQuery = { certification: { code: string, title: string, register: Register, active: boolean, level: number | null, registrationType: RegistrationType | null, validFrom: string | null, registrationEndsOn: string | null, certifiers: Array<{ name: string, siret: string | null, active: boolean }>, specialities: Array<{ code: string, label: string | null }>, occupations: Array<{ code: string, label: string | null }>, formacodes: Array<{ code: string, label: string | null }>, accessRoutes: Array<{ route: AccessRouteKind, open: boolean | null }>, blocks: Array<{ code: string, title: string }>, lineage: { replaces: Array<{ code: string, title: string | null }>, replacedBy: Array<{ code: string, title: string | null }> } } | null };

export type CertificationCohortsQueryVariables = Exact<{
  code: string;
  asOf?: string | null | undefined;
}>;


export type CertificationCohortsQuery = { certification: { code: string, title: string, cohorts: Array<{ year: number, certified: number | null, certifiedThroughVae: number | null, insertionRates: Array<{ indicator: InsertionIndicator, value: number | null, status: RateStatus, dueOn: string | null, basis: RateBasis, base: number | null, reliability: Reliability | null, interval: { lower: number, upper: number } | null, provenance: { source: SourceKind, datedOn: string, attribution: string } }> }> } | null };

export type DataStatusQueryVariables = Exact<{ [key: string]: never; }>;


export type DataStatusQuery = { dataStatus: { exportedOn: string | null, demonstration: boolean, findingCount: number, licence: string, attribution: string, notice: { en: string } | null, registers: Array<{ register: Register, certifications: number, active: number, cohorts: number, exportedOn: string | null }> } };

export type PooledRatesQueryVariables = Exact<{
  code: string;
  lastCohorts?: number;
  asOf?: string | null | undefined;
}>;


export type PooledRatesQuery = { certification: { code: string, title: string, insertion: Array<{ indicator: InsertionIndicator, value: number | null, unweightedMean: number | null, basis: RateBasis, base: number, reliability: Reliability | null, years: Array<number>, interval: { lower: number, upper: number } | null, coverage: { certified: number, certifiedWithRate: number, cohorts: number, cohortsWithRate: number, ratio: number | null } }> } | null };

export type SearchCertificationsQueryVariables = Exact<{
  search: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type SearchCertificationsQuery = { certifications: { totalCount: number, nodes: Array<{ code: string, title: string, level: number | null, registrationEndsOn: string | null, insertionRate: { value: number | null, interval: { lower: number, upper: number } | null, coverage: { ratio: number | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };


export const CertificationCardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CertificationCard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterCode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certification"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"register"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"registrationType"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"registrationEndsOn"}},{"kind":"Field","name":{"kind":"Name","value":"certifiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"siret"}},{"kind":"Field","name":{"kind":"Name","value":"active"}}]}},{"kind":"Field","name":{"kind":"Name","value":"specialities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"occupations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"formacodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"accessRoutes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"route"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}},{"kind":"Field","name":{"kind":"Name","value":"blocks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lineage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replaces"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replacedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CertificationCardQuery, CertificationCardQueryVariables>;
export const CertificationCohortsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CertificationCohorts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterCode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certification"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"certified"}},{"kind":"Field","name":{"kind":"Name","value":"certifiedThroughVae"}},{"kind":"Field","name":{"kind":"Name","value":"insertionRates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"reliability"}},{"kind":"Field","name":{"kind":"Name","value":"provenance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"datedOn"}},{"kind":"Field","name":{"kind":"Name","value":"attribution"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CertificationCohortsQuery, CertificationCohortsQueryVariables>;
export const DataStatusDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DataStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"demonstration"}},{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"registers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"register"}},{"kind":"Field","name":{"kind":"Name","value":"certifications"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"exportedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"findingCount"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"attribution"}}]}}]}}]} as unknown as DocumentNode<DataStatusQuery, DataStatusQueryVariables>;
export const PooledRatesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PooledRates"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterCode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"lastCohorts"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"3"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certification"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"insertion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lastCohorts"},"value":{"kind":"Variable","name":{"kind":"Name","value":"lastCohorts"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unweightedMean"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"reliability"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certified"}},{"kind":"Field","name":{"kind":"Name","value":"certifiedWithRate"}},{"kind":"Field","name":{"kind":"Name","value":"cohorts"}},{"kind":"Field","name":{"kind":"Name","value":"cohortsWithRate"}},{"kind":"Field","name":{"kind":"Name","value":"ratio"}}]}},{"kind":"Field","name":{"kind":"Name","value":"years"}}]}}]}}]}}]} as unknown as DocumentNode<PooledRatesQuery, PooledRatesQueryVariables>;
export const SearchCertificationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchCertifications"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"10"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"certifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"active"},"value":{"kind":"BooleanValue","value":true}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"registrationEndsOn"}},{"kind":"Field","name":{"kind":"Name","value":"insertionRate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"indicator"},"value":{"kind":"EnumValue","value":"GLOBAL_6_MONTHS"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lower"}},{"kind":"Field","name":{"kind":"Name","value":"upper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ratio"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<SearchCertificationsQuery, SearchCertificationsQueryVariables>;