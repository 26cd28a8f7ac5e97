import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { holderKeys, keyedHash } from '../../src/db/surveys/keyed-hash.ts';
import { noCounts, type SurveyCounts } from '../../src/domain/survey/counts.ts';
import { groupNoise } from '../../src/domain/survey/disclosure/group-noise.ts';
import {
  DEFAULT_NOISE,
  type NoiseRow,
  noiseSize,
  noiseTable,
} from '../../src/domain/survey/disclosure/noise-table.ts';
import { oneWayTable } from '../../src/domain/survey/disclosure/one-way-table.ts';
import { perturbedRate } from '../../src/domain/survey/disclosure/perturbed-rate.ts';
import { SUPPRESSION_REASONS } from '../../src/domain/survey/disclosure/suppression.ts';
import { windowTable } from '../../src/domain/survey/disclosure/windows.ts';
import { ageBandOf } from '../../src/domain/survey/holder.ts';
import { ROSTER_FIELDS, SITUATION_FIELDS } from '../../src/domain/survey/layout.ts';
import { pairedChange } from '../../src/domain/survey/same-holders.ts';
import {
  isEmployed,
  isInBase,
  SITUATIONS,
  type SituationCode,
} from '../../src/domain/survey/situation.ts';
import { SURVEY_FINDINGS } from '../../src/domain/survey/survey-finding.ts';
import {
  neutralisedShare,
  nonResponseBounds,
  responseRate,
  type SurveyRate,
  surveyCoverage,
  surveyInterval,
  surveyRate,
} from '../../src/domain/survey/survey-rates.ts';
import { weightedRate, weightedSums } from '../../src/domain/survey/weighting.ts';

const PAGE = readFileSync(new URL('../../docs/surveys.md', import.meta.url), 'utf8');
const section = (heading: string) => PAGE.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';

