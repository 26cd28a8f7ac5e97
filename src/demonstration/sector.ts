import type { Agreement } from './nomenclature.ts';

/** An occupation that certifications of a sector prepare for. */
export interface Job {
  readonly title: string;
  /** European level, 3 to 8. */
  readonly level: number;
  /** ROME codes, the closest first. */
  readonly occupations: readonly string[];
}

/** A competency block: what it is called and what one does, as verbs in the infinitive. */
export interface Module {
  readonly title: string;
  readonly tasks: readonly string[];
}

/** What the fiches of a sector are written with, so that a fiche is coherent from end to end. */
export interface Sector {
  /** With its article, to follow « métiers » : « de la communication ». */
  readonly of: string;
  /** NSF codes, the main one first. */
  readonly specialities: readonly string[];
  readonly formacodes: readonly string[];
  /** Who employs, to follow « au sein » : « d'agences … ». */
  readonly employers: string;
  /** Specialisations that distinguish the titles of one job. */
  readonly contexts: readonly string[];
  readonly jobs: readonly Job[];
  readonly modules: readonly Module[];
  readonly agreement?: Agreement;
}

export function job(title: string, level: number, ...occupations: string[]): Job {
  return { title, level, occupations };
}

export function module(title: string, ...tasks: string[]): Module {
  return { title, tasks };
}
