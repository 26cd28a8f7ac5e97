import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { TODAY } from '../../support/client.ts';
import { describeEachEngine } from '../../support/database.ts';
import type { FicheText } from '../sources/export/export-text.ts';
import { importsInto, PAGE, RNCP, STATISTICS } from './small-imports.ts';

describeEachEngine('importing into', (openDatabase) => {
  const { ask, codes, importBoth, rates, run, write, writeExport } = importsInto(openDatabase);

  let pagePath = '';
  /** The bundled page, of today. */
  const page = () => pagePath;
  beforeAll(async () => {
    pagePath = await write(`RNCP35746-${TODAY}.txt`, await readFile(PAGE, 'utf8'));
  });

  test('a fiche page adds a certification that no export has, and survives the next export', async () => {
    await importBoth();
    await run([page()]);
    expect(await codes()).toEqual(['RNCP1', 'RNCP2', 'RNCP35746', 'RS7']);
    await run([await writeExport('RNCP', '2026-01-02', RNCP)]);
    expect(await codes()).toEqual(['RNCP1', 'RNCP2', 'RNCP35746', 'RS7']);
    expect((await rates()).filter(([code]) => code === 'RNCP35746')).toEqual([
      ['RNCP35746', 2018, 17, 100, 'FICHE_PAGE', '2026-11-24'],
      ['RNCP35746', 2019, 21, 93, 'FICHE_PAGE', '2026-11-24'],
      ['RNCP35746', 2020, 23, 86, 'FICHE_PAGE', '2026-11-24'],
    ]);
  });

  test('a fiche page fills what the export lacks and leaves what it says', async () => {
    const fiche: FicheText = {
      code: 'RNCP35746',
      title: 'Titre de l’export',
      cohorts: [
        ['2020', '23', '87'],
        ['2021', '30', '88'],
      ],
      extra:
        '<BLOCS_COMPETENCES><BLOC_COMPETENCES><CODE>RNCP35746BC01</CODE><LIBELLE>Un bloc</LIBELLE></BLOC_COMPETENCES></BLOCS_COMPETENCES>',
    };
    await run([await writeExport('RNCP', '2026-01-01', [fiche, ...RNCP]), page()]);
    const [row] = await ask<Record<string, unknown>>(
      "select title, level, assessment_modes is not null as filled from certification join certification_text on certification_code = code where code = 'RNCP35746'",
    );
    expect(row).toEqual({ title: 'Titre de l’export', level: 6, filled: true });
    expect(
      await ask(
        "select code, title, skills is not null as filled from block where certification_code = 'RNCP35746'",
      ),
    ).toEqual([{ code: 'RNCP35746BC01', title: 'Un bloc', filled: true }]);
    expect((await rates()).filter(([code]) => code === 'RNCP35746')).toEqual([
      ['RNCP35746', 2018, 17, 100, 'FICHE_PAGE', '2026-11-24'],
      ['RNCP35746', 2019, 21, 93, 'FICHE_PAGE', '2026-11-24'],
      // Both sources publish the rate: the page prevails, and its value is seen from its day on.
      ['RNCP35746', 2020, 23, 86, 'FICHE_PAGE', '2026-11-24'],
      ['RNCP35746', 2021, 30, 88, 'FEED', '2026-01-01'],
    ]);
    expect(
      await ask(
        "select rule, cohort_year, element, given, message from finding where rule = 'SOURCES_DISAGREE'",
      ),
    ).toEqual([
      {
        rule: 'SOURCES_DISAGREE',
        cohort_year: 2020,
        element: 'global_6_months',
        given: '87',
        message: 'the XML export says 87, the fiche page 86: the fiche page prevails',
      },
    ]);
  });

  test('a statistics file prevails over page and export, in whatever order they came', async () => {
    const file = await write(
      `taux-${TODAY}.csv`,
      `${STATISTICS}RNCP35746;2020;24;;85;;\n35746;2022;9;1;77,5;;\n`,
    );
    await importBoth();
    await run([file]);
    await run([page()]);
    await run([await writeExport('RNCP', '2026-01-02', RNCP)]);
    const expected = [
      ['RNCP35746', 2018, 17, 100, 'FICHE_PAGE', '2026-11-24'],
      ['RNCP35746', 2019, 21, 93, 'FICHE_PAGE', '2026-11-24'],
      ['RNCP35746', 2020, 24, 85, 'STATISTICS_FILE', '2026-11-24'],
      ['RNCP35746', 2022, 9, 77.5, 'STATISTICS_FILE', '2026-11-24'],
    ];
    expect((await rates()).filter(([code]) => code === 'RNCP35746')).toEqual(expected);
    expect(await ask("select title from certification where code = 'RNCP35746'")).toEqual([
      { title: 'Chargé de communication cross-média' },
    ]);
    expect(
      await ask(
        "select element, given from finding where rule = 'SOURCES_DISAGREE' order by element, given",
      ),
    ).toEqual([
      { element: 'certified', given: '23' },
      { element: 'global_6_months', given: '86' },
    ]);
  });

  test('of two statistics files that of the later day prevails, in whatever order they came, and after the next export', async () => {
    await importBoth();
    await run([await write(`taux-${TODAY}.csv`, `${STATISTICS}RNCP35746;2020;24;;85;;\n`)]);
    await run([await write('taux-2025-06-30.csv', `${STATISTICS}RNCP35746;2020;22;;70;40;\n`)]);
    const served = ['RNCP35746', 2020, 24, 85, 'STATISTICS_FILE', '2026-11-24'];
    const of2020 = async () =>
      (await rates()).filter(([code, year]) => code === 'RNCP35746' && year === 2020);
    expect(await of2020()).toEqual([served]);
    await run([await writeExport('RNCP', '2026-01-02', RNCP)]);
    expect(await of2020()).toEqual([served]);
    // What the newer one leaves empty is that of the older one.
    expect(
      await ask(
        "select target_occupation_6_months::float as rate from cohort where certification_code = 'RNCP35746' and year = 2020",
      ),
    ).toEqual([{ rate: 40 }]);
  });

  test('figures of a certification that nobody knows are kept under its code', async () => {
    await importBoth();
    await run([await write(`taux-${TODAY}.csv`, `${STATISTICS}RNCP99;2020;24;;85;;\n`)]);
    expect(await ask("select title from certification where code = 'RNCP99'")).toEqual([
      { title: 'RNCP99' },
    ]);
    await run([
      await writeExport('RNCP', '2026-01-02', [...RNCP, { code: 'RNCP99', title: 'Enfin' }]),
    ]);
    expect(await ask("select title from certification where code = 'RNCP99'")).toEqual([
      { title: 'Enfin' },
    ]);
    expect((await rates()).filter(([code]) => code === 'RNCP99')).toEqual([
      ['RNCP99', 2020, 24, 85, 'STATISTICS_FILE', '2026-11-24'],
    ]);
  });

  test('a supplement can be the first thing that is ever imported', async () => {
    await run([page()]);
    expect(await codes()).toEqual(['RNCP35746']);
    expect(await ask('select code from certification_occupation')).toHaveLength(5);
  });

  test('a real export replaces the demonstration entirely, but for the user’s own supplements', async () => {
    const fictitious = [{ code: 'RNCP900001' }, { code: 'RNCP900002' }];
    await run(
      [
        await writeExport('RNCP', '2026-01-01', fictitious),
        await writeExport('RS', '2026-01-01', [{ code: 'RS900001' }]),
        page(),
      ],
      { demonstration: true },
    );
    expect(await codes()).toEqual(['RNCP35746', 'RNCP900001', 'RNCP900002', 'RS900001']);
    const own = await write(`taux-${TODAY}.csv`, `${STATISTICS}RNCP1;2019;5;;50;;\n`);
    expect(await run([own])).toMatchObject({ changed: true });
    await run([await writeExport('RNCP', '2026-01-02', RNCP)]);
    expect(await codes()).toEqual(['RNCP1', 'RNCP2']);
    expect((await rates())[0]).toEqual(['RNCP1', 2019, 5, 50, 'STATISTICS_FILE', '2026-11-24']);
    expect(await ask('select demonstration from publication order by id desc limit 1')).toEqual([
      { demonstration: false },
    ]);
  });

  test('the bundled page that a user gives again becomes the user’s own', async () => {
    await run([await writeExport('RNCP', '2026-01-01', [{ code: 'RNCP900001' }]), page()], {
      demonstration: true,
    });
    expect(await run([page()])).toMatchObject({ changed: true });
    await run([await writeExport('RNCP', '2026-01-02', RNCP)]);
    expect(await codes()).toEqual(['RNCP1', 'RNCP2', 'RNCP35746']);
  });
});

test('the page that the tests import is the bundled one', async () => {
  expect(await readFile(PAGE, 'utf8')).toContain('RNCP35746BC01');
});
