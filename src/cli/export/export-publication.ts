import { join } from 'node:path';
import { catalogue } from '../../http/descriptors/catalogue.ts';
import type { CatalogueParts } from '../../http/descriptors/catalogue-terms.ts';
import { CSVM, csvwGroup, csvwTable } from '../../http/descriptors/csvw.ts';
import { dataPackage } from '../../http/descriptors/data-package.ts';
import { jsonLd, turtle } from '../../http/descriptors/linked-data.ts';
import {
  type Manifest,
  manifestIn,
  manifestText,
  sha256Of,
  tablesOf,
} from '../../http/open-data/manifest.ts';
import { ExportError } from './export-error.ts';
import type { Exported, ExportTarget } from './target.ts';

/** What is exported. */
export interface ExportParts {
  readonly manifest: Manifest;
  /** Where its files are. */
  readonly folder: string;
  /** Address at which the target is read; no slash at its end. */
  readonly base: string;
  readonly publisher: string;
  readonly firstPublishedAt: string;
  /** Whether it is the newest publication, which the descriptions at the root are of. */
  readonly isNewest: boolean;
  readonly signal: AbortSignal;
}

export interface ExportedPublication {
  readonly publication: number;
  /** Files that were written, descriptions included. */
  readonly written: number;
  readonly kept: number;
  /** Name of the manifest. */
  readonly manifest: string;
}

/** Descriptions at the root, of the newest publication that was exported. */
const ROOT = ['manifest.json', 'datapackage.json', 'catalog.jsonld', 'catalog.ttl'];

/** Descriptions of one publication, in its folder. */
const OWN = ['manifest.json', 'datapackage.json', 'csvw.json', 'catalog.jsonld', 'catalog.ttl'];

/**
 * Throws `ExportError` where the root has a description that no export has written: sites have a
 * `manifest.json` of their own, which is not replaced.
 */
export async function checkRoot(target: ExportTarget, signal: AbortSignal): Promise<void> {
  for (const name of ['manifest.json', 'datapackage.json']) {
    const text = await target.read(name, signal);
    if (text === null || isOwn(text)) continue;
    throw new ExportError(
      `${target.label} has a ${name} that was not written by an export: choose a place of its own for the files, or remove it`,
    );
  }
}

/** Whether a description names a publication and its edition, as ours do. */
function isOwn(text: string): boolean {
  const { publication, edition } = manifestIn(text) ?? {};
  return typeof publication === 'number' && typeof edition === 'string';
}

/**
 * Writes files first, then what describes them, the manifest last: whoever reads that finds all it
 * names. Where files of the publication change, its descriptions go first. What is there with the same
 * digest is not written again.
 *
 * - Throws `ExportError` when something is not there as it was written, once the descriptions are gone.
 */
export async function exportPublication(
  target: ExportTarget,
  parts: ExportParts,
): Promise<ExportedPublication> {
  const { manifest, folder, signal } = parts;
  const at = `publications/${manifest.publication}/`;
  await removeOutdated(target, parts, at);
  const files = manifest.files.map(
    ({ path, bytes, sha256, media_type: mediaType }): Exported => ({
      ...{ name: `${at}${path}`, bytes, sha256, mediaType },
      content: { path: join(folder, path) },
    }),
  );
  let written = 0;
  let kept = 0;
  const all = [...files, ...(await descriptionsOf(parts, at))];
  for (const exported of all) {
    signal.throwIfAborted();
    if (await target.has(exported, signal)) {
      kept += 1;
      continue;
    }
    await target.write(exported, signal);
    written += 1;
  }
  for (const exported of all) {
    if (await target.has(exported, signal)) continue;
    await removeDescriptions(target, parts, at);
    throw new ExportError(
      `${exported.name} is not in ${target.label} as it was written: another export writes there too, or it does not keep what it takes. What described the files was removed: export again, one at a time`,
    );
  }
  const name = parts.isNewest ? 'manifest.json' : `${at}manifest.json`;
  return { publication: manifest.publication, written, kept, manifest: name };
}

/** Removes descriptions that would tell of files as they are about to be no longer. */
async function removeOutdated(target: ExportTarget, parts: ExportParts, at: string): Promise<void> {
  const before = await target.read(`${at}manifest.json`, parts.signal);
  if (before === null || before === manifestText(parts.manifest)) return;
  await removeDescriptions(target, parts, at);
}

async function removeDescriptions(
  target: ExportTarget,
  { manifest, isNewest, signal }: ExportParts,
  at: string,
): Promise<void> {
  if (isNewest || (await isAtRoot(target, manifest.publication, signal))) {
    for (const name of ROOT) await target.remove(name, signal);
  }
  for (const name of OWN) await target.remove(`${at}${name}`, signal);
}

async function isAtRoot(
  target: ExportTarget,
  publication: number,
  signal: AbortSignal,
): Promise<boolean> {
  const text = await target.read('manifest.json', signal);
  if (text === null) return false;
  const there = manifestIn(text);
  // What is no manifest was not written by this program.
  return there === null || there.publication === publication;
}

async function descriptionsOf(parts: ExportParts, at: string): Promise<readonly Exported[]> {
  const { manifest, isNewest } = parts;
  const csvm = 'application/csvm+json';
  const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
  const hasCsv = manifest.files.some(({ format }) => format === 'csv');
  const tables = tablesOf(manifest).filter(({ files }) =>
    files.some(({ format }) => format === 'csv'),
  );
  const own = [
    ...tables.map((table) =>
      textFile(
        `${at}files/${table.table}.csv-metadata.json`,
        json(csvwTable(table, manifest)),
        csvm,
      ),
    ),
    ...(hasCsv ? [textFile(`${at}csvw.json`, json(csvwGroup(manifest)), csvm)] : []),
    ...(await cataloguesOf(parts, 'PUBLICATION', at)),
    textFile(`${at}datapackage.json`, json(dataPackage(manifest, '')), 'application/json'),
    textFile(`${at}manifest.json`, manifestText(manifest), 'application/json'),
  ];
  if (!isNewest) return own;
  return [
    ...own,
    textFile('.well-known/csvm', CSVM, 'text/plain; charset=utf-8'),
    ...(await cataloguesOf(parts, 'NEWEST', '')),
    textFile('datapackage.json', json(dataPackage(manifest, at)), 'application/json'),
    textFile('manifest.json', json(atRoot(manifest, at)), 'application/json'),
  ];
}

/** The manifest with the paths that its files have from the root. */
function atRoot(manifest: Manifest, at: string): Manifest {
  const files = manifest.files.map((file) => ({ ...file, path: `${at}${file.path}` }));
  return { ...manifest, files };
}

async function cataloguesOf(
  { manifest, base, publisher, firstPublishedAt }: ExportParts,
  of: CatalogueParts['of'],
  at: string,
): Promise<readonly Exported[]> {
  const graph = catalogue(
    {
      ...{ manifest, base, publisher, firstPublishedAt, of },
      publications: [manifest.publication],
      ...{ hasLatest: false, services: false, language: null },
    },
    null,
  );
  return [
    textFile(`${at}catalog.jsonld`, jsonLd(graph), 'application/ld+json'),
    textFile(`${at}catalog.ttl`, await turtle(graph), 'text/turtle'),
  ];
}

function textFile(name: string, text: string, mediaType: string): Exported {
  return {
    name,
    mediaType,
    bytes: Buffer.byteLength(text),
    sha256: sha256Of(text),
    content: { text },
  };
}
