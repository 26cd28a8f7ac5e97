import { readFile } from 'node:fs/promises';
import { DEPENDENCY_REASONS } from './dependency-reasons.ts';
import type { DependencyFiles } from './print-dependencies.ts';

/** Reads what docs/dependencies.md is printed from. */
export async function readDependencies(): Promise<DependencyFiles> {
  const read = async (name: string) =>
    JSON.parse(await readFile(new URL(`../${name}`, import.meta.url), 'utf8'));
  const { packages } = await read('package-lock.json');
  return { manifest: await read('package.json'), packages, reasons: DEPENDENCY_REASONS };
}
