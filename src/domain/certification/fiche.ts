import type { PlainDate } from '../calendar.ts';
import type { InsertionIndicator } from '../rate/indicator.ts';
import type { AccessRouteKind } from './access-route.ts';
import type { RegisterCode } from './register-code.ts';

/** A code of a nomenclature with the label it was typed with that day. */
export interface Labelled {
  readonly code: string;
  readonly label: string | null;
}

/** A competency block (bloc de compétences), in the order of the fiche. */
export interface FicheBlock {
  readonly code: string;
  readonly title: string;
  readonly skills: string | null;
  readonly assessmentModes: string | null;
  readonly entryPrerequisites: string | null;
  readonly validationPrerequisites: string | null;
}

/**
 * One line of « Statistiques » : a cohort (promotion) with its published figures.
 * Counts are heads, rates are percentages 0 to 100 as published; null = not published.
 */
export interface FicheCohort {
  readonly year: number;
  readonly certified: number | null;
  readonly certifiedThroughVae: number | null;
  readonly rates: Readonly<Record<InsertionIndicator, number | null>>;
  /** Rates that the source gives and that could not be read; absent = none. */
  readonly unreadableRates?: readonly InsertionIndicator[];
}

export interface FicheCertifier {
  readonly siret: string | null;
  /** The source gives a SIRET that could not be read; absent = no. */
  readonly unreadableSiret?: boolean;
  readonly name: string;
  /** As published: « Actif », « Inactif », … */
  readonly state: string | null;
  readonly stateChangedOn: PlainDate | null;
  readonly tradeName: string | null;
  readonly website: string | null;
}

/** HABILITATION_FORMER, HABILITATION_ORGANISER, HABILITATION_ORGA_FORM. */
export type PartnerRole = 'TRAIN' | 'ASSESS' | 'TRAIN_AND_ASSESS';

export interface FichePartner {
  readonly name: string;
  readonly siret: string | null;
  readonly role: PartnerRole | null;
  readonly state: string | null;
  readonly activeSince: PlainDate | null;
  readonly stateChangedOn: PlainDate | null;
}

/** SI_JURY_*: one way to the certification, whether it is open, and its jury. */
export interface FicheAccessRoute {
  readonly route: AccessRouteKind;
  readonly open: boolean | null;
  readonly jury: string | null;
  readonly changedOn: PlainDate | null;
}

/** PUBLICATION_DECRET_GENERAL, _CREATION, _AUTRE. */
export interface FicheLegalReference {
  readonly kind: 'GENERAL' | 'CREATION' | 'OTHER';
  readonly title: string | null;
  readonly publishedOn: PlainDate | null;
}

/** CCN_1..3 and CODES_IDCC. */
export interface FicheCollectiveAgreement {
  readonly kind: 'CCN' | 'IDCC';
  readonly number: string | null;
  readonly label: string | null;
}

/** ANCIENNES_ / NOUVELLES_CERTIFICATIONS; the title is known from the fiche page only. */
export interface FicheLineageLink {
  readonly code: string;
  readonly title: string | null;
}

/** CORRESPONDANCE: no source block means the whole certification. */
export interface FicheEquivalence {
  readonly sourceBlocks: readonly string[];
  readonly targetCode: string;
  readonly targetBlocks: readonly string[];
}

/** The long sections of a fiche, as text; null = absent. */
export interface FicheTexts {
  readonly objectives: string | null;
  readonly activities: string | null;
  readonly attestedSkills: string | null;
  readonly assessmentModes: string | null;
  readonly acquisitionByBlocks: string | null;
  readonly sectors: string | null;
  readonly jobTypes: string | null;
  readonly regulations: string | null;
  readonly entryPrerequisites: string | null;
  readonly validationPrerequisites: string | null;
  readonly masteryLevels: string | null;
  readonly renewalTerms: string | null;
  readonly partialValidationScope: string | null;
  readonly componentsValidity: string | null;
  readonly preparingBodies: string | null;
  readonly referenceFramework: string | null;
}

