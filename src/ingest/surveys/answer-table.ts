import type { StoredAnswer } from '../../db/surveys/survey-tables.ts';
import type { PlainDate } from '../../domain/calendar.ts';
import type { GivenAnswer } from '../../domain/survey/answer-checks.ts';
import type {
  AnswerSourceCode,
  CategoryCode,
  ContractCode,
  ResponseStatus,
  TargetOccupationCode,
  WorkingTimeCode,
} from '../../domain/survey/codes.ts';
import { HORIZONS, type Horizon } from '../../domain/survey/layout.ts';
import type { SituationCode } from '../../domain/survey/situation.ts';
import { InternedColumn, NumberColumn } from './columns.ts';

/** An answer of a file; `title`: of the job, null unless it is kept. */
export interface ReadAnswer extends GivenAnswer {
  readonly source: AnswerSourceCode | null;
  readonly title: string | null;
}

/** Answers in columns, some forty bytes each, and the row of each holder's at each horizon. */
export class AnswerTable {
  count = 0;
  /** By place in `HORIZONS`, by row of the holder: row of the answer + 1. */
  readonly #rows = HORIZONS.map(() => new NumberColumn());
  readonly #status = new InternedColumn<ResponseStatus>();
  readonly #situation = new InternedColumn<SituationCode>();
  readonly #target = new InternedColumn<TargetOccupationCode>();
  readonly #contract = new InternedColumn<ContractCode>();
  readonly #workingTime = new InternedColumn<WorkingTimeCode>();
  readonly #category = new InternedColumn<CategoryCode>();
  readonly #jobRegion = new InternedColumn<string>();
  readonly #jobCountry = new InternedColumn<string>();
  readonly #observedOn = new InternedColumn<PlainDate>();
  readonly #source = new InternedColumn<AnswerSourceCode>();
  readonly #contractMonths = new NumberColumn(Uint16Array);
  readonly #quota = new NumberColumn(Uint8Array);
  readonly #pay = new NumberColumn();
  readonly #titles = new Map<number, string>();

  /** Whether a holder has an answer at a horizon. */
  has(holder: number, horizon: Horizon): boolean {
    return this.#rowsAt(horizon).get(holder) > 0;
  }

  add(holder: number, answer: ReadAnswer): void {
    const row = this.count;
    this.count += 1;
    this.#rowsAt(answer.horizon).set(holder, row + 1);
    this.#status.set(row, answer.status);
    this.#situation.set(row, answer.situation);
    this.#target.set(row, answer.target);
    this.#contract.set(row, answer.contract);
    this.#workingTime.set(row, answer.workingTime);
    this.#category.set(row, answer.category);
    this.#jobRegion.set(row, answer.jobRegion);
    this.#jobCountry.set(row, answer.jobCountry);
    this.#observedOn.set(row, answer.observedOn);
    this.#source.set(row, answer.source);
    // None of these can be 0.
    this.#contractMonths.set(row, answer.contractMonths ?? 0);
    this.#quota.set(row, answer.quota ?? 0);
    this.#pay.set(row, answer.pay ?? 0);
    if (answer.title !== null) this.#titles.set(row, answer.title);
  }

  /** The answer of a holder, of a hash, at a horizon; null without one. */
  of(holder: number, horizon: Horizon, hash: string): (ReadAnswer & StoredAnswer) | null {
    const row = this.#rowsAt(horizon).get(holder) - 1;
    if (row < 0) return null;
    return {
      horizon,
      hash,
      status: this.#status.get(row) ?? 'NON_ENQUETE',
      situation: this.#situation.get(row),
      target: this.#target.get(row),
      contract: this.#contract.get(row),
      contractMonths: this.#contractMonths.get(row) || null,
      workingTime: this.#workingTime.get(row),
      category: this.#category.get(row),
      pay: this.#pay.get(row) || null,
      jobRegion: this.#jobRegion.get(row),
      jobCountry: this.#jobCountry.get(row),
      observedOn: this.#observedOn.get(row),
      quota: this.#quota.get(row) || null,
      source: this.#source.get(row),
      title: this.#titles.get(row) ?? null,
    };
  }

  #rowsAt(horizon: Horizon): NumberColumn {
    const rows = this.#rows[HORIZONS.indexOf(horizon)];
    if (!rows) throw new RangeError(`${horizon} months is no horizon`);
    return rows;
  }
}
