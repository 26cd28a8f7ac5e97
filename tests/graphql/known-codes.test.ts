import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask, refusal, StatementLog } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { ficheWith, publishFiches } from '../support/factories.ts';

/** Nine abbreviations before the one that is written alike, and a letter that has an accent. */
const ABBREVIATIONS = ['AA', 'AB', 'AC', 'AD', 'AE', 'AF', 'AG', 'AH', 'AI', 'BTS', 'DÉ'];

const FICHES = [
  ...ABBREVIATIONS.map((code, index) =>
    ficheWith({
      code: `RNCP${index + 1}`,
      abbreviation: { code, label: null },
      specialities: [{ code: '326t', label: null }],
      occupations: [{ code: `M18${10 + index}`, label: null }],
    }),
  ),
];

const LIST = `query ($filter: CertificationFilter) {
  certifications(filter: $filter) { nodes { code } }
}`;

describeEachEngine('codes of a filter on', (openDatabase) => {
  const log = new StatementLog();
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase(log.listen);
    await publishFiches(database, FICHES);
  });

  async function select(filter: object): Promise<string[]> {
    const { certifications } = await ask<{ certifications: { nodes: { code: string }[] } }>(
      database,
      LIST,
      { filter },
    );
    return certifications.nodes.map(({ code }) => code);
  }

  test('are known in any case of abbreviations, accents included', async () => {
    expect(await select({ abbreviations: ['bts', 'dé'] })).toEqual(['RNCP10', 'RNCP11']);
    expect(await select({ abbreviations: ['DÉ'] })).toEqual(['RNCP11']);
  });

  test('are known by their first characters where these are enough', async () => {
    expect(await select({ specialities: ['3'] })).toHaveLength(11);
    expect(await select({ specialities: ['326t'], occupations: ['M', 'M1810'] })).toHaveLength(11);
    expect(await select({ occupations: [] })).toEqual([]);
  });

  test.each([
    // The eight nearest: 'M18', then '2' and the rest.
    [
      { occupations: ['M1829'] },
      'occupations: "M1829" is not a ROME code that the register has; some that it has: M1820, M1810, M1811, M1812, M1813, M1814, M1815, M1816',
    ],
    [
      { specialities: ['326n'] },
      'specialities: "326n" is not an NSF code that the register has; some that it has: 326t',
    ],
    [
      // More than the code that is there.
      { occupations: ['M1810', 'N'] },
      'occupations: "N" is not a ROME code that the register has; some that it has: M1810, M1811, M1812, M1813, M1814, M1815, M1816, M1817',
    ],
    [
      // In whatever case it is written, since any is accepted.
      { abbreviations: ['bt'] },
      'abbreviations: "bt" is not an abbreviation that the register has; some that it has: BTS, AA, AB, AC, AD, AE, AF, AG',
    ],
    [
      { certifiers: ['123456789'] },
      'certifiers: "123456789" is not the SIREN of a certifying body that the register has; it has none',
    ],
  ])(
    'that the register lacks are refused with the nearest that it has: %j',
    async (filter, message) => {
      expect(await refusal(database, LIST, { filter })).toEqual({
        name: 'BadUserInputError',
        message,
      });
    },
  );

  test('that are a certifying body of findings are refused alike', async () => {
    const findings = `query ($filter: FindingFilter) {
      findings(filter: $filter) { totalCount } findingStatistics(filter: $filter) { groupCount }
    }`;
    expect(await refusal(database, findings, { filter: { certifier: '123456789' } })).toEqual({
      name: 'BadUserInputError',
      message:
        'certifier: "123456789" is not the SIREN of a certifying body that the register has; it has none',
    });
    // A fiche that was refused is in no register, and has findings.
    const answer = await ask<{ findings: { totalCount: number } }>(database, findings, {
      filter: { certification: 'RNCP99999' },
    });
    expect(answer.findings.totalCount).toBe(0);
  });

  test('are looked up once for all the rows of a list', async () => {
    const nested = `query ($first: Int) { occupations(first: $first) { nodes {
      certifications(filter: { specialities: ["326t"] }) { nodes { code } }
    } } }`;
    const cost = async (first: number) =>
      (await log.during(() => ask(database, nested, { first }))).length;
    expect(await cost(10)).toBe(await cost(1));
  });
});
