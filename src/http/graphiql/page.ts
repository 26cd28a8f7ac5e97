import type { Language } from '../../datasets/labels.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { demonstrationNotice } from '../../domain/provenance.ts';
import type { Assets } from './assets.ts';
import { QUESTION_GROUPS } from './questions.ts';
import type { Tab } from './tab.ts';

/** What the page shows. */
export interface PageParts {
  readonly language: Language;
  readonly demonstration: boolean;
  readonly assets: Assets;
  /** Opened when the browser has none from an earlier visit. */
  readonly tabs: readonly Tab[];
  /** The question to open; null without one. */
  readonly open: Tab | null;
  /** Names of the operations that can be opened. */
  readonly operations: ReadonlySet<string>;
}

/** What is linked beside the questions. */
const LINKS: readonly { readonly href: string; readonly text: Bilingual }[] = [
  { href: '/reports', text: { en: 'Reports', fr: 'Rapports' } },
  { href: '/reports/openapi.json', text: { en: 'OpenAPI', fr: 'OpenAPI' } },
  { href: '/changes.atom', text: { en: 'Feed of changes', fr: 'Fil des changements' } },
  { href: '/graphql/schema', text: { en: 'Schema', fr: 'Schéma' } },
  { href: '/graphql/documents', text: { en: 'Saved operations', fr: 'Opérations enregistrées' } },
  { href: '/about.json', text: { en: 'About the data', fr: 'À propos des données' } },
];

const WORDS = {
  demonstration: { en: 'demonstration, fictitious data', fr: 'démonstration, données fictives' },
  questions: { en: 'Questions', fr: 'Questions' },
  links: { en: 'What is served', fr: 'Ce qui est servi' },
  languages: { en: 'Language', fr: 'Langue' },
  editor: { en: 'Editor of queries', fr: 'Éditeur de requêtes' },
  noScript: {
    en: 'The editor needs JavaScript. Reports and descriptions above do without.',
    fr: 'L’éditeur a besoin de JavaScript. Les rapports et descriptions ci-dessus s’en passent.',
  },
} satisfies Record<string, Bilingual>;

const LANGUAGES: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'fr', name: 'Français' },
  { code: 'en', name: 'English' },
];

/** The page of GraphiQL: what can be asked and read at the top, the editor below. */
export function renderPage(parts: PageParts): string {
  const { language, demonstration, assets, tabs, open } = parts;
  const word = (key: keyof typeof WORDS) => escaped(WORDS[key][language]);
  const notice = escaped(WORDS.demonstration[language]);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${demonstration ? `Débouchés : ${notice}` : 'Débouchés'}</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(ICON)}">
${assets.styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n')}
${assets.scripts.map((src) => `<script defer src="${src}"></script>`).join('\n')}
</head>
<body>
<header>
<h1>Débouchés</h1>
${demonstration ? `<p title="${escaped(demonstrationNotice[language])}">${notice}</p>` : ''}
<nav aria-label="${word('links')}">
<details id="questions"><summary>${word('questions')}</summary><div>
${questions(parts)}
</div></details>
${LINKS.map(({ href, text }) => `<a href="${href}">${escaped(text[language])}</a>`).join('\n')}
</nav>
<nav class="languages" aria-label="${word('languages')}">
${LANGUAGES.map(({ code, name }) => `<a href="/graphql?lang=${code}" lang="${code}" hreflang="${code}"${code === language ? ' aria-current="true"' : ''}>${name}</a>`).join('\n')}
</nav>
</header>
<main id="graphiql" aria-label="${word('editor')}"><noscript>${word('noScript')}</noscript></main>
<script type="application/json" id="given">${dataBlock({ workers: assets.workers, tabs, open })}</script>
</body>
</html>
`;
}

function questions({ language, operations }: PageParts): string {
  return QUESTION_GROUPS.map(({ title, questions: listed }) => {
    const known = listed.filter(({ name }) => operations.has(name));
    if (known.length === 0) return '';
    const items = known.map(
      (each) =>
        `<li><a href="/graphql?lang=${language}&amp;question=${each.name}" title="${each.name}">${escaped(each.title[language])}</a></li>`,
    );
    return `<section><h2>${escaped(title[language])}</h2><ul>${items.join('')}</ul></section>`;
  }).join('\n');
}

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#1f4e8c"/><path d="M5 3h3a5 5 0 0 1 0 10H5zm2 2v6h1a3 3 0 0 0 0-6z" fill="#fff"/></svg>';

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** JSON within a script: nothing in it ends the script. */
function dataBlock(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
