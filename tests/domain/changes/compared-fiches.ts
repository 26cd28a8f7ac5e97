import fc from 'fast-check';
import { parseRegisterCode } from '../../../src/domain/certification/register-code.ts';
import {
  FIGURE_FIELDS,
  type ItemField,
  VALUE_FIELDS,
} from '../../../src/domain/changes/change-field.ts';
import type { ComparedFiche, ComparedList } from '../../../src/domain/changes/compared-fiche.ts';

export const CODE = parseRegisterCode('RNCP35746');

/** A fiche of which nothing is known but what is given. */
export function fiche(parts: Partial<ComparedFiche> = {}): ComparedFiche {
  return {
    ...{ code: CODE, values: {}, lists: [], figures: [], partnersInForce: 0, partners: [] },
    ...parts,
  };
}

/** A list of one field, whose items are told apart by what they are. */
export function list(field: ItemField, ...names: readonly string[]): ComparedList {
  return {
    fields: [field],
    items: names.map((name) => ({ key: name, item: name, cells: [name] })),
  };
}

const word = fc.constantFrom('a', 'b', 'c');
const absentOr = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

const values = fc.record(
  Object.fromEntries(
    VALUE_FIELDS.map((field) => [
      field,
      field === 'ACTIVE_FLAG'
        ? absentOr(fc.constantFrom('true', 'false'))
        : field === 'REGISTRATION_ENDS_ON'
          ? absentOr(fc.constantFrom('2025-01-01', '2027-01-01'))
          : absentOr(word),
    ]),
  ),
);

const blocks = fc
  .array(fc.record({ key: word, cells: fc.tuple(word, absentOr(word)) }), { maxLength: 5 })
  .map(
    (items): ComparedList => ({
      fields: ['BLOCK', 'BLOCK_SKILLS'],
      items: items.map(({ key, cells }) => ({ key, item: key, cells })),
    }),
  );

const links = fc
  .array(word, { maxLength: 3 })
  .map((codes): ComparedList => list('REPLACES', ...codes));

const figures = fc.uniqueArray(
  fc.record({
    year: fc.integer({ min: 2020, max: 2022 }),
    field: fc.constantFrom(...FIGURE_FIELDS),
    value: fc.integer({ min: 0, max: 3 }),
    sourceId: fc.integer({ min: 1, max: 2 }),
  }),
  { selector: ({ year, field }) => `${year} ${field}` },
);

/** Fiches that have much in common by chance. */
export const fiches: fc.Arbitrary<ComparedFiche> = fc
  .record({
    ...{ values, figures, lists: fc.tuple(blocks, links) },
    partnersInForce: fc.integer({ min: 0, max: 2 }),
    partners: fc.array(word, { maxLength: 3 }),
  })
  .map((parts) => fiche(parts));
