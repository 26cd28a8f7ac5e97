/** Parts of a fiche of which something was given and could not be read. */
export interface RefusedParts {
  readonly level: boolean;
  readonly certifier: boolean;
  /** A cohort whose year could not be read. */
  readonly cohort: boolean;
}
