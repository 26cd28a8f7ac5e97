import type fc from 'fast-check';
import { expect } from 'vitest';
import { LeftoverError } from '../../../src/db/load/remove-written.ts';
import { TODAY } from '../../support/client.ts';
import { answersOf } from './answers.ts';
import { expectedOf } from './expected.ts';
import { expectAnswers, expectUnchanged, type History } from './history.ts';
import { givenBy, type ImportPlan, planWords } from './plans.ts';
import type { RegisterModel } from './register-model.ts';
import { type Stop, stopWords } from './stopping-database.ts';

/** What becomes of a publication that is held; null = it is not, and is served at once. */
export type Holding = 'PUBLISH' | 'WITHDRAW' | null;

/** Imports files, and holds every publication so far to what it must say. */
export class ImportCommand implements fc.AsyncCommand<RegisterModel, History> {
  readonly #plan: ImportPlan;
  readonly #daysLater: number;
  readonly #stop: Stop | null;
  readonly #holding: Holding;

  constructor(plan: ImportPlan, daysLater: number, stop: Stop | null, holding: Holding) {
    this.#plan = plan;
    this.#daysLater = daysLater;
    this.#stop = stop;
    this.#holding = holding;
  }

  check({ known }: Pick<RegisterModel, 'known'>): boolean {
    const { files } = this.#plan;
    return files.some(({ is }) => is !== 'AGAIN') || (known.length > 0 && files.length > 0);
  }

  async run(model: RegisterModel, history: History): Promise<void> {
    const given = givenBy(this.#plan, model);
    const fate = model.fateOf(given);
    const { datedOn } = model.states.next(this.#daysLater, TODAY);
    const { register } = history;
    // The first one cannot be held, and what is stopped is not.
    const hold = this.#holding !== null && model.publication > 0 && this.#stop === null;
    const outcome = await register.import(given, datedOn, { stop: this.#stop, hold });
    const what = 'error' in outcome ? outcome.error.message : '';
    if (outcome.fate !== 'STOPPED') expect([outcome.fate, what]).toEqual([fate, what]);
    if ('error' in outcome && outcome.error instanceof LeftoverError) history.isLeft = true;
    if (outcome.fate === 'PUBLISHED' && hold) {
      // Nobody sees it.
      await expectUnchanged(model, { ...history, isLeft: true });
      await expectAnswers(model, history);
      if (this.#holding === 'WITHDRAW') {
        const because = 'not what it should be';
        await register.withdraw(because, model.withdrawHeld(this.#daysLater, because), null);
        history.isLeft = false;
        await expectUnchanged(model, history);
        return;
      }
      await register.publishHeld(datedOn);
    }
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
    const held = this.#holding === null ? '' : `, held and then to ${this.#holding}`;
    return `\n  import, ${later}, ${planWords(this.#plan)}${stopWords(this.#stop)}${held}`;
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
