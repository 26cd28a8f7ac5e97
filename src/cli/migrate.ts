import { openDatabase, upgradeDatabase } from '../app.ts';
import type { Config } from '../config.ts';

/** Brings the database up to date, and prints the migrations that were run. */
export async function runMigrate(config: Config): Promise<void> {
  await using database = await openDatabase(config);
  const done = await upgradeDatabase(database);
  for (const name of done) console.log(name);
  console.log(`${database.label} is up to date`);
}
