import { BadUserInputError } from '../../domain/errors.ts';
import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import type { NoiseSize } from '../../domain/survey/disclosure/noise-table.ts';
import {
  type PerturbedRate,
  perturbedRate,
} from '../../domain/survey/disclosure/perturbed-rate.ts';
import type { Suppressed } from '../../domain/survey/disclosure/suppression.ts';
import {
  type SurveyGroupDimension as Dimension,
  HOLDER_DIMENSIONS,
  type HolderDimension,
} from '../../domain/survey/survey-grouping.ts';
import type { Work } from '../../domain/work.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { groupLabel } from '../../snapshot/group/group-label.ts';
import { type SurveyGroup, surveyGroups } from '../../snapshot/surveys/survey-groups.ts';
import { KNOWN_ON, PUBLICATION } from '../core/asked-publication.ts';
import { builder } from '../core/builder.ts';
import { AS_OF, viewOf } from '../core/context.ts';
import { labelField } from '../core/language.ts';
import { surveyGrouped } from '../cost/lists.ts';
import { holderValueLabel } from './holder-values.ts';
import { PerturbedRateRef } from './perturbed-rate.ts';
import {
  horizonOf,
  SurveyGroupDimension,
  SurveyHorizon,
  SurveyStatus,
  SurveySuppression,
} from './survey-codes.ts';
import { surveyReading } from './survey-model.ts';
import { Selection, selectionOf } from './survey-selection.ts';

interface GroupModel {
  readonly group: SurveyGroup;
  readonly groupBy: readonly Dimension[];
  readonly variance: number;
  readonly view: DayView;
}

interface StatisticsModel {
  readonly isOn: boolean;
  readonly groups: readonly GroupModel[];
  readonly noise: NoiseSize | null;
}

const KeyRef = builder
  .objectRef<{
    readonly dimension: Dimension;
    readonly value: string | null;
    readonly view: DayView;
  }>('SurveyGroupKey')
  .implement({
    description: 'What holders of a group have in common.',
    fields: (t) => ({
      dimension: t.expose('dimension', { type: SurveyGroupDimension, description: 'By what.' }),
      value: t.exposeString('value', {
        nullable: true,
        description:
          'Code. Absent when it is not known, and for attributes of holders where too few certifications or bodies are selected.',
      }),
      label: labelField(t, 'What it is called.', ({ dimension, value, view }, language) =>
        isOfHolder(dimension)
          ? holderValueLabel(dimension, value, language)
          : groupLabel({ dimensions: [dimension], keys: [value], view }, language),
      ),
    }),
  });

function isOfHolder(dimension: Dimension): dimension is HolderDimension {
  return (HOLDER_DIMENSIONS as readonly string[]).includes(dimension);
}

const GroupRef = builder.objectRef<GroupModel>('SurveyGroup').implement({
  description:
    'Holders across certifications with something in common. All counts have noise, which is the same each time that the group is asked for; parts do not add up.',
  fields: (t) => ({
    keys: t.field({
      type: [KeyRef],
      description: 'What they have in common, in the order of the grouping.',
      resolve: ({ group, groupBy, view }) =>
        groupBy.map((dimension, place) => ({ dimension, value: group.keys[place] ?? null, view })),
    }),
    certifications: t.int({
      description:
        'Certifications. Surveyed ones that the attributes of certifications and the year select, whatever their holders.',
      resolve: ({ group }) => group.certifications,
    }),
    status: t.field({
      type: SurveyStatus,
      description: measureDescription('SURVEY_STATUS'),
      resolve: ({ group }) => (group.suppressed ? ('SUPPRESSED' as const) : ('SHOWN' as const)),
    }),
    reason: t.field({
      type: SurveySuppression,
      nullable: true,
      description: 'Why it is suppressed. Absent when it is not.',
      resolve: ({ group }) => group.suppressed?.reason ?? null,
    }),
    holders: countField(t, 'N', ({ holders }) => holders),
    respondents: countField(t, 'R', ({ respondents }) => respondents),
    eligible: countField(t, 'n', ({ eligible }) => eligible),
    employed: countField(t, 'E', ({ employed }) => employed),
    inTarget: countField(t, 'M', ({ inTarget }) => inTarget),
    responseRate: rateField(t, 'Response rate, R / N.', (counts) => [
      counts.respondents,
      counts.holders,
    ]),
    globalRate: rateField(t, 'Taux d’insertion global, E / n.', (counts) => [
      counts.employed,
      counts.eligible,
    ]),
    targetRate: rateField(t, 'Taux d’insertion dans le métier visé, M / n.', (counts) => [
      counts.inTarget,
      counts.eligible,
    ]),
  }),
});

