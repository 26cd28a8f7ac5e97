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
    },
    onParams({ params }) {
      if (nestsTooDeep(params)) {
        throw new BadRequestError(
          `the request is nested more than ${MOST_LEVELS} levels deep, which is the limit`,
        );
      }
      const { operationName } = params as { readonly operationName?: unknown };
      if (operationName !== undefined && operationName !== null) {
        if (typeof operationName === 'string') return;
        throw new BadRequestError(
          `operationName is ${JSON.stringify(operationName)}: a name is accepted`,
        );
      }
    },
  };
}

function readQueryString(url: string): GraphQLParams {
  const given = new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?')) : '');
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
