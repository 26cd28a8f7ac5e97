import type { ExecutionResult } from 'graphql';
import type { Language } from '../../datasets/labels.ts';
import { cutGiven } from '../../domain/empty/empty-answer.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import type { SeenMoment } from '../request-record.ts';
import type { AnswerPlan } from './answer-plan.ts';
import type { ToolArguments } from './arguments.ts';
import { coveredYears } from './covered-years.ts';
import type { Frame } from './frame.ts';
import { isPageSize } from './input-schema.ts';
import { JsonBytes } from './json-bytes.ts';
import { aboutOf, escaped, ownOf } from './known-text.ts';
import { boundRows, type ListRows } from './rows.ts';
import type { Tool } from './tools.ts';
import { WORDS } from './words.ts';

/** What an answer is put together from. */
export interface AnswerParts {
  readonly tool: Tool;
  readonly asked: ToolArguments;
  readonly result: ExecutionResult;
  readonly snapshot: Snapshot;
  readonly seen: SeenMoment;
  /** Where the server is: `https://example.org`. */
  readonly origin: string;
  readonly frame: Frame;
}

/** A filter that was applied. */
interface Filter {
  readonly name: string;
  /** null = nothing is asked. */
  readonly value: unknown;
  /** Given by the caller, what is taken when nothing is given, or always part of the question. */
  readonly origin: 'GIVEN' | 'DEFAULT' | 'FIXED';
}

/**
 * The result of a call as the protocol has it, in JSON and in its frame. Its data are in it twice, as text
 * and structured, and are written once. The parts are put together as bytes: as one long text they took
 * three times as long.
 */
export function writeAnswer(parts: AnswerParts): Buffer {
  const { tool, asked, result, snapshot, seen, frame } = parts;
  const { language } = asked;
  const words = WORDS[language];
  const { headings } = words;
  const known = aboutOf(snapshot, seen, language);
  const { data, lists } = boundRows(result.data ?? {}, tool.plan);
  const { day } = seen;
  const filters = filtersOf(tool, asked, day);
  const years = coveredYears(data, tool.plan.years, tool.plan.hasRates);
  const truncated = lists.some((each) => each.truncated);
  const totalRows = lists[0]?.totalRows ?? null;
  const askedPeriod = periodAsked(filters, tool.plan);
  const period = { asOf: day, asked: askedPeriod, coveredYears: years };
  const empty = emptyOf(result, language);
  const repeat = repeatOf(parts, known.number, day, truncated);
  const own = ownOf(tool, language);
  const structured = [
    `"truncated":${truncated},"totalRows":${totalRows},"lists":${JSON.stringify(lists)}`,
    `"filters":${JSON.stringify(filters)},"period":${JSON.stringify(period)}`,
    `"empty":${JSON.stringify(empty)},"repeat":${JSON.stringify(repeat)},"data":`,
  ].join(',');
  const told = [
    ...(empty.length > 0
      ? [`${headings.empty}${words.colon}`, ...empty.map(({ message }) => `- ${message}`)]
      : []),
    ...(lists.length > 0 ? [rowsText(lists, language)] : []),
    `${headings.period}${words.colon} ${words.day(day)}; ${words.years(yearsAsked(askedPeriod, language), years.join(', ') || words.noYear)}`,
    `${headings.filters}${words.colon}`,
    ...filters.map(
      ({ name, value, origin }) =>
        `- ${name}${words.colon} ${value === null ? words.none : JSON.stringify(value)} (${words.origins[origin]})`,
    ),
    `${headings.repeat}${words.colon} ${repeat.curl}`,
    ...(repeat.rest === undefined ? [] : [`${words.restByAddress}${words.colon} ${repeat.rest}`]),
    `${headings.data}${words.colon}`,
  ].join('\n');
  const written = bytes.write(JSON.stringify(data));
  const from = bytes.length;
  bytes.write(`${frame.start}{"content":[{"type":"text","text":"`);
  bytes.add(own.text);
  bytes.add(known.text);
  bytes.write(`${escaped(told)}\\n`);
  bytes.escape(written);
  bytes.write('"}],"structuredContent":{');
  bytes.add(own.json);
  bytes.add(known.json);
  bytes.write(structured);
  bytes.repeat(written);
  bytes.write(`}${frame.end}`);
  return bytes.take(from);
}

