import { RefusedFileError } from '../../domain/errors.ts';

/** How far a compressed file may expand. Sizes in bytes; nothing genuine comes near. */
export interface ExpansionLimits {
  /** 8 GiB: fifteen times the register. */
  readonly expandedBytes: number;
  /** Expanded by compressed size; text compresses about seven times. */
  readonly ratio: number;
  /** Below this expanded size any ratio is accepted. */
  readonly ratioFrom: number;
}

export const EXPANSION_LIMITS: ExpansionLimits = {
  expandedBytes: 8 * 1024 ** 3,
  ratio: 200,
  ratioFrom: 64 * 1024 ** 2,
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
        `${file.name} expands more than ${limits.ratio} times (${file.bytes} bytes gave over ${expanded}): it is not an export but a decompression bomb; exports compress about seven times`,
      );
    }
    yield chunk;
  }
}

/** The error for a file that is, or says to be, larger than any export. */
export function tooLarge(name: string, limits: ExpansionLimits): RefusedFileError {
  return new RefusedFileError(
    `${name} holds more than ${limits.expandedBytes} bytes once expanded: an export of one register, at most that large, is accepted`,
  );
}
