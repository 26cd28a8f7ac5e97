import { readFile } from 'node:fs/promises';
import jsonld from 'jsonld';
import { DataFactory, Parser, Store } from 'n3';
import { isomorphic } from 'rdf-isomorphic';
import ShaclValidator from 'rdf-validate-shacl';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { describeEachEngine } from '../../support/database.ts';
import { publishSmallRegister } from '../question-server.ts';
import { type PublishedServer, publishTwice, servePublished } from './published-server.ts';

const { namedNode } = DataFactory;
const DCAT = 'http://www.w3.org/ns/dcat#';
const DCT = 'http://purl.org/dc/terms/';
const HYDRA = 'http://www.w3.org/ns/hydra/core#';
const TYPE = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');

const fromTurtle = (text: string) => new Store(new Parser().parse(text));

async function fromJsonLd(text: string): Promise<Store> {
  // No context is fetched: all that is needed is in the document.
  const documentLoader = (url: string) => Promise.reject(new Error(`asked for ${url}`));
  const lines = await jsonld.toRDF(JSON.parse(text), {
    ...{ format: 'application/n-quads', documentLoader },
  });
  return new Store(new Parser({ format: 'N-Quads' }).parse(String(lines)));
}

/** All pages of a catalogue, as a harvester follows them: by `hydra:next` of the view. */
async function harvest(url: string, read: (text: string) => Promise<Store> | Store) {
  const pages: Store[] = [];
  for (let next: string | undefined = url; next !== undefined; ) {
    const response: Response = await fetch(next);
    expect([next, response.status]).toEqual([next, 200]);
    const page = await read(await response.text());
    pages.push(page);
    expect(pages.length).toBeLessThan(20);
    const [view] = page.getSubjects(TYPE, namedNode(`${HYDRA}PartialCollectionView`), null);
    next = view && page.getObjects(view, namedNode(`${HYDRA}next`), null)[0]?.value;
  }
  return pages;
}

const datasetsOf = (page: Store) =>
  page.getSubjects(TYPE, namedNode(`${DCAT}Dataset`), null).map(({ value }) => value);

async function violations(graph: Store): Promise<string[]> {
  const shapes = await readFile(new URL('../../data/open-data/dcat-ap-3.0.1.ttl', import.meta.url));
  const report = await new ShaclValidator(fromTurtle(String(shapes))).validate(graph);
  return report.results.map(
    ({ focusNode, path, message }) =>
      `${focusNode?.value} ${JSON.stringify(path)} ${message.map(({ value }) => value).join()}`,
  );
}

const union = (graphs: readonly Store[]) => new Store(graphs.flatMap((graph) => [...graph]));

