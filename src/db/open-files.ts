let known: number | null = null;

/** How many files and connections this process may open; infinite without a limit. */
export function mostOpenFiles(): number {
  known ??= readLimit();
  return known;
}

function readLimit(): number {
  // The types do not have it yet.
  const report: typeof process.report & { excludeNetwork?: boolean } = process.report;
  // Else every connection is looked up.
  report.excludeNetwork = true;
  const { userLimits } = report.getReport() as {
    readonly userLimits?: { readonly open_files?: { readonly soft: number | string } };
  };
  const soft = Number(userLimits?.open_files?.soft ?? Number.NaN);
  return Number.isNaN(soft) ? Number.POSITIVE_INFINITY : soft;
}
