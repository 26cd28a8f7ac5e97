import type { ReadDatabase } from '../../db/database.ts';
import { listAssignments } from '../../db/surveys/assignments.ts';
import { fingerprintOf, keyedHash } from '../../db/surveys/keyed-hash.ts';
import { type GroupNoise, groupNoise } from '../../domain/survey/disclosure/group-noise.ts';
import {
  DEFAULT_NOISE,
  type NoiseSize,
  noiseSize,
  noiseTable,
} from '../../domain/survey/disclosure/noise-table.ts';

/** What surveys are served by. */
export interface SurveyService {
  /** Of the secret: where the stored surveys were made with another one, they are off. */
  readonly fingerprint: string;
  readonly noise: GroupNoise;
  /** What is published of the noise. */
  readonly noiseSize: NoiseSize;
  /** Whether an examiner reads the surveys of a certification. */
  readonly isAssigned: (examiner: string, code: string) => boolean;
}

/** Milliseconds between two looks at assignments. */
const LOOK_MS = 5_000;

/** Assignments of examiners, held in memory and read anew every few seconds. */
export class HeldAssignments implements Disposable {
  readonly #database: ReadDatabase;
  #held: ReadonlySet<string> = new Set();
  #timer: NodeJS.Timeout | null = null;

  constructor(database: ReadDatabase) {
    this.#database = database;
  }

  /** Reads assignments now, and then every few seconds until disposed of. What cannot be read stays as it was. */
  async follow(onFailure: (error: unknown) => void): Promise<void> {
    const look = () => this.#look().catch(onFailure);
    await look();
    let looking = false;
    this.#timer = setInterval(() => {
      if (looking) return;
      looking = true;
      void look().finally(() => {
        looking = false;
      });
    }, LOOK_MS).unref();
  }

  has(examiner: string, code: string): boolean {
    return this.#held.has(`${examiner}\n${code}`);
  }

  [Symbol.dispose](): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    await using reading = await this.#database.startReading();
    const list = await listAssignments(reading.db);
    this.#held = new Set(
      list.map(({ examiner, certificationCode }) => `${examiner}\n${certificationCode}`),
    );
  }
}

/** What surveys are served by under a secret. */
export function surveyService(
  secret: string,
  assignments: Pick<HeldAssignments, 'has'>,
): SurveyService {
  const table = noiseTable(DEFAULT_NOISE);
  return {
    fingerprint: fingerprintOf(secret),
    noise: groupNoise(table, keyedHash(secret)),
    noiseSize: noiseSize(table),
    isAssigned: (examiner, code) => assignments.has(examiner, code),
  };
}
