import { beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { FilterPanelDocument, RegistrationDurationsDocument } from '../support/operations.ts';
import { MINISTRY, QUESTION_REGISTER, SCHOOL_A, SCHOOL_B } from '../support/question-register.ts';
import { sendOn } from '../support/questions.ts';

describeEachEngine('statistics on', (openDatabase) => {
  let send: ReturnType<typeof sendOn>;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    send = sendOn(database);
  });

  test('31: the years that were granted, by level and registration type', async () => {
    const group = (
      [level, registrationType, registrationYears]: readonly [number | null, string, number | null],
      [certifications, active]: readonly [number, number],
    ) => {
      const labels = [
        level === null ? 'Niveau non renseigné' : `Niveau ${level}`,
        registrationType === 'BY_LAW' ? 'Enregistrement de droit' : 'Enregistrement sur demande',
        registrationYears === null ? 'Durée non renseignée' : `${registrationYears} ans`,
      ];
      return {
        key: { level, registrationType, registrationYears, label: labels.join(' · ') },
        summary: { certifications, active },
      };
    };
    expect(await send(RegistrationDurationsDocument, {})).toEqual({
      certificationStatistics: {
        total: { certifications: 15, active: 13 },
        groups: [
          group([4, 'ON_REQUEST', 3], [1, 1]),
          group([5, 'BY_LAW', null], [2, 2]),
          // RNCP100, which has ended.
          group([6, 'ON_REQUEST', 3], [1, 0]),
          group([6, 'ON_REQUEST', 5], [7, 7]),
          group([7, 'ON_REQUEST', 3], [1, 1]),
          // RNCP140, then RS200 and RS201.
          group([null, 'ON_REQUEST', 5], [1, 1]),
          group([null, 'ON_REQUEST', null], [2, 1]),
        ],
      },
    });
    const ofSchoolA = await send(RegistrationDurationsDocument, {
      filter: { register: 'RNCP', certifiers: [SCHOOL_A], active: true },
    });
    expect(ofSchoolA).toEqual({
      certificationStatistics: {
        total: { certifications: 2, active: 2 },
        groups: [group([4, 'ON_REQUEST', 3], [1, 1]), group([6, 'ON_REQUEST', 5], [1, 1])],
      },
    });
  });

  test('beside the questions: every dimension with its values, the most frequent first', async () => {
    const { certificationFacets } = await send(FilterPanelDocument, {});
    const facets = certificationFacets.map(({ dimension, overlapping, valueCount, values }) => {
      expect(values).toHaveLength(valueCount);
      return [
        ...[dimension, overlapping],
        values.map(({ key: { label, ...key }, certifications }) => {
          const given = Object.values(key).filter((value) => value !== null);
          return [...given, label, certifications];
        }),
      ];
    });
    const code = (of: string) => ({ code: of });
    expect(facets).toEqual([
      [
        ...['REGISTER', false],
        [
          ['RNCP', 'RNCP', 13],
          ['RS', 'RS', 2],
        ],
      ],
      [
        ...['LEVEL', false],
        [
          [6, 'Niveau 6', 8],
          // RNCP140 and the RS.
          ['Niveau non renseigné', 3],
          [5, 'Niveau 5', 2],
          [4, 'Niveau 4', 1],
          [7, 'Niveau 7', 1],
        ],
      ],
      [
        ...['REGISTRATION_TYPE', false],
        [
          ['ON_REQUEST', 'Enregistrement sur demande', 13],
          ['BY_LAW', 'Enregistrement de droit', 2],
        ],
      ],
      [
        ...['REGISTRATION_YEARS', false],
        [
          // RNCP101, its peers, RNCP140.
          [5, '5 ans', 8],
          ['Durée non renseignée', 4],
          [3, '3 ans', 3],
        ],
      ],
      [
        ...['REGISTRATION_END_MONTH', false],
        [
          ['2029-12-01', '2029-12', 6],
          ['2022-05-01', '2022-05', 1],
          ['2025-06-01', '2025-06', 1],
          ['2026-12-01', '2026-12', 1],
          ['2027-01-01', '2027-01', 1],
          ['2027-05-01', '2027-05', 1],
          ['2027-08-01', '2027-08', 1],
          ['2028-03-01', '2028-03', 1],
          ['2028-06-01', '2028-06', 1],
          ['2031-08-01', '2031-08', 1],
        ],
      ],
      [
        ...['ABBREVIATION', false],
        [
          ['Sans abrégé', 12],
          // Typed BTS and bts.
          ['BTS', 'BTS Brevet de technicien supérieur', 2],
          ['TP', 'TP Titre professionnel', 1],
        ],
      ],
      [
        ...['ACTIVE', false],
        [
          [true, 'Active', 13],
          [false, 'Inactive', 2],
        ],
      ],
      [
        ...['SPECIALITY_DOMAIN', true],
        [
          [code('3'), '3 Domaines technico-professionnels des services', 14],
          [code('1'), '1 Domaines disciplinaires', 1],
        ],
      ],
      [
        ...['SPECIALITY_SUBDOMAIN', true],
        [
          [code('32'), '32 Communication et information', 8],
          [code('31'), '31 Échanges et gestion', 5],
          [code('13'), '13 Lettres et arts', 1],
          [code('34'), '34 Services à la collectivité', 1],
        ],
      ],
      [
        ...['SPECIALITY', true],
        [
          [code('326'), '326', 8],
          [code('314'), '314 Comptabilité, gestion', 3],
          [code('310'), '310 Échanges et gestion', 2],
          [code('136'), '136 Langues vivantes', 1],
          [code('344'), '344 Sécurité des biens et des personnes', 1],
        ],
      ],
      [
        ...['OCCUPATION_DOMAIN', true],
        [
          [code('M18'), 'M18 Systèmes d’information et de télécommunication', 8],
          [code('M12'), 'M12 Comptabilité et gestion', 3],
          [code('M13'), 'M13 Direction d’entreprise', 3],
          ['Sans code ROME', 2],
        ],
      ],
      [
        ...['OCCUPATION', true],
        [
          [code('M1805'), 'M1805 Études et développement informatique', 8],
          [code('M1203'), 'M1203 Comptabilité', 3],
          [code('M1302'), 'M1302 Direction de petite ou moyenne entreprise', 3],
          ['Sans code ROME', 2],
        ],
      ],
      [
        ...['FORMACODE', true],
        [
          ['Sans Formacode', 9],
          [code('31054'), '31054 Informatique et systèmes d’information', 6],
        ],
      ],
      [
        ...['CERTIFIER', true],
        [
          [{ siren: SCHOOL_B }, 'École B', 9],
          [{ siren: SCHOOL_A }, 'École A', 4],
          [{ siren: MINISTRY }, 'Ministère', 2],
          ['Sans certificateur connu par SIREN', 1],
        ],
      ],
      [
        ...['ACCESS_ROUTE', true],
        [
          ['Sans voie d’accès ouverte', 13],
          ['VAE', 'VAE', 2],
          ['INITIAL_TRAINING', 'Formation initiale', 1],
        ],
      ],
    ]);
  });

  test('beside the questions: a panel under a filter still counts its other values', async () => {
    const { certificationFacets } = await send(FilterPanelDocument, {
      dimensions: ['CERTIFIER', 'LEVEL', 'REGISTER'],
      filter: { levels: [6], certifiers: [SCHOOL_B] },
      first: 2,
    });
    const facets = certificationFacets.map(({ dimension, valueCount, values }) => [
      ...[
        dimension,
        valueCount,
        values.map(({ key, certifications }) => [key.label, certifications]),
      ],
    ]);
    expect(facets).toEqual([
      // Of level 6, whoever certifies them.
      [
        ...['CERTIFIER', 2],
        [
          ['École B', 6],
          ['École A', 2],
        ],
      ],
      // Of School B, whatever their level: RNCP160 and RS201 are cut off.
      [
        ...['LEVEL', 4],
        [
          ['Niveau 6', 6],
          ['Niveau 4', 1],
        ],
      ],
      ['REGISTER', 1, [['RNCP', 6]]],
    ]);
  });
});
