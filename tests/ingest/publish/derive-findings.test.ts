import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { type FindingRule, MERGED_RULES } from '../../../src/domain/findings/finding.ts';
import { describeEachEngine } from '../../support/database.ts';
import type { FicheText } from '../sources/export/export-text.ts';
import { BODY, body, cleanFiche, Importer } from './importer.ts';

function cohorts(...lines: readonly Readonly<Record<string, string>>[]): string {
  const line = (figures: Readonly<Record<string, string>>) =>
    Object.entries(figures)
      .map(([tag, text]) => `<${tag}>${text}</${tag}>`)
      .join('');
  return `<STATISTIQUES_PROMOTIONS>${lines.map((each) => `<STATISTIQUES_PROMOTION>${line(each)}</STATISTIQUES_PROMOTION>`).join('')}</STATISTIQUES_PROMOTIONS>`;
}

const blocks = (...codes: readonly string[]) =>
  `<BLOCS_COMPETENCES>${codes.map((code) => `<BLOC_COMPETENCES><CODE>${code}</CODE><LIBELLE>Bloc</LIBELLE></BLOC_COMPETENCES>`).join('')}</BLOCS_COMPETENCES>`;

const predecessor = (code: string) =>
  `<ANCIENNES_CERTIFICATIONS><ANCIENNE_CERTIFICATION><ID_FICHE_ANCIENNE_CERTIFICATION>${code}</ID_FICHE_ANCIENNE_CERTIFICATION></ANCIENNE_CERTIFICATION></ANCIENNES_CERTIFICATIONS>`;

