import type { GraphQLParams } from 'graphql-yoga';
import type { Bilingual } from '../../domain/bilingual.ts';
import { BadRequestError } from '../../domain/errors.ts';
import { parametersProblem } from './parameter-limits.ts';
import type { ServerContext, ServerPlugin } from './server-plugin.ts';

/**
 * Yoga plugin: reads the query string, whose faults Yoga takes for its own; refuses parameters that
 * are nested too deep or have too many values, and an `operationName` that is none.
 */
export function useParameters(): ServerPlugin {
  return {
    onRequestParse({ request, serverContext: { json }, setRequestParser }) {
      if (request.method === 'GET') setRequestParser(({ url }) => readQueryString(url));
      if (request.method === 'POST' && request.headers.has('content-type')) {
        setRequestParser(() => readBody(json));
      }
    },
    onParams({ params, setParams }) {
      const problem = parametersProblem(params);
      if (problem !== null) throw new BadRequestError(problem);
      const { operationName } = params as { readonly operationName?: unknown };
      if (operationName !== undefined && operationName !== null) {
        // An empty one is none, by each way.
        if (operationName === '') {
          const { operationName: _none, ...rest } = params;
          setParams(rest);
        }
        if (typeof operationName === 'string') return;
        throw new BadRequestError({
          en: `operationName is ${JSON.stringify(operationName)}: a name is accepted`,
          fr: `operationName vaut ${JSON.stringify(operationName)} : un nom est accepté`,
        });
      }
    },
  };
}

/** Yoga plugin, after that of persisted operations: refuses a request without a query. */
export function useQuery(): ServerPlugin {
  return {
    onParams({ params: { query } }) {
      if (query !== undefined && query !== null && query !== '') return;
      const given =
        query === ''
          ? { en: 'query is empty', fr: 'query est vide' }
          : {
              en: 'neither query nor documentId was given',
              fr: 'ni query ni documentId n’est donné',
            };
      throw new BadRequestError({
        en: `${given.en}: ${SHAPE} is accepted, or a documentId in place of query`,
        fr: `${given.fr} : ${SHAPE} est accepté, ou un documentId à la place de query`,
      });
    },
  };
}

/** Values of JSON that hold no others. */
const SCALARS = {
  string: { en: 'a string', fr: 'un texte' },
  number: { en: 'a number', fr: 'un nombre' },
  boolean: { en: 'a boolean', fr: 'un booléen' },
};

const SHAPE = '{"query": …, "variables": …, "operationName": …}';

/** Reads the parameters of a body; `json` is absent where there is none. */
function readBody(json: ServerContext['json']): GraphQLParams {
  let body: unknown;
  try {
    body = json ? json() : JSON.parse('');
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new BadRequestError({
      en: `the body is not JSON (${json ? reason : 'it is empty'}): ${SHAPE} is accepted`,
      // What the parser says has no French.
      fr: `le corps n’est pas du JSON${json ? '' : ' (il est vide)'} : ${SHAPE} est accepté`,
    });
  }
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  const given = Array.isArray(body)
    ? { en: 'a list', fr: 'une liste' }
    : body === null
      ? { en: 'null', fr: 'null' }
      : SCALARS[typeof body as keyof typeof SCALARS];
  throw new BadRequestError({
    en: `the body is ${given.en}: ${SHAPE} is accepted, one operation in a request`,
    fr: `le corps est ${given.fr} : ${SHAPE} est accepté, une opération par requête`,
  });
}

/** Parameters of an address; a key is read before. */
const KNOWN: ReadonlySet<string> = new Set([
  ...['query', 'variables', 'operationName', 'extensions', 'documentId', 'key'],
]);

/**
 * What is wrong with the names of the parameters of an address, one of which is not known or there
 * twice; null when nothing is.
 *
 * - more: parameters that are accepted beside the usual ones, and looked at elsewhere.
 */
export function parameterProblem(
  given: URLSearchParams,
  more: readonly string[] = [],
): Bilingual | null {
  const accepted = [...KNOWN, ...more];
  const unknown = [...given.keys()].find(
    // Browsers and tools put such names after an address so that nobody has kept the answer.
    (name) => !accepted.includes(name) && !name.startsWith('_'),
  );
  if (unknown !== undefined) {
    const known = accepted.join(', ');
    return {
      en: `the parameter ${JSON.stringify(unknown)} is not known: ${known} are accepted`,
      fr: `le paramètre ${JSON.stringify(unknown)} n’est pas connu : ${known} sont acceptés`,
    };
  }
  const repeated = [...KNOWN].find((name) => given.getAll(name).length > 1);
  return repeated === undefined
    ? null
    : {
        en: `the parameter ${repeated} is given several times: once is accepted`,
        fr: `le paramètre ${repeated} est donné plusieurs fois : une seule est acceptée`,
      };
}

function readQueryString(url: string): GraphQLParams {
  const given = new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?')) : '');
  const problem = parameterProblem(given);
  if (problem !== null) throw new BadRequestError(problem);
  const json = (name: string) => {
    const text = given.get(name);
    if (!text) return undefined;
    try {
      return JSON.parse(text) as Record<string, unknown>;
    } catch {
      throw new BadRequestError({
        en: `${name} is ${JSON.stringify(text)}: JSON is accepted`,
        fr: `${name} vaut ${JSON.stringify(text)} : du JSON est accepté`,
      });
    }
  };
  const { query, operationName, documentId } = Object.fromEntries(given);
  const [variables, extensions] = [json('variables'), json('extensions')];
  return {
    ...(query && { query }),
    ...(documentId !== undefined && { documentId }),
    ...(operationName && { operationName }),
    ...(variables && { variables }),
    ...(extensions && { extensions }),
  };
}
