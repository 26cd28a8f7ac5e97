import type { Dataset } from '../dataset.ts';
import { BRIDGES } from './bridges.ts';
import { certification } from './certification.ts';
import { cohort } from './cohort.ts';
import { insertionRate } from './insertion-rate.ts';

/** The tables of a star: certifications, their cohorts and rates, and what they have several of. */
export const STAR: readonly Dataset[] = [certification, cohort, insertionRate, ...BRIDGES];
