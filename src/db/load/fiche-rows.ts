import type {
  Fiche,
  FicheCohort,
  FicheLineageLink,
  Labelled,
} from '../../domain/certification/fiche.ts';
import { levelOf } from '../../domain/certification/level.ts';
import { numberOf, registerOf } from '../../domain/certification/register-code.ts';
import { sirenOf } from '../../domain/nomenclature/siret.ts';
import type { InsertionIndicator } from '../../domain/rate/indicator.ts';
import { foldText } from '../../domain/search/fold-text.ts';
import { searchColumns } from '../search-index/search-documents.ts';
import { type FicheTable, ficheTable, type Item, type RowSource } from './fiche-table.ts';

const code = ({ fiche }: Item<unknown>) => fiche.code;
const position = (item: Item<unknown>) => item.position;
const version = (item: Item<unknown>) => item.version.number;

/** A link is active only when it says so: « Actif », in the register's own spelling. */
function isActive(state: string | null): boolean {
  return state?.trim().toLowerCase() === 'actif';
}

const certification = ficheTable('certification', (fiche) => [fiche], {
  code,
  version,
  since: (item) => item.version.since,
  until: (item) => item.version.until,
  base_version: (item) => item.version.baseVersion,
  digest: (item) => item.version.digest,
  register: ({ it }) => registerOf(it.code),
  number: ({ it }) => numberOf(it.code),
  sheet_id: ({ it }) => it.sheetId,
  source_id: ({ source }) => source.id,
  title: ({ it }) => it.title,
  title_key: ({ it }) => foldText(it.title),
  abbreviation_code: ({ it }) => it.abbreviation?.code ?? null,
  abbreviation_label: ({ it }) => it.abbreviation?.label ?? null,
  editorial_state: ({ it }) => it.editorialState,
  level_code: ({ it }) => it.level?.code ?? null,
  level_label: ({ it }) => it.level?.label ?? null,
  level: ({ it }) => levelOf(it.level?.code ?? null),
  active_flag: ({ it }) => it.activeFlag,
  registration_type: ({ it }) => it.registrationType,
  decision_on: ({ it }) => it.decisionOn,
  effective_on: ({ it }) => it.effectiveOn,
  registration_ends_on: ({ it }) => it.registrationEndsOn,
  published_on: ({ it }) => it.publishedOn,
  last_journal_on: ({ it }) => it.lastJournalOn,
  delivery_limit_on: ({ it }) => it.deliveryLimitOn,
  registration_years: ({ it }) => it.registrationYears,
  validity_years: ({ it }) => it.validityYears,
  partners_may_exist: ({ it }) => it.partnersMayExist,
  new_caledonia: ({ it }) => it.newCaledonia,
  french_polynesia: ({ it }) => it.frenchPolynesia,
  description_link: ({ it }) => it.descriptionLink,
  level_years: ({ it }) => it.levelYears,
  partial_validation: ({ it }) => it.partialValidation,
  distinct_block_prerequisites: ({ it }) => it.distinctBlockPrerequisites,
});

/** The long sections, apart from what lists and statistics read. */
const certificationText = ficheTable('certification_text', (fiche) => [fiche], {
  certification_code: code,
  version,
  objectives: ({ it }) => it.texts.objectives,
  activities: ({ it }) => it.texts.activities,
  attested_skills: ({ it }) => it.texts.attestedSkills,
  assessment_modes: ({ it }) => it.texts.assessmentModes,
  acquisition_by_blocks: ({ it }) => it.texts.acquisitionByBlocks,
  sectors: ({ it }) => it.texts.sectors,
  job_types: ({ it }) => it.texts.jobTypes,
  regulations: ({ it }) => it.texts.regulations,
  entry_prerequisites: ({ it }) => it.texts.entryPrerequisites,
  validation_prerequisites: ({ it }) => it.texts.validationPrerequisites,
  mastery_levels: ({ it }) => it.texts.masteryLevels,
  renewal_terms: ({ it }) => it.texts.renewalTerms,
  partial_validation_scope: ({ it }) => it.texts.partialValidationScope,
  components_validity: ({ it }) => it.texts.componentsValidity,
  preparing_bodies: ({ it }) => it.texts.preparingBodies,
  reference_framework: ({ it }) => it.texts.referenceFramework,
});

