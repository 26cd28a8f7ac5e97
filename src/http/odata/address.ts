import { textAs } from '../../datasets/expression/casts.ts';
import type { ValueType } from '../../datasets/expression/expression.ts';
import { BadUserInputError, DomainError } from '../../domain/errors.ts';
import { ERRORS } from '../errors.ts';
import { nearestNames } from '../nearest-names.ts';
import { literalOfAlias } from '../odata-grammar/bind.ts';
import { parseKey } from '../odata-grammar/parse.ts';
import type { KeySyntax, LiteralSyntax } from '../odata-grammar/syntax.ts';
import type { Problem } from '../problem.ts';
import { ENTITY_SETS, type EntitySet, type Property } from './model.ts';

/** What an address below `/odata` asks for. */
export type OdataAddress =
  | { readonly kind: 'SERVICE' }
  | { readonly kind: 'METADATA' }
  | RowsAddress;

/** The values of a key, by the names of its properties. */
export type EntityKey = ReadonlyMap<string, LiteralSyntax>;

/** Rows of an entity set, how many they are, one of them, or one of its values. */
export interface RowsAddress {
  readonly kind: 'ROWS' | 'COUNT' | 'ENTITY' | 'PROPERTY' | 'VALUE';
  readonly set: EntitySet;
  readonly key: EntityKey | null;
  readonly property: Property | null;
}

const SEGMENT = /^([A-Za-z_]\w*)(\(.*\))?$/s;

