import type { PlainDate } from '../../../src/domain/calendar.ts';
import type { Register } from '../../../src/domain/certification/register-code.ts';
import type { ExportState, StatisticsLine } from './file-texts.ts';

/** What a file says, and under which name: files of one text are one file on several days. */
interface FileText {
  /** Without its day: `rncp-2`. */
  readonly label: string;
  readonly text: string;
}

/** An export; `cut` when its end is missing. */
export interface ExportFile extends FileText {
  readonly kind: 'FEED';
  readonly register: Register;
  readonly state: ExportState;
  readonly isDemonstration: boolean;
  readonly cut: boolean;
}

/** A statistics file, or a fiche page. */
export interface SupplementFile extends FileText {
  readonly kind: 'STATISTICS_FILE' | 'FICHE_PAGE';
  readonly lines: readonly StatisticsLine[];
}

export type GivenFile = (ExportFile | SupplementFile) & {
  /** The day that it is given for. */
  readonly day: PlainDate;
};

/** What is imported at once, and how. */
export interface GivenImport {
  readonly files: readonly GivenFile[];
  readonly demonstration: boolean;
  readonly allowOlder: boolean;
  readonly allowShrink: boolean;
}

/** What a file is called on its day. */
export function fileName({ kind, label, day }: GivenFile): string {
  return `${label}-${day}.${kind === 'FEED' ? 'xml' : kind === 'FICHE_PAGE' ? 'txt' : 'csv'}`;
}
