import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { RegisterCode } from '../../src/domain/certification/register-code.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { openMigratedPglite } from '../support/database.ts';
import { day, ficheWith, publishFiches } from '../support/factories.ts';
import { textOf } from './body-register.ts';
import { HOSTILE } from './web-server.ts';

const replaces = (...codes: string[]) => ({
  predecessors: codes.map((code) => ({ code: code as RegisterCode, title: null })),
});

/** A chain of so many, each of which replaces the one before. */
const chain = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => {
    const before = at === 0 ? [] : [`RNCP${from + at - 1}`];
    return ficheWith({ code: `RNCP${from + at}`, title: `Titre ${at}`, ...replaces(...before) });
  });

/** RNCP3 replaces two, of which one the registers lack, and is replaced by two; RNCP7 and 8 go round. */
const REGISTER = [
  ficheWith({ code: 'RNCP1', title: `Ancien ${HOSTILE}`, registrationEndsOn: day('2020-01-31') }),
  ficheWith({
    ...{ code: 'RNCP3', title: 'Celui-ci', registrationEndsOn: day('2027-06-15') },
    ...replaces('RNCP1', 'RNCP900'),
  }),
  ficheWith({
    ...{ code: 'RNCP4', title: 'Nouveau A', registrationEndsOn: day('2030-01-31') },
    ...replaces('RNCP3'),
  }),
  ficheWith({
    ...{ code: 'RNCP5', title: 'Nouveau B', registrationEndsOn: day('2031-01-31') },
    ...replaces('RNCP3', 'RNCP1'),
  }),
  ficheWith({ code: 'RNCP7', title: 'Sept', ...replaces('RNCP8') }),
  ficheWith({ code: 'RNCP8', title: 'Huit', ...replaces('RNCP7') }),
  ...chain(100, 20),
  ...chain(200, 31),
];

