import type { Difference } from './contract-change.ts';
import { type ComparedContracts, numbersOf, printNumbers } from './contracts.ts';

/** What a tree says of its contracts. */
export interface ToldContracts {
  readonly compared: ComparedContracts;
  /** `src/domain/contracts.ts`. */
  readonly numbersFile: string;
  /** `CHANGELOG.md`. */
  readonly changelog: string;
  /** That of `package.json`. */
  readonly version: string;
  /** Versions of the releases that are kept. */
  readonly released: readonly string[];
}

/** What is wrong with numbers and changelog, each with what to do; none when they are right. */
export function contractProblems(told: ToldContracts): readonly string[] {
  const { compared, numbersFile, changelog, version, released } = told;
  const problems: string[] = [];
  if (numbersFile !== printNumbers(numbersOf(compared))) {
    const numbers = Object.entries(numbersOf(compared)).map((each) => each.join(' '));
    problems.push(
      `src/domain/contracts.ts is not what changed since the last release, by which contracts are ${numbers.join(', ')}: run "npm run generate"`,
    );
  }
  if (!released.includes(version)) {
    problems.push(
      `package.json has version ${version}, which schema/releases has not: run "npm run contracts:release"`,
    );
  }
  const declared = declaredBreaks(changelog);
  for (const { contract, number } of declared) {
    const is = compared[contract as keyof ComparedContracts];
    if (is?.change === 'MAJOR' && is.number === number) continue;
    problems.push(
      `CHANGELOG.md, Unreleased: a break of \`${contract}\` ${number} is declared, and ${is ? `its number is ${is.number}` : 'there is no such contract'}`,
    );
  }
  for (const [contract, { number, differences }] of Object.entries(compared)) {
    const names = declared.flatMap((each) => (each.contract === contract ? each.names : []));
    const breaks = undeclared(differences, names);
    if (breaks.length > 0) problems.push(undeclaredProblem(contract, number, breaks));
  }
  return problems;
}

function undeclaredProblem(
  contract: string,
  number: string,
  breaks: readonly Difference[],
): string {
  const subjects = [...new Set(breaks.map(({ subject }) => `\`${subject}\``))];
  return [
    `${contract} is broken for those who read it:`,
    ...breaks.map(({ text }) => `  ${text}`),
    '  Undo it; or say so in CHANGELOG.md, under Unreleased, in a line that names each, where `*` stands for any characters:',
    `  - **Breaking, \`${contract}\` ${number}:** ${subjects.join(', ')} …`,
  ].join('\n');
}

/** A line of the changelog that declares breaks. */
interface DeclaredBreaks {
  readonly contract: string;
  readonly number: string;
  /** What it names, with `*` for any characters. */
  readonly names: readonly string[];
}

/** The breaks that are declared for the next release. */
function declaredBreaks(changelog: string): readonly DeclaredBreaks[] {
  const sections = changelog.split(/^## /m);
  const unreleased = sections.find((section) => section.startsWith('Unreleased\n')) ?? '';
  return [...unreleased.matchAll(/^- \*\*Breaking, `(.+?)` (\S+?):\*\*(.*)$/gm)].map(
    ([, contract = '', number = '', text = '']) => ({
      ...{ contract, number },
      names: [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
    }),
  );
}

/** Breaks that no name stands for. */
function undeclared(
  differences: readonly Difference[],
  names: readonly string[],
): readonly Difference[] {
  const patterns = names.map((name) => {
    const literal = name.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
    return new RegExp(`^${literal.replaceAll('*', '.*')}$`);
  });
  return differences.filter(
    ({ change, subject }) =>
      change === 'MAJOR' && !patterns.some((pattern) => pattern.test(subject)),
  );
}
