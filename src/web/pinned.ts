import { generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import { addressOf, CHECK, pairsOf } from './addresses.ts';
import { type Html, html, NOTHING } from './html.ts';
import type { PageStatusFragment } from './operations.ts';
import type { PageContext, QueryValue } from './page.ts';

/** Characters of an address, past which its code is too fine to be read from paper. */
const MOST_CODED = 900;

/** Modules that stay empty around a code. */
const QUIET = 4;

/** An address that compares the figures of a sheet with those of the newest publication. */
interface SheetCheck {
  readonly path: string;
  readonly query: Readonly<Record<string, QueryValue>>;
}

/**
 * What a printed sheet says of itself: day, publication, method, the address that gives the same
 * figures for ever, and a code of the address that tells whether they still hold.
 */
export function sheet(
  { publication, methodVersion }: PageStatusFragment,
  context: PageContext,
  check: SheetCheck,
): Html {
  const {
    words: { sheet: words },
    format,
    language,
    origin,
  } = context;
  const address = keepingAddress(context, publication.number);
  const checked = { ...check.query, publication: publication.number, lang: language, [CHECK]: 1 };
  const coded = origin + addressOf(check.path, pairsOf(checked));
  return html`<section class="sheet" aria-label="${words.title}">
<p>${words.made(format.day(publication.datedOn), format.count(publication.number), methodVersion)} ${words.pinned}${format.colon}<a href="${address}">${address}</a></p>
${coded.length > MOST_CODED ? NOTHING : qrCode(coded, words.code)}
<p><a href="${coded}">${words.check}</a></p>
</section>`;
}

/** The whole address that gives the figures of a page for ever: those of one publication. */
export function keepingAddress(
  { origin, self, query, language }: PageContext,
  publication: number,
): string {
  const keeps = pairsOf({ publication, lang: language });
  return origin + addressOf(self, [...shownPairs(query), ...keeps]);
}

/** Parameters that such an address has of its own, and those that stand for no figures. */
const LEFT: ReadonlySet<string> = new Set([
  ...['publication', 'known_on', 'lang', CHECK, 'apres', 'avant'],
]);

/** What an address asks. An empty value keeps the place of those after it, where there are several. */
function shownPairs(query: URLSearchParams) {
  return [...query].filter(
    ([name, value]) => !LEFT.has(name) && (value !== '' || query.getAll(name).length > 1),
  );
}

/** An address as a QR code. */
function qrCode(address: string, title: string): Html {
  const code = generate(address);
  const side = code.size + 2 * QUIET;
  return html`<svg class="qr" role="img" aria-label="${title}" width="160" height="160" viewBox="${-QUIET} ${-QUIET} ${side} ${side}" shape-rendering="crispEdges"><rect x="${-QUIET}" y="${-QUIET}" width="${side}" height="${side}" fill="#fff"/><path fill="#000" d="${toSvgPath(code)}"/></svg>`;
}
