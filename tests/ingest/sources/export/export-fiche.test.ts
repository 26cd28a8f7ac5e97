import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Fiche } from '../../../../src/domain/certification/fiche.ts';
import { EMPTY, NO_RATES, NO_TEXT } from './empty-fiche.ts';
import { dataFile, readWhole, SAMPLES } from './read-export.ts';

describe('a complete RNCP fiche', () => {
  let first: Fiche | undefined;
  let bare: Fiche | undefined;
  beforeAll(async () => {
    const whole = await readWhole(dataFile('complete-rncp.xml'));
    [first, bare] = whole.fiches;
    expect(whole.findings).toEqual([]);
    expect(whole.summary.unknownElements.size).toBe(0);
  });

  test('brings every value of its own to its field', () => {
    expect(first).toMatchObject({
      code: 'RNCP900001',
      sheetId: 41001,
      title: 'Conducteur de travaux & méthodes (démonstration)',
      abbreviation: { code: 'TP', label: 'Titre professionnel' },
      editorialState: 'Publiée',
      level: { code: 'NIV6', label: 'Niveau 6' },
      activeFlag: true,
      registrationType: 'BY_LAW',
      decisionOn: '2021-03-17',
      effectiveOn: '2020-09-01',
      registrationEndsOn: '2026-03-17',
      publishedOn: '2020-07-23',
      lastJournalOn: '2016-12-18',
      deliveryLimitOn: '2034-08-31',
      registrationYears: 5,
      validityYears: null,
      partnersMayExist: true,
      newCaledonia: true,
      frenchPolynesia: false,
      descriptionLink: 'https://example.org/conducteur',
      levelYears: [2016, 2017],
      partialValidation: null,
      distinctBlockPrerequisites: null,
    });
  });

  test('brings its texts as published, « Sans objet » included', () => {
    expect(first?.texts).toEqual({
      ...NO_TEXT,
      objectives: 'Former des conducteurs',
      activities: '- Préparer   - Conduire',
      attestedSkills: 'C1. Lire un plan < 1/50 >',
      sectors: 'Sans objet',
      jobTypes: '● Conducteur de travaux',
      regulations: 'Article L. 1',
      entryPrerequisites: 'Un niveau 5',
      validationPrerequisites: 'Tous les blocs',
    });
  });

  test('brings its nomenclatures with codes of every length, in order', () => {
    expect(first?.formacodes).toEqual([
      { code: '22254', label: 'Bâtiment' },
      { code: '22201', label: null },
    ]);
    expect(first?.specialities.map(({ code }) => code)).toEqual(['230', '230n', '2']);
    expect(first?.occupations).toEqual([
      { code: 'F1201', label: 'Conduite de travaux du BTP' },
      { code: 'F12', label: 'Construction' },
    ]);
  });

  test('brings its certifiers and partners, former ones and those without a SIRET too', () => {
    expect(first?.certifiers).toEqual([
      {
        siret: '11004401300040',
        name: 'MINISTERE DE LA DEMONSTRATION',
        state: 'Actif',
        stateChangedOn: '2020-07-23',
        tradeName: 'La Démonstration',
        website: 'https://example.org',
      },
      {
        siret: null,
        name: 'ECOLE SANS SIRET',
        state: 'Inactif',
        stateChangedOn: null,
        tradeName: null,
        website: null,
      },
    ]);
    expect(first?.partners).toEqual([
      {
        name: 'CENTRE UN',
        siret: '77572257201109',
        role: 'TRAIN',
        state: 'Actif',
        activeSince: '2023-04-12',
        stateChangedOn: '2023-04-13',
      },
      {
        name: 'CENTRE DEUX',
        siret: '77572257201109',
        role: 'ASSESS',
        state: 'Inactif',
        activeSince: null,
        stateChangedOn: null,
      },
      {
        name: 'CENTRE TROIS',
        siret: null,
        role: 'TRAIN_AND_ASSESS',
        state: null,
        activeSince: null,
        stateChangedOn: null,
      },
    ]);
  });

  test('reads ACTIF of each jury apart from the status of the fiche', () => {
    expect(first?.accessRoutes).toEqual([
      { route: 'INITIAL_TRAINING', open: false, jury: null, changedOn: null },
      {
        route: 'APPRENTICESHIP',
        open: true,
        jury: "Jury d'apprentissage",
        changedOn: '2022-06-07',
      },
      {
        route: 'CONTINUING_TRAINING',
        open: true,
        jury: 'Jury de formation continue',
        changedOn: null,
      },
      {
        route: 'PROFESSIONALISATION_CONTRACT',
        open: true,
        jury: 'Jury de contrat de professionnalisation',
        changedOn: null,
      },
      {
        route: 'INDIVIDUAL_APPLICATION',
        open: null,
        jury: 'Jury de candidature individuelle',
        changedOn: null,
      },
      { route: 'VAE', open: true, jury: 'Jury de VAE', changedOn: null },
    ]);
  });

  test('brings its legal references and collective agreements', () => {
    expect(first?.legalReferences).toEqual([
      { kind: 'GENERAL', title: 'Arrêté général', publishedOn: '1985-11-09' },
      { kind: 'GENERAL', title: 'Arrêté sans date', publishedOn: null },
      { kind: 'CREATION', title: 'Arrêté de création', publishedOn: '2021-01-31' },
      { kind: 'OTHER', title: null, publishedOn: '2021-02-01' },
    ]);
    expect(first?.collectiveAgreements).toEqual([
      { kind: 'CCN', number: '3107', label: 'Industries chimiques' },
      { kind: 'CCN', number: '3109', label: null },
      { kind: 'CCN', number: null, label: 'Sans numéro' },
      { kind: 'IDCC', number: '1597', label: 'Bâtiment, ouvriers' },
    ]);
  });

  test('keeps cohorts unsorted and distinct from the years of the level', () => {
    expect(first?.cohorts).toEqual([
      {
        year: 2020,
        certified: 23,
        certifiedThroughVae: 0,
        rates: {
          GLOBAL_6_MONTHS: 86,
          TARGET_OCCUPATION_6_MONTHS: 50.5,
          TARGET_OCCUPATION_2_YEARS: null,
        },
      },
      {
        year: 2018,
        certified: 17,
        certifiedThroughVae: null,
        rates: { ...NO_RATES, GLOBAL_6_MONTHS: 100, TARGET_OCCUPATION_2_YEARS: 0 },
      },
    ]);
  });

  test('keeps blocks whose codes repeat or are malformed, apart from those of equivalences', () => {
    expect(first?.blocks).toEqual([
      {
        code: 'RNCP900001BC01',
        title: 'Préparer',
        skills: 'C1.1 Lire',
        assessmentModes: 'Étude de cas',
        entryPrerequisites: 'Savoir lire',
        validationPrerequisites: 'Un stage',
      },
      {
        code: 'RNCP900001BC01',
        title: 'Conduire',
        skills: null,
        assessmentModes: null,
        entryPrerequisites: null,
        validationPrerequisites: null,
      },
      {
        code: 'Bloc 3 ?',
        title: 'Un code mal écrit',
        skills: null,
        assessmentModes: null,
        entryPrerequisites: null,
        validationPrerequisites: null,
      },
    ]);
  });

  test('brings lineage both ways and equivalences, of blocks or of the whole', () => {
    expect(first?.predecessors).toEqual([{ code: 'RNCP900000', title: null }]);
    expect(first?.successors).toEqual([
      { code: 'RNCP900003', title: null },
      { code: 'RS900004', title: null },
    ]);
    expect(first?.equivalences).toEqual([
      {
        sourceBlocks: ['RNCP900001BC01', 'RNCP900001BC02'],
        targetCode: 'RNCP900005',
        targetBlocks: ['RNCP900005BC04'],
      },
      { sourceBlocks: [], targetCode: 'RNCP900006', targetBlocks: [] },
    ]);
  });

  test('beside a bare fiche leaves everything of the latter absent', () => {
    expect(bare).toEqual({
      ...EMPTY,
      code: 'RNCP900002',
      title: 'Une fiche presque vide (démonstration)',
    });
  });
});

