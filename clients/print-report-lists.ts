import type { Dataset } from '../src/datasets/dataset.ts';
import { parametersOf } from '../src/http/reports/options.ts';

/** A file of Python with the list of reports between its marks. */
export function withPythonReports(file: string, reports: readonly Dataset[]): string {
  const names = reports.map(({ name }) => `    "${name}",\n`).join('');
  const entries = reports.map(
    (report) =>
      `    # ${said(report)}\n    "${report.name}": (\n${parameterNames(report)
        .map((each) => `        "${each}",\n`)
        .join('')}    ),\n`,
  );
  return between(
    file,
    `# Written by npm run generate from the declarations of the reports.
ReportName = Literal[
${names}]

#: Parameters of each report.
REPORTS: dict[str, tuple[str, ...]] = {
${entries.join('')}}
`,
  );
}

/** A file of R with the list of reports between its marks. */
export function withRReports(file: string, reports: readonly Dataset[]): string {
  const entries = reports.map(
    (report) =>
      `  # ${said(report)}\n  "${report.name}" = c(\n${parameterNames(report)
        .map((each) => `    "${each}"`)
        .join(',\n')}\n  )`,
  );
  return between(
    file,
    `# Written by npm run generate from the declarations of the reports: parameters of each.
debouches_reports <- list(
${entries.join(',\n')}
)
`,
  );
}

function said({ title, grain }: Dataset): string {
  return `${title.en}: ${grain.en}.`;
}

/** Names of the parameters of rows, whatever their format. */
function parameterNames(report: Dataset): readonly string[] {
  return parametersOf(report, 'jsonl')
    .map(({ name }) => name)
    .filter((name) => name !== 'check');
}

function between(file: string, text: string): string {
  return file.replace(
    /(# <reports>\n)[\s\S]*(# <\/reports>\n)/,
    (_, start: string, end: string) => `${start}${text}${end}`,
  );
}
