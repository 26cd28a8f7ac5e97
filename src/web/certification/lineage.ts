import { type Drawing, type Illustrated, illustrated } from '../charts/drawing.ts';
import { type GraphNode, lineageGraph, MOST } from '../charts/lineage-graph.ts';
import { numbers, rateCell, table } from '../figures.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { PageContext } from '../page.ts';
import type { ShownCertification } from './shown.ts';

type Lineage = ShownCertification['lineage'];
type Link = Lineage['replaces'][number];

/** What it replaces and what replaces it, the chain, and the rates along it. */
export function lineageSection(shown: ShownCertification, context: PageContext): Html {
  const { lineage } = shown;
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
${illustrated(wholeLineage(shown, context), context)}
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

/** The whole lineage, as a graph and as a table. */
export function wholeLineage(
  { code, lineage: { graph } }: ShownCertification,
  context: PageContext,
): Illustrated {
  const { words, format } = context;
  const [nodes, edges] = [graph.nodes.length, graph.edges.length];
  const isTooLarge = nodes > MOST.nodes || edges > MOST.arrows;
  return {
    title: words.chart.lineage,
    drawing: edges === 0 || isTooLarge ? null : drawing(code, graph, context),
    why: isTooLarge
      ? words.chart.lineageTooLarge(format.count(nodes), format.count(edges))
      : words.certification.noLineage,
    table: chain(code, graph, context),
  };
}

type Graph = Lineage['graph'];
type Node = Graph['nodes'][number];

function drawing(own: string, { nodes, edges }: Graph, context: PageContext): Drawing {
  const { words, format } = context;
  const drawn = nodes.map((node): GraphNode => {
    const { code, certification } = node;
    const state = stateOf(node, context);
    const hint = certification === null ? '' : ` ${certification.title}`;
    return {
      ...{ code, state, isOwn: code === own, hint: `${code}${hint}, ${state}` },
      outline: certification === null ? 'unknown' : certification.active ? 'active' : 'inactive',
    };
  });
  const arrows = edges.map(({ older, newer }) => ({ from: older, to: newer }));
  const near = (label: string, codes: readonly string[]) =>
    codes.length === 0 ? '' : ` ${label}${format.colon}${codes.join(', ')}.`;
  const { replaces, replacedBy } = words.certification;
  const counts = words.chart.lineageCounts(format.count(nodes.length), format.count(edges.length));
  const older = edges.filter(({ newer }) => newer === own).map((edge) => edge.older);
  const newer = edges.filter((edge) => edge.older === own).map((edge) => edge.newer);
  const description = `${counts}${near(replaces, older)}${near(replacedBy, newer)}`;
  return {
    svg: lineageGraph(drawn, arrows, { title: words.chart.lineage, description }),
    reading: words.chart.lineageReading,
    isLong: true,
  };
}

function stateOf({ certification }: Node, { words: { certification: words } }: PageContext) {
  if (certification === null) return words.notInRegisters;
  return certification.active ? words.active : words.inactive;
}

/** The chain from the oldest to the newest; a link that only other fiches have is one of it too. */
function chain(own: string, { nodes, edges }: Graph, context: PageContext): Html {
  const {
    words: { certification: words, search },
    format,
    href,
  } = context;
  const rows = nodes.map((node) => {
    const { code, certification } = node;
    const replaced = edges.filter(({ newer }) => newer === code).map(({ older }) => older);
    const name =
      code === own
        ? html`<strong>${code}</strong>`
        : html`<a href="${href(`/certifications/${code}`)}">${code}</a>`;
    const ends = certification?.registrationEndsOn ?? null;
    return html`<tr><th scope="row">${name} ${certification?.title ?? ''}</th><td>${replaced.join(', ')}</td><td>${stateOf(node, context)}</td><td>${ends === null ? '' : format.day(ends)}</td></tr>`;
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
