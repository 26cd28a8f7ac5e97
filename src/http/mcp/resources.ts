import { DATASETS } from '../../datasets/catalogue.ts';
import type { Language } from '../../datasets/labels.ts';
import type { CodeLabels } from '../../domain/bilingual.ts';
import { RELIABILITY_LABELS, STATUS_LABELS } from '../../domain/code-labels.ts';
import { FIGURE_LIMITS } from '../../domain/limits.ts';
import { MEASURE_UNITS } from '../../domain/measures/measure.ts';
import { MEASURES } from '../../domain/measures/measure-catalogue.ts';
import { TERM_GROUPS } from '../../web/words/terms.ts';
import { wordsOf } from '../../web/words/words.ts';

/** A text that agents read, and what it is about. */
export interface Resource {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly mimeType: string;
  readonly text: () => string;
}

/** The template of the cards of certifications. */
export const CERTIFICATION_URI = 'debouches://certification/{code}';

/** The code that an address of a card names; null for any other address. */
export function certificationOfUri(uri: string): string | null {
  const [, code] = /^debouches:\/\/certification\/([^/?#]{1,100})$/.exec(uri) ?? [];
  if (code === undefined) return null;
  try {
    return decodeURIComponent(code);
  } catch {
    return null;
  }
}

const LANGUAGES: readonly Language[] = ['fr', 'en'];

/** The resources: glossary, method and measures in each language, reports and the schema. */
export function createResources(methodVersion: string, schemaText: string): readonly Resource[] {
  return [
    ...LANGUAGES.flatMap((language) => textsIn(language, methodVersion)),
    {
      uri: 'debouches://schema',
      name: 'schema',
      title: 'GraphQL',
      description: 'The schema of /graphql, in the language of GraphQL, with all descriptions.',
      mimeType: 'application/graphql',
      text: () => schemaText,
    },
  ];
}

function textsIn(language: Language, methodVersion: string): readonly Resource[] {
  const words = wordsOf(language);
  const of = (name: string, title: string, description: string, text: () => string): Resource => ({
    ...{ uri: `debouches://${name}/${language}`, name: `${name}-${language}`, title, description },
    ...{ mimeType: 'text/markdown; charset=utf-8', text },
  });
  return [
    of('glossary', words.glossary.title, words.glossary.lead, () => glossary(language)),
    of('method', words.method.title, words.method.lead(methodVersion), () =>
      method(language, methodVersion),
    ),
    of('measures', words.method.measures, MEASURES_ARE[language], () => measures(language)),
    of('reports', REPORTS_ARE[language].title, REPORTS_ARE[language].text, () => reports(language)),
  ];
}

const MEASURES_ARE = {
  fr: 'Chaque chiffre\u00a0: son unité, sa formule, son dénominateur, quand il manque, ses précautions.',
  en: 'Each figure: its unit, its formula, its denominator, when it is missing, its cautions.',
} as const;

const REPORTS_ARE = {
  fr: { title: 'Rapports', text: 'Les tables complètes, et leurs adresses.' },
  en: { title: 'Reports', text: 'Whole tables, and their addresses.' },
} as const;

function glossary(language: Language): string {
  const words = wordsOf(language).glossary;
  const sections = TERM_GROUPS.map(({ title, terms }) => {
    const heading = words.groups[title as keyof typeof words.groups] ?? title;
    return `## ${heading}\n\n${terms.map(({ fr, en }) => `- ${fr} | ${en}`).join('\n')}`;
  });
  return `# ${words.title}\n\n${sections.join('\n\n')}\n`;
}

function method(language: Language, version: string): string {
  const words = wordsOf(language).method;
  const limits = Object.values(FIGURE_LIMITS).map((text) => `- ${text[language]}`);
  const statuses = Object.entries(STATUS_LABELS).map(
    ([code, label]) =>
      `- \`${code}\` ${label[language]}: ${words.statusMeanings[code as keyof typeof words.statusMeanings]}`,
  );
  return `# ${words.title}

${words.lead(version)}

## ${words.limits}

${limits.join('\n')}

## ${words.statuses}

${statuses.join('\n')}

## ${words.reliability}

${listOf(RELIABILITY_LABELS, language)}

/methode?lang=${language}
`;
}

function listOf(labels: CodeLabels, language: Language): string {
  return Object.entries(labels)
    .map(([code, label]) => `- \`${code}\` ${label[language]}`)
    .join('\n');
}

function measures(language: Language): string {
  const entries = MEASURES.map((measure) => {
    const { id, labelFr, labelEn, unit, formula, denominator, missingCase, source } = measure;
    const caution = 'caution' in measure ? measure.caution : null;
    const lines = [
      MEASURE_UNITS[unit][language],
      `${formula[language]}.`,
      ...(denominator ? [`/ ${denominator[language]}.`] : []),
      `∅ ${missingCase[language]}.`,
      ...(caution ? [`⚠ ${caution[language]}.`] : []),
      source[language],
    ];
    return `## ${language === 'fr' ? labelFr : labelEn} (\`${id}\`)\n\n${lines.join('\n')}`;
  });
  return `${entries.join('\n\n')}\n`;
}

function reports(language: Language): string {
  const rows = DATASETS.map(
    ({ name, title, description, grain }) =>
      `- ${title[language]}: ${description[language]} (${grain[language]}). /reports/${name}.json?labels=${language}`,
  );
  return `${rows.join('\n')}\n`;
}
