import { createHash } from 'node:crypto';
import type { Cell, Dataset } from '../../src/datasets/dataset.ts';
import { parseParameters } from '../../src/datasets/parameter.ts';
import { readDataset } from '../../src/datasets/read.ts';
import type { Database } from '../../src/db/database.ts';
import { insertSurveyAccess } from '../../src/db/surveys/access-log.ts';
import { PUBLIC, type Reader } from '../../src/domain/access/reader.ts';
import { ReaderAccess } from '../../src/domain/access/reader-access.ts';
import { viewOn } from '../../src/snapshot/day-view.ts';
import { publicationReader } from '../../src/snapshot/publication-reader.ts';
import { type SurveyService, surveyService } from '../../src/snapshot/surveys/survey-service.ts';
import { storeOf, TODAY } from './client.ts';
import { cohortFiles, EXAMPLE, importTexts, SECRET } from './surveys.ts';

/** Examiners read the surveys of these certifications alone. */
export const ASSIGNED: Readonly<Record<string, string>> = { alice: 'RNCP2' };

export const SURVEYS: SurveyService = surveyService(SECRET, {
  has: (examiner, code) => ASSIGNED[examiner] === code,
});

/** What a reader is given of a dataset, and the certifications that were noted for it. */
export interface GivenRows {
  readonly rows: Record<string, Cell>[];
  readonly noted: readonly string[];
  readonly isForReader: boolean;
}

/** All rows of a dataset as a reader sees them; parameters as in its address. */
export async function rowsFor(
  database: Database,
  dataset: Dataset,
  {
    reader = PUBLIC,
    query = {},
    limit = null,
    surveys = SURVEYS,
  }: {
    readonly reader?: Reader;
    readonly query?: Readonly<Record<string, string>>;
    readonly limit?: number | null;
    readonly surveys?: SurveyService | null;
  } = {},
): Promise<GivenRows> {
  const { values, problems } = parseParameters(dataset.parameters, new URLSearchParams(query));
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const snapshot = await storeOf(database).refresh();
  const access = new ReaderAccess(reader);
  const rows: Record<string, Cell>[] = [];
  for await (const batch of readDataset(dataset, {
    ...{ view: viewOn(snapshot, TODAY), read: publicationReader(database, snapshot) },
    ...{ values, limit, access, surveys },
  })) {
    for (const row of batch.rows) {
      const cells = dataset.columns.map(({ name }, place) => [name, row[place] ?? null] as const);
      rows.push(Object.fromEntries(cells));
    }
  }
  return { rows, noted: access.takeRead(), isForReader: access.isConsulted };
}

const OPERATOR = { role: 'OPERATOR', name: 'boss' } as const;

/** Settings of a server that serves surveys, to the operator in full. */
export const SERVED_SURVEYS = {
  surveys: SURVEYS,
  apiKeys: [
    {
      name: OPERATOR.name,
      reader: OPERATOR,
      sha256: createHash('sha256').update(OPERATOR.name).digest('hex'),
    },
  ],
};
export const OPERATOR_HEADERS = { 'x-api-key': OPERATOR.name } as const;

/** How the operator reads rows of a dataset where surveys are served. */
export const asOperator = () => ({ access: new ReaderAccess(OPERATOR), surveys: SURVEYS });

/** Imports surveys of cohorts of some certifications, and logs a read of each. */
export async function addSurveys(
  database: Database,
  codes: readonly string[],
  years: readonly number[] = [2024],
): Promise<void> {
  const files = codes.flatMap((code) =>
    years.flatMap((year) => {
      const { roster, situations } = cohortFiles(code, EXAMPLE, { year, prefix: `${year}-` });
      const of = `${code} ${year}.csv`;
      return [[`roster ${of}`, roster] as const, [`situations ${of}`, situations] as const];
    }),
  );
  await importTexts(database, Object.fromEntries(files));
  await using session = await database.session();
  for (const [place, code] of codes.entries()) {
    await insertSurveyAccess(session.db, {
      ...{ readAt: new Date(Date.UTC(2018 + (place % 12), 5, 1, 12)), requestId: `read-${place}` },
      ...{ reader: OPERATOR, operation: 'survey-rates', certificationCodes: [code] },
    });
  }
}
