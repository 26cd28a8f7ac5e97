import { STAGE_LABELS } from '../../domain/code-labels.ts';
import { numbers, table } from '../figures.ts';
import { type Html, html } from '../html.ts';
import { bodyLinks, dayCell, paging } from '../lists.ts';
import type { EndsPageQuery } from '../operations.ts';
import type { PageContext } from '../page.ts';

/** The certifications by end, with the days by which to file. */
export function listSection(data: EndsPageQuery, context: PageContext): Html {
  const {
    words: { ends },
    language,
    href,
  } = context;
  const rows = data.certifications.nodes.map(
    ({ code, title, level, registrationEndsOn, certifiers, renewal }) =>
      html`<tr><th scope="row"><a href="${href(`/certifications/${code}`)}">${code}</a> ${title}</th><td class="number">${level ?? ''}</td><td>${bodyLinks(certifiers, context)}</td>${[registrationEndsOn, renewal.fileBy, renewal.fileAtLatest].map((day) => dayCell(day, context))}<td>${STAGE_LABELS[renewal.stage][language]}</td><td>${renewal.replaced ? ends.yes : ends.no}</td></tr>`,
  );
  return html`<section class="wide" aria-labelledby="list"><h2 id="list">${ends.list}</h2>${table({
    caption: ends.list,
    isTitled: true,
    head: [
      ...[ends.certification, numbers(ends.level), ends.certifier, ends.end],
      ...[ends.fileBy, ends.fileAtLatest, ends.stage, ends.replacement],
    ],
    rows,
  })}${paging(data.certifications.pageInfo, context)}</section>`;
}
