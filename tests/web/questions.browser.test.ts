import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { BROWSER, NEEDED } from '../support/browser.ts';
import { webBrowser } from './web-browser.ts';

const web = webBrowser();

/** Somebody who reads pages, and has a mouse or a keyboard to go on by. */
interface Reader {
  /** Follows the first link of a name, or presses the button. */
  open(name: string): Promise<void>;
  /** Chooses an entry of a list by its words. */
  choose(label: string, entry: string): Promise<void>;
}

function withMouse(page: Page): Reader {
  return {
    open: async (name) => {
      const link = page
        .getByRole('link', { name, exact: true })
        .or(page.getByRole('button', { name, exact: true }));
      await link.first().click();
    },
    choose: async (label, entry) => {
      await page.getByLabel(label, { exact: true }).selectOption({ label: entry });
    },
  };
}

/** What has the focus: its words, or those of its label. */
const FOCUSED = `(() => {
  const it = document.activeElement;
  return it.labels?.[0]?.textContent ?? it.textContent;
})()`;

/** Elements that are passed by Tab at most. */
const MOST_TABS = 250;

function withKeyboard(page: Page): Reader {
  const tabTo = async (name: string) => {
    for (let left = MOST_TABS; left > 0; left--) {
      await page.keyboard.press('Tab');
      if (String(await page.evaluate(FOCUSED)).trim() === name) return;
    }
    throw new Error(`the keyboard does not reach ${name}`);
  };
  return {
    open: async (name) => {
      await tabTo(name);
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    },
    choose: async (label, entry) => {
      await tabTo(label);
      // As a list is searched by its first letters.
      await page.keyboard.type(entry);
    },
  };
}

/** The text of the page in one line. */
async function textOf(page: Page): Promise<string> {
  return (await page.locator('main').innerText()).replace(/[\s\u00a0\u202f]+/g, ' ');
}

const toCertification = async (reader: Reader) => {
  await reader.open('Recherche');
  await reader.open('Niveau 6');
  await reader.open('RNCP101');
};

/** Questions of reporting staff by their numbers: the way to the answer, and what it says. */
const QUESTIONS: readonly [
  question: string,
  way: (reader: Reader) => Promise<void>,
  answers: readonly string[],
][] = [
  [
    '1: the card of a certification',
    toCertification,
    [
      'Concepteur de logiciels',
      'Niveau 6',
      '326t',
      '31054',
      'M1805',
      'SIRET 111111118',
      '10 mai 2027',
    ],
  ],
  [
    '2: its cohorts, with the status of each empty cell',
    toCertification,
    ['2024 20', 'Pas encore observable', 'Absent de la source'],
  ],
  [
    '3: what ends within twelve months',
    (reader) => reader.open('Échéances'),
    ['mai 2027', 'RNCP101', 'École A'],
  ],
  [
    '5: of which the filing date has passed and the rate is below the median of the peers',
    async (reader) => {
      await reader.open('Recherche');
      await reader.open('Fin dans les douze mois');
      await reader.open('Date de dépôt recommandée passée');
      await reader.open('Taux global sous la médiane des semblables');
    },
    ['RNCP101', 'comparaisons'],
  ],
  [
    '6: a certification among its peers',
    toCertification,
    // The peers have 70, 75, 80, 85, 90, 95: their median is 82.5; its own rate is 60.
    [
      '6 certifications semblables',
      'Médiane des semblables 82,5 %',
      'Écart à la médiane −22,5 points',
    ],
  ],
  [
    '10: overdue rates by certifier, with days late',
    (reader) => reader.open('Certificateurs'),
    // One rate was due on 2025-12-31, 306 days before the day of the pages.
    ['306'],
  ],
  [
    '13: the largest gaps between both rates at 6 months',
    async (reader) => {
      await reader.open('Statistiques');
      await reader.open('Écarts entre taux global et taux dans le métier visé');
    },
    ['+30', '[78,64 ; 95,65]'],
  ],
  [
    '19: the portfolio of a certifying body',
    async (reader) => {
      await toCertification(reader);
      await reader.open('École A');
    },
    ['111111118', 'RNCP101'],
  ],
  [
    '23: the chain of replaced certifications and the rates along it',
    toCertification,
    ['Remplace', 'RNCP100', 'Taux le long de la filiation', '2021 RNCP100 80 %'],
  ],
  [
    '25: median and quartiles by level',
    async (reader) => {
      await reader.open('Statistiques');
      await reader.choose('Par', 'Niveau de qualification');
      await reader.open('Montrer');
    },
    ['Niveau 6', 'Quartiles des certifications'],
  ],
  [
    '29: what changed, old and new',
    (reader) => reader.open('Nouveautés'),
    ['Nombre de certifiés, promotion 2024, 21 → 20'],
  ],
];

const READERS = {
  'the mouse': { readerOf: withMouse, scripts: true },
  'the keyboard': { readerOf: withKeyboard, scripts: true },
  'the mouse without scripts': { readerOf: withMouse, scripts: false },
} as const;

describe.skipIf(!BROWSER)(`who never saw GraphQL answers${NEEDED}`, () => {
  describe.each(Object.entries(READERS))('by %s alone, question', (_, { readerOf, scripts }) => {
    test.each(QUESTIONS)(
      '%s',
      async (_question, way, answers) => {
        const context = await web.browser.newContext({
          locale: 'fr-FR',
          javaScriptEnabled: scripts,
        });
        try {
          const page = await context.newPage();
          await page.goto(web.url);
          await way(readerOf(page));
          await page.waitForLoadState();
          for (const answer of answers) expect(await textOf(page)).toContain(answer);
        } finally {
          await context.close();
        }
      },
      60_000,
    );
  });
});
