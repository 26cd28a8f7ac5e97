import { numbers, rateCell, table } from '../figures.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { PageContext } from '../page.ts';
import type { ShownCertification } from './shown.ts';

type Link = ShownCertification['lineage']['replaces'][number];

/** What it replaces and what replaces it, the chain, and the rates along it. */
export function lineageSection({ code, lineage }: ShownCertification, context: PageContext): Html {
  const {
    words: { certification: words },
  } = context;
  const head = html`<h2 id="lineage">${words.lineage}</h2>`;
  if (lineage.replaces.length === 0 && lineage.replacedBy.length === 0) {
    return html`<section aria-labelledby="lineage">${head}<p>${words.noLineage}</p></section>`;
  }
  return html`<section aria-labelledby="lineage">${head}
${links(words.replaces, lineage.replaces, context)}
${links(words.replacedBy, lineage.replacedBy, context)}
${chain(code, lineage, context)}
${series(lineage, context)}
</section>`;
}

function links(name: string, list: readonly Link[], { href }: PageContext): Html {
  if (list.length === 0) return NOTHING;
  return html`<p>${name}</p><ul>${list.map(
    ({ code, title }) =>
      html`<li><a href="${href(`/certifications/${code}`)}">${code}</a> ${title ?? ''}</li>`,
  )}</ul>`;
}

/** The chain from the oldest to the newest; a link that only other fiches have is one of it too. */
function chain(own: string, { graph }: ShownCertification['lineage'], context: PageContext): Html {
  const {
    words: { certification: words, search },
    format,
    href,
  } = context;
  const rows = graph.nodes.map(({ code, certification }) => {
    const replaced = graph.edges.filter(({ newer }) => newer === code).map(({ older }) => older);
    const name =
      code === own
        ? html`<strong>${code}</strong>`
        : html`<a href="${href(`/certifications/${code}`)}">${code}</a>`;
    const ends = certification?.registrationEndsOn ?? null;
    return html`<tr><th scope="row">${name} ${certification?.title ?? ''}</th><td>${replaced.join(', ')}</td><td>${certification === null ? words.unknown : certification.active ? search.active : search.inactive}</td><td>${ends === null ? '' : format.day(ends)}</td></tr>`;
  });
  return table({
    caption: words.lineage,
    head: [search.certification, words.replaces, words.state, search.end],
    rows,
  });
}

function series({ series: points }: ShownCertification['lineage'], context: PageContext): Html {
  const {
    words: { certification: words, rate },
  } = context;
  if (points.length === 0) return NOTHING;
  const rows = points.map(
    (point) =>
      html`<tr><th scope="row">${point.year}</th><td>${point.code}</td>${rateCell(point.rate, context)}</tr>`,
  );
  return table({
    caption: words.lineageSeries,
    head: [rate.year, words.code, numbers(words.value)],
    rows,
  });
}
