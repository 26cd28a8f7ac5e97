import { createHash, randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { TOKEN_PATTERN } from '../domain/publication-token.ts';
import type { ReadDatabase } from './database.ts';
import type { PublicationState } from './publications.ts';
import type { DB } from './tables.ts';

/** Bytes of a token: 43 characters. */
const TOKEN_BYTES = 32;

/** What a token opens. */
export interface OpenedPublication {
  readonly id: number;
  readonly state: PublicationState;
  readonly withdrawnBecause: string | null;
}

/**
 * Makes a token with which a publication can be read until it expires. It is given back once: its hash
 * is kept.
 */
export async function createToken(
  db: Kysely<DB>,
  publicationId: number,
  expiresAt: Date,
): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await sql`delete from publication_token where expires_at <= now()`.execute(db);
  await db
    .insertInto('publication_token')
    .values({ sha256: hashOf(token), publication_id: publicationId, expires_at: expiresAt })
    .execute();
  return token;
}

/** The publication that a token opens; null for one that is not known, or has expired. */
export async function publicationOfToken(
  database: ReadDatabase,
  token: string,
): Promise<OpenedPublication | null> {
  if (!TOKEN_PATTERN.test(token)) return null;
  await using reading = await database.startReading();
  const { rows } = await sql<OpenedPublication>`
    select id, state, withdrawn_because as "withdrawnBecause"
    from publication_token join publication on id = publication_id
    where sha256 = ${hashOf(token)} and expires_at > now()`.execute(reading.db);
  return rows[0] ?? null;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
