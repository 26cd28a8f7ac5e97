import fc from 'fast-check';
import { addMonths, type PlainDate } from '../../../../src/domain/calendar.ts';

/** Rows of surveys as somebody could write them: texts of the files, and null for what is not known. */
export interface RandomAnswer {
  readonly status: string;
  readonly observedOn: string | null;
  readonly source: string | null;
  readonly situation: string | null;
  readonly target: string | null;
  readonly contract: string | null;
  readonly months: number | null;
  readonly time: string | null;
  readonly quota: number | null;
  readonly category: string | null;
  readonly pay: number | null;
  readonly jobRegion: string | null;
  readonly jobCountry: string | null;
}

export interface RandomHolder {
  readonly code: string;
  readonly id: string;
  readonly obtainedOn: PlainDate;
  readonly route: string | null;
  readonly sex: string | null;
  readonly birthYear: number | null;
  readonly region: string | null;
  readonly outcome: string | null;
  readonly answers: ReadonlyMap<number, RandomAnswer>;
}

/** How files are written; none of it may change what they say. */
export interface Writing {
  readonly delimiter: string;
  readonly french: boolean;
  readonly newline: string;
  readonly mark: string;
}

export interface RandomSurvey {
  readonly holders: readonly RandomHolder[];
  readonly international: readonly string[];
  readonly writing: Writing;
}

/** The day on which random surveys are imported: all of their holders obtained 22 months before it, or more. */
export const IMPORTED_ON = '2026-11-24' as PlainDate;

export const CODES = ['RNCP1', 'RNCP2', 'RS3'] as const;

const SITUATIONS = [
  ...['EMPLOI', 'EMPLOI', 'EMPLOI', 'EMPLOI', 'RECHERCHE', 'INACTIF', 'STAGE_VOLONTARIAT'],
  ...['POURSUITE_ETUDES', 'ALTERNANCE', 'INCAPACITE', 'HORS_FRANCE', 'HORS_FRANCE'],
];
const CONTRACTS = [
  ...['CDI', 'CDI', 'CDD', 'CDD', 'INTERIM', 'FONCTION_PUBLIQUE', 'CONTRACTUEL_PUBLIC'],
  ...['INDEPENDANT', 'AUTRE'],
];
const REGIONS = ['11', '11', '11', '04', '93', '94', '975'];

/** One of these, or null about once in six. */
function known<Value>(...values: readonly Value[]): fc.Arbitrary<Value | null> {
  return fc.option(fc.constantFrom(...values), { freq: 5 });
}

const job = fc.record({
  target: known('OUI', 'OUI', 'NON', 'INDETERMINE'),
  contract: known(...CONTRACTS),
  months: known(1, 5, 6, 7, 12, 60),
  time: known('PLEIN', 'PLEIN', 'PARTIEL'),
  quota: known(1, 50, 80, 99, 100),
  category: known('CADRE', 'INTERMEDIAIRE', 'EMPLOYE', 'OUVRIER', 'SANS_OBJET'),
  pay: fc.option(
    fc.oneof(
      fc.integer({ min: 18_000, max: 60_000 }),
      // Pay is told in round numbers, and quartiles meet ties.
      fc.integer({ min: 20, max: 32 }).map((thousands) => thousands * 1_000),
      fc.constantFrom(1_000, 4_999, 5_000, 200_000, 200_001, 500_000),
    ),
    { freq: 4 },
  ),
  jobRegion: known(...REGIONS),
  jobCountry: known('FR', 'FR', 'BE', 'RE', 'CA'),
});

const NO_JOB = {
  ...{ target: null, contract: null, months: null, time: null, quota: null },
  ...{ category: null, pay: null, jobRegion: null, jobCountry: null },
};

const answer = fc
  .record({
    status: fc.constantFrom(
      ...Array.from({ length: 6 }, () => 'REPONDU'),
      ...['INJOIGNABLE', 'REFUS', 'NON_ENQUETE'],
    ),
    situation: fc.constantFrom(...SITUATIONS),
    job,
    unemployedTarget: known('NON', 'INDETERMINE', 'NON'),
    source: known('QUESTIONNAIRE', 'TELEPHONE', 'CV'),
    /** Days after the first one on which the situation may be observed. */
    later: fc.option(fc.nat(290)),
  })
  .map(({ later, ...rest }) => ({ ...rest, later }));

