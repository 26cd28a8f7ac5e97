import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { checkSelections, countTokens } from './document-size.ts';
import { createIntrospectionCheck } from './introspection.ts';

/** A document, and what is wrong with it: nothing when it is valid. */
export interface ReadDocument {
  readonly document: DocumentNode;
  readonly errors: readonly GraphQLError[];
  readonly tokens: number;
}

/** The documents of one schema, the latest of them kept. */
export interface Documents {
  /**
   * Parses and validates a text.
   *
   * - Throws `QueryTooComplexError` when it is past a limit, and the parser's error when it is no
   *   GraphQL.
   */
  read(text: string): ReadDocument;
  /** What a text was read as, if it is kept: it is valid then. */
  known(text: string): ReadDocument | undefined;
  /** What is kept; bytes are an estimate. */
  counts(): { readonly documents: number; readonly bytes: number };
}

/** The most documents that are kept, and the bytes of memory they may take. */
const MOST_KEPT = 1_000;
const MOST_BYTES = 32 * 1024 * 1024;

/** Longer texts are read anew each time: the largest of schema/operations fits four times over. */
const LONGEST_KEPT = 10_000;

/** Bytes that a document takes for each token: 280 in schema/operations, 480 in the densest texts. */
const BYTES_PER_TOKEN = 500;

/** The most errors of validation that are looked for. */
export const MOST_ERRORS = 10;

/** Makes the documents of a schema. Only valid ones are kept, and no large ones. */
export function createDocuments(schema: GraphQLSchema): Documents {
  const kept = new LRUCache<string, ReadDocument>({
    ...{ max: MOST_KEPT, maxSize: MOST_BYTES },
    sizeCalculation: ({ tokens }, text) => 2 * text.length + tokens * BYTES_PER_TOKEN,
  });
  const checkIntrospection = createIntrospectionCheck(schema);
  const parseAndValidate = (text: string): ReadDocument => {
    const tokens = countTokens(text);
    const document = parse(text);
    checkSelections(document);
    const errors = validate(schema, document, specifiedRules, { maxErrors: MOST_ERRORS }).map(
      withWayOut,
    );
    if (errors.length === 0) checkIntrospection(document);
    return { document, errors, tokens };
  };
  return {
    read: (text) => {
      const known = kept.get(text);
      if (known) return known;
      const read = parseAndValidate(text);
      if (read.errors.length === 0 && text.length <= LONGEST_KEPT) kept.set(text, read);
      return read;
    },
    known: (text) => kept.get(text),
    counts: () => ({ documents: kept.size, bytes: kept.calculatedSize }),
  };
}

const INCREMENTAL = /^Unknown directive "@(?:defer|stream)"\.$/;

/** Says what to do in place of asking for an answer in pieces, which no error of validation says. */
function withWayOut(error: GraphQLError): GraphQLError {
  if (!INCREMENTAL.test(error.message)) return error;
  const { nodes = null, source = null, positions = null } = error;
  const asked = error.message.slice(0, -1);
  return new GraphQLError(
    `${asked}: answers come whole, and @include and @skip are accepted; ask what may come later as an operation of its own, beside the first.`,
    { nodes, source, positions },
  );
}
