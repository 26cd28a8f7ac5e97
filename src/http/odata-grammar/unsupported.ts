import type { Bilingual } from '../../domain/bilingual.ts';
import { NotImplementedError } from '../../domain/errors.ts';

/** Functions of the standard that are not supported, apart from those that it does not know. */
const FUNCTIONS: ReadonlySet<string> = new Set([
  ...['hassubset', 'hassubsequence', 'matchespattern', 'maxdatetime', 'mindatetime', 'time'],
  ...['totaloffsetminutes', 'isof', 'case', 'geo.distance', 'geo.intersects', 'geo.length'],
]);

/** Transformations of `$apply` that the extension for aggregation has beside those that are supported. */
const TRANSFORMATIONS =
  /(?:^|[/(,])\s*(identity|compute|concat|expand|addnested|nest|join|outerjoin|search|orderby|top|skip|topcount|topsum|toppercent|bottomcount|bottomsum|bottompercent|ancestors|descendants|traverse|rollup|rolluprecursive)\s*\(|\/\s*(identity)\b|^\s*(identity)\b|\b(from)\s/i;

/** What is written of the standard that the grammar has no place for: tried in this order. */
const SYNTAX: readonly RegExp[] = [
  /\/\s*((?:any|all)\s*\()/i,
  /(\$(?:it|root|this|these|filter|ref|each)\b)/,
  /\b((?:geo\.(?:distance|intersects|length)|case|isof|hassubset|hassubsequence)\s*\()/i,
  /\b((?:geography|geometry|binary|guid|datetimeoffset)'')/i,
  /([A-Za-z_]\w*(?:\.\w+)+(?:''|\s*\())/,
  /(@[A-Za-z_]\w*(?:\.\w+)+)/,
  /\b(has)\s/i,
  /\b(in)\s+(?!\()/i,
  /([[{])/,
  /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i,
  /(?<![-\dT:.])(\d\d:\d\d(?::\d\d)?)/,
  /([A-Za-z_]\w*\/(?:[A-Za-z_$]\w*))/,
];

const LITERAL = /'(?:[^']|'')*'/g;

/**
 * What a text that cannot be read has of the standard that is not supported; null where there is nothing
 * of the kind.
 */
export function unsupportedIn(text: string, isApply: boolean): NotImplementedError | null {
  const plain = text.replace(LITERAL, "''");
  for (const pattern of isApply ? [TRANSFORMATIONS, ...SYNTAX] : SYNTAX) {
    const found = pattern.exec(plain);
    const given = found?.slice(1).find((each) => each !== undefined);
    if (given !== undefined) return notSupported(given.trim(), isApply);
  }
  return null;
}

function notSupported(given: string, isApply: boolean): NotImplementedError {
  const accepted = isApply ? TRANSFORMED : WRITTEN;
  const name = JSON.stringify(given);
  return new NotImplementedError({
    en: `has ${name}, which is not supported: ${accepted.en}`,
    fr: `contient ${name}, qui n’est pas pris en charge\u00a0: ${accepted.fr}`,
  });
}

const TRANSFORMED: Bilingual = {
  en: 'filter(…), groupby((…),aggregate(…)) and aggregate(…) of properties are accepted',
  fr: 'filter(…), groupby((…),aggregate(…)) et aggregate(…) de propriétés sont acceptés',
};

const WRITTEN: Bilingual = {
  en: 'properties, literals, @alias, operators but has, and functions of texts, numbers, days and moments are accepted',
  fr: 'les propriétés, les valeurs, @alias, les opérateurs sauf has, et les fonctions de textes, de nombres, de jours et d’instants sont acceptés',
};

/** The error of a function that the standard has, by its name in lower case; null for one that it has not. */
export function unsupportedFunction(
  name: string,
  accepted: readonly string[],
): NotImplementedError | null {
  if (!FUNCTIONS.has(name)) return null;
  const list = accepted.join(', ');
  return new NotImplementedError({
    en: `calls ${name}, which is not supported: ${list} are accepted`,
    fr: `appelle ${name}, qui n’est pas pris en charge\u00a0: ${list} sont acceptés`,
  });
}
