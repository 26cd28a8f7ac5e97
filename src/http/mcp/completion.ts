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

/**
 * Completes a code of the register, in any form that is accepted where it is asked for, or one of a closed
 * list. Of several codes, as `RNCP101, RS2`, the last is completed.
 */
export function completeArgument(
  snapshot: Snapshot,
  tool: Tool | null,
  { name, value }: { readonly name: string; readonly value: string },
): Completion {
  const before = name === 'codes' ? (/^.*[,;]\s*/s.exec(value)?.[0] ?? '') : '';
  const typed = value.slice(before.length).trim().toUpperCase();
  const found = valuesOf(snapshot, tool, name, typed);
  return {
    values: found.slice(0, MOST).map((each) => before + each),
    total: found.length,
    hasMore: found.length > MOST,
  };
}

function valuesOf(
  snapshot: Snapshot,
  tool: Tool | null,
  name: string,
  typed: string,
): readonly string[] {
  if (name === 'code' || name === 'codes') {
    const { code } = snapshot.certifications;
    // Digits alone are a number of either register, that of RNCP first, as where codes are asked for.
    const starts = /^\d/.test(typed)
      ? [`RNCP${typed}`, `RS${typed}`]
      : [typed.replaceAll(/[\s-]/g, '')];
    return starts.flatMap((start) => code.filter((each) => each.startsWith(start)));
  }
  if (name === 'siren') {
    const digits = typed.replaceAll(/\s/g, '');
    return [...snapshot.bodies.rowOf.keys()].filter((each) => each.startsWith(digits));
  }
  const variable = tool?.variables.find((each) => each.name === name);
  const type = variable ? getNamedType(variable.type) : null;
  if (!(type instanceof GraphQLEnumType)) return [];
  return type
    .getValues()
    .map((each) => each.name)
    .filter((each) => each.startsWith(typed));
}
