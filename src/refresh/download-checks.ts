import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Checksum, ListedExport } from './catalogue.ts';
import { TransferError } from './refresh-error.ts';

/** A file to be downloaded, and what the catalogue says of it. */
export type Wanted = Pick<ListedExport, 'name' | 'url' | 'bytes' | 'checksum'>;

/** Refuses a file that has, or says to have, more bytes than are accepted; null is not known. */
export function refuseTooLarge({ name }: Wanted, bytes: number | null, maxBytes: number): void {
  if (bytes === null || bytes <= maxBytes) return;
  throw new TransferError(
    `${name} has ${bytes} bytes or more and at most ${maxBytes} are accepted: raise REFRESH_MAX_BYTES if that is right`,
    { retry: false, failure: 'DOWNLOAD' },
  );
}

/** Refuses a file whose length is not the one that the catalogue lists, where both are known. */
export function refuseOtherLength(
  { name, url, bytes: listed }: Wanted,
  bytes: number | null,
): void {
  if (listed === null || bytes === null || listed === bytes) return;
  throw new TransferError(
    `${name} has ${bytes} bytes at ${url.host} and ${listed} in the catalogue: one of them is of another day or incomplete; refresh again later`,
    { retry: false, failure: 'DOWNLOAD' },
  );
}

/** Hexadecimal, in lower case. */
type Hashes = Readonly<Record<Checksum['type'], string>>;

/** Refuses a file whose checksum is not the one that the catalogue lists, where it lists one. */
export function refuseOtherHash({ name, url, checksum }: Wanted, hashes: Hashes): void {
  if (!checksum || hashes[checksum.type] === checksum.value) return;
  throw new TransferError(
    `${name} from ${url.host} has the ${checksum.type} ${hashes[checksum.type]}, and the catalogue says ${checksum.value}: it was damaged or changed on the way; refresh again later`,
    { retry: false, failure: 'DOWNLOAD' },
  );
}

/** The hashes of a file, read once. */
export async function hashesOf(path: string): Promise<Hashes> {
  const sha256 = createHash('sha256');
  const sha1 = createHash('sha1');
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    sha256.update(chunk);
    sha1.update(chunk);
  }
  return { sha256: sha256.digest('hex'), sha1: sha1.digest('hex') };
}