describe('a complete RS fiche', () => {
  test('brings what only the RS has to its field', async () => {
    const { fiches, findings, summary } = await readWhole(dataFile('complete-rs.xml'));
    expect(findings).toEqual([]);
    expect(summary).toMatchObject({ register: 'RS', fiches: 2, flowVersion: '4.1' });
    expect(fiches[0]).toEqual({
      ...EMPTY,
      code: 'RS900001',
      sheetId: 52001,
      title: 'Utiliser un tableur (démonstration)',
      editorialState: 'Dépubliée/Archivée',
      activeFlag: false,
      registrationType: 'ON_REQUEST',
      decisionOn: '2023-01-25',
      registrationYears: 3,
      validityYears: 2,
      partnersMayExist: false,
      partialValidation: true,
      texts: {
        ...NO_TEXT,
        objectives: 'Savoir compter',
        attestedSkills: 'C1 Saisir',
        masteryLevels: 'sans objet',
        renewalTerms: 'Un nouvel examen',
        partialValidationScope: 'Le premier module',
      },
      accessRoutes: [
        { route: 'INITIAL_TRAINING', open: false, jury: null, changedOn: null },
        { route: 'CONTINUING_TRAINING', open: true, jury: null, changedOn: null },
      ],
      cohorts: [{ year: 2021, certified: 9, certifiedThroughVae: null, rates: NO_RATES }],
      predecessors: [{ code: 'RS900000', title: null }],
    });
  });

  test('keeps a text given for partial validation in its scope', async () => {
    const { fiches } = await readWhole(dataFile('complete-rs.xml'));
    expect(fiches[1]?.partialValidation).toBeNull();
    expect(fiches[1]?.texts.partialValidationScope).toBe('Par module\nDeux modules');
  });
});

