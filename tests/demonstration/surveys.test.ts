import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDemonstration } from '../../src/cli/demonstration/write-demonstration.ts';
import type { Database } from '../../src/db/database.ts';
import { registerCohorts } from '../../src/db/surveys/stored-surveys.ts';
import type { WrittenCohort } from '../../src/db/surveys/survey-writer.ts';
import {
  DEMONSTRATION_EXPORTED_ON,
  demonstrationOptions,
} from '../../src/demonstration/demonstration.ts';
import { planRegister } from '../../src/demonstration/generate.ts';
import { surveyedCertifications } from '../../src/demonstration/surveyed.ts';
import { DEMONSTRATION_SECRET, demonstrationSurveys } from '../../src/demonstration/surveys.ts';
import {
  exactRegisterCode,
  isDemonstrationCode,
} from '../../src/domain/certification/register-code.ts';
import { DEFAULT_CHOICES } from '../../src/domain/method.ts';
import { countsFindings } from '../../src/domain/survey/cohort-checks.ts';
import { eligibleOf, type SurveyCounts } from '../../src/domain/survey/counts.ts';
import { oneWayTable } from '../../src/domain/survey/disclosure/one-way-table.ts';
import { groupSuppression } from '../../src/domain/survey/disclosure/suppression.ts';
import type { Horizon } from '../../src/domain/survey/layout.ts';
import {
  INDICATOR_SURVEYS,
  type RegisterFinding,
  registerFindings,
} from '../../src/domain/survey/register-comparison.ts';
import { SURVEY_FINDINGS, type SurveyFindingRule } from '../../src/domain/survey/survey-finding.ts';
import { surveyRate } from '../../src/domain/survey/survey-rates.ts';
import { importFiles } from '../../src/ingest/publish/publish.ts';
import { importSurvey, type SurveyImport } from '../../src/ingest/surveys/import-survey.ts';
import { TODAY } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';

const register = planRegister(demonstrationOptions('RNCP'));
const surveyed = surveyedCertifications(register);
const surveys = demonstrationSurveys();

function lines(at: 0 | 1): string[] {
  return [...(surveys.files[at]?.chunks() ?? [])].join('').trimEnd().split('\n');
}

describe('the surveys of the demonstration', () => {
  const [roster, situations] = [lines(0), lines(1)];

  test('are the same whenever they are made', () => {
    expect([lines(0), lines(1)]).toEqual([roster, situations]);
    const again = demonstrationSurveys();
    expect(again.international).toEqual(surveys.international);
    expect([...(again.files[1]?.chunks() ?? [])].join('').trimEnd().split('\n')).toEqual(
      situations,
    );
  });

  test('are of a hundred fictitious certifications, most of them with several cohorts', () => {
    expect(surveyed).toHaveLength(100);
    const codes = new Set(roster.slice(1).map((line) => line.split(';')[0] ?? ''));
    expect([...codes]).toEqual(surveyed.map(({ code }) => code));
    for (const text of codes) {
      const code = exactRegisterCode(text);
      expect(code !== null && isDemonstrationCode(code), text).toBe(true);
    }
    for (const { cohorts } of surveyed) expect(cohorts.length).toBeGreaterThanOrEqual(2);
    expect(surveyed.filter(({ cohorts }) => cohorts.length === 3).length).toBeGreaterThan(40);
  });

  test('are small enough for a first start', () => {
    expect(roster.length).toBeGreaterThan(7_000);
    expect(roster.length).toBeLessThan(10_000);
    expect(situations.length).toBeLessThan(17_000);
  });

  test('were not observed after the day of the register', () => {
    const days = situations.slice(1).map((line) => line.split(';')[4] ?? '');
    expect(days.filter((each) => each > DEMONSTRATION_EXPORTED_ON)).toEqual([]);
  });

  test('have cohorts of several bodies, and groups by level that are large enough to be shown', () => {
    const bodies = ({ index }: { readonly index: number }) =>
      new Set(
        register
          .ficheAt(index)
          .certifiers.filter(({ state }) => state === 'Actif')
          .map(({ siret, name }) => siret?.slice(0, 9) ?? name),
      );
    expect(surveyed.filter((each) => bodies(each).size > 1).length).toBeGreaterThan(10);
    for (const level of [3, 4, 5, 6, 7]) {
      const group = surveyed.filter((each) => each.level === level);
      const certifiers = new Set(group.flatMap((each) => [...bodies(each)]));
      expect(
        groupSuppression({ certifications: group.length, bodies: certifiers.size }),
        `level ${level}`,
      ).toBeNull();
    }
  });
});