/** The day that the server of the tests takes for today is 2026-11-02. */
describe('drawings of the page of a certification', () => {
  let database: Database;
  let server: QuestionServer;

  beforeAll(async () => {
    database = await openMigratedPglite();
    await publishFiches(database, REGISTER, { datedOn: day('2026-11-01') });
    server = await serveQuestions(database, schema);
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });

  /** A section of the page of a certification. */
  const sectionOf = async (id: string, code: string, query = '') => {
    const page = await (await fetch(`${server.url}/certifications/${code}${query}`)).text();
    const [section = ''] =
      new RegExp(`<section aria-labelledby="${id}">.*?</section>`, 's').exec(page) ?? [];
    return section;
  };
  /** Codes of the boxes, by their place from the left. */
  const columns = (section: string) => {
    const boxes = section.matchAll(
      /<text x="([\d.]+)" y="[\d.]+" text-anchor="middle"[^>]*>([A-Z]+\d+)</g,
    );
    const byPlace = Map.groupBy(boxes, ([, x]) => Number(x));
    return [...byPlace]
      .toSorted(([a], [b]) => a - b)
      .map(([, column]) => column.map(([, , code]) => code).sort());
  };

  test('the lineage goes from the oldest, left, to the newest, with its table', async () => {
    const section = await sectionOf('lineage', 'RNCP3', '?lang=fr');
    expect(columns(section)).toEqual([['RNCP1', 'RNCP900'], ['RNCP3'], ['RNCP4', 'RNCP5']]);
    expect(section).toContain(
      'aria-label="Filiation. 5 certifications, 5 remplacements. Remplace\u00a0: RNCP1, RNCP900. Remplacée par\u00a0: RNCP4, RNCP5."',
    );
    // An arrow for each link, with its head.
    expect(section.match(/l-8 -4v8z/g)).toHaveLength(5);
    expect(textOf(section)).toContain('Nouveau B RNCP1, RNCP3 Active 31 janvier 2031');
  });

  test('the own box is thick, one that ended dashed, one that is not there dotted, in words too', async () => {
    const section = await sectionOf('lineage', 'RNCP3', '?lang=fr');
    const box = (code: string) =>
      new RegExp(`<rect [^>]*>(?=<text [^>]*>${code}<)`).exec(section)?.[0] ?? '';
    expect(box('RNCP3')).toContain('stroke-width="3"');
    expect(box('RNCP3')).not.toContain('dasharray');
    expect(box('RNCP1')).toContain('stroke-width="1.25" stroke-dasharray="5 3"');
    expect(box('RNCP900')).toContain('stroke-dasharray="1 4"');
    expect(section).toMatch(/>RNCP900<\/text><text [^>]*>Hors registres</);
    expect(section).toMatch(/>RNCP1<\/text><text [^>]*>Inactive</);
  });

  test('titles are hints, with nothing in them that a browser runs', async () => {
    const section = await sectionOf('lineage', 'RNCP3', '?lang=fr');
    expect(section).toContain('<title>RNCP4 Nouveau A, Active</title>');
    expect(section).toContain('<title>RNCP1 Ancien &quot;&gt;&lt;script&gt;');
    expect(section).not.toMatch(/<script|<img|\sstyle=/);
  });

  test('two that replace each other are drawn, with an arrow that leads back', async () => {
    const section = await sectionOf('lineage', 'RNCP7', '?lang=fr');
    expect(columns(section)).toEqual([['RNCP8'], ['RNCP7']]);
    expect(section.match(/l-8 -4v8z/g)).toHaveLength(2);
  });

  test('a chain of 20 is drawn whole, one of 31 told in words, with its table', async () => {
    expect(columns(await sectionOf('lineage', 'RNCP110'))).toHaveLength(20);
    const section = await sectionOf('lineage', 'RNCP210', '?lang=fr');
    expect(section).not.toContain('<svg');
    expect(section).toContain(
      'La filiation, de 31 certifications et 30 remplacements, est trop grande pour être dessinée.',
    );
    expect(section.match(/<tr><th scope="row">/g)).toHaveLength(31);
  });

  test('the lineage is a chart for other sites, where there is one', async () => {
    const svg = await fetch(`${server.url}/charts/filiation.svg?code=RNCP3&lang=fr`);
    expect(svg.status).toBe(200);
    expect(columns(await svg.text())).toHaveLength(3);
    const none = await fetch(`${server.url}/charts/filiation.svg?code=RNCP999`);
    expect(none.status).toBe(404);
  });

  test('the steps of the renewal stand on a line of time, passed or to come', async () => {
    const section = await sectionOf('renewal', 'RNCP3', '?lang=fr');
    expect(textOf(section.slice(section.indexOf('<ol'))).trim()).toBe(
      'Veille à partir du 15 juin 2026 (passé) Dépôt recommandé avant le 15 octobre 2026 (passé) Dépôt au plus tard le 15 novembre 2026 Dernier jour actif 15 juin 2027',
    );
    expect(section).toContain(
      'aria-label="Renouvellement. Aujourd’hui, 2 novembre 2026. Étapes passées\u00a0: Veille à partir du 15 juin 2026, Dépôt recommandé avant le 15 octobre 2026. Étapes à venir\u00a0: Dépôt au plus tard le 15 novembre 2026, Dernier jour actif 15 juin 2027."',
    );
    // 365 days on 688 pixels, from 16: after 122, 153 and 140 days.
    const circles = [
      ...section.matchAll(/<circle cx="(\d+)"[^>]*?( class="chart-ground")?(?: fill="#fff")?\/>/g),
    ];
    expect(circles.map(([, x, hollow]) => [Number(x), hollow === undefined])).toEqual([
      ...[
        [16, true],
        [246, true],
      ],
      ...[
        [304, false],
        [704, false],
      ],
    ]);
    expect(section).toContain('<path d="M280 36l-6 -11h12z"/>');
  });

  test('a pinned page looks from the day of its publication', async () => {
    const section = await sectionOf('renewal', 'RNCP3', '?lang=en&publication=1');
    // It was published on the day on which this test runs, which is not the server's today.
    expect(section).toMatch(/aria-label="Renewal\. On \d+ \w+ \d+\. /);
    expect(section).not.toContain('2 November 2026');
  });

  test('what ended long ago and what ends in years are on one line all the same', async () => {
    const ended = await sectionOf('renewal', 'RNCP1', '?lang=en');
    expect(textOf(ended).match(/\(passed\)/g)).toHaveLength(4);
    expect(ended).toContain('Today, 2 November 2026');
    const ahead = await sectionOf('renewal', 'RNCP5', '?lang=en');
    expect(textOf(ahead)).not.toContain('(passed)');
  });

  test('without an end there is no line, and why is told', async () => {
    const section = await sectionOf('renewal', 'RNCP7', '?lang=fr');
    expect(section).not.toContain('<svg');
    expect(section).toContain('La fin de l’enregistrement n’est pas connue.');
  });
});
