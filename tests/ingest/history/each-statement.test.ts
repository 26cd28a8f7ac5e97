import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import { importFiles } from '../../../src/ingest/publish/publish.ts';
import { TODAY } from '../../support/client.ts';
import { describeEachEngine } from '../../support/database.ts';
import { inFull } from '../../support/in-full.ts';
import { Importer } from '../publish/importer.ts';
import { answersOf } from './answers.ts';
import { exportTextOf, pageText, statisticsText } from './file-texts.ts';
import { readSaid, type Said } from './said.ts';
import { StoppedError, statementsOf, stopping } from './stopping-database.ts';
import { expectTidy } from './tidy.ts';

const fiche = (
  title: string,
  global6: string,
  parts: readonly ('a block' | 'a partner')[] = [],
) => ({
  ...{ title, parts, readable: true },
  cohorts: { 2020: { certified: '20', global6, target24: '' } },
});
const line = (code: string, global6: string) => ({
  ...{ code, year: '2020', certified: '20', vae: '2', global6, target6: '75', target24: '' },
});

/** Three imports, of which the last has files of all kinds: fiches that are new, gone and altered. */
const IMPORTS: readonly (readonly (readonly [string, string])[])[] = [
  [
    [
      'rncp-2021-01-01.xml',
      exportTextOf({
        fiches: { RNCP1: fiche('Un', '80', ['a block']), RNCP2: fiche('Deux', '70') },
        nameless: true,
      }),
    ],
    ['rs-2021-01-01.xml', exportTextOf({ fiches: { RS7: fiche('Sept', '60') }, nameless: false })],
    ['taux-2021-01-01.csv', statisticsText([line('RNCP1', '81'), line('RS7', '60')])],
  ],
  [
    [
      'rncp-2021-02-01.xml',
      exportTextOf({
        fiches: { RNCP1: fiche('Un bis', '82'), RNCP3: fiche('Trois', '50') },
        nameless: false,
      }),
    ],
  ],
  [
    [
      'rncp-2021-03-01.xml',
      exportTextOf({
        fiches: {
          RNCP1: fiche('Un ter', '80', ['a partner']),
          RNCP2: fiche('Deux', '70'),
          RNCP4: fiche('Quatre', '40', ['a block']),
        },
        nameless: true,
      }),
    ],
    ['rs-2021-03-01.xml', exportTextOf({ fiches: { RS8: fiche('Huit', '60') }, nameless: false })],
    ['taux-2021-03-01.csv', statisticsText([line('RNCP2', '71'), line('RNCP5', '60')])],
    ['page-2021-03-01.txt', pageText({ code: 'RNCP1', title: 'Page', lines: [line('', '83')] })],
  ],
];

/** Statements at which it is stopped when not at each. */
const SAMPLE = 8;
/** Fractional part of the golden ratio: its multiples are spread evenly. */
const SPREAD = 0.618_034;

describeEachEngine('an import on', (openDatabase) => {
  let database: Database;
  let importer: Importer;
  let statements = 0;
  /** What three imports that were not stopped say at the end. */
  let expected: Said;
  /** What the first two said, and how they were answered. */
  let before: Awaited<ReturnType<typeof all>>;

  const run = async (over: Database, files: (typeof IMPORTS)[number]) => {
    const paths: string[] = [];
    for (const [name, text] of files) paths.push(await importer.write(name, text));
    const options = { today: TODAY, knownOn: parsePlainDate('2021-03-01'), allowShrink: true };
    return importFiles(over, paths, options);
  };

  const all = async () => ({
    said: [await readSaid(database, 1), await readSaid(database, 2)],
    answers: await answersOf(database, [1, 2]),
    served: (await database.servedPublication())?.id,
  });

  beforeAll(async () => {
    const whole = await openDatabase();
    database = await openDatabase();
    importer = await Importer.into(database);
    const [first = [], second = [], third = []] = IMPORTS;
    for (const files of [first, second]) {
      await run(whole, files);
      await run(database, files);
    }
    statements = await statementsOf(whole, (over) => run(over, third));
    expected = await readSaid(whole, 3);
    before = await all();
    return () => importer[Symbol.asyncDispose]();
  });

  /** Stops the third import at a statement; those after it succeed, or fail too. */
  const stopAt = async (after: number, recovers: boolean) => {
    const stopped = run(stopping(database, { after, recovers }), IMPORTS[2] ?? []);
    const error = await stopped.then(
      () => null,
      (reason: unknown) => reason,
    );
    const cause = error instanceof Error && error.cause ? error.cause : error;
    expect([after, cause]).toEqual([after, expect.any(StoppedError)]);
    expect([after, await all()]).toEqual([after, before]);
    if (recovers) await expectTidy(database, 2);
  };

  describe.each([
    [true, 'and removes what it wrote'],
    [false, 'and is gone'],
  ])('that fails at a statement (%s)', (recovers) => {
    test(
      `changes nothing, at ${inFull(0, 1) ? 'each one' : `${SAMPLE} of them`}`,
      async () => {
        expect(statements).toBeGreaterThan(60);
        const count = inFull(SAMPLE, statements);
        for (let index = 0; index < count; index++) {
          const share = inFull(((index + 1) * SPREAD) % 1, index / statements);
          await stopAt(Math.round(share * (statements - 1)), recovers);
        }
      },
      inFull(60_000, 1_200_000),
    );
  });

  test('says what it would have, once it is not stopped', async () => {
    await run(database, IMPORTS[2] ?? []);
    expect(await readSaid(database, 3)).toEqual(expected);
    await expectTidy(database, 3);
  });
});
