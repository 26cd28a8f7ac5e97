import { countedRate } from '../db/cohorts.ts';
import type { LineageEdgeRow } from '../db/lineage-links.ts';
import type { PlainDate } from '../domain/calendar.ts';
import type { InsertionIndicator } from '../domain/indicator.ts';
import { type LineageNode, lineageNodes, lineageSeries } from '../domain/lineage.ts';
import { builder } from './builder.ts';
import { type CertificationModel, CertificationRef, loadCertification } from './certification.ts';
import { type CohortModel, CohortRef } from './cohort.ts';
import type { RequestContext } from './context.ts';
import { Indicator } from './insertion-indicator.ts';
import { InsertionRateRef, rateOf } from './insertion-rate.ts';
import { LineageRef } from './lineage.ts';

type NodeModel = LineageNode & { readonly asOf: PlainDate };

const LineageNodeRef = builder.objectRef<NodeModel>('LineageNode').implement({
  description: 'A certification of a lineage.',
  fields: (t) => ({
    code: t.field({
      type: 'RegisterCode',
      description: 'Numéro de fiche; it may be of the other register.',
      resolve: ({ code }) => code,
    }),
    distance: t.exposeInt('distance', {
      description: 'Links. Between it and the certification that was asked for.',
    }),
    certification: t.field({
      type: CertificationRef,
      nullable: true,
      description: 'The certification. Absent when the registers lack it: its links dangle.',
      resolve: ({ code, asOf }, _args, context) => loadCertification(context, code, asOf),
    }),
  }),
});

const LineageEdgeRef = builder.objectRef<LineageEdgeRow>('LineageEdge').implement({
  description: 'One certification of a lineage replaces another.',
  fields: (t) => ({
    older: t.expose('older', {
      type: 'RegisterCode',
      description: 'The one that is replaced (ancienne certification).',
    }),
    newer: t.expose('newer', {
      type: 'RegisterCode',
      description: 'The one that replaces it (nouvelle certification).',
    }),
    declaredByOlder: t.exposeBoolean('declaredByOlder', {
      description: 'Whether the fiche of the older one says so.',
    }),
    declaredByNewer: t.exposeBoolean('declaredByNewer', {
      description: 'Whether the fiche of the newer one says so.',
    }),
  }),
});

interface GraphModel {
  readonly nodes: readonly NodeModel[];
  readonly edges: readonly LineageEdgeRow[];
}

const LineageGraphRef = builder.objectRef<GraphModel>('LineageGraph').implement({
  description:
    'The whole lineage as a graph: several ways may lead from one certification to another, and round again.',
  fields: (t) => ({
    nodes: t.expose('nodes', {
      type: [LineageNodeRef],
      description:
        'All certifications of the lineage: the one that was asked for, then the nearest.',
    }),
    edges: t.expose('edges', { type: [LineageEdgeRef], description: 'All links between them.' }),
  }),
});

interface PointModel {
  readonly cohort: CohortModel;
  readonly indicator: InsertionIndicator;
}

const LineagePointRef = builder.objectRef<PointModel>('LineagePoint').implement({
  description: 'The rate of one year along a lineage, and whose it is.',
  fields: (t) => ({
    year: t.int({
      description: 'Année d’obtention.',
      resolve: ({ cohort }) => cohort.year,
    }),
    code: t.field({
      type: 'RegisterCode',
      description: 'Numéro de fiche of the certification it comes from.',
      resolve: ({ cohort }) => cohort.certificationCode,
    }),
    cohort: t.expose('cohort', {
      type: CohortRef,
      description: 'The cohort, of the certification it comes from.',
    }),
    rate: t.field({
      type: InsertionRateRef,
      description: 'The rate as it is published there.',
      resolve: ({ cohort, indicator }) => rateOf(cohort, indicator),
    }),
  }),
});

async function loadSeries(
  { code, asOf }: CertificationModel,
  indicator: InsertionIndicator,
  { loaders }: RequestContext,
): Promise<PointModel[]> {
  const nodes = lineageNodes(code, await loaders.lineageEdges.load(code));
  const rates = await Promise.all(
    nodes.map(async ({ code: member, distance }) =>
      (await loaders.cohorts.load(member)).map((row) => ({
        ...{ cohort: { ...row, asOf }, indicator, distance },
        ...{ year: row.year, certificationCode: member, value: countedRate(row, indicator) },
      })),
    ),
  );
  return lineageSeries(rates.flat());
}

builder.objectFields(LineageRef, (t) => ({
  graph: t.field({
    type: LineageGraphRef,
    description: 'The whole chain, whichever way and however far.',
    resolve: async ({ certification: { code, asOf } }, _args, { loaders }) => {
      const edges = await loaders.lineageEdges.load(code);
      return { nodes: lineageNodes(code, edges).map((node) => ({ ...node, asOf })), edges };
    },
  }),
  series: t.field({
    type: [LineagePointRef],
    description:
      'One rate along the whole chain, oldest year first. A year that several fiches carry counts once: a published rate before one that is not, then the certification’s own before the nearest other’s.',
    args: {
      indicator: t.arg({ type: Indicator, required: true, description: 'Which rate.' }),
    },
    resolve: ({ certification }, { indicator }, context) =>
      loadSeries(certification, indicator, context),
  }),
}));
