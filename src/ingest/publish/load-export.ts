import { hash } from 'node:crypto';
import type { Session } from '../../db/database.ts';
import type { FindingLedger } from '../../db/load/finding-ledger.ts';
import { codesFirstSeenLater } from '../../db/load/first-seen.ts';
import { VersionWriter } from '../../db/load/version-writer.ts';
import {
  codesOfExport,
  endVersions,
  STILL_VALID,
  type ValidVersion,
  type VersionNumbers,
} from '../../db/load/versions.ts';
import { reserveId, type SourceRecord } from '../../db/publications.ts';
import type { PlainDate } from '../../domain/calendar.ts';
import type { Fiche } from '../../domain/certification/fiche.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import { readExport } from '../sources/export/xml-export.ts';
import type { DatedFile } from './dated-file.ts';

/** What fiches are held against, and what is known of them once they are read. */
export interface LoadState {
  readonly publicationId: number;
  readonly numbers: VersionNumbers;
  readonly ledger: FindingLedger;
  /** What is valid so far. */
  readonly valid: ReadonlyMap<RegisterCode, ValidVersion>;
  /** Exports that are served, and imported again on another day. */
  readonly mistyped: readonly SourceRecord[];
  /** Fiches that supplements speak of: what is valid of them is merged later. */
  readonly supplemented: ReadonlyMap<RegisterCode, unknown>;
  /** Numbers of the versions that exports alone give, by code. */
  readonly bases: Map<RegisterCode, number>;
  /** Fiches that exports have. */
  readonly found: Set<RegisterCode>;
  /** Fiches that exports give otherwise than before, or no longer. */
  readonly changed: Set<RegisterCode>;
}

interface LoadExport {
  readonly session: Session;
  readonly file: DatedFile;
  readonly state: LoadState;
  readonly onBatch: (fiches: number, bytes: number) => void;
}

/**
 * Streams one XML export, writes versions of the fiches that are not as they were, ends those of
 * fiches that are gone, and gives the record of what the file brought in. Of a fiche some hundred
 * bytes are held.
 *
 * - Throws `RefusedFileError` when the file cannot be imported as a whole.
 */
export async function loadExport(load: LoadExport): Promise<SourceRecord> {
  const { session, file, state } = load;
  const { datedOn } = file;
  const id = await reserveId(session.db, 'source');
  const source = { id, kind: 'FEED', datedOn } as const;
  const writer = new VersionWriter(session, source, state);
  let bytes = 0;
  const counted = countBytes(file.open(), (length) => {
    bytes += length;
  });
  const reader = readExport(counted, file.name);
  const stale = await codesFirstSeenLater(session.db, datedOn, mistypedDays(file, state));
  const counts = { certifications: 0, blocks: 0, cohorts: 0, certifiers: 0, partners: 0 };
  try {
    for await (const batch of reader.batches()) {
      for (const { fiche, findings } of batch) {
        if (fiche) {
          addFiche(writer, fiche, { ...state, stale });
          count(counts, fiche);
          state.found.add(fiche.code);
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
  const gone = codesOfExport(state.valid, summary.register).filter(
    (code) => !state.found.has(code),
  );
  await endFiches(session.db, gone, state);
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

/** Days that an export is served under, and is no longer of. */
function mistypedDays({ sha256, datedOn }: DatedFile, { mistyped }: LoadState): PlainDate[] {
  const days = mistyped.filter((source) => source.sha256 === sha256).map((each) => each.datedOn);
  return days.filter((day) => day !== datedOn);
}

/** Ends fiches that no export has any longer; supplements may still speak of them. */
export async function endFiches(
  db: Session['db'],
  codes: readonly RegisterCode[],
  { publicationId, bases, changed }: LoadState,
): Promise<void> {
  await endVersions(db, codes, publicationId);
  for (const code of codes) {
    bases.delete(code);
    changed.add(code);
  }
}

/** Adds a version of a fiche, unless it is what it was. */
function addFiche(
  writer: VersionWriter,
  fiche: Fiche,
  state: LoadState & { readonly stale: ReadonlySet<string> },
): void {
  const { code } = fiche;
  const digest = hash('sha1', JSON.stringify(fiche), 'base64');
  const before = state.valid.get(code);
  const isSame = before?.baseVersion != null && before.digest === digest;
  if (isSame && !state.stale.has(code)) return;
  const number = state.numbers.next();
  state.bases.set(code, number);
  state.changed.add(code);
  writer.addFiche(fiche, {
    ...{ number, digest, baseVersion: number, since: state.publicationId },
    until: state.supplemented.has(code) ? state.publicationId : STILL_VALID,
  });
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
