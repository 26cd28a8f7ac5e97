import { preferredMediaType } from '../cache/negotiation.ts';

/** How much is said of rows beside them. */
const LEVELS = ['minimal', 'full', 'none'] as const;

export type MetadataLevel = (typeof LEVELS)[number];

/** Types of data with the parameters that change them, as metadata name them. */
export const SUPPORTED_FORMATS: readonly string[] = [
  'application/json',
  ...LEVELS.flatMap((level) => {
    const type = `application/json;odata.metadata=${level}`;
    return [type, `${type};IEEE754Compatible=true`];
  }),
];

const SWITCH = ['true', 'false'];
const CHARSETS = ['utf-8'];

/** Parameters of JSON with their values, in lower case; 4.01 leaves `odata.` out. */
const JSON_PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  ...{ 'odata.metadata': LEVELS, metadata: LEVELS },
  ...{ ieee754compatible: SWITCH, exponentialdecimals: SWITCH },
  ...{ 'odata.streaming': SWITCH, streaming: SWITCH, charset: CHARSETS },
};

/** Those of all other types. */
const OTHER_PARAMETERS: typeof JSON_PARAMETERS = { charset: CHARSETS };

const JSON_TYPES = /^(?:\*|application)\/(?:\*|json)$/;

interface Choice {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly quality: number;
}

/** What an answer is to be like, of the types that are offered. */
export interface Accepted {
  readonly type: string;
  readonly level: MetadataLevel;
  /** Whether numbers that JavaScript may round are written as texts. */
  readonly asTexts: boolean;
  /** Whether the charset is said. */
  readonly hasCharset: boolean;
}

/**
 * Reads a list of media types. One with a parameter or a value that there is not is passed over, as the
 * standard has it; null when none is left that is offered.
 */
export function acceptedOf(
  accept: string | undefined,
  offered: readonly string[],
): Accepted | null {
  const given = choicesOf(accept ?? '');
  const choices = given.filter(isKnown);
  if (given.length > 0 && choices.length === 0) return null;
  const plain = choices.map(({ type, quality }) => `${type};q=${quality}`).join(', ');
  const type = preferredMediaType({ accept: plain }, offered);
  if (type === null) return null;
  const named = choices.filter((each) => each.type === type);
  const [chosen] = named.toSorted((one, other) => other.quality - one.quality);
  const parameters = chosen?.parameters ?? new Map<string, string>();
  const level = parameters.get('odata.metadata') ?? parameters.get('metadata');
  return {
    type,
    level: LEVELS.find((each) => each === level) ?? 'minimal',
    asTexts: parameters.get('ieee754compatible') === 'true',
    // Who names no type may take a text for one in another charset; JSON and XML say theirs.
    hasCharset: chosen ? parameters.has('charset') : type === 'text/plain',
  };
}

function choicesOf(accept: string): readonly Choice[] {
  return accept
    .split(',')
    .map((each) => {
      const [type = '', ...rest] = each.toLowerCase().split(';');
      const pairs = rest.map((part) => part.split('=', 2).map((text) => text.trim()));
      const parameters = new Map(
        pairs.flatMap(([name = '', value = '']) =>
          name === '' ? [] : [[name, value.replaceAll('"', '')] as const],
        ),
      );
      const quality = Number(parameters.get('q') ?? 1);
      parameters.delete('q');
      return { type: type.trim(), parameters, quality: Number.isNaN(quality) ? 1 : quality };
    })
    .filter(({ type }) => type !== '');
}

function isKnown({ type, parameters }: Choice): boolean {
  const known = JSON_TYPES.test(type) ? JSON_PARAMETERS : OTHER_PARAMETERS;
  return [...parameters].every(
    ([name, value]) => Object.hasOwn(known, name) && known[name]?.includes(value),
  );
}
