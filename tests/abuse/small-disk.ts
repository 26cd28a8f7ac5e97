/**
 * Loaded before a program (`node --import`), gives the folder SMALL_DISK no more room than
 * SMALL_DISK_BYTES, as a disk of that size does: a write that makes a file of it longer fails with
 * `ENOSPC`. Needs no right to mount one.
 */

import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

const folder = process.env['SMALL_DISK'] ?? '';
const size = Number(process.env['SMALL_DISK_BYTES']);
const PAGE = 4096;

const bytesOf = (path: string) => fs.statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** What an import holds back, which comes and goes as one file. */
const RESERVE = 'import-reserve';
const reserved = () => bytesOf(join(folder, RESERVE));

/** Bytes of all files of the folder but that. */
function bytesIn(path: string): number {
  const files = fs.readdirSync(path, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile() && file.name !== RESERVE)
    .reduce((sum, file) => sum + bytesOf(join(file.parentPath, file.name)), 0);
}

let used = bytesIn(folder);
const { writeSync } = fs;

/** As the embedded database writes: bytes of an array at a place of a file. */
function limitedWrite(
  fd: number,
  bytes: Uint8Array,
  offset?: number,
  length = 0,
  position = 0,
): number {
  const longer = Math.max(0, position + length - fs.fstatSync(fd).size);
  // What was removed meanwhile is looked for only when there seems to be no room.
  const room = longer > 0 ? size - reserved() : size;
  if (longer > 0 && used + longer > room) used = bytesIn(folder);
  if (longer > 0 && used + longer > room) {
    const error = new Error('ENOSPC: no space left on device, write');
    throw Object.assign(error, { code: 'ENOSPC', errno: -28, syscall: 'write' });
  }
  used += longer;
  return writeSync(fd, bytes, offset, length, position);
}

fs.writeSync = limitedWrite as typeof fs.writeSync;

fs.promises.statfs = (async () => {
  const free = Math.floor((size - bytesIn(folder) - reserved()) / PAGE);
  return { bavail: free, bfree: free, bsize: PAGE };
}) as unknown as typeof fs.promises.statfs;

syncBuiltinESMExports();
