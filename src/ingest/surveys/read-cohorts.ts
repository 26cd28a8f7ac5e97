import type { Session } from '../../db/database.ts';
import { storedAnswers } from '../../db/surveys/stored-surveys.ts';
import type { CohortKey, StoredAnswer } from '../../db/surveys/survey-tables.ts';
import type { WrittenCohort } from '../../db/surveys/survey-writer.ts';
import type { PlainDate } from '../../domain/calendar.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import { answerFindings } from '../../domain/survey/answer-checks.ts';
import { rowsFindings } from '../../domain/survey/cohort-checks.ts';
import { type AnsweringHolder, cohortFigures } from '../../domain/survey/cohort-figures.ts';
import type { CountingRule } from '../../domain/survey/counts.ts';
import type { Answer } from '../../domain/survey/holder.ts';
import { HORIZONS, type Horizon } from '../../domain/survey/layout.ts';
import type { RowsFinding, RowsFindingRule } from '../../domain/survey/survey-finding.ts';
import type { ReadAnswer } from './answer-table.ts';
import type { ReadSurvey } from './read-survey.ts';
import { Refusals } from './refusals.ts';

/** How cohorts are counted, by their certification. */
export interface CohortRule {
  readonly isInternational: (code: RegisterCode) => boolean;
  /** Whether it was counted by another rule until now: all its cohorts are counted again. */
  readonly isChanged: (code: RegisterCode) => boolean;
}

/** Cohorts whose stored answers are read by one statement. */
const READ_TOGETHER = 500;

/** A cohort that the files say something of. */
interface TouchedCohort extends CohortKey {
  /** Rows of its holders. */
  readonly rows: readonly number[];
  /** Whether the files give its roster. */
  readonly isGiven: boolean;
  /** Horizons that the files have answers of. */
  readonly horizons: readonly Horizon[];
}

/**
 * The cohorts that files say something of, and those of certifications whose rule has changed, computed:
 * by code and year. What files do not give, a roster or the answers of a horizon, is that which is stored.
 *
 * - Throws `SurveyRefusedError` when answers that are stored are of holders whom a new roster lacks.
 */
export async function* readCohorts(
  db: Session['db'],
  survey: ReadSurvey,
  rule: CohortRule,
): AsyncGenerator<WrittenCohort> {
  const touched = touchedCohorts(survey, rule);
  for (let from = 0; from < touched.length; from += READ_TOGETHER) {
    const batch = touched.slice(from, from + READ_TOGETHER);
    const kept = survey.stored.count === 0 ? [] : await storedAnswers(db, batch);
    const byCohort = Map.groupBy(kept, keyOf);
    for (const cohort of batch) {
      yield computed(survey, cohort, byCohort.get(keyOf(cohort)) ?? [], rule);
    }
  }
}

function keyOf({ certificationCode, year }: CohortKey): string {
  return `${certificationCode} ${year}`;
}

function touchedCohorts(
  { holders, answers, stored }: ReadSurvey,
  { isChanged }: CohortRule,
): TouchedCohort[] {
  const given = new Map<string, number[]>();
  const kept = new Map<string, number[]>();
  for (let row = 0; row < holders.count; row++) {
    const key = `${holders.certificationOf(row)} ${holders.yearOf(row)}`;
    const rows = stored.has(row) ? kept : given;
    const own = rows.get(key);
    if (own) own.push(row);
    else rows.set(key, [row]);
  }
  const cohorts: TouchedCohort[] = [];
  for (const key of new Set([...given.keys(), ...kept.keys()])) {
    const rows = given.get(key) ?? kept.get(key) ?? [];
    const horizons = HORIZONS.filter((each) => rows.some((row) => answers.has(row, each)));
    const isGiven = given.has(key);
    const [code = '', year = ''] = key.split(' ');
    const certificationCode = code as RegisterCode;
    if (!isGiven && horizons.length === 0 && !isChanged(certificationCode)) continue;
    cohorts.push({ certificationCode, year: Number(year), rows, isGiven, horizons });
  }
  const order = (a: TouchedCohort, b: TouchedCohort) =>
    a.certificationCode < b.certificationCode
      ? -1
      : Number(a.certificationCode > b.certificationCode);
  return cohorts.sort((a, b) => order(a, b) || a.year - b.year);
}

