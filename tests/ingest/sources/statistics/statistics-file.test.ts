import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RefusedFileError } from '../../../../src/domain/errors.ts';
import { readStatisticsFile } from '../../../../src/ingest/sources/statistics/statistics-file.ts';
import { dataFile } from '../export/read-export.ts';

const HEADER =
  'code;annee;certifies;certifies_vae;taux_global_6_mois;taux_metier_6_mois;taux_metier_2_ans';
const FULL = {
  code: 'RNCP35746',
  year: 2020,
  certified: 23,
  certifiedThroughVae: 0,
  rates: {
    GLOBAL_6_MONTHS: 86.5,
    TARGET_OCCUPATION_6_MONTHS: 50,
    TARGET_OCCUPATION_2_YEARS: null,
  },
};

const read = (...lines: string[]) => readStatisticsFile([HEADER, ...lines].join('\n'));

describe('rows', () => {
  test.each([
    ['semicolons and decimal commas', `${HEADER}\nRNCP35746;2020;23;0;86,5;50;\n`],
    ['a byte order mark and CRLF', `\uFEFF${HEADER}\r\nRNCP35746;2020;23;0;86.5;50;\r\n`],
    ['commas and decimal points', `${HEADER.replaceAll(';', ',')}\nRNCP35746,2020,23,0,86.5,50,\n`],
    [
      'commas and quoted decimal commas',
      `${HEADER.replaceAll(';', ',')}\n"RNCP35746","2020","23","0","86,5","50",""\n`,
    ],
    [
      'columns in another order, spaces, capitals, quotes',
      'ANNEE; Code ;"taux_global_6_mois";taux_metier_6_mois;taux_metier_2_ans;certifies;certifies_vae\n2020; rncp 35746 ;86,5 %;50;;23;0',
    ],
    ['empty columns and lines at the end', `${HEADER};;\nRNCP35746;2020;23;0;86,5;50;;;\n\n\n`],
    ['whole numbers as fractions', `${HEADER}\n35746.0;2020.0;23.0;0,0;86.50;50.0;`],
    ['blank rows', `${HEADER}\n;;;;;;\n ; ;;"";;;\nRNCP35746;2020;23;0;86.5;50;\n;;;;;;;;\n`],
    ['the number alone', `${HEADER}\n35746;2020;23;0;86,5;50;-`],
    [
      'the address of the page',
      `${HEADER}\nhttps://www.francecompetences.fr/recherche/rncp/35746/;2020;23;0;86,5;50;`,
    ],
  ])('are read with %s', (_, text) => {
    expect(readStatisticsFile(text)).toEqual({ rows: [FULL], findings: [] });
  });

  test('come in the order of the file, one refused alone', () => {
    const { rows, findings } = readStatisticsFile(dataFile('statistics.csv').toString('utf8'));
    expect(rows.map(({ code, year }) => `${code} ${year}`)).toEqual([
      'RNCP900001 2020',
      'RNCP900001 2019',
      'RS900001 2021',
    ]);
    expect(rows[2]?.rates.GLOBAL_6_MONTHS).toBeNull();
    expect(findings).toMatchObject([
      { rule: 'REFUSED_VALUE', certificationCode: null, element: 'code', given: 'la fiche' },
    ]);
    expect(findings[0]?.message).toMatch(/^line 5: "la fiche" is not a register code/);
  });
});

describe('what cannot be read is a finding with its line', () => {
  test('a value, the others of its row being kept', () => {
    const { rows, findings } = read('RNCP35746;2020;23;-1;beaucoup;50;147');
    expect(rows).toEqual([
      {
        ...FULL,
        certifiedThroughVae: null,
        rates: { ...FULL.rates, GLOBAL_6_MONTHS: null },
        unreadableRates: ['GLOBAL_6_MONTHS', 'TARGET_OCCUPATION_2_YEARS'],
      },
    ]);
    expect(findings.map(({ element, given }) => [element, given])).toEqual([
      ['certifies_vae', '-1'],
      ['taux_global_6_mois', 'beaucoup'],
      ['taux_metier_2_ans', '147'],
    ]);
    expect(findings[0]).toMatchObject({
      certificationCode: 'RNCP35746',
      cohortYear: 2020,
      rule: 'REFUSED_VALUE',
    });
  });

  test.each([
    ['no code', ';2020;23;0;;;', 'code'],
    ['no year', 'RNCP1;;23;0;;;', 'annee'],
    ['an absurd year', 'RNCP1;20;23;0;;;', 'annee'],
    ['missing cells', 'RNCP1;2020;23', 'line'],
    ['too many cells', 'RNCP1;2020;23;0;;;;9', 'line'],
  ])('a row with %s', (_, line, element) => {
    const { rows, findings } = read('RNCP2;2020;1;;;;', '', line);
    expect(rows.map(({ code }) => code)).toEqual(['RNCP2']);
    expect(findings).toMatchObject([{ rule: 'REFUSED_VALUE', element }]);
    expect(findings[0]?.message).toMatch(/^line 4: /);
  });

  test('a second row for one cohort', () => {
    const { rows, findings } = read('RNCP1;2020;1;;;;', 'rncp-1;2020;2;;;;', 'RNCP1;2021;3;;;;');
    expect(rows.map(({ certified }) => certified)).toEqual([1, 3]);
    expect(findings).toMatchObject([
      { rule: 'DUPLICATE_COHORT_YEAR', certificationCode: 'RNCP1', cohortYear: 2020 },
    ]);
  });
});

describe('a file is refused as a whole', () => {
  test.each([
    ['a missing column', HEADER.replace(';certifies_vae', ''), /lacks certifies_vae: the columns/],
    ['an unknown column', `${HEADER};taux`, /has the unknown "taux"/],
    ['a column given twice', `${HEADER};code`, /has code twice/],
    [
      'several faults at once',
      HEADER.replace('annee', 'année'),
      /lacks annee and has the unknown "année"/,
    ],
    ['no line', HEADER, /a header and no line/],
    ['blank rows alone', `${HEADER}\n;;;;;;\n`, /a header and no line/],
    ['nothing', '', /lacks code, annee/],
    ['a quote left open', `${HEADER}\n"RNCP1;2020;1;;;;\n`, /cannot be read as CSV/],
    ['a line without end', `${HEADER}\n${'1'.repeat(70_000)}`, /cannot be read as CSV/],
  ])('with %s', (_, text, message) => {
    expect(() => readStatisticsFile(text)).toThrow(RefusedFileError);
    expect(() => readStatisticsFile(text)).toThrow(message);
  });

  test('when it is longer than 64 Mi characters', () => {
    const text = `${HEADER}\n${'RNCP1;2020;1;;;;\n'.repeat(4_000_000)}`;
    expect(() => readStatisticsFile(text)).toThrow(/at most 67108864 are accepted/);
  });

  test('or read: nothing else happens, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        try {
          const { rows, findings } = read(text);
          expect(rows.length + findings.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(RefusedFileError);
        }
      }),
      { seed: 20_260_816, numRuns: 500 },
    );
  });
});
