/** What a document must have to match. */
export type Condition =
  /** A word, by any of its lexemes. */
  | { readonly kind: 'WORD'; readonly lexemes: readonly string[] }
  /** Words in this order, each at this distance from the first. */
  | { readonly kind: 'PHRASE'; readonly words: readonly PhraseWord[] }
  | { readonly kind: 'ALL' | 'ANY'; readonly of: readonly Condition[] }
  | { readonly kind: 'NOT'; readonly of: Condition };

export interface PhraseWord {
  readonly lexemes: readonly string[];
  readonly offset: number;
}

/** Several conditions as one; null for none. */
export function combine(kind: 'ALL' | 'ANY', conditions: readonly Condition[]): Condition | null {
  const [first] = conditions;
  return first && conditions.length > 1 ? { kind, of: conditions } : (first ?? null);
}

/** The condition that holds when the given one does not. */
export function negate(condition: Condition): Condition {
  switch (condition.kind) {
    case 'NOT':
      return condition.of;
    case 'ALL':
      return { kind: 'ANY', of: condition.of.map(negate) };
    case 'ANY':
      return { kind: 'ALL', of: condition.of.map(negate) };
    case 'WORD':
    case 'PHRASE':
      return { kind: 'NOT', of: condition };
  }
}

/** Whether an empty document meets a condition, as it does `-without`. */
export function matchesEmptyDocument(condition: Condition): boolean {
  switch (condition.kind) {
    case 'WORD':
    case 'PHRASE':
      return false;
    case 'ALL':
      return condition.of.every(matchesEmptyDocument);
    case 'ANY':
      return condition.of.some(matchesEmptyDocument);
    case 'NOT':
      return !matchesEmptyDocument(condition.of);
  }
}
