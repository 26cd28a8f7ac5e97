import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, parsePlainDate } from '../../../src/domain/calendar.ts';
import { cleanFiche, HEADER } from '../publish/importer.ts';
import { exportText, type FicheText } from '../sources/export/export-text.ts';

const FIRST_DAY = parsePlainDate('2024-01-01');

/** Days between two alterations of a fiche, a tenth of them each day. */
const DAYS_BETWEEN = 10;

const FICHES = 250;

/** Every so many days a statistics file is imported instead of an export. */
const STATISTICS_EVERY = 5;

/** Writes the file of a day to a folder, and gives its path: each day another register, the same for all who ask. */
export async function writeDay(folder: string, day: number): Promise<string> {
  const date = addDays(FIRST_DAY, day);
  const isStatistics = day % STATISTICS_EVERY === STATISTICS_EVERY - 1;
  const name = isStatistics ? `taux-${date}.csv` : `export_fiches_RNCP_V4_1_${date}.xml`;
  const path = join(folder, name);
  await writeFile(path, isStatistics ? statisticsOf(day) : exportText(fichesOf(day)));
  return path;
}

function fichesOf(day: number): FicheText[] {
  return Array.from({ length: FICHES }, (_, index) => index).flatMap((index) => {
    // The last day on which it was altered.
    const since = day - ((day + index * 7) % DAYS_BETWEEN);
    const isAway = index > 0 && (index + since) % 31 === 0;
    if (isAway) return [];
    return cleanFiche(`RNCP${index + 1}`, {
      title: `Titre ${index} du jour ${since}`,
      extra: `<CAPACITES_ATTESTEES>Savoir ${index} du jour ${since}</CAPACITES_ATTESTEES>`,
      cohorts: [
        ['2020', '20', String(percent(index + since))],
        ['2021', '30', '', String(percent(index - since))],
      ],
    });
  });
}

function statisticsOf(day: number): string {
  const lines = Array.from({ length: 30 }, (_, index) => {
    const code = `RNCP${((index * 37 + day) % FICHES) + 1}`;
    return `${code};2020;20;2;;${percent(index + day)};`;
  });
  return [HEADER, ...lines, ''].join('\n');
}

function percent(number: number): number {
  return ((number % 101) + 101) % 101;
}
