import type { Language } from '../../datasets/labels.ts';
import { parisDate } from '../../domain/calendar.ts';
import { methodName } from '../../domain/method.ts';
import { demonstrationNotice, licenceOf } from '../../domain/provenance.ts';
import { attributionOf, citationOf } from '../../snapshot/provenance.ts';
import type { Publication, Snapshot } from '../../snapshot/snapshot.ts';
import type { SeenMoment } from '../request-record.ts';
import type { Tool } from './tools.ts';
import { WORDS } from './words.ts';

/** A text as a part of one of JSON. */
export function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** The same for many answers, in JSON. */
interface KnownText {
  /** Members of an object. */
  readonly json: Buffer;
  /** Part of a text. */
  readonly text: Buffer;
}

const owns = new WeakMap<Tool, Partial<Record<Language, KnownText>>>();

/** What is the same in all answers of a tool: cautions, and labels of codes. */
export function ownOf(tool: Tool, language: Language): KnownText {
  const known = owns.get(tool) ?? {};
  owns.set(tool, known);
  known[language] ??= makeOwn(tool.cautions[language], tool.labels[language], language);
  return known[language];
}

function makeOwn(
  cautions: readonly string[],
  labels: Readonly<Record<string, string>>,
  language: Language,
): KnownText {
  const { headings, colon } = WORDS[language];
  const codes = Object.entries(labels).map(([code, label]) => `${code} = ${label}`);
  const lines = [
    ...(cautions.length > 0
      ? [`${headings.cautions}${colon}`, ...cautions.map((each) => `- ${each}`)]
      : []),
    ...(codes.length > 0 ? [`${headings.labels}${colon} ${codes.join('; ')}`] : []),
  ];
  return {
    json: Buffer.from(`"cautions":${JSON.stringify(cautions)},"labels":${JSON.stringify(labels)},`),
    text: Buffer.from(lines.map((line) => `${escaped(line)}\\n`).join('')),
  };
}

interface About extends KnownText {
  readonly number: number;
}

const abouts = new WeakMap<Publication, Partial<Record<Language, About>>>();

/** What an answer says of the publication that it is of, of its source and of its method. */
export function aboutOf(
  snapshot: Snapshot,
  { publication: key }: SeenMoment,
  language: Language,
): About {
  const number = Number.parseInt(key, 10);
  const { publications, withdrawn, method } = snapshot;
  const found = [...publications, ...withdrawn].find(({ id }) => id === number);
  if (!found) throw new Error(`publication ${number} is not among those that are known`);
  const known = abouts.get(found) ?? {};
  abouts.set(found, known);
  known[language] ??= makeAbout(
    found,
    methodName(method),
    citationOf(found, method)[language],
    language,
  );
  return known[language];
}

function makeAbout(
  publication: Publication,
  method: string,
  citation: string,
  language: Language,
): About {
  const { headings, colon } = WORDS[language];
  const { id, publishedAt, datedOn, demonstration, sources } = publication;
  const day = parisDate(publishedAt);
  const notice = demonstration ? demonstrationNotice[language] : null;
  const attribution = attributionOf(publication);
  const licence = sources.map(licenceOf).find((each) => each !== null) ?? null;
  const told = { number: id, day, datedOn, demonstration, notice };
  const source = { attribution, licence, citation };
  return {
    number: id,
    json: Buffer.from(
      `"publication":${JSON.stringify(told)},"source":${JSON.stringify(source)},"methodVersion":${JSON.stringify(method)},`,
    ),
    text: Buffer.from(
      escaped(
        [
          `${headings.publication}${colon} ${id}, ${day}${notice === null ? '' : `. ${notice}`}`,
          `${headings.source}${colon} ${citation}${licence ? ` ${licence.url}` : ''}\n`,
        ].join('\n'),
      ),
    ),
  };
}