const block = ficheTable('block', (fiche) => fiche.blocks, {
  certification_code: code,
  version,
  position,
  code: ({ it }) => it.code,
  title: ({ it }) => it.title,
  title_key: ({ it }) => foldText(it.title),
  skills: ({ it }) => it.skills,
  assessment_modes: ({ it }) => it.assessmentModes,
  entry_prerequisites: ({ it }) => it.entryPrerequisites,
  validation_prerequisites: ({ it }) => it.validationPrerequisites,
});

/** The source of a value that is there; null for a value that is not. */
function sourceOf(value: number | null, source: RowSource): number | null {
  return value === null ? null : source.id;
}

const rate = (indicator: InsertionIndicator) => (item: Item<FicheCohort>) =>
  item.it.rates[indicator];
const rateSource = (indicator: InsertionIndicator) => (item: Item<FicheCohort>) =>
  sourceOf(item.it.rates[indicator], item.source);
const rateSeen = (indicator: InsertionIndicator) => (item: Item<FicheCohort>) =>
  item.it.rates[indicator] === null ? null : item.source.datedOn;

const cohort = ficheTable<'cohort', FicheCohort>('cohort', (fiche) => fiche.cohorts, {
  certification_code: code,
  version,
  year: ({ it }) => it.year,
  certified: ({ it }) => it.certified,
  certified_source_id: ({ it, source }) => sourceOf(it.certified, source),
  certified_through_vae: ({ it }) => it.certifiedThroughVae,
  certified_through_vae_source_id: ({ it, source }) => sourceOf(it.certifiedThroughVae, source),
  global_6_months: rate('GLOBAL_6_MONTHS'),
  global_6_months_source_id: rateSource('GLOBAL_6_MONTHS'),
  global_6_months_seen_on: rateSeen('GLOBAL_6_MONTHS'),
  target_occupation_6_months: rate('TARGET_OCCUPATION_6_MONTHS'),
  target_occupation_6_months_source_id: rateSource('TARGET_OCCUPATION_6_MONTHS'),
  target_occupation_6_months_seen_on: rateSeen('TARGET_OCCUPATION_6_MONTHS'),
  target_occupation_2_years: rate('TARGET_OCCUPATION_2_YEARS'),
  target_occupation_2_years_source_id: rateSource('TARGET_OCCUPATION_2_YEARS'),
  target_occupation_2_years_seen_on: rateSeen('TARGET_OCCUPATION_2_YEARS'),
  source_ids: ({ source }) => [source.id],
  target_occupation_6_months_in_source: ({ it, source }) =>
    source.kind !== 'FEED' || it.rates.TARGET_OCCUPATION_6_MONTHS !== null,
  unreadable_rates: ({ it }) => it.unreadableRates ?? [],
});

const certifier = ficheTable('certification_certifier', (fiche) => fiche.certifiers, {
  certification_code: code,
  version,
  position,
  siret: ({ it }) => it.siret,
  siret_unreadable: ({ it }) => it.unreadableSiret ?? false,
  siren: ({ it }) => it.siret && sirenOf(it.siret),
  name: ({ it }) => it.name,
  name_key: ({ it }) => foldText(it.name),
  state: ({ it }) => it.state,
  // The fiche page lists the certifiers in force and gives no state.
  active: ({ it }) => it.state === null || isActive(it.state),
  state_changed_on: ({ it }) => it.stateChangedOn,
  trade_name: ({ it }) => it.tradeName,
  website: ({ it }) => it.website,
});

