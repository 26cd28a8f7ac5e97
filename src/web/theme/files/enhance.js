// What pages do better with a script; each of them works without.

/** Tables are sorted by a column when its head is pressed. */
function sortable(table) {
  const body = table.tBodies[0];
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  heads.forEach((head, place) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const descending = head.getAttribute('aria-sort') === 'ascending';
      const cellValue = (row) =>
        row.cells[place]?.dataset.value ?? row.cells[place]?.textContent ?? '';
      const rows = [...body.rows].sort((one, other) => {
        const [a, b] = [cellValue(one), cellValue(other)];
        // What is missing stays last.
        if (a === '' || b === '') return Number(a === '') - Number(b === '');
        const order = collator.compare(a, b);
        return descending ? -order : order;
      });
      for (const each of heads) each.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      body.append(...rows);
    });
  });
}

for (const table of document.querySelectorAll('table[data-sortable]')) sortable(table);

/** Milliseconds after the last key. */
const PAUSE = 150;

/** A field of a search suggests certifications: their codes, with their titles. */
function suggest(field) {
  const { list } = field;
  let waiting;
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    const asked = field.value.trim();
    if (asked.length < 3) return;
    waiting = setTimeout(async () => {
      const address = new URL(field.dataset.suggestions, location.href);
      address.searchParams.set('q', asked);
      const response = await fetch(address).catch(() => null);
      // Answers may come in another order than keys.
      if (!response?.ok || field.value.trim() !== asked) return;
      const options = await response.json();
      list.replaceChildren(...options.map(({ code, title }) => new Option(title, code)));
    }, PAUSE);
  });
}

for (const field of document.querySelectorAll('[data-suggestions]')) suggest(field);
