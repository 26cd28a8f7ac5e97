import { tableName } from '../bi.ts';
import type { Dataset } from '../dataset.ts';
import { modelMeasures } from './measures.ts';
import type { ModelTable, Relation, SemanticModel } from './model.ts';

const YEAR = 'year';

/** Marks of the titles of star datasets, which the model needs not. */
const IN_STAR = / \((?:étoile|star)\)$/;

/** The model of the datasets of a star: whatever they declare is in it. */
export function semanticModel(star: readonly Dataset[]): SemanticModel {
  const tables = star.map((dataset) => tableOf(dataset, star));
  const calendar = calendarOf(tables);
  const all = calendar ? [...tables, calendar] : tables;
  return {
    title: {
      fr: 'Débouchés des certifications professionnelles',
      en: 'What became of the holders of professional certifications',
    },
    description: {
      fr: 'Certifications de France compétences, leurs promotions et leurs taux d’insertion. Les taux ne se moyennent pas\u00a0: les mesures les calculent sur les sommes.',
      en: 'Certifications of France compétences, their cohorts and insertion rates. Rates are not to be averaged: the measures compute them from sums.',
    },
    tables: all,
    relations: relationsOf(all),
    measures: modelMeasures(tables),
  };
}

function tableOf(dataset: Dataset, star: readonly Dataset[]): ModelTable {
  const { title, description, key, columns } = dataset;
  const name = tableName(dataset);
  const isPointedAt = star.some((other) => other !== dataset && contains(other.key, key));
  const hasFigures = columns.some(({ role }) => role === 'MEASURE');
  return {
    ...{ name, description, key, columns },
    kind: key.length === 1 ? 'ENTITY' : hasFigures || isPointedAt ? 'FACT' : 'BRIDGE',
    title: { fr: title.fr.replace(IN_STAR, ''), en: title.en.replace(IN_STAR, '') },
  };
}

/** The years of the first fact that has some; null where none has. */
function calendarOf(tables: readonly ModelTable[]): ModelTable | null {
  const fact = tables.find(({ kind, key }) => kind === 'FACT' && key.includes(YEAR));
  const column = fact?.columns.find(({ name }) => name === YEAR);
  if (!fact || !column) return null;
  return {
    ...{ name: YEAR, kind: 'CALENDAR', key: [YEAR], columns: [column], yearsOf: fact.name },
    title: { fr: 'Années d’obtention', en: 'Years of the cohorts' },
    description: {
      fr: 'Une ligne par année\u00a0: elle filtre promotions et taux ensemble.',
      en: 'One row for each year: it filters cohorts and rates together.',
    },
  };
}

/** A table belongs to each other one whose whole key is part of its own. */
function relationsOf(tables: readonly ModelTable[]): Relation[] {
  return tables.flatMap((from) =>
    tables
      .filter((to) => to !== from && to.key.length < from.key.length && contains(from.key, to.key))
      .map((to) => ({
        ...{ name: `${from.name}_of_${to.name}`, from: from.name, to: to.name },
        columns: to.key,
      })),
  );
}

function contains(all: readonly string[], some: readonly string[]): boolean {
  return some.every((name) => all.includes(name));
}
