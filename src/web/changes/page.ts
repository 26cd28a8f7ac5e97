import { CHANGE_KINDS } from '../../domain/changes/change.ts';
import { CHANGE_KIND_LABELS } from '../../domain/changes/change-text.ts';
import { PublicationRangeError } from '../../domain/changes/publication-range-error.ts';
import { select } from '../forms.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { keptFields, pageVariables, reportLinks } from '../lists.ts';
import {
  ChangesListDocument,
  type ChangesListQuery,
  ChangesPageDocument,
  type ChangesPageQuery,
  type ChangesPageQueryVariables,
} from '../operations.ts';
import { type PageContext, type PageRequest, page, type Sources } from '../page.ts';
import { listSection } from './list.ts';
import { publicationsSection } from './publications.ts';
import {
  BEGINNING,
  type ChangesState,
  choiceOf,
  filterOf,
  LEVELS,
  readState,
  sinceOf,
} from './state.ts';

/** Publications that the page lists. */
const PUBLICATIONS = 30;

/** « Nouveautés »: what changed between two publications, newest first. */
export const changesPage = page<ChangesPageQuery, ChangesPageQueryVariables, ChangesListQuery>({
  name: 'changes page',
  path: '/nouveautes',
  variables: ({ query }) => {
    readState(query);
    return { publications: PUBLICATIONS };
  },
  operation: ChangesPageDocument,
  gather: gatherChanges,
  render: (data, context, texts) => {
    const state = readState(context.query);
    const before = data.dataStatus.publication.comparedWith;
    const {
      words: { changes: words },
    } = context;
    const feed = feedOf(state, context);
    return {
      title: words.title,
      section: 'changes',
      links: [{ rel: 'alternate', type: 'application/atom+xml', href: feed, title: words.feed }],
      body: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${shortcuts(state, before, context)}
${form(state, context)}
${range(state, before, context)}
${listSection(texts, state, context, before === null)}
<p class="screen"><a href="${feed}">${words.feed}</a></p>
${files(state, before, context)}
${publicationsSection(state, data, context)}`,
    };
  },
});

/** The publication that the one of the page is compared with; null = history begins with that one. */
type Before = ChangesPageQuery['dataStatus']['publication']['comparedWith'];

/** What the ends of a range are called in the address. */
const RANGE_NAMES = { since: 'depuis', until: 'jusque' } as const;

/** Reads the changes, by default since the publication that the one of the page is compared with. */
async function gatherChanges(
  { query }: PageRequest,
  { ask }: Sources,
  { dataStatus }: ChangesPageQuery,
): Promise<ChangesListQuery> {
  const state = readState(query);
  const asked = {
    filter: filterOf(state),
    kinds: state.nature.length === 0 ? null : [...state.nature],
    since: choiceOf(sinceOf(state, dataStatus.publication.comparedWith)),
    until: choiceOf(state.jusque),
    ...pageVariables(query),
  };
  try {
    return await ask(ChangesListDocument, asked);
  } catch (error) {
    throw error instanceof PublicationRangeError ? error.named(RANGE_NAMES) : error;
  }
}

/** The usual choices: since the publication before, and all known history. */
function shortcuts(
  state: ChangesState,
  before: Before,
  { words: { changes: words }, format, href, self }: PageContext,
): Html {
  const shown = sinceOf(state, before);
  const link = (label: string, depuis: string | null) => {
    const isChosen = shown === sinceOf({ ...state, depuis }, before) && state.jusque === null;
    return html`<li><a href="${href(self, { ...state, depuis, jusque: null })}"${isChosen ? html` aria-current="true"` : NOTHING}>${label}</a></li>`;
  };
  return html`<nav class="screen" aria-label="${words.since}"><ul class="tags">${
    before === null
      ? NOTHING
      : link(words.sincePrevious(format.count(before.number), format.day(before.datedOn)), null)
  }${link(words.allKnown, BEGINNING)}</ul></nav>`;
}

function form(state: ChangesState, context: PageContext): Html {
  const {
    words: { changes: words },
    language,
    self,
    href,
  } = context;
  const field = (name: 'depuis' | 'jusque' | 'siren' | 'code', label: string) =>
    html`<div class="field"><label for="${name}">${label}</label><input id="${name}" name="${name}" autocomplete="off" value="${state[name] ?? ''}"></div>`;
  const levels = LEVELS.map((level) => [level, `${words.level} ${level}`] as const);
  const kinds = CHANGE_KINDS.map((kind) => {
    const checked = state.nature.includes(kind) ? html` checked` : NOTHING;
    return html`<label><input type="checkbox" name="nature" value="${kind}"${checked}> ${CHANGE_KIND_LABELS[kind][language]}</label>`;
  });
  return html`<form class="find" action="${self}">
${field('depuis', words.from)}
${field('jusque', words.to)}
${select('niveau', words.level, [['', words.all], ...levels], state.niveau ?? '')}
${field('siren', words.siren)}
${field('code', words.code)}
<fieldset class="field"><legend>${words.kinds}</legend><div class="boxes">${kinds}</div></fieldset>
${keptFields(context)}<button>${words.show}</button> <a href="${href(self)}">${words.clear}</a>
</form>
<p class="muted screen">${words.hint}</p>`;
}

/** Between which publications, in words. */
function range(
  state: ChangesState,
  before: Before,
  { words: { changes: words }, format }: PageContext,
): Html {
  const { depuis, jusque } = state;
  const named = (text: string) =>
    text.includes('-')
      ? words.knownOn(format.day(text))
      : words.numbered(format.count(Number(text)));
  const since = sinceOf(state, before);
  const from =
    since === null
      ? words.fromBeginning
      : depuis === null && before
        ? words.fromPrevious(format.count(before.number), format.day(before.datedOn))
        : words.fromOne(named(since));
  const to = jusque === null ? words.toCurrent : words.toOne(named(jusque));
  return html`<p>${from} ${to}</p>`;
}

/** The feed of the same certifications and kinds of changes. */
function feedOf({ nature, niveau, siren, code }: ChangesState, { query }: PageContext): string {
  const asked = new URLSearchParams();
  for (const kind of nature) asked.append('kinds', kind);
  const others = { level: niveau, certifier: siren, code, lang: query.get('lang') };
  for (const [name, value] of Object.entries(others)) if (value) asked.set(name, value);
  return asked.size === 0 ? '/changes.atom' : `/changes.atom?${asked}`;
}

/** Before all publications: the report looks twelve months back unless a day is given. */
const EVER = '1990-01-01';

function files(state: ChangesState, before: Before, context: PageContext): Html {
  const { jusque, nature, niveau, siren, code } = state;
  const asked = {
    ...{ since: sinceOf(state, before) ?? EVER, until: jusque, kinds: nature },
    ...{ level: niveau, certifier: siren, code },
  };
  return html`<p class="screen">${context.words.changes.files}${reportLinks('changes', asked, context)}</p>`;
}