type Fields = PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, GroupModel>;
type Counts = NonNullable<SurveyGroup['counts']>;

function countField(t: Fields, name: string, count: (counts: Counts) => number) {
  return t.int({
    nullable: true,
    description: `${measureDescription('SURVEY_PERTURBED_COUNT')} Of ${name}.`,
    resolve: ({ group }) => group.counts && count(group.counts),
  });
}

function rateField(
  t: Fields,
  description: string,
  of: (counts: Counts) => readonly [number, number],
) {
  return t.field({
    type: PerturbedRateRef,
    description,
    resolve: ({ group, variance }): PerturbedRate => {
      if (!group.counts) return group.suppressed as Suppressed;
      const [numerator, base] = of(group.counts);
      return perturbedRate({ numerator, base }, variance);
    },
  });
}

const NoiseRef = builder.objectRef<NoiseSize>('SurveyNoise').implement({
  description: 'How much noise counts of groups have.',
  fields: (t) => ({
    variance: t.exposeFloat('variance', {
      description: measureDescription('SURVEY_NOISE_VARIANCE'),
    }),
    meanAbsoluteChange: t.exposeFloat('meanAbsoluteChange', {
      description: measureDescription('SURVEY_NOISE_CHANGE'),
    }),
  }),
});

const StatisticsRef = builder.objectRef<StatisticsModel>('SurveyStatistics').implement({
  description:
    'Surveys of holders across certifications, with noise that keeps single answers secret. The total is not the sum of the groups.',
  fields: (t) => ({
    status: t.field({
      type: SurveyStatus,
      description: 'OFF when this server serves no surveys; else SHOWN.',
      resolve: ({ isOn }) => (isOn ? ('SHOWN' as const) : ('OFF' as const)),
    }),
    groups: t.expose('groups', {
      type: [GroupRef],
      description:
        'By key; without `groupBy` one group of all. None that nobody is in, or by chance seems to be.',
    }),
    noise: t.expose('noise', {
      type: NoiseRef,
      nullable: true,
      description: 'How much noise there is. Absent when surveys are off.',
    }),
  }),
});

builder.queryField('surveyStatistics', (t) =>
  t.field({
    type: StatisticsRef,
    ...surveyGrouped,
    description:
      'Surveys of holders across certifications, grouped by closed attributes: at most two of certifications and three of holders, as keys or as a selection.',
    args: {
      horizon: t.arg({ type: SurveyHorizon, required: true, description: 'When they were asked.' }),
      where: t.arg({ type: Selection, description: 'Which holders; all when absent.' }),
      groupBy: t.arg({
        type: [SurveyGroupDimension],
        description: 'By what; without it one group of all.',
      }),
      asOf: t.arg({ type: 'Date', description: AS_OF }),
      publication: t.arg(PUBLICATION),
      knownOn: t.arg(KNOWN_ON),
    },
    resolve: (_root, { horizon, where, groupBy, asOf }, context) => {
      const view = viewOf(context, asOf);
      const { surveys, maxGroups } = context.services;
      const question = {
        horizon: horizonOf(horizon),
        selection: selectionOf(where),
        groupBy: groupBy ?? [],
      };
      if (!surveys || !surveyReading(context).isOn) {
        return { isOn: false, groups: [], noise: null };
      }
      return context.run(
        statistics(view, {
          ...{ ...question, noise: surveys.noise, noiseSize: surveys.noiseSize },
          maxGroups: (groups) => {
            if (groups <= maxGroups) return;
            throw new BadUserInputError({
              en: `more than ${maxGroups} groups: group by fewer attributes, or select one value of some`,
              fr: `plus de ${maxGroups} groupes\u00a0: groupez selon moins d’attributs, ou choisissez une valeur de certains`,
            });
          },
        }),
      );
    },
  }),
);

function* statistics(
  view: DayView,
  question: Parameters<typeof surveyGroups>[1] & { readonly noiseSize: NoiseSize },
): Work<StatisticsModel> {
  const { groupBy, noiseSize } = question;
  const groups = yield* surveyGroups(view, question);
  const { variance } = noiseSize;
  return {
    isOn: true,
    groups: groups.map((group) => ({ group, groupBy, variance, view })),
    noise: noiseSize,
  };
}
