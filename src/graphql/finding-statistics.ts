import {
  type FindingDimension as Dimension,
  type FindingCounts,
  readFindingCounts,
} from '../db/finding-counts.ts';
import type { FindingFilter as FindingCriteria } from '../db/findings.ts';
import type { PlainDate } from '../domain/calendar.ts';
import type { FindingRule as Rule, FindingSeverity as Severity } from '../domain/finding.ts';
import type { Register as RegisterName } from '../domain/register-code.ts';
import { AS_OF, asOfDay } from './as-of.ts';
import { builder } from './builder.ts';
import { CertifierRef, loadCertifier } from './certifier.ts';
import type { RequestContext } from './context.ts';
import { FindingFilter, FindingRule, FindingSeverity, findingFilterOf } from './finding.ts';
import { firstOf, groupByOf, groupsComplexity, tooManyGroups } from './grouping-arguments.ts';
import { Register } from './register.ts';

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
  readonly groupBy: readonly Dimension[];
  readonly asOf: PlainDate;
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
      resolve: (group, _args, context) => {
        const siren = keyOf(group, 'CERTIFIER');
        return siren === null ? null : loadCertifier(context, siren, group.asOf);
      },
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

interface Asked {
  readonly filter: FindingCriteria;
  readonly groupBy: readonly Dimension[];
  readonly first: number | null;
  readonly asOf: PlainDate;
}

async function loadStatistics(
  { filter, groupBy, first, asOf }: Asked,
  { db, services: { maxGroups } }: RequestContext,
): Promise<StatisticsModel> {
  const [total] = await readFindingCounts(db, filter, [], 1);
  const all = groupBy.length > 0 ? await readFindingCounts(db, filter, groupBy, maxGroups + 1) : [];
  if (all.length > maxGroups) throw tooManyGroups(groupBy, maxGroups);
  const ordered = all.toSorted((a, b) => b.findings - a.findings || compareKeys(a.keys, b.keys));
  return {
    total: total ?? { keys: [], findings: 0, certifications: 0 },
    groups: ordered
      .slice(0, first ?? ordered.length)
      .map((counts) => ({ ...counts, groupBy, asOf })),
    groupCount: all.length,
    overlapping: groupBy.includes('CERTIFIER'),
  };
}

function compareKeys(a: FindingCounts['keys'], b: FindingCounts['keys']): number {
  const [first, second] = [JSON.stringify(a), JSON.stringify(b)];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

builder.queryField('findingStatistics', (t) =>
  t.field({
    type: FindingStatisticsRef,
    description:
      'How many findings the current publication has, by rule, severity, certifying body.',
    complexity: groupsComplexity,
    args: {
      filter: t.arg({ type: FindingFilter, description: 'Which findings.' }),
      groupBy: t.arg({
        type: [FindingDimension],
        description: 'Counted by what; without it only the total is given.',
      }),
      first: t.arg.int({ description: 'Groups. So many of the first; all when absent.' }),
      asOf: t.arg({ type: 'Date', description: AS_OF }),
    },
    resolve: async (_root, args, context) => {
      const asked = {
        filter: await findingFilterOf(args.filter, context),
        groupBy: groupByOf(args.groupBy),
        first: firstOf(args.first),
        asOf: asOfDay(args.asOf, context.today),
      };
      return loadStatistics(asked, context);
    },
  }),
);
