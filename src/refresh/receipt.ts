import { readFile, writeFile } from 'node:fs/promises';
import * as v from 'valibot';

const RECEIPT = v.object({
  url: v.string(),
  validator: v.nullable(v.string()),
  sha256: v.nullable(v.string()),
});

/** What is written beside a file that was downloaded, or begun: where it is from and its state there. */
export interface Receipt {
  readonly url: string;
  /** A strong `ETag`, else `Last-Modified`; null when the server gave neither. */
  readonly validator: string | null;
  /** Hexadecimal; null of a file that is not complete. */
  readonly sha256: string | null;
}

/** The name of the receipt of a file. */
export function receiptPath(path: string): string {
  return `${path}.json`;
}

/** The receipt of a file; null when there is none that can be read. */
export async function readReceipt(path: string): Promise<Receipt | null> {
  try {
    const result = v.safeParse(RECEIPT, JSON.parse(await readFile(receiptPath(path), 'utf8')));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

/** Writes the receipt of a file beside it. */
export function writeReceipt(path: string, receipt: Receipt): Promise<void> {
  return writeFile(receiptPath(path), JSON.stringify(receipt));
}
