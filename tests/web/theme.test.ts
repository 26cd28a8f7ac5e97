import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOwnTheme, ThemeError } from '../../src/http/pages/own-theme.ts';
import type { QuestionServer } from '../http/question-server.ts';
import { openMigratedPglite } from '../support/database.ts';
import { serveQuestionRegister } from './web-server.ts';

const NAME = 'Observatoire <des> titres';

let folder: string;
let database: Awaited<ReturnType<typeof openMigratedPglite>>;
let server: QuestionServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'debouches-theme-'));
  await writeFile(join(folder, 'theme.css'), '@import "fonts.css"; :root { --accent: #6a1b4d; }');
  await writeFile(join(folder, 'fonts.css'), '@font-face { src: url(own.woff2); }');
  await writeFile(join(folder, 'own.woff2'), 'font');
  await writeFile(join(folder, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(folder, 'icon.png'), 'icon');
  await writeFile(join(folder, '.DS_Store'), 'left out');
  database = await openMigratedPglite();
  server = await serveQuestionRegister(database, {
    ownTheme: await readOwnTheme(NAME, folder),
  });
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

test.each(['/', '/recherche', '/publications/2', '/embed/national', '/nowhere'])(
  '%s has the name, the style, the logo and the icon of the operator',
  async (path) => {
    const page = await (
      await fetch(`${server.url}${path}`, { headers: { accept: 'text/html' } })
    ).text();
    expect(page).toContain('Observatoire &lt;des&gt; titres');
    expect(page).not.toContain('Débouchés');
    const sheets = [...page.matchAll(/<link rel="stylesheet" href="([^"]*)">/g)].map(
      ([, href]) => href,
    );
    // The operator's has the last word.
    expect(sheets.map((each) => each?.split(/[-/]/).at(-1))).toEqual(['style.css', 'theme.css']);
    expect(page).toMatch(/<link rel="icon" href="\/theme\/own-[\w-]+\/icon.png">/);
    if (!path.startsWith('/embed')) {
      expect(page).toMatch(/<img class="logo" src="\/theme\/own-[\w-]+\/logo.svg" alt="">/);
    }
  },
);

test('files name each other by their names, and are kept for a year', async () => {
  const page = await (await fetch(server.url)).text();
  const [, sheet = ''] = /href="(\/theme\/own-[^"]*theme\.css)"/.exec(page) ?? [];
  for (const [name, type] of [
    ['theme.css', 'text/css; charset=utf-8'],
    ['fonts.css', 'text/css; charset=utf-8'],
    ['own.woff2', 'font/woff2'],
  ] as const) {
    const response = await fetch(new URL(name, `${server.url}${sheet}`));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  }
  const hidden = await fetch(new URL('.DS_Store', `${server.url}${sheet}`));
  expect(hidden.status).toBe(404);
});

test('a folder that cannot be used is refused, in words', async () => {
  const own = await mkdtemp(join(tmpdir(), 'debouches-theme-'));
  try {
    expect(await readOwnTheme(null, own)).toEqual({ name: null, files: [] });
    await writeFile(join(own, 'track.js'), '');
    await expect(readOwnTheme(null, own)).rejects.toThrow(/"track\.js": files are accepted/);
    await rm(join(own, 'track.js'));
    await mkdir(join(own, 'fonts'));
    await expect(readOwnTheme(null, own)).rejects.toThrow(/"fonts"/);
    await rm(join(own, 'fonts'), { recursive: true });
    await writeFile(join(own, 'logo.png'), Buffer.alloc(10_485_761));
    await expect(readOwnTheme(null, own)).rejects.toThrow(/more than 10485760 bytes/);
    await expect(readOwnTheme(null, join(own, 'missing'))).rejects.toThrow(ThemeError);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
});
