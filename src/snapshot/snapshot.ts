import type { PublicationRecord, SourceRecord } from '../db/publications.ts';
import type { AccessRouteKind } from '../domain/certification/access-route.ts';
import type { PartnerRole } from '../domain/certification/fiche.ts';
import type { RegisterCode } from '../domain/certification/register-code.ts';
import type { FindingRule, FindingSeverity } from '../domain/findings/finding.ts';
import type { MethodChoices } from '../domain/method.ts';
import type { Note } from '../domain/notes/note.ts';
import type { InsertionIndicator } from '../domain/rate/indicator.ts';
import type { Days, Flags, Ints, Lists, Texts } from './columns.ts';
import type { Surveys } from './surveys/surveys.ts';

/**
 * One publication in memory, in columns: heads and figures of every certification, block, cohort,
 * certifying body and code; neither long texts nor partners. It never changes. A certification, a
 * cohort, a body is a row number until it is shown.
 */
export interface Snapshot {
  readonly publication: PublicationRecord;
  /** What its figures are made by. */
  readonly method: MethodChoices;
  /** All publications, newest first. */
  readonly publications: readonly Publication[];
  /** Publications after it, all of which were withdrawn. */
  readonly withdrawn: readonly Publication[];
  readonly sources: ReadonlyMap<number, Source>;
  readonly certifications: Certifications;
  readonly cohorts: Cohorts;
  readonly blocks: Blocks;
  readonly certifiers: CertifierLines;
  readonly bodies: Bodies;
  readonly occupations: Nomenclature;
  readonly specialities: Nomenclature;
  readonly formacodes: Nomenclature;
  readonly abbreviations: Abbreviations;
  readonly routes: AccessRoutes;
  readonly lineage: Lineage;
  readonly equivalences: Equivalences;
  readonly partners: PartnerCounts;
  readonly findings: Findings;
  /** What the operator says of figures, by number. */
  readonly notes: readonly Note[];
  readonly surveys: Surveys;
  /** Bytes of all texts, each once; an estimate. */
  readonly textBytes: number;
}

/** A file that was imported. */
export interface Source extends SourceRecord {
  readonly importedAt: Date;
}

export interface Publication extends PublicationRecord {
  /** Number of the publication that its changes are counted from; null = they are not known. */
  readonly comparedWith: number | null;
  /** Oldest import first. */
  readonly sources: readonly Source[];
}

/** By code: RNCP before RS, then by number. */
export interface Certifications {
  readonly count: number;
  /** Row of each code. */
  readonly rowOf: ReadonlyMap<string, number>;
  readonly code: readonly RegisterCode[];
  /** 0 = RNCP, 1 = RS: places in `REGISTERS`. */
  readonly register: Uint8Array;
  readonly number: Ints;
  readonly sheetId: Ints;
  readonly sourceId: Ints;
  readonly title: readonly string[];
  /** Titles without accents, case or doubled spaces: what they are sorted and matched by. */
  readonly titleKey: readonly string[];
  readonly abbreviation: Texts;
  readonly abbreviationLabel: Texts;
  /** Row of `abbreviations`; −1 without one. */
  readonly abbreviationRow: Ints;
  readonly editorialState: Texts;
  readonly levelCode: Texts;
  readonly levelLabel: Texts;
  /** 1 to 8; −1 without a level. */
  readonly level: Ints;
  readonly activeFlag: Flags;
  /** 0 = by law, 1 = on request: places in `REGISTRATION_TYPES`; −1 = not published. */
  readonly registrationType: Flags;
  readonly decisionOn: Days;
  readonly effectiveOn: Days;
  readonly registrationEndsOn: Days;
  readonly publishedOn: Days;
  readonly lastJournalOn: Days;
  readonly deliveryLimitOn: Days;
  readonly registrationYears: Ints;
  readonly validityYears: Ints;
  readonly partnersMayExist: Flags;
  readonly newCaledonia: Flags;
  readonly frenchPolynesia: Flags;
  readonly descriptionLink: Texts;
  readonly levelYears: readonly (readonly number[])[];
  readonly partialValidation: Flags;
  readonly distinctBlockPrerequisites: Flags;
  /** Cohorts whose global rate at 6 months is published. */
  readonly usableCohorts: Ints;
  /** Year of the newest cohort; −1 without cohorts. */
  readonly newestCohort: Ints;
  /** Year of the oldest cohort that lacks a rate at 6 months which is expected; −1 = none does. */
  readonly oldestMissingCohort: Ints;
  /** Certifying bodies in force, each once. */
  readonly bodiesInForce: Ints;
  /** 1 where some fiche, this one or another, says what replaces it. */
  readonly replaced: Uint8Array;
  readonly hasEquivalences: Uint8Array;
  /** Supplements that speak of a certification: numbers of sources. */
  readonly supplements: ReadonlyMap<number, readonly number[]>;
}

/** Cohorts by certification, newest first. */
export interface Cohorts {
  readonly count: number;
  /** Those of certification i: from `offset[i]` up to `offset[i + 1]`. */
  readonly offset: Int32Array;
  readonly certification: Ints;
  readonly year: Ints;
  /** Heads. */
  readonly certified: Ints;
  readonly certifiedSourceId: Ints;
  /** Heads. */
  readonly certifiedThroughVae: Ints;
  readonly certifiedThroughVaeSourceId: Ints;
  readonly sourceIds: readonly (readonly number[])[];
  /** Whether a source of the cohort can carry the target rate at 6 months. */
  readonly targetRateAt6MonthsInSource: Uint8Array;
  readonly rates: Readonly<Record<InsertionIndicator, Rates>>;
}

