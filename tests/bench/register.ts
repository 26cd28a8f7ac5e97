import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { runProduct } from './processes.ts';
import { writeRegisters } from './real-size.ts';

/** Codes that operations about one certification go through, and bodies. */
const [CODES, BODIES] = [200, 20];

/** A database that holds a register, as the product imported it. */
export interface Register {
  readonly href: string;
  /** Settings of a session in which the tables of what is served have their plain names. */
  readonly options: string;
  /** How many rows it has of each kind. */
  readonly counts: () => Promise<Readonly<Record<string, number>>>;
  /** Certifications that have rates and blocks: what people ask about. */
  readonly codes: () => Promise<string[]>;
  /** Certifying bodies of a usual size. */
  readonly bodies: () => Promise<string[]>;
}

/** Which register a benchmark is of. */
export interface RegisterChoice {
  /** A PostgreSQL server, on which a database is made; or the database of a register. */
  readonly url: string;
  /** How many fiches are made. */
  readonly fiches: number;
  /** The database holds a register that was imported before; nothing is made or dropped. */
  readonly existing: boolean;
}

/** Gives a register to measure, in a database of its own that is dropped afterwards. */
export async function withRegister(
  { url, fiches, existing }: RegisterChoice,
  work: (register: Register) => Promise<void>,
): Promise<void> {
  if (existing) return work(await openRegister(url));
  const folder = await mkdtemp(join(tmpdir(), 'debouches-bench-'));
  try {
    const files = await writeRegisters(folder, fiches);
    await withScratchDatabase(url, async (href) => {
      await runProduct('import', files, { DATABASE_URL: href });
      await work(await openRegister(href));
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

let databases = 0;

/** Makes a new database on a server, and drops it afterwards. */
export async function withScratchDatabase<Result>(
  url: string,
  work: (href: string) => Promise<Result>,
): Promise<Result> {
  databases += 1;
  const name = `debouches_bench_${process.pid}_${databases}`;
  const scratch = new URL(url);
  scratch.pathname = `/${name}`;
  await ask({ href: url }, `create database ${name}`);
  try {
    return await work(scratch.href);
  } finally {
    await ask({ href: url }, `drop database ${name} with (force)`);
  }
}

/** The rows of a statement, over a connection of its own. */
export async function ask<Row = unknown>(
  { href, options }: Pick<Register, 'href'> & Partial<Register>,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: href, ...(options && { options }) });
  await client.connect();
  try {
    const { rows } = await client.query(text, [...values]);
    return rows as Row[];
  } finally {
    await client.end();
  }
}

async function openRegister(href: string): Promise<Register> {
  const [served] = await ask<{ id: number }>(
    { href },
    'select publication_id as id from current_publication',
  );
  if (!served) throw new Error('nothing was imported into this database');
  const options = `-c search_path=register,public -c debouches.publication=${served.id}`;
  const register = { href, options };
  return {
    ...register,
    counts: async () => {
      const tables = ['certification', 'block', 'cohort', 'certification_partner'];
      const columns = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
      const [counts] = await ask<Record<string, number>>(register, `select ${columns.join(', ')}`);
      return counts ?? {};
    },
    codes: async () => {
      const rows = await ask<{ code: string }>(
        register,
        `select code from certification where register = 'RNCP' and exists (
           select from cohort where certification_code = code and global_6_months is not null)
         order by md5(code) limit ${CODES}`,
      );
      return rows.map(({ code }) => code);
    },
    bodies: async () => {
      const rows = await ask<{ siren: string }>(
        register,
        `select siren from certification_certifier where active and siren is not null
         group by siren order by abs(count(*) - 10), siren limit ${BODIES}`,
      );
      return rows.map(({ siren }) => siren);
    },
  };
}
