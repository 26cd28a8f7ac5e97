import { expect, test } from 'vitest';
import {
  type ContractChange,
  type Difference,
  largestChange,
  raisedNumber,
} from '../../../schema/contracts/contract-change.ts';
import {
  contractProblems,
  type ToldContracts,
} from '../../../schema/contracts/contract-problems.ts';
import { type ComparedContract, printNumbers } from '../../../schema/contracts/contracts.ts';

const difference = (change: Difference['change'], subject: string): Difference => ({
  ...{ change, subject, text: `${subject}: it is otherwise` },
});

/** A contract that was 1.4.2, with differences since. */
function contract(...differences: readonly Difference[]): ComparedContract {
  const change = largestChange(differences);
  return { number: raisedNumber('1.4.2', change), change, differences };
}

const ADDED = contract(difference('PATCH', 'cohorts'), difference('MINOR', 'cohorts.title'));
const BROKEN = contract(
  difference('MAJOR', 'cohorts.year'),
  difference('MAJOR', 'vae.year'),
  difference('MAJOR', 'vae?code'),
);

const RIGHT: ToldContracts = {
  compared: { schema: contract(), datasets: ADDED, bi: contract(difference('PATCH', 'bi.vae')) },
  numbersFile: printNumbers({ schema: '1.4.2', datasets: '1.5.0', bi: '1.4.3' }),
  changelog: '# Changes\n\n## Unreleased\n\n### Added\n\n- A column.\n\n## 0.2.0 (2026-11-30)\n',
  version: '0.2.0',
  released: ['0.1.0', '0.2.0'],
};

/** The same with a broken contract, and a changelog whose first section is not released. */
const broken = (changelog: string): ToldContracts => ({
  ...RIGHT,
  compared: { ...RIGHT.compared, datasets: BROKEN },
  numbersFile: printNumbers({ schema: '1.4.2', datasets: '2.0.0', bi: '1.4.3' }),
  changelog: `# Changes\n\n## Unreleased\n\n${changelog}\n`,
});

test.each<[string, ContractChange, string]>([
  ['1.4.2', 'NONE', '1.4.2'],
  ['1.4.2', 'PATCH', '1.4.3'],
  ['1.4.2', 'MINOR', '1.5.0'],
  ['1.4.2', 'MAJOR', '2.0.0'],
  ['9.9.9', 'PATCH', '9.9.10'],
  ['0.0.9', 'MAJOR', '1.0.0'],
])('%s after a change %s is %s', (number, change, raised) => {
  expect(raisedNumber(number, change)).toBe(raised);
});

test('a number of another form is refused', () => {
  for (const number of ['1.2', '1.2.3-rc', 'v1.2.3', '']) {
    expect(() => raisedNumber(number, 'NONE')).toThrow(`${JSON.stringify(number)} is not a number`);
  }
});

test('numbers that follow from the differences are right', () => {
  expect(contractProblems(RIGHT)).toEqual([]);
});

test('numbers that were not generated after a change are told', () => {
  const numbersFile = printNumbers({ schema: '1.4.2', datasets: '1.4.2', bi: '1.4.3' });
  expect(contractProblems({ ...RIGHT, numbersFile })).toEqual([
    'src/domain/contracts.ts is not what changed since the last release, by which contracts are schema 1.4.2, datasets 1.5.0, bi 1.4.3: run "npm run generate"',
  ]);
});

test('a version whose declarations are not kept is told', () => {
  expect(contractProblems({ ...RIGHT, version: '0.3.0' })).toEqual([
    'package.json has version 0.3.0, which schema/releases has not: run "npm run contracts:release"',
  ]);
});

test('breaks that no line of the changelog declares are told, all of a contract at once', () => {
  const [problem, ...others] = contractProblems(broken('- Years are otherwise.'));
  expect(others).toEqual([]);
  for (const part of [
    'datasets is broken for those who read it:',
    'cohorts.year: it is otherwise',
    'vae?code: it is otherwise',
    '- **Breaking, `datasets` 2.0.0:** `cohorts.year`, `vae.year`, `vae?code`',
  ]) {
    expect(problem).toContain(part);
  }
});

test.each([
  [
    'each by its name',
    ['- **Breaking, `datasets` 2.0.0:** `cohorts.year`, `vae.year` and `vae?code`.'],
  ],
  ['by patterns', ['- **Breaking, `datasets` 2.0.0:** years (`*.year`), codes (`vae?code`).']],
  [
    'in several lines',
    [
      '- **Breaking, `datasets` 2.0.0:** `*.year`.',
      '- Another line.',
      '- **Breaking, `datasets` 2.0.0:** `vae?*`.',
    ],
  ],
])('breaks that are declared are let pass: %s', (_, lines) => {
  expect(contractProblems(broken(lines.join('\n')))).toEqual([]);
});

test.each([
  ['one is not named', ['- **Breaking, `datasets` 2.0.0:** `*.year`.'], 'vae?code'],
  [
    'a name has no pattern',
    ['- **Breaking, `datasets` 2.0.0:** `*.year`, `vae.code`.'],
    'vae?code',
  ],
  [
    'a name is a part of another',
    ['- **Breaking, `datasets` 2.0.0:** `year`, `vae?code`.'],
    'vae.year',
  ],
])('breaks are told when %s', (_, lines, subject) => {
  expect(contractProblems(broken(lines.join('\n')))).toEqual([
    expect.stringContaining(`${subject}: it is otherwise`),
  ]);
});

test('a line of a former release declares nothing', () => {
  const released = '## 0.2.0 (2026-11-30)\n\n- **Breaking, `datasets` 2.0.0:** `*`.';
  expect(contractProblems(broken(released))).toEqual([
    expect.stringContaining('datasets is broken'),
  ]);
});

test('a break that is declared and is none is told', () => {
  const lines = [
    '- **Breaking, `datasets` 3.0.0:** `*`.',
    '- **Breaking, `schema` 2.0.0:** `*`.',
    '- **Breaking, `files` 2.0.0:** `*`.',
  ];
  expect(contractProblems(broken(lines.join('\n')))).toEqual([
    'CHANGELOG.md, Unreleased: a break of `datasets` 3.0.0 is declared, and its number is 2.0.0',
    'CHANGELOG.md, Unreleased: a break of `schema` 2.0.0 is declared, and its number is 1.4.2',
    'CHANGELOG.md, Unreleased: a break of `files` 2.0.0 is declared, and there is no such contract',
  ]);
});
