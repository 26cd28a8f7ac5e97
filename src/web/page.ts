import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { Dataset } from '../datasets/dataset.ts';
import type { Language } from '../datasets/labels.ts';
import type { ParameterValues } from '../datasets/parameter.ts';
import type { Bilingual } from '../domain/bilingual.ts';
import type { Formats } from './format.ts';
import type { Html } from './html.ts';
import type { PageStatusFragment } from './operations.ts';
import type { Words } from './words/words.ts';

/** What a page is asked with. */
export interface PageRequest {
  /** Values of the parts of the path that are named, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly language: Language;
  /** Where the server is reached: `https://debouches.example`; empty where that is no address. */
  readonly origin: string;
}

/** What a page is written with: language, words, addresses. */
export interface PageContext extends PageRequest {
  readonly words: Words;
  readonly format: Formats;
  /** What the site is called. */
  readonly siteName: string;
  /** Path of the page, without its query. */
  readonly self: string;
  /** Whether the address names a publication: what it shows stays as it is. */
  readonly isPinned: boolean;
  /** Address of a page, in the language and publication of this one. */
  readonly href: (path: string, query?: Readonly<Record<string, QueryValue>>) => string;
  /** Address of a file, of the publication of this page. */
  readonly file: (path: string, query?: Readonly<Record<string, QueryValue>>) => string;
}

export type QueryValue = string | number | null | undefined | readonly (string | number)[];

/** What a page shows. */
export interface PageContent {
  readonly title: string;
  readonly body: Html;
  /** 200 unless it says so. */
  readonly status?: 200 | 400 | 401 | 404;
  /** Which entry of the menu it belongs to. */
  readonly section?: string;
  /** Alternate forms of the same content, such as feeds. */
  readonly links?: readonly {
    readonly rel: string;
    readonly type: string;
    readonly href: string;
    readonly title?: string;
  }[];
}

/** What every page knows of the publication that it shows. */
export interface WithStatus {
  readonly dataStatus: PageStatusFragment;
}

/** An operation that a page asks. */
export type PageOperation<Data, Variables> = TypedDocumentNode<Data, Variables>;

/** Whether rows of a past publication are what the newest one says. */
export interface RowsHeld {
  readonly isHeld: boolean;
  /** Says so, and names the publications. */
  readonly message: Bilingual;
  /** How many rows are compared, and differ; null where there was nothing to compare. */
  readonly counts: Readonly<Record<'rows' | 'added' | 'removed' | 'changed', number>> | null;
}

/** What a page is gathered from whose pieces depend on what it is asked. */
export interface Sources {
  readonly ask: <Data, Variables>(
    operation: PageOperation<Data, Variables>,
    variables: Variables,
  ) => Promise<Data>;
  /** Compares rows of the past publication of the page; null where the page names none. */
  readonly check:
    | ((report: Dataset, values: ParameterValues, limit: number | null) => Promise<RowsHeld>)
    | null;
}

/** A page: the operation that it reads, and how its answer is shown. */
export interface Page<Data extends WithStatus, Variables, Texts = never> {
  /** As logs and metrics name it. */
  readonly name: string;
  /** Its address; parts that begin with a colon are named. */
  readonly path: string;
  /** Variables of its operations; throws `BadUserInputError` for what is not accepted. */
  readonly variables: (request: PageRequest) => Variables;
  /** Answered by the publication in memory. */
  readonly operation: PageOperation<Data, Variables>;
  /** Answered by the database: without it the page is shown all the same, and says so. */
  readonly texts?: PageOperation<Texts, Variables>;
  /**
   * Reads what stands in place of `texts`, for a page of which no one operation asks all, or that
   * asks by what the first one answered.
   */
  readonly gather?: (request: PageRequest, sources: Sources, data: Data) => Promise<Texts>;
  readonly render: (data: Data, context: PageContext, texts: Texts | null) => PageContent;
}

/** A page whatever it shows. */
// biome-ignore lint/suspicious/noExplicitAny: what a page reads is known to itself alone.
export type AnyPage = Page<any, any, any>;

/** Declares a page. */
export function page<Data extends WithStatus, Variables, Texts = never>(
  declared: Page<Data, Variables, Texts>,
): AnyPage {
  return declared;
}
