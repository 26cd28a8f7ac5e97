import { writeFile } from 'node:fs/promises';

/** Options that every benchmark of a register takes. */
export const REGISTER_OPTIONS = {
  fiches: { type: 'string' },
  existing: { type: 'boolean', default: false },
  json: { type: 'string' },
} as const;

/** One line of what was measured. */
export type Figure = Readonly<Record<string, unknown>>;

/**
 * Writes what was measured as JSON, with the command, the day and the versions; nothing without a
 * file.
 */
export async function writeFigures(
  file: string | undefined,
  figures: Readonly<Record<string, Figure | readonly Figure[]>>,
): Promise<void> {
  if (file === undefined) return;
  const script = process.env['npm_lifecycle_event'] ?? 'node';
  const about = {
    command: [`npm run ${script}`, ...(process.argv.length > 2 ? ['--'] : [])]
      .concat(process.argv.slice(2))
      .join(' '),
    date: new Date().toISOString(),
    node: process.version,
  };
  await writeFile(file, `${JSON.stringify({ ...about, ...figures }, null, 2)}\n`);
}

/** Prints the heads of a table, and gives what prints its rows. */
export function printTable(
  heads: readonly (readonly [head: string, width: number])[],
): (cells: readonly (string | number | null)[]) => void {
  const print = (cells: readonly (string | number | null)[]) =>
    console.log(
      cells
        .map((cell, index) => {
          const width = heads[index]?.[1] ?? 0;
          const text = String(cell ?? '-');
          return index === 0 ? text.padEnd(width) : text.padStart(width);
        })
        .join(''),
    );
  print(heads.map(([head]) => head));
  return print;
}

/** A number with so many decimals; null stays null. */
export function decimals(value: number | null, digits: number): string | null {
  return value === null ? null : value.toFixed(digits);
}

/** The address of a server or a database, which the environment has to name. */
export function databaseUrl(): string {
  const url = process.env['DATABASE_URL'];
  if (url) return url;
  console.error(
    'DATABASE_URL is not set: give a PostgreSQL server, on which a database is made; with --existing, the database of a register',
  );
  process.exit(2);
}
