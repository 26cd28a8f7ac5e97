import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import { getNullableType, isScalarType, isSpecifiedScalarType } from 'graphql';
import type { Language } from '../../datasets/labels.ts';
import { DomainError } from '../../domain/errors.ts';
import { checkValue, missingArgument, unknownArgument } from '../tools/given-values.ts';
import type { Tool } from '../tools/tools.ts';

/** Operations of the questions that are asked most, in the order they are listed in. */
const COMMON_QUESTIONS = [
  ...['CertificationCard', 'CertificationCohorts', 'PooledRates', 'Benchmark'],
  ...['CompareCertifications', 'EndingRegistrations', 'FilingPassed', 'OverdueRates'],
  ...['CertifierPortfolio', 'InsertionByDimensions'],
];

/** A question that a person chooses from a list. */
export interface Prompt {
  readonly name: string;
  readonly tool: Tool;
  readonly arguments: readonly string[];
}

/** Variables that a person fills in. */
const ASKED: ReadonlySet<string> = new Set(['code', 'codes', 'siren', 'withinMonths', 'indicator']);

/** Makes the prompts of some tools. */
export function createPrompts(tools: readonly Tool[]): readonly Prompt[] {
  return COMMON_QUESTIONS.flatMap((operation) => {
    const tool = tools.find((each) => each.operation.name === operation);
    if (!tool) return [];
    const names = tool.variables.map(({ name }) => name).filter((name) => ASKED.has(name));
    return [{ name: tool.name, tool, arguments: names }];
  });
}

/** A prompt as `prompts/list` has it. */
export function listedPrompt({ name, tool, arguments: names }: Prompt, language: Language) {
  const { title, listed, variables } = tool;
  return {
    name,
    title: title[language],
    description: listed[language].description,
    arguments: names.map((each) => {
      const variable = variables.find((one) => one.name === each);
      return {
        name: each,
        description: variable?.description?.split('. ', 1)[0] ?? each,
        required: variable?.isRequired ?? false,
      };
    }),
  };
}

/**
 * Checks what a person filled in: the message is read by an agent, that would ask with it in vain.
 *
 * - Throws an error of the protocol for what is missing, is not asked, or is no code of its kind.
 */
export function checkPromptArguments(
  prompt: Prompt,
  given: Readonly<Record<string, string>>,
  language: Language,
): void {
  try {
    checkFilledIn(prompt, given);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, error.text[language]);
  }
}

function checkFilledIn(
  { name, tool, arguments: names }: Prompt,
  given: Readonly<Record<string, string>>,
): void {
  const unknown = Object.keys(given).find((each) => !names.includes(each));
  if (unknown !== undefined) throw unknownArgument(name, unknown, names);
  for (const variable of tool.variables.filter((each) => names.includes(each.name))) {
    const value = given[variable.name]?.trim() ?? '';
    if (value === '' && variable.isRequired) throw missingArgument(name, variable.name);
    if (value === '') continue;
    checkValue(variable.name, variable.type, value);
    const type = getNullableType(variable.type);
    if (isScalarType(type) && !isSpecifiedScalarType(type)) type.parseValue(value);
  }
}

/** The message of a prompt with what a person gave. */
export function promptMessage(
  { tool, arguments: names }: Prompt,
  given: Readonly<Record<string, string>>,
  language: Language,
): string {
  const values = names.flatMap((name) => (given[name] ? [`${name} = ${given[name]}`] : []));
  const title = tool.title[language];
  return language === 'fr'
    ? `${title}${values.length > 0 ? ` (${values.join(', ')})` : ''}. Appelle l’outil ${tool.name}. Donne chaque taux avec son statut, sa base et sa période, rappelle les précautions qui comptent, et cite la source.`
    : `${title}${values.length > 0 ? ` (${values.join(', ')})` : ''}. Call the tool ${tool.name}. Tell each rate with its status, its base and its period, repeat the cautions that matter, and cite the source.`;
}