/** Cells of the rows of the tables of a text, heads left out. */
function rows(text: string): string[][] {
  return text
    .split(/\n\n+/)
    .filter((part) => part.startsWith('|'))
    .flatMap((table) => table.trim().split('\n').slice(2))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

function counts(N: number, R: number, Z: number, E: number, M: number): SurveyCounts {
  return { ...noCounts(), holders: N, respondents: R, studying: Z, employed: E, inTarget: M };
}

const two = (value: number | null | undefined) => (value ?? Number.NaN).toFixed(2);
const range = (bounds: { readonly lower: number; readonly upper: number } | null | undefined) =>
  `${two(bounds?.lower)} – ${two(bounds?.upper)}`;

test('has the sections that the code points to, and leads to each from its beginning', () => {
  const headings = [...PAGE.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual([
    ...[
      'By a form',
      'Layouts',
      'Roster',
      'Situations',
      'Identities',
      'Checks',
      'Metrics',
      'Bounds',
    ],
    ...['Weighting', 'Same holders', 'Disclosure', 'Access', 'Retention'],
  ]);
  const beginning = PAGE.split('\n## ')[0];
  for (const heading of headings) expect(beginning).toContain(`[${heading}](#`);
});

describe('the layouts', () => {
  test.each([
    ['Roster', ROSTER_FIELDS],
    ['Situations', SITUATION_FIELDS],
  ] as const)('has the fields and the codes of: %s', (heading, fields) => {
    const given = rows(section(heading));
    expect(given.slice(0, fields.length)).toEqual(
      fields.map(({ name, required, note }) => [`\`${name}\``, required ? 'yes' : 'no', note.en]),
    );
    const lists = fields.flatMap((field) =>
      field.type === 'ENUM' && field.name !== 'situation'
        ? [
            [
              `\`${field.name}\``,
              Object.keys(field.codes)
                .map((code) => `\`${code}\``)
                .join(', '),
            ],
          ]
        : [],
    );
    expect(given.slice(fields.length, fields.length + lists.length)).toEqual(lists);
  });

  test('say what each situation counts in', () => {
    const given = rows(section('Situations')).filter((cells) => cells.length === 5);
    const mark = (counts: (international: boolean) => boolean, otherwise: string) => {
      if (counts(false)) return '●';
      if (!counts(true)) return otherwise;
      return otherwise === '' ? '● if international' : `${otherwise}, ● if international`;
    };
    expect(given).toEqual(
      (Object.keys(SITUATIONS) as SituationCode[]).map((code) => [
        ...[`\`${code}\``, SITUATIONS[code].en, '●'],
        mark((international) => isInBase(code, international), 'neutralised'),
        mark((international) => isEmployed(code, international), ''),
      ]),
    );
  });
});

test('has the bands of ages', () => {
  const bands = [25, 26, 29, 30, 39, 40, 49, 50].map((age) => ageBandOf(2024, 2024 - age));
  expect(bands).toEqual([
    ...['UNDER_26', '26_29', '26_29', '30_39', '30_39', '40_49', '40_49', '50_AND_OVER'],
  ]);
  expect(section('Identities')).toContain('(under 26, 26–29, 30–39, 40–49, 50 and over:');
});

test('has every finding, and the rules 1 to 16 in their order', () => {
  const checks = rows(section('Checks'));
  expect(checks.map(([number]) => number).filter(Boolean)).toEqual(
    Array.from({ length: 16 }, (_, place) => String(place + 1)),
  );
  const named = checks.flatMap(([, , effect]) => effect?.match(/[A-Z_]{5,}/g) ?? []);
  expect(named.toSorted()).toEqual([...SURVEY_FINDINGS].toSorted());
});

describe('the example of 60 holders', () => {
  const EXAMPLE = counts(60, 48, 6, 34, 25);
  const rate = (name: SurveyRate) =>
    `${two(surveyRate(EXAMPLE, name))} % | ${range(surveyInterval(EXAMPLE, name))} |`;

  test('has the rates, intervals and shares that are computed', () => {
    const text = section('Metrics');
    expect(text).toContain('N = 60, R = 48, Z = 6, n = 42, E = 34, M = 25.');
    expect(text).toContain(`| global rate | ${rate('GLOBAL')}`);
    expect(text).toContain(`| rate in the target occupation | ${rate('TARGET_OCCUPATION')}`);
    const shares = [responseRate, neutralisedShare, surveyCoverage].map((of) => `${of(EXAMPLE)} %`);
    expect(text).toContain(`| response rate, neutralised share, coverage | ${shares.join(', ')} |`);
  });

  test('has the bounds that are computed', () => {
    const bounds = (name: SurveyRate) => range(nonResponseBounds(EXAMPLE, name));
    expect(section('Bounds')).toContain(
      `In the example ${bounds('GLOBAL')} for the global rate, ${bounds('TARGET_OCCUPATION')} in the target occupation.`,
    );
  });

  test('has the weights and weighted rates that are computed from its routes', () => {
    const text = section('Weighting');
    const routes = rows(text).map(([, ...cells]) => cells.map(Number));
    expect(routes).toHaveLength(2);
    const classes = routes.map(([N = 0, R = 0, n = 0, E = 0, M = 0, weight = 0]) => {
      expect(weight).toBe(Number((N / R).toFixed(4)));
      return counts(N, R, R - n, E, M);
    });
    const sums = weightedSums(classes);
    const global = sums && weightedRate(sums, 'GLOBAL');
    const target = sums && weightedRate(sums, 'TARGET_OCCUPATION');
    // Half is rounded up: 78.125 is 78.13.
    expect(text).toContain(`global ${(Math.round((global?.value ?? 0) * 100) / 100).toFixed(2)} %`);
    expect(text).toContain(`% (${range(global?.interval)}), in the target occupation`);
    expect(text).toContain(`${two(target?.value)} % (${range(target?.interval)})`);
    expect(text).toContain(`on an effective base of ${two(global?.effectiveBase)}.`);
  });
});

test('the example of the same holders is Newcombe’s', () => {
  const text = section('Same holders');
  const change = pairedChange({ both: 36, secondOnly: 12, firstOnly: 2, neither: 0 });
  expect(text).toContain(
    `${change?.base} holders, 36 counted at both, 12 at the second alone, 2 at the first alone, none at neither`,
  );
  expect(text).toContain(
    `${change?.first} % to ${change?.second} %, a change of ${change?.difference} points, between ${two(change?.lower)} and ${two(change?.upper)}.`,
  );
});

describe('disclosure', () => {
  const text = section('Disclosure');
  const sizes = (cell: string | undefined) => (cell?.match(/\d+/g) ?? []).map(Number);
  const tableOf = (eligible: readonly number[]) =>
    oneWayTable(eligible.map((n) => ({ certified: n, eligible: n })));

  test('names every reason of a suppression', () => {
    const named = [...(/^Reasons are told: (.+)\.$/m.exec(text)?.[1] ?? '').matchAll(/`(\w+)`/g)];
    expect(named.map(([, reason]) => reason)).toEqual([...SUPPRESSION_REASONS]);
  });

  test('shows of classes what the rule shows', () => {
    const examples = rows(text).filter(([first]) => /^\d+(, \d+)+/.test(first ?? ''));
    expect(examples).toHaveLength(4);
    for (const [given, shown = ''] of examples) {
      const eligible = sizes(given);
      const table = tableOf(eligible);
      const visible = eligible.filter((_, place) => table.classes[place]?.status === 'SHOWN');
      if (table.shows === 'CLASSES') expect(sizes(shown.split(/:| alone/)[0])).toEqual(visible);
      else if (table.shows === 'TOTAL_ONLY') expect(shown).toBe('the total alone');
      else expect(shown).toBe(`nothing: n = ${eligible.reduce((sum, n) => sum + n, 0)}`);
    }
  });

  test('does not show three cohorts of 15 together', () => {
    expect(text).toContain('three cohorts of n = 15 each are not shown');
    expect(windowTable([15, 15, 15].map((n) => tableOf([n]))).shows).toBe('NOTHING');
  });

  const table = noiseTable(DEFAULT_NOISE);

  test('tells how large the noise is, and not its largest change', () => {
    const { variance, meanAbsoluteChange } = noiseSize(table);
    expect(text).toContain(
      `variance V = ${Number(variance.toFixed(6))}, mean absolute change ${two(meanAbsoluteChange)}.`,
    );
    expect(PAGE).not.toMatch(/\bD\s*=|deviation D\b|at most [±]?5\b/);
  });

  test('has the counts of twelve holders that the noise gives', () => {
    const keys = holderKeys('debouches-test');
    const published = groupNoise(table, keyedHash('debouches-test'));
    const holders = Array.from({ length: 12 }, (_, place) => place + 1);
    const groups = {
      all: holders,
      women: holders.filter((number) => number % 2 === 1),
      men: holders.filter((number) => number % 2 === 0),
    };
    const shown = rows(text).filter(([first = '']) => first in groups);
    expect(shown).toEqual(
      Object.entries(groups).map(([name, members]) => {
        const id = (number: number) => `H${String(number).padStart(2, '0')}`;
        const group = {
          keySum: members.reduce((sum, each) => sum + keys('RNCP35746', id(each)).recordKey, 0),
          certified: members.length,
        };
        const employed = members.filter((number) => ![3, 7, 11].includes(number)).length;
        const cells = [
          ...[members.length, published(group, 'N', members.length)],
          ...[employed, published(group, 'EMPLOYED:6', employed)],
        ];
        return [name, ...cells.map(String)];
      }),
    );
  });

  /** Probability of each deviation of a large count. */
  const law = new Map(probabilities(table.rows.at(-1)));

  test('tells how often an attacker is right, by the noise of persons and by that of the group', () => {
    const differences = new Map<number, number>();
    for (const [v, p] of law) {
      for (const [w, q] of law) differences.set(w - v, (differences.get(w - v) ?? 0) + p * q);
    }
    const of = (change: number) => differences.get(change) ?? 0;
    // Of persons: wrong only where x is employed and both answers are equal all the same.
    const persons = Math.round(100 * (1 - of(1) / 2));
    let apart = 0;
    for (let change = -20; change <= 21; change++) apart += Math.abs(of(change) - of(change - 1));
    expect(text).toContain(`is right ${persons} times of 100`);
    expect(text).toContain(`here ${Math.round(100 * (0.5 + apart / 4))} times of 100`);
  });

  test('tells what the noise does to a rate', () => {
    const deviation = (base: number) => {
      const rate = perturbedRate({ numerator: 0.8 * base, base }, DEFAULT_NOISE.variance);
      return rate.status === 'SHOWN' ? two(rate.noiseDeviation) : rate.status;
    };
    expect(text).toContain(
      `At 80 %: ${deviation(20)} points at n = 20, ${deviation(50)} at 50, ${deviation(100)} at 100, ${deviation(500)} at 500.`,
    );
    const moved = (numerator: number, base: number, points: number) => {
      let sum = 0;
      for (const [v, p] of law) {
        for (const [w, q] of law) {
          const shown = Math.min(100, (100 * (numerator + v)) / (base + w));
          if (Math.abs((100 * numerator) / base - shown) >= points) sum += p * q;
        }
      }
      return 100 * sum;
    };
    expect(text).toContain(
      `A rate of 80 of 100 moves by a point or more in ${moved(80, 100, 1).toFixed(1)} % of the draws, by 5 or more in ${moved(80, 100, 5).toFixed(1)} %; one of 20 of 25 by 5 or more in ${Math.round(moved(20, 25, 5))} %.`,
    );
  });

  test('bounds rates near 0 and 100 from 50 on, and shows them from 20 on', () => {
    const status = (numerator: number, base: number) =>
      perturbedRate({ numerator, base }, 2).status;
    expect(text).toContain('shown from a noisy n of 20 on');
    expect([status(10, 19), status(10, 20)]).toEqual(['SUPPRESSED', 'SHOWN']);
    expect(text).toContain(
      'A numerator, or a rest, of 2 or less is "under 5 %" or "over 95 %" from 50 on',
    );
    expect([status(2, 50), status(48, 50), status(2, 49), status(3, 50)]).toEqual([
      ...['UNDER_5_PERCENT', 'OVER_95_PERCENT', 'SUPPRESSED', 'SHOWN'],
    ]);
  });
});

function probabilities(row: NoiseRow | undefined): [number, number][] {
  return (row?.deviations ?? []).map((v, place) => [
    v,
    ((row?.cumulated[place] ?? Number.NaN) - (row?.cumulated[place - 1] ?? 0)) / 2 ** 32,
  ]);
}
