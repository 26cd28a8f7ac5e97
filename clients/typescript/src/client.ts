import { errorOf } from './errors.ts';
import { type ClientOptions, Http, jsonOf } from './http.ts';
import { rowsOf } from './lines.ts';
import type { Operation, RequestOptions, VariablesArgument } from './operation.ts';
import type { ReportLabels, ReportName, ReportParameters, ReportRows } from './report-types.ts';

/** A connection of Relay, as operations with `$first` and `$after` ask for it. */
export interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly endCursor?: string | null | undefined;
  };
}

/** A row of a report as its parameters have it: with `labels`, a column of labels behind each column of codes. */
export type ReportRow<Name extends ReportName, Parameters> = Parameters extends {
  readonly labels: 'fr' | 'en';
}
  ? ReportRows[Name] & ReportLabels[Name]
  : ReportRows[Name];

/** Parameters that a report has not, which an object that was made elsewhere may hold. */
type Unknown<Name extends ReportName, Parameters> = {
  readonly [Other in Exclude<keyof Parameters, keyof ReportParameters[Name]>]: never;
};

/** What tells whether an answer still holds. */
export interface Verdict {
  readonly verdict: 'NEWEST' | 'SAME' | 'DIFFERENT' | 'WITHDRAWN' | 'NOT_KEPT';
  readonly message?: string;
  readonly [member: string]: unknown;
}

export interface Client {
  /**
   * The answer of a persisted operation. It is asked for by its id with GET, which caches keep, and
   * by its text when the server has another version of it.
   *
   * - Throws `DebouchesError` when the answer is an error or has one.
   */
  query<Data, Variables>(
    operation: Operation<Data, Variables>,
    ...rest: VariablesArgument<Variables>
  ): Promise<Data>;

  /**
   * All nodes of a connection of an operation, page by page as they are read.
   *
   * - Throws as `query` does.
   */
  nodes<Data, Variables extends { readonly after?: string | null | undefined }, Node>(
    operation: Operation<Data, Variables>,
    variables: Variables,
    connectionOf: (data: Data) => Connection<Node> | null | undefined,
    options?: RequestOptions,
  ): AsyncGenerator<Node, void>;

  /**
   * The rows of a report, one at a time as they arrive. To stop reading (`break`) closes the request.
   *
   * - Throws `DebouchesError` when the answer is an error.
   */
  report<Name extends ReportName, const Parameters extends ReportParameters[Name]>(
    name: Name,
    parameters?: Parameters & Unknown<Name, Parameters>,
    options?: Pick<RequestOptions, 'signal'>,
  ): AsyncGenerator<ReportRow<Name, Parameters>, void>;

  /** Whether the rows of a report of a past publication are still what the newest says. */
  checkReport<Name extends ReportName>(
    name: Name,
    parameters: ReportParameters[Name],
    options?: Pick<RequestOptions, 'signal'>,
  ): Promise<Verdict>;
}

/** Addresses that proxies and servers take whole; longer ones are sent by POST. */
const LONGEST_PATH = 6_000;

const GRAPHQL = 'application/graphql-response+json, application/json;q=0.9';

/**
 * A client of a server.
 *
 * - url: where the server is, as `https://debouches.example`; throws `TypeError` when it is none.
 */
export function createClient(url: string, options: ClientOptions = {}): Client {
  const http = new Http(url, options);

  const query: Client['query'] = async (operation, ...[variables, given]) =>
    await ask(http, operation, variables ?? {}, given ?? {});

  async function* nodes<
    Data,
    Variables extends { readonly after?: string | null | undefined },
    Node,
  >(
    operation: Operation<Data, Variables>,
    variables: Variables,
    connectionOf: (data: Data) => Connection<Node> | null | undefined,
    given: RequestOptions = {},
  ): AsyncGenerator<Node, void> {
    let next: Variables = variables;
    for (;;) {
      const connection = connectionOf(await ask(http, operation, next, given));
      if (!connection) return;
      yield* connection.nodes;
      const { hasNextPage, endCursor } = connection.pageInfo;
      if (!hasNextPage || endCursor == null) return;
      next = { ...variables, after: endCursor };
    }
  }

  async function* report<Name extends ReportName, Parameters extends ReportParameters[Name]>(
    name: Name,
    parameters?: Parameters,
    { signal }: Pick<RequestOptions, 'signal'> = {},
  ): AsyncGenerator<ReportRow<Name, Parameters>, void> {
    const path = `/reports/${name}.jsonl${queryString(parameters ?? {})}`;
    const accept = 'application/x-ndjson, application/problem+json';
    const { body } = await http.read({ path, accept, signal });
    if (body) yield* rowsOf<ReportRow<Name, Parameters>>(body);
  }

  const checkReport: Client['checkReport'] = async (name, parameters, { signal } = {}) => {
    const path = `/reports/${name}.json${queryString({ ...parameters, check: 1 })}`;
    const response = await http.read({ path, accept: 'application/json', signal });
    return (await response.json()) as Verdict;
  };

  return { query, nodes, report, checkReport };
}

/** What an operation answers, by its id, else by its text. */
async function ask<Data, Variables>(
  http: Http,
  { name, documentId, text }: Operation<Data, Variables>,
  variables: unknown,
  { signal, publication, knownOn }: RequestOptions,
): Promise<Data> {
  const named = queryString({ publication, known_on: knownOn });
  const path = `/graphql${queryString({ documentId, variables: JSON.stringify(variables), publication, known_on: knownOn })}`;
  // A publication is named by an address alone.
  const isLong = path.length > LONGEST_PATH && named === '';
  const asked = { accept: GRAPHQL, signal };
  const known = isLong
    ? await http.send({ ...asked, path: '/graphql', body: { documentId, variables } })
    : await http.send({ ...asked, path });
  const answered = await answerOf<Data>(known);
  if (!('error' in answered)) return answered.data;
  if (answered.error.code !== 'DOCUMENT_NOT_FOUND' || named !== '') throw answered.error;
  const body = { query: text, variables, operationName: name };
  const other = await answerOf<Data>(await http.send({ ...asked, path: '/graphql', body }));
  if ('error' in other) throw other.error;
  return other.data;
}

/** The data of an answer without errors, or what is wrong. */
async function answerOf<Data>(
  response: Response,
): Promise<{ readonly data: Data } | { readonly error: ReturnType<typeof errorOf> }> {
  const body = (await jsonOf(response)) as { data?: Data | null; errors?: unknown[] } | null;
  if (!response.ok || body?.data == null || body.errors !== undefined) {
    return { error: errorOf(response, body) };
  }
  return { data: body.data };
}

/** Parameters as the end of an address; those that are absent are left out. */
function queryString(parameters: object): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null) query.append(name, String(each));
    }
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
