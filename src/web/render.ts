import type { Language } from '../datasets/labels.ts';
import { addressOf, pairsOf } from './addresses.ts';
import { formatsOf } from './format.ts';
import { html } from './html.ts';
import { layout } from './layout/layout.ts';
import type { PageStatusFragment } from './operations.ts';
import type { AnyPage, PageContent, PageContext, PageRequest, WithStatus } from './page.ts';
import type { Theme } from './theme/theme.ts';
import { wordsOf } from './words/words.ts';

/** What a page is made of. */
export interface Answers {
  readonly data: WithStatus;
  /** null = the database did not answer. */
  readonly texts: unknown;
}

/** A page as it is sent. */
export interface RenderedPage {
  readonly status: number;
  readonly text: string;
}

/** Writes a page. `self` is its path. */
export function renderPage(
  page: AnyPage,
  request: PageRequest,
  {
    self,
    theme,
    answers,
  }: {
    readonly self: string;
    readonly theme: Theme;
    readonly answers: Answers;
  },
): RenderedPage {
  const context = contextOf(request, self, theme);
  const content = page.render(answers.data, context, answers.texts);
  return {
    status: content.status ?? 200,
    text: layout(content, answers.data.dataStatus, context, theme),
  };
}

/** Writes a page whose content is made elsewhere, from more than operations. */
export function renderContent(
  request: PageRequest,
  {
    self,
    theme,
    content,
    status = null,
  }: {
    readonly self: string;
    readonly theme: Theme;
    readonly content: PageContent;
    readonly status?: PageStatusFragment | null;
  },
): string {
  return layout(content, status, contextOf(request, self, theme), theme);
}

/** A page that says why there is none. */
export function renderError(
  request: PageRequest,
  {
    self,
    theme,
    message,
    isMissing,
    status,
  }: {
    readonly self: string;
    readonly theme: Theme;
    readonly message: string;
    readonly isMissing: boolean;
    readonly status: PageStatusFragment | null;
  },
): string {
  const context = contextOf(request, self, theme);
  const { error } = context.words;
  const title = isMissing ? error.notFound : error.title;
  const body = html`<h1>${title}</h1>
<p>${message}</p>
<p><a href="${context.href('/')}">${error.back}</a></p>`;
  return layout({ title, body }, status, context, theme);
}

/** Parameters that name a publication: every address of a page keeps them. */
const NAMING = ['publication', 'known_on'] as const;

/** What a page is written with. */
export function contextOf(
  request: PageRequest,
  self: string,
  { name }: Pick<Theme, 'name'>,
): PageContext {
  const { language, query } = request;
  const words = wordsOf(language);
  const kept = (names: readonly string[]) =>
    names.flatMap((name) => {
      const value = query.get(name);
      return value ? [[name, value] as const] : [];
    });
  const [ofPage, ofFile] = [kept(['lang', ...NAMING]), kept(NAMING)];
  return {
    ...request,
    ...{ words, format: formatsOf(language), self, siteName: name ?? words.site.name },
    isPinned: ofFile.length > 0,
    href: (path, own = {}) => addressOf(path, [...pairsOf(own), ...ofPage]),
    file: (path, own = {}) => addressOf(path, [...pairsOf(own), ...ofFile]),
  };
}

/** The language of a page: the one that is asked for, else the one that the reader prefers. */
export function languageOf(query: URLSearchParams, preferred: Language): Language {
  const lang = query.get('lang');
  return lang === 'fr' || lang === 'en' ? lang : preferred;
}
