import type fc from 'fast-check';
import { expect } from 'vitest';
import { type KeepRule, RetentionError } from '../../../src/domain/retention.ts';
import { TODAY } from '../../support/client.ts';
import { expectAnswers, expectUnchanged, type History } from './history.ts';
import { ruleText } from './publication-states.ts';
import type { RegisterModel } from './register-model.ts';
import { type Stop, stopWords } from './stopping-database.ts';
import { expectNoneUnread } from './tidy.ts';

type Command = fc.AsyncCommand<RegisterModel, History>;

/** Lets publications go that a rule does not keep: what others say stays, and the history of figures. */
export class PruneCommand implements Command {
  readonly #rule: KeepRule;
  readonly #stop: Stop | null;

  constructor(rule: KeepRule, stop: Stop | null) {
    this.#rule = rule;
    this.#stop = stop;
  }

  check({ publication }: Pick<RegisterModel, 'publication'>): boolean {
    return publication > 0;
  }

  async run(model: RegisterModel, history: History): Promise<void> {
    const { register } = history;
    const outcome = await register.prune(ruleText(this.#rule), this.#stop);
    const pruned = model.states.prunedBy(this.#rule, model.publication, TODAY);
    // Stopped before they were let go, or after: all of them, or none.
    const states = outcome === 'STOPPED' ? await register.states() : [];
    const isDone =
      outcome === 'DONE' ||
      states.some(({ id, state }) => pruned.includes(id) && state === 'PRUNED');
    if (isDone) model.states.prune(pruned);
    history.isHalfPruned = outcome === 'STOPPED' && (isDone || history.isHalfPruned);
    await expectUnchanged(model, history);
    await expectAnswers(model, history);
    if (outcome === 'DONE' && !history.isLeft) await expectNoneUnread(register.database);
  }

  toString(): string {
    return `\n  prune --keep ${ruleText(this.#rule)}${stopWords(this.#stop)}`;
  }
}

/** Withdraws the publication that is served, or one before it. */
export class WithdrawCommand implements Command {
  /** How many that can be read are newer. */
  readonly #back: number;
  /** How many are withdrawn, one after the other. */
  readonly #times: number;
  readonly #stop: Stop | null;

  constructor(back: number, times: number, stop: Stop | null) {
    this.#back = back;
    this.#times = times;
    this.#stop = stop;
  }

  check({ publication }: Pick<RegisterModel, 'publication'>): boolean {
    return publication > 0;
  }

  async run(model: RegisterModel, history: History): Promise<void> {
    for (let times = 0; times < this.#times; times++) await this.#withdraw(model, history);
    await expectAnswers(model, history);
  }

  async #withdraw(model: RegisterModel, history: History): Promise<void> {
    const { register } = history;
    const { readable } = model.states;
    const id = readable.at(-1 - (this.#back % readable.length)) ?? 0;
    const because = `reason ${id}`;
    const isRollback = id === model.publication;
    if (isRollback && model.states.before(id) === undefined) {
      await expect(register.withdraw(because, id, null)).rejects.toThrow(RetentionError);
    } else {
      const outcome = await register.withdraw(because, id, this.#stop);
      const states = outcome === 'STOPPED' ? await register.states() : [];
      const isDone =
        outcome === 'DONE' || states.some((each) => each.id === id && each.state === 'WITHDRAWN');
      if (isDone) model.withdraw(id, because);
      if (isRollback && isDone) history.isLeft = outcome === 'STOPPED';
    }
    await expectUnchanged(model, history);
  }

  toString(): string {
    const what = this.#back === 0 ? 'roll back' : `withdraw the ${this.#back} before the last`;
    return `\n  ${what}, ${this.#times} times${stopWords(this.#stop)}`;
  }
}