function computed(
  { holders, answers }: ReadSurvey,
  cohort: TouchedCohort,
  kept: readonly StoredAnswer[],
  { isInternational }: CohortRule,
): WrittenCohort {
  const { certificationCode, year, rows, isGiven, horizons } = cohort;
  const stays = kept.filter(({ horizon }) => !horizons.includes(horizon));
  const keptOf = Map.groupBy(stays, ({ hash }) => hash);
  const people = rows.map((row) => ({ row, holder: holders.at(row) }));
  if (isGiven) refuseMissing(cohort, keptOf, new Set(people.map(({ holder }) => holder.hash)));
  const own: AnsweringHolder[] = [];
  const written: StoredAnswer[] = [];
  const given: { readonly answer: ReadAnswer; readonly row: number }[] = [];
  for (const { row, holder } of people) {
    const all: Partial<Record<Horizon, Answer>> = {};
    for (const answer of keptOf.get(holder.hash) ?? []) all[answer.horizon] = answer;
    for (const horizon of horizons) {
      const answer = answers.of(row, horizon, holder.hash);
      if (answer === null) continue;
      all[horizon] = answer;
      given.push({ answer, row });
      written.push(answer);
    }
    own.push({ ...holder, answers: all });
  }
  const all = HORIZONS.filter(
    (each) => horizons.includes(each) || stays.some(({ horizon }) => horizon === each),
  );
  const rule: CountingRule = { international: isInternational(certificationCode) };
  return {
    ...{ certificationCode, year, horizons },
    holders: isGiven ? people.map(({ holder }) => holder) : null,
    answers: written,
    figures: cohortFigures({ holders: own, horizons: all }, rule),
    findings: horizons.flatMap((horizon) => {
      const answered = given.filter(({ answer }) => answer.horizon === horizon);
      return findingsAt(answered, { horizon, rule, obtainedOn: (row) => holders.obtainedOn(row) });
    }),
  };
}

function refuseMissing(
  { certificationCode, year }: CohortKey,
  keptOf: ReadonlyMap<string, readonly StoredAnswer[]>,
  given: ReadonlySet<string>,
): void {
  const missing = [...keptOf.keys()].filter((hash) => !given.has(hash)).length;
  if (missing === 0) return;
  const refusals = new Refusals();
  refusals.add(
    { file: `${certificationCode} ${year}`, sheet: null, line: null, column: null },
    {
      fr: `la nouvelle liste n’a pas ${missing} titulaires dont une situation est enregistrée\u00a0: donnez-les, ou donnez aussi les situations`,
      en: `the new roster lacks ${missing} holders of whom a situation is stored: give them, or give the situations too`,
    },
  );
  refusals.throwIfAny();
}

function findingsAt(
  given: readonly { readonly answer: ReadAnswer; readonly row: number }[],
  of: {
    readonly horizon: Horizon;
    readonly rule: CountingRule;
    readonly obtainedOn: (row: number) => PlainDate;
  },
): RowsFinding[] {
  const { horizon } = of;
  const counts = new Map<RowsFindingRule, number>();
  const sources = new Map<string | null, number>();
  const alike = new Map<string, number>();
  const count = <Key>(map: Map<Key, number>, key: Key) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const { answer, row } of given) {
    for (const rule of answerFindings(answer, of.obtainedOn(row), of.rule)) count(counts, rule);
    if (answer.status === 'REPONDU') count(sources, answer.source);
    if (answer.observedOn !== null && answer.pay !== null) {
      count(alike, `${answer.observedOn} ${answer.pay}`);
    }
  }
  const ofRows = given.length;
  return [
    ...[...counts].map(([rule, rows]) => ({ horizon, rule, rows, ofRows })),
    ...rowsFindings({
      ...{ horizon, rows: ofRows, sources },
      mostAlike: Math.max(0, ...alike.values()),
    }),
  ];
}
