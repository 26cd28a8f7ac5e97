import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Listening } from './processes.ts';
import type { Register } from './register.ts';

/** A connection to copy over; compiling would take longer than what is read. */
export async function openForCopy({ href, options }: Register): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: href, options: `${options} -c jit=off` });
  await client.connect();
  return client;
}

/** Copies a table or view out of the database as CSV, and counts the bytes. */
export function copyOf(client: pg.Client, relation: string): Promise<number> {
  const copy = `copy (select * from ${relation}) to stdout (format csv, header)`;
  return sizeOf(client.query(copyTo(copy)));
}

/** Reads a report to its end, and counts the bytes. */
export async function readThrough(server: Listening, address: string): Promise<number> {
  return sizeOf(await bodyOf(server, address));
}

/** Reads a report whole. */
export async function readWhole(server: Listening, address: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await bodyOf(server, address)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function bodyOf({ port }: Listening, address: string): Promise<AsyncIterable<Uint8Array>> {
  const response = await fetch(`http://127.0.0.1:${port}/reports/${address}`, {
    headers: { 'accept-encoding': 'identity' },
  });
  if (!response.ok || !response.body) {
    throw new Error(`${address}: ${response.status} ${await response.text()}`);
  }
  return response.body;
}

async function sizeOf(stream: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const chunk of stream) bytes += chunk.byteLength;
  return bytes;
}

/** Rows of a CSV file under its head: line breaks within quotes end none. */
export function rowsOf(csv: Buffer): number {
  const [quote, lineFeed] = [34, 10];
  let rows = -1;
  let quoted = false;
  for (const byte of csv) {
    if (byte === quote) quoted = !quoted;
    else if (byte === lineFeed && !quoted) rows += 1;
  }
  return rows;
}
