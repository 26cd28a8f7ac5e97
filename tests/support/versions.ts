import { setTimeout } from 'node:timers/promises';
import type { Database } from '../../src/db/database.ts';
import type { QuestionServer } from '../http/question-server.ts';
import { cohortWith, ficheWith, partnerWith, publishFiches } from './factories.ts';

/** Certifications of each version. */
const FICHES = 30;

/** Publishes a register whose titles, texts, partners and cohorts all say of which version they are. */
export async function publishVersion(database: Database, version: number): Promise<void> {
  const fiches = Array.from({ length: FICHES }, (_, index) =>
    ficheWith({
      code: `RNCP${100 + index}`,
      title: `Version ${version}`,
      activeFlag: true,
      texts: { activities: `Activités de la version ${version}` },
      cohorts: [cohortWith(2000 + version, 10 * version)],
      partners: [partnerWith(`Partenaire de la version ${version}`)],
    }),
  );
  await publishFiches(database, fiches);
}

const FIGURES = `dataStatus { publication { number } }
  certifications(first: ${FICHES}) { totalCount nodes { title cohorts { year certified } } }`;
// Texts may be remembered, partners never are.
const TEXTS = `certifications(first: ${FICHES}) {
  nodes { title activities cohorts { year } partners(first: 1) { nodes { name } } }
}`;
const ALL = `${FIGURES} texts: ${TEXTS}`;

interface Node {
  readonly title: string;
  readonly activities?: string | null;
  readonly partners?: { readonly nodes: readonly { readonly name: string }[] };
  readonly cohorts: readonly { readonly year: number; readonly certified?: number }[];
}

interface Body {
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
  readonly data?: {
    readonly dataStatus?: { readonly publication: { readonly number: number } };
    readonly certifications?: { readonly nodes: readonly Node[] };
    readonly texts?: { readonly nodes: readonly Node[] };
  } | null;
}

/** All versions that an answer speaks of: one, unless it is mixed. */
function versionsOf({ data }: Body): ReadonlySet<number> {
  const versions = new Set<number>();
  if (data?.dataStatus) versions.add(data.dataStatus.publication.number);
  for (const node of [...(data?.certifications?.nodes ?? []), ...(data?.texts?.nodes ?? [])]) {
    const said = [node.title];
    if (node.activities !== undefined) said.push(node.activities ?? 'none');
    if (node.partners) said.push(node.partners.nodes[0]?.name ?? 'none');
    for (const text of said) versions.add(Number(/\d+$/.exec(text)?.[0]));
    for (const { year, certified } of node.cohorts) {
      versions.add(year - 2000);
      if (certified !== undefined) versions.add(certified / 10);
    }
  }
  return versions;
}

/** Readers that ask a server again and again, until disposed of. */
export interface VersionReader extends AsyncDisposable {
  /** The version of the next answer with figures and texts. */
  next(): Promise<number>;
  /** Asks until a version is answered; fails after five seconds. */
  until(version: number): Promise<void>;
  /** The version of an answer from memory. */
  figures(): Promise<number>;
  /** The version of an answer with texts, or the code of its error. */
  texts(): Promise<number | string>;
  /** What was answered to all readers. */
  seen(): {
    readonly answers: number;
    readonly mixed: readonly string[];
    /** Codes of errors of what is in memory. */
    readonly refused: readonly string[];
  };
}

/** Seconds in which a publication is served by all servers. */
const SERVED_WITHIN_MS = 5_000;

/** Starts to read a server, again and again: figures, texts, and both in one answer. */
export function readVersions(server: QuestionServer): VersionReader {
  const mixed: string[] = [];
  const refused: string[] = [];
  let answers = 0;
  const ask = async (query: string): Promise<Body> => {
    const response = await server.ask({ query: `{ ${query} }` });
    const body = (await response.json()) as Body;
    answers += 1;
    const versions = versionsOf(body);
    const isWhole = !body.errors && versions.size !== 1;
    if (versions.size > 1 || isWhole) mixed.push([...versions].join(' and '));
    return body;
  };
  const codeOf = ({ errors }: Body) => errors?.[0]?.extensions?.code ?? null;
  const version = (body: Body) => {
    const code = codeOf(body);
    if (code !== null) throw new Error(`the answer is ${code}`);
    return [...versionsOf(body)][0] ?? Number.NaN;
  };
  const stop = new AbortController();
  const reading = [FIGURES, TEXTS, ALL].map(async (query) => {
    while (!stop.signal.aborted) {
      // Others are to have the processor too: all servers of a test may be in its process.
      await setTimeout(5);
      const code = codeOf(await ask(query));
      if (code !== null && query === FIGURES) refused.push(code);
    }
  });
  return {
    next: async () => version(await ask(ALL)),
    until: async (wanted) => {
      const last = performance.now() + SERVED_WITHIN_MS;
      for (;;) {
        const body = await ask(ALL);
        if (codeOf(body) === null && version(body) === wanted) return;
        if (performance.now() > last) throw new Error(`version ${wanted} is not served`);
      }
    },
    figures: async () => version(await ask(FIGURES)),
    texts: async () => {
      const body = await ask(TEXTS);
      return codeOf(body) ?? version(body);
    },
    seen: () => ({ answers, mixed, refused }),
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await Promise.all(reading);
    },
  };
}
