import {
  type DocumentNode,
  type ExecutionArgs,
  getOperationAST,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { OpenRequest } from '../graphql/context.ts';

/**
 * Yoga plugin: an operation is executed within a request of its own, which sees one publication
 * and ends when the answer is complete. Introspection needs none and works without a publication.
 */
export function usePublication(open: () => Promise<OpenRequest>): Plugin {
  return {
    onExecute({ args: { document, operationName }, executeFn, setExecuteFn }) {
      if (isIntrospection(document, operationName)) return;
      // Not in onExecuteDone, which a rejected execution does not reach.
      setExecuteFn(async (args: ExecutionArgs) => {
        await using request = await open();
        return await executeFn({
          ...args,
          contextValue: Object.assign({}, args.contextValue, request.context),
        });
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
