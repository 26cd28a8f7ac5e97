import { createHash } from 'node:crypto';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BI_DATASETS, tableName } from '../../datasets/bi.ts';
import type { Dataset, Row } from '../../datasets/dataset.ts';
import { parseParameters } from '../../datasets/parameter.ts';
import { type Batch, readDataset } from '../../datasets/read.ts';
import type { Run } from '../../domain/work.ts';
import { viewOn } from '../../snapshot/day-view.ts';
import type { ReadPublication } from '../../snapshot/publication-reader.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { REPORT_FORMATS } from '../formats/formats.ts';
import { tableSourceOf } from '../reports/table-source.ts';
import { inLockstep } from './lockstep.ts';
import {
  FILE_FORMATS,
  type FileFormat,
  MANIFEST,
  type Manifest,
  manifestOf,
  manifestText,
  mediaTypeOf,
  type PublishedFile,
} from './manifest.ts';

/** What files of a publication are written from. */
export interface FilesSource {
  readonly snapshot: Snapshot;
  /** Reads what the snapshot does not hold. */
  readonly read: ReadPublication;
  readonly making: FilesMaking;
}

/** How rows are made beside other work. */
export interface FilesMaking {
  /** Does what is computed; with the event loop free in between when absent. */
  readonly run?: Run;
  /** Makes some rows, in a turn of their own. */
  readonly part: (act: () => Promise<IteratorResult<Batch>>) => Promise<IteratorResult<Batch>>;
  readonly pause: () => Promise<void> | undefined;
}

/** Making without others to look after. */
export const MADE_ALONE: FilesMaking = { part: (act) => act(), pause: () => undefined };

/** What files are written, and where to. */
export interface FilesWriting {
  readonly folder: string;
  readonly signal: AbortSignal;
  /** All of them when absent. */
  readonly formats?: readonly FileFormat[];
}

/**
 * Writes all tables of a publication to files of a folder that is there and empty, and the manifest
 * last. Rows of a dataset are made once for all formats, and some hundreds of them are held at a time.
 * What is written is on the disk when this is done.
 *
 * - Throws what reading rows does, errors of the disk, and the reason of the signal.
 */
export async function writePublicationFiles(
  source: FilesSource,
  { folder, signal, formats = FILE_FORMATS }: FilesWriting,
): Promise<Manifest> {
  await mkdir(join(folder, 'files'));
  const files: PublishedFile[] = [];
  for (const dataset of BI_DATASETS) {
    files.push(...(await writeDataset(source, dataset, { folder, signal, formats })));
  }
  const manifest = manifestOf(source.snapshot, files);
  const path = join(folder, MANIFEST);
  await writeFile(path, manifestText(manifest), { flush: true });
  await syncFolder(join(folder, 'files'));
  await syncFolder(folder);
  return manifest;
}

async function writeDataset(
  { snapshot, read, making }: FilesSource,
  dataset: Dataset,
  { folder, signal, formats }: Required<FilesWriting>,
): Promise<readonly PublishedFile[]> {
  const day = snapshot.publication.datedOn;
  const { values } = parseParameters(dataset.parameters, new URLSearchParams());
  const batches = readDataset(dataset, {
    ...{ view: viewOn(snapshot, day), read, limit: null },
    values: { ...values, as_of: day },
    ...(making.run && { run: making.run }),
  });
  let rows = 0;
  const counted = async function* (): AsyncGenerator<readonly Row[]> {
    for (;;) {
      signal.throwIfAborted();
      const next = await making.part(() => batches.next());
      if (next.done) return;
      rows += next.value.rows.length;
      yield next.value.rows;
      if (next.value.last) return;
    }
  };
  // What fails for one format ends the others, which wait for it.
  const failed = new AbortController();
  const either = AbortSignal.any([signal, failed.signal]);
  const copies = inLockstep(counted(), formats.length, either);
  const table = tableName(dataset);
  const written = await Promise.allSettled(
    formats.map(async (format, place) => {
      const path = `files/${table}.${format}`;
      const chunks = REPORT_FORMATS[format].write({
        ...{ report: dataset, columns: dataset.columns, language: 'fr', headers: 'names' },
        source: tableSourceOf(snapshot, day, 'fr'),
        batches: copies[place] as AsyncIterable<readonly Row[]>,
        pause: making.pause,
      });
      try {
        return { format, path, ...(await writeChunks(join(folder, path), chunks, either)) };
      } catch (error) {
        failed.abort(error);
        throw error;
      }
    }),
  );
  if (failed.signal.aborted) throw signal.aborted ? signal.reason : failed.signal.reason;
  return written.flatMap((each) =>
    each.status === 'rejected'
      ? []
      : {
          path: each.value.path,
          ...{ table, format: each.value.format, title: dataset.title, rows },
          ...{ bytes: each.value.bytes, sha256: each.value.sha256 },
          media_type: mediaTypeOf(each.value.format),
        },
  );
}

/** Writes chunks to a new file, which is on the disk when this is done. */
async function writeChunks(
  path: string,
  chunks: AsyncIterable<string | Uint8Array>,
  signal: AbortSignal,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const counting = async function* (source: AsyncIterable<string | Uint8Array>) {
    for await (const chunk of source) {
      const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      hash.update(part);
      bytes += part.byteLength;
      yield part;
    }
  };
  const file = await open(path, 'wx');
  await pipeline(chunks, counting, file.createWriteStream({ flush: true }), { signal });
  return { bytes, sha256: hash.digest('hex') };
}

/** Has the names of a folder on the disk, where the system can. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
