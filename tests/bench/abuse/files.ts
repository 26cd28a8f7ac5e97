import { dayAt, flood, pick } from './flood.ts';

const REPORTS = [
  'insertion-rates',
  'certifications',
  'blocks',
  'cohorts',
  'certifier-portfolio',
  'findings',
  'insertion-by-certifier',
  'renewal-readiness',
];

const INDICATORS = ['GLOBAL_6_MONTHS', 'TARGET_OCCUPATION_6_MONTHS', 'TARGET_OCCUPATION_2_YEARS'];

/** Reports in a format, no two the same: nothing is in memory. */
function reports(name: string, ending: string, encoding = 'identity') {
  return flood(name, (index) => ({
    ...{ method: 'GET', headers: { 'accept-encoding': encoding } },
    path: `/reports/${pick(REPORTS, index)}.${ending}?limit=${1_000_000 + index}&as_of=${dayAt(index)}`,
  }));
}

/** Attacks by files, and by what describes them. */
export const FILE_ATTACKS = [
  reports('reports-csv', 'csv'),
  reports('reports-json', 'json'),
  reports('reports-xlsx', 'xlsx'),
  reports('reports-parquet', 'parquet'),
  reports('reports-brotli', 'csv', 'br'),
  reports('reports-gzip', 'csv.gz'),
  flood('report-benchmark', (index) => ({
    method: 'GET',
    path: `/reports/benchmark.csv?last_cohorts=${1 + (index % 50)}&indicator=${pick(INDICATORS, index)}&peers_by=${pick(['LEVEL', 'OCCUPATION', 'FORMACODE'], index)}&same_level=false&as_of=${dayAt(index)}`,
  })),
  flood('descriptions', (index) => ({
    ...{ method: 'GET', headers: { 'accept-encoding': 'br' } },
    path: pick(
      [
        '/reports/openapi.json',
        '/reports',
        '/metrics',
        '/graphql/schema',
        '/about.json',
        '/graphql/documents',
      ],
      index,
    ),
  })),
];
