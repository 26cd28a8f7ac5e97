import { parentPort, workerData } from 'node:worker_threads';
import type { Config } from '../../config.ts';
import { failureOf } from '../failure.ts';
import { runSurveyImport, type SurveyImportCommand } from './run-import.ts';

/** What the thread of an import is given. */
export interface ImportThread {
  readonly config: Config;
  readonly files: readonly string[];
  readonly options: SurveyImportCommand;
}

const { config, files, options } = workerData as ImportThread;
try {
  await runSurveyImport(config, files, options);
} catch (error) {
  parentPort?.postMessage(failureOf(error));
}