/** Answers are put together one after the other, never two at once. */
const bytes = new JsonBytes();

/** Every condition of an answer: those given, those taken by default, those of the question itself. */
function filtersOf({ variables, plan }: Tool, asked: ToolArguments, day: string): Filter[] {
  return [
    ...variables.map(({ name, usual }): Filter => {
      if (asked.given.has(name)) {
        return { name, value: cutGiven(asked.variables[name]), origin: 'GIVEN' };
      }
      return { name, value: name === 'asOf' ? day : usual, origin: 'DEFAULT' };
    }),
    ...plan.conditions.map(({ name, value }): Filter => ({ name, value, origin: 'FIXED' })),
  ];
}

/** Conditions on when: years, cohorts, months, publications. */
const PERIOD = /year|lastCohorts|withinMonths|since|until|asOf/i;
const YEARS = /year/i;

function periodAsked(
  filters: readonly Filter[],
  { conditions }: AnswerPlan,
): Readonly<Record<string, unknown>> {
  // The path to a part of the question asks nothing of it: `byYear.groupBy`.
  const argumentOf = new Map(conditions.map((each) => [each.name, each.argument]));
  const found = filters.flatMap(({ name, value }): [string, unknown][] => {
    if (PERIOD.test(argumentOf.get(name) ?? name)) return [[name, value]];
    if (name !== 'filter' || typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, each]): [string, unknown][] =>
      YEARS.test(key) ? [[`filter.${key}`, each]] : [],
    );
  });
  return Object.fromEntries(found);
}

function yearsAsked(period: ReturnType<typeof periodAsked>, language: Language): string {
  const asked = Object.entries(period).filter(([name, value]) => name !== 'asOf' && value !== null);
  if (asked.length === 0) return WORDS[language].allYears;
  return asked.map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(', ');
}

function emptyOf({ extensions }: ExecutionResult, language: Language) {
  const answers = (extensions?.['emptyAnswers'] ?? []) as readonly {
    readonly path: readonly (string | number)[];
    readonly message: Readonly<Record<Language, string>>;
    readonly [member: string]: unknown;
  }[];
  return answers.map(({ path, message, ...rest }) => ({
    ...{ path, message: message[language] },
    ...rest,
  }));
}

function rowsText(lists: readonly ListRows[], language: Language): string {
  const words = WORDS[language];
  const told = lists.map(({ list, rows, totalRows, truncated, next }) =>
    [
      words.rowsOf(list, rows, totalRows),
      truncated ? words.truncated : words.complete,
      ...(next ? [words.restBy(next.argument, next.cursor)] : []),
    ].join(', '),
  );
  return `${words.headings.rows}${words.colon} ${told.join('; ')}`;
}

/** How to ask the same of the same publication as on the same day, and the rows that were left out. */
function repeatOf(
  { tool, asked, origin }: AnswerParts,
  publication: number,
  day: string,
  truncated: boolean,
) {
  const { operation, variables } = tool;
  const hasDay = variables.some(({ name }) => name === 'asOf');
  const given = { ...asked.variables, ...(hasDay && !asked.given.has('asOf') && { asOf: day }) };
  const isHeld = asked.publication !== null && 'token' in asked.publication;
  // Of another day a question that takes none has another answer.
  const isNamed = !isHeld && (hasDay || asked.publication !== null);
  const addressOf = (values: object) => {
    const text = JSON.stringify(values);
    const asked = text === '{}' ? '' : `&variables=${encodeURIComponent(text)}`;
    const named = isNamed ? `&publication=${publication}` : '';
    // Quotes end a text of a shell.
    return `/graphql?documentId=${operation.documentId}${asked}${named}`.replaceAll("'", '%27');
  };
  const address = addressOf(given);
  const unbounded = Object.entries(given).filter(([name]) => !isPageSize(name));
  return {
    address,
    curl: `curl '${origin}${address}'${isHeld ? " -H 'X-Publication-Token: …'" : ''}`,
    ...(truncated && { rest: addressOf(Object.fromEntries(unbounded)) }),
  };
}
