import { BI_DATASETS, tableName } from '../../src/datasets/bi.ts';
import type { ColumnHead, ColumnType, Dataset } from '../../src/datasets/dataset.ts';

/** A column of an answer: one of a dataset, or a count of its rows. */
export interface AnswerColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** In French, as dashboards are. */
  readonly label: string;
}

/** How an answer is drawn: a table, or figures over one column. */
export type Drawing =
  | { readonly as: 'table' }
  | { readonly as: 'bars' | 'lines'; readonly over: string; readonly figures: readonly string[] };

/** A question that dashboards ask of the schema `bi`. */
export interface SqlQuestion {
  /** Never changes: ids in other tools are made of it. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly sql: string;
  readonly columns: readonly AnswerColumn[];
  readonly drawing: Drawing;
}

/** The datasets that dashboards are made of. */
export const USED = {
  certifications: datasetOf('certifications'),
  byLevel: datasetOf('insertion-by-level'),
  byYear: datasetOf('insertion-by-year'),
  overdue: datasetOf('overdue-rates'),
  expiring: datasetOf('expiring'),
} as const;

const RATES = ['GLOBAL_6_MONTHS', 'TARGET_OCCUPATION_6_MONTHS', 'TARGET_OCCUPATION_2_YEARS'];

/** A rate of groups with its interval between certifications, and the heads that it rests on. */
const rateColumns = (rate: string) =>
  ['', '_low_between', '_high_between', '_base'].map((part) => `${rate.toLowerCase()}${part}`);

const GLOBAL = rateColumns('GLOBAL_6_MONTHS');
const ALL_RATES = RATES.map((rate) => rate.toLowerCase());

/** What all tools’ dashboards ask, in the order in which they stand. */
export const QUESTIONS: readonly SqlQuestion[] = [
  {
    name: 'publication',
    title: 'Publication affichée',
    description: 'De quelle publication et de quel jour sont les lignes, et par quelle méthode.',
    sql: 'select publication, as_of, method\nfrom bi.status',
    columns: [
      { name: 'publication', type: 'INTEGER', label: 'Publication' },
      { name: 'as_of', type: 'DATE', label: 'Jour de référence' },
      { name: 'method', type: 'TEXT', label: 'Méthode' },
    ],
    drawing: { as: 'table' },
  },
  {
    name: 'register-state',
    title: 'État des répertoires',
    description: 'Certifications de chaque répertoire, et celles qui sont actives.',
    sql: `select register, count(*)::int as certifications,
  count(*) filter (where active)::int as active_certifications
from bi.certifications
group by register
order by register`,
    columns: [
      columnOf(USED.certifications, 'register'),
      count('certifications', 'Certifications'),
      count('active_certifications', 'Actives'),
    ],
    drawing: { as: 'bars', over: 'register', figures: ['certifications', 'active_certifications'] },
  },
  {
    name: 'rates-by-level',
    title: 'Taux d’insertion à 6 mois, par niveau',
    description:
      'Avec l’intervalle entre certifications, vide sous cinq certifications\u00a0: deux niveaux dont les intervalles se recouvrent ne se distinguent guère.',
    sql: `select level, level_label, ${GLOBAL.join(',\n  ')}
from bi.insertion_by_level
order by level`,
    columns: ['level', 'level_label', ...GLOBAL].map((name) => columnOf(USED.byLevel, name)),
    drawing: { as: 'table' },
  },
  {
    name: 'rates-by-year',
    title: 'Taux d’insertion à 6 mois, par année',
    description: 'Avec l’intervalle entre certifications, vide sous cinq certifications.',
    sql: `select year, ${GLOBAL.join(',\n  ')}
from bi.insertion_by_year
order by year`,
    columns: ['year', ...GLOBAL].map((name) => columnOf(USED.byYear, name)),
    drawing: { as: 'lines', over: 'year', figures: GLOBAL.slice(0, 3) },
  },
  {
    name: 'three-rates-by-year',
    title: 'Les trois taux, par année',
    description: 'Taux regroupés des promotions de chaque année, vides quand aucun n’est publié.',
    sql: `select year, ${ALL_RATES.join(',\n  ')}
from bi.insertion_by_year
order by year`,
    columns: ['year', ...ALL_RATES].map((name) => columnOf(USED.byYear, name)),
    drawing: { as: 'lines', over: 'year', figures: ALL_RATES },
  },
  {
    name: 'overdue-by-rate',
    title: 'Taux en retard',
    description: 'Taux qui auraient dû être publiés, certifications concernées, plus long retard.',
    sql: `select ${labelled(USED.overdue, 'indicator')} as indicator, count(*)::int as overdue_rates,
  count(distinct certification_code)::int as certifications, max(days_late) as days_late
from bi.overdue_rates
group by 1
order by 1`,
    columns: [
      columnOf(USED.overdue, 'indicator'),
      count('overdue_rates', 'Taux en retard'),
      count('certifications', 'Certifications'),
      columnOf(USED.overdue, 'days_late'),
    ],
    drawing: { as: 'table' },
  },
  {
    name: 'longest-overdue',
    title: 'Les plus longs retards',
    description: 'Les cinquante taux attendus depuis le plus longtemps.',
    sql: `select certification_code, title, year, ${labelled(USED.overdue, 'indicator')} as indicator,
  rate_due_on, days_late, certifier_names
from bi.overdue_rates
order by days_late desc, certification_code, year, bi.overdue_rates.indicator
limit 50`,
    columns: [
      'certification_code',
      'title',
      'year',
      'indicator',
      'rate_due_on',
      'days_late',
      'certifier_names',
    ].map((name) => columnOf(USED.overdue, name)),
    drawing: { as: 'table' },
  },
  {
    name: 'ends-by-month',
    title: 'Fins d’enregistrement, par mois',
    description:
      'Certifications actives dont l’enregistrement prend fin dans les douze mois, et celles qu’une autre remplace.',
    sql: `select date_trunc('month', registration_ends_on)::date as month, count(*)::int as ends,
  count(*) filter (where replaced)::int as replaced_ends
from bi.expiring
group by 1
order by 1`,
    columns: [
      { name: 'month', type: 'DATE', label: 'Mois' },
      count('ends', 'Fins d’enregistrement'),
      count('replaced_ends', 'Dont remplacées'),
    ],
    drawing: { as: 'bars', over: 'month', figures: ['ends', 'replaced_ends'] },
  },
];

function datasetOf(name: string): Dataset {
  const found = BI_DATASETS.find((each) => each.name === name);
  if (!found) throw new Error(`no table of bi is ${name}`);
  return found;
}

function headOf(dataset: Dataset, name: string): ColumnHead {
  const found = dataset.columns.find((each) => each.name === name);
  if (!found) throw new Error(`${tableName(dataset)} has no column ${name}`);
  return found;
}

function columnOf(dataset: Dataset, name: string): AnswerColumn {
  const { type, label } = headOf(dataset, name);
  return { name, type, label: label.fr };
}

function count(name: string, label: string): AnswerColumn {
  return { name, type: 'INTEGER', label };
}

/** A column of codes as their labels, in French. */
function labelled(dataset: Dataset, name: string): string {
  const cases = Object.entries(headOf(dataset, name).codes ?? {}).map(
    ([code, label]) => `when '${code}' then '${label.fr.replaceAll("'", "''")}'`,
  );
  return `case ${name} ${cases.join(' ')} end`;
}
