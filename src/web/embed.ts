import { captioned } from './charts/captioned.ts';
import type { SharedChart } from './charts/catalogue.ts';
import { illustrated } from './charts/drawing.ts';
import { oembedAddress } from './charts/oembed.ts';
import { html, NOTHING } from './html.ts';
import { figureWarning, head } from './layout/layout.ts';
import type { PageRequest, WithStatus } from './page.ts';
import { contextOf } from './render.ts';
import type { Theme } from './theme/theme.ts';

/** A chart for other sites. */
export interface RenderedChart {
  readonly title: string;
  /** A page with the chart, its table and where its figures come from. */
  readonly page: string;
  /** The drawing alone, as a file; null where there is nothing to draw. */
  readonly svg: string | null;
}

/** Writes a chart; null when there is no such certification. */
export function renderChart(
  chart: SharedChart,
  request: PageRequest,
  {
    self,
    theme,
    data,
  }: {
    readonly self: string;
    readonly theme: Theme;
    readonly data: WithStatus;
  },
): RenderedChart | null {
  const context = contextOf(request, self, theme);
  const figures = chart.draw(data, context);
  if (figures === null) return null;
  const { words, language, format, query } = context;
  const { publication, attribution } = data.dataStatus;
  const warning = figureWarning(data.dataStatus, context);
  const of = words.status.publication(
    format.count(publication.number),
    format.day(publication.datedOn),
  );
  const own = new URLSearchParams(query);
  own.delete('code');
  const pageAddress = `${chart.pagePath(query)}${own.size === 0 ? '' : `?${own}`}`;
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${figures.title} · ${context.siteName}</title>
${head(theme)}
<link rel="alternate" type="application/json+oembed" href="${oembedAddress(`${self}?${query}`)}" title="${figures.title}">
</head>
<body>
<main id="content">
<h1 class="small">${figures.title}</h1>
${warning === null ? NOTHING : html`<p><strong>${warning}</strong></p>`}
${illustrated(figures, context)}
<p class="muted" id="foot">${attribution} · ${of} · <a href="${pageAddress}" target="_blank" rel="noopener">${context.siteName}</a></p>
</main>
</body>
</html>
`;
  const { drawing } = figures;
  const notes = [
    ...(drawing ? [drawing.reading] : []),
    ...(warning === null ? [] : [warning]),
    `${attribution} · ${of} · ${context.siteName}`,
  ];
  return {
    title: figures.title,
    page: String(page),
    svg:
      drawing &&
      `<?xml version="1.0" encoding="UTF-8"?>\n${String(captioned(drawing.svg, { title: figures.title, key: drawing.key ?? [], notes }))}\n`,
  };
}
