import type { RowOrder } from '../../datasets/expression/chosen-rows.ts';
import { columnsOf, type Expression } from '../../datasets/expression/expression.ts';
import type { Search } from '../../datasets/expression/search.ts';
import type { Parameter, ParameterProblem } from '../../datasets/parameter.ts';
import { BadUserInputError, DomainError } from '../../domain/errors.ts';
import { nearestNames } from '../nearest-names.ts';
import { type Applied, type ApplyColumn, boundApply } from '../odata-grammar/apply.ts';
import { bound, boundCondition, type Scope } from '../odata-grammar/bind.ts';
import { parseFilter, parseOrderBy } from '../odata-grammar/parse.ts';
import { parseSearch } from '../odata-grammar/search-syntax.ts';
import { OPTIONS, type ReportOptions, reportOptions } from '../reports/options.ts';
import type { EntityKey, RowsAddress } from './address.ts';
import { columnLiteral, type EntitySet } from './model.ts';
import {
  notHere,
  SEARCH_AND_APPLY,
  SYSTEM_OPTIONS,
  truth,
  twice,
  UNSUPPORTED_OPTIONS,
  unknownOption,
  unsupportedOption,
  wholeNumber,
} from './options.ts';
import { type PagePosition, parsePosition } from './position.ts';

/** What a query string asks of an entity set. */
export interface RowsQuery {
  readonly options: ReportOptions;
  readonly applied: Applied | null;
  readonly filter: Expression | null;
  readonly search: Search | null;
  readonly orderBy: readonly RowOrder[];
  /** Names of the properties that are given; null = all. */
  readonly select: readonly string[] | null;
  readonly skip: number;
  readonly top: number | null;
  readonly count: boolean;
  /** Where a page begins, of a link that an answer gave. */
  readonly position: PagePosition | null;
  /** Whether it depends on the moment that it is asked at. */
  readonly isOfNow: boolean;
}

/** Where a single row or value is asked for. */
const OF_ONE: ReadonlySet<string> = new Set(['select', 'format']);
/** Where there are no rows. */
const OF_DOCUMENT: ReadonlySet<string> = new Set(['format']);
/** Where rows are counted. */
const OF_COUNT: ReadonlySet<string> = new Set(['filter', 'search', 'apply', 'format']);

/** The query string of a request: system options by their names, and all else. */
export interface GivenOptions {
  readonly system: ReadonlyMap<string, string>;
  readonly aliases: ReadonlyMap<string, string>;
  readonly custom: URLSearchParams;
  readonly problems: readonly ParameterProblem[];
}

const LANGUAGE: Parameter = {
  name: 'lang',
  description: { fr: 'Langue des messages d’erreur.', en: 'Language of error messages.' },
  kind: { type: 'CHOICE', of: ['fr', 'en'] },
  ...{ many: false, example: 'en' },
};

const SHARED = ['publication', 'known_on', 'publication_token'];

/** What an entity set may be asked beside system options. */
export function customOptions({ dataset }: EntitySet): readonly Parameter[] {
  return [...dataset.parameters, ...OPTIONS.filter(({ name }) => SHARED.includes(name)), LANGUAGE];
}

/** Sorts the options of a query string: `$` may be left out, and system options are in any case. */
export function givenOptions(query: URLSearchParams, custom: readonly Parameter[]): GivenOptions {
  const system = new Map<string, string>();
  const aliases = new Map<string, string>();
  const rest = new URLSearchParams();
  const problems: ParameterProblem[] = [];
  for (const [name, value] of query) {
    const plain = name.replace(/^\$/, '').toLowerCase();
    const isOwn = custom.some((each) => each.name === name);
    if (name.startsWith('@')) {
      if (aliases.has(name)) problems.push(twice(name));
      aliases.set(name, value);
    } else if (!isOwn && UNSUPPORTED_OPTIONS.includes(plain)) {
      problems.push(unsupportedOption(plain));
    } else if (!isOwn && SYSTEM_OPTIONS.some((each) => each === plain)) {
      if (system.has(plain)) problems.push(twice(`$${plain}`));
      else system.set(plain, value);
    } else if (name.startsWith('$')) problems.push(unknownOption(name));
    else rest.append(name, value);
  }
  return { system, aliases, custom: rest, problems };
}

/** Texts of `@alias`, by name. */
export function aliasesOf(query: URLSearchParams): ReadonlyMap<string, string> {
  return new Map([...query].filter(([name]) => name.startsWith('@')));
}

/** What is wrong with the options of a document: it takes `$format` of those of OData. */
export function documentProblems({ system, problems }: GivenOptions): readonly ParameterProblem[] {
  const others = [...system.keys()].filter((name) => !OF_DOCUMENT.has(name));
  return [...problems, ...others.map((name) => notHere(name, OF_DOCUMENT))];
}

interface ReadQuery {
  readonly query: RowsQuery;
  readonly problems: readonly ParameterProblem[];
}

