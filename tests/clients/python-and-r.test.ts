import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATASETS } from '../../src/datasets/catalogue.ts';
import type { Cell, ColumnType } from '../../src/datasets/dataset.ts';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { openMigratedPglite } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { programThat } from '../support/programs.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';

const CLIENTS = fileURLToPath(new URL('../../clients/', import.meta.url));

// None comes with the project; CI has them but for PyArrow.
const PYTHONS = ['python3', '/usr/bin/python3'];
const PYTHON = programThat(PYTHONS, '-c', 'import sys; sys.exit(sys.version_info < (3, 9))');
const PANDAS = programThat(PYTHONS, '-c', 'import pandas');
const RSCRIPT = programThat(['Rscript'], '-e', 'library(curl); library(jsonlite)');

let database: Database;
let server: QuestionServer;
let folder: string;
beforeAll(async () => {
  database = await openMigratedPglite();
  await publishFiches(database, QUESTION_REGISTER);
  server = await serveQuestions(database, schema);
  folder = await mkdtemp(join(tmpdir(), 'debouches-clients-'));
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

async function textOf(program: string | undefined, args: readonly string[]): Promise<string> {
  const env = { ...process.env, PYTHONPATH: `${CLIENTS}python`, PYTHONDONTWRITEBYTECODE: '1' };
  const { stdout } = await promisify(execFile)(program ?? '', args, {
    ...{ cwd: folder, env, maxBuffer: 50_000_000 },
  });
  return stdout;
}

async function run(program: string | undefined, args: readonly string[]): Promise<unknown> {
  return JSON.parse(await textOf(program, args));
}

/** The statuses with which an address was answered, as the log has them. */
const statusesOf = (path: string) =>
  server.lines.filter((each) => each['path'] === path).map(({ status }) => status);

/** The snippets of the page in a language, sent to the server of the test. */
async function snippets(language: string): Promise<readonly string[]> {
  const page = await readFile(new URL('../../docs/clients.md', import.meta.url), 'utf8');
  const found = page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'));
  return [...found].map(([, text = '']) => text.replaceAll('http://localhost:4000', server.url));
}

/** The pooled rate of each year by the report, and what a snippet prints of it. */
async function pooledAnd(printed: string) {
  const response = await fetch(`${server.url}/reports/insertion-by-year.json?register=RNCP`);
  const { rows } = (await response.json()) as { rows: Record<string, Cell>[] };
  const known = rows.filter((row) => row['global_6_months'] !== null);
  return {
    report: known.map((row) => [row['year'], row['global_6_months']]),
    printed: [...printed.matchAll(/^"?(\d{4})"?,([\d.]+)$/gm)].map(([, year, rate]) => [
      ...[Number(year), Number(rate)],
    ]),
  };
}

/** What a program in Python prints as JSON. */
function python(program: string | undefined, text: string): Promise<unknown> {
  const head = `import json, sys, debouches\nserver = debouches.Server("${server.url}/")\n`;
  return run(program, ['-c', head + text]);
}

/** What a program in R prints as JSON. */
function r(text: string): Promise<unknown> {
  const head = `source("${CLIENTS}r/debouches.R")\nserver <- debouches_server("${server.url}/")
out <- function(value) cat(jsonlite::toJSON(value, auto_unbox = TRUE, null = "null", na = "null", digits = NA))\n`;
  return run(RSCRIPT, ['-e', head + text]);
}

const NAMES = JSON.stringify(DATASETS.map(({ name }) => name));

/** All rows of all reports, by the server itself. */
async function allRows(query = ''): Promise<Record<string, Record<string, Cell>[]>> {
  const entries = DATASETS.map(async ({ name }) => {
    const response = await fetch(`${server.url}/reports/${name}.json${query}`);
    return [name, ((await response.json()) as { rows: Record<string, Cell>[] }).rows] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Types of all columns of all reports, as a language calls them. */
function allTypes(names: Readonly<Record<ColumnType | 'CODES', string>>) {
  return Object.fromEntries(
    DATASETS.map(({ name, columns }) => [
      name,
      columns.map(({ type, codes }) => names[codes ? 'CODES' : type]),
    ]),
  );
}

/** A server that is busy the first time. */
async function busyServer(body: (path: string) => string) {
  let requests = 0;
  const busy = createServer((request, response) => {
    requests += 1;
    response.writeHead(requests === 1 ? 503 : 200, { 'retry-after': '1' });
    response.end(requests === 1 ? '{"code":"TOO_MANY_EXPORTS"}' : body(request.url ?? ''));
  });
  await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(busy.address() as AddressInfo).port}`,
    requests: () => requests,
    [Symbol.dispose]: () => {
      busy.closeAllConnections();
      busy.close();
    },
  };
}

const LIST =
  '{"reports":[{"name":"vae","title":{"en":"a","fr":"b"},"description":"c","grain":"d"}]}';

describe.skipIf(!PYTHON)('debouches.py without pandas', () => {
  const without = "sys.modules['pandas'] = None\n";

  test('reads all rows of all reports as the server has them, days as days', async () => {
    const read = await python(
      PYTHON,
      `${without}import datetime
rows = {name: server.read(name) for name in ${NAMES}}
print(json.dumps(rows, default=lambda day: day.isoformat().replace("+00:00", "Z")))`,
    );
    // A moment has thousandths, which Python leaves out where they are none.
    const text = (value: unknown) => JSON.stringify(value).replace(/(:\d\d)\.\d+Z/g, '$1Z');
    expect(text(read)).toBe(text(await allRows()));
  });

  test('lists reports as the file does, and says which column is what', async () => {
    const read = await python(
      PYTHON,
      `print(json.dumps([list(debouches.REPORTS) == [each["name"] for each in server.reports()],
  server.schema("vae")["columns"][0]["name"], server.check("vae", publication=1)["verdict"]]))`,
    );
    expect(read).toEqual([true, 'certification_code', 'NEWEST']);
  });

  test('says all that is wrong with parameters before it asks, and what the server says after', async () => {
    const known = server.lines.length;
    const read = (await python(
      PYTHON,
      `said = []
def say(of):
    try: of()
    except (debouches.ParameterError, debouches.DebouchesError) as error: said.append([type(error).__name__, str(error), getattr(error, "code", None)])
say(lambda: server.read("cohort"))
say(lambda: server.read("cohorts", levle=6, level=[6, 9], register=["RNCP", "RS"], as_of="2026-13-01", active="si"))
say(lambda: server.read("cohorts", code="RNCP9999999"))
print(json.dumps(said))`,
    )) as string[][];
    const [name, parameters, unknown] = read;
    expect(name?.[1]).toContain("'cohort' is not a report: certifications, blocks");
    expect(name?.[1]).toContain('did you mean cohorts?');
    for (const part of [
      'levle is not known',
      'did you mean level?',
      'level is 9: a whole number from 1 to 8 is accepted',
      "register is ['RNCP', 'RS']: one value is accepted",
      "as_of is '2026-13-01': a day as YYYY-MM-DD is accepted",
      "active is 'si': True or False is accepted",
    ])
      expect(parameters?.[1]).toContain(part);
    expect(unknown).toMatchObject({ 0: 'DebouchesError', 2: 'BAD_USER_INPUT' });
    expect(unknown?.[1]).toContain('RNCP9999999');
    await server.lineOf('/reports/cohorts.jsonl');
    const asked = server.lines.slice(known).map(({ path }) => path);
    expect(asked.filter((path) => path === '/reports/cohorts.jsonl').length).toBe(1);
  });

  test('asks again after the seconds that a busy server says, and keeps answers by their ETag', async () => {
    using busy = await busyServer(() => LIST);
    const read = await python(
      PYTHON,
      `names = [each["name"] for each in debouches.Server("${busy.url}").reports()]
kept = debouches.Server("${server.url}", cache="python-cache")
first = kept.read("vae", frame=False)
print(json.dumps([names, first == kept.read("vae", frame=False), len(first)]))`,
    );
    const { vae = [] } = await allRows();
    expect(read).toEqual([['vae'], true, vae.length]);
    expect(busy.requests()).toBe(2);
    expect((await readdir(join(folder, 'python-cache'))).length).toBeGreaterThan(1);
    await expect.poll(() => statusesOf('/reports/vae.jsonl').slice(-2)).toEqual([200, 304]);
  });
});

describe.skipIf(!PANDAS)('debouches.py with pandas', () => {
  test('reads all rows of all reports into data frames of the right types', async () => {
    const read = (await python(
      PANDAS,
      `import pandas
frames = {name: server.read(name, frame=True) for name in ${NAMES}}
def kind(series):
    return "category" if series.dtype == "category" else str(series.dtype).split("[")[0].split("(")[0]
types = {name: [kind(frame[column]) for column in frame] for name, frame in frames.items()}
def cell(value):
    if value is None or value is pandas.NA or value is pandas.NaT or value != value: return None
    return value.isoformat() if isinstance(value, pandas.Timestamp) else value.item() if hasattr(value, "item") else value
rows = {name: [[cell(value) for value in row] for row in frame.itertuples(index=False)] for name, frame in frames.items()}
print(json.dumps([types, rows, frames["vae"].attrs["labels"]["year"]]))`,
    )) as [unknown, Record<string, Cell[][]>, unknown];
    expect(read[0]).toEqual(
      allTypes({
        ...{ TEXT: 'string', INTEGER: 'Int64', NUMBER: 'float64', BOOLEAN: 'boolean' },
        ...{ DATE: 'datetime64', DATETIME: 'datetime64', CODES: 'category' },
      }),
    );
    const expected = await allRows();
    for (const { name, columns } of DATASETS) {
      const dated = (read[1][name] ?? []).map((row) =>
        row.map((cell, index) => {
          const type = columns[index]?.type;
          if (typeof cell !== 'string') return cell;
          if (type === 'DATE') return cell.replace('T00:00:00', '');
          return type === 'DATETIME' ? new Date(cell).toISOString() : cell;
        }),
      );
      expect(dated).toEqual((expected[name] ?? []).map((row) => Object.values(row)));
    }
    expect(read[2]).toEqual({ fr: expect.any(String), en: expect.any(String) });
  });

  test('runs the program of its page, whose rates are those of the report', async () => {
    const [program = '', ...more] = await snippets('python');
    expect(more).toEqual([]);
    const text = await textOf(PANDAS, ['-c', program]);
    const { report, printed } = await pooledAnd(text);
    expect(report.length).toBeGreaterThan(2);
    expect(printed).toEqual(report);
    // What it prints of the error is what stands beside it.
    expect(program).toContain(`# ${text.trim().split('\n').at(-1)}`);
  });

  test('adds labels, filters and groups as a user does', async () => {
    const read = await python(
      PANDAS,
      `rates = server.read("insertion-rates", register="RNCP", level=[4, 7], labels="fr", publication=1)
usable = rates[(rates.indicator == "GLOBAL_6_MONTHS") & rates.rate.notna()]
pooled = (usable.rate * usable.rate_base).sum() / usable.rate_base.sum()
print(json.dumps([[int(level) for level in sorted(set(rates.level))], float(pooled), sorted(set(rates.register_label))]))`,
    );
    // RNCP130: 77 % of 9; RNCP160: 95 % of 100 and 70 % of 100.
    expect(read).toEqual([
      [4, 7],
      expect.closeTo((77 * 9 + 95 * 100 + 70 * 100) / 209, 6),
      [expect.stringMatching(/^Répertoire national/)],
    ]);
  });
});

describe.skipIf(!RSCRIPT)('debouches.R', () => {
  test('reads all rows of all reports into data frames of the right types', async () => {
    const read = (await r(`
frames <- sapply(jsonlite::fromJSON('${NAMES}'), function(name) debouches_read(server, name), simplify = FALSE)
types <- lapply(frames, function(frame) unname(vapply(frame, function(column) class(column)[1], "")))
plain <- function(column) if (inherits(column, "POSIXct")) format(column + 0.0005, "%Y-%m-%dT%H:%M:%OS3Z") else if (is.factor(column) || inherits(column, "Date")) as.character(column) else column
rows <- lapply(frames, function(frame) lapply(frame, function(column) I(plain(column))))
out(list(types, rows))`)) as [unknown, Record<string, Record<string, Cell[]>>];
    expect(read[0]).toEqual(
      allTypes({
        ...{ TEXT: 'character', INTEGER: 'integer', NUMBER: 'numeric', BOOLEAN: 'logical' },
        ...{ DATE: 'Date', DATETIME: 'POSIXct', CODES: 'factor' },
      }),
    );
    const expected = await allRows();
    for (const { name, columns } of DATASETS) {
      for (const { name: column } of columns) {
        const cells = (expected[name] ?? []).map((row) => row[column]);
        expect([name, column, read[1][name]?.[column]]).toEqual([name, column, cells]);
      }
    }
  });

  test('runs the program of its page, whose rates are those of the report', async () => {
    const [program = '', ...more] = await snippets('r');
    expect(more).toEqual([]);
    const located = program.replace('debouches.R', `${CLIENTS}r/debouches.R`);
    const { report, printed } = await pooledAnd(await textOf(RSCRIPT, ['-e', located]));
    expect(report.length).toBeGreaterThan(2);
    expect(printed).toEqual(report);
  });

  test('adds labels, filters, pins and checks as a user does', async () => {
    const read = await r(`
rates <- debouches_read(server, "insertion-rates", register = "RNCP", level = c(4, 7), labels = "fr", publication = 1)
usable <- subset(rates, indicator == "GLOBAL_6_MONTHS" & !is.na(rate))
out(list(sort(unique(rates$level)), with(usable, sum(rate * rate_base) / sum(rate_base)), unique(rates$register_label),
  debouches_check(server, "vae", publication = 1)$verdict, setequal(names(debouches_reports), debouches_list(server)$name)))`);
    expect(read).toEqual([
      [4, 7],
      expect.closeTo((77 * 9 + 95 * 100 + 70 * 100) / 209, 6),
      expect.stringMatching(/^Répertoire national/),
      ...['NEWEST', true],
    ]);
  });

  test('says all that is wrong with parameters before it asks, and what the server says after', async () => {
    const read = (await r(`
say <- function(of) tryCatch(of, error = function(error) list(class(error)[1], conditionMessage(error), error$code))
out(list(
  say(debouches_read(server, "cohort")),
  say(debouches_read(server, "cohorts", levle = 6, level = c(6, 9), register = c("RNCP", "RS"), as_of = "2026-13-01", active = "si")),
  say(debouches_read(server, "cohorts", code = "RNCP9999999"))))`)) as string[][];
    const [name, parameters, unknown] = read;
    expect(name?.[1]).toContain('"cohort" is not a report: certifications, blocks');
    for (const part of [
      'levle is not known',
      'level is "9": a whole number from 1 to 8 is accepted',
      'register has 2 values: one is accepted',
      'as_of is "2026-13-01": a day as YYYY-MM-DD is accepted',
      'active is "si": TRUE or FALSE is accepted',
    ])
      expect(parameters?.[1]).toContain(part);
    expect(unknown).toMatchObject({ 0: 'debouches_error', 2: 'BAD_USER_INPUT' });
    expect(unknown?.[1]).toContain('RNCP9999999');
  });

  test('asks again after the seconds that a busy server says, and keeps answers by their ETag', async () => {
    using busy = await busyServer(() => LIST);
    const read = await r(`
names <- debouches_list(debouches_server("${busy.url}"))$name
kept <- debouches_server("${server.url}", cache = "r-cache")
first <- debouches_read(kept, "partners")
out(list(names, identical(first, debouches_read(kept, "partners")), nrow(first)))`);
    const { partners = [] } = await allRows();
    expect(read).toEqual(['vae', true, partners.length]);
    expect(busy.requests()).toBe(2);
    await expect.poll(() => statusesOf('/reports/partners.jsonl').slice(-2)).toEqual([200, 304]);
  });
});