/**
 * One fiche of the register, whatever source it was read from (XML export or public page).
 * Every part but the code and the title may be absent: null, or an empty list.
 */
export interface Fiche {
  readonly code: RegisterCode;
  /** ID_FICHE, technical. */
  readonly sheetId: number | null;
  readonly title: string;
  readonly abbreviation: Labelled | null;
  /** ETAT_FICHE: an editorial state, not the status. */
  readonly editorialState: string | null;
  /** NOMENCLATURE_EUROPE: « NIV6 », also « AUCUN », « REPRISE ». */
  readonly level: Labelled | null;
  /** ACTIF, as published. */
  readonly activeFlag: boolean | null;
  /** TYPE_ENREGISTREMENT: BY_LAW = de droit, ON_REQUEST = sur demande. */
  readonly registrationType: 'BY_LAW' | 'ON_REQUEST' | null;
  readonly decisionOn: PlainDate | null;
  readonly effectiveOn: PlainDate | null;
  readonly registrationEndsOn: PlainDate | null;
  readonly publishedOn: PlainDate | null;
  readonly lastJournalOn: PlainDate | null;
  readonly deliveryLimitOn: PlainDate | null;
  readonly registrationYears: number | null;
  readonly validityYears: number | null;
  readonly partnersMayExist: boolean | null;
  readonly newCaledonia: boolean | null;
  readonly frenchPolynesia: boolean | null;
  readonly descriptionLink: string | null;
  readonly levelYears: readonly number[];
  readonly partialValidation: boolean | null;
  readonly distinctBlockPrerequisites: boolean | null;
  readonly texts: FicheTexts;
  readonly formacodes: readonly Labelled[];
  readonly specialities: readonly Labelled[];
  readonly occupations: readonly Labelled[];
  readonly certifiers: readonly FicheCertifier[];
  readonly partners: readonly FichePartner[];
  readonly accessRoutes: readonly FicheAccessRoute[];
  readonly legalReferences: readonly FicheLegalReference[];
  readonly collectiveAgreements: readonly FicheCollectiveAgreement[];
  readonly blocks: readonly FicheBlock[];
  readonly cohorts: readonly FicheCohort[];
  readonly predecessors: readonly FicheLineageLink[];
  readonly successors: readonly FicheLineageLink[];
  readonly equivalences: readonly FicheEquivalence[];
}

/** A fiche of which only the code is known; the code stands for the title. */
export function ficheOfCode(code: RegisterCode): Fiche {
  return {
    code,
    sheetId: null,
    title: code,
    abbreviation: null,
    editorialState: null,
    level: null,
    activeFlag: null,
    registrationType: null,
    decisionOn: null,
    effectiveOn: null,
    registrationEndsOn: null,
    publishedOn: null,
    lastJournalOn: null,
    deliveryLimitOn: null,
    registrationYears: null,
    validityYears: null,
    partnersMayExist: null,
    newCaledonia: null,
    frenchPolynesia: null,
    descriptionLink: null,
    levelYears: [],
    partialValidation: null,
    distinctBlockPrerequisites: null,
    texts: {
      objectives: null,
      activities: null,
      attestedSkills: null,
      assessmentModes: null,
      acquisitionByBlocks: null,
      sectors: null,
      jobTypes: null,
      regulations: null,
      entryPrerequisites: null,
      validationPrerequisites: null,
      masteryLevels: null,
      renewalTerms: null,
      partialValidationScope: null,
      componentsValidity: null,
      preparingBodies: null,
      referenceFramework: null,
    },
    formacodes: [],
    specialities: [],
    occupations: [],
    certifiers: [],
    partners: [],
    accessRoutes: [],
    legalReferences: [],
    collectiveAgreements: [],
    blocks: [],
    cohorts: [],
    predecessors: [],
    successors: [],
    equivalences: [],
  };
}
