import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RefusedFileError } from '../../../../src/domain/errors.ts';
import { readFichePage } from '../../../../src/ingest/sources/fiche-page/fiche-page.ts';
import { looksLikeFichePage } from '../../../../src/ingest/sources/fiche-page/fiche-page-sections.ts';
import { dataFile } from '../export/read-export.ts';

const PAGE = readFileSync(
  new URL('../../../../src/demonstration/RNCP35746.txt', import.meta.url),
  'utf8',
);
const TABS = dataFile('fiche-page-tabs.txt').toString('utf8');

/** Without white space, to compare what was kept and not how. */
const letters = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, '');

describe('the public page of RNCP35746', () => {
  const { fiche, findings } = readFichePage(PAGE);

  test('is read without a finding, its number from its blocks, its title from its text', () => {
    expect(findings).toEqual([]);
    expect(fiche?.code).toBe('RNCP35746');
    expect(fiche?.title).toBe('Chargé de communication cross-média');
    expect(readFichePage(PAGE, { title: ' Un titre ' }).fiche?.title).toBe('Un titre');
  });

  test('gives its level, nomenclatures and end date once each', () => {
    expect(fiche).toMatchObject({
      level: { code: 'NIV6', label: 'Niveau 6' },
      registrationEndsOn: '2023-07-08',
      specialities: [
        {
          code: '320',
          label: "Spécialites plurivalentes de la communication et de l'information",
        },
      ],
      formacodes: [{ code: '46301', label: 'Communication entreprise' }],
      occupations: [
        { code: 'E1402', label: 'Élaboration de plan média' },
        { code: 'E1107', label: "Organisation d'évènementiel" },
        { code: 'E1401', label: 'Développement et promotion publicitaire' },
        { code: 'E1104', label: 'Conception de contenus multimédias' },
        { code: 'E1103', label: 'Communication' },
      ],
    });
  });

  test('gives its two certifiers, of which one has a name only', () => {
    expect(fiche?.certifiers).toEqual([
      {
        siret: '32800778600077',
        name: 'INSTITUT PROMOTION FORMATION',
        state: null,
        stateChangedOn: null,
        tradeName: 'Paris School of Tourism and Communication',
        website: 'https://ecole-pstc.fr/',
      },
      {
        siret: null,
        name: 'LEARNING MANAGEMENT DEVELOPPEMENT',
        state: null,
        stateChangedOn: null,
        tradeName: null,
        website: null,
      },
    ]);
  });

  test.each([
    ['objectives', /^Les métiers de la communication.*\( sources {2}Pôle emploi\)\.$/s],
    ['activities', /^En fonction de son environnement.*actions de communication réalisées$/s],
    ['attestedSkills', /^Le titulaire est capable de :.*identifier les axes d’amélioration\.$/s],
    ['assessmentModes', /^Pour les candidats issus.*dossier de preuves issues de l'expérience\.$/s],
    ['acquisitionByBlocks', /^Pour obtenir la certification, .*de façon illimitée\.$/s],
    ['sectors', /^La communication étant un enjeu.*leur stratégie de communication\.$/s],
    ['jobTypes', /^Le chargé de communication.*ait un titre d’assistant\.$/s],
    ['entryPrerequisites', /^Pour accéder au dispositif.*un entretien de motivation\.$/s],
  ] as const)('gives the whole text of the section %s', (section, text) => {
    expect(fiche?.texts[section]).toMatch(text);
  });

  test('leaves empty sections absent', () => {
    expect(fiche?.texts).toMatchObject({
      regulations: null,
      validationPrerequisites: null,
      componentsValidity: null,
      preparingBodies: null,
      referenceFramework: null,
    });
  });

  test('gives its five blocks, each with skills and assessment modes', () => {
    expect(fiche?.blocks.map(({ code }) => code)).toEqual(
      [1, 2, 3, 4, 5].map((number) => `RNCP35746BC0${number}`),
    );
    expect(fiche?.blocks.map(({ title }) => title)).toEqual([
      'Conception de la stratégie opérationnelle de communication cross-media.',
      'Conception et production des outils de communication cross-media',
      'Pilotage des opérations de communication publique et auprès de la presse',
      'Pilotage de la mise en œuvre des actions de communication événementielle',
      'Evaluation des retombées des actions de communication réalisées',
    ]);
    for (const [index, block] of (fiche?.blocks ?? []).entries()) {
      expect(block.skills).toMatch(index === 0 ? /^A1\..*A2\./s : new RegExp(`^A${index + 2}\\. `));
      expect(block.assessmentModes).toMatch(
        /^1\/ Pour les candidats issus de la {1,2}formation ?:/,
      );
      expect(block.assessmentModes).toMatch(new RegExp(`bloc de compétences N°${index + 1}\\.$`));
      expect(block.entryPrerequisites).toBeNull();
    }
  });

  test('gives its six access routes: open with a jury, closed with an empty cell', () => {
    expect(fiche?.accessRoutes.map(({ route, open }) => [route, open])).toEqual([
      ['INITIAL_TRAINING', true],
      ['APPRENTICESHIP', true],
      ['CONTINUING_TRAINING', true],
      ['PROFESSIONALISATION_CONTRACT', true],
      ['INDIVIDUAL_APPLICATION', false],
      ['VAE', true],
    ]);
    for (const { route, jury } of fiche?.accessRoutes ?? []) {
      if (route === 'INDIVIDUAL_APPLICATION') expect(jury).toBeNull();
      else {
        expect(jury).toMatch(
          /^Le jury est composé de 4 membres :.*extérieurs à l’établissement certificateur\.$/s,
        );
      }
    }
  });

  test('does not guess the territories, whose column was lost', () => {
    expect(fiche?.newCaledonia).toBeNull();
    expect(fiche?.frenchPolynesia).toBeNull();
  });

  test('gives its three cohorts with the three rates', () => {
    const cohort = (year: number, certified: number, rates: (number | null)[]) => ({
      year,
      certified,
      certifiedThroughVae: 0,
      rates: {
        GLOBAL_6_MONTHS: rates[0],
        TARGET_OCCUPATION_6_MONTHS: rates[1],
        TARGET_OCCUPATION_2_YEARS: rates[2],
      },
    });
    expect(fiche?.cohorts).toEqual([
      cohort(2020, 23, [86, 50, null]),
      cohort(2019, 21, [93, 53, 57]),
      cohort(2018, 17, [100, 57, 47]),
    ]);
  });

  test('gives its links', () => {
    expect(fiche).toMatchObject({
      descriptionLink:
        'https://ecole-pstc.fr/metiers-de-la-communication/responsable-marketing-et-communication',
      predecessors: [{ code: 'RNCP28766', title: 'Responsable marketing et communication' }],
      successors: [],
      distinctBlockPrerequisites: false,
    });
  });

  test('loses no sentence', () => {
    const kept = letters(JSON.stringify(fiche).replaceAll('\\n', ' ').replaceAll('\\"', '"'));
    const sentences = PAGE.split('\n').filter(
      (line) => line.trim().length > 60 && /[.;,…]\s*$/.test(line) && !/BC0\d - /.test(line),
    );
    expect(sentences.length).toBeGreaterThan(60);
    expect(sentences.filter((sentence) => !kept.includes(letters(sentence)))).toEqual([]);
  });
});

describe('a page copied with its tabs', () => {
  const { fiche, findings } = readFichePage(TABS);

  test('gives its number and title from its first line', () => {
    expect(fiche?.code).toBe('RNCP900020');
    expect(fiche?.title).toBe('Assistant de démonstration (démonstration)');
  });

  test('keeps Oui and Non of routes and territories by the column of the X', () => {
    expect(fiche?.accessRoutes).toEqual([
      {
        route: 'APPRENTICESHIP',
        open: true,
        jury: 'Deux personnes\net un président',
        changedOn: null,
      },
      { route: 'INDIVIDUAL_APPLICATION', open: false, jury: null, changedOn: null },
      { route: 'VAE', open: true, jury: null, changedOn: null },
    ]);
    expect(fiche).toMatchObject({ newCaledonia: true, frenchPolynesia: false });
    expect(fiche?.texts.componentsValidity).toBe('Cinq ans');
  });

  test('parts the cells of certifiers and blocks where the tabs are', () => {
    expect(fiche?.certifiers).toMatchObject([
      { name: 'ECOLE - DU NORD', siret: '32800778600077', tradeName: 'Nord' },
      { name: 'SANS RIEN', siret: null, tradeName: null, website: null },
    ]);
    expect(fiche?.blocks).toMatchObject([
      { skills: 'Étude de cas à conduire', assessmentModes: 'Un oral\n\nPuis un écrit' },
    ]);
  });

  test('keeps as text a line that reads like the heading of its own section', () => {
    expect(fiche?.texts.assessmentModes).toMatch(/Des épreuves\.$/);
    expect(fiche?.texts.attestedSkills).toBe('Des compétences.');
    expect(fiche?.texts.entryPrerequisites).toBeNull();
  });

  test('reads statistics under the columns that it has, and refuses rows alone', () => {
    expect(fiche?.cohorts.map(({ year, certified }) => [year, certified])).toEqual([
      [2021, 12],
      [2020, 10],
    ]);
    expect(findings).toMatchObject([
      ...[
        'Après un parcours de formation sous statut d’élève ou d’étudiant',
        'Après un parcours de formation continue',
        'En contrat de professionnalisation',
      ].map((given) => ({ rule: 'MISSING_ACCESS_ROUTE', given })),
      { rule: 'DUPLICATE_COHORT_YEAR', cohortYear: 2020, element: 'Statistiques' },
      { rule: 'REFUSED_VALUE', element: 'Statistiques', given: 'vers 2019\t8\t0' },
      { rule: 'REFUSED_VALUE', element: 'Certification(s) antérieure(s)', given: 'la précédente' },
    ]);
    expect(fiche?.successors).toEqual([{ code: 'RNCP900021', title: 'Assistant confirmé' }]);
  });
});

describe('pages that say less or wrong things', () => {
  const HEADINGS =
    'Objectifs et contexte de la certification :\n\nCompétences attestées :\n\nStatistiques :\n';

  test('a block whose cells cannot be told apart keeps everything in its skills', () => {
    const page = PAGE.replaceAll(/1\/ Pour les candidats issus de la {1,2}formation/g, 'Ceux')
      .replaceAll(/^ {2}1\/ Pour les.*$/gm, 'Ceux')
      .replaceAll(/^.*1\/.*$/gm, 'Ceux')
      .replaceAll(/^2\/.*$/gm, 'Puis')
      .replaceAll(/^\s*A\d\. (?:Mise en|Etude).*$/gm, 'Une épreuve');
    const [block] = readFichePage(page).fiche?.blocks ?? [];
    expect(block?.assessmentModes).toBeNull();
    expect(block?.skills).toMatch(/^A1\. Analyse.*Ceux.*compétences N°1\.$/s);
  });

  test('a figure or a row that cannot be read is refused alone', () => {
    const page = PAGE.replace('2019 21 0 93 53 57', '2019 21 0 193 53 57')
      .replace('2018 17 0 100 57 47', '2018 17 0 100 57')
      .replace('E1104 - ', 'E11040 - ')
      .replace('- - -\n', '\n');
    const { fiche, findings } = readFichePage(page);
    expect(fiche?.cohorts.map(({ rates }) => rates.GLOBAL_6_MONTHS)).toEqual([86, null]);
    expect(findings.map(({ element, given }) => [element, given])).toEqual([
      ['Code(s) ROME', '• E11040 - Conception de contenus multimédias'],
      ['Certificateurs', 'LEARNING MANAGEMENT DEVELOPPEMENT'],
      ['Statistiques', '193'],
      ['Statistiques', '2018 17 0 100 57'],
    ]);
    expect(fiche?.occupations).toHaveLength(4);
  });

  test('an end date that is no day is refused', () => {
    const { fiche, findings } = readFichePage(PAGE.replaceAll('08-07-2023', '38-07-2023'));
    expect(fiche?.registrationEndsOn).toBeNull();
    expect(findings).toMatchObject([{ given: '38-07-2023' }]);
  });

  test('a page without blocks takes its number from elsewhere, not from its lineage', () => {
    const page = `${HEADINGS}La certification RS 900001.\nCertification(s) antérieure(s) :\nRS900000 Avant\n`;
    const { fiche } = readFichePage(page, { title: 'Titre' });
    expect(fiche?.code).toBe('RS900001');
    expect(fiche?.predecessors).toEqual([{ code: 'RS900000', title: 'Avant' }]);
    expect(() => readFichePage(page.replace('RS 900001', ''), { title: 'Titre' })).toThrow(
      RefusedFileError,
    );
  });

  test('a page without a title asks for --title', () => {
    const page = PAGE.replaceAll(/"Chargé de communication cross-média"/g, 'X');
    expect(() => readFichePage(page)).toThrow(/RNCP35746 does not say its title: add --title/);
    expect(() => readFichePage(page)).toThrow(RefusedFileError);
  });

  test('a text that is not a page is refused', () => {
    for (const text of ['', 'Bonjour', 'Statistiques :\n2020 23', '<FICHES></FICHES>']) {
      expect(looksLikeFichePage(text)).toBe(false);
      expect(() => readFichePage(text)).toThrow(/not a fiche page/);
    }
    expect(looksLikeFichePage(PAGE)).toBe(true);
    expect(looksLikeFichePage(`\uFEFF${TABS.replaceAll('\n', '\r\n')}`)).toBe(true);
  });

  test('lines end in any way, once or twice', () => {
    for (const end of ['\r\n', '\n\n', '\r\r\n', '\r\n\r\n', '\n \n']) {
      expect(readFichePage(PAGE.replaceAll('\n', end))).toEqual(readFichePage(PAGE));
    }
    expect(readFichePage(`\n${PAGE.replaceAll('\n', '\n\n')}`)).toEqual(readFichePage(PAGE));
  });

  test('a table of certifiers goes on after a blank line', () => {
    const page = PAGE.replace('\nLEARNING MANAGEMENT', '\n\n\nLEARNING MANAGEMENT');
    expect(readFichePage(page)).toEqual(readFichePage(PAGE));
  });

  test('a route that the table should have is a finding, and no other route takes its jury', () => {
    const { fiche, findings } = readFichePage(PAGE.replace('Par expérience', 'Par experience'));
    expect(findings).toMatchObject([{ rule: 'MISSING_ACCESS_ROUTE', given: 'Par expérience' }]);
    expect(fiche?.accessRoutes.map(({ route, open }) => [route, open])).toEqual([
      ['INITIAL_TRAINING', true],
      ['APPRENTICESHIP', true],
      ['CONTINUING_TRAINING', true],
      ['PROFESSIONALISATION_CONTRACT', true],
      ['INDIVIDUAL_APPLICATION', null],
    ]);
    const none = PAGE.replace(
      /^Voie d’accès à la certification.*?^Statistiques :$/ms,
      'Statistiques :',
    );
    expect(readFichePage(none)).toMatchObject({ fiche: { accessRoutes: [] }, findings: [] });
    const rs = readFichePage(
      PAGE.replaceAll('RNCP35746', 'RS35746').replace('En contrat d’', 'En '),
    );
    expect(rs.findings).toEqual([]);
  });

  test('a page damaged anywhere is read or refused, never a crash', () => {
    fc.assert(
      fc.property(fc.nat(PAGE.length), fc.nat(400), fc.string(), (at, length, put) => {
        const page = PAGE.slice(0, at) + put + PAGE.slice(at + length);
        try {
          expect(readFichePage(page).fiche?.code).toMatch(/^(RNCP|RS)\d+$/);
        } catch (error) {
          expect(error).toBeInstanceOf(RefusedFileError);
        }
      }),
      { seed: 20_260_816, numRuns: 300 },
    );
  });

  test('lines of a million characters are read without delay', () => {
    const spaces = ' '.repeat(1_000_000);
    const page = PAGE.replace('DEVELOPPEMENT - - -', `A${' -'.repeat(500_000)}x`)
      .replace('2018 17 0 100', `2018${spaces}17 0 100`)
      .replace('• E1402', `${spaces}• E1402`);
    const { fiche, findings } = readFichePage(page);
    expect(fiche?.certifiers).toHaveLength(1);
    expect(fiche?.cohorts).toHaveLength(2);
    expect(findings.map(({ element }) => element)).toEqual(['Certificateurs', 'Statistiques']);
    const untitled = PAGE.replace('La certification', `certification "${spaces}`);
    expect(() => readFichePage(untitled)).toThrow(/--title/);
  });
});
