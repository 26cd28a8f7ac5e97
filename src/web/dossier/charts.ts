import { CHARTS, type SharedChart } from '../charts/catalogue.ts';
import type { PageRequest, WithStatus } from '../page.ts';
import type { AskedReport } from './state.ts';

/** The chart of a section: that of a page that shows the same figures. */
export interface SectionChart {
  readonly chart: SharedChart;
  /** What its page is asked with. */
  readonly request: PageRequest;
}

/** A chart, and what it is drawn from. */
export interface ChartAnswer extends SectionChart {
  readonly data: WithStatus;
}

/** What a chart asks in place of a parameter of the report. */
type Names = Readonly<Record<string, string>>;

/** Charts of reports: by which parameters they show what the rows say, and no other rows. */
interface ReportChart {
  readonly chart: string;
  readonly names: Names;
  /** Of one certification. */
  readonly ofOne: boolean;
  /** The dimension of the groups. */
  readonly by?: string;
}

const OF_COHORTS: ReportChart = { chart: 'promotions', names: { code: 'code' }, ofOne: true };

const groupsBy = (by: string): ReportChart => ({
  chart: 'statistiques',
  names: {
    ...{ register: 'registre', level: 'niveau', speciality: 'nsf', occupation: 'rome' },
    ...{ certifier: 'siren', active: 'active', year_from: 'de', year_to: 'a', years: 'annees' },
  },
  ofOne: false,
  by,
});

const REPORT_CHARTS: Readonly<Record<string, ReportChart>> = {
  cohorts: OF_COHORTS,
  'insertion-rates': OF_COHORTS,
  benchmark: {
    chart: 'entonnoir',
    names: { code: 'code', indicator: 'taux', peers_by: 'par' },
    ofOne: true,
  },
  'insertion-by-year': groupsBy('YEAR'),
  'insertion-by-level': groupsBy('LEVEL'),
  'insertion-by-speciality': groupsBy('SPECIALITY'),
  'insertion-by-occupation': groupsBy('OCCUPATION'),
  'insertion-by-certifier': groupsBy('CERTIFIER'),
};

/** The chart of what a section asks; null where no chart shows just that. */
export function chartOf(
  { report, query, limit }: AskedReport,
  request: PageRequest,
): SectionChart | null {
  const declared = REPORT_CHARTS[report.name];
  if (!declared || limit !== null) return null;
  const { names, by } = declared;
  const asked = new URLSearchParams(by === undefined ? {} : { par: by });
  for (const [name, value] of query) {
    const own = names[name];
    if (own === undefined) return null;
    asked.append(own, name === 'active' ? (value === 'true' ? 'oui' : 'non') : value);
  }
  if (declared.ofOne && asked.getAll('code').length !== 1) return null;
  const chart = CHARTS.find(({ name }) => name === declared.chart);
  if (!chart) throw new Error(`no chart ${declared.chart}`);
  const path = { code: asked.get('code') ?? '' };
  return { chart, request: { ...request, path, query: asked } };
}
