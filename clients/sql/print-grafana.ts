import { type AnswerColumn, QUESTIONS, type SqlQuestion } from './questions.ts';

const DATASOURCE = { type: 'grafana-postgresql-datasource', uid: 'debouches' };

/** Where panels stand: 24 columns, in the order of the questions. */
const PLACES = [
  { x: 0, y: 0, w: 10, h: 5 },
  { x: 10, y: 0, w: 14, h: 5 },
  { x: 0, y: 5, w: 12, h: 9 },
  { x: 12, y: 5, w: 12, h: 9 },
  { x: 0, y: 14, w: 12, h: 9 },
  { x: 12, y: 14, w: 12, h: 9 },
  { x: 0, y: 23, w: 14, h: 11 },
  { x: 14, y: 23, w: 10, h: 11 },
];

/** The dashboard of Grafana, as JSON. */
export function printGrafana(): string {
  const dashboard = {
    uid: 'debouches-register',
    title: 'Débouchés\u00a0: état des répertoires et insertion',
    description: 'Écrit par npm run generate à partir des déclarations des rapports.',
    tags: ['debouches'],
    schemaVersion: 41,
    version: 1,
    editable: true,
    graphTooltip: 0,
    refresh: '',
    // Years are the days of a time axis.
    time: { from: 'now-15y', to: 'now' },
    timezone: 'utc',
    templating: { list: [] },
    annotations: { list: [] },
    links: [],
    panels: QUESTIONS.map(panel),
  };
  return `${JSON.stringify(dashboard, null, 2)}\n`;
}

function panel(question: SqlQuestion, index: number) {
  const { title, description, drawing, columns } = question;
  const isLines = drawing.as === 'lines';
  const type = isLines ? 'timeseries' : drawing.as === 'bars' ? 'barchart' : 'table';
  return {
    ...{ id: index + 1, type, title, description, datasource: DATASOURCE },
    gridPos: PLACES[index],
    targets: [
      {
        refId: 'A',
        datasource: DATASOURCE,
        editorMode: 'code',
        rawQuery: true,
        format: isLines ? 'time_series' : 'table',
        rawSql: isLines ? overTime(question) : question.sql,
      },
    ],
    fieldConfig: {
      defaults: { custom: isLines ? { spanNulls: false, showPoints: 'always' } : {} },
      overrides: [...columns.map(named), ...(isLines ? interval(columns) : [])],
    },
    options:
      drawing.as === 'bars'
        ? { xField: drawing.over, orientation: 'auto', legend: { showLegend: true } }
        : {},
  };
}

/** The same over the first day of each year: a time series wants a time. */
function overTime({ sql, drawing }: SqlQuestion): string {
  const figures = drawing.as === 'table' ? [] : drawing.figures;
  return `select make_date(year, 1, 1)::timestamp as time, ${figures.join(', ')}
from (
${sql.replace(/^/gm, '  ')}
) as years
order by time`;
}

function named({ name, label }: AnswerColumn) {
  return {
    matcher: { id: 'byName', options: name },
    properties: [{ id: 'displayName', value: label }],
  };
}

/** The space between the bounds of an interval is filled, and the bounds are thin lines. */
function interval(columns: readonly AnswerColumn[]) {
  const high = columns.find(({ name }) => name.endsWith('_high_between'));
  const low = columns.find(({ name }) => name.endsWith('_low_between'));
  if (!high || !low) return [];
  const line = { id: 'custom.lineWidth', value: 0 };
  return [
    {
      matcher: { id: 'byName', options: high.name },
      properties: [line, { id: 'custom.fillBelowTo', value: low.label }],
    },
    { matcher: { id: 'byName', options: low.name }, properties: [line] },
  ];
}
