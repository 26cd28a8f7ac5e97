import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { AnswerTooLargeError, OperationTooCostlyError } from '../../domain/errors.ts';
import { createEstimate, type Estimate } from '../cost/estimate.ts';
import { assemblyOf, bytesOf, millisecondsOf, type Units } from '../cost/terms.ts';
import { NO_NOTES } from '../empty/notes.ts';
import type { NextTurn, OperationContext } from './context.ts';
import { andThen, type Maybe } from './maybe.ts';
import { OfDocument } from './of-document.ts';
import { OPERATION_LIMITS } from './operation-limits.ts';

/** A valid document, which operation of it is meant, and what it is given. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** How an operation is executed. */
export interface Execution {
  /**
   * Told what the operation is estimated to cost, in milliseconds of processor, before it is executed;
   * gives why it is not, or null.
   */
  readonly admit: (milliseconds: number) => Error | null;
  /** The turns that a long operation waits for. */
  readonly nextTurn: NextTurn;
}

/** Executes an operation: at once, where nothing of it waits for the database. */
export type Executor = (
  operation: Operation,
  context: OperationContext,
  execution?: Execution,
) => Maybe<ExecutionResult>;

/** What is known of one operation of a document. */
interface Known {
  readonly definition: OperationDefinitionNode;
  readonly estimate: Estimate;
  /** null before it is compiled, and for what the compiler does not understand. */
  compiled: CompiledQuery | null;
  executions: number;
}

/** Milliseconds of processor from which putting an answer together gives way to others. */
export const LONG_MS = 20;

/** The execution that an operation is compiled at: those that come once would pay for nothing. */
const COMPILED_AT = 2;

/**
 * Makes an executor. Operations are estimated before they are executed; what they are estimated to cost
 * is in their answer. Operations that come again are compiled, unless they are long; what was compiled goes with its
 * document. Variables are coerced before, by graphql-js: the compiler overlooks some defaults.
 */
export function createExecutor(
  schema: GraphQLSchema,
  { compiledAt = COMPILED_AT }: { readonly compiledAt?: number } = {},
): Executor {
  const byDocument = new OfDocument<Map<string, Known>>();
  return ({ document, operationName, variables }, given, execution = AT_ONCE) => {
    const known = knownOf(schema, byDocument, { document, operationName });
    if (!known) return executeUncompiled(schema, { document, operationName, variables }, given);
    const { coerced, errors } = getVariableValues(
      schema,
      known.definition.variableDefinitions ?? [],
      { ...variables },
      { maxErrors: MOST_ERRORS },
    );
    if (errors) return { errors };
    const units = known.estimate(given.snapshot, coerced);
    const cost = millisecondsOf(units);
    const { maxCost } = given.services;
    const extensions = { cost: { milliseconds: Math.ceil(cost * 100) / 100, limit: maxCost } };
    const refused = tooMuch(units, maxCost) ?? execution.admit(cost);
    if (refused) {
      return {
        errors: [new GraphQLError(refused.message, { originalError: refused })],
        extensions,
      };
    }
    // What resolvers compute gives way by itself.
    const isLong = assemblyOf(units) > LONG_MS;
    const context = isLong ? { ...given, nextTurn: execution.nextTurn } : given;
    known.executions += 1;
    if (known.executions === compiledAt && !isLong)
      known.compiled = compile(schema, document, operationName);
    const withCost = (result: ExecutionResult): ExecutionResult => ({ ...result, extensions });
    const interpret = () =>
      andThen(executeUncompiled(schema, { document, operationName, variables }, context), withCost);
    if (!known.compiled || isLong) return interpret();
    const answer = known.compiled.query(null, context, coerced) as Maybe<ExecutionResult>;
    // Compiled code reports more errors than graphql-js does: its answer is the one that is given.
    return andThen(answer, (result) => {
      if (!result.errors) return withCost(result);
      // What is empty is noted anew.
      Object.assign(context.empty, NO_NOTES);
      return interpret();
    });
  };
}

/** The limit that an operation is past, for any client; null when it is past none. */
function tooMuch(units: Units, maxCost: number): Error | null {
  const cost = millisecondsOf(units);
  if (cost > maxCost) return new OperationTooCostlyError(cost, maxCost);
  const { answerBytes: limit } = OPERATION_LIMITS;
  const bytes = bytesOf(units);
  return bytes > limit ? new AnswerTooLargeError(bytes, limit) : null;
}

/** Nobody waits. */
const AT_ONCE: Execution = { admit: () => null, nextTurn: () => undefined };

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
  schema: GraphQLSchema,
  byDocument: OfDocument<Map<string, Known>>,
  { document, operationName }: Pick<Operation, 'document' | 'operationName'>,
): Known | null {
  const operations = byDocument.get(document) ?? new Map<string, Known>();
  byDocument.set(document, operations);
  const before = operations.get(operationName ?? '');
  if (before) return before;
  const definition = getOperationAST(document, operationName);
  if (!definition) return null;
  const estimate = createEstimate(schema, document, definition);
  const known: Known = { definition, estimate, compiled: null, executions: 0 };
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
