import type fc from 'fast-check';
import { expect } from 'vitest';
import { LeftoverError } from '../../../src/db/load/remove-written.ts';
import { TODAY } from '../../support/client.ts';
import { answersOf } from './answers.ts';
import { expectedOf } from './expected.ts';
import { expectUnchanged, type History } from './history.ts';
import { givenBy, type ImportPlan, planWords } from './plans.ts';
import type { RegisterModel } from './register-model.ts';
import { type Stop, stopWords } from './stopping-database.ts';

/** Imports files, and holds every publication so far to what it must say. */
export class ImportCommand implements fc.AsyncCommand<RegisterModel, History> {
  readonly #plan: ImportPlan;
  readonly #daysLater: number;
  readonly #stop: Stop | null;

  constructor(plan: ImportPlan, daysLater: number, stop: Stop | null) {
    this.#plan = plan;
    this.#daysLater = daysLater;
    this.#stop = stop;
  }

  check({ known }: Pick<RegisterModel, 'known'>): boolean {
    const { files } = this.#plan;
    return files.some(({ is }) => is !== 'AGAIN') || (known.length > 0 && files.length > 0);
  }

  async run(model: RegisterModel, history: History): Promise<void> {
    const given = givenBy(this.#plan, model);
    const fate = model.fateOf(given);
    const { datedOn } = model.states.next(this.#daysLater, TODAY);
    const outcome = await history.register.import(given, datedOn, this.#stop);
    const what = 'error' in outcome ? outcome.error.message : '';
    if (outcome.fate !== 'STOPPED') expect([outcome.fate, what]).toEqual([fate, what]);
    if ('error' in outcome && outcome.error instanceof LeftoverError) history.isLeft = true;
    if (outcome.fate === 'PUBLISHED') {
      const before = model.publication;
      const wasDemonstration = model.isDemonstration;
      model.publish(given, outcome.ids, this.#daysLater);
      const isCompared = wasDemonstration === model.isDemonstration;
      await expectNewest(model, history, { before, isCompared });
      history.isLeft = false;
    }
    await expectUnchanged(model, history);
  }

  toString(): string {
    const later = `${this.#daysLater} days later`;
    return `\n  import, ${later}, ${planWords(this.#plan)}${stopWords(this.#stop)}`;
  }
}

/** The newest publication says what its files say, and its history. */
async function expectNewest(
  model: RegisterModel,
  { register, said, answers }: History,
  { before, isCompared }: { readonly before: number; readonly isCompared: boolean },
): Promise<void> {
  const now = await register.said(model.publication);
  const anew = await register.saidAnew(model.present);
  const { changes } = now;
  expect(now).toEqual(
    expectedOf(anew, model, { before: said.get(before) ?? null, isCompared, changes }),
  );
  said.set(model.publication, now);
  const newest = await answersOf(register.database, [model.publication]);
  for (const [publication, answer] of newest) answers.set(publication, answer);
}
