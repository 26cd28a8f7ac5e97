import type { PlainDate } from '../../../src/domain/calendar.ts';
import type { RegisterCode } from '../../../src/domain/certification/register-code.ts';
import type { Change } from '../../../src/domain/changes/change.ts';
import type { ChangeField } from '../../../src/domain/changes/change-field.ts';
import { changedFigures } from '../../../src/domain/changes/figure-changed.ts';
import { cohortFindings, type QualityCohort } from '../../../src/domain/findings/cohort-quality.ts';
import { FINDING_RULES, type Finding } from '../../../src/domain/findings/finding.ts';
import { expectedCohorts } from './cohort-model.ts';
import type { RegisterModel } from './register-model.ts';
import { type Said, sorted } from './said.ts';

type Row = Readonly<Record<string, unknown>>;

const RATE_COLUMNS = [
  'global_6_months',
  'target_occupation_6_months',
  'target_occupation_2_years',
] as const;

interface History {
  /** What the publication before said. */
  readonly before: Said | null;
  /** Whether it was of the same certifications. */
  readonly isCompared: boolean;
  readonly changes: Said['changes'];
}

/** Findings that are told here, whatever a new database finds. */
const TOLD: readonly unknown[] = [
  ...['FIGURE_CHANGED', 'PUBLISHED_BEFORE_OBSERVABLE', 'SOURCES_DISAGREE'],
];

/**
 * What the newest publication must say: of cohorts by what each file says of them; of all else by what
 * a new database says into which the files are imported, with what history adds: figures that
 * changed, the publications in which findings were first seen. `before`: what the publication before said.
 * What changed since has a test of its own.
 */
export function expectedOf(
  anew: Said,
  model: RegisterModel,
  { before, isCompared, changes }: History,
): Said {
  const { cohorts, disagreements } = expectedCohorts(model);
  const said: Said = { ...anew, tables: { ...anew.tables, cohort: sorted(cohorts) } };
  const findings = [
    ...(anew.tables['finding'] ?? []).filter(({ rule }) => !TOLD.includes(rule)),
    ...disagreements,
    ...earlyRates(said, model.day),
    ...(before && isCompared ? alteredFigures(before, said) : []),
  ];
  const known = new Map(
    (before?.tables['finding'] ?? []).map((row) => [identity(row), row[FIRST_SEEN]]),
  );
  const finding = findings.map((row) => {
    const isOfNewFile = row['certification_code'] === null && model.isNew(row['source_id']);
    const seen = isOfNewFile ? undefined : known.get(identity(row));
    return { ...row, [FIRST_SEEN]: seen ?? model.publication };
  });
  return { ...said, changes, tables: { ...said.tables, finding: sorted(finding) } };
}

const FIRST_SEEN = 'first_seen_publication_id';

/** What a finding is recognised by: its words, and its file where it names no fiche. */
function identity(row: Row): string {
  const { rule, certification_code: code, cohort_year: year, element, given, message } = row;
  return JSON.stringify([rule, code ?? row['source_id'], year, element, given, message]);
}

/** The rates that were published before their observation closed. */
function earlyRates(said: Said, day: PlainDate): Row[] {
  return (said.tables['certification'] ?? []).flatMap((fiche) =>
    cohortFindings(fiche['code'] as RegisterCode, cohortsOf(said, fiche['code']), day)
      .filter(({ rule }) => rule === 'PUBLISHED_BEFORE_OBSERVABLE')
      .map((finding) => rowOf(finding, fiche)),
  );
}

/** The figures that are other ones than before, or gone. */
function alteredFigures(before: Said, said: Said): Row[] {
  return (said.tables['certification'] ?? []).flatMap((fiche) => {
    const code = fiche['code'] as RegisterCode;
    const cohortsNow = said.tables['cohort'] ?? [];
    const cohortsBefore = before.tables['cohort'] ?? [];
    return cohortsBefore
      .filter((row) => row['certification_code'] === code)
      .flatMap((row) => {
        const now = cohortsNow.find(
          (each) => each['certification_code'] === code && each['year'] === row['year'],
        );
        return COMPARED.filter((column) => row[column] !== (now?.[column] ?? null)).map(
          (column): Change => ({
            ...{ kind: 'RATE_ALTERED', certificationCode: code, item: null, sourceId: null },
            cohortYear: row['year'] as number,
            field: column.toUpperCase() as ChangeField,
            before: text(row[column]),
            after: text(now?.[column]),
          }),
        );
      })
      .flatMap((change) => changedFigures([change]))
      .map((finding) => rowOf(finding, fiche));
  });
}

const COMPARED = ['certified', ...RATE_COLUMNS] as const;

function text(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

function rowOf({ certificationCode, cohortYear, ...finding }: Finding, fiche: Row): Row {
  const { rule, element, given, message } = finding;
  return {
    ...{ rule, severity: FINDING_RULES[rule], certification_code: certificationCode },
    ...{ cohort_year: cohortYear, element, given, message, source_id: fiche['source_id'] },
    [FIRST_SEEN]: 0,
  };
}

function cohortsOf(said: Said, code: unknown): QualityCohort[] {
  return (said.tables['cohort'] ?? [])
    .filter((row) => row['certification_code'] === code)
    .map((row) => {
      const rate = (column: (typeof RATE_COLUMNS)[number]) => ({
        value: row[column] as number | null,
        seenOn: row[`${column}_seen_on`] as PlainDate | null,
      });
      return {
        year: row['year'] as number,
        certified: row['certified'] as number | null,
        certifiedThroughVae: row['certified_through_vae'] as number | null,
        rates: {
          GLOBAL_6_MONTHS: rate('global_6_months'),
          TARGET_OCCUPATION_6_MONTHS: rate('target_occupation_6_months'),
          TARGET_OCCUPATION_2_YEARS: rate('target_occupation_2_years'),
        },
      };
    });
}
