import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { parsePlainDate } from '../../domain/calendar.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import type { AskedPublication } from '../../snapshot/asked-publication.ts';
import type { Operation } from './executor.ts';
import { OfDocument } from './of-document.ts';

/** Arguments of fields at the root by which a publication is asked for. */
export const PUBLICATION = {
  type: 'Int',
  description:
    'Number of the publication the answer is read from, with its day in place of today; the newest when absent. An operation is answered from one publication: that which any of its fields names.',
} as const;
export const KNOWN_ON = {
  type: 'Date',
  description:
    'Answers from the publication that was the newest at the end of this day, with the day of that publication in place of today. Given instead of `publication`.',
} as const;

const BESIDE_TOO = {
  en: 'a publication is named in the operation, and another beside it: one of them is accepted',
  fr: 'une publication est désignée dans l’opération, une autre à côté d’elle : une seule est acceptée',
};

const NAMES = ['publication', 'knownOn'] as const;

interface Given {
  readonly name: (typeof NAMES)[number];
  readonly value: ValueNode;
}

interface Asking {
  readonly definition: OperationDefinitionNode;
  readonly given: readonly Given[];
}

const known = new OfDocument<Map<string, Asking | null>>();

/**
 * The publication that an operation asks for, or that is asked for beside it; null when none is. What
 * is of a wrong type is left to whoever coerces variables.
 *
 * - Throws `BadUserInputError` when several are asked for.
 */
export function askedPublication(
  { document, operationName, variables }: Operation,
  beside: AskedPublication | null = null,
): AskedPublication | null {
  const asking = askingOf(document, operationName);
  if (!asking) return beside;
  const asked = asking.given.flatMap(({ name, value }) => {
    const each = read(name, jsonOf(value, asking.definition, variables ?? {}));
    return each ? [each] : [];
  });
  const different = [...new Set(asked.map((each) => JSON.stringify(each)))];
  if (different.length > 1) {
    const list = asked.map((each) => Object.values(each).join('')).join(', ');
    throw new BadUserInputError({
      en: `several publications are asked for (${list}): one operation is answered from one publication`,
      fr: `plusieurs publications sont demandées (${list}) : une opération est répondue d’après une seule`,
    });
  }
  const [named] = asked;
  if (named && beside) throw new BadUserInputError(BESIDE_TOO);
  return named ?? beside;
}

/** Names of the variables by which an operation names publications. */
export function publicationVariables(
  document: DocumentNode,
  operationName?: string | null,
): readonly string[] {
  const given = askingOf(document, operationName)?.given ?? [];
  return given.flatMap(({ value }) => (value.kind === Kind.VARIABLE ? [value.name.value] : []));
}

/** Where an operation names publications; null where it does nowhere, as most do. */
function askingOf(document: DocumentNode, operationName: string | null | undefined): Asking | null {
  const operations = known.get(document) ?? new Map<string, Asking | null>();
  known.set(document, operations);
  const name = operationName ?? '';
  const before = operations.get(name);
  if (before !== undefined) return before;
  const definition = getOperationAST(document, operationName);
  const given = definition ? givenIn(definition.selectionSet, fragmentsOf(document)) : [];
  const asking = definition && given.length > 0 ? { definition, given } : null;
  operations.set(name, asking);
  return asking;
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function fragmentsOf({ definitions }: DocumentNode): Fragments {
  return new Map(
    definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );
}

/** Arguments of the fields of a root. A valid document has no fragment within itself. */
function givenIn({ selections }: SelectionSetNode, fragments: Fragments): Given[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return givenTo(selection);
    const within =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    return within ? givenIn(within.selectionSet, fragments) : [];
  });
}

function givenTo({ arguments: given = [] }: FieldNode): Given[] {
  return given.flatMap(({ name: { value: of }, value }) => {
    const name = NAMES.find((each) => each === of);
    return name ? [{ name, value }] : [];
  });
}

/** What an argument is given, as JSON has it. */
function jsonOf(
  value: ValueNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): unknown {
  if (value.kind === Kind.INT) return Number(value.value);
  if (value.kind === Kind.STRING) return value.value;
  if (value.kind !== Kind.VARIABLE) return null;
  const name = value.name.value;
  const given = variables[name];
  if (given !== undefined) return given;
  const definition = variableDefinitions.find((each) => each.variable.name.value === name);
  const otherwise = definition?.defaultValue;
  if (otherwise?.kind === Kind.INT) return Number(otherwise.value);
  return otherwise?.kind === Kind.STRING ? otherwise.value : null;
}

function read(name: Given['name'], value: unknown): AskedPublication | null {
  if (name === 'publication') {
    return typeof value === 'number' && Number.isInteger(value) ? { publication: value } : null;
  }
  if (typeof value !== 'string') return null;
  try {
    return { knownOn: parsePlainDate(value) };
  } catch {
    return null;
  }
}
