/**
 * Loaded before a program (`node --import`), sends it a signal when it calls a function of
 * `node:fs/promises` for so many times, before the call does anything: `SIGNAL_AT=rename:30:SIGTERM`.
 * At a rename what it was writing is whole beside what it will be. With `rename:30:EACCES` that call
 * fails by this error instead.
 */

import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';

const [name, calls, signal] = (process.env['SIGNAL_AT'] ?? '').split(':');
const functions = fs.promises as unknown as Record<string, (...args: unknown[]) => unknown>;
const original = functions[name ?? ''];
let left = Number(calls);

functions[name ?? ''] = async (...args) => {
  left -= 1;
  if (left === 0 && signal?.startsWith('E')) {
    throw Object.assign(new Error(signal), { code: signal, path: args[0] });
  }
  if (left === 0) {
    process.kill(process.pid, signal);
    // It comes with the next turn of the program.
    await wait(20);
  }
  return original?.(...args);
};

syncBuiltinESMExports();
