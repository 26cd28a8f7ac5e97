import { readFileSync } from 'node:fs';
import type { Fiche } from '../../../../src/domain/certification/fiche.ts';
import type { Finding } from '../../../../src/domain/findings/finding.ts';
import type { ExportLimits } from '../../../../src/ingest/sources/export/fiche-tree.ts';
import {
  type ExportSummary,
  readExport,
} from '../../../../src/ingest/sources/export/xml-export.ts';

export const DATA = new URL('../../../data/', import.meta.url);
/** Genuine records, beside the project on some machines. */
export const SAMPLES = new URL('../../../../../shared/data/france-competences/', import.meta.url);

export function dataFile(name: string): Buffer {
  return readFileSync(new URL(name, DATA));
}

/** Bytes in pieces of a given size, as a stream gives them. */
export async function* pieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

interface WholeExport {
  readonly fiches: Fiche[];
  readonly findings: Finding[];
  readonly summary: ExportSummary;
}

/** Reads an export to its end. */
export async function readWhole(
  bytes: AsyncIterable<Uint8Array> | Uint8Array | string,
  limits?: ExportLimits,
): Promise<WholeExport> {
  const buffer = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const stream = buffer instanceof Uint8Array ? pieces(buffer) : buffer;
  const reader = readExport(stream, 'export.xml', limits);
  const fiches: Fiche[] = [];
  const findings: Finding[] = [];
  for await (const batch of reader.batches()) {
    for (const read of batch) {
      if (read.fiche) fiches.push(read.fiche);
      findings.push(...read.findings);
    }
  }
  return { fiches, findings, summary: reader.summary() };
}

/** A document of flow 4.1 around some fiches. */
export function flow(fiches: string, version = '4.1'): string {
  return `<?xml version="1.0" encoding="UTF-8"?><FICHES><VERSION_FLUX>${version}</VERSION_FLUX>${fiches}</FICHES>`;
}

/** The smallest fiche that is accepted, with more inside. */
export function fiche(number: string, more = ''): string {
  return `<FICHE><NUMERO_FICHE>${number}</NUMERO_FICHE><INTITULE>Titre</INTITULE>${more}</FICHE>`;
}
