import {
  type LineageNode,
  lineageNodes,
  lineageSeries,
} from '../../domain/certification/lineage.ts';
import type { InsertionIndicator } from '../../domain/rate/indicator.ts';
import { NONE } from '../../snapshot/columns.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { countedRate } from '../../snapshot/figures.ts';
import type { CertificationRow } from '../../snapshot/rows/certification-row.ts';
import { CohortRow } from '../../snapshot/rows/cohort-row.ts';
import { certificationOf, childRows } from '../../snapshot/rows/lookup.ts';
import type { LineageEdge } from '../../snapshot/snapshot.ts';
import { CertificationRef } from '../certification/certification.ts';
import { CohortRef } from '../cohort/cohort.ts';
import { builder } from '../core/builder.ts';
import { Indicator } from '../insertion/insertion-indicator.ts';
import { InsertionRateRef, rateOfCohort } from '../insertion/insertion-rate.ts';
import { LineageRef } from './lineage.ts';

type NodeModel = LineageNode & { readonly view: DayView };

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
      resolve: ({ code, view }) => certificationOf(view, code),
    }),
  }),
});

const LineageEdgeRef = builder.objectRef<LineageEdge>('LineageEdge').implement({
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
  readonly edges: readonly LineageEdge[];
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
  /** Of the certification that it comes from. */
  readonly code: string;
  readonly cohort: CohortRow;
  readonly indicator: InsertionIndicator;
}

const LineagePointRef = builder.objectRef<PointModel>('LineagePoint').implement({
  description: 'The rate of one year along a lineage, and whose it is.',
  fields: (t) => ({
    year: t.int({
      description: 'Année d’obtention.',
      resolve: ({ cohort: { year } }) => year,
    }),
    code: t.field({
      type: 'RegisterCode',
      description: 'Numéro de fiche of the certification it comes from.',
      resolve: ({ code }) => code,
    }),
    cohort: t.expose('cohort', {
      type: CohortRef,
      description: 'The cohort, of the certification it comes from.',
    }),
    rate: t.field({
      type: InsertionRateRef,
      description: 'The rate as it is published there.',
      resolve: ({ cohort, indicator }) => rateOfCohort(cohort, indicator),
    }),
  }),
});

/** All links of the lineage of a certification. */
function edgesOf({ view, row }: CertificationRow): readonly LineageEdge[] {
  const { lineage } = view.snapshot;
  return lineage.edges[lineage.number[row] ?? NONE] ?? [];
}

function nodesOf(certification: CertificationRow): LineageNode[] {
  const { view, row } = certification;
  const code = view.snapshot.certifications.code[row];
  return code === undefined ? [] : lineageNodes(code, edgesOf(certification));
}

function seriesOf(certification: CertificationRow, indicator: InsertionIndicator): PointModel[] {
  const { view } = certification;
  const { cohorts, certifications } = view.snapshot;
  const rates = nodesOf(certification).flatMap(({ code, distance }) => {
    const row = certifications.rowOf.get(code);
    if (row === undefined) return [];
    const own = childRows({ view, row }, cohorts.offset, CohortRow);
    return own.map((cohort) => ({
      ...{ cohort, indicator, distance, code, certificationCode: code },
      year: cohort.year,
      value: countedRate(view.snapshot, cohort.row, indicator),
    }));
  });
  return lineageSeries(rates);
}

builder.objectFields(LineageRef, (t) => ({
  graph: t.field({
    type: LineageGraphRef,
    description: 'The whole chain, whichever way and however far.',
    resolve: ({ certification }) => ({
      nodes: nodesOf(certification).map((node) => ({ ...node, view: certification.view })),
      edges: edgesOf(certification),
    }),
  }),
  series: t.field({
    type: [LineagePointRef],
    description:
      'One rate along the whole chain, oldest year first. A year that several fiches carry counts once: a published rate before one that is not, then the certification’s own before the nearest other’s.',
    args: {
      indicator: t.arg({ type: Indicator, required: true, description: 'Which rate.' }),
    },
    resolve: ({ certification }, { indicator }) => seriesOf(certification, indicator),
  }),
}));
