import {
  type DocumentNode,
  type ExecutionArgs,
  getOperationAST,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { OpenRequest } from '../graphql/context.ts';
import { editionOf } from './edition.ts';
import type { ServerContext, ServerPlugin } from './exchange.ts';
import { patienceOf } from './patience.ts';

const TOO_LONG = { what: 'answer', ask: 'smaller pages, fewer groups or fewer fields' };

/**
 * Yoga plugin: an operation is executed within a request of its own, which sees one publication
 * and ends when the answer is complete, when it has taken too long, or when the client goes away.
 * Introspection needs none and works without a publication.
 */
export function usePublication(
  open: (signal: AbortSignal) => Promise<OpenRequest>,
  timeout: number,
): ServerPlugin {
  return {
    onExecute({ args: { document, operationName }, executeFn, setExecuteFn }) {
      if (isIntrospection(document, operationName)) return;
      // Not in onExecuteDone, which a rejected execution does not reach.
      setExecuteFn(async (args: ExecutionArgs) => {
        const { request: asked, exchange } = args.contextValue as ServerContext & {
          readonly request: Request;
        };
        using patience = patienceOf(asked.signal, timeout, TOO_LONG);
        await using request = await open(patience.signal);
        const { publication, today } = request.context;
        exchange.seen = { edition: editionOf(publication), day: today };
        const result = await executeFn({
          ...args,
          contextValue: Object.assign({}, args.contextValue, request.context),
        });
        // What was read until then is not the answer, and most of it failed for one reason.
        patience.signal.throwIfAborted();
        return result;
      });
    },
  };
}

/** Whether an operation asks for the schema alone. */
function isIntrospection(document: DocumentNode, operationName?: string | null): boolean {
  const asksSchema = (set: SelectionSetNode, seen: readonly string[]): boolean =>
    set.selections.every((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value.startsWith('__');
      if (selection.kind === Kind.INLINE_FRAGMENT) return asksSchema(selection.selectionSet, seen);
      const name = selection.name.value;
      const fragment = document.definitions.find(
        (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name,
      );
      if (fragment?.kind !== Kind.FRAGMENT_DEFINITION || seen.includes(name)) return true;
      return asksSchema(fragment.selectionSet, [...seen, name]);
    });
  const operation = getOperationAST(document, operationName);
  return !operation || asksSchema(operation.selectionSet, []);
}
