import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { BROWSER, NEEDED } from '../support/browser.ts';
import { webBrowser } from './web-browser.ts';
import { PAGE_ADDRESSES } from './web-server.ts';

/** Bytes of a first visit, as sent. */
const VISIT = 100_000;
/** Bytes of a file that rendering waits for, as sent. */
const BLOCKING = 30_000;
/** What people do not see move. */
const UNSEEN = 0.01;

const web = webBrowser();

/** Runs in the page: all layout shifts until nothing moved for two frames, and what was loaded. */
const MEASURE = `(async () => {
  const shifts = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await document.fonts.ready;
  for (let left = 10; left > 0; left--) await frame();
  const loaded = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  return {
    shift: shifts.reduce((sum, { value }) => sum + value, 0),
    moved: shifts.flatMap(({ sources }) => sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? '')),
    loaded: loaded.map(({ name, entryType, transferSize, renderBlockingStatus }) => ({
      name: new URL(name).pathname, bytes: transferSize, isBlocking: entryType === 'resource' && renderBlockingStatus === 'blocking',
    })),
  };
})()`;

interface Measured {
  readonly shift: number;
  readonly moved: readonly string[];
  readonly loaded: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly isBlocking: boolean;
  }[];
}

describe.skipIf(!BROWSER)(`pages as they load${NEEDED}`, () => {
  test.each(
    Object.entries(PAGE_ADDRESSES).flatMap(([name, path]) =>
      [320, 1280].map((width) => [name, width, path] as const),
    ),
  )(
    '%s, %i pixels wide, stays where it is, and is light',
    async (_, width, path) => {
      // A context of its own has nothing from a visit before.
      const context = await web.browser.newContext({
        viewport: { width, height: 800 },
        locale: 'fr-FR',
      });
      try {
        const page = await context.newPage();
        await page.goto(`${web.url}${path}`, { waitUntil: 'load' });
        const { shift, moved, loaded } = (await page.evaluate(MEASURE)) as Measured;
        expect([shift < UNSEEN, shift < UNSEEN ? [] : moved]).toEqual([true, []]);
        expect(loaded.map(({ name }) => name)).toContainEqual(expect.stringMatching(/\.css$/));
        for (const { name, bytes } of loaded) expect([name, bytes > 0]).toEqual([name, true]);
        const blocking = loaded.filter(({ isBlocking }) => isBlocking);
        expect(blocking.filter(({ bytes }) => bytes > BLOCKING)).toEqual([]);
        expect(blocking.length).toBeGreaterThan(0);
        const bytes = loaded.reduce((sum, each) => sum + each.bytes, 0);
        expect(bytes).toBeLessThanOrEqual(VISIT);
        if (process.env['TOLD']) console.info(path, width, shift, bytes, JSON.stringify(loaded));
      } finally {
        await context.close();
      }
    },
    30_000,
  );

  // A table takes its widths from all its rows: painted while it arrives, its columns move.
  test.each([
    PAGE_ADDRESSES['columns of a report'],
    PAGE_ADDRESSES.certifiers,
    PAGE_ADDRESSES.ends,
    PAGE_ADDRESSES['statistics by level'],
    '/embed/national',
    '/embed/statistiques?par=LEVEL',
    '/embed/promotions?code=RNCP101',
  ])('%s stays where it is when a half of it arrives late', async (path) => {
    await using line = await slowLine(web.url);
    const context = await web.browser.newContext({ viewport: { width: 1280, height: 800 } });
    try {
      const page = await context.newPage();
      await page.goto(`${line.url}${path}`, { waitUntil: 'load' });
      const { shift, moved } = (await page.evaluate(MEASURE)) as Measured;
      expect(line.halved).toBe(1);
      expect([shift, moved]).toEqual([0, []]);
    } finally {
      await context.close();
    }
  });
});

/** A server that passes everything on, pages in two halves with a pause between. */
async function slowLine(origin: string) {
  let halved = 0;
  const server = createServer(async (request, response) => {
    const answer = await fetch(`${origin}${request.url}`, { headers: { 'accept-language': 'fr' } });
    const type = answer.headers.get('content-type') ?? '';
    const body = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, { 'content-type': type });
    if (!type.startsWith('text/html')) {
      response.end(body);
      return;
    }
    halved++;
    const half = body.length / 2;
    response.write(body.subarray(0, half));
    await setTimeout(500);
    response.end(body.subarray(half));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get halved() {
      return halved;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
