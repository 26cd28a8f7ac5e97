import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** What an operator adds to the theme. */
export interface OwnTheme {
  /** The name of the site; null = the product's. */
  readonly name: string | null;
  readonly files: readonly OwnFile[];
}

interface OwnFile {
  readonly name: string;
  readonly type: string;
  readonly body: Buffer;
}

/** Nothing. */
export const NO_OWN_THEME: OwnTheme = { name: null, files: [] };

/** Files that a theme may have, by their ending. No scripts: what pages run is the product's. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** Bytes of all files of a theme: they stay in memory. */
const MOST_BYTES = 10_485_760;

/** A folder of a theme that cannot be used; the message says why. */
export class ThemeError extends Error {
  override readonly name = 'ThemeError';
}

/**
 * Reads the folder of an operator's theme; null = none. Hidden files are left out.
 *
 * - Throws `ThemeError` for a folder that cannot be read, has a file that pages do not use, or is too
 *   large.
 */
export async function readOwnTheme(name: string | null, folder: string | null): Promise<OwnTheme> {
  if (folder === null) return { name, files: [] };
  const files: OwnFile[] = [];
  let left = MOST_BYTES;
  for (const each of await filesOf(folder)) {
    const type = TYPES[extname(each).toLowerCase()];
    if (type === undefined || !/^[\w.-]+$/.test(each)) {
      throw new ThemeError(
        `THEME_DIR has ${JSON.stringify(each)}: files are accepted whose names have letters, digits and . _ - and end in ${Object.keys(TYPES).join(', ')}`,
      );
    }
    const body = await readFile(join(folder, each));
    left -= body.byteLength;
    if (left < 0) {
      throw new ThemeError(`THEME_DIR is ${folder}: its files have more than ${MOST_BYTES} bytes`);
    }
    files.push({ name: each, type, body });
  }
  return { name, files };
}

async function filesOf(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((each) => !each.startsWith('.')).toSorted();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new ThemeError(
      `THEME_DIR is ${folder}, which cannot be read (${code}): a folder with theme.css, logo.svg, icon.svg is accepted`,
    );
  }
}
