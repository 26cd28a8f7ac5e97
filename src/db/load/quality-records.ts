import { type Kysely, type SqlBool, sql } from 'kysely';
import type { PlainDate } from '../../domain/calendar.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import type { QualityCohort } from '../../domain/findings/cohort-quality.ts';
import type {
  QualityCertifier,
  QualityLink,
  QualityRecord,
} from '../../domain/findings/fiche-quality.ts';
import type { FindingRule } from '../../domain/findings/finding.ts';
import type { RefusedParts } from '../../domain/findings/refused-parts.ts';
import type { InsertionIndicator } from '../../domain/rate/indicator.ts';
import type { DB } from '../tables.ts';

/**
 * Certifications that are read at a time. Each statement joins its table with the versions that are
 * valid, so that many small ones would take several times as long.
 */
const TOGETHER = 10_000;

/** Certifications after one code, up to and including another. */
interface CodeRange {
  readonly after: string;
  readonly upTo: string;
}

/** What findings on one certification are derived from, and the source that gives its fiche. */
export interface SourcedQualityRecord extends QualityRecord {
  readonly sourceId: number;
}

/**
 * What findings on all certifications are derived from, in code order, many at a time.
 *
 * - `updated`: certifications whose statistics were brought up to date lately; null = not known.
 */
export async function* qualityRecords(
  db: Kysely<DB>,
  updated: ReadonlySet<string> | null,
): AsyncGenerator<readonly SourcedQualityRecord[]> {
  // Findings are found by nothing but their key, and links from both ends: all of them at once.
  const lineage = byCode(await lineageLinks(db));
  const refused = byCode(await refusedParts(db));
  for (const range of await codeRanges(db)) {
    const cohorts = byCode(await readCohorts(db, range));
    const certifiers = byCode(await certifiersOf(db, range));
    const blockCodes = new Map((await blockCodesOf(db, range)).map((row) => [row.code, row.codes]));
    const certifications = await certificationsOf(db, range);
    yield certifications.map((certification) => ({
      ...certification,
      blockCodes: blockCodes.get(certification.code) ?? [],
      certifiers: certifiers.get(certification.code) ?? [],
      cohorts: cohorts.get(certification.code) ?? [],
      lineage: lineage.get(certification.code) ?? [],
      refused: refused.get(certification.code)?.[0] ?? NOTHING_REFUSED,
      figuresChanged: updated === null ? null : updated.has(certification.code),
    }));
  }
}

/** After any code, which are letters and digits. */
const AFTER_ANY_CODE = '~';

/** All certifications in ranges of their codes. */
async function codeRanges(db: Kysely<DB>): Promise<readonly CodeRange[]> {
  const { rows } = await sql<{ code: string }>`
    select code from (
      select code, row_number() over (order by code) as place from certification
    ) as placed
    where place % ${TOGETHER}::int = 0 order by code`.execute(db);
  const ends = rows.map(({ code }) => code);
  return [...ends, AFTER_ANY_CODE].map((upTo, at) => ({ after: ends[at - 1] ?? '', upTo }));
}

/** Condition: the row is of a certification of a range. */
function inRange({ after, upTo }: CodeRange) {
  return sql<SqlBool>`certification_code > ${after} and certification_code <= ${upTo}`;
}

async function certificationsOf(db: Kysely<DB>, { after, upTo }: CodeRange) {
  return db
    .selectFrom('certification')
    .where('code', '>', after)
    .where('code', '<=', upTo)
    .select([
      'code',
      'source_id as sourceId',
      'active_flag as activeFlag',
      'registration_type as registrationType',
      'level_code as levelCode',
      'decision_on as decisionOn',
      'registration_ends_on as registrationEndsOn',
      'registration_years as registrationYears',
      'description_link as descriptionLink',
    ])
    .orderBy('code')
    .$castTo<
      Omit<
        SourcedQualityRecord,
        'blockCodes' | 'certifiers' | 'cohorts' | 'lineage' | 'refused' | 'figuresChanged'
      >
    >()
    .execute();
}

const NOTHING_REFUSED: RefusedParts = { level: false, certifier: false, cohort: false };

/** Rules that say that a value was left out. */
const REFUSED: readonly FindingRule[] = ['REFUSED_VALUE', 'INVALID_RATE'];

/** Elements of the export, sections of fiche pages and columns of statistics files, as findings name them. */
const ELEMENTS = {
  level: ['FICHE/NOMENCLATURE_EUROPE/NIVEAU'],
  certifier: ['FICHE/CERTIFICATEURS/CERTIFICATEUR/NOM_CERTIFICATEUR', 'Certificateurs'],
  cohort: [
    'FICHE/STATISTIQUES_PROMOTIONS/STATISTIQUES_PROMOTION/ANNEE',
    ...['Statistiques', 'annee'],
  ],
  lineage: [
    'FICHE/ANCIENNES_CERTIFICATIONS/ANCIENNE_CERTIFICATION/ID_FICHE_ANCIENNE_CERTIFICATION',
    'FICHE/NOUVELLES_CERTIFICATIONS/NOUVELLE_CERTIFICATION/ID_FICHE_NOUVELLE_CERTIFICATION',
    ...['Certification(s) antérieure(s)', 'Nouvelle(s) certification(s)'],
  ],
} as const satisfies Record<string, readonly string[]>;

interface OfCertification {
  readonly certificationCode: string;
}

