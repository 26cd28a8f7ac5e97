import { existsSync, readFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type Config, parseConfig } from '../config.ts';
import { type PlainDate, parsePlainDate } from '../domain/calendar.ts';
import type { ExportCommand } from './export/run-export.ts';
import { failureOf } from './failure.ts';
import type { TokenCommand } from './held.ts';
import type { ImportCommand } from './import.ts';
import type { ModelsCommand } from './models.ts';
import { noteCommands } from './notes/commands.ts';
import type { PruneCommand, WithdrawCommand } from './publications.ts';
import type { RefreshCommand } from './refresh/run-refresh.ts';
import { surveyCommands } from './survey/commands.ts';

const EXIT_CODES = `
Exit codes: 0 done, 1 it failed and nothing was changed but what it says, 2 it was called wrongly.`;

const SETTINGS = `
Settings come from the environment, or from a file .env; .env.example explains each:
  PORT, HOST        where to listen (4000, 127.0.0.1)
  DATA_DIR          folder of the embedded database (.data)
  DATABASE_URL      postgres://user:password@host:5432/database instead of it
  DATABASE_REPLICA_URL  a replica of it, which answers are read from (DATABASE_URL)
  LOG_LEVEL         info, or debug, warn, error, silent
  REQUEST_TIMEOUT_MS  how long an answer may take (10000)
  MAX_GROUPS        groups that one statistic may have (10000)
  OPERATION_COST    milliseconds of processor that one operation may cost (2000)
  CLIENT_BURST_MS, CLIENT_MS_PER_SECOND
                    milliseconds of processor that one client may use at once, and in each second
                    from then on; 0 in each second is without a limit (30000, 500)
  TRUST_PROXY       proxies whose X-Forwarded-For is believed: how many, or their addresses (none)
  MAX_CONCURRENT_QUERIES, MAX_CONCURRENT_REPORTS
                    reads of the database and reports made at once (4, 4)
  REPORT_QUEUE_LIMIT  reports that may be open beside those (380)
  REPORT_TIMEOUT_MS how long a report may take (600000)
  MIN_READ_BYTES_PER_SECOND
                    of a client that reads less the connection is broken (10000)
  MAX_CONNECTIONS   connections that may be open (4000)
  MAX_PAST_PUBLICATIONS, PAST_PUBLICATIONS_BYTES
                    past publications in memory, and their bytes (2, 300000000)
  MAX_SUBSCRIPTIONS subscriptions that may be open (1000)
  CACHE_BYTES       memory for answers that are kept (67108864)
  PERSISTED_OPERATIONS_ONLY  true: without a key nothing else may be asked (false)
  API_KEYS          name:sha256 of each key, between commas; name:sha256:role with a role, which is
                    operator, examiner or body=SIREN
  OIDC_ISSUER, OIDC_AUDIENCE
                    whose tokens (JWT) are accepted, and for whom they have to be issued (nobody's)
  OIDC_JWKS_URL     where the keys of that issuer are (as its discovery document says)
  OIDC_ROLE_CLAIM, OIDC_SIREN_CLAIM
                    claims with the role, and the SIREN of a body (debouches_role, siren)
  SITE_NAME, THEME_DIR
                    what pages call the site, and the folder of a theme of one's own
  FILES_DIR, FILES_MAX_BYTES
                    folder of the whole files of publications (a temporary one), and their bytes
                    (4294967296)
  S3_ENDPOINT, S3_REGION
                    storage that "export" writes to (AWS), and its region (us-east-1); its keys are
                    AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN
  SURVEY_SECRET     what identifiers of holders of surveys are hashed by; without it there are no surveys
  SURVEY_RETENTION_MONTHS
                    how long rows of holders are kept after the year of their award (60)
  REFRESH           true: the server refreshes the registers by itself, at its start and each day (false)
  REFRESH_URL       site that lists the exports (https://www.data.gouv.fr)
  REFRESH_DIR       folder of their downloads (downloads in DATA_DIR)
  REFRESH_MAX_BYTES the most that one may have (1073741824)
  REFRESH_AT        when the server or "refresh --watch" looks each day, in Paris (07:00)
What the method leaves to choose, which docs/method.md#choices explains:
  METHOD_GRACE_MONTHS               months from the close of observation to the due day (6)
  METHOD_RELIABILITY_FROM, METHOD_RELIABILITY_COVERAGE
                                    bases and percentages that reliability goes by (11,20,50; 20,50)
  METHOD_FEWEST_PEERS, METHOD_FEWEST_FUNNEL_PEERS, METHOD_FEWEST_CERTIFICATIONS
                                    under which nothing is compared (5, 10, 5)
  METHOD_MINIMUM_BASE, METHOD_RANKED_FROM
                                    bases of a peer, and of what is ranked (20, 20)
  METHOD_WINSORISED_PERCENT         peers at either end that are drawn in (10)`;

