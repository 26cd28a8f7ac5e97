import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { CERTIFICATION_DIMENSIONS } from '../../src/domain/insertion/dimension.ts';
import { ask, refusal, StatementLog, type Variables } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { SCHOOL, STATISTICS_REGISTER } from '../support/statistics-register.ts';

const FACETS = `query (
  $filter: CertificationFilter, $dimensions: [CertificationDimension!], $acrossOwn: Boolean = true
  $first: Int = 20, $asOf: Date
) {
  certificationFacets(
    filter: $filter, dimensions: $dimensions, acrossOwn: $acrossOwn, first: $first, asOf: $asOf
  ) {
    dimension overlapping valueCount
    values { key { label(language: EN) unknown } certifications }
  }
}`;

interface Facet {
  readonly dimension: string;
  readonly overlapping: boolean;
  readonly valueCount: number;
  readonly values: readonly {
    readonly key: { readonly label: string; readonly unknown: readonly string[] };
    readonly certifications: number;
  }[];
}

describeEachEngine('facets of certifications on', (openDatabase) => {
  const log = new StatementLog();
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase(log.listen);
    await publishFiches(database, STATISTICS_REGISTER);
  });

  async function facets(variables: Variables = {}): Promise<readonly Facet[]> {
    const answer = await ask<{ certificationFacets: Facet[] }>(database, FACETS, variables);
    return answer.certificationFacets;
  }

  /** `3 Level 6` and so on, of one dimension. */
  async function values(dimension: string, variables: Variables = {}): Promise<string[]> {
    const [facet] = await facets({ dimensions: [dimension], ...variables });
    return (facet?.values ?? []).map(({ key, certifications }) => `${certifications} ${key.label}`);
  }

  test.each([
    ['REGISTER', ['4 RNCP', '1 RS']],
    ['LEVEL', ['2 Level 6', '2 Level not known', '1 Level 5']],
    ['REGISTRATION_TYPE', ['2 Registered on request', '2 Type not known', '1 Registered by law']],
    ['REGISTRATION_YEARS', ['3 Duration not known', '1 3 years', '1 5 years']],
    [
      'REGISTRATION_END_MONTH',
      ['1 2023-06', '1 2026-11', '1 2027-06', '1 2028-01', '1 End not known'],
    ],
    [
      'ABBREVIATION',
      [
        '2 TP Titre professionnel',
        '2 Without abbreviation',
        '1 BTS Brevet de technicien supérieur',
      ],
    ],
    ['ACTIVE', ['3 Active', '1 Inactive', '1 Not known']],
    [
      'SPECIALITY_DOMAIN',
      ['4 3 Domaines technico-professionnels des services', '1 Without NSF code'],
    ],
    [
      'SPECIALITY_SUBDOMAIN',
      ['3 32 Communication et information', '1 31 Échanges et gestion', '1 Without NSF code'],
    ],
    ['SPECIALITY', ['3 326 Informatique', '1 314 Comptabilité, gestion', '1 Without NSF code']],
    [
      'OCCUPATION_DOMAIN',
      [
        '2 M18 Systèmes d’information et de télécommunication',
        '2 Without ROME code',
        '1 M12 Comptabilité et gestion',
      ],
    ],
    [
      'OCCUPATION',
      [
        '2 M1805 Études et développement informatique',
        '2 Without ROME code',
        '1 M1203 Comptabilité',
        '1 M1802 Expertise informatique',
      ],
    ],
    [
      'FORMACODE',
      ['3 Without Formacode', '1 30854 Développement informatique', '1 32654 Comptabilité'],
    ],
    [
      'CERTIFIER',
      ['3 École du numérique', '2 Ministère de l’exemple', '1 Without a certifier known by SIREN'],
    ],
    [
      'ACCESS_ROUTE',
      ['2 Initial training', '2 Validation of experience (VAE)', '2 Without an open access route'],
    ],
  ])(
    'of %s have the most frequent value first, what is not known last among equals',
    async (dimension, expected) => {
      expect(await values(dimension)).toEqual(expected);
    },
  );

  test('are of all dimensions unless some are named, in the order given', async () => {
    const all = await facets();
    expect(all.map(({ dimension }) => dimension)).toEqual([...CERTIFICATION_DIMENSIONS]);
    expect(all.every(({ valueCount, values: some }) => valueCount === some.length)).toBe(true);
    const overlapping = all.filter((facet) => facet.overlapping).map(({ dimension }) => dimension);
    expect(overlapping).toEqual([
      ...['SPECIALITY_DOMAIN', 'SPECIALITY_SUBDOMAIN', 'SPECIALITY'],
      ...['OCCUPATION_DOMAIN', 'OCCUPATION', 'FORMACODE', 'CERTIFIER', 'ACCESS_ROUTE'],
    ]);
    const two = await facets({ dimensions: ['LEVEL', 'ACTIVE'] });
    expect(two.map(({ dimension }) => dimension)).toEqual(['LEVEL', 'ACTIVE']);
    expect(await facets({ dimensions: [] })).toEqual([]);
  });

  test('count without what the filter asks of the very dimension, so that more can be chosen', async () => {
    const filter = { levels: [6], certifiers: [SCHOOL] };
    // Of the school: RNCP900001 and RNCP900002 of level 6, RS900001 of none.
    expect(await values('LEVEL', { filter })).toEqual(['2 Level 6', '1 Level not known']);
    // Of level 6: both of the school, one of the ministry as well.
    expect(await values('CERTIFIER', { filter })).toEqual([
      ...['2 École du numérique', '1 Ministère de l’exemple'],
    ]);
    // Nothing is asked of these, and all of the filter holds.
    expect(await values('ACTIVE', { filter })).toEqual(['1 Inactive', '1 Active']);
  });

  test('count with all that the filter asks when that is wanted', async () => {
    const filter = { levels: [6], certifiers: [SCHOOL] };
    expect(await values('LEVEL', { filter, acrossOwn: false })).toEqual(['2 Level 6']);
    expect(await values('ACTIVE', { filter: { active: true }, acrossOwn: false })).toEqual([
      ...['3 Active'],
    ]);
  });

  test.each([
    ['REGISTER', { register: 'RS' }, 5],
    ['REGISTRATION_TYPE', { registrationTypes: ['BY_LAW'] }, 5],
    ['REGISTRATION_END_MONTH', { registrationEnds: { from: '2028-01-01' } }, 5],
    ['ABBREVIATION', { abbreviations: ['bts'] }, 5],
    ['ACTIVE', { active: false }, 5],
    ['SPECIALITY', { specialities: ['314'] }, 5],
    ['OCCUPATION', { occupations: ['M12'] }, 6],
    ['FORMACODE', { formacodes: ['32654'] }, 5],
    ['ACCESS_ROUTE', { accessRoutes: ['VAE'] }, 6],
    // Of how long a registration lasts no filter asks.
    ['REGISTRATION_YEARS', { levels: [6] }, 2],
  ])('of %s look past %j', async (dimension, filter, sum) => {
    const [facet] = await facets({ dimensions: [dimension], filter });
    const counts = (facet?.values ?? []).map(({ certifications }) => certifications);
    expect(counts.reduce((added, count) => added + count, 0)).toBe(sum);
  });

  test('are counted on the as-of day', async () => {
    expect(await values('ACTIVE', { asOf: '2023-06-01' })).toEqual(['4 Active', '1 Not known']);
    const filter = { active: true };
    expect(await values('REGISTER', { filter, asOf: '2026-11-25' })).toEqual(['2 RNCP']);
  });

  test('give as many values as are asked for, and say how many there are', async () => {
    const first = async (most: number) => {
      const [facet] = await facets({ dimensions: ['OCCUPATION'], first: most });
      return [facet?.valueCount, facet?.values.length];
    };
    expect(await first(3)).toEqual([4, 3]);
    expect(await first(4)).toEqual([4, 4]);
    expect(await first(0)).toEqual([4, 0]);
    // Of nothing there are none.
    const [none] = await facets({ dimensions: ['LEVEL'], filter: { codes: [] } });
    expect([none?.valueCount, none?.values]).toEqual([0, []]);
  });

  test('tell which value is not known', async () => {
    const [facet] = await facets({ dimensions: ['LEVEL'] });
    expect(facet?.values.map(({ key }) => key.unknown)).toEqual([[], ['LEVEL'], []]);
  });

  test.each([
    [
      { dimensions: ['LEVEL', 'LEVEL'] },
      'dimensions: LEVEL is given twice: give each dimension once',
    ],
    [{ first: -1 }, 'first: -1 is not accepted: give a number of values, 0 or more'],
    [
      { filter: { specialities: ['9'] } },
      'specialities: "9" is not an NSF code that the register has; some that it has: 314, 326, 326n, 326t',
    ],
    [
      { asOf: '1989-12-31' },
      'asOf: 1989-12-31 is not accepted: give a day from 1990-01-01 to 2200-12-31, or none for today',
    ],
  ])('of %j are refused', async (variables, message) => {
    expect(await refusal(database, FACETS, variables)).toEqual({
      name: 'BadUserInputError',
      message,
    });
  });
});
