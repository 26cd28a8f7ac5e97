import type { DocumentNode } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
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
 * what was published meanwhile is told apart. In between nothing of it is held, whatever is waited
 * for.
 */
export async function openSnapshot(
  open: () => Promise<OpenRequest>,
  holds: boolean,
): Promise<Snapshot> {
  const first = await open();
  const { publication, today } = first.context;
  if (!holds) await first[Symbol.asyncDispose]();
  let last: Promise<unknown> = Promise.resolve();
  const read = async (document: DocumentNode, variables: Record<string, unknown>) => {
    if (holds) return dataOf(document, variables, withNewLoaders(first.context));
    await using request = await open();
    const { context } = request;
    if (context.publication.id !== publication.id) {
      throw new PublicationReplacedError(publication.id, context.publication.id);
    }
    return await dataOf(document, variables, context);
  };
  return {
    publication,
    today,
    read: (document, variables) => {
      // One after the other, whoever asks.
      const result = last.then(() => read(document, variables));
      last = result.catch(() => {});
      return result;
    },
    [Symbol.asyncDispose]: async () => {
      await last;
      if (holds) await first[Symbol.asyncDispose]();
    },
  };
}

async function dataOf(
  document: DocumentNode,
  variables: Record<string, unknown>,
  context: OpenRequest['context'],
): Promise<unknown> {
  const { data, errors } = await compiled(document).query(null, context, variables);
  // Compiled code wraps what a resolver throws in an error of its own.
  if (errors?.[0]) throw errors[0].originalError ?? errors[0];
  return data;
}

const known = new WeakMap<DocumentNode, CompiledQuery>();

/**
 * A document as compiled code, which answers long lists twice as fast as its interpretation. It
 * overlooks defaults of list variables: documents of reports have none. Enums and plain scalars are
 * taken as the resolvers give them, for the types of the schema hold resolvers to what they declare:
 * to look at each cell again makes as much garbage as the cells.
 */
function compiled(document: DocumentNode): CompiledQuery {
  const before = known.get(document);
  if (before) return before;
  const made = compileQuery(schema, document, undefined, {
    disableLeafSerialization: true,
    disablingCapturingStackErrors: true,
  });
  if (!isCompiledQuery(made)) throw made.errors?.[0] ?? new Error('a document does not compile');
  known.set(document, made);
  return made;
}
