import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import type { ReadDatabase } from '../../db/database.ts';
import { folderError } from '../../db/engines/data-folder.ts';
import { openTemporaryFolder } from '../../db/engines/temporary-folder.ts';
import { FILE_FORMATS, type FileFormat } from '../../http/open-data/manifest.ts';
import { MADE_ALONE, writePublicationFiles } from '../../http/open-data/write-files.ts';
import { everyPublication } from '../../snapshot/asked-publication.ts';
import { publicationReader } from '../../snapshot/publication-reader.ts';
import { SnapshotStore } from '../../snapshot/store.ts';
import { isDiskFull } from '../failure.ts';
import { givenPath } from '../files/given-path.ts';
import { opened } from '../publications.ts';
import { ExportError } from './export-error.ts';
import { checkRoot, type ExportedPublication, exportPublication } from './export-publication.ts';
import { FolderTarget } from './folder-target.ts';
import { S3Target } from './s3-target.ts';
import type { ExportTarget } from './target.ts';

export interface ExportCommand {
  readonly url: string;
  readonly publication?: number;
  readonly formats?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Writes the files of a publication, and what describes them, to a folder or a storage. */
export async function runExport(
  config: Config,
  target: string,
  command: ExportCommand,
  { env, stop }: { readonly env: Environment; readonly stop: AbortSignal },
): Promise<void> {
  const formats = formatsIn(command.formats);
  const base = baseIn(command.url);
  const to = targetOf(target, config, env);
  await using database = await opened(config);
  const told = await exportFrom(database, config, { ...command, formats, base, to, stop });
  console.log(
    `publication ${told.publication}: ${told.written} files were written to ${to.label} and ${told.kept} were there already; ${told.manifest} lists them`,
  );
}

interface Exporting extends Pick<ExportCommand, 'publication'> {
  readonly formats: readonly FileFormat[];
  readonly base: string;
  readonly to: ExportTarget;
  readonly stop: AbortSignal;
}

async function exportFrom(
  database: ReadDatabase,
  config: Pick<Config, 'method' | 'siteName'>,
  { publication, formats, base, to, stop }: Exporting,
): Promise<ExportedPublication> {
  const store = new SnapshotStore(database, config.method);
  const current = await store.refresh();
  using lease = await store.leaseOf(publication === undefined ? null : { publication });
  const { snapshot } = lease;
  const signal = AbortSignal.any([stop, lease.signal]);
  try {
    await using _held = await to.hold();
    await checkRoot(to, signal);
    await using temporary = await openTemporaryFolder('export').catch((error: unknown) => {
      throw isDiskFull(error) ? noRoom(tmpdir(), error) : folderError(tmpdir(), error, 'TMPDIR');
    });
    const folder = join(temporary.path, 'publication');
    await mkdir(folder);
    const read = publicationReader(database, snapshot, () => signal);
    const manifest = await writePublicationFiles(
      { snapshot, read, making: MADE_ALONE },
      { folder, signal, formats },
    ).catch((error: unknown) => {
      throw isDiskFull(error) ? noRoom(temporary.path, error) : error;
    });
    const all = everyPublication(current);
    const oldest = all.reduce((a, b) => (a.publishedAt < b.publishedAt ? a : b));
    return await exportPublication(to, {
      ...{ manifest, folder, base, signal: stop },
      publisher: config.siteName ?? 'Débouchés',
      firstPublishedAt: oldest.publishedAt.toISOString(),
      isNewest: snapshot.publication.id === current.publication.id,
    });
  } catch (error) {
    if (stop.aborted) {
      throw new ExportError(
        `the export to ${to.label} was interrupted: what is there is whole, and the same command goes on`,
      );
    }
    throw error;
  }
}

function noRoom(folder: string, cause: unknown): ExportError {
  return new ExportError(
    `the disk of ${folder} is full, where files are made before they are exported: make room there, or name another folder with TMPDIR. Nothing was exported`,
    1,
    { cause },
  );
}

/** The formats of a list between commas; all of them without one. */
function formatsIn(text: string | undefined): readonly FileFormat[] {
  if (text === undefined) return FILE_FORMATS;
  const given = text.split(',').map((each) => each.trim().toLowerCase());
  const unknown = given.filter((each) => !(FILE_FORMATS as readonly string[]).includes(each));
  if (unknown.length > 0) {
    throw new ExportError(
      `--formats is ${JSON.stringify(text)}: ${FILE_FORMATS.join(', ')} are accepted, between commas`,
      2,
    );
  }
  return FILE_FORMATS.filter((each) => given.includes(each));
}

/** The address that the files will be read at, without a slash at its end. */
function baseIn(text: string): string {
  const isAddress = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  const { username, password, search, hash } = isAddress ? new URL(text) : new URL('http://x@x');
  if (!isAddress || username + password + search + hash !== '') {
    throw new ExportError(
      '--url is not accepted: the address at which the files will be read is, http or https, without user, query or fragment, for example https://data.example.org/debouches',
      2,
    );
  }
  return text.replace(/\/+$/, '');
}

/** A folder, or s3://bucket/prefix. */
function targetOf(target: string, config: Config, env: Environment): ExportTarget {
  if (target !== '' && !/^[a-z\d]+:\/\//i.test(target)) return new FolderTarget(givenPath(target));
  const [, bucket, path = ''] =
    /^s3:\/\/([a-z\d][a-z\d.-]{1,61}[a-z\d])(?:\/([\w!.*'()/-]*))?$/.exec(target) ?? [];
  if (bucket === undefined) {
    throw new ExportError(
      `${JSON.stringify(target)} cannot be written to: a folder is accepted, or s3://bucket/prefix`,
      2,
    );
  }
  const accessKeyId = env['AWS_ACCESS_KEY_ID'];
  const secretAccessKey = env['AWS_SECRET_ACCESS_KEY'];
  if (!accessKeyId || !secretAccessKey) {
    throw new ExportError(
      'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set: a storage is written to with its keys',
      2,
    );
  }
  const prefix = path.replace(/^\/+|\/+$/g, '');
  return new S3Target({
    ...{ bucket, prefix: prefix === '' ? '' : `${prefix}/` },
    ...{ endpoint: config.s3Endpoint, region: config.s3Region },
    keys: { accessKeyId, secretAccessKey, sessionToken: env['AWS_SESSION_TOKEN'] || null },
  });
}