/** Reads the options of an address, with all that is wrong with them at once. */
export function rowsQuery(
  { kind, set, key, property }: RowsAddress,
  given: GivenOptions,
  header: string | null,
  nowMs: () => number,
): ReadQuery {
  const problems = [...given.problems];
  let isOfNow = false;
  const own = customOptions(set);
  const read = reportOptions(set.dataset, 'json', given.custom, header, own);
  problems.push(...read.problems);
  const columns: readonly ApplyColumn[] = set.dataset.columns;
  const scopeOf = (of: readonly ApplyColumn[]): Scope => ({
    columns: of,
    keyNames: keyNamesOf(set),
    aliases: given.aliases,
    now: () => {
      isOfNow = true;
      return nowMs();
    },
  });
  const option = <Value>(name: string, usual: Value, parse: (text: string) => Value): Value => {
    const text = given.system.get(name);
    if (text === undefined || text.trim() === '') return usual;
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { code, text: message } = error;
      const isOther = code === 'NOT_IMPLEMENTED' || code === 'QUERY_TOO_COMPLEX';
      problems.push({ parameter: `$${name}`, message, ...(isOther && { code }) });
      return usual;
    }
  };
  const accepted = kind === 'ROWS' ? null : kind === 'COUNT' ? OF_COUNT : OF_ONE;
  for (const name of given.system.keys()) {
    if (accepted && !accepted.has(name)) problems.push(notHere(name, accepted));
  }
  const applied = option('apply', null, (text) => {
    const made = boundApply(text, scopeOf(columns), columns);
    checkHeld(set, made.transformations.flatMap(namesIn));
    return made;
  });
  const scope = scopeOf(applied?.columns ?? columns);
  const filter = option('filter', null, (text) => boundCondition(parseFilter(text), scope));
  const orderBy = option<readonly RowOrder[]>('orderby', [], (text) =>
    parseOrderBy(text).map(({ expression, descending }) => {
      const of = bound(expression, scope);
      if (!applied) checkHeld(set, [...columnsOf(of)]);
      return { expression: of, descending };
    }),
  );
  if (applied && given.system.has('search')) problems.push(SEARCH_AND_APPLY);
  const names = applied ? applied.columns.map(({ name }) => name) : namesOf(set);
  const query: RowsQuery = {
    options: read.options,
    ...{ applied, orderBy },
    filter: key ? keyFilter(set, key) : filter,
    search: option('search', null, parseSearch),
    select: property ? [property.name] : option('select', null, (text) => selected(text, names)),
    skip: option('skip', 0, wholeNumber),
    top: key ? 1 : option('top', null, wholeNumber),
    count: kind === 'COUNT' || option('count', false, truth),
    position: option('skiptoken', null, parsePosition),
    isOfNow,
  };
  return { query, problems };
}

function namesOf({ properties }: EntitySet): readonly string[] {
  return properties.map(({ name }) => name);
}

function keyNamesOf({ properties }: EntitySet): ReadonlyMap<string, string> {
  return new Map(
    properties.flatMap(({ name, isForKey, column }) => (isForKey ? [[name, column.name]] : [])),
  );
}

/** What holds of the row of a key alone. */
function keyFilter(set: EntitySet, key: EntityKey): Expression {
  const parts = set.key.flatMap((property): Expression[] => {
    const given = key.get(property.name);
    if (!given) return [];
    const { type, value } = columnLiteral(property, given);
    const left = { kind: 'COLUMN', name: property.column.name, type: given.type } as const;
    const column =
      property.column.type === 'INTEGER' ? { ...left, type: 'INTEGER' as const } : left;
    return [
      {
        ...{ kind: 'COMPARISON', type: 'BOOLEAN', operator: 'eq', left: column },
        right: { kind: 'CONSTANT', type, value },
      },
    ];
  });
  return { kind: 'ALL', type: 'BOOLEAN', parts };
}

function selected(text: string, names: readonly string[]): readonly string[] | null {
  const given = [...new Set(text.split(',').map((each) => each.trim()))];
  if (given.includes('*')) return null;
  for (const name of given) {
    if (names.includes(name)) continue;
    const nearest = nearestNames(name.toLowerCase(), names).join(', ');
    throw new BadUserInputError({
      en: `there is no property ${JSON.stringify(name)}: the nearest names are ${nearest}`,
      fr: `il n’y a pas de propriété ${JSON.stringify(name)}\u00a0: les noms les plus proches sont ${nearest}`,
    });
  }
  return given;
}

/** Names that a transformation groups by or aggregates. */
function namesIn(step: Applied['transformations'][number]): readonly string[] {
  if (step.kind === 'FILTER') return [];
  return [...step.by, ...step.figures.flatMap(({ column }) => (column === null ? [] : [column]))];
}

/** - Throws `BadUserInputError` for a column that is not in memory: it neither orders nor groups. */
function checkHeld({ dataset }: EntitySet, names: readonly string[]): void {
  const read = names.find((name) => dataset.readColumns?.includes(name));
  if (read === undefined) return;
  throw new BadUserInputError({
    en: `${read} is a long text, read from the database: rows are neither ordered nor grouped by it; $filter and $select take it`,
    fr: `${read} est un texte long, lu dans la base de données\u00a0: il n’ordonne ni ne groupe des lignes\u00a0; $filter et $select le prennent`,
  });
}
