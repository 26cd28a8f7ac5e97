import type { GraphQLResolveInfo } from 'graphql';
import {
  type GroupSums,
  NO_SUMS,
  type StatusCount,
  vaeShare,
} from '../../domain/insertion/insertion-summary.ts';
import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import type { MethodChoices } from '../../domain/method.ts';
import type { Note } from '../../domain/notes/note.ts';
import { type FigureKind, stopsChange } from '../../domain/notes/touched.ts';
import { INSERTION_INDICATORS, type InsertionIndicator } from '../../domain/rate/indicator.ts';
import { headsChange } from '../../domain/rate/rate-change.ts';
import type { Run } from '../../domain/work.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import type { CohortGroup } from '../../snapshot/group/cohort-group.ts';
import { builder } from '../core/builder.ts';
import { andThen, type Maybe } from '../core/maybe.ts';
import { Indicator } from './insertion-indicator.ts';
import { ChangeStatus, HeadsChangeRef } from './rate-change.ts';
import { SummaryRateModel, SummaryRateRef } from './summary-rate.ts';

/** Hears that cohorts have none of the rates that a field asks. */
export type NoRate = (
  group: CohortGroup,
  indicators: readonly InsertionIndicator[],
  field: GraphQLResolveInfo,
) => void;

/** A group of the year before, and that year. */
export interface YearBefore {
  readonly sums: GroupSums;
  readonly year: number;
}

/** What is said of the cohorts of a group; of no cohort at all for null. */
export class SummaryModel {
  readonly view: DayView;
  readonly sums: GroupSums;
  /** The group of the year before that is alike in all else; null when there is none. */
  readonly before: () => Maybe<YearBefore | null>;
  readonly #group: CohortGroup | null;
  readonly #noRate: NoRate | null;

  constructor(
    group: CohortGroup | null,
    view: DayView,
    before: () => Maybe<YearBefore | null> = () => null,
    noRate: NoRate | null = null,
  ) {
    this.view = view;
    this.#noRate = noRate;
    this.sums = group ?? NO_SUMS;
    this.before = before;
    this.#group = group;
  }

  /** The rates that a field asks; where none has a value, whoever wants to hear of it does. */
  rates(indicators: readonly InsertionIndicator[], field: GraphQLResolveInfo): SummaryRateModel[] {
    const rates = indicators.map((each) => new SummaryRateModel(this, each));
    if (this.#noRate && this.#group && rates.every(({ value }) => value === null)) {
      this.#noRate(this.#group, indicators, field);
    }
    return rates;
  }

  get certifications(): number {
    return this.sums.certifications;
  }
  get cohorts(): number {
    return this.sums.cohorts;
  }
  get cohortsWithoutCertified(): number {
    return this.sums.cohortsWithoutCertified;
  }
  get certified(): number {
    return this.sums.certified;
  }
  get certifiedThroughVae(): number {
    return this.sums.certifiedThroughVae;
  }
  get vaeShare(): number | null {
    return vaeShare(this.sums);
  }
  get vaeShareBase(): number {
    return this.sums.certifiedWithVaeKnown;
  }

  get method(): MethodChoices {
    return this.view.snapshot.method;
  }

  /** The notes that touch a figure of the group; null = any of them. */
  notes(kind: FigureKind | null, run: Run): Maybe<readonly Note[]> {
    const group = this.#group;
    if (!group) return [];
    return andThen(group.areNotesReady ? undefined : run(group.readyNotes()), () =>
      group.notes(kind),
    );
  }

  /**
   * The group of the year before, and whether a break in series stops changes of a figure from it;
   * null when there is none.
   */
  changeFrom(
    kind: FigureKind,
    run: Run,
  ): Maybe<{ readonly earlier: GroupSums; readonly stopped: boolean } | null> {
    return andThen(this.before(), (before) => {
      if (!before) return null;
      const years = { earlier: before.year, later: before.year + 1 };
      return andThen(this.notes(kind, run), (notes) => ({
        earlier: before.sums,
        stopped: notes.some((note) => stopsChange(note, years)),
      }));
    });
  }

  /** Works out what means, quartiles and statuses of an indicator are made of. */
  ready(indicator: InsertionIndicator, run: Run): Maybe<void> {
    const group = this.#group;
    return !group || group.isReady(indicator) ? undefined : run(group.ready(indicator));
  }

  /** How many cohorts have each status of an indicator on the as-of day. */
  statuses(indicator: InsertionIndicator): readonly StatusCount[] {
    return this.#group?.statuses(indicator) ?? [];
  }
  years(indicator: InsertionIndicator): readonly number[] {
    return this.#group?.years(indicator) ?? [];
  }
}

export const InsertionSummaryRef = builder.objectRef<SummaryModel>('InsertionSummary').implement({
  description: 'What became of the certified of some cohorts, all together.',
  fields: (t) => ({
    certifications: t.exposeInt('certifications', {
      description: 'Certifications. Those that have a cohort here, each once.',
    }),
    cohorts: t.exposeInt('cohorts', {
      description: 'Cohorts. Promotions.',
    }),
    cohortsWithoutCertified: t.exposeInt('cohortsWithoutCertified', {
      description: 'Cohorts. Those that do not publish their number of certified.',
    }),
    certified: t.exposeInt('certified', {
      description: measureDescription('SUMMARY_CERTIFIED'),
    }),
    certifiedThroughVae: t.exposeInt('certifiedThroughVae', {
      description: measureDescription('SUMMARY_CERTIFIED_THROUGH_VAE'),
    }),
    vaeShare: t.expose('vaeShare', {
      type: 'Percentage',
      nullable: true,
      description: measureDescription('VAE_SHARE'),
    }),
    vaeShareBase: t.exposeInt('vaeShareBase', {
      description: measureDescription('VAE_SHARE_BASE'),
    }),
    certifiedChange: t.field({
      type: HeadsChangeRef,
      nullable: true,
      description:
        'From the certified of the group of the year before that is alike in all else. Absent unless groups are by year, and when there is no such group or a break in series between them.',
      resolve: (summary, _args, { run }) =>
        andThen(summary.changeFrom('CERTIFIED', run), (from) =>
          from && !from.stopped ? headsChange(from.earlier.certified, summary.certified) : null,
        ),
    }),
    certifiedChangeStatus: t.field({
      type: ChangeStatus,
      description: 'Whether there is a change of the certified, and why not.',
      resolve: (summary, _args, { run }) =>
        andThen(summary.changeFrom('CERTIFIED', run), (from) => {
          if (!from) return 'NO_YEAR_BEFORE';
          return from.stopped ? 'BREAK_IN_SERIES' : 'COMPUTED';
        }),
    }),
    rates: t.field({
      type: [SummaryRateRef],
      description: 'All three rates.',
      resolve: (summary, _args, _context, info) => summary.rates(INSERTION_INDICATORS, info),
    }),
    rate: t.field({
      type: SummaryRateRef,
      description: 'One of the three rates.',
      args: {
        indicator: t.arg({ type: Indicator, required: true, description: 'Which one.' }),
      },
      resolve: (summary, { indicator }, _context, info) => {
        const [rate] = summary.rates([indicator], info);
        return rate ?? new SummaryRateModel(summary, indicator);
      },
    }),
  }),
});