describeEachEngine('findings that are derived at publication on', (openDatabase) => {
  let database: Database;
  let importer: Importer;

  beforeAll(async () => {
    database = await openDatabase();
    importer = await Importer.into(database);
  });
  afterAll(() => importer[Symbol.asyncDispose]());
  beforeEach(() => importer.forget());

  test('a fiche in which nothing is wrong has no finding', async () => {
    await importer.export('RNCP', '2026-08-16', [
      cleanFiche('RNCP1', { cohorts: [['2022', '40', '80', '70']] }),
      cleanFiche('RNCP2', { extra: blocks('RNCP2BC01', 'RNCP2BC02') }),
    ]);
    expect(await importer.findings()).toEqual([]);
  });

  test('a fault of each rule that is planted in an export is found, and nothing else', async () => {
    const faulty = [
      cleanFiche('RNCP1', {
        extra: cohorts({
          ...{ ANNEE: '2020', NOMBRE_CERTIFIES: '100', TAUX_INSERTION_GLOBAL_6MOIS: '60' },
          TAUX_INSERTION_METIER_6MOIS: '70',
        }),
      }),
      // Of at most three respondents none, a third, a half, two thirds or all found work.
      cleanFiche('RNCP2', { cohorts: [['2020', '3', '40']] }),
      cleanFiche('RNCP3', {
        extra: cohorts({ ANNEE: '2020', NOMBRE_CERTIFIES: '10', NOMBRE_CERTIFIES_VAE: '12' }),
      }),
      cleanFiche('RNCP4', { cohorts: [['1969', '5']] }),
      // Observed from 2027-06-30 on.
      cleanFiche('RNCP5', { cohorts: [['2026', '10', '80']] }),
      cleanFiche('RNCP6', { endsOn: '15/08/2026', active: 'Oui' }),
      cleanFiche('RNCP7', { level: 'NIV9' }),
      cleanFiche('RNCP8', { extra: blocks('RNCP8BC01', 'RNCP8BC01') }),
      { ...cleanFiche('RNCP9'), extra: '' }, // without a body
      cleanFiche('RNCP10', { cohorts: [['2020', '100', '100']] }),
      cleanFiche('RNCP11', {
        cohorts: [
          ['2020', '10', '80'],
          ['2021', '20', '80'],
          ['2022', '30', '80'],
        ],
      }),
      cleanFiche('RNCP12', {
        extra:
          '<DATE_DECISION>01/01/2024</DATE_DECISION><DUREE_ENREGISTREMENT>3</DUREE_ENREGISTREMENT>',
      }),
      cleanFiche('RNCP13', { endsOn: '16/08/2027', cohorts: [['2020', '10', '80']] }),
      cleanFiche('RNCP14', { extra: blocks('BC1') }),
      { ...cleanFiche('RNCP15'), extra: body('') },
      cleanFiche('RNCP16', { extra: predecessor('RNCP999') }),
      cleanFiche('RNCP17', { extra: predecessor('RNCP18') }),
      cleanFiche('RNCP18'),
      cleanFiche('RNCP19', {
        extra: '<LIEN_URL_DESCRIPTION>voir le site</LIEN_URL_DESCRIPTION>',
      }),
      // Found while it is read: the check digit is 7.
      {
        ...cleanFiche('RNCP20', { cohorts: [['2020', '10', '147']] }),
        extra: body('<SIRET_CERTIFICATEUR>32800778600078</SIRET_CERTIFICATEUR>'),
      },
      cleanFiche('RNCP21', { cohorts: [['2020', '0', '80']] }),
      cleanFiche('RNCP22', {
        extra: '<TYPE_ENREGISTREMENT>Enregistrement sur demande</TYPE_ENREGISTREMENT>',
        cohorts: [
          ['2018', '10', '80'],
          ['2020', '10', '70'],
        ],
      }),
      // Refused while it is read, and so not missing.
      {
        ...cleanFiche('RNCP23'),
        extra: body('<SIRET_CERTIFICATEUR>1234567890</SIRET_CERTIFICATEUR>'),
      },
    ];
    const first = await importer.export('RNCP', '2026-08-16', faulty);
    const second = await importer.export('RS', '2026-08-16', [
      { code: 'RS1', extra: BODY, endsOn: '31/12/2030', cohorts: [['2020', '3', '40', '100']] },
    ]);
    expect(await importer.findings()).toEqual([
      ['ACTIVE_FLAG_CONTRADICTS_END', 'RNCP6', null, 'Oui', first],
      ['DANGLING_LINEAGE', 'RNCP16', null, 'RNCP999', first],
      ['DUPLICATE_BLOCK_CODE', 'RNCP8', null, 'RNCP8BC01', first],
      ['END_DATE_MISMATCH', 'RNCP12', null, '2030-12-31', first],
      ['IMPLAUSIBLE_COHORT_YEAR', 'RNCP4', 1969, '1969', first],
      ['IMPOSSIBLE_RATES', 'RNCP1', 2020, '60 / 70', first],
      ['IMPOSSIBLE_RATES', 'RNCP2', 2020, '40', first],
      ['INVALID_RATE', 'RNCP20', 2020, '147', first],
      ['INVALID_SIRET', 'RNCP20', null, '32800778600078', first],
      ['LINK_NOT_URL', 'RNCP19', null, 'voir le site', first],
      ['MALFORMED_BLOCK_CODE', 'RNCP14', null, 'BC1', first],
      ['MISSING_CERTIFIER', 'RNCP9', null, null, first],
      ['MISSING_COHORT_YEARS', 'RNCP22', null, '2019, 2021, 2022, 2023, 2024', first],
      ['MISSING_SIRET', 'RNCP15', null, 'Institut', first],
      ['ONE_SIDED_LINEAGE', 'RNCP17', null, 'RNCP18', first],
      ['PERFECT_RATE_ON_LARGE_COHORT', 'RNCP10', 2020, '100', first],
      ['PUBLISHED_BEFORE_OBSERVABLE', 'RNCP5', 2026, '80', first],
      // Both rates; on the RS they are judged no further.
      ['RATE_ON_RS', 'RS1', 2020, '100', second],
      ['RATE_ON_RS', 'RS1', 2020, '40', second],
      ['RATE_WITHOUT_HOLDER', 'RNCP21', 2020, '80', first],
      ['REFUSED_VALUE', 'RNCP23', null, '1234567890', first],
      ['REPEATED_RATES', 'RNCP11', 2022, 'TAUX_INSERTION_GLOBAL_6MOIS 80', first],
      ['STATISTICS_LIKELY_STALE', 'RNCP22', null, '2020', first],
      ['TARGET_ABOVE_GLOBAL', 'RNCP1', 2020, '70', first],
      ['TOO_FEW_USABLE_COHORTS', 'RNCP13', null, '1', first],
      ['UNKNOWN_LEVEL', 'RNCP7', null, 'NIV9', first],
      ['VAE_ABOVE_CERTIFIED', 'RNCP3', 2020, '12', first],
    ]);
    const french = await importer.frenchMessages();
    expect(french.filter((message) => message.includes('en anglais'))).toEqual([]);
  });

  describe('a value that was refused is not also said to be missing:', () => {
    const onRequest = '<TYPE_ENREGISTREMENT>Enregistrement sur demande</TYPE_ENREGISTREMENT>';
    const certifier = (text: string) =>
      `<CERTIFICATEURS><CERTIFICATEUR>${text}<ETAT_CERTIFICATEUR>Actif</ETAT_CERTIFICATEUR></CERTIFICATEUR></CERTIFICATEURS>`;
    const figures = (...lines: readonly (readonly [string] | readonly [string, string])[]) =>
      lines.map(([year, ...rate]) => [year, '10', ...rate] as const);
    const other = (code: string, extra: string) => cleanFiche(code, { extra });

    /** What is absent is found by the rule; the same refused, by the rule of what is refused alone. */
    const CASES: readonly (readonly [
      FindingRule,
      string,
      { readonly absent: readonly FicheText[]; readonly refused: readonly FicheText[] },
    ])[] = [
      [
        'MISSING_SIRET',
        'a SIRET',
        {
          absent: [{ ...cleanFiche('RNCP1'), extra: body('') }],
          refused: [
            {
              ...cleanFiche('RNCP1'),
              extra: body('<SIRET_CERTIFICATEUR>1234567890</SIRET_CERTIFICATEUR>'),
            },
          ],
        },
      ],
      [
        'MISSING_CERTIFIER',
        'the name of the only certifier',
        {
          absent: [{ ...cleanFiche('RNCP1'), extra: '' }],
          refused: [
            {
              ...cleanFiche('RNCP1'),
              extra: certifier('<SIRET_CERTIFICATEUR>32800778600077</SIRET_CERTIFICATEUR>'),
            },
          ],
        },
      ],
      [
        'UNKNOWN_LEVEL',
        'a level of which the label alone is there',
        {
          absent: [{ code: 'RNCP1', endsOn: '31/12/2030', extra: BODY }],
          refused: [
            {
              ...{ code: 'RNCP1', endsOn: '31/12/2030' },
              extra: `${BODY}<NOMENCLATURE_EUROPE><LIBELLE>Niveau 5</LIBELLE></NOMENCLATURE_EUROPE>`,
            },
          ],
        },
      ],
      [
        'MISSING_COHORT_YEARS',
        'the year of a cohort',
        {
          absent: [
            cleanFiche('RNCP1', {
              extra: onRequest,
              cohorts: figures(['2022', '70'], ['2024', '80']),
            }),
          ],
          refused: [
            cleanFiche('RNCP1', {
              extra: onRequest,
              cohorts: figures(['2022', '70'], ['2O23', '75'], ['2024', '80']),
            }),
          ],
        },
      ],
      [
        'TOO_FEW_USABLE_COHORTS',
        'a rate',
        {
          absent: [
            cleanFiche('RNCP1', {
              ...{ endsOn: '16/08/2027', cohorts: figures(['2020', '70'], ['2021']) },
            }),
          ],
          refused: [
            cleanFiche('RNCP1', {
              ...{ endsOn: '16/08/2027', cohorts: figures(['2020', '70'], ['2021', '147']) },
            }),
          ],
        },
      ],
      [
        'STATISTICS_LIKELY_STALE',
        'the newest rate',
        {
          absent: [
            cleanFiche('RNCP1', {
              extra: onRequest,
              cohorts: figures(['2021', '70'], ['2022'], ['2023'], ['2024']),
            }),
          ],
          refused: [
            cleanFiche('RNCP1', {
              extra: onRequest,
              cohorts: figures(['2021', '70'], ['2022'], ['2023', 'n.c.'], ['2024']),
            }),
          ],
        },
      ],
      [
        'DANGLING_LINEAGE',
        'the other fiche',
        {
          absent: [other('RNCP1', predecessor('RNCP2'))],
          refused: [other('RNCP1', predecessor('RNCP2')), cleanFiche('RNCP2', { title: '' })],
        },
      ],
      [
        'ONE_SIDED_LINEAGE',
        'the link of the other fiche',
        {
          absent: [other('RNCP1', predecessor('RNCP2')), cleanFiche('RNCP2')],
          refused: [
            other('RNCP1', predecessor('RNCP2')),
            other('RNCP2', predecessor('la fiche 1').replaceAll('ANCIENNE', 'NOUVELLE')),
          ],
        },
      ],
    ];

    test('every rule that says that something is missing is held here', () => {
      const missing = MERGED_RULES.filter((rule) => rule.startsWith('MISSING_'));
      expect(CASES.map(([rule]) => rule)).toEqual(expect.arrayContaining(missing));
    });

    // An export of which too much is refused is refused itself.
    const rest = Array.from({ length: 120 }, (_, index) => cleanFiche(`RNCP${100 + index}`));

    test.each(CASES)('%s for %s', async (rule, _what, { absent, refused }) => {
      const rules = async () => (await importer.findings()).map(([each]) => each);
      await importer.export('RNCP', '2026-08-16', [...absent, ...rest]);
      expect(await rules()).toEqual([rule]);
      await importer.forget();
      await importer.export('RNCP', '2026-08-16', [...refused, ...rest]);
      expect(await rules()).toEqual([
        expect.toBeOneOf(['REFUSED_VALUE', 'INVALID_RATE', 'REFUSED_FICHE']),
      ]);
    });

    test('the year of a line of a statistics file', async () => {
      await importer.export('RNCP', '2026-08-16', [cleanFiche('RNCP1', { extra: onRequest })]);
      await importer.statistics(
        'RNCP1;2022;10;;80;;',
        'RNCP1;2O23;10;;80;;',
        'RNCP1;2024;10;;70;;',
      );
      expect((await importer.findings()).map(([rule]) => rule)).toEqual(['REFUSED_VALUE']);
    });

    test.each([
      ['2019 21', ['MISSING_COHORT_YEARS']],
      ['2O19 21', ['REFUSED_VALUE']],
    ])('the row of a fiche page, %s', async (row, expected) => {
      await importer.export('RNCP', '2026-08-16', [cleanFiche('RNCP35746', { extra: onRequest })]);
      const page = await readFile('src/demonstration/RNCP35746.txt', 'utf8');
      const path = await importer.write('RNCP35746-2026-08-16.txt', page.replace('2019 21', row));
      await importer.run([path]);
      const rules = "rule in ('MISSING_COHORT_YEARS', 'REFUSED_VALUE')";
      expect((await importer.findings(rules)).map(([rule]) => rule)).toEqual(expected);
    });
  });

  test('a finding keeps the publication that first had it, and goes when it is mended', async () => {
    const faulty = cleanFiche('RNCP1', { level: 'NIV9' });
    const other = cleanFiche('RNCP2', { extra: blocks('BC1') });
    const first = await importer.export('RNCP', '2026-01-01', [faulty]);
    const second = await importer.export('RNCP', '2026-01-02', [faulty, other]);
    const both = [
      ['MALFORMED_BLOCK_CODE', 'RNCP2', null, 'BC1', second],
      ['UNKNOWN_LEVEL', 'RNCP1', null, 'NIV9', first],
    ];
    expect(await importer.findings()).toEqual(both);
    // An export of the other register, and figures of a fiche, derive all anew.
    await importer.export('RS', '2026-01-03', [{ code: 'RS1', extra: BODY, endsOn: '31/12/2030' }]);
    expect(await importer.findings()).toEqual(both);
    await importer.statistics('RNCP2;2020;10;;80;;');
    expect(await importer.findings()).toEqual(both);
    const mended = cleanFiche('RNCP1');
    await importer.export('RNCP', '2026-01-04', [mended, other]);
    expect(await importer.findings()).toEqual(both.slice(0, 1));
    // What comes back is new again.
    const again = await importer.export('RNCP', '2026-01-05', [faulty, other]);
    expect(await importer.findings()).toEqual([
      both[0],
      ['UNKNOWN_LEVEL', 'RNCP1', null, 'NIV9', again],
    ]);
  });

  test('a finding of the day is of the newest export, not of the day of the import', async () => {
    const ending = cleanFiche('RNCP1', { endsOn: '31/12/2025' });
    const rules = async () => (await importer.findings()).map(([rule]) => rule);
    await importer.export('RNCP', '2024-12-30', [ending]);
    expect(await rules()).toEqual([]); // more than twelve months before
    // The very same file would be known already.
    await importer.export('RNCP', '2024-12-31', [{ ...ending, title: 'Un titre' }]);
    expect(await rules()).toEqual(['TOO_FEW_USABLE_COHORTS']);
    // The RS is newer, and its day is that of the whole.
    await importer.export('RS', '2026-01-01', [{ code: 'RS1', extra: BODY, active: 'Non' }]);
    expect(await rules()).toEqual(['ACTIVE_FLAG_CONTRADICTS_END']);
  });

  test('figures of a supplement mend a finding and make one', async () => {
    await importer.export('RNCP', '2026-08-16', [
      cleanFiche('RNCP1', { endsOn: '31/12/2026', cohorts: [['2020', '10', '80']] }),
    ]);
    const rules = async () => (await importer.findings()).map(([rule, , , given]) => [rule, given]);
    expect(await rules()).toEqual([['TOO_FEW_USABLE_COHORTS', '1']]);
    const page = await importer.statistics('RNCP1;2021;10;11;50;;');
    expect(await importer.findings()).toEqual([['VAE_ABOVE_CERTIFIED', 'RNCP1', 2021, '11', page]]);
  });

  const ONE = cleanFiche('RNCP1', {
    extra: predecessor('RNCP999'),
    cohorts: [
      ['2021', '200', '60'],
      ['2022', '200'],
    ],
  });
  const cohortsOfOne = () =>
    importer.ask('select year, certified, global_6_months from cohort order by year');

  test('a supplement that fails at its very end leaves all of it as it was', async () => {
    await importer.export('RNCP', '2026-08-16', [ONE]);
    const before = [await cohortsOfOne(), await importer.findings()];
    await administer(
      `create function refuse() returns trigger language plpgsql as
        $$ begin raise exception 'no more publications'; end $$`,
      'create trigger refuse before insert on publication execute function refuse()',
    );
    await expect(importer.statistics('RNCP1;2022;200;300;80;;')).rejects.toThrow(
      'no more publications',
    );
    await administer('drop trigger refuse on publication', 'drop function refuse');
    expect([await cohortsOfOne(), await importer.findings()]).toEqual(before);
    await importer.statistics('RNCP1;2022;200;300;80;;');
    expect(await importer.findings("rule = 'VAE_ABOVE_CERTIFIED'")).toHaveLength(1);
  });

  async function administer(...statements: readonly string[]): Promise<void> {
    await using session = await database.session();
    for (const statement of statements) await sql.raw(statement).execute(session.db);
  }
});
