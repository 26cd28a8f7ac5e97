import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeEachEngine } from '../../support/database.ts';
import { cleanFiche, Importer } from './importer.ts';

describeEachEngine('figures that change from one publication to the next on', (openDatabase) => {
  let importer: Importer;

  beforeAll(async () => {
    importer = await Importer.into(await openDatabase());
  });
  afterAll(() => importer[Symbol.asyncDispose]());
  beforeEach(() => importer.forget());

  type Cohorts = readonly (readonly [string, string?, string?, string?])[];
  const fiche = (code: string, ...cohorts: Cohorts) => cleanFiche(code, { cohorts });

  const changes = () => importer.findings("rule = 'FIGURE_CHANGED'");

  test('are found once, old and new, in the publication that makes them', async () => {
    await importer.export('RNCP', '2026-01-01', [
      fiche('RNCP1', ['2020', '20', '80'], ['2021', '30', '70', '50'], ['2022', '9']),
      fiche('RNCP2', ['2020', '20', '80']),
    ]);
    expect(await changes()).toEqual([]);
    const second = await importer.export('RNCP', '2026-01-02', [
      // Of 2020 one figure more than before and one that is gone; 2021 is gone as a whole; of 2022
      // a figure is new; 2023 is.
      fiche('RNCP1', ['2020', '21'], ['2022', '9', '60'], ['2023', '40', '75']),
      fiche('RNCP2', ['2020', '20', '80']),
    ]);
    const found = [
      ['FIGURE_CHANGED', 'RNCP1', 2020, '20 → 21', second],
      ['FIGURE_CHANGED', 'RNCP1', 2020, '80 → absent', second],
      ['FIGURE_CHANGED', 'RNCP1', 2021, '30 → absent', second],
      ['FIGURE_CHANGED', 'RNCP1', 2021, '50 → absent', second],
      ['FIGURE_CHANGED', 'RNCP1', 2021, '70 → absent', second],
    ];
    expect(await changes()).toEqual(found);
    expect(
      await importer.ask(
        "select element, message from finding where given in ('20 → 21', '80 → absent') order by given",
      ),
    ).toEqual([
      {
        element: 'NOMBRE_CERTIFIES',
        message:
          '20 was published for the cohort of 2020, then 21: a cohort is closed, so only a correction should change its figures',
      },
      {
        element: 'TAUX_INSERTION_GLOBAL_6MOIS',
        message:
          '80 was published for the cohort of 2020 and is no longer: what was once published should stay, or be corrected',
      },
    ]);

    // Nothing changes, then one figure does, there and back.
    const third = [
      fiche('RNCP1', ['2020', '21'], ['2022', '9', '60'], ['2023', '40', '75']),
      fiche('RNCP2', ['2020', '20', '80.0']),
    ];
    await importer.export('RNCP', '2026-01-03', third);
    expect(await changes()).toEqual([]);
    const fourth = await importer.export('RNCP', '2026-01-04', [
      fiche('RNCP1', ['2020', '22'], ['2022', '9', '60'], ['2023', '40', '75']),
      fiche('RNCP2', ['2020', '20', '80']),
    ]);
    expect(await changes()).toEqual([['FIGURE_CHANGED', 'RNCP1', 2020, '21 → 22', fourth]]);
    const fifth = await importer.export('RNCP', '2026-01-05', third);
    expect(await changes()).toEqual([['FIGURE_CHANGED', 'RNCP1', 2020, '22 → 21', fifth]]);
    // The publications after it change nothing: that of another register, that of other figures.
    await importer.statistics('RNCP2;2021;10;;80;;');
    expect(await changes()).toEqual([]);
    await importer.export('RS', '2026-01-06', [fiche('RS1', ['2020', '10'])]);
    expect(await changes()).toEqual([]);
  });

  test('go with their certification, and are not looked for where it is new', async () => {
    await importer.export('RNCP', '2026-01-01', [fiche('RNCP1', ['2020', '20', '80'])]);
    await importer.export('RNCP', '2026-01-02', [fiche('RNCP1', ['2020', '21', '80'])]);
    expect(await changes()).toHaveLength(1);
    await importer.export('RNCP', '2026-01-03', [fiche('RNCP2', ['2020', '21', '80'])], {
      allowShrink: true,
    });
    expect(await changes()).toEqual([]);
    await importer.export('RNCP', '2026-01-04', [fiche('RNCP1', ['2020', '22', '80'])]);
    expect(await changes()).toEqual([]);
  });

  test('are found when a statistics file prevails over the export', async () => {
    await importer.export('RNCP', '2026-01-01', [
      fiche('RNCP1', ['2020', '20', '80'], ['2021', '10', '70']),
    ]);
    const file = await importer.statistics(
      // Another rate and the same number; a rate that is new; nothing said of a number.
      ...['RNCP1;2020;20;;85,5;;', 'RNCP1;2021;;;70;60;', 'RNCP3;2021;5;;50;;'],
    );
    const found = [['FIGURE_CHANGED', 'RNCP1', 2020, '80 → 85.5', file]];
    expect(await changes()).toEqual(found);
    expect(await importer.findings("rule = 'SOURCES_DISAGREE'")).toEqual([
      ['SOURCES_DISAGREE', 'RNCP1', 2020, '80', file],
    ]);
    // The file goes on prevailing: what the next export says changes nothing that is served.
    await importer.export('RNCP', '2026-01-02', [
      fiche('RNCP1', ['2020', '20', '81'], ['2021', '10', '70']),
    ]);
    expect(await changes()).toEqual([]);
    const next = await importer.statistics('RNCP1;2020;20;;90;;');
    expect(await changes()).toEqual([['FIGURE_CHANGED', 'RNCP1', 2020, '85.5 → 90', next]]);
  });

  test('are found in more certifications than are looked at at a time', async () => {
    const many = (certified: string) =>
      Array.from({ length: 1100 }, (_, index) =>
        fiche(`RNCP${index + 1}`, ['2020', certified, '80']),
      );
    await importer.export('RNCP', '2026-01-01', many('20'));
    const second = await importer.export('RNCP', '2026-01-02', many('21'));
    const found = await changes();
    expect(found).toHaveLength(1100);
    expect(found.every((row) => row[3] === '20 → 21' && row[4] === second)).toBe(true);
  });
});
