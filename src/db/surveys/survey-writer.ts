import { sql } from 'kysely';
import type { CohortFigures } from '../../domain/survey/cohort-figures.ts';
import type { Horizon } from '../../domain/survey/layout.ts';
import type { RowsFinding } from '../../domain/survey/survey-finding.ts';
import type { Session } from '../database.ts';
import { copyLine } from '../load/copy-format.ts';
import { STILL_VALID } from '../load/versions.ts';
import {
  ANSWER_TABLE,
  CELL_TABLE,
  CLASS_TABLE,
  type CohortKey,
  FINDING_TABLE,
  HOLDER_TABLE,
  PAIRED_TABLE,
  type StoredAnswer,
  type StoredHolder,
} from './survey-tables.ts';

/** Characters that are gathered before they are sent. */
const FLUSH_AT = 1_000_000;

/** Cohorts whose former rows are ended by one statement. */
const ENDED_TOGETHER = 1_000;

/** What a file says of a cohort, and what is computed from it. */
export interface WrittenCohort extends CohortKey {
  /** The new roster; null = that which is stored stays. */
  readonly holders: readonly StoredHolder[] | null;
  /** New answers; those stored of their horizons are replaced. */
  readonly answers: readonly StoredAnswer[];
  readonly horizons: readonly Horizon[];
  readonly figures: CohortFigures;
  readonly findings: readonly RowsFinding[];
}

const TABLES = [
  HOLDER_TABLE,
  ANSWER_TABLE,
  CLASS_TABLE,
  CELL_TABLE,
  PAIRED_TABLE,
  FINDING_TABLE,
] as const;

type Replaced = CohortKey & { readonly horizon: Horizon | null };

/**
 * Writes surveys of cohorts as rows of a publication that is not served yet, over a session of its own:
 * unqualified names are those of `survey` and `versions`.
 */
export class SurveyWriter {
  readonly #session: Session;
  readonly #publicationId: number;
  readonly #lines = new Map<string, string[]>(TABLES.map(({ name }) => [name, []]));
  #size = 0;
  #rosters: CohortKey[] = [];
  #answers: Replaced[] = [];
  #figures: CohortKey[] = [];
  #sending: Promise<void> = Promise.resolve();

  constructor(session: Session, publicationId: number) {
    this.#session = session;
    this.#publicationId = publicationId;
  }

  /** Adds a cohort: what was stored of it is replaced from the publication on. */
  add(cohort: WrittenCohort): void {
    const { certificationCode, year, holders, answers, figures, findings } = cohort;
    const key = { certificationCode, year };
    if (holders) this.#rosters.push(key);
    for (const horizon of cohort.horizons) this.#answers.push({ ...key, horizon });
    this.#figures.push(key);
    this.#append(HOLDER_TABLE, key, holders ?? []);
    this.#append(ANSWER_TABLE, key, answers);
    this.#append(CLASS_TABLE, key, figures.classes);
    this.#append(CELL_TABLE, key, figures.cells);
    this.#append(PAIRED_TABLE, key, figures.paired);
    this.#append(FINDING_TABLE, key, findings);
  }

  #append<Row>(
    {
      name,
      cells,
    }: {
      name: string;
      cells: (cohort: CohortKey, row: Row) => ReturnType<typeof CLASS_TABLE.cells>;
    },
    cohort: CohortKey,
    rows: readonly Row[],
  ): void {
    const lines = this.#lines.get(name);
    for (const row of rows) {
      const line = copyLine([...cells(cohort, row), this.#publicationId, STILL_VALID]);
      lines?.push(line);
      this.#size += line.length;
    }
  }

  /** Sends what was gathered, when it is enough. Waits only for the batch before. */
  async flushIfFull(): Promise<void> {
    if (this.#size >= FLUSH_AT || this.#figures.length >= ENDED_TOGETHER) await this.#flush();
  }

  /** Sends the rest and waits until the database has all. */
  async finish(): Promise<void> {
    await this.#flush();
    await this.#sending;
  }

  async #flush(): Promise<void> {
    const batch = TABLES.map(({ name, columns }) => ({
      ...{ name, columns },
      lines: this.#lines.get(name) ?? [],
    }));
    for (const { name } of TABLES) this.#lines.set(name, []);
    const ended = { rosters: this.#rosters, answers: this.#answers, figures: this.#figures };
    this.#rosters = [];
    this.#answers = [];
    this.#figures = [];
    this.#size = 0;
    await this.#sending;
    this.#sending = this.#send(batch, ended);
    // Its failure is met at the next flush; until then nobody listens.
    this.#sending.catch(() => {});
  }

  async #send(
    batch: readonly { name: string; columns: readonly string[]; lines: readonly string[] }[],
    ended: {
      readonly rosters: readonly CohortKey[];
      readonly answers: readonly Replaced[];
      readonly figures: readonly CohortKey[];
    },
  ): Promise<void> {
    await this.#end(['survey.holder'], ended.rosters);
    await this.#end(['survey.answer', 'versions.survey_finding'], ended.answers);
    await this.#end(
      [CLASS_TABLE, CELL_TABLE, PAIRED_TABLE].map(({ name }) => `versions.${name}`),
      ended.figures,
    );
    for (const { name, columns, lines } of batch) {
      if (lines.length > 0) await this.#session.copyRows(name, columns, lines);
    }
  }

  /** Ends the rows of some cohorts, of answers at one horizon, that were valid before. */
  async #end(tables: readonly string[], of: readonly (CohortKey | Replaced)[]): Promise<void> {
    if (of.length === 0) return;
    const codes = of.map(({ certificationCode }) => certificationCode);
    const years = of.map(({ year }) => year);
    const horizons = of.map((each) => ('horizon' in each ? each.horizon : null));
    const isOfHorizon = 'horizon' in (of[0] ?? {});
    for (const name of tables) {
      await sql`
        update ${sql.table(name)} as own set until = ${this.#publicationId}
        from unnest(${codes}::text[], ${years}::int[], ${horizons}::int[]) as ended (code, year, horizon)
        where own.certification_code = ended.code collate "C" and own.year = ended.year
          ${isOfHorizon ? sql`and own.horizon = ended.horizon` : sql``}
          and own.until = ${sql.lit(STILL_VALID)} and own.since < ${this.#publicationId}`.execute(
        this.#session.db,
      );
    }
  }
}
