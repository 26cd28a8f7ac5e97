import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import type { Bilingual } from '../../domain/bilingual.ts';
import { BadRequestError, BadUserInputError, UploadTooLargeError } from '../../domain/errors.ts';
import { LARGEST_SURVEY_FILE, MOST_UPLOADED_FILES } from '../../domain/survey/upload.ts';
import type { ReceivedFile } from './survey-imports.ts';

/** A file of a form, with the field that it came in. */
export interface FormFile extends ReceivedFile {
  readonly field: string;
  readonly bytes: number;
}

/** What a form sent. Of a field that comes several times the last value counts. */
export interface ReceivedForm {
  readonly files: readonly FormFile[];
  readonly fields: ReadonlyMap<string, string>;
}

/** Parts that are no files, and bytes of each. */
const MOST_FIELDS = 10;
const LONGEST_FIELD = 200;

/** Characters of a name of a file in messages. */
const LONGEST_NAME = 80;

/** Milliseconds that the parser has for its end once all was received: it waits for the disk alone. */
const END_MS = 10_000;

const MALFORMED: Bilingual = {
  en: 'the body is no form that can be read: multipart/form-data is accepted, whole and with its boundary',
  fr: 'le corps n’est pas un formulaire lisible\u00a0: multipart/form-data est accepté, entier et avec sa limite (boundary)',
};

/**
 * Receives a form; its files go into a folder as they arrive, under numbers, for the process alone. The
 * caller removes the folder, also when this rejects. What is past a limit is not read.
 *
 * - Rejects with `UploadTooLargeError`, `BadUserInputError` for too many parts, `BadRequestError` for what
 *   is no form, and with the error of the connection when the client leaves.
 */
export async function receiveForm(
  request: IncomingMessage,
  folder: string,
  mostBytes: number = LARGEST_SURVEY_FILE,
): Promise<ReceivedForm> {
  const given = Number(request.headers['content-length'] ?? 0);
  if (given > mostBytes) throw new UploadTooLargeError(mostBytes);
  const form = new FormReader(request, folder);
  try {
    let bytes = 0;
    // Left open: the answer is sent on the same connection.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      bytes += (chunk as Buffer).byteLength;
      if (bytes > mostBytes) throw new UploadTooLargeError(mostBytes);
      await form.write(chunk as Buffer);
    }
    return await form.end();
  } catch (error) {
    await form.abandon(error);
    throw error;
  }
}

/** Parses one form, writing its files. */
class FormReader {
  readonly #folder: string;
  readonly #parser: BusboyInstance;
  readonly #files: Promise<FormFile>[] = [];
  readonly #fields = new Map<string, string>();
  readonly #stop = new AbortController();
  /** Rejects with what is wrong first. */
  readonly #failed: Promise<never>;
  #isFailed = false;

  constructor({ headers }: IncomingMessage, folder: string) {
    this.#folder = folder;
    this.#parser = parserOf(headers);
    const failure = Promise.withResolvers<never>();
    const fail = (error: unknown) => {
      this.#isFailed = true;
      failure.reject(error);
    };
    this.#failed = failure.promise;
    this.#failed.catch(() => {});
    const tooMany = () => fail(tooManyFiles());
    this.#parser
      .on('error', () => fail(new BadRequestError(MALFORMED)))
      .on('filesLimit', tooMany)
      .on('fieldsLimit', tooMany)
      .on('partsLimit', tooMany)
      .on('field', (name, value) => void this.#fields.set(name, value))
      .on('file', (field, content, name) => {
        const written = this.#write(content, { field, name });
        written.catch(fail);
        this.#files.push(written);
      });
  }

  /** Takes a piece of the body; resolves when the next may come. */
  async write(chunk: Buffer): Promise<void> {
    const isFull = !this.#parser.write(chunk);
    if (this.#isFailed) await this.#failed;
    if (isFull) await Promise.race([once(this.#parser, 'drain'), this.#failed]);
  }

  /** Ends the form: its parts, once its files are written. */
  async end(): Promise<ReceivedForm> {
    const finished = once(this.#parser, 'finish', { signal: AbortSignal.timeout(END_MS) }).catch(
      () => {
        throw new BadRequestError(MALFORMED);
      },
    );
    this.#parser.end();
    await Promise.race([finished, this.#failed]);
    const files = await Promise.race([Promise.all(this.#files), this.#failed]);
    // A browser sends a file without name and content where none was chosen.
    return { files: files.filter(({ bytes }) => bytes > 0), fields: this.#fields };
  }

  /** Stops writing; resolves once no file is open. */
  async abandon(reason: unknown): Promise<void> {
    this.#stop.abort(reason);
    await Promise.allSettled(this.#files);
  }

  async #write(
    content: Readable,
    { field, name }: { readonly field: string; readonly name: string | undefined },
  ): Promise<FormFile> {
    const number = this.#files.length + 1;
    const path = join(this.#folder, String(number));
    const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
    try {
      await pipeline(content, file, { signal: this.#stop.signal });
    } catch (error) {
      // What the system says of the disk has a code; what is left is a part that breaks off.
      throw error instanceof Error && 'code' in error ? error : new BadRequestError(MALFORMED);
    }
    return { field, path, name: shownName(name, number), bytes: file.bytesWritten };
  }
}

function parserOf(headers: IncomingMessage['headers']): BusboyInstance {
  try {
    return new Busboy({
      headers: headers as BusboyHeaders,
      limits: {
        ...{ files: MOST_UPLOADED_FILES + 1, fields: MOST_FIELDS, fieldSize: LONGEST_FIELD },
        ...{ parts: MOST_UPLOADED_FILES + 1 + MOST_FIELDS, headerPairs: 20, headerSize: 8_192 },
      },
    });
  } catch {
    throw new BadRequestError(MALFORMED);
  }
}

export function tooManyFiles(): BadUserInputError {
  return new BadUserInputError({
    en: `the form has too many files or fields: ${MOST_UPLOADED_FILES} files are accepted at once`,
    fr: `le formulaire a trop de fichiers ou de champs\u00a0: ${MOST_UPLOADED_FILES} fichiers sont acceptés à la fois`,
  });
}

/** What a file is called in messages: its name without what is no text, and its middle where it is long. */
function shownName(given: string | undefined, number: number): string {
  const name = (given ?? '').normalize('NFC').replaceAll(/\p{C}/gu, '').trim();
  if (name === '') return `#${number}`;
  if (name.length <= LONGEST_NAME) return name;
  const half = LONGEST_NAME / 2 - 1;
  return `${name.slice(0, half).toWellFormed()}…${name.slice(-half).toWellFormed()}`;
}