function byCode<Row extends OfCertification>(rows: readonly Row[]) {
  return Map.groupBy(rows, ({ certificationCode }): string => certificationCode);
}

/** A cohort as its sources give it. */
type QualityCohortRow = QualityCohort & { readonly certificationCode: RegisterCode };

async function readCohorts(db: Kysely<DB>, range: CodeRange): Promise<QualityCohortRow[]> {
  const rows = await db
    .selectFrom('cohort')
    .where(inRange(range))
    .select([
      'certification_code as certificationCode',
      'year',
      'certified',
      'certified_through_vae as certifiedThroughVae',
      'global_6_months as global6',
      'global_6_months_seen_on as global6SeenOn',
      'target_occupation_6_months as target6',
      'target_occupation_6_months_seen_on as target6SeenOn',
      'target_occupation_2_years as target24',
      'target_occupation_2_years_seen_on as target24SeenOn',
      'unreadable_rates as unreadableRates',
    ])
    .orderBy('certification_code')
    .orderBy('year', 'desc')
    .execute();
  return rows.map((row) => ({
    certificationCode: row.certificationCode as RegisterCode,
    year: row.year,
    certified: row.certified,
    certifiedThroughVae: row.certifiedThroughVae,
    unreadableRates: row.unreadableRates as readonly InsertionIndicator[],
    rates: {
      GLOBAL_6_MONTHS: { value: row.global6, seenOn: row.global6SeenOn },
      TARGET_OCCUPATION_6_MONTHS: { value: row.target6, seenOn: row.target6SeenOn },
      TARGET_OCCUPATION_2_YEARS: { value: row.target24, seenOn: row.target24SeenOn },
    } satisfies Record<string, { value: number | null; seenOn: PlainDate | null }>,
  }));
}

/** Heads certified of all cohorts together. */
export async function certifiedInAll(db: Kysely<DB>): Promise<number> {
  const { rows } = await sql<{ certified: number }>`
    select greatest(coalesce(sum(certified::bigint), 0),
      coalesce(sum(certified_through_vae::bigint), 0))::double precision as certified
    from cohort`.execute(db);
  return rows[0]?.certified ?? 0;
}

async function certifiersOf(
  db: Kysely<DB>,
  range: CodeRange,
): Promise<(QualityCertifier & OfCertification)[]> {
  return db
    .selectFrom('certification_certifier')
    .where(inRange(range))
    .select([
      ...(['certification_code as certificationCode', 'name', 'siret', 'active'] as const),
      'siret_unreadable as siretUnreadable',
    ])
    .orderBy('certification_code')
    .orderBy('position')
    .execute();
}

/** What was given and could not be read, of the certifications that have such. */
async function refusedParts(db: Kysely<DB>): Promise<(RefusedParts & OfCertification)[]> {
  const some = (elements: readonly string[]) =>
    sql<boolean>`coalesce(bool_or(element = any(${elements}::text[])), false)`;
  return (
    db
      .selectFrom('finding')
      .where('certification_code', 'is not', null)
      .where('rule', '=', sql<string>`any(${REFUSED}::text[])`)
      // What is found in a cohort is of a figure: its year could be read.
      .where('cohort_year', 'is', null)
      .select((eb) => eb.ref('certification_code').$notNull().as('certificationCode'))
      .select([
        some(ELEMENTS.level).as('level'),
        some(ELEMENTS.certifier).as('certifier'),
        some(ELEMENTS.cohort).as('cohort'),
      ])
      .groupBy('certification_code')
      .execute()
  );
}

async function blockCodesOf(db: Kysely<DB>, range: CodeRange) {
  return db
    .selectFrom('block')
    .where(inRange(range))
    .select('certification_code as code')
    .select(sql<string[]>`array_agg(code order by position)`.as('codes'))
    .groupBy('certification_code')
    .execute();
}

/**
 * Links of all certifications, one for each direction and other certification: those of the fiche in
 * its order, then those that only other fiches declare.
 */
async function lineageLinks(db: Kysely<DB>): Promise<(QualityLink & OfCertification)[]> {
  const { rows } = await sql<QualityLink & OfCertification>`
    with unreadable as materialized (
      select certification_code as code, bool_or(rule = 'REFUSED_FICHE') as fiche,
        bool_or(rule <> 'REFUSED_FICHE') as link
      from finding
      where rule = 'REFUSED_FICHE'
        or rule = any(${REFUSED}::text[]) and element = any(${ELEMENTS.lineage}::text[])
      group by certification_code
    )
    select link.code as "certificationCode", link.direction, link.other as "otherCode",
      case when bool_and(link.own) then 'OWN' when bool_or(link.own) then 'BOTH' else 'OTHER' end
        as "declaredBy",
      certification.code is not null as "otherExists",
      coalesce(bool_or(unreadable.link or unreadable.fiche and certification.code is null), false)
        as "otherUnreadable"
    from (
      select certification_code as code, direction, other_code as other, position, true as own
      from lineage_link
      union all
      select other_code, case direction when 'REPLACES' then 'REPLACED_BY' else 'REPLACES' end,
        certification_code, null, false
      from lineage_link
    ) as link
    left join certification on certification.code = link.other
    left join unreadable on unreadable.code = link.other
    group by link.code, link.direction, link.other, certification.code
    order by link.code, link.direction, min(link.position) nulls last, link.other`.execute(db);
  return rows;
}
