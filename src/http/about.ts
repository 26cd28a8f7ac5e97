import type { FastifyInstance } from 'fastify';
import { CONTRACTS } from '../domain/contracts.ts';
import { FIGURE_LIMITS, type RequestLimit } from '../domain/limits.ts';
import { methodName } from '../domain/method.ts';
import { demonstrationNotice, LICENCE } from '../domain/provenance.ts';
import { attributionOf, citationOf, currentOf, exportsOf } from '../snapshot/provenance.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { SnapshotStore } from '../snapshot/store.ts';
import { ReadyText } from './cache/ready-text.ts';

/** `/about.json`: where the figures come from, under what terms, and what they cannot say. */
export function registerAbout(
  app: FastifyInstance,
  store: SnapshotStore,
  requestLimits: readonly RequestLimit[],
): void {
  const texts = new WeakMap<Snapshot, ReadyText>();
  app.get('/about.json', async (_request, reply) => {
    const snapshot = store.current ?? (await store.refresh());
    const text =
      texts.get(snapshot) ?? new ReadyText(JSON.stringify(aboutOf(snapshot, requestLimits)));
    texts.set(snapshot, text);
    await text.send(reply);
    return reply;
  });
}

function aboutOf(snapshot: Snapshot, requestLimits: readonly RequestLimit[]) {
  const publication = currentOf(snapshot);
  return {
    publication: publication.id,
    published_at: publication.publishedAt,
    method_version: methodName(snapshot.method),
    contracts: CONTRACTS,
    exports: exportsOf(publication).map(({ register, datedOn }) => ({
      ...{ register, exported_on: datedOn },
    })),
    licence: LICENCE,
    attribution: attributionOf(publication),
    citation: citationOf(publication, snapshot.method),
    demonstration: publication.demonstration,
    notice: publication.demonstration ? demonstrationNotice : null,
    limits: Object.entries(FIGURE_LIMITS).map(([code, text]) => ({ code, ...text })),
    feeds: { changes: '/changes.atom' },
    open_data: {
      manifest: `/publications/${publication.id}/manifest.json`,
      data_package: '/datapackage.json',
      csvw: `/publications/${publication.id}/csvw.json`,
      catalogue: '/catalog.jsonld',
    },
    agents: { mcp: '/mcp' },
    request_limits: requestLimits.map(({ text, ...limit }) => ({ ...limit, ...text })),
  };
}
