import { type Html, html } from '../html.ts';
import type { PageContext } from '../page.ts';

/** The report that the recipes read, and where. */
const FILE = '/reports/insertion-rates';

/** What is written into each tool; docs/recipes tells more of each. */
const CODE = {
  powerBi: (server: string) =>
    `Csv.Document(Web.Contents("${server}", [RelativePath = "reports/insertion-rates.csv", Query = [register = "RNCP", active = "true"]]), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv])`,
  grafana: (server: string) => `${server}/reports/insertion-by-year.json`,
  duckDb: (server: string) => `select * from read_parquet('${server}${FILE}.parquet');`,
  python: (server: string) => `pd.read_csv("${server}${FILE}.csv?register=RNCP")`,
  r: (server: string) =>
    `readr::read_csv("${server}${FILE}.csv?register=RNCP", show_col_types = FALSE)`,
} as const;

/** How the tools that people use read a report, in two lines each. */
export function recipesSection({ words: { reports: words }, file, language }: PageContext): Html {
  const { server, recipes } = words;
  const code = (text: string) => html`<br><code>${text}</code>`;
  const labels = language;
  return html`<section aria-labelledby="recipes"><h2 id="recipes">${words.howToRead}</h2>
<p class="muted">${words.serverIs(server)}</p>
<dl class="facts">
<dt>Excel</dt><dd>${recipes.excel} <a href="${file(`${FILE}.xlsx`, { labels })}">${FILE}.xlsx</a>. ${recipes.excelCsv} <a href="${file(`${FILE}.csv`, { profile: 'fr-excel', labels })}">${FILE}.csv?profile=fr-excel</a></dd>
<dt>Power BI, Power Query</dt><dd>${recipes.powerBi}${code(CODE.powerBi(server))}</dd>
<dt>Grafana</dt><dd>${recipes.grafana}${code(CODE.grafana(server))}</dd>
<dt>DuckDB</dt><dd>${recipes.duckDb}${code(CODE.duckDb(server))}</dd>
<dt>Python</dt><dd>${recipes.python}${code(CODE.python(server))}</dd>
<dt>R</dt><dd>${recipes.r}${code(CODE.r(server))}</dd>
</dl></section>`;
}
