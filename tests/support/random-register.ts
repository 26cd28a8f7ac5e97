import fc from 'fast-check';
import type { Database } from '../../src/db/database.ts';
import type { Fiche, FicheCertifier, FicheCohort } from '../../src/domain/certification/fiche.ts';
import { parseRegisterCode } from '../../src/domain/certification/register-code.ts';
import { INSERTION_INDICATORS } from '../../src/domain/rate/indicator.ts';
import { certifierWith, cohortWith, day, ficheWith, publishFiches } from './factories.ts';

/** SIREN of the bodies of random registers. */
export const SIRENS = ['111111118', '222222226', '333333334'];

export const NSF_CODES = ['326t', '326n', '326', '314', '31', '3', '220'];
export const ROME_CODES = ['M1805', 'M1802', 'M1203', 'M18', 'A1101'];
export const FORMACODES = ['30854', '32654', '46301'];

/** Days around the ends of registrations, and around what a day decides. */
export const DAYS = [
  ...['2019-06-30', '2022-12-31', '2023-01-01', '2025-06-30', '2025-07-01', '2025-12-31'],
  ...['2026-01-01', '2026-06-30', '2026-11-24', '2027-02-28', '2027-10-31', '2030-01-01'],
].map(day);

/** A random register, and the codes of which a source can carry the target rate at 6 months. */
export interface RandomRegister {
  readonly fiches: readonly Fiche[];
  readonly withTargetAt6Months: ReadonlySet<string>;
}

// Whole or half: sums of products are exact, whatever the order they are added in.
const rate = fc.option(
  fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(0, 50, 77.5, 100)),
  { freq: 3 },
);

const readCohort: fc.Arbitrary<FicheCohort> = fc.record({
  year: fc.integer({ min: 2017, max: 2026 }),
  certified: fc.option(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 120 })), { freq: 6 }),
  certifiedThroughVae: fc.option(fc.integer({ min: 0, max: 20 }), { freq: 2 }),
  rates: fc.record({
    GLOBAL_6_MONTHS: rate,
    TARGET_OCCUPATION_6_MONTHS: rate,
    TARGET_OCCUPATION_2_YEARS: rate,
  }),
});

/** In one cohort of five the rates that have no value could not be read. */
const cohort = readCohort.map((read): FicheCohort => {
  if ((read.year + (read.certified ?? 0)) % 5 !== 0) return read;
  const unreadableRates = INSERTION_INDICATORS.filter((each) => read.rates[each] === null);
  return { ...read, unreadableRates };
});

const certifier: fc.Arbitrary<FicheCertifier> = fc
  .record({
    siren: fc.option(fc.constantFrom(...SIRENS), { freq: 5 }),
    establishment: fc.constantFrom('00011', '00022'),
    name: fc.constantFrom('École', 'ecole', 'Chambre'),
    state: fc.constantFrom('Actif', 'Inactif', null),
  })
  .map(({ siren, establishment, name, state }) =>
    certifierWith(name, { siret: siren && `${siren}${establishment}`, state }),
  );

const accessRoute = fc.record({
  route: fc.constantFrom('INITIAL_TRAINING' as const, 'VAE' as const, 'APPRENTICESHIP' as const),
  open: fc.option(fc.boolean()),
  jury: fc.constant(null),
  changedOn: fc.constant(null),
});

/** Some of the codes, now and then one of them twice. */
function codes(of: readonly string[]) {
  return fc
    .array(fc.constantFrom(...of), { maxLength: 3 })
    .map((some) => some.map((code) => ({ code, label: null })));
}

const labelled = (...values: (string | null)[]) =>
  fc.constantFrom(...values).map((code) => (code === null ? null : { code, label: null }));

function fiche(index: number, count: number): fc.Arbitrary<Fiche> {
  const codeOf = (other: number) => `${other % 5 === 4 ? 'RS' : 'RNCP'}${1000 + other}`;
  // Up to two numbers further on, some are of no fiche: links dangle.
  const links = fc
    .uniqueArray(fc.nat(count + 1), { maxLength: 2 })
    .map((others) =>
      others
        .filter((other) => other !== index)
        .map((other) => ({ code: codeOf(other), title: null })),
    );
  return fc
    .record({
      level: labelled('NIV5', 'NIV6', 'NIV6', 'NIV7', 'AUCUN', null),
      abbreviation: labelled('TP', 'tp', 'BTS', null),
      registrationType: fc.constantFrom('BY_LAW' as const, 'ON_REQUEST' as const, null),
      activeFlag: fc.constantFrom(true, false, null),
      registrationEndsOn: fc.option(fc.constantFrom(...DAYS), { freq: 4 }),
      registrationYears: fc.constantFrom(1, 3, 5, null),
      specialities: codes(NSF_CODES),
      occupations: codes(ROME_CODES),
      formacodes: codes(FORMACODES),
      certifiers: fc.array(certifier, { maxLength: 3 }),
      accessRoutes: fc.uniqueArray(accessRoute, { maxLength: 3, selector: ({ route }) => route }),
      cohorts: fc.uniqueArray(cohort, { maxLength: 5, selector: ({ year }) => year }),
      predecessors: fc.oneof(
        { weight: 5, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: links },
      ),
      successors: fc.oneof(
        { weight: 5, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: links },
      ),
      equivalent: fc.boolean(),
    })
    .map(({ equivalent, ...parts }) =>
      ficheWith({
        ...parts,
        code: codeOf(index),
        title: `Certification ${index}`,
        equivalences: equivalent
          ? [{ sourceBlocks: [], targetCode: parseRegisterCode('RNCP1'), targetBlocks: [] }]
          : [],
      }),
    );
}

/** Registers of 30 to 60 certifications, a fifth of them of the RS, with all that may be absent. */
export const randomRegister: fc.Arbitrary<RandomRegister> = fc
  .integer({ min: 30, max: 60 })
  .chain((count) =>
    fc.record({
      fiches: fc.tuple(...Array.from({ length: count }, (_, index) => fiche(index, count))),
      withTargetAt6Months: fc
        .subarray(Array.from({ length: count }, (_, index) => index))
        .map((some) => new Set(some)),
    }),
  )
  .map(({ fiches, withTargetAt6Months }) => ({
    fiches,
    withTargetAt6Months: new Set(
      fiches.flatMap(({ code }, index) => (withTargetAt6Months.has(index) ? code : [])),
    ),
  }));

/** The random register of a seed: the same on every run. */
export function registerOfSeed(seed: number): RandomRegister {
  const [register] = fc.sample(randomRegister, { seed, numRuns: 1 });
  if (!register) throw new Error('no register');
  return register;
}

/** The day that random registers are of: rates of the newest years were published early. */
export const DATED_ON = day('2026-08-16');

/** Publishes a random register: two exports, and a file that has lines for some, without figures. */
export function publishRandom(database: Database, register: RandomRegister): Promise<void> {
  const { fiches, withTargetAt6Months } = register;
  const contents = fiches
    .filter(({ code, cohorts }) => withTargetAt6Months.has(code) && cohorts.length > 0)
    .map(({ code, cohorts }) => ({
      ...{ code, fiche: null },
      cohorts: cohorts.map(({ year }) => cohortWith(year, null)),
    }));
  return publishFiches(database, fiches, {
    datedOn: DATED_ON,
    supplements: [{ kind: 'STATISTICS_FILE', contents }],
  });
}