const holder = fc.record({
  // Most of them in one cohort: classes of routes get the ten respondents that weighting asks for.
  code: fc.constantFrom('RNCP1', 'RNCP1', 'RNCP1', 'RNCP2', 'RS3'),
  year: fc.constantFrom(2024, 2024, 2024, 2023),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  last: fc.boolean(),
  route: known(
    ...['ELEVE_ETUDIANT', 'ELEVE_ETUDIANT', 'ELEVE_ETUDIANT', 'APPRENTISSAGE', 'APPRENTISSAGE'],
    ...['FORMATION_CONTINUE', 'CONTRAT_PRO', 'CANDIDATURE_INDIVIDUELLE', 'VAE', 'EQUIVALENCE'],
  ),
  sex: known('F', 'M'),
  age: known(14, 20, 25, 26, 29, 30, 39, 40, 49, 50, 80),
  region: known(...REGIONS),
  outcome: known('CERTIFIE', 'CERTIFIE', 'CERTIFIE', 'CERTIFIE', 'NON_CERTIFIE', 'ABSENT'),
  answers: fc.record({
    6: fc.option(answer, { freq: 8 }),
    12: fc.option(answer, { freq: 2 }),
    24: fc.option(answer, { freq: 6 }),
  }),
});

/** Cohorts and horizons of which there is no situation at all. */
const unsurveyed = fc.subarray(
  CODES.flatMap((code) =>
    [2023, 2024].flatMap((year) => [6, 12, 24].map((horizon) => `${code} ${year} ${horizon}`)),
  ),
  { maxLength: 7 },
);

type Drawn = typeof holder extends fc.Arbitrary<infer Value> ? Value : never;
type DrawnAnswer = typeof answer extends fc.Arbitrary<infer Value> ? Value : never;

function answerOf(
  { status, situation, job: of, unemployedTarget, source, later }: DrawnAnswer,
  obtainedOn: PlainDate,
  horizon: number,
): RandomAnswer {
  const first = Date.parse(addMonths(obtainedOn, horizon - 2));
  const observed =
    later === null ? null : Math.min(first + later * 86_400_000, Date.parse(IMPORTED_ON));
  const base = {
    ...NO_JOB,
    status,
    observedOn: observed === null ? null : new Date(observed).toISOString().slice(0, 10),
    source,
  };
  if (status !== 'REPONDU') return { ...base, situation: null };
  if (situation === 'EMPLOI' || situation === 'HORS_FRANCE') return { ...base, ...of, situation };
  return { ...base, situation, target: unemployedTarget };
}

function holderOf(drawn: Drawn, place: number, not: ReadonlySet<string>): RandomHolder {
  const { code, year, month, day, last, age, answers, ...rest } = drawn;
  const pad = (number: number) => String(number).padStart(2, '0');
  const obtainedOn = (last ? `${year}-12-31` : `${year}-${pad(month)}-${pad(day)}`) as PlainDate;
  const isCertified = rest.outcome === null || rest.outcome === 'CERTIFIE';
  const all = [6, 12, 24] as const;
  const given = all.flatMap((horizon) => {
    const of = answers[horizon];
    if (of === null || !isCertified || not.has(`${code} ${year} ${horizon}`)) return [];
    return [[horizon, answerOf(of, obtainedOn, horizon)] as const];
  });
  return {
    ...rest,
    ...{ code, obtainedOn, id: `T-${place}`, answers: new Map(given) },
    birthYear: age === null ? null : year - age,
  };
}

/** Rosters and situations of any kind that is accepted. */
export const randomSurvey: fc.Arbitrary<RandomSurvey> = fc
  .record({
    drawn: fc.array(holder, { minLength: 1, maxLength: 140, size: 'max' }),
    not: unsurveyed,
    international: fc.subarray([...CODES]),
    writing: fc.record({
      delimiter: fc.constantFrom(',', ';'),
      french: fc.boolean(),
      newline: fc.constantFrom('\n', '\r\n'),
      mark: fc.constantFrom('', '\uFEFF'),
    }),
  })
  .map(({ drawn, not, ...rest }) => ({
    ...rest,
    holders: drawn.map((each, place) => holderOf(each, place, new Set(not))),
  }))
  // Who is in the roster and did not obtain the certification alone is nobody to import.
  .filter(({ holders }) => holders.some(isCertified));

export function isCertified({ outcome }: RandomHolder): boolean {
  return outcome === null || outcome === 'CERTIFIE';
}
