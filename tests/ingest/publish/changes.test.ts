import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { describeEachEngine } from '../../support/database.ts';
import type { FicheText } from '../sources/export/export-text.ts';
import { cleanFiche, Importer } from './importer.ts';

describeEachEngine('what changed from one publication to the next on', (openDatabase) => {
  let importer: Importer;

  beforeAll(async () => {
    importer = await Importer.into(await openDatabase());
  });
  afterAll(() => importer[Symbol.asyncDispose]());
  beforeEach(() => importer.forget());

  interface Row {
    readonly publication_id: number;
    readonly position: number;
    readonly certification_code: string;
    readonly file: string | null;
    readonly [column: string]: unknown;
  }

  /** `code kind year field item: before → after (file)` of a publication, without what is absent. */
  async function changes(publication: number): Promise<string[]> {
    const rows = await importer.ask<Row>(`
      select change.*, file_name as file from change left join source on source.id = source_id
      where publication_id = ${publication} order by position`);
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => index + 1));
    return rows.map(({ certification_code: code, file, ...row }) => {
      const where = [code, row['kind'], row['cohort_year'], row['field'], row['item']];
      const said = where.filter((each) => each !== null).join(' ');
      const source = file === null ? '' : ` (${file.replace(/^export_fiches_|_V4_1|\.\w+$/g, '')})`;
      return `${said}: ${row['before']} → ${row['after']}${source}`;
    });
  }

  const fiche = (code: string, parts: Partial<FicheText> = {}) => cleanFiche(code, parts);
  const labelled = (tag: string, code: string, label = `Libellé ${code}`) =>
    `<${tag}><CODE>${code}</CODE><LIBELLE>${label}</LIBELLE></${tag}>`;

  test('is nothing for the first publication, and for the same fiches of another day', async () => {
    const same = [fiche('RNCP1', { cohorts: [['2022', '20', '80']] }), fiche('RNCP2')];
    expect(await changes(await importer.export('RNCP', '2026-01-01', same))).toEqual([]);
    expect(await changes(await importer.export('RNCP', '2026-01-02', same.toReversed()))).toEqual(
      [],
    );
    // Another register comes beside: its fiches are new.
    const rs = await importer.export('RS', '2026-01-03', [fiche('RS1', { title: 'Permis' })]);
    expect(await changes(rs)).toEqual(['RS1 CREATED: null → Permis (RS_2026-01-03)']);
  });

  test('is told of each fiche, RNCP before RS and by number', async () => {
    await importer.export('RNCP', '2026-01-01', [
      fiche('RNCP9'),
      fiche('RNCP10'),
      fiche('RNCP100'),
    ]);
    await importer.export('RS', '2026-01-01', [fiche('RS1')]);
    const files = [
      await importer.writeExport('RNCP', '2026-01-02', [
        ...[
          fiche('RNCP100', { title: 'Autre' }),
          fiche('RNCP9', { level: 'NIV6' }),
          fiche('RNCP11'),
        ],
      ]),
      await importer.writeExport('RS', '2026-01-02', [fiche('RS1', { title: 'Permis' })]),
    ];
    const { publicationId } = await importer.run(files, { allowShrink: true });
    expect(await changes(publicationId)).toEqual([
      'RNCP9 UPDATED LEVEL_CODE: NIV5 → NIV6',
      'RNCP10 REMOVED: Titre de RNCP10 → null',
      'RNCP11 CREATED: null → Titre de RNCP11 (RNCP_2026-01-02)',
      'RNCP100 UPDATED TITLE: Titre de RNCP100 → Autre',
      'RS1 UPDATED TITLE: Titre de RS1 → Permis',
    ]);
  });

  test('is a fiche that comes back, told from a new one', async () => {
    await importer.export('RNCP', '2026-01-01', [fiche('RNCP1'), fiche('RNCP2')]);
    const gone = await importer.export('RNCP', '2026-01-02', [fiche('RNCP1')], {
      allowShrink: true,
    });
    expect(await changes(gone)).toEqual(['RNCP2 REMOVED: Titre de RNCP2 → null']);
    const back = await importer.export('RNCP', '2026-01-03', [
      ...[fiche('RNCP1'), fiche('RNCP2', { title: 'Retour' }), fiche('RNCP3')],
    ]);
    expect(await changes(back)).toEqual([
      'RNCP2 REAPPEARED: null → Retour (RNCP_2026-01-03)',
      'RNCP3 CREATED: null → Titre de RNCP3 (RNCP_2026-01-03)',
    ]);
    expect(await importer.ask('select * from removed_certification')).toEqual([
      {
        ...{ certification_code: 'RNCP2', publication_id: gone, register: 'RNCP' },
        ...{ title: 'Titre de RNCP2', level: 5, certifiers: ['328007786'] },
      },
    ]);
  });

  test('is every part of a fiche', async () => {
    const before = [
      `<ABREGE><CODE>TP</CODE><LIBELLE>Titre</LIBELLE></ABREGE>`,
      `<CODES_NSF>${labelled('NSF', '326')}${labelled('NSF', '321')}</CODES_NSF>`,
      `<CODES_ROME>${labelled('ROME', 'M1805')}</CODES_ROME>`,
      `<FORMACODES>${labelled('FORMACODE', '31054')}</FORMACODES>`,
      '<ACTIVITES_VISEES>Concevoir</ACTIVITES_VISEES>',
      '<SI_JURY_VAE><ACTIF>Non</ACTIF></SI_JURY_VAE>',
      '<ANCIENNES_CERTIFICATIONS><ANCIENNE_CERTIFICATION><ID_FICHE_ANCIENNE_CERTIFICATION>RNCP7</ID_FICHE_ANCIENNE_CERTIFICATION></ANCIENNE_CERTIFICATION></ANCIENNES_CERTIFICATIONS>',
      '<DATE_DECISION>01/02/2024</DATE_DECISION>',
      '<PARTENAIRES><PARTENAIRE><NOM_PARTENAIRE>A</NOM_PARTENAIRE><ETAT_HABILITATION>Actif</ETAT_HABILITATION></PARTENAIRE></PARTENAIRES>',
      '<BLOCS_COMPETENCES><BLOC_COMPETENCES><CODE>RNCP1BC01</CODE><LIBELLE>Un</LIBELLE></BLOC_COMPETENCES><BLOC_COMPETENCES><CODE>RNCP1BC02</CODE><LIBELLE>Deux</LIBELLE></BLOC_COMPETENCES></BLOCS_COMPETENCES>',
      '<TYPE_ENREGISTREMENT>Enregistrement sur demande</TYPE_ENREGISTREMENT>',
      `<CODES_IDCC>${labelled('IDCC', '1486', 'Bureaux')}</CODES_IDCC>`,
    ];
    const after = [
      `<CODES_NSF>${labelled('NSF', '321', 'Autre')}${labelled('NSF', '320')}</CODES_NSF>`,
      `<FORMACODES>${labelled('FORMACODE', '31054')}</FORMACODES>`,
      '<ACTIVITES_VISEES>Concevoir et vendre</ACTIVITES_VISEES>',
      '<SI_JURY_VAE><ACTIF>Oui</ACTIF><COMPOSITION>Trois membres</COMPOSITION></SI_JURY_VAE>',
      '<NOUVELLES_CERTIFICATIONS><NOUVELLE_CERTIFICATION><ID_FICHE_NOUVELLE_CERTIFICATION>RNCP8</ID_FICHE_NOUVELLE_CERTIFICATION></NOUVELLE_CERTIFICATION></NOUVELLES_CERTIFICATIONS>',
      '<PARTENAIRES><PARTENAIRE><NOM_PARTENAIRE>A</NOM_PARTENAIRE><ETAT_HABILITATION>Actif</ETAT_HABILITATION></PARTENAIRE><PARTENAIRE><NOM_PARTENAIRE>B</NOM_PARTENAIRE><ETAT_HABILITATION>Actif</ETAT_HABILITATION></PARTENAIRE></PARTENAIRES>',
      '<BLOCS_COMPETENCES><BLOC_COMPETENCES><CODE>RNCP1BC02</CODE><LIBELLE>Deux</LIBELLE><LISTE_COMPETENCES>Savoir</LISTE_COMPETENCES></BLOC_COMPETENCES><BLOC_COMPETENCES><CODE>RNCP1BC03</CODE><LIBELLE>Trois</LIBELLE></BLOC_COMPETENCES></BLOCS_COMPETENCES>',
      '<TYPE_ENREGISTREMENT>Enregistrement de droit</TYPE_ENREGISTREMENT>',
      `<CODES_IDCC>${labelled('IDCC', '2120', 'Banque')}</CODES_IDCC>`,
    ];
    await importer.export('RNCP', '2026-01-01', [fiche('RNCP1', { extra: before.join('') })]);
    const second = await importer.export('RNCP', '2026-01-02', [
      fiche('RNCP1', { extra: after.join(''), active: 'Non', endsOn: '31/12/2025' }),
    ]);
    expect(await changes(second)).toEqual([
      'RNCP1 ENDED ACTIVE_FLAG: true → false',
      'RNCP1 UPDATED ABBREVIATION_CODE: TP → null',
      'RNCP1 UPDATED ABBREVIATION_LABEL: Titre → null',
      'RNCP1 UPDATED REGISTRATION_TYPE: ON_REQUEST → BY_LAW',
      'RNCP1 UPDATED DECISION_ON: 2024-02-01 → null',
      'RNCP1 UPDATED REGISTRATION_ENDS_ON: 2030-12-31 → 2025-12-31',
      'RNCP1 UPDATED ACTIVITIES: Concevoir → Concevoir et vendre',
      'RNCP1 UPDATED BLOCK RNCP1BC01: Un → null',
      'RNCP1 UPDATED BLOCK_SKILLS RNCP1BC02: null → Savoir',
      'RNCP1 UPDATED BLOCK RNCP1BC03: null → Trois',
      'RNCP1 UPDATED OCCUPATION M1805: Libellé M1805 → null',
      'RNCP1 UPDATED SPECIALITY 320: null → Libellé 320',
      'RNCP1 UPDATED SPECIALITY 321: Libellé 321 → Autre',
      'RNCP1 UPDATED SPECIALITY 326: Libellé 326 → null',
      'RNCP1 UPDATED ACCESS_ROUTE VAE: false → true',
      'RNCP1 UPDATED ACCESS_ROUTE_JURY VAE: null → Trois membres',
      'RNCP1 UPDATED COLLECTIVE_AGREEMENT IDCC 1486: Bureaux → null',
      'RNCP1 UPDATED COLLECTIVE_AGREEMENT IDCC 2120: null → Banque',
      'RNCP1 LINEAGE REPLACES RNCP7: RNCP7 → null',
      'RNCP1 LINEAGE REPLACED_BY RNCP8: null → RNCP8',
      'RNCP1 PARTNERS PARTNERS_IN_FORCE: 1 → 2',
    ]);
    const third = await importer.export('RNCP', '2026-01-03', [
      fiche('RNCP1', { extra: after.join('') }),
    ]);
    expect(await changes(third)).toEqual([
      'RNCP1 REACTIVATED ACTIVE_FLAG: false → true',
      'RNCP1 UPDATED REGISTRATION_ENDS_ON: 2025-12-31 → 2030-12-31',
    ]);
  });

  describe('of figures', () => {
    test('is added, altered and withdrawn, each with its file', async () => {
      await importer.export('RNCP', '2026-01-01', [
        fiche('RNCP1', {
          cohorts: [
            ['2021', '20', '80', '55.5'],
            ['2020', '9'],
          ],
        }),
      ]);
      const second = await importer.export('RNCP', '2026-01-02', [
        fiche('RNCP1', {
          cohorts: [
            ['2021', '21', '', '55.5'],
            ['2022', '5', '100'],
          ],
        }),
      ]);
      const file = '(RNCP_2026-01-02)';
      expect(await changes(second)).toEqual([
        `RNCP1 CERTIFIED_ADDED 2022 CERTIFIED: null → 5 ${file}`,
        `RNCP1 RATE_ADDED 2022 GLOBAL_6_MONTHS: null → 100 ${file}`,
        `RNCP1 CERTIFIED_ALTERED 2021 CERTIFIED: 20 → 21 ${file}`,
        'RNCP1 RATE_WITHDRAWN 2021 GLOBAL_6_MONTHS: 80 → null',
        'RNCP1 CERTIFIED_WITHDRAWN 2020 CERTIFIED: 9 → null',
      ]);
    });

    test('names the supplement that says so, which also brings fiches of its own', async () => {
      await importer.export('RNCP', '2026-01-01', [
        fiche('RNCP1', { cohorts: [['2021', '20', '80']] }),
        fiche('RNCP2'),
      ]);
      const supplement = await importer.statisticsOf(
        '2026-02-01',
        ...['RNCP1;2021;20;3;81;60;', 'RNCP4;2021;5;;50;;'],
      );
      const file = '(taux-0-2026-02-01)';
      expect(await changes(supplement)).toEqual([
        `RNCP1 CERTIFIED_ADDED 2021 CERTIFIED_THROUGH_VAE: null → 3 ${file}`,
        `RNCP1 RATE_ALTERED 2021 GLOBAL_6_MONTHS: 80 → 81 ${file}`,
        `RNCP1 RATE_ADDED 2021 TARGET_OCCUPATION_6_MONTHS: null → 60 ${file}`,
        `RNCP4 CREATED: null → RNCP4 ${file}`,
      ]);
      // The export says something else of a figure that the supplement has, and of one that it has not.
      const next = await importer.export('RNCP', '2026-02-02', [
        fiche('RNCP1', { cohorts: [['2021', '20', '82', '70']] }),
        fiche('RNCP2'),
      ]);
      expect(await changes(next)).toEqual([
        'RNCP1 RATE_ADDED 2021 TARGET_OCCUPATION_2_YEARS: null → 70 (RNCP_2026-02-02)',
      ]);
    });
  });

  test('is not told across the demonstration, before or after it', async () => {
    const demonstration = { demonstration: true };
    const of = (code: string) => [fiche(code, { cohorts: [['2022', '20', '80']] })];
    await importer.export('RNCP', '2026-01-01', of('RNCP900001'), demonstration);
    const second = await importer.export(
      'RNCP',
      '2026-01-02',
      [...of('RNCP900001'), fiche('RNCP900002')],
      demonstration,
    );
    expect(await changes(second)).toHaveLength(1);
    const real = await importer.export('RNCP', '2026-01-03', of('RNCP1'));
    expect(await changes(real)).toEqual([]);
    const next = await importer.export('RNCP', '2026-01-04', [...of('RNCP1'), fiche('RNCP2')]);
    expect(await changes(next)).toHaveLength(1);
    const back = await importer.export('RNCP', '2026-01-05', of('RNCP900001'), {
      ...{ ...demonstration, allowShrink: true },
    });
    expect(await changes(back)).toEqual([]);
    // What an older demonstration lost is not back: the history is another one.
    const last = await importer.export(
      'RNCP',
      '2026-01-06',
      [...of('RNCP900001'), fiche('RNCP900002')],
      demonstration,
    );
    expect(await changes(last)).toEqual([
      'RNCP900002 CREATED: null → Titre de RNCP900002 (RNCP_2026-01-06)',
    ]);
    expect(await importer.ask('select id, compared_with from publication order by id')).toEqual([
      { id: 1, compared_with: null },
      { id: 2, compared_with: 1 },
      { id: 3, compared_with: null },
      { id: 4, compared_with: 3 },
      { id: 5, compared_with: null },
      { id: 6, compared_with: 5 },
    ]);
  });

  const written = async () => {
    const [row] = await importer.ask<{ rows: number }>(`
      select (select count(*) from change where publication_id not in (select id from publication))
        + (select count(*) from removed_certification
          where publication_id not in (select id from publication)) as rows`);
    return Number(row?.rows);
  };

  test('of an import that is refused leaves nothing', async () => {
    await importer.export('RNCP', '2026-01-01', [fiche('RNCP1'), fiche('RNCP2')]);
    // Found once changes are written: the certified add up to too many.
    const path = await importer.writeExport('RNCP', '2026-01-02', [
      fiche('RNCP1', { title: 'Autre' }),
      ...Array.from({ length: 215 }, (_, index) =>
        fiche(`RNCP${index + 3}`, { cohorts: [['2021', '10000000']] }),
      ),
    ]);
    await expect(importer.run([path], { allowShrink: true })).rejects.toThrow(/add up to/);
    expect(await written()).toBe(0);
  });

  test('of an import that was killed is removed by the next one', async () => {
    const first = await importer.export('RNCP', '2026-01-01', [fiche('RNCP1'), fiche('RNCP2')]);
    await importer.leaveChanges(first + 1, 'RNCP2');
    expect(await written()).toBe(2);
    const second = await importer.export('RNCP', '2026-01-02', [
      ...[fiche('RNCP1', { title: 'Neuf' }), fiche('RNCP2')],
    ]);
    expect(second).toBe(first + 1);
    expect(await changes(second)).toEqual(['RNCP1 UPDATED TITLE: Titre de RNCP1 → Neuf']);
    expect(await importer.ask('select * from removed_certification')).toEqual([]);
  });

  test('is found in more fiches than are compared at a time', async () => {
    const many = (title: string) =>
      Array.from({ length: 1100 }, (_, index) => fiche(`RNCP${index + 1}`, { title }));
    await importer.export('RNCP', '2026-01-01', many('Un'));
    const found = await changes(await importer.export('RNCP', '2026-01-02', many('Deux')));
    expect(found).toEqual(
      Array.from({ length: 1100 }, (_, index) => `RNCP${index + 1} UPDATED TITLE: Un → Deux`),
    );
  });

  describe('statistics that are not updated', () => {
    const found = () =>
      importer.ask<{ rule: string; certification_code: string }>(`
        select rule, certification_code from finding where rule like 'STATISTICS_%'
        order by certification_code`);
    const owing = (code: string, certified = '20', active: 'Oui' | 'Non' = 'Oui') =>
      fiche(code, {
        ...{ active, cohorts: [['2015', certified, '80']] },
        extra: '<TYPE_ENREGISTREMENT>Enregistrement sur demande</TYPE_ENREGISTREMENT>',
      });

    test('are told once history reaches back two years, and guessed before', async () => {
      const stale = (...codes: readonly string[]) =>
        codes.map((code) => ({ rule: 'STATISTICS_LIKELY_STALE', certification_code: code }));
      const late = (...codes: readonly string[]) =>
        codes.map((code) => ({ rule: 'STATISTICS_NOT_UPDATED', certification_code: code }));
      await importer.export('RNCP', '2024-01-10', [owing('RNCP1'), owing('RNCP2')]);
      expect(await found()).toEqual(stale('RNCP1', 'RNCP2'));
      await importer.export('RNCP', '2025-01-10', [
        owing('RNCP1'),
        owing('RNCP2', '21'),
        owing('RNCP3'),
      ]);
      await importer.export('RNCP', '2026-01-09', [
        owing('RNCP1'),
        owing('RNCP2', '21'),
        owing('RNCP3'),
      ]);
      // 24 months before are a day before the first publication.
      expect(await found()).toEqual(stale('RNCP1', 'RNCP2', 'RNCP3'));
      await importer.export('RNCP', '2026-01-10', [
        owing('RNCP1'),
        owing('RNCP2', '21'),
        owing('RNCP3'),
      ]);
      expect(await found()).toEqual(late('RNCP1'));
      // What changes in the publication itself is up to date at once.
      await importer.export('RNCP', '2026-01-11', [
        owing('RNCP1', '22'),
        owing('RNCP2', '21'),
        owing('RNCP3'),
      ]);
      expect(await found()).toEqual([]);
      await importer.export('RNCP', '2026-11-20', [
        owing('RNCP1', '22'),
        owing('RNCP2', '21'),
        owing('RNCP3'),
      ]);
      expect(await found()).toEqual([]);
    });

    test('are not told by a day that was mistyped', async () => {
      const both = (certified: string) => [owing('RNCP1', certified), owing('RNCP2')];
      await importer.export('RNCP', '2025-06-01', both('20'));
      await importer.export('RNCP', '2022-06-02', both('21'), { allowOlder: true });
      await importer.export('RNCP', '2025-06-03', both('21'));
      expect(await found()).toEqual([
        { rule: 'STATISTICS_LIKELY_STALE', certification_code: 'RNCP1' },
        { rule: 'STATISTICS_LIKELY_STALE', certification_code: 'RNCP2' },
      ]);
    });
  });
});
