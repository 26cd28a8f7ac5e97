import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Language } from '../../datasets/labels.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { FIGURE_LIMITS } from '../../domain/limits.ts';
import { MEASURE_UNITS, type Measure } from '../../domain/measures/measure.ts';
import { MEASURES } from '../../domain/measures/measure-catalogue.ts';
import { QUESTION_GROUPS } from '../graphiql/questions.ts';
import { QUESTIONS_IN_FRENCH } from '../graphiql/questions-in-french.ts';
import type { PersistedOperation, PersistedOperations } from '../graphql/persisted-operations.ts';
import { documentOf } from '../graphql/persisted-request.ts';
import { type AnswerPlan, planAnswers } from './answer-plan.ts';
import { codeTableOf } from './code-tables.ts';
import {
  inputSchema,
  type JsonSchema,
  ROWS,
  type ToolVariable,
  variablesOf,
} from './input-schema.ts';
import { OUTPUT_SCHEMA } from './output-schema.ts';
import { WORDS } from './words.ts';

/** A saved question as a tool. */
export interface Tool {
  /** The operation in snake_case: `certification_card`. */
  readonly name: string;
  readonly title: Bilingual;
  readonly operation: PersistedOperation;
  readonly document: DocumentNode;
  readonly variables: readonly ToolVariable[];
  readonly plan: AnswerPlan;
  /** What goes first in each of its answers, by language. */
  readonly cautions: Readonly<Record<Language, readonly string[]>>;
  /** Labels of the codes that its answers have, by language. */
  readonly labels: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  /** As `tools/list` has it, by language. */
  readonly listed: Readonly<Record<Language, ListedTool>>;
}

/** A tool as the protocol lists it. */
export interface ListedTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonSchema;
  readonly outputSchema: JsonSchema;
  readonly annotations: Readonly<Record<string, boolean | string>>;
}

/** Arguments of every tool beside the variables of its operation. */
export const COMMON = ['language', 'publication', 'knownOn'] as const;

/** Makes the tools: one for each saved question, in the order of the page that lists them. */
export function createTools(schema: GraphQLSchema, operations: PersistedOperations): Tool[] {
  const byName = new Map(operations.list.map((each) => [each.name, each]));
  return QUESTION_GROUPS.flatMap(({ questions }) =>
    questions.flatMap(({ name, title }) => {
      const operation = byName.get(name);
      return operation && !operation.isSubscription ? [toolOf(schema, operation, title)] : [];
    }),
  );
}

/** The name of a tool. */
export function toolName(operation: string): string {
  return operation.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
}

function toolOf(schema: GraphQLSchema, operation: PersistedOperation, title: Bilingual): Tool {
  const document = documentOf(operation);
  const variables = variablesOf(schema, document);
  const plan = planAnswers(schema, document);
  const measures = plan.measures.flatMap((id) => MEASURES.find((each) => each.id === id) ?? []);
  const name = toolName(operation.name);
  const inBoth = <Value>(make: (language: Language) => Value) => ({
    fr: make('fr'),
    en: make('en'),
  });
  const sentences = {
    en: operation.description.replace(/^Question \d+\. /, ''),
    fr: QUESTIONS_IN_FRENCH[operation.name] ?? '',
  };
  return {
    ...{ name, title, operation, document, variables, plan },
    cautions: inBoth((language) => cautionsOf(plan, measures, language)),
    labels: inBoth((language) => labelsOf(plan, language)),
    listed: inBoth((language) => ({
      name,
      title: title[language],
      description: descriptionOf({ title, sentences, measures, plan, variables }, language),
      inputSchema: inputSchema(variables, commonArguments(language), language),
      outputSchema: OUTPUT_SCHEMA,
      annotations: {
        title: title[language],
        ...{
          readOnlyHint: true,
          destructiveHint: false,
          idempotentHint: true,
          openWorldHint: false,
        },
      },
    })),
  };
}

function commonArguments(language: Language): Readonly<Record<string, JsonSchema>> {
  const words = WORDS[language];
  return {
    language: { type: 'string', enum: ['fr', 'en'], description: words.languageArgument },
    publication: { type: 'integer', minimum: 1, description: words.publicationArgument },
    knownOn: { type: 'string', format: 'date', description: words.knownOnArgument },
  };
}

/** What a tool answers, in a language: the question, its figures with their units, and its bounds. */
function descriptionOf(
  {
    title,
    sentences,
    measures,
    plan,
    variables,
  }: {
    readonly title: Bilingual;
    readonly sentences: Bilingual;
    readonly measures: readonly Measure[];
    readonly plan: AnswerPlan;
    readonly variables: readonly ToolVariable[];
  },
  language: Language,
): string {
  const words = WORDS[language];
  const figures = [...new Set(measures.map((each) => labelOf(each, language)))].slice(
    0,
    MOST_NAMED,
  );
  const isPaged = variables.some(({ fills }) => fills === 'after');
  return [
    `${title[language]}.`,
    sentences[language],
    ...(figures.length > 0 ? [words.figures(figures.join(', '))] : []),
    ...(plan.hasRates ? [words.ratesHave] : []),
    ...(plan.lists.length > 0 ? [words.rowsAtMost(ROWS.most)] : []),
    ...(isPaged ? [words.paged] : []),
  ].join(' ');
}

/** Figures that a description names: the answer's cautions have all of them. */
const MOST_NAMED = 8;

function labelOf({ labelFr, labelEn }: Measure, language: Language): string {
  return language === 'fr' ? labelFr : labelEn;
}

/** What is to be known of the figures of an answer, in the words of the catalogue and of the limits. */
function cautionsOf(
  plan: AnswerPlan,
  measures: readonly Measure[],
  language: Language,
): readonly string[] {
  const limits = [
    ...(plan.hasRates || plan.hasProfile
      ? (['AS_PUBLISHED', 'RESPONDENTS_UNKNOWN', 'MISSING_IS_NOT_ZERO', 'SMALL_COHORTS'] as const)
      : []),
    ...(plan.hasRates && plan.lists.some(({ path }) => path.at(-1) === 'groups')
      ? (['PARTIAL_COVERAGE'] as const)
      : []),
    ...(plan.hasPeers ? (['NOT_A_CAUSE'] as const) : []),
  ];
  const own = measures.flatMap((measure) => {
    const { caution, unit } = measure;
    if (!caution) return [];
    const named = `${labelOf(measure, language)} (${MEASURE_UNITS[unit][language].replace(/\.$/, '')})`;
    return [`${named}${language === 'fr' ? '\u00a0' : ''}: ${caution[language]}.`];
  });
  return [...limits.map((code) => FIGURE_LIMITS[code][language]), ...own];
}

function labelsOf({ enums }: AnswerPlan, language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(
    enums.flatMap((type) =>
      Object.entries(codeTableOf(type) ?? {}).map(([code, label]) => [code, label[language]]),
    ),
  );
}
