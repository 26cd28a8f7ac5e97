import type { Register as RegisterName } from '../../domain/certification/register-code.ts';
import type {
  FindingDimension as Dimension,
  FindingRule as Rule,
  FindingSeverity as Severity,
} from '../../domain/findings/finding.ts';
import { orderKeyed } from '../../domain/keyed-groups.ts';
import type { Work } from '../../domain/work.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { explainFindings } from '../../snapshot/empty/findings.ts';
import { nameOf } from '../../snapshot/filter/mask-names.ts';
import { type FindingFilter as Filter, findingMask } from '../../snapshot/findings.ts';
import { type FindingCounts, findingGroups } from '../../snapshot/group/finding-groups.ts';
import { bodyOf } from '../../snapshot/rows/lookup.ts';
import { Register } from '../certification/register.ts';
import { CertifierRef } from '../certifier/certifier.ts';
import { KNOWN_ON, PUBLICATION } from '../core/asked-publication.ts';
import { builder } from '../core/builder.ts';
import { AS_OF, viewOf } from '../core/context.ts';
import { firstOf, groupByOf, tooManyGroups } from '../core/grouping-arguments.ts';
import { andThen } from '../core/maybe.ts';
import { findingStatistics } from '../cost/lists.ts';
import { noteEmpty } from '../empty/empty-answers.ts';
import { eachField, FindingFilter, findingFilterOf } from './finding.ts';
import { FindingRule, FindingSeverity } from './finding-rule.ts';

const FindingDimension = builder.enumType('FindingDimension', {
  description: 'What findings are counted by.',
  values: {
    RULE: { description: 'What is wrong.' },
    SEVERITY: { description: 'How grave it is.' },
    REGISTER: { description: 'Register of the certification.' },
    CERTIFIER: {
      description: 'Certifying body in force. A certification may have several: groups overlap.',
    },
  } satisfies Record<Dimension, { description: string }>,
});

interface GroupModel extends FindingCounts {
  readonly keys: readonly (string | null)[];
  readonly groupBy: readonly Dimension[];
  readonly view: DayView;
}

function keyOf({ groupBy, keys }: GroupModel, dimension: Dimension): string | null {
  return keys[groupBy.indexOf(dimension)] ?? null;
}

const FindingGroupRef = builder.objectRef<GroupModel>('FindingGroup').implement({
  description: 'Findings that have the same key, counted.',
  fields: (t) => ({
    rule: t.field({
      type: FindingRule,
      nullable: true,
      description: 'What is wrong. Absent when groups are not by it.',
      resolve: (group) => keyOf(group, 'RULE') as Rule | null,
    }),
    severity: t.field({
      type: FindingSeverity,
      nullable: true,
      description: 'How grave it is. Absent when groups are not by it.',
      resolve: (group) => keyOf(group, 'SEVERITY') as Severity | null,
    }),
    register: t.field({
      type: Register,
      nullable: true,
      description:
        'Register. Absent when groups are not by it, and for fiches that are not served.',
      resolve: (group) => keyOf(group, 'REGISTER') as RegisterName | null,
    }),
    certifier: t.field({
      type: CertifierRef,
      nullable: true,
      description:
        'Certifying body. Absent when groups are not by it, and for certifications without one that is known by SIREN.',
      resolve: (group) => bodyOf(group.view, keyOf(group, 'CERTIFIER')),
    }),
    findings: t.exposeInt('findings', { description: 'Findings. All of the group.' }),
    certifications: t.exposeInt('certifications', {
      description: 'Certifications. Those that the findings are on, each once.',
    }),
  }),
});

interface StatisticsModel {
  readonly total: FindingCounts;
  readonly groups: readonly GroupModel[];
  readonly groupCount: number;
  readonly overlapping: boolean;
}

const FindingStatisticsRef = builder.objectRef<StatisticsModel>('FindingStatistics').implement({
  description: 'How many findings there are, in all and by group.',
  fields: (t) => ({
    findings: t.int({
      description: 'Findings. All of the filter, each once.',
      resolve: ({ total }) => total.findings,
    }),
    certifications: t.int({
      description: 'Certifications. Those that the findings are on, each once.',
      resolve: ({ total }) => total.certifications,
    }),
    groups: t.expose('groups', {
      type: [FindingGroupRef],
      description: 'The groups of most findings first; without `groupBy` none.',
    }),
    groupCount: t.exposeInt('groupCount', {
      description: 'Groups. All, whatever `first` leaves out.',
    }),
    overlapping: t.exposeBoolean('overlapping', {
      description: 'Whether a finding may be in several groups, so that they do not add up.',
    }),
  }),
});

interface Request {
  readonly filter: Filter;
  readonly groupBy: readonly Dimension[];
  readonly first: number | null;
  readonly maxGroups: number;
}

function* statisticsOf(
  view: DayView,
  { filter, groupBy, first, maxGroups }: Request,
): Work<StatisticsModel> {
  const mask = yield* findingMask(view, filter);
  const inAll = yield* findingGroups(view, { mask, groupBy: [], most: 1 });
  const most = maxGroups;
  const all = groupBy.length === 0 ? [] : yield* findingGroups(view, { mask, groupBy, most });
  if (!all) throw tooManyGroups(groupBy, maxGroups);
  const name = `findings of ${nameOf(mask)} in order by ${groupBy.join(' ')}`;
  const ordered = yield* view.memo.work(name, () =>
    orderKeyed(all, groupBy, [{ measure: ({ findings }) => findings, direction: 'DESC' }]),
  );
  return {
    total: inAll?.[0] ?? { findings: 0, certifications: 0 },
    groups: ordered.slice(0, first ?? ordered.length).map(({ keys, findings, certifications }) => ({
      ...{ keys, findings, certifications, groupBy, view },
    })),
    groupCount: ordered.length,
    overlapping: groupBy.includes('CERTIFIER'),
  };
}

builder.queryField('findingStatistics', (t) =>
  t.field({
    type: FindingStatisticsRef,
    description:
      'How many findings the current publication has, by rule, severity, certifying body.',
    ...findingStatistics,
    args: {
      filter: t.arg({ type: FindingFilter, description: 'Which findings.' }),
      groupBy: t.arg({
        type: [FindingDimension],
        description: 'Counted by what; without it only the total is given.',
      }),
      first: t.arg.int({ description: 'Groups. So many of the first; all when absent.' }),
      asOf: t.arg({ type: 'Date', description: AS_OF }),
      publication: t.arg(PUBLICATION),
      knownOn: t.arg(KNOWN_ON),
    },
    resolve: (_root, args, context, info) => {
      const view = viewOf(context, args.asOf);
      const filter = findingFilterOf(args.filter, context, view);
      const request = {
        filter,
        groupBy: groupByOf(args.groupBy),
        first: firstOf(args.first),
        maxGroups: context.services.maxGroups,
      };
      return andThen(context.run(statisticsOf(view, request)), (statistics) => {
        if (statistics.total.findings === 0) {
          noteEmpty(context, info, () => explainFindings(view, eachField(filter, args.filter)));
        }
        return statistics;
      });
    },
  }),
);
