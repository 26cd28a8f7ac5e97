import type { Bilingual } from '../../domain/bilingual.ts';
import { STATUS_LABELS } from '../../domain/code-labels.ts';
import { MEASURE_UNITS, type Measure, type MeasureUnit } from '../../domain/measures/measure.ts';
import { MEASURES, type MeasureId } from '../../domain/measures/measure-catalogue.ts';
import { INSERTION_INDICATORS, type InsertionIndicator } from '../../domain/rate/indicator.ts';
import type { ColumnHead } from '../dataset.ts';
import { POOLED_RATE_NAMES, partName } from '../rates/rate-names.ts';
import type { Aggregate, Condition, ModelMeasure, ModelTable } from './model.ts';

/** Units of figures that add up, whatever rows they are of. */
const ADDITIVE: readonly (MeasureUnit | null)[] = ['HEADS', 'COHORTS', 'CERTIFICATIONS'];

const FOLDERS = {
  counts: { fr: 'Nombres', en: 'Numbers' },
  sums: { fr: 'Sommes', en: 'Sums' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const sum = (column: string, where: readonly Condition[] = [], times: 1 | 100 = 1): Aggregate => ({
  ...{ kind: 'SUM', column, where, times },
});
const rows = (where: readonly Condition[] = [], times: 1 | 100 = 1): Aggregate => ({
  ...{ kind: 'ROWS', column: null, where, times },
});

/** The measures of a star: sums of all that adds up, and what the catalogue makes of them. */
export function modelMeasures(tables: readonly ModelTable[]): ModelMeasure[] {
  const has = (name: string) => tables.some((table) => table.name === name);
  return [
    ...(has('certification') ? certificationMeasures() : []),
    ...(has('cohort') ? cohortMeasures() : []),
    ...(has('insertion_rate') ? INSERTION_INDICATORS.flatMap(rateMeasures) : []),
    ...tables.flatMap(sumMeasures),
  ];
}

/** The sums of the columns of a table that add up: of each code apart where its rows are of one. */
function sumMeasures(table: ModelTable): ModelMeasure[] {
  const split = table.columns.find(({ name, codes }) => codes !== null && table.key.includes(name));
  const summed = table.columns.filter(
    ({ role, unit }) => role === 'MEASURE' && ADDITIVE.includes(unit),
  );
  return summed.flatMap((column) => {
    if (!split?.codes) return [sumMeasure(table, column)];
    return Object.entries(split.codes).map(([code, of]) => ({
      ...sumMeasure(table, column),
      name: `${code.toLowerCase()}_${column.name}`,
      label: partName(shortName(code, of), lower(column.label.fr), lower(column.label.en)),
      folder: of,
      formula: sum(column.name, [{ column: split.name, is: [code] }]),
    }));
  });
}

function sumMeasure({ name: table }: ModelTable, column: ColumnHead): ModelMeasure {
  const { name, label, description, unit, measure } = column;
  const known = MEASURES.find(({ id }) => id === `SUMMARY_${measure}`);
  const told = known ? ofCatalogue(known.id) : { description, unit };
  return {
    ...{ name, table, formula: sum(name), folder: FOLDERS.sums },
    label: known
      ? { fr: known.labelFr, en: known.labelEn }
      : { fr: `${label.fr} (somme)`, en: `${label.en} (sum)` },
    ...told,
  };
}

function certificationMeasures(): ModelMeasure[] {
  const of = { table: 'certification', unit: 'CERTIFICATIONS', folder: FOLDERS.counts } as const;
  return [
    {
      ...{ ...of, name: 'number_of_certifications', formula: rows() },
      label: { fr: 'Nombre de certifications', en: 'Number of certifications' },
      description: {
        fr: 'Certifications. Celles du groupe, chacune une fois, avec ou sans promotion.',
        en: 'Certifications. Those of the group, each once, with or without cohorts.',
      },
    },
    {
      ...{ ...of, name: 'number_of_active_certifications' },
      formula: rows([{ column: 'active', is: 'TRUE' }]),
      label: { fr: 'Nombre de certifications actives', en: 'Number of active certifications' },
      description: {
        fr: 'Certifications. Celles que l’on sait actives à la date de référence.',
        en: 'Certifications. Those that are known to be active on the as-of day.',
      },
    },
  ];
}

function cohortMeasures(): ModelMeasure[] {
  const of = { table: 'cohort', folder: FOLDERS.counts } as const;
  const known = (column: string): Condition => ({ column, is: 'KNOWN' });
  return [
    {
      ...{ ...of, name: 'number_of_cohorts', unit: 'COHORTS', formula: rows() },
      label: { fr: 'Nombre de promotions du groupe', en: 'Number of cohorts of the group' },
      description: {
        fr: 'Promotions. Toutes celles du groupe, avec ou sans taux.',
        en: 'Cohorts. All of the group, with or without rates.',
      },
    },
    {
      ...{ ...of, name: 'certifications_with_cohorts', unit: 'CERTIFICATIONS' },
      formula: { kind: 'DISTINCT', column: 'certification_code', where: [], times: 1 },
      label: { fr: 'Certifications qui ont une promotion', en: 'Certifications with cohorts' },
      description: {
        fr: 'Certifications. Celles qui ont une promotion dans le groupe, chacune une fois.',
        en: 'Certifications. Those that have a cohort in the group, each once.',
      },
    },
    {
      ...{ ...of, name: 'vae_share_part', isPart: true },
      ...ofCatalogue('VAE_SHARE'),
      label: {
        fr: 'Part de la VAE : certifiés par la VAE, fois 100',
        en: 'Share through VAE: certified through VAE, times 100',
      },
      formula: sum('certified_through_vae', [known('certified')], 100),
    },
    {
      ...{ ...of, name: 'vae_share_base', ...named('VAE_SHARE_BASE') },
      formula: sum('certified', [known('certified_through_vae')]),
    },
    {
      ...{ ...of, name: 'vae_share', ...named('VAE_SHARE') },
      formula: { kind: 'RATIO', of: 'vae_share_part', by: 'vae_share_base' },
    },
  ];
}

/** The pooled rate of an indicator, its bounds, and its cohorts by status. */
function rateMeasures(indicator: InsertionIndicator): ModelMeasure[] {
  const { whole, part } = POOLED_RATE_NAMES[indicator];
  const stem = indicator.toLowerCase();
  const own: Condition = { column: 'indicator', is: [indicator] };
  const of = { table: 'insertion_rate', folder: indicatorName(indicator) };
  const counted = (is: readonly string[]) => [own, { column: 'rate_status', is }];
  const measure = (name: string, fr: string, en: string) => ({
    ...{ ...of, name: `${stem}_${name}`, label: partName(part, fr, en) },
  });
  return [
    {
      ...{ ...measure('weighted', 'taux × certifiés', 'rate times certified'), isPart: true },
      ...ofCatalogue(`POOLED_${indicator}`),
      ...{ formula: sum('weighted', [own]), unit: null },
    },
    {
      ...{ ...of, ...ofCatalogue(`POOLED_${indicator}`), name: `${stem}_rate`, label: whole },
      formula: { kind: 'RATIO', of: `${stem}_weighted`, by: `${stem}_base` },
    },
    ...(['LOWER', 'UPPER'] as const).map((kind): ModelMeasure => {
      const told = kind === 'LOWER' ? ['low', 'basse', 'lower'] : ['high', 'haute', 'upper'];
      const [name = '', fr, en] = told;
      return {
        ...measure(name, `borne ${fr} (Wilson)`, `${en} bound (Wilson)`),
        ...ofCatalogue(`INTERVAL_${kind}`),
        formula: { kind, rate: `${stem}_rate`, base: `${stem}_base` },
      };
    }),
    {
      ...{ ...measure('cohorts', 'promotions', 'cohorts'), ...ofCatalogue('COHORTS_WITH_STATUS') },
      formula: rows([own]),
    },
    ...Object.entries(STATUS_LABELS).map(
      ([status, { fr, en }]): ModelMeasure => ({
        ...measure(
          `cohorts_${status.toLowerCase()}`,
          `promotions, ${lower(fr)}`,
          `cohorts, ${lower(en)}`,
        ),
        ...ofCatalogue('COHORTS_WITH_STATUS'),
        formula: rows(counted([status])),
      }),
    ),
    {
      ...measure('published_part', 'promotions publiées, fois 100', 'published cohorts, times 100'),
      ...{ ...ofCatalogue('COHORTS_WITH_STATUS'), isPart: true },
      formula: rows(counted(['PUBLISHED', 'PUBLISHED_EARLY']), 100),
    },
    {
      ...measure('published_share', 'part des promotions publiées', 'share of cohorts published'),
      ...{ unit: 'PERCENT', description: PUBLISHED_SHARE },
      formula: { kind: 'RATIO', of: `${stem}_published_part`, by: `${stem}_cohorts` },
    },
  ];
}

const PUBLISHED_SHARE = {
  fr: 'Pour cent, de 0 à 100. 100 · promotions dont le taux est publié, avant la fin de l’observation ou après, / promotions\u00a0; absent sans promotion.',
  en: 'Percent, 0 to 100. 100 · cohorts whose rate is published, before the observation closed or after, / cohorts; absent without cohorts.',
};

function indicatorName(indicator: InsertionIndicator): Bilingual {
  const { labelFr, labelEn } = catalogued(indicator);
  return { fr: labelFr, en: labelEn };
}

/** How an indicator is named before its parts; another code by its label. */
function shortName(code: string, label: Bilingual): Bilingual {
  const known: Readonly<Record<string, { readonly part: Bilingual }>> = POOLED_RATE_NAMES;
  return known[code]?.part ?? label;
}

function named(id: MeasureId) {
  const { labelFr, labelEn } = catalogued(id);
  return { label: { fr: labelFr, en: labelEn }, ...ofCatalogue(id) };
}

/** What the catalogue says of a measure: unit, formula, absence, caution, source. */
function ofCatalogue(id: MeasureId): Pick<ModelMeasure, 'description' | 'unit'> {
  const { unit, formula, missingCase, caution, source } = catalogued(id);
  const words = MEASURE_UNITS[unit];
  const careful = (told: string, of: string | undefined) => (of ? ` ${told}${of}.` : '');
  return {
    unit,
    description: {
      fr: `${words.fr} ${formula.fr}\u00a0; ${missingCase.fr}.${careful('Attention\u00a0: ', caution?.fr)} Source\u00a0: ${source.fr}.`,
      en: `${words.en} ${formula.en}; ${missingCase.en}.${careful('Caution: ', caution?.en)} Source: ${source.en}.`,
    },
  };
}

function catalogued(id: MeasureId): Measure {
  const found = MEASURES.find((each) => each.id === id);
  if (!found) throw new RangeError(`${id} is not a measure of the catalogue`);
  return found;
}

/** A name within another. */
function lower(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}
