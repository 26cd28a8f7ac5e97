import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { byteRangeOf, notSatisfiable, rangeHead } from '../cache/byte-range.ts';
import { isKnown } from '../cache/etag.ts';
import {
  immutable,
  sendNotModified,
  serverTiming,
  validityOf,
  variedBy,
} from '../cache/send-cached.ts';
import { DATASETS_CONTRACT, headerList } from '../common-headers.ts';
import { sendError, sendProblem } from '../error-response.ts';
import { REPORT_FORMATS } from '../formats/formats.ts';
import type { Problem } from '../problem.ts';
import { MANIFEST, type Manifest, type PublishedFile } from './manifest.ts';
import type { KeptFiles } from './publication-files.ts';
import type { Sending } from './send-descriptor.ts';

/** A file of a publication as it is sent: one of its tables, or the manifest. */
interface Sent {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** The manifest as a file. */
export function manifestFile({ text, sha256, manifest }: KeptFiles): Sent {
  return {
    ...{ path: MANIFEST, bytes: Buffer.byteLength(text), sha256, rows: null },
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-method-version': manifest.method_version,
      link: linksOf(`</publications/${manifest.publication}/datapackage.json>; rel="describedby"`),
    },
  };
}

/** A table as a file. */
export function tableFile(
  { publication, as_of: asOf, method_version: method }: Manifest,
  { path, table, format, bytes, sha256, rows }: PublishedFile,
): Sent {
  const at = `/publications/${publication}`;
  const described =
    format === 'csv'
      ? `<${at}/${path}-metadata.json>; rel="describedby"; type="application/csvm+json"`
      : `<${at}/datapackage.json>; rel="describedby"; type="application/json"`;
  return {
    ...{ path, bytes, sha256, rows },
    headers: {
      'content-type': REPORT_FORMATS[format].mediaType,
      'content-disposition': `attachment; filename="debouches-${table}-${asOf}.${format}"`,
      'x-method-version': method,
      'x-row-count': String(rows),
      link: linksOf(described),
    },
  };
}

function linksOf(described: string): string {
  return `${described}, </about.json>; rel="license"`;
}

/**
 * Sends a file, or the part of it that the request names. `given` is the digest that the address names:
 * bytes of another one are never sent for it.
 */
export async function sendPublished(
  { reply, kept: { folder, manifest }, signal }: Sending,
  file: Sent,
  given: string | null,
): Promise<void> {
  const { record, method, id, headers } = reply.request;
  if (given !== null && given !== file.sha256) {
    sendProblem(reply, otherDigest(manifest, file, given));
    return;
  }
  const asked = { publication: manifest.publication };
  const etag = `"${file.sha256}"`;
  const validity = {
    ...DATASETS_CONTRACT,
    etag,
    'repr-digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
    'cache-control': given === null ? validityOf(asked, record) : immutable(record),
    vary: variedBy('accept-encoding', asked),
    'server-timing': serverTiming(record),
  };
  if (isKnown(headers, { etag })) {
    sendNotModified(reply, validity);
    return;
  }
  const range = byteRangeOf(reply.request, file.bytes, etag);
  if (range === 'UNSATISFIABLE') {
    sendError(reply, notSatisfiable(headers.range, file.bytes));
    return;
  }
  const head = rangeHead(range, file.bytes);
  const part = method === 'HEAD' ? null : (range ?? {});
  // Opened before anything is sent: it may have been let go since it was found.
  const stream = part && createReadStream(join(folder, file.path), part);
  if (stream) await opened(stream);
  const { raw } = reply.hijack();
  raw.writeHead(head.status, headerList(id, file.headers, validity, head.headers));
  if (!stream) {
    raw.end();
    return;
  }
  if (range === null && file.rows !== null) record.rows = file.rows;
  await pipeline(stream, raw, { signal });
}

function opened(stream: ReturnType<typeof createReadStream>): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('open', () => resolve());
    stream.once('error', reject);
  });
}

function otherDigest(manifest: Manifest, { path, sha256 }: Sent, given: string): Problem {
  const { publication, method_version: method, program_version: program } = manifest;
  const name = `/publications/${publication}/${path}`;
  return {
    ...{ status: 410, code: 'PUBLICATION_GONE' },
    detail: {
      en: `${name} was made anew since, and has the SHA-256 ${sha256} and not ${given}: figures are made by method ${method} and version ${program} of the program now; without sha256 the address gives them`,
      fr: `${name} a été refait depuis, et a le SHA-256 ${sha256} et non ${given} : les chiffres sont faits par la méthode ${method} et la version ${program} du programme ; sans sha256, l’adresse les donne`,
    },
  };
}
