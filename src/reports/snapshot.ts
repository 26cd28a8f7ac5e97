import { type DocumentNode, execute } from 'graphql';
import type { PlainDate } from '../domain/calendar.ts';
import { PublicationReplacedError } from '../domain/errors.ts';
import { type OpenRequest, withNewLoaders } from '../graphql/context.ts';
import { schema } from '../graphql/schema.ts';

/** One publication, read by several executions of documents, until disposed of. */
export interface Snapshot extends AsyncDisposable {
  readonly publication: OpenRequest['context']['publication'];
  /** Today in Paris when the snapshot was opened. */
  readonly today: PlainDate;
  /**
   * Executes a document and gives its data.
   *
   * - Throws the error of the execution, and `PublicationReplacedError` when another publication is
   *   served meanwhile.
   */
  read(document: DocumentNode, variables: Record<string, unknown>): Promise<unknown>;
}

/**
 * Opens a snapshot. A database that holds it keeps one read-only transaction to the end; one that
 * cannot (it has a single connection, which others wait for) is asked anew for each document, and
 * what was published meanwhile is told apart.
 */
export async function openSnapshot(
  open: () => Promise<OpenRequest>,
  holds: boolean,
): Promise<Snapshot> {
  const first = await open();
  const { publication, today } = first.context;
  let held: OpenRequest | null = first;
  const release = async () => {
    await held?.[Symbol.asyncDispose]();
    held = null;
  };
  return {
    publication,
    today,
    read: async (document, variables) => {
      held ??= await open();
      try {
        const { context } = held;
        if (context.publication.id !== publication.id) {
          throw new PublicationReplacedError(publication.id, context.publication.id);
        }
        return await dataOf(document, variables, withNewLoaders(context));
      } finally {
        if (!holds) await release();
      }
    },
    [Symbol.asyncDispose]: release,
  };
}

async function dataOf(
  document: DocumentNode,
  variableValues: Record<string, unknown>,
  contextValue: OpenRequest['context'],
): Promise<unknown> {
  const { data, errors } = await execute({ schema, document, variableValues, contextValue });
  if (errors?.[0]) throw errors[0];
  return data;
}
