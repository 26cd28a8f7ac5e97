import type fc from 'fast-check';
import { expect } from 'vitest';
import { LeftoverError } from '../../../src/db/load/remove-written.ts';
import { answersOf } from './answers.ts';
import { expectedOf } from './expected.ts';
import { givenBy, type ImportPlan, planWords } from './plans.ts';
import type { RealRegister } from './real-register.ts';
import type { RegisterModel } from './register-model.ts';
import type { Said } from './said.ts';
import type { Stop } from './stopping-database.ts';

/** A database, and all that its publications said when they were published. */
export interface History {
  readonly register: RealRegister;
  readonly said: Map<number, Said>;
  readonly answers: Map<number, unknown>;
  /** What an import wrote could not be removed at once: the next one that publishes removes it. */
  isLeft: boolean;
}

/** A history of which nothing was published. */
export function emptyHistory(register: RealRegister): History {
  return { register, said: new Map(), answers: new Map(), isLeft: false };
}

/** Imports files, and holds every publication so far to what it must say. */
export class ImportCommand implements fc.AsyncCommand<RegisterModel, History> {
  readonly #plan: ImportPlan;
  readonly #stop: Stop | null;

  constructor(plan: ImportPlan, stop: Stop | null) {
    this.#plan = plan;
    this.#stop = stop;
  }

  check({ known }: Pick<RegisterModel, 'known'>): boolean {
    const { files } = this.#plan;
    return files.some(({ is }) => is !== 'AGAIN') || (known.length > 0 && files.length > 0);
  }

  async run(model: RegisterModel, history: History): Promise<void> {
    const given = givenBy(this.#plan, model);
    const fate = model.fateOf(given);
    const outcome = await history.register.import(given, this.#stop);
    const what = 'error' in outcome ? outcome.error.message : '';
    if (outcome.fate !== 'STOPPED') expect([outcome.fate, what]).toEqual([fate, what]);
    if (outcome.fate === 'PUBLISHED') {
      const wasDemonstration = model.isDemonstration;
      model.publish(given, outcome.ids);
      await expectNewest(model, history, wasDemonstration);
    }
    await expectUnchanged(model, history);
    if (outcome.fate === 'PUBLISHED') history.isLeft = false;
    if ('error' in outcome && outcome.error instanceof LeftoverError) history.isLeft = true;
    if (!history.isLeft) await history.register.expectTidy(model.publication);
  }

  toString(): string {
    const stop = this.#stop
      ? ` — stops after ${this.#stop.after} statements${this.#stop.recovers ? '' : ' for good'}`
      : '';
    return `\n  import ${planWords(this.#plan)}${stop}`;
  }
}

/** The newest publication says what its files say, and its history. */
async function expectNewest(
  model: RegisterModel,
  { register, said, answers }: History,
  wasDemonstration: boolean,
): Promise<void> {
  const now = await register.said(model.publication);
  const anew = await register.saidAnew(model.present);
  const before = said.get(model.publication - 1) ?? null;
  const isCompared = wasDemonstration === model.isDemonstration;
  const { changes } = now;
  expect(now).toEqual(expectedOf(anew, model, { before, isCompared, changes }));
  said.set(model.publication, now);
  const newest = await answersOf(register.database, [model.publication]);
  for (const [publication, answer] of newest) answers.set(publication, answer);
}

/** Every publication that is asked for is answered as it was when it was published. */
export async function expectAnswers({ register, answers }: History): Promise<void> {
  if (answers.size === 0) return;
  expect(await answersOf(register.database, answers.keys())).toEqual(answers);
}

/** Every publication says what it said. */
async function expectUnchanged(model: RegisterModel, { register, said }: History): Promise<void> {
  expect(await register.served()).toBe(model.publication);
  for (const [publication, before] of said) {
    expect([publication, await register.said(publication)]).toEqual([publication, before]);
  }
}
