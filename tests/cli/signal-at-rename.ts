/**
 * Loaded before a program (`node --import`), sends it the signal AT_RENAME_SIGNAL when it renames a file
 * for the AT_RENAME-th time: what it was writing is whole beside what it will be.
 */

import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { rename } = fs.promises;
let left = Number(process.env['AT_RENAME']);

fs.promises.rename = async (from, to) => {
  left -= 1;
  if (left === 0) process.kill(process.pid, process.env['AT_RENAME_SIGNAL']);
  await rename(from, to);
};

syncBuiltinESMExports();