const samples = new URL('xml-v4.1/', SAMPLES);
describe.runIf(existsSync(samples))('the genuine samples', () => {
  const read = (register: string) =>
    readWhole(
      readFileSync(new URL(`export_fiches_${register}_V4_1_2026-08-16.sample.xml`, samples)),
    );

  test('are read whole: 13 fiches, nothing refused, nothing unknown', async () => {
    const [rncp, rs] = await Promise.all([read('RNCP'), read('RS')]);
    expect([rncp.fiches.length, rs.fiches.length]).toEqual([8, 5]);
    expect([...rncp.findings, ...rs.findings]).toEqual([]);
    expect([rncp.summary.unknownElements.size, rs.summary.unknownElements.size]).toEqual([0, 0]);
    expect(rncp.summary).toMatchObject({ register: 'RNCP', fiches: 8, demonstration: false });
    const all = [...rncp.fiches, ...rs.fiches];
    const total = (list: (one: Fiche) => readonly unknown[]) =>
      all.reduce((sum, one) => sum + list(one).length, 0);
    expect(total((one) => one.blocks)).toBe(33);
    expect(total((one) => one.cohorts)).toBe(14);
    expect(total((one) => one.partners)).toBe(573);
    expect(total((one) => one.certifiers)).toBe(17);
    expect(total((one) => one.equivalences)).toBe(36);
  });

  test('give the status of the fiche, not of its juries', async () => {
    const { fiches } = await read('RS');
    const active = fiches.filter(({ activeFlag }) => activeFlag).map(({ code }) => code);
    const ended = fiches.filter(({ activeFlag }) => activeFlag === false).map(({ code }) => code);
    expect([active.length, ended.length]).toEqual([3, 2]);
  });
});
