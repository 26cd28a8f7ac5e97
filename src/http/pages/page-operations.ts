import type { FastifyRequest } from 'fastify';
import { BadUserInputError } from '../../domain/errors.ts';
import type { AskedPublication } from '../../snapshot/asked-publication.ts';
import type { PageOperation, PageRequest } from '../../web/page.ts';
import type { Execute } from '../graphql/execution.ts';
import { askedBeside } from '../graphql/persisted-request.ts';
import { tokenOf } from '../publication.ts';
import type { SeenMoment } from '../request-record.ts';

/** The publication that a page is asked of; throws `BadUserInputError` for what names none. */
export function publicationOfPage({ query }: PageRequest, own: FastifyRequest) {
  const beside = askedBeside(query, tokenOf(own));
  if ('en' in beside) throw new BadUserInputError(beside);
  return beside.asked;
}

/** What an operation answered, and the moment it is of. */
export interface OperationAnswer<Data> {
  readonly data: Data;
  readonly seen: SeenMoment | undefined;
}

/** Executes the operations of one page. */
export type AskOperation = <Data, Variables>(
  document: PageOperation<Data, Variables>,
  variables: Variables,
) => Promise<OperationAnswer<Data>>;

/** Makes what executes the operations of a page, over the publication that it is asked of. */
export function operationsOf(
  execute: Execute,
  { record }: FastifyRequest,
  {
    publication,
    signal,
  }: {
    readonly publication: AskedPublication | null;
    readonly signal: AbortSignal;
  },
): AskOperation {
  return async <Data, Variables>(
    document: PageOperation<Data, Variables>,
    variables: Variables,
  ) => {
    const own = { ...record, ...(publication && { asked: publication }) };
    const { data, errors } = await execute(
      { document, variableValues: variables as Readonly<Record<string, unknown>> },
      { record: own, signal },
    );
    if (own.retryAfter) record.retryAfter = own.retryAfter;
    const [error] = errors ?? [];
    if (error) throw error.originalError ?? error;
    return { data: data as Data, seen: own.seen };
  };
}
