import type { Difference } from './contract-change.ts';

interface Named {
  readonly name: string;
}

/** What is compared of two lists of things that have names. */
interface NamedParts<Part extends Named> {
  readonly before: readonly Part[];
  readonly now: readonly Part[];
  /** What one is, in a difference: `column`. */
  readonly kind: string;
  /** How a changelog names one. */
  readonly subjectOf: (name: string) => string;
  /** How much an added one changes; `MINOR` when it is not said. */
  readonly added?: (part: Part) => Difference['change'];
  /** Differences of one that both have. */
  readonly kept: (before: Part, now: Part) => readonly Difference[];
}

/** Differences of two lists, whose order does not matter: one that is gone breaks its readers. */
export function comparedByName<Part extends Named>(parts: NamedParts<Part>): Difference[] {
  const { before, now, kind, subjectOf, added = () => 'MINOR', kept } = parts;
  const formerly = new Map(before.map((part) => [part.name, part]));
  const names = new Set(now.map(({ name }) => name));
  const removed = before.filter(({ name }) => !names.has(name));
  return [
    ...removed.map(({ name }) => gone(subjectOf(name), kind)),
    ...now.flatMap((part) => {
      const subject = subjectOf(part.name);
      const former = formerly.get(part.name);
      if (former) return kept(former, part);
      return [{ change: added(part), subject, text: `${subject}: the ${kind} was added` }];
    }),
  ];
}

/** Differences of two lists of codes, which are known by themselves. */
export function comparedCodes(
  subject: string,
  kind: string,
  before: readonly string[],
  now: readonly string[],
): Difference[] {
  const named = (codes: readonly string[]) => codes.map((name) => ({ name }));
  return comparedByName({
    ...{ before: named(before), now: named(now), kind },
    subjectOf: (name) => `${subject}.${name}`,
    kept: () => [],
  });
}

/** The difference of something that is there no longer. */
function gone(subject: string, kind: string): Difference {
  return { change: 'MAJOR', subject, text: `${subject}: the ${kind} was removed` };
}

/** One difference when two values are not the same JSON; none when they are. */
export function changed(
  change: Difference['change'],
  subject: string,
  what: string,
  [before, now]: readonly [unknown, unknown],
): Difference[] {
  const [was, is] = [JSON.stringify(before), JSON.stringify(now)];
  return was === is
    ? []
    : [{ change, subject, text: `${subject}: its ${what} was ${was} and is ${is}` }];
}

/** A difference of words alone; none when they are the same. */
export function reworded(
  subject: string,
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
  words: readonly string[],
): Difference[] {
  const said = (of: Readonly<Record<string, unknown>>) =>
    JSON.stringify(words.map((word) => of[word]));
  return said(before) === said(now)
    ? []
    : [{ change: 'PATCH', subject, text: `${subject}: it is worded otherwise` }];
}