/** What an import computed of one cohort, and where it differs from the register. */
interface Compared {
  readonly cohort: WrittenCohort;
  readonly found: readonly RegisterFinding[];
}

describeEachEngine('the surveys of the demonstration, imported over its register on', (open) => {
  let folder = '';
  let result: SurveyImport;
  let compared: readonly Compared[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demonstration-surveys-'));
    const database = await open();
    const written = await writeDemonstration(folder);
    await importFiles(database, written.register, {
      ...{ date: DEMONSTRATION_EXPORTED_ON, today: TODAY, demonstration: true },
      method: DEFAULT_CHOICES,
    });
    const cohorts: WrittenCohort[] = [];
    result = await importSurvey(
      database,
      written.surveys.map((path) => ({ path, name: basename(path) })),
      {
        ...{ secret: DEMONSTRATION_SECRET, today: DEMONSTRATION_EXPORTED_ON, mapping: null },
        ...{ siren: null, international: written.international, check: false },
        onCohort: (cohort) => cohorts.push(cohort),
      },
    );
    compared = await compare(database, cohorts);
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function compare(
    database: Database,
    cohorts: readonly WrittenCohort[],
  ): Promise<Compared[]> {
    await using session = await database.session();
    const published = await registerCohorts(
      session.db,
      surveyed.map(({ code }) => code),
      1,
    );
    return cohorts.map((cohort) => {
      const own = published.find(
        ({ certificationCode, year }) =>
          certificationCode === cohort.certificationCode && year === cohort.year,
      );
      const found = registerFindings(
        {
          counts: (horizon) => countsOf(cohort, horizon),
          holders: cohort.holders?.length ?? 0,
          holdersByVae: cohort.holders?.filter(({ route }) => route === 'VAE').length ?? 0,
        },
        {
          certified: own?.certified ?? null,
          certifiedThroughVae: own?.certifiedThroughVae ?? null,
          rates: {
            GLOBAL_6_MONTHS: own?.global6Months ?? null,
            TARGET_OCCUPATION_6_MONTHS: own?.target6Months ?? null,
            TARGET_OCCUPATION_2_YEARS: own?.target2Years ?? null,
          },
        },
      );
      return { cohort, found };
    });
  }

  const countsOf = ({ figures }: WrittenCohort, horizon: Horizon): SurveyCounts | null =>
    figures.classes.find((each) => each.horizon === horizon && each.dimension === 'ALL')?.counts ??
    null;

  const rulesOf = ({ cohort, found }: Compared): Set<SurveyFindingRule> =>
    new Set([
      ...found.map(({ rule }) => rule),
      ...cohort.findings.map(({ rule }) => rule),
      ...cohort.figures.classes
        .filter(({ dimension }) => dimension === 'ALL')
        .flatMap(({ horizon, counts }) => countsFindings(horizon, counts))
        .map(({ rule }) => rule),
    ]);

  const plantedOf = ({ cohort }: Compared): SurveyFindingRule | null =>
    surveyed.find(({ code }) => code === cohort.certificationCode)?.planted ?? null;

  test('are accepted without a refusal or a notice', () => {
    const cohorts = surveyed.reduce((sum, { cohorts }) => sum + cohorts.length, 0);
    const certified = lines(0).filter((line) => line.endsWith(';CERTIFIE'));
    expect(result).toEqual({
      ...{ publicationId: 2, cohorts, notices: [] },
      ...{ holders: certified.length, answers: lines(1).length - 1 },
    });
  });

  test('have what is planted in every certification that it is planted in', () => {
    const planted = Map.groupBy(
      compared.filter((each) => plantedOf(each) !== null),
      ({ cohort }) => cohort.certificationCode,
    );
    expect(planted.size).toBe(surveyed.filter(({ planted }) => planted !== null).length);
    for (const [code, cohorts] of planted) {
      const rule = cohorts[0] && plantedOf(cohorts[0]);
      expect(
        cohorts.some((each) => rule && rulesOf(each).has(rule)),
        `${code} ${rule}`,
      ).toBe(true);
    }
    expect(new Set(compared.map(plantedOf).filter((rule) => rule !== null)).size).toBe(
      SURVEY_FINDINGS.length,
    );
  });

  test('agree with the register but for what is planted', () => {
    const plain = compared.filter((each) => plantedOf(each) === null);
    expect(plain.flatMap(({ found }) => found)).toEqual([]);
    expect(plain.length / compared.length).toBeGreaterThan(0.7);
    const few: readonly SurveyFindingRule[] = ['LOW_RESPONSE', 'ONE_SOURCE', 'SAME_DATE_AND_PAY'];
    const others = plain.filter((each) => few.some((rule) => rulesOf(each).has(rule)));
    expect(others.length / plain.length).toBeLessThan(0.03);
  });

  test('have rates which are, rounded, those that are published', () => {
    let exact = 0;
    let published = 0;
    for (const { cohort, found } of compared) {
      if (found.length > 0) continue;
      const fiche = surveyed.find(({ code }) => code === cohort.certificationCode);
      const own = fiche?.cohorts.find(({ year }) => year === cohort.year);
      for (const [indicator, rate] of [
        ['GLOBAL_6_MONTHS', own?.global6Months],
        ['TARGET_OCCUPATION_2_YEARS', own?.target2Years],
      ] as const) {
        const { horizon, rate: which } = INDICATOR_SURVEYS[indicator];
        const counts = countsOf(cohort, horizon);
        if (rate === null || rate === undefined || counts === null) continue;
        published += 1;
        exact += Number(Math.round(surveyRate(counts, which) ?? Number.NaN) === rate);
      }
    }
    expect(published).toBeGreaterThan(200);
    expect(exact / published).toBeGreaterThan(0.95);
  });

  test('have cohorts that are shown, some with classes, and cohorts that are suppressed', () => {
    const tables = compared.flatMap(({ cohort }) =>
      (['ROUTE', 'SEX', 'AGE_BAND', 'REGION'] as const).map((dimension) =>
        oneWayTable(
          cohort.figures.classes
            .filter((each) => each.horizon === 6 && each.dimension === dimension)
            .map(({ counts }) => ({ certified: counts.holders, eligible: eligibleOf(counts) })),
        ),
      ),
    );
    const count = (shows: string) => tables.filter((table) => table.shows === shows).length / 4;
    expect(count('NOTHING')).toBeGreaterThan(20);
    expect(count('CLASSES')).toBeGreaterThan(30);
    expect(count('TOTAL_ONLY')).toBeGreaterThan(30);
  });

  test('count employment abroad where the certification is international, and nowhere else', () => {
    for (const { cohort } of compared) {
      const isFlagged = surveys.international.includes(cohort.certificationCode);
      const abroad = cohort.answers.filter(({ situation }) => situation === 'HORS_FRANCE').length;
      const neutralised = cohort.horizons.reduce(
        (sum, horizon) => sum + (countsOf(cohort, horizon)?.abroad ?? 0),
        0,
      );
      expect(neutralised).toBe(isFlagged ? 0 : abroad);
    }
    const flagged = compared.filter(({ cohort }) =>
      surveys.international.includes(cohort.certificationCode),
    );
    expect(flagged.length).toBeGreaterThan(3);
    expect(
      flagged.some(({ cohort }) =>
        cohort.answers.some(({ situation }) => situation === 'HORS_FRANCE'),
      ),
    ).toBe(true);
  });
});
