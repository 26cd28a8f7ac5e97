import { BadUserInputError, DomainError } from '../../domain/errors.ts';
import { nearestNames } from '../nearest-names.ts';
import { parseKey } from '../odata-grammar/parse.ts';
import type { KeySyntax } from '../odata-grammar/syntax.ts';
import type { Problem } from '../problem.ts';
import { ENTITY_SETS, type EntitySet, type Property } from './model.ts';

/** What an address below `/odata` asks for. */
export type OdataAddress =
  | { readonly kind: 'SERVICE' }
  | { readonly kind: 'METADATA' }
  | RowsAddress;

/** Rows of an entity set, how many they are, one of them, or one of its values. */
export interface RowsAddress {
  readonly kind: 'ROWS' | 'COUNT' | 'ENTITY' | 'PROPERTY' | 'VALUE';
  readonly set: EntitySet;
  readonly key: KeySyntax | null;
  readonly property: Property | null;
}

const SEGMENT = /^([A-Za-z_]\w*)(\(.*\))?$/s;

/** Reads the path of an address at or below `/odata`. */
export function odataAddress(path: string): OdataAddress | Problem {
  const segments: string[] = [];
  for (const segment of path.slice('/odata'.length).split('/').slice(1)) {
    try {
      segments.push(decodeURIComponent(segment));
    } catch {
      return nothingAt(segment);
    }
  }
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
    const key = keyFor(set, parseKey(brackets));
    if (second === undefined) return { kind: 'ENTITY', ...rows, key };
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
      ...{ status: 400, code },
      detail: { en: `the key ${text.en}`, fr: `la clé ${text.fr}` },
      errors: [{ parameter: set.name, message: text }],
    };
  }
}

/** The key under the names of its properties, all of which are to be there. */
function keyFor({ name: of, key }: EntitySet, given: KeySyntax): KeySyntax {
  const [only] = key;
  const alone = given.get('');
  const named = alone && only && key.length === 1 ? new Map([[only.name, alone]]) : given;
  const names = key.map(({ name }) => name);
  const isWhole = named.size === names.length && names.every((name) => named.has(name));
  const fits = key.every(({ name, type }) => {
    const literal = named.get(name);
    const found = literal?.type;
    return found === (type === 'DATETIME' ? 'MOMENT' : type);
  });
  if (isWhole && fits) return named;
  const form = key.map(({ name, type }) => `${name}=${type === 'TEXT' ? "'…'" : '…'}`).join(',');
  throw new BadUserInputError({
    en: `is not one of ${of}: ${of}(${form}) is accepted`,
    fr: `n’est pas de ${of}\u00a0: ${of}(${form}) est accepté`,
  });
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
