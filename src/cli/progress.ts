import { Presets, SingleBar } from 'cli-progress';
import type { ImportProgress, ImportProgressEvent } from '../ingest/publish/progress.ts';

/** What each step is called on a terminal. */
const STEPS: Readonly<Record<ImportProgressEvent['step'], string>> = {
  READ: 'reading',
  SUPPLEMENTS: 'applying supplements',
  INDEX: 'building indexes',
  PUBLISH: 'publishing',
};

/** Between two lines about the same step where there is no terminal, in milliseconds. */
const QUIET = 2_000;

/** Shows an import under way; `end` leaves the terminal clean whatever happened. */
export interface ProgressDisplay {
  readonly report: ImportProgress;
  readonly end: () => void;
}

/**
 * A bar with fiches per second and time left on a terminal, else lines: JSON for programs that run an
 * import, words where they stand among other words.
 */
export function showProgress(
  stream: NodeJS.WriteStream,
  clock: () => number,
  form: 'JSON' | 'WORDS' = 'JSON',
): ProgressDisplay {
  if (stream.isTTY) return bar(stream, clock);
  return lines(stream, clock, form === 'JSON' ? JSON.stringify : inWords);
}

function bar(stream: NodeJS.WriteStream, clock: () => number): ProgressDisplay {
  const start = clock();
  const display = new SingleBar(
    {
      stream,
      clearOnComplete: true,
      hideCursor: true,
      format: '{bar} {percentage} %  {step}  {fiches} fiches  {rate}/s  {eta_formatted} left',
    },
    Presets.shades_classic,
  );
  let before = 0;
  let inFile = '';
  let fiches = 0;
  display.start(1, 0, { step: '', fiches: 0, rate: 0 });
  return {
    report: (event) => {
      if (event.file !== undefined && event.file !== inFile) {
        before = fiches;
        inFile = event.file;
      }
      fiches = before + (event.fiches ?? fiches - before);
      if (event.bytesInAll) display.setTotal(event.bytesInAll);
      const seconds = Math.max(0.001, (clock() - start) / 1000);
      const rate = Math.round(fiches / seconds);
      const shown = { step: STEPS[event.step], fiches, rate };
      if (event.bytes === undefined) display.update(shown);
      else display.update(event.bytes, shown);
    },
    end: () => display.stop(),
  };
}

function lines(
  stream: NodeJS.WriteStream,
  clock: () => number,
  write: (event: ImportProgressEvent) => string,
): ProgressDisplay {
  let last: { readonly key: string; readonly at: number } | null = null;
  return {
    report: (event) => {
      const key = `${event.step} ${event.file ?? ''}`;
      if (last?.key === key && clock() - last.at < QUIET) return;
      last = { key, at: clock() };
      stream.write(`${write(event)}\n`);
    },
    end: () => {},
  };
}

function inWords({ step, file, fiches, bytes, bytesInAll }: ImportProgressEvent): string {
  const share =
    bytes !== undefined && bytesInAll ? `, ${Math.floor((100 * bytes) / bytesInAll)} % of all` : '';
  const count = fiches === undefined ? '' : `: ${fiches} fiches${share}`;
  return `${STEPS[step]}${file === undefined ? '' : ` ${file}`}${count}`;
}
