import type { ColumnHead, Dataset } from '../../datasets/dataset.ts';
import { parisDate } from '../../domain/calendar.ts';
import { STATUS_LABELS } from '../../domain/code-labels.ts';
import { type ReliabilityBounds, reliabilityOf } from '../../domain/rate/reliability.ts';
import { numbers, ofGroup, rateClasses, rateText, table } from '../figures.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { RateStatus, Reliability } from '../operations.ts';
import type { PageContext } from '../page.ts';
import type { SectionRow } from './gather.ts';

/** Columns of a table beside the key and the rates: more are not read on a sheet of paper. */
const MOST_COLUMNS = 8;

/** A column as it is shown: a rate with all that goes with it is one. */
interface ShownColumn {
  readonly head: ColumnHead;
  readonly isRate: boolean;
}

/** The rows of a report: what all have alike above, the rest as a table; one row as a list of facts. */
export function rowsTable(
  report: Dataset,
  rows: readonly SectionRow[],
  bounds: ReliabilityBounds,
  context: PageContext,
): Html {
  const all = shownColumns(report, context).filter(
    ({ head, isRate }) => isRate || rows.some((row) => row[head.name] !== null),
  );
  const [first] = rows;
  if (!first) return NOTHING;
  const isAlike = ({ head, isRate }: ShownColumn) =>
    rows.length === 1 || (!isRate && rows.every((row) => row[head.name] === first[head.name]));
  const [alike, others] = [all.filter(isAlike), all.filter((each) => !isAlike(each))];
  const facts = alike.map((column) => fact(column, first, bounds, context));
  const told = facts.length === 0 ? NOTHING : html`<dl class="facts">${facts}</dl>`;
  if (rows.length === 1) return told;
  const chosen = mostTelling(others, report);
  const left = others.length - chosen.length;
  return html`${told}
${table({
  caption: report.title[context.language],
  isTitled: true,
  head: chosen.map(({ head, isRate }) =>
    isRate || isNumber(head) ? numbers(head.label[context.language]) : head.label[context.language],
  ),
  rows: rows.map(
    (row) =>
      html`<tr>${chosen.map((column) => {
        const { content, classes } = contentOf(column, row, bounds, context);
        return html`<td class="${classes}">${content}</td>`;
      })}</tr>\n`,
  ),
})}
${left === 0 ? NOTHING : html`<p class="muted">${context.words.dossier.otherColumns(context.format.count(left), left)}</p>`}`;
}

/** Columns in the language of the page; what goes with a rate is within it. */
function shownColumns({ columns }: Dataset, { language }: PageContext): readonly ShownColumn[] {
  const names = new Set(columns.map(({ name }) => name));
  const rates = columns.filter(({ name }) => names.has(`${name}_low`) && names.has(`${name}_base`));
  const other = language === 'fr' ? '_en' : '_fr';
  return columns.flatMap((head) => {
    const { name } = head;
    const isOfRate = rates.some((rate) => name.startsWith(`${rate.name}_`));
    const isOfOtherLanguage =
      name.endsWith(other) || (language === 'fr' && names.has(`${name}_fr`));
    return isOfRate || isOfOtherLanguage ? [] : [{ head, isRate: rates.includes(head) }];
  });
}

/** Those of the key, the rates, and the first of the others, in the order of the report. */
function mostTelling(columns: readonly ShownColumn[], { key }: Dataset): readonly ShownColumn[] {
  const rank = ({ head, isRate }: ShownColumn) => (key.includes(head.name) ? 0 : isRate ? 1 : 2);
  const first = columns.toSorted((one, other) => rank(one) - rank(other)).slice(0, MOST_COLUMNS);
  return columns.filter((column) => first.includes(column));
}

function isNumber({ type, role }: ColumnHead): boolean {
  return role === 'MEASURE' && (type === 'INTEGER' || type === 'NUMBER');
}

/** What a cell holds, and how it stands in a table. */
interface CellContent {
  readonly content: Html;
  readonly classes: string;
}

