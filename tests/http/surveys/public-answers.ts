import { parse } from 'csv-parse/sync';
import {
  HOLDER_DIMENSIONS,
  SURVEYED_DIMENSIONS,
  type SurveyGroupDimension,
} from '../../../src/domain/survey/survey-grouping.ts';
import type { QuestionServer } from '../question-server.ts';

/** A group as everybody gets it. */
export interface Group {
  readonly horizon: number;
  /** Values by dimension. */
  readonly keys: Readonly<Record<string, string | null>>;
  readonly certifications: number;
  readonly status: string;
  readonly reason: string | null;
  readonly holders: number | null;
  readonly respondents: number | null;
  readonly eligible: number | null;
  readonly employed: number | null;
  readonly inTarget: number | null;
}

/** A survey, or a class of one, as everybody gets it. */
export interface Shown {
  readonly years: readonly number[];
  readonly value: string | null;
  readonly status: string;
  readonly reason: string | null;
  readonly holders: number | null;
  readonly respondents: number | null;
  readonly neutralised: number | null;
  readonly eligible: number | null;
  readonly employed: number | null;
  readonly inTarget: number | null;
}

/** Where a fixed table stands: ALL of the cohorts, or one dimension. */
export interface Table {
  readonly code: string;
  readonly horizon: number;
  readonly years: readonly number[];
  readonly dimension: string;
  readonly rows: readonly Shown[];
}

