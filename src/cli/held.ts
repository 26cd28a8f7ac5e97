import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { heldNamed, publishHeld } from '../db/load/publish-held.ts';
import { createToken } from '../db/publication-tokens.ts';
import { parisDate } from '../domain/calendar.ts';
import { expiryOf } from '../domain/publication-token.ts';
import { writeTables } from './imported.ts';
import { opened } from './publications.ts';

export interface TokenCommand {
  /** For which it is good. */
  readonly days?: number;
}

/** Makes a token that opens the publication that is held, and says how it is used. */
export async function tokenFor(
  database: Database,
  id: number | undefined,
  { days }: TokenCommand,
): Promise<string> {
  const expiresAt = expiryOf(new Date(), days);
  await using session = await database.session();
  const held = await heldNamed(session.db, id);
  const token = await createToken(session.db, held.id, expiresAt);
  return [
    `publication ${held.id} is held; until ${expiresAt.toISOString()} it is read with this token, which is told once:`,
    `  ${token}`,
    '  reports:     …/reports/changes.csv?publication_token=…, any other likewise',
    '  GraphQL:     header X-Publication-Token',
    `  differences: …/publications/${held.id}?publication_token=…`,
  ].join('\n');
}

/** Prints a new token for the publication that is held. */
export async function runToken(
  config: Config,
  id: number | undefined,
  options: TokenCommand,
): Promise<void> {
  await using database = await opened(config);
  console.log(await tokenFor(database, id, options));
}

/** Publishes the publication that is held. */
export async function runPublish(config: Config, id: number | undefined): Promise<void> {
  await using database = await opened(config);
  const today = parisDate(new Date());
  const published = await (async () => {
    await using session = await database.session();
    // Awaited, for the session ends with this function.
    return await publishHeld(session, today, id);
  })();
  console.log(`publication ${published} is served from ${database.label}`);
  await writeTables(database, config, today, console.log);
}
