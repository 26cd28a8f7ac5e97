import { MEASURE_UNITS, type Measure } from '../src/domain/measures/measure.ts';
import { MEASURES } from '../src/domain/measures/measure-catalogue.ts';
import { METHOD_VERSION } from '../src/domain/method.ts';

const INTRODUCTION = `# Measures

Every figure that is served, from the catalogue in \`src/domain/measures/measure-catalogue.ts\`, which also gives the GraphQL descriptions and answers the query \`measures\`, in English and French. Version ${METHOD_VERSION} of the [method](method.md). This page is generated: \`npm run generate\`.
`;

/** The text of docs/measures.md. */
export function printMeasures(): string {
  return `${[INTRODUCTION, ...MEASURES.map(section)].join('\n')}`;
}

function section(measure: Measure): string {
  const { id, labelEn, labelFr, unit, formula, numerator, denominator, missingCase } = measure;
  const rows = [
    ['French term', `« ${labelFr} »`],
    ['unit', MEASURE_UNITS[unit].en.replace(/\.$/, '')],
    ['formula', formula.en],
    ...(numerator === null ? [] : [['numerator', numerator.en]]),
    ...(denominator === null ? [] : [['denominator', denominator.en]]),
    ['missing case', missingCase.en],
    ...(measure.caution === undefined ? [] : [['caution', measure.caution.en]]),
    ['source', linked(measure.source.en)],
  ];
  return `## ${id}\n\n${labelEn}.\n\n| | |\n| --- | --- |\n${rows
    .map(([name, text]) => `| ${name} | ${text} |`)
    .join('\n')}\n`;
}

/** A section of a page beside this one, as a link. */
function linked(source: string): string {
  return source.replace(/docs\/([\w-]+\.md#([\w-]+))/g, '[$2]($1)');
}