/** One indicator of every cohort. */
export interface Rates {
  /** Percent, 0 to 100, as published; NaN = not published. */
  readonly published: Float64Array;
  /** The rate that counts, in whole millionths of a percent: none on the RS; −1 = none. */
  readonly millionths: Float64Array;
  /** Heads that weigh it: the certified, or respondents of a survey; −1 = not known. */
  readonly base: Ints;
  /** Base times rate in millionths, where both are known; exact of a survey. */
  readonly weighted: Float64Array;
  /** 1 where the rate that counts is that of a survey; null = nowhere. */
  readonly fromSurvey: Uint8Array | null;
  readonly sourceId: Ints;
  readonly seenOn: Days;
  /** Places in `RATE_OUTCOMES`. */
  readonly outcome: Uint8Array;
  /**
   * From the cohort of the year before: place in `CHANGE_VERDICTS` + 1; 0 = no change can be told.
   * Breaks in series, which depend on the day, are not looked at.
   */
  readonly change: Uint8Array;
}

/** Blocks in the order of the fiches. */
export interface Blocks {
  readonly count: number;
  readonly offset: Int32Array;
  readonly certification: Ints;
  /** 1 for the first block of the fiche. */
  readonly position: Ints;
  readonly code: readonly string[];
  readonly title: readonly string[];
}

/** Lines of « Certificateurs » in the order of the fiches. */
export interface CertifierLines {
  readonly count: number;
  readonly offset: Int32Array;
  readonly siret: Texts;
  /** Row of `bodies`; −1 without a SIREN. */
  readonly body: Ints;
  readonly name: readonly string[];
  readonly state: Texts;
  readonly active: Uint8Array;
  readonly stateChangedOn: Days;
  readonly tradeName: Texts;
  readonly website: Texts;
}

/** Certifying bodies by SIREN. */
export interface Bodies {
  readonly count: number;
  readonly rowOf: ReadonlyMap<string, number>;
  readonly siren: readonly string[];
  /** The name it most often has on the fiches. */
  readonly name: readonly string[];
  /** What it certifies now: rows of certifications. */
  readonly certifications: Lists;
  /** Bodies in force of each certification that are known by SIREN, each once. */
  readonly ofCertification: Lists;
}

/** Codes of a nomenclature that fiches carry, by code. */
export interface Nomenclature {
  readonly count: number;
  readonly rowOf: ReadonlyMap<string, number>;
  readonly code: readonly string[];
  /** The label it most often has on the fiches; null when none gives one. */
  readonly label: Texts;
  /** Codes of each certification, each once, in the order of the fiche. */
  readonly ofCertification: Lists;
  /** Certifications that carry each code. */
  readonly certifications: Lists;
}

/** Abbreviations in lower case, by that. */
export interface Abbreviations {
  readonly count: number;
  readonly rowOf: ReadonlyMap<string, number>;
  readonly key: readonly string[];
  /** As it is most often typed. */
  readonly code: readonly string[];
  readonly label: Texts;
}

/** Access routes in the order of the fiches. */
export interface AccessRoutes {
  readonly offset: Int32Array;
  readonly route: readonly AccessRouteKind[];
  readonly open: Flags;
  readonly jury: Texts;
  readonly changedOn: Days;
}

/** A link of one certification, whichever of the two fiches says so. */
export interface LineageLink {
  readonly direction: 'REPLACES' | 'REPLACED_BY';
  readonly otherCode: RegisterCode;
  /** The register's title, else the one the fiche page cites; null for a link that dangles. */
  readonly otherTitle: string | null;
  /** Which fiche says it: this one, the other one only, or both. */
  readonly declaredBy: 'OWN' | 'OTHER' | 'BOTH';
}

/** A link between two certifications, each once. */
export interface LineageEdge {
  readonly older: RegisterCode;
  readonly newer: RegisterCode;
  readonly declaredByOlder: boolean;
  readonly declaredByNewer: boolean;
}

export interface Lineage {
  /** Links of a certification; of each direction its fiche's in its order, then those of others. */
  readonly links: ReadonlyMap<string, readonly LineageLink[]>;
  /** Number of the lineage of each certification, by row; −1 without links. */
  readonly number: Ints;
  /** Links of each lineage by its number, by older and newer code. */
  readonly edges: readonly (readonly LineageEdge[])[];
}

/** An equivalence that a fiche declares; no source block means the whole certification. */
export interface Equivalence {
  readonly sourceBlocks: readonly string[];
  readonly targetCode: RegisterCode;
  readonly targetBlocks: readonly string[];
}

/** By row of the certification, in the order of the fiche. */
export type Equivalences = ReadonlyMap<number, readonly Equivalence[]>;

/** How many partners of each certification have one role in one state, by certification. */
export interface PartnerCounts {
  readonly offset: Int32Array;
  readonly role: Texts<PartnerRole>;
  readonly state: Texts;
  readonly active: Uint8Array;
  readonly rows: Ints;
  readonly establishments: Ints;
  readonly legalUnits: Ints;
}

/** Findings: gravest first, then by certification (those of no readable fiche last), then by key. */
export interface Findings {
  readonly count: number;
  readonly rowOf: ReadonlyMap<string, number>;
  readonly key: readonly string[];
  readonly rule: readonly FindingRule[];
  readonly severity: readonly FindingSeverity[];
  readonly certificationCode: Texts;
  /** Row of the certification; −1 when it is not served. */
  readonly certification: Ints;
  readonly cohortYear: Ints;
  readonly element: Texts;
  readonly given: Texts;
  readonly message: readonly string[];
  readonly sourceId: Ints;
  readonly firstSeenPublicationId: Ints;
  /** Findings of each certification, in their order. */
  readonly ofCertification: Lists;
}
