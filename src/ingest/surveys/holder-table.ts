import type { PlainDate } from '../../domain/calendar.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import type { AccessRouteCode, SexCode } from '../../domain/survey/codes.ts';
import type { AgeBand, SurveyHolder } from '../../domain/survey/holder.ts';
import { HashColumn, InternedColumn, NumberColumn } from './columns.ts';

/** A holder as it is kept: nothing of it names anybody. */
export interface KeptHolder extends SurveyHolder {
  readonly certificationCode: RegisterCode;
  readonly obtainedOn: PlainDate;
  /** Keyed hash of the identifier within the certification. */
  readonly hash: string;
}

/** Holders in columns, some forty bytes each, and their rows by hash. */
export class HolderTable {
  count = 0;
  readonly #certification = new InternedColumn<RegisterCode>();
  readonly #obtainedOn = new InternedColumn<PlainDate>();
  readonly #route = new InternedColumn<AccessRouteCode>();
  readonly #sex = new InternedColumn<SexCode>();
  readonly #ageBand = new InternedColumn<AgeBand>();
  readonly #region = new InternedColumn<string>();
  readonly #recordKey = new NumberColumn();
  readonly #hash = new HashColumn();

  /** Adds a holder, and gives its row. */
  add(holder: KeptHolder): number {
    const row = this.count;
    this.count += 1;
    this.#certification.set(row, holder.certificationCode);
    this.#obtainedOn.set(row, holder.obtainedOn);
    this.#route.set(row, holder.route);
    this.#sex.set(row, holder.sex);
    this.#ageBand.set(row, holder.ageBand);
    this.#region.set(row, holder.region);
    this.#recordKey.set(row, holder.recordKey);
    this.#hash.set(row, holder.hash);
    return row;
  }

  certificationOf(row: number): RegisterCode {
    return this.#certification.get(row) as RegisterCode;
  }

  obtainedOn(row: number): PlainDate {
    return this.#obtainedOn.get(row) as PlainDate;
  }

  /** Year of the award: that of the cohort. */
  yearOf(row: number): number {
    return Number(this.obtainedOn(row).slice(0, 4));
  }

  at(row: number): KeptHolder {
    return {
      certificationCode: this.certificationOf(row),
      obtainedOn: this.obtainedOn(row),
      hash: this.#hash.get(row),
      route: this.#route.get(row),
      sex: this.#sex.get(row),
      ageBand: this.#ageBand.get(row),
      region: this.#region.get(row),
      recordKey: this.#recordKey.get(row),
    };
  }
}
