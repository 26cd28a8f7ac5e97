import { demonstrationNotice } from '../../domain/provenance.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { PageStatusFragment } from '../operations.ts';
import type { PageContent, PageContext } from '../page.ts';
import type { Theme } from '../theme/theme.ts';

/** Age of an export, in days, from which a banner says so: it is published each day. */
const STALE_DAYS = 3;

/** The entries of the menu: name in the catalogue of words, and address. */
const MENU = [
  ['search', '/recherche'],
  ['statistics', '/statistiques'],
  ['comparison', '/comparer'],
  ['dossier', '/dossier'],
  ['certifiers', '/certificateurs'],
  ['ends', '/echeances'],
  ['findings', '/anomalies'],
  ['changes', '/nouveautes'],
  ['reports', '/rapports'],
] as const;

/** A whole page: what it shows between what is on every page. */
export function layout(
  { title, body, section, links = [] }: PageContent,
  status: PageStatusFragment | null,
  context: PageContext,
  theme: Theme,
): string {
  const { words, language, href, siteName } = context;
  const { site } = words;
  const other = language === 'fr' ? 'en' : 'fr';
  const entries = MENU.map(([name, path]) => {
    const current = section === name ? html` aria-current="page"` : NOTHING;
    return html`<li><a href="${href(path)}"${current}>${site[name]}</a></li>`;
  });
  return String(html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${siteName}</title>
${head(theme)}
<script type="module" src="${theme.asset('enhance.js')}"></script>
${links.map((link) => html`<link rel="${link.rel}" type="${link.type}" href="${link.href}"${link.title ? html` title="${link.title}"` : NOTHING}>\n`)}</head>
<body>
<a class="skip" href="#content">${site.skip}</a>
<header class="site">
<p class="name"><a href="${href('/')}">${theme.logo === null ? NOTHING : html`<img class="logo" src="${theme.logo}" alt=""> `}${siteName}</a></p>
<nav aria-label="${site.menu}"><ul>${entries}</ul></nav>
<p class="language"><a href="${otherLanguage(context, other)}" hreflang="${other}" lang="${other}">${site.otherLanguage}</a></p>
</header>
${status === null ? NOTHING : banners(status, context)}
<main id="content" tabindex="-1">
${body}
</main>
<footer class="site" id="foot">
${status === null ? NOTHING : about(status, context)}
</footer>
</body>
</html>
`);
}

/**
 * Style sheets and icon of a page, which is painted once it is read to what has the id `foot`: a table
 * takes the widths of its columns from all its rows.
 */
export function head({ styles, icon }: Theme): Html {
  return html`<link rel="expect" href="#foot" blocking="render">
${styles.map((address) => html`<link rel="stylesheet" href="${address}">\n`)}<link rel="icon" href="${icon}">`;
}

function otherLanguage({ self, query }: PageContext, lang: string): string {
  const own = new URLSearchParams(query);
  own.set('lang', lang);
  return `${self}?${own}`;
}

/** What is to be known of figures that are fictitious or old; null of others. */
export function figureWarning(
  { demonstration, notice, ageDays }: PageStatusFragment,
  { words, format, language, isPinned }: PageContext,
): string | null {
  if (demonstration) return (notice ?? demonstrationNotice)[language];
  const isStale = !isPinned && ageDays !== null && ageDays > STALE_DAYS;
  return isStale ? words.status.age(format.count(ageDays)) : null;
}

/** What readers must know before they read a figure. */
function banners(status: PageStatusFragment, context: PageContext): Html {
  const { words, format, language, isPinned } = context;
  const { publication, demonstration, databaseReachable, refresh } = status;
  const lines: Html[] = [];
  const warning = figureWarning(status, context);
  if (warning !== null)
    lines.push(demonstration ? html`<strong>${warning}</strong>` : html`${warning}`);
  if (isPinned) {
    lines.push(
      html`${words.status.past(format.day(publication.datedOn))} <a href="${unpinned(context)}">${words.status.toCurrent}</a>`,
    );
  }
  if (!databaseReachable) lines.push(html`${words.status.away}`);
  if (refresh?.message && refresh.failuresInARow > 0) {
    lines.push(html`${words.status.refreshFailed} ${refresh.message[language]}`);
  }
  if (lines.length === 0) return NOTHING;
  return html`<div class="banners" role="status">${lines.map((line) => html`<p>${line}</p>\n`)}</div>`;
}

/** The address of the same page about the publication of today. */
function unpinned({ self, query }: PageContext): string {
  const own = new URLSearchParams(query);
  own.delete('publication');
  own.delete('known_on');
  return own.size === 0 ? self : `${self}?${own}`;
}

function about(status: PageStatusFragment, { words, format, href }: PageContext): Html {
  const { publication, attribution, licence, licenceUrl, methodVersion } = status;
  const surveys = status.surveysServed
    ? html` · <a href="${href('/enquetes')}">${words.site.surveys}</a>`
    : NOTHING;
  const told = words.status.publication(
    format.count(publication.number),
    format.day(publication.datedOn),
  );
  return html`<p>${told} · ${words.status.method(methodVersion)} · <a href="${licenceUrl}">${licence}</a></p>
<p>${attribution}</p>
<p><a href="${href('/methode')}">${words.site.method}</a> · <a href="${href('/glossaire')}">${words.site.glossary}</a>${surveys} · <a href="${href('/accessibilite')}">${words.site.accessibility}</a> · <a href="${href('/graphql')}">${words.site.graphiql}</a></p>`;
}
