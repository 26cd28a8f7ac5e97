import {
  isDemonstrationCode,
  numberOf,
  type Register,
  registerOf,
} from '../../../domain/certification/register-code.ts';
import { isRefusedValue } from '../../../domain/findings/finding.ts';
import { exportFiche, type ReadFiche } from './export-fiche.ts';
import { EXPORT_LIMITS, type ExportLimits, type FicheTree, FicheTreeParser } from './fiche-tree.ts';

/** What a whole export held, known at its end. */
export interface ExportSummary {
  readonly register: Register;
  /** VERSION_FLUX, `4.1`. */
  readonly flowVersion: string;
  /** Fiches read, without the refused ones. */
  readonly fiches: number;
  readonly refusedFiches: number;
  readonly refusedValues: number;
  /** How many times each element that the layout does not know was met, by path. */
  readonly unknownElements: ReadonlyMap<string, number>;
  /** Whether it holds fictitious certifications. */
  readonly demonstration: boolean;
}

export interface ExportReader {
  /** The fiches that each piece of the file completes, never empty: the caller sets the pace. */
  batches(): AsyncGenerator<readonly ReadFiche[]>;
  /** Throws when `batches` has not come to its end. */
  summary(): ExportSummary;
}

/** The longest piece decoded and parsed at once, in bytes. */
const PIECE = 256 * 1024;

function duplicate(code: string): ReadFiche {
  const finding = {
    rule: 'DUPLICATE_FICHE',
    certificationCode: code,
    cohortYear: null,
    element: 'FICHE/NUMERO_FICHE',
    given: code,
    message: 'this fiche is in the file more than once: the first counts',
  } as const;
  return { fiche: null, findings: [finding] };
}

/**
 * Reads an XML export of one register (flow 4.x), fiche by fiche: memory does not grow with it.
 *
 * - `bytes`: the document, decompressed; `name` is what messages call it.
 * - Missing or wrong values of a fiche are findings, see `exportFiche`; a fiche given twice too.
 * - `batches` throws `RefusedFileError` when the file as a whole cannot be trusted, at its very end
 *   possibly: nothing of it should be published before.
 */
export function readExport(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  limits: ExportLimits = EXPORT_LIMITS,
): ExportReader {
  const parser = new FicheTreeParser(name, limits);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const seen = new Set<number>();
  let register: Register | null = null;
  let refusedFiches = 0;
  let refusedValues = 0;
  let demonstration = false;
  let ended = false;

  function decode(piece?: Uint8Array): string {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      return parser.refuse('is not valid UTF-8: an export encoded in UTF-8 is accepted');
    }
  }

  function accept(tree: FicheTree): ReadFiche {
    const read = exportFiche(tree);
    if (read.fiche === null) return read;
    const { code } = read.fiche;
    register ??= registerOf(code);
    if (registerOf(code) !== register) {
      parser.refuse(`holds ${code} among fiches of ${register}: one register per file is accepted`);
    }
    if (seen.has(numberOf(code))) return duplicate(code);
    seen.add(numberOf(code));
    demonstration ||= isDemonstrationCode(code);
    return read;
  }

  function convert(trees: readonly FicheTree[]): ReadFiche[] {
    return trees.map((tree) => {
      const read = accept(tree);
      if (read.fiche === null) refusedFiches++;
      refusedValues += read.findings.filter(isRefusedValue).length;
      return read;
    });
  }

  async function* batches(): AsyncGenerator<readonly ReadFiche[]> {
    for await (const chunk of bytes) {
      for (let from = 0; from < chunk.length; from += PIECE) {
        const fiches = parser.write(decode(chunk.subarray(from, from + PIECE)));
        if (fiches.length > 0) yield convert(fiches);
      }
    }
    const last = [...parser.write(decode()), ...parser.end()];
    if (last.length > 0) yield convert(last);
    if (register === null) parser.refuse('holds no readable fiche: an empty register is refused');
    ended = true;
  }

  return {
    batches,
    summary() {
      if (!ended || register === null || parser.flowVersion === null) {
        throw new Error(`${name} was not read to its end`);
      }
      return {
        register,
        flowVersion: parser.flowVersion,
        fiches: seen.size,
        refusedFiches,
        refusedValues,
        unknownElements: parser.unknownElements,
        demonstration,
      };
    },
  };
}
