import { resolve } from 'node:path';

/** A path as it was given to a command: from the folder that npm was called in, where npm ran it. */
export function givenPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}
