import type { Session } from '../../db/database.ts';
import type { PlainDate } from '../../domain/calendar.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import type { SurveyTable } from '../sources/survey/survey-table.ts';
import { AnswerTable } from './answer-table.ts';
import type { CellContext } from './cell-reader.ts';
import { HolderTable } from './holder-table.ts';
import { Refusals } from './refusals.ts';
import { type KeysOf, Roster } from './roster-rows.ts';
import { RowReader } from './row-reader.ts';
import { readSituation } from './situation-rows.ts';
import { StoredRosters } from './stored-rosters.ts';

/** What the files of one import say, in columns; nothing of it is stored yet. */
export interface ReadSurvey {
  readonly holders: HolderTable;
  readonly answers: AnswerTable;
  readonly stored: StoredRosters;
  /** Certifications that the files say something of. */
  readonly codes: readonly RegisterCode[];
  /** How the files were read, where a person should know. */
  readonly notices: readonly string[];
}

export interface SurveySource {
  readonly db: Session['db'];
  readonly context: CellContext;
  readonly keysOf: KeysOf;
  /** Called now and then with the rows that were read. */
  readonly onRows?: (file: string, rows: number) => void;
}

/** Holders of one import: their columns and identifiers are held in memory, some 200 bytes each. */
const MOST_HOLDERS = 2_000_000;

/**
 * Reads the tables of one import: rosters first, then situations, which may be of holders that are
 * stored already.
 *
 * - Throws `RefusedFileError`, or `SurveyRefusedError` with all that is wrong.
 */
export async function readSurvey(
  tables: readonly SurveyTable[],
  source: SurveySource,
): Promise<ReadSurvey> {
  const { db, context } = source;
  const refusals = new Refusals();
  const holders = new HolderTable();
  const survey: Survey = {
    ...{ holders, answers: new AnswerTable(), stored: new StoredRosters(db, holders) },
    roster: new Roster(holders),
    cohorts: new Set(),
    codes: new Set(),
    withoutRows: [],
  };
  const readers = tables.map((table) => ({
    table,
    reader: new RowReader(table, context, refusals),
  }));
  for (const each of readers) {
    if (each.reader.isRoster) await readRows(each, survey, source);
  }
  for (let row = 0; row < holders.count; row++) survey.cohorts.add(cohortOf(holders, row));
  await survey.stored.loadAll(survey.roster.certifications);
  refuseMoved(survey, refusals);
  for (const each of readers) {
    if (!each.reader.isRoster) await readRows(each, survey, source);
  }
  refusals.throwIfAny();
  const { answers, stored } = survey;
  const codes = [...survey.codes];
  const notices = tables.flatMap((table) => table.notices);
  return { holders, answers, stored, codes, notices: [...notices, ...survey.withoutRows] };
}

interface Survey {
  readonly holders: HolderTable;
  readonly answers: AnswerTable;
  readonly stored: StoredRosters;
  readonly roster: Roster;
  /** Cohorts whose roster the files give. */
  readonly cohorts: Set<string>;
  readonly codes: Set<RegisterCode>;
  /** Says which tables hold no row. */
  readonly withoutRows: string[];
}

function cohortOf(holders: HolderTable, row: number): string {
  return `${holders.certificationOf(row)} ${holders.yearOf(row)}`;
}

async function readRows(
  { table, reader }: { readonly table: SurveyTable; readonly reader: RowReader },
  survey: Survey,
  { context, keysOf, onRows }: SurveySource,
): Promise<void> {
  const { holders, answers, roster, stored } = survey;
  const of = {
    ...{ holders, answers, today: context.today as PlainDate },
    keepJobTitles: context.mapping.keepJobTitles,
  };
  const lastKeys = lastKeysOf(keysOf);
  let count = 0;
  for await (const { lines, rows } of table.rows()) {
    for (let place = 0; place < rows.length; place++) {
      const line = lines[place] ?? 0;
      const read = reader.read(rows[place] ?? [], line);
      if (!read) continue;
      const certification = read.own['certification'] as RegisterCode;
      const id = read.own['id_titulaire'] as string;
      const keys = lastKeys(certification, id);
      survey.codes.add(certification);
      if (reader.isRoster) {
        roster.read(read.own, keys, (field, fr, en) =>
          reader.refuse(line, reader.headerOf(field, null), { fr, en }),
        );
        refuseTooMany(table, holders);
      }
      if (!reader.isSituations) continue;
      if (!reader.isRoster && !stored.isLoaded(certification)) await stored.load(certification);
      const holder = roster.rowOf(keys) ?? storedRow(survey, keys.hash);
      for (const at of reader.horizons.length === 0 ? [null] : reader.horizons) {
        const values = at === null ? read.own : (read.at.get(at) ?? read.own);
        const isTold = read.told.has(at);
        readSituation(reader, values, { line, at, holder, isTold }, of);
      }
    }
    count += rows.length;
    onRows?.(table.name, count);
  }
  reader.finish();
  if (count > 0) return;
  const sheet = table.sheet === null ? '' : `, sheet "${table.sheet}"`;
  survey.withoutRows.push(`${table.name}${sheet} holds no row`);
}

/** Keys of holders, those of the last one remembered: their situations come one after the other. */
function lastKeysOf(keysOf: KeysOf): KeysOf {
  let last = {
    certification: '',
    holder: '',
    keys: { recordKey: 0, hash: '' } as ReturnType<KeysOf>,
  };
  return (certification, holder) => {
    if (last.holder !== holder || last.certification !== certification) {
      last = { certification, holder, keys: keysOf(certification, holder) };
    }
    return last.keys;
  };
}

/** Row of a holder that is stored, unless the files give the roster of the cohort anew. */
function storedRow({ holders, stored, cohorts }: Survey, hash: string): number | undefined {
  const row = stored.rowOf(hash);
  return row === undefined || cohorts.has(cohortOf(holders, row)) ? undefined : row;
}

function refuseTooMany({ name: file, sheet }: SurveyTable, { count }: HolderTable): void {
  if (count <= MOST_HOLDERS) return;
  const refusals = new Refusals();
  refusals.add(
    { file, sheet, line: null, column: null },
    {
      fr: `plus de ${MOST_HOLDERS} titulaires en un seul import\u00a0: importez les certifications en plusieurs fois`,
      en: `more than ${MOST_HOLDERS} holders in one import: import the certifications in several`,
    },
  );
  refusals.throwIfAny();
}

/** Refuses holders who are stored in another cohort of their certification: whoever obtains it twice has two identifiers. */
function refuseMoved({ holders, stored, cohorts }: Survey, refusals: Refusals): void {
  if (stored.count === 0) return;
  const count = holders.count;
  for (let row = 0; row < count; row++) {
    if (stored.has(row)) continue;
    const { certificationCode, hash } = holders.at(row);
    const other = stored.rowOf(hash);
    if (other === undefined || cohorts.has(cohortOf(holders, other))) continue;
    const year = holders.yearOf(other);
    refusals.add(
      { file: certificationCode, sheet: null, line: null, column: null },
      {
        fr: `des titulaires de ${holders.yearOf(row)} sont déjà dans la liste de ${year}\u00a0: un identifiant est unique dans une certification`,
        en: `holders of ${holders.yearOf(row)} are in the roster of ${year} already: an identifier is unique within a certification`,
      },
    );
  }
}
