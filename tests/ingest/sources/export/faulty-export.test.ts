import { beforeAll, describe, expect, test } from 'vitest';
import type { Fiche } from '../../../../src/domain/certification/fiche.ts';
import { type Finding, isRefusedValue } from '../../../../src/domain/findings/finding.ts';
import { NO_RATES } from './empty-fiche.ts';
import { dataFile, fiche, flow, readWhole } from './read-export.ts';

describe('a faulty export', () => {
  let fiches: Fiche[];
  let findings: Finding[];
  beforeAll(async () => {
    ({ fiches, findings } = await readWhole(dataFile('faulty-rncp.xml')));
  });

  test('refuses bad fiches alone and keeps the others', () => {
    expect(fiches.map(({ code }) => code)).toEqual(['RNCP900010', 'RNCP900013']);
    expect(fiches[0]?.title).toBe('Des valeurs refusées (démonstration)');
    const refused = findings.filter((finding) => !isRefusedValue(finding));
    expect(refused).toMatchObject([
      { rule: 'DUPLICATE_COHORT_YEAR', certificationCode: 'RNCP900010', cohortYear: 2020 },
      { rule: 'REFUSED_FICHE', certificationCode: null, given: 'fiche n°11' },
      { rule: 'REFUSED_FICHE', certificationCode: null, element: 'FICHE/NUMERO_FICHE' },
      { rule: 'REFUSED_FICHE', certificationCode: 'RNCP900012', element: 'FICHE/INTITULE' },
      { rule: 'DUPLICATE_FICHE', certificationCode: 'RNCP900010' },
    ]);
  });

  test.each([
    ['FICHE/INTITULE', 'Un second intitulé'],
    ['FICHE/ID_FICHE', '99999999999'],
    ['FICHE/NOMENCLATURE_EUROPE/NIVEAU', 'Niveau 6'],
    ['FICHE/ACTIF', 'Peut-être'],
    ['FICHE/TYPE_ENREGISTREMENT', 'Enregistrement spontané'],
    ['FICHE/DATE_DECISION', '31/02/2021'],
    ['FICHE/DUREE_ENREGISTREMENT', '-5'],
    ['FICHE/ANNEES_PROMOTIONS_NIVEAU/ANNEE', '3016'],
    ['FICHE/CERTIFICATEURS/CERTIFICATEUR/SIRET_CERTIFICATEUR', '1234'],
    ['FICHE/CERTIFICATEURS/CERTIFICATEUR/NOM_CERTIFICATEUR', '11004401300040'],
    ['FICHE/PARTENAIRES/PARTENAIRE/HABILITATION_PARTENAIRE', 'HABILITATION_DANSER'],
    ['FICHE/BLOCS_COMPETENCES/BLOC_COMPETENCES/CODE', 'Un bloc sans code'],
    ['FICHE/BLOCS_COMPETENCES/BLOC_COMPETENCES/LIBELLE', 'RNCP900010BC02'],
    [
      'FICHE/ANCIENNES_CERTIFICATIONS/ANCIENNE_CERTIFICATION/ID_FICHE_ANCIENNE_CERTIFICATION',
      '35746',
    ],
    ['FICHE/CORRESPONDANCES/CORRESPONDANCE/SOURCE', null],
    ['FICHE/CORRESPONDANCES/CORRESPONDANCE/DESTINATION/NUMERO_FICHE', 'la fiche 5'],
    ['FICHE/CORRESPONDANCES/CORRESPONDANCE/DESTINATION/NUMERO_FICHE', 'RNCP900005BC01'],
    ['FICHE/STATISTIQUES_PROMOTIONS/STATISTIQUES_PROMOTION/ANNEE', '20'],
    ['FICHE/STATISTIQUES_PROMOTIONS/STATISTIQUES_PROMOTION/ANNEE', '9 · 90'],
  ])('has a finding at %s for %j', (element, given) => {
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'REFUSED_VALUE',
        certificationCode: 'RNCP900010',
        cohortYear: null,
        element,
        given,
      }),
    );
  });

  test('says which cohort a refused figure belongs to', () => {
    const figures = findings.filter(
      (finding) => isRefusedValue(finding) && finding.cohortYear === 2020,
    );
    expect(figures.map(({ rule, given }) => [rule, given])).toEqual([
      ['REFUSED_VALUE', '2.5'],
      ['INVALID_RATE', '101'],
      ['INVALID_RATE', 'environ 80'],
    ]);
  });

  test('drops a refused value and keeps all that surrounds it', () => {
    expect(fiches[0]).toMatchObject({
      sheetId: null,
      activeFlag: null,
      level: null,
      registrationType: null,
      decisionOn: null,
      registrationYears: null,
      levelYears: [2016],
      certifiers: [{ name: 'SIRET TROP COURT', siret: null }],
      partners: [{ name: 'CENTRE', role: null }],
      blocks: [{ code: 'RNCP900010BC02', title: 'RNCP900010BC02' }],
      predecessors: [],
      equivalences: [],
    });
    expect(fiches[0]?.cohorts).toEqual([
      {
        ...{ year: 2020, certified: null, certifiedThroughVae: null, rates: NO_RATES },
        unreadableRates: ['GLOBAL_6_MONTHS', 'TARGET_OCCUPATION_2_YEARS'],
      },
    ]);
  });

  test('reads CDATA and markup inside a text', () => {
    expect(fiches[1]?.texts.activities).toBe('a < b');
    expect(fiches[1]?.title).toBe('Une bonne fiche (démonstration)');
  });
});

test('a second jury of one route is refused and the first counts', async () => {
  const jury = (text: string) => `<SI_JURY_FI><COMPOSITION>${text}</COMPOSITION></SI_JURY_FI>`;
  const { fiches, findings } = await readWhole(
    flow(fiche('RNCP900001', jury('un') + jury('deux'))),
  );
  expect(fiches[0]?.accessRoutes.map(({ jury: text }) => text)).toEqual(['un']);
  expect(findings).toMatchObject([{ rule: 'REFUSED_VALUE', element: 'FICHE/SI_JURY_FI' }]);
});