function fact(
  column: ShownColumn,
  row: SectionRow,
  bounds: ReliabilityBounds,
  context: PageContext,
): Html {
  const { content } = contentOf(column, row, bounds, context);
  return html`<dt>${column.head.label[context.language]}</dt><dd>${content}</dd>`;
}

/** Characters of a cell that stays on one line. */
const SHORT = 24;

function contentOf(
  { head, isRate }: ShownColumn,
  row: SectionRow,
  bounds: ReliabilityBounds,
  context: PageContext,
): CellContent {
  if (isRate) {
    const figure = rateOf(head.name, row, bounds);
    return { content: rateText(figure, context), classes: rateClasses(figure) };
  }
  const value = row[head.name] ?? null;
  const content = html`${valueText(head, value, context)}`;
  const isLong = typeof value === 'string' && value.length > SHORT;
  return { content, classes: isNumber(head) ? 'number' : isLong ? 'words' : '' };
}

/** The rate of a row, with what stands beside it. */
function rateOf(name: string, row: SectionRow, bounds: ReliabilityBounds) {
  const number = (ending: string) => {
    const cell = row[name + ending];
    return typeof cell === 'number' ? cell : null;
  };
  const interval = (ending: string) => {
    const [lower, upper] = [number(`_low${ending}`), number(`_high${ending}`)];
    return lower === null || upper === null ? null : { lower, upper };
  };
  const base = number('_base');
  const status = String(row[`${name}_status`]);
  const due = row[`${name}_due_on`];
  const figure = {
    ...{ value: number(''), base, interval: interval('') },
    reliability: reliabilityIn(row, name, base, bounds),
    ...(isRateStatus(status) && { status }),
    dueOn: typeof due === 'string' ? due : null,
    daysLate: typeof row['days_late'] === 'number' ? row['days_late'] : null,
  };
  if (!(`${name}_low_between` in row)) return figure;
  return ofGroup({
    ...figure,
    certificationsWithRate: number('_certifications') ?? 0,
    betweenCertifications: { interval: interval('_between') },
  });
}

function isRateStatus(status: string): status is RateStatus {
  return status in STATUS_LABELS;
}

/** How far a rate can be relied on: as its row says, else by what the row has of what it stands on. */
function reliabilityIn(
  row: SectionRow,
  name: string,
  base: number | null,
  bounds: ReliabilityBounds,
): Reliability | null {
  const told = row[`${name}_reliability`];
  if (told !== undefined) return told as Reliability | null;
  const coverage = row[`${name}_coverage`];
  // Of a pooled rate it is not known without the coverage.
  if (coverage === undefined && row[`${name}_due_on`] === undefined) return null;
  return reliabilityOf({ base, coverage: typeof coverage === 'number' ? coverage : null }, bounds);
}

function valueText(
  { name, type, role, unit, codes }: ColumnHead,
  cell: SectionRow[string],
  { format, language, words: { dossier: words }, href }: PageContext,
): Html | string {
  if (cell === null || cell === undefined) return '';
  if (codes) return codes[String(cell)]?.[language] ?? String(cell);
  switch (type) {
    case 'BOOLEAN':
      return cell ? words.yes : words.no;
    case 'DATE':
      return format.day(String(cell));
    case 'DATETIME':
      return format.day(parisDate(new Date(String(cell))));
    case 'TEXT': {
      const path = PAGES_OF[name];
      return path ? html`<a href="${href(path + cell)}">${cell}</a>` : String(cell);
    }
    default:
      break;
  }
  if (role === 'DIMENSION') return String(cell);
  if (unit === 'PERCENT') return format.percent(Number(cell));
  if (unit === 'POINTS') return format.points(Number(cell));
  return format.number(Number(cell));
}

/** Pages of what a column names. */
const PAGES_OF: Readonly<Record<string, string>> = {
  certification_code: '/certifications/',
  certifier_siren: '/certificateurs/',
};
