/** A process that holds a data folder, to be killed: hold-folder.ts FOLDER, with --expose-gc. */
import { setTimeout } from 'node:timers/promises';
import { holdDataFolder } from '../../../src/db/engines/data-folder.ts';

const [folder = ''] = process.argv.slice(2);
// What it answers is dropped: a hold lasts as long as its process, whoever collects what.
holdDataFolder(folder);
await setTimeout(1);
globalThis.gc?.();
await setTimeout(1);
console.log('held');
setInterval(() => {}, 60_000);
