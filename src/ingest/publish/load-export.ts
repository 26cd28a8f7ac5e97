import type { Session } from '../../db/database.ts';
import { RegisterWriter } from '../../db/load/register-writer.ts';
import { reserveId, type SourceRecord } from '../../db/publications.ts';
import type { Fiche } from '../../domain/certification/fiche.ts';
import { readExport } from '../sources/export/xml-export.ts';
import type { DatedFile } from './dated-file.ts';

interface LoadExport {
  readonly session: Session;
  readonly file: DatedFile;
  readonly publicationId: number;
  readonly onBatch: (fiches: number, bytes: number) => void;
}

/**
 * Streams one XML export into the register schema of the session, and gives the record of what
 * it brought in. Memory does not grow with the file.
 *
 * - Throws `RefusedFileError` when the file cannot be imported as a whole.
 */
export async function loadExport(load: LoadExport): Promise<SourceRecord> {
  const { session, file, publicationId } = load;
  const { datedOn } = file;
  const id = await reserveId(session.db, 'source');
  const source = { id, kind: 'FEED', datedOn } as const;
  const writer = new RegisterWriter(session, source, publicationId);
  let bytes = 0;
  const counted = countBytes(file.open(), (length) => {
    bytes += length;
  });
  const reader = readExport(counted, file.name);
  const counts = { certifications: 0, blocks: 0, cohorts: 0, certifiers: 0, partners: 0 };
  try {
    for await (const batch of reader.batches()) {
      for (const { fiche, findings } of batch) {
        if (fiche) {
          writer.addFiche(fiche);
          count(counts, fiche);
        }
        for (const finding of findings) writer.addFinding(finding);
      }
      await writer.flushIfFull();
      load.onBatch(counts.certifications, bytes);
    }
    await writer.finish();
  } catch (error) {
    await writer.abandon();
    throw error;
  }
  const summary = reader.summary();
  return {
    id,
    kind: 'FEED',
    register: summary.register,
    fileName: file.name,
    sha256: file.sha256,
    bytes: file.bytes,
    flowVersion: summary.flowVersion,
    datedOn,
    demonstration: summary.demonstration,
    ...counts,
    refusedFiches: summary.refusedFiches,
    refusedValues: summary.refusedValues,
    unknownElements: Object.fromEntries(summary.unknownElements),
  };
}

type Counts = {
  -readonly [K in 'certifications' | 'blocks' | 'cohorts' | 'certifiers' | 'partners']: number;
};

function count(counts: Counts, fiche: Fiche): void {
  counts.certifications += 1;
  counts.blocks += fiche.blocks.length;
  counts.cohorts += fiche.cohorts.length;
  counts.certifiers += fiche.certifiers.length;
  counts.partners += fiche.partners.length;
}

async function* countBytes(
  chunks: AsyncIterable<Uint8Array>,
  add: (length: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    add(chunk.length);
    yield chunk;
  }
}
