import type { GraphQLEnumType } from 'graphql';
import type { Bilingual, CodeLabels } from '../../domain/bilingual.ts';
import { CHANGE_KIND_LABELS } from '../../domain/changes/change-text.ts';
import * as labels from '../../domain/code-labels.ts';
import { FINDING_RULE_LABELS } from '../../domain/findings/finding-labels.ts';
import {
  CERTIFICATION_DIMENSIONS,
  COHORT_DIMENSIONS,
  dimensionLabel,
} from '../../domain/insertion/dimension.ts';

const DIMENSION_LABELS: CodeLabels = Object.fromEntries(
  [...new Set([...COHORT_DIMENSIONS, ...CERTIFICATION_DIMENSIONS])].map((dimension) => [
    dimension,
    { fr: dimensionLabel(dimension, 'FR'), en: dimensionLabel(dimension, 'EN') },
  ]),
);

const TABLES: readonly CodeLabels[] = [
  ...Object.values(labels),
  ...[DIMENSION_LABELS, CHANGE_KIND_LABELS, FINDING_RULE_LABELS],
];

const found = new WeakMap<GraphQLEnumType, CodeLabels | null>();

/** The labels of the codes of an enum: the table that has all of them; null when none has. */
export function codeTableOf(type: GraphQLEnumType): CodeLabels | null {
  const known = found.get(type);
  if (known !== undefined) return known;
  const codes = type.getValues().map(({ name }) => name);
  const table = TABLES.find((each) => codes.every((code) => code in each)) ?? null;
  const own =
    table && Object.fromEntries(codes.map((code) => [code, table[code] as Bilingual] as const));
  found.set(type, own);
  return own;
}
