import type { XmlText } from './xml.ts';

/** A code and its label, ready to be written. */
export interface CodeDraft {
  readonly code: XmlText;
  readonly label: XmlText;
}

export interface BlockDraft {
  readonly code: XmlText;
  readonly title: XmlText;
  readonly skills: XmlText | null;
  readonly assessment: XmlText | null;
  readonly entryPrerequisites: XmlText | null;
  readonly validationPrerequisites: XmlText | null;
}

/** The figures of a cohort as text: a generator must be able to write wrong ones. */
export interface CohortDraft {
  readonly year: number;
  readonly certified: number | null;
  readonly certifiedThroughVae: number | null;
  readonly global6Months: XmlText | number | null;
  readonly target2Years: XmlText | number | null;
}

export interface CertifierDraft {
  readonly siret: XmlText | null;
  readonly name: XmlText;
  readonly state: XmlText;
  readonly stateChangedOn: XmlText | null;
  readonly tradeName: XmlText | null;
  readonly website: XmlText | null;
}

export interface AccessRouteDraft {
  readonly tag: 'FI' | 'CA' | 'FC' | 'CQ' | 'CL' | 'VAE';
  readonly open: boolean;
  readonly jury: XmlText | null;
  readonly changedOn: XmlText | null;
}

export interface AgreementDraft {
  readonly brochure: XmlText;
  readonly idcc: XmlText;
  readonly label: XmlText;
}

export interface LegalReferenceDraft {
  readonly title: XmlText;
  readonly publishedOn: XmlText | null;
}

export interface EquivalenceDraft {
  /** Empty: the whole certification, SOURCE is absent. */
  readonly sourceBlocks: readonly XmlText[];
  readonly target: XmlText;
  readonly targetBlocks: readonly XmlText[];
}

/**
 * One fiche as the export writes it, before the tags. Nearer to the XML than the domain's
 * `Fiche`, because values that no `Fiche` can hold (31/02/2020) must be written too. Absent: null.
 */
export interface FicheDraft {
  readonly sheetId: number;
  readonly number: XmlText;
  readonly successors: readonly XmlText[];
  readonly predecessors: readonly XmlText[];
  readonly title: XmlText;
  readonly abbreviation: CodeDraft | null;
  readonly editorialState: XmlText;
  readonly formacodes: readonly CodeDraft[];
  readonly level: CodeDraft | null;
  readonly specialities: readonly CodeDraft[];
  readonly certifiers: readonly CertifierDraft[];
  readonly partnersMayExist: boolean;
  /** PARTENAIRE elements, already written: there are hundreds of thousands. */
  readonly partnerRows: string;
  readonly activities: XmlText | null;
  readonly attestedSkills: XmlText | null;
  readonly sectors: XmlText | null;
  readonly jobTypes: XmlText | null;
  readonly occupations: readonly CodeDraft[];
  readonly regulations: XmlText | null;
  readonly accessRoutes: readonly AccessRouteDraft[];
  readonly overseas: { readonly newCaledonia: boolean; readonly polynesia: boolean } | null;
  /** At most three: CCN_1 to CCN_3, each also in CODES_IDCC. */
  readonly agreements: readonly AgreementDraft[];
  readonly legal: {
    readonly general: readonly LegalReferenceDraft[];
    readonly creation: readonly LegalReferenceDraft[];
    readonly other: readonly LegalReferenceDraft[];
  };
  readonly lastJournalOn: XmlText | null;
  readonly decisionOn: XmlText | null;
  readonly registrationYears: number | null;
  readonly validityYears: number | null;
  readonly cohorts: readonly CohortDraft[];
  readonly descriptionLink: XmlText | null;
  readonly endsOn: XmlText | null;
  readonly effectiveOn: XmlText | null;
  readonly publishedOn: XmlText | null;
  readonly deliveryLimitOn: XmlText | null;
  readonly levelYears: readonly number[];
  readonly registrationType: XmlText;
  readonly blocks: readonly BlockDraft[];
  readonly objectives: XmlText;
  readonly masteryLevels: XmlText | null;
  readonly renewalTerms: XmlText | null;
  readonly partialValidation: boolean | null;
  readonly partialValidationScope: XmlText | null;
  readonly active: boolean;
  readonly entryPrerequisites: XmlText | null;
  readonly validationPrerequisites: XmlText | null;
  readonly equivalences: readonly EquivalenceDraft[];
}
