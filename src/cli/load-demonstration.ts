import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from '../db/database.ts';
import { DEMONSTRATION_EXPORTED_ON } from '../demonstration/demonstration.ts';
import { writeDemonstration } from '../demonstration/write.ts';
import { parisDate } from '../domain/calendar.ts';
import type { MethodChoices } from '../domain/method.ts';
import { importFiles } from '../ingest/publish/publish.ts';
import { showProgress } from './progress.ts';

/** A genuine fiche page that comes with the product, and its title, which a copied page lacks. */
const PAGE = fileURLToPath(new URL('../demonstration/RNCP35746.txt', import.meta.url));
const PAGE_TITLE = 'Chargé de communication cross-média';

/** Loads the demonstration register, and its one genuine fiche, into a database that has none. */
export async function loadDemonstration(database: Database, method: MethodChoices): Promise<void> {
  console.log('First start: loading the demonstration register, which is fictitious.');
  const folder = await mkdtemp(join(tmpdir(), 'debouches-demonstration-'));
  const progress = showProgress(process.stderr, () => performance.now(), 'WORDS');
  try {
    const files = await writeDemonstration(folder);
    await importFiles(database, [...files, PAGE], {
      date: DEMONSTRATION_EXPORTED_ON,
      today: parisDate(new Date()),
      title: PAGE_TITLE,
      demonstration: true,
      method,
      onProgress: progress.report,
    });
  } finally {
    progress.end();
    await rm(folder, { recursive: true, force: true });
  }
}
