import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { compress } from '../cache/compression.ts';
import { type Encoding, preferredEncoding } from '../cache/negotiation.ts';

/** Where the files of the page are served. */
const FOLDER = '/graphql/assets/';

/** The addresses of the files of the page: another content has another one. */
export interface Assets {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  /** By the names that the editor has for them. */
  readonly workers: Readonly<Record<string, string>>;
}

interface Asset {
  readonly type: string;
  readonly body: Buffer;
  readonly compressed: Map<Encoding, ReturnType<typeof compress>>;
}

/** Serves the files of the page, and gives their addresses, once somebody asks for the page. */
export function registerAssets(app: FastifyInstance): () => Promise<Assets> {
  const assets = new Map<string, Asset>();
  let loaded: Promise<Assets> | null = null;
  app.get(`${FOLDER}:name`, async (request, reply) => {
    const { name } = request.params as { readonly name: string };
    // A browser may ask a server that was started since for the files of the page that it shows.
    await load();
    const asset = assets.get(name);
    if (!asset) return reply.callNotFound();
    const wanted = preferredEncoding(request.headers);
    const kept = asset.compressed.get(wanted) ?? compress(asset.body, wanted);
    asset.compressed.set(wanted, kept);
    const { body, encoding } = await kept;
    return reply
      .headers({
        'content-type': asset.type,
        ...(encoding !== 'identity' && { 'content-encoding': encoding }),
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
      })
      .send(body);
  });
  const add = (name: string, text: string): string => {
    const [stem, extension] = name.split('.') as [string, 'js' | 'css'];
    const hash = createHash('sha256').update(text).digest('base64url').slice(0, 16);
    const hashed = `${stem}-${hash}.${extension}`;
    assets.set(hashed, {
      type: `text/${extension === 'js' ? 'javascript' : 'css'}; charset=utf-8`,
      body: Buffer.from(text),
      compressed: new Map(),
    });
    return FOLDER + hashed;
  };
  const load = () => {
    loaded ??= readAssets(add);
    return loaded;
  };
  return load;
}

/** Nine megabytes of scripts, read when somebody looks at them. */
async function readAssets(add: (name: string, text: string) => string): Promise<Assets> {
  const graphiql = await import('@graphql-yoga/render-graphiql/graphiql');
  const own = (name: string) => readFile(new URL(`browser/${name}`, import.meta.url), 'utf8');
  return {
    styles: [add('graphiql.css', graphiql.css), add('page.css', await own('page.css'))],
    scripts: [add('graphiql.js', graphiql.js), add('page.js', await own('page.js'))],
    workers: {
      editorWorkerService: add('editor.js', graphiql.editorWorkerService),
      json: add('json.js', graphiql.jsonWorker),
      graphql: add('language.js', knowingDefaults(graphiql.graphqlWorker)),
    },
  };
}

/** Where the editor lists the variables that have to be given. */
const VARIABLES = /for \(const \{ variable, type: (\w+) \} of variableDefinitions\) \{/;

/**
 * The editor's worker, which takes a variable for required whose type is, though it has a default:
 * `$first: Int! = 10` is underlined until it is given. Unchanged where it reads otherwise.
 */
function knowingDefaults(worker: string): string {
  return worker.replace(
    VARIABLES,
    (_, type: string) =>
      `for (const { variable, type: given, defaultValue } of variableDefinitions) {
            const ${type} = defaultValue && given.kind === "NonNullType" ? given.type : given;`,
  );
}
