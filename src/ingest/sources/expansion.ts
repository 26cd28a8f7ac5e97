import { RefusedFileError } from '../../domain/errors.ts';

/** How far a compressed file may expand. Sizes in bytes; nothing genuine comes near. */
export interface ExpansionLimits {
  readonly expandedBytes: number;
  /** Expanded by compressed size. */
  readonly ratio: number;
  /** Below this expanded size any ratio is accepted. */
  readonly ratioFrom: number;
  /** What a genuine file is, how far it expands, and what is accepted: said of one that passes a limit. */
  readonly genuine: string;
  readonly usual: string;
  readonly accepted: string;
}

/** Of an export: 8 GiB is fifteen times the register, and its text compresses about seven times. */
export const EXPANSION_LIMITS: ExpansionLimits = {
  expandedBytes: 8 * 1024 ** 3,
  ratio: 200,
  ratioFrom: 64 * 1024 ** 2,
  genuine: 'an export',
  usual: 'exports compress about seven times',
  accepted: 'an export of one register, at most that large, is accepted',
};

/**
 * Passes expanded bytes on while they stay within the limits: what a header promises is not
 * trusted.
 *
 * - Throws `RefusedFileError` as soon as a limit is passed.
 */
export async function* limitExpansion(
  chunks: AsyncIterable<Uint8Array>,
  file: { readonly name: string; readonly bytes: number },
  limits: ExpansionLimits,
): AsyncGenerator<Uint8Array> {
  let expanded = 0;
  for await (const chunk of chunks) {
    expanded += chunk.length;
    if (expanded > limits.expandedBytes) throw tooLarge(file.name, limits);
    if (expanded > limits.ratioFrom && expanded > limits.ratio * file.bytes) {
      throw new RefusedFileError(
        `${file.name} expands more than ${limits.ratio} times (${file.bytes} bytes gave over ${expanded}): it is not ${limits.genuine} but a decompression bomb; ${limits.usual}`,
      );
    }
    yield chunk;
  }
}

/** The error for a file that is, or says to be, larger than any genuine one. */
export function tooLarge(name: string, limits: ExpansionLimits): RefusedFileError {
  return new RefusedFileError(
    `${name} holds more than ${limits.expandedBytes} bytes once expanded: ${limits.accepted}`,
  );
}
