import type { GraphQLParams } from 'graphql-yoga';
import { BadRequestError } from '../../domain/errors.ts';
import type { ServerPlugin } from './server-plugin.ts';

/** Objects and lists within each other that a request may have: no input of the schema has five. */
const MOST_LEVELS = 32;

/**
 * Yoga plugin: reads the query string, whose faults Yoga takes for its own; refuses parameters that
 * are nested so deep that whatever walks them would run out of stack, and an `operationName` that is
 * none.
 */
export function useParameters(): ServerPlugin {
  return {
    onRequestParse({ request, setRequestParser }) {
      if (request.method === 'GET') setRequestParser(({ url }) => readQueryString(url));
      if (request.method === 'POST' && request.headers.has('content-type')) {
        setRequestParser(async (given) => readBody(await given.text()));
      }
    },
    onParams({ params, setParams }) {
      if (nestsTooDeep(params)) {
        throw new BadRequestError(
          `the request is nested more than ${MOST_LEVELS} levels deep, which is the limit`,
        );
      }
      const { operationName } = params as { readonly operationName?: unknown };
      if (operationName !== undefined && operationName !== null) {
        // An empty one is none, by each way.
        if (operationName === '') {
          const { operationName: _none, ...rest } = params;
          setParams(rest);
        }
        if (typeof operationName === 'string') return;
        throw new BadRequestError(
          `operationName is ${JSON.stringify(operationName)}: a name is accepted`,
        );
      }
    },
  };
}

/** Yoga plugin, after that of persisted operations: refuses a request without a query. */
export function useQuery(): ServerPlugin {
  return {
    onParams({ params: { query } }) {
      if (query !== undefined && query !== null && query !== '') return;
      const given = query === '' ? 'query is empty' : 'neither query nor documentId was given';
      throw new BadRequestError(
        `${given}: ${SHAPE} is accepted, or a documentId in place of query`,
      );
    },
  };
}

const SHAPE = '{"query": …, "variables": …, "operationName": …}';

function readBody(text: string): GraphQLParams {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    const reason = text === '' ? 'it is empty' : error instanceof Error ? error.message : '';
    throw new BadRequestError(`the body is not JSON (${reason}): ${SHAPE} is accepted`);
  }
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  const given = Array.isArray(body) ? 'a list' : body === null ? 'null' : `a ${typeof body}`;
  throw new BadRequestError(
    `the body is ${given}: ${SHAPE} is accepted, one operation in a request`,
  );
}

/** Parameters of an address; a key is read before. */
const KNOWN: ReadonlySet<string> = new Set([
  ...['query', 'variables', 'operationName', 'extensions', 'documentId', 'key'],
]);

/** What is wrong with the names of the parameters of an address; null when nothing is. */
export function unknownParameter(given: URLSearchParams): string | null {
  const unknown = [...given.keys()].find(
    // Browsers and tools put such names after an address so that nobody has kept the answer.
    (name) => !KNOWN.has(name) && !name.startsWith('_'),
  );
  if (unknown === undefined) return null;
  return `the parameter ${JSON.stringify(unknown)} is not known: ${[...KNOWN].join(', ')} are accepted`;
}

function readQueryString(url: string): GraphQLParams {
  const given = new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?')) : '');
  const unknown = unknownParameter(given);
  if (unknown !== null) throw new BadRequestError(unknown);
  const json = (name: string) => {
    const text = given.get(name);
    if (!text) return undefined;
    try {
      return JSON.parse(text) as Record<string, unknown>;
    } catch {
      throw new BadRequestError(`${name} is ${JSON.stringify(text)}: JSON is accepted`);
    }
  };
  const { query, operationName } = Object.fromEntries(given);
  const [variables, extensions] = [json('variables'), json('extensions')];
  return {
    ...(query && { query }),
    ...(operationName && { operationName }),
    ...(variables && { variables }),
    ...(extensions && { extensions }),
  };
}

/** Whether parameters have more levels of objects and lists than are accepted. */
export function nestsTooDeep(params: object): boolean {
  return levelsOf(params, MOST_LEVELS + 1) > MOST_LEVELS;
}

/** Levels of objects and lists, counted up to a limit; 0 of anything else. */
function levelsOf(value: unknown, limit: number): number {
  let levels = 0;
  let level = [value].filter(isObject);
  while (level.length > 0 && levels < limit) {
    levels += 1;
    level = level.flatMap((each) => Object.values(each).filter(isObject));
  }
  return levels;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
