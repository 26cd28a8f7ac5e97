import type { Bilingual } from '../domain/bilingual.ts';
import type { ColumnHead } from './dataset.ts';

/** What a rate over several rows is, of a column that is one; null of what is no rate. */
export function rateOfRows({ name, weighing }: Pick<ColumnHead, 'name' | 'weighing'>) {
  if (!weighing) return null;
  const { base, weighted, dataset } = weighing;
  const [inEn, inFr] = dataset === undefined ? ['', ''] : [` of ${dataset}`, ` de ${dataset}`];
  const of: Bilingual =
    weighted === undefined
      ? {
          en: `the sum of ${name} × ${base} by the sum of ${base}, over the rows that have both`,
          fr: `la somme de ${name} × ${base} divisée par celle de ${base}, sur les lignes qui ont les deux`,
        }
      : {
          en: `sum(${weighted}) / sum(${base})${inEn}`,
          fr: `sum(${weighted}) / sum(${base})${inFr}`,
        };
  return {
    en: `Rates neither add up nor have a mean: that of several rows is ${of.en}.`,
    fr: `Des taux ne s’additionnent pas et n’ont pas de moyenne\u00a0: celui de plusieurs lignes est ${of.fr}.`,
  };
}
