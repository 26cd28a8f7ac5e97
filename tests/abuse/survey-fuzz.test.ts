import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { RefusedFileError } from '../../src/domain/errors.ts';
import { forgetSurveys, query } from '../ingest/surveys/survey-state.ts';
import { openMigratedPglite } from '../support/database.ts';
import { ficheWith, publishFiches } from '../support/factories.ts';
import { inFull } from '../support/in-full.ts';
import { importTexts } from '../support/surveys.ts';
import { expectConsistent, expectNamed } from './survey-invariants.ts';
import { bytes, type Damage, KINDS } from './survey-kinds.ts';

/** Damaged imports of each kind; every so many of them writes, and the others are checked alone. */
const RUNS = inFull(290, 14_300);
const WRITES_EACH = 20;

/** Memory that no damaged file of some kilobytes may take beside what the process had. */
const MOST_MEMORY = 1_500_000_000;

/** What may be put anywhere into a file. */
const PIECES = [
  ...['"', '""', ';', ',', '\t', '\n', '\r', '\r\n', '\0', '\uFEFF', '\u202E', '\u{1F600}', "'"],
  ...['-1', '0', '99999999999999999999', '1e309', 'NaN', '31/02/2024', '2024-02-30', '9999-12-31'],
  ...['RNCP1', 'RNCP0', 'RS2', 'A1', 'EMPLOI', 'REPONDU', 'INACTIF', 'constructor', '__proto__'],
  ...[
    '<',
    '>',
    '&',
    '&#0;',
    '&x;',
    ']]>',
    '<![CDATA[',
    '</row>',
    '<c t="s"><v>1</v></c>',
    '_x0000_',
  ],
  ...[
    '_xD800_',
    '<f>1</f>',
    '<!DOCTYPE a>',
    '@24',
    '{',
    '}',
    '[',
    ']',
    'null',
    '1 85 05 78 006 084 91',
  ],
].map(bytes);

const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (given: Buffer, share: number) => Math.floor(share * given.length);
const splice = (given: Buffer, from: number, to: number, piece: Buffer) =>
  Buffer.concat([given.subarray(0, from), piece, given.subarray(to)]);

const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc
    .array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 6 })
    .map((flips) => (given: Buffer) => {
      const changed = Buffer.from(given);
      for (const [share, byte] of flips) {
        changed[Math.min(at(given, share), Math.max(0, given.length - 1))] = byte;
      }
      return changed;
    }),
  place.map((share) => (given: Buffer) => given.subarray(0, at(given, share))),
  place.map((share) => (given: Buffer) => given.subarray(at(given, share))),
  fc
    .tuple(place, fc.nat(40), fc.constantFrom(...PIECES, Buffer.alloc(0)))
    .map(([share, length, piece]) => (given: Buffer) => {
      const from = at(given, share);
      return splice(given, from, from + length, piece);
    }),
  fc
    .tuple(place, fc.constantFrom(...PIECES), fc.constantFrom(1, 1, 3, 20_000))
    .map(([share, piece, times]) => (given: Buffer) => {
      const many = Buffer.concat(Array.from({ length: times }, () => piece));
      return splice(given, at(given, share), at(given, share), many);
    }),
  fc.tuple(place, place).map(([one, other]) => (given: Buffer) => {
    // The part between two places, twice.
    const [from, to] = [at(given, Math.min(one, other)), at(given, Math.max(one, other))];
    return splice(given, to, to, given.subarray(from, to));
  }),
  fc.tuple(place, place).map(([one, other]) => (given: Buffer) => {
    // Two lines, or tags, change places.
    const parts = given.toString('latin1').split(/(?<=[\n>,;])/);
    const [from, to] = [one, other].map((share) => Math.floor(share * parts.length)) as [
      number,
      number,
    ];
    [parts[from], parts[to]] = [parts[to] ?? '', parts[from] ?? ''];
    return Buffer.from(parts.join(''), 'latin1');
  }),
);
const damages = fc.array(damage, { minLength: 1, maxLength: 2 });

describe('a damaged survey', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigratedPglite();
    await publishFiches(database, [ficheWith({ code: 'RNCP1' }), ficheWith({ code: 'RS2' })]);
  });
  beforeEach(() => forgetSurveys(database));
  afterAll(() => database[Symbol.asyncDispose]());

  const stored = async () => {
    const tables = ['survey.holder', 'survey.answer', 'survey.import', 'survey.secret'];
    const counts = [...tables, 'survey.mapping', 'versions.survey_class', 'publication'].map(
      (table) => `(select count(*) from ${table})`,
    );
    const rows = await query<{ counts: string }>(
      database,
      `select concat_ws(' ', ${counts.join(', ')},
        (select count(*) from survey.holder where until = 2147483647),
        (select sum(until::bigint) from survey.answer)) as counts`,
    );
    return rows[0]?.counts;
  };

  test.each(KINDS)('is imported before it is damaged: %s', async (_kind, { right }) => {
    const { files: given, mapping } = await right();
    const result = await importTexts(database, given, { mapping });
    expect(result.cohorts).toBeGreaterThan(0);
  });

  test.each(KINDS)(
    `is imported, or refused and nothing of it is stored: %s, ${RUNS} times`,
    async (_kind, { damaged }) => {
      const seen = { imported: 0, refused: 0 };
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(damages, fc.boolean(), async (some, second) => {
          runs += 1;
          const { files: given, mapping } = await damaged(
            (right) => some.reduce((text, each) => each(text), right),
            second,
          );
          const check = runs % WRITES_EACH > 0;
          const before = check ? null : await stored();
          const error = await importTexts(database, given, {
            ...{ mapping, check, onCohort: expectConsistent },
          }).then(
            () => null,
            (reason: unknown) => reason,
          );
          expect(process.memoryUsage().rss).toBeLessThan(MOST_MEMORY);
          if (error === null) {
            seen.imported += 1;
            return;
          }
          seen.refused += 1;
          if (!(error instanceof RefusedFileError)) throw error;
          expectNamed(error, Object.keys(given));
          if (!check) expect(await stored()).toBe(before);
        }),
        { numRuns: RUNS, seed: 35_746, endOnFailure: true },
      );
      expect(seen.refused).toBeGreaterThan(0);
      expect(seen.imported).toBeGreaterThan(0);
    },
    inFull(120_000, 3_600_000),
  );
});
