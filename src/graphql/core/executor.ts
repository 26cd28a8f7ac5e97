import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { OperationContext } from './context.ts';
import { andThen, type Maybe } from './maybe.ts';

/** A valid document, which operation of it is meant, and what it is given. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** Executes an operation: at once, where nothing of it waits for the database. */
export type Executor = (operation: Operation, context: OperationContext) => Maybe<ExecutionResult>;

/** What is known of one operation of a document. */
interface Known {
  readonly definition: OperationDefinitionNode;
  /** null before it is compiled, and for what the compiler does not understand. */
  compiled: CompiledQuery | null;
  executions: number;
}

/** The execution that an operation is compiled at: those that come once would pay for nothing. */
const COMPILED_AT = 2;

/**
 * Makes an executor. Operations that come again are compiled; what was compiled goes with its
 * document. Variables are coerced before, by graphql-js: the compiler overlooks some defaults.
 */
export function createExecutor(
  schema: GraphQLSchema,
  { compiledAt = COMPILED_AT }: { readonly compiledAt?: number } = {},
): Executor {
  const byDocument = new WeakMap<DocumentNode, Map<string, Known>>();
  return ({ document, operationName, variables }, context) => {
    const known = knownOf(byDocument, document, operationName);
    if (!known) return executeUncompiled(schema, { document, operationName, variables }, context);
    const { coerced, errors } = getVariableValues(
      schema,
      known.definition.variableDefinitions ?? [],
      { ...variables },
      { maxErrors: MOST_ERRORS },
    );
    if (errors) return { errors };
    known.executions += 1;
    if (known.executions === compiledAt) known.compiled = compile(schema, document, operationName);
    const interpret = () =>
      executeUncompiled(schema, { document, operationName, variables }, context);
    if (!known.compiled) return interpret();
    const answer = known.compiled.query(null, context, coerced) as Maybe<ExecutionResult>;
    // Compiled code reports more errors than graphql-js does: its answer is the one that is given.
    return andThen(answer, (result) => (result.errors ? interpret() : result));
  };
}

/** The most errors of variables in one answer, as in graphql-js. */
const MOST_ERRORS = 50;

function executeUncompiled(
  schema: GraphQLSchema,
  { document, operationName, variables }: Operation,
  contextValue: OperationContext,
): Maybe<ExecutionResult> {
  return execute({ schema, document, operationName, variableValues: variables, contextValue });
}

function knownOf(
  byDocument: WeakMap<DocumentNode, Map<string, Known>>,
  document: DocumentNode,
  operationName: string | null | undefined,
): Known | null {
  const operations = byDocument.get(document) ?? new Map<string, Known>();
  byDocument.set(document, operations);
  const before = operations.get(operationName ?? '');
  if (before) return before;
  const definition = getOperationAST(document, operationName);
  if (!definition) return null;
  const known: Known = { definition, compiled: null, executions: 0 };
  operations.set(operationName ?? '', known);
  return known;
}

/** An operation as code; null when the compiler does not understand it. */
function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
): CompiledQuery | null {
  try {
    const compiled = compileQuery(schema, document, operationName ?? undefined, {
      disablingCapturingStackErrors: true,
      // Enums and built-in scalars are what resolvers give: the compiler of types sees to that.
      disableLeafSerialization: true,
    });
    return isCompiledQuery(compiled) ? compiled : null;
  } catch {
    return null;
  }
}