const partner = ficheTable('certification_partner', (fiche) => fiche.partners, {
  certification_code: code,
  version,
  position,
  name: ({ it }) => it.name,
  siret: ({ it }) => it.siret,
  siren: ({ it }) => it.siret && sirenOf(it.siret),
  role: ({ it }) => it.role,
  state: ({ it }) => it.state,
  active: ({ it }) => isActive(it.state),
  active_since: ({ it }) => it.activeSince,
  state_changed_on: ({ it }) => it.stateChangedOn,
});

function labelledTable(
  name: 'certification_formacode' | 'certification_occupation' | 'certification_speciality',
  items: (fiche: Fiche) => readonly Labelled[],
): FicheTable {
  return ficheTable<typeof name, Labelled>(name, items, {
    certification_code: code,
    version,
    position,
    code: ({ it }) => it.code,
    label: ({ it }) => it.label,
  });
}

const accessRoute = ficheTable('access_route', (fiche) => fiche.accessRoutes, {
  certification_code: code,
  version,
  route: ({ it }) => it.route,
  position,
  open: ({ it }) => it.open,
  jury: ({ it }) => it.jury,
  changed_on: ({ it }) => it.changedOn,
});

const legalReference = ficheTable('legal_reference', (fiche) => fiche.legalReferences, {
  certification_code: code,
  version,
  position,
  kind: ({ it }) => it.kind,
  title: ({ it }) => it.title,
  published_on: ({ it }) => it.publishedOn,
});

const agreement = ficheTable('collective_agreement', (fiche) => fiche.collectiveAgreements, {
  certification_code: code,
  version,
  position,
  kind: ({ it }) => it.kind,
  number: ({ it }) => it.number,
  label: ({ it }) => it.label,
});

function lineageTable(
  direction: 'REPLACES' | 'REPLACED_BY',
  items: (fiche: Fiche) => readonly FicheLineageLink[],
): FicheTable {
  return ficheTable<'lineage_link', FicheLineageLink>('lineage_link', items, {
    certification_code: code,
    version,
    direction: () => direction,
    position,
    other_code: ({ it }) => it.code,
    other_title: ({ it }) => it.title,
  });
}

const equivalence = ficheTable('equivalence', (fiche) => fiche.equivalences, {
  certification_code: code,
  version,
  position,
  source_blocks: ({ it }) => it.sourceBlocks,
  target_code: ({ it }) => it.targetCode,
  target_blocks: ({ it }) => it.targetBlocks,
});

const search = ficheTable(
  'certification_search',
  (fiche) => [searchColumns({ ...fiche, attestedSkills: fiche.texts.attestedSkills })],
  {
    certification_code: code,
    version,
    since: (item) => item.version.since,
    until: (item) => item.version.until,
    place: ({ it }) => it.place,
    title_words: ({ it }) => it.title_words,
    headings: ({ it }) => it.headings,
    document: ({ it }) => it.document,
  },
);

/** Every table a fiche is spread over, in the order of the fiche. */
export const FICHE_TABLES: readonly FicheTable[] = [
  certification,
  certificationText,
  labelledTable('certification_formacode', (fiche) => fiche.formacodes),
  labelledTable('certification_speciality', (fiche) => fiche.specialities),
  certifier,
  partner,
  labelledTable('certification_occupation', (fiche) => fiche.occupations),
  accessRoute,
  agreement,
  legalReference,
  cohort,
  block,
  lineageTable('REPLACES', (fiche) => fiche.predecessors),
  lineageTable('REPLACED_BY', (fiche) => fiche.successors),
  equivalence,
  search,
];

/** These tables, that of the fiches last: while it has a version, others may have rows of it. */
export const TABLES_OF_VERSIONS: readonly string[] = [
  ...new Set(FICHE_TABLES.map(({ table }) => table).filter((table) => table !== 'certification')),
  'certification',
];