/** Segments that the standard has beside: resources, what is put behind others, types and operations. */
const UNSUPPORTED =
  /^(?:\$(?:batch|all|entity|query|each|ref|delta|crossjoin|filter|links)(?:\(.*)?$|[A-Za-z_]\w*(?:\.\w+)+(?:\(.*)?$)/s;

/**
 * Reads the path of an address at or below `/odata`.
 *
 * - `aliases`: texts of `@alias`, which keys may have for values.
 */
export function odataAddress(
  path: string,
  aliases: ReadonlyMap<string, string>,
): OdataAddress | Problem {
  const segments: string[] = [];
  for (const segment of path.slice('/odata'.length).split('/').slice(1)) {
    try {
      segments.push(decodeURIComponent(segment));
    } catch {
      return nothingAt(segment);
    }
  }
  const foreign = segments.find((segment) => UNSUPPORTED.test(segment));
  if (foreign !== undefined) return notSupported(foreign);
  const [first = '', second, third, ...more] = segments;
  if (first === '' && second === undefined) return { kind: 'SERVICE' };
  if (first === '$metadata' && second === undefined) return { kind: 'METADATA' };
  const [, name = '', brackets] = SEGMENT.exec(first) ?? [];
  const set = ENTITY_SETS.get(name);
  if (!set) return unknownSet(first);
  const rows = { set, key: null, property: null };
  if (brackets === undefined) {
    if (second === undefined) return { kind: 'ROWS', ...rows };
    if (second === '$count' && third === undefined) return { kind: 'COUNT', ...rows };
    return nothingBelow(set);
  }
  try {
    const key = keyFor(set, parseKey(brackets), aliases);
    if (second === undefined) return { kind: 'ENTITY', ...rows, key };
    if (second === '$value') return noMedia(set);
    const property = set.properties.find((each) => each.name === second);
    const isValue = third === '$value';
    if (!property || more.length > 0 || (third !== undefined && !isValue)) {
      return nothingBelow(set);
    }
    return { kind: isValue ? 'VALUE' : 'PROPERTY', set, key, property };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { text, code } = error;
    return {
      ...{ status: ERRORS[code].status, code },
      detail: { en: `the key ${text.en}`, fr: `la clé ${text.fr}` },
      errors: [{ parameter: set.name, message: text }],
    };
  }
}

/** The key under the names of its properties, all of which are to be there. */
function keyFor(
  { name: of, key }: EntitySet,
  given: KeySyntax,
  aliases: ReadonlyMap<string, string>,
): EntityKey {
  const [only] = key;
  const alone = given.get('');
  const named = alone && only && key.length === 1 ? new Map([[only.name, alone]]) : given;
  const values = new Map<string, LiteralSyntax>();
  for (const { name, type } of key) {
    const written = named.get(name);
    if (!written) continue;
    const literal = written.kind === 'ALIAS' ? literalOfAlias(written.name, { aliases }) : written;
    const fitting = asType(literal, type === 'DATETIME' ? 'MOMENT' : type);
    if (fitting) values.set(name, fitting);
  }
  if (values.size === key.length && named.size === key.length) return values;
  const form = key.map(({ name, type }) => `${name}=${type === 'TEXT' ? "'…'" : '…'}`).join(',');
  throw new BadUserInputError({
    en: `is not one of ${of}: ${of}(${form}) is accepted`,
    fr: `n’est pas de ${of}\u00a0: ${of}(${form}) est accepté`,
  });
}

/** A literal as a value of a type: texts are cast, as 4.01 has it; null where it is none. */
function asType(literal: LiteralSyntax, type: ValueType): LiteralSyntax | null {
  if (literal.type === type) return literal;
  if (literal.type !== 'TEXT') return null;
  const value = textAs(type, String(literal.value));
  return value === null ? null : { ...literal, type, value };
}

function notSupported(segment: string): Problem {
  const name = JSON.stringify(segment);
  return {
    ...{ status: 501, code: 'NOT_IMPLEMENTED' },
    detail: {
      en: `${name} is not supported: entity sets, rows by their key in brackets, their properties, /$count and /$value are accepted; /odata/ lists the sets`,
      fr: `${name} n’est pas pris en charge\u00a0: les ensembles d’entités, les lignes par leur clé entre parenthèses, leurs propriétés, /$count et /$value sont acceptés\u00a0; /odata/ donne les ensembles`,
    },
  };
}

function noMedia({ name }: EntitySet): Problem {
  return {
    ...{ status: 400, code: 'BAD_REQUEST' },
    detail: {
      en: `a row of ${name} has no media for /$value: a property before it is accepted, as in /title/$value`,
      fr: `une ligne de ${name} n’a pas de média pour /$value\u00a0: une propriété devant lui est acceptée, comme dans /title/$value`,
    },
  };
}

function unknownSet(name: string): Problem {
  const nearest = nearestNames(name.toLowerCase(), [...ENTITY_SETS.keys()]).join(', ');
  return {
    ...{ status: 404, code: 'NOT_FOUND' },
    detail: {
      en: `there is no entity set ${JSON.stringify(name)}: the nearest names are ${nearest}; /odata/ lists all`,
      fr: `il n’y a pas d’ensemble d’entités ${JSON.stringify(name)}\u00a0: les noms les plus proches sont ${nearest}\u00a0; /odata/ les donne tous`,
    },
  };
}

function nothingBelow({ name }: EntitySet): Problem {
  return {
    ...{ status: 404, code: 'NOT_FOUND' },
    detail: {
      en: `${name} is served at /odata/${name}, its number of rows at /odata/${name}/$count, a row by its key in brackets, and its properties below it; /odata/$metadata has their names`,
      fr: `${name} est servi en /odata/${name}, son nombre de lignes en /odata/${name}/$count, une ligne par sa clé entre parenthèses, et ses propriétés sous elle\u00a0; /odata/$metadata a leurs noms`,
    },
  };
}

function nothingAt(segment: string): Problem {
  return {
    ...{ status: 404, code: 'NOT_FOUND' },
    detail: {
      en: `there is nothing at ${JSON.stringify(segment)}: /odata/ lists what is served`,
      fr: `il n’y a rien à ${JSON.stringify(segment)}\u00a0: /odata/ donne ce qui est servi`,
    },
  };
}
