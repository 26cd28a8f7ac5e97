import { expect } from 'vitest';
import { NoPublicationError } from '../../../src/domain/errors.ts';
import { answersOf, whyGone } from './answers.ts';
import type { RealRegister } from './real-register.ts';
import type { RegisterModel } from './register-model.ts';
import type { Said } from './said.ts';
import { expectTidy } from './tidy.ts';

/** A database, and all that its publications said when they were published. */
export interface History {
  readonly register: RealRegister;
  readonly said: Map<number, Said>;
  readonly answers: Map<number, unknown>;
  /** Imports and rollbacks that were stopped left rows: the next that is not removes them. */
  isLeft: boolean;
  /** A pruning that was stopped left rows: the next one removes them. */
  isHalfPruned: boolean;
}

/** A history of which nothing was published. */
export function emptyHistory(register: RealRegister): History {
  const nothing = { said: new Map(), answers: new Map() };
  return { register, ...nothing, isLeft: false, isHalfPruned: false };
}

/** Publications that can be read say what they said, the others nothing; and nothing else is there. */
export async function expectUnchanged(model: RegisterModel, history: History): Promise<void> {
  const { register, said, isLeft, isHalfPruned } = history;
  expect(await register.served()).toBe(model.publication);
  expect(await register.states()).toEqual(model.states.all);
  for (const publication of model.states.readable) {
    expect([publication, await register.said(publication)]).toEqual([
      ...[publication, said.get(publication)],
    ]);
  }
  for (const { id } of model.states.gone) {
    await expect(register.said(id)).rejects.toThrow(NoPublicationError);
  }
  if (!isLeft && !isHalfPruned) await expectTidy(register.database, model.publication);
}

/** Publications that can be read are answered as when they were published; of others it is told why not. */
export async function expectAnswers(
  model: RegisterModel,
  { register, answers }: History,
): Promise<void> {
  const { readable, gone } = model.states;
  if (readable.length === 0) return;
  const expected = new Map(readable.map((id) => [id, answers.get(id)]));
  expect(await answersOf(register.database, readable)).toEqual(expected);
  const reasons = gone.map(({ id, because }) => {
    const what = because === null ? 'is kept no longer' : `was withdrawn (${because})`;
    return [id, `publication ${id} ${what}: ${model.publication} is the newest`] as const;
  });
  const ids = gone.map(({ id }) => id);
  expect(await whyGone(register.database, ids)).toEqual(new Map(reasons));
}

/**
 * What is served is what a database says into which the imports were made that led to it: nothing is left
 * of what was rolled back, and what was pruned or stopped changed nothing.
 */
export async function expectAsIfUndisturbed(
  model: RegisterModel,
  { register, said }: History,
): Promise<void> {
  const { lineage } = model;
  if (lineage.size === 0) return;
  const numbers = new Map([...lineage.keys()].map((id, index) => [id, index + 1]));
  const served = said.get(model.publication);
  const undisturbed = await register.saidAfter(lineage.values());
  expect(served && renumbered(served, numbers)).toEqual(undisturbed);
}

/** What is said, the publications that it names under other numbers. */
function renumbered(said: Said, numbers: ReadonlyMap<number, number>): Said {
  const text = JSON.stringify(said, (column, value: unknown) =>
    column === 'publication_id' || column === 'first_seen_publication_id'
      ? numbers.get(value as number)
      : value,
  );
  return JSON.parse(text) as Said;
}
