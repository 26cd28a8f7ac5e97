import { writeFile } from 'node:fs';
import { promisify } from 'node:util';

/** Names of descriptors that a process has open, as a shell gave them to it. */
const NAMES = /^(?:\/dev\/(?:fd\/|std)|\/proc\/self\/fd\/)(\d+|out|err)$/;

const STANDARD: ReadonlyMap<string, number> = new Map([
  ['out', 1],
  ['err', 2],
]);

/**
 * Writes to the descriptor that a path names, `/dev/stdout` or `/dev/fd/3`; false when it names none.
 * To open it by its name would cut off, or replace, what others write to the same file.
 */
export async function writeDescriptor(
  path: string,
  content: string | Uint8Array | Iterable<string>,
): Promise<boolean> {
  const [, name] = NAMES.exec(path) ?? [];
  if (name === undefined) return false;
  const bytes =
    typeof content === 'string' || content instanceof Uint8Array ? content : [...content].join('');
  await promisify(writeFile)(STANDARD.get(name) ?? Number(name), bytes);
  return true;
}
