import type { CohortDraft, FicheDraft } from './draft.ts';
import type { Plan } from './family.ts';
import { codeAt } from './lineage.ts';
import { xmlText } from './xml.ts';

/** Figures of a planted cohort, where nothing else is said. */
function cohort(year: number, given: Partial<CohortDraft> = {}): CohortDraft {
  return {
    year,
    certified: 40,
    certifiedThroughVae: 2,
    global6Months: 85,
    target2Years: null,
    ...given,
  };
}

/** Changes to one fiche; the plan gives the codes that they refer to. */
type Quirk = (plan: Plan) => Partial<FicheDraft>;

/** Links to other places of the same register. */
function links(predecessors: readonly number[], successors: readonly number[]): Quirk {
  return (plan) => ({
    predecessors: predecessors.map((index) => codeAt(plan, index)),
    successors: successors.map((index) => codeAt(plan, index)),
  });
}

/**
 * What every register has a little of and chance might not give: each at a fixed place, early
 * enough for a small register to have it.
 */
const RNCP_QUIRKS: Readonly<Record<number, Quirk>> = {
  // Two certifications into one.
  10: links([], [12]),
  11: links([], [12]),
  12: links([10, 11], []),
  // One into two.
  13: links([], [14, 15]),
  14: links([13], []),
  15: links([13], []),
  // Each says that it replaces the other.
  16: links([17], [17]),
  17: links([16], [16]),
  18: (plan) => ({ successors: [codeAt(plan, 5, 'RS')] }),
  19: (plan) => ({ predecessors: [xmlText(`RNCP${plan.profile.unusedNumber}`)] }),
  // Values that are to be refused, alone.
  20: () => ({ cohorts: [cohort(2023), cohort(2022, { global6Months: 120 })] }),
  21: () => ({ decisionOn: xmlText('31/02/2020') }),
  22: () => ({ cohorts: [cohort(2023), cohort(2023, { certified: 38, global6Months: 80 })] }),
  23: () => ({ cohorts: [cohort(2022), cohort(2023, { global6Months: xmlText('n.c.') })] }),
  // Values that are possible and suspicious.
  24: () => ({ cohorts: [cohort(2023, { certified: 250, global6Months: 100 }), cohort(2022)] }),
  25: () => ({ cohorts: [cohort(2021), cohort(2022), cohort(2023)] }),
  26: () => ({ cohorts: [cohort(2023, { certifiedThroughVae: 60 }), cohort(2022)] }),
  27: () => ({ cohorts: [cohort(2025, { target2Years: 66 }), cohort(2024)] }),
  28: () => ({ cohorts: [cohort(2023, { certified: 0, global6Months: null }), cohort(2022)] }),
};

const RS_QUIRKS: Readonly<Record<number, Quirk>> = {
  5: (plan) => ({ predecessors: [codeAt(plan, 18, 'RNCP')] }),
  6: () => ({ decisionOn: xmlText('31/02/2020') }),
  7: () => ({
    cohorts: [
      cohort(2024, { global6Months: null }),
      cohort(2024, { certified: 12, global6Months: null }),
    ],
  }),
  // A rate on a certification that has none.
  8: () => ({ cohorts: [cohort(2023), cohort(2022, { global6Months: null })] }),
};

/** The fiche with what is planted at its place, if anything. */
export function withQuirks(plan: Plan, index: number, fiche: FicheDraft): FicheDraft {
  const quirk = (plan.register === 'RNCP' ? RNCP_QUIRKS : RS_QUIRKS)[index];
  return quirk ? { ...fiche, ...quirk(plan) } : fiche;
}
