import {
  CHANGE_STATUS_LABELS,
  CHANGE_VERDICT_LABELS,
  STATUS_LABELS,
} from '../../domain/code-labels.ts';
import { INSERTION_INDICATORS } from '../../domain/rate/indicator.ts';
import { indicatorName, measureName, ofGroup, rateCell } from '../figures.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { InsertionIndicator, StatisticsSummaryFragment } from '../operations.ts';
import type { PageContext } from '../page.ts';

type Summary = StatisticsSummaryFragment;

/** A column of a measure: its head, and the cell of a group. */
interface MeasureColumn {
  readonly head: string | Html;
  readonly cell: (summary: Summary) => Html;
}

/** Measures that a table of groups can have, by their name in the address, in the order of its columns. */
export const GROUP_MEASURES = [
  ...(['certifications', 'promotions', 'certifies', 'vae', 'taux', 'couverture'] as const),
  ...(['quartiles', 'moyenne', 'effet', 'statuts', 'evolution'] as const),
] as const;

export type GroupMeasure = (typeof GROUP_MEASURES)[number];

/** Those that are shown unless others are chosen. */
export const USUAL_MEASURES: readonly GroupMeasure[] = [
  ...(['certifications', 'promotions', 'certifies', 'taux', 'quartiles'] as const),
];

/** What the operation is asked beside, by what is chosen. */
export function measureVariables(chosen: readonly GroupMeasure[]) {
  const has = (measure: GroupMeasure) => chosen.includes(measure);
  return {
    ...{ vae: has('vae'), mean: has('moyenne'), statuses: has('statuts') },
    ...{ design: has('effet'), change: has('evolution') },
  };
}

/** The columns of a measure. `indicator` is the rate that is drawn. */
export function columnsOf(
  measure: GroupMeasure,
  indicator: InsertionIndicator,
  context: PageContext,
): readonly MeasureColumn[] {
  const { words, format, language } = context;
  const { rate: rates, statistics } = words;
  const number = (head: string | Html, textOf: (summary: Summary) => string | Html) => ({
    head,
    cell: (summary: Summary) => html`<td class="number">${textOf(summary)}</td>`,
  });
  const chosenOf = (summary: Summary) => summary.rates.find((each) => each.indicator === indicator);
  switch (measure) {
    case 'certifications':
      return [number(rates.certifications, (summary) => format.count(summary.certifications))];
    case 'promotions':
      return [number(rates.cohorts, (summary) => format.count(summary.cohorts))];
    case 'certifies':
      return [number(rates.certified, (summary) => format.count(summary.certified))];
    case 'vae':
      return [
        number(measureName('SUMMARY_CERTIFIED_THROUGH_VAE', context), (summary) =>
          format.count(summary.certifiedThroughVae ?? 0),
        ),
        number(measureName('VAE_SHARE', context), ({ vaeShare }) =>
          vaeShare == null ? '' : format.percent(vaeShare),
        ),
      ];
    case 'taux':
      return INSERTION_INDICATORS.map((each) => ({
        head: indicatorName(each, context, 'SUMMARY_VALUE'),
        cell: (summary) => {
          const figure = summary.rates.find((own) => own.indicator === each);
          return figure ? rateCell(ofGroup(figure), context) : html`<td></td>`;
        },
      }));
    case 'couverture':
      return [
        number(measureName('COVERAGE_RATIO', context), (summary) => {
          const coverage = chosenOf(summary)?.coverage;
          if (!coverage || coverage.ratio === null) return '';
          const { ratio, cohorts, cohortsWithRate } = coverage;
          return html`${format.percent(ratio)} <span class="base">${statistics.ofCohorts(format.count(cohortsWithRate), format.count(cohorts))}</span>`;
        }),
      ];
    case 'quartiles':
      return [number(statistics.quartiles, (summary) => quartiles(chosenOf(summary), context))];
    case 'moyenne':
      return [
        number(measureName('SUMMARY_MEAN', context), ({ chosen: { unweightedMean } }) =>
          unweightedMean == null ? '' : format.percent(unweightedMean),
        ),
      ];
    case 'effet':
      return [
        number(measureName('DESIGN_EFFECT', context), ({ chosen }) => {
          const { designEffect } = chosen.betweenCertifications;
          return designEffect == null ? '' : format.number(designEffect);
        }),
      ];
    case 'statuts':
      return [
        {
          head: measureName('COHORTS_WITH_STATUS', context),
          cell: ({ chosen: { statuses = [] } }) =>
            html`<td class="words">${statuses.map(
              ({ status, cohorts }, at) =>
                html`${at === 0 ? '' : ', '}${STATUS_LABELS[status][language]} ${format.count(cohorts)}`,
            )}</td>`,
        },
      ];
    case 'evolution':
      return [
        number(measureName('CERTIFIED_GROWTH', context), ({ certifiedChange }) =>
          certifiedChange?.growth == null ? '' : `${format.points(certifiedChange.growth)}\u00a0%`,
        ),
        number(measureName('RATE_DIFFERENCE', context), ({ chosen }) => change(chosen, context)),
      ];
  }
}

function quartiles(rate: Summary['rates'][number] | undefined, { format }: PageContext): Html {
  if (rate?.lowerQuartile == null || rate.median === null || rate.upperQuartile === null) {
    return NOTHING;
  }
  return html`${format.number(rate.lowerQuartile)} · <strong>${format.number(rate.median)}</strong> · ${format.number(rate.upperQuartile)}`;
}

/** The change of the chosen rate from the year before, with the interval that it is judged by. */
function change(
  { change: own, changeStatus }: Summary['chosen'],
  { format, language, words }: PageContext,
): Html {
  if (!own) return html`${changeStatus ? CHANGE_STATUS_LABELS[changeStatus][language] : ''}`;
  const between = own.betweenCertifications;
  const interval =
    between == null || between.lower === null || between.upper === null
      ? NOTHING
      : html` <span class="interval">${format.interval(between.lower, between.upper)}</span>`;
  return html`${format.points(own.difference)} ${words.certification.points}${interval} <span class="base">${CHANGE_VERDICT_LABELS[own.verdict][language]}</span>`;
}
