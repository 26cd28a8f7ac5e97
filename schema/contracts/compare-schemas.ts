import { type Change, CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import type { Difference } from './contract-change.ts';

/** Differences of two schemas in the language of GraphQL. */
export async function compareSchemas(before: string, now: string): Promise<readonly Difference[]> {
  const changes = await diff(buildSchema(before), buildSchema(now));
  return changes.map((change) => ({
    change: changeOf(change),
    subject: change.path ?? change.type,
    text: `${change.path ?? change.type}: ${change.message}`,
  }));
}

/**
 * How much a change of a schema is. What may surprise a client (`DANGEROUS`) is an addition, a value
 * of an enum for example; another default is another answer to the same question.
 */
function changeOf({ type, criticality }: Change): Difference['change'] {
  if (criticality.level === CriticalityLevel.Breaking || type.includes('_DEFAULT_')) return 'MAJOR';
  return type.includes('_DESCRIPTION_') ? 'PATCH' : 'MINOR';
}
