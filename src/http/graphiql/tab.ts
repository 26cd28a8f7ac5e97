import type { PersistedOperation } from '../graphql/persisted-operations.ts';

/** An operation as a tab of GraphiQL has it. */
export interface Tab {
  readonly query: string;
  /** JSON text; empty without any. */
  readonly variables: string;
}

/**
 * An operation as a tab opens it: without the comments that are settings of the tab, with the
 * variables that are given, else those that one of them gives, `# variables: {"code": "35746"}`.
 */
export function tabOf({ text }: PersistedOperation, given: object | null = null): Tab {
  const own = /^# variables: (\{.*\})$/m.exec(text)?.[1];
  const variables: unknown = given ?? (own === undefined ? null : JSON.parse(own));
  return {
    query: text.replace(/^# (?:tab|variables): .*\n/gm, ''),
    variables: variables === null ? '' : JSON.stringify(variables, null, 2),
  };
}

/** The operations that open at first: those with a place in a comment, `# tab: 2`, in that order. */
export function readyTabs(operations: readonly PersistedOperation[]): readonly Tab[] {
  return operations
    .flatMap((operation) => {
      const place = /^# tab: (\d+)$/m.exec(operation.text)?.[1];
      return place === undefined ? [] : [{ place: Number(place), tab: tabOf(operation) }];
    })
    .toSorted((one, other) => one.place - other.place)
    .map(({ tab }) => tab);
}
