// Runs in the browser: shows GraphiQL with what the page gives, in a data block of its own.
const given = JSON.parse(document.querySelector('#given').textContent);

self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => given.workers[label],
};

const address = new URL(location.href);
const query = address.searchParams.get('query');
const variables = address.searchParams.get('variables') ?? '';
const open = given.open ?? (query && { query, variables });

/** The tab that was in front when the page was left; without it GraphiQL may open one more. */
function leftTab() {
  try {
    const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState'));
    const { query, variables, headers } = tabs[activeTabIndex];
    return { query, variables: variables ?? '', initialHeaders: headers ?? '' };
  } catch {
    return null;
  }
}

self.YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#graphiql'), {
  endpoint: '/graphql',
  credentials: 'omit',
  title: 'GraphiQL',
  defaultTabs: open ? [open, ...given.tabs.filter((tab) => tab.query !== open.query)] : given.tabs,
  // It opens in a tab of its own, or the tab that has it comes to the front.
  ...(open ?? leftTab()),
  // Without this the address follows the text, and opens it once more when the page is loaded again.
  onEditQuery: () => {},
});

// Loaded again, the page shows its tabs as they were left.
for (const name of ['question', 'query', 'variables']) address.searchParams.delete(name);
history.replaceState(null, '', address);

const menu = document.querySelector('#questions');
const summary = menu.querySelector('summary');
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !menu.open) return;
  menu.open = false;
  summary.focus();
});
document.addEventListener('pointerdown', ({ target }) => {
  if (!menu.contains(target)) menu.open = false;
});
