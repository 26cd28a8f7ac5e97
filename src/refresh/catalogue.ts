import * as v from 'valibot';
import { type PlainDate, plainDate } from '../domain/calendar.ts';
import { REGISTERS, type Register } from '../domain/certification/register-code.ts';
import { parseAddress } from './address.ts';
import { RefreshError, TransferError } from './refresh-error.ts';
import { get, statusError, type Transfer, withRetries } from './transfer.ts';

/** The dataset of both registers on data.gouv. */
const DATASET = '5eebbc067a14b6fecc9c9976';

/** A hash of a file, hexadecimal in lower case. */
export interface Checksum {
  readonly type: 'sha1' | 'sha256';
  readonly value: string;
}

/** An export as the catalogue lists it. */
export interface ListedExport {
  readonly register: Register;
  readonly day: PlainDate;
  /** Its file name. */
  readonly name: string;
  readonly url: URL;
  /** Null where the catalogue does not say it, or says it by another function. */
  readonly bytes: number | null;
  readonly checksum: Checksum | null;
}

/** The newest day of which both registers are listed. */
export interface ListedPair {
  readonly day: PlainDate;
  readonly exports: readonly ListedExport[];
  /** Later days of which one register is missing. */
  readonly incomplete: readonly { readonly day: PlainDate; readonly missing: Register }[];
}

const CATALOGUE = v.object({ resources: v.array(v.unknown()) });

const RESOURCE = v.object({
  url: v.string(),
  filesize: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0))),
  checksum: v.nullish(v.object({ type: v.string(), value: v.string() })),
});

const TITLED = v.object({ title: v.string(), last_modified: v.nullish(v.string()) });

/** What an export is called: nothing else may become the name of a file. */
const TITLE = /^export-fiches-(rncp|rs)-v4-1-(\d{4})-(\d{2})-(\d{2})\.zip$/;

/**
 * Reads the catalogue and finds the newest day, of those up to today, of which it lists both exports.
 *
 * - Throws `RefreshError` when it cannot be read, has another shape or lists no such day.
 */
export async function findNewestPair(
  base: URL,
  today: PlainDate,
  transfer: Transfer,
): Promise<ListedPair> {
  const address = new URL(`api/1/datasets/${DATASET}/`, withSlash(base));
  const text = await withRetries(() => readText(address, transfer), transfer);
  return newestPair(parseCatalogue(text, address), { today, address });
}

/** What to do about a catalogue that is not as it was. */
const BY_HAND =
  'it may have changed, or REFRESH_URL be wrong; until this is mended import the files by hand';

function withSlash(base: URL): URL {
  const url = new URL(base);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

async function readText(address: URL, transfer: Transfer): Promise<string> {
  const what = `the catalogue ${address.href}`;
  const answer = await get(address, { accept: 'application/json' }, transfer);
  if (answer.status !== 200) {
    await answer.discard();
    throw statusError(what, answer);
  }
  const chunks: Uint8Array[] = [];
  const most = transfer.limits.catalogueBytes;
  let bytes = 0;
  for await (const chunk of answer.chunks()) {
    bytes += chunk.length;
    if (bytes > most) {
      throw new TransferError(`${what} has more than ${most} bytes: ${BY_HAND}`, {
        ...{ retry: false, failure: 'CATALOGUE' },
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseCatalogue(text: string, address: URL): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new RefreshError(`the catalogue ${address.href} is not JSON: ${BY_HAND}`, {
      ...{ failure: 'CATALOGUE', cause },
    });
  }
  const result = v.safeParse(CATALOGUE, value);
  if (result.success) return result.output.resources;
  throw new RefreshError(`the catalogue ${address.href} has no list "resources": ${BY_HAND}`, {
    failure: 'CATALOGUE',
  });
}

interface Entry {
  readonly register: Register;
  readonly day: PlainDate;
  readonly name: string;
  readonly lastModified: string;
  readonly resource: unknown;
}

/** The newest pair of a list of resources; of two with one title the last modified counts. */
function newestPair(
  resources: readonly unknown[],
  { today, address }: { readonly today: PlainDate; readonly address: URL },
): ListedPair {
  const days = new Map<PlainDate, Map<Register, Entry>>();
  for (const resource of resources) {
    const entry = entryOf(resource);
    if (!entry || entry.day > today) continue;
    const ofDay = days.get(entry.day) ?? new Map<Register, Entry>();
    const before = ofDay.get(entry.register);
    if (!before || entry.lastModified >= before.lastModified) ofDay.set(entry.register, entry);
    days.set(entry.day, ofDay);
  }
  const incomplete: { day: PlainDate; missing: Register }[] = [];
  for (const [day, entries] of [...days].toSorted(([a], [b]) => (a < b ? 1 : -1))) {
    const missing = REGISTERS.find((register) => !entries.has(register));
    if (missing === undefined) {
      const exports = REGISTERS.flatMap((register) => entries.get(register) ?? []);
      return { day, exports: exports.map((entry) => listedExport(entry, address)), incomplete };
    }
    incomplete.push({ day, missing });
  }
  throw new RefreshError(
    `the catalogue ${address.href} lists ${resources.length} resources, and no day of which there are both export-fiches-rncp-v4-1-YYYY-MM-DD.zip and export-fiches-rs-v4-1-YYYY-MM-DD.zip: ${BY_HAND}`,
    { failure: 'CATALOGUE' },
  );
}

/** What a resource is an export of; null when it is none. */
function entryOf(resource: unknown): Entry | null {
  const titled = v.safeParse(TITLED, resource);
  if (!titled.success) return null;
  const { title: name, last_modified: lastModified } = titled.output;
  const [, register, year, month, day] = TITLE.exec(name) ?? [];
  const date = plainDate(Number(year), Number(month), Number(day));
  if (!date) return null;
  return {
    register: register === 'rncp' ? 'RNCP' : 'RS',
    day: date,
    name,
    lastModified: lastModified ?? '',
    resource,
  };
}

function listedExport({ register, day, name, resource }: Entry, address: URL): ListedExport {
  const result = v.safeParse(RESOURCE, resource);
  if (!result.success) {
    const [issue] = result.issues;
    throw new RefreshError(
      `the catalogue ${address.href} lists ${name} in another form (${v.getDotPath(issue) ?? 'resource'}: ${issue.message}): ${BY_HAND}`,
      { failure: 'CATALOGUE' },
    );
  }
  const { url, filesize, checksum } = result.output;
  const parsed = parseAddress(url, address);
  if (!parsed) {
    throw new RefreshError(
      `the catalogue ${address.href} has ${name} at ${JSON.stringify(url.slice(0, 200))}, which is not accepted: https is; import the files by hand`,
      { failure: 'CATALOGUE' },
    );
  }
  return {
    ...{ register, day, name, url: parsed, bytes: filesize ?? null },
    checksum: checksum ? checksumOf(checksum) : null,
  };
}

function checksumOf({ type, value }: { type: string; value: string }): Checksum | null {
  const hash = value.toLowerCase();
  const kind = type.toLowerCase().replace('-', '');
  if (kind === 'sha1' && /^[0-9a-f]{40}$/.test(hash)) return { type: kind, value: hash };
  if (kind === 'sha256' && /^[0-9a-f]{64}$/.test(hash)) return { type: kind, value: hash };
  return null;
}
