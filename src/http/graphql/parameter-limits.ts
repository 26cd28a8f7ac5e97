import type { Bilingual } from '../../domain/bilingual.ts';

/** What the parameters of an operation may have: no input of the schema has five levels. */
export const PARAMETER_LIMITS = { levels: 32, values: 10_000 } as const;

/**
 * What is too large about parameters, in words; null when nothing is. Whatever walks what is nested
 * deeper may run out of stack, and each value takes time wherever it is looked at. Takes time in
 * proportion to what it accepts.
 */
export function parametersProblem(params: object): Bilingual | null {
  const { levels: mostLevels, values: mostValues } = PARAMETER_LIMITS;
  let levels = 0;
  let values = 0;
  for (let level: object[] = [params]; level.length > 0; levels += 1) {
    if (levels === mostLevels) {
      return {
        en: `the request is nested more than ${mostLevels} levels deep, which is the limit`,
        fr: `la requête a plus de ${mostLevels} niveaux imbriqués, ce qui est la limite`,
      };
    }
    const below: object[] = [];
    for (const each of level) {
      const inside = Object.values(each);
      values += inside.length;
      if (values > mostValues) {
        return {
          en: `the request has more than ${mostValues} values, which is the limit: ask in several requests`,
          fr: `la requête a plus de ${mostValues} valeurs, ce qui est la limite : demandez en plusieurs requêtes`,
        };
      }
      for (const value of inside) if (isObject(value)) below.push(value);
    }
    level = below;
  }
  return null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
