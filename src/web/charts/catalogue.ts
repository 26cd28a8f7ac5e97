import { amongPeers } from '../certification/benchmark.ts';
import { ratesOfCohorts } from '../certification/cohorts.ts';
import { wholeLineage } from '../certification/lineage.ts';
import { certificationPage } from '../certification/page.ts';
import { homePage, nationalRates } from '../home/page.ts';
import type { CertificationPageQuery, HomePageQuery, StatisticsPageQuery } from '../operations.ts';
import type { AnyPage, PageContext, WithStatus } from '../page.ts';
import { ratesOfGroups, statisticsPage } from '../statistics/page.ts';
import { readStatistics } from '../statistics/state.ts';
import type { Illustrated } from './drawing.ts';

/** A chart of a page that other sites can show: by the operation of the page, with its parameters. */
export interface SharedChart {
  /** As in its address. */
  readonly name: string;
  readonly page: AnyPage;
  /** The address of its page, from the parameters of the chart. */
  readonly pagePath: (query: URLSearchParams) => string;
  /** null = there is no such certification. */
  readonly draw: (data: WithStatus, context: PageContext) => Illustrated | null;
}

const certificationPath = (query: URLSearchParams) =>
  `/certifications/${encodeURIComponent(query.get('code') ?? '')}`;

/** Charts that have an address of their own. */
export const CHARTS: readonly SharedChart[] = [
  {
    name: 'national',
    page: homePage,
    pagePath: () => '/',
    draw: (data, context) => nationalRates(data as HomePageQuery, context),
  },
  {
    name: 'promotions',
    page: certificationPage,
    pagePath: certificationPath,
    draw: (data, context) => {
      const { certification } = data as CertificationPageQuery;
      return certification && titled(certification, ratesOfCohorts(certification, context));
    },
  },
  {
    name: 'entonnoir',
    page: certificationPage,
    pagePath: certificationPath,
    draw: (data, context) => {
      const { certification } = data as CertificationPageQuery;
      return certification && titled(certification, amongPeers(certification.benchmark, context));
    },
  },
  {
    name: 'filiation',
    page: certificationPage,
    pagePath: certificationPath,
    draw: (data, context) => {
      const { certification } = data as CertificationPageQuery;
      return certification && titled(certification, wholeLineage(certification, context));
    },
  },
  {
    name: 'statistiques',
    page: statisticsPage,
    pagePath: () => '/statistiques',
    draw: (data, context) => {
      const { insertionStatistics } = data as StatisticsPageQuery;
      return ratesOfGroups(insertionStatistics, readStatistics(context.query), context);
    },
  },
];

function titled(
  { code, title }: { readonly code: string; readonly title: string },
  figures: Illustrated,
): Illustrated {
  return { ...figures, title: `${code} ${title} – ${figures.title}` };
}
