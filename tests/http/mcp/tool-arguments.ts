/** Arguments by which each tool has an answer on the register of the questions; none where it needs none. */
export const TOOL_ARGUMENTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  certification_card: { code: 'RNCP101' },
  certification_cohorts: { code: 'RNCP130' },
  pooled_rates: { code: 'RNCP101' },
  target_rate_change: { code: 'RNCP140' },
  benchmark: { code: 'RNCP111', first: 1 },
  benchmark_by_criterion: { code: 'RNCP101' },
  compare_certifications: { codes: ['RNCP101', 'RNCP111'] },
  certification_blocks: { code: 'RNCP101' },
  certification_lineage: { code: 'RNCP101' },
  certification_history: { code: 'RNCP101' },
  search_certifications: { search: 'développeur', first: 2 },
  certifier_portfolio: { siren: '111111118' },
  report_profile: { name: 'cohorts', columns: ['year', 'global_6_months', 'register'] },
  insertion_by_dimensions: { groupBy: ['LEVEL'], filter: { year: { from: 2023 } } },
};