describeEachEngine('the catalogue by DCAT-AP on', (openDatabase) => {
  let database: Database;
  let served: PublishedServer;
  beforeAll(async () => {
    database = await openDatabase();
    await publishTwice(database);
    served = await servePublished(database);
  });
  afterAll(() => served?.[Symbol.asyncDispose]());

  const text = async (path: string) => (await served.get(path)).text();

  test('a harvester that follows its pages has every dataset once, in either form', async () => {
    const { files } = await served.manifest(2);
    const tables = [...new Set(files.map(({ table }) => table))];
    const forms = { jsonld: fromJsonLd, ttl: fromTurtle };
    for (const [ending, read] of Object.entries(forms)) {
      const pages = await harvest(`${served.url}/catalog.${ending}`, read);
      expect(pages.length).toBe(2);
      const found = pages.flatMap(datasetsOf);
      expect(found.toSorted()).toEqual(
        tables.map((table) => `${served.url}/catalog#${table}`).toSorted(),
      );
      const [first] = pages;
      const total = first?.getObjects(null, namedNode(`${HYDRA}totalItems`), null);
      expect(total?.map(({ value }) => value)).toEqual([String(tables.length)]);
    }
  });

  test.each(['', '?page=2', '?lang=fr', '?page=2&lang=en'])(
    'JSON-LD and Turtle are the same graph: %s',
    async (query) => {
      const linked = await fromJsonLd(await text(`/catalog.jsonld${query}`));
      // Pages lead to pages of their own form.
      const other = (await text(`/catalog.ttl${query}`)).replaceAll(
        'catalog.ttl?',
        'catalog.jsonld?',
      );
      const turtle = fromTurtle(other);
      expect(linked.size).toBeGreaterThan(200);
      expect(isomorphic([...linked], [...turtle])).toBe(true);
      for (const quad of turtle.getQuads(null, namedNode(`${DCT}modified`), null, null)) {
        turtle.removeQuad(quad);
      }
      expect(isomorphic([...linked], [...turtle])).toBe(false);
    },
  );

  test('it keeps to the rules of DCAT-AP 3, versions included', async () => {
    const pages = await harvest(`${served.url}/catalog.ttl`, fromTurtle);
    const versions = await Promise.all(
      [1, 2].map(async (number) => fromTurtle(await text(`/publications/${number}/catalog.ttl`))),
    );
    const graph = union([...pages, ...versions]);
    expect(await violations(graph)).toEqual([]);
    // The rules are of use: a catalogue without a title breaks them.
    for (const quad of graph.getQuads(
      ...([namedNode(`${served.url}/catalog`), namedNode(`${DCT}title`), null, null] as const),
    )) {
      graph.removeQuad(quad);
    }
    expect((await violations(graph)).join()).toContain('/catalog');
  });

  test('a dataset has its files, with size and digest, under addresses that stay the same', async () => {
    const { files } = await served.manifest(2);
    const graph = union(await harvest(`${served.url}/catalog.ttl`, fromTurtle));
    const value = (subject: string, predicate: string) =>
      graph.getObjects(namedNode(subject), namedNode(predicate), null).map((each) => each.value);
    for (const { table, format, path, bytes, sha256 } of files) {
      const distribution = `${served.url}/catalog#${table}-${format}`;
      expect(value(`${served.url}/catalog#${table}`, `${DCAT}distribution`)).toContain(
        distribution,
      );
      expect(value(distribution, `${DCAT}downloadURL`)).toEqual([
        `${served.url}/publications/latest/${path}`,
      ]);
      expect(value(distribution, `${DCAT}byteSize`)).toEqual([String(bytes)]);
      expect(value(distribution, `${DCT}license`)).toEqual([
        'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
      ]);
      const [checksum] = graph.getObjects(
        namedNode(distribution),
        namedNode('http://spdx.org/rdf/terms#checksum'),
        null,
      );
      const digests = graph.getObjects(
        checksum ?? null,
        namedNode('http://spdx.org/rdf/terms#checksumValue'),
        null,
      );
      expect(digests.map((each) => each.value)).toEqual([sha256]);
    }
  });

  test('a publication is a version of each dataset, and names the one before', async () => {
    const newest = fromTurtle(await text('/catalog.ttl'));
    const at = (number: number) => `${served.url}/publications/${number}/catalog#cohorts`;
    const main = namedNode(`${served.url}/catalog#cohorts`);
    const versions = newest.getObjects(main, namedNode(`${DCAT}hasVersion`), null);
    expect(versions.map(({ value }) => value)).toEqual([at(2), at(1)]);
    const second = fromTurtle(await text('/publications/2/catalog.ttl'));
    const of = (name: string) =>
      second
        .getObjects(namedNode(at(2)), namedNode(`${DCAT}${name}`), null)
        .map((each) => each.value);
    expect(of('version')).toEqual(['2']);
    expect(of('isVersionOf')).toEqual([main.value]);
    expect(of('previousVersion')).toEqual([at(1)]);
    const [download] = second.getObjects(
      namedNode(`${at(2)}-csv`),
      namedNode(`${DCAT}downloadURL`),
      null,
    );
    expect(download?.value).toBe(`${served.url}/publications/2/files/cohorts.csv`);
  });

  test('services are there with the first page, MCP not', async () => {
    const [first, second] = await harvest(`${served.url}/catalog.ttl`, fromTurtle);
    const urls = first?.getObjects(null, namedNode(`${DCAT}endpointURL`), null);
    expect(urls?.map(({ value }) => value)).toEqual(
      ['/graphql', '/reports', '/odata/'].map((path) => `${served.url}${path}`),
    );
    expect(second?.getSubjects(TYPE, namedNode(`${DCAT}DataService`), null)).toEqual([]);
  });

  test('the form is the one that is preferred, JSON-LD without a preference', async () => {
    const typeOf = async (accept?: string) =>
      (await served.get('/catalog', accept === undefined ? {} : { accept })).headers.get(
        'content-type',
      );
    expect(await typeOf()).toBe('application/ld+json; charset=utf-8');
    expect(await typeOf('text/turtle')).toBe('text/turtle; charset=utf-8');
    expect(await typeOf('application/ld+json;q=0.5, text/turtle;q=0.9')).toContain('turtle');
    expect((await served.get('/catalog', { accept: 'image/png' })).status).toBe(406);
    const { headers } = await served.get('/catalog');
    expect(headers.get('vary')).toContain('accept');
    const known = await served.get('/catalog', { 'if-none-match': headers.get('etag') ?? '' });
    expect(known.status).toBe(304);
  });
});

describeEachEngine('the catalogue of a fictitious register on', (openDatabase) => {
  test('says so in every title and description, and has no licence', async () => {
    const database = await openDatabase();
    await publishSmallRegister(database);
    await using served = await servePublished(database);
    const pages = await harvest(`${served.url}/catalog.ttl?lang=fr`, fromTurtle);
    const graph = union(pages);
    const kinds = ['Catalog', 'Dataset', 'Distribution', 'DataService'];
    const nodes = kinds.flatMap((kind) => graph.getSubjects(TYPE, namedNode(DCAT + kind), null));
    expect(nodes.length).toBeGreaterThan(80);
    for (const node of nodes) {
      const [title] = graph.getObjects(node, namedNode(`${DCT}title`), null);
      expect([node.value, title?.value]).toEqual([
        node.value,
        expect.stringMatching(/^\[Fictif\] /),
      ]);
      for (const { value } of graph.getObjects(node, namedNode(`${DCT}description`), null)) {
        expect([node.value, value.includes('fictives')]).toEqual([node.value, true]);
      }
    }
    expect(graph.getQuads(null, namedNode(`${DCT}license`), null, null)).toEqual([]);
    // In French alone.
    const languages = [...graph].flatMap(({ object }) =>
      object.termType === 'Literal' && object.language !== '' ? [object.language] : [],
    );
    expect(new Set(languages)).toEqual(new Set(['fr']));
    const manifest = await served.manifest(1);
    expect([manifest.demonstration, manifest.licence]).toEqual([true, null]);
    expect(manifest.notice?.fr).toContain('fictives');
  });
});