/** Settings of the environment; a file `.env` of the folder adds those that are not set. */
function config(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = parseConfig(process.env);
  for (const warning of settings.warnings) console.error(`warning: ${warning}`);
  return settings;
}

function day(text: string): PlainDate {
  try {
    return parsePlainDate(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}

/** Reads the number of a publication. */
function publicationNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('The number of a publication is accepted, for example 12.');
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A whole number is accepted, for example 14.');
}

/** Reads where a server is reached. */
function serverAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  if (url && isWeb && url.username === '' && url.password === '' && url.search === '') {
    return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
  }
  throw new InvalidArgumentError(
    'An address without a user, a password or parameters is accepted, for example https://debouches.example.',
  );
}

/** Milliseconds between two looks at whether npm is still there. */
const LOOK_MS = 250;

/**
 * Does as if this process were terminated when npm is, which ran it: npm hands the signal to a shell,
 * which ends and hands it on to nobody.
 */
function endWithNpm(): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_MS).unref();
}

/** Ends at the first Ctrl+C or termination; a second one kills, as it does everywhere. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const stop = () => {
    for (const signal of signals) process.off(signal, stop);
    controller.abort();
  };
  for (const signal of signals) process.on(signal, stop);
  return controller.signal;
}

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

// Commands are imported when they run: to migrate does not take loading GraphQL.
const program = new Command('debouches')
  .description('GraphQL reporting and analytics over the registers of France compétences.')
  .version(version())
  .addHelpText('after', `${SETTINGS}\n${EXIT_CODES}`)
  .showHelpAfterError('(add --help for what is accepted)')
  .exitOverride();

program
  .command('serve')
  .description('serve GraphQL; on an empty database, load the demonstration register first')
  .addHelpText(
    'after',
    `\nExamples:\n  debouches serve\n  PORT=8080 debouches serve\n${SETTINGS}\n${EXIT_CODES}`,
  )
  .action(async () => {
    // Read by libraries when they are imported: GraphQL checks each value less suspiciously.
    process.env['NODE_ENV'] ??= 'production';
    await (await import('./serve.ts')).runServe(config(), version(), stopSignal());
  });

program
  .command('migrate')
  .description('bring the database up to date; serve and import do it by themselves')
  .addHelpText('after', EXIT_CODES)
  .action(async () => (await import('./migrate.ts')).runMigrate(config()));

program
  .command('import')
  .description('import files as one publication, all at once or not at all')
  .argument('<files...>', 'XML exports (.xml, .xml.gz, .zip), fiche pages, statistics files')
  .option('--date <day>', 'day the data are of, YYYY-MM-DD; without it, the day in each name', day)
  .option('--title <title>', 'title of the certification of a fiche page')
  .option(
    '--allow-shrink',
    'accept a register that lost more than a tenth of its fiches or figures',
  )
  .option('--allow-older', 'accept an export that is older than the one that is served')
  .option('--hold', 'do not serve it yet: print a token with which it is read before "publish"')
  .addHelpText(
    'after',
    `
The kind of a file is recognised from its content. A register that the files do not carry stays
as it was; the same files of the same day again change nothing. Every file has a day, which is not
in the future: a day that was mistyped is corrected by importing the file again with the right one.

Examples:
  debouches import export-fiches-rncp-v4-1-2026-08-16.zip export-fiches-rs-v4-1-2026-08-16.zip
  debouches import RNCP35746.txt --date 2026-08-16 --title "Chargé de communication cross-média"
  debouches import taux.csv --date 2026-06-30
${EXIT_CODES}`,
  )
  .action(async (files: string[], options: ImportCommand) =>
    (await import('./import.ts')).runImport(config(), files, options),
  );

program
  .command('refresh')
  .description('download the newest exports of both registers from data.gouv.fr and import them')
  .addOption(
    new Option('--watch', 'go on: at once, then each day, and sooner after a failure').conflicts(
      'history',
    ),
  )
  .option('--history <folder>', 'import the exports of a folder instead, day after day')
  .addOption(
    new Option(
      '--hold',
      'do not serve it yet: print a token with which it is read before "publish"',
    ).conflicts(['history', 'watch']),
  )
  .addOption(
    new Option('--report-to-parent', 'as a child process of a server')
      .conflicts(['watch', 'history'])
      .hideHelp(),
  )
  .addHelpText(
    'after',
    `
The newest day of which both exports are published becomes one publication, by the checks of import;
when it is served already nothing is changed. A download that broke off is resumed by the next
refresh. --watch ends at SIGTERM or Ctrl+C. --history skips what is older than what is served, and
ends at the first day that is refused.

Examples:
  debouches refresh
  debouches refresh --watch
  debouches refresh --history /srv/exports
${SETTINGS}
${EXIT_CODES}`,
  )
  .action(async (options: RefreshCommand) =>
    (await import('./refresh/run-refresh.ts')).runRefresh(config(), options, version(), stopSignal),
  );

program
  .command('publications')
  .description('list the publications, newest first: their day, state, size and files')
  .option('--json', 'as JSON', false)
  .addHelpText('after', EXIT_CODES)
  .action(async ({ json }: { json: boolean }) =>
    (await import('./publications.ts')).runPublications(config(), json),
  );

program
  .command('publish')
  .description('serve the publication that "import --hold" or "refresh --hold" made')
  .argument('[number]', 'number of the publication that is held', publicationNumber)
  .addHelpText('after', EXIT_CODES)
  .action(async (id: number | undefined) => (await import('./held.ts')).runPublish(config(), id));

program
  .command('token')
  .description('make a token that opens the publication that is held; it is printed once')
  .argument('[number]', 'number of the publication that is held', publicationNumber)
  .option('--days <days>', 'for how many days it is good, 1 to 90 (14)', wholeNumber)
  .addHelpText('after', EXIT_CODES)
  .action(async (id: number | undefined, options: TokenCommand) =>
    (await import('./held.ts')).runToken(config(), id, options),
  );

program
  .command('prune')
  .description('let past publications go; the history of figures stays')
  .requiredOption('--keep <rule>', 'what stays: 10 publications, 30d, 24m, 10y, between commas')
  .option('--dry-run', 'tell which would go, and change nothing')
  .addHelpText(
    'after',
    `
30d keeps the last publication of each of the last 30 days, 24m of each of the last 24 months, 10y of
each of the last ten years. The one that is served always stays; withdrawn ones go.

Examples:
  debouches prune --keep 30d,24m,10y --dry-run
  debouches prune --keep 100
${EXIT_CODES}`,
  )
  .action(async (options: PruneCommand) =>
    (await import('./publications.ts')).runPrune(config(), options),
  );

program
  .command('rollback')
  .description('withdraw the publication that is served: the one before is served again')
  .option('--reason <text>', 'what its addresses answer', 'rolled back')
  .addHelpText('after', EXIT_CODES)
  .action(async (options: WithdrawCommand) =>
    (await import('./publications.ts')).runWithdraw(config(), undefined, options),
  );

program
  .command('withdraw')
  .description(
    'withdraw a publication, or one that is held: its addresses answer 410 and the reason',
  )
  .argument('<number>', 'number of the publication', publicationNumber)
  .requiredOption('--reason <text>', 'what its addresses answer')
  .addHelpText('after', EXIT_CODES)
  .action(async (id: number, options: WithdrawCommand) =>
    (await import('./publications.ts')).runWithdraw(config(), id, options),
  );

program
  .command('export')
  .description('write the files of a publication and what describes them, for a site of files')
  .argument('<target>', 'a folder, or s3://bucket/prefix')
  .requiredOption(
    '--url <address>',
    'where the files will be read, https://data.example.org/debouches',
  )
  .option('--publication <number>', 'which; without it, the newest', publicationNumber)
  .option('--formats <list>', 'csv, jsonl and parquet, between commas; without it, all of them')
  .addHelpText(
    'after',
    `
What is there with the same digest is not written again; the manifest comes last, so that it never names
a file that is not there. What is interrupted goes on when it is run again.

Examples:
  debouches export site --url https://data.example.org/debouches
  debouches export s3://open-data/debouches --url https://data.example.org/debouches --formats csv,parquet
${EXIT_CODES}`,
  )
  .action(async (target: string, options: ExportCommand) => {
    const settings = config();
    const { runExport } = await import('./export/run-export.ts');
    await runExport(settings, target, options, { env: process.env, stop: stopSignal() });
  });

noteCommands(program, { config, day, exitCodes: EXIT_CODES });
surveyCommands(program, { config, stopSignal, exitCodes: EXIT_CODES });

program
  .command('print-schema')
  .description('print the GraphQL schema, sorted')
  .option('--out <file>', 'write it to a file instead')
  .addHelpText('after', EXIT_CODES)
  .action(async ({ out }: { out?: string }) =>
    (await import('./print-schema.ts')).runPrintSchema(out, stopSignal()),
  );

program
  .command('models')
  .description('write the semantic model for Power BI, Tableau, Cube, dbt and Excel to a folder')
  .argument('<folder>', 'where to; files of the same names in it are replaced')
  .addOption(
    new Option('--language <language>', 'of names, labels and descriptions')
      .choices(['fr', 'en'])
      .default('fr'),
  )
  .option('--url <address>', 'where the server is reached', serverAddress, 'http://localhost:4000')
  .addHelpText(
    'after',
    `
The same files are at /models of a server. The address of a database is to be written into those that
read PostgreSQL: they have placeholders, and never a password.

Example:
  debouches models models --language en --url https://debouches.example
${EXIT_CODES}`,
  )
  .action(async (folder: string, options: ModelsCommand) =>
    (await import('./models.ts')).runModels(folder, options, stopSignal()),
  );

program
  .command('demo')
  .description('write the files of the demonstration, a register and surveys, which are fictitious')
  .argument('[folder]', 'where to', 'demonstration')
  .option('--force', 'replace files of these names that hold something else', false)
  .addHelpText('after', EXIT_CODES)
  .action(async (folder: string, { force }: { force: boolean }) =>
    (await import('./demonstration/run-demo.ts')).runDemo(folder, { force, stop: stopSignal() }),
  );

program
  .command('status')
  .description('tell what is served, how old it is, and what is to be done')
  .option('--json', 'as JSON', false)
  .addHelpText('after', EXIT_CODES)
  .action(async ({ json }: { json: boolean }) =>
    (await import('./status.ts')).runStatus(config(), json),
  );

for (const command of program.commands)
  command.exitOverride().showHelpAfterError('(add --help for what is accepted)');

/** Milliseconds that a command which failed has to end by itself. */
const LINGER_MS = 1_000;

endWithNpm();
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has said it already; help and version are no failures.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    const { message, exitCode } = failureOf(error);
    console.error(message);
    process.exitCode = exitCode;
    // An engine that did not start leaves timers behind, which would keep the process for ever.
    setTimeout(() => process.exit(), LINGER_MS).unref();
  }
}
