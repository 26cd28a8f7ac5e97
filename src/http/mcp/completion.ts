import { GraphQLEnumType, getNamedType } from 'graphql';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import type { Tool } from '../tools/tools.ts';

/** Values that are proposed at most: the protocol has a hundred. */
const MOST = 100;

/** Values of an argument that begin as what was typed. */
export interface Completion {
  readonly values: string[];
  readonly total: number;
  readonly hasMore: boolean;
}

/** Completes a code of the register, or one of a closed list. */
export function completeArgument(
  snapshot: Snapshot,
  tool: Tool | null,
  { name, value }: { readonly name: string; readonly value: string },
): Completion {
  const typed = value.trim().toUpperCase();
  const found = valuesOf(snapshot, tool, name).filter((each) => each.startsWith(typed));
  return {
    values: found.slice(0, MOST),
    total: found.length,
    hasMore: found.length > MOST,
  };
}

function valuesOf(snapshot: Snapshot, tool: Tool | null, name: string): readonly string[] {
  if (name === 'code' || name === 'codes') return snapshot.certifications.code;
  if (name === 'siren') return [...snapshot.bodies.rowOf.keys()];
  const variable = tool?.variables.find((each) => each.name === name);
  const type = variable ? getNamedType(variable.type) : null;
  return type instanceof GraphQLEnumType ? type.getValues().map((each) => each.name) : [];
}
