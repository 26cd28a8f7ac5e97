/** Reads the exports that are named as an import does, and throws away what they say. */
import { createReadStream } from 'node:fs';
import { readExport } from '../../src/ingest/sources/export/xml-export.ts';

for (const file of process.argv.slice(2)) {
  const reader = readExport(createReadStream(file, { highWaterMark: 1 << 18 }), file);
  for await (const _batch of reader.batches());
}
