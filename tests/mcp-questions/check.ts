import { isDeepStrictEqual } from 'node:util';
import { type Question, type Transcript, valueAt } from './transcript.ts';

/** What is wrong with a transcript; nothing when an agent answered as it should. */
export function faultsOf(asked: Question, { calls, final }: Transcript): string[] {
  return [...wrongCalls(asked, calls), ...wrongFigures(asked, calls, final), ...bareRates(final)];
}

/** The question is answered by its tool, with its arguments. */
function wrongCalls({ tool, arguments: given, figures }: Question, calls: Transcript['calls']) {
  const own = calls.filter((each) => each.tool === tool);
  if (own.length === 0) {
    return [`no call of ${tool}: ${calls.map((each) => each.tool).join(', ') || 'none'}`];
  }
  const right = own.find((each) => isDeepStrictEqual(each.arguments, given));
  if (!right) {
    return [`${tool} with ${JSON.stringify(own[0]?.arguments)}, not ${JSON.stringify(given)}`];
  }
  return Object.entries(figures).flatMap(([path, value]) => {
    const found = valueAt(right.answer.data, path);
    return isDeepStrictEqual(found, value)
      ? []
      : [`${path} is ${JSON.stringify(found)}, not ${JSON.stringify(value)}`];
  });
}

/** A number as French texts write it: 1 234,5. */
const NUMBER = /\d+(?:[\u00a0\u202f ]\d{3})*(?:,\d+)?/g;

/** Each number of the text is in an answer, or in the question. */
function wrongFigures({ question }: Question, calls: Transcript['calls'], final: string): string[] {
  const known = new Set([
    ...numbersOf(question),
    ...calls.flatMap((each) => valuesOf(each.answer)),
  ]);
  return numbersOf(final)
    .filter((each) => !known.has(each))
    .map((each) => `${each} is in no answer`);
}

function numbersOf(text: string): number[] {
  return [...text.matchAll(NUMBER)].map(([number]) =>
    Number(number.replace(/[\u00a0\u202f ]/g, '').replace(',', '.')),
  );
}

/** All numbers of a value: those of its texts too, such as the parts of a day. */
function valuesOf(value: unknown): number[] {
  // A fall is told by its size.
  if (typeof value === 'number') return [value, Math.abs(value)];
  if (typeof value === 'string')
    return [...value.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  if (typeof value !== 'object' || value === null) return [];
  const length = Array.isArray(value) ? [value.length] : [];
  return [...length, ...Object.values(value).flatMap(valuesOf)];
}

const PERCENT = /\d[\u00a0\u202f ]?%/;
const YEAR = /\b(?:19|20)\d\d\b/;
const STATUS = /\bpublié|\bstatut|\ben retard|\bnon publié|\bmasqué|\bpas encore/i;

/** A sentence with a rate has its status, and the years that it is of. */
function bareRates(final: string): string[] {
  return final
    .split(/(?<=[.!?])\s+/)
    .filter((sentence) => PERCENT.test(sentence))
    .flatMap((sentence) => [
      ...(STATUS.test(sentence) ? [] : [`a rate without its status: ${sentence}`]),
      ...(YEAR.test(sentence) ? [] : [`a rate without its period: ${sentence}`]),
    ]);
}