/** All that everybody is answered about surveys. */
export interface PublicAnswers {
  readonly groups: ReadonlyMap<string, Group>;
  readonly tables: ReadonlyMap<string, Table>;
  /** Numerator and base of each rate that stands beside a published one. */
  readonly rates: ReadonlyMap<string, unknown>;
  /** Rows of reports. */
  readonly reports: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

const ASKED_HORIZONS = [6, 24] as const;
const TOGETHER = 12;

/** All sets of so many dimensions at most. */
function subsets<Each>(of: readonly Each[], most: number): Each[][] {
  return Array.from({ length: 2 ** of.length }, (_, chosen) =>
    of.filter((_each, at) => (chosen >> at) & 1),
  ).filter(({ length }) => length <= most);
}

async function ask<Data>(server: QuestionServer, query: string): Promise<Data> {
  const answer = (await (await server.ask({ query })).json()) as {
    readonly data?: Data;
    readonly errors?: unknown;
  };
  if (!answer.data || answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

/** Asks all that everybody may ask about surveys: groups by all sets of attributes, tables, rates, reports. */
export async function publicAnswers(
  server: QuestionServer,
  codes: readonly string[],
): Promise<PublicAnswers> {
  return {
    groups: await allGroups(server),
    ...(await tablesAndRates(server, codes)),
    reports: await reports(server),
  };
}

async function allGroups(server: QuestionServer): Promise<Map<string, Group>> {
  const questions = ASKED_HORIZONS.flatMap((horizon) =>
    subsets(SURVEYED_DIMENSIONS, 2).flatMap((ofCohorts) =>
      subsets(HOLDER_DIMENSIONS, 3).map((ofHolders) => ({
        ...{ horizon, by: [...ofCohorts, ...ofHolders] as SurveyGroupDimension[] },
      })),
    ),
  );
  const found = new Map<string, Group>();
  for (let from = 0; from < questions.length; from += TOGETHER) {
    const some = questions.slice(from, from + TOGETHER);
    const fields = some.map(
      ({ horizon, by }, place) =>
        `q${place}: surveyStatistics(horizon: MONTHS_${horizon}, groupBy: [${by.join()}]) {
          groups { keys { dimension value } certifications status reason holders respondents
            eligible employed inTarget globalRate { ...rate } targetRate { ...rate }
            responseRate { ...rate } } }`,
    );
    const data = await ask<
      Record<string, { groups: (Omit<Group, 'keys' | 'horizon'> & { keys: Key[] })[] }>
    >(
      server,
      `{ ${fields.join('\n')} } fragment rate on PerturbedRate { status percent lower upper }`,
    );
    for (const [place, { horizon, by }] of some.entries()) {
      for (const { keys, ...rest } of data[`q${place}`]?.groups ?? []) {
        const values = Object.fromEntries(keys.map(({ dimension, value }) => [dimension, value]));
        const name = `${horizon} ${by.join()} ${JSON.stringify(values)} ${rest.reason === 'FEW_CERTIFICATIONS' || rest.reason === 'FEW_BODIES'}`;
        found.set(name, { horizon, keys: values, ...rest });
      }
    }
  }
  return found;
}

interface Key {
  readonly dimension: string;
  readonly value: string | null;
}

const SURVEY = `fragment own on Survey { years value status reason holders respondents neutralised
  eligible employed inTarget responseRate neutralisedShare coverage
  globalRate { ...of } targetRate { ...of } pay { base lower median upper }
  details { targetUnknown } changeFrom(horizon: MONTHS_6) { base } findings { rule } }
fragment of on SurveyedRate { value numerator base boundsNonResponse { lower upper }
  weighted { value } }
fragment all on Survey { ...own
  ${HOLDER_DIMENSIONS.map((each) => `${each}: classes(by: ${each}) { ...own }`).join('\n')} }`;

type WholeSurvey = Shown & Readonly<Record<(typeof HOLDER_DIMENSIONS)[number], readonly Shown[]>>;

const INDICATORS = ['GLOBAL_6_MONTHS', 'TARGET_OCCUPATION_6_MONTHS', 'TARGET_OCCUPATION_2_YEARS'];

interface OfCohort {
  readonly year: number;
  readonly surveys: readonly (WholeSurvey & { readonly horizon: string })[];
}

async function tablesAndRates(server: QuestionServer, codes: readonly string[]) {
  const tables = new Map<string, Table>();
  const rates = new Map<string, unknown>();
  const add = (code: string, horizon: number, { years, ...rest }: WholeSurvey) => {
    const { ROUTE, SEX, AGE_BAND, REGION, ...own } = rest;
    const byDimension = { ALL: [{ years, ...own }], ROUTE, SEX, AGE_BAND, REGION };
    for (const [dimension, rows] of Object.entries(byDimension)) {
      const name = `${code} ${years.join()} at ${horizon} by ${dimension}`;
      tables.set(name, { code, horizon, years, dimension, rows });
    }
  };
  for (const code of codes) {
    for (const horizon of ASKED_HORIZONS) {
      for (const last of [1, 2, 3]) {
        const { certification } = await ask<{ certification: { survey: WholeSurvey } }>(
          server,
          `{ certification(code: "${code}") {
            survey(horizon: MONTHS_${horizon}, lastCohorts: ${last}) { ...all } } } ${SURVEY}`,
        );
        const { survey } = certification;
        if (survey.status !== 'NOT_SURVEYED') add(code, horizon, survey);
      }
    }
    const indicators = INDICATORS.map(
      (each) =>
        `${each}: insertionRate(indicator: ${each}) { survey { status reason differs rate { ...of } } }`,
    );
    const { certification } = await ask<{
      certification: { cohorts: (Record<string, unknown> & OfCohort)[] };
    }>(
      server,
      `{ certification(code: "${code}") {
        cohorts { year ${indicators.join('\n')} surveys { horizon ...all } } } } ${SURVEY}`,
    );
    const { cohorts } = certification;
    for (const { year, surveys, ...ofRegister } of cohorts) {
      for (const { horizon, ...survey } of surveys) {
        if (survey.status !== 'NOT_SURVEYED') add(code, Number(/\d+/.exec(horizon)?.[0]), survey);
      }
      rates.set(`${code} ${year}`, ofRegister);
    }
  }
  return { tables, rates };
}

const KEYS = ['certification_code', 'year', 'horizon', 'rate_kind', 'dimension', 'class_code'];

async function reports(server: QuestionServer) {
  const rows = new Map<string, Readonly<Record<string, string>>>();
  for (const name of ['survey-rates', 'survey-outcomes', 'survey-quality']) {
    const response = await fetch(`${server.url}/reports/${name}.csv`);
    const text = await response.text();
    if (response.status !== 200) throw new Error(text);
    for (const row of parse(text, { columns: true }) as Record<string, string>[]) {
      rows.set(`${name} ${KEYS.map((key) => row[key] ?? '').join(' ')}`, row);
    }
  }
  return rows;
}
