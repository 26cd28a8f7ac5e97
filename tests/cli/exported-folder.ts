import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '../../src/http/open-data/manifest.ts';

/** Files below a folder, with their names from it. */
export const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(folder.length + 1))
    .toSorted();

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** What a manifest says that is not so; `read` gives the bytes of a name. */
export async function untrue(manifest: Manifest, read: (path: string) => Promise<Buffer>) {
  const wrong: string[] = [];
  for (const { path, bytes, sha256: digest } of manifest.files) {
    const found = await read(path);
    if (found.byteLength !== bytes || sha256(found) !== digest) wrong.push(path);
  }
  return wrong;
}

/** The manifest of a folder; null without one. */
export async function manifestIn(folder: string): Promise<Manifest | null> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as Manifest);
}
