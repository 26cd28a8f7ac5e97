import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import manifest from '../../../package.json' with { type: 'json' };
import { changeCounts, changeEntries } from '../../datasets/history/change-entries.ts';
import type { Language } from '../../datasets/labels.ts';
import type { ReadDatabase } from '../../db/database.ts';
import type { AskedPublication } from '../../snapshot/asked-publication.ts';
import { viewOn } from '../../snapshot/day-view.ts';
import { publicationReader } from '../../snapshot/publication-reader.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import type { SnapshotStore } from '../../snapshot/store.ts';
import { renderContent } from '../../web/render.ts';
import { clientSignal, Deadline } from '../abort.ts';
import { admitOpening } from '../admit-opening.ts';
import { etagOf, isKnown } from '../cache/etag.ts';
import { preferredLanguage } from '../cache/negotiation.ts';
import { partsFor } from '../cache/reader-keys.ts';
import { serverTiming, validityOf, variedBy } from '../cache/send-cached.ts';
import { sendError } from '../error-response.ts';
import type { FairQueue } from '../fair-queue.ts';
import type { FairTurns } from '../fair-turns.ts';
import { A_PAGE } from '../pages/error-page.ts';
import { pageRequestOf, pathOf } from '../pages/page-request.ts';
import { PAGE_POLICY } from '../pages/theme.ts';
import { publicationKey, publicationOf, tokenOf } from '../publication.ts';
import { publicationPage } from './page.ts';

/** As logs and metrics name it. */
export const PUBLICATION_PAGE = { name: 'publication page' };

export interface PublicationPageParts {
  readonly store: SnapshotStore;
  readonly database: ReadDatabase;
  readonly turns: FairTurns;
  readonly reads: FairQueue;
  readonly timeoutMs: number;
}

/** Which publication, in which language, and from where on. */
interface PageRequest {
  readonly id: number;
  readonly asked: AskedPublication;
  readonly language: Language;
  readonly after: readonly [publication: number, position: number] | null;
}

const TOO_LONG = {
  what: { en: 'page', fr: 'la page' },
  ask: { en: 'the report changes', fr: 'le rapport changes' },
};

const NO_PAGE = {
  en: 'the page of a publication is asked for by its number, as /publications/12',
  fr: 'la page d’une publication se demande par son numéro, comme /publications/12',
};

const OTHER_PUBLICATION = {
  en: 'the token opens another publication than the address names',
  fr: 'le jeton ouvre une autre publication que celle de l’adresse',
};

/** `/publications/{number}`: what a publication is made of and what it changes, as a page. */
export function registerPublications(app: FastifyInstance, parts: PublicationPageParts): void {
  app.get('/publications/:number', A_PAGE, async (request, reply) => {
    request.record.operation = PUBLICATION_PAGE.name;
    const asked = readRequest(request);
    if (asked) await answer(parts, asked, reply);
    else sendError(reply, { code: 'NOT_FOUND', message: NO_PAGE });
    return reply;
  });
}

function readRequest(request: FastifyRequest): PageRequest | null {
  const { url, headers } = request;
  const [path = '', query = ''] = url.split('?', 2);
  const number = path.slice('/publications/'.length);
  if (!/^[1-9]\d{0,8}$/.test(number)) return null;
  const given = new URLSearchParams(query);
  const lang = given.get('lang');
  const [, publication, position] = /^(\d{1,9})-(\d{1,9})$/.exec(given.get('after') ?? '') ?? [];
  const token = given.get('publication_token') || tokenOf(request);
  return {
    id: Number(number),
    asked: token ? { token } : { publication: Number(number) },
    language:
      lang === 'fr' || lang === 'en' ? lang : preferredLanguage(headers['accept-language'], 'fr'),
    after: publication && position ? [Number(publication), Number(position)] : null,
  };
}

async function answer(
  parts: PublicationPageParts,
  asked: PageRequest,
  reply: FastifyReply,
): Promise<void> {
  const { store } = parts;
  const { record, headers } = reply.request;
  if (!admitOpening(reply, store.openingMs(asked.asked))) return;
  using lease = await store.leaseOf(asked.asked);
  const { snapshot } = lease;
  if (snapshot.publication.id !== asked.id) {
    sendError(reply, { code: 'NOT_FOUND', message: OTHER_PUBLICATION });
    return;
  }
  const key = publicationKey(publicationOf(snapshot));
  const state = snapshot.publication.state;
  const etag = etagOf([
    ...[key, state, manifest.version, asked.language, JSON.stringify(asked.after)],
    ...partsFor(record.reader),
  ]);
  const validity = {
    etag,
    'cache-control': validityOf(asked.asked, record),
    'content-language': asked.language,
    'content-security-policy': PAGE_POLICY,
    'server-timing': serverTiming(record),
    vary: variedBy('accept-language', asked.asked),
  };
  if (isKnown(headers, { etag })) {
    reply.code(304).headers(validity).send();
    return;
  }
  const page = await pageOf(parts, snapshot, asked, reply);
  reply.headers({ ...validity, 'content-type': 'text/html; charset=utf-8' }).send(page);
}

async function pageOf(
  { database, turns, reads, timeoutMs }: PublicationPageParts,
  snapshot: Snapshot,
  { language, after, asked, id }: PageRequest,
  reply: FastifyReply,
): Promise<string> {
  const { account } = reply.request.record;
  using deadline = new Deadline(clientSignal(reply.raw), timeoutMs, TOO_LONG);
  const { signal } = deadline;
  const readNow = publicationReader(database, snapshot, () => signal);
  const by = {
    read: <Result>(query: Parameters<typeof readNow<Result>>[0]) =>
      reads.inTurn(account, () => readNow(query), signal),
    run: <Result>(work: Parameters<typeof turns.run<Result>>[0]) =>
      turns.run(work, account, () => signal),
  };
  const publication = snapshot.publications.find((each) => each.id === id);
  if (!publication) throw new Error(`publication ${id} is not among its own`);
  const comparedWith =
    snapshot.publications.find((each) => each.id === publication.comparedWith) ?? null;
  const view = viewOn(snapshot, publication.datedOn);
  // Without one to compare with: nothing.
  const values = { since: String(comparedWith?.id ?? id), until: String(id) };
  const changes = await changeEntries(view, values, after, by);
  const counts = await changeCounts(view, values, by);
  const own = 'token' in asked ? { publication_token: asked.token } : { publication: String(id) };
  const address = (path: string, more: Readonly<Record<string, string>>) =>
    `${path}?${new URLSearchParams({ ...more, ...own })}`;
  const content = publicationPage({
    ...{ language, publication, comparedWith, counts, changes, notes: snapshot.notes },
    links: {
      next:
        changes.next &&
        address(`/publications/${id}`, { lang: language, after: changes.next.join('-') }),
      files: ['csv', 'xlsx', 'json'].map((format) => ({
        name: format.toUpperCase(),
        href: address(`/reports/changes.${format}`, { ...values, labels: language }),
      })),
    },
  });
  const request = { ...pageRequestOf(reply.request), path: {}, language };
  return renderContent(request, {
    self: pathOf(reply.request),
    theme: reply.server.theme,
    content,
  });
}
