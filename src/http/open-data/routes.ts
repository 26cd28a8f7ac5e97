import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { ReadyText } from '../cache/ready-text.ts';
import { revalidated } from '../cache/send-cached.ts';
import { CSVM, csvwGroup, csvwTable } from '../descriptors/csvw.ts';
import { dataPackage } from '../descriptors/data-package.ts';
import { sendError, sendProblem } from '../error-response.ts';
import { addressBelow, fileNamed, type OpenDataAddress } from './address.ts';
import { withFiles } from './kept-files.ts';
import { MANIFEST, tablesOf } from './manifest.ts';
import { asked } from './parameters.ts';
import { type OpenDataParts, type Sending, sendCatalogue, sendJson } from './send-descriptor.ts';
import { manifestFile, sendPublished, tableFile } from './send-published.ts';

/** As logs and metrics name it. */
export const OPEN_DATA = { name: 'open data' };

/** Descriptors that are kept as texts: pages, languages and hosts are few. */
const MOST_TEXTS = 100;

/** Whole files of publications, and what describes them. */
export function registerOpenData(app: FastifyInstance, parts: OpenDataParts): void {
  const texts = new LRUCache<string, ReadyText>({ max: MOST_TEXTS });
  const csvm = new ReadyText(CSVM, { type: 'text/plain; charset=utf-8' });
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    number: number | null,
    address: OpenDataAddress,
  ) => {
    request.record.operation = OPEN_DATA.name;
    const path = address.kind === 'FILE' ? `files/${address.file}` : MANIFEST;
    await withFiles(parts, reply, { number, path }, (kept, signal) =>
      send({ parts, texts, reply, kept, signal, isNewest: number === null }, address),
    );
    return reply;
  };
  app.get('/publications/latest/*', async (request, reply) => {
    request.record.operation = OPEN_DATA.name;
    const current = parts.store.current ?? (await parts.store.refresh());
    const rest = request.url.slice('/publications/latest/'.length);
    return reply
      .code(307)
      .header('location', `/publications/${current.publication.id}/${rest}`)
      .header('cache-control', revalidated(request.record))
      .send();
  });
  app.get('/publications/:number/*', async (request, reply) => {
    const [path = ''] = request.url.split('?', 1);
    const [, number, rest = ''] = /^\/publications\/([1-9]\d{0,8})\/(.*)$/.exec(path) ?? [];
    const address = addressBelow(rest);
    if (number !== undefined && address) return answer(request, reply, Number(number), address);
    sendError(reply, { code: 'NOT_FOUND', message: NOTHING });
    return reply;
  });
  for (const path of ['datapackage.json', 'catalog', 'catalog.jsonld', 'catalog.ttl']) {
    const address = addressBelow(path);
    if (address) app.get(`/${path}`, (request, reply) => answer(request, reply, null, address));
  }
  app.get('/.well-known/csvm', async (_request, reply) => {
    await csvm.send(reply);
    return reply;
  });
}

const NOTHING = {
  en: 'of a publication there are /publications/12/manifest.json, datapackage.json, csvw.json, catalog.jsonld, catalog.ttl and files/cohorts.csv; "latest" in place of the number is the newest',
  fr: 'd’une publication il y a /publications/12/manifest.json, datapackage.json, csvw.json, catalog.jsonld, catalog.ttl et files/cohorts.csv ; « latest » à la place du numéro est la plus récente',
};

async function send(sending: Sending, address: OpenDataAddress): Promise<void> {
  const { reply, kept, isNewest } = sending;
  const { manifest } = kept;
  switch (address.kind) {
    case 'MANIFEST': {
      const values = asked(reply, ['sha256']);
      if (values) await sendPublished(sending, manifestFile(kept), textOf(values['sha256']));
      return;
    }
    case 'FILE': {
      const file = fileNamed(manifest, address.file);
      if ('status' in file) return sendProblem(reply, file);
      const values = asked(reply, ['sha256']);
      if (values) await sendPublished(sending, tableFile(manifest, file), textOf(values['sha256']));
      return;
    }
    case 'DATA_PACKAGE': {
      const folder = isNewest ? `publications/${manifest.publication}/` : '';
      return sendJson(sending, `package ${folder}`, () => dataPackage(manifest, folder));
    }
    case 'CSVW':
      return sendJson(sending, 'csvw', () => csvwGroup(manifest), 'application/csvm+json');
    case 'CSVW_TABLE': {
      const file = fileNamed(manifest, address.file);
      if ('status' in file) return sendProblem(reply, file);
      const table = tablesOf(manifest).find((each) => each.table === file.table);
      if (!table) throw new Error(`the file ${file.path} is of no table`);
      const describe = () => csvwTable(table, manifest);
      return sendJson(sending, `csvw ${file.table}`, describe, 'application/csvm+json');
    }
    case 'CATALOGUE':
      return sendCatalogue(sending, address.format);
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
