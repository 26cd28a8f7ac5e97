import type { IncomingHttpHeaders } from 'node:http';

/** The versions of OData that are spoken, the oldest first. */
export const ODATA_VERSIONS = ['4.0', '4.01'] as const;

export type OdataVersion = (typeof ODATA_VERSIONS)[number];

/** What a client may say of the version of its request. */
const SPOKEN = /^4(\.0|\.01)?$/;
const NUMBER = /^\d{1,3}(\.\d{1,3})?$/;

/**
 * The version to answer in: the newest that is spoken and that the client knows; 4.0 for one that says
 * nothing. null where it knows none of them.
 */
export function versionFor(headers: IncomingHttpHeaders): OdataVersion | null {
  const most = headers['odata-maxversion'];
  if (most === undefined) return '4.0';
  if (!NUMBER.test(String(most))) return null;
  return ODATA_VERSIONS.findLast((version) => Number(version) <= Number(most)) ?? null;
}

/** A header that asks for a version that is not spoken; null where none does. */
export function unspokenVersion(headers: IncomingHttpHeaders): string | null {
  const given = headers['odata-version'];
  if (given !== undefined && !SPOKEN.test(String(given))) return String(given);
  return versionFor(headers) === null ? String(headers['odata-maxversion']) : null;
}
